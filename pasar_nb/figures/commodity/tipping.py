"""The weights at which another commodity wins, drawn."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.commodity.results import CommoditySelection, Ranking, Tipping
from pasar_nb.disclosure import Released
from pasar_nb.figures.commodity.labels import basis
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import (
    BLUE,
    GREY,
    SCORE_HIGH,
    SCORE_LOW,
    VERMILION,
    beside,
    grade,
    readable,
    readable_all,
)

WORDS_WIDTH = 34  # characters beside the axis on a telephone
ABOVE = 0.16  # part of a row between its marks and its words
ROOM = 100  # px for the legend and the axis


def tipping_points(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show the agreed weight of every criterion and where, within the scale, another commodity catches up."""
    result, tipping, ranking = shown.result, shown.result.tipping, shown.result.ranking
    if isinstance(tipping, NotEstimable):
        return tipping
    if isinstance(ranking, NotEstimable):
        return ranking
    reachable = within_scale(tipping)
    return ReportFigure(
        name="titik_balik_bobot",
        title=_title(result, ranking, reachable),
        drawing=_drawing(result, tipping, reachable, shown.language),
        alternative=_alternative(result, reachable),
        note=paragraph(
            _(
                "Titik balik adalah bobot satu kriteria, dengan bobot lain tetap, saat komoditas lain "
                "menyamai {winner}.",
                winner=readable(ranking.winners[0]),
            ),
            basis(result),
        ),
    )


def within_scale(tipping: Tipping) -> pd.DataFrame:
    """Keep the tipping points that a weight of 1-5 can reach, in both directions."""
    reachable: pd.DataFrame = tipping.directions.loc[tipping.directions["within_scale"].astype(bool)]
    return reachable


def _title(result: CommoditySelection, ranking: Ranking, reachable: pd.DataFrame) -> Message:
    winner = readable(ranking.winners[0])
    if reachable.empty:
        return _("{winner} tetap pertama, berapa pun bobot satu kriteria pada skala 1–5.", winner=winner)
    names = result.criteria.names
    sensitive = listing(names[criterion] for criterion in reachable["kriteria"].unique())
    return _(
        "{winner} dapat tersusul bila bobot kriteria ini diubah: {criteria}.",
        winner=winner,
        criteria=sensitive,
    )


def _alternative(result: CommoditySelection, reachable: pd.DataFrame) -> Message:
    if reachable.empty:
        return _("Titik bobot tiap kriteria pada skala 1–5; tidak ada titik balik.")
    names = result.criteria.names
    each = [
        _(
            "{criterion} dari {agreed} ke {tipping} ({rival})",
            criterion=names[row["kriteria"]],
            agreed=grade(row["bobot"]),
            tipping=beside(row["tipping_bobot"], row["bobot"]),
            rival=readable_all(row["new_winner"]),
        )
        for row in reachable.to_dict("records")
    ]
    return _("Titik bobot tiap kriteria pada skala 1–5. Titik balik: {each}.", each=listing(each))


def _drawing(
    result: CommoditySelection, tipping: Tipping, reachable: pd.DataFrame, language: Language
) -> go.Figure:
    criteria = list(tipping.table["kriteria"])
    rows = [wrapped(result.criteria.names[criterion]) for criterion in criteria]
    words = [_words(reachable[reachable["kriteria"] == criterion], language) for criterion in criteria]
    figure = canvas(language, height=len(rows) * row_height(rows, least=64) + ROOM)
    place = {criterion: float(row) for row, criterion in enumerate(criteria)}
    agreed = tipping.table["bobot"].astype(float)
    figure.add_trace(_paths(reachable, place))
    figure.add_trace(_marks(agreed.tolist(), list(place.values()), "agreed", language))
    at = [place[criterion] for criterion in reachable["kriteria"]]
    figure.add_trace(_marks(reachable["tipping_bobot"].round(4).tolist(), at, "tipping", language))
    figure.add_trace(_labels(words, list(place.values())))
    figure.update_xaxes(range=[SCORE_LOW - 0.2, SCORE_HIGH + 0.2], dtick=1)
    figure.update_xaxes(title_text=render(_("Bobot"), language))
    return figure.update_yaxes(
        tickvals=list(place.values()), ticktext=rows, range=[len(rows) - 0.5, -0.75], showgrid=False
    )


def _words(points: pd.DataFrame, language: Language) -> str:
    if points.empty:
        steady = render(_("tetap pada seluruh skala"), language)
        return f"<i>{steady}</i>"
    said = [
        _(
            "{direction} ke {tipping}: {rival}",
            direction=_("naik") if row["direction"] == "naik" else _("turun"),
            tipping=beside(row["tipping_bobot"], row["bobot"]),
            rival=readable_all(row["new_winner"]),
        )
        for row in points.to_dict("records")
    ]
    return "<br>".join(wrapped(render(one, language), WORDS_WIDTH) for one in said)


def _paths(reachable: pd.DataFrame, place: dict[str, float]) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in reachable.to_dict("records"):
        xs += [row["bobot"], round(row["tipping_bobot"], 4), None]
        ys += [place[row["kriteria"]], place[row["kriteria"]], None]
    line = {"color": GREY, "width": 2}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def _marks(xs: list[float], ys: list[float], kind: str, language: Language) -> go.Scatter:
    name, colour, symbol = {
        "agreed": (_("Bobot yang disepakati"), BLUE, "circle"),
        "tipping": (_("Titik balik"), VERMILION, "diamond-open"),
    }[kind]
    return go.Scatter(
        x=xs,
        y=ys,
        name=render(name, language),
        mode="markers",
        marker={"color": colour, "symbol": symbol, "size": 13, "line": {"width": 3, "color": colour}},
        hovertemplate="%{x:.1f}",
        showlegend=True,
    )


def _labels(words: list[str], ys: list[float]) -> go.Scatter:
    return go.Scatter(
        x=[SCORE_LOW] * len(words),
        y=[y - ABOVE for y in ys],
        text=words,
        mode="text",
        textposition="top right",
        showlegend=False,
        hoverinfo="skip",
    )
