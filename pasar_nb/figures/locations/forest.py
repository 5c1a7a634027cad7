"""Every district's change with its interval, and their mean: a forest plot for each question."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.locations.results import Comparison, Pool, Pooling
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import PER_CENT, ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Share, _, _n, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, DESIGN_LABELS, GREY, INK, VERMILION, outcome_label

LABEL = 16  # characters of a district's name, one line or two on a telephone
ROOM = 84  # px for the legend and the axis


def forests(shown: Released[Comparison]) -> tuple[ReportFigure | NotEstimable, ...]:
    """Draw a forest plot for every outcome and design that at least one district has."""
    poolings = shown.result.poolings
    if not poolings:
        return (NotEstimable(_("Belum ada kabupaten dengan perubahan yang dapat dibandingkan.")),)
    return tuple(_forest(shown, one, place) for place, one in enumerate(poolings, start=1))


def _forest(shown: Released[Comparison], pooling: Pooling, place: int) -> ReportFigure:
    table = shown.result.table
    rows = table[table["code"].isin(pooling.table["code"])]
    rows = rows[rows["outcome"].eq(pooling.outcome) & rows["design"].eq(pooling.design)]
    return ReportFigure(
        name=f"perubahan_kabupaten_{place}",
        title=_title(pooling),
        drawing=_drawing(rows, pooling, shown.language),
        alternative=_("Titik dengan selang 95%: {each}.", each=listing(_said(row) for row in as_rows(rows))),
        note=_note(rows, pooling),
    )


def _title(pooling: Pooling) -> Message:
    outcome = InSentence(outcome_label(pooling.outcome))
    if isinstance(pooling.pool, NotEstimable):
        return _n(
            "Perubahan {outcome} di {count} kabupaten, tanpa rata-rata.", len(pooling.table), outcome=outcome
        )
    pool = pooling.pool
    if pool.low <= 0 <= pool.high:
        return _(
            "Rata-rata {districts} kabupaten belum memperlihatkan arah perubahan {outcome} yang jelas.",
            districts=pool.districts,
            outcome=outcome,
        )
    if pooling.design == "did":
        return _(
            "Rata-rata {districts} kabupaten, {outcome} peserta berubah {mean} dibandingkan dengan "
            "pembanding.",
            districts=pool.districts,
            outcome=outcome,
            mean=Share(pool.mean, 0, signed=True),
        )
    return _(
        "Rata-rata {districts} kabupaten, {outcome} peserta berubah {mean} dari keadaan awal.",
        districts=pool.districts,
        outcome=outcome,
        mean=Share(pool.mean, 0, signed=True),
    )


def _drawing(rows: pd.DataFrame, pooling: Pooling, language: Language) -> go.Figure:
    labels = [wrapped(str(name), LABEL) for name in rows["district"]]
    pool = pooling.pool if isinstance(pooling.pool, Pool) else None
    mean = render(_("Rata-rata"), language)
    names = [*labels, f"<b>{mean}</b>"] if pool else labels
    figure = canvas(language, height=len(names) * row_height(names) + ROOM)
    figure.add_trace(_districts(rows, language))
    if pool:
        _add_mean(figure, pool, len(labels), language)
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    figure.update_xaxes(ticksuffix="%", title_text=render(DESIGN_LABELS[pooling.design], language), nticks=6)
    return figure.update_yaxes(
        tickvals=list(range(len(names))), ticktext=names, range=[len(names) - 0.5, -0.5], showgrid=False
    )


def _districts(rows: pd.DataFrame, language: Language) -> go.Scatter:
    value, low, high = (
        rows[name].astype(float) * PER_CENT for name in ("relative_change", "relative_low", "relative_high")
    )
    return go.Scatter(
        x=value.round(2).tolist(),
        y=list(range(len(rows))),
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (high - value).round(2).tolist(),
            "arrayminus": (value - low).round(2).tolist(),
            "color": BLUE,
            "thickness": 2,
            "width": 0,
        },
        mode="markers",
        marker={"color": BLUE, "size": 10},
        name=render(_("Kabupaten, selang 95%"), language),
        hovertemplate="%{x:.1f}%<extra></extra>",
    )


def _add_mean(figure: go.Figure, pool: Pool, row: int, language: Language) -> None:
    figure.add_trace(
        go.Scatter(
            x=[pool.prediction.low * PER_CENT, pool.prediction.high * PER_CENT],
            y=[row, row],
            mode="lines",
            line={"color": VERMILION, "width": 2, "dash": "dot"},
            name=render(_("Selang prediksi bagi kabupaten lain"), language),
            hoverinfo="skip",
        )
    )
    half = 0.22
    figure.add_trace(
        go.Scatter(
            x=[value * PER_CENT for value in (pool.low, pool.mean, pool.high, pool.mean, pool.low)],
            y=[row, row - half, row, row + half, row],
            mode="lines",
            fill="toself",
            fillcolor=INK,
            line={"color": INK, "width": 1},
            name=render(_("Rata-rata, selang 95%"), language),
            hoverinfo="skip",
        )
    )


def _said(row: dict[str, object]) -> Message:
    value, low, high = (
        float(str(row[name])) for name in ("relative_change", "relative_low", "relative_high")
    )
    return _(
        "{district} {value} ({low} sampai {high})",
        district=str(row["district"]),
        value=Share(value, 1, signed=True),
        low=Share(low, 1, signed=True),
        high=Share(high, 1, signed=True),
    )


def _note(rows: pd.DataFrame, pooling: Pooling) -> Message:
    basis = _(
        "Perubahan dalam persen; selang 95%. n = {homes} rumah tangga di {districts} kabupaten. "
        "Sumber: laporan tiap kabupaten.",
        homes=pooling.households,
        districts=len(rows),
    )
    if isinstance(pooling.pool, NotEstimable):
        return paragraph(basis, pooling.pool.reason)
    return paragraph(
        basis,
        _(
            "Wajik: rata-rata efek acak. Garis titik: tempat kabupaten serupa lainnya diperkirakan berada "
            "(selang prediksi 95%)."
        ),
    )
