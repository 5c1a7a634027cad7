"""The further columns of the survey that a district asked for, and the table that declares them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.habits import habit, lasting
from pasar_nb.demo.setting import Setting
from pasar_nb.demo.venture import Further
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW


def declared(setting: Setting) -> pd.DataFrame:
    """Write the table `variabel`."""
    rows = [
        (one.name, one.label, one.unit, one.kind, one.direction, one.theme)
        for one in setting.story.venture.further
    ]
    return pd.DataFrame(rows, columns=["variabel", "nama", "satuan", "jenis", "arah", "tema"])


def answers(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the answers to the district's own questions, one row per household and wave."""
    columns = {one.name: _answer(setting, one, rows) for one in setting.story.venture.further}
    return pd.DataFrame(columns, index=rows.index)


def truth(setting: Setting) -> dict[str, object]:
    """Tell what the answers are without the programme and what it adds for participants."""
    return {
        one.name: {"tanpa_program": one.centre, "efek": one.gain} for one in setting.story.venture.further
    }


def _answer(setting: Setting, one: Further, rows: pd.DataFrame) -> NDArray[np.float64] | NDArray[np.object_]:
    rng, running = setting.stream(f"variabel {one.name}"), rows["running"].to_numpy()
    if one.kind == "angka":
        amount = one.centre * (1 + one.gain * running) * np.exp(lasting(rng, rows, one.spread))
        number: NDArray[np.float64] = np.maximum(np.rint(amount / one.step), 1) * one.step
        return number
    if one.kind == "skala":
        opinion = one.centre + one.gain * running + lasting(rng, rows, one.spread)
        return np.clip(np.rint(opinion), SCORE_LOW, SCORE_HIGH)
    says = habit(rng, rows, np.asarray(one.centre + one.gain * running, dtype=np.float64))
    if one.kind == "kategori":
        first, second = one.categories
        return np.where(says, first, second).astype(object)
    return says.astype(object)
