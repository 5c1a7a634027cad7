"""One small chart: the values of an indicator and the line of its plan, with its axes."""

from __future__ import annotations

import math

import plotly.graph_objects as go

from pasar_nb.analysis.monitoring import Standing
from pasar_nb.analysis.monitoring.months import month_name, month_number
from pasar_nb.analysis.monitoring.wording import bare
from pasar_nb.figures.frame import plain
from pasar_nb.language import Language, Month, render
from pasar_nb.vocabulary import BLUE, GREY, INK, MONTHS_PER_YEAR, PAPER

CHART = 130  # px
TICKS = 34  # px below a chart
ROOM = 0.14  # of the range of values, above and below
LEFT = 0.24  # of the months, before the first: room for the numbers of the axis
MOST_TICKS = 5  # years that fit beside each other on a telephone


def small_chart(one: Standing, place: int) -> list[go.Scatter]:
    """Draw the plan, its target and the values.

    Parameters
    ----------
    one
        The indicator.
    place
        Number of the chart, from 1: that of its axes.
    """
    axes = {"xaxis": f"x{place}", "yaxis": f"y{place}", "hoverinfo": "skip"}
    target = {"x": [_end(one)], "y": [one.target]}
    diamond = {"symbol": "diamond", "size": 11, "color": PAPER, "line": {"color": INK, "width": 2}}
    return [
        *_plan(one, axes),
        go.Scatter(**target, mode="markers", marker=diamond, cliponaxis=False, **axes),
        go.Scatter(
            x=[month_number(month) for month, _value in one.values],
            y=[value for _month, value in one.values],
            mode="lines+markers",
            line={"color": BLUE, "width": 2.5},
            marker={"color": BLUE, "size": 6},
            cliponaxis=False,
            **axes,
        ),
    ]


def months_of(one: Standing) -> list[int]:
    """List every month, as a number, that the chart of an indicator must reach."""
    measured = [month_number(month) for month, _value in one.values]
    return [*measured, *([month_number(one.start_month)] if one.start_month else []), _end(one)]


def chart_axes(
    one: Standing, place: int, *, domain: tuple[float, float], span: tuple[int, int], language: Language
) -> dict[str, object]:
    """Lay out the axes of one chart.

    Parameters
    ----------
    one, place
        As in `small_chart`.
    domain
        Lower and upper end on the drawing, 0 at its foot and 1 at its head.
    span
        First and last month of all charts.
    language
        Of the numbers and months.
    """
    first, last = span
    marks = year_marks(first, last)
    numbers = _marked_values(one)
    low, high = _range(one)
    suffix = "" if place == 1 else str(place)
    return {
        f"xaxis{suffix}": {
            "anchor": f"y{place}",
            "range": [first - LEFT * max(last - first, 1), last + 0.5],
            "tickvals": marks,
            "ticktext": [_month_label(mark, language) for mark in marks],
            "tickangle": 0,
            "showgrid": True,
        },
        f"yaxis{suffix}": {
            "anchor": f"x{place}",
            "domain": [round(domain[0], 4), round(domain[1], 4)],
            "range": [low, high],
            "tickvals": numbers,
            "ticktext": [plain(render(bare(value), language)) for value in numbers],
            "ticklabelposition": "inside top",
            "tickfont": {"color": GREY},
        },
    }


def year_marks(first: int, last: int) -> list[int]:
    """Choose the months that the axis names: Januaries where there are two, and else both ends."""
    januaries = [month for month in range(first, last + 1) if month % MONTHS_PER_YEAR == 0]
    if len(januaries) < 2:
        return [first, last] if last > first else [first]
    return januaries[:: math.ceil(len(januaries) / MOST_TICKS)]


def _plan(one: Standing, axes: dict[str, str]) -> list[go.Scatter]:
    if not isinstance(one.baseline, float) or not one.start_month or one.state == "unclear":
        return []
    x, y = [month_number(one.start_month), _end(one)], [one.baseline, one.target]
    return [go.Scatter(x=x, y=y, mode="lines", line={"color": INK, "width": 1.5, "dash": "dash"}, **axes)]


def _end(one: Standing) -> int:
    """Tell the month whose beginning is the end of the month of the deadline."""
    return month_number(one.deadline[:7]) + 1


def _marked_values(one: Standing) -> list[float]:
    marked = {one.target} | ({one.baseline} if isinstance(one.baseline, float) else set())
    return sorted(marked)


def _range(one: Standing) -> tuple[float, float]:
    values = [value for _month, value in one.values] + _marked_values(one)
    low, high = min(values), max(values)
    room = (high - low) * ROOM or max(abs(high) * ROOM, 1.0)
    return low - room, high + 2 * room


def _month_label(month: int, language: Language) -> str:
    if month % MONTHS_PER_YEAR == 0:
        return str(month // MONTHS_PER_YEAR)
    return render(Month(month_name(month)), language)
