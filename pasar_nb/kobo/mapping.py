"""What a map of an import says: which question of which round feeds which column of which table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timezone
from typing import Literal, TypeAlias

from pasar_nb.reference.districts import DistrictEntry

HOUSEHOLD = "id_rt"
WAVE = "gelombang"
MADE_HERE: Mapping[str, str] = {HOUSEHOLD: "household", WAVE: "wave"}
"""Columns that the import makes itself, by the key of a round that says from what."""

Take: TypeAlias = Literal["approved", "all"]
Duplicates: TypeAlias = Literal["error", "latest"]
Changes: TypeAlias = Literal["error", "first", "latest"]

APPROVED = frozenset({"approved", "validation_status_approved", "disetujui"})
"""What KoboToolbox (as label or as name) and ODK Central write for an approved submission."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the cells of a column come from.

    Attributes
    ----------
    question
        Header in the export, with or without its groups; empty where `value` stands for all.
    value
        The same text in every row.
    multiple
        Whether the cells hold several choices with spaces between, as ``select_multiple`` is exported.
    """

    question: str = ""
    value: str = ""
    multiple: bool = False


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How one table of the contract is filled from a round.

    Attributes
    ----------
    table
        Its name in the contract.
    sheet
        Sheet whose rows become its rows; empty for the main sheet.
    columns
        Where its columns come from.
    """

    table: str
    columns: Mapping[str, Answer]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a survey, or several in one form.

    Attributes
    ----------
    key
        Its place in the map, e.g. ``round[1]``.
    files
        Pattern of the names of its files.
    sheet
        Its main sheet; empty where the files have only one.
    wave
        Number of the wave, or empty.
    wave_question
        Question that holds the wave, or empty.
    household
        Questions that together identify a household.
    tables
        The tables that it feeds.
    """

    key: str
    files: str
    tables: tuple[TablePlan, ...]
    sheet: str = ""
    wave: str = ""
    wave_question: str = ""
    household: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What is decided where an export leaves a choice.

    Attributes
    ----------
    take
        Whether only approved submissions are taken.
    status
        Column that holds the state of approval; empty for those of KoboToolbox and ODK Central.
    approved
        What stands there for an approved submission, in small letters.
    duplicates
        What happens to several submissions of one household in one wave.
    changes
        What happens where rounds say different things of one household in a table with a row per household.
    """

    take: Take = "approved"
    status: str = ""
    approved: frozenset[str] = APPROVED
    duplicates: Duplicates = "error"
    changes: Changes = "error"


@dataclass(frozen=True, slots=True)
class ImportMap:
    """A whole map.

    Attributes
    ----------
    file
        Name of the map's file, for problems.
    district
        The district whose data are imported.
    zone
        Time zone in which moments become days.
    rules
        Decisions.
    rounds
        The rounds.
    values
        By column: what an answer, name or label, becomes.
    variables
        Further columns of `survei`, each a row of `variabel`.
    """

    file: str
    district: DistrictEntry
    zone: timezone
    rules: Rules
    rounds: tuple[Round, ...]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    variables: tuple[Mapping[str, str], ...] = ()

    def translated(self, column: str, answer: str) -> str:
        """Give what an answer becomes by ``[values.<column>]``; one that is not named stays as it is."""
        pairs = self.values.get(column, {})
        if answer in pairs:
            return pairs[answer]
        folded = {written.casefold(): value for written, value in pairs.items()}
        return folded.get(answer.casefold(), answer)
