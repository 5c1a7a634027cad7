"""The variables of a matrix made ready once for all pairs, and the households its errors come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.coefficients import scaled
from pasar_nb.analysis.association.columns import Column
from pasar_nb.analysis.association.correlation import LEAST_CLUSTERS
from pasar_nb.analysis.association.exclusions import others_of, too_alike
from pasar_nb.analysis.association.ranking import ranks, steps_of

MOST_FOR_ERRORS = 3_000  # households; with some 180 groups of 17 an error is known to five per cent
_BLOCK = 8_192  # households laid out side by side at a time: a few megabytes, not hundreds


@dataclass(frozen=True, slots=True)
class Few:
    """The households that errors come from: all, or a sample of whole groups.

    Attributes
    ----------
    values, ordered, known
        Of each variable: what the households told, the same as steps in order (-1 where nothing was told),
        and which of them told it.
    others
        Of each variable: how many households differ from its most common value.
    clusters
        Shape (households,): number of the cluster of each.
    baseline
        Levels at baseline of the variables that are changes and whose level varied, as steps in order.
    """

    values: tuple[Floats, ...]
    ordered: tuple[Codes, ...]
    known: tuple[np.ndarray, ...]
    others: tuple[int, ...]
    clusters: Codes
    baseline: Mapping[str, Codes]

    def both(self, one: int, other: int) -> np.ndarray:
        """Tell which households told both of two variables."""
        return np.asarray(self.known[one] & self.known[other])


@dataclass(frozen=True, slots=True)
class Together:
    """How all pairs of some columns go together, each over the households that have both.

    Attributes
    ----------
    correlation
        Shape (columns, columns): Pearson's; nought where there is none.
    slope
        Shape (columns, columns): the slope of the second column on the first.
    """

    correlation: Floats
    slope: Floats


@dataclass(frozen=True, slots=True)
class Prepared:
    """The variables of a matrix, made ready once for all pairs.

    Attributes
    ----------
    columns
        The variables.
    known
        Which households have each.
    ranked
        Ranks of each among those who have it, where there are too many households to rank anew in each pair.
    together
        How these ranks and, after them, those of the baseline go together, by the names in `at_baseline`.
    linear
        The same of the values themselves, without the baseline.
    clusters
        Shape (households,): number of the cluster of each.
    sample
        Households whose groups the errors are found from; None for all.
    few
        What these households told.
    changes
        Names of the variables that are changes.
    """

    columns: tuple[Column, ...]
    known: tuple[np.ndarray, ...]
    ranked: tuple[Floats, ...] | None
    together: Together | None
    linear: Together | None
    at_baseline: Mapping[str, int]
    clusters: Codes
    sample: np.ndarray | None
    few: Few
    changes: frozenset[str]


def prepare(columns: list[Column], clusters: Codes, baseline: Mapping[str, Floats], *, seed: int) -> Prepared:
    """Rank once, and choose whole groups at random for the errors where there are very many households.

    Notes
    -----
    A coefficient is always that of all households. Its error needs not all of them: that of a sample of whole
    groups, made smaller by the root of its share, is the same but for a few per cent. Ranks within a pair
    differ from ranks among all who answered only by those who left the other question out.
    """
    known = tuple(~np.isnan(one.values) for one in columns)
    varied = {name: level for name, level in baseline.items() if not too_alike(level[~np.isnan(level)])}
    many = len(clusters) > MOST_FOR_ERRORS
    sample = _sample(clusters, seed) if many else None
    ranked = tuple(_ranked(one.values) for one in columns) if many else None
    levels = {name: len(columns) + at for at, name in enumerate(varied)}
    return Prepared(
        columns=tuple(columns),
        known=known,
        ranked=ranked,
        together=None if ranked is None else _together([*ranked, *map(_ranked, varied.values())]),
        linear=_together([_of_told(one.values, scaled) for one in columns]) if many else None,
        at_baseline=levels,
        clusters=clusters,
        sample=sample,
        few=_few(columns, known, clusters, varied, sample),
        changes=frozenset(baseline),
    )


def _few(
    columns: list[Column],
    known: tuple[np.ndarray, ...],
    clusters: Codes,
    baseline: Mapping[str, Floats],
    sample: np.ndarray | None,
) -> Few:
    values = tuple(one.values for one in columns)
    if sample is not None:
        chosen = np.flatnonzero(sample)
        values, known = tuple(one[chosen] for one in values), tuple(have[chosen] for have in known)
        clusters = clusters[chosen]
        baseline = {name: level[chosen] for name, level in baseline.items()}
    others = tuple(others_of(one[have]) for one, have in zip(values, known, strict=True))
    steps = {name: _ordered(level) for name, level in baseline.items()}
    return Few(values, tuple(map(_ordered, values)), known, others, clusters, steps)


def _ordered(values: Floats) -> Codes:
    """Put steps for values, so that the many pairs that ask for their order need not sort them anew."""
    return np.nan_to_num(_of_told(values, steps_of), nan=-1.0).astype(np.intp)


def _ranked(values: Floats) -> Floats:
    return _of_told(values, ranks)


def _of_told(values: Floats, compute: Callable[[Floats], Floats | Codes]) -> Floats:
    """Compute something of what was told; where nothing was, it stays missing."""
    told = ~np.isnan(values)
    found = np.full_like(values, np.nan)
    if told.any():
        found[told] = compute(values[told])
    return found


def _together(columns: list[Floats]) -> Together:
    """Correlate all columns at once, each pair over the households that have both."""
    n, sums, squares, products = (np.zeros((len(columns), len(columns))) for _part in range(4))
    for start in range(0, len(columns[0]), _BLOCK):
        table = np.column_stack([one[start : start + _BLOCK] for one in columns])
        told = ~np.isnan(table)
        known, table = told.astype("float64"), np.where(told, table, 0.0)
        n += known.T @ known
        sums += table.T @ known
        squares += (table**2).T @ known
        products += table.T @ table
    with np.errstate(divide="ignore", invalid="ignore"):
        spread, common = squares - sums**2 / n, products - sums * sums.T / n
        correlation, slope = common / np.sqrt(spread * spread.T), common / spread
    return Together(np.nan_to_num(np.clip(correlation, -1, 1)), np.nan_to_num(slope))


def _sample(clusters: Codes, seed: int) -> np.ndarray:
    """Choose whole groups at random until they hold enough households."""
    sizes = np.bincount(clusters)
    order = np.random.default_rng(seed).permutation(len(sizes))
    enough = int(np.searchsorted(np.cumsum(sizes[order]), MOST_FOR_ERRORS)) + 1
    chosen = np.zeros(len(sizes), dtype=bool)
    chosen[order[: max(enough, LEAST_CLUSTERS)]] = True
    return np.asarray(chosen[clusters])
