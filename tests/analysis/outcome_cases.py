"""A small district with many outcomes, in which everything is set by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from change_cases import BASELINE, ENDLINE, no_variables, price_index, profile

from pasar_nb.analysis import change, outcomes
from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.outcomes import Explored, Outcomes

COUNT = 120
PRICES = price_index(("2024-01", 100.0, 2022), ("2025-01", 110.0, 2022))


def homes_of(count: int = COUNT, *, groups: int | None = 40, compared: bool = True) -> pd.DataFrame:
    """Every second household takes part; a group is in one arm only."""
    place = np.arange(count)
    homes = pd.DataFrame(
        {
            "id_rt": [f"RT-{one:05d}" for one in place],
            "studi": np.where(place % 2, "pembanding", "peserta") if compared else "peserta",
        }
    )
    return homes if groups is None else homes.assign(id_kelompok=[f"K{one % groups:03d}" for one in place])


def survey_of(homes: pd.DataFrame, **columns: tuple[Any, Any]) -> pd.DataFrame:
    """A column per measure: its answers at baseline and a year later."""
    waves = [
        pd.DataFrame(
            {
                "id_rt": homes["id_rt"],
                "gelombang": wave,
                "tanggal": day,
                **{name: np.asarray(both[wave], dtype="object") for name, both in columns.items()},
            }
        )
        for wave, day in ((0, BASELINE), (1, ENDLINE))
    ]
    return pd.concat(waves, ignore_index=True).infer_objects()


def rising(
    homes: pd.DataFrame, rise: float, *, drift: float = 0.0, level: float = 1_000, seed: int = 1
) -> Any:
    """Participants rise by `rise` more than the others, who drift; both arms begin alike."""
    random = np.random.default_rng(seed)
    count = len(homes)
    before = level + np.repeat(random.normal(0, level / 10, (count + 1) // 2), 2)[:count].round(2)
    own = (homes["studi"] == "peserta").to_numpy()
    return before, (before + drift + rise * own + random.normal(0, level / 50, count)).round(2)


def look(
    homes: pd.DataFrame,
    survey: pd.DataFrame,
    *,
    outcome: str | None = "pendapatan_rt",
    prices: pd.DataFrame | None = None,
    variables: pd.DataFrame | None = None,
    draws: int = 199,
) -> tuple[HouseholdChange, Outcomes]:
    given: dict[str, Any] = {
        "prices": price_index() if prices is None else prices,
        "variables": no_variables() if variables is None else variables,
        "draws": draws,
    }
    changed = change.assess(profile(outcome), homes, survey, **given)
    return changed, outcomes.explore(profile(outcome), homes, survey, changed=changed, **given)


def one_of(found: Outcomes, name: str) -> Explored:
    (one,) = (one for one in found.explored if one.measure.name == name)
    return one
