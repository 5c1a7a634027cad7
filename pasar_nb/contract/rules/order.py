"""Rules of order: in time, along waves, between low and high, and of units along a series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pandas as pd

from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.facts import Facts
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.units import MEASURED, grouped_units, mixed_rows
from pasar_nb.language import Day, listing
from pasar_nb.vocabulary import BASELINE

WAVES = (("survei", "id_rt"), ("mitra_survei", "mitra"))
PLANNED_YEARS = 10  # ahead; programmes are planned for five years, with the next term at most
LOW_TO_HIGH = (
    ("model_bisnis", ("harga_rendah", "harga", "harga_tinggi")),
    ("model_bisnis", ("volume_rendah", "volume", "volume_tinggi")),
)


def nothing_in_the_future(facts: Facts) -> Iterator[Problem]:
    """Tell which dates, months and years lie after today, except for plans such as deadlines and budgets."""
    for table in facts.frames:
        for column in TABLES[table].columns:
            if column.kind in {"date", "month", "year"} and not column.planned:
                cells = facts.cells(table, column.name)
                late = [int(row) for row in cells.index[_after(cells, column, facts.today)]]
                yield from told_up_to_enough(late, partial(_too_late, facts, table, column.name))


def plans_within_reach(facts: Facts) -> Iterator[Problem]:
    """Tell which deadlines and years of budgets lie so far ahead that they are slips of the hand."""
    horizon = facts.today.replace(year=facts.today.year + PLANNED_YEARS, month=12, day=31)
    for table in facts.frames:
        for column in TABLES[table].columns:
            if column.kind in {"date", "month", "year"} and column.planned:
                cells = facts.cells(table, column.name)
                late = [int(row) for row in cells.index[_after(cells, column, horizon)]]
                yield from told_up_to_enough(late, partial(_too_far, facts, table, column.name, horizon.year))


def _too_far(facts: Facts, table: str, column: str, year: int, row: int) -> Problem:
    return facts.problem(messages.PLAN_TOO_FAR, table, row=row, column=column, year=str(year))


def nothing_spent_in_the_future(facts: Facts) -> Iterator[Problem]:
    """Tell where money of a year that has not begun is said to be spent."""
    if not facts.has("pembiayaan", "tahun", "realisasi"):
        return
    costs = facts.frames["pembiayaan"][["tahun", "realisasi"]].dropna()
    rows = [int(row) for row in costs.index[(costs["tahun"] > facts.today.year) & (costs["realisasi"] > 0)]]
    yield from told_up_to_enough(rows, partial(_spent_early, facts))


def _spent_early(facts: Facts, row: int) -> Problem:
    year = str(facts.frames["pembiayaan"].at[row, "tahun"])
    return facts.problem(messages.SPENT_IN_THE_FUTURE, "pembiayaan", row=row, column="realisasi", year=year)


def _too_late(facts: Facts, table: str, column: str, row: int) -> Problem:
    return facts.problem(messages.IN_THE_FUTURE, table, row=row, column=column)


def _after(cells: pd.Series, column: Column, today: date) -> pd.Series:
    if column.kind == "date":
        return cells >= pd.Timestamp(today) + pd.Timedelta(days=1)
    return cells > (f"{today:%Y-%m}" if column.kind == "month" else today.year)


def waves_in_order(facts: Facts) -> Iterator[Problem]:
    """Tell where a household's or partner's later wave is dated before its earlier one."""
    for table, unit in WAVES:
        if facts.has(table, unit, "gelombang", "tanggal"):
            yield from _waves_out_of_order(facts, table, unit)


def _waves_out_of_order(facts: Facts, table: str, unit: str) -> Iterator[Problem]:
    waves = facts.frames[table][[unit, "gelombang", "tanggal"]].dropna().sort_values([unit, "gelombang"])
    by_unit = waves.assign(at=waves.index).groupby(unit)
    before = by_unit[["tanggal", "at"]].shift()
    late = waves["tanggal"] < before["tanggal"]
    for row, wave, day, earlier, first in zip(
        waves.index[late],
        waves.loc[late, "gelombang"],
        waves.loc[late, "tanggal"],
        before.loc[late, "tanggal"],
        before.loc[late, "at"],
        strict=True,
    ):
        yield facts.problem(
            messages.WAVES_OUT_OF_ORDER,
            table,
            row=int(row),
            column="tanggal",
            wave=str(wave),
            date=Day(day.date()),
            earlier=Day(earlier.date()),
            first=str(int(first)),
        )


def baseline_before_programme(facts: Facts) -> Iterator[Problem]:
    """Count the interviews of the baseline that took place on the first day of the programme or later."""
    started = facts.cells("profil", "mulai_intervensi")
    if started.empty or not facts.has("survei", "gelombang", "tanggal"):
        return
    survey, start = facts.frames["survei"][["gelombang", "tanggal"]].dropna(), started.iloc[0]
    days = survey.loc[survey["gelombang"] == BASELINE, "tanggal"]
    late = days.index[days >= start]
    if len(late):
        yield facts.problem(
            messages.BASELINE_UNDERWAY,
            "survei",
            row=int(late[0]),
            column="tanggal",
            count=len(late),
            total=len(days),
            start=Day(start.date()),
        )


def low_to_high(facts: Facts) -> Iterator[Problem]:
    """Tell where a low estimate is above the main one, or that above the high one."""
    for table, columns in LOW_TO_HIGH:
        present = [column for column in columns if facts.has(table, column)]
        if len(present) > 1:
            # An empty estimate is passed over, so that low and high are compared where the main one is empty.
            values = facts.frames[table][present].astype("float64")
            falls = values < values.ffill(axis=1).shift(axis=1)
            for row, column in falls[falls.any(axis=1)].idxmax(axis=1).items():
                yield facts.problem(
                    messages.BOUNDS_OUT_OF_ORDER,
                    table,
                    row=row_number(row),
                    column=str(column),
                    columns=listing(present),
                )


def volumes_keep_their_unit(facts: Facts) -> Iterator[Problem]:
    """Tell which volumes mix units that could not be converted, and which have none beside others."""
    for measured in MEASURED:
        table, name = measured.table, measured.unit
        if not facts.has(table, *measured.columns):
            continue
        for units in mixed_rows(facts.frames[table], measured, (*measured.owner, *measured.apart)):
            folded = units.str.casefold()
            first = units.index[folded != folded.iloc[0]][0]
            shown = listing(unit or "-" for unit in units[~folded.duplicated()])
            yield facts.problem(messages.UNITS_MIXED, table, row=int(first), column=name, units=shown)
        for units in grouped_units(facts.frames[table], measured, measured.owner):
            yield from _without_unit(facts, table, name, units)


def _without_unit(facts: Facts, table: str, column: str, units: pd.Series) -> Iterator[Problem]:
    """Tell how many amounts lack the unit that all others have; where these differ, more is wrong."""
    written, empty = units[units != ""], units[units == ""]
    if len(empty) and written.str.casefold().nunique() == 1:
        yield facts.problem(
            messages.UNIT_MISSING,
            table,
            row=int(empty.index[0]),
            column=column,
            count=len(empty),
            unit=str(written.iloc[0]),
        )


def figures_keep_their_unit(facts: Facts) -> Iterator[Problem]:
    """Tell which criteria have their underlying figures in several units; these figures are only shown."""
    if not facts.has("skor", "kriteria", "nilai_data", "satuan"):
        return
    figures = facts.frames["skor"].dropna(subset=["kriteria", "nilai_data"])
    for criterion, units in figures["satuan"].fillna("").groupby(figures["kriteria"]):
        folded = units.str.casefold()
        if folded.nunique() > 1:
            yield facts.problem(
                messages.FIGURES_IN_UNITS,
                "skor",
                row=int(units.index[folded != folded.iloc[0]][0]),
                column="satuan",
                criterion=str(criterion),
                units=listing(unit or "-" for unit in units[~folded.duplicated()]),
            )


def series_keep_their_unit(facts: Facts) -> Iterator[Problem]:
    """Tell which series do not keep one unit throughout."""
    if not facts.has("deret", "seri", "satuan"):
        return
    units = facts.frames["deret"].dropna(subset=["seri", "satuan"]).groupby("seri")["satuan"]
    for series, of_series in units:
        if of_series.nunique() > 1:
            changes = of_series.index[of_series != of_series.iloc[0]]
            yield facts.problem(
                messages.SERIES_UNIT_CHANGES,
                "deret",
                row=int(changes[0]),
                column="satuan",
                series=str(series),
                units=listing(of_series.unique()),
            )
