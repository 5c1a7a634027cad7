"""SQL as text: whether it is one question to a database, and nothing that changes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands in quotes or in a comment says nothing about what a statement does.
_TOKEN = re.compile(
    r"""(?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")"""
    r"""|(?P<comment>--[^\n]*|/\*.*?\*/)|(?P<word>[^\W\d]\w*)|(?P<sign>[^\s\w])""",
    re.DOTALL,
)
# Databases do not agree where a text ends that holds a backslash, nor whether a line ends with a return.
_AMBIGUOUS = re.compile(r"[\\\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_STATEMENT_END = ";"
# Outside quotes these begin quotes of their own in one database and not in another, or are left unpaired.
_UNCLEAR_SIGNS = frozenset("$`'\"")
_COMMENT = "/*"
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
_OPEN, _CLOSED = frozenset("([{"), frozenset(")]}")
_ORDER = ("order", "by")


def words_of(statement: str) -> tuple[str, ...]:
    """Give the words and signs of a statement in small letters, without texts in quotes and comments."""
    tokens = (match for match in _TOKEN.finditer(statement) if match["word"] or match["sign"])
    return tuple(match.group().casefold() for match in tokens)


def is_question(statement: str) -> bool:
    """Tell whether a statement is a single ``SELECT`` or ``WITH`` without a word that changes anything.

    A name that is such a word must stand in quotes. What databases read differently is no question, nor is
    anything behind a semicolon, wherever that stands. Each database is told on top that it only reads.
    """
    statement = statement.replace("\r\n", "\n").rstrip(_STATEMENT_END + " \t\r\n")
    if _STATEMENT_END in statement or _AMBIGUOUS.search(statement) or _nests_comments(statement):
        return False
    words = words_of(statement)
    return bool(words) and words[0] in _QUESTIONS and (_CHANGES | _UNCLEAR_SIGNS).isdisjoint(words)


def is_ordered(statement: str) -> bool:
    """Tell whether a statement says in which order its rows come, outside all brackets."""
    words = _outside_brackets(words_of(statement))
    return any(words[at : at + 2] == _ORDER for at in range(len(words)))


def _nests_comments(statement: str) -> bool:
    comments = (match["comment"] or "" for match in _TOKEN.finditer(statement))
    return any(comment.startswith(_COMMENT) and comment.count(_COMMENT) > 1 for comment in comments)


def _outside_brackets(words: Iterable[str]) -> tuple[str, ...]:
    depth, outside = 0, []
    for word in words:
        depth += (word in _OPEN) - (word in _CLOSED)
        if depth == 0:
            outside.append(word)
    return tuple(outside)
