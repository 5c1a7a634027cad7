"""What market, business model and partners have in common: old price, usual volume, purchases, rounding."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.demo.business import MARKETS_WITH, MARKETS_WITHOUT
from pasar_nb.demo.prices import received_price, series_name
from pasar_nb.demo.setting import Drawn, Setting, Yardsticks
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LOCAL = 2  # position of the local partner in the survey's markets
SHARES_OUT = MARKETS_WITHOUT  # of the product: collector, sub-district market, local partner, direct
LOCAL_SHARE = MARKETS_WITH[LOCAL]  # of participants' product once the programme runs
FEWEST_PRODUCERS = 3  # for each participant
RAMP = 6  # months until the local partner buys its full share


def yardsticks(setting: Setting) -> Drawn:
    """Read the yardsticks from the price series and the baseline that were drawn before."""
    product, start = setting.story.commodity, pd.Period(setting.story.programme.start, "M")
    before = received_price(setting.tables["deret"], product).loc[: start - 1].tail(MONTHS_PER_YEAR)
    price = money(float(before.mean()))
    answers = setting.behind["survei"]
    baseline = answers[answers["takes_part"] & (answers["gelombang"] == 0)]
    volume = float(f"{baseline['nilai_jual'].mean() / price:.3g}")
    producers = max(setting.story.venture.market.number, FEWEST_PRODUCERS * len(baseline))
    return Drawn({}, {}, yardsticks=Yardsticks(price, volume, len(baseline), producers))


def local_purchases(setting: Setting) -> pd.Series[float]:
    """Compute what the local partner buys of participants by month: more and more after the start."""
    rows = setting.tables["deret"]
    rows = rows[rows["seri"] == series_name("volume", setting.story.commodity)]
    months = pd.PeriodIndex(rows["bulan"], freq="M")
    since = months.asi8 - pd.Period(setting.story.programme.start, "M").ordinal + 1
    before = setting.story.venture.deal.local_before
    share = before + (LOCAL_SHARE - before) * np.clip(since / RAMP, 0, 1)
    return pd.Series(np.rint(rows["nilai"].to_numpy() * share), index=months)


def at(series: pd.Series[float], month: pd.Period) -> float:
    """Look up the value of a month."""
    return float(series.to_numpy()[series.index.get_loc(month)])


def money(amount: float) -> float:
    """Round an amount as traders do: three digits, to Rp50 at the least."""
    step = max(10.0 ** (np.floor(np.log10(max(amount, 1.0))) - 2), 50.0)
    return float(np.rint(amount / step) * step)


def quantity(amount: float) -> float:
    """Round a quantity to three digits, and to whole units from a hundred."""
    return float(f"{amount:.3g}") if amount < 100 else float(np.rint(amount))
