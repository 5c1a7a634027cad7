"""Tables of the support received and of how it goes with the change."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.association.results import Association
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import SUPPORT_LABELS


def correlations(shown: Released[Association]) -> DisplayTable | NotEstimable:
    """Show the correlation of every measure of support with the change."""
    result = shown.result.correlations
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty:
        return NotEstimable(_("Tidak ada ukuran dukungan yang dapat diuji."))
    return DisplayTable(
        name="kaitan_dukungan",
        screen_only=True,
        title=_("Kaitan dukungan yang diterima dengan perubahan"),
        columns=(
            DisplayColumn("label", _("Ukuran dukungan")),
            DisplayColumn("n", _("Rumah tangga"), "integer"),
            DisplayColumn("spearman", _("Korelasi Spearman"), "number", 2),
            DisplayColumn("low", _("Batas bawah 95%"), "number", 2),
            DisplayColumn("high", _("Batas atas 95%"), "number", 2, interval=_("Selang 95%")),
            DisplayColumn("p_holm", _("p (Holm)"), "probability"),
            DisplayColumn("pearson", _("Korelasi Pearson"), "number", 2),
            DisplayColumn("pearson_low", _("Batas bawah 95% (Pearson)"), "number", 2),
            DisplayColumn(
                "pearson_high", _("Batas atas 95% (Pearson)"), "number", 2, interval=_("Selang 95% (Pearson)")
            ),
        ),
        frame=_labelled(result.table),
        note=how(result.clusters, len(result.table)),
    )


def received(shown: Released[Association]) -> DisplayTable | NotEstimable:
    """Show how much support the matched participants received."""
    table = shown.result.received
    if isinstance(shown.result.correlations, NotEstimable) and not shown.result.window.inside:
        return shown.result.correlations
    return DisplayTable(
        name="dukungan_diterima",
        title=_("Dukungan yang diterima peserta di antara kedua survei"),
        columns=(
            DisplayColumn("label", _("Ukuran dukungan")),
            DisplayColumn("n", _("Rumah tangga"), "integer"),
            DisplayColumn("mean", _("Rata-rata"), "number", 2),
            DisplayColumn("median", _("Median"), "number", 2),
        ),
        frame=_labelled(table),
        note=_(
            "Peserta yang terukur pada kedua survei; pertemuan sesudah survei awal sampai survei terakhir. "
            "Bagian yang dihadiri berkisar 0 sampai 1. Sumber: tabel pendampingan."
        ),
    )


def how(clusters: int | None, tested: int) -> Message:
    """Say how the intervals were made."""
    if clusters is None:
        return _(
            "Spearman adalah ukuran utama. Selang memperlakukan setiap rumah tangga secara sendiri-sendiri; "
            "p dikoreksi menurut Holm untuk {tested} uji. Sumber: tabel survei dan pendampingan.",
            tested=tested,
        )
    return _(
        "Spearman adalah ukuran utama. Selang memperhitungkan bahwa rumah tangga dalam satu kelompok dapat "
        "serupa ({clusters} kelompok); p dikoreksi menurut Holm untuk {tested} uji. Sumber: tabel survei dan "
        "pendampingan.",
        clusters=clusters,
        tested=tested,
    )


def _labelled(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(label=labelled(table["measure"], SUPPORT_LABELS))
