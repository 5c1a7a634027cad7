"""Columns of numbers: text to float or whole numbers, with the ambiguous settled or refused."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from math import inf, log10

import pandas as pd

from pasar_nb.contract.cell_log import Cell, CellLog, read_each
from pasar_nb.contract.grid import text_of_number
from pasar_nb.contract.messages import parsing as messages
from pasar_nb.contract.numerals import LONGEST, PLAIN, Numeral, Writing, read_numeral
from pasar_nb.contract.spec import Column
from pasar_nb.language import Message, Number, Value, _

_PLAIN = re.compile(PLAIN)
_WHOLE_KINDS = frozenset({"integer", "year"})
_SIGN_NAMES = {".": "point", ",": "comma"}
_SHOWN = Decimal("0.000001")  # enough places to show what a fraction such as 1/9 became
_ANY_LENGTH = Context(prec=2 * LONGEST)  # else a number of more than 28 digits cannot be rounded
_LARGEST_WHOLE = 2**53  # beyond it a float no longer tells neighbouring whole numbers apart


def parse_numbers(texts: pd.Series, column: Column, log: CellLog) -> pd.Series:
    """Read a column of numbers.

    Parameters
    ----------
    texts
        Stripped text of the cells, ``""`` where there is none.
    column
        Its kind decides between float64 and Int64; its range settles ambiguous numbers.
    log
        Where cases are noted.

    Returns
    -------
    pandas.Series
        float64, or Int64 for whole numbers; missing where empty or unreadable.
    """
    # A loop over the different texts is many times faster than patterns over a pandas column.
    written = texts.tolist()
    readings = {text: _plain(text) for text in dict.fromkeys(written)}
    values = pd.Series([readings[text] for text in written], index=texts.index, dtype="float64")
    if any(math.isnan(value) and text for text, value in readings.items()):
        plain = values.notna()
        odd = texts[(texts != "") & ~plain]
        numerals = {text: read_numeral(text) for text in dict.fromkeys(odd.tolist())}
        usage = _usage(texts[plain], values[plain], numerals.values())
        found = read_each(odd, lambda text: _understood(numerals[text], column, usage), log)
        values.loc[odd.index] = pd.Series(found, index=odd.index, dtype="float64")
    endless = values.abs() == inf
    log.note_all(messages.NUMBER_INFINITE, texts[endless])
    values = values.mask(endless)
    return _whole(values, texts, log) if column.kind in _WHOLE_KINDS else values


def _plain(text: str) -> float:
    return float(text) if _PLAIN.fullmatch(text) else math.nan


@dataclass(frozen=True, slots=True)
class _Usage:
    """How the clear numbers of a column are written, and how large they are.

    Attributes
    ----------
    decimal_sign
        ``point`` or ``comma`` where all that prove a sign prove the same one, else empty.
    magnitude
        Decimal logarithm of their median size; None where there is no number but zero.
    """

    decimal_sign: str
    magnitude: float | None


def _usage(plain: pd.Series, values: pd.Series, numerals: Iterable[Numeral]) -> _Usage:
    clear = [one for one in numerals if one.value is not None and one.writing != "ambiguous"]
    signs: set[Writing] = {one.writing for one in clear if one.writing in {"point", "comma"}}
    if plain.str.contains(".", regex=False).any():
        signs.add("point")
    sizes = pd.concat([values, pd.Series([float(one.value or 0) for one in clear], dtype="float64")]).abs()
    sizes = sizes[sizes > 0]
    return _Usage(signs.pop() if len(signs) == 1 else "", log10(sizes.median()) if len(sizes) else None)


def _understood(numeral: Numeral, column: Column, usage: _Usage) -> Cell:
    if numeral.writing == "missing":
        return Cell(case=messages.DASH_AS_MISSING)
    if numeral.writing == "infinite":
        return Cell(case=messages.NUMBER_INFINITE)
    if numeral.writing == "shortened":
        return Cell(case=messages.NUMBER_SHORTENED)
    if numeral.writing == "fraction" and not column.fractions:
        return Cell(case=messages.NUMBER_AS_FRACTION)
    if numeral.value is None or (numeral.per_cent and not column.per_cent):
        return Cell(case=messages.NUMBER_NOT_READ)
    if numeral.thousands is not None:
        return _settled(numeral, (numeral.value, numeral.thousands), column, usage)
    case = messages.NUMBER_CONVERTED if numeral.dressed and numeral.writing != "fraction" else None
    shown = text_of_number(_ANY_LENGTH.quantize(numeral.value, _SHOWN))
    return Cell(float(numeral.value), case, {"plain": shown})


def _settled(numeral: Numeral, readings: tuple[Decimal, Decimal], column: Column, usage: _Usage) -> Cell:
    """Decide an ambiguous number by what is possible in the column, then by how the column is written."""
    possible = [value for value in readings if _possible(value, column)]
    if len(possible) == 1:
        chosen = possible[0]
        return Cell(float(chosen), messages.NUMBER_SETTLED_BY_RANGE, {"plain": _told(chosen, readings)})
    written = _by_usage(numeral.separator, readings, usage)
    if written is None:
        return Cell(case=messages.NUMBER_AMBIGUOUS, fields=_both(readings))
    return Cell(float(written), messages.NUMBER_SETTLED_BY_COLUMN, {"plain": _told(written, readings)})


def _possible(value: Decimal, column: Column) -> bool:
    if column.kind in _WHOLE_KINDS and value != value.to_integral_value():
        return False
    lows = [low for low in (column.low, column.usual_low) if low is not None]
    highs = [high for high in (column.high, column.usual_high) if high is not None]
    return all(float(value) >= low for low in lows) and all(float(value) <= high for high in highs)


def _by_usage(separator: str, readings: tuple[Decimal, Decimal], usage: _Usage) -> Decimal | None:
    """Follow the column's own writing where two witnesses agree.

    The other numbers must prove one decimal sign, and the number so read must be nearer to their magnitude
    than the other reading.
    """
    if usage.magnitude is None or not usage.decimal_sign:
        return None
    magnitude = usage.magnitude
    decimal, thousands = readings
    written = decimal if usage.decimal_sign == _SIGN_NAMES[separator] else thousands
    nearest = min(readings, key=lambda value: abs(log10(abs(value)) - magnitude))
    return written if written == nearest else None


def _both(readings: tuple[Decimal, Decimal]) -> Mapping[str, Value]:
    decimal, thousands = readings
    return {
        "decimal": _told(decimal, readings),
        "thousands": _told(thousands, readings),
        "plain_decimal": text_of_number(decimal),
        "plain_thousands": text_of_number(thousands),
    }


def _told(value: Decimal, readings: tuple[Decimal, Decimal]) -> Message:
    """Name one of two readings in words, as digits alone would look like the other in the other language."""
    if value == readings[1]:
        return _("ribuan {number}", number=Number(float(value)))
    places = max(-int(value.normalize().as_tuple().exponent), 0)
    return _("desimal {number}", number=Number(float(value), places))


def _whole(values: pd.Series, texts: pd.Series, log: CellLog) -> pd.Series:
    whole = values.isna() | ((values % 1 == 0) & (values.abs() <= _LARGEST_WHOLE))
    log.note_all(messages.NUMBER_NOT_WHOLE, texts[~whole])
    return values.where(whole).astype("Int64")
