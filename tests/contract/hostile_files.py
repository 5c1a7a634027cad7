"""Files made to do harm: each writes a folder of data that a reader must survive."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pyarrow as pa
from clean_district import CLEAN
from pyarrow import parquet

HEADER = "komoditas,kriteria,penilai,skor,sumber,tahun"
TITLES = HEADER.split(",")
SECRET = "rahasia-di-luar-folder"
MEBIBYTE = 1024**2
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"


# --- workbooks by hand, as libraries refuse to write what is wrong


def workbook(
    path: Path,
    rows: Iterable[str],
    *,
    name: str = "skor",
    prolog: str = "",
    parts: dict[str, str] | None = None,
) -> None:
    """Write a workbook of one sheet from the XML of its rows, with further parts."""
    written = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_EXCEL}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_EXCEL}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    } | (parts or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for member, text in written.items():
            archive.writestr(member, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{prolog}<worksheet xmlns="{_NAMESPACE}"><sheetData>'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(b"</sheetData></worksheet>")


def row(at: int, cells: Iterable[str], *, first: str = "A") -> str:
    """Write a row of texts; the columns follow each other from `first` on."""
    written = "".join(
        f'<c r="{chr(ord(first) + place)}{at}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(cells)
    )
    return f'<row r="{at}">{written}</row>'


HEAD = row(1, TITLES)
FIRST = row(2, ["jahe", "k1", "A", "4", "BPS", "2024"])


# --- expansion and entities


def bomb_of_spaces(folder: Path) -> None:
    workbook(folder / "skor.xlsx", [HEAD, FIRST, " " * 150 * MEBIBYTE])


def bomb_that_hides_its_size(folder: Path) -> None:
    """Say in the archive's directory that the sheet unpacks to a hundred bytes."""
    bomb_of_spaces(folder)
    data = bytearray((folder / "skor.xlsx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rfind(size.to_bytes(4, "little"))
    data[at : at + 4] = (100).to_bytes(4, "little")
    (folder / "skor.xlsx").write_bytes(bytes(data))


def many_laughs(folder: Path) -> None:
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    prolog = f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{entities}]>'
    workbook(folder / "skor.xlsx", [HEAD, row(2, ["&a9;", "k1", "A", "4", "BPS", "2024"])], prolog=prolog)


def outside_entity(folder: Path) -> None:
    secret = folder.parent / "rahasia.txt"
    secret.write_text(SECRET)
    prolog = f'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    workbook(folder / "skor.xlsx", [HEAD, row(2, ["&x;", "k1", "A", "4", "BPS", "2024"])], prolog=prolog)


def many_laughs_in_styles(folder: Path) -> None:
    prolog = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    styles = f'{prolog}<styleSheet xmlns="{_NAMESPACE}">&b;</styleSheet>'
    workbook(folder / "skor.xlsx", [HEAD, FIRST], parts={"xl/styles.xml": styles})


# --- what a workbook would run or fetch


def macros(folder: Path) -> None:
    parts = {"xl/vbaProject.bin": 'Sub Auto_Open(): Shell "calc": End Sub'}
    workbook(folder / "skor.xlsm", [HEAD, FIRST], parts=parts)


def outside_links(folder: Path) -> None:
    parts = {
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{_NAMESPACE}" xmlns:r="{_OFFICE}">'
        '<externalBook r:id="rId1"/></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship '
        f'Id="rId1" Type="{_OFFICE}/externalLinkPath" Target="http://192.0.2.1/a.xlsx" '
        'TargetMode="External"/>'
        "</Relationships>",
    }
    link = '<row r="2"><c r="A2" t="str"><f>[1]Sheet1!A1</f><v>jahe</v></c>'
    rest = row(2, ["k1", "A", "4", "BPS", "2024"], first="B").removeprefix('<row r="2">')
    workbook(folder / "skor.xlsx", [HEAD, link + rest], parts=parts)


def commands_as_text(folder: Path) -> None:
    line = "\"=cmd|'/C calc'!A0\",k1,A,4,\"@SUM(1+1)*cmd|' /C calc'!A0\",2024"
    (folder / "skor.csv").write_text(f"{HEADER}\n{line}\n")


# --- names that lead elsewhere


def sheet_named_as_a_path(folder: Path) -> None:
    workbook(folder / "dokumen-kendali.xlsx", [HEAD, FIRST], name="../../skor")


def members_named_as_paths(folder: Path) -> None:
    workbook(folder / "skor.xlsx", [HEAD, FIRST], parts={"../../../masuk.csv": "x", "/tmp/masuk.csv": "x"})


def worksheet_outside_the_archive(folder: Path) -> None:
    secret = folder.parent / "rahasia.txt"
    secret.write_text(SECRET)
    relations = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        'Target="../../../rahasia.txt"/></Relationships>'
    )
    workbook(folder / "skor.xlsx", [HEAD, FIRST], parts={"xl/_rels/workbook.xml.rels": relations})


