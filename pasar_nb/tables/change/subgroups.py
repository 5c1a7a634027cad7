"""Tables of the change by subgroup and of the tests between the subgroups."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.change.results import HouseholdChange
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.change.people import unit_note, value_kind
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import SPLIT_LABELS, group_label
from pasar_nb.vocabulary.households import OF_FEW_GROUPS, starred

_VERDICTS: dict[str, Message] = {
    "differ": _("berbeda"),
    "unclear": _("tidak jelas berbeda"),
}


def group_changes(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show the mean change of every subgroup of the participants with its interval."""
    result = shown.result.subgroups
    if isinstance(result, NotEstimable):
        return result
    kind, decimals = value_kind(result.outcome)
    table = result.table
    few = ((table["basis"] == "few_groups") & table["low"].notna()).tolist()
    labels = [starred(label) if of_few else label for label, of_few in zip(_labels(table), few, strict=True)]
    return DisplayTable(
        name="perubahan_menurut_kelompok",
        screen_only=True,
        title=_("{label}: perubahan peserta menurut kelompok", label=result.outcome.label),
        columns=(
            DisplayColumn("split", _("Pilahan")),
            DisplayColumn("label", _("Kelompok")),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("change", _("Perubahan rata-rata"), kind, decimals),
            DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        ),
        frame=table.assign(split=labelled(table["kind"], SPLIT_LABELS), label=column_of(labels, table.index)),
        note=paragraph(
            *([OF_FEW_GROUPS] if any(few) else ()),
            _(
                "{unit} Hanya peserta. Desa, POKMAS, dan kelompok adat dengan kurang dari 10 rumah tangga "
                "tidak dimuat. Pada laporan untuk umum, tanda – juga menggantikan perubahan yang bersama "
                "angka kelompok lain dapat membuka kurang dari 10 rumah tangga. Bandingkan kelompok dengan "
                "uji perbedaan, bukan dengan selangnya masing-masing. Sumber: tabel survei dan rumah_tangga.",
                unit=unit_note(result.outcome),
            ),
        ),
    )


def differences(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show whether the subgroups of each split changed differently."""
    result = shown.result.subgroups
    if isinstance(result, NotEstimable):
        return result
    table = result.differences
    if table.empty:
        return NotEstimable(_("Tidak ada pilahan yang perbedaannya dapat diuji."))
    kind, decimals = value_kind(result.outcome)
    two = table["difference"].notna().any()
    between = (
        DisplayColumn("difference", _("Selisih kedua kelompok"), kind, decimals),
        DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
        DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        DisplayColumn("detectable", _("Selisih terkecil yang dapat ditemukan"), kind, decimals),
    )
    return DisplayTable(
        name="uji_perbedaan_kelompok",
        title=_("{label}: apakah kelompok berubah berbeda", label=result.outcome.label),
        columns=(
            DisplayColumn("split", _("Pilahan")),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            *(between if two else ()),
            DisplayColumn("p_value", _("p"), "probability"),
            DisplayColumn("adjusted", _("p (Holm)"), "probability"),
            DisplayColumn("reading", _("Penilaian")),
        ),
        frame=table.assign(split=labelled(table["kind"], SPLIT_LABELS), reading=_readings(table)),
        note=_(
            "{unit} Selisih hanya ada bila tepat dua kelompok dibandingkan: kelompok kedua dikurangi yang "
            "pertama dalam tabel perubahan menurut kelompok; yang lebih dari dua diuji sekaligus. p (Holm) "
            "dikoreksi untuk {tests} uji. Sumber: tabel survei dan rumah_tangga.",
            unit=unit_note(result.outcome),
            tests=result.family,
        ),
    )


def _labels(table: pd.DataFrame) -> list[Message]:
    return [
        group_label(str(split), str(name)) for split, name in zip(table["kind"], table["group"], strict=True)
    ]


def _readings(table: pd.DataFrame) -> pd.Series:
    return column_of(
        [
            None if is_hidden(n) else _VERDICTS[str(verdict)]
            for n, verdict in zip(table["n"], table["verdict"], strict=True)
        ],
        table.index,
    )
