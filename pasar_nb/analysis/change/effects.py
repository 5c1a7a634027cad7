"""A change in its several readings: in real and nominal terms, relative, and without outliers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.numbering import clusters_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

FENCE = 3.0  # interquartile ranges beyond the quartiles: "far out" in Tukey 1977


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the wild bootstrap draws: number of draws, and where the random numbers start."""

    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class Effects:
    """One change in its several readings; see `results.PairedChange`.

    `kept` is the estimate without the `left_out` outliers; None where there are none.
    """

    estimate: Estimate
    nominal: Estimate | NotEstimable | None
    relative: Estimate | NotEstimable
    kept: Estimate | NotEstimable | None
    left_out: int

    @property
    def outliers(self) -> bool:
        """Whether there are outliers."""
        return self.left_out > 0

    @property
    def same_without_outliers(self) -> bool:
        """Whether sign and significance are the same without them."""
        return self.kept is None or same_conclusion(self.estimate, self.kept)


def measure(
    pairs: pd.DataFrame, outcome: Outcome, regressor: Floats, others: Floats, how: Drawing
) -> Effects | NotEstimable:
    """Estimate a coefficient of the change of the outcome.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    outcome
        What is measured.
    regressor
        Shape (households,): 1 throughout for the mean change, the arm (1 or 0) for a difference of changes.
    others
        Shape (households, k): constant and covariates; k is 0 for the mean change.
    how
        The bootstrap.
    """
    change = (pairs["after"] - pairs["before"]).to_numpy()
    clusters = cluster_codes(pairs)
    main = _estimate(change, regressor, others, clusters, how)
    if isinstance(main, NotEstimable):
        return main
    nominal = None
    if outcome.real_base is not None:
        in_nominal = (pairs["nominal_after"] - pairs["nominal_before"]).to_numpy()
        nominal = _estimate(in_nominal, regressor, others, clusters, how)
    inside = within_fences(change, regressor)
    return Effects(
        estimate=main,
        nominal=nominal,
        relative=_relative(pairs, outcome, regressor, others, how),
        kept=None if inside.all() else _kept(change, regressor, others, clusters, inside, how),
        left_out=int((~inside).sum()),
    )


def cluster_codes(pairs: pd.DataFrame) -> Codes | None:
    """Give every group a number, and every household without one; None where nobody has one."""
    return None if pairs["id_kelompok"].isna().all() else clusters_of(pairs["id_kelompok"])


def within_fences(change: Floats, regressor: Floats) -> npt.NDArray[np.bool_]:
    """Tell which changes are not far outside the quartiles of their own arm."""
    inside = np.ones(len(change), dtype=bool)
    for arm in np.unique(regressor):
        own = regressor == arm
        low, high = np.quantile(change[own], [0.25, 0.75])
        reach = FENCE * (high - low)
        inside[own] = (change[own] >= low - reach) & (change[own] <= high + reach)
    return inside


def _estimate(
    change: Floats, regressor: Floats, others: Floats, clusters: Codes | None, how: Drawing
) -> Estimate | NotEstimable:
    return estimate(Design(change, regressor, others), clusters, draws=how.draws, seed=how.seed)


def _relative(
    pairs: pd.DataFrame, outcome: Outcome, regressor: Floats, others: Floats, how: Drawing
) -> Estimate | NotEstimable:
    if outcome.kind == "share":
        return NotEstimable(_("Jawaban ya atau tidak tidak mempunyai perubahan relatif per rumah tangga."))
    if not ((pairs["before"] > 0) & (pairs["after"] > 0)).all():
        return NotEstimable(
            _(
                "Perubahan relatif tidak dihitung: ada rumah tangga dengan nilai nol atau negatif, dan "
                "membuangnya akan mengubah hasil."
            )
        )
    logs = np.log(pairs["after"].to_numpy()) - np.log(pairs["before"].to_numpy())
    return _estimate(logs, regressor, others, cluster_codes(pairs), how)


def _kept(
    change: Floats,
    regressor: Floats,
    others: Floats,
    clusters: Codes | None,
    inside: npt.NDArray[np.bool_],
    how: Drawing,
) -> Estimate | NotEstimable:
    left = None if clusters is None else pd.factorize(clusters[inside])[0].astype(np.intp)
    return _estimate(change[inside], regressor[inside], others[inside], left, how)


def same_conclusion(main: Estimate, other: Estimate | NotEstimable) -> bool:
    """Tell whether two estimates say the same: both clear with one sign, or both not clear."""
    if isinstance(other, NotEstimable) or main.significant != other.significant:
        return False
    return not main.significant or (main.value > 0) == (other.value > 0)
