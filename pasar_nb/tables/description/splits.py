"""Tables of the key measures split by group, and of every measure for the owner of the data."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import (
    KIND_LABELS,
    answer_name,
    group_name,
    measure_name,
    prices_of,
    wave_name,
)
from pasar_nb.analysis.measures import Measure
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.description.waves import NOTHING
from pasar_nb.tables.display import CellKind, DisplayColumn, DisplayTable
from pasar_nb.vocabulary import BASELINE

_NO_SPLIT = NotEstimable(_("Hasil peserta tidak dapat dipilah: ciri rumah tangga tidak dicatat."))
_NOTHING_SHOWN = NotEstimable(
    _(
        "Hasil peserta menurut kelompok tidak ditampilkan: tiap kelompok berisi kurang dari 10 rumah tangga, "
        "atau angkanya dilindungi."
    )
)
_HIDDEN = _("Median disebut bila sedikitnya 20 rumah tangga menjawab.")
_BEFORE, _AFTER = "_before", "_after"
_TOLD = "^(mean|share)_"  # columns without which a table tells nothing


def splits(shown: Released[Description]) -> tuple[DisplayTable | NotEstimable, ...]:
    """Show each key measure by group, at the start and in the last wave: a table for each measure.

    Paper has that of the first measure only; in the others things are looked up.
    """
    if not shown.result.measures:
        return (NOTHING,)
    tables = [_of_measure(shown, measure) for measure in shown.result.key]
    told = [one for one in tables if one is not None]
    return tuple(replace(one, screen_only=place > 0) for place, one in enumerate(told)) or (
        _NOTHING_SHOWN if any(len(split.table) for split in shown.result.splits) else _NO_SPLIT,
    )


def every_split(shown: Released[Description]) -> tuple[DisplayTable, ...]:
    """Show every measure by every group to the owner of the data; to others nothing."""
    found = shown.result
    if shown.audience != "internal" or found.every_split.empty:
        return ()
    whole = DisplayTable(
        name="semua_pilahan",
        title=_("Semua ukuran menurut kelompok peserta"),
        columns=(
            DisplayColumn("label", _("Ukuran")),
            DisplayColumn("kind_name", _("Pilahan")),
            DisplayColumn("group_name", _("Kelompok")),
            DisplayColumn("wave_name", _("Gelombang")),
            DisplayColumn("n", _("n"), "integer"),
            DisplayColumn("mean", _("Rata-rata"), "quantity"),
            DisplayColumn("median", _("Median"), "quantity"),
        ),
        frame=_named(found),
        workbook_only=True,
        note=paragraph(
            prices_of(found),
            _(
                "Rata-rata jawaban ya atau tidak adalah bagian yang menjawab ya, dan rata-rata sebuah "
                "pilihan bagian yang memilihnya, antara 0 dan 1."
            ),
            _("Sumber: tabel survei dan rumah_tangga."),
        ),
    )
    return (whole,)


def _named(found: Description) -> pd.DataFrame:
    """Add the names of question, way to split, group and wave."""
    table, told = found.every_split, {one.name: one for one in found.measures}
    labels = [
        _label(told[name], answer) for name, answer in zip(table["measure"], table["answer"], strict=True)
    ]
    groups = [group_name(kind, group) for kind, group in zip(table["kind"], table["group"], strict=True)]
    return table.assign(
        label=column_of(labels, table.index),
        kind_name=column_of([KIND_LABELS[kind] for kind in table["kind"]], table.index),
        group_name=column_of(groups, table.index),
        wave_name=column_of([wave_name(wave) for wave in table["wave"]], table.index),
    )


def _label(measure: Measure, answer: object) -> Message:
    if not isinstance(answer, str):
        return measure_name(measure)
    return _("{question}: {answer}", question=measure_name(measure), answer=answer_name(measure, answer))


def _of_measure(shown: Released[Description], measure: Measure) -> DisplayTable | None:
    found = shown.result
    parts = []
    for split in found.splits:
        own = split.table[split.table["measure"] == measure.name]
        if len(own):
            parts.append(_waves_beside(own).assign(kind=split.kind))
    if not parts or (table := pd.concat(parts, ignore_index=True)).filter(regex=_TOLD).isna().all(axis=None):
        return None
    groups = [group_name(kind, group) for kind, group in zip(table["kind"], table["group"], strict=True)]
    ended = f"n{_AFTER}" in table
    return DisplayTable(
        name=f"pilahan_{measure.name}",
        title=_("{measure}: peserta menurut kelompok", measure=measure_name(measure)),
        columns=(
            DisplayColumn("kind_name", _("Pilahan")),
            DisplayColumn("group_name", _("Kelompok")),
            *_columns(measure, _BEFORE, _("awal")),
            *(_columns(measure, _AFTER, _("akhir")) if ended else ()),
        ),
        frame=table.assign(
            kind_name=column_of([KIND_LABELS[kind] for kind in table["kind"]], table.index),
            group_name=column_of(groups, table.index),
        ),
        note=_note(found, measure),
    )


def _columns(measure: Measure, wave: str, when: Message) -> tuple[DisplayColumn, ...]:
    n = DisplayColumn(f"n{wave}", _("n {when}", when=when), "integer")
    if measure.form == "yes_no":
        return n, DisplayColumn(f"share{wave}", _("Bagian {when}", when=when), "share")
    kind: CellKind = "integer" if measure.money else "quantity"
    return (
        n,
        DisplayColumn(f"mean{wave}", _("Rata-rata {when}", when=when), kind),
        DisplayColumn(f"median{wave}", _("Median {when}", when=when), kind),
    )


def _waves_beside(table: pd.DataFrame) -> pd.DataFrame:
    """Set the last wave beside the baseline, a row per group."""
    order = list(dict.fromkeys(table["group"]))
    first = table["wave"] == str(BASELINE)
    statistics = ["n", "mean", "median", "share"]
    own = [table[chosen].set_index("group")[statistics] for chosen in (first, ~first)]
    sides = [one.add_suffix(suffix) for one, suffix in zip(own, (_BEFORE, _AFTER), strict=True) if len(one)]
    if not first.any():  # measured only later: still the last wave, but nothing to set it beside
        sides = [own[0].add_suffix(_BEFORE).reindex(order), *sides]
    return pd.concat([side.reindex(order) for side in sides], axis="columns").reset_index(names="group")


def _note(found: Description, measure: Measure) -> Message:
    said = [prices_of(found)] if measure.money else []
    said.append(_("Semua peserta yang menjawab pada gelombang itu; perbedaan antarkelompok tidak diuji."))
    if measure.form != "yes_no":
        said.append(_HIDDEN)
    return paragraph(*said, _("Sumber: tabel survei dan rumah_tangga."))
