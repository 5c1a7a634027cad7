"""Exports of KoboToolbox: groups, repeats, choices in one cell or split, labels, approval, hostile files."""

from __future__ import annotations

import zipfile

import pytest
from survey_exports import HEADER, MAP, NIK_ANI, NIK_BUDI, NIK_CITRA, Import, main_sheet, submission, workbook


def test_every_cell_arrives_as_it_was_collected(place: Import) -> None:
    odd = ["1.500.000", "Rp 2 juta", "1,5"]
    rows = [
        submission(nik=nik, pendapatan=pay, desa=f" Desa {at} ")
        for at, (nik, pay) in enumerate(zip((NIK_ANI, NIK_BUDI, NIK_CITRA), odd, strict=True))
    ]
    result = place.carry_out(place.export(*rows))
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pendapatan_rt") == odd
    assert place.column("survei", "tanggal") == ["2024-01-10"] * 3
    assert place.column("survei", "gelombang") == ["0"] * 3
    assert place.column("rumah_tangga", "desa") == ["Desa 0", "Desa 1", "Desa 2"]
    assert place.column("rumah_tangga", "id_rt") == place.column("survei", "id_rt")
    assert list(place.table("survei")[0]) == ["id_rt", "gelombang", "tanggal", "pendapatan_rt"]


def test_what_the_contract_finds_wrong_is_told_with_its_place_in_the_export(place: Import) -> None:
    result = place.carry_out(place.export(submission(), submission(nik=NIK_BUDI, pendapatan="banyak")))
    assert result.exit_code == 1
    assert place.column("survei", "pendapatan_rt") == ["1500000", "banyak"]
    assert "banyak" in result.output
    assert "survei.csv baris 3 berasal dari ekspor.xlsx, lembar 'Survei', baris 3." in result.output


def test_only_approved_submissions_are_taken_and_the_others_counted(place: Import) -> None:
    states = ["Approved", "validation_status_approved", "Not Approved", "On Hold", "On Hold", None]
    rows = [
        submission(nik=f"35030141078000{at:02}", _validation_status=state)
        for at, state in enumerate(states, start=1)
    ]
    result = place.carry_out(place.export(*rows))
    assert result.exit_code == 0, result.output
    assert len(place.table("survei")) == 2
    for told in (
        "2 kiriman diambil.",
        "1 kiriman berstatus 'Not Approved' tidak diambil.",
        "2 kiriman berstatus 'On Hold' tidak diambil.",
        "1 kiriman berstatus 'tanpa status' tidak diambil.",
    ):
        assert told in result.output


def test_where_nothing_is_approved_nothing_is_written_unless_the_map_takes_all(place: Import) -> None:
    export = place.export(submission(_validation_status=None))
    refused = place.carry_out(export)
    assert refused.exit_code == 3
    assert not place.data.exists()
    taken = place.carry_out(export, the_map=MAP + '\n[rules]\ntake = "all"\n')
    assert taken.exit_code == 0, taken.output
    assert len(place.table("survei")) == 1


def test_an_export_without_approval_is_taken_whole_and_that_is_said(place: Import) -> None:
    sheet = [[cell for name, cell in zip(HEADER, row, strict=True) if name != "_validation_status"]
             for row in main_sheet(submission())]  # fmt: skip
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet))
    assert result.exit_code == 0, result.output
    assert "tidak mempunyai kolom persetujuan" in result.output


VISITS_MAP = (
    MAP
    + """
[round.pendampingan]
sheet = "kunjungan"
tanggal = "kunjungan/tanggal_kunjungan"
jenis = { value = "teknis" }
hadir = "hadir"
jam = "jam"
"""
)
VISITS_HEADER = (
    *("kunjungan/tanggal_kunjungan", "kunjungan/hadir", "kunjungan/jam", "_index"),
    *("_parent_table_name", "_parent_index"),
)


