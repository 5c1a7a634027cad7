"""Tables of support against every outcome that the study asks about."""

from __future__ import annotations

from pasar_nb.analysis.association.results import Association
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import SUPPORT_LABELS


def by_outcome(shown: Released[Association]) -> DisplayTable | NotEstimable:
    """Show the correlation of every measure of support with the change of every outcome asked about."""
    family = shown.result.family
    if isinstance(family, NotEstimable):
        return family
    table = family.table
    return DisplayTable(
        name="dukungan_dan_hasil",
        screen_only=True,
        title=_("Kaitan dukungan dengan perubahan pendapatan, pengetahuan, dan kemampuan"),
        columns=(
            DisplayColumn("outcome_label", _("Perubahan")),
            DisplayColumn("measure_label", _("Ukuran dukungan")),
            DisplayColumn("n", _("n"), "integer"),
            DisplayColumn("spearman", _("Spearman"), "number", 2),
            DisplayColumn("low", _("Batas bawah 95%"), "number", 2),
            DisplayColumn("high", _("Batas atas 95%"), "number", 2, interval=_("Selang 95%")),
            DisplayColumn("p_bh", _("p (BH)"), "probability"),
            DisplayColumn("partial", _("Disetarakan"), "number", 2),
            DisplayColumn("partial_low", _("Bawah (disetarakan)"), "number", 2),
            DisplayColumn(
                "partial_high", _("Atas (disetarakan)"), "number", 2, interval=_("Selang 95% (disetarakan)")
            ),
        ),
        frame=table.assign(
            outcome_label=labelled(table["outcome"], family.labels),
            measure_label=labelled(table["measure"], SUPPORT_LABELS),
        ),
        note=_(
            "Disetarakan: korelasi parsial antara rumah tangga dengan tingkat awal yang sama, dengan selang "
            "95%. p dikoreksi menurut Benjamini-Hochberg untuk {tests} uji. Kaitan bukan sebab. Sumber: "
            "tabel survei dan pendampingan.",
            tests=len(table),
        ),
    )
