"""The few figures of a trend that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.analysis.trend.described import Trend
from pasar_nb.findings import NotEstimable

_NAMES = ("trend_per_year", "trend_low", "trend_high", "trend_months")


def key_figures(trend: Trend) -> dict[str, KeyFigure]:
    """Collect what another district's trend can be compared with.

    Parameters
    ----------
    trend
        A result that has passed disclosure control.

    Returns
    -------
    dict
        ``trend_series``, its ``trend_unit`` and ``trend_base`` (month of the rupiah, None where nominal);
        ``trend_per_year``, ``trend_low``, ``trend_high`` as shares, ``trend_months``. What cannot be said is
        a `NotEstimable`.
    """
    main = trend.main
    if isinstance(main, NotEstimable):
        return dict.fromkeys(("trend_series", "trend_unit", "trend_base", *_NAMES), main)
    figures: dict[str, KeyFigure] = {
        "trend_series": main.series.name,
        "trend_unit": main.series.unit,
        "trend_base": main.series.real_base,
    }
    slope = main.slope
    if isinstance(slope, NotEstimable):
        return figures | dict.fromkeys(_NAMES, slope)
    values = (slope.per_year, slope.interval.low, slope.interval.high, slope.n)
    return figures | dict(zip(_NAMES, values, strict=True))