def visits(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [VISITS_HEADER, *((day, "ya", 2, at, "Survei", of) for at, (day, of) in enumerate(rows, start=1))]


def test_rows_of_a_repeat_group_get_the_household_of_their_submission(place: Import) -> None:
    rows = [submission(), submission(nik=NIK_BUDI), submission(nik=NIK_CITRA, _validation_status="On Hold")]
    kunjungan = visits(("2024-03-01", 2), ("2024-03-02", 1), ("2024-03-03", 2), ("2024-03-04", 3))
    result = place.carry_out(place.export(*rows, kunjungan=kunjungan), the_map=VISITS_MAP)
    assert result.exit_code == 0, result.output
    ani, budi = place.column("survei", "id_rt")
    told = [(row["id_rt"], row["tanggal"], row["jenis"]) for row in place.table("pendampingan")]
    assert told == [
        (budi, "2024-03-01", "teknis"),
        (ani, "2024-03-02", "teknis"),
        (budi, "2024-03-03", "teknis"),
    ]


def test_a_repeat_row_without_its_submission_stops_the_import(place: Import) -> None:
    result = place.carry_out(
        place.export(submission(), kunjungan=visits(("2024-03-01", 7))), the_map=VISITS_MAP
    )
    assert result.exit_code == 3
    assert "lembar 'kunjungan' tidak mempunyai induk" in " ".join(result.output.split())
    assert not place.data.exists()


CHOICES_MAP = MAP.replace(
    'pendapatan_rt = "ekonomi/pendapatan"', 'pasar_utama = "pasar"\nproduk_keuangan = "uang/bank"'
)


def with_columns(rows: list[dict[str, object]], **more: list[object]) -> list[list[object]]:
    sheet = [list(row) for row in main_sheet(*rows)]
    for name, cells in more.items():
        for row, cell in zip(sheet, [name.replace("__", "/"), *cells], strict=True):
            row.append(cell)
    return sheet


@pytest.mark.parametrize("yes", [1, True, "TRUE", "1"])
@pytest.mark.parametrize("together", [True, False])
def test_a_question_with_several_choices_is_read_from_its_split_columns(
    place: Import, yes: object, together: bool
) -> None:
    rows = [submission(), submission(nik=NIK_BUDI)]
    whole: dict[str, list[object]] = {"uji__pasar": ["Pasar desa Pengepul", None]} if together else {}
    split: dict[str, list[object]] = {"uji__pasar__Pasar desa": [yes, 0], "uji__pasar__Pengepul": [yes, 0]}
    sheet = with_columns(rows, **whole, **split, uang__bank=[1, 0])
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet), the_map=CHOICES_MAP)
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pasar_utama") == ["Pasar desa; Pengepul", ""]
    assert place.column("survei", "produk_keuangan") == ["1", "0"]


def test_several_choices_in_one_cell_are_parted_only_where_the_map_says_so(place: Import) -> None:
    sheet = with_columns([submission()], pasar=["desa kota"], uang__bank=[1])
    export = workbook(place.root / "ekspor.xlsx", Survei=sheet)
    several = CHOICES_MAP.replace('"pasar"', '{ question = "pasar", multiple = true }')
    names = '\n[values.pasar_utama]\ndesa = "Pasar desa"\n'
    assert place.carry_out(export, the_map=several + names).exit_code == 0
    assert place.column("survei", "pasar_utama") == ["Pasar desa; kota"]
    for file in place.folder.iterdir():
        file.unlink()
    assert place.carry_out(export, the_map=CHOICES_MAP).exit_code == 0
    assert place.column("survei", "pasar_utama") == ["desa kota"]


def test_labels_stand_for_names_in_headers_and_answers(place: Import) -> None:
    labels = {"identitas/nik": "NIK kepala keluarga?", "identitas/jk": "Laki/Perempuan"}
    header, *rows = main_sheet(submission(jk="Wanita"), submission(nik=NIK_BUDI, jk="1"))
    sheet = [[labels.get(str(name), name) for name in header], *rows]
    the_map = MAP.replace("identitas/nik", labels["identitas/nik"]).replace("identitas/jk", "Laki/Perempuan")
    the_map += '\n[values.jenis_kelamin_kk]\n"1" = "L"\n"wanita" = "P"\n'
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet), the_map=the_map)
    assert result.exit_code == 0, result.output
    assert place.column("rumah_tangga", "jenis_kelamin_kk") == ["P", "L"]


