"""Tables of the criteria: their weights, those of the pairwise comparisons, and what the scores rest on."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Number, _
from pasar_nb.tables.columns import column_of, decimals_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import CONSISTENCY_LIMIT, DIMENSION_LABELS, DIRECTION_LABELS, SCORE_HIGH, SCORE_LOW


def criteria(shown: Released[CommoditySelection]) -> DisplayTable:
    """Show what was agreed: the criteria, their direction and weight, and the veto thresholds."""
    table = shown.result.criteria.table
    columns = [
        DisplayColumn("nama", _("Kriteria")),
        DisplayColumn("dimensi", _("Dimensi")),
        DisplayColumn("arah", _("Arah")),
        DisplayColumn("bobot", _("Bobot"), "number", decimals_of(table["bobot"])),
        DisplayColumn("weight", _("Bobot (berjumlah 100%)"), "share", 1),
    ]
    if table["ambang_veto"].notna().any():
        columns.append(DisplayColumn("ambang_veto", _("Ambang veto"), "number", 1))
    return DisplayTable(
        name="kriteria",
        title=_("Kriteria yang disepakati dan bobotnya"),
        columns=tuple(columns),
        frame=table.assign(
            dimensi=labelled(table["dimensi"], DIMENSION_LABELS),
            arah=labelled(table["arah"], DIRECTION_LABELS),
        ),
        note=_(
            "Bobot berskala {low}–{high}, dibagi jumlah semua bobot. Sumber: tabel kriteria.",
            low=SCORE_LOW,
            high=SCORE_HIGH,
        ),
    )


def ahp_weights(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show the weights of the pairwise comparisons beside the agreed ones."""
    result = shown.result.ahp
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="bobot_ahp",
        title=_("Bobot yang disepakati dan bobot dari perbandingan berpasangan"),
        columns=(
            DisplayColumn("nama", _("Kriteria")),
            DisplayColumn("weight", _("Bobot yang disepakati"), "share", 1),
            DisplayColumn("ahp_weight", _("Bobot AHP"), "share", 1),
        ),
        frame=_with_names(result.table, shown),
        note=_(
            "n = {raters} penilai; pertimbangan digabung dengan rata-rata geometrik. "
            "Sumber: tabel perbandingan.",
            raters=result.n_raters,
        ),
    )


def ahp_consistency(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show how consistent each rater's comparisons are."""
    result = shown.result.ahp
    if isinstance(result, NotEstimable):
        return result
    verdicts = {True: _("konsisten"), False: _("tidak konsisten")}
    return DisplayTable(
        name="konsistensi_ahp",
        title=_("Konsistensi perbandingan tiap penilai"),
        columns=(
            DisplayColumn("penilai", _("Penilai")),
            DisplayColumn("cr", _("Rasio konsistensi"), "number", 3),
            DisplayColumn("verdict", _("Penilaian")),
        ),
        frame=result.consistency.assign(
            verdict=labelled(result.consistency["consistent"].astype(bool), verdicts)
        ),
        note=_(
            "Rasio konsistensi sampai {limit} dianggap konsisten (Saaty 1980).",
            limit=Number(CONSISTENCY_LIMIT, 1),
        ),
    )


def evidence(shown: Released[CommoditySelection]) -> DisplayTable:
    """Show for each criterion how many scores have a figure, and from which years."""
    result = shown.result.evidence
    table = result.table
    return DisplayTable(
        name="bukti",
        title=_("Bukti di balik skor, menurut kriteria"),
        columns=(
            DisplayColumn("nama", _("Kriteria")),
            DisplayColumn("n_scores", _("Jumlah skor"), "integer"),
            DisplayColumn("with_data", _("Disertai angka"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
            DisplayColumn("oldest", _("Data tertua")),
            DisplayColumn("newest", _("Data terbaru")),
        ),
        frame=_with_names(table, shown).assign(
            share=(table["with_data"] / table["n_scores"].where(table["n_scores"] > 0)),
            oldest=_years(table["oldest_year"]),
            newest=_years(table["newest_year"]),
        ),
        note=_("Satuan: skor (satu penilai, satu komoditas, satu kriteria). Sumber: tabel skor."),
    )


def _with_names(table: pd.DataFrame, shown: Released[CommoditySelection]) -> pd.DataFrame:
    return table.assign(nama=table["kriteria"].map(dict(shown.result.criteria.names)))


def _years(column: pd.Series) -> pd.Series:
    """Write years as text, without the thousands sign that a number would get."""
    return column_of([None if pd.isna(year) else str(int(year)) for year in column], column.index)
