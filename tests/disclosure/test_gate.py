"""The release gate finds identifiers however they are written, and lets ordinary pages pass."""

from __future__ import annotations

import base64
import html
import io
import json
import struct
import unicodedata
import zipfile
from collections.abc import Callable
from urllib.parse import quote

import numpy as np
import plotly.graph_objects as go
import pytest
import xlsxwriter

from pasar_nb.disclosure import find_leaks, refuse_leaks
from pasar_nb.disclosure.gate import is_distinctive
from pasar_nb.errors import DisclosureError

# Made up: 99 is no serial number that the registry has given to this region on that day.
NIK = "3503015708909999"
WOMAN = "3503014512851234"
TELEPHONE = "081234567890"
HOUSEHOLD = "RT-c22f2ee46b"
NAME = "Sumarni Rahayu"


def kinds(content: str | bytes, own_ids: tuple[str, ...] = (), name: str = "report.html") -> set[str]:
    data = content if isinstance(content, bytes) else content.encode()
    return {leak.kind for leak in find_leaks({name: data}, own_ids)}


def packed(*values: float) -> str:
    numbers = base64.b64encode(struct.pack(f"<{len(values)}d", *values)).decode()
    return json.dumps({"dtype": "f8", "bdata": numbers})


def workbook(*cells: object, comment: str = "") -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("isi")
        for row, cell in enumerate(cells):
            sheet.write(row, 0, cell)
        if comment:
            sheet.write_comment(0, 0, comment)
    return stream.getvalue()


WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in a sentence": lambda text: f"<p>Rumah tangga {text}, desa Pakel.</p>",
    "in an attribute": lambda text: f'<img alt="{text}">',
    "in a comment": lambda text: f"<p>isi</p><!-- {text} -->",
    "as a JSON value": lambda text: json.dumps({"customdata": [["x", text]]}),
    "as decimal entities": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "as hexadecimal entities": lambda text: "".join(f"&#x{ord(one):x};" for one in text),
    "as entities of entities": lambda text: "".join(f"&amp;#{ord(one)};" for one in text),
    "as JSON escapes": lambda text: "".join(f"\\u{ord(one):04x}" for one in text),
    "as JSON escapes in JSON": lambda text: json.dumps("".join(f"\\u{ord(one):04x}" for one in text)),
    "as script escapes": lambda text: "".join(f"\\x{ord(one):02x}" for one in text),
    "in an address": lambda text: f'<a href="mailto:x?body={quote(text)}">x</a>',
    "as an address, every letter": lambda text: "".join(f"%{ord(one):02X}" for one in text),
    "each letter in a tag": lambda text: "".join(f"<span style='x'>{one}</span>" for one in text),
    "with comments between": lambda text: "<!-- -->".join(text),
    "with soft hyphens": lambda text: "&shy;".join(text),
    "with zero-width spaces": lambda text: "\u200b".join(text),
    "with word joiners": lambda text: "\u2060".join(text),
    "as an SVG text": lambda text: (
        "<svg><text><tspan>" + "</tspan><tspan>".join(text) + "</tspan></text></svg>"
    ),
    "in full-width characters": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if c.isascii() and c > " " else c for c in text
    ),
    "in base64": lambda text: base64.b64encode(f"kepala rumah tangga: {text}.".encode()).decode(),
    "in a data address": lambda text: (
        f'<a href="data:application/json;base64,{base64.b64encode(text.encode()).decode()}">x</a>'
    ),
    "in a data address without base64": lambda text: f'<a href="data:text/plain,{quote(text)}">x</a>',
    "as wide characters": lambda text: "".join(f"{one}\0" for one in text),
    "in capitals": str.upper,
}


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize(
    ("secret", "kind"),
    [(NIK, "nik"), (WOMAN, "nik"), (TELEPHONE, "telepon"), (HOUSEHOLD, "id_rt"), (NAME, "id_rt")],
    ids=["nik", "woman's nik", "telephone", "household", "name"],
)
def test_a_planted_identifier_is_found_however_it_is_written(
    write: Callable[[str], str], secret: str, kind: str
) -> None:
    page = f"<html><body>{write(secret)}</body></html>"
    assert kind in kinds(page, (HOUSEHOLD, NAME))


