"""Why a database refused a question: the kind of its reason, never the text.

What a database says may hold values of its tables. Only names that the question itself holds are repeated,
and only where a database names a part of the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pasar_nb.language import Message, _

_OTHER = _("sebab lain")
# By the five letters of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), the name
# of DuckDB's exception with the beginning of its text, or that of SQLite's result code.
_NAMING: tuple[tuple[Message, str], ...] = (
    (
        _("kolom tidak dikenal"),
        r"42703|BinderException:.*Referenced column|SQLITE_ERROR: no such column",
    ),
    (
        _("kolom dengan nama itu ada di lebih dari satu tabel"),
        r"42702|BinderException:.*Ambiguous|SQLITE_ERROR: ambiguous column",
    ),
    (
        _("tabel tidak dikenal"),
        r"42P01|3F000|CatalogException:.*(?:Table|Schema) |BinderException:.*Referenced table"
        r"|SQLITE_ERROR: no such table",
    ),
    (
        _("fungsi tidak dikenal, atau dipakai untuk jenis nilai lain"),
        r"42883|42725|CatalogException:.*Function |BinderException:.*[Ff]unction "
        r"|SQLITE_ERROR: (?:no such function|wrong number of arguments)",
    ),
    (
        _("tulisan SQL salah"),
        r"42601|ParserException|SQLITE_ERROR: (?:near|incomplete input|unrecognized token)",
    ),
)
_NAMELESS: tuple[tuple[Message, str], ...] = (
    (
        _("ada nilai yang tidak dapat diubah ke jenis yang diminta"),
        r"22P02|2200[78]|42846|ConversionException",
    ),
    (
        _("ada angka yang terlalu besar untuk jenisnya"),
        r"22003|OutOfRangeException|SQLITE_ERROR: integer over",
    ),
    (_("ada pembagian dengan nol"), r"22012"),
    (_("akun itu tidak berhak membacanya"), r"42501"),
    (
        _("kueri hendak mengubah atau membuka sesuatu, padahal hanya boleh membaca"),
        r"25006|PermissionException|SQLITE_(?:READONLY|AUTH)|SQLITE_ERROR: not authorized",
    ),
    (_("satu nilai atau hasil antaranya terlalu besar"), r"54000|53200|OutOfMemoryException|SQLITE_TOOBIG"),
)
_KINDS = tuple(
    (message, re.compile(pattern), naming)
    for kinds, naming in ((_NAMING, True), (_NAMELESS, False))
    for message, pattern in kinds
)
_NAMED = re.compile(r'"([\w. ]+)"|(?:: |\b(?:name|column|function) )([\w.]+)')
_TEXT = re.compile(r"'(?:[^']|'')*'")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question failed.

    Attributes
    ----------
    kind
        In words.
    code
        As the database's manual names it, with the name in the question that is meant, where there is one.
    """

    kind: Message
    code: str


def reason_of(error: Exception, query: str) -> Reason:
    """Tell why a database refused a question, without what it holds.

    Parameters
    ----------
    error
        What the driver raised, or SQLAlchemy in its place.
    query
        The question.
    """
    origin = getattr(error, "orig", None) or error
    code, text = _said(origin)
    said = f"{code}: {text}"
    for kind, pattern, naming in _KINDS:
        if pattern.match(said):
            name = _name(text, query) if naming else ""
            return Reason(kind, f"{name}; {code}" if name else code)
    return Reason(_OTHER, code)


def _said(error: BaseException) -> tuple[str, str]:
    """Give the code of an error, and the first line of its text."""
    first = error.args[0] if error.args else ""
    if isinstance(first, dict):  # all that PostgreSQL sends
        code, text = str(first.get("C", "")), str(first.get("M", ""))
    else:
        code, text = str(getattr(error, "sqlite_errorname", "")), str(first)
    return code or type(error).__name__, next(iter(text.strip().splitlines()), "")


def _name(text: str, query: str) -> str:
    """Find the name of which a database speaks; one that does not stand in the question may be a value."""
    known = set(_WORD.findall(_TEXT.sub(" ", query).casefold()))
    names = ((named[1] or named[2]).rstrip(".") for named in _NAMED.finditer(text))
    return next((name for name in names if _is_of(name, known)), "")


def _is_of(name: str, known: set[str]) -> bool:
    words = _WORD.findall(name.casefold())
    return bool(words) and known.issuperset(words)
