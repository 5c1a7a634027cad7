"""The marked copy: every problem in its place, the same rows as the source, and nobody's identity."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from pasar_nb.contract import Checked, Reading, check, read_folder
from pasar_nb.control_document import write_marked

TODAY = date(2026, 11, 20)
NIK = "3503014101800001"
LIST = "Apa yang harus diperbaiki"
PROFILE = "kode_kabupaten,nama_kabupaten,program\n3503,Trenggalek,Jahe\n"
CRITERIA = "kriteria,nama,dimensi,bobot,arah\nk1,Jangkauan,jangkauan_miskin,5,manfaat\n"
SCORES = "komoditas,kriteria,penilai,skor,sumber,tahun\n"
HOUSEHOLDS = "id_rt,kecamatan,desa\nRT-alpha,Pule,Joho\nRT-bravo,Pule,Joho\n"


def read(parent: Path, tables: Mapping[str, str]) -> tuple[Reading, Checked]:
    folder = parent / "3503-trenggalek"
    folder.mkdir()
    for name, text in {"profil": PROFILE, **tables}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    reading = read_folder(folder)
    return reading, check(reading, today=TODAY)


def bytes_of(parent: Path, tables: Mapping[str, str]) -> bytes:
    reading, checked = read(parent, tables)
    return write_marked(reading, checked.problems, "3503 Trenggalek", "id", TODAY)


def marked(parent: Path, tables: Mapping[str, str]) -> Workbook:
    return load_workbook(io.BytesIO(bytes_of(parent, tables)))


def everything(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def listed(book: Workbook) -> list[list[Cell]]:
    """Give the rows of the first sheet's list."""
    rows = list(book[LIST].iter_rows())
    start = next(at for at, row in enumerate(rows) if row[0].value == "Tingkat")
    return [list(row) for row in rows[start + 1 :]]


def target(book: Workbook, row: list[Cell]) -> Cell:
    sheet, _mark, cell = row[1].hyperlink.location.partition("!")
    return book[sheet.strip("'")][cell]


def test_a_cell_is_marked_with_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    book = marked(
        tmp_path, {"kriteria": CRITERIA, "skor": SCORES + "jahe,k1,A,4,BPS,2023\njahe,k1,B,7,BPS,2023\n"}
    )
    assert book.sheetnames == [LIST, "profil", "kriteria", "skor", "_versi"]
    cell = book["skor"]["D3"]
    assert cell.value == "7"
    assert cell.comment.text.startswith("Kesalahan: ")
    assert "1 sampai 5" in cell.comment.text
    assert "\nPerbaikan: " in cell.comment.text
    assert cell.font.b
    assert cell.fill.fgColor.rgb == "FFF9C9B4"
    assert [one.coordinate for row in book["skor"].iter_rows() for one in row if one.comment] == ["D3"]


def test_a_warning_looks_and_reads_different_from_an_error(tmp_path: Path) -> None:
    book = marked(tmp_path, {"acuan": "tahun,umk,sumber\n2024,Rp 2.257.000,SK\n"})
    cell = book["acuan"]["B2"]
    assert cell.comment.text.startswith("Peringatan: ")
    assert (cell.font.b, cell.font.i, cell.fill.fgColor.rgb) == (False, True, "FFFCE8B0")
    assert book["acuan"].sheet_properties.tabColor.rgb != book["profil"].sheet_properties.tabColor.rgb


def test_the_list_has_every_problem_errors_first_and_leads_to_its_cell(tmp_path: Path) -> None:
    tables = {
        "acuan": "tahun,umk,sumber\n2024,Rp 2.257.000,SK\n",
        "kriteria": CRITERIA.replace("manfaat", "bagus"),
        "skor": SCORES + "jahe,k9,A,4,,2023\n",
    }
    book = marked(tmp_path, tables)
    rows = listed(book)
    levels = [row[0].value for row in rows]
    assert levels == sorted(levels)  # Kesalahan before Peringatan
    assert {"Kesalahan", "Peringatan"} == set(levels)
    for row in rows:
        cell = target(book, row)
        assert row[5].value in cell.comment.text
        assert row[6].value in cell.comment.text
        if row[2].value:
            assert cell.row == int(row[2].value)
    assert "3 kesalahan dan 1 peringatan" in book[LIST]["A2"].value


def test_rows_keep_the_numbers_of_the_source(tmp_path: Path) -> None:
    text = (
        "Skor komoditas 2023,,,,,\n,,,,,\n" + SCORES + "jahe,k1,A,4,BPS,2023\n,,,,,\njahe,k1,B,7,BPS,2023\n"
    )
    sheet = marked(tmp_path, {"kriteria": CRITERIA, "skor": text})["skor"]
    assert [cell.value for cell in sheet[3]] == SCORES.strip().split(",")
    assert (sheet["D4"].value, sheet["D6"].value) == ("4", "7")
    assert sheet["D6"].comment is not None
    assert sheet["A3"].comment is not None  # the rows above the header are told at it
    assert sheet.freeze_panes == "B4"


