"""Damages that take more than a changed cell: files as officials, spreadsheets and disks leave them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pasar_nb.contract.tables import TABLES

WORKBOOK = "dokumen-kendali.xlsx"
NUMBERS = ("number", "integer", "money", "year")


# --- text files


def recoded(encoding: str, **changes: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / "skor.csv"
        text = path.read_text(encoding="utf-8")
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_bytes(text.encode(encoding))

    return damage


utf_16 = recoded("utf-16")
cp1252 = recoded("cp1252", Wawancara="Perkiraan ±5 %")
byte_order_mark = recoded("utf-8-sig")


def windows_line_ends(folder: Path) -> None:
    path = folder / "skor.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def nul_byte(folder: Path) -> None:
    path = folder / "skor.csv"
    path.write_bytes(path.read_bytes().replace(b"kopi", b"ko\0pi"))


def no_encoding(folder: Path) -> None:
    """Append bytes that neither UTF-8 nor Windows-1252 knows."""
    path = folder / "skor.csv"
    path.write_bytes(path.read_bytes() + b"\x81\x8d\xff")


def endless_cell(folder: Path) -> None:
    """Forget to close a quote far above the end, so that one cell swallows all that follows."""
    path = folder / "skor.csv"
    text = path.read_text(encoding="utf-8").replace("BPS,2021", '"BPS,2021', 1)
    path.write_text(text + "x" * 200_000, encoding="utf-8")


def semicolons(folder: Path) -> None:
    _separated(folder / "skor.csv", ";")


def tabs(folder: Path) -> None:
    _separated(folder / "skor.csv", "\t")


def _separated(path: Path, separator: str) -> None:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    path.write_text(written.getvalue(), encoding="utf-8")


def zero_bytes(folder: Path) -> None:
    (folder / "skor.csv").write_bytes(b"")


def headers_only(folder: Path) -> None:
    path = folder / "skor.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")


def html_named_xls(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    (folder / "skor.xls").write_text("<html><table><tr><td>jahe</td></tr></table></html>", encoding="utf-8")


def old_workbook(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    (folder / "skor.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))


def open_document(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    with zipfile.ZipFile(folder / "skor.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


def lock_file(folder: Path) -> None:
    (folder / "~$dokumen-kendali.xlsx").write_bytes(b"\x05budi" + bytes(100))


def second_copy(folder: Path) -> None:
    (folder / "skor (1).csv").write_text((folder / "skor.csv").read_text(encoding="utf-8"), encoding="utf-8")


def in_a_subfolder(folder: Path) -> None:
    (folder / "unduhan").mkdir()
    (folder / "unduhan" / "ihk.csv").write_text("bulan,ihk,tahun_dasar\n2024-01,105,2022\n", encoding="utf-8")


def title_rows(folder: Path) -> None:
    path = folder / "skor.csv"
    titles = "SKOR KOMODITAS,,,,,,,\nKabupaten Trenggalek,,,,,,,\n,,,,,,,\n"
    path.write_text(titles + path.read_text(encoding="utf-8"), encoding="utf-8")


def blank_column(folder: Path) -> None:
    _each_line(folder / "skor.csv", lambda line, _at: line.replace(",", ",,", 1))


def second_table_beside(folder: Path) -> None:
    beside = ["komoditas,penilai,skor", "jahe,A,4", "kopi,A,3", ",,"]
    _each_line(folder / "skor.csv", lambda line, at: f"{line},,{beside[at]}")


def column_without_title(folder: Path) -> None:
    _each_line(folder / "skor.csv", lambda line, at: f"{line},{'' if at == 0 else 'periksa lagi'}")


def _each_line(path: Path, change: Callable[[str, int], str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(change(line, at) + "\n" for at, line in enumerate(lines)), encoding="utf-8")


# --- workbooks


def in_workbook(
    edit: Callable[[Workbook], object] = lambda _book: None, *, name: str = WORKBOOK
) -> Callable[[Path], None]:
    """Give a damage that puts all tables of the folder into one workbook, as Excel stores them."""

    def damage(folder: Path) -> None:
        book = Workbook()
        book.remove(book.worksheets[0])
        for path in sorted(folder.glob("*.csv")):
            kinds = {column.name: column.kind for column in TABLES[path.stem].columns}
            header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
            sheet = book.create_sheet(path.stem)
            sheet.append(header)
            for row in rows:
                sheet.append(
                    [_stored(text, kinds.get(title, "")) for title, text in zip(header, row, strict=True)]
                )
            path.unlink()
        edit(book)
        book.save(folder / name)

    return damage


def _stored(text: str, kind: str) -> object:
    if not text:
        return None
    if kind in NUMBERS and "/" not in text:
        return float(text) if "." in text else int(text)
    return date.fromisoformat(text) if kind == "date" else text


def rewritten(damage: Callable[[bytes], bytes], *, name: str = WORKBOOK) -> Callable[[Path], None]:
    """Give a damage that changes the bytes of the workbook."""

    def done(folder: Path) -> None:
        in_workbook()(folder)
        path = folder / WORKBOOK
        data = damage(path.read_bytes())
        path.unlink()
        (folder / name).write_bytes(data)

    return done


workbook = in_workbook()
truncated_workbook = rewritten(lambda data: data[: len(data) // 2])
locked_workbook = rewritten(
    lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
)


def _with_member(data: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


zip_bomb = rewritten(lambda data: _with_member(data, "xl/media/gambar.bin", bytes(30_000_000)))
macros = rewritten(
    lambda data: _with_member(data, "xl/vbaProject.bin", b"Sub Auto_Open()"), name="dokumen-kendali.xlsm"
)

sheet_misnamed = in_workbook(lambda book: setattr(book["skor"], "title", "Lembar1"))
sheet_in_capitals = in_workbook(lambda book: setattr(book["skor"], "title", " SKOR "))
sheet_unfilled = in_workbook(lambda book: book["skor"].delete_rows(2, 3))
sheet_hidden = in_workbook(lambda book: setattr(book["skor"], "sheet_state", "hidden"))
formula_never_calculated = in_workbook(lambda book: book["skor"].__setitem__("D2", "=2+2"))
merged_header = in_workbook(lambda book: book["skor"].merge_cells("A1:B1"))
merged_cells = in_workbook(lambda book: book["skor"].merge_cells("A2:A3"))
row_filtered_out = in_workbook(lambda book: setattr(book["skor"].row_dimensions[3], "hidden", True))
column_hidden = in_workbook(lambda book: setattr(book["skor"].column_dimensions["E"], "hidden", True))
cell_struck = in_workbook(lambda book: setattr(book["skor"]["D3"], "font", Font(strike=True)))
code_stored_as_date = in_workbook(lambda book: book["pelaku"].__setitem__("A2", date(2026, 5, 3)))
footnote_inline = in_workbook(
    lambda book: book["skor"].__setitem__(
        "E2", CellRichText("120", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    )
)


def footnote(folder: Path) -> None:
    """Write a number with a raised 1 behind it as Excel does: a shared text of two runs."""
    rows = list(csv.reader(io.StringIO((folder / "skor.csv").read_text(encoding="utf-8"))))
    (folder / "skor.csv").unlink()
    with xlsxwriter.Workbook(folder / "skor.xlsx") as book:
        sheet = book.add_worksheet("skor")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.write_rich_string("E2", "120", book.add_format({"font_script": 1}), "1")


def _per_cent(book: Workbook) -> None:
    cell = book["pelaku"]["I3"]
    cell.value, cell.number_format = 0.8, "0%"


share_shown_as_per_cent = in_workbook(_per_cent)


# --- tables in parts


def second_wave_in_a_file(folder: Path) -> None:
    """Keep the later wave of the survey in a file of its own, as it came from the field."""
    header, *rows = (folder / "survei.csv").read_text(encoding="utf-8").splitlines()
    for name, wave in (("survei", ",0,"), ("survei_endline", ",1,")):
        kept = [row for row in rows if wave in row[:8]]
        (folder / f"{name}.csv").write_text("\n".join([header, *kept]) + "\n", encoding="utf-8")


def _old_scores(book: Workbook) -> None:
    book.copy_worksheet(book["skor"]).title = "skor lama"


old_scores_beside = in_workbook(_old_scores)


def _a_sheet_for_each_wave(book: Workbook) -> None:
    for title, first_of_the_other in (("survei baseline", 5), ("survei endline", 2)):
        sheet = book.copy_worksheet(book["survei"])
        sheet.title = title
        sheet.delete_rows(first_of_the_other, 3)
    book.remove(book["survei"])


a_sheet_for_each_wave = in_workbook(_a_sheet_for_each_wave)


def _shown(table: str, cell: str, value: float, number_format: str) -> Callable[[Path], None]:
    """Give a damage that stores a number and shows it by a format of its own."""

    def edit(book: Workbook) -> None:
        book[table][cell].value, book[table][cell].number_format = value, number_format

    return in_workbook(edit)


shown_in_tons = _shown("survei", "H2", 0.03, '0.00" ton"')
shown_in_kilograms = _shown("survei", "H2", 30, '0" kg"')
shown_in_thousands = _shown("survei", "F2", 1500, '0" rb"')
shown_with_three_noughts = _shown("survei", "F2", 1500, '0".000"')
shown_divided_by_a_thousand = _shown("survei", "F2", 1_500_000, "#,##0,")
shown_with_rupiah = _shown("survei", "F2", 1_500_000, '"Rp"#,##0_);\\("Rp"#,##0\\)')
declared_shown_in_square_metres = _shown("survei", "L2", 5000, '0" m2"')


# --- persons in what is not read

_SOMEBODY = "350312" + "450685" + "0007"  # of nobody, as in `bad_inputs`


def persons_in_an_unknown_file(folder: Path) -> None:
    (folder / "data_kk.csv").write_text(f"no,nik\n1,{_SOMEBODY}\n", encoding="utf-8")


def _hidden_appendix(book: Workbook) -> None:
    sheet = book.create_sheet("Lampiran")
    sheet.append(["Daftar hadir"])
    sheet.append(["", f"NIK {_SOMEBODY}"])
    sheet.sheet_state = "hidden"


persons_in_a_hidden_sheet = in_workbook(_hidden_appendix)
person_in_a_comment = in_workbook(
    lambda book: setattr(book["skor"]["B2"], "comment", Comment(f"NIK {_SOMEBODY}", "petugas"))
)


def _serial_since_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    book["survei"]["C2"].value, book["survei"]["C2"].number_format = 43839, "General"


serial_since_1904 = in_workbook(_serial_since_1904)


# --- other kinds of files, and formulas


def _in_archive(name: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        (folder / "ihk.csv").unlink()
        (folder / name).write_bytes(b"PK\x05\x06" + bytes(18))

    return damage


packed_table = _in_archive("ihk.zip")
scanned_table = _in_archive("ihk.pdf")
text_named_twice = _in_archive("ihk.csv.txt")


def copy_of_another_kind(folder: Path) -> None:
    (folder / "skor.json").write_text("[]", encoding="utf-8")
    (folder / "skor.pdf").write_bytes(b"%PDF")


def formulas_without_results(folder: Path) -> None:
    """Write formulas as programs do that do not calculate: with 0 as the result of each."""
    rows = list(csv.reader(io.StringIO((folder / "skor.csv").read_text(encoding="utf-8"))))
    (folder / "skor.csv").unlink()
    with xlsxwriter.Workbook(folder / "skor.xlsx") as book:
        sheet = book.add_worksheet("skor")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.write_formula("E2", "=15*2")


header_of_an_error = in_workbook(lambda book: book["pelaku"].__setitem__("J1", "#REF!"))
