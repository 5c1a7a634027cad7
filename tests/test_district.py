"""A district opened from its folder, and the folders found in a folder of data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pasar_nb.district import District, find_districts
from pasar_nb.errors import DataError, UsageError

TODAY = date(2026, 11, 20)
PROFILE = "kode_kabupaten,nama_kabupaten,program,sintetis\n3503,Trenggalek,Keperantaraan Pasar,ya\n"
SERIES = "seri,bulan,nilai,satuan,sumber\nharga,2024-01,1,Rp,PIHPS\nharga,2026-02,2,Rp,PIHPS\n"
BAD_SERIES = SERIES.replace(",2,Rp", ",dua,Rp")


def folder_of(data: Path, name: str = "3503-trenggalek", **tables: str) -> Path:
    folder = data / name
    folder.mkdir()
    for table, text in tables.items():
        (folder / f"{table}.csv").write_text(text)
    return folder


def test_a_district_knows_who_it_is(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE, deret=SERIES), today=TODAY)
    assert (district.code, district.name, district.kind) == ("3503", "Trenggalek", "kabupaten")
    assert district.province == "Jawa Timur"
    assert (district.folder.name, district.program) == ("3503-trenggalek", "Keperantaraan Pasar")
    assert district.synthetic
    assert [file.path for file in district.files] == ["deret.csv", "profil.csv"]


def test_period_and_age_come_from_the_data(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE, deret=SERIES), today=TODAY)
    assert (district.period, district.data_date) == ("2024-2026", "2026-02-28")


def test_a_profile_alone_says_nothing_of_a_period(tmp_path: Path) -> None:
    profile = PROFILE.replace(",sintetis", "").replace(",ya", "")
    district = District.open(folder_of(tmp_path, profil=profile), today=TODAY)
    assert (district.period, district.data_date, district.synthetic) == ("", "", False)


def test_a_table_that_is_there_can_be_changed_without_harm(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE, deret=SERIES), today=TODAY)
    series = district.table("deret")
    series["nilai"] = 0.0
    assert district.state("deret") == "present"
    assert district.table("deret")["nilai"].tolist() == [1.0, 2.0]


def test_an_absent_table_is_empty_but_has_its_columns(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE), today=TODAY)
    scores = district.table("skor")
    assert district.state("skor") == "absent"
    assert len(scores) == 0
    assert {"komoditas", "kriteria", "penilai", "skor"} <= set(scores.columns)
    assert pd.api.types.is_integer_dtype(scores["tahun"])


def test_a_stopped_table_raises_its_own_errors_and_leaves_the_others(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE, deret=BAD_SERIES), today=TODAY)
    assert (district.state("deret"), district.state("profil")) == ("stopped", "present")
    with pytest.raises(DataError, match="Tabel 'deret' belum dapat dipakai") as raised:
        district.table("deret")
    assert [problem.code for problem in raised.value.problems] == ["number_not_read"]


def test_a_damaged_workbook_may_hold_any_of_the_missing_tables(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, profil=PROFILE, deret=SERIES)
    (folder / "dokumen-kendali.xlsx").write_bytes(b"PK\x03\x04 cut off")
    district = District.open(folder, today=TODAY)
    assert (district.state("deret"), district.state("skor")) == ("present", "stopped")
    with pytest.raises(DataError) as raised:
        district.table("skor")
    assert [problem.code for problem in raised.value.problems] == ["workbook_damaged"]


def test_a_table_that_the_contract_does_not_have_is_a_wrong_question(tmp_path: Path) -> None:
    district = District.open(folder_of(tmp_path, profil=PROFILE), today=TODAY)
    with pytest.raises(UsageError, match="profil"):
        district.table("skors")


PROFILES = {
    "missing": {},
    "cut off": {"profil": "kode_kabupaten,nama_kabupaten,program"},
    "of another district": {"profil": PROFILE.replace("3503,Trenggalek", "3501,Pacitan")},
    "with the other scheme's code": {"profil": PROFILE.replace("3503,Trenggalek", "1101,Aceh Selatan")},
}


@pytest.mark.parametrize("tables", PROFILES.values(), ids=PROFILES)
def test_without_a_right_profile_nothing_is_opened(tmp_path: Path, tables: dict[str, str]) -> None:
    folder = folder_of(tmp_path, deret=BAD_SERIES, **tables)
    with pytest.raises(DataError) as raised:
        District.open(folder, today=TODAY)
    # All problems are told at once, also those of the other tables.
    assert {problem.table for problem in raised.value.problems if problem.stops} == {"profil", "deret"}


def test_folders_of_districts_are_found_in_order(tmp_path: Path) -> None:
    for name in ("3503-trenggalek", "1107-aceh-barat", "catatan", "35-jawa-timur", ".3501-pacitan"):
        folder_of(tmp_path, name)
    (tmp_path / "3501-pacitan").write_text("a file, no folder")
    assert [folder.name for folder in find_districts(tmp_path)] == ["1107-aceh-barat", "3503-trenggalek"]
    assert [folder.name for folder in find_districts(tmp_path, ["3503"])] == ["3503-trenggalek"]


@pytest.mark.parametrize("code", ["9999", "../3503", "3503-trenggalek", ""])
def test_an_unknown_code_is_refused_with_the_list(tmp_path: Path, code: str) -> None:
    folder_of(tmp_path)
    with pytest.raises(UsageError, match="Yang ada: 3503-trenggalek"):
        find_districts(tmp_path, ["3503", code])


def test_a_district_in_two_folders_is_refused(tmp_path: Path) -> None:
    folder_of(tmp_path, "3503-trenggalek")
    folder_of(tmp_path, "3503-trenggalek-lama")
    with pytest.raises(UsageError, match="3503-trenggalek dan 3503-trenggalek-lama"):
        find_districts(tmp_path)


def test_a_missing_folder_of_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tidak ada"):
        find_districts(tmp_path / "data")


def test_a_link_out_of_the_data_is_no_district(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    data = tmp_path / "data"
    data.mkdir()
    (data / "3503-trenggalek").symlink_to(tmp_path / "elsewhere")
    assert find_districts(data) == ()
