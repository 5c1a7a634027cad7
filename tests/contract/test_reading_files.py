"""Files as districts send them: encodings, separators, damage. Each damaged input is made here."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable, Reading
from pasar_nb.contract.reading import read_folder

SCORES = """komoditas,kriteria,penilai,skor,sumber,tahun
jahe,pasar,A,4,BPS,2024
kopi,pasar,A,3,BPS,2024
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "3503-trenggalek"
    path.mkdir()
    return path


def read_one(folder: Path, name: str, content: str | bytes) -> Reading:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read_folder(folder)


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.code for problem in problems]
    return problems[0]


def cells(raw: RawTable) -> list[list[str]]:
    return raw.frame.to_numpy().tolist()


def test_a_plain_file_is_read_to_the_letter_with_its_rows_and_its_hash(folder: Path) -> None:
    reading = read_one(folder, "skor.csv", SCORES)
    raw = reading.tables["skor"]
    assert reading.problems == ()
    assert list(raw.frame.columns) == ["komoditas", "kriteria", "penilai", "skor", "sumber", "tahun"]
    assert list(raw.frame.index) == [2, 3]
    assert cells(raw)[0] == ["jahe", "pasar", "A", "4", "BPS", "2024"]
    assert reading.files[0].path == "skor.csv"
    assert reading.files[0].size == len(SCORES)
    assert len(reading.files[0].sha256) == 64


def test_the_code_na_stays_a_code(folder: Path) -> None:
    raw = read_one(folder, "skor.csv", SCORES.replace("kopi", "NA")).tables["skor"]
    assert raw.frame.loc[3, "komoditas"] == "NA"


CONVERTED = {
    "utf-16 with its mark": SCORES.encode("utf-16"),
    "cp1252": SCORES.replace("BPS", "Perkiraan ±5 %").encode("cp1252"),
}


@pytest.mark.parametrize("data", CONVERTED.values(), ids=CONVERTED)
def test_other_encodings_are_read_with_a_warning(folder: Path, data: bytes) -> None:
    reading = read_one(folder, "skor.csv", data)
    assert only(reading.problems).code == "encoding_converted"
    assert len(reading.tables["skor"].frame) == 2


FINE = {
    "byte order mark": b"\xef\xbb\xbf" + SCORES.encode(),
    "windows line ends": SCORES.replace("\n", "\r\n").encode(),
    "semicolons": SCORES.replace(",", ";").encode(),
    "tabs": SCORES.replace(",", "\t").encode(),
    "blank rows at the end": (SCORES + "\n\n,,,,,\n").encode(),
    "blank columns at the end": SCORES.replace("\n", ",,\n").encode(),
    "header in capitals": SCORES.replace("komoditas", " Komoditas ").encode(),
    "KoboToolbox groups": SCORES.replace("komoditas", "penilaian/komoditas").encode(),
}


@pytest.mark.parametrize("data", FINE.values(), ids=FINE)
def test_harmless_differences_change_nothing(folder: Path, data: bytes) -> None:
    reading = read_one(folder, "skor.csv", data)
    assert reading.problems == ()
    assert cells(reading.tables["skor"]) == [
        ["jahe", "pasar", "A", "4", "BPS", "2024"],
        ["kopi", "pasar", "A", "3", "BPS", "2024"],
    ]


