"""No identifier of a person passes this door: not into a file, not onto the screen."""

from __future__ import annotations

import pytest
from survey_exports import (
    HEADER,
    MAP,
    NIK_ANI,
    NIK_BUDI,
    NIK_CITRA,
    SECRET,
    Import,
    main_sheet,
    submission,
    words,
    workbook,
)

from pasar_nb.identifiers import find_identifiers

PERSONAL = (
    *(NIK_ANI, NIK_BUDI, NIK_CITRA, "081234567890", "-8.055512", "111.712345", "Ani Wijaya"),
    *("d7e9a2f0-11aa-4b5c-8d2e-aabbccddeeff", "petugas_kecamatan_pule"),
)


def seen(place: Import, output: str) -> str:
    files = list(place.data.rglob("*")) if place.data.exists() else []
    contents = [path.read_bytes().decode("utf-8") for path in files if path.is_file()]
    return "\n".join([output, *contents, *(path.name for path in files)])


def check_nothing_personal(place: Import, output: str) -> None:
    text = seen(place, output)
    for one in PERSONAL:
        assert one not in text, one
        assert one.replace("-", "") not in text.replace("-", ""), one
    assert not [text[one.start : one.end] for one in find_identifiers(text)]


def test_no_identifier_stands_in_any_file_or_on_the_screen(place: Import) -> None:
    rows = [submission(), submission(nik=NIK_BUDI), submission(nik=NIK_CITRA, _validation_status="On Hold")]
    rows.append(submission(gelombang=1, tanggal="2025-01-10", nik="'" + NIK_ANI))
    result = place.carry_out(place.export(*rows), environment={"PASAR_SECRET": SECRET})
    assert result.exit_code == 0, result.output
    check_nothing_personal(place, result.output)


@pytest.mark.parametrize("twice", [True, False])
def test_no_identifier_is_shown_when_the_import_is_refused(place: Import, twice: bool) -> None:
    second = submission() if twice else submission(nik=NIK_ANI[:15] + "E+15")
    result = place.carry_out(place.export(submission(), second))
    assert result.exit_code == 3
    check_nothing_personal(place, result.output)


def test_what_is_not_mapped_is_dropped_and_only_named(place: Import) -> None:
    result = place.carry_out(place.export(submission()))
    mapped = {"identitas/desa", "identitas/jk", "tanggal", "ekonomi/pendapatan"}
    told = " ".join(result.output.split())
    assert f"ekspor.xlsx, Survei: {len(HEADER) - len(mapped)} kolom tidak diimpor: " in told
    named = told.partition("kolom tidak diimpor: ")[2].partition(".")[0].replace(", dan ", ", ").split(", ")
    assert set(named) == set(HEADER) - mapped


@pytest.mark.parametrize("question", ["identitas/nik", "identitas/hp", "_gps", "identitas/nama"])
def test_a_question_that_identifies_people_is_no_column_whatever_the_map_says(
    place: Import, question: str
) -> None:
    the_map = MAP.replace('desa = "identitas/desa"', f'desa = "{question}"')
    result = place.carry_out(place.export(submission(nik=NIK_BUDI)), the_map=the_map)
    assert result.exit_code == 2
    assert f"Pertanyaan '{question}' memuat pengenal orang" in words(result.output)
    check_nothing_personal(place, result.output)
    assert not place.data.exists()


def test_the_only_question_that_names_the_household_is_no_column(place: Import) -> None:
    header = ["kepala", *HEADER]
    rows = [["Ani Wijaya", *row] for row in main_sheet(submission())[1:]]
    export = workbook(place.root / "ekspor.xlsx", Survei=[header, *rows])
    the_map = MAP.replace("identitas/nik", "kepala").replace("identitas/desa", "kepala")
    result = place.carry_out(export, the_map=the_map)
    assert result.exit_code == 2
    assert "'kepala' mengenali rumah tangga" in words(result.output)
    check_nothing_personal(place, result.output)


@pytest.mark.parametrize("half", ["_gps_latitude", "identitas/_gps_longitude"])
def test_half_a_position_is_no_column(place: Import, half: str) -> None:
    rows = main_sheet(submission())
    export = workbook(place.root / "ekspor.xlsx", Survei=[[*rows[0], half], [*rows[1], "-8.055512"]])
    the_map = (
        MAP
        + f"""lat_rumah = "{half}"
[variables.lat_rumah]
nama = "Lintang"
satuan = "derajat"
jenis = "angka"
"""
    )
    result = place.carry_out(export, the_map=the_map)
    assert result.exit_code == 2
    assert "letak rumahnya" in words(result.output)
    check_nothing_personal(place, result.output)


def test_a_lost_header_shows_nobody(place: Import) -> None:
    export = workbook(place.root / "ekspor.xlsx", Survei=main_sheet(submission(), submission())[1:])
    result = place.carry_out(export)
    assert "berisi data, bukan judul kolom" in words(result.output)
    check_nothing_personal(place, result.output)


def test_a_state_from_a_column_of_ones_own_is_not_shown(place: Import) -> None:
    the_map = MAP + '\n[rules]\nstatus = "identitas/nama"\napproved = ["Citra Dewi"]\n'
    export = place.export(submission(), submission(nik=NIK_BUDI, nama="Citra Dewi"))
    result = place.carry_out(export, the_map=the_map)
    assert "1 kiriman berstatus 'lain' tidak diambil" in words(result.output)
    check_nothing_personal(place, result.output)


@pytest.mark.parametrize("value", ["bertemu Bu Siti, 0812-3456-7890", "350301.410780.0001"])
def test_a_mapped_column_that_holds_identifiers_is_refused(place: Import, value: str) -> None:
    result = place.carry_out(place.export(submission(nik=NIK_BUDI), submission(desa=value)))
    assert result.exit_code == 3
    assert "rumah_tangga.csv baris 3 berasal dari ekspor.xlsx, lembar 'Survei', baris 3." in result.output
    assert not place.data.exists()
    check_nothing_personal(place, result.output)


def test_a_further_variable_cannot_take_a_name_of_identifiers(place: Import) -> None:
    the_map = MAP + 'no_hp = "identitas/desa"\n\n[variables.no_hp]\nnama = "HP"\njenis = "kategori"\n'
    result = place.carry_out(place.export(submission()), the_map=the_map)
    assert result.exit_code == 3
    assert not place.data.exists()


def test_identifiers_in_names_of_files_sheets_and_columns_are_not_shown(place: Import) -> None:
    export = place.export(submission(pendapatan="banyak"), name=f"ekspor {NIK_ANI}.xlsx")
    result = place.carry_out(export)
    assert "survei.csv baris 2 berasal dari" in result.output
    check_nothing_personal(place, result.output.replace(str(place.root), ""))
    sheet = [[*HEADER, f"catatan {NIK_BUDI}"]]
    file = workbook(place.root / "lain.xlsx", **{f"S {NIK_CITRA}": sheet})
    check_nothing_personal(place, place.carry_out(file).output)


def test_the_note_is_no_table_of_the_contract(place: Import) -> None:
    result = place.carry_out(place.export(submission()))
    assert result.exit_code == 0
    assert "tidak dibaca karena namanya bukan nama tabel" not in words(result.output)
