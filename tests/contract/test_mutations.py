"""Mutated districts: never a traceback, and no cell that is not what its file says, unless it is told."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from clean_district import neighbours
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import MEANT, WRITTEN, Mutation

from pasar_nb.contract import Checked, check, read_folder
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES
from pasar_nb.demo import draw, write

LATE = date(2100, 1, 1)  # demonstration data reach into the present, whenever that is
WORDS = {"ya": True, "y": True, "1": True, "true": True, "yes": True}
WORDS |= {"tidak": False, "t": False, "0": False, "false": False, "no": False}
DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y")
BOUNDED = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (folder,) = write(draw(1, households=12, seed=7), tmp_path_factory.mktemp("district"))
    return folder


def small_tables(district: Path) -> list[str]:
    """Name the tables whose check takes the time of a mutation, not of a panel."""
    return sorted(path.stem for path in district.glob("*.csv") if path.stem != "profil")


@cache
def clean(district: Path, table: str) -> Checked:
    with TemporaryDirectory() as parent:
        return checked(copied(district, table, Path(parent)))


def copied(district: Path, table: str, parent: Path) -> Path:
    """Copy a table of the district with those that are checked together with it."""
    folder = parent / district.name
    folder.mkdir()
    for name in neighbours([table]):
        if (district / f"{name}.csv").exists():
            shutil.copy(district / f"{name}.csv", folder)
    return folder


def checked(folder: Path) -> Checked:
    return check(read_folder(folder), today=LATE)


@pytest.mark.parametrize("mutation", WRITTEN, ids=[one.__name__ for one in WRITTEN])
@BOUNDED
@given(data=st.data())
def test_what_only_changes_the_writing_changes_no_cell(
    district: Path, mutation: Mutation, data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(small_tables(district)))
    with TemporaryDirectory() as parent:
        folder = copied(district, table, Path(parent))
        mutation(data.draw, folder / f"{table}.csv")
        result = checked(folder)
    before = clean(district, table).tables
    for name, frame in before.items():
        if name not in result.tables:
            assert any(one.stops and one.table == name for one in result.problems)
            assert mutation.__name__ == "write_numbers_with_separators"
        else:
            same = result.tables[name][list(frame.columns)].reset_index(drop=True)
            pd.testing.assert_frame_equal(same, frame.reset_index(drop=True))


@pytest.mark.parametrize("mutation", MEANT, ids=[one.__name__ for one in MEANT])
@BOUNDED
@given(data=st.data())
def test_what_changes_the_meaning_is_told_or_read_as_it_is_written(
    district: Path, mutation: Mutation, data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(small_tables(district)))
    with TemporaryDirectory() as parent:
        folder = copied(district, table, Path(parent))
        path = folder / f"{table}.csv"
        mutation(data.draw, path)
        written, result = path.read_bytes(), checked(folder)
    if table not in result.tables:
        assert any(one.stops and one.table in (table, "") for one in result.problems)
        return
    said = [one for one in result.problems if one.table == table]
    if mutation.__name__ in ("drop_a_field", "double_a_field"):
        raise AssertionError("a row of another length came through")
    if mutation.__name__ == "repeat_a_row":
        assert {one.code for one in said} & {"row_twice"}
    assert untold(result.tables[table], written, table, said) == []


def untold(
    frame: pd.DataFrame, written: bytes, table: str, said: Collection[Problem]
) -> list[tuple[object, ...]]:
    """Find the cells that are not what the file says without anything being said about their column."""
    columns = {column.name: column for column in TABLES[table].columns}
    told = {one.column for one in said}
    if "" in told or any(one.code == "units_converted" for one in said):
        return []
    rows = list(csv.reader(io.StringIO(written.decode("utf-8"), newline="")))
    filled = [at for at, row in enumerate(rows, 1) if at > 1 and any(cell.strip() for cell in row)]
    if filled != list(frame.index):
        return [(filled, list(frame.index))]
    places = {name: at for at, name in enumerate(rows[0])}
    return [
        (row, name, rows[row - 1][places[name]], value)
        for name in frame.columns
        if name in columns and name not in told
        for row, value in frame[name].items()
        if not says(rows[row - 1][places[name]].strip(), value, columns[name])
    ]


def says(text: str, value: object, column: Column) -> bool:
    """Tell whether a text says a value without being understood in any way but the plain one."""
    if pd.isna(value):
        return text == ""
    match column.kind:
        case "number" | "integer" | "money" | "year":
            return float(text) == value
        case "yes_no":
            return WORDS[text.casefold()] is bool(value)
        case "date":
            return value in [_day(text, form) for form in DAYS]
    return value == text


def _day(text: str, form: str) -> pd.Timestamp | None:
    try:
        return pd.Timestamp(datetime.strptime(text, form))
    except ValueError:
        return None
