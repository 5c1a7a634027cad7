"""Tables of what comes next: how many at each step, and the list for the owner of the data."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation import Criteria, Graduation, level_name
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, _, listing
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import FOLLOW_UP_LABELS, readable


def follow_up(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show how many participants are at each step."""
    result = shown.result.follow_up
    if isinstance(result, NotEstimable):
        return result
    table = result.steps
    return DisplayTable(
        name="langkah",
        title=_("Langkah berikut bagi rumah tangga peserta"),
        columns=(
            DisplayColumn("langkah", _("Langkah")),
            DisplayColumn("households", _("Rumah tangga"), "integer"),
            DisplayColumn("share", _("Bagian dari semua peserta"), "share"),
        ),
        frame=table.assign(langkah=labelled(table["step"], FOLLOW_UP_LABELS)),
        note=_(
            "Urutan langkah menurut kajian Bappenas 2024 (3.3.7). “Lulus dua kali”: pada tingkat kelulusan "
            "dalam dua survei berturut-turut. “Tidak membaik”: sesudah pendampingan intensif yang dihadiri, "
            "tingkat tidak naik dan kriteria yang kurang tidak berkurang."
        ),
    )


def household_plan(shown: Released[Graduation]) -> tuple[DisplayTable, ...]:
    """Give the list of single households to the owner of the data; to nobody else is there one."""
    result, criteria = shown.result.follow_up, shown.result.criteria
    if isinstance(result, NotEstimable) or isinstance(criteria, NotEstimable):
        return ()
    if shown.audience != "internal":
        return ()
    return (_plan(result.plan, criteria),)


def _plan(plan: pd.DataFrame, criteria: Criteria) -> DisplayTable:
    return DisplayTable(
        name="tindak_lanjut_per_rumah_tangga",
        title=_("Tindak lanjut per rumah tangga"),
        columns=(
            DisplayColumn("id_rt", _("Kode rumah tangga")),
            DisplayColumn("id_kelompok", _("Kelompok")),
            DisplayColumn("desa", _("Desa")),
            DisplayColumn("awal", _("Survei awal")),
            DisplayColumn("akhir", _("Gelombang terakhir")),
            DisplayColumn("langkah", _("Langkah berikut")),
            DisplayColumn("kurang", _("Kriteria yang kurang")),
            DisplayColumn("kosong", _("Data yang belum ada")),
        ),
        frame=plan.assign(
            awal=column_of([_level(str(level)) for level in plan["first"]], plan.index),
            akhir=column_of([_level(str(level)) for level in plan["last"]], plan.index),
            langkah=labelled(plan["step"], FOLLOW_UP_LABELS),
            kurang=column_of([_names(criteria, places) for places in plan["lacking"]], plan.index),
            kosong=column_of([_names(criteria, places) for places in plan["missing"]], plan.index),
        ),
        note=_(
            "Untuk pemilik data. Satuan: rumah tangga peserta. Kriteria ditulis dengan kodenya; namanya ada "
            "dalam tabel kriteria tiap tingkat."
        ),
    )


def _level(level: str) -> Message | None:
    return level_name(level) if level else None


def _names(criteria: Criteria, places: tuple[int, ...]) -> Listing | None:
    """Name criteria by code and level, as their full names would make a row a page high."""
    rows = (criteria.table.loc[place] for place in places)
    named = [
        _(
            "{code} ({level})",
            code=readable(str(row["kriteria"])),
            level=InSentence(level_name(str(row["tingkat"]))),
        )
        for row in rows
    ]
    return listing(named) if named else None
