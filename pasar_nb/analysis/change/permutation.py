"""Whether the arms differ in any of several variables by more than chance makes: a test for few groups.

The largest of the studentised differences of the arms is compared with what it would be if the groups were
dealt to the arms by lot (Westfall and Young 1993; studentised after Chung and Romano 2013, so that arms of
unlike size and spread do no harm). Unlike a Wald statistic it needs no inverse of a covariance that eight
groups cannot tell for six variables.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.check_results import ArmsTest, Reference
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.estimation import MANY_CLUSTERS, method_for
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

Dealt = npt.NDArray[np.float64]
MOST_DEALT = 1_000  # groups or households; with more, the t distribution is as good and takes no memory
LEAST_DEALT = 4  # groups of an arm: with three and three no way to deal them is as rare as 1 in 20
_ROUNDING = 1e-9  # by which equal statistics may differ
_SAME = _("Tidak ada ciri yang berbeda antarrumah tangga, sehingga tidak ada yang dapat diuji.")


def arms_apart(values: Floats, arm: Floats, clusters: Codes | None, how: Drawing) -> ArmsTest | NotEstimable:
    """Test whether the arms differ in none of the variables.

    Parameters
    ----------
    values
        Shape (households, k).
    arm
        Shape (households,): 1 for participants, else 0.
    clusters
        Shape (households,): number of each household's group; None where there are none.
    how
        Number of draws, and where the random numbers start.

    Returns
    -------
    ArmsTest or NotEstimable
        The latter with fewer than four groups in an arm, or where nothing varies.

    Notes
    -----
    Groups that are whole in one arm, or households that count as independent, are dealt to the arms anew: all
    ways where there are no more than `how.draws`. Where groups have households of both arms, the signs of
    whole groups are turned (score wild bootstrap, Kline and Santos 2012). With more than a thousand units, or
    30 mixed groups, the largest difference is compared with that of a multivariate t.
    """
    chosen = method_for(arm, clusters, least=LEAST_DEALT)
    if isinstance(chosen, Message):
        return NotEstimable(chosen)
    varied = _varied(values)
    if not varied.shape[1]:
        return NotEstimable(_SAME)
    grouped = None if clusters is None or chosen == "independent" else clusters
    units = np.arange(len(arm)) if grouped is None else grouped
    whole = len(np.unique(np.column_stack([units, arm]), axis=0)) == len(np.unique(units))
    p_value, reference, draws, complete = (
        _of_whole(_Totals.of(varied, arm, units), how) if whole else _of_mixed(varied, arm, units, how)
    )
    return ArmsTest(
        p_value=p_value,
        reference=reference,
        draws=draws,
        complete=complete,
        variables=varied.shape[1],
        groups=None if grouped is None else len(np.unique(grouped)),
    )


@dataclass(frozen=True, slots=True)
class _Totals:
    """Sums over each unit, of which those of an arm are made.

    Attributes
    ----------
    arm
        Shape (units,).
    sums
        Shape (units, 2 + 3 k): size, its square, and for every variable its sum, sum times size, and square.
    """

    arm: Floats
    sums: Floats

    @classmethod
    def of(cls, values: Floats, arm: Floats, units: Codes) -> _Totals:
        codes = np.unique(units, return_inverse=True)[1]
        size = np.bincount(codes).astype("float64")
        of_arm = np.bincount(codes, weights=arm) / size
        each = np.column_stack([np.bincount(codes, weights=column) for column in values.T])
        return cls(of_arm, np.column_stack([size, size**2, each, each * size[:, np.newaxis], each**2]))

    def largest(self, dealt: Dealt) -> Floats:
        """Give the largest studentised difference for every way to deal units: shape (ways,)."""
        first, square = self._means(dealt)
        second, other = self._means(1 - dealt)
        spread = np.maximum(square + other, np.finfo(float).tiny)
        largest: Floats = (np.abs(first - second) / np.sqrt(spread)).max(axis=1)
        return largest

    def _means(self, dealt: Dealt) -> tuple[Floats, Floats]:
        """Give means and their squared errors in one arm, both of shape (ways, k)."""
        count = dealt.sum(axis=1, keepdims=True)
        size, squares = (part[:, np.newaxis] for part in (dealt @ self.sums[:, :2]).T)
        each, by_size, squared = np.split(dealt @ self.sums[:, 2:], 3, axis=1)
        mean = each / size
        left = np.maximum(squared - 2 * mean * by_size + mean**2 * squares, 0.0)
        return mean, left * count / (count - 1) / size**2

    def scores(self) -> Floats:
        """Give each unit's part in the difference of the arms: shape (units, k)."""
        size, each = self.sums[:, :1], self.sums[:, 2 : 2 + (self.sums.shape[1] - 2) // 3]
        parts = np.empty_like(each)
        for own in (self.arm == 1, self.arm == 0):
            total, count = size[own].sum(), own.sum()
            mean = each[own].sum(axis=0) / total
            parts[own] = (each[own] - size[own] * mean) / total * np.sqrt(count / (count - 1))
        return parts


def _of_whole(totals: _Totals, how: Drawing) -> tuple[float, Reference, int, bool]:
    units, own = len(totals.arm), int(totals.arm.sum())
    observed = float(totals.largest(totals.arm[np.newaxis, :])[0])
    if units > MOST_DEALT:
        freedom = float(min(own, units - own) - 1)
        return _of_many(totals.scores(), observed, freedom, how), "normal", how.draws, False
    dealt, complete = _ways(units, own, how)
    as_far = int((totals.largest(dealt) >= observed * (1 - _ROUNDING)).sum())
    ways = len(dealt)
    return as_far / ways if complete else (1 + as_far) / (1 + ways), "permutation", ways, complete


def _ways(units: int, own: int, how: Drawing) -> tuple[Dealt, bool]:
    """Deal units to the first arm: all ways if they are few, else as many as are drawn."""
    complete = comb(units, own) <= how.draws
    if complete:
        chosen = np.array(list(combinations(range(units), own)))
    else:
        random = np.random.default_rng(how.seed).random((how.draws, units))
        chosen = np.argpartition(random, own - 1, axis=1)[:, :own]
    dealt = np.zeros((len(chosen), units))
    np.put_along_axis(dealt, chosen, 1.0, axis=1)
    return dealt, complete


def _of_mixed(values: Floats, arm: Floats, units: Codes, how: Drawing) -> tuple[float, Reference, int, bool]:
    own = (arm - arm.mean())[:, np.newaxis]
    codes = np.unique(units, return_inverse=True)[1]
    slope = (own * values).sum(axis=0) / (own**2).sum()
    many = int(codes.max()) + 1 >= MANY_CLUSTERS
    # With few groups the residuals are those of no difference, which keeps the size of the test.
    left = own * (values - own * slope if many else values)
    scores: Floats = np.column_stack([np.bincount(codes, weights=column) for column in left.T])
    spread = np.maximum(np.sqrt((scores**2).sum(axis=0)), np.finfo(float).tiny)
    observed = float((np.abs((own * values).sum(axis=0)) / spread).max())
    if many:
        return _of_many(scores, observed, float(len(scores) - 1), how), "normal", how.draws, False
    signs = np.random.default_rng(how.seed).choice([-1.0, 1.0], size=(how.draws, len(scores)))
    turned = (np.abs(signs @ scores) / spread).max(axis=1)
    as_far = int((turned >= observed * (1 - _ROUNDING)).sum())
    return (1 + as_far) / (1 + how.draws), "signs", how.draws, False


def _of_many(scores: Floats, observed: float, freedom: float, how: Drawing) -> float:
    """Compare with the largest of several t that go together as the scores do."""
    from scipy.stats import t

    if scores.shape[1] == 1:
        return float(2 * t.sf(observed, freedom))
    random = np.random.default_rng(how.seed)
    spread = np.maximum(np.sqrt((scores**2).sum(axis=0)), np.finfo(float).tiny)
    together = (scores / spread).T @ (scores / spread)
    drawn = random.multivariate_normal(np.zeros(len(together)), together, how.draws, method="eigh")
    wide = np.sqrt(random.chisquare(freedom, how.draws) / freedom)
    return float((1 + (np.abs(drawn).max(axis=1) / wide >= observed).sum()) / (1 + how.draws))


def _varied(values: Floats) -> Floats:
    """Centre the variables on nought, make their spread one, and leave out those that do not vary."""
    centred = values - values.mean(axis=0)
    spread = centred.std(axis=0)
    telling = spread > _ROUNDING * np.maximum(np.abs(values).max(axis=0), np.finfo(float).tiny)
    varied: Floats = centred[:, telling] / spread[telling]
    return varied
