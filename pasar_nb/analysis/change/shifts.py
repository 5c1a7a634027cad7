"""How households shifted between two waves: how many rose, by how much in spreads, and whether by chance.

The test asks whether rises and falls balance. Without groups it is Wilcoxon's signed-rank test for numbers
and the exact test of McNemar for yes and no: where nothing changed, every change could as well have had the
other sign. Households of one group share their fortune, so the signs of a whole group turn together (Rosner,
Glynn and Lee 2006); a group of one household gives the two classical tests again. Every household counts
alike. Datta and Satten 2008 count every group alike instead, which answers another question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.standardised import in_spreads, refusal, too_few_answers
from pasar_nb.analysis.few import change_told, few_changed
from pasar_nb.analysis.numbering import count_clusters
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

ShiftTest: TypeAlias = Literal["wilcoxon", "mcnemar"]

LEAST_GROUPS = 6  # with five, the rarest of the 2**5 turns of the signs has 2/32 > 5 %: no test can be clear
FEW_GROUPS = 5  # with fewer, households count as independent, as for the mean: `estimation.method_for`
_ENUMERATED = 16  # units of which all 65,536 turns of the signs are counted
_SAME = 1e-9  # part of the largest value below which two values differ by rounding only

HELD_BY_TWO = _(
    "Hampir seluruh perubahan itu terjadi pada satu atau dua rumah tangga; rata-ratanya akan menunjukkan "
    "angka mereka dan tidak menggambarkan yang lain."
)
TOO_FEW_MOVED = _(
    "Kurang dari {least} rumah tangga mengubah jawabannya, terlalu sedikit untuk diuji.",
    least=LEAST_FOR_INFERENCE,
)


@dataclass(frozen=True, slots=True)
class Shift:
    """How households shifted between two waves.

    Attributes
    ----------
    standardised
        Mean change in standard deviations of the first wave: see `standardised.standardise`.
    rose, fell, same
        Shares of the households, 0 to 1.
    test
        Which test `p_value` is of.
    p_value
        Two-sided, of the hypothesis that rises and falls balance.
    """

    standardised: float | NotEstimable
    rose: float
    fell: float
    same: float
    test: ShiftTest
    p_value: float | NotEstimable


def shift_of(before: Floats, after: Floats, *, yes_no: bool, clusters: Codes | None = None) -> Shift:
    """Describe and test how the same households shifted between two waves.

    Parameters
    ----------
    before, after
        Shape (households,): answers in both waves, none missing, at least one household. Yes is 1, no is 0.
    yes_no
        Whether the answers are yes or no; else they are numbers.
    clusters
        Shape (households,): number of each household's group; None where there are none. With fewer than
        five groups households count as independent.
    """
    signs, refused = signs_of(before, after), refusal(before)
    return Shift(
        standardised=in_spreads(before, after) if refused is None else NotEstimable(refused),
        rose=float((signs > 0).mean()),
        fell=float((signs < 0).mean()),
        same=float((signs == 0).mean()),
        test="mcnemar" if yes_no else "wilcoxon",
        p_value=_p_value(before, after, signs, yes_no=yes_no, clusters=clusters),
    )


def few_moved(before: Floats, after: Floats) -> bool:
    """Tell whether fewer than ten households changed their yes or no; the others tell nothing of the change.

    The mean change, its error and McNemar's p value of so few would also tell how many said what.
    """
    return int((signs_of(before, after) != 0).sum()) < LEAST_FOR_INFERENCE


def why_told(before: Floats, after: Floats, *, yes_no: bool, nominal: Floats | None = None) -> Message | None:
    """Say why the mean change would tell what a few households answered; None where it would not.

    Parameters
    ----------
    before, after, yes_no
        As in `shift_of`.
    nominal
        Shape (households,): the change in nominal rupiah, which is published beside the real one.
    """
    if yes_no:
        return TOO_FEW_MOVED if few_moved(before, after) else None
    real = after - before
    if nominal is None:
        real = np.where(signs_of(before, after) == 0, 0.0, real)
    given = real if nominal is None else nominal  # in real rupiah every amount moves with the prices
    if few_changed(given):
        return TOO_FEW_MOVED
    told = change_told(given) or (real.any() and change_told(real))
    return HELD_BY_TWO if told else None


def signs_of(before: Floats, after: Floats) -> Floats:
    """Tell who rose (1), fell (-1) or stayed the same (0); a difference of rounding is none."""
    change = after - before
    near = np.abs(change) <= _SAME * np.maximum(np.abs(before), np.abs(after))
    signs: Floats = np.where(near, 0.0, np.sign(change))
    return signs


def _p_value(
    before: Floats, after: Floats, signs: Floats, *, yes_no: bool, clusters: Codes | None
) -> float | NotEstimable:
    if len(before) < LEAST_FOR_INFERENCE:
        return NotEstimable(too_few_answers())
    groups = 1 if clusters is None else count_clusters(clusters)
    if FEW_GROUPS <= groups < LEAST_GROUPS:
        return NotEstimable(
            _(
                "Dengan hanya {groups} kelompok, uji naik dan turun tidak mungkin membedakan perubahan dari "
                "kebetulan.",
                groups=FEW_GROUPS,
            )
        )
    moved = signs != 0
    if not moved.any():
        return NotEstimable(_("Tidak ada rumah tangga yang berubah, sehingga tidak ada yang dapat diuji."))
    scores = signs[moved] if yes_no else signs[moved] * _ranks((after - before)[moved])
    if clusters is not None and groups >= LEAST_GROUPS:
        scores = np.bincount(clusters[moved], weights=scores)
    return sign_flip(scores)


def sign_flip(scores: Floats) -> float:
    """Tell how often a sum of numbers with random signs is as far from 0 as the sum of these.

    Parameters
    ----------
    scores
        Shape (units,): whole numbers.

    Returns
    -------
    float
        Two-sided p value. All turns of the signs are counted up to 16 units, and for scores of equal size
        (then it is a binomial). Beyond, the normal distribution with the fourth cumulant (Edgeworth) and
        correction for continuity; the third is 0.
    """
    sizes = np.abs(scores[scores != 0])
    total = abs(float(scores.sum()))
    if not len(sizes):
        return 1.0
    if len(sizes) <= _ENUMERATED:
        return _counted(sizes, total)
    if sizes.min() == sizes.max():
        from scipy.stats import binomtest

        return float(binomtest(round((len(sizes) + total / sizes[0]) / 2), len(sizes)).pvalue)
    return _edgeworth(sizes, total)


def _counted(sizes: Floats, total: float) -> float:
    sums = np.zeros(1)
    for size in sizes:
        sums = np.concatenate([sums - size, sums + size])
    return float((np.abs(sums) >= total - 0.5).mean())  # whole numbers: half of one absorbs rounding


def _edgeworth(sizes: Floats, total: float) -> float:
    from scipy.stats import norm

    step = int(np.gcd.reduce(np.rint(sizes).astype(np.int64)))  # half the distance of two possible sums
    squares = float((sizes**2).sum())
    z = max(total - step, 0.0) / float(np.sqrt(squares))
    fourth = -2 * float((sizes**4).sum()) / squares**2
    tail = norm.sf(z) + norm.pdf(z) * fourth / 24 * (z**3 - 3 * z)
    return float(np.clip(2 * tail, 0.0, 1.0))


def _ranks(change: Floats) -> Floats:
    """Rank the sizes of changes; doubled, as the mean of two ranks may end in a half."""
    from scipy.stats import rankdata

    sizes = np.abs(change)
    ranks: Floats = 2 * rankdata(np.round(sizes / sizes.max(), 9))
    return ranks
