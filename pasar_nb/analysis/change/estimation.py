"""One number with its uncertainty: least squares with the error that the sampling of households asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.bootstrap import WildBootstrap
from pasar_nb.analysis.change.least_squares import (
    WHOLE,
    Design,
    is_constant,
    leans_on_one,
    leverage_of,
    residuals,
)
from pasar_nb.analysis.change.power import detectable, detectable_beyond
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.analysis.numbering import count_clusters
from pasar_nb.findings import Interval, NotEstimable, OfHouseholds
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CONFIDENCE

Method: TypeAlias = Literal["independent", "clustered", "wild"]
"""How the error is found: households independent of each other, or groups as clusters (asymptotic or by wild
bootstrap)."""

MANY_CLUSTERS = 30  # quality rule: with fewer the usual clustered error is too small
LEAST_CLUSTERS = 5  # Webb 2014: six-point weights give enough different draws from five clusters on
LEAST_CLUSTERS_PER_ARM = 5  # MacKinnon and Webb 2018 warn of few treated clusters; with 4 we covered 92 %
_NO_VARIATION = _(
    "Semua rumah tangga mencatat perubahan yang sama, sehingga ketidakpastiannya tidak dapat dihitung."
)
_ONE_HOUSEHOLD = _(
    "Satu rumah tangga menentukan seluruh perbedaan, sehingga ketidakpastiannya tidak dapat dihitung."
)


@dataclass(frozen=True, slots=True)
class Estimate(OfHouseholds):
    """A number with its uncertainty.

    Attributes
    ----------
    value
        The estimate.
    low, high
        Bounds of its 95 % interval.
    standard_error
        Its standard error, in the same unit.
    p_value
        Of the hypothesis that it is 0.
    detectable
        Least true size that would be found with 80 % power at the 5 % level.
    method
        How the error was found.
    clusters
        Number of groups; None where there are none. With ``independent`` they are too few to carry an error.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_value",)

    value: float
    low: float
    high: float
    standard_error: float
    p_value: float
    detectable: float
    method: Method
    clusters: int | None = None

    @property
    def of_few_groups(self) -> bool:
        """Whether households count as independent as their groups are too few to carry an error."""
        return self.method == "independent" and self.clusters is not None

    @property
    def significant(self) -> bool:
        """Whether the interval leaves out 0; what is undefined is never significant."""
        return Interval(self.low, self.high).clear

    @property
    def relative_standard_error(self) -> float:
        """Standard error as a share of the size of the estimate."""
        return self.standard_error / abs(self.value) if self.value else float("inf")


def estimate(design: Design, clusters: Codes | None, *, draws: int, seed: int) -> Estimate | NotEstimable:
    """Estimate the coefficient of the regressor, with the error that the groups ask for.

    Parameters
    ----------
    design
        The regression.
    clusters
        Shape (units,): number of each unit's group; None where there are none.
    draws, seed
        Of the wild bootstrap.

    Returns
    -------
    Estimate or NotEstimable
        The latter without variation, or with too few groups to know the error.
    """
    chosen = method_for(design.regressor, clusters)
    if isinstance(chosen, Message):
        return NotEstimable(chosen)
    if is_constant(design):
        return NotEstimable(_NO_VARIATION)
    if leans_on_one(design):
        return NotEstimable(_ONE_HOUSEHOLD)
    if chosen == "wild" and clusters is not None:
        return _wild(design, clusters, draws=draws, seed=seed)
    return _asymptotic(design, clusters, chosen)


def error_of(design: Design, clusters: Codes | None) -> float | None:
    """Compute the standard error of the coefficient alone, without the draws that an interval may need.

    Parameters
    ----------
    design, clusters
        As in `estimate`. The error is that which `estimate` gives, None where there is none.
    """
    chosen = method_for(design.regressor, clusters)
    if isinstance(chosen, Message) or is_constant(design) or leans_on_one(design):
        return None
    told: Method = "clustered" if chosen == "wild" else chosen
    return _asymptotic(design, clusters, told).standard_error


