"""What the figures of series share: a line with gaps, the mark of the beginning, and the basis of notes."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.trend.results import Monthly, Slope
from pasar_nb.figures.frame import plain
from pasar_nb.findings import NotEstimable
from pasar_nb.language import (
    Language,
    Listing,
    Message,
    Month,
    Share,
    _,
    listing,
    paragraph,
    render,
    verbatim,
)
from pasar_nb.vocabulary import INK, readable

TICKS = ((14, "M3"), (42, "M6"))  # months of a drawing up to which it has a mark every so many months
YEARLY = "M12"


def line(series: Monthly, column: str, *, name: str, colour: str, width: float) -> go.Scatter:
    """Draw a column of a series, broken where months have no figure."""
    months = pd.period_range(series.first, series.last, freq="M").astype("str")
    values = series.table.set_index("bulan")[column].reindex(months)
    return go.Scatter(
        x=[f"{month}-01" for month in months],
        y=[None if pd.isna(value) else round(float(value), 2) for value in values],
        name=name,
        mode="lines+markers",
        line={"color": colour, "width": width},
        marker={"size": width + 1.5},
        connectgaps=False,
        hovertemplate="%{x|%m/%Y}: %{y:,.0f}<extra></extra>",
    )


def mark_start(figure: go.Figure, start: str, language: Language) -> None:
    """Mark the month in which the intervention began with a dashed line and a word."""
    figure.add_vline(x=f"{start}-01", line={"color": INK, "width": 1.5, "dash": "dash"})
    figure.add_annotation(
        x=f"{start}-01",
        y=0,
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        text=" " + render(_("kegiatan mulai"), language),
        showarrow=False,
        font={"size": 12, "color": INK},
    )


def dated(figure: go.Figure, *every: Monthly) -> None:
    """Write months as numbers on the axis; their names would come in plotly's own English."""
    first = min(pd.Period(one.first, "M") for one in every)
    last = max(pd.Period(one.last, "M") for one in every)
    months = last.ordinal - first.ordinal + 1
    step = next((step for limit, step in TICKS if months <= limit), YEARLY)
    figure.update_xaxes(
        tickformat="%Y" if step == YEARLY else "%m/%Y", dtick=step, tick0="2000-01-01", showgrid=True
    )


def unit_of(series: Monthly) -> Message:
    """Write the unit of a series, with the month of its rupiah."""
    if series.real_base is None:
        return verbatim(plain(series.unit))
    return _("{unit}, rupiah {month}", unit=plain(series.unit), month=Month(series.real_base))


def change_of(slope: Slope | NotEstimable) -> Message:
    """Write the change per year with its interval in a few words."""
    if isinstance(slope, NotEstimable):
        return _("tren tidak dihitung")
    return _(
        "{change} per tahun ({low} sampai {high})",
        change=Share(slope.per_year, 1),
        low=Share(slope.interval.low, 1),
        high=Share(slope.interval.high, 1),
    )


def basis(*every: Monthly) -> Message:
    """Say what the interval is, how gaps show, and where the figures come from."""
    sources = tuple(dict.fromkeys(source for one in every for source in one.sources))
    gaps = sum(len(one.gaps) for one in every)
    said = [_("Selang 95%: Newey-West dengan nilai kritis dari simulasi.")]
    if gaps:
        said.append(_("Garis terputus pada bulan tanpa angka."))
    return paragraph(*said, _("Sumber: {sources}.", sources=_named(sources)))


def _named(sources: tuple[str, ...]) -> Listing | Message:
    return listing(sources) if sources else _("tabel deret")


def title_of(series: Monthly, slope: Slope | NotEstimable) -> Message:
    """State the finding on one series."""
    name = readable(series.name)
    if isinstance(slope, NotEstimable):
        return _("{series}: tren tidak dihitung.", series=name)
    interval = {"low": Share(slope.interval.low, 1), "high": Share(slope.interval.high, 1)}
    if not slope.clear:
        return _(
            "{series} tidak menunjukkan tren yang jelas (selang 95%: {low} sampai {high} per tahun).",
            series=name,
            **interval,
        )
    size = Share(abs(slope.per_year), 1)
    if slope.per_year > 0:
        return _(
            "{series} naik {size} per tahun (selang 95%: {low} sampai {high}).",
            series=name,
            size=size,
            **interval,
        )
    return _(
        "{series} turun {size} per tahun (selang 95%: {low} sampai {high}).",
        series=name,
        size=size,
        **interval,
    )
