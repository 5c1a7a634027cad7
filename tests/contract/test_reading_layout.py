"""Where the table stands in the sheet: titles, headers, synonyms, blank and total rows."""

from __future__ import annotations

import pytest

from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import column_name, folded, guess_table, known_headers
from pasar_nb.contract.layout import cleaned, has_data, lay_out
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.language import _

PRICES = Table(
    "harga_pasar",
    _("Harga"),
    _("satu baris"),
    (
        Column("pasar", "id", _("Pasar"), _("..."), required=True),
        Column("bulan", "month", _("Bulan"), _("..."), required=True),
        Column("harga", "money", _("Harga di pasar"), _("..."), synonyms=("harga satuan",)),
    ),
)


def laid_out(text: str) -> tuple[RawTable, list[Problem]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    return cleaned(lay_out(Grid(Place("f.csv", table="harga_pasar"), rows), PRICES))


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (" Harga Jual (Rp/kg) ", "harga_jual"),
        ("harga-jual *", "harga_jual"),
        ("HARGA_JUAL:", "harga_jual"),
        ("\ufeffharga jual", "harga_jual"),
    ],
)
def test_headers_are_folded(header: str, name: str) -> None:
    assert folded(header) == name


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("harga", "harga"),
        ("Harga Satuan", "harga"),
        ("Harga di pasar", "harga"),
        ("transaksi/harga", "harga"),
        ("a/b/bulan", "bulan"),
        ("lainnya", "lainnya"),
    ],
)
def test_headers_name_columns(header: str, column: str) -> None:
    assert column_name(header, known_headers(PRICES)) == column


def test_a_title_above_the_header_gets_a_warning() -> None:
    raw, problems = laid_out(
        """
        Harga pasar 2024 | |
        | |
        pasar | bulan | harga
        Pule | 2024-01 | 100
        """
    )
    assert codes(problems) == ["title_rows"]
    assert problems[0].row == 3
    assert raw.frame.loc[4].tolist() == ["Pule", "2024-01", "100"]


def test_a_synonym_is_mapped_with_a_warning() -> None:
    raw, problems = laid_out("pasar|bulan|Harga Satuan\nPule|2024-01|100")
    assert codes(problems) == ["column_synonym"]
    assert (problems[0].column, problems[0].message.values["header"]) == ("harga", "Harga Satuan")
    assert raw.frame["harga"].tolist() == ["100"]


def test_a_synonym_beside_the_exact_name_is_a_column_of_its_own() -> None:
    raw, problems = laid_out("pasar|bulan|harga|Harga Satuan\nPule|2024-01|100|7")
    assert problems == []
    assert raw.frame.loc[2, ["harga", "harga_satuan"]].tolist() == ["100", "7"]


def test_a_column_that_comes_twice_is_an_error() -> None:
    raw, problems = laid_out("pasar|bulan|harga|Harga\nPule|2024-01|100|7")
    assert codes(problems) == ["column_twice"]
    assert raw.frame["harga"].tolist() == ["100"]


def test_blank_rows_inside_are_counted_once_and_at_the_end_ignored() -> None:
    raw, problems = laid_out("pasar|bulan|harga\nPule|2024-01|1\n||\n||\nPule|2024-02|2\n||\n")
    assert codes(problems) == ["blank_rows"]
    assert (problems[0].row, problems[0].message.values["count"]) == (3, 2)
    assert list(raw.frame.index) == [2, 5]


@pytest.mark.parametrize("word", ["TOTAL", "Jumlah", "Grand Total", "subtotal", "Jumlah total", "Rata-rata"])
def test_rows_of_totals_are_errors(word: str) -> None:
    raw, problems = laid_out(f"pasar|bulan|harga\nPule|2024-01|1\n{word}||1")
    assert [(problem.code, problem.row, problem.value) for problem in problems] == [("total_row", 3, word)]
    assert list(raw.frame.index) == [2]


def test_a_word_that_begins_like_a_total_is_data() -> None:
    assert laid_out("pasar|bulan|harga\nTotalindo|2024-01|1")[1] == []


def test_data_under_an_empty_header_are_an_error() -> None:
    problems = laid_out("pasar|bulan||harga\nPule|2024-01|7|1")[1]
    assert codes(problems) == ["column_without_header"]
    assert problems[0].message.values["position"] == 3


def test_a_sheet_with_a_header_alone_holds_no_data() -> None:
    grid = Grid(Place("f.xlsx", "harga_pasar", "harga_pasar"), [["pasar", "bulan", "harga"], ["", " ", ""]])
    assert not has_data(grid, PRICES)


@pytest.mark.parametrize(
    ("name", "taken", "table"),
    [("kritera", (), "kriteria"), ("Rumah-Tangga 2024", (), "rumah_tangga"), ("kritera", ("kriteria",), "")],
)
def test_a_table_is_guessed_by_its_name(name: str, taken: tuple[str, ...], table: str) -> None:
    assert (
        guess_table(name, [], {name: TABLES[name] for name in ("kriteria", "rumah_tangga")}, taken) == table
    )
