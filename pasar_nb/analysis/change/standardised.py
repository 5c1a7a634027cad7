"""The change in standard deviations between households at baseline, which has no unit of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.estimation import LEAST_CLUSTERS
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.findings import NotEstimable, OfHouseholds
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

_SAME = 1e-9  # part of the largest value below which a spread is rounding only
_ALIKE = _(
    "Semua rumah tangga sama pada survei awal, sehingga perubahannya tidak dapat dinyatakan dalam simpangan "
    "baku."
)


@dataclass(frozen=True, slots=True)
class Standardised(OfHouseholds):
    """A mean change in standard deviations of the first wave.

    Attributes
    ----------
    value
        Corrected for small samples.
    low, high
        Bounds of its 95 % interval.
    """

    value: float
    low: float
    high: float


def standardise(before: Floats, after: Floats, clusters: Codes | None = None) -> Standardised | NotEstimable:
    """Give the mean change in standard deviations of the first wave, with its interval.

    Parameters
    ----------
    before, after
        Shape (households,): answers in both waves.
    clusters
        Shape (households,): number of each household's group, or None.

    Notes
    -----
    The standardised mean change of Becker 1988, with her correction for small samples. The spread is that
    between households before the programme. That of the changes (d_z) grows with the likeness of the waves,
    and would make the same change look larger where households answer alike twice; the mean of both spreads
    (d_av) moves with what the programme itself did to the spread (Morris and DeShon 2002). The interval is
    that of the jackknife over groups (households, where there are fewer than five groups), as it heeds that
    the spread is estimated too, whatever the distribution.
    """
    refused = refusal(before)
    if refused is not None:
        return NotEstimable(refused)
    groups = None if clusters is None else np.unique(clusters, return_inverse=True)[1]
    if groups is None or groups.max() + 1 < LEAST_CLUSTERS:
        groups = np.arange(len(before))
    value = in_spreads(before, after)
    without = _without_each(before, after, groups)
    count = len(without)
    error = float(np.sqrt((count - 1) / count * ((without - without.mean()) ** 2).sum()))
    margin = t_quantile(count - 1) * error
    if not np.isfinite(margin):
        return NotEstimable(_ALIKE)
    return Standardised(value, value - margin, value + margin)


def refusal(before: Floats) -> Message | None:
    """Say why a change cannot be told in standard deviations; None where it can."""
    if len(before) < LEAST_FOR_INFERENCE:
        return too_few_answers()
    spread, size = float(before.std(ddof=1)), float(np.abs(before).max())
    return _ALIKE if spread <= _SAME * size else None


def in_spreads(before: Floats, after: Floats) -> float:
    """Divide the mean change by the spread of the first wave, corrected for small samples."""
    spread = float(before.std(ddof=1))
    return float(_correction(len(before)) * (after - before).mean() / spread)


def too_few_answers() -> Message:
    """Say that fewer than ten households answered in both waves."""
    return _(
        "Kurang dari {least} rumah tangga mempunyai jawaban pada kedua survei, terlalu sedikit untuk menarik "
        "kesimpulan.",
        least=LEAST_FOR_INFERENCE,
    )


def _correction(n: float | Floats) -> float | Floats:
    """Take out the bias of a small sample: Hedges 1981, with n - 1 degrees of freedom."""
    return 1 - 3 / (4 * (n - 1) - 1)


def _without_each(before: Floats, after: Floats, groups: Codes) -> Floats:
    """Compute the value anew without each group in turn."""
    centred = before - before.mean()
    n, first, second, change = (
        part.sum() - np.bincount(groups, weights=part)
        for part in (np.ones(len(before)), centred, centred**2, after - before)
    )
    variance = (second - first**2 / n) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = _correction(n) * change / n / np.sqrt(variance)
    return found
