"""Participants seen in two waves: how their outcome changed, in real rupiah where it is an amount."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis import households as panel
from pasar_nb.analysis import prices
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary import MEASURES, PARTICIPANT, readable


@dataclass(frozen=True, slots=True)
class Asked:
    """The outcome whose change is asked.

    Attributes
    ----------
    name, label
        Column of `survei` or derived measure, and its name for people.
    money
        Whether it is an amount of rupiah.
    base
        Month of the real rupiah; None for the last month of an interview.
    """

    name: str
    label: Message
    money: bool
    base: str | None


@dataclass(frozen=True, slots=True)
class Participants:
    """Participants with the outcome in both waves.

    Attributes
    ----------
    table
        A row per household: ``id_rt, id_kelompok, before, after``.
    waves
        The two waves, None where the outcome is not in two.
    real_base, unreal
        Month of the real rupiah; why an amount is nominal.
    """

    table: pd.DataFrame
    waves: tuple[int, int] | None
    real_base: str | None
    unreal: NotEstimable | None

    @property
    def change(self) -> pd.Series[float]:
        """Last wave minus baseline."""
        change: pd.Series[float] = self.table["after"] - self.table["before"]
        return change

    @property
    def clusters(self) -> npt.NDArray[np.intp]:
        """Number of each household's group from 0; a household without one is a group of its own."""
        groups = self.table["id_kelompok"].astype("object")
        alone = "\0" + self.table["id_rt"].astype("str")
        return pd.factorize(groups.where(groups.notna(), alone))[0]

    @property
    def grouped(self) -> bool:
        """Whether any group holds households together."""
        return bool(self.table["id_kelompok"].notna().any())


def ask(outcome: str | Outcome, base: str | None) -> Asked:
    """Take what is known of an outcome from the analysis of change, or from the contract by its name."""
    if isinstance(outcome, Outcome):
        return Asked(outcome.name, outcome.label, outcome.kind == "money", base or outcome.real_base)
    if outcome not in MEASURES:
        return Asked(outcome, verbatim(readable(outcome)), False, base)
    label, _unit, kind = MEASURES[outcome]
    return Asked(outcome, label, kind == "money", base)


def match(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    price_index: pd.DataFrame | None,
    asked: Asked,
) -> Participants:
    """Match the participants of the baseline with those of the last wave that measured the outcome.

    Parameters
    ----------
    households, survey, price_index
        Tables `rumah_tangga`, `survei` and `ihk` of the contract.
    asked
        The outcome.
    """
    measured = panel.with_measures(survey)
    last = panel.last_wave(measured, asked.name)
    if last is None or last <= panel.BASELINE:
        nobody = pd.DataFrame(columns=["id_rt", "id_kelompok", "before", "after"])
        return Participants(nobody, None, None, None)
    both = panel.pair_waves(measured, households, asked.name, last=last)
    mine = both[both["studi"] == PARTICIPANT].reset_index(drop=True)
    real, real_base, unreal = (
        _in_real_rupiah(mine, price_index, asked.base) if asked.money else (mine, None, None)
    )
    return Participants(
        real[["id_rt", "id_kelompok", "before", "after"]], (panel.BASELINE, last), real_base, unreal
    )


def _in_real_rupiah(
    pairs: pd.DataFrame, price_index: pd.DataFrame | None, base: str | None
) -> tuple[pd.DataFrame, str | None, NotEstimable | None]:
    """Express both waves in rupiah of one month, or say why they stay nominal."""
    if price_index is None or price_index.empty:
        reason = _("Tabel ihk belum ada, sehingga perubahan dihitung dalam rupiah nominal.")
        return pairs, None, NotEstimable(reason)
    if pairs.empty:
        return pairs, None, None
    base = base or str(pairs["month_after"].max())
    factor = prices.deflator(price_index, {*pairs["month_before"], *pairs["month_after"]}, base=base)
    if isinstance(factor, NotEstimable):
        return pairs, None, factor
    return (
        pairs.assign(
            before=pairs["before"] * pairs["month_before"].map(factor),
            after=pairs["after"] * pairs["month_after"].map(factor),
        ),
        base,
        None,
    )