def test_an_export_without_groups_is_read_by_the_same_map(place: Import) -> None:
    header, *rows = main_sheet(submission())
    sheet = [[str(name).rpartition("/")[2] for name in header], *rows]
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet))
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pendapatan_rt") == ["1500000"]


def test_a_row_of_tags_under_the_header_is_no_submission(place: Import) -> None:
    header, *rows = main_sheet(submission())
    sheet = [header, ["#date", *[None] * (len(header) - 2), "#meta"], *rows]
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet))
    assert "1 kiriman diambil." in result.output
    assert "tanpa status" not in result.output


def test_further_variables_are_declared_by_the_map(place: Import) -> None:
    the_map = MAP + 'luas_lahan = "uang/bank"\n\n[variables.luas_lahan]\nnama = "Luas lahan"\n'
    the_map += 'satuan = "ha"\njenis = "angka"\n'
    sheet = with_columns([submission()], uang__bank=["0.5"])
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=sheet), the_map=the_map)
    assert result.exit_code == 0, result.output
    assert place.column("survei", "luas_lahan") == ["0.5"]
    assert place.table("variabel")[0]["variabel"] == "luas_lahan"


def test_existing_tables_are_never_overwritten(place: Import) -> None:
    place.folder.mkdir(parents=True)
    (place.folder / "survei.csv").write_text("milik kabupaten")
    result = place.carry_out(place.export(submission()))
    assert result.exit_code == 2
    assert "survei.csv" in result.output
    assert (place.folder / "survei.csv").read_text() == "milik kabupaten"
    assert [path.name for path in place.folder.iterdir()] == ["survei.csv"]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C'!A0"])
def test_what_a_spreadsheet_would_carry_out_is_made_harmless_and_counted(place: Import, text: str) -> None:
    sheet = [list(row) for row in main_sheet(submission(desa="x"), submission(nik=NIK_BUDI, pendapatan="-5"))]
    export = workbook(place.root / "ekspor.xlsx", Survei=sheet)
    as_csv = place.root / "ekspor.csv"
    lines = [",".join("" if cell is None else f'"{cell}"' for cell in row) for row in sheet]
    as_csv.write_text("\n".join(lines).replace('"x"', f'"{text}"'))
    export.unlink()
    result = place.carry_out(as_csv)
    assert place.column("rumah_tangga", "desa") == ["'" + text, "Pakel"]
    assert place.column("survei", "pendapatan_rt") == ["1500000", "-5"]
    assert "rumah_tangga.desa: 1 isian yang akan dijalankan Excel" in result.output


def test_a_formula_that_was_never_calculated_stops_the_import(place: Import) -> None:
    result = place.carry_out(place.export(submission(pendapatan="=1+1")))
    assert result.exit_code == 3
    assert "rumus belum pernah dihitung" in result.output
    assert not place.data.exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(place: Import) -> None:
    bomb = place.root / "ekspor.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    result = place.carry_out(bomb)
    assert result.exit_code == 3
    assert "ditolak demi keamanan" in result.output


def test_a_workbook_that_is_too_large_is_refused_with_what_helps(place: Import) -> None:
    header = [f"kolom_{at}" for at in range(900)]
    rows = [[1] * len(header)] * 340  # above 300,000 cells
    result = place.carry_out(workbook(place.root / "ekspor.xlsx", Survei=[header, *rows]))
    assert result.exit_code == 3
    assert "ekspor sebagai CSV" in " ".join(result.output.split())


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 rusak", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_export_is_told(place: Import, damage: bytes) -> None:
    file = place.root / "ekspor.xlsx"
    file.write_bytes(damage)
    result = place.carry_out(file)
    assert result.exit_code == 3
    assert "ekspor.xlsx" in result.output
    assert not place.data.exists()
