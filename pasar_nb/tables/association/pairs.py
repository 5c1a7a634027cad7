"""Tables of what goes with what among the participants."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.association.matrices import Matrix, Relations
from pasar_nb.analysis.association.naming import COEFFICIENT_LABELS, clear_pairs
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable

MOST_SHOWN = 12  # rows that are read in passing


def strongest(shown: Released[Relations]) -> DisplayTable | NotEstimable:
    """Show the pairs of measures that go together most in the last wave."""
    matrix = shown.result.levels
    if isinstance(matrix, NotEstimable):
        return matrix
    clear = clear_pairs(matrix).head(MOST_SHOWN)
    if clear.empty:
        return NotEstimable(_("Tidak ada pasangan ukuran yang berkaitan jelas."))
    return DisplayTable(
        name="kaitan_terkuat",
        screen_only=True,
        title=_("Pasangan ukuran yang paling erat berkaitan pada survei terakhir"),
        columns=_pair_columns(),
        frame=_named(clear, matrix),
        note=how(matrix),
    )


def strongest_changes(shown: Released[Relations]) -> DisplayTable | NotEstimable:
    """Show the changes that go together most, plainly and with the baseline held equal."""
    matrix = shown.result.changes
    if isinstance(matrix, NotEstimable):
        return matrix
    clear = clear_pairs(matrix).head(MOST_SHOWN)
    if clear.empty:
        return NotEstimable(_("Tidak ada pasangan perubahan yang berkaitan jelas."))
    return DisplayTable(
        name="kaitan_perubahan",
        screen_only=True,
        title=_("Perubahan yang paling erat berkaitan"),
        columns=(*_pair_columns(), *_partial_columns()),
        frame=_named(clear, matrix),
        note=paragraph(
            _(
                "Perubahan sejak survei awal; sifat rumah tangga dan dukungan dipakai apa adanya. "
                "Disetarakan: kaitan antara rumah tangga dengan tingkat awal yang sama."
            ),
            how(matrix),
        ),
    )


def all_pairs(shown: Released[Relations]) -> DisplayTable | NotEstimable:
    """List every pair of the last wave, for the workbook."""
    return _every(
        shown.result.levels,
        "semua_kaitan",
        _("Semua pasangan ukuran pada survei terakhir"),
        (*_pair_columns(), *_linear_columns()),
    )


def all_changes(shown: Released[Relations]) -> DisplayTable | NotEstimable:
    """List every pair of changes, for the workbook."""
    return _every(
        shown.result.changes,
        "semua_kaitan_perubahan",
        _("Semua pasangan perubahan"),
        (*_pair_columns(), *_partial_columns(), *_linear_columns()),
    )


def how(matrix: Matrix) -> Message:
    """Say how coefficients, intervals and tests were made."""
    measures = _(
        "Spearman untuk angka dan skala, tau-b untuk dua skala, rank-biserial untuk ya/tidak dengan angka "
        "atau skala, phi untuk dua ya/tidak, V Cramér dan eta untuk kategori (0 sampai 1, tanpa arah). p "
        "dikoreksi menurut Benjamini-Hochberg untuk {tests} pasangan; pasangan yang satu dihitung dari yang "
        "lain tidak diuji.",
        tests=matrix.tests,
    )
    groups = (
        _("Setiap rumah tangga dianggap berdiri sendiri.")
        if matrix.clusters is None
        else _(
            "Selang memperhitungkan bahwa rumah tangga dalam satu kelompok dapat serupa ({clusters} "
            "kelompok).",
            clusters=matrix.clusters,
        )
    )
    sampled = (
        [_("Lebar selang ditaksir dari contoh acak kelompok, koefisien dari semua rumah tangga.")]
        if matrix.sampled
        else []
    )
    return paragraph(
        measures,
        groups,
        *sampled,
        _("Kaitan bukan sebab. Sumber: tabel survei, rumah_tangga, dan pendampingan."),
    )


def _every(
    matrix: Matrix | NotEstimable, name: str, title: Message, columns: tuple[DisplayColumn, ...]
) -> DisplayTable | NotEstimable:
    if isinstance(matrix, NotEstimable):
        return matrix
    computed = DisplayColumn("arithmetic", _("Dihitung satu dari yang lain"))
    return DisplayTable(
        name=name,
        title=title,
        columns=(*columns, computed),
        frame=_named(matrix.table, matrix),
        note=how(matrix),
        workbook_only=True,
    )


def _pair_columns() -> tuple[DisplayColumn, ...]:
    return (
        DisplayColumn("one_label", _("Ukuran")),
        DisplayColumn("other_label", _("dengan")),
        DisplayColumn("measure_label", _("Koefisien")),
        DisplayColumn("value", _("Nilai"), "number", 2),
        DisplayColumn("low", _("Batas bawah 95%"), "number", 2),
        DisplayColumn("high", _("Batas atas 95%"), "number", 2, interval=_("Selang 95%")),
        DisplayColumn("p_bh", _("p (BH)"), "probability"),
        DisplayColumn("n", _("n"), "integer"),
    )


def _partial_columns() -> tuple[DisplayColumn, ...]:
    return (
        DisplayColumn("partial", _("Disetarakan"), "number", 2),
        DisplayColumn("partial_low", _("Bawah (disetarakan)"), "number", 2),
        DisplayColumn(
            "partial_high", _("Atas (disetarakan)"), "number", 2, interval=_("Selang 95% (disetarakan)")
        ),
    )


def _linear_columns() -> tuple[DisplayColumn, ...]:
    return (
        DisplayColumn("pearson", _("Korelasi Pearson"), "number", 2),
        DisplayColumn("pearson_low", _("Batas bawah 95% (Pearson)"), "number", 2),
        DisplayColumn(
            "pearson_high", _("Batas atas 95% (Pearson)"), "number", 2, interval=_("Selang 95% (Pearson)")
        ),
    )


def _named(table: pd.DataFrame, matrix: Matrix) -> pd.DataFrame:
    return table.assign(
        one_label=labelled(table["one"], matrix.labels),
        other_label=labelled(table["other"], matrix.labels),
        measure_label=labelled(table["measure"], COEFFICIENT_LABELS),
    )
