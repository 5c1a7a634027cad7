"""Participants seen in two waves: how an outcome of theirs changed, in real rupiah where it is an amount."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.arrays import Codes
from pasar_nb.analysis.change.outcome import matched
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.numbering import clusters_of
from pasar_nb.vocabulary import PARTICIPANT


@dataclass(frozen=True, slots=True)
class Participants:
    """Participants with the outcome in both waves.

    Attributes
    ----------
    outcome
        What was measured, in which waves and in whose rupiah.
    table
        A row per household: ``id_rt, id_kelompok, before, after``.
    """

    outcome: Outcome
    table: pd.DataFrame

    @property
    def waves(self) -> tuple[int, int]:
        """The two waves."""
        return self.outcome.first, self.outcome.last

    @property
    def change(self) -> pd.Series[float]:
        """Last wave minus baseline."""
        change: pd.Series[float] = self.table["after"] - self.table["before"]
        return change

    @property
    def clusters(self) -> Codes:
        """Number of each household's group from 0; a household without one is a group of its own."""
        return clusters_of(self.table["id_kelompok"])

    @property
    def grouped(self) -> bool:
        """Whether any group holds households together."""
        return bool(self.table["id_kelompok"].notna().any())


def match(
    households: pd.DataFrame, survey: pd.DataFrame, price_index: pd.DataFrame, outcome: Outcome
) -> Participants:
    """Match the participants of the baseline with those of the last wave that measured the outcome.

    Parameters
    ----------
    households, price_index
        Tables `rumah_tangga` and `ihk` of the contract.
    survey
        Table `survei` with its derived measures.
    outcome
        The outcome.
    """
    both = matched(survey, households, price_index, outcome)
    mine = both[both["studi"] == PARTICIPANT].reset_index(drop=True)
    return Participants(outcome, mine[["id_rt", "id_kelompok", "before", "after"]])
