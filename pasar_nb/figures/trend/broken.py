"""The main series with its line before the beginning continued, and the line since, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.interruption_results import Interruption
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas
from pasar_nb.figures.trend.lines import basis, dated, line, mark_start, unit_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Month, Number, Share, Value, _, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, ORANGE, readable

HEIGHT = 360


def broken_line(shown: Released[Trend]) -> ReportFigure | NotEstimable:
    """Show what the model describes, and where the line from before would have gone."""
    main, study = shown.result.main, shown.result.main_study
    if isinstance(main, NotEstimable) or study is None:
        return main if isinstance(main, NotEstimable) else NotEstimable(_("Tidak ada deret."))
    found = study.interruption
    if isinstance(found, NotEstimable):
        return found
    return ReportFigure(
        name="deret_terputus",
        title=_title(study.series, found),
        drawing=_drawing(study.series, found, shown.language),
        alternative=_alternative(study.series, found),
        note=paragraph(
            _(
                "n = {before} bulan sebelum dan {after} bulan sejak {start}; satuan {unit}. Garis "
                "putus-putus: perkiraan bila garis sebelumnya berlanjut.",
                before=found.n_before,
                after=found.n_after,
                start=Month(found.start),
                unit=unit_of(study.series),
            ),
            basis(study.series),
        ),
    )


def _title(series: Monthly, found: Interruption) -> Message:
    values: dict[str, Value] = {
        "series": readable(series.name),
        "start": Month(found.start),
        "size": Share(abs(found.level.size), 1),
        "low": Share(found.level.interval.low, 1),
        "high": Share(found.level.interval.high, 1),
    }
    if not found.level.clear:
        return _(
            "{series} tidak jelas bergeser pada {start} (selang 95%: {low} sampai {high}).",
            **values,
        )
    if found.level.size > 0:
        return _("{series} bergeser naik {size} pada {start} (selang 95%: {low} sampai {high}).", **values)
    return _("{series} bergeser turun {size} pada {start} (selang 95%: {low} sampai {high}).", **values)


def _alternative(series: Monthly, found: Interruption) -> Message:
    last = found.table.iloc[-1]
    return _(
        "Garis {series} dengan dua garis model yang bertemu pada {start}. Pada {last} garis model {fitted}, "
        "garis sebelumnya yang diteruskan {continued} ({unit}).",
        series=readable(series.name),
        start=Month(found.start),
        last=Month(str(last["bulan"])),
        fitted=Number(float(last["fitted"])),
        continued=Number(float(last["continued"])),
        unit=unit_of(series),
    )


def _drawing(series: Monthly, found: Interruption, language: Language) -> go.Figure:
    figure = canvas(language, height=HEIGHT)
    name = render(_("Rupiah riil"), language) if series.real_base else render(_("Seperti dicatat"), language)
    figure.add_trace(line(series, series.measured, name=name, colour=GREY, width=1.5))
    figure.add_trace(_model(found, language))
    after = found.table.dropna(subset=["continued"])
    figure.add_trace(
        go.Scatter(
            x=[f"{month}-01" for month in after["bulan"]],
            y=after["continued"].round(2).tolist(),
            name=render(_("Garis sebelumnya diteruskan"), language),
            mode="lines",
            line={"color": ORANGE, "width": 2.5, "dash": "dash"},
            hovertemplate="%{x|%m/%Y}: %{y:,.0f}<extra></extra>",
        )
    )
    mark_start(figure, found.start, language)
    dated(figure, series)
    return figure.update_yaxes(
        title_text=render(unit_of(series), language), rangemode="tozero", tickformat=","
    )


def _model(found: Interruption, language: Language) -> go.Scatter:
    """Draw what the model describes, broken at the beginning."""
    since = found.table["bulan"] >= found.start
    before, after = found.table[~since], found.table[since]
    months = [*before["bulan"], None, *after["bulan"]]
    values = [*before["fitted"].round(2), None, *after["fitted"].round(2)]
    return go.Scatter(
        x=[None if month is None else f"{month}-01" for month in months],
        y=values,
        name=render(_("Model, termasuk musim"), language) if found.seasonal else render(_("Model"), language),
        mode="lines",
        line={"color": BLUE, "width": 2.5},
        hovertemplate="%{x|%m/%Y}: %{y:,.0f}<extra></extra>",
    )
