"""How the criteria add up to the index, drawn."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.commodity.results import CommoditySelection, Ranking
from pasar_nb.analysis.commodity.veto import marked
from pasar_nb.disclosure import Released
from pasar_nb.figures.commodity.labels import basis, commodity_labels
from pasar_nb.figures.frame import LABEL_WIDTH, ReportFigure, canvas, row_height, text_on, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Listing, Message, Number, _, listing, paragraph, render
from pasar_nb.vocabulary import CATEGORICAL, PAPER, SCORE_HIGH, SCORE_LOW, readable, readable_all

LEGEND_WIDTH = 38  # characters of a criterion's name in the legend, one per line on a telephone
LEGEND_LINE = 22  # px
PATTERNS = ("", "/", ".", "x")  # a further round of the colours when there are more criteria than colours
ROOM_FOR_TOTAL = 1.3  # times the longest bar, so that its number has room on a telephone too


def index_composition(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show how much each criterion adds to the index of each commodity."""
    result, language, ranking = shown.result, shown.language, shown.result.ranking
    if isinstance(ranking, NotEstimable):
        return ranking
    return ReportFigure(
        name="susunan_indeks",
        title=_title(ranking),
        drawing=_stacked(result, ranking, language),
        alternative=_("Batang bertumpuk. Indeks tiap komoditas: {each}.", each=_indices(result, ranking)),
        note=paragraph(
            _(
                "Panjang tiap bagian adalah bobot (berjumlah 1) kali nilai ({low}–{high}, {high} terbaik; "
                "kriteria yang makin rendah makin baik sudah dibalik). Angka di ujung adalah indeks.",
                low=SCORE_LOW,
                high=SCORE_HIGH,
            ),
            basis(result),
        ),
    )


def contributions(result: CommoditySelection) -> pd.DataFrame:
    """Compute what each criterion adds to the index.

    Returns
    -------
    DataFrame
        Commodities by criteria; a row sums to the index of the commodity.
    """
    criteria = result.criteria.table
    utilities = result.scores.table.pivot(index="komoditas", columns="kriteria", values="utility")
    return utilities[list(criteria["kriteria"])] * criteria["weight"].to_numpy()


def _title(ranking: Ranking) -> Message:
    index = Number(float(ranking.table["index"].iloc[0]), 2)
    if len(ranking.winners) > 1:
        return _(
            "{winners} sama kuat (seri) di peringkat pertama dengan indeks {index}.",
            winners=readable_all(ranking.winners),
            index=index,
        )
    return _(
        "{winner} berada di peringkat pertama dengan indeks {index}.",
        winner=readable(ranking.winners[0]),
        index=index,
    )


def _indices(result: CommoditySelection, ranking: Ranking) -> Listing:
    return listing(
        _("{commodity} {index}", commodity=marked(result.veto, name), index=Number(float(index), 2))
        for name, index in zip(ranking.table["komoditas"], ranking.table["index"], strict=True)
    )


def _stacked(result: CommoditySelection, ranking: Ranking, language: Language) -> go.Figure:
    commodities = list(ranking.table["komoditas"])
    rows = commodity_labels(result, commodities, language, width=LABEL_WIDTH)
    parts = contributions(result).loc[commodities]
    legend = len(parts.columns) * LEGEND_LINE
    figure = canvas(language, height=len(rows) * row_height(rows) + legend + 24)
    for place, criterion in enumerate(parts.columns):
        figure.add_trace(_bar(parts[criterion], rows, place, result.criteria.names[criterion], language))
    figure.add_trace(_totals(ranking, rows, language))
    figure.update_layout(barmode="stack", bargap=0.3, uniformtext={"minsize": 11, "mode": "hide"})
    figure.update_xaxes(visible=False, range=[0, float(ranking.table["index"].max()) * ROOM_FOR_TOTAL])
    return figure.update_yaxes(type="category", autorange="reversed", showgrid=False)


def _bar(part: pd.Series[float], rows: list[str], place: int, name: str, language: Language) -> go.Bar:
    colour = CATEGORICAL[place % len(CATEGORICAL)]
    return go.Bar(
        name=wrapped(name, LEGEND_WIDTH),
        orientation="h",
        x=part.round(4).tolist(),
        y=rows,
        marker={
            "color": colour,
            "line": {"color": PAPER, "width": 1},
            "pattern": {"shape": PATTERNS[place // len(CATEGORICAL) % len(PATTERNS)]},
        },
        text=[render(Number(float(value), 2), language) for value in part],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(colour), "size": 12},
        hovertemplate="%{y}: %{text}",
    )


def _totals(ranking: Ranking, rows: list[str], language: Language) -> go.Scatter:
    index = ranking.table["index"].astype(float)
    return go.Scatter(
        x=index.round(4).tolist(),
        y=rows,
        mode="text",
        text=[f" <b>{render(Number(value, 2), language)}</b>" for value in index],
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
    )
