"""From a district's tables to the pages people read: the real notebooks, the real command, a real browser."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from visits import Visit

PROJECT = Path(__file__).parents[2]
REAL = PROJECT.parent / "shared" / "real" / "districts"
DISTRICTS = ("3501-pacitan", "3503-trenggalek")  # one brings a workbook, one a CSV for each table
REPORT = "3503-trenggalek/commodity_selection"
HEADER_ROW = 5
COUNTED = re.compile(
    r"(?i)(n|rumah tangga|ditemui|tidak ditemui|dipakai|diwawancarai|banyaknya|dalam daftar|ungkapan)\b"
)
OFFICIAL = {"UMK (Rp/bulan)", "Garis kemiskinan (Rp/orang/bulan)"}
NOT_OF_HOUSEHOLDS = ("data_", "perkiraan_deret")  # sizes of tables, and prices of markets
ONLY_SELECTION = ("--notebook", "commodity_selection")


@dataclass(frozen=True)
class Run:
    """What a run of the command left."""

    code: int
    said: str
    reports: Path

    def page(self, name: str) -> str:
        return (self.reports / f"{name}.html").read_text(encoding="utf-8")


def pasar(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from pasar_nb.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, timeout=300, check=False)


def run(data: Path, reports: Path, *options: str) -> Run:
    done = pasar("run", "--data", data, "--reports", reports, *options)
    return Run(done.returncode, done.stdout + done.stderr, reports)


def digests(folder: Path, pattern: str) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for name in DISTRICTS:
        shutil.copytree(PROJECT / "data" / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def first(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(data, tmp_path_factory.mktemp("reports"))


def test_every_district_gets_its_report(first: Run) -> None:
    assert first.code == 0, first.said
    for name in DISTRICTS:
        for ending in ("html", "xlsx", "json"):
            assert (first.reports / name / f"commodity_selection.{ending}").stat().st_size


def cells_of(workbook: Path) -> Iterator[tuple[str, str, Any]]:
    """Give sheet, heading and value of every number in the tables of a report's workbook."""
    for sheet in openpyxl.load_workbook(workbook):
        rows = sheet.iter_rows(min_row=HEADER_ROW, values_only=True)
        header = next(rows, ())
        for row in rows:
            for heading, value in zip(header, row, strict=False):
                if (
                    isinstance(heading, str)
                    and isinstance(value, int | float)
                    and not isinstance(value, bool)
                ):
                    yield sheet.title, heading, value


