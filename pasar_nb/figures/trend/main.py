"""The main series over its months, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.results import LevelChange, SeriesTrend
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas
from pasar_nb.figures.trend.lines import basis, dated, line, mark_start, title_of, unit_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Month, Number, _, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, ORANGE, readable

HEIGHT = 360


def main_series(shown: Released[Trend]) -> ReportFigure | NotEstimable:
    """Show the main series, its mean before and since the beginning, and the months without a figure."""
    main, level = shown.result.main, shown.result.level
    if isinstance(main, NotEstimable):
        return main
    known = None if isinstance(level, NotEstimable) else level
    return ReportFigure(
        name="deret_utama",
        title=title_of(main.series, main.slope),
        drawing=_drawing(main, known, shown.language),
        alternative=_alternative(main, known),
        note=paragraph(*_months(main), basis(main.series)),
    )


def _months(main: SeriesTrend) -> list[Message]:
    if isinstance(main.slope, NotEstimable):
        return [_("n = {months} bulan.", months=main.series.n)]
    return [
        _(
            "n = {months} bulan ({first} sampai {last}); satuan {unit}.",
            months=main.slope.n,
            first=Month(main.slope.first),
            last=Month(main.slope.last),
            unit=unit_of(main.series),
        )
    ]


def _alternative(main: SeriesTrend, level: LevelChange | None) -> Message:
    of, values = main.series, main.series.table.dropna(subset=[main.series.measured])
    first, last = values.iloc[0], values.iloc[-1]
    course = _(
        "Garis {series} dari {start} pada {first} ke {end} pada {last} ({unit}).",
        series=readable(of.name),
        start=Number(float(first[of.measured])),
        first=Month(str(first["bulan"])),
        end=Number(float(last[of.measured])),
        last=Month(str(last["bulan"])),
        unit=unit_of(of),
    )
    if level is None:
        return course
    return paragraph(
        course,
        _(
            "Rata-rata sebelum {month} {before}, sejak itu {after}.",
            month=Month(level.start),
            before=Number(level.before),
            after=Number(level.after),
        ),
    )


def _drawing(main: SeriesTrend, level: LevelChange | None, language: Language) -> go.Figure:
    of = main.series
    figure = canvas(language, height=HEIGHT)
    if of.real_base is not None:
        nominal = render(_("Rupiah nominal"), language)
        figure.add_trace(line(of, "nilai", name=nominal, colour=GREY, width=1))
    name = render(_("Rupiah riil"), language) if of.real_base else render(_("Seperti dicatat"), language)
    figure.add_trace(line(of, of.measured, name=name, colour=BLUE, width=2.5))
    if level is not None:
        figure.add_trace(_means(main, level, language))
        mark_start(figure, level.start, language)
    dated(figure, of)
    return figure.update_yaxes(title_text=render(unit_of(of), language), rangemode="tozero", tickformat=",")


def _means(main: SeriesTrend, level: LevelChange, language: Language) -> go.Scatter:
    measured = main.series.table.dropna(subset=[main.series.measured])["bulan"]
    before, after = measured[measured < level.start], measured[measured >= level.start]
    # More digits than are read would only swell the page and may look like an identifier to the gate.
    before_mean, after_mean = round(level.before, 2), round(level.after, 2)
    ends = (before.iloc[0], before.iloc[-1], None, after.iloc[0], after.iloc[-1])
    return go.Scatter(
        x=[None if month is None else f"{month}-01" for month in ends],
        y=[before_mean, before_mean, None, after_mean, after_mean],
        name=render(_("Rata-rata sebelum dan sejak mulai"), language),
        mode="lines",
        line={"color": ORANGE, "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
