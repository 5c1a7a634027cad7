"""The errors a user can meet, each with the exit code of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from pasar_nb.language import Language, Message, _, listing

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode(IntEnum):
    """What the command line returns to the shell."""

    OK = 0
    FAILED = 1
    USAGE = 2
    DATA = 3


class PasarError(Exception):
    """Something went wrong that the user can be told about in a sentence.

    Parameters
    ----------
    message
        What happened, where, and what to do, readable in both languages.
    """

    exit_code = ExitCode.FAILED

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def text(self, language: Language) -> str:
        """Tell the error in a language."""
        return self.message.text(language)

    def __str__(self) -> str:
        """Tell the error in the source language."""
        return str(self.message)


class UsageError(PasarError):
    """The command or a parameter was given in a way that cannot be carried out."""

    exit_code = ExitCode.USAGE


class DataError(PasarError):
    """The data of a district stop what was asked for.

    Parameters
    ----------
    message
        Summary of what is wrong.
    problems
        Every located problem, as `pasar_nb.contract.Problem`.
    """

    exit_code = ExitCode.DATA

    def __init__(self, message: Message, problems: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class DisclosureError(PasarError):
    """Something would have been published that must not be."""


def check_option(name: str, value: str, options: Iterable[str]) -> None:
    """Refuse an option that is not one of the known ones.

    Raises
    ------
    UsageError
        With the list of the right options.
    """
    known = tuple(options)
    if value not in known:
        raise UsageError(
            _(
                "{name} = '{value}' tidak dikenal; pilih salah satu dari: {options}.",
                name=name,
                value=value,
                options=listing(known),
            )
        )
