"""The smallest change that a survey of this size would find."""

from __future__ import annotations

import math

from pasar_nb.analysis.confidence import t_quantile

POWER = 0.8  # usual power of a minimum detectable effect (Bloom 1995)


def detectable(error: float, freedom: float) -> float:
    """Compute the minimum detectable effect of a two-sided test: Bloom 1995."""
    from scipy.stats import t

    return (t_quantile(freedom) + float(t.ppf(POWER, freedom))) * error


def detectable_beyond(reach: float, error: float, groups: int) -> float:
    """Compute the minimum detectable effect of an interval that is not made of an error: Bloom 1995.

    Parameters
    ----------
    reach
        Half the width of the interval: a smaller estimate is not clear.
    error
        Clustered standard error (CR1) of the estimate.
    groups
        Number of groups; of the arm that has fewer where they are in one arm only, as these decide what the
        error is and how well it is known (MacKinnon and Webb 2018).

    Notes
    -----
    With few groups that error is too small. Its correction counts the groups of both arms, where those of the
    smaller arm alone are asked for; with groups of unlike size even that is not enough (Bell and McCaffrey
    2002), and then the error that the interval itself implies is the larger of the two.
    """
    from scipy.stats import t

    freedom = groups - 1
    truly = max(error * math.sqrt(groups / freedom), reach / t_quantile(freedom))
    return reach + float(t.ppf(POWER, freedom)) * truly
