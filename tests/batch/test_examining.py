"""Districts examined for `pasar check`: in one process or several, and beside each other."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from pasar_nb.batch.examining import Examined, examine_all
from pasar_nb.cli import main
from pasar_nb.contract.tables import TABLES
from pasar_nb.demo import draw, write


class Fatal(type(Path())):  # type: ignore[misc]  # the class of paths of this system
    """A folder that kills the process that gets to examine it, as a system does that runs out of memory."""

    def __reduce__(self) -> tuple[object, ...]:
        return _killed, (str(self),)


class FatalOnce(type(Path())):  # type: ignore[misc]
    """A folder that kills only the first process that gets to examine it."""

    def __reduce__(self) -> tuple[object, ...]:
        return _killed_once, (str(self),)


def _killed(_folder: str) -> Path:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def _killed_once(folder: str) -> Path:
    flag = Path(folder).parent.with_name("killed")
    if not flag.exists():
        flag.touch()
        _killed(folder)
    return Path(folder)


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    written = write(draw(3, households=12), tmp_path / "data")
    for folder in written:
        for table in folder.glob("*.csv"):
            if table.stem not in ("profil", "rumah_tangga"):
                table.unlink()
    return list(written)


def with_a_household_of(first: Path, second: Path) -> None:
    """Copy the last household of one district into another."""
    *_others, last = (first / "rumah_tangga.csv").read_text(encoding="utf-8").splitlines()
    with (second / "rumah_tangga.csv").open("a", encoding="utf-8") as file:
        file.write(last + "\n")


def texts(examined: list[Examined]) -> list[tuple[str, list[str]]]:
    return [(one.place.code, [problem.message.text("id") for problem in one.problems]) for one in examined]


def test_several_processes_say_what_one_says_in_the_same_order(folders: list[Path]) -> None:
    with_a_household_of(folders[0], folders[2])
    (folders[1] / "rumah_tangga.csv").write_text("id_rt,desil\nx,99\n", encoding="utf-8")
    (folders[1] / "profil.csv").unlink()
    alone = list(examine_all(folders, TABLES, processes=1))
    shared = list(examine_all(folders, TABLES, processes=2))
    assert texts(shared) == texts(alone)
    assert [one.stopping for one in shared] == [one.stopping for one in alone]
    assert [one.place.code for one in shared] == [folder.name[:4] for folder in folders]


def test_a_killed_process_costs_no_district(folders: list[Path]) -> None:
    alone = list(examine_all(folders, TABLES, processes=1))
    shared = list(examine_all([folders[0], FatalOnce(folders[1]), folders[2]], TABLES, processes=2))
    assert texts(shared) == texts(alone)


def test_a_district_that_kills_every_process_is_told_and_the_others_are_examined(folders: list[Path]) -> None:
    first, second, third = examine_all([folders[0], Fatal(folders[1]), folders[2]], TABLES, processes=2)
    assert [one.code for one in second.problems] == ["check_killed"]
    assert (first.stopping, second.stopping, third.stopping) == (0, 1, 0)
    assert second.place.code == folders[1].name[:4]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_district_that_breaks_the_check_is_told_and_the_others_are_examined(
    folders: list[Path], processes: int
) -> None:
    folders[1].rename(folders[1].with_name("taken-away"))
    first, second, third = examine_all(folders, TABLES, processes=processes)
    (problem,) = second.problems
    assert (problem.code, problem.message.values["error"]) == ("check_broken", "FileNotFoundError")
    assert (first.stopping, second.stopping, third.stopping) == (0, 1, 0)
    assert second.place.code == folders[1].name[:4]


def test_what_broke_a_check_is_told_without_a_value(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_table: object, _spec: object) -> pd.DataFrame:
        raise ValueError("Siti Aminah")

    monkeypatch.setattr("pasar_nb.contract.checking.parse_table", broken)
    result = CliRunner().invoke(main, ["check", "--data", str(folders[0].parent)])
    assert result.exit_code == 1
    assert result.output.count("ValueError (checking.py:") == len(folders)
    assert "Siti" not in result.output


def test_no_workbook_is_marked_where_the_check_broke(
    folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> list[object]:
        raise ValueError("Siti Aminah")

    monkeypatch.setattr("pasar_nb.contract.checking.header_problems", broken)
    command = ["check", "--data", str(folders[0].parent), "--district", folders[0].name[:4]]
    result = CliRunner().invoke(main, [*command, "--excel", str(tmp_path / "x.xlsx")])
    assert (result.exit_code, (tmp_path / "x.xlsx").exists()) == (1, False)
    assert "tidak ditulis" in result.output
    assert "ValueError (checking.py:" in result.output


def test_a_household_in_two_districts_is_told_at_the_second_with_both_folders(folders: list[Path]) -> None:
    with_a_household_of(folders[0], folders[2])
    first, second, third = examine_all(folders, TABLES)
    assert (first.shared, second.shared, third.shared) == (0, 0, 1)
    (problem,) = [one for one in third.problems if one.code == "households_shared"]
    text = problem.message.text("id")
    assert folders[0].name in text
    assert folders[2].name in text


def test_the_command_ends_with_1_for_a_household_in_two_districts(folders: list[Path]) -> None:
    command = ["check", "--data", str(folders[0].parent)]
    assert CliRunner().invoke(main, command).exit_code == 0
    with_a_household_of(folders[0], folders[1])
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "dua kabupaten" in result.output
    assert "dapat dipakai" not in result.output
    assert CliRunner().invoke(main, [*command, "--district", folders[0].name[:4]]).exit_code == 0
