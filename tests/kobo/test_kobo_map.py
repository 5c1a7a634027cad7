"""A wrong map: everything that is wrong with it and its questions at once, with the nearest names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from survey_exports import MAP, Import, main_sheet, submission, words, workbook

from pasar_nb.kobo.map_file import read_map

WRONG = """
tambahan = 1

[district]
code = "3503"
zone = "Asia/Surabaya"

[rules]
take = "semua"
gabung = true

[[round]]
wave = -1
household = "identitas/nik"
berkas = "x"

[round.survey]
tanggal = "tanggal"

[round.survei]
id_rt = "identitas/nik"
pendapatan_rmh = "ekonomi/pendapatan"
belanja_lain = 5

[round.rumah_tangga]
desa = { question = "a", value = "b" }

[values.jenis_kelamin_kk]
"1" = "Pria"

[values.kelamin]
"1" = "L"
"""


def test_everything_wrong_with_a_map_is_told_at_once(place: Import) -> None:
    result = place.carry_out(place.export(submission()), the_map=WRONG)
    assert result.exit_code == 2
    told = words(result.output)
    for one in (
        "Kunci 'tambahan' tidak dikenal",
        "Isi kunci 'district.zone' tidak dapat dipakai",
        "Isi kunci 'rules.take' tidak dapat dipakai",
        "Kunci 'rules.gabung' tidak dikenal",
        "Isi kunci 'round[1].wave' tidak dapat dipakai",
        "Kunci 'round[1].berkas' tidak dikenal",
        "Tabel 'round[1].survey' tidak ada dalam Dokumen Kendali",
        "Kolom 'round[1].survei.id_rt' dibuat oleh impor",
        "Kolom 'round[1].survei.pendapatan_rmh' tidak ada dalam tabel 'survei'",
        "Tulis salah satu dari: pendapatan_rt",
        "Isi kunci 'round[1].survei.belanja_lain' tidak dapat dipakai",
        "Kolom wajib 'round[1].survei.tanggal' belum dipetakan",
        "Isi kunci 'round[1].rumah_tangga.desa' tidak dapat dipakai",
        "Kolom 'values.jenis_kelamin_kk' tidak mengenal pilihan 'Pria'",
        "Kolom 'values.kelamin' tidak ada dalam tabel 'values'",
    ):
        assert one in told, one
    assert not place.data.exists()
    assert not place.secret_file.exists()


def test_every_question_that_the_export_lacks_is_told_with_the_nearest(place: Import) -> None:
    the_map = MAP.replace('"ekonomi/pendapatan"', '"ekonomi/pendapatn"').replace(
        '"identitas/jk"', '"kelamin"'
    )
    result = place.carry_out(place.export(submission()), the_map=the_map)
    assert result.exit_code == 2
    told = words(result.output)
    assert "round[1].survei.pendapatan_rt: pertanyaan 'ekonomi/pendapatn' tidak ada" in told
    assert "Yang mirip: ekonomi/pendapatan" in told
    assert "round[1].rumah_tangga.jenis_kelamin_kk: pertanyaan 'kelamin' tidak ada" in told
    assert not place.data.exists()


def test_a_wrong_map_and_missing_questions_are_told_together(place: Import) -> None:
    the_map = MAP.replace('"identitas/jk"', '"kelamin"') + "hasil = 'x'\n"
    told = words(place.carry_out(place.export(submission()), the_map=the_map).output)
    assert "Kolom 'round[1].survei.hasil' tidak ada" in told
    assert "pertanyaan 'kelamin' tidak ada" in told


def test_a_question_that_may_be_either_of_two_is_not_guessed(place: Import) -> None:
    header, answers = (list(row) for row in main_sheet(submission()))
    sheet = [[*header, "a/nilai", "b/nilai"], [*answers, 1, 2]]
    file = workbook(place.root / "dua.xlsx", Survei=sheet)
    result = place.carry_out(file, the_map=MAP + 'aset_lain = "nilai"\n')
    assert result.exit_code == 2
    assert "Tulis judul kolom lengkap dengan kelompoknya: a/nilai dan b/nilai." in words(result.output)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('code = "3503"', "", "Kunci 'district.code' belum ada"),
        ('code = "3503"', "code = 3503", "Isi kunci 'district.code' tidak dapat dipakai"),
        ('code = "3503"', 'code = "0000"', "Tidak ada kabupaten atau kota dengan kode BPS '0000'"),
        ("[[round]]", "[[ronde]]", "Kunci 'ronde' tidak dikenal"),
        ("[[round]]", "[[round]", "tidak dapat dibaca sebagai TOML"),
        ('household = "identitas/nik"', "", "Kunci 'round[1].household' belum ada"),
        ('wave = "gelombang"', "", "Kunci 'round[1].wave' belum ada"),
        ('wave = "gelombang"', 'wave = 0\nfiles = "akhir*"', "pola 'akhir*' tidak cocok"),
        ('wave = "gelombang"', 'wave = 0\nsheet = "Lembar1"', "lembar 'Lembar1' tidak ada"),
    ],
)
def test_one_slip_is_told(place: Import, old: str, new: str, told: str) -> None:
    assert MAP.count(old) == 1
    result = place.carry_out(place.export(submission()), the_map=MAP.replace(old, new))
    assert result.exit_code == 2
    assert told in words(result.output)
    assert not place.data.exists()


def test_the_map_of_the_readme_is_right(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (written,) = [one for one in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL) if "[[round]]" in one]
    (tmp_path / "peta.toml").write_text(written, encoding="utf-8")
    the_map, problems = read_map(tmp_path / "peta.toml")
    assert problems == []
    assert the_map is not None
    assert [plan.table for plan in the_map.rounds[0].tables] == ["rumah_tangga", "survei", "pendampingan"]


def test_a_sheet_is_imported_once_only(place: Import) -> None:
    _head, mark, body = MAP.partition("[[round]]")
    result = place.carry_out(place.export(submission()), the_map=MAP + mark + body)
    assert result.exit_code == 2
    assert "termasuk lebih dari satu [[round]]" in words(result.output)


def test_which_sheet_is_the_main_one_is_not_guessed(place: Import) -> None:
    result = place.carry_out(place.export(submission(), Lain=[["a"], ["1"]]))
    assert result.exit_code == 2
    assert "lembar utama berkas ekspor.xlsx tidak dapat ditentukan" in words(result.output)
    assert "Lain" in result.output
