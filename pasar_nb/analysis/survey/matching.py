"""Households seen again, by pair of waves."""

from __future__ import annotations

from itertools import combinations, pairwise

import pandas as pd

from pasar_nb.analysis.survey.results import Matching
from pasar_nb.vocabulary import ARM_LABELS

MOST_WAVES = 4  # of which every pair is told; of more, each with the first and with the one before


def match_waves(survey: pd.DataFrame) -> Matching:
    """Count the households of a wave that were interviewed again in a later one.

    Parameters
    ----------
    survey
        Table `survei` with ``studi`` (`households.with_traits`), not empty.
    """
    waves = tuple(sorted(int(wave) for wave in survey["gelombang"].unique()))
    seen = {
        (arm, wave): frozenset(survey.loc[(survey["studi"] == arm) & (survey["gelombang"] == wave), "id_rt"])
        for arm in ARM_LABELS
        for wave in waves
    }
    rows = [
        _row(arm, first, last, seen)
        for first, last in _pairs(waves)
        for arm in ARM_LABELS
        if seen[arm, first]
    ]
    table = pd.DataFrame(rows, columns=["arm", "first", "last", "pair", "before", "both"])
    return Matching(waves=waves, table=table.assign(share=table["both"] / table["before"]))


def _pairs(waves: tuple[int, ...]) -> list[tuple[int, int]]:
    every = list(combinations(waves, 2))
    if len(waves) <= MOST_WAVES:
        return every
    neighbours = set(pairwise(waves))
    return [pair for pair in every if pair[0] == waves[0] or pair in neighbours]


def _row(arm: str, first: int, last: int, seen: dict[tuple[str, int], frozenset[str]]) -> dict[str, object]:
    before = seen[arm, first]
    return {
        "arm": arm,
        "first": str(first),
        "last": str(last),
        "pair": f"{first}-{last}",
        "before": len(before),
        "both": len(before & seen[arm, last]),
    }
