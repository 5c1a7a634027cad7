"""How the participants' answers lie before and after, in bands that at least ten households share."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.description.results import Distribution
from pasar_nb.analysis.description.sheet import Answered, Sheet
from pasar_nb.analysis.description.statistics import Whole
from pasar_nb.vocabulary import BASELINE, SUPPRESS_BELOW

BANDS = 6  # enough to see a shape, few enough to be read on a telephone
_FEW_ANSWERS = 6  # a question with this many different answers keeps each as a band


def distribution(one: Answered, sheet: Sheet) -> Distribution | None:
    """Count the participants in bands, at baseline and in the last wave; None where two bands are too many.

    Parameters
    ----------
    one
        Answers to a question.
    sheet
        The interviews.

    Notes
    -----
    The bounds are quantiles of both waves together, rounded to two digits so that they are nobody's answer;
    a band below ten households in either wave is joined with its smaller neighbour.
    """
    own = (sheet.own == 1) & ~np.isnan(one.values)
    told = np.unique(sheet.wave[own])
    baseline = [at for at in told if sheet.waves[at] == BASELINE]
    if not baseline:
        return None
    chosen = list(dict.fromkeys((int(baseline[0]), int(told.max()))))
    groups = [one.values[own & (sheet.wave == at)] for at in chosen]
    edges = _bounds(np.concatenate(groups))
    counts = np.stack([_counts(group, edges) for group in groups])
    edges, counts = _merged(edges, counts)
    if not len(edges):
        return None
    return Distribution(
        measure=one.measure,
        edges=tuple(float(edge) for edge in edges),
        table=_table(counts, [sheet.waves[at] for at in chosen]),
    )


def _bounds(values: Floats) -> Floats:
    different = np.unique(values)
    if len(different) <= _FEW_ANSWERS:
        return different[1:]
    inner = np.quantile(values, np.arange(1, BANDS) / BANDS)
    edges = np.unique([_two_digits(edge) for edge in inner])
    return np.asarray(edges[edges > different[0]], dtype="float64")


def _two_digits(value: float) -> float:
    if value == 0:
        return 0.0
    unit = 10.0 ** (np.floor(np.log10(abs(value))) - 1)
    return float(round(np.round(value / unit) * unit, 9))


def _counts(values: Floats, edges: Floats) -> Whole:
    return np.bincount(np.searchsorted(edges, values, side="right"), minlength=len(edges) + 1)


def _merged(edges: Floats, counts: Whole) -> tuple[Floats, Whole]:
    """Join the thinnest band with its smaller neighbour until none is below ten in any wave."""
    while len(edges) and counts.min() < SUPPRESS_BELOW:
        thin = int(counts.min(axis=0).argmin())
        sides = [at for at in (thin - 1, thin + 1) if 0 <= at < counts.shape[1]]
        other = min(sides, key=lambda at: int(counts[:, at].sum()))
        left = min(thin, other)
        counts = np.column_stack(
            [counts[:, :left], counts[:, left] + counts[:, left + 1], counts[:, left + 2 :]]
        )
        edges = np.delete(edges, left)
    return edges, counts


def _table(counts: Whole, waves: list[int]) -> pd.DataFrame:
    bands = counts.shape[1]
    of = counts.sum(axis=1)
    return pd.DataFrame(
        {
            "wave": np.repeat([str(wave) for wave in waves], bands),
            "band": [str(band) for band in range(bands)] * len(waves),
            "of": np.repeat(of, bands),
            "count": counts.ravel(),
            "share": (counts / of[:, None]).ravel(),
        }
    )
