"""Means before and after, drawn as two marks on a line for every group."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.change.described import BeforeAfter
from pasar_nb.analysis.change.results import HouseholdChange, Outcome
from pasar_nb.disclosure import Released
from pasar_nb.figures.change.scale import Scale, group_name, group_text, prices_note, scale_of, visible_rows
from pasar_nb.figures.frame import ReportFigure, canvas, plain, row_height
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Listing, Message, Value, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY

ROOM = 100  # px for the legend and the axis
LABEL = 16  # characters
MARGIN = 0.15  # of the span of the means, on either side


def levels(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the mean of the outcome in the first and in the last wave for every group."""
    result = shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    rows = visible_rows(result.table, "mean_before")
    if not rows:
        return NotEstimable(_("Tidak ada kelompok dengan 10 rumah tangga atau lebih."))
    outcome = result.outcome
    scale = scale_of(outcome, max(_means(row, outcome)[-1] for row in rows), change=False)
    return ReportFigure(
        name="rata_rata_sebelum_sesudah",
        title=_title(result, rows),
        drawing=_drawing(rows, outcome, scale, shown.language),
        alternative=_("Titik rata-rata tiap kelompok: {each}.", each=_each(rows, outcome)),
        note=paragraph(
            prices_note(outcome),
            _("n adalah rumah tangga yang sama pada kedua survei; pilahan hanya peserta.")
            if outcome.has_endline
            else _("Baru ada survei awal; pilahan hanya peserta."),
            _("Ketidakpastian perubahannya ada pada tabel. Sumber: tabel survei."),
        ),
    )


def _means(row: dict[str, Any], outcome: Outcome) -> list[float]:
    both = ["mean_before", "mean_after"] if outcome.has_endline else ["mean_before"]
    return [float(row[name]) for name in both]


def _title(result: BeforeAfter, rows: list[dict[str, Any]]) -> Message:
    outcome, first = result.outcome, rows[0]
    values: dict[str, Value] = {"label": outcome.label, "group": InSentence(group_name(first))}
    if not outcome.has_endline:
        return _(
            "{label} {group} rata-rata {before} pada survei awal.",
            before=outcome.level(first["mean_before"]),
            **values,
        )
    return _(
        "{label} {group} rata-rata {before} pada survei awal dan {after} pada survei terakhir.",
        before=outcome.level(first["mean_before"]),
        after=outcome.level(first["mean_after"]),
        **values,
    )


def _each(rows: list[dict[str, Any]], outcome: Outcome) -> Listing:
    return listing(
        _(
            "{group} {levels}",
            group=InSentence(group_name(row)),
            levels=listing(outcome.level(mean) for mean in _means(row, outcome)),
        )
        for row in rows
    )


def _drawing(rows: list[dict[str, Any]], outcome: Outcome, scale: Scale, language: Language) -> go.Figure:
    labels = [group_text(row, language, width=LABEL) for row in rows]
    means = [[mean / scale.divisor for mean in _means(row, outcome)] for row in rows]
    figure = canvas(language, height=len(rows) * row_height(labels, least=48) + ROOM)
    figure.add_trace(_lines(means, labels))
    figure.add_trace(
        _marks([one[0] for one in means], labels, _("Survei awal"), GREY, "circle-open", language)
    )
    if outcome.has_endline:
        last = [one[-1] for one in means]
        figure.add_trace(_marks(last, labels, _("Survei terakhir"), BLUE, "circle", language))
    figure.update_xaxes(title_text=plain(render(scale.title, language)), ticksuffix=scale.suffix, nticks=6)
    figure.update_xaxes(range=_reach(means))
    return figure.update_yaxes(autorange="reversed", showgrid=True)


def _reach(means: list[list[float]]) -> list[float]:
    """Leave room on either side; marks, unlike bars, need no zero."""
    every = [mean for one in means for mean in one]
    room = MARGIN * (max(every) - min(every) or abs(max(every)) or 1.0)
    return [min(every) - room, max(every) + room]


def _lines(means: list[list[float]], labels: list[str]) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[str | None] = []
    for ends, label in zip(means, labels, strict=True):
        xs += [round(ends[0], 6), round(ends[-1], 6), None]
        ys += [label, label, None]
    line = {"color": GREY, "width": 2}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def _marks(
    xs: list[float], labels: list[str], name: Message, colour: str, symbol: str, language: Language
) -> go.Scatter:
    return go.Scatter(
        x=[round(x, 6) for x in xs],
        y=labels,
        name=render(name, language),
        mode="markers",
        marker={"color": colour, "symbol": symbol, "size": 13, "line": {"width": 3, "color": colour}},
        showlegend=True,
        hovertemplate="%{x}<extra></extra>",
    )