def link_to_an_endless_file(folder: Path) -> None:
    (folder / "skor.csv").symlink_to("/dev/zero")


def link_to_itself(folder: Path) -> None:
    (folder / "skor.csv").symlink_to(folder / "skor.csv")


def pipe_that_nobody_fills(folder: Path) -> None:
    os.mkfifo(folder / "skor.csv")


# --- size


def two_million_rows_of_text(folder: Path) -> None:
    line = b"jahe,k1,A,4,BPS,2024\n"
    (folder / "skor.csv").write_bytes(f"{HEADER}\n".encode() + line * 2_000_000)


def two_million_short_rows_of_text(folder: Path) -> None:
    (folder / "skor.csv").write_bytes(f"{HEADER}\n".encode() + b"a,b,c,4,e,5\n" * 2_000_000)


def two_million_rows_of_a_workbook(folder: Path) -> None:
    rows = (f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(2, 2_000_002))
    workbook(folder / "skor.xlsx", [HEAD, *("".join(some) for some in _in_blocks(rows))])


def _in_blocks(rows: Iterable[str], size: int = 10_000) -> Iterable[list[str]]:
    block: list[str] = []
    for one in rows:
        block.append(one)
        if len(block) == size:
            yield block
            block = []
    yield block


def as_many_cells_of_a_workbook_as_are_read(folder: Path) -> None:
    texts = "".join(f'<c r="{letter}%d" t="str"><v>%d</v></c>' for letter in "ABCDEF")
    rows = (f'<row r="{at}">{texts % ((at,) * 12)}</row>' for at in range(2, 49_990))
    workbook(folder / "skor.xlsx", [HEAD, *("".join(some) for some in _in_blocks(rows))])


def as_many_cells_of_text_as_are_read(folder: Path) -> None:
    lines = (f"jahe,k{at},A,4,BPS,2024\n" for at in range(166_000))
    (folder / "skor.csv").write_text(f"{HEADER}\n" + "".join(lines))


def two_million_rows_of_parquet(folder: Path) -> None:
    columns = {title: pa.array(np.arange(2_000_000)) for title in TITLES}
    parquet.write_table(pa.table(columns), folder / "skor.parquet")


def a_million_columns_of_text(folder: Path) -> None:
    (folder / "skor.csv").write_text(",".join(f"k{at}" for at in range(1_000_000)) + "\n")


def a_million_columns_under_a_header(folder: Path) -> None:
    (folder / "skor.csv").write_text(f"{HEADER}\n" + "," * 1_000_000 + "\n")


def thousands_of_columns_of_parquet(folder: Path) -> None:
    columns = {f"k{at}": pa.array([1]) for at in range(20_000)}
    parquet.write_table(pa.table(columns), folder / "skor.parquet")


def the_last_cell_of_many_rows(folder: Path) -> None:
    rows = (f'<row r="{at}"><c r="XFD{at}"><v>1</v></c></row>' for at in range(2, 60_000))
    workbook(folder / "skor.xlsx", [HEAD, *("".join(some) for some in _in_blocks(rows))])


def a_row_a_milliard_below(folder: Path) -> None:
    workbook(folder / "skor.xlsx", [HEAD, FIRST, row(1_000_000_000, ["x"])])


