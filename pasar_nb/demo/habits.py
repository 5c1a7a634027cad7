"""Answers that a household tends to repeat from wave to wave."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

CHANGES_MIND = 0.2  # chance that a habit is drawn anew in a wave
MOMENT = 0.2  # share of a lasting amount's variance that is of the moment


def habit(rng: np.random.Generator, rows: pd.DataFrame, chance: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Draw a yes or no that holds with the given chance and mostly stays the same for a household.

    Parameters
    ----------
    rng
        Random stream.
    rows
        One row per household and wave; column ``household`` holds the household's position.
    chance
        Chance of yes in each row, shape (rows,). Where it rises between waves, some turn to yes, none to no.
    """
    household = rows["household"].to_numpy()
    leaning = rng.random(household.max() + 1)[household]
    anew = rng.random(len(rows)) < CHANGES_MIND
    leaning = np.where(anew, rng.random(len(rows)), leaning)
    answer: NDArray[np.bool_] = leaning < chance
    return answer


def lasting(rng: np.random.Generator, rows: pd.DataFrame, spread: float) -> NDArray[np.float64]:
    """Draw a deviation with the given standard deviation, most of which stays with the household."""
    household = rows["household"].to_numpy()
    stays = rng.normal(0, spread * np.sqrt(1 - MOMENT), household.max() + 1)[household]
    deviation: NDArray[np.float64] = stays + rng.normal(0, spread * np.sqrt(MOMENT), len(rows))
    return deviation
