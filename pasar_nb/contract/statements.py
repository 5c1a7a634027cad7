"""SQL as text: whether it is one question to a database, and nothing that changes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What stands in quotes, in dollar quotes or in a comment says nothing about what a statement does.
_TOKEN = re.compile(
    r"""(?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)"""
    r"""|(?P<comment>--[^\n]*|/\*.*?\*/)|(?P<word>[^\W\d]\w*)|(?P<sign>[^\s\w])""",
    re.DOTALL,
)
_QUESTIONS = frozenset({"select", "with"})
_CHANGES = frozenset(
    (
        "alter",
        "analyze",
        "attach",
        "call",
        "checkpoint",
        "copy",
        "create",
        "delete",
        "detach",
        "do",
        "drop",
        "exec",
        "execute",
        "export",
        "grant",
        "import",
        "insert",
        "install",
        "into",
        "listen",
        "load",
        "lock",
        "merge",
        "notify",
        "pragma",
        "reindex",
        "rename",
        "revoke",
        "truncate",
        "update",
        "vacuum",
    )
)
_EXECUTED_COMMENT = "/*!"  # MySQL runs what stands in it
_ORDER = ("order", "by")


def words_of(statement: str) -> tuple[str, ...]:
    """Give the words and signs of a statement in small letters, without texts in quotes and comments."""
    tokens = (match for match in _TOKEN.finditer(statement) if match["word"] or match["sign"])
    return tuple(match.group().casefold() for match in tokens)


def is_question(statement: str) -> bool:
    """Tell whether a statement is a single ``SELECT`` or ``WITH`` without a word that changes anything.

    A name that is such a word must stand in quotes. The database's own read-only mode comes on top; this
    holds where a database has none.
    """
    words = _without_end(words_of(statement))
    if _EXECUTED_COMMENT in statement:
        return False
    return bool(words) and words[0] in _QUESTIONS and ";" not in words and _CHANGES.isdisjoint(words)


def is_ordered(statement: str) -> bool:
    """Tell whether a statement says in which order its rows come."""
    words = words_of(statement)
    return any(words[at : at + 2] == _ORDER for at in range(len(words)))


def _without_end(words: Sequence[str]) -> Sequence[str]:
    """Leave out semicolons at the end."""
    end = len(words)
    while end and words[end - 1] == ";":
        end -= 1
    return words[:end]
