"""Number formats of spreadsheets by which a cell shows another amount than it holds."""

from __future__ import annotations

import re
from itertools import pairwise

from pasar_nb.contract.stated_units import stated_in

_MISLEADING = frozenset({"scale", "measure", "foreign"})
"""What changes an amount; the words for rupiah, months and persons beside a number change none."""

# ECMA-376 part 1, 18.8.31: quoted text and signs after a backslash are shown as they are; a sign after an
# underscore is only its width, one after an asterisk fills the cell; brackets hold colours and conditions.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_UNSEEN = re.compile(r"_.|\*.|\[[^\]]*\]")
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_DIGITS = re.compile(r"\d+")
_SCALES = ("ribu", "juta", "miliar")  # by one, two or three commas behind the last digit
_NUMBER_SECTIONS = 2  # positive and negative; the third is for nought and the fourth for text


def unit_shown(code: str) -> str:
    """Give the unit or scale that a number format adds, as words; empty where it shows what the cell holds.

    Parameters
    ----------
    code
        The format as a workbook stores it: ``0" ton"`` shows 3 as 3 ton, ``0".000"`` shows 1500 as 1500.000,
        and ``#,##0,`` shows 1500000 as 1,500.
    """
    return " ".join(dict.fromkeys(said for part in _sections(code) for said in _shown_by(part)))


def _sections(code: str) -> list[str]:
    # A semicolon inside quotes separates nothing.
    marks = [at for at, sign in enumerate(_LITERAL.sub(lambda one: "x" * len(one[0]), code)) if sign == ";"]
    ends = [-1, *marks, len(code)]
    return [code[start + 1 : end] for start, end in pairwise(ends)][:_NUMBER_SECTIONS]


def _shown_by(section: str) -> list[str]:
    literal = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(section))
    scaled = _SCALED.search(_UNSEEN.sub("", _LITERAL.sub("", section)))
    words = [one.word for one in stated_in(literal) if one.about in _MISLEADING]
    digits = ["000"] if _DIGITS.search(literal) else []
    commas = [_SCALES[min(len(scaled[1]), len(_SCALES)) - 1]] if scaled else []
    return [*words, *digits, *commas]
