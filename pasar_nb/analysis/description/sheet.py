"""The answers of a survey as columns of numbers, each sorted once, and the groups they are counted in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.description.statistics import Segments, Whole, ascending, segments
from pasar_nb.analysis.households import values_of
from pasar_nb.analysis.measures import Measure
from pasar_nb.vocabulary import ARM_LABELS, PARTICIPANT


@dataclass(frozen=True, slots=True)
class Sheet:
    """Interviews as numbers.

    Attributes
    ----------
    survey
        Table `survei` with its derived measures.
    waves
        Waves, ascending.
    wave, arm
        Shape (interviews,): place of the wave in `waves`, and of the arm in `vocabulary.ARM_LABELS`.
    cell
        Shape (interviews,): number of the arm and wave, arm times waves plus wave.
    household
        Shape (interviews,): place of the household among those of `rumah_tangga`, each once; -1 for none.
    factor
        Shape (interviews,): by what amounts are multiplied to become those of one month.
    """

    survey: pd.DataFrame
    waves: tuple[int, ...]
    wave: Whole
    arm: Whole
    cell: Whole
    household: Whole
    factor: Floats

    @property
    def own(self) -> Whole:
        """1 for interviews of participants, 0 for others."""
        return np.asarray(self.arm == list(ARM_LABELS).index(PARTICIPANT), dtype=np.intp)

    def answers(self, measure: Measure, *, nominal: bool = False) -> Floats:
        """Give the answers as numbers, amounts in the rupiah of the description unless nominal."""
        values = values_of(self.survey, measure.name).to_numpy(dtype="float64")
        scaled = values * self.factor if measure.money and not nominal else values
        return np.asarray(scaled, dtype="float64")

    def within_waves(self, groups: Whole) -> Whole:
        """Give every group in every wave a number: group times waves plus wave; -1 stays."""
        return numbered(groups, self.wave, len(self.waves))


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to one question, in order of size.

    Attributes
    ----------
    measure
        The question.
    values, order
        Answers of all interviews, and the order of those that have one.
    own
        The order of those of participants.
    """

    measure: Measure
    values: Floats
    order: Codes
    own: Codes

    def within(self, groups: Whole, count: int) -> Segments:
        """Bring the answers of each group together."""
        return segments(self.values, self.order, groups, count)

    def of_participants(self, groups: Whole, count: int) -> Segments:
        """Bring the participants' answers of each group together."""
        return segments(self.values, self.own, groups, count)


def sheet_of(survey: pd.DataFrame, homes: pd.DataFrame, factor: Floats) -> Sheet:
    """Give the waves and arms of all interviews their places; a household without an arm takes part."""
    wave, waves = pd.factorize(survey["gelombang"].astype("int64"), sort=True)
    known = homes.drop_duplicates("id_rt").reindex(columns=["id_rt", "studi"])
    arms = list(ARM_LABELS)
    codes = pd.Categorical(known["studi"], categories=arms).codes.astype(np.intp)
    place = pd.Index(known["id_rt"]).get_indexer(pd.Index(survey["id_rt"]))
    taken = codes[place] if len(codes) else np.full(len(place), -1)
    own = arms.index(PARTICIPANT)
    arm = np.where((place < 0) | (taken < 0), own, taken)
    every = tuple(int(one) for one in waves)
    return Sheet(survey, every, wave, arm, numbered(arm, wave, len(every)), place, factor)


def numbered(groups: Whole, wave: Whole, waves: int) -> Whole:
    """Give groups in waves numbers of as few bits as will do: numpy sorts those of 16 bits in one pass."""
    codes = np.where(groups < 0, -1, groups * waves + wave)
    return codes.astype(np.int16) if codes.max(initial=0) <= np.iinfo(np.int16).max else codes


def answered(sheet: Sheet, measures: tuple[Measure, ...]) -> Iterator[Answered]:
    """Sort the answers to every question that has numbers, one question at a time."""
    own = sheet.own == 1
    for measure in measures:
        if measure.form != "category":
            values = sheet.answers(measure)
            order = ascending(values)
            yield Answered(measure, values, order, order[own[order]])