@pytest.mark.parametrize(
    "text",
    [
        "3503.0157.0890.9999",
        "350301 570890 9999",
        "350301-570890-9999",
        "350301.570890.9999",
        "350301 5708909999",
        "350301570890-9999",
        "350301&nbsp;570890&nbsp;9999",
        "3.503.015.708.909.999",
        "3,503,015,708,909,999",
        "3.503015708909999E+15",
        "NIK3503015708909999",
        "3503015708909999.0",
        "[1,2,3503015708909999,4]",
        '["a",2,3503015708909999]',
        "٣٥٠٣٠١٥٧٠٨٩٠٩٩٩٩",
        "".join(chr(0x1D7CE + int(digit)) for digit in NIK),
    ],
)
def test_a_nik_is_found_in_every_grouping(text: str) -> None:
    assert kinds(text) & {"nik", "kk"}


@pytest.mark.parametrize(
    "text", ["+62 812-3456-7890", "0812 3456 7890", "0812.3456.7890", "+62(0)81234567890", "6281234567890"]
)
def test_a_telephone_is_found_in_every_grouping(text: str) -> None:
    assert kinds(f"<td>{text}</td>") == {"telepon"}


@pytest.mark.parametrize(
    "text",
    [
        "<b>Sumarni</b> <i>Rahayu</i>",
        "Sumarni<br>Rahayu",  # as a label of a figure is wrapped
        "Sumarni&nbsp;Rahayu",
        "SUMARNI\n   RAHAYU",
        '"text": "<b>Sumarni Rahayu</b>"',
        "\\u003cb\\u003eSumarni\\u003c/b\\u003e Rahayu",
    ],
)
def test_a_name_is_found_across_markup_spaces_and_lines(text: str) -> None:
    assert kinds(text, (NAME,)) == {"id_rt"}


def test_a_name_with_an_accent_is_found_composed_and_decomposed() -> None:
    name = "Andr\u00e9 Wijaya"
    for form in ("NFC", "NFD"):
        assert kinds(html.escape(unicodedata.normalize(form, name)), (name,)) == {"id_rt"}


def test_a_nik_packed_by_plotly_is_found() -> None:
    drawing = go.Figure(go.Scatter(x=np.array([1.0, 2.0]), y=np.array([float(NIK), 3.0]))).to_json()
    assert NIK not in drawing
    assert '"bdata"' in drawing
    assert kinds(f'<script type="application/json">{drawing}</script>') == {"nik"}


def test_packed_numbers_are_found_with_keys_in_either_order_and_in_an_attribute() -> None:
    numbers = json.loads(packed(float(NIK)))
    swapped = json.dumps({"bdata": numbers["bdata"], "dtype": numbers["dtype"]})
    assert kinds(swapped) == {"nik"}
    assert kinds(f'<div data-drawing="{html.escape(packed(float(NIK)))}"></div>') == {"nik"}


@pytest.mark.parametrize("cell", [NIK, float(NIK), int(NIK), f"Bu Sumarni {TELEPHONE}", HOUSEHOLD, NAME])
def test_a_workbook_is_read_cell_by_cell(cell: object) -> None:
    leaks = find_leaks({"report.xlsx": workbook("judul", cell)}, (HOUSEHOLD, NAME))
    assert leaks
    assert all(leak.file.startswith("report.xlsx!xl/") for leak in leaks)


def test_an_amount_with_ten_decimals_in_a_workbook_is_no_identifier() -> None:
    assert kinds(workbook(812112.4104000001, 366012.0159000001), name="tabel.xlsx") == set()


def test_a_comment_in_a_workbook_is_read() -> None:
    assert kinds(workbook("isi", comment=f"telepon {TELEPHONE}"), name="report.xlsx") == {"telepon"}


def test_rich_text_in_a_workbook_is_read_as_one() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, NIK[:5], bold, NIK[5:11], NIK[11:])
    assert kinds(stream.getvalue(), name="report.xlsx") == {"nik"}


