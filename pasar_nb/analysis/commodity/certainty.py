"""How sure the ranking is: ranks of the commodities over random weights and resampled raters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.ranking import LEAST_CANDIDATES, unrankable
from pasar_nb.analysis.commodity.results import Acceptability, Certainty, Criteria, Scores, Veto
from pasar_nb.analysis.commodity.scores import Ratings, consensus, utility
from pasar_nb.analysis.commodity.ties import rank_span
from pasar_nb.errors import UsageError, check_option
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

Weighting: TypeAlias = Literal["near", "any"]
TELL_APART = 2  # standard errors of the simulation by which two shares must differ
STEP = 1.0  # a weight is agreed to the whole number: its neighbours on 1-5 are as plausible


def assess_certainty(
    criteria: Criteria, ratings: Ratings, scores: Scores, veto: Veto, *, draws: int, seed: int
) -> Certainty | NotEstimable:
    """Find how often each commodity takes each rank, with weights near the agreed ones and with any.

    Parameters
    ----------
    criteria, ratings, scores, veto
        Earlier results. Vetoed and incomplete commodities take no part.
    draws, seed
        Number of random draws, and where the random numbers start.

    Returns
    -------
    Certainty or NotEstimable
        The latter where commodities cannot be ranked, only one is left, or nothing can vary: with one
        criterion and one rater, "100 %" would only repeat the ranking.
    """
    reason = unrankable(criteria, scores, veto)
    if reason is not None:
        return NotEstimable(reason)
    eligible = ratings.complete & ~np.isin(ratings.commodities, veto.commodities)
    if eligible.sum() < LEAST_CANDIDATES:
        return NotEstimable(_("Hanya satu komoditas yang tidak terkena veto, sehingga tidak ada pesaing."))
    if len(ratings.criteria) == 1 and len(ratings.raters) == 1:
        return NotEstimable(
            _("Dengan satu kriteria dan satu penilai, ketidakpastian peringkat tidak dapat dihitung.")
        )
    return Certainty(
        near=accept(criteria, ratings, eligible, weighting="near", draws=draws, seed=seed),
        any=accept(criteria, ratings, eligible, weighting="any", draws=draws, seed=seed),
    )


def accept(
    criteria: Criteria,
    ratings: Ratings,
    eligible: npt.NDArray[np.bool_],
    *,
    weighting: Weighting,
    draws: int,
    seed: int,
) -> Acceptability:
    """Draw weights and raters, rank in every draw, and count.

    Parameters
    ----------
    criteria, ratings
        Earlier results.
    eligible
        Shape (commodities,): which take part.
    weighting
        ``near`` or ``any``, see `weights_near` and `weights_any`.
    draws, seed
        As for `assess_certainty`.

    Notes
    -----
    Rank acceptability index of SMAA-2: Lahdelma and Salminen 2001, after Lahdelma, Hokkanen and Salminen
    1998; the scores' uncertainty is the bootstrap of the raters.
    """
    check_option("weighting", weighting, _WEIGHTINGS)
    if draws < 1:
        raise UsageError(_("Jumlah pengambilan acak harus paling sedikit satu, bukan {draws}.", draws=draws))
    random = np.random.default_rng([seed, list(_WEIGHTINGS).index(weighting)])
    weights = _WEIGHTINGS[weighting](criteria.table["bobot"].to_numpy(), random, draws)
    values = utility(_resampled(ratings, random, draws)[:, eligible], ratings.cost)
    index = np.einsum("dck,dk->dc", values, weights)
    names = tuple(np.array(ratings.commodities, dtype=object)[eligible])
    return _summarise(names, index, raters_resampled=len(ratings.raters) > 1)


def leaders(drawn: Acceptability) -> pd.DataFrame:
    """Find who is first most often; several where the draws cannot tell them apart.

    Returns
    -------
    DataFrame
        Rows of ``first``. Two shares of one simulation differ by chance with at most the sum of their
        standard errors, which they reach where one commodity's gain is the other's loss.
    """
    top = drawn.first.iloc[0]
    error = drawn.first["standard_error"] + top["standard_error"]
    close: pd.DataFrame = drawn.first.loc[top["share"] - drawn.first["share"] <= TELL_APART * error]
    return close


def weights_near(bobot: Floats, random: np.random.Generator, draws: int) -> Floats:
    """Draw every bobot uniformly within one step of the agreed one, and normalise.

    A bobot below one step is drawn between 0 and twice itself, so that the draws stay above 0 and centred.

    Returns
    -------
    ndarray
        Shape (draws, criteria): rows sum to 1.
    """
    reach = np.minimum(STEP, bobot)
    drawn = bobot + reach - 2 * reach * random.random((draws, len(bobot)))  # random() is below 1: never 0
    weights: Floats = drawn / drawn.sum(axis=1, keepdims=True)
    return weights


def weights_any(bobot: Floats, random: np.random.Generator, draws: int) -> Floats:
    """Draw weights uniformly from all that are positive and sum to 1; only the number of `bobot` counts.

    Returns
    -------
    ndarray
        Shape (draws, criteria).
    """
    return random.dirichlet(np.ones(len(bobot)), size=draws)


_WEIGHTINGS: Mapping[str, Callable[[Floats, np.random.Generator, int], Floats]] = {
    "near": weights_near,
    "any": weights_any,
}


def _resampled(ratings: Ratings, random: np.random.Generator, draws: int) -> Floats:
    """Average over raters drawn with replacement; shape (draws, commodities, criteria).

    A pair that none of the drawn raters scored keeps the mean of all, as if it were certain.
    """
    raters, *shape = ratings.values.shape
    overall = consensus(ratings)
    if raters == 1:
        return np.broadcast_to(overall, (draws, *shape))
    times = random.multinomial(raters, np.full(raters, 1 / raters), size=draws).astype("float64")
    given = np.isfinite(ratings.values).reshape(raters, -1).astype("float64")
    total = times @ np.nan_to_num(ratings.values).reshape(raters, -1)
    count = times @ given
    kept = np.broadcast_to(overall.ravel(), total.shape).copy()
    means: Floats = np.divide(total, count, out=kept, where=count > 0)
    return means.reshape(draws, *shape)


def _summarise(names: tuple[str, ...], index: Floats, *, raters_resampled: bool) -> Acceptability:
    first, last = rank_span(index)
    draws, size = index.shape
    part = 1 / (last - first + 1)
    shares = np.stack(
        [np.where((first <= place) & (place <= last), part, 0).mean(axis=0) for place in range(size)], axis=1
    )
    pairs = pd.MultiIndex.from_product([names, range(1, size + 1)], names=["komoditas", "rank"])
    wins = np.where(first == 0, part, 0)
    top = pd.DataFrame({"komoditas": names, "share": shares[:, 0]})
    top["standard_error"] = wins.std(axis=0) / np.sqrt(draws)
    top["expected_rank"] = shares @ np.arange(1, size + 1)
    by_share = top.sort_values(["share", "expected_rank"], ascending=[False, True], kind="stable")
    return Acceptability(
        draws=draws,
        raters_resampled=raters_resampled,
        table=pairs.to_frame(index=False).astype({"komoditas": "str"}).assign(share=shares.ravel()),
        first=by_share.reset_index(drop=True),
    )
