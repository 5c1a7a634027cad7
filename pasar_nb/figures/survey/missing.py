"""The share of households without an answer, a row of marks for every question."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.rows import as_rows
from pasar_nb.analysis.survey import MissingValues, SurveyExamined
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.figures.frame import ReportFigure, canvas, distinct, plain, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Share, _, listing, render
from pasar_nb.vocabulary import CATEGORICAL

WORTH = 0.05  # of the households: with fewer missing a drawing shows nothing that the table does not
LEAST, MOST = 3, 12  # questions that are drawn; fewer are told in a sentence
ROOM = 110  # px for the legend and the axis
LABEL = 18  # characters of a line
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "x")


def missing(shown: Released[SurveyExamined]) -> ReportFigure | NotEstimable:
    """Show the questions that many left without an answer, with a mark for each wave."""
    result = shown.result.missing
    if isinstance(result, NotEstimable):
        return result
    table = result.table.dropna(subset=["share"])
    worst = table.groupby("variable")["share"].max().sort_values(ascending=False, kind="stable")
    drawn = [str(name) for name in worst[worst >= WORTH].index[:MOST]]
    if len(drawn) < LEAST:
        return NotEstimable(
            _(
                "Jawaban kosong tidak digambar: kurang dari {few} pertanyaan dapat ditampilkan dengan "
                "{least} rumah tangga atau lebih tanpa jawaban.",
                few=LEAST,
                least=Share(WORTH),
            )
        )
    labels = _labels(result)
    return ReportFigure(
        name="jawaban_kosong",
        title=_(
            "{label} paling sering kosong: {share} rumah tangga tidak menjawab.",
            label=labels[drawn[0]],
            share=Share(float(worst.iloc[0]), 1),
        ),
        drawing=_drawing(table[table["variable"].isin(drawn)], drawn, labels, shown.language),
        alternative=_alternative(worst[drawn], labels),
        note=_(
            "Satuan: bagian rumah tangga yang diwawancarai pada gelombang itu. Hanya pertanyaan "
            "dengan {least} atau lebih pada sedikitnya satu gelombang. Sumber: tabel survei.",
            least=Share(WORTH),
        ),
    )


def _alternative(worst: pd.Series[float], labels: dict[str, Message]) -> Message:
    return _(
        "Titik bagian rumah tangga tanpa jawaban, gelombang terburuk tiap pertanyaan: {each}.",
        each=listing(
            _("{label} {share}", label=InSentence(labels[str(name)]), share=Share(float(share), 1))
            for name, share in worst.items()
        ),
    )


def _labels(result: MissingValues) -> dict[str, Message]:
    return {question.name: question.label for question in result.questions}


def _wave(wave: str, asked: object) -> Message:
    """Name a wave, with how many were asked in it where that may be told."""
    if is_hidden(asked):
        return _("Gelombang {wave}", wave=wave)
    return _("Gelombang {wave} (n = {n})", wave=wave, n=int(str(asked)))


def _drawing(
    table: pd.DataFrame, drawn: list[str], labels: dict[str, Message], language: Language
) -> go.Figure:
    names = [wrapped(render(labels[name], language), LABEL) for name in drawn]
    written = dict(zip(drawn, distinct(names), strict=True))
    figure = canvas(language, height=len(drawn) * row_height(names) + ROOM)
    waves = sorted({str(wave) for wave in table["wave"]}, key=int)[-len(SYMBOLS) :]
    for place, wave in enumerate(waves):
        rows = as_rows(table[table["wave"] == wave])
        figure.add_trace(
            go.Scatter(
                x=[round(float(row["share"]) * 100, 4) for row in rows],
                y=[written[str(row["variable"])] for row in rows],
                name=plain(render(_wave(wave, rows[0]["asked"]), language)),
                mode="markers",
                marker={
                    "color": CATEGORICAL[place % len(CATEGORICAL)],
                    "symbol": SYMBOLS[place],
                    "size": 11,
                },
                showlegend=True,
                hovertemplate="%{x:.1f}%<extra></extra>",
            )
        )
    figure.update_xaxes(
        title_text=plain(render(_("Rumah tangga tanpa jawaban"), language)),
        ticksuffix="%",
        rangemode="tozero",
    )
    return figure.update_yaxes(
        categoryorder="array", categoryarray=list(written.values()), autorange="reversed", showgrid=True
    )
