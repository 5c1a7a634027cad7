"""The matrix of what goes with what: cells on a page, a list of the strongest pairs on a telephone."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.association.matrices import Matrix, Relations
from pasar_nb.analysis.association.naming import COEFFICIENT_LABELS, clear_pairs, pair, told_pairs
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.association.cells import cells_drawing
from pasar_nb.figures.association.pair_list import MOST_LISTED, list_drawing
from pasar_nb.figures.frame import ReportFigure, two_forms
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Number, _, _n, listing, paragraph

_MOST_SAID = 5


def matrix(shown: Released[Relations]) -> ReportFigure | NotEstimable:
    """Draw the correlations of the last wave, neighbours being alike."""
    found = shown.result.levels
    if isinstance(found, NotEstimable):
        return found
    told = told_pairs(found)
    if told.empty:
        return NotEstimable(_("Tidak ada dua ukuran yang dapat dikaitkan."))
    return ReportFigure(
        name="matriks_kaitan",
        title=_title(found),
        drawing=_forms(found, shown.language),
        alternative=_alternative(found),
        note=_note(found),
    )


def _forms(found: Matrix, language: Language) -> go.Figure:
    rows = as_rows(_listed(found))
    return two_forms(cells_drawing(found, language), list_drawing(found, rows, language))


def _listed(found: Matrix) -> Any:
    """Take the strongest clear pairs; where none is clear, the strongest."""
    clear = clear_pairs(found)
    return (told_pairs(found) if clear.empty else clear).head(MOST_LISTED)


def _title(found: Matrix) -> Message:
    clear = clear_pairs(found)
    if clear.empty:
        return _("Tidak ada pasangan ukuran yang berkaitan jelas.")
    row = as_rows(clear)[0]
    return _(
        "Kaitan terkuat: {pair} ({measure} {value}); kaitan bukan sebab.",
        pair=pair(found, row),
        measure=COEFFICIENT_LABELS[str(row["measure"])],
        value=Number(row["value"], 2),
    )


def _alternative(found: Matrix) -> Message:
    rows = as_rows(_listed(found))[:_MOST_SAID]
    return _(
        "Matriks kaitan {variables} ukuran, pada layar sempit daftar pasangan terkuat: {each}.",
        variables=len(found.drawn),
        each=listing(
            _("{pair} {value}", pair=pair(found, row), value=Number(row["value"], 2)) for row in rows
        ),
    )


def _note(found: Matrix) -> Message:
    counts = [int(n) for n in found.table["n"] if str(n).isdigit()]
    some = len(found.drawn) < len(found.labels)
    chosen = (
        [
            _n(
                "{count} ukuran dengan kaitan jelas terkuat, serta hasil utama dan pendidikan; semua "
                "pasangan ada di buku kerja Excel.",
                len(found.drawn),
            )
        ]
        if some
        else []
    )
    return paragraph(
        _(
            "Biru: searah. Jingga: berlawanan. Abu-abu: kategori, tanpa arah. Makin tua makin erat. Pucat "
            "tanpa angka: tidak jelas setelah koreksi Benjamini-Hochberg untuk {tests} pasangan. Tanda =: "
            "satu dihitung dari yang lain. Putih: tidak dihitung.",
            tests=found.tests,
        ),
        *chosen,
        _("n = {low} sampai {high} rumah tangga per pasangan.", low=min(counts), high=max(counts)),
        _("Kaitan bukan sebab. Sumber: tabel survei, rumah_tangga, dan pendampingan."),
    )
