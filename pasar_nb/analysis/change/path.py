"""The path of the outcome over all waves: each against the baseline, on the same households."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.followed import OutcomePath
from pasar_nb.analysis.change.levels import mean_of
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.change.waves import Waves, waves_of
from pasar_nb.analysis.few import change_held_by_few, change_told, level_held_by_few
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS, LEAST_FOR_INFERENCE

_NAN = math.nan
_COLUMNS = (
    *("arm", "wave", "month", "n", "mean", "low", "high"),
    *("change", "change_low", "change_high", "detectable", "largest"),
)
_PAIRS = ("arm", "wave", "more", "n", "change", "low", "high")


def path(
    survey: pd.DataFrame, homes: pd.DataFrame, ihk: pd.DataFrame, outcome: Outcome, how: Drawing
) -> OutcomePath | NotEstimable:
    """Follow the outcome of both arms over the waves in which it was answered.

    Parameters
    ----------
    survey, homes, ihk
        Table `survei` with its derived measures, `rumah_tangga` and `ihk`.
    outcome
        What is measured; amounts of every wave are put in its rupiah.
    how
        The bootstrap.

    Returns
    -------
    OutcomePath or NotEstimable
        The latter with fewer than three waves, where no household answered in all of them, or where the price
        index lacks a month of one.
    """
    waves = waves_of(survey, homes, ihk, outcome, None)
    if isinstance(waves, NotEstimable):
        return waves
    rows, pairs = [], []
    for arm in ARM_LABELS:
        own = (waves.homes["studi"] == arm).to_numpy()
        rows += _levels(arm, own, waves, how)
        pairs += _all_pairs(arm, own, waves, how)
    if not rows:
        return NotEstimable(_("Tidak ada rumah tangga yang mempunyai hasil utama pada semua gelombang."))
    return OutcomePath(
        outcome=outcome,
        waves=waves.order,
        table=pd.DataFrame(rows, columns=list(_COLUMNS)),
        all_pairs=pd.DataFrame(pairs, columns=list(_PAIRS)),
    )


def _levels(arm: str, own: np.ndarray, waves: Waves, how: Drawing) -> list[tuple[object, ...]]:
    """Describe every wave of the households of an arm that answered in all."""
    chosen = own & ~np.isnan(waves.values).any(axis=1)
    if not chosen.any():
        return []
    values, homes = waves.values[chosen], waves.homes[chosen]
    rows: list[tuple[object, ...]] = []
    for at, (wave, month) in enumerate(zip(waves.order, waves.months, strict=True)):
        level, largest = _mean(values[:, at], homes, how), level_held_by_few(values[:, at])
        change = None
        if at:
            moved = values[:, at] - values[:, 0]
            change, largest = _mean(moved, homes, how), max(largest, change_held_by_few(moved))
        rows.append(
            (
                *(arm, wave, month, len(values), float(values[:, at].mean())),
                *_inside(_told(level)[1:3], waves.outcome),
                *_told(change),
                largest,
            )
        )
    return rows


def _all_pairs(arm: str, own: np.ndarray, waves: Waves, how: Drawing) -> list[tuple[object, ...]]:
    """Estimate the change of all that answered in both waves, where they are more than those of all waves."""
    answered = ~np.isnan(waves.values)
    in_all = int((own & answered.all(axis=1)).sum())
    rows: list[tuple[object, ...]] = []
    for at, wave in list(enumerate(waves.order))[1:]:
        both = own & answered[:, 0] & answered[:, at]
        change = waves.values[both, at] - waves.values[both, 0]
        found = None if change_told(change) else _mean(change, waves.homes[both], how)
        n = int(both.sum())
        rows += [(arm, wave, n - in_all, n, *_told(found)[:3])] if found and n > in_all else []
    return rows


def _mean(values: Floats, homes: pd.DataFrame, how: Drawing) -> Estimate | None:
    if len(values) < LEAST_FOR_INFERENCE:
        return None
    design = mean_of(pd.Series(values))
    found = estimate(design, cluster_codes(homes), draws=how.draws, seed=how.seed)
    return None if isinstance(found, NotEstimable) else found


def _told(found: Estimate | None) -> tuple[float, float, float, float]:
    return (_NAN,) * 4 if found is None else (found.value, found.low, found.high, found.detectable)


def _inside(bounds: tuple[float, float], outcome: Outcome) -> tuple[float, float]:
    """Keep the interval of a share between 0 and 1."""
    low, high = bounds
    return (max(low, 0.0), min(high, 1.0)) if outcome.kind == "share" and low == low else bounds
