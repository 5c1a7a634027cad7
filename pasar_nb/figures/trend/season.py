"""The yearly cycle of the main series, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.results import Season
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Number, Share, _, render
from pasar_nb.vocabulary import BLUE, CALENDAR_MONTHS, GREY, INK, SKY, readable

HEIGHT = 300
LETTERS = 3  # of a month's name on the axis


def season_by_month(shown: Released[Trend]) -> ReportFigure | NotEstimable:
    """Show how far each month of the year usually lies from the year's level."""
    main, found = shown.result.main, shown.result.season
    if isinstance(found, NotEstimable):
        return found
    if isinstance(main, NotEstimable):
        return main
    return ReportFigure(
        name="pola_musim",
        title=_title(found, readable(main.series.name)),
        drawing=_bars(found, shown.language),
        alternative=_(
            "Batang per bulan: tertinggi {peak} ({peak_effect}), terendah {low} ({low_effect}).",
            peak=CALENDAR_MONTHS[found.peak - 1],
            peak_effect=Share(found.peak_effect, 1),
            low=CALENDAR_MONTHS[found.low - 1],
            low_effect=Share(found.low_effect, 1),
        ),
        note=_note(found),
    )


def _title(found: Season, series: str) -> Message:
    if not found.clear:
        return _(
            "{series} tidak menunjukkan pola musim yang melebihi kebetulan (kekuatan {strength} dari 1).",
            series=series,
            strength=Number(found.strength, 2),
        )
    return _(
        "{series} biasanya paling tinggi sekitar bulan {peak}: {effect} di atas tingkat setahun.",
        series=series,
        peak=CALENDAR_MONTHS[found.peak - 1],
        effect=Share(found.peak_effect, 1),
    )


def _note(found: Season) -> Message:
    return _(
        "Selisih dari tingkat setahun, tren dikeluarkan (STL); n = {months} bulan. Garis tegak: selang 95% "
        "dari {draws} simulasi. Sumber: tabel deret.",
        months=found.n,
        draws=found.draws,
    )


def _bars(found: Season, language: Language) -> go.Figure:
    figure = canvas(language, height=HEIGHT)
    names = [render(name, language)[:LETTERS] for name in CALENDAR_MONTHS]
    extremes = {found.peak, found.low}
    lively = BLUE if found.clear else GREY
    calm = SKY if found.clear else GREY
    figure.add_trace(
        go.Bar(
            x=names,
            y=(found.table["effect"] * 100).round(2).tolist(),
            marker={"color": [lively if month in extremes else calm for month in found.table["month"]]},
            error_y=_bounds(found),
            hovertemplate="%{x}: %{y:.1f}%<extra></extra>",
            showlegend=False,
        )
    )
    figure.add_hline(y=0, line={"color": GREY, "width": 1})
    figure.update_xaxes(showgrid=False)
    return figure.update_yaxes(ticksuffix="%", title_text=render(_("Selisih dari tingkat setahun"), language))


def _bounds(found: Season) -> dict[str, object]:
    """Give the intervals as plotly wants them: distances above and below each bar's end."""
    table = found.table
    return {
        "type": "data",
        "symmetric": False,
        "array": ((table["high"] - table["effect"]) * 100).round(2).tolist(),
        "arrayminus": ((table["effect"] - table["low"]) * 100).round(2).tolist(),
        "color": INK,
        "thickness": 1.2,
        "width": 3,
    }