@pytest.mark.parametrize("name", DISTRICTS)
def test_the_public_workbook_of_households_holds_no_exact_count_and_no_exact_rupiah(
    first: Run, name: str
) -> None:
    counts, rupiah = 0, 0
    for sheet, heading, value in cells_of(first.reports / name / "impact.xlsx"):
        place = (sheet, heading, value)
        if COUNTED.match(heading):
            counts += 1
            assert value >= 10, place
            assert value % 5 == 0, place
        elif abs(value) >= 1_000 and heading not in OFFICIAL and not sheet.startswith(NOT_OF_HOUSEHOLDS):
            rupiah += 1
            assert float(f"{value:.2e}") == value, place  # three digits
    assert counts > 100
    assert rupiah > 100


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_sees_every_figure_and_nothing_is_fetched(first: Run, visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(first.reports / f"{REPORT}.html")
    page.wait_for_function("document.querySelectorAll('.plot.drawn .main-svg:first-of-type').length === 6")
    assert page.locator(".plot.drawn").count() == page.locator("figure").count() == 6
    assert page.locator("h1").inner_text() == "Pemilihan komoditas"
    assert visit.overflow() <= 0
    visit.assert_silent_and_local()


@pytest.mark.browser
def test_the_index_finds_a_district_and_opens_its_report(first: Run, visit: Visit) -> None:
    page = visit.open(first.reports / "index.html")
    page.fill("input[type=search]", "treng")
    visible = page.locator("tbody tr:visible")
    assert visible.count() == 1
    visible.get_by_role("link").first.click()
    page.wait_for_selector(".plot.drawn")
    assert "Trenggalek" in page.locator("body").inner_text()
    visit.assert_silent_and_local()


def test_the_page_says_that_its_data_are_made_up(first: Run) -> None:
    for name in DISTRICTS:
        assert "DATA CONTOH" in first.page(f"{name}/commodity_selection")


def test_a_public_page_names_no_rater(first: Run, data: Path) -> None:
    raters = set()
    for line in (data / "3503-trenggalek" / "skor.csv").read_text(encoding="utf-8").splitlines()[1:]:
        raters.add(line.split(",")[2])
    assert len(raters) > 2
    cells = set(re.findall(r">([^<]+)</t[hd]>", first.page(REPORT)))
    assert "Penilai 1" in cells
    assert not raters & cells


def test_the_workbook_holds_every_table_of_the_page(first: Run) -> None:
    titles = re.findall(r'id="tabel-\d+-judul"><span[^>]*>[^<]*</span> ([^<]+)</p>', first.page(REPORT))
    book = openpyxl.load_workbook(first.reports / f"{REPORT}.xlsx", read_only=True)
    held = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert len(titles) >= 8
    assert not [title for title in titles if title not in held]


def test_the_record_of_origin_carries_hashes_and_figures(first: Run, data: Path) -> None:
    record = json.loads((first.reports / f"{REPORT}.json").read_text(encoding="utf-8"))
    by_path = {file["path"]: file["sha256"] for file in record["files"]}
    content = (data / "3503-trenggalek" / "skor.csv").read_bytes()
    assert by_path["skor.csv"] == hashlib.sha256(content).hexdigest()
    assert record["results"]["winners"] == ["Jahe merah"]
    assert 0 < record["results"]["first_near"] <= 1


def test_a_damaged_table_stops_only_its_district_and_keeps_its_report(
    first: Run, data: Path, tmp_path: Path
) -> None:
    damaged, reports = tmp_path / "data", tmp_path / "reports"
    shutil.copytree(data, damaged)
    shutil.copytree(first.reports, reports)
    report = reports / "3503-trenggalek"
    before = digests(report, "commodity_selection.*")
    scores = damaged / "3503-trenggalek" / "skor.csv"
    lines = scores.read_text(encoding="utf-8").splitlines()
    cells = lines[3].split(",")
    cells[3] = "sembilan"
    lines[3] = ",".join(cells)
    scores.write_text("\n".join(lines) + "\n", encoding="utf-8")
    second = run(damaged, reports, *ONLY_SELECTION)
    assert second.code == 3, second.said
    assert digests(report, "commodity_selection.*") == before
    assert "Trenggalek" in second.said and "data perlu diperbaiki" in second.said
    index = second.page("index")
    assert "data perlu diperbaiki" in index
    shown = pasar("check", "--data", damaged, "--district", "3503")
    assert shown.returncode == 1
    assert "baris 4" in shown.stdout and "sembilan" in shown.stdout and "skor.csv" in shown.stdout


@pytest.fixture(scope="module")
def english(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(
        data, tmp_path_factory.mktemp("english"), "--language", "en", "--district", "3503", *ONLY_SELECTION
    )


@pytest.mark.browser
def test_the_english_page_draws_its_figures_too(english: Run, visit: Visit) -> None:
    page = visit.open(english.reports / f"{REPORT}.en.html")
    page.wait_for_function("document.querySelectorAll('.plot.drawn .main-svg:first-of-type').length === 6")
    visit.assert_silent_and_local()


def test_both_languages_show_the_same_figures(first: Run, english: Run) -> None:
    assert english.code == 0, english.said
    text = english.page(f"{REPORT}.en")
    assert "Commodity selection" in text and "Pemilihan komoditas" not in text
    figures = [
        json.loads((folder / f"{REPORT}{suffix}.json").read_text(encoding="utf-8"))["results"]
        for folder, suffix in ((first.reports, ""), (english.reports, ".en"))
    ]
    assert figures[0] == figures[1]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real districts are not beside the project")
def test_the_real_districts_say_what_they_can(tmp_path: Path) -> None:
    real = run(REAL, tmp_path)
    assert real.code == 0, real.said
    text = real.page(REPORT)
    assert "sama kuat (seri)" in text
    assert "DATA CONTOH" not in text
    index = real.page("index")
    assert index.count("Tabel yang diperlukan belum ada: kriteria dan skor.") == 5
    prices = real.page("3503-trenggalek/impact")  # no household was asked there
    assert "Tabel survei belum ada atau kosong." in prices
    assert "Tren setiap deret bulanan" in prices
