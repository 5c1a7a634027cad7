"""Who of the baseline was not seen again: their likeness to those who stayed, and where they lived."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.described import OUTCOME, Attrition, Outcome
from pasar_nb.analysis.few import shares_tell_few
from pasar_nb.analysis.households import values_of
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT

UNLIKE = 0.25  # standard deviations; What Works Clearinghouse, Standards Handbook 4.1
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
    rows = [_compared(name, told[~seen].dropna(), told[seen].dropna()) for name, told in values.items()]
    columns = ["trait", "n_left", "n_stayed", "mean_left", "mean_stayed", "difference", "exact_difference"]
    return pd.DataFrame([row for row in rows if row], columns=columns)


def why_not_compared(result: Attrition) -> Message:
    """Say why those who left and those who stayed are not set side by side.

    Parameters
    ----------
    result
        As it was released: a count that is hidden is text, and of which of the two that tells is not said.
    """
    left, stayed = (result.table[name].iloc[0] for name in ("left", "seen"))
    if isinstance(left, str) or isinstance(stayed, str):
        return _(
            "Yang tidak ditemui lagi atau yang tetap ditemui kurang dari {least} rumah tangga, atau angkanya "
            "dilindungi, sehingga keduanya tidak dibandingkan.",
            least=LEAST_FOR_INFERENCE,
        )
    if left < LEAST_FOR_INFERENCE:
        return _(
            "Yang tidak ditemui lagi kurang dari {least} rumah tangga, sehingga tidak dapat dibandingkan "
            "dengan yang tetap ditemui.",
            least=LEAST_FOR_INFERENCE,
        )
    if stayed < LEAST_FOR_INFERENCE:
        return _(
            "Yang tetap ditemui kurang dari {least} rumah tangga, sehingga tidak dapat dibandingkan dengan "
            "yang tidak ditemui lagi.",
            least=LEAST_FOR_INFERENCE,
        )
    return _(
        "Tidak ada ciri survei awal yang berbeda-beda, diketahui dari sedikitnya {least} rumah tangga di "
        "antara yang tidak ditemui lagi dan yang tetap ditemui, dan boleh ditampilkan.",
        least=LEAST_FOR_INFERENCE,
    )


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


def _compared(name: str, left: pd.Series[float], stayed: pd.Series[float]) -> dict[str, object] | None:
    """Compare two samples; None with fewer than ten in either, or where nothing varies."""
    if min(len(left), len(stayed)) < LEAST_FOR_INFERENCE:
        return None
    spread = float(np.sqrt((left.var() + stayed.var()) / 2))
    if not spread > 0:
        return None
    difference = float(left.mean() - stayed.mean()) / spread
    samples = (one.to_numpy(dtype="float64") for one in (left, stayed))
    return {
        "trait": name,
        "n_left": len(left),
        "n_stayed": len(stayed),
        "mean_left": float(left.mean()),
        "mean_stayed": float(stayed.mean()),
        "difference": float("nan") if shares_tell_few(*samples) else difference,
        "exact_difference": difference,
    }


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
