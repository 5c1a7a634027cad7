"""Signs for nothing, spellings, split numbers and signatures: told where they are, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from clean_district import CLEAN, FOLDER, TODAY, checked, damaged
from openpyxl import Workbook

from pasar_nb.contract import check, read_folder


@pytest.mark.parametrize(
    "change",
    [
        ("rumah_tangga", "P,41,SD", "P,41,tidak ada"),  # no certificate is an answer
        ("survei", "0.5,genteng\nRT-b2,0", "0.5,tidak ada\nRT-b2,0"),  # so may it be in a district's question
        ("capaian", "9500,", "9500,tidak ada"),
        ("umpan_balik", "Harga sekarang lebih pasti", "Tidak ada"),
        ("skor", "kopi,", "NA,"),
    ],
)
def test_an_answer_and_a_remark_are_kept_to_the_letter(tmp_path: Path, change: tuple[str, str, str]) -> None:
    assert checked(tmp_path, damaged(change)).problems == ()


def test_a_source_of_nothing_is_no_source(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("skor", "Wawancara", "tidak ada")))
    assert [(one.code, one.row, one.column) for one in result.problems if one.stops] == [
        ("cell_empty", 3, "sumber")
    ]


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        (("rumah_tangga", "RT-b2,G1", "RT-b2,g1"), "error"),
        (("deret", "harga_jahe,2024-02", "Harga_Jahe,2024-02"), "error"),
        (("rumah_tangga", "P,41,SD", "P,41,sd"), "warning"),
        (("survei", "0.5,genteng\nRT-b2,0", "0.5,Genteng\nRT-b2,0"), "warning"),
        (("pelaku", "p2,Pengepul", "P1,Pengepul"), "warning"),
    ],
)
def test_two_spellings_are_told_once_with_both(
    tmp_path: Path, change: tuple[str, str, str], severity: str
) -> None:
    told = [one for one in checked(tmp_path, damaged(change)).problems if one.code == "spelt_twice"]
    assert [one.severity for one in told] == [severity]


def test_two_spellings_of_a_household_are_masked(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("rumah_tangga", "RT-c3,G2", "rt-A1,G2")))
    (problem,) = (one for one in result.problems if one.code == "spelt_twice")
    assert "A1" not in problem.message.text("id").upper()


def capaian(tmp_path: Path, text: str) -> list[str]:
    place = tmp_path / FOLDER
    place.mkdir()
    for name in ("profil", "skor", "kriteria", "rantai", "indikator"):
        (place / f"{name}.csv").write_text(CLEAN[name], encoding="utf-8")
    (place / "capaian.csv").write_text(text, encoding="utf-8")
    found = check(read_folder(place), today=TODAY).problems
    return [f"{one.code} {one.row}" for one in found if one.table == "capaian"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("indikator,bulan,nilai,catatan\nn1,2024-06,9,5\nn1,2024-07,10,\n", ["decimal_split 2"]),
        # Between semicolons a comma splits nothing, and a year or a word is no decimal.
        ("indikator;bulan;nilai;catatan\nn1;2024-06;9;5\nn1;2024-07;10;\n", []),
        ("indikator,bulan,nilai,catatan\nn1,2024-06,9,2023\nn1,2024-07,10,lima\n", []),
        ("indikator,bulan,nilai,catatan\nn1,2024-06,9.5,5\nn1,2024-07,10,\n", []),
    ],
)
def test_a_number_split_by_its_comma_is_told_by_the_digits_among_words(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    assert capaian(tmp_path, text) == told


def test_a_signature_in_a_workbook_is_passed_over_and_a_short_row_above_is_not(tmp_path: Path) -> None:
    place = tmp_path / FOLDER
    place.mkdir()
    (place / "profil.csv").write_text(CLEAN["profil"], encoding="utf-8")
    book = Workbook()
    book.active.title = "acuan"
    for row in (
        *([*line.split(",")] for line in CLEAN["acuan"].splitlines()),
        ["2028", None, None, None],
        [None],
        [None, None, "Trenggalek,      Mei 2024"],
        [None, "Mengetahui,", None, "Petugas"],
        [None, "Sri"],
    ):
        book.active.append(row)
    book.save(place / "dokumen-kendali.xlsx")
    found = check(read_folder(place), today=TODAY).problems
    told = {(one.code, one.row) for one in found if one.table == "acuan"}
    assert ("note_row", 6) in told
    assert {row for code, row in told if code == "cell_empty"} == {4}
