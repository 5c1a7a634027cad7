"""What was measured month by month, against the straight line of the plan: a small chart per indicator."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from pasar_nb.analysis.monitoring import ON_THE_WAY, Monitoring, Standing, standings
from pasar_nb.analysis.monitoring.wording import amount, said_state
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, ReportFigure, canvas, wrapped
from pasar_nb.figures.monitoring.charts import CHART, TICKS, chart_axes, months_of, small_chart
from pasar_nb.figures.monitoring.notes import lettered, line_of_plan, rounded, with_basis
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Month, _, listing, render

LEAST = 2  # values that make a path
PER_FIGURE = 4  # charts in one figure: what a page of paper holds
NAME_WIDTH = 40  # bold characters that fit on a telephone from edge to edge
WIDTH = 46  # characters above a chart, on a telephone from edge to edge
HEAD_GAP = 12  # px


def trajectories(shown: Released[Monitoring]) -> tuple[ReportFigure | NotEstimable, ...]:
    """Show the values of every indicator that has two or more, a few charts to a figure."""
    every = standings(shown.result.indicators)
    drawn = [one for one in every if len(one.values) >= LEAST]
    if not drawn:
        return (NotEstimable(_("Belum ada indikator dengan dua pengukuran atau lebih.")),)
    groups = [drawn[at : at + PER_FIGURE] for at in range(0, len(drawn), PER_FIGURE)]
    return tuple(_figure(shown, group, place) for place, group in enumerate(groups))


def _figure(shown: Released[Monitoring], group: Sequence[Standing], place: int) -> ReportFigure:
    return ReportFigure(
        name=lettered("jalan_indikator", place),
        title=_title(group),
        drawing=_drawing(group, shown.language),
        alternative=_(
            "Garis nilai terukur dan garis putus-putus rencana. {each}.", each=listing(map(_each, group))
        ),
        note=with_basis(
            shown,
            _(
                "Biru: nilai terukur. Garis putus-putus: rencana, yang berakhir pada target (belah ketupat). "
                "Angka pada sumbu: nilai awal dan target."
            ),
            *([] if place else [line_of_plan(shown.result)]),
            *rounded(shown, group),
        ),
    )


def _title(group: Sequence[Standing]) -> Message:
    good = [one.name for one in group if one.state in ON_THE_WAY]
    if len(good) == len(group):
        return _("Tercapai atau sesuai rencana: {names}.", names=listing(good))
    others = listing(one.name for one in group if one.name not in good)
    if not good:
        return _("Belum tercapai dan belum sesuai rencana: {names}.", names=others)
    return _("{good} tercapai atau sesuai rencana; {others} tidak.", good=listing(good), others=others)


def _each(one: Standing) -> Message:
    (first, low), (last, high) = one.values[0], one.values[-1]
    return _(
        "{name}: {low} pada {first}, {high} pada {last}, target {target}",
        name=one.name,
        low=amount(low, one.unit),
        first=Month(first),
        high=amount(high, one.unit),
        last=Month(last),
        target=amount(one.target, one.unit),
    )


def _drawing(group: Sequence[Standing], language: Language) -> go.Figure:
    words = [_words(one, language) for one in group]
    heads = [(text.count("<br>") + 1) * LINE_HEIGHT + HEAD_GAP for text in words]
    height = sum(heads) + len(group) * (CHART + TICKS)
    figure = canvas(language, height=height)
    figure.update_layout(margin={"l": 2, "r": 10, "t": 0, "b": 0}, showlegend=False)
    span = _span(group)
    top = float(height)
    for place, (one, text, head) in enumerate(zip(group, words, heads, strict=True), start=1):
        upper, lower = (top - head) / height, (top - head - CHART) / height
        figure.add_traces(small_chart(one, place))
        figure.update_layout(chart_axes(one, place, domain=(lower, upper), span=span, language=language))
        figure.add_annotation(_above(text, upper))
        top -= head + CHART + TICKS
    return figure


def _words(one: Standing, language: Language) -> str:
    unit = "" if one.latest is None else amount(one.latest, one.unit)
    latest = _(
        "{state}; {latest} pada {month}, target {target}",
        state=said_state(one.state),
        latest=unit,
        month=Month(one.latest_month),
        target=amount(one.target, one.unit),
    )
    return f"<b>{wrapped(one.name, NAME_WIDTH)}</b><br>{wrapped(render(latest, language), WIDTH)}"


def _span(group: Sequence[Standing]) -> tuple[int, int]:
    """Tell the first and last month of all charts, so that they can be compared down the page."""
    ends = [month for one in group for month in months_of(one)]
    return min(ends), max(ends)


def _above(text: str, upper: float) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": upper, "yanchor": "bottom"}
    return {**place, "text": text, "align": "left", "showarrow": False, "borderpad": 4, "xshift": -4}
