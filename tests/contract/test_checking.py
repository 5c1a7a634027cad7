"""What is told of damaged data: a small damage in a clean district, and every problem that it causes."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from clean_district import CLEAN, TODAY, Change, Told, checked, damaged, told
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pasar_nb.contract import Checked
from pasar_nb.contract.cases import Case
from pasar_nb.contract.checking import ROWS_NAMED, arrange, check
from pasar_nb.contract.messages import columns as messages_columns
from pasar_nb.contract.parsing import DTYPES
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable, Reading
from pasar_nb.contract.reading import read_folder
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES
from pasar_nb.language import _

E, W = "error", "warning"
FIRST_SURVEY = "RT-a1,0,2024-01-10,4,900000,1500000,700000,30,kg,ya,3,0.5,genteng"
TRADER = "p2,Pengepul,jahe,rantai_nilai,pengumpulan,2,luar,12,"
CRITERION = "k2,Risiko,lainnya,3,biaya,"


def survey(at: int, value: str) -> Change:
    """Change one cell of the first interview."""
    cells = FIRST_SURVEY.split(",")
    return "survei", FIRST_SURVEY, ",".join([*cells[:at], value, *cells[at + 1 :]])


# what is damaged: the change -> table, row, column, severity and code of every problem that is told
DAMAGES: dict[str, tuple[Change, *tuple[Told, ...]]] = {
    # headers
    "an obligatory column is missing": (
        ("keputusan", "alasan", "keterangan_lain"),
        ("keputusan", None, "alasan", E, "column_missing"),
        ("keputusan", None, "keterangan_lain", W, "column_undeclared"),
    ),
    "an obligatory column is misspelt": (
        ("kriteria", "bobot", "bobott"),
        ("kriteria", None, "bobot", E, "column_missing"),
    ),
    "an optional column is misspelt": (
        ("survei", "belanja_makanan", "belanja_makan"),
        ("survei", None, "belanja_makan", W, "column_undeclared"),
    ),
    "a column stands in no dictionary": (
        ("pelaku", "biaya_per_satuan", "keterangan"),
        ("pelaku", None, "keterangan", W, "column_undeclared"),
    ),
    "a variable of the survey is not declared": (
        ("variabel", "atap,Jenis atap,,kategori,\n", ""),
        ("survei", None, "atap", W, "column_undeclared"),
    ),
    # obligatory cells
    "an obligatory cell is empty": (
        ("keputusan", "Peringkat pertama", ""),
        ("keputusan", 2, "alasan", E, "cell_empty"),
    ),
    "an obligatory cell holds a dash": (
        ("acuan", "2024,", "-,"),
        ("acuan", 2, "tahun", W, "dash_as_missing"),
        ("acuan", 2, "tahun", E, "cell_empty"),
    ),
    "a score has no source": (
        ("skor", "2,,,Wawancara", "2,,,"),
        ("skor", 3, "sumber", E, "cell_empty"),
    ),
    # ranges
    "a score is outside 1 to 5": (
        ("skor", "Dinas Pertanian,4,", "Dinas Pertanian,6,"),
        ("skor", 2, "skor", E, "value_outside"),
    ),
    "a weight is not positive": (
        ("kriteria", CRITERION, CRITERION.replace("3", "0")),
        ("kriteria", 3, "bobot", E, "value_outside"),
    ),
    "a judgement is above nine": (
        ("perbandingan", "1/3", "10"),
        ("perbandingan", 2, "nilai", E, "value_outside"),
    ),
    "a quantity is negative": (survey(7, "-30"), ("survei", 2, "produksi", E, "value_outside")),
    "a percentage is above a hundred": (
        ("pelaku", "12,12.5,", "12,150,"),
        ("pelaku", 3, "persen_perempuan", E, "value_outside"),
    ),
    "an income is negative": (survey(5, "-250000"), ("survei", 2, "pendapatan_rt", W, "value_unusual")),
    "an income is nought": (survey(5, "0"), ("survei", 2, "pendapatan_rt", W, "value_unusual")),
    "a household is large": (survey(3, "22"), ("survei", 2, "jumlah_anggota", W, "value_unusual")),
    "a date is of 1900": (survey(2, "1900-01-10"), ("survei", 2, "tanggal", E, "year_outside")),
    "a month is of 1904": (("ihk", "2024-01", "1904-01"), ("ihk", 2, "bulan", E, "year_outside")),
    # codes for "no answer"
    "99 where there are at most forty": (
        survey(3, "99"),
        ("survei", 2, "jumlah_anggota", E, "value_sentinel"),
    ),
    "-999 as an income": (survey(5, "-999"), ("survei", 2, "pendapatan_rt", E, "value_sentinel")),
    "9999 as an income is possible": (
        survey(5, "9999"),
        ("survei", 2, "pendapatan_rt", W, "value_may_be_code"),
    ),
    "99 kilograms are possible": (survey(7, "99"), ("survei", 2, "produksi", W, "value_may_be_code")),
    "-999 where nothing limits a number": (
        ("deret", "17,ton", "-999,ton"),
        ("deret", 4, "nilai", E, "value_sentinel"),
    ),
    # writing
    "a number is a word": (survey(5, "banyak"), ("survei", 2, "pendapatan_rt", E, "number_not_read")),
    "1.250 of something": (survey(7, "1.250"), ("survei", 2, "produksi", E, "number_ambiguous")),
    "1.250.000 rupiah": (survey(5, "1.250.000"), ("survei", 2, "pendapatan_rt", W, "number_converted")),
    "1.250 rupiah": (
        survey(5, "1.250"),
        ("survei", 2, "pendapatan_rt", W, "number_settled_by_range"),
        ("survei", 2, "pendapatan_rt", W, "value_thousandth"),
    ),
    "infinity": (survey(5, "inf"), ("survei", 2, "pendapatan_rt", E, "number_infinite")),
    "half a member": (survey(3, "3.5"), ("survei", 2, "jumlah_anggota", E, "number_not_whole")),
    "a day that does not exist": (survey(2, "31/02/2024"), ("survei", 2, "tanggal", E, "date_not_read")),
    "a day written as in Indonesia": (survey(2, "10/01/2024"),),
    "a serial number for a day": (survey(2, "45301"), ("survei", 2, "tanggal", W, "date_converted")),
    "a choice outside its list": (
        ("kriteria", "manfaat,2", "untung,2"),
        ("kriteria", 2, "arah", E, "choice_unknown"),
    ),
    "a choice in capitals": (
        ("kriteria", "manfaat,2", "Manfaat,2"),
        ("kriteria", 2, "arah", W, "choice_folded"),
    ),
    "neither yes nor no": (survey(9, "mungkin"), ("survei", 2, "bansos", E, "yes_no_not_read")),
    "yes as a digit among words": (survey(9, "1"), ("survei", 2, "bansos", W, "yes_no_mixed")),
    "a code that a spreadsheet shortened": (
        ("kriteria", CRITERION, "3.27E+15" + CRITERION[2:]),
        ("kriteria", 3, "kriteria", E, "id_scientific"),
        ("skor", 3, "kriteria", E, "reference_unknown"),
        ("perbandingan", 2, "kriteria_b", E, "reference_unknown"),
    ),
    "a space behind a code": (
        ("kriteria", CRITERION, "k2 " + CRITERION[2:]),
        ("kriteria", 3, "kriteria", W, "id_trimmed"),
    ),
    "a script in the name of a village": (
        ("rumah_tangga", "RT-a1,G1,Pule,Pule", "RT-a1,G1,Pule,<script>alert(1)</script>"),
        ("rumah_tangga", 2, "desa", W, "text_like_html"),
    ),
    "a formula in a text": (
        ("umpan_balik", "Harga sekarang lebih pasti", '"=HYPERLINK(""http://x"")"'),
        ("umpan_balik", 2, "teks", W, "text_like_formula"),
    ),
    "a share below one per cent among others": (
        ("pelaku", "12,12.5,", "12,0.8,"),
        ("pelaku", 3, "persen_perempuan", E, "share_doubtful"),
    ),
    "a thousand times the unit in a header": (
        ("pembiayaan", ",anggaran,", ",anggaran (ribu Rp),"),
        ("pembiayaan", 1, "anggaran", E, "header_unit"),
    ),
    "a code for no answer where every number is usual": (
        survey(7, "999"),
        ("survei", 2, "produksi", W, "value_may_be_code"),
    ),
    "shares of nought and one": (
        ("pelaku", f"40,4000\n{TRADER}12.5", f"0,4000\n{TRADER}1"),
        ("pelaku", 3, "persen_perempuan", W, "shares_nought_or_one"),
    ),
    "a district's code of five digits": (
        ("profil", "3503,", "35030,"),
        ("profil", 2, "kode_kabupaten", E, "text_malformed"),
    ),
    "a district's code with a path in it": (
        ("profil", "3503,", "../3503,"),
        ("profil", 2, "kode_kabupaten", E, "id_like_path"),
    ),
    # keys
    "a code twice": (
        ("rumah_tangga", "RT-b2,G1", "RT-a1,G1"),
        ("rumah_tangga", 3, "id_rt", E, "key_twice"),
        ("survei", 3, "id_rt", E, "reference_unknown"),
        ("survei", 6, "id_rt", E, "reference_unknown"),
        ("pendampingan", 3, "id_rt", E, "reference_unknown"),
    ),
    "a household twice in a wave": (
        ("survei", "RT-b2,0,2024-01-11", "RT-b2,1,2025-01-15"),
        ("survei", 6, "id_rt", E, "key_twice"),
        ("survei", None, "id_rt", W, "households_without_baseline"),
    ),
    "a whole row twice in a table without a key": (
        ("pembiayaan", "5.1.02.01", "5.1.02.01\nPelatihan,intervensi,APBD,2027,50000000,0,5.1.02.01"),
        ("pembiayaan", 3, "", W, "row_twice"),
    ),
    # columns as a whole
    "shares between nought and one": (
        ("pelaku", f"40,4000\n{TRADER}12.5", f"0.4,4000\n{TRADER}0.5"),
        ("pelaku", 2, "persen_perempuan", E, "shares_as_fractions"),
    ),
    "households without a group": (
        ("rumah_tangga", "RT-b2,G1", "RT-b2,"),
        ("rumah_tangga", None, "id_kelompok", W, "group_missing"),
    ),
    # rows
    "a decimal comma in a file with commas": (
        survey(7, "30,5"),
        ("survei", 2, "", E, "row_too_long"),
    ),
    "a row of totals": (
        ("capaian", "n1,2024-07,9800,", "n1,2024-07,9800,\nJUMLAH:,,19300,"),
        ("capaian", 4, "", E, "total_row"),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damage_is_told_with_its_place_and_nothing_else_is(
    tmp_path: Path, damage: tuple[Change, *tuple[Told, ...]]
) -> None:
    change, *expected = damage
    result = checked(tmp_path, damaged(change))
    assert told(result) == set(expected)
    stopped = {table for table, _row, _column, severity, _code in expected if severity == E}
    assert stopped.isdisjoint(result.tables)
    assert set(damaged(change)) - stopped == set(result.tables)


def test_every_case_of_columns_is_shown_by_a_damage() -> None:
    codes = {one.code for one in vars(messages_columns).values() if isinstance(one, Case)}
    shown = {problem[4] for _change, *problems in DAMAGES.values() for problem in problems}
    # These need more rows than the clean district has, or have tests of their own.
    assert codes - shown == {"value_thousandfold", "column_constant", "spelt_twice"}


def test_a_clean_district_has_no_problem_and_every_table(tmp_path: Path) -> None:
    result = checked(tmp_path, CLEAN)
    assert result.problems == ()
    assert set(result.tables) == set(TABLES)
    for name, frame in result.tables.items():
        kinds = {one.name: DTYPES[one.kind] for one in TABLES[name].columns}
        assert {column: str(frame.dtypes[column]) for column in kinds if column in frame} == {
            column: kind for column, kind in kinds.items() if column in frame
        }
        assert len(frame) == CLEAN[name].count("\n") - 1


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    apart = [
        "an obligatory column is missing",
        "an obligatory cell holds a dash",
        "a weight is not positive",
        "a score is outside 1 to 5",
        "a month is of 1904",
        "-999 where nothing limits a number",
        "1.250 of something",
        "a formula in a text",
        "a whole row twice in a table without a key",
        "shares between nought and one",
        "a row of totals",
    ]
    changes = [DAMAGES[name][0] for name in apart]
    expected = set(chain.from_iterable(DAMAGES[name][1:] for name in apart))
    assert told(checked(tmp_path, damaged(*changes))) == expected


def test_the_other_tables_go_on_where_one_is_stopped(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("capaian", "9500", "banyak")))
    assert set(result.tables) == {"profil", "indikator", "rantai"}


# Rows as a person sees them.


def test_rows_are_those_of_the_spreadsheet_below_titles_and_blank_rows(tmp_path: Path) -> None:
    folder = tmp_path / "3503-trenggalek"
    folder.mkdir()
    book = Workbook()
    profile, series = book.active, book.create_sheet("deret")
    profile.title = "profil"
    for row in ("kode_kabupaten,nama_kabupaten,program", "3503,Trenggalek,Jahe"):
        profile.append(row.split(","))
    # The table begins in C4; row 6 is blank, and nothing at all is stored of rows 1 and 3.
    series["C2"] = "Harga pasar"
    for row, text in {
        4: "seri,bulan,nilai,satuan,sumber",
        5: "h,2024-01,1,Rp,A",
        7: "h,2024-02,dua,Rp,A",
    }.items():
        for at, cell in enumerate(text.split(","), start=3):
            series.cell(row, at, cell)
    book.save(folder / "dokumen-kendali.xlsx")
    problems = check(read_folder(folder), today=TODAY).problems
    assert [(one.sheet, one.row, one.column, one.code) for one in problems] == [
        ("deret", 4, "", "title_rows"),
        ("deret", 6, "", "blank_rows"),
        ("deret", 7, "nilai", "number_not_read"),
    ]
    assert series.cell(7, 5).value == "dua"


def test_a_cell_of_two_lines_counts_as_one_row_as_in_a_spreadsheet(tmp_path: Path) -> None:
    change = (
        "umpan_balik",
        "Harga sekarang lebih pasti,harga",
        '"Harga\nlebih pasti",harga\n\nfgd,kemarin,Baik,',
    )
    assert told(checked(tmp_path, damaged(change))) == {
        ("umpan_balik", 3, "", "warning", "blank_rows"),
        ("umpan_balik", 4, "tanggal", "error", "date_not_read"),
    }


# Columns as a whole, in a survey large enough to compare.


def survey_of(incomes: list[int]) -> dict[str, str]:
    households = [f"RT-{at}" for at in range(len(incomes))]
    return {
        "profil": CLEAN["profil"],
        "rumah_tangga": "id_rt\n" + "\n".join(households) + "\n",
        "survei": "id_rt,gelombang,tanggal,pendapatan_rt\n"
        + "".join(f"{one},0,2024-01-10,{income}\n" for one, income in zip(households, incomes, strict=True)),
    }


def test_an_income_a_thousand_times_too_high_is_doubted_and_kept(tmp_path: Path) -> None:
    incomes = [1_000_000 + at for at in range(9)] + [400_000_000]
    result = checked(tmp_path, survey_of(incomes))
    assert told(result) == {("survei", 11, "pendapatan_rt", W, "value_thousandfold")}
    assert result.tables["survei"]["pendapatan_rt"].tolist() == incomes


def test_incomes_that_differ_a_hundredfold_are_not_doubted(tmp_path: Path) -> None:
    assert told(checked(tmp_path, survey_of([1_000_000 + at for at in range(9)] + [100_000_000]))) == set()


def test_too_few_incomes_are_not_compared(tmp_path: Path) -> None:
    assert told(checked(tmp_path, survey_of([1_000_000] * 3 + [400_000_000]))) == set()


def test_a_column_that_is_the_same_everywhere_is_doubted(tmp_path: Path) -> None:
    assert told(checked(tmp_path, survey_of([1_000_000] * 10))) == {
        ("survei", None, "pendapatan_rt", W, "column_constant")
    }


# Nothing is dropped, coerced or rescaled in silence.

SURVEYED = [one for one in TABLES["survei"].columns if not one.required]
WRITTEN_YES_NO = {"ya": True, "y": True, "1": True, "tidak": False, "t": False, "0": False}


def read_alone(column: str, text: str) -> Checked:
    """Check a survey of one interview in which one further cell is written."""
    profile = {"kode_kabupaten": "3503", "nama_kabupaten": "Trenggalek", "program": "Jahe"}
    interview = {"id_rt": "RT-a1", "gelombang": "0", "tanggal": "2024-01-10", column: text}
    rows = {"profil": profile, "survei": interview}
    frames = {name: pd.DataFrame([row], [2], dtype="str") for name, row in rows.items()}
    tables = {name: RawTable(name, f"{name}.csv", "", frame) for name, frame in frames.items()}
    result = check(Reading(tables, folder=Path("3503-trenggalek")), today=TODAY)
    assert frames["survei"].loc[2].to_dict() == interview
    return result


@settings(deadline=None)
@given(
    column=st.sampled_from(SURVEYED),
    text=st.text("0123456789.,-/ RpjutayLPinf%=<k", min_size=1, max_size=9)
    | st.sampled_from([*WRITTEN_YES_NO]),
)
def test_a_cell_is_kept_or_something_is_said_about_it(column: Column, text: str) -> None:
    result = read_alone(column.name, text)
    said = [one for one in result.problems if one.column == column.name]
    if "survei" not in result.tables:
        assert any(one.stops and one.row == 2 for one in said)
        return
    value, written = result.tables["survei"].loc[2, column.name], text.strip()
    if written == "":
        assert pd.isna(value)
    elif not said:
        meant: object = written
        if column.kind == "yes_no":
            meant = WRITTEN_YES_NO[written.casefold()]
        elif column.kind in {"number", "integer", "money"}:
            meant = float(written)
        assert value == meant


# Warnings are drawn together, errors are not.

DOUBT = Case("doubtful", "warning", _("Nilai {value} meragukan."), _("Periksa."))
FAULT = Case("faulty", "error", _("Nilai {value} salah."), _("Perbaiki."))


def found(case: Case, *rows: int) -> list[Problem]:
    return [
        case.problem(table="skor", file="skor.csv", row=row, column="skor", value=str(row)) for row in rows
    ]


def test_alike_warnings_of_a_column_are_told_once_with_their_rows() -> None:
    (problem,) = arrange(found(DOUBT, 9, 4, 7))
    assert (problem.row, problem.value) == (4, "4")
    assert problem.message.text("id") == "Nilai 4 meragukan. Hal yang sama ada pada 2 baris lain: 7 dan 9."


def test_many_alike_warnings_name_a_few_rows_and_count_the_others() -> None:
    (problem,) = arrange(found(DOUBT, *range(2, 3 + ROWS_NAMED + 4)))
    assert problem.message.text("id") == (
        "Nilai 2 meragukan. Hal yang sama ada pada 9 baris lain, antara lain 3, 4, 5, 6, dan 7."
    )


def test_errors_are_never_drawn_together() -> None:
    assert [problem.row for problem in arrange(found(FAULT, 9, 4, 7))] == [4, 7, 9]


def test_problems_come_in_the_order_of_tables_rows_and_columns() -> None:
    places = [
        ("survei", 3, "b"),
        ("survei", None, "z"),
        ("profil", 9, "a"),
        ("", None, ""),
        ("survei", 3, "a"),
    ]
    problems = [FAULT.problem(table=table, row=row, column=column) for table, row, column in places]
    assert [(one.table, one.row, one.column) for one in arrange(problems)] == [
        ("", None, ""),
        ("profil", 9, "a"),
        ("survei", None, "z"),
        ("survei", 3, "a"),
        ("survei", 3, "b"),
    ]
