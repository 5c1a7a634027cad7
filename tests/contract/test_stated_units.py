"""Units and scales beside a name or a number: what contradicts a column is found, what agrees is let be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clean_district import checked, damaged, told

from pasar_nb.contract import TABLES
from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.stated_units import foreign, scale_in_title
from pasar_nb.contract.workbook.number_formats import unit_shown

E = "error"

# Column, what its header says in brackets, and the word that contradicts it: "" where none does.
SAID = [
    ("survei.pendapatan_rt", "Rp", ""),
    ("survei.pendapatan_rt", "Rp/bulan", ""),
    ("survei.pendapatan_rt", "per bulan", ""),
    ("survei.pendapatan_rt", "bulan lalu", ""),
    ("survei.pendapatan_rt", "tahun 2024", ""),
    ("survei.pendapatan_rt", "2024", ""),
    ("survei.pendapatan_rt", "per rumah tangga", ""),
    ("survei.pendapatan_rt", "bila ada", ""),
    ("survei.pendapatan_rt", "ribu Rp", "ribu"),
    ("survei.pendapatan_rt", "dalam ribuan", "ribuan"),
    ("survei.pendapatan_rt", "Rp 000", "000"),
    ("survei.pendapatan_rt", "x1.000", "1.000"),
    ("survei.pendapatan_rt", "jt", "jt"),
    ("survei.pendapatan_rt", "miliar", "miliar"),
    ("survei.pendapatan_rt", "Rp/tahun", "tahun"),
    ("survei.pendapatan_rt", "setahun", "setahun"),
    ("survei.pendapatan_rt", "3 bulan", "3 bulan"),
    ("survei.pendapatan_rt", "per orang", "orang"),
    ("survei.pendapatan_rt", "Rp/kg", "kg"),
    ("survei.pendapatan_rt", "USD", "usd"),
    ("pembiayaan.anggaran", "Rp/tahun", ""),
    ("pembiayaan.anggaran", "juta Rp", "juta"),
    ("survei.jumlah_anggota", "jiwa", ""),
    ("survei.jam_kerja", "jam/minggu", "minggu"),
    ("pelaku.persen_perempuan", "persen", ""),
    ("pelaku.persen_perempuan", "orang", "orang"),
    ("acuan.garis_kemiskinan", "Rp/kapita/bulan", ""),
    ("ihk.ihk", "2022=100", ""),
    ("skor.skor", "1-5", ""),
    ("capaian.nilai", "Rp/kg", ""),
    ("capaian.nilai", "ribu Rp", "ribu"),
]


@pytest.mark.parametrize(("place", "said", "word"), SAID)
def test_a_word_that_contradicts_a_column_is_found(place: str, said: str, word: str) -> None:
    table, _dot, column = place.partition(".")
    assert foreign(said, TABLES[table].column(column)) == word


@pytest.mark.parametrize(
    ("said", "units", "word"),
    [
        ("ton", ["kg"], "ton"),
        ("kilogram", ["kg"], ""),
        ("kg/bulan", ["kg"], ""),
        ("kg/tahun", ["kg"], "tahun"),
        ("ton", ["ton"], ""),
        ("kg", ["kg", "ikat"], "kg"),
        ("100 kg", ["kg"], "100 kg"),
        ("ikat", ["ikat (2,5 kg)"], ""),
        ("kg", [], ""),  # mass is counted in kilograms where nobody has written otherwise
        ("ton", [], "ton"),
    ],
)
def test_the_units_that_stand_beside_the_numbers_decide(said: str, units: list[str], word: str) -> None:
    assert foreign(said, TABLES["survei"].column("produksi"), units, beside=True) == word


def test_no_name_that_the_contract_gives_its_columns_is_refused() -> None:
    columns = [one for table in TABLES.values() for one in table.columns if one.kind in NUMBER_KINDS]
    for column in columns:
        for name in (column.name, *column.synonyms, column.title.text("id")):
            assert not foreign(" ".join(re.findall(r"\((.*?)\)", name)), column), name
        assert not foreign(column.unit, column), column.name


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("(dalam ribuan rupiah)", "ribuan"),
        ("Rencana Anggaran (JUTA RP)", "JUTA"),
        ("Anggaran (Rp 000)", "Rp 000"),
        ("Nilai x 1.000", "x 1.000"),
        ("Satuan: ton", "Satuan: ton"),
        ("Bantuan 5 juta rupiah", ""),
        ("Dana Desa Rp1.000.000", ""),
        ("Gerakan 1000 Pohon", ""),
        ("Kabupaten Trenggalek, tahun 2024", ""),
    ],
)
def test_a_title_declares_a_scale_where_no_number_stands_before_it(title: str, scale: str) -> None:
    assert scale_in_title(title) == scale


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('0" ton"', "ton"),
        ("0\\ \\k\\g", "kg"),
        ('#,##0" rb"', "rb"),
        ('0".000"', "000"),
        ("#,##0,", "ribu"),
        ("0.0,,", "juta"),
        ('[>=1000000]0.0,,"jt";[>=1000]0,"rb";0', "jt juta rb ribu"),
        ("#,##0", ""),
        ("0.00E+00", ""),
        ('_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)', ""),
        ("[$Rp-421]#,##0", ""),
        ('"Rp"#,##0",-"', ""),
        ('#,##0" orang"', ""),
        ('0";";"ton"', "ton"),
        ('0;-0;"0 ton"', ""),  # what is shown for nought changes no number
    ],
)
def test_a_number_format_says_what_it_adds_to_a_number(code: str, shown: str) -> None:
    assert unit_shown(code) == shown


@pytest.mark.parametrize("header", ["produksi/ton", "produksi_ton", "produksi [ton]", "Produksi (ton)"])
def test_a_unit_is_found_however_it_is_tied_to_the_name(tmp_path: Path, header: str) -> None:
    result = checked(tmp_path, damaged(("survei", ",produksi,", f",{header},")))
    assert told(result) == {("survei", 1, "produksi", E, "header_unit")}
    (problem,) = result.problems
    assert problem.value == header
    assert problem.remedy.text("id") == (
        "Tulis ulang semua angka kolom itu dalam satuan yang tertulis di kolom satuan_produksi (kg), lalu "
        "tulis judulnya 'produksi' saja."
    )


def test_a_further_column_beside_the_column_itself_is_no_header_with_a_unit(tmp_path: Path) -> None:
    change = ("pelaku", "biaya_per_satuan", "jumlah_ribu")
    assert told(checked(tmp_path, damaged(change))) == {
        ("pelaku", None, "jumlah_ribu", "warning", "column_undeclared")
    }


def test_a_title_over_a_table_without_numbers_scales_nothing(tmp_path: Path) -> None:
    change = ("masalah", "masalah,induk", "Pohon masalah (dalam ribuan),,,,,,\nmasalah,induk")
    assert told(checked(tmp_path, damaged(change))) == {("masalah", 2, "", "warning", "title_rows")}
