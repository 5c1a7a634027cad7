"""The smallest change that a survey of this size would find."""

from __future__ import annotations

from pasar_nb.analysis.confidence import t_quantile

POWER = 0.8  # usual power of a minimum detectable effect (Bloom 1995)


def detectable(error: float, freedom: float) -> float:
    """Compute the minimum detectable effect of a two-sided test: Bloom 1995."""
    from scipy.stats import t

    return (t_quantile(freedom) + float(t.ppf(POWER, freedom))) * error
