"""The few figures of a comparison of districts, for its record of origin."""

from __future__ import annotations

from pasar_nb.analysis.locations.results import Comparison, Pool


def key_figures(comparison: Comparison) -> dict[str, str | float | int | None]:
    """Collect the size of the comparison, and the mean of the largest pool.

    Returns
    -------
    dict
        ``districts``, ``with_estimate``; of the largest pool ``outcome``, ``design``, ``pooled``, and ``mean,
        low, high, heterogeneity`` as shares, None where nothing was averaged.
    """
    figures: dict[str, str | float | int | None] = {
        "districts": comparison.districts,
        "with_estimate": len(comparison.table),
    }
    pooling = comparison.poolings[0] if comparison.poolings else None
    pool = pooling.pool if pooling else None
    known = pool if isinstance(pool, Pool) else None
    return figures | {
        "outcome": pooling.outcome if pooling else None,
        "design": pooling.design if pooling else None,
        "pooled": known.districts if known else None,
        "mean": known.mean if known else None,
        "low": known.low if known else None,
        "high": known.high if known else None,
        "heterogeneity": known.heterogeneity if known else None,
    }
