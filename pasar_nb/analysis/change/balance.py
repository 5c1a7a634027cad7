"""Whether participants and comparison group were alike before the programme."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.described import OUTCOME
from pasar_nb.analysis.change.results import Claim, Outcome
from pasar_nb.analysis.few import shares_tell_few
from pasar_nb.analysis.households import values_of
from pasar_nb.vocabulary import BASELINE, LEAST_FOR_INFERENCE, PARTICIPANT

ALIKE_TO, ADJUST_TO = 0.05, 0.25  # standard deviations; What Works Clearinghouse, Standards Handbook 4.1
COLUMN_OF = {"perempuan": "jenis_kelamin_kk"}  # characteristics that are named otherwise than their column
COLUMNS = ("trait", "n", "n_compared", "mean", "mean_compared", "difference", "verdict", "exposing")


def compare_arms(pairs: pd.DataFrame, survey: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """Compare the matched households of the two arms at baseline.

    Returns
    -------
    DataFrame
        See `results.Comparison.balance`. A characteristic that fewer than ten households of an arm told, or
        that does not vary, has no row.
    """
    values = traits(pairs, survey, outcome)
    arm = (pairs["studi"] == PARTICIPANT).to_numpy()
    rows = [_row(str(name), values[name][arm], values[name][~arm]) for name in values]
    return pd.DataFrame([row for row in rows if row], columns=list(COLUMNS))


def claim_of(balance: pd.DataFrame) -> Claim:
    """Read what the differences allow.

    The outcome itself decides whether a claim is made at all; any other characteristic that differs is held
    equal. With half a dozen characteristics and a hundred households one of them exceeds 0.25 by chance alone
    more often than not.
    """
    size = balance.set_index("trait")["difference"].abs()
    if OUTCOME not in size.index or size[OUTCOME] > ADJUST_TO:
        return "none"
    return "adjusted" if size.max() > ALIKE_TO else "fine"


def separating(pairs: pd.DataFrame, survey: pd.DataFrame) -> tuple[str, ...]:
    """Name the characteristics that are the same throughout each arm, but not the same in both.

    What one of them does and what the programme does are one and the same in the data.
    """
    values = traits(pairs, survey)
    arm = (pairs["studi"] == PARTICIPANT).to_numpy()
    sides = [(name, set(values[name][arm].dropna()), set(values[name][~arm].dropna())) for name in values]
    return tuple(
        str(name) for name, own, compared in sides if len(own) == len(compared) == 1 and own != compared
    )


def unequal(balance: pd.DataFrame) -> tuple[str, ...]:
    """Name the characteristics, beside the outcome, in which the arms differ enough to be held equal."""
    rows = balance[(balance["difference"].abs() > ALIKE_TO) & (balance["trait"] != OUTCOME)]
    return tuple(rows["trait"].astype(str))


def held_equal(homes: pd.DataFrame, survey: pd.DataFrame, names: tuple[str, ...]) -> Floats:
    """Collect characteristics that are to be held equal, as they were told.

    Parameters
    ----------
    homes
        Households with the characteristics of `households.with_traits`.
    survey
        Table `survei`, for the size of the household at baseline.
    names
        Which ones.

    Returns
    -------
    ndarray
        Shape (households, k), missing where it was not told.
    """
    if not names:
        return np.empty((len(homes), 0))
    found: Floats = traits(homes, survey)[list(names)].to_numpy(dtype="float64")
    return found


def others_of(held: Floats) -> Floats:
    """Lay out a constant and what is held equal, for a regression.

    Parameters
    ----------
    held
        Shape (households, k), from `held_equal`.

    Returns
    -------
    ndarray
        Shape (households, 1 to k + 1). A household that did not tell one gets the mean, so that nobody is
        lost for a characteristic. One that follows from those before it stands in no column of its own: they
        hold it equal as well.
    """
    told = ~np.isnan(held)
    means = np.where(told, held, 0.0).sum(axis=0) / np.maximum(told.sum(axis=0), 1)
    return _independent(np.where(told, held, means))


def _independent(values: Floats) -> Floats:
    """Give a constant and the columns that are no combination of it and those before them."""
    kept = np.ones((len(values), 1))
    largest = np.abs(values).max(axis=0)
    for column in (values / np.where(largest > 0, largest, 1.0)).T:
        wider = np.column_stack([kept, column])
        kept = wider if np.linalg.matrix_rank(wider) == wider.shape[1] else kept
    return kept


def arm_of(homes: pd.DataFrame) -> Floats:
    """Tell participants, 1, from the others, 0: shape (households,)."""
    found: Floats = np.asarray(homes["studi"] == PARTICIPANT, dtype="float64")
    return found


def traits(pairs: pd.DataFrame, survey: pd.DataFrame, outcome: Outcome | None = None) -> pd.DataFrame:
    """Lay out the characteristics of the matched households as numbers, the outcome first if it is given.

    Which ones is fixed beforehand, for every district alike.
    """
    asked = survey.filter(items=["id_rt", "gelombang", "jumlah_anggota"])
    at_first = asked[asked["gelombang"] == BASELINE].drop_duplicates("id_rt").set_index("id_rt")
    members = values_of(at_first, "jumlah_anggota").reindex(pairs["id_rt"]).to_numpy()
    women = pairs["jenis_kelamin_kk"].map({"P": 1.0, "L": 0.0})
    values = {
        "perempuan": women.to_numpy(dtype="float64"),
        "usia_kk": values_of(pairs, "usia_kk").to_numpy(),
        "disabilitas": values_of(pairs, "disabilitas").to_numpy(),
        "jumlah_anggota": members,
        "desil": values_of(pairs, "desil").to_numpy(),
    }
    if outcome is not None and outcome.name != "jumlah_anggota":
        values = {OUTCOME: pairs["before"].to_numpy(dtype="float64"), **values}
    return pd.DataFrame(values, index=pairs.index)


def _row(name: str, own: pd.Series[float], compared: pd.Series[float]) -> dict[str, object] | None:
    own, compared = own.dropna(), compared.dropna()
    spread = float(np.sqrt((own.var() + compared.var()) / 2))
    if min(len(own), len(compared)) < LEAST_FOR_INFERENCE or not spread > 0:
        return None
    difference = float(own.mean() - compared.mean()) / spread
    size = abs(difference)
    return {
        "trait": name,
        "n": len(own),
        "n_compared": len(compared),
        "mean": float(own.mean()),
        "mean_compared": float(compared.mean()),
        "difference": difference,
        "verdict": "fine" if size <= ALIKE_TO else "adjusted" if size <= ADJUST_TO else "none",
        "exposing": shares_tell_few(*(one.to_numpy(dtype="float64") for one in (own, compared))),
    }