def method_for(
    regressor: Floats, clusters: Codes | None, *, least: int = LEAST_CLUSTERS_PER_ARM
) -> Method | Message:
    """Choose how the error is found, or say why it cannot be.

    Parameters
    ----------
    regressor
        Shape (units,): 1 throughout for a mean, else the arm of each unit (1 or 0).
    clusters
        Shape (units,): number of each unit's group, or None.
    least
        Groups that each arm must have where a group is in one arm only.

    Notes
    -----
    From 30 groups (in each arm, where a group is in one arm only) the clustered error with t(G - 1) is used,
    with fewer the wild cluster bootstrap. With fewer than five groups neither is right. Where the arms do not
    differ by group, households then count as independent: the interval speaks of these groups only. Where
    they do, what happened to a group cannot be told from what happened to its arm.
    """
    if clusters is None or count_clusters(clusters) == 1:
        return "independent"
    counts = _clusters_per_arm(regressor, clusters)
    if len(counts) > 1 and min(counts) < least:
        return _(
            "Setidaknya satu pihak terdiri atas kurang dari {least} kelompok, sehingga perbedaan antara "
            "peserta dan pembanding tidak dapat dipisahkan dari perbedaan antarkelompok.",
            least=least,
        )
    if sum(counts) < LEAST_CLUSTERS:
        return "independent"
    return "clustered" if min(counts) >= MANY_CLUSTERS else "wild"


def _clusters_per_arm(regressor: Floats, clusters: Codes) -> list[int]:
    """Count the groups of each arm; of both together where groups have households of both arms."""
    arm = (regressor > 0).astype(np.intp)
    sizes = np.bincount(2 * clusters + arm, minlength=2 * (int(clusters.max()) + 1)).reshape(-1, 2)
    counts = [int(count) for count in np.count_nonzero(sizes, axis=0) if count]
    groups = int(np.count_nonzero(sizes.any(axis=1)))
    return [groups] if sum(counts) > groups else counts


def _asymptotic(design: Design, clusters: Codes | None, method: Method) -> Estimate:
    own = residuals(design.others, design.regressor)
    value = float(own @ design.outcome / (own @ own))
    scores = own * residuals(design.matrix, design.outcome) / (own @ own)
    n, k = design.matrix.shape
    groups = None if clusters is None else count_clusters(clusters)
    if method == "clustered" and clusters is not None:
        totals = np.bincount(clusters, weights=scores)
        groups = len(totals)
        error = float(np.sqrt(groups / (groups - 1) * (n - 1) / (n - k) * (totals**2).sum()))
        freedom = float(groups - 1)
    else:
        error, freedom = _robust(design, own, scores)
    return with_t(value, error, freedom, method, groups)


def _robust(design: Design, own: Floats, scores: Floats) -> tuple[float, float]:
    """Find the error with units independent (HC2), and its degrees of freedom (Bell and McCaffrey 2002).

    For a mean this is the usual error with n - 1 degrees of freedom. A unit that the other regressors alone
    hit exactly, as the only one with some trait, tells nothing about the coefficient and is left out.
    """
    telling = leverage_of(design.matrix) < WHOLE
    own, scores = own[telling], scores[telling]
    basis = np.linalg.qr(design.matrix)[0][telling]
    leverage = (basis**2).sum(axis=1)
    error = float(np.sqrt((scores**2 / (1 - leverage)).sum()))
    weights = own**2 / (1 - leverage)
    trace = (weights * (1 - leverage)).sum()
    between = basis.T @ (weights[:, np.newaxis] * basis)
    squared = (weights**2 * (1 - 2 * leverage)).sum() + (between**2).sum()
    return error, float(trace**2 / squared)


def with_t(value: float, error: float, freedom: float, method: Method, groups: int | None) -> Estimate:
    """Make an estimate of a value and its error, by Student's t with some degrees of freedom."""
    from scipy.stats import t

    margin = t_quantile(freedom) * error
    return Estimate(
        value=value,
        low=value - margin,
        high=value + margin,
        standard_error=error,
        p_value=float(2 * t.sf(abs(value) / error, freedom)),
        detectable=detectable(error, freedom),
        method=method,
        clusters=groups,
    )


def _wild(design: Design, clusters: Codes, *, draws: int, seed: int) -> Estimate | NotEstimable:
    drawn = WildBootstrap.of(
        design.outcome, design.regressor, design.others, clusters, draws=draws, seed=seed
    )
    bounds = drawn.interval(CONFIDENCE)
    if bounds is None:
        return NotEstimable(
            _(
                "Kelompoknya terlalu sedikit atau terlalu timpang, sehingga ketidakpastian tidak dapat "
                "dihitung."
            )
        )
    fewest = min(_clusters_per_arm(design.regressor, clusters))
    return Estimate(
        value=drawn.value,
        low=bounds[0],
        high=bounds[1],
        standard_error=drawn.error,
        p_value=drawn.p_value(0.0),
        detectable=detectable_beyond((bounds[1] - bounds[0]) / 2, drawn.error, fewest),
        method="wild",
        clusters=drawn.clusters,
    )
