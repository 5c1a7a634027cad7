"""Household incomes with a known effect, a known likeness within groups, and known losses between waves.

Without the programme the income of household i of group g in wave t is lognormal,
``median * level(t) * exp(group_g + household_i + moment_it)``; the common level follows the price index.
The programme multiplies the income of participants by one plus the effect of the wave. So on the log scale
difference-in-differences estimates ``log(1 + effect)`` without bias.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.households import EDUCATION
from pasar_nb.demo.prices import price_level, season
from pasar_nb.demo.setting import Setting
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LOG_SPREAD = 0.42  # standard deviation of log income; a Gini of about 0.23, as among poor rural households
ICC = 0.10  # share of that variance that lies between groups
MOMENT_SHARE = 0.32  # share that is a household's own from wave to wave
WOMAN, SCHOOLING, DECILE = -0.10, 0.05, 0.10  # log points: woman as head, per level of schooling, per decile
REAL_GROWTH = 0.01  # a year, for everybody
SEASONAL_SHARE = 0.25  # how much of the price's seasonal swing reaches the household's income
LEAVING = 0.5  # log odds of leaving per standard deviation of baseline income below the mean


@dataclass(frozen=True, slots=True)
class Incomes:
    """Latent incomes of all households, before anybody leaves.

    Attributes
    ----------
    without
        Rp per month had there been no programme, shape (households, waves).
    gain
        What the programme adds, Rp per month, same shape; 0 outside the participants.
    last_wave
        Last wave in which the household is seen, shape (households,).
    """

    without: NDArray[np.float64]
    gain: NDArray[np.float64]
    last_wave: NDArray[np.int64]


def draw_incomes(setting: Setting, households: pd.DataFrame) -> Incomes:
    """Draw the incomes of the households in every wave and decide who leaves when."""
    programme = setting.story.programme
    rng = setting.stream("pendapatan")
    permanent = _group_part(households["id_kelompok"], rng) + _household_part(households, rng)
    moment = rng.normal(0, LOG_SPREAD * np.sqrt(MOMENT_SHARE), (len(households), len(programme.waves)))
    level = wave_level(setting)
    without = programme.income * np.exp(permanent[:, np.newaxis] + moment) * level
    takes_part = (households["studi"] == "peserta").to_numpy()
    gain = without * np.array(programme.effects) * takes_part[:, np.newaxis]
    return Incomes(without, gain, _last_waves(setting, np.log(without[:, 0]), takes_part))


def wave_level(setting: Setting) -> NDArray[np.float64]:
    """Compute the common level of incomes by wave, 1 at baseline: prices, a little growth, the season."""
    months = pd.PeriodIndex(setting.story.programme.waves, freq="M")
    prices = price_level(setting.seed)[months].to_numpy()
    ordinals = months.asi8
    years = (ordinals - ordinals[0]) / MONTHS_PER_YEAR
    swing = np.exp(SEASONAL_SHARE * season(setting.story.commodity, months, setting.story.commodity.swing))
    level: NDArray[np.float64] = (prices / prices[0]) * (1 + REAL_GROWTH) ** years * (swing / swing[0])
    return level


def _group_part(group: pd.Series[str], rng: np.random.Generator) -> NDArray[np.float64]:
    numbers, names = pd.factorize(group)
    effects = rng.normal(0, LOG_SPREAD * np.sqrt(ICC), len(names))
    return effects[numbers]


def _household_part(households: pd.DataFrame, rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw a household's lasting part: what sex, schooling and decile explain, and chance."""
    schooling = households["pendidikan_kk"].map({name: k for k, name in enumerate(EDUCATION)}).fillna(1)
    explained = (
        WOMAN * (households["jenis_kelamin_kk"] == "P")
        + SCHOOLING * schooling.astype(float)
        + DECILE * households["desil"]
    ).to_numpy(dtype=float)
    explained = explained - explained.mean()
    variance = LOG_SPREAD**2 * (1 - ICC - MOMENT_SHARE)
    rest = np.sqrt(max(variance - explained.var(), 0.0))
    part: NDArray[np.float64] = explained + rng.normal(0, rest, len(households))
    return part


def _last_waves(
    setting: Setting, log_baseline: NDArray[np.float64], takes_part: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Let an exact share leave after baseline, poorer households more often.

    The largest of ``log odds + Gumbel noise`` are a draw without replacement in proportion to the odds.
    """
    rng = setting.stream("keluar")
    programme = setting.story.programme
    n, waves = len(log_baseline), len(programme.waves)
    spread = log_baseline.std() or 1.0
    standardised = (log_baseline - log_baseline.mean()) / spread
    order = np.argsort(LEAVING * standardised - rng.gumbel(size=n))
    if programme.attrition_compared is None:
        leavers = order[: round(n * programme.attrition)]
    else:
        arms = ((takes_part, programme.attrition), (~takes_part, programme.attrition_compared))
        leavers = np.concatenate([order[who[order]][: round(who.sum() * share)] for who, share in arms])
    last = np.full(n, waves - 1, dtype=np.int64)
    if len(leavers):
        last[leavers] = rng.integers(0, waves - 1, len(leavers))
    return last
