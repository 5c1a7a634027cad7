"""What a published file says once it is decoded: markup, escapes, workbooks and numbers packed in base64."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
from collections.abc import Iterator

import numpy as np

# Plotly packs numbers as {"dtype": "f8", "bdata": "..."}; the two keys come in either order.
_PACKED = re.compile(
    r'"dtype"\s*:\s*"(?P<dtype>[a-z]\d)c?"\s*,\s*"bdata"\s*:\s*"(?P<data>[^"]*)"'
    r'|"bdata"\s*:\s*"(?P<data_first>[^"]*)"\s*,\s*"dtype"\s*:\s*"(?P<dtype_last>[a-z]\d)c?"'
)
_DATA_URI = re.compile(r"data:(?P<mime>[\w.+/-]*)(?:;[\w=-]+)*;base64,(?P<data>[A-Za-z0-9+/=]+)")
_BASE64 = re.compile(
    r"[A-Za-z0-9+/]{200,}={0,2}"
)  # fonts and pictures; by chance any short id stands in them
_UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_JSON_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<sign>[/\"nrt]))")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>", re.I
)
_COMMA_BEFORE_DIGIT = re.compile(r",(?=\d)")

_LITTLE_ENDIAN = {"i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"}
_LEAST_TELLING = 1e6  # whole numbers below this are too short to identify anybody
_MOST_TELLING = 1e17
_NESTING = 3  # a page in an attribute in a page; deeper than our own templates go


def decoded_texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Read a file as everything that it says.

    Parameters
    ----------
    name
        Its name; the ending tells a workbook.
    content
        Its bytes.

    Yields
    ------
    tuple of str
        Place (the file, the member of a workbook) and text. Packed numbers are written out as text.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield name, _plain_text(content.decode("utf-8", errors="replace"))
        return
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        for member in workbook.namelist():
            if member.endswith((".xml", ".rels", ".vml")):
                yield f"{name}!{member}", _plain_text(workbook.read(member).decode("utf-8", errors="replace"))


def _plain_text(text: str, depth: int = _NESTING) -> str:
    """Take off all wrapping: entities, escapes, inline tags, base64."""
    unwrapped = _unescaped(text)
    packed = "\n".join(_packed_numbers(unwrapped))
    embedded = [_embedded(match, depth) for match in _DATA_URI.finditer(unwrapped)]
    for pattern in (_PACKED, _DATA_URI, _BASE64, _UUID):
        unwrapped = pattern.sub(" ", unwrapped)
    # A list of numbers without spaces would else read like decimals.
    spaced = _COMMA_BEFORE_DIGIT.sub(", ", _INLINE_TAG.sub("", unwrapped))
    return "\n".join((spaced, packed, *embedded))


def _unescaped(text: str) -> str:
    """Undo HTML entities and JSON escapes, one inside the other, until nothing changes."""
    for _round in range(_NESTING):
        plain = _JSON_ESCAPE.sub(_escaped_character, html.unescape(text))
        if plain == text:
            break
        text = plain
    return text


def _escaped_character(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    return match["sign"] if match["sign"] in '/"' else "\n"


def _packed_numbers(text: str) -> Iterator[str]:
    for match in _PACKED.finditer(text):
        dtype = match["dtype"] or match["dtype_last"]
        content = _from_base64(match["data"] or match["data_first"] or "")
        if dtype in _LITTLE_ENDIAN and len(content) % int(dtype[1]) == 0:
            yield from _telling_numbers(np.frombuffer(content, dtype=f"<{dtype}").astype("float64"))


def _telling_numbers(numbers: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Iterator[str]:
    """Write out the whole numbers that are long enough to be an identifier."""
    with np.errstate(invalid="ignore"):
        telling = (numbers >= _LEAST_TELLING) & (numbers < _MOST_TELLING) & (numbers == np.floor(numbers))
    return (str(int(number)) for number in numbers[telling])


def _embedded(match: re.Match[str], depth: int) -> str:
    """Read an embedded text; pictures and fonts say nothing in letters."""
    mime = match["mime"]
    is_text = mime.startswith("text/") or mime.endswith(("json", "xml", "javascript"))
    if not is_text or not depth:
        return ""
    return _plain_text(_from_base64(match["data"]).decode("utf-8", errors="replace"), depth - 1)


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error:  # not base64 after all; its letters were read as text
        return b""
