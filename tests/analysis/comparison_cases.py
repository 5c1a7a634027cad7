"""Two arms over several waves, with everything set by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from change_cases import no_variables, price_index, profile

from pasar_nb.analysis import change
from pasar_nb.analysis.change import Comparison, HouseholdChange
from pasar_nb.findings import NotEstimable

FIRST_DAY = pd.Timestamp("2020-01-15")
MONTHS_BETWEEN = 6


def day_of(wave: int) -> pd.Timestamp:
    return FIRST_DAY + pd.DateOffset(months=MONTHS_BETWEEN * wave)


def waves(
    gaps: list[float], *, n: int = 40, groups: int = 8, noise: float = 20.0, seed: int = 1
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables of two arms of `groups` groups; participants stand `gaps[wave]` above the others."""
    random = np.random.default_rng(seed)
    arms = ["peserta"] * n + ["pembanding"] * n
    takes_part = np.array(arms) == "peserta"
    ids = [f"RT-{place:05d}" for place in range(2 * n)]
    homes = pd.DataFrame(
        {"id_rt": ids, "studi": arms, "id_kelompok": [f"K{place * groups // n}" for place in range(2 * n)]}
    )
    level = 1_000 + 100 * np.tile(np.linspace(-1, 1, n), 2)
    parts = [
        pd.DataFrame(
            {
                "id_rt": ids,
                "gelombang": wave,
                "tanggal": day_of(wave),
                "pendapatan_rt": level + 10 * wave + gap * takes_part,
            }
        )
        for wave, gap in enumerate(gaps)
    ]
    for part in parts[1:]:
        part["pendapatan_rt"] += random.normal(0, noise, 2 * n)
    return homes, pd.concat(parts, ignore_index=True)


def begun(wave: int) -> date:
    """A day between the interviews of a wave and those of the next."""
    return (day_of(wave) + pd.DateOffset(months=1)).date()


def assess(
    homes: pd.DataFrame, survey: pd.DataFrame, start: date | None = None, *, draws: int = 199
) -> HouseholdChange:
    told = profile(mulai_intervensi=None if start is None else start.isoformat())
    return change.assess(told, homes, survey, prices=price_index(), variables=no_variables(), draws=draws)


def compared(homes: pd.DataFrame, survey: pd.DataFrame, start: date | None = None) -> Comparison:
    found = assess(homes, survey, start).comparison
    assert not isinstance(found, NotEstimable)
    return found
