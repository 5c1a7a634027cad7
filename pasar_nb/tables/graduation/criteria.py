"""Tables of the criteria: what is asked at each level, and how many do not meet it."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation import Criteria, Graduation, condition, criterion_name, level_name
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import MEASURES

_YES_NO = {True: _("ya"), False: _("tidak"), "ya": _("ya"), "tidak": _("tidak")}


def criteria(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show what each level asks for, with the thresholds in rupiah of the last year."""
    result = shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    rows = as_rows(result.table)
    frame = pd.DataFrame(
        {
            "level": [level_name(str(row["tingkat"])) for row in rows],
            "nama": [row["nama"] for row in rows],
            "measure": [_measure(str(row["variabel"])) for row in rows],
            "condition": [condition(row) for row in rows],
            "rupiah": [_rupiah(row) for row in rows],
            "wajib": [_YES_NO[bool(row["wajib"])] for row in rows],
        },
        dtype="object",
    )
    return DisplayTable(
        name="kriteria_graduasi",
        title=_("Kriteria tiap tingkat"),
        columns=(
            DisplayColumn("level", _("Tingkat")),
            DisplayColumn("nama", _("Kriteria")),
            DisplayColumn("measure", _("Ukuran")),
            DisplayColumn("condition", _("Syarat")),
            DisplayColumn("rupiah", _rupiah_heading(result)),
            DisplayColumn("wajib", _("Wajib")),
        ),
        frame=frame,
        note=_(
            "Garis kemiskinan dan UMK diambil menurut tahun wawancara. Sumber: tabel kriteria_graduasi dan "
            "acuan."
        ),
    )


def unmet(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show how many participants do not meet each criterion."""
    result, asked = shown.result.obstacles, shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    if isinstance(asked, NotEstimable):
        return asked
    columns = [
        DisplayColumn("nama", _("Kriteria")),
        DisplayColumn("tingkat", _("Tingkat")),
        DisplayColumn("wajib", _("Wajib")),
        DisplayColumn("judged", _("Dinilai"), "integer"),
        DisplayColumn("failing", _("Belum memenuhi"), "integer"),
        DisplayColumn("share", _("Bagian"), "share"),
    ]
    if "share_below" in result.table:
        columns += [
            DisplayColumn("below", _("Di bawah tingkat itu"), "integer"),
            DisplayColumn("share_below", _("Bagian di antara mereka"), "share"),
        ]
    return DisplayTable(
        name="kriteria_kurang",
        title=_("Rumah tangga peserta yang belum memenuhi tiap kriteria"),
        columns=tuple(columns),
        frame=result.table.assign(
            nama=_named(result.table, asked),
            tingkat=column_of(
                [level_name(str(level)) for level in result.table["level"]], result.table.index
            ),
            wajib=labelled(result.table["required"], _YES_NO),
        ),
        note=_(
            "Satuan: rumah tangga peserta yang tingkatnya diketahui pada gelombang terakhir. Kriteria yang "
            "diminta lagi dengan ambang sama pada tingkat lebih tinggi ditulis sekali."
        ),
    )


def lacking_one(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show how many lack a single criterion for a level."""
    result, asked = shown.result.obstacles, shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    if isinstance(asked, NotEstimable):
        return asked
    if result.alone.empty:
        return NotEstimable(
            _("Tiap tingkat hanya meminta satu kriteria wajib, sehingga yang kurang selalu kriteria itu.")
        )
    return DisplayTable(
        name="kurang_satu_kriteria",
        title=_("Rumah tangga peserta yang hanya kurang satu kriteria wajib"),
        columns=(
            DisplayColumn("tingkat", _("Untuk tingkat")),
            DisplayColumn("nama", _("Kriteria yang kurang")),
            DisplayColumn("below", _("Di bawah tingkat itu"), "integer"),
            DisplayColumn("alone", _("Hanya kurang ini"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
        ),
        frame=result.alone.assign(
            nama=_named(result.alone, asked),
            tingkat=column_of(
                [level_name(str(level)) for level in result.alone["level"]], result.alone.index
            ),
        ),
        note=_("Satuan: rumah tangga peserta pada gelombang terakhir yang belum mencapai tingkat itu."),
    )


def _named(table: pd.DataFrame, asked: Criteria) -> pd.Series:
    return column_of([criterion_name(asked, int(place)) for place in table["place"]], table.index)


def _measure(variable: str) -> Message | str:
    return MEASURES[variable][0] if variable in MEASURES else variable


def _rupiah(row: dict[str, object]) -> Message | None:
    """Write a threshold that refers to another amount in rupiah."""
    threshold = float(str(row["threshold"]))
    if row["acuan"] == "nilai" or threshold != threshold:
        return None
    per = _("{amount} per anggota", amount=Money(threshold))
    return per if row["per_member"] else _("{amount}", amount=Money(threshold))


def _rupiah_heading(result: Criteria) -> Message:
    if result.year is None:
        return _("Ambang dalam rupiah")
    return _("Ambang dalam rupiah, {year}", year=str(result.year))
