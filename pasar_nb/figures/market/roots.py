"""Roots of the problem tree by what answers them, drawn."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from pasar_nb.analysis.market.cause_results import ProblemTree
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, text_on, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, _n, listing, render
from pasar_nb.vocabulary import BLUE, LAYER_LABELS, ORANGE, PAPER, SKY, VERMILION

ROW = 46  # px
LEGEND_LINE = 22  # px

_ANSWERS: Mapping[str, tuple[str, Message]] = {
    "both": (BLUE, _("ada intervensi dan calon mitra")),
    "intervention_only": (SKY, _("ada intervensi, belum ada calon mitra")),
    "partner_only": (ORANGE, _("ada calon mitra, belum ada intervensi")),
    "neither": (VERMILION, _("belum ada keduanya")),
}


def root_answers(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Show how many roots of each area have an intervention and a potential partner."""
    tree = shown.result.tree
    if isinstance(tree, NotEstimable):
        return tree
    if not tree.roots:
        return NotEstimable(_("Belum ada masalah yang ditandai sebagai akar masalah."))
    return ReportFigure(
        name="akar_masalah",
        title=_title(tree),
        drawing=_stacked(tree, shown.language),
        alternative=_alternative(tree),
        note=_("Satuan: akar masalah (n = {roots}). Sumber: tabel masalah.", roots=tree.roots),
    )


def _title(tree: ProblemTree) -> Message:
    if not tree.unanswered:
        return _("Setiap akar masalah sudah mempunyai intervensi.")
    return _n(
        "{count} dari {roots} akar masalah belum dijawab intervensi.", len(tree.unanswered), roots=tree.roots
    )


def _alternative(tree: ProblemTree) -> Message:
    each = listing(
        _("{area} {count}", area=LAYER_LABELS[area], count=int(count))
        for area, count in zip(tree.areas["area"], tree.areas["roots"], strict=True)
    )
    return _("Batang bertumpuk, jumlah akar masalah menurut area: {each}.", each=each)


def _stacked(tree: ProblemTree, language: Language) -> go.Figure:
    areas = tree.areas
    rows = [wrapped(render(LAYER_LABELS[area], language)) for area in areas["area"]]
    used = [name for name in _ANSWERS if areas[name].any()]
    figure = canvas(language, height=len(rows) * ROW + len(used) * LEGEND_LINE + 24)
    for name in used:
        colour, label = _ANSWERS[name]
        counts = [int(count) for count in areas[name]]
        figure.add_bar(
            name=render(label, language),
            orientation="h",
            x=counts,
            y=rows,
            marker={"color": colour, "line": {"color": PAPER, "width": 1}},
            text=[str(count) if count else "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": text_on(colour)},
            hoverinfo="skip",
        )
    figure.update_layout(barmode="stack", bargap=0.3, showlegend=True)
    figure.update_xaxes(visible=False)
    return figure.update_yaxes(autorange="reversed", showgrid=False)
