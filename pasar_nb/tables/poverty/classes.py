"""Tables of shares by class: expenditure against the line, and income against the minimum wage."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.poverty.reading import change_seen
from pasar_nb.analysis.poverty.results import LivingStandard, MinimumWage, Poverty
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.poverty.indices import CHANGE, ROUNDED
from pasar_nb.vocabulary import ARM_LABELS
from pasar_nb.vocabulary.poverty import ABOVE_WAGE, MOMENT_LABELS, class_label, class_limits

_SHARE_COLUMNS = (
    DisplayColumn("moment", _("Saat")),
    DisplayColumn("n", _("Rumah tangga"), "integer"),
    DisplayColumn("households", _("dari"), "integer"),
)
_BOUNDS = (
    DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
    DisplayColumn("high", _("Batas atas 95%"), "share", 1, interval=_("Selang 95%")),
)


def classes(shown: Released[LivingStandard]) -> DisplayTable | NotEstimable:
    """Show the share of persons in every class for every arm and wave, and its change."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    titles: dict[str, Message] = {
        "belanja": _("Kelas menurut belanja per orang"),
        "pendapatan": _("Kelas menurut pendapatan per orang"),
    }
    return DisplayTable(
        name="kelas_pengeluaran",
        screen_only=True,
        title=titles[found.basis],
        columns=(
            DisplayColumn("arm", _("Kelompok")),
            DisplayColumn("label", _("Kelas")),
            DisplayColumn("limits", _("Kali garis kemiskinan")),
            *_SHARE_COLUMNS,
            DisplayColumn("share", _("Bagian anggota rumah tangga"), "share", 1),
            *_BOUNDS,
        ),
        frame=pd.DataFrame(_class_rows(found)),
        note=_(
            "Kelas menurut BPS dan Bank Dunia (2019); kelas yang kecil digabungkan. Perubahan dalam poin "
            "persen. Bukan tingkat graduasi dan bukan angka resmi. {rounded} Sumber: tabel survei dan acuan.",
            rounded=ROUNDED,
        ),
    )


def minimum_wage(shown: Released[LivingStandard]) -> DisplayTable | NotEstimable:
    """Show the share of households above the minimum wage, for every arm and wave."""
    found = shown.result.wage
    if isinstance(found, NotEstimable):
        return found
    return DisplayTable(
        name="upah_minimum",
        title=_("Pendapatan rumah tangga dibandingkan dengan upah minimum kabupaten"),
        columns=(
            DisplayColumn("arm", _("Kelompok")),
            *_SHARE_COLUMNS,
            DisplayColumn("share", _("Bagian rumah tangga di atas UMK"), "share", 1),
            *_BOUNDS,
            DisplayColumn("line", _("UMK (Rp/bulan)"), "money"),
        ),
        frame=pd.DataFrame(_rows(found, found.table, [ABOVE_WAGE])),
        note=_(
            "Pendapatan seluruh anggota rumah tangga sebulan terhadap UMK tahun wawancara, yaitu upah "
            "seorang pekerja. Perubahan dalam poin persen. Hanya rumah tangga yang disurvei. {rounded} "
            "Sumber: tabel survei dan acuan.",
            rounded=ROUNDED,
        ),
    )


def _class_rows(found: Poverty) -> list[dict[str, object]]:
    codes = list(dict.fromkeys(str(code) for code in found.classes["kelas"]))
    return [
        row | {"label": class_label(str(row["kelas"])), "limits": class_limits(str(row["kelas"]))}
        for row in _rows(found, found.classes, codes)
    ]


def _rows(found: Poverty | MinimumWage, table: pd.DataFrame, codes: list[str]) -> list[dict[str, object]]:
    """Give the rows of every class, its waves one below the other and then the change."""
    rows: list[dict[str, object]] = []
    for arm in dict.fromkeys(str(group) for group in table["group"]):
        for code in codes:
            own = as_rows(table[(table["group"] == arm) & (table["kelas"] == code)])
            rows += [row | {"moment": MOMENT_LABELS[str(row["moment"])]} for row in own]
            rows += _change(found, arm, code)
    return [row | {"arm": ARM_LABELS[str(row["group"])]} for row in rows]


def _change(found: Poverty | MinimumWage, arm: str, code: str) -> list[dict[str, object]]:
    change = change_seen(found, arm, code)
    if change is None:
        return []
    kept = {name: change[name] for name in ("group", "kelas", "low", "high")}
    return [kept | {"moment": CHANGE, "share": change["difference"], "n": None, "households": None}]
