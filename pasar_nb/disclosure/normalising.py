"""One way of writing for what looks the same to a reader: letters, digits, spaces, tags and commas."""

from __future__ import annotations

import re
import unicodedata

# Characters without a width of their own, which can stand between two digits unseen.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w:-]*)(?P<rest>[^<>]*)>")
_INLINE = re.compile(
    "a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong"
    "|su[bp]|time|tspan|tt|u|var|wbr",
    re.IGNORECASE,
)
# 3,503,... as English readers write it, but not a list of numbers between brackets.
_ENGLISH_THOUSANDS = re.compile(r"(?<![\d.,\[])\d{1,3}(?:,\d{3}){3,}(?![\d\]]|,\d)")
_COMMA_BEFORE_DIGIT = re.compile(r",(?=\d)")
_SPACE = re.compile(r"\s+")


def normalised(text: str) -> str:
    """Write a text with one form of each letter and digit, without unseen characters and without tags.

    Parameters
    ----------
    text
        Text with entities and escapes undone.

    Returns
    -------
    str
        The text as it is read; the attributes of tags and the comments stand after it.
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    aside: list[str] = []

    def set_aside(content: str, instead: str) -> str:
        aside.append(content)
        return instead

    plain = _COMMENT.sub(lambda match: set_aside(match[1], ""), plain)
    plain = _TAG.sub(lambda match: set_aside(match["rest"], _instead_of(match["name"])), plain)
    return "\n".join((plain, *(one for one in aside if one.strip(" /"))))


def separated(text: str) -> str:
    """Write numbers so that a list of them is not read like decimals, nor thousands like a list."""
    grouped = _ENGLISH_THOUSANDS.sub(lambda match: match.group().replace(",", "."), text)
    return _COMMA_BEFORE_DIGIT.sub(", ", grouped)


def comparable(text: str) -> str:
    """Write a name or an id, or a text to find it in, so that case and spacing do not matter."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _SPACE.sub(" ", plain).casefold().strip()


def _instead_of(tag: str) -> str:
    """Leave nothing of a tag inside a word; any other ends the line."""
    return "" if _INLINE.fullmatch(tag) else "\n"
