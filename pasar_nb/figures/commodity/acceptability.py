"""How often each commodity takes each rank over random draws, drawn."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.commodity.certainty import leaders
from pasar_nb.analysis.commodity.results import Acceptability, CommoditySelection
from pasar_nb.disclosure import Released
from pasar_nb.figures.commodity.labels import basis, commodity_labels
from pasar_nb.figures.frame import LABEL_WIDTH, PER_CENT, ReportFigure, canvas, row_height, shade, text_on
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, Language, Listing, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import PAPER, percentage_points, readable, readable_all

LEAST_LABEL = 0.05  # a narrower part has no room for its number
ROOM = 90  # px for the legend and the axis


def acceptability_near(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show the ranks over draws with weights within one step of the agreed ones."""
    result = shown.result.certainty
    if isinstance(result, NotEstimable):
        return result
    title = _(
        "Dengan bobot yang bergeser paling jauh satu langkah, {first}",
        first=_first(result.near),
    )
    how = _("Bobot ditarik acak paling jauh satu langkah (skala 1–5) dari yang disepakati.")
    return _figure(shown, result.near, "kepastian_bobot_dekat", title, how)


def acceptability_any(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show the ranks over draws in which every weighting is equally likely."""
    result = shown.result.certainty
    if isinstance(result, NotEstimable):
        return result
    title = _("Dengan pembobotan sembarang, {first}", first=_first(result.any))
    how = _("Bobot ditarik acak; semua pembobotan sama mungkin.")
    return _figure(shown, result.any, "kepastian_bobot_sembarang", title, how)


def _first(drawn: Acceptability) -> Message:
    top = leaders(drawn)
    share = DrawnShare(float(top["share"].mean()))
    if len(top) > 1:
        return _(
            "{winners} sama sering berada di peringkat pertama: masing-masing pada sekitar {share} simulasi.",
            winners=readable_all(top["komoditas"]),
            share=share,
        )
    return _(
        "{winner} berada di peringkat pertama pada {share} simulasi.",
        winner=readable(top["komoditas"].iloc[0]),
        share=share,
    )


def _figure(
    shown: Released[CommoditySelection], drawn: Acceptability, name: str, title: Message, how: Message
) -> ReportFigure:
    raters = (
        _("Penilai diambil ulang dengan pengembalian.")
        if drawn.raters_resampled
        else _("Skor dianggap tetap: hanya ada satu penilai.")
    )
    draws = _(
        "{draws} simulasi; galat baku paling besar {error} poin persen.",
        draws=drawn.draws,
        error=percentage_points(float(drawn.first["standard_error"].max())),
    )
    ties = _("Komoditas yang seri dalam satu simulasi berbagi peringkat.")
    return ReportFigure(
        name=name,
        title=title,
        drawing=_stacked(shown.result, drawn, shown.language),
        alternative=_(
            "Batang bertumpuk menurut peringkat. Bagian simulasi di peringkat pertama: {each}.",
            each=_each(drawn),
        ),
        note=paragraph(how, raters, draws, ties, basis(shown.result)),
    )


def _each(drawn: Acceptability) -> Listing:
    return listing(
        _("{commodity} {share}", commodity=readable(name), share=DrawnShare(float(share)))
        for name, share in zip(drawn.first["komoditas"], drawn.first["share"], strict=True)
    )


def _stacked(result: CommoditySelection, drawn: Acceptability, language: Language) -> go.Figure:
    commodities = list(drawn.first.sort_values("expected_rank", kind="stable")["komoditas"])
    rows = commodity_labels(result, commodities, language, width=LABEL_WIDTH)
    shares = drawn.table.pivot(index="komoditas", columns="rank", values="share").loc[commodities]
    figure = canvas(language, height=len(rows) * row_height(rows, least=40) + ROOM)
    last = len(shares.columns) - 1
    for place, (rank, share) in enumerate(shares.items()):
        figure.add_trace(_bar(share, rows, str(rank), shade(1 - place / last), language))
    figure.update_layout(
        barmode="stack",
        bargap=0.25,
        uniformtext={"minsize": 11, "mode": "hide"},
        legend_title_text=render(_("Peringkat"), language),
    )
    figure.update_xaxes(range=[0, PER_CENT], ticksuffix="%", dtick=25, showgrid=False)
    return figure.update_yaxes(type="category", autorange="reversed", showgrid=False)


def _bar(share: pd.Series[float], rows: list[str], rank: str, colour: str, language: Language) -> go.Bar:
    return go.Bar(
        name=rank,
        orientation="h",
        x=(share * PER_CENT).round(2).tolist(),
        y=rows,
        marker={"color": colour, "line": {"color": PAPER, "width": 1}},
        text=[render(DrawnShare(float(part)), language) if part >= LEAST_LABEL else "" for part in share],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(colour), "size": 12},
        hovertemplate="%{y}: %{x:.1f}%",
    )