def a_style_to_the_last_row(folder: Path) -> None:
    """Write a blank row at the very end, as spreadsheets do when a whole column was formatted."""
    workbook(folder / "skor.xlsx", [HEAD, FIRST, '<row r="1048576"><c r="A1048576"/></row>'])


def giant_cell_of_a_workbook(folder: Path) -> None:
    text = np.random.default_rng(1).integers(97, 123, 20 * MEBIBYTE, dtype="uint8").tobytes().decode()
    workbook(folder / "skor.xlsx", [HEAD, row(2, [text, "k1", "A", "4", "BPS", "2024"])])


def giant_cell_of_text(folder: Path) -> None:
    (folder / "skor.csv").write_text(f"{HEADER}\n{'k' * 40 * MEBIBYTE},k1,A,4,BPS,2024\n")


def giant_cell_of_parquet(folder: Path) -> None:
    columns = {title: pa.array(["x" * 20 * MEBIBYTE]) for title in TITLES}
    parquet.write_table(pa.table(columns), folder / "skor.parquet")


def file_of_a_gibibyte(folder: Path) -> None:
    with (folder / "skor.csv").open("wb") as file:
        file.truncate(1024 * MEBIBYTE)  # without taking room on the disk


# --- patterns that take for ever


def cells_that_patterns_try_for_ever(folder: Path) -> None:
    longest = 32_000
    texts = ["1" + " " * longest + "x", "1 " * (longest // 2), "<a" * (longest // 2), "0812" + "-" * longest]
    texts += ["1.111" * (longest // 5), "#" * longest, "total " * (longest // 6), "senin " * (longest // 6)]
    lines = "".join(f"jahe,k1,A,{text},{text},{text}\n" for text in texts)
    (folder / "skor.csv").write_text(f"{HEADER}\n{lines}")


def every_cell_of_a_large_table_is_wrong(folder: Path) -> None:
    (folder / "skor.csv").write_text(f"{HEADER}\n" + "jahe,k,A,99,,1\n" * 166_000)
    (folder / "kriteria.csv").write_text(CLEAN["kriteria"])


def references_without_end(folder: Path) -> None:
    lines = "".join(f"k{at},K,lainnya,3,biaya,\n" for at in range(100_000))
    (folder / "kriteria.csv").write_text(f"kriteria,nama,dimensi,bobot,arah,ambang_veto\n{lines}")
    lines = "".join(f"jahe,K{at}x,A,3,BPS,2024\n" for at in range(100_000))
    (folder / "skor.csv").write_text(f"{HEADER}\n{lines}")


BEYOND_NUMBERS = ["1e25", "1e99 juta", "Rp " + "9" * 30, "9" * 30 + ",5", "9" * 399, "1" * 390 + "e99"]
BEYOND_TIMES = ["01/0000", "000001", "Jan 0000", "01/0001", "1 Jan 0001", "0000-01", "0001-01-01T00:00"]


def numbers_and_times_beyond_all_bounds(folder: Path) -> None:
    lines = "".join(f'jahe,k1,A,"{text}",BPS,"{text}"\n' for text in [*BEYOND_NUMBERS, *BEYOND_TIMES])
    (folder / "skor.csv").write_text(f"{HEADER}\n{lines}")
    lines = "".join(f'"{month}","{number}",2022\n' for month in BEYOND_TIMES for number in BEYOND_NUMBERS)
    (folder / "ihk.csv").write_text(f"bulan,ihk,tahun_dasar\n{lines}")


def days_that_no_calendar_has(folder: Path) -> None:
    days = pa.array([10_000_000], pa.int32()).cast(pa.date32())
    parquet.write_table(pa.table(dict.fromkeys(TITLES, days)), folder / "skor.parquet")


def quotes_without_end(folder: Path) -> None:
    (folder / "skor.csv").write_text(f"{HEADER}\n" + '"' * 1_000_001 + "\n")


def deeply_nested_settings(folder: Path) -> None:
    (folder / "sumber.toml").write_text("a = " + "[" * 100_000 + "]" * 100_000 + "\n")
    (folder / "skor.csv").write_text(f"{HEADER}\njahe,k1,A,4,BPS,2024\n")


Hostile = Callable[[Path], None]
PROFILE = CLEAN["profil"]
