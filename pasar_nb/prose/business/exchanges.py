"""Sentences on who gives what to whom before and after."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel, Exchanges
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _, listing, paragraph
from pasar_nb.prose.business.amounts import role
from pasar_nb.vocabulary import FLOW_LABELS


def exchanges(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how many exchanges there are before and after, and which begin and end."""
    result = shown.result.exchanges
    if isinstance(result, NotEstimable):
        return result
    if len(result.conditions) == 1:
        return _only(result)
    before, after = result.of("sebelum"), result.of("sesudah")
    counts = _(
        "Pertukaran yang dicatat berubah dari {before} (antara {parties_before} pihak) menjadi {after} "
        "(antara {parties_after} pihak).",
        before=len(before),
        parties_before=_parties(before),
        after=len(after),
        parties_after=_parties(after),
    )
    return paragraph(counts, *_begun(result), *_ended(result))


def exchanges_in_short(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how many exchanges begin and end, and of which kinds the new ones are."""
    result = shown.result.exchanges
    if isinstance(result, NotEstimable):
        return result
    if len(result.conditions) == 1:
        return _only(result)
    status = result.table["status"]
    kinds = set(result.table.loc[status.eq("new"), "jenis"])
    counts = _(
        "Dari {count} pertukaran antarpihak yang dicatat, {new} baru, {kept} tetap, dan {ended} berakhir.",
        count=len(status),
        new=int(status.eq("new").sum()),
        kept=int(status.eq("kept").sum()),
        ended=int(status.eq("ended").sum()),
    )
    if not kinds:
        return counts
    new = listing(label for kind, label in FLOW_LABELS.items() if kind in kinds)
    return paragraph(counts, _("Yang baru berupa {kinds}.", kinds=new))


def _only(result: Exchanges) -> Message:
    rows = result.of(result.conditions[0])
    missing = _("sesudah") if result.conditions == ("sebelum",) else _("sebelum")
    return _(
        "Tercatat {count} pertukaran antara {parties} pihak; kondisi {missing} belum dicatat, sehingga tidak "
        "dibandingkan.",
        count=len(rows),
        parties=_parties(rows),
        missing=missing,
    )


def _begun(result: Exchanges) -> list[Message]:
    new = result.table[result.table["status"].eq("new")]
    if new.empty:
        return [_("Tidak ada pertukaran baru.")]
    return [_("Yang baru: {each}.", each=_each(new))]


def _ended(result: Exchanges) -> list[Message]:
    ended = result.table[result.table["status"].eq("ended")]
    return [] if ended.empty else [_("Yang berakhir: {each}.", each=_each(ended))]


def _each(rows: pd.DataFrame) -> Listing:
    return listing(
        _("{what} dari {giver} kepada {taker}", what=FLOW_LABELS[what], giver=role(giver), taker=role(taker))
        for giver, taker, what in zip(rows["dari"], rows["ke"], rows["jenis"], strict=True)
    )


def _parties(rows: pd.DataFrame) -> int:
    return len({*rows["dari"], *rows["ke"]})
