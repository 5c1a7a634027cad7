"""A person's way: template, ten typical mistakes, the marked copy, mended, checked, and a report of it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from filling_in import fill
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pasar_nb.contract.examples import MARK_COLUMN
from pasar_nb.demo import draw, write
from pasar_nb.district import District

PROJECT = Path(__file__).parents[2]
TABLES = ("profil", "kriteria", "skor", "keputusan", "rumah_tangga")
NIK = "1107014101800001"


@dataclass(frozen=True)
class Mistake:
    """What was typed into a cell, and a word of what the copy says to do about it."""

    table: str
    row: int
    column: str
    typed: object
    remedy: str


TEN = (
    Mistake("skor", 5, "skor", 7, "1 sampai 5"),
    Mistake("skor", 6, "kriteria", "jangkaun", "kriteria"),
    Mistake("skor", 7, "sumber", None, "Isi sel"),
    Mistake("skor", 8, "tahun", 2099, "sudah berlalu"),
    Mistake("skor", 9, "nilai_data", "seribu", "angka"),
    Mistake("kriteria", 4, "dimensi", "ekonomi", "pilihan"),
    Mistake("kriteria", 5, "bobot", "lima", "angka"),
    Mistake("keputusan", 4, "tanggal", "31/02/2024", "tanggal"),
    Mistake("rumah_tangga", 5, "desa", NIK, "Hapus NIK"),
    Mistake("kriteria", 6, MARK_COLUMN, "CONTOH", "Hapus kata CONTOH"),
)


def pasar(*arguments: str | Path, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from pasar_nb.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=300, check=False)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> District:
    (folder,) = write(draw(1, households=12), tmp_path_factory.mktemp("asli"))
    return District.open(folder)


def place(book: Workbook, mistake: Mistake) -> tuple[Worksheet, int, int]:
    headings = {cell.value: cell.column for cell in book[mistake.table][1]}
    # The copy leaves the column of marks out: what is told of a row stands in its first cell.
    return book[mistake.table], mistake.row, headings.get(mistake.column, 1)


def test_from_the_template_to_the_report(original: District, tmp_path: Path) -> None:
    made = pasar("template", original.code, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    path = tmp_path / original.folder.name / "dokumen-kendali.xlsx"
    data, reports, copy = path.parents[1] / "data", tmp_path / "reports", tmp_path / "periksa.xlsx"
    data.mkdir()
    path = path.parent.rename(data / path.parent.name) / path.name
    book = load_workbook(path)
    fill(book, {name: original.table(name) for name in TABLES})
    right = {}
    for mistake in TEN:
        sheet, row, column = place(book, mistake)
        right[mistake] = sheet.cell(row, column).value
        assert right[mistake] != mistake.typed or mistake.column == MARK_COLUMN
        sheet.cell(row, column).value = mistake.typed
    book.save(path)
    before = path.read_bytes()

    faulty = pasar("check", "--data", data, "--excel", copy)
    assert faulty.returncode == 1
    assert path.read_bytes() == before
    marked = load_workbook(copy)
    for mistake in TEN:
        sheet, row, column = place(marked, mistake)
        comment = sheet.cell(row, column).comment
        assert comment is not None, mistake
        assert mistake.remedy in comment.text.partition("Perbaikan:")[2], mistake
    assert NIK not in faulty.stdout

    for mistake in TEN:
        sheet, row, column = place(book, mistake)
        sheet.cell(row, column).value = right[mistake]
    book.save(path)
    mended = pasar("check", "--data", data)
    assert (mended.returncode, "0 galat" in mended.stdout) == (0, True), mended.stdout
    done = pasar("run", "--data", data, "--reports", reports, "--notebook", "commodity_selection")
    assert done.returncode == 0, done.stdout + done.stderr
    page = reports / original.folder.name / "commodity_selection.html"
    assert original.name in page.read_text(encoding="utf-8")