def test_problems_of_a_column_and_of_a_whole_table_stand_at_the_heading(tmp_path: Path) -> None:
    sheet = marked(tmp_path, {"kriteria": "kriteria,nama,dimensi,bobot,xyz\nk1,J,lainnya,5,biru\n"})[
        "kriteria"
    ]
    assert "xyz" in sheet["E1"].comment.text
    assert "arah" in sheet["A1"].comment.text  # the column that is missing has no place of its own


def test_a_row_that_could_not_be_read_is_marked_where_it_was(tmp_path: Path) -> None:
    text = "tahun,umk,sumber\n2024,2257000,SK\nJUMLAH,2257000,\n"
    cell = marked(tmp_path, {"acuan": text})["acuan"]["A3"]
    assert cell.value == "JUMLAH"
    assert "baris jumlah" in cell.comment.text


def test_a_file_that_could_not_be_read_is_listed_without_a_link(tmp_path: Path) -> None:
    reading, checked = read(tmp_path, {"skor": ""})
    book = load_workbook(io.BytesIO(write_marked(reading, checked.problems, "3503 Trenggalek", "id", TODAY)))
    (row,) = listed(book)
    assert row[1].hyperlink is None
    assert "skor.csv" in row[5].value


def test_nothing_that_identifies_a_person_is_copied(tmp_path: Path) -> None:
    tables = {
        "rumah_tangga": HOUSEHOLDS.replace("Joho", NIK, 1),
        "umpan_balik": f"sumber,tanggal,teks\nfgd,2024-06-02,Hubungi 0812-3456-7890 atau {NIK}\n",
        "kriteria": CRITERIA.replace("arah", "arah,nama_ketua").replace("manfaat", "manfaat,Sulastri"),
        "skor": SCORES + "jahe,k1,Bu Sulastri,4,BPS,2023\n",
    }
    text = everything(bytes_of(tmp_path, tables))
    for identity in (NIK, "0812", "RT-alpha", "RT-bravo", "Bu Sulastri", "Hubungi"):
        assert identity not in text, identity
    assert "RT••••••" in text


def test_a_column_of_names_is_masked_as_a_whole(tmp_path: Path) -> None:
    table = HOUSEHOLDS.replace("desa", "nama_responden").replace("Joho", "Sulastri")
    text = everything(bytes_of(tmp_path, {"rumah_tangga": table}))
    assert "nama_responden" in text
    assert "Sulastri" not in text


@pytest.mark.parametrize(
    "dangerous", ['=HYPERLINK("http://jahat","klik")', "@SUM(A1)", "+1+1", "http://jahat"]
)
def test_a_text_stays_a_text(tmp_path: Path, dangerous: str) -> None:
    quoted = '"' + dangerous.replace('"', '""') + '"'
    data = bytes_of(tmp_path, {"acuan": f"tahun,umk,sumber\n2024,2257000,{quoted}\n"})
    cell = load_workbook(io.BytesIO(data))["acuan"]["C2"]
    assert (cell.value, cell.data_type) == (dangerous, "s")
    assert "<f>" not in everything(data)
    assert cell.hyperlink is None


def test_odd_and_long_cells_make_a_sound_workbook(tmp_path: Path) -> None:
    long = "x" * 30_000
    sheet = marked(tmp_path, {"acuan": f"tahun,umk,sumber\n2024,2257000,\x07bel\n2025,1,{long}\n"})["acuan"]
    assert sheet["C3"].value == long
    assert sheet["C2"].value.endswith("bel")


def test_a_sound_district_has_nothing_to_mend(tmp_path: Path) -> None:
    book = marked(tmp_path, {"kriteria": CRITERIA})
    assert book[LIST]["A2"].value == "Tidak ada masalah."
    assert listed(book) == []


def test_the_copy_cannot_be_taken_for_the_district_s_data(tmp_path: Path) -> None:
    data = bytes_of(tmp_path, {"kriteria": CRITERIA})
    folder = tmp_path / "lagi" / "3503-trenggalek"
    folder.mkdir(parents=True)
    (folder / "dokumen-kendali.xlsx").write_bytes(data)
    reading = read_folder(folder)
    assert reading.tables == {}
    assert [one.code for one in reading.problems] == ["marked_copy"]


def test_an_error_of_a_correction_stands_in_the_list_and_marks_no_cell_of_the_table(tmp_path: Path) -> None:
    """Its row is one of koreksi.csv; the row of that number in the table is right."""
    corrections = (
        "tabel,baris,kolom,nilai_salah,nilai_benar,alasan,oleh,tanggal\n"
        "rumah_tangga,id_rt=RT-bravo,desa,Pule,Joho,Salah salin,Bappeda,2026-01-01\n"
    )
    book = marked(tmp_path, {"rumah_tangga": HOUSEHOLDS, "koreksi": corrections})
    listed = [[cell.value for cell in row] for row in book[LIST].iter_rows()]
    (told,) = [row for row in listed if row[3] == "nilai_salah"]
    assert told[:3] == ["Kesalahan", "koreksi.csv", "2"]
    assert [cell.comment for row in book["rumah_tangga"].iter_rows() for cell in row if cell.comment] == []
