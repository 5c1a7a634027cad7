"""Hostile files are survived: a clear answer, nothing run, fetched or written, in 10 seconds and 1 GiB.

Each is read in a process of its own; an alarm far above the limit guards the machine, and what is over the
limit fails with its figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hostile_files as hostile
import pytest
from clean_district import FOLDER

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="memory is limited as on Unix")

SECONDS, MEMORY = 10.0, 1024**3
READER = Path(__file__).with_name("hostile_reader.py")
FIRST = ["jahe", "k1", "A", "4", "BPS", "2024"]


@dataclass(frozen=True)
class Read:
    """What the reader told of a folder."""

    problems: list[tuple[str, str, str, int | None]]
    texts: str
    cells: dict[str, list[list[str]]]
    seconds: float
    memory: int

    @property
    def codes(self) -> set[str]:
        return {code for code, _severity, _table, _row in self.problems}


Reading = Callable[[hostile.Hostile], Read]


@pytest.fixture(scope="module")
def reader() -> Iterator[subprocess.Popen[str]]:
    """A process that has imported everything and reads each folder in a child of its own."""
    with subprocess.Popen(
        [sys.executable, str(READER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def read(reader: subprocess.Popen[str], tmp_path: Path) -> Callable[[hostile.Hostile], Read]:
    """Make a hostile folder, have it read, and check what that took."""
    assert reader.stdin is not None
    assert reader.stdout is not None
    asked, answers = reader.stdin, reader.stdout

    def reading(make: hostile.Hostile) -> Read:
        folder = tmp_path / FOLDER
        folder.mkdir()
        make(folder)
        (folder / "profil.csv").write_text(hostile.PROFILE)
        before = everything(tmp_path)
        asked.write(f"{folder}\n")
        asked.flush()
        told: Any = json.loads(answers.readline())
        assert isinstance(told, list), f"{make.__name__}: {told}"
        assert everything(tmp_path) == before, "something was written"
        found = Read([tuple(one) for one in told[0]], *told[1:])
        assert found.memory < MEMORY, f"{make.__name__}: {found.memory / 1024**2:.0f} MiB are over 1 GiB"
        # The clock of a busy machine is no measure of the code: only what is far over the limit fails.
        assert found.seconds < 3 * SECONDS, f"{make.__name__}: {found.seconds:.1f} s are far over 10 s"
        return found

    return reading


def everything(parent: Path) -> set[str]:
    return {str(path) for path in parent.rglob("*")}


# Refused: the file, its problem, and the row that is named.
REFUSED = [
    (hostile.bomb_of_spaces, "workbook_bomb", None),
    (hostile.bomb_that_hides_its_size, "workbook_damaged", None),
    (hostile.many_laughs, "workbook_damaged", None),
    (hostile.outside_entity, "workbook_damaged", None),
    (hostile.many_laughs_in_styles, "workbook_damaged", None),
    (hostile.worksheet_outside_the_archive, "no_sheet_filled", None),
    (hostile.two_million_rows_of_text, "table_too_large", None),
    (hostile.two_million_short_rows_of_text, "table_too_large", None),
    (hostile.two_million_rows_of_a_workbook, "table_too_large", None),
    (hostile.two_million_rows_of_parquet, "table_too_large", None),
    (hostile.a_million_columns_of_text, "table_too_wide", 1),
    (hostile.a_million_columns_under_a_header, "table_too_wide", 2),
    (hostile.thousands_of_columns_of_parquet, "table_too_wide", None),
    (hostile.the_last_cell_of_many_rows, "table_too_wide", None),
    (hostile.a_row_a_milliard_below, "workbook_damaged", None),
    (hostile.giant_cell_of_a_workbook, "cell_huge", 2),
    (hostile.giant_cell_of_text, "cell_too_long", 2),
    (hostile.giant_cell_of_parquet, "cell_huge", 2),
    (hostile.file_of_a_gibibyte, "file_too_large", None),
    (hostile.numbers_and_times_beyond_all_bounds, "month_not_read", 2),
    (hostile.days_that_no_calendar_has, "parquet_damaged", None),
    (hostile.quotes_without_end, "cell_too_long", 2),
    (hostile.every_cell_of_a_large_table_is_wrong, "more_of_the_same", 2),
    (hostile.references_without_end, "more_of_the_same", 2),
]


@pytest.mark.parametrize(("make", "code", "row"), REFUSED, ids=[one[0].__name__ for one in REFUSED])
def test_a_hostile_file_is_refused_with_its_reason(
    read: Reading, make: hostile.Hostile, code: str, row: int | None
) -> None:
    found = read(make)
    assert (code, "error", row) in {(code, severity, at) for code, severity, _table, at in found.problems}
    assert "skor" not in found.cells
    assert "profil" in found.cells
    assert hostile.SECRET not in found.texts


# Harmless once nothing in them is run, fetched or followed: the file, and what is said of it.
READ = [
    (hostile.macros, set()),
    (hostile.outside_links, set()),
    (hostile.members_named_as_paths, set()),
    (hostile.a_style_to_the_last_row, set()),
    (hostile.deeply_nested_settings, {"source_not_toml"}),
]


@pytest.mark.parametrize(("make", "codes"), READ, ids=[one[0].__name__ for one in READ])
def test_what_a_file_would_run_or_fetch_is_left_alone(
    read: Reading, make: hostile.Hostile, codes: set[str]
) -> None:
    found = read(make)
    assert found.codes - {"reference_table_absent", "commodity_without_score"} == codes
    if codes:
        assert any(severity == "error" for _code, severity, _table, _row in found.problems)
    assert found.cells["skor"] == [FIRST]


def test_a_command_in_a_cell_is_text_with_a_warning(read: Reading) -> None:
    found = read(hostile.commands_as_text)
    assert "text_like_formula" in found.codes
    assert found.cells["skor"][0][0] == "=cmd|'/C calc'!A0"


def test_a_sheet_whose_name_is_a_path_is_only_a_sheet_with_a_wrong_name(read: Reading) -> None:
    found = read(hostile.sheet_named_as_a_path)
    assert found.codes & {"sheet_misnamed", "sheet_unknown"}
    assert "skor" not in found.cells


NO_FILES = [hostile.link_to_itself, hostile.link_to_an_endless_file, hostile.pipe_that_nobody_fills]


@pytest.mark.parametrize("make", NO_FILES, ids=[one.__name__ for one in NO_FILES])
def test_what_is_no_file_is_not_waited_for(read: Reading, make: hostile.Hostile) -> None:
    assert "skor" not in read(make).cells


def test_patterns_are_not_tried_for_ever(read: Reading) -> None:
    found = read(hostile.cells_that_patterns_try_for_ever)
    assert "number_not_read" in found.codes


LARGEST = [hostile.as_many_cells_of_text_as_are_read, hostile.as_many_cells_of_a_workbook_as_are_read]


@pytest.mark.parametrize("make", LARGEST, ids=[one.__name__ for one in LARGEST])
def test_the_largest_tables_that_are_read_stay_within_the_limits(
    read: Reading, make: hostile.Hostile
) -> None:
    assert not read(make).codes & {"table_too_large", "table_too_wide"}
