"""Sentences on how sure the ranking is: raters' agreement, random draws, and weights that tip it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from pasar_nb.analysis.commodity.certainty import leaders
from pasar_nb.analysis.commodity.results import Acceptability, Agreement, CommoditySelection, Ranking
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, Message, Number, Value, _, listing, paragraph
from pasar_nb.vocabulary import (
    CHANCE_LIMIT,
    SCORE_HIGH,
    SCORE_LOW,
    beside,
    grade,
    percentage_points,
    probability,
    readable,
    readable_all,
)

# Schmidt 1997 (Decision Sciences 28:3) reads Kendall's W of 0.5 as moderate and of 0.7 as strong agreement.
MODERATE_AGREEMENT, STRONG_AGREEMENT = 0.5, 0.7
# Guidance of the IPCC on uncertainty (Mastrandrea et al. 2010): "likely" from 66 %, "very likely" from 90.
LIKELY, VERY_LIKELY = 0.66, 0.90


def agreement(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say how far the raters order the commodities alike, with the test against random orders."""
    result = shown.result.agreement
    if isinstance(result, NotEstimable):
        return result
    found = _(
        "Kesepakatan {raters} penilai atas urutan {commodities} komoditas tergolong {strength} "
        "(W Kendall = {w}; {p}).",
        raters=result.n_raters,
        commodities=result.n_commodities,
        strength=_strength(result.w),
        w=Number(result.w, 2),
        p=probability(result.p_value),
    )
    return paragraph(found, _against_chance(result), *_left_out(result))


def certainty_near(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say how often the winner stays first when the agreed weights move by at most one step."""
    result, ranking = shown.result.certainty, shown.result.ranking
    if isinstance(result, NotEstimable):
        return result
    if isinstance(ranking, NotEstimable):
        return ranking
    found = _(
        "Bila setiap bobot bergeser paling jauh satu langkah dari yang disepakati, {first}",
        first=_first(result.near),
    )
    return paragraph(found, _reading(result.near, ranking.winners))


def certainty_any(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say how often each leader is first when every weighting is equally likely."""
    result = shown.result.certainty
    if isinstance(result, NotEstimable):
        return result
    return _("Bila semua pembobotan dianggap sama mungkin, {first}", first=_first(result.any))


def tipping(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Name the smallest change of one weight, on its scale, that brings another commodity to the top."""
    result, ranking = shown.result.tipping, shown.result.ranking
    if isinstance(result, NotEstimable):
        return result
    if isinstance(ranking, NotEstimable):
        return ranking
    nearest = nearest_tipping(result.directions)
    return (
        _no_tipping(ranking) if nearest is None else _tipping(nearest, shown.result.criteria.names, ranking)
    )


def nearest_tipping(directions: pd.DataFrame) -> pd.Series | None:
    """Find the tipping point on the scale nearest to its agreed weight; None where there is none."""
    reachable = directions[directions["within_scale"].astype(bool)]
    return None if reachable.empty else reachable.iloc[int(reachable["change"].abs().argmin())]


def _strength(w: float) -> Message:
    if w >= STRONG_AGREEMENT:
        return _("kuat")
    return _("sedang") if w >= MODERATE_AGREEMENT else _("lemah")


def _against_chance(result: Agreement) -> Message:
    if result.p_value < CHANCE_LIMIT:
        return _("Kesepakatan sebesar ini jarang muncul bila setiap penilai mengurutkan secara acak.")
    return _("Kesepakatan sebesar ini masih wajar muncul bila setiap penilai mengurutkan secara acak.")


def _left_out(result: Agreement) -> list[Message]:
    if not result.raters_left_out:
        return []
    left = result.raters_left_out
    return [
        _(
            "{left} penilai tidak memberi skor untuk semua komoditas dan kriteria, sehingga tidak ikut "
            "dihitung di sini.",
            left=left,
        )
    ]


def _first(result: Acceptability) -> Message:
    top = leaders(result)
    values: dict[str, Value] = {
        "draws": result.draws,
        "error": percentage_points(float(top["standard_error"].max())),
    }
    if len(top) == 1:
        return _(
            "{winner} berada di peringkat pertama pada {share} dari {draws} simulasi "
            "(galat baku simulasi {error} poin persen).",
            winner=readable(top["komoditas"].iloc[0]),
            share=DrawnShare(top["share"].iloc[0]),
            **values,
        )
    return _(
        "{winners} sama sering berada di peringkat pertama (masing-masing sekitar {share} dari {draws} "
        "simulasi; galat baku simulasi {error} poin persen).",
        winners=readable_all(top["komoditas"]),
        share=DrawnShare(top["share"].mean()),
        **values,
    )


def _reading(result: Acceptability, agreed: Sequence[str]) -> Message:
    top, share = leaders(result), result.first["share"].iloc[0]
    if not set(agreed) & set(top["komoditas"]):
        return _overtaken(result, agreed)
    if len(top) > 1:
        return _("Simulasi tidak dapat membedakan yang teratas.")
    if share >= VERY_LIKELY:
        return _("Peringkat pertama ini kokoh.")
    return (
        _("Peringkat pertama ini cukup kokoh.")
        if share >= LIKELY
        else _("Peringkat pertama ini belum kokoh.")
    )


def _overtaken(result: Acceptability, agreed: Sequence[str]) -> Message:
    shares = result.first.set_index("komoditas")["share"]
    each = [
        _("{commodity} {share}", commodity=readable(name), share=DrawnShare(shares[name])) for name in agreed
    ]
    return _(
        "Peringkat pertama menurut bobot yang disepakati tidak bertahan dalam simulasi ini: {each}.",
        each=listing(each),
    )


def _no_tipping(ranking: Ranking) -> Message:
    return _(
        "Tidak ada perubahan satu bobot saja, dalam skala {low}–{high}, yang menggeser {winners} dari "
        "peringkat pertama.",
        low=SCORE_LOW,
        high=SCORE_HIGH,
        winners=readable_all(ranking.winners),
    )


def _tipping(nearest: pd.Series, names: Mapping[str, str], ranking: Ranking) -> Message:
    direction = _("turun") if nearest["change"] < 0 else _("naik")
    return _(
        "Perubahan terkecil pada satu bobot yang membuat {winner} tersusul: bobot {criterion} {direction} "
        "dari {agreed} ke {tipping}; pada titik itu {rival} menyamai, lalu mendahului.",
        winner=readable(ranking.winners[0]),
        criterion=names[nearest["kriteria"]],
        direction=direction,
        agreed=grade(nearest["bobot"]),
        tipping=beside(nearest["tipping_bobot"], nearest["bobot"]),
        rival=readable_all(nearest["new_winner"]),
    )
