"""What the figures of change share: an axis in units that people say, groups by name, the note's basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import is_hidden
from pasar_nb.figures.frame import wrapped
from pasar_nb.language import Language, Message, Month, Number, _, decimals_for, render
from pasar_nb.vocabulary import group_label

_MILLION, _THOUSAND = 1e6, 1e3


@dataclass(frozen=True, slots=True)
class Scale:
    """How values stand on an axis.

    Attributes
    ----------
    divisor
        What values are divided by.
    title
        Title of the axis.
    suffix
        After every number of the axis.
    decimals
        Of numbers written beside the marks.
    """

    divisor: float
    title: Message
    suffix: str = ""
    decimals: int = 1

    def text(self, value: float) -> Number:
        """Write a value in the unit of the axis."""
        return Number(value / self.divisor, self.decimals)


def scale_of(outcome: Outcome, largest: float, *, change: bool) -> Scale:
    """Choose millions, thousands or the unit itself, whichever people would say."""
    if outcome.kind == "share":
        return Scale(0.01, _("Perubahan (poin persen)") if change else outcome.label, "" if change else "%")
    word, divisor = _word(outcome, largest)
    unit = _("{word} {unit}", word=word, unit=outcome.unit) if word else outcome.unit
    title = _("Perubahan ({unit})", unit=unit) if change else unit
    return Scale(divisor, title, decimals=decimals_for(largest / divisor))


def visible_rows(table: pd.DataFrame, needed: str) -> list[dict[str, Any]]:
    """Give the rows whose statistic may be seen and is known."""
    own = table[table[needed].notna()]
    rows = as_rows(own)
    return [row for row in rows if not is_hidden(row["n"])]


def group_name(row: dict[str, Any]) -> Message:
    """Name the group of a row."""
    return group_label(str(row["kind"]), str(row["group"]))


def group_text(row: dict[str, Any], language: Language, *, width: int) -> str:
    """Write the group of a row on an axis, its n below."""
    name = wrapped(render(group_name(row), language), width)
    return f"{name}<br>n = {render(int(row['n']), language)}"


def prices_note(outcome: Outcome) -> Message:
    """Say unit and, for money, whose rupiah it is."""
    if outcome.kind != "money":
        return _("Satuan: {unit}.", unit=outcome.unit)
    if outcome.real_base is None:
        return _("Rupiah nominal ({unit}).", unit=outcome.unit)
    return _("Rupiah {month} ({unit}).", month=Month(outcome.real_base), unit=outcome.unit)


def _word(outcome: Outcome, largest: float) -> tuple[Message | None, float]:
    if outcome.kind == "money" and largest >= _MILLION:
        return _("juta"), _MILLION
    if outcome.kind == "money" and largest >= 10 * _THOUSAND:
        return _("ribu"), _THOUSAND
    return None, 1.0
