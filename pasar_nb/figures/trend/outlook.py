"""The main series and the months to come with their interval, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.forecast_results import Forecast, NoForecast
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, plain
from pasar_nb.figures.trend.lines import dated, line
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Month, Number, Value, _, paragraph, render
from pasar_nb.vocabulary import BLUE, ORANGE, readable

HEIGHT = 360
FAN = "rgba(230, 159, 0, 0.25)"  # ORANGE, nearly clear


def months_to_come(shown: Released[Trend]) -> ReportFigure | NotEstimable:
    """Show the forecast with its interval, where there is one."""
    main, study = shown.result.main, shown.result.main_study
    if isinstance(main, NotEstimable) or study is None:
        return main if isinstance(main, NotEstimable) else NotEstimable(_("Tidak ada deret."))
    found = study.forecast
    if isinstance(found, NotEstimable):
        return found
    if isinstance(found, NoForecast):
        return NotEstimable(found.reason)
    last = found.table.iloc[-1]
    values: dict[str, Value] = {
        "series": readable(study.series.name),
        "month": Month(str(last["bulan"])),
        "value": Number(float(last["value"])),
        "low": Number(float(last["low"])),
        "high": Number(float(last["high"])),
        "unit": plain(study.series.unit),
    }
    return ReportFigure(
        name="perkiraan_deret",
        title=_("{series} pada {month} diperkirakan antara {low} dan {high} {unit}.", **values),
        drawing=_drawing(study.series, found, shown.language),
        alternative=_(
            "Garis {series}, lalu perkiraan sampai {month}: {value}, dalam pita {low} sampai {high} "
            "({unit}).",
            **values,
        ),
        note=_note(study.series, found),
    )


def _note(series: Monthly, found: Forecast) -> Message:
    amounts = [_("Rupiah nominal.")] if series.money else []
    return paragraph(
        _(
            "Satuan {unit}; n = {months} bulan. Pita: selang 95% metode Theta, diuji mundur dari {origins} "
            "bulan. Sumber: tabel deret.",
            unit=plain(series.unit),
            months=found.n,
            origins=found.backtest.origins,
        ),
        *amounts,
    )


def _drawing(series: Monthly, found: Forecast, language: Language) -> go.Figure:
    figure = canvas(language, height=HEIGHT)
    recorded = render(_("Seperti dicatat"), language)
    figure.add_trace(line(series, "nilai", name=recorded, colour=BLUE, width=2))
    months = [f"{month}-01" for month in found.table["bulan"]]
    low, value, high = (found.table[name].round(2).tolist() for name in ("low", "value", "high"))
    figure.add_trace(
        go.Scatter(
            x=[*months, *months[::-1]],
            y=[*high, *low[::-1]],
            name=render(_("Selang 95%"), language),
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=FAN,
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=months,
            y=value,
            name=render(_("Perkiraan"), language),
            mode="lines+markers",
            line={"color": ORANGE, "width": 2.5},
            hovertemplate="%{x|%m/%Y}: %{y:,.0f}<extra></extra>",
        )
    )
    dated(figure, series)
    return figure.update_yaxes(title_text=plain(series.unit), rangemode="tozero", tickformat=",")