def test_a_workbook_that_a_portable_page_carries_is_read() -> None:
    carried = base64.b64encode(workbook("judul", NIK)).decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert kinds(f'<a download href="data:{kind};base64,{carried}">Excel</a>') == {"nik"}


def test_a_page_with_an_archive_at_its_end_is_read_as_a_page_too() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("harmless.xml", "<a/>")
    assert kinds(f"<p>{NIK}</p>".encode() + stream.getvalue()) == {"nik"}


def test_the_name_of_a_member_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(f"xl/{HOUSEHOLD}.xml", "<a/>")
    assert kinds(stream.getvalue(), (HOUSEHOLD,), "report.xlsx") == {"id_rt"}


def test_bytes_that_are_no_text_do_not_hide_what_stands_beside_them() -> None:
    assert kinds(b"\xff\xfe\x00\x80" + NIK.encode() + b"\xc3\x28") == {"nik"}


@pytest.mark.parametrize(
    "content",
    [
        "Pendapatan Rp1.234.567.890 per tahun, 81.234.567 rumah tangga.",
        "Anggaran Rp62.812.345.678.",
        json.dumps({"sha256": "1234567890123456" + "ab" * 24}),
        json.dumps({"id": "12345678-1234-1234-1234-123456789012"}),
        json.dumps({"y": [5, 120, 115, 110, 105, 100]}, separators=(",", ":")),
        json.dumps({"y": [0.1234567890123456, 1.2345678901234567e-05, -3.5030157089099e3]}),
        json.dumps({"x": [812112.4104000001, -532731.0959000001, 812112410401.0001]}),
        packed(0.1, 2.5, 1_234_567.0, float("nan"), float("inf"), 1e300),
        "2026-11-20T20:17:42.123456+07:00",
        "<td>350301</td><td>570890</td><td>9999</td>",
        "Komoditas K1, K2 dan K3; RT-c22f2ee46 bukan rumah tangga.",
        "RT-c22f2ee46bc",
        "Sumarni. Rahayu adalah nama desa.",
    ],
)
def test_ordinary_content_passes(content: str) -> None:
    assert kinds(content, (HOUSEHOLD, NAME, "K1", "1234567")) == set()


@pytest.mark.parametrize(
    ("own_id", "distinctive"),
    [("K1", False), ("RT7", False), ("RT-7", True), ("1234567", False), ("12345678", True)],
)
def test_only_ids_that_no_amount_or_code_resembles_are_looked_for(own_id: str, distinctive: bool) -> None:
    assert is_distinctive(own_id) is distinctive
    assert bool(find_leaks({"a.html": f"<td>{own_id}</td>".encode()}, [own_id])) is distinctive


def test_a_leak_is_told_once_per_file_and_masked() -> None:
    leaks = find_leaks({"a.html": f"{NIK} {NIK}".encode(), "a.json": NIK.encode()})
    assert [(leak.file, leak.kind, leak.value) for leak in leaks] == [
        ("a.html", "nik", "35" + "•" * 14),
        ("a.json", "nik", "35" + "•" * 14),
    ]


def test_publication_stops_with_the_first_places_and_no_identifier() -> None:
    files = {f"{at}.html": f"{TELEPHONE[:-1]}{at}".encode() for at in range(7)}
    with pytest.raises(DisclosureError, match=r"memuat 7 pengenal.*0\.html.*4\.html") as raised:
        refuse_leaks(files)
    assert TELEPHONE[:-1] not in str(raised.value)
    assert "5.html" not in str(raised.value)


def test_clean_files_may_be_published() -> None:
    assert refuse_leaks({"a.html": b"<p>Bersih.</p>", "a.xlsx": workbook("isi", 12)}, [HOUSEHOLD]) is None


@pytest.mark.parametrize("at", [0, 999, 1999])
def test_each_of_thousands_of_households_is_looked_for(at: int) -> None:
    own_ids = [f"RT-{at:010x}" for at in range(2000)]
    others = " ".join(f"<td>RT-{at:010x}</td>" for at in range(2000, 4000))
    assert find_leaks({"a.html": others.encode()}, own_ids) == ()
    assert len(find_leaks({"a.html": f"{others}<td>{own_ids[at]}</td>".encode()}, own_ids)) == 1
