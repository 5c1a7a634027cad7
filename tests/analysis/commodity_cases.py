"""Small districts written as text tables, so that a test shows its data."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
from hypothesis import strategies as st

REFERENCE = Path(__file__).parents[1] / "reference"
LETTERS = "ABCDEFGH"


def reference(name: str) -> dict:
    return json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))


def table(text: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text.strip()), sep=r"\s+")


def criteria(text: str) -> pd.DataFrame:
    """Columns kriteria, bobot, and if need be arah and ambang_veto."""
    given = table(text)
    defaults = {"nama": given["kriteria"], "dimensi": "lainnya", "arah": "manfaat", "ambang_veto": np.nan}
    return given.assign(**{name: value for name, value in defaults.items() if name not in given})


def scores(text: str, rater: str = "r1") -> pd.DataFrame:
    """Commodities by criteria, one rater; a dash is a score that was not given."""
    wide = table(text).set_index("komoditas")
    long = wide.stack().rename_axis(["komoditas", "kriteria"]).rename("skor").reset_index()
    long["skor"] = pd.to_numeric(long["skor"].astype("str").replace("-", np.nan))
    evidence = {"penilai": rater, "nilai_data": 1.0, "satuan": "kg", "sumber": "BPS", "tahun": 2022}
    return long.assign(**evidence)


def from_array(values: np.ndarray) -> pd.DataFrame:
    """Scores of shape (raters, commodities, criteria) as a long table."""
    places = np.argwhere(np.isfinite(values))
    return pd.DataFrame(
        {
            "penilai": [f"r{rater}" for rater, _, _ in places],
            "komoditas": [LETTERS[commodity] for _, commodity, _ in places],
            "kriteria": [f"k{criterion}" for _, _, criterion in places],
            "skor": values[np.isfinite(values)],
            "nilai_data": np.nan,
            "sumber": "BPS",
            "tahun": 2022,
        }
    )


def criteria_of(bobot: list[int], cost: list[bool]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kriteria": [f"k{place}" for place in range(len(bobot))],
            "nama": "x",
            "dimensi": "lainnya",
            "arah": np.where(cost, "biaya", "manfaat"),
            "bobot": bobot,
            "ambang_veto": np.nan,
        }
    )


@st.composite
def districts(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Complete districts: 1-3 raters, 2-5 commodities, 1-4 criteria."""
    shape = draw(st.tuples(st.integers(1, 3), st.integers(2, 5), st.integers(1, 4)))
    size = int(np.prod(shape))
    values = np.array(draw(st.lists(st.integers(1, 5), min_size=size, max_size=size)), dtype=float)
    bobot = draw(st.lists(st.integers(1, 5), min_size=shape[2], max_size=shape[2]))
    cost = draw(st.lists(st.booleans(), min_size=shape[2], max_size=shape[2]))
    return criteria_of(bobot, cost), from_array(values.reshape(shape))
