"""Cells as people write them: what each is read as, and what is said about it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.contract.enough import MOST_ERRORS
from pasar_nb.contract.grid import Place
from pasar_nb.contract.parsing import DTYPES, empty_table, parse_column, parse_table
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Kind
from pasar_nb.contract.tables import TABLES
from pasar_nb.language import _

FILE = Place("survei.csv", table="survei")


def column(kind: Kind, **options: object) -> Column:
    return Column("kolom", kind, _("Kolom"), _("Isi kolom."), **options)  # type: ignore[arg-type]


def parse(spec: Column, *cells: str) -> tuple[list[object], list[Problem]]:
    written = pd.Series(list(cells), index=pd.RangeIndex(2, len(cells) + 2, name="row"), dtype="str")
    values, problems = parse_column(written, spec, FILE)
    assert str(values.dtype) == ("str" if DTYPES[spec.kind] == "str" else DTYPES[spec.kind])
    return [None if pd.isna(value) else value for value in values], problems


def read_alone(spec: Column, cell: str) -> tuple[object, list[str]]:
    values, problems = parse(spec, cell)
    return values[0], [problem.code for problem in problems]


NUMBERS = [
    # written            value           what is said
    ("", None, []),
    ("1250000", 1_250_000, []),
    ("1250.5", 1250.5, []),
    ("-3", -3, []),
    ("0.054", 0.054, []),
    ("1234.567", 1234.567, []),
    ("007", 7, []),
    (" 12 ", 12, []),
    ("1.250.000", 1_250_000, ["number_converted"]),
    ("1.250,5", 1250.5, ["number_converted"]),
    ("1,250,000", 1_250_000, ["number_converted"]),
    ("1,250.50", 1250.5, ["number_converted"]),
    ("1,5", 1.5, ["number_converted"]),
    ("0,125", 0.125, ["number_converted"]),
    ("1 250 000", 1_250_000, ["number_converted"]),
    ("Rp 1.500", 1500, ["number_converted"]),
    ("Rp1.500,00", 1500, ["number_converted"]),
    ("Rp. 1.500.000,-", 1_500_000, ["number_converted"]),
    ("-Rp 2.000", -2000, ["number_converted"]),
    ("rp 500000", 500_000, ["number_converted"]),
    ("2 juta", 2_000_000, ["number_converted"]),
    ("1,5jt", 1_500_000, ["number_converted"]),
    ("Rp 2,5 juta", 2_500_000, ["number_converted"]),
    ("500 ribu", 500_000, ["number_converted"]),
    ("1 miliar", 1_000_000_000, ["number_converted"]),
    ("1.5E+06", 1_500_000, ["number_converted"]),
    ("−4", -4, []),
    ("1/4", None, ["number_as_fraction"]),
    ("001.250", None, ["number_ambiguous"]),
    ("0.250", 0.25, []),
    ("00,5", None, ["number_not_read"]),
    ("1E+10", 1e10, ["number_converted"]),
    ("1E+11", None, ["number_shortened"]),
    ("Rp3,27E+15", None, ["number_shortened"]),
    ("-", None, ["dash_as_missing"]),
    ("–", None, ["dash_as_missing"]),
    ("1.250", None, ["number_ambiguous"]),
    ("1,250", None, ["number_ambiguous"]),
    ("1.250 juta", None, ["number_ambiguous"]),
    ("inf", None, ["number_infinite"]),
    ("-Infinity", None, ["number_infinite"]),
    ("1" * 400, None, ["number_infinite"]),
    ("1e25", None, ["number_shortened"]),
    ("1,5e28", None, ["number_shortened"]),
    ("1e99 juta", None, ["number_shortened"]),
    ("123456789012345678901234,5", 123456789012345678901234.5, ["number_converted"]),
    ("Rp " + "9" * 30, 1e30, ["number_converted"]),
    ("9" * 300 + ",1234567", 1e300, ["number_converted"]),
    ("nan", None, ["number_not_read"]),
    ("NA", None, ["number_not_read"]),
    ("25 kg", None, ["number_not_read"]),
    ("25%", None, ["number_not_read"]),
    ("1.25.000", None, ["number_not_read"]),
    ("1,2,3", None, ["number_not_read"]),
    ("4/0", None, ["number_not_read"]),
    ("٣", None, ["number_not_read"]),
    ("0x10", None, ["number_not_read"]),
    ("1_000", None, ["number_not_read"]),
    ("2024-03-01", None, ["number_not_read"]),
]


@pytest.mark.parametrize(("written", "value"), [("1/9", 1 / 9), ("3", 3), ("1", 1)])
def test_fractions_are_usual_where_they_are_asked_for(written: str, value: float) -> None:
    number, codes = read_alone(column("number", low=0.11, high=9, fractions=True), written)
    assert (number, codes) == (pytest.approx(value), [])


@pytest.mark.parametrize(("written", "value", "codes"), NUMBERS)
def test_numbers(written: str, value: float | None, codes: list[str]) -> None:
    assert read_alone(column("number"), written) == (value, codes)


SETTLED = [
    # kind, range of the column, written, value, what is said
    ("money", {"usual_low": 1000, "usual_high": 9e6}, "1.250", 1250, ["number_settled_by_range"]),
    ("number", {"usual_low": 0, "usual_high": 24}, "1.250", 1.25, ["number_settled_by_range"]),
    ("number", {"low": 1, "high": 5}, "1,250", 1.25, ["number_settled_by_range"]),
    ("money", {"usual_low": 1000, "usual_high": 9e6}, "1,250 juta", 1_250_000, ["number_settled_by_range"]),
    ("integer", {}, "1.250", 1250, ["number_settled_by_range"]),
    ("money", {"usual_low": 0, "usual_high": 9e6}, "1.250", None, ["number_ambiguous"]),
    ("money", {"usual_low": 5000, "usual_high": 9e6}, "1.250", None, ["number_ambiguous"]),
]


@pytest.mark.parametrize(("kind", "limits", "written", "value", "codes"), SETTLED)
def test_the_range_of_a_column_settles_what_a_point_means(
    kind: Kind, limits: dict[str, float], written: str, value: float | None, codes: list[str]
) -> None:
    assert read_alone(column(kind, **limits), written) == (value, codes)


BY_COLUMN = [
    # the column's other cells, the ambiguous cell, its value
    (["-2.94", "0.955", "12.5"], "5.539", 5.539),
    (["1.500.000", "2.250.000"], "900.000", 900_000),
    (["12,5", "8,25"], "5,539", 5.539),
    # One witness is not enough: no sign is proved, or size and sign speak for different readings.
    (["3", "4"], "5.539", None),
    (["1250.5", "1300.5"], "1.250", None),
    (["12,5", "12.5"], "5.539", None),
]


@pytest.mark.parametrize(("others", "written", "value"), BY_COLUMN)
def test_the_writing_of_a_column_settles_what_a_point_means(
    others: list[str], written: str, value: float | None
) -> None:
    values, problems = parse(column("number"), *others, written)
    assert values[-1] == value
    assert ("number_ambiguous" in [problem.code for problem in problems]) == (value is None)


def test_an_ambiguous_number_is_told_with_both_readings() -> None:
    problem = parse(column("number"), "1.250")[1][0]
    assert (problem.row, problem.column, problem.value, problem.severity) == (2, "kolom", "1.250", "error")
    assert "desimal 1,25 atau ribuan 1.250" in problem.message.text("id")
    assert problem.remedy.text("id") == "Tulis tanpa pemisah ribuan: 1.25 atau 1250."


WHOLE = [
    ("4", 4, []),
    ("4.0", 4, []),
    ("1.250.000", 1_250_000, ["number_converted"]),
    ("4.5", None, ["number_not_whole"]),
    ("1/4", None, ["number_as_fraction"]),
    ("5/5", None, ["number_as_fraction"]),
    ("99999999999999999999", None, ["number_not_whole"]),
    ("1e25", None, ["number_shortened"]),
]


@pytest.mark.parametrize(("written", "value", "codes"), WHOLE)
def test_whole_numbers(written: str, value: int | None, codes: list[str]) -> None:
    assert read_alone(column("integer"), written) == (value, codes)


def test_a_year_may_carry_a_separator_but_not_a_day() -> None:
    assert parse(column("year", low=1950), "2024", "2.024", "2024-01-01")[0] == [2024, 2024, None]


DATES = [
    ("2024-04-03", date(2024, 4, 3), []),
    ("03/04/2024", date(2024, 4, 3), []),
    ("13/04/2024", date(2024, 4, 13), []),
    ("3-4-2024", date(2024, 4, 3), []),
    ("3.4.2024", date(2024, 4, 3), []),
    ("2024/04/03", date(2024, 4, 3), []),
    ("3 April 2024", date(2024, 4, 3), ["date_converted"]),
    ("3 Agt 2024", date(2024, 8, 3), ["date_converted"]),
    ("17 Agustus 2024", date(2024, 8, 17), ["date_converted"]),
    ("Rabu, 3 April 2024", date(2024, 4, 3), ["date_converted"]),
    ("3-Mei-2024", date(2024, 5, 3), ["date_converted"]),
    ("45385", date(2024, 4, 3), ["date_converted"]),
    ("2024-04-03T10:30:00", date(2024, 4, 3), ["date_converted"]),
    ("2024-04-03T10:30:00.000+07:00", date(2024, 4, 3), ["date_converted"]),
    ("-", None, ["dash_as_missing"]),
    ("", None, []),
    ("04/13/2024", None, ["date_not_read"]),
    ("31/02/2024", None, ["date_not_read"]),
    ("2024-02-30", None, ["date_not_read"]),
    ("03/04/24", None, ["date_not_read"]),
    ("kemarin", None, ["date_not_read"]),
    ("2024", None, ["date_not_read"]),
    ("0000-01-01", None, ["date_not_read"]),
    ("1/1/0999", None, ["date_not_read"]),
    ("1 Jan 0001", None, ["date_not_read"]),
    ("0001-01-01T00:00", None, ["date_not_read"]),
]


@pytest.mark.parametrize(("written", "day", "codes"), DATES)
def test_dates(written: str, day: date | None, codes: list[str]) -> None:
    value, said = read_alone(column("date"), written)
    assert (None if value is None else pd.Timestamp(value).date(), said) == (day, codes)  # type: ignore[arg-type]


def test_serial_dates_among_text_are_converted_with_one_warning() -> None:
    values, problems = parse(column("date"), "2024-04-03", "45385", "45386")
    assert [str(value)[:10] for value in values] == ["2024-04-03", "2024-04-03", "2024-04-04"]
    assert [(problem.code, problem.row, problem.message.values["count"]) for problem in problems] == [
        ("date_converted", 3, 2)
    ]


MONTHS = [
    ("2024-04", "2024-04", []),
    ("Apr 2024", "2024-04", ["month_converted"]),
    ("Agustus 2024", "2024-08", ["month_converted"]),
    ("Aug 2024", "2024-08", ["month_converted"]),
    ("Nopember 2024", "2024-11", ["month_converted"]),
    ("04/2024", "2024-04", ["month_converted"]),
    ("4-2024", "2024-04", ["month_converted"]),
    ("2024/4", "2024-04", ["month_converted"]),
    ("202404", "2024-04", ["month_converted"]),
    ("2024-04-01", "2024-04", ["month_converted"]),
    ("45385", "2024-04", ["month_converted"]),
    ("-", None, ["dash_as_missing"]),
    ("2024-13", None, ["month_not_read"]),
    ("Jan-24", None, ["month_not_read"]),
    ("2024", None, ["month_not_read"]),
    ("01/0000", None, ["month_not_read"]),
    ("Jan 0000", None, ["month_not_read"]),
    ("000001", None, ["month_not_read"]),
    ("0000-01", None, ["month_not_read"]),
    ("01/0001", None, ["month_not_read"]),
    ("1 Jan 0001", None, ["month_not_read"]),
    ("1/1/0999", None, ["month_not_read"]),
    ("", None, []),
]


@pytest.mark.parametrize(("written", "month", "codes"), MONTHS)
def test_months(written: str, month: str | None, codes: list[str]) -> None:
    assert read_alone(column("month"), written) == (month, codes)


YES_NO = [
    ("ya", True, []),
    ("Tidak", False, []),
    ("y", True, []),
    ("T", False, []),
    ("1", True, []),
    ("0", False, []),
    ("TRUE", True, []),
    ("false", False, []),
    ("-", None, ["dash_as_missing"]),
    ("", None, []),
    ("mungkin", None, ["yes_no_not_read"]),
    ("2", None, ["yes_no_not_read"]),
]


@pytest.mark.parametrize(("written", "value", "codes"), YES_NO)
def test_yes_and_no(written: str, value: bool | None, codes: list[str]) -> None:
    assert read_alone(column("yes_no"), written) == (value, codes)


def test_mixed_notations_of_yes_and_no_get_one_warning() -> None:
    values, problems = parse(column("yes_no"), "ya", "1", "tidak", "0")
    assert values == [True, True, False, False]
    assert [problem.code for problem in problems] == ["yes_no_mixed"]
    assert "ya/tidak dan 1/0" in problems[0].message.text("id")


CHOICES = [
    (("manfaat", "biaya"), "manfaat", "manfaat", []),
    (("manfaat", "biaya"), " Biaya ", "biaya", ["choice_folded"]),
    (("rantai_nilai", "pendukung"), "Rantai Nilai", "rantai_nilai", ["choice_folded"]),
    (("L", "P"), "p", "P", ["choice_folded"]),
    (("L", "P"), "Laki-laki", "L", ["choice_folded"]),
    (("L", "P"), "-", None, ["dash_as_missing"]),
    (("manfaat", "biaya"), "untung", None, ["choice_unknown"]),
    (("manfaat", "biaya"), "manfat", None, ["choice_unknown"]),
]


@pytest.mark.parametrize(("choices", "written", "value", "codes"), CHOICES)
def test_choices(choices: tuple[str, ...], written: str, value: str | None, codes: list[str]) -> None:
    assert read_alone(column("choice", choices=choices), written) == (value, codes)


IDS = [
    ("A1", "A1", []),
    ("0012", "0012", []),
    ("NA", "NA", []),
    ("1.250", "1.250", []),
    ("A1 ", "A1", ["id_trimmed"]),
    ("3.27E+15", None, ["id_scientific"]),
    ("3,27e15", None, ["id_scientific"]),
]


@pytest.mark.parametrize(("written", "value", "codes"), IDS)
def test_ids_stay_to_the_letter(written: str, value: str | None, codes: list[str]) -> None:
    assert read_alone(column("id"), written) == (value, codes)


def test_a_formula_in_a_text_stays_text_with_a_warning() -> None:
    value, codes = read_alone(column("text"), '=HYPERLINK("http://x")')
    assert (value, codes) == ('=HYPERLINK("http://x")', ["text_like_formula"])


CODE_LIKE = [
    ("<script>alert(1)</script>", ["text_like_html"]),
    ("Desa <b>Pule</b>", ["text_like_html"]),
    ("@SUM(A1)", ["text_like_formula"]),
    ("harga < 5000 dan > 1000", []),
    ("kirim ke a@b.id", []),
]


@pytest.mark.parametrize("kind", ["text", "id"])
@pytest.mark.parametrize(("written", "codes"), CODE_LIKE)
def test_text_that_looks_like_code_stays_text_with_a_warning(
    kind: Kind, written: str, codes: list[str]
) -> None:
    assert read_alone(column(kind), written) == (written, codes)


def test_a_wrong_choice_is_told_with_the_nearest_and_all_of_them() -> None:
    problem = parse(column("choice", choices=("manfaat", "biaya")), "manfat")[1][0]
    assert problem.message.text("id").endswith("mungkin maksudnya 'manfaat'.")
    assert problem.remedy.text("id") == "Pakai pilihan yang tersedia: manfaat dan biaya."


def test_a_warning_is_told_once_with_its_count_and_first_row() -> None:
    problems = parse(column("number"), "1", "Rp 2.000", "Rp 3.000", "4")[1]
    assert [(problem.code, problem.row, problem.value) for problem in problems] == [
        ("number_converted", 3, "Rp 2.000")
    ]
    assert problems[0].message.values["count"] == 2


def test_errors_are_told_singly_up_to_a_limit() -> None:
    problems = parse(column("number"), *["satu"] * (MOST_ERRORS + 7))[1]
    assert [problem.code for problem in problems] == ["number_not_read"] * MOST_ERRORS + ["more_of_the_same"]
    assert [problem.row for problem in problems[:3]] == [2, 3, 4]
    assert problems[-1].message.values["count"] == 7


def test_values_of_persons_are_masked() -> None:
    problem = parse(column("integer", person=True), "Sumiati")[1][0]
    assert problem.value == "Su•••••"
    assert "Sumiati" not in problem.message.text("id")


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 99),
    st.sampled_from(["", "Rp", "Rp "]),
    st.sampled_from([".", " "]),
)
def test_a_number_written_as_indonesians_do_is_read_back(
    whole: int, cents: int, rupiah: str, separator: str
) -> None:
    sign = "-" if whole < 0 else ""
    written = f"{sign}{rupiah}{abs(whole):,}".replace(",", separator) + f",{cents:02d}"
    value = abs(whole) + cents / 100
    assert read_alone(column("number"), written)[0] == pytest.approx(-value if whole < 0 else value)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_written_plainly_is_read_back_or_refused_as_ambiguous(number: float) -> None:
    value, codes = read_alone(column("number"), format(np.format_float_positional(number, trim="-")))
    assert value == pytest.approx(number) if value is not None else codes == ["number_ambiguous"]


def raw(table: str, frame: pd.DataFrame) -> RawTable:
    return RawTable(table, f"{table}.csv", "", frame.astype("str").rename_axis("row"))


def test_a_table_keeps_its_rows_and_its_unknown_columns() -> None:
    written = pd.DataFrame({"seri": ["a", "b"], "nilai": ["1", ""], "asing": [" x ", ""]}, index=[3, 7])
    frame, problems = parse_table(raw("deret", written), TABLES["deret"])
    assert problems == []
    assert list(frame.index) == [3, 7]
    assert frame["nilai"].tolist()[0] == 1.0
    assert frame["nilai"].isna().tolist() == [False, True]
    assert frame["asing"].tolist()[0] == "x"
    assert written.loc[3, "asing"] == " x "


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_every_column_with_its_type(table: str) -> None:
    frame = empty_table(TABLES[table])
    assert len(frame) == 0
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        one.name: DTYPES[one.kind] for one in TABLES[table].columns
    }
