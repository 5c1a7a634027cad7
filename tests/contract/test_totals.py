"""Rows that add up others: told by their name and their numbers, never by the name of a measure."""

from __future__ import annotations

from pathlib import Path

import pytest
from clean_district import checked, damaged

ROWS = (("Pelatihan", "intervensi", 50), ("Kontrak", "intervensi", 30), ("Survei", "pengukuran_hasil", 20))
MITRA = "CV Maju,swasta,4,3,,sepakat,2024-01-15\nTotal Energi,swasta,4,3,,sepakat,2024-01-15"
ACTOR = "Pengepul,jahe,rantai_nilai,pengumpulan,2,luar,12,"
PELAKU = f"p2,{ACTOR}12.5,1500\np3,Total Buah Segar,jahe,rantai_nilai,pengumpulan,9,luar,12,"
CLEAN_ROW = "Pelatihan,intervensi,APBD,2027,50000000,0,5.1.02.01"


def severities(parent: Path, name: str, group: str, budget: int) -> list[str]:
    """Give how a last row of the budget is told that has a name, a group and an amount in millions."""
    rows = [*ROWS, (name, group, budget)]
    lines = [f"{one},{kind},APBD,2027,{amount}000000,0," for one, kind, amount in rows]
    result = checked(parent, damaged(("pembiayaan", CLEAN_ROW, "\n".join(lines))))
    told = [one for one in result.problems if one.table == "pembiayaan"]
    assert {one.row for one in told} <= {5}
    return [one.severity for one in told]


@pytest.mark.parametrize(
    ("name", "group", "budget", "severity"),
    [
        ("Jumlah seluruhnya", "intervensi", 100, ["error"]),  # 50 + 30 + 20
        ("Total intervensi", "intervensi", 80, ["error"]),  # 50 + 30, the rows of its group
        ("Jumlah kegiatan lain", "kelembagaan", 50, ["error"]),  # 20 + 30, the two rows above
        ("Rata-rata intervensi", "intervensi", 40, ["error"]),  # (50 + 30) / 2
        ("Jumlah", "kelembagaan", 7, ["error"]),  # nothing but the word
        ("Jumlah bibit", "kelembagaan", 7, ["warning"]),
        ("Rata-rata intervensi", "kelembagaan", 80, ["warning"]),  # a sum, but called a mean
        ("Totalitas layanan", "kelembagaan", 100, []),  # another word
    ],
)
def test_a_row_that_is_called_a_total_is_an_error_where_its_numbers_are_one(
    tmp_path: Path, name: str, group: str, budget: int, severity: list[str]
) -> None:
    assert severities(tmp_path, name, group, budget) == severity


@pytest.mark.parametrize(
    "change",
    [
        ("deret", "produksi,2024-01,17", "total_produksi,2024-01,17"),
        ("kriteria", "k1,Jangkauan", "k1,Jumlah keluarga miskin"),
        ("indikator", "Harga jual,Rp/kg", "Rata-rata harga jual,Rp/kg"),
        ("pembiayaan", "Pelatihan,", "Jumlah Intervensi,"),  # the only row: there is nothing it could add up
    ],
)
def test_names_of_measures_and_of_single_rows_stay_unsuspected(
    tmp_path: Path, change: tuple[str, str, str]
) -> None:
    assert checked(tmp_path, damaged(change)).problems == ()


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        # A partner's scores cannot be added up, and one number of a single row is no sum.
        (("mitra", "CV Maju,swasta,4,3,,sepakat,2024-01-15", MITRA), "warning"),
        (("pelaku", "p2,Pengepul,jahe,rantai_nilai,pengumpulan,2,luar,12,", PELAKU), "warning"),
        (("pelaku", "p2,Pengepul,jahe,rantai_nilai,pengumpulan,2,luar,12,", f"{PELAKU[:-3]}252,"), "error"),
    ],
)
def test_a_name_alone_or_a_number_that_is_alike_by_chance_is_only_asked_about(
    tmp_path: Path, change: tuple[str, str, str], severity: str
) -> None:
    told = [one for one in checked(tmp_path, damaged(change)).problems if one.code.startswith("total_")]
    assert [one.severity for one in told] == [severity]


def test_the_value_of_a_budget_line_is_compared_whatever_its_volume(tmp_path: Path) -> None:
    """300 kg at Rp9.000 twice a year are Rp5.4 million, which the total writes as one year's amount."""
    line = "sebelum,pokmas,10,Jahe segar,pendapatan,300,kg,9000,2,7000,12000,250,350"
    total = "sebelum,pokmas,10,Total pendapatan,pendapatan,1,tahun,5400000,1,,,,"
    (problem,) = checked(tmp_path, damaged(("model_bisnis", line, f"{line}\n{total}"))).problems
    assert (problem.code, problem.row, problem.column) == ("total_row", 3, "komponen")
