"""Identifiers of persons: found however they are written, masked in what is told, and no false alarms."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from clean_district import CLEAN, TODAY, checked, damaged, told
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pasar_nb.contract.cases import LONGEST_VALUE, Case, shown_value
from pasar_nb.contract.checking import check
from pasar_nb.contract.identity import CASES, withhold_identifiers
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.reading import read_folder
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import mask

# A woman's NIK of Trenggalek: born on the 5th (45 - 40) of July 1988.
NIK = "3503124507880001"

IDENTIFIERS = {
    # NIK and family card
    NIK: "identifier_nik",
    f" {NIK} ": "identifier_nik",
    f"{NIK}.0": "identifier_nik",
    f"'{NIK}": "identifier_nik",
    f"NIK{NIK}": "identifier_nik",
    f"Sumiati ({NIK})": "identifier_nik",
    "3503 1245 0788 0001": "identifier_nik",
    "35.03.12.450788.0001": "identifier_nik",
    "350312-450788-0001": "identifier_nik",
    "350312\u2013450788\u20130001": "identifier_nik",
    "3.503.124.507.880.001": "identifier_nik",
    "3,503,124,507,880,001": "identifier_nik",
    "3,503124507880001E+15": "identifier_nik",
    "3503129999990001": "identifier_kk",
    # telephones
    "081234567890": "identifier_telephone",
    "0812-3456-7890": "identifier_telephone",
    "0812\u20133456\u20137890": "identifier_telephone",
    "0812.3456.7890": "identifier_telephone",
    "(0812) 3456 7890": "identifier_telephone",
    "081 234 567 890": "identifier_telephone",
    "+62 812-3456-7890": "identifier_telephone",
    "6281234567890": "identifier_telephone",
    "https://wa.me/6281234567890": "identifier_telephone",
    # positions
    "-8.0512,111.7134": "identifier_gps",
    "-8.051 111.713": "identifier_gps",
    "-8,0512; 111,7134": "identifier_gps",
    "111.7134,-8.0512": "identifier_gps",
    "8.0512 LS 111.7134 BT": "identifier_gps",
    "S8.0512 E111.7134": "identifier_gps",
    "8°03'04\" LS 111°42'48\" BT": "identifier_gps",
    "https://www.google.com/maps?q=-8.05123,111.71342": "identifier_gps",
}
HARMLESS = [
    # table, column, what may stand in it
    ("survei", "pendapatan_rt", "62812345678"),
    ("survei", "pendapatan_rt", "6281234567890"),
    ("survei", "pendapatan_rt", "1.250.000"),
    ("pembiayaan", "anggaran", "81234567890"),
    ("pembiayaan", "anggaran", "1.250.000.000.000.000"),
    ("pembiayaan", "anggaran", "125000000000000"),
    ("pembiayaan", "kode_apbd", "5.1.02.01.01.0012"),
    ("pembiayaan", "kode_apbd", "4.01.01.2.01.0001.5.1.02.01"),
    ("deret", "nilai", "1234567890.12"),
    ("skor", "nilai_data", "-8.0512"),
    ("rumah_tangga", "id_rt", "RT-fe26209b3e"),
    ("rumah_tangga", "id_rt", "fe26209b3e81234567890123456789ab"),
    ("rumah_tangga", "id_rt", "35031200010002"),
    ("rumah_tangga", "id_rt", "0812345"),
    ("rumah_tangga", "desa", "Pule 2"),
    ("skor", "sumber", "BPS 2021, 2022, 2023, 2024"),
    ("skor", "sumber", "ISBN 978-602-438-123-4"),
    ("skor", "sumber", "Dinas Pertanian, telepon kantor 0355-791234"),
    ("survei", "tanggal", "2024-01-10T10:30:00.000+07:00"),
    ("capaian", "catatan", "naik dari 8.500, 125.000 menjadi 9.000, 130.000"),
    ("umpan_balik", "teks", "dari 1.500 menjadi 2.500 sejak 2023-2024"),
]


def withheld(table: str, column: str, *texts: str) -> tuple[list[str], list[Problem]]:
    frame = pd.DataFrame({column: list(texts)}, index=range(2, len(texts) + 2), dtype="str")
    raw, problems = withhold_identifiers(RawTable(table, f"{table}.csv", "", frame), TABLES[table])
    assert frame[column].tolist() == list(texts)
    return raw.frame[column].tolist(), problems


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@pytest.mark.parametrize("column", ["desa", "id_rt", "kolom_lain"])
@pytest.mark.parametrize(("text", "code"), IDENTIFIERS.items(), ids=IDENTIFIERS)
def test_an_identifier_is_refused_in_any_column_and_masked(text: str, code: str, column: str) -> None:
    _texts, (problem,) = withheld("rumah_tangga", column, "Pule", text, "Joho")
    assert (problem.code, problem.severity, problem.row, problem.column) == (code, "error", 3, column)
    shown = problem.value + problem.message.text("id") + problem.remedy.text("id")
    assert len(digits(problem.value)) <= 2
    assert digits(text) not in digits(shown)


@pytest.mark.parametrize(("table", "column", "text"), HARMLESS)
def test_money_codes_and_dates_are_no_identifiers(table: str, column: str, text: str) -> None:
    assert withheld(table, column, text)[1] == []


def test_a_nik_among_sums_of_money_is_found() -> None:
    _texts, problems = withheld("survei", "pendapatan_rt", "1500000", NIK, "081234567890")
    assert [(one.row, one.code) for one in problems] == [(3, "identifier_nik"), (4, "identifier_telephone")]


def test_every_kind_of_identifier_has_its_case() -> None:
    cases = {one.code for one in vars(messages_identity).values() if isinstance(one, Case)}
    found = {*IDENTIFIERS.values(), "identifier_column", "identifier_in_name", "remark_redacted"}
    found |= {"identifier_unread", "identifier_in_comment"}  # test_left_unread.py
    assert cases == found
    assert {case.code for case in CASES.values()} <= found


# Columns that identify by their header.

PERSONAL_HEADERS = [
    *(
        "nik",
        "no_nik",
        "nomor_nik",
        "nik_kk",
        "nik_kepala_keluarga",
        "no_kk",
        "no._hp",
        "hp",
        "no_wa",
        "nomor_telepon",
    ),
    *("nama", "nama_krt", "nama_lengkap", "nama_kepala_rumah_tangga", "nama_responden", "alamat", "email"),
    *("gps", "gps_latitude", "koordinat", "titik_koordinat", "lat", "long", "gps_precision", "lintang"),
]
HARMLESS_HEADERS = [
    "status_lahan",
    "nama_kelompok",
    "kk_miskin",
    "jumlah_hp",
    "punya_ktp",
    "alamat_usaha_lama",
]


@pytest.mark.parametrize("header", PERSONAL_HEADERS)
def test_a_column_named_for_a_personal_datum_is_refused(header: str) -> None:
    _texts, (problem,) = withheld("rumah_tangga", header, "x", "")
    assert (problem.code, problem.row, problem.column, problem.value) == (
        "identifier_column",
        None,
        header,
        "",
    )


@pytest.mark.parametrize("header", HARMLESS_HEADERS)
def test_other_columns_are_no_personal_data(header: str) -> None:
    assert withheld("rumah_tangga", header, "x")[1] == []


def test_an_empty_column_reveals_nobody() -> None:
    assert withheld("rumah_tangga", "nik", "", " ")[1] == []


def test_names_of_criteria_and_actors_are_no_names_of_persons() -> None:
    for table in ("kriteria", "pelaku", "indikator", "variabel", "kriteria_graduasi"):
        assert withheld(table, "nama", "Jangkauan")[1] == []


@pytest.mark.parametrize(
    ("kind", "cell", "codes"),
    [
        ("kategori", "a", {("survei", None, "no_hp", "error", "identifier_column")}),
        ("ya_tidak", "ya", set()),
        ("angka", "2", set()),
    ],
)
def test_a_declared_variable_may_count_telephones_but_not_name_them(
    tmp_path: Path, kind: str, cell: str, codes: set
) -> None:
    tables = {name: CLEAN[name] for name in ("profil", "rumah_tangga")}
    tables["variabel"] = f"variabel,nama,satuan,jenis\nno_hp,Telepon,buah,{kind}\n"
    tables["survei"] = "id_rt,gelombang,tanggal,pendapatan_rt,no_hp\n" + "".join(
        f"RT-{one},0,2024-01-10,1500000,{cell}\n" for one in ("a1", "b2", "c3")
    )
    assert told(checked(tmp_path, tables)) == codes


# Remarks are kept, without what identifies.


def test_a_remark_is_redacted_with_a_warning_and_the_table_goes_on(tmp_path: Path) -> None:
    remark = f"Hubungi 0812-3456-7890 atau {NIK} di -8.0512 111.7134 ya"
    result = checked(tmp_path, damaged(("umpan_balik", "Harga sekarang lebih pasti", remark)))
    assert told(result) == {("umpan_balik", 2, "teks", "warning", "remark_redacted")}
    assert result.tables["umpan_balik"]["teks"].tolist() == [
        "Hubungi [disamarkan] atau [disamarkan] di [disamarkan] ya"
    ]


def test_only_the_remark_itself_may_be_redacted(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("umpan_balik", "pasti,harga", f"pasti,{NIK}")))
    assert told(result) == {("umpan_balik", 2, "tema", "error", "identifier_nik")}


# Names of files and sheets, headers and titles.


def as_header(folder: Path, text: str) -> None:
    header, *rows = CLEAN["skor"].splitlines()
    rows = [f"{row},x" for row in rows]
    (folder / "skor.csv").write_text("\n".join([f"{header},{text}", *rows]))


def as_title(folder: Path, text: str) -> None:
    (folder / "skor.csv").write_text(f"Penilai {text}\n{CLEAN['skor']}")


def as_file(folder: Path, text: str) -> None:
    (folder / f"{text}.csv").write_text("a,b\n1,2\n")


def as_bracket(folder: Path, text: str) -> None:
    (folder / "skor.csv").rename(folder / f"skor ({text}).csv")


def as_sheet(folder: Path, text: str) -> None:
    book = Workbook()
    book.active.title = f"Budi {text}"
    book.active["A1"] = "x"
    book.save(folder / "lain.xlsx")


@pytest.mark.parametrize("text", [NIK, "0812-3456-7890"])
@pytest.mark.parametrize("plant", [as_header, as_title, as_file, as_bracket, as_sheet])
def test_a_name_or_title_with_an_identifier_is_refused_and_never_repeated(
    tmp_path: Path, plant: Callable[[Path, str], None], text: str
) -> None:
    checked(tmp_path, damaged(("skor", "2,,,Wawancara", "3,,,Wawancara")))
    (folder,) = tmp_path.iterdir()
    plant(folder, text)
    result = check(read_folder(folder), today=TODAY)
    assert "identifier_in_name" in {one.code for one in result.problems if one.stops}
    for one in result.problems:
        words = (one.message.text("id"), one.remedy.text("id"), one.message.text("en"))
        said = " ".join([one.file, one.sheet, one.column, one.value, *words])
        assert digits(text) not in digits(said), one.code


# What a message may show.


@given(st.text(min_size=0, max_size=80))
def test_a_masked_text_shows_at_most_two_characters_and_half_of_it(text: str) -> None:
    shown = mask(text).rstrip("•") if "•" not in text else ""
    assert len(shown) <= min(2, len(text) // 2)
    assert text.startswith(shown)


@given(st.integers(0, 9999), st.sampled_from(["", "id ", "="]), st.sampled_from(["", " ya", "!"]))
def test_a_value_with_an_identifier_is_never_shown(serial: int, before: str, behind: str) -> None:
    assert len(digits(shown_value(f"{before}350312450788{serial:04d}{behind}"))) <= 2


def test_a_long_value_is_shortened() -> None:
    assert shown_value("a" * LONGEST_VALUE) == "a" * LONGEST_VALUE
    assert shown_value("a" * 99) == "a" * (LONGEST_VALUE - 1) + "…"


@pytest.mark.parametrize("table", TABLES)
def test_no_message_of_any_table_repeats_a_nik(tmp_path: Path, table: str) -> None:
    """A NIK in every cell of a row: whatever else is wrong with it, nothing of it is said aloud."""
    header, row = CLEAN[table].splitlines()[:2]
    tables = {"profil": CLEAN["profil"], table: f"{header}\n{','.join([NIK] * len(row.split(',')))}\n"}
    result = checked(tmp_path, tables)
    assert {one.row for one in result.problems if one.code == "identifier_nik"} == {2}
    assert table not in result.tables
    for problem in result.problems:
        said = f"{problem.value} {problem.message.text('id')} {problem.remedy.text('id')}"
        assert NIK[2:] not in said
