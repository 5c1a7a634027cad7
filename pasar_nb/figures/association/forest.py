"""Correlations of support with the change, each with its interval, drawn."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.association.results import Association, Correlations
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Number, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, CHANCE_LIMIT, GREY, INK, PAPER, SUPPORT_LABELS

ABOVE = 0.36  # part of a row between its mark and its words
ROOM = 64  # px for the axis and its title
LABEL = 16  # characters


def correlation_forest(shown: Released[Association]) -> ReportFigure | NotEstimable:
    """Show Spearman's correlation of every measure of support with the change, with its interval."""
    result = shown.result.correlations
    if isinstance(result, NotEstimable):
        return result
    known = result.table.dropna(subset=["spearman"])
    if known.empty:
        return NotEstimable(_("Tidak ada ukuran dukungan yang kaitannya dapat disebut."))
    return ReportFigure(
        name="kaitan_dukungan_perubahan",
        title=_title(shown.result, known),
        drawing=_drawing(known, shown.language),
        alternative=_(
            "Titik korelasi Spearman dengan garis selangnya pada skala −1 sampai 1: {each}.",
            each=listing(_said(row) for row in as_rows(known)),
        ),
        note=_note(result, known),
    )


def _title(result: Association, known: pd.DataFrame) -> Message:
    clear = int((known["p_holm"] < CHANCE_LIMIT).sum())
    outcome = InSentence(result.label)
    if not clear:
        return _(
            "Tidak satu pun dari {tested} ukuran dukungan berkaitan jelas dengan perubahan {outcome}.",
            tested=len(known),
            outcome=outcome,
        )
    return _(
        "{clear} dari {tested} ukuran dukungan berkaitan dengan perubahan {outcome}; kaitan bukan sebab.",
        clear=clear,
        tested=len(known),
        outcome=outcome,
    )


def _note(result: Correlations, known: pd.DataFrame) -> Message:
    drawn = (
        _("Garis: selang 95%.")
        if result.clusters is None
        else _("Garis: selang 95%, dengan memperhitungkan {clusters} kelompok.", clusters=result.clusters)
    )
    return paragraph(
        _(
            "Titik penuh: jelas setelah koreksi Holm; titik kosong: tidak jelas. Korelasi 0 berarti tidak "
            "berkaitan."
        ),
        drawn,
        _("n = {n} rumah tangga peserta.", n=_count(known)),
        _("Sumber: tabel survei dan pendampingan."),
    )


def _count(known: pd.DataFrame) -> Message | int:
    low, high = int(known["n"].min()), int(known["n"].max())
    return low if low == high else _("{low} sampai {high}", low=low, high=high)


def _said(row: dict[str, Any]) -> Message:
    return _(
        "{measure} {value} ({low} sampai {high})",
        measure=InSentence(SUPPORT_LABELS[str(row["measure"])]),
        value=Number(row["spearman"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
    )


def _drawing(known: pd.DataFrame, language: Language) -> go.Figure:
    rows = [wrapped(render(SUPPORT_LABELS[str(name)], language), LABEL) for name in known["measure"]]
    places = [float(place) for place in range(len(rows))]
    figure = canvas(language, height=len(rows) * row_height(rows, least=58) + ROOM)
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    figure.add_trace(_intervals(known, places))
    figure.add_trace(_points(known, places))
    _write(figure, known, places, language)
    figure.update_xaxes(range=[-1, 1], dtick=0.5, title_text=render(_("Korelasi Spearman"), language))
    return figure.update_yaxes(tickvals=places, ticktext=rows, range=[len(rows) - 0.5, -0.7], showgrid=False)


def _intervals(known: pd.DataFrame, places: list[float]) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row, place in zip(as_rows(known), places, strict=True):
        xs += [round(row["low"], 4), round(row["high"], 4), None]
        ys += [place, place, None]
    line = {"color": BLUE, "width": 3}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def _points(known: pd.DataFrame, places: list[float]) -> go.Scatter:
    symbols = ["circle" if p < CHANCE_LIMIT else "circle-open" for p in known["p_holm"]]
    return go.Scatter(
        x=known["spearman"].round(4).tolist(),
        y=places,
        mode="markers",
        marker={"color": BLUE, "symbol": symbols, "size": 13, "line": {"width": 3, "color": BLUE}},
        showlegend=False,
        hovertemplate="%{x:.2f}<extra></extra>",
    )


def _write(figure: go.Figure, known: pd.DataFrame, places: list[float], language: Language) -> None:
    """Write each value with its interval above its mark, on a ground that covers the line of nought."""
    for row, place in zip(as_rows(known), places, strict=True):
        value = _(
            "{value} ({low} sampai {high})",
            value=Number(row["spearman"], 2),
            low=Number(row["low"], 2),
            high=Number(row["high"], 2),
        )
        figure.add_annotation(
            x=-1,
            y=place - ABOVE,
            text=render(value, language),
            xanchor="left",
            yanchor="middle",
            showarrow=False,
            bgcolor=PAPER,
            borderpad=0,
            font={"color": INK, "size": 12},
        )
