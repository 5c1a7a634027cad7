"""Shares of classes in every arm and wave, and how they changed, each with its interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes
from pasar_nb.analysis.change.power import detectable
from pasar_nb.analysis.poverty.indices import Index, mean_of
from pasar_nb.analysis.poverty.precision import NOTHING, Precision, Scale, interval_of, precision_of
from pasar_nb.analysis.poverty.sample import Arm, Sample
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import SUPPRESS_BELOW
from pasar_nb.vocabulary.poverty import JOINED


def join_small(placed: Sequence[Codes], names: Sequence[str]) -> tuple[list[Codes], list[str]]:
    """Join adjacent classes other than the lowest until each has ten households in every arm and wave.

    Parameters
    ----------
    placed
        By arm, shape (waves, households): number of the class of each.
    names
        Codes of the classes, from the lowest.

    Returns
    -------
    tuple of list of array and list of str
        The new numbers and codes; joined classes are named by their lowest and highest.
    """
    counts = np.array([np.bincount(wave, minlength=len(names)) for arm in placed for wave in arm])
    spans = [[place] for place in range(len(names))]
    while len(spans) > 2:
        least = [int(counts[:, span].sum(axis=1).min()) for span in spans[1:]]
        if min(least) >= SUPPRESS_BELOW:
            break
        at = 1 + len(least) - 1 - int(np.argmin(least[::-1]))  # the highest of the smallest
        upper = min(at + 1, len(spans) - 1)
        spans[upper - 1 : upper + 1] = [spans[upper - 1] + spans[upper]]
    number = np.repeat(np.arange(len(spans)), [len(span) for span in spans])
    return [number[arm] for arm in placed], [_name(span, names) for span in spans]


def levels_of(
    sample: Sample, placed: Sequence[Codes], names: Sequence[str]
) -> list[dict[str, str | float | int]]:
    """Give a row for every arm, wave and class; `results.Poverty.classes` tells the columns."""
    return [
        _level(arm, wave, codes[wave] == place) | {"group": arm.name, "moment": moment, "kelas": name}
        for arm, codes in zip(sample.arms, placed, strict=True)
        for wave, moment in enumerate(sample.moments)
        for place, name in enumerate(names)
    ]


def changes_of(
    sample: Sample, placed: Sequence[Codes], names: Sequence[str]
) -> list[dict[str, str | float | int]]:
    """Give a row for every arm and class; none with one wave."""
    if len(sample.moments) < 2:
        return []
    return [
        _change(arm, codes == place) | {"group": arm.name, "kelas": name, "exposing": place in exposing}
        for arm, codes in zip(sample.arms, placed, strict=True)
        for exposing in [_exposing(codes, len(names))]
        for place, name in enumerate(names)
    ]


def _exposing(codes: Codes, count: int) -> set[int]:
    """Find the classes that fewer than ten households went into or out of.

    The change of their share would tell how many. All changes add up to nought, so that a second one, the
    uppermost, goes with a lone one.
    """
    found = [place for place in range(count) if _crossed(codes, place) < SUPPRESS_BELOW]
    others = [place for place in range(count) if place not in found]
    return {*found, *(others[-1:] if len(found) == 1 else [])}


def _crossed(codes: Codes, place: int) -> int:
    inside = codes == place
    return int((inside[0] != inside[-1]).sum())


def level_interval(index: Index, arm: Arm, wave: int, scale: Scale) -> Interval:
    """Give the interval of an index of one wave."""
    precision = precision_of(index.influence, arm.weights[wave], arm.clusters)
    return interval_of(index.value, precision, scale)


def change_interval(before: Index, after: Index, arm: Arm) -> Interval:
    """Give the interval of the difference of two waves of the same households."""
    return interval_of(after.value - before.value, _change_precision(before, after, arm), "plain")


def _change_precision(before: Index, after: Index, arm: Arm) -> Precision:
    return precision_of(after.influence - before.influence, arm.weights.mean(axis=0), arm.clusters)


def columns_of(rows: list[dict[str, str | float | int]], names: Sequence[str]) -> pd.DataFrame:
    """Make a table of rows; without rows its columns are empty numbers."""
    return (
        pd.DataFrame(rows, columns=list(names))
        if rows
        else pd.DataFrame(
            {
                name: pd.Series(dtype="str" if name in ("group", "moment", "kelas") else "float64")
                for name in names
            }
        )
    )


def _name(span: list[int], names: Sequence[str]) -> str:
    return names[span[0]] if len(span) == 1 else names[span[0]] + JOINED + names[span[-1]]


def _level(arm: Arm, wave: int, inside: np.ndarray) -> dict[str, str | float | int]:
    weights = arm.weights[wave]
    index = mean_of(inside.astype("float64"), weights)
    interval = level_interval(index, arm, wave, "logit")
    return {
        "n": int(inside.sum()),
        "households": len(inside),
        "part": float(weights[inside].sum()),
        "whole": float(weights.sum()),
        "share": index.value,
        "low": interval.low,
        "high": interval.high,
        "share_households": float(inside.mean()),
        "line": float(arm.lines[wave].mean()),
    }


def _change(arm: Arm, inside: np.ndarray) -> dict[str, str | float | int]:
    before, after = (
        mean_of(inside[wave].astype("float64"), arm.weights[wave]) for wave in range(len(arm.weights))
    )
    precision = _change_precision(before, after, arm)
    interval = interval_of(after.value - before.value, precision, "plain")
    moved = precision.error > NOTHING
    return {
        "n": int(inside.sum(axis=1).min()),
        "households": inside.shape[1],
        "difference": after.value - before.value,
        "low": interval.low,
        "high": interval.high,
        "detectable": detectable(precision.error, precision.freedom) if moved else float("nan"),
    }
