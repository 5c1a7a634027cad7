"""Tables of what households spend on, and of the share of income that comes from the business."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import wave_name
from pasar_nb.analysis.households import SPENDING
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS, MEASURES

_WHO = (
    DisplayColumn("wave_name", _("Gelombang")),
    DisplayColumn("arm_name", _("Kelompok")),
    DisplayColumn("n", _("n rumah tangga"), "integer"),
)


def spending(shown: Released[Description]) -> DisplayTable | NotEstimable:
    """Show what share of spending goes to each kind, by wave and arm."""
    found = shown.result.spending
    if isinstance(found, NotEstimable):
        return found
    return DisplayTable(
        name="susunan_belanja",
        screen_only=True,
        title=_("Susunan belanja rumah tangga"),
        columns=(*_WHO, *(DisplayColumn(name, MEASURES[name][0], "share", 1) for name in SPENDING)),
        frame=_named(found.table),
        note=_(
            "Bagian dari jumlah belanja semua rumah tangga yang menjawab keenam jenis belanja (rasio jumlah, "
            "seperti pola konsumsi BPS), sehingga belanja yang lebih besar lebih menentukan. Sumber: tabel "
            "survei."
        ),
    )


def business_income(shown: Released[Description]) -> DisplayTable | NotEstimable:
    """Show what share of income comes from the business, by wave and arm."""
    found = shown.result.business
    if isinstance(found, NotEstimable):
        return found
    return DisplayTable(
        name="pendapatan_dari_usaha",
        screen_only=True,
        title=_("Bagian pendapatan rumah tangga yang berasal dari usaha"),
        columns=(
            *_WHO,
            DisplayColumn("share", _("Bagian dari jumlah pendapatan"), "share", 1),
            DisplayColumn("median", _("Median bagian tiap rumah tangga"), "share", 1),
        ),
        frame=_named(found.table),
        note=_(
            "Bagian dari jumlah pendapatan: jumlah pendapatan usaha dibagi jumlah pendapatan semua rumah "
            "tangga yang menjawab keduanya. Sumber: tabel survei."
        ),
    )


def _named(table: pd.DataFrame) -> pd.DataFrame:
    ordered = table.sort_values("wave", kind="stable", key=lambda waves: waves.astype(int))
    waves = [wave_name(wave) for wave in ordered["wave"]]
    return ordered.assign(
        wave_name=column_of(waves, ordered.index), arm_name=labelled(ordered["arm"], ARM_LABELS)
    )
