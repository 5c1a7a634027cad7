"""What the raters said: their scores as an array, and brought together per commodity and criterion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.results import Criteria, Scores
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW

_AXES = ["penilai", "komoditas", "kriteria"]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Every rater's scores.

    Attributes
    ----------
    raters, commodities
        Names, sorted, so that the order of rows in the table changes nothing.
    criteria
        Names in the order of the criteria.
    cost
        Shape (criteria,): whether a high score is bad.
    values
        Shape (raters, commodities, criteria): scores 1-5 as given, NaN where there is none.
    """

    raters: tuple[str, ...]
    commodities: tuple[str, ...]
    criteria: tuple[str, ...]
    cost: npt.NDArray[np.bool_]
    values: Floats

    @property
    def complete(self) -> npt.NDArray[np.bool_]:
        """Shape (commodities,): whether somebody scored every criterion."""
        scored = np.asarray(np.isfinite(self.values).any(axis=0))
        every: npt.NDArray[np.bool_] = np.all(scored, axis=1)
        return every


def rate(criteria: Criteria, scores: pd.DataFrame) -> Ratings:
    """Arrange the table of scores as an array.

    Parameters
    ----------
    criteria
        The criteria; scores for others are left out.
    scores
        Table `skor` of the contract. A pair scored twice by one rater enters with its mean.
    """
    given = scores.assign(skor=scores["skor"].astype("float64")).dropna(subset=["skor"])
    names = tuple(criteria.table["kriteria"])
    raters = tuple(sorted(given.loc[given["kriteria"].isin(names), "penilai"].unique()))
    commodities = tuple(sorted(scores["komoditas"].unique()))
    every = pd.MultiIndex.from_product([raters, commodities, names], names=_AXES)
    values = given.groupby(_AXES)["skor"].mean().reindex(every).to_numpy(dtype="float64")
    cost = criteria.table["arah"].eq("biaya").to_numpy(dtype="bool")
    shape = (len(raters), len(commodities), len(names))
    return Ratings(raters, commodities, names, cost, values.reshape(shape))


def utility(values: Floats, cost: npt.NDArray[np.bool_]) -> Floats:
    """Turn scores into utilities, 5 being best: a cost criterion is mirrored on the scale.

    Parameters
    ----------
    values
        Shape (..., criteria): scores 1-5.
    cost
        Shape (criteria,): whether a high score is bad.
    """
    return np.where(cost, SCORE_LOW + SCORE_HIGH - values, values)


def consensus(ratings: Ratings) -> Floats:
    """Average over the raters, leaving out what they did not score.

    Returns
    -------
    ndarray
        Shape (commodities, criteria); NaN where nobody scored.
    """
    return _divide(np.nansum(ratings.values, axis=0), np.isfinite(ratings.values).sum(axis=0))


def combine(ratings: Ratings) -> Scores:
    """Bring the raters together: mean, spread, number of raters and utility of each pair.

    Parameters
    ----------
    ratings
        From `rate`.
    """
    mean = consensus(ratings)
    count = np.isfinite(ratings.values).sum(axis=0)
    squares = np.nansum((ratings.values - mean) ** 2, axis=0)
    pairs = pd.MultiIndex.from_product([ratings.commodities, ratings.criteria], names=_AXES[1:])
    table = pairs.to_frame(index=False).astype("str")
    table["mean"] = mean.ravel()
    table["sd"] = np.sqrt(_divide(squares, count - 1)).ravel()
    table["n_raters"] = count.ravel()
    table["utility"] = utility(mean, ratings.cost).ravel()
    scored = table["n_raters"] > 0
    return Scores(
        table=table[scored].reset_index(drop=True),
        missing=table.loc[~scored, _AXES[1:]].reset_index(drop=True),
        n_raters=len(ratings.raters),
        incomplete=tuple(np.array(ratings.commodities, dtype=object)[~ratings.complete]),
        missing_ratings=int(np.isnan(ratings.values).sum()),
    )


def wide(scores: Scores, criteria: Criteria, column: str) -> pd.DataFrame:
    """Lay out one column of the scores, complete commodities by criteria.

    Parameters
    ----------
    scores, criteria
        Earlier results.
    column
        ``mean`` or ``utility``.
    """
    complete = scores.table[~scores.table["komoditas"].isin(scores.incomplete)]
    laid = complete.pivot(index="komoditas", columns="kriteria", values=column)
    return laid[list(criteria.table["kriteria"])]


def _divide(total: Floats, count: npt.NDArray[np.int_]) -> Floats:
    means: Floats = np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0)
    return means
