"""The variables of a matrix made ready once for all pairs, and the households its errors come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.columns import Column
from pasar_nb.analysis.association.correlation import LEAST_CLUSTERS
from pasar_nb.analysis.association.exclusions import others_of, too_alike
from pasar_nb.analysis.association.ranking import ranks, steps_of

MOST_FOR_ERRORS = 3_000  # households; with some 180 groups of 17 an error is known to five per cent


@dataclass(frozen=True, slots=True)
class Few:
    """The households that errors come from: all, or a sample of whole groups.

    Attributes
    ----------
    values, ordered, known
        Of each variable: what the households told, the same as steps in order, and which of them told it.
    others
        Of each variable: how many households differ from its most common value.
    clusters
        Shape (households,): number of the cluster of each.
    baseline
        Levels at baseline of the variables that are changes and whose level varied, as steps in order.
    """

    values: tuple[Floats, ...]
    ordered: tuple[Floats, ...]
    known: tuple[np.ndarray, ...]
    others: tuple[int, ...]
    clusters: Codes
    baseline: Mapping[str, Floats]

    def both(self, one: int, other: int) -> np.ndarray:
        """Tell which households told both of two variables."""
        return np.asarray(self.known[one] & self.known[other])


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
        Correlations of these ranks and, after them, of those of the baseline, by the names in `at_baseline`.
    linear
        Correlations of the values themselves, likewise.
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
    together: Floats | None
    linear: Floats | None
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
        linear=_together([_scaled(one.values) for one in columns]) if many else None,
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


def _ordered(values: Floats) -> Floats:
    """Put steps for values, so that the many pairs that ask for their order need not sort them anew."""
    known = ~np.isnan(values)
    ordered = np.full_like(values, np.nan)
    if known.any():
        ordered[known] = steps_of(values[known])
    return ordered


def _scaled(values: Floats) -> Floats:
    """Bring rupiah near to one, so that sums of squares lose nothing."""
    spread = np.nanstd(values)
    return np.asarray((values - np.nanmean(values)) / (spread if spread > 0 else 1.0), dtype="float64")


def _ranked(values: Floats) -> Floats:
    known = ~np.isnan(values)
    ranked = np.full_like(values, np.nan)
    if known.any():
        ranked[known] = ranks(values[known])
    return ranked


def _together(ranked: list[Floats]) -> Floats:
    """Correlate all columns at once, each pair over the households that have both."""
    table = np.column_stack(ranked)
    known = (~np.isnan(table)).astype("float64")
    table = np.nan_to_num(table)
    n, sums, squares = known.T @ known, table.T @ known, (table**2).T @ known
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = squares - sums**2 / n
        found: Floats = (table.T @ table - sums * sums.T / n) / np.sqrt(spread * spread.T)
    return np.nan_to_num(np.clip(found, -1, 1))


def _sample(clusters: Codes, seed: int) -> np.ndarray:
    """Choose whole groups at random until they hold enough households."""
    sizes = np.bincount(clusters)
    order = np.random.default_rng(seed).permutation(len(sizes))
    enough = int(np.searchsorted(np.cumsum(sizes[order]), MOST_FOR_ERRORS)) + 1
    chosen = np.zeros(len(sizes), dtype=bool)
    chosen[order[: max(enough, LEAST_CLUSTERS)]] = True
    return np.asarray(chosen[clusters])
