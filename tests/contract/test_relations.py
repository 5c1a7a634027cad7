"""Rules between tables: each fires exactly where it should, and not a step before."""

from __future__ import annotations

from pathlib import Path

import pytest
from clean_district import CLEAN, Change, Told, checked, damaged, told

from pasar_nb.contract.cases import Case
from pasar_nb.contract.messages import relations as messages_relations

E, W = "error", "warning"


def compared(*named: str, more: str = "") -> tuple[Change, ...]:
    """The series with a column of what each row names as its comparison, and perhaps another series."""
    header, *rows = CLEAN["deret"].splitlines()
    filled = [f"{row},{name}" for row, name in zip(rows, named, strict=True)]
    return (("deret", CLEAN["deret"], "\n".join([f"{header},pembanding", *filled, more]) + "\n"),)


# what is wrong: changes -> table, row, column, severity and code of every problem that is told
BROKEN: dict[str, tuple[tuple[Change, ...], *tuple[Told, ...]]] = {
    # references
    "a criterion that nobody named": (
        (("skor", "jahe,k2", "jahe,k9"),),
        ("skor", 3, "kriteria", E, "reference_unknown"),
    ),
    "a commodity that nobody scored": (
        (("aliran", "jahe,p2,p1", "kakao,p2,p1"),),
        ("aliran", 3, "komoditas", E, "reference_unknown"),
    ),
    "a flow to nobody": (
        (("aliran", "p1,p2,produk", "p1,p7,produk"),),
        ("aliran", 2, "ke", E, "reference_unknown"),
    ),
    "one of two interventions": (
        (("masalah", "i1; i2", "i1; i3"),),
        ("masalah", 3, "intervensi", E, "reference_unknown"),
    ),
    "a household that is not listed": (
        (("pendampingan", "RT-a1", "RT-x9"),),
        ("pendampingan", 2, "id_rt", E, "reference_unknown"),
    ),
    "a partner that is not listed": (
        (("mitra_survei", "CV Maju,offtaker,0", "CV Mundur,offtaker,0"),),
        ("mitra_survei", 2, "mitra", E, "reference_unknown"),
    ),
    "codes differ in their case": (
        (("capaian", "n1,2024-06", "N1,2024-06"),),
        ("capaian", 2, "indikator", E, "reference_unknown"),
    ),
    "the chosen commodity is not scored": (
        (("profil", "jahe,2024", "kakao,2024"), ("skor", "kopi,k1", "kopi,k2")),
        ("profil", 2, "komoditas_terpilih", W, "commodity_without_score"),
    ),
    # time
    "a survey of tomorrow": (
        (("survei", "RT-c3,1,2025-01-16", "RT-c3,1,2026-11-21"),),
        ("survei", 7, "tanggal", E, "in_the_future"),
    ),
    "a survey of today": ((("survei", "RT-c3,1,2025-01-16", "RT-c3,1,2026-11-20"),),),
    "a month to come": ((("deret", "2024-02", "2026-12"),), ("deret", 3, "bulan", E, "in_the_future")),
    "the month that runs": ((("deret", "2024-02", "2026-11"),),),
    "a year to come": (
        (("skor", "Wawancara,2022", "Wawancara,2027"),),
        ("skor", 3, "tahun", E, "in_the_future"),
    ),
    "an endline before its baseline": (
        (("survei", "RT-b2,1,2025-01-15", "RT-b2,1,2024-01-10"),),
        ("survei", 6, "tanggal", E, "waves_out_of_order"),
    ),
    "an endline on the day of its baseline": ((("survei", "RT-b2,1,2025-01-15", "RT-b2,1,2024-01-11"),),),
    "a baseline of which a part is on the programme's first day or later": (
        (("profil", "2024-02-01", "2024-01-11"), ("survei", "0,2024-01-10", "0,2024-01-09")),
        ("survei", 3, "tanggal", W, "baseline_underway"),
    ),
    "a baseline that ends on the day before the programme": (
        (("profil", "2024-02-01", "2024-01-13"), ("survei", "0,2024-01-10", "0,2024-01-09")),
    ),
    "a partner's endline before its baseline": (
        (("mitra_survei", "2025-01-20", "2024-01-19"),),
        ("mitra_survei", 3, "tanggal", E, "waves_out_of_order"),
    ),
    # low, main, high
    "a low price above the price": (
        (("model_bisnis", "7000,12000", "9001,12000"),),
        ("model_bisnis", 2, "harga", E, "bounds_out_of_order"),
    ),
    "a high volume below the volume": (
        (("model_bisnis", "250,350", "250,299"),),
        ("model_bisnis", 2, "volume_tinggi", E, "bounds_out_of_order"),
    ),
    "low, main and high are equal": ((("model_bisnis", "7000,12000", "9000,9000"),),),
    # units
    "a series that changes its unit": (
        (("deret", "24500,Rp/kg", "24500,Rp/ton"),),
        ("deret", 3, "satuan", E, "series_unit_changes"),
    ),
    "a series compared with itself": (
        compared("harga_jahe", "", ""),
        ("deret", 2, "pembanding", E, "series_compared_with_itself"),
    ),
    "a series compared with two others": (
        compared("produksi", "hujan", "", more="hujan,2024-01,90,mm,BMKG,"),
        ("deret", 3, "pembanding", E, "series_several_comparisons"),
    ),
    "a series compared with one that is not there": (
        compared("curah_hujan", "", ""),
        ("deret", 2, "pembanding", E, "reference_unknown"),
    ),
    "a series compared with another in some of its rows": (compared("produksi", "", ""),),
    "harvests in kilograms and tons": (
        (("survei", "44,kg", "0.044,ton"),),
        ("survei", 5, "satuan_produksi", W, "units_converted"),
    ),
    "harvests in kilograms and bundles": (
        (("survei", "44,kg", "9,ikat"),),
        ("survei", 5, "satuan_produksi", E, "units_mixed"),
    ),
    "a unit in capitals is the same": ((("survei", "44,kg", "44,Kg"),),),
    "a partner who changes the unit": (
        (("mitra_survei", "9000,kg,32", "9000,kuintal,32"),),
        ("mitra_survei", 3, "satuan", W, "units_converted"),
    ),
    "an amount without a unit": (
        (("survei", "41.5,kg", "41.5,"),),
        ("survei", 3, "satuan_produksi", W, "unit_missing"),
    ),
    "a flow without a unit": (
        (("aliran", "produk,120000,kg,9000\n", "produk,120000,kg,9000\njahe,p2,p1,produk,12,,9000\n"),),
        ("aliran", 3, "satuan", W, "unit_missing"),
    ),
    "nothing without a unit": ((("survei", "12,kg,ya,2,1.5", ",,ya,2,1.5"),),),
    "figures in two units": (
        (("skor", "80.25,rumah tangga", "80.25,ton"),),
        ("skor", 4, "satuan", W, "figures_in_units"),
    ),
    "figures with a unit and without": (
        (("skor", "80.25,rumah tangga", "80.25,"),),
        ("skor", 4, "satuan", W, "figures_in_units"),
    ),
    # plans
    "a budget in a distant year": (
        (("pembiayaan", ",2027,", ",2037,"),),
        ("pembiayaan", 2, "tahun", E, "plan_too_far"),
    ),
    "a budget in ten years": ((("pembiayaan", ",2027,", ",2036,"),),),
    "a deadline in a distant year": (
        (("indikator", "2027-12-31", "2072-12-31"),),
        ("indikator", 2, "tenggat", E, "plan_too_far"),
    ),
    "money spent in a year to come": (
        (("pembiayaan", ",2027,50000000,0,", ",2027,50000000,1,"),),
        ("pembiayaan", 2, "realisasi", E, "spent_in_the_future"),
    ),
    "money spent this year": ((("pembiayaan", ",2027,50000000,0,", ",2026,50000000,40000000,"),),),
    # ends and loops
    "a flow from an actor to itself": (
        (("aliran", "jahe,p2,p1", "jahe,p1,p1"),),
        ("aliran", 3, "ke", E, "self_loop"),
    ),
    "a criterion compared with itself": (
        (("perbandingan", "k1,k2", "k2,k2"),),
        ("perbandingan", 2, "kriteria_b", E, "self_loop"),
    ),
    "a problem that causes itself": (
        (("masalah", "m2,m1", "m2,m2"),),
        ("masalah", 3, "induk", E, "self_loop"),
    ),
    "a problem tree that bites its tail": (
        (("masalah", "m1,,Harga", "m1,m2,Harga"),),
        ("masalah", 2, "induk", E, "cycle"),
    ),
    "a results chain that bites its tail": (
        (("rantai", "Mutu naik,,", "Mutu naik,r1,"),),
        ("rantai", 2, "menyebabkan", E, "cycle"),
    ),
    # the district
    "two districts in a profile": (
        (("profil", ",,ya\n", ",,ya\n3501,Pacitan,Jahe,jahe,2024-02-01,pendapatan_rt,,ya\n"),),
        ("profil", None, "", E, "profile_rows"),
        ("profil", 3, "kode_kabupaten", E, "folder_and_profile_differ"),
    ),
    "a code that nobody has": (
        (("profil", "3503,", "3599,"),),
        ("profil", 2, "kode_kabupaten", E, "code_unknown"),
    ),
    "a code of the other scheme": (
        (("profil", "3503,Trenggalek", "1105,Aceh Barat"),),
        ("profil", 2, "kode_kabupaten", E, "code_of_kemendagri"),
    ),
    "the code of another district": (
        (("profil", "3503,", "3501,"),),
        ("profil", 2, "nama_kabupaten", E, "code_and_name_differ"),
        ("profil", 2, "kode_kabupaten", E, "folder_and_profile_differ"),
    ),
    "another district than the folder's": (
        (("profil", "3503,Trenggalek", "3501,Pacitan"),),
        ("profil", 2, "kode_kabupaten", E, "folder_and_profile_differ"),
    ),
    "the kind of the district before its name": ((("profil", "Trenggalek", "Kab. Trenggalek"),),),
    # outcomes and measures
    "an outcome that nobody knows": (
        (("profil", "pendapatan_rt", "kebahagiaan"),),
        ("profil", 2, "hasil_utama", E, "outcome_unknown"),
    ),
    "an outcome that was not surveyed": (
        (("profil", "pendapatan_rt", "tabungan"), ("survei", "RT-a1,0", "RT-a1,0")),
        ("profil", 2, "hasil_utama", W, "outcome_not_surveyed"),
    ),
    "an outcome that is derived": ((("profil", "pendapatan_rt", "belanja_per_kapita"),),),
    "an outcome that the district declares": (
        (("profil", "pendapatan_rt", "luas_lahan"), ("survei", "RT-a1,0", "RT-a1,0")),
    ),
    "a criterion of a measure that nobody knows": (
        (("kriteria_graduasi", "belanja_per_kapita", "kebahagiaan"),),
        ("kriteria_graduasi", 2, "variabel", E, "measure_unknown"),
    ),
    "a number without a unit": (
        (("variabel", "Luas lahan,ha", "Luas lahan,"),),
        ("variabel", 2, "satuan", E, "variable_without_unit"),
    ),
    "variables that are one column": (
        (("variabel", "Jenis atap,,kategori", "Jenis atap,,kategori,\nAtap (jenis),Atap,,ya_tidak"),),
        ("variabel", 4, "variabel", E, "variable_twice"),
    ),
    "a variable that was not surveyed": (
        (("variabel", "atap,Jenis atap", "lantai,Jenis lantai"),),
        ("variabel", 3, "variabel", W, "variable_not_surveyed"),
        ("survei", None, "atap", W, "column_undeclared"),
    ),
    # households
    "a household that left": (
        (("survei", "RT-c3,1,2025-01-16,5,450000,1300000,640000,12,kg,ya,2,1.5,genteng\n", ""),),
        ("survei", None, "id_rt", W, "households_left"),
    ),
    "a household that came later": (
        (("survei", "RT-b2,0,2024-01-11,3,,2100000,0,41.5,kg,tidak,4,0.25,seng\n", ""),),
        ("survei", None, "id_rt", W, "households_without_baseline"),
    ),
    "a household that was never surveyed": (
        (
            (
                "rumah_tangga",
                "pembanding,\n",
                "pembanding,\nRT-d4,G2,Pule,Joho,L,60,SD,tidak,,2,DTSEN,2025-1,,\n",
            ),
        ),
        ("rumah_tangga", None, "id_rt", W, "households_never_surveyed"),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_relation_is_told_where_it_is_and_nothing_else_is(
    tmp_path: Path, broken: tuple[tuple[Change, ...], *tuple[Told, ...]]
) -> None:
    changes, *expected = broken
    assert told(checked(tmp_path, damaged(*changes))) == set(expected)


def test_every_case_of_relations_is_shown() -> None:
    codes = {one.code for one in vars(messages_relations).values() if isinstance(one, Case)}
    shown = {problem[4] for _changes, *problems in BROKEN.values() for problem in problems}
    # These have tests of their own below.
    assert codes - shown == {
        "folder_name_differs",
        "leading_zero_lost",
        "profile_absent",
        "reference_table_absent",
    }


# Words that help.


def message(parent: Path, *changes: Change) -> str:
    (problem,) = checked(parent, damaged(*changes)).problems
    return problem.message.text("id")


def test_a_cycle_is_shown_as_a_path(tmp_path: Path) -> None:
    text = message(tmp_path, ("rantai", "r2;r3,", "r2,"), ("rantai", "Mutu naik,,", "Mutu naik,r1,"))
    assert text == "Rujukan di kolom 'menyebabkan' berputar: r1 → r2 → r3 → r1."


def test_a_wrong_code_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert message(tmp_path, ("skor", "kopi,k1", "kopi,K1")).endswith("mungkin maksudnya 'k1'.")


def test_no_other_household_is_suggested_for_a_wrong_code(tmp_path: Path) -> None:
    text = message(tmp_path, ("pendampingan", "RT-a1", "RT-a2"))
    assert text == "'RT•••' di kolom 'id_rt' tidak ada di tabel rumah_tangga."


def test_a_code_of_the_other_scheme_is_told_with_the_right_one(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, damaged(("profil", "3503,Trenggalek", "1105,Aceh Barat"))).problems
    assert "1107" in problem.remedy.text("id")


def test_attrition_is_counted_over_the_baseline(tmp_path: Path) -> None:
    changes = BROKEN["a household that left"][0]
    assert message(tmp_path, *changes).startswith("1 dari 3 rumah tangga pada survei awal")


# Tables that are not there, or not whole.


def test_a_profile_must_be_there(tmp_path: Path) -> None:
    tables = {"deret": CLEAN["deret"]}
    assert told(checked(tmp_path, tables)) == {("profil", None, "", E, "profile_absent")}


def test_a_profile_that_cannot_be_read_is_not_called_absent(tmp_path: Path) -> None:
    assert told(checked(tmp_path, {"profil": ""})) == {("profil", None, "", E, "file_empty")}


@pytest.mark.parametrize("folder", ["3503-trenggalek", "3503-kab-trenggalek", "3503-kabupaten-trenggalek"])
def test_the_folder_is_named_as_the_district(tmp_path: Path, folder: str) -> None:
    assert told(checked(tmp_path, {"profil": CLEAN["profil"]}, folder)) == set()


@pytest.mark.parametrize("folder", ["3503-ponorogo", "9999-trenggalek"])
def test_a_folder_with_another_name_or_a_code_of_nobody_is_refused(tmp_path: Path, folder: str) -> None:
    (problem,) = checked(tmp_path, {"profil": CLEAN["profil"]}, folder).problems
    assert (problem.code, problem.severity) == ("folder_name_differs", E)
    assert problem.remedy.text("id") == "Ganti nama folder menjadi '3503-trenggalek'."


def test_codes_of_a_table_that_is_absent_cannot_be_checked_and_are_used(tmp_path: Path) -> None:
    tables = damaged(("pendampingan", "RT-a1", "RT-a1"))
    del tables["rumah_tangga"]
    result = checked(tmp_path, tables)
    assert told(result) == {("pendampingan", None, "id_rt", W, "reference_table_absent")}
    assert "pendampingan" in result.tables


def test_a_market_map_needs_no_scores(tmp_path: Path) -> None:
    tables = {name: CLEAN[name] for name in ("profil", "pelaku", "aliran", "intervensi")}
    assert told(checked(tmp_path, tables)) == set()


def test_what_an_incomplete_table_lacks_proves_nothing(tmp_path: Path) -> None:
    """A lost row is told once; the codes and households that stood in it are not called unknown."""
    result = checked(
        tmp_path,
        damaged(("rumah_tangga", "RT-b2,G1,", "RT-b2,G1,1,5,"), ("survei", "RT-c3,1,", "RT-c3,1,7,")),
    )
    assert told(result) == {
        ("rumah_tangga", 3, "", E, "row_too_long"),
        ("survei", 7, "", E, "row_too_long"),
    }


# Leading zeros that a spreadsheet took away.


def households(*codes: str) -> str:
    return "id_rt\n" + "".join(f"{code}\n" for code in codes)


def met(listed: tuple[str, ...], *written: str) -> dict[str, str]:
    """Write a list of households and a contact with each of those that follow."""
    contacts = "".join(f"{code},2024-03-01,teknis,ya\n" for code in written)
    return {
        "profil": CLEAN["profil"],
        "rumah_tangga": households(*listed),
        "pendampingan": "id_rt,tanggal,jenis,hadir\n" + contacts,
    }


@pytest.mark.parametrize(
    ("listed", "written", "read", "rows"),
    [
        (("001", "002", "010"), ("1", "2", "10"), ["001", "002", "010"], "3 dan 4"),
        (("1", "2", "10"), ("001", "2", "0010"), ["1", "2", "10"], "4"),
    ],
)
def test_zeros_come_back_where_one_code_can_be_meant(
    tmp_path: Path, listed: tuple[str, ...], written: tuple[str, ...], read: list[str], rows: str
) -> None:
    result = checked(tmp_path, met(listed, *written))
    assert told(result) == {("pendampingan", 2, "id_rt", W, "leading_zero_lost")}
    assert result.problems[0].message.text("id").endswith(f"{rows}.")
    assert result.tables["pendampingan"]["id_rt"].tolist() == read


@pytest.mark.parametrize(
    ("listed", "written"), [(("01", "001"), "1"), (("A01",), "A1"), (("10",), "1"), (("0", "5"), "7")]
)
def test_a_code_that_could_be_another_is_refused(
    tmp_path: Path, listed: tuple[str, ...], written: str
) -> None:
    assert told(checked(tmp_path, met(listed, written))) == {
        ("pendampingan", 2, "id_rt", E, "reference_unknown")
    }


def test_zeros_that_come_back_may_show_a_row_twice(tmp_path: Path) -> None:
    survey = "id_rt,gelombang,tanggal,pendapatan_rt\n001,0,2024-01-10,\n1,0,2024-01-11,\n"
    tables = {"profil": CLEAN["profil"], "rumah_tangga": households("001"), "survei": survey}
    assert told(checked(tmp_path, tables)) == {
        ("survei", 3, "id_rt", W, "leading_zero_lost"),
        ("survei", 3, "id_rt", E, "key_twice"),
    }
