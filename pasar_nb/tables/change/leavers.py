"""Tables of who was not seen again: what they were at baseline, and where they lived."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.change.described import OUTCOME, Attrition
from pasar_nb.analysis.change.leavers import OTHERS, UNLIKE, YES_OR_NO, why_not_compared
from pasar_nb.analysis.change.results import HouseholdChange
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, Value, _
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import TRAIT_LABELS

_KINDS = {"village": _("Desa"), "group": _("Kelompok")}
_OTHERS = {"village": _("desa lain"), "group": _("kelompok lain atau tanpa kelompok")}


def leavers_profile(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show what those who left were at baseline beside those who stayed."""
    result = shown.result.attrition
    if isinstance(result, NotEstimable):
        return result
    if result.profile.empty:
        return NotEstimable(why_not_compared(result))
    exact = shown.audience == "internal"
    frame = _laid_out(result, exact=exact)
    return DisplayTable(
        name="siapa_yang_tidak_ditemui_lagi",
        screen_only=True,
        title=_("Ciri survei awal: yang tidak ditemui lagi dan yang tetap ditemui"),
        columns=(
            DisplayColumn("label", _("Ciri pada survei awal")),
            DisplayColumn("n_left", _("n tidak ditemui lagi"), "integer"),
            DisplayColumn("n_stayed", _("n tetap ditemui"), "integer"),
            *([DisplayColumn("mean_left", _("Tidak ditemui lagi"))] if exact else []),
            *([DisplayColumn("mean_stayed", _("Tetap ditemui"))] if exact else []),
            DisplayColumn("difference", _("Selisih (simpangan baku)"), "number", 2),
            DisplayColumn("flag", _("Keterangan")),
        ),
        frame=frame,
        note=_(
            "Rata-rata, atau bagian rumah tangga bagi ciri ya dan tidak. Selisih: yang tidak ditemui lagi "
            "dikurangi yang tetap ditemui, dalam simpangan baku; ditandai bila lebih dari {limit}. Jumlah "
            "uang dalam rupiah nominal survei awal. Sumber: tabel survei dan rumah_tangga.",
            limit=Number(UNLIKE, 2),
        ),
    )


_NO_PLACES = NotEstimable(
    _("Tidak ada dua desa atau dua kelompok dengan 10 rumah tangga atau lebih pada survei awal.")
)
_NO_PLACE_TOLD = NotEstimable(
    _(
        "Kehilangan menurut desa dan kelompok tidak ditampilkan: di setiap tempat yang tidak ditemui "
        "lagi kurang dari 10 rumah tangga, atau angkanya dilindungi."
    )
)


def leavers_by_place(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show how many left every village and group of ten households or more."""
    result = shown.result.attrition
    if isinstance(result, NotEstimable):
        return result
    table = result.places
    if table.empty:
        return _NO_PLACES
    if table["share_left"].isna().all():
        return _NO_PLACE_TOLD
    kinds = [_KINDS[kind] for kind in table["kind"]]
    names = [
        _OTHERS[kind] if name == OTHERS else name
        for kind, name in zip(table["kind"], table["group"], strict=True)
    ]
    return DisplayTable(
        name="kehilangan_menurut_tempat",
        screen_only=True,
        title=_("Rumah tangga yang tidak ditemui lagi, menurut desa dan kelompok"),
        columns=(
            DisplayColumn("kind", _("Menurut")),
            DisplayColumn("group", _("Nama")),
            DisplayColumn("baseline", _("Survei awal"), "integer"),
            DisplayColumn("seen", _("Ditemui lagi"), "integer"),
            DisplayColumn("left", _("Tidak ditemui lagi"), "integer"),
            DisplayColumn("share_left", _("Bagian yang tidak ditemui lagi"), "share", 1),
        ),
        frame=table.assign(kind=column_of(kinds, table.index), group=column_of(names, table.index)),
        note=_(
            "Desa dan kelompok dengan kurang dari 10 rumah tangga pada survei awal digabung. Sumber: tabel "
            "survei dan rumah_tangga."
        ),
    )


def _laid_out(result: Attrition, *, exact: bool) -> pd.DataFrame:
    """Add labels and flags, and for the owner of the data the means as they are read."""
    rows, index = as_rows(result.profile), result.profile.index
    difference = result.profile["exact_difference" if exact else "difference"]
    frame = result.profile.assign(
        difference=difference,
        label=column_of([_label(row, result) for row in rows], index),
        flag=column_of([_flag(one) for one in difference], index),
    )
    for name in ("mean_left", "mean_stayed") if exact else ():
        frame[name] = column_of([_level(row, name, result) for row in rows], index)
    return frame


def _label(row: dict[str, object], result: Attrition) -> Message:
    if row["trait"] == OUTCOME and result.outcome is not None:
        return result.outcome.label
    return TRAIT_LABELS[str(row["trait"])]


def _level(row: dict[str, object], column: str, result: Attrition) -> Message:
    value, trait = float(str(row[column])), row["trait"]
    if trait == OUTCOME and result.outcome is not None:
        return _written(result.outcome.level(value))
    return _written(Share(value, 1) if trait in YES_OR_NO else Number(value, 1))


def _written(value: Value) -> Message:
    return Message("{text}", {"text": value})


def _flag(difference: object) -> Message | None:
    size = abs(float(str(difference)))
    if math.isnan(size):
        return _("tidak ditampilkan")
    return _("berbeda") if size > UNLIKE else None
