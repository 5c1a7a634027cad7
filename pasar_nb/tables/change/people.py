"""Tables of who was interviewed, who was not seen again, and the levels of the outcome."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.change.described import BeforeAfter, Outcome
from pasar_nb.analysis.change.results import HouseholdChange
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import CellKind, DisplayColumn, DisplayTable
from pasar_nb.vocabulary import (
    AGE_LABELS,
    ARM_LABELS,
    DECILE_LABELS,
    DISABILITY_LABELS,
    RELIABILITY_LABELS,
    SEX_LABELS,
    reliability,
)

_GROUPS: dict[str, dict[str, Message]] = {
    "all": {"semua": _("Semua")},
    "arm": ARM_LABELS,
    "sex": SEX_LABELS,
    "disability": DISABILITY_LABELS,
    "age": AGE_LABELS,
    "decile": DECILE_LABELS,
}


def attendance(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show the interviews of every arm and wave."""
    result = shown.result.attendance
    if isinstance(result, NotEstimable):
        return result
    table = pd.concat([result.table, result.begun], ignore_index=True) if len(result.begun) else result.table
    arms = list(ARM_LABELS)
    table = table.sort_values("arm", key=lambda column: column.map(arms.index), kind="stable")
    months = [
        Month(first).text(shown.language)
        if first == last
        else f"{Month(first).text(shown.language)} – {Month(last).text(shown.language)}"
        for first, last in zip(table["month_from"], table["month_to"], strict=True)
    ]
    return DisplayTable(
        name="rumah_tangga_per_gelombang",
        title=_("Rumah tangga yang diwawancarai, menurut kelompok dan gelombang"),
        columns=(
            DisplayColumn("arm", _("Kelompok")),
            DisplayColumn("wave", _("Gelombang"), "integer"),
            DisplayColumn("month", _("Bulan wawancara")),
            DisplayColumn("n", _("Rumah tangga"), "integer"),
        ),
        frame=table.assign(arm=labelled(table["arm"], ARM_LABELS), month=months),
        note=_("Gelombang 0 adalah survei awal. Sumber: tabel survei dan rumah_tangga."),
    )


def attrition(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show how many households of the baseline were seen again, by group."""
    result = shown.result.attrition
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="rumah_tangga_yang_hilang",
        title=_("Rumah tangga survei awal yang tidak ditemui lagi pada survei terakhir"),
        columns=(
            DisplayColumn("label", _("Kelompok")),
            DisplayColumn("baseline", _("Survei awal"), "integer"),
            DisplayColumn("seen", _("Ditemui lagi"), "integer"),
            DisplayColumn("left", _("Tidak ditemui lagi"), "integer"),
            DisplayColumn("share_left", _("Bagian yang tidak ditemui lagi"), "share", 1),
            DisplayColumn("used", _("Dipakai dalam perhitungan"), "integer"),
        ),
        frame=_labelled(result.table),
        note=_(
            "Dipakai dalam perhitungan: hasil utama tercatat pada kedua survei. Ditandai bila lebih dari 20% "
            "tidak ditemui lagi atau kedua kelompok berbeda lebih dari 5 poin persen. Sumber: tabel survei."
        ),
    )


def levels(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show mean, median and change of the outcome by group."""
    result = shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    outcome = result.outcome
    return DisplayTable(
        name="sebelum_sesudah",
        title=_("{label} sebelum dan sesudah", label=outcome.label),
        columns=(
            *_columns(outcome),
            DisplayColumn("reading", _("Keandalan rata-rata terakhir"), workbook_only=True),
        ),
        frame=_labelled(result.table).assign(reading=_reading(result)),
        note=_note(outcome),
    )


def value_kind(outcome: Outcome) -> tuple[CellKind, int]:
    """Choose how values of the outcome stand in a table."""
    kinds: dict[str, tuple[CellKind, int]] = {"money": ("money", 0), "share": ("share", 1)}
    return kinds.get(outcome.kind, ("quantity", 0))


def unit_note(outcome: Outcome) -> Message:
    """Say the unit of the values, and for money whose rupiah it is."""
    if outcome.kind != "money":
        return _("Satuan: {unit}.", unit=outcome.unit)
    if outcome.real_base is None:
        return _("Satuan: {unit}, rupiah nominal.", unit=outcome.unit)
    return _("Satuan: {unit}, rupiah {month}.", unit=outcome.unit, month=Month(outcome.real_base))


def _columns(outcome: Outcome) -> tuple[DisplayColumn, ...]:
    kind, decimals = value_kind(outcome)
    first = (
        DisplayColumn("label", _("Kelompok")),
        DisplayColumn("n", _("n rumah tangga"), "integer"),
        DisplayColumn("mean_before", _("Rata-rata awal"), kind, decimals),
    )
    rse = DisplayColumn("rse", _("Galat baku relatif"), "share")
    if not outcome.has_endline:
        return (*first, DisplayColumn("median_before", _("Median awal"), kind, decimals), rse)
    return (
        *first,
        DisplayColumn("mean_after", _("Rata-rata akhir"), kind, decimals),
        DisplayColumn("median_before", _("Median awal"), kind, decimals),
        DisplayColumn("median_after", _("Median akhir"), kind, decimals),
        rse,
    )


def _labelled(table: pd.DataFrame) -> pd.DataFrame:
    labels = [_GROUPS[kind][group] for kind, group in zip(table["kind"], table["group"], strict=True)]
    return table.assign(label=column_of(labels, table.index))


def _reading(result: BeforeAfter) -> pd.Series:
    said = [None if pd.isna(rse) else RELIABILITY_LABELS[reliability(rse)] for rse in result.table["rse"]]
    return column_of(said, result.table.index)


def _note(outcome: Outcome) -> Message:
    if not outcome.has_endline:
        return _(
            "{unit} Galat baku relatif sampai 25% layak dipakai, sampai 50% dengan hati-hati. Sumber: tabel "
            "survei.",
            unit=unit_note(outcome),
        )
    return _(
        "{unit} Rumah tangga yang sama pada kedua survei; pilahan menurut jenis kelamin dan disabilitas "
        "hanya peserta. Galat baku relatif sampai 25% layak dipakai, sampai 50% dengan hati-hati. Pada "
        "laporan untuk umum angka dibulatkan ke tiga angka penting, atau dua bila rumah tangganya kurang "
        "dari 50, sehingga selisih dua angka dapat sedikit berbeda dari perubahannya. Sumber: tabel survei.",
        unit=unit_note(outcome),
    )
