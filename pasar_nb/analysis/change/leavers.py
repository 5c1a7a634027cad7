"""Who of the baseline was not seen again: their likeness to those who stayed, and where they lived."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.households import values_of
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT, SUPPRESS_BELOW

UNLIKE = 0.25  # standard deviations; What Works Clearinghouse, Standards Handbook 4.1
OUTCOME = "hasil_utama"
"""Name of the row of the primary outcome."""
OTHERS = ""
"""Name of the row of all places with fewer than ten households, and of those beyond the largest."""
MOST_PLACES = 20  # rows of a kind: more cannot be read, and the largest tell most
_LEAST_PLACES = 2  # one alone cannot be compared
_PLACES = {"village": "desa", "group": "id_kelompok"}
YES_OR_NO = {"peserta", "perempuan", "disabilitas"}


def profile_of(start: pd.DataFrame, outcome: Outcome | None) -> pd.DataFrame:
    """Compare those who left with those who stayed, by what they were at baseline.

    Parameters
    ----------
    start
        A row per household of the baseline: the answers of its interview, its traits, ``value`` of the
        outcome, and ``seen``.
    outcome
        The primary outcome, if there is one.

    Returns
    -------
    DataFrame
        See `described.Attrition.profile`.
    """
    values, seen = _traits(start, outcome), start["seen"].to_numpy()
    shares = YES_OR_NO | ({OUTCOME} if outcome is not None and outcome.kind == "share" else set())
    rows = [
        _compared(name, told[~seen].dropna(), told[seen].dropna(), yes_no=name in shares)
        for name, told in values.items()
    ]
    columns = ["trait", "n_left", "n_stayed", "mean_left", "mean_stayed", "difference", "exact_difference"]
    return pd.DataFrame([row for row in rows if row], columns=columns)


def by_place(start: pd.DataFrame) -> pd.DataFrame:
    """Count who left every village and group with ten households or more; the others are one row.

    Returns
    -------
    DataFrame
        See `described.Attrition.places`.
    """
    found = [_places(kind, start[column], start["seen"]) for kind, column in _PLACES.items()]
    return pd.concat(found, ignore_index=True)


def _traits(start: pd.DataFrame, outcome: Outcome | None) -> dict[str, pd.Series[float]]:
    """Lay out the characteristics at baseline as numbers; which ones is fixed for every district alike."""
    women = start["jenis_kelamin_kk"].map({"P": 1.0, "L": 0.0})
    values = {
        OUTCOME: start["value"] if outcome is not None else None,
        "peserta": (start["studi"] == PARTICIPANT).astype("float64"),
        "perempuan": women.astype("float64"),
        "usia_kk": values_of(start, "usia_kk"),
        "disabilitas": values_of(start, "disabilitas"),
        "jumlah_anggota": values_of(start, "jumlah_anggota"),
        "desil": values_of(start, "desil"),
    }
    return {name: told for name, told in values.items() if told is not None}


def _compared(
    name: str, left: pd.Series[float], stayed: pd.Series[float], *, yes_no: bool
) -> dict[str, object] | None:
    """Compare two samples; None with fewer than ten in either, or where nothing varies."""
    if min(len(left), len(stayed)) < LEAST_FOR_INFERENCE:
        return None
    spread = float(np.sqrt((left.var() + stayed.var()) / 2))
    if not spread > 0:
        return None
    difference = float(left.mean() - stayed.mean()) / spread
    return {
        "trait": name,
        "n_left": len(left),
        "n_stayed": len(stayed),
        "mean_left": float(left.mean()),
        "mean_stayed": float(stayed.mean()),
        "difference": float("nan") if yes_no and _tells_few(left, stayed) else difference,
        "exact_difference": difference,
    }


def _tells_few(*samples: pd.Series[float]) -> bool:
    """Tell whether fewer than ten of a sample said yes, or no: the difference would tell how many."""
    cells = [count for one in samples for count in (one.sum(), len(one) - one.sum())]
    return min(cells) < SUPPRESS_BELOW


def _places(kind: str, places: pd.Series, seen: pd.Series[bool]) -> pd.DataFrame:
    """Count by place; without two places of ten or more there is nothing to compare."""
    sizes = places.value_counts()
    large = sorted(map(str, sizes[sizes >= LEAST_FOR_INFERENCE].index[:MOST_PLACES]))
    names = places.astype("object").where(places.isin(large), OTHERS)
    wanted = [*large, OTHERS] if len(large) >= _LEAST_PLACES else []
    counted = seen.groupby(names).agg(["size", "sum"]).reindex(wanted).dropna().astype("int64")
    table = pd.DataFrame(
        {
            "kind": pd.Series(kind, index=range(len(counted)), dtype="str"),
            "group": pd.Series(counted.index, dtype="str"),
            "baseline": counted["size"].to_numpy(),
            "seen": counted["sum"].to_numpy(),
            "left": (counted["size"] - counted["sum"]).to_numpy(),
        }
    )
    return table.assign(share_left=table["left"] / table["baseline"])
