"""Levels of the participants by wave, drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from pasar_nb.analysis.graduation import (
    Graduation,
    Levels,
    find_row,
    level_name,
    proportion,
    shown_count,
    wave_name,
)
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LABEL_WIDTH, ReportFigure, plain, wrapped
from pasar_nb.figures.graduation.bars import stacked_levels
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Listing, Message, Share, _, listing, paragraph, render
from pasar_nb.vocabulary import PARTICIPANT, POOR, UNKNOWN_LEVEL

_ROUNDED = _("Panjang batang disamakan; pembulatan dapat membuat jumlah angkanya bukan 100%.")
_SOURCE = _("Sumber: tabel survei dan kriteria_graduasi.")
_TOO_FEW = NotEstimable(_("Tiap tingkat berisi terlalu sedikit rumah tangga untuk ditampilkan."))


def levels_by_wave(shown: Released[Graduation]) -> ReportFigure | NotEstimable:
    """Show the share of the participants at each level in every wave."""
    levels, criteria = shown.result.levels, shown.result.criteria
    if isinstance(levels, NotEstimable):
        return levels
    if isinstance(criteria, NotEstimable):
        return criteria
    waves = [one.wave for one in levels.waves]
    tables = [_participants(levels, wave) for wave in waves]
    if all(_base(table) is None for table in tables):
        return _TOO_FEW
    shares = {level: [_share(table, level) for table in tables] for level in criteria.levels}
    rows = [
        _labelled(wave_name(levels, wave), _base(table), shown.language)
        for wave, table in zip(waves, tables, strict=True)
    ]
    return ReportFigure(
        name="tingkat_per_gelombang",
        title=_title(levels),
        drawing=stacked_levels(shown.language, shares, rows),
        alternative=_(
            "Batang bertumpuk, satu per gelombang. Pada gelombang terakhir: {each}.",
            each=_each(tables[waves.index(levels.last)], criteria.levels),
        ),
        note=paragraph(_("Satuan: rumah tangga peserta yang tingkatnya diketahui (n)."), _ROUNDED, _SOURCE),
    )


def _participants(levels: Levels, wave: int) -> pd.DataFrame:
    table = levels.table
    known = table["level"] != UNKNOWN_LEVEL
    return table[(table["group"] == PARTICIPANT) & (table["wave"] == wave) & known]


def _share(table: pd.DataFrame, level: str) -> float:
    found = proportion(find_row(table, level=level), "households", "base")
    return float("nan") if found is None else found.share


def _base(table: pd.DataFrame) -> int | None:
    """Tell the number of households behind the bars, if any of them shows it."""
    shown = (shown_count(cell) for cell in table["base"])
    return next((count for count in shown if count is not None), None)


def _labelled(name: Message, base: int | None, language: Language) -> str:
    size = "" if base is None else "<br>" + plain(render(_("n = {n}", n=base), language))
    text = render(name, language)
    return wrapped(text[:1].upper() + text[1:], LABEL_WIDTH) + size


def _title(levels: Levels) -> Message:
    found = proportion(
        find_row(levels.table, group=PARTICIPANT, wave=levels.last, level=POOR), "households", "base"
    )
    if found is None or found.interval is None:
        return _("Tingkat rumah tangga peserta per gelombang.")
    return _(
        "{share} rumah tangga peserta masih miskin pada {wave}.",
        share=Share(found.share),
        wave=wave_name(levels, levels.last),
    )


def _each(table: pd.DataFrame, levels: Sequence[str]) -> Listing:
    return listing(_said(level, _share(table, level)) for level in levels)


def _said(level: str, share: float) -> Message:
    name = InSentence(level_name(level))
    if math.isnan(share):
        return _("{level} tidak ditampilkan", level=name)
    return _("{level} {share}", level=name, share=Share(share))
