"""Identifiers, years and numbers written for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pasar_nb.language import SOURCE_LANGUAGE, Listing, Message, Number, _, listing
from pasar_nb.vocabulary.thresholds import LEAST_P, MOST_DECIMALS

MISSING = "–"
"""What stands in a cell without a value."""


def readable(identifier: str) -> str:
    """Write an identifier of the data as a name for people: ``bawang_merah`` is ``Bawang merah``."""
    words = identifier.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def readable_all(identifiers: Iterable[str]) -> Listing:
    """Write several identifiers as names in one sentence."""
    return listing(readable(one) for one in identifiers)


def first_place(winners: Sequence[str], name: Callable[[str], str | Message] = readable) -> Message | Listing:
    """Name who is first, and say so where several share the place."""
    names = listing(name(winner) for winner in winners)
    return _("{names} secara seri", names=names) if len(winners) > 1 else names


def year_span(oldest: int, newest: int) -> Message:
    """Write one year or a span of years, without the thousands sign that a number would get."""
    if oldest == newest:
        return _("tahun {year}", year=str(newest))
    return _("tahun {oldest}–{newest}", oldest=str(oldest), newest=str(newest))


def grade(value: float) -> Number:
    """Write a score or weight of the 1-5 scale: one decimal, none where it is whole."""
    whole = _as_written(value, 1) == _as_written(value, 0) + ",0"
    return Number(float(value), 0 if whole else 1)


def beside(value: float, other: float, decimals: int = 1) -> Number:
    """Write a number next to one from which it differs, with enough decimals to see that it does."""
    every = range(decimals, MOST_DECIMALS)
    differ = (places for places in every if _as_written(value, places) != _as_written(other, places))
    enough = next(differ, decimals)
    return grade(value) if enough == 1 else Number(value, enough)


def _as_written(value: float, decimals: int) -> str:
    return Number(float(value), decimals).text(SOURCE_LANGUAGE)


def percentage_points(difference: float) -> Number | Message:
    """Write a difference of shares in percentage points, never as nought."""
    least = 0.1
    if abs(difference) * 100 < least:
        return _("kurang dari {least}", least=Number(least, 1))
    return Number(difference * 100, 1)


MONTHS_PER_YEAR = 12
CALENDAR_MONTHS: tuple[Message, ...] = (
    *(_("Januari"), _("Februari"), _("Maret"), _("April"), _("Mei"), _("Juni")),
    *(_("Juli"), _("Agustus"), _("September"), _("Oktober"), _("November"), _("Desember")),
)


def probability(p: float) -> Message:
    """Write the probability of a test; a small one as being below a limit, never as nought."""
    if p < LEAST_P:
        return _("p\u00a0<\u00a0{least}", least=Number(LEAST_P, 3))
    return _("p\u00a0=\u00a0{p}", p=Number(p, 3))
