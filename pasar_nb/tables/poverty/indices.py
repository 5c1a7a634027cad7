"""Tables of the indices of poverty and inequality, before, after and their change."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.poverty.reading import change_seen, gini_change_seen, gini_seen, seen
from pasar_nb.analysis.poverty.results import LivingStandard, Poverty
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.display import CellKind, DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS
from pasar_nb.vocabulary.poverty import MOMENT_LABELS, POOR_CLASS, POVERTY_BASIS_LABELS

CHANGE = _("Perubahan (poin persen)")
_GINI_CHANGE = _("Perubahan")
_INDICES: dict[str, Message] = {
    "share": _("P0, di bawah garis"),
    "gap": _("P1, kedalaman"),
    "severity": _("P2, keparahan"),
}
ROUNDED = _(
    "Dalam laporan untuk umum cacah dibulatkan dan bagian pada tiap survei dihitung dari cacah itu; "
    "perubahannya tidak, sehingga dapat berbeda dari selisihnya."
)
_HIDDEN = NotEstimable(
    _(
        "Angka kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga berada di bawah atau di atas garis "
        "kemiskinan."
    )
)


def headcount(shown: Released[LivingStandard]) -> DisplayTable | NotEstimable:
    """Show P0, P1 and P2 by expenditure and by income for every arm and wave, and their change."""
    found = _found(shown.result)
    if isinstance(found, NotEstimable):
        return found
    rows = [
        row
        for one in found
        for column in _INDICES
        for arm in ARM_LABELS
        for row in _index_rows(one, column, arm)
    ]
    if not rows:
        return _HIDDEN
    return DisplayTable(
        name="kemiskinan",
        screen_only=True,
        title=_("Belanja dan pendapatan per orang dibandingkan dengan garis kemiskinan"),
        columns=_columns("share", 1),
        frame=pd.DataFrame(rows),
        note=_(
            "P0: bagian anggota rumah tangga di bawah garis. P1: rata-rata kekurangan terhadap garis. P2: "
            "sama, dengan kekurangan besar lebih berat. Perubahan dalam poin persen. Hanya rumah tangga yang "
            "disurvei, bukan angka resmi; angka menurut pendapatan tidak dapat disandingkan dengan angka "
            "BPS. {rounded} Sumber: tabel survei dan acuan.",
            rounded=ROUNDED,
        ),
    )


def inequality(shown: Released[LivingStandard]) -> DisplayTable | NotEstimable:
    """Show the Gini coefficient by expenditure and by income for every arm and wave, and its change."""
    found = _found(shown.result)
    if isinstance(found, NotEstimable):
        return found
    rows = [row for one in found for arm in ARM_LABELS for row in _gini_rows(one, arm)]
    if not rows:
        return NotEstimable(
            _("Koefisien Gini tidak dapat dihitung: ada nilai di bawah nol, atau semua bernilai nol.")
        )
    return DisplayTable(
        name="ketimpangan",
        screen_only=True,
        title=_("Koefisien Gini belanja dan pendapatan per orang"),
        columns=_columns("number", 3),
        frame=pd.DataFrame(rows),
        note=_(
            "0: semua orang sama; 1: satu orang memiliki semuanya. Tiap rumah tangga dihitung sebanyak "
            "anggotanya. Hanya rumah tangga yang disurvei. Sumber: tabel survei."
        ),
    )


def _found(result: LivingStandard) -> list[Poverty] | NotEstimable:
    found = [one for one in (result.spending, result.income) if not isinstance(one, NotEstimable)]
    if found:
        return found
    main = result.main
    return main if isinstance(main, NotEstimable) else [main]


def _columns(kind: CellKind, decimals: int) -> tuple[DisplayColumn, ...]:
    index = (DisplayColumn("index", _("Ukuran")),) if kind == "share" else ()
    return (
        DisplayColumn("basis", _("Menurut")),
        *index,
        DisplayColumn("arm", _("Kelompok")),
        DisplayColumn("moment", _("Saat")),
        DisplayColumn("value", _("Nilai"), kind, decimals),
        DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
        DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        DisplayColumn("n", _("n rumah tangga"), "integer"),
    )


def _index_rows(found: Poverty, column: str, arm: str) -> list[dict[str, object]]:
    names = (column, "low", "high") if column == "share" else (column, f"{column}_low", f"{column}_high")
    labels = {
        "basis": POVERTY_BASIS_LABELS[found.basis],
        "index": _INDICES[column],
        "arm": ARM_LABELS[arm],
    }
    rows = [labels | _row(MOMENT_LABELS[row["moment"]], row, names) for row in seen(found, arm, POOR_CLASS)]
    change = change_seen(found, arm, POOR_CLASS)
    if change is not None:
        changed = ("difference", *names[1:]) if column == "share" else names
        rows.append(labels | _row(CHANGE, change, changed))
    return rows


def _gini_rows(found: Poverty, arm: str) -> list[dict[str, object]]:
    labels: dict[str, object] = {"basis": POVERTY_BASIS_LABELS[found.basis], "arm": ARM_LABELS[arm]}
    rows = [
        labels | _row(MOMENT_LABELS[row["moment"]], row, ("gini", "low", "high"))
        for row in gini_seen(found, arm)
    ]
    change = gini_change_seen(found, arm)
    if change is not None:
        rows.append(labels | _row(_GINI_CHANGE, change, ("difference", "low", "high")))
    return rows


def _row(moment: Message, row: dict[str, Any], names: tuple[str, ...]) -> dict[str, object]:
    value, low, high = (row[name] for name in names)
    return {"moment": moment, "value": value, "low": low, "high": high, "n": row["households"]}
