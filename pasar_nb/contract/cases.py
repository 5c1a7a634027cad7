"""A case: one kind of problem as a row of a catalogue, with its severity, message and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pasar_nb.contract.problems import Problem, Severity
from pasar_nb.identifiers import find_identifiers, mask, redact
from pasar_nb.language import Listing, Message, Value

LONGEST_VALUE = 60  # characters of a cell that a message repeats; more would hide the sentence around it


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of problem.

    Attributes
    ----------
    code
        Stable name, e.g. ``score_out_of_range``.
    severity
        An error stops the table it stands in; a warning does not.
    message
        What is wrong: a text with fields that `problem` fills. ``{table}``, ``{file}``, ``{sheet}``,
        ``{row}``, ``{column}`` and ``{value}`` are filled from the place; others are given by name. A message
        made with ``_n(template, 1)`` takes its count from the field ``count``.
    remedy
        What the official who filled the table should do; may use the same fields.
    """

    code: str
    severity: Severity
    message: Message
    remedy: Message

    def problem(
        self,
        *,
        table: str = "",
        file: str = "",
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        value: str = "",
        person: bool = False,
        **fields: Value,
    ) -> Problem:
        """Say that this case has occurred at a place.

        Parameters
        ----------
        table, file, sheet, row, column
            The place, as in `Problem`; an identifier of a person in a name is redacted.
        value
            The cell as it was written; shortened, and masked where it holds an identifier of a person.
        person
            Mask the value whatever it looks like.
        **fields
            Further fields of message and remedy.
        """
        shown = shown_value(value, person=person)
        file, sheet, column = _named(file), _named(sheet), _named(column)
        row_text = "" if row is None else str(row)
        place = {
            "table": table,
            "file": file,
            "sheet": sheet,
            "row": row_text,
            "column": column,
            "value": shown,
        }
        bound: dict[str, Value] = {**place, **{name: _withheld(field) for name, field in fields.items()}}
        return Problem(
            code=self.code,
            severity=self.severity,
            message=_filled(self.message, bound),
            remedy=_filled(self.remedy, bound),
            table=table,
            file=file,
            sheet=sheet,
            row=row,
            column=column,
            value=shown,
        )


def shown_value(value: str, *, person: bool = False) -> str:
    """Make a cell fit to be repeated in a message: masked where it may identify a person, and short."""
    if person or find_identifiers(value):
        return mask(value)
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


@lru_cache(maxsize=4096)  # thousands of problems may stand in one file and column
def _named(name: str) -> str:
    return redact(name)


def _withheld(value: Value) -> Value:
    if isinstance(value, Listing):
        return Listing(tuple(map(_withheld, value.items)))
    return redact(value) if isinstance(value, str) else value


def _filled(message: Message, fields: dict[str, Value]) -> Message:
    if message.count is None:
        return Message(message.template, fields)
    count = fields["count"]
    if not isinstance(count, int):
        raise TypeError(f"the count of {message.template!r} must be a whole number")
    return Message(message.template, fields, count)
