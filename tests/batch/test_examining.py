"""Districts examined for `pasar check`: in one process or several, and beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pasar_nb.batch.examining import Examined, examine_all
from pasar_nb.cli import main
from pasar_nb.contract.tables import TABLES
from pasar_nb.demo import draw, write


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
    assert CliRunner().invoke(main, [*command, "--district", folders[0].name[:4]]).exit_code == 0
