"""What a published file says once it is decoded: markup, escapes, workbooks and numbers packed in base64."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

import numpy as np

from pasar_nb.disclosure.normalising import normalised, separated

# Plotly packs numbers as {"dtype": "f8", "bdata": "..."}; the two keys come in either order.
_PACKED = re.compile(
    r'"dtype"\s*:\s*"(?P<dtype>[a-z]\d)c?"\s*,\s*"bdata"\s*:\s*"(?P<data>[^"]*)"'
    r'|"bdata"\s*:\s*"(?P<data_first>[^"]*)"\s*,\s*"dtype"\s*:\s*"(?P<dtype_last>[a-z]\d)c?"'
)
_DATA_URI = re.compile(r"data:(?:[\w.+/-]*)(?:;[\w=-]+)*;base64,(?P<data>[A-Za-z0-9+/=_-]+)")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2,3}={1,2})?")
_UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_ESCAPE = re.compile(r"\\(?:u(?P<wide>[0-9a-fA-F]{4})|x(?P<narrow>[0-9a-fA-F]{2})|(?P<sign>[\\/\"nrt]))")
_PERCENT = re.compile(r"[^\s\"'<>%]{0,40}(?:%[0-9A-Fa-f]{2}[^\s\"'<>%]{0,40})+")
_RUN_OF_RICH_TEXT = re.compile(r"</t></r><r>(?:<rPr>.*?</rPr>)?<t(?:\s[^<>]*)?>")

_LITTLE_ENDIAN = {"i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"}
_LEAST_TELLING = 1e6  # whole numbers below this are too short to identify anybody
_MOST_TELLING = 1e17
_NESTING = 3  # a workbook in a page in an attribute; deeper than our own templates go
_ROUNDS = 6  # of escapes inside escapes
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".woff", ".woff2")


def decoded_texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Read a file as everything that it says.

    Parameters
    ----------
    name
        Its name, which says where a text stands.
    content
        Its bytes.

    Yields
    ------
    tuple of str
        Place (the file, the member of a workbook) and text. Packed numbers are written out as text.
    """
    return _read(name, content, _NESTING)


def _read(name: str, content: bytes, depth: int) -> Iterator[tuple[str, str]]:
    members = _members(content)
    if members is None or not content.startswith(b"PK"):  # a page may have an archive at its end
        yield from _said(name, content.decode("utf-8", errors="replace"), depth)
    for member, inside in (members or {}).items():
        place = f"{name}!{member}"
        yield place, separated(normalised(member))
        if not member.lower().endswith(_PICTURES) and depth:
            text = _RUN_OF_RICH_TEXT.sub("", inside.decode("utf-8", errors="replace"))
            yield from _said(place, text, depth - 1)


def _members(content: bytes) -> dict[str, bytes] | None:
    """Unpack an archive such as a workbook; None for anything else."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def _said(place: str, text: str, depth: int) -> Iterator[tuple[str, str]]:
    """Take off all wrapping: entities, escapes, tags, base64."""
    unwrapped = _unescaped(text)
    packed = "\n".join(_packed_numbers(unwrapped))
    contents = [_from_base64(match["data"]) for match in _DATA_URI.finditer(unwrapped)]
    for pattern in (_PACKED, _DATA_URI, _UUID):  # by chance any short id stands in them
        unwrapped = pattern.sub(" ", unwrapped)
    contents += [_from_base64(match.group()) for match in _BASE64.finditer(unwrapped)]
    addresses = [unquote(match.group()) for match in _PERCENT.finditer(unwrapped)]
    yield place, separated(normalised("\n".join((unwrapped, packed, *addresses))))
    for content in filter(None, contents):
        if depth and (_members(content) is not None or _is_text(content)):
            yield from _read(place, content, depth - 1)


def _unescaped(text: str) -> str:
    """Undo HTML entities and the escapes of JSON and scripts, one inside the other, until nothing changes."""
    text = text.replace("\0", "")  # what is left of wide characters
    for _round in range(_ROUNDS):
        plain = _ESCAPE.sub(_escaped_character, html.unescape(text))
        if plain == text:
            break
        text = plain
    return text


def _escaped_character(match: re.Match[str]) -> str:
    if match["sign"]:
        return "\n" if match["sign"] in "nrt" else match["sign"]
    return chr(int(match["wide"] or match["narrow"], 16))


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


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text.translate(str.maketrans("-_", "+/")))
    except binascii.Error:  # not base64 after all; its letters were read as text
        return b""


def _is_text(content: bytes) -> bool:
    """Tell whether bytes are letters: a word that only looks like base64 decodes to noise."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter.isspace() for letter in text)
