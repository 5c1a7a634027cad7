"""Who moved from which level to which, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.graduation import (
    FEW_MOVES,
    Graduation,
    Movement,
    Proportion,
    find_row,
    level_name,
    proportion,
    wave_name,
)
from pasar_nb.disclosure import Released
from pasar_nb.figures.cells import coloured_cells
from pasar_nb.figures.frame import ReportFigure, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, _, paragraph, render
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, MISSING, POOR

COLUMN = 10  # characters above a column


def transitions(shown: Released[Graduation]) -> ReportFigure | NotEstimable:
    """Show how many participants moved from each level of the baseline to each of the last wave."""
    movement, levels, criteria = shown.result.movement, shown.result.levels, shown.result.criteria
    if isinstance(movement, NotEstimable):
        return movement
    if isinstance(levels, NotEstimable):
        return levels
    if isinstance(criteria, NotEstimable):
        return criteria
    cells = [[_cell(movement, start, end) for end in criteria.levels] for start in criteria.levels]
    told = [one for row in cells for one in row if one is not None]
    if not told:
        return FEW_MOVES
    return ReportFigure(
        name="matriks_perpindahan",
        title=_title(movement),
        drawing=_drawing(shown, criteria.levels, cells),
        alternative=_(
            "Tabel warna: tingkat pada survei awal ke bawah, tingkat pada gelombang terakhir ke samping; "
            "tiap sel memuat banyaknya rumah tangga dan bagiannya dari baris, makin gelap makin besar."
        ),
        note=paragraph(
            _(
                "Baris: tingkat pada {first}; kolom: tingkat pada {last}. Angka: rumah tangga peserta; "
                "persen dari baris.",
                first=wave_name(levels, movement.first),
                last=wave_name(levels, movement.last),
            ),
            _("Sumber: tabel survei dan kriteria_graduasi."),
        ),
    )


def _cell(movement: Movement, start: str, end: str) -> Proportion | None:
    return proportion(find_row(movement.matrix, start=start, end=end), "households", "base")


def _title(movement: Movement) -> Message:
    found = _cell(movement, POOR, POOR)
    if found is None or found.whole < LEAST_FOR_INFERENCE:
        return _("Perpindahan tingkat antara survei awal dan gelombang terakhir.")
    return _(
        "Dari {n} rumah tangga peserta yang semula miskin, {share} masih miskin pada gelombang terakhir.",
        n=found.whole,
        share=Share(found.share),
    )


def _drawing(
    shown: Released[Graduation], levels: tuple[str, ...], cells: list[list[Proportion | None]]
) -> go.Figure:
    names = [render(level_name(level), shown.language) for level in levels]
    return coloured_cells(
        shown.language,
        rows=[wrapped(render(_("Awal: {level}", level=name), shown.language), COLUMN) for name in names],
        columns=[wrapped(name, COLUMN) for name in names],
        darkness=[[None if one is None else one.share for one in row] for row in cells],
        texts=[[_text(shown, one) for one in row] for row in cells],
    )


def _text(shown: Released[Graduation], found: Proportion | None) -> str:
    if found is None:
        return MISSING
    return f"{Number(found.part).text(shown.language)}<br>{Share(found.share).text(shown.language)}"