# name of the file, its bytes, code of the problem, its row
REFUSED = {
    "zero bytes": ("skor.csv", b"", "file_empty", None),
    "headers only": ("skor.csv", SCORES.splitlines()[0].encode(), "no_rows", None),
    "NUL byte": ("skor.csv", SCORES.replace("kopi", "ko\0pi").encode(), "nul_byte", 3),
    "no encoding fits": ("skor.csv", SCORES.encode() + b"\x81\x8d\xff", "encoding_unknown", None),
    "HTML named .xls": ("skor.xls", b"<html><table><tr><td>skor</td></tr></table></html>", "file_html", None),
    "old workbook": ("skor.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "file_old_workbook", None),
    "a cell longer than can be read": (
        "skor.csv",
        SCORES.replace("kopi", "k" * 200_000).encode(),
        "cell_too_long",
        3,
    ),
    "unclosed quote": ("skor.csv", SCORES.replace("kopi", '"kopi').encode(), "quote_unclosed", 3),
    "parquet cut off": ("skor.parquet", b"PAR1" + bytes(20), "parquet_damaged", None),
}


@pytest.mark.parametrize(("name", "data", "code", "row"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_trusted_stops_its_table(
    folder: Path, name: str, data: bytes, code: str, row: int | None
) -> None:
    problem = next(one for one in read_one(folder, name, data).problems if one.stops)
    assert (problem.code, problem.row, problem.table, problem.file) == (code, row, "skor", name)


def test_data_that_lie_a_level_too_deep_are_told(folder: Path) -> None:
    for name, file in (("unduhan", "skor.csv"), ("foto", "rapat.jpg"), (".simpanan", "skor.csv")):
        (folder / name).mkdir()
        (folder / name / file).write_text(SCORES)
    problem = only(read_folder(folder).problems)
    assert (problem.code, problem.severity, problem.file) == ("subfolder", "warning", "unduhan")


def test_a_cell_too_long_is_not_told_as_an_empty_table(folder: Path) -> None:
    reading = read_one(folder, "skor.csv", f"{SCORES.splitlines()[0]}\n{'k' * 200_000},pasar,A,4,BPS,2024\n")
    assert only(reading.problems).code == "cell_too_long"


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u061c"])
def test_marks_that_turn_the_direction_of_a_sentence_are_taken_out(folder: Path, mark: str) -> None:
    reading = read_one(folder, "skor.csv", SCORES.replace("kopi", f"ko{mark}pi"))
    assert only(reading.problems).code == "invisible_characters"
    assert reading.tables["skor"].frame.loc[3, "komoditas"] == "kopi"


def test_a_decimal_comma_in_a_comma_file_is_one_field_too_many(folder: Path) -> None:
    reading = read_one(folder, "skor.csv", SCORES.replace("A,3,", "A,3,5,"))
    problem = only(reading.problems)
    assert (problem.code, problem.row) == ("row_too_long", 3)
    assert problem.message.values["found"] == 7
    assert list(reading.tables["skor"].frame.index) == [2]


def test_a_row_with_too_few_fields_is_an_error(folder: Path) -> None:
    problem = only(
        read_one(folder, "skor.csv", SCORES.replace("kopi,pasar,A,3,BPS,2024", "kopi,pasar")).problems
    )
    assert (problem.code, problem.row, problem.severity) == ("row_too_short", 3, "error")


def test_text_named_as_a_workbook_is_read_with_a_warning(folder: Path) -> None:
    reading = read_one(folder, "skor.xls", SCORES)
    assert only(reading.problems).code == "file_otherwise_named"
    assert len(reading.tables["skor"].frame) == 2


def test_unseen_characters_are_taken_out_with_a_warning(folder: Path) -> None:
    reading = read_one(
        folder, "skor.csv", SCORES.replace("jahe", "\u00a0ja\u200bhe").replace("kopi", "kopi\u00a0")
    )
    problem = only(reading.problems)
    assert (problem.code, problem.column, problem.message.values["count"]) == (
        "invisible_characters",
        "komoditas",
        2,
    )
    assert list(reading.tables["skor"].frame["komoditas"]) == ["jahe", "kopi"]


def test_error_values_of_spreadsheets_are_errors(folder: Path) -> None:
    problem = only(read_one(folder, "skor.csv", SCORES.replace("A,3", "A,#REF!")).problems)
    assert (problem.code, problem.row, problem.column, problem.value) == ("error_value", 3, "skor", "#REF!")


def test_parquet_reads_like_text(folder: Path) -> None:
    frame = pd.read_csv(io.StringIO(SCORES)).assign(nilai_data=[1.125, None])
    frame.to_parquet(folder / "skor.parquet")
    reading = read_folder(folder)
    assert reading.problems == ()
    assert cells(reading.tables["skor"]) == [
        # A fourth decimal keeps 1.125 from being taken for 1125.
        ["jahe", "pasar", "A", "4", "BPS", "2024", "1.1250"],
        ["kopi", "pasar", "A", "3", "BPS", "2024", ""],
    ]


MIDNIGHT = datetime(2024, 1, 9, 17, tzinfo=UTC)  # 10 January in Indonesia
UNREADABLE_VALUES = {
    "binary": (pa.array([b"Rp/kg"]), "parquet_type", "binary"),
    "binary in a dictionary": (pa.array([b"Rp/kg"]).dictionary_encode(), "parquet_type", "binary"),
    "lists": (pa.array([["a"]]), "parquet_type", "list"),
    "records": (pa.array([{"nama_responden": 1}]), "parquet_type", "struct"),
    "durations": (pa.array([timedelta(days=1)]), "parquet_type", "duration"),
    "moments of a zone": (pa.array([MIDNIGHT]), "parquet_zone", "timestamp"),
    "moments of a crater": (pa.array([0], pa.timestamp("s", "Bulan/Kawah")), "parquet_zone", "timestamp"),
}


@pytest.mark.parametrize("values", UNREADABLE_VALUES)
def test_values_of_parquet_that_no_text_can_stand_for_are_refused_as_those_of_databases(
    folder: Path, values: str
) -> None:
    column, code, kind = UNREADABLE_VALUES[values]
    parquet.write_table(pa.table({"komoditas": ["jahe"], "sumber": column}), folder / "skor.parquet")
    reading = read_folder(folder)
    problem = only(reading.problems)
    assert (problem.code, problem.column, problem.stops) == (code, "sumber", True)
    assert problem.message.values["kind"] == kind
    assert not reading.tables


@pytest.mark.parametrize("kind", [pa.binary(), pa.list_(pa.int8()), pa.timestamp("us", tz="UTC"), pa.null()])
def test_an_empty_column_of_parquet_may_be_of_any_kind(folder: Path, kind: pa.DataType) -> None:
    columns = {"komoditas": ["jahe"], "sumber": pa.array([None], kind)}
    parquet.write_table(pa.table(columns), folder / "skor.parquet")
    assert cells(read_folder(folder).tables["skor"]) == [["jahe", ""]]


def test_values_of_parquet_that_python_cannot_hold_are_told(folder: Path) -> None:
    days = pa.array([10_000_000], pa.int32()).cast(pa.date32())
    parquet.write_table(pa.table({"komoditas": ["jahe"], "sumber": days}), folder / "skor.parquet")
    assert only(read_folder(folder).problems).code == "parquet_damaged"


def test_single_values_of_parquet_keep_every_digit(folder: Path) -> None:
    columns = {
        "komoditas": pa.array(["jahe"]).dictionary_encode(),
        "skor": pa.array([Decimal("123456789012345678901234567890.25")]),
        "sumber": pa.array([date(2024, 1, 10)]),
        "tahun": pa.array([datetime(2024, 1, 10, 17, 30)]),
        "satuan": pa.array([True]),
    }
    parquet.write_table(pa.table(columns), folder / "skor.parquet")
    (row,) = cells(read_folder(folder).tables["skor"])
    assert row == ["jahe", "123456789012345678901234567890.25", "2024-01-10", "2024-01-10T17:30:00", "ya"]


def test_one_table_in_two_files_is_an_error_that_names_both(folder: Path) -> None:
    (folder / "skor.csv").write_text(SCORES)
    pd.read_csv(io.StringIO(SCORES)).to_parquet(folder / "skor.parquet")
    reading = read_folder(folder)
    problem = only(reading.problems)
    assert problem.code == "table_twice"
    assert "skor.csv dan skor.parquet" in problem.message.text("id")
    assert "skor" not in reading.tables


def test_a_file_with_a_wrong_name_stops_the_table_it_resembles(folder: Path) -> None:
    problem = only(read_one(folder, "skorr.csv", SCORES).problems)
    assert (problem.code, problem.table) == ("file_misnamed_table", "skor")


def test_a_file_with_a_strange_name_is_recognised_by_its_header(folder: Path) -> None:
    problem = only(read_one(folder, "data akhir.csv", SCORES).problems)
    assert (problem.code, problem.table) == ("file_misnamed_table", "skor")


def test_files_that_are_no_data_are_left_alone(folder: Path) -> None:
    for name in ("~$dokumen-kendali.xlsx", ".skor.csv", "README.md", "catatan.txt", "kebenaran.json"):
        (folder / name).write_text("bukan data")
    assert read_folder(folder) == Reading({}, (), (), folder)


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    outside = folder.parent / "skor.csv"
    outside.write_text(SCORES)
    (folder / "skor.csv").symlink_to(outside)
    reading = read_folder(folder)
    assert only(reading.problems).code == "file_outside"
    assert reading.tables == {}


@pytest.mark.parametrize("name", ["3503-Trenggalek", "3503", "trenggalek", "3503-a b", "٣٥٠٣-trenggalek"])
def test_a_folder_must_be_named_by_code_and_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    problem = only(read_one(folder, "skor.csv", SCORES).problems)
    assert (problem.code, problem.table) == ("folder_name", "profil")


text = st.text(st.characters(codec="cp1252", exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(
    rows=st.lists(st.tuples(text, text, text), min_size=1, max_size=4),
    separator=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_the_same_table_reads_the_same_however_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, rows: list, separator: str, encoding: str, line_end: str
) -> None:
    folder = tmp_path_factory.mktemp("data") / "3503-trenggalek"
    folder.mkdir()
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    # Text that is an error value or a total row is refused; the letter before keeps it text.
    expected = [[f"x{cell}" for cell in row] for row in rows]
    writer.writerows([["komoditas", "kriteria", "sumber"], *expected])
    reading = read_one(folder, "skor.csv", written.getvalue().encode(encoding))
    assert not any(problem.stops for problem in reading.problems)
    assert cells(reading.tables["skor"]) == expected


REAL = Path(__file__).parents[2].parent / "shared" / "real" / "districts"


@pytest.mark.skipif(not REAL.is_dir(), reason=f"the real districts are not at {REAL}")
def test_the_real_districts_read_without_an_error() -> None:
    readings = [read_folder(folder) for folder in sorted(REAL.iterdir())]
    assert len(readings) == 6
    assert [problem for reading in readings for problem in reading.problems] == []
    assert all(len(reading.tables["profil"].frame) == 1 for reading in readings)
