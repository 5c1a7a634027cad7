"""All pairs of the variables of a matrix, each by its proper measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.categories import correlation_ratio, cramers_v
from pasar_nb.analysis.association.coefficients import COEFFICIENTS, CoefficientName
from pasar_nb.analysis.association.correlation import (
    LEAST_CLUSTERS,
    Correlation,
    Error,
    judge,
)
from pasar_nb.analysis.association.exclusions import by_arithmetic, too_alike
from pasar_nb.analysis.association.prepared import Few, Prepared
from pasar_nb.analysis.association.ranking import Values
from pasar_nb.analysis.association.spearman import partial_spearman
from pasar_nb.analysis.multiple_tests import benjamini_hochberg
from pasar_nb.analysis.numbering import count_clusters, renumber
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

VALUES = ("value", "low", "high", "p_value", "p_bh", "pearson", "pearson_low", "pearson_high")
PARTIAL = ("partial", "partial_low", "partial_high")
KEYS = ("one", "other", "measure", "arithmetic")
_BY_FORMS: dict[frozenset[str], CoefficientName] = {
    frozenset({"number"}): "spearman",
    frozenset({"number", "scale"}): "spearman",
    frozenset({"scale"}): "tau_b",
    frozenset({"number", "yes_no"}): "rank_biserial",
    frozenset({"scale", "yes_no"}): "rank_biserial",
    frozenset({"yes_no"}): "phi",
}


def correlate_pairs(ready: Prepared) -> pd.DataFrame:
    """Correlate every pair of which at least one is a measure, or both are known of the household.

    Returns
    -------
    DataFrame
        Columns `KEYS`, ``n``, `VALUES` and `PARTIAL`: a row per pair. ``p_bh`` is ``p_value`` after the
        correction of Benjamini and Hochberg for all rows that are not mere arithmetic.
    """
    pairs = [pair for pair in combinations(range(len(ready.columns)), 2) if _wanted(ready, *pair)]
    rows = [_row(ready, *pair) for pair in pairs]
    table = pd.DataFrame(rows, columns=[*KEYS, "n", *VALUES, *PARTIAL])
    table = table.astype(dict.fromkeys((*VALUES, *PARTIAL), "float64") | {"n": "int64"})
    asked = table["p_value"].where(table["arithmetic"] == "")
    return table.assign(p_bh=benjamini_hochberg(asked.to_numpy(dtype="float64")))


def _wanted(ready: Prepared, one: int, other: int) -> bool:
    """With changes, pairs of which neither changed were told among the levels."""
    both = (ready.columns[one].name, ready.columns[other].name)
    return not ready.changes or any(name in ready.changes for name in both)


def _row(ready: Prepared, one: int, other: int) -> dict[str, object]:
    first, second = ready.columns[one], ready.columns[other]
    both = ready.known[one] & ready.known[other]
    name = measure_for(first.form, second.form)
    row: dict[str, object] = {
        "one": first.name,
        "other": second.name,
        "measure": name,
        "arithmetic": "ya" if by_arithmetic(first.name, second.name) else "",
        "n": np.count_nonzero(both),
    }
    if not _enough(ready, one, other, both):
        return row
    if name in COEFFICIENTS:
        return row | _numbers(ready, one, other, both, COEFFICIENTS_BY_NAME[name])
    found = _of_category(ready, one, other, both)
    return row | _told(found)


COEFFICIENTS_BY_NAME: dict[str, CoefficientName] = {str(name): name for name in COEFFICIENTS}


def measure_for(one: str, other: str) -> str:
    """Choose the proper measure of a pair by how both are answered."""
    if "category" in (one, other):
        return "cramers_v" if {one, other} <= {"category", "yes_no"} else "eta"
    return _BY_FORMS[frozenset({one, other})]


def _enough(ready: Prepared, one: int, other: int, both: np.ndarray) -> bool:
    """Tell whether both vary among those who have both, and over enough groups."""
    if np.count_nonzero(both) < LEAST_FOR_INFERENCE:
        return False
    few, chosen = ready.few, ready.few.both(one, other)
    if count_clusters(few.clusters[chosen]) < LEAST_CLUSTERS:
        return False
    return all(_varied(few, at, chosen) for at in (one, other))


def _varied(few: Few, at: int, chosen: np.ndarray) -> bool:
    lost = np.count_nonzero(few.known[at]) - np.count_nonzero(chosen)
    if few.others[at] - lost >= LEAST_FOR_INFERENCE:
        return True  # even if all who are lost were different
    return not too_alike(few.values[at][chosen])


def _numbers(
    ready: Prepared, one: int, other: int, both: np.ndarray, name: CoefficientName
) -> dict[str, float]:
    if name == "rank_biserial" and ready.columns[other].form == "yes_no":
        one, other = other, one
    found = _measured(ready, one, other, both, name)
    row = _told(found) | _partial(ready, one, other, both)
    if {ready.columns[one].form, ready.columns[other].form} == {"number"}:
        linear = _measured(ready, one, other, both, "pearson")
        bounds = (linear.value, linear.interval.low, linear.interval.high)
        row |= dict(zip(VALUES[5:], bounds, strict=True))
    return row


def _measured(ready: Prepared, one: int, other: int, both: np.ndarray, name: CoefficientName) -> Correlation:
    few, chosen = ready.few, ready.few.both(one, other)
    told: Sequence[Values] = few.values if name in ("pearson", "phi") else few.ordered
    x, y, clusters = told[one][chosen], told[other][chosen], few.clusters[chosen]
    value, error = COEFFICIENTS[name].with_error(x, y, clusters)
    if ready.sample is not None:
        value, error = _value(ready, one, other, both, name), _of_all(error, chosen, both)
    return judge(value, error)


def _of_all(error: Error, chosen: np.ndarray, both: np.ndarray) -> Error:
    """Turn the error of the sample into that of all households."""
    share = np.count_nonzero(chosen) / np.count_nonzero(both)
    return replace(error, size=error.size * float(np.sqrt(share)))


def _value(ready: Prepared, one: int, other: int, both: np.ndarray, name: CoefficientName) -> float:
    if name in ("pearson", "phi") and ready.linear is not None:
        return float(ready.linear.correlation[one, other])
    if name == "spearman" and ready.together is not None:
        return float(ready.together.correlation[one, other])
    if name == "rank_biserial" and ready.together is not None:
        return float(ready.together.slope[one, other])  # the ranks of yes and of no lie one half apart
    return COEFFICIENTS[name].value(ready.columns[one].values[both], ready.columns[other].values[both])


def _of_category(ready: Prepared, one: int, other: int, both: np.ndarray) -> Correlation:
    if ready.columns[one].form != "category":
        one, other = other, one
    x = _levels(ready.columns[one].values[both])
    clusters = ready.clusters[both]
    rows = None if ready.sample is None else np.flatnonzero(ready.sample[both])
    y = ready.columns[other].values[both]
    if ready.columns[other].form in ("category", "yes_no"):
        return cramers_v(x, _levels(y), clusters, rows=rows)
    if ready.ranked is not None:
        y = ready.ranked[other][both]
    return correlation_ratio(x, y, clusters, rows=rows)


def _partial(ready: Prepared, one: int, other: int, both: np.ndarray) -> dict[str, float]:
    """Hold the levels at baseline equal, of both where both are changes (Kendall 1942)."""
    names = (ready.columns[one].name, ready.columns[other].name)
    given = [name for name in names if name in ready.few.baseline]
    if not given:
        return {}
    few, chosen = ready.few, ready.few.both(one, other)
    levels = [few.baseline[name][chosen] for name in given]
    pair = (few.ordered[one][chosen], few.ordered[other][chosen])
    left = partial_spearman(*pair, few.clusters[chosen], given=levels)
    if left is None:
        return {}
    value, error = left
    if ready.together is not None:
        places = [one, other, *(ready.at_baseline[name] for name in given)]
        table = ready.together.correlation[np.ix_(places, places)]
        value, error = _of_inverse(table), _of_all(error, chosen, both)
    found = judge(value, error)
    bounds = (found.value, found.interval.low, found.interval.high)
    return dict(zip(PARTIAL, bounds, strict=True))


def _of_inverse(table: Floats) -> float:
    """Compute the partial correlation of the first two variables given the others."""
    inverse = np.linalg.pinv(table, hermitian=True)
    return float(np.clip(-inverse[0, 1] / np.sqrt(inverse[0, 0] * inverse[1, 1]), -1, 1))


def _told(found: Correlation) -> dict[str, float]:
    values = (found.value, found.interval.low, found.interval.high, found.p_value)
    return dict(zip(VALUES, values, strict=False))


def _levels(numbers: Floats) -> Codes:
    return renumber(numbers.astype(np.intp))
