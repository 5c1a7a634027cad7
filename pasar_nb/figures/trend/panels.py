"""All series of a district, one above the other, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.results import SeriesTrend, Slope
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, plain
from pasar_nb.figures.trend.lines import basis, change_of, dated, line
from pasar_nb.findings import NotEstimable
from pasar_nb.language import (
    InSentence,
    Language,
    Message,
    Month,
    _,
    listing,
    paragraph,
    render,
    verbatim,
)
from pasar_nb.vocabulary import BLUE, GREY, INK, readable

MOST_PANELS = 6
PANEL = 150  # px
ROOM = 40  # px for the axis below


def all_series(shown: Released[Trend]) -> ReportFigure | NotEstimable:
    """Show two to six series in panels with one time axis; more are left to the table."""
    every = shown.result.all_series
    if len(every) == 1:
        return NotEstimable(_("Hanya ada satu deret, sehingga tidak ada deret lain untuk disandingkan."))
    if not every and isinstance(shown.result.main, NotEstimable):
        return shown.result.main
    drawn = every[:MOST_PANELS]
    return ReportFigure(
        name="semua_deret",
        title=_title(drawn),
        drawing=_panels(drawn, shown.language),
        alternative=_("Satu bidang untuk tiap deret. {each}.", each=listing(_said(one) for one in drawn)),
        note=paragraph(*_left_out(len(every)), *_money(drawn), basis(*(one.series for one in drawn))),
    )


def _title(drawn: tuple[SeriesTrend, ...]) -> Message:
    slopes = [
        (InSentence(verbatim(readable(one.series.name))), one.slope)
        for one in drawn
        if isinstance(one.slope, Slope)
    ]
    up = [name for name, slope in slopes if slope.clear and slope.per_year > 0]
    down = [name for name, slope in slopes if slope.clear and slope.per_year < 0]
    if not up and not down:
        return _("Tidak satu pun dari {count} deret menunjukkan tren yang jelas.", count=len(drawn))
    said = []
    if up:
        said.append(_("Tren yang jelas naik: {series}.", series=listing(up)))
    if down:
        said.append(_("Tren yang jelas turun: {series}.", series=listing(down)))
    return paragraph(*said)


def _said(one: SeriesTrend) -> Message:
    months = one.slope.n if isinstance(one.slope, Slope) else one.series.n
    return _(
        "{series}: {change}, n = {months} bulan",
        series=readable(one.series.name),
        change=change_of(one.slope),
        months=months,
    )


def _left_out(count: int) -> list[Message]:
    if count <= MOST_PANELS:
        return []
    return [_("{shown} dari {count} deret digambar; sisanya ada di tabel.", shown=MOST_PANELS, count=count)]


def _money(drawn: tuple[SeriesTrend, ...]) -> list[Message]:
    months = dict.fromkeys(one.series.real_base for one in drawn if one.series.real_base)
    if not months:
        return []
    return [
        _(
            "Garis tebal: rupiah {months}; garis tipis: rupiah nominal.",
            months=listing(Month(month) for month in months),
        )
    ]


def _panels(drawn: tuple[SeriesTrend, ...], language: Language) -> go.Figure:
    figure = canvas(language, height=len(drawn) * PANEL + ROOM)
    figure.set_subplots(rows=len(drawn), cols=1, shared_xaxes=True, vertical_spacing=0.32 / len(drawn))
    for row, one in enumerate(drawn, start=1):
        for trace in _lines(one):
            figure.add_trace(trace, row=row, col=1)
        figure.add_annotation(
            text=_heading(one, language),
            xref="x domain" if row == 1 else f"x{row} domain",
            yref="y domain" if row == 1 else f"y{row} domain",
            x=0,
            y=1,
            xanchor="left",
            yanchor="bottom",
            align="left",
            showarrow=False,
            font={"color": INK, "size": 12},
        )
    dated(figure, *(one.series for one in drawn))
    return figure.update_yaxes(rangemode="tozero", nticks=4, tickformat=",").update_layout(margin_t=40)


def _lines(one: SeriesTrend) -> list[go.Scatter]:
    """Draw what is described, and thinly behind it the rupiah as recorded where that is another thing."""
    drawn = [line(one.series, one.series.measured, name="", colour=BLUE, width=2)]
    if one.series.real_base is not None:
        drawn.insert(0, line(one.series, "nilai", name="", colour=GREY, width=1))
    return [trace.update(showlegend=False) for trace in drawn]


def _heading(one: SeriesTrend, language: Language) -> str:
    name = plain(readable(one.series.name))
    unit, change = plain(one.series.unit), render(change_of(one.slope), language)
    return f"<b>{name}</b>, {unit}<br>{change}"
