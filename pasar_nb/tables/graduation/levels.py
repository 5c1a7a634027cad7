"""Tables of the levels: by wave and arm, the movement between them, and by trait."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation import (
    FEW_IN_GROUPS,
    FEW_MOVES,
    NOT_RECORDED,
    Graduation,
    Movement,
    Split,
    level_name,
    proportion,
    shown_count,
    wave_in_short,
)
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS, DISABILITY_LABELS, PARTICIPANT, SEX_LABELS

_COUNTS = (
    DisplayColumn("households", _("Rumah tangga"), "integer"),
    DisplayColumn("base", _("Dari"), "integer"),
    DisplayColumn("share", _("Bagian"), "share"),
    DisplayColumn("low", _("Selang 95%, bawah"), "share"),
    DisplayColumn("high", _("Selang 95%, atas"), "share"),
)


def levels(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show the households of each arm at each level in every wave."""
    result = shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    table = _with_interval(result.table)
    return DisplayTable(
        name="tingkat",
        title=_("Rumah tangga menurut tingkat dan gelombang"),
        columns=(
            DisplayColumn("kelompok", _("Kelompok")),
            DisplayColumn("gelombang", _("Gelombang")),
            DisplayColumn("tingkat", _("Tingkat")),
            *_COUNTS,
        ),
        frame=table.assign(
            kelompok=labelled(table["group"], ARM_LABELS),
            gelombang=[str(int(wave)) for wave in table["wave"]],
            tingkat=column_of([level_name(str(level)) for level in table["level"]], table.index),
        ),
        note=_(
            "Gelombang {waves}. Bagian tiap tingkat dihitung dari rumah tangga yang tingkatnya diketahui; "
            "bagian “tidak diketahui” dari semua yang diwawancarai. Selang Wilson, dengan POKMAS sebagai "
            "gugus. Sumber: tabel survei, rumah_tangga, kriteria_graduasi, dan acuan.",
            waves=listing(wave_in_short(result, one.wave) for one in result.waves),
        ),
    )


def transitions(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show who moved from which level to which."""
    result = shown.result.movement
    if isinstance(result, NotEstimable):
        return result
    table = result.matrix
    if all(shown_count(cell) is None for cell in table["households"]):
        return FEW_MOVES
    return DisplayTable(
        name="matriks",
        title=_("Perpindahan tingkat rumah tangga peserta"),
        columns=(
            DisplayColumn("awal", _("Tingkat pada survei awal")),
            DisplayColumn("akhir", _("Tingkat pada gelombang terakhir")),
            DisplayColumn("households", _("Rumah tangga"), "integer"),
            DisplayColumn("base", _("Dari"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
        ),
        frame=table.assign(
            awal=column_of([level_name(str(level)) for level in table["start"]], table.index),
            akhir=column_of([level_name(str(level)) for level in table["end"]], table.index),
        ),
        note=_("Satuan: rumah tangga peserta yang tingkatnya diketahui pada kedua survei."),
    )


def moves(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show how many of each arm moved up and how many fell back."""
    result = shown.result.movement
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="naik_dan_turun",
        title=_("Rumah tangga yang naik dan yang turun tingkat"),
        columns=(
            DisplayColumn("kelompok", _("Kelompok")),
            DisplayColumn("arah", _("Arah")),
            *_COUNTS,
        ),
        frame=_moves(result),
        note=_(
            "Antara survei awal dan gelombang terakhir, di antara rumah tangga yang tingkatnya diketahui "
            "pada keduanya. Selang Wilson, dengan POKMAS sebagai gugus."
        ),
    )


def by_sex(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show the levels by sex of the head of the household."""
    title = _("Tingkat menurut jenis kelamin kepala rumah tangga")
    return _by_trait(shown.result.by_sex, "tingkat_jenis_kelamin", title, SEX_LABELS)


def by_disability(shown: Released[Graduation]) -> DisplayTable | NotEstimable:
    """Show the levels by disability in the household."""
    title = _("Tingkat menurut disabilitas dalam rumah tangga")
    return _by_trait(shown.result.by_disability, "tingkat_disabilitas", title, DISABILITY_LABELS)


def _by_trait(
    split: Split | NotEstimable, name: str, title: Message, labels: dict[str, Message]
) -> DisplayTable | NotEstimable:
    if isinstance(split, NotEstimable):
        return split
    if all(shown_count(cell) is None for cell in split.table["households"]):
        return FEW_IN_GROUPS
    named = {**labels, NOT_RECORDED: _("Tidak tercatat")}
    table = split.table
    return DisplayTable(
        name=name,
        title=title,
        columns=(
            DisplayColumn("kelompok", _("Kelompok")),
            DisplayColumn("tingkat", _("Tingkat")),
            DisplayColumn("households", _("Rumah tangga"), "integer"),
            DisplayColumn("base", _("Dari"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
        ),
        frame=table.assign(
            kelompok=labelled(table["group"], named),
            tingkat=column_of([level_name(str(level)) for level in table["level"]], table.index),
        ),
        note=_("Satuan: rumah tangga peserta yang tingkatnya diketahui pada gelombang terakhir."),
    )


def _moves(result: Movement) -> pd.DataFrame:
    arms = {PARTICIPANT: result.participants, "pembanding": result.comparison}
    rows, ways = [], []
    for arm, found in arms.items():
        if found is None:
            continue
        for way, table in ((_("naik"), found.up), (_("turun"), found.fell)):
            moved = table.rename(columns={"moved": "households", "matched": "base"})
            rows.append(_with_interval(moved).assign(kelompok=arm))
            ways.append(way)
    every = pd.concat(rows, ignore_index=True)
    return every.assign(
        kelompok=labelled(every["kelompok"], ARM_LABELS),
        arah=column_of(ways, every.index),
    )


def _with_interval(table: pd.DataFrame) -> pd.DataFrame:
    """Add the interval of each share, computed from the counts that are shown."""
    found = [proportion(row, "households", "base") for row in as_rows(table)]
    intervals = [None if one is None else one.interval for one in found]
    nan = float("nan")
    return table.assign(
        low=[nan if one is None else one.low for one in intervals],
        high=[nan if one is None else one.high for one in intervals],
    )
