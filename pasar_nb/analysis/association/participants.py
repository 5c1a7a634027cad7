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
        A row per household: ``id_rt, before, after``.
    clusters
        Number of each household's group from 0; a household without one is a group of its own.
    grouped
        Whether any group holds households together.
    """

    outcome: Outcome
    table: pd.DataFrame
    clusters: Codes
    grouped: bool

    @property
    def waves(self) -> tuple[int, int]:
        """The two waves."""
        return self.outcome.first, self.outcome.last

    @property
    def change(self) -> pd.Series[float]:
        """Last wave minus baseline."""
        change: pd.Series[float] = self.table["after"] - self.table["before"]
        return change


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
    groups = mine["id_kelompok"]
    return Participants(
        outcome=outcome,
        table=mine[["id_rt", "before", "after"]],
        clusters=clusters_of(groups),
        grouped=bool(groups.notna().any()),
    )
