"""Every drawn district passes the contract's checks; the only warnings are meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pasar_nb import demo
from pasar_nb.contract import TABLES, check, read_folder
from pasar_nb.demo.places import LOMBOK_UTARA, PACITAN, PEKALONGAN, STORIES
from pasar_nb.demo.story import Story

TODAY = date(2026, 11, 20)
MEANT = {"households_left"}  # people leave; the report counts them


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("data")
    return {path.name[:4]: path for path in demo.write(demo.draw(), folder)}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_the_seven_districts_are_clean(story, folders: dict[str, Path]) -> None:
    checked = check(read_folder(folders[story.code]), today=TODAY)
    assert set(checked.tables) == set(TABLES)
    assert [problem for problem in checked.problems if problem.stops] == []
    expected = set() if story is PEKALONGAN else MEANT  # nobody leaves before a second survey
    assert {problem.code for problem in checked.problems} == expected


def test_other_districts_are_free_of_errors_too(twelve: tuple, tmp_path: Path) -> None:
    for folder in demo.write(twelve, tmp_path):
        checked = check(read_folder(folder), today=TODAY)
        assert [problem for problem in checked.problems if problem.stops] == [], folder.name
        # A question that 24 households all answer alike is a warning of its own.
        assert {problem.code for problem in checked.problems} <= MEANT | {"column_constant"}


def test_every_other_district_has_every_table_but_judgements_that_are_free(twelve: tuple) -> None:
    for district in twelve:
        assert set(TABLES) - set(district.tables) <= {"perbandingan"}


@pytest.mark.parametrize(
    ("households", "stories"),
    # of more than one household: a workbook, a survey of one wave, and households that leave
    [(1, STORIES), (2, (PACITAN, PEKALONGAN, LOMBOK_UTARA)), (3, (PACITAN, PEKALONGAN, LOMBOK_UTARA))],
    ids=["1", "2", "3"],
)
def test_the_smallest_districts_still_have_every_table(
    households: int, stories: tuple[Story, ...], tmp_path: Path
) -> None:
    drawn = tuple(demo.draw_district(story, households) for story in stories)
    for folder in demo.write(drawn, tmp_path):
        checked = check(read_folder(folder), today=TODAY)
        assert set(checked.tables) == set(TABLES)
        assert [problem for problem in checked.problems if problem.stops] == [], folder.name
