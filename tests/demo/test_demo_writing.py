"""Writing: the same bytes every time, nothing real overwritten, committed data as generated."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from pasar_nb import demo
from pasar_nb.demo.places import PACITAN, PEMALANG
from pasar_nb.errors import UsageError
from pasar_nb.identifiers import find_identifiers

COMMITTED = Path(__file__).parents[2] / "data"
LARGEST = 6_000_000  # bytes of all committed demonstration data


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def cells(workbook: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(workbook)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    demo.write(demo.draw(), folder)
    return folder


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        demo.write([demo.draw_district(story, 20, seed=8) for story in (PEMALANG, PACITAN)], tmp_path / name)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert len(digests(tmp_path / "one")) == len(set(digests(tmp_path / "one"))) == 27 + 2


def test_writing_again_replaces_the_earlier_demonstration(tmp_path: Path) -> None:
    (folder,) = demo.write([demo.draw_district(PEMALANG, 20, seed=8)], tmp_path)
    assert (folder / "perbandingan.csv").exists()
    without = replace(PEMALANG, selection=replace(PEMALANG.selection, judgement="none"))
    demo.write([demo.draw_district(without, 20, seed=9)], tmp_path)
    assert not (folder / "perbandingan.csv").exists()
    assert json.loads((folder / "kebenaran.json").read_text(encoding="utf-8"))["benih"] == 9


def test_real_data_are_never_overwritten(tmp_path: Path) -> None:
    real = tmp_path / "3501-pacitan" / "profil.csv"
    real.parent.mkdir()
    real.write_text("a district's own data\n")
    with pytest.raises(UsageError, match="bukan data contoh"):
        demo.write([demo.draw_district(story, 20) for story in (PEMALANG, PACITAN)], tmp_path)
    assert digests(tmp_path) == {"3501-pacitan/profil.csv": hashlib.sha256(real.read_bytes()).hexdigest()}


def test_amounts_dates_and_answers_are_written_as_people_write_them(regenerated: Path) -> None:
    profile = (regenerated / "3503-trenggalek" / "profil.csv").read_text(encoding="utf-8")
    assert "2023-10-02" in profile
    assert profile.endswith(",ya\n")
    survey = (regenerated / "3503-trenggalek" / "survei.csv").read_text(encoding="utf-8")
    assert ".0," not in survey


def test_the_committed_data_are_what_the_generator_makes(regenerated: Path) -> None:
    made = {name: digest for name, digest in digests(regenerated).items() if not name.endswith(".xlsx")}
    committed = digests(COMMITTED)
    assert {name: committed.get(name) for name in made} == made
    assert set(committed) == set(digests(regenerated)) | {"README.md", "MASALAH-DATA.md"}


def test_the_committed_workbook_has_the_cells_that_the_generator_makes(regenerated: Path) -> None:
    name = Path("3501-pacitan") / "dokumen-kendali.xlsx"
    assert cells(COMMITTED / name) == cells(regenerated / name)


def test_the_committed_data_are_small_and_hold_no_identifiers() -> None:
    files = [path for path in COMMITTED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    for path in files:
        if path.suffix != ".xlsx":
            assert find_identifiers(path.read_text(encoding="utf-8")) == [], path
