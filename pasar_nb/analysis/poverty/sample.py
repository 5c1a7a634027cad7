"""The households whose amounts are held against a reference: the same ones, arm by arm, in both waves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.households import last_compared
from pasar_nb.analysis.numbering import clusters_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, listing
from pasar_nb.vocabulary import ARM_LABELS, BASELINE, LEAST_FOR_INFERENCE, PARTICIPANT
from pasar_nb.vocabulary.poverty import MOMENT_LABELS

_LOOKED_UP = ("id_rt", "gelombang", "tanggal", "studi", "id_kelompok", "jumlah_anggota")


@dataclass(frozen=True, slots=True)
class Reference:
    """What amounts are held against, and what is said where it is missing.

    Attributes
    ----------
    column
        Of the table `acuan`.
    absent
        Reason where no household told its amount.
    unknown
        Gives the reason where years are missing, with the remedy.
    """

    column: str
    absent: Message
    unknown: Callable[[Listing], Message]


@dataclass(frozen=True, slots=True)
class Arm:
    """Households of an arm, in the same order in every wave.

    Attributes
    ----------
    name
        ``peserta`` or ``pembanding``.
    clusters
        Shape (households,): the group of each; one without a group is its own.
    values, weights, lines
        Shape (waves, households): amount, members (or 1), and the reference of the year of the interview.
    """

    name: str
    clusters: Codes
    values: Floats
    weights: Floats
    lines: Floats


@dataclass(frozen=True, slots=True)
class Sample:
    """The arms with ten households or more, in the baseline and the last wave.

    Attributes
    ----------
    first, last
        The waves; the same where only the baseline can be told.
    missing
        Years of the last wave without a reference, for which reason it is left out.
    arms
        Participants first.
    """

    first: int
    last: int
    missing: tuple[int, ...]
    arms: tuple[Arm, ...]

    @property
    def moments(self) -> tuple[str, ...]:
        """Names of the waves, in order."""
        return tuple(MOMENT_LABELS)[: 1 if self.first == self.last else 2]


def references_of(acuan: pd.DataFrame, column: str) -> pd.Series[float]:
    """Look up an amount of the district by year: the poverty line or the minimum wage.

    Parameters
    ----------
    acuan
        Table `acuan` of the contract.
    column
        ``garis_kemiskinan`` (Rp per person and month) or ``umk`` (Rp per month).

    Returns
    -------
    Series
        By year; years without the amount are left out, and none is interpolated.
    """
    if column not in acuan:
        return pd.Series(dtype="float64")
    known = acuan.dropna(subset=["tahun", column]).drop_duplicates("tahun", keep="last")
    return known.set_index(known["tahun"].astype("int64"))[column].astype("float64")


def draw_sample(
    asked: pd.DataFrame, column: str, acuan: pd.DataFrame, against: Reference, *, by_members: bool
) -> Sample | NotEstimable:
    """Collect the households that told an amount, and the reference of the year of each interview.

    Parameters
    ----------
    asked
        Table `survei` with its derived measures and the traits of the households.
    column
        The amount.
    acuan
        Table `acuan` of the contract.
    against
        What the amount is held against.
    by_members
        Whether a household counts as many times as it has members.

    Returns
    -------
    Sample or NotEstimable
        The baseline and the wave of `households.last_compared`, of the same households; only the baseline
        where fewer than ten of its first arm were seen in both, as a later wave would tell of the other arm
        alone, or where the reference of a year of the last wave is missing. A wave is never told in part:
        that would keep the households that were asked early.
    """
    waves = _waves(asked.filter(items=[*_LOOKED_UP, column]).dropna(subset=[column, "tanggal"]))
    if waves is None:
        return NotEstimable(against.absent)
    lines = references_of(acuan, against.column)
    unlined = [_years_without(one, lines) for one in waves]
    if unlined[0]:
        return NotEstimable(against.unknown(listing(str(year) for year in unlined[0])))
    paired = len(waves) > 1 and not unlined[1] and _seen_again(waves)
    kept = _matched(waves) if paired else [waves[0]]
    arms = _large_arms(kept)
    if not arms:
        return NotEstimable(against.absent)
    return Sample(
        first=BASELINE,
        last=int(kept[-1]["gelombang"].iloc[0]),
        missing=tuple(unlined[-1]),
        arms=tuple(_arm(arm, kept, column, lines, by_members=by_members) for arm in arms),
    )


def _waves(told: pd.DataFrame) -> list[pd.DataFrame] | None:
    """Take the baseline and the last wave, a row per household; None without a baseline."""
    each = {
        int(wave): told[told["gelombang"] == wave].drop_duplicates("id_rt").set_index("id_rt")
        for wave in told["gelombang"].unique()
    }
    if BASELINE not in each:
        return None
    first = each[BASELINE]
    own = first.index[first["studi"] == PARTICIPANT]
    last = last_compared(each, lambda wave: len(own.intersection(each[wave].index)))
    return [first] if last is None or last == BASELINE else [first, each[last]]


def _seen_again(waves: list[pd.DataFrame]) -> bool:
    """Tell whether ten or more of the first arm that the baseline can tell of were seen in both waves."""
    at_first, in_both = _large_arms([waves[0]]), _large_arms(_matched(waves))
    return bool(in_both) and in_both[0] == at_first[0]


def _matched(waves: list[pd.DataFrame]) -> list[pd.DataFrame]:
    both = waves[0].index.intersection(waves[-1].index).sort_values()
    return [one.loc[both] for one in waves]


def _large_arms(waves: list[pd.DataFrame]) -> list[str]:
    counts = waves[0]["studi"].value_counts()
    return [arm for arm in ARM_LABELS if counts.get(arm, 0) >= LEAST_FOR_INFERENCE]


def _years_without(wave: pd.DataFrame, lines: pd.Series[float]) -> list[int]:
    years = pd.to_datetime(wave["tanggal"]).dt.year.unique()
    return sorted(int(year) for year in years if year not in lines.index)


def _arm(
    arm: str, waves: list[pd.DataFrame], column: str, lines: pd.Series[float], *, by_members: bool
) -> Arm:
    rows = [one[waves[0]["studi"] == arm] for one in waves]
    members = [one["jumlah_anggota"] if by_members else pd.Series(1.0, index=one.index) for one in rows]
    years = [pd.to_datetime(one["tanggal"]).dt.year for one in rows]
    return Arm(
        name=arm,
        clusters=clusters_of(rows[0]["id_kelompok"]),
        values=_stack([one[column] for one in rows]),
        weights=_stack(members),
        lines=_stack([one.map(lines) for one in years]),
    )


def _stack(waves: list[pd.Series[float]]) -> Floats:
    return np.stack([one.to_numpy(dtype="float64") for one in waves])
