"""Poverty among the surveyed households in both waves, drawn."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.poverty import Poverty
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Share, _, listing, paragraph, render
from pasar_nb.vocabulary import ARM_LABELS, BLUE, GREY, INK

ABOVE = 0.26  # part of a row between its mark and its words
ROOM = 64  # px for the axis and its title
LABEL = 16  # characters


def headcount(shown: Released[Poverty | NotEstimable]) -> ReportFigure | NotEstimable:
    """Show the share of persons below the poverty line, with its interval, by arm and wave."""
    result = shown.result
    if isinstance(result, NotEstimable):
        return result
    known = result.table.dropna(subset=["p0", "low"])
    rows = as_rows(known)
    rows = [row for row in rows if not is_hidden(row["poor"])]
    if not rows:
        return NotEstimable(
            _(
                "Angka kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga berada di bawah atau di "
                "atas garis kemiskinan."
            )
        )
    return ReportFigure(
        name="kemiskinan_menurut_belanja",
        title=_title(rows),
        drawing=_drawing(rows, result, shown.language),
        alternative=_(
            "Titik bagian anggota rumah tangga di bawah garis kemiskinan dengan garis selang 95%: {each}.",
            each=listing(
                _("{group} {value}", group=InSentence(_name(row, result)), value=_words(row)) for row in rows
            ),
        ),
        note=paragraph(
            _("Bagian anggota rumah tangga dengan belanja per orang di bawah garis kemiskinan kabupaten."),
            _("Garis: selang 95%. Hanya rumah tangga yang disurvei; bukan angka resmi."),
            _("Sumber: tabel survei dan acuan."),
        ),
    )


def _title(rows: list[dict[str, Any]]) -> Message:
    first = rows[0]
    group = InSentence(ARM_LABELS[str(first["group"])])
    own = [row for row in rows if row["group"] == first["group"]]
    if len(own) == 1:
        return _(
            "{share} anggota rumah tangga {group} berbelanja di bawah garis kemiskinan.",
            share=Share(first["p0"], 1),
            group=group,
        )
    return _(
        "Di bawah garis kemiskinan: {before} anggota rumah tangga {group} pada survei awal, {after} pada "
        "survei terakhir.",
        before=Share(own[0]["p0"], 1),
        after=Share(own[-1]["p0"], 1),
        group=group,
    )


def _name(row: dict[str, Any], result: Poverty) -> Message:
    wave = _("survei awal") if row["wave"] == result.first else _("survei terakhir")
    return _("{arm}, {wave}", arm=ARM_LABELS[str(row["group"])], wave=wave)


def _words(row: dict[str, Any]) -> Message:
    return _(
        "{value} ({low} sampai {high})",
        value=Share(row["p0"], 1),
        low=Share(row["low"], 1),
        high=Share(row["high"], 1),
    )


def _drawing(rows: list[dict[str, Any]], result: Poverty, language: Language) -> go.Figure:
    labels = [
        wrapped(render(_name(row, result), language), LABEL) + f"<br>n = {row['households']}" for row in rows
    ]
    places = [float(place) for place in range(len(rows))]
    figure = canvas(language, height=len(rows) * row_height(labels, least=58) + ROOM)
    for row, place in zip(rows, places, strict=True):
        colour = GREY if row["wave"] == result.first else BLUE
        figure.add_trace(_interval(row, place, colour))
    figure.add_trace(
        go.Scatter(
            x=[0.0] * len(rows),
            y=[place - ABOVE for place in places],
            text=[render(_words(row), language) for row in rows],
            mode="text",
            textposition="top right",
            textfont={"color": INK, "size": 12},
            showlegend=False,
            hoverinfo="skip",
        )
    )
    figure.update_xaxes(range=[0, 100], ticksuffix="%", nticks=6)
    figure.update_xaxes(title_text=render(_("Bagian anggota rumah tangga"), language))
    return figure.update_yaxes(
        tickvals=places, ticktext=labels, range=[len(rows) - 0.5, -0.7], showgrid=False
    )


def _interval(row: dict[str, Any], place: float, colour: str) -> go.Scatter:
    return go.Scatter(
        x=[round(row[name] * 100, 3) for name in ("low", "p0", "high")],
        y=[place] * 3,
        mode="lines+markers",
        line={"color": colour, "width": 3},
        marker={"color": colour, "size": [0, 13, 0], "opacity": 1},
        showlegend=False,
        hoverinfo="skip",
    )
