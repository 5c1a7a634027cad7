"""Ranks by several methods side by side, drawn."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.commodity.results import AhpWeights, CommoditySelection, Ranking
from pasar_nb.disclosure import Released
from pasar_nb.figures.cells import coloured_cells
from pasar_nb.figures.commodity.labels import HEADING_WIDTH, basis, commodity_labels
from pasar_nb.figures.frame import ReportFigure, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import METHOD_LABELS, first_place

RANK_COLUMNS = {"weighted_sum": "rank", "topsis": "rank_topsis", "promethee": "rank_promethee"}
METHOD_WIDTH = 12  # characters


def ranks_by_method(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show the rank of every commodity under every method."""
    result, language, ranking = shown.result, shown.language, shown.result.ranking
    if isinstance(ranking, NotEstimable):
        return ranking
    ranks = ranks_of(result, ranking)
    return ReportFigure(
        name="peringkat_per_metode",
        title=_title(ranking, len(ranks)),
        drawing=_heatmap(result, ranks, language),
        alternative=_(
            "Tabel warna: {methods} cara menghitung ke bawah, {commodities} komoditas ke samping; tiap sel "
            "memuat peringkat, makin gelap makin tinggi peringkatnya.",
            methods=len(ranks),
            commodities=len(ranks.columns),
        ),
        note=paragraph(
            _("Angka adalah peringkat (1 terbaik); komoditas yang seri berbagi angka yang lebih kecil."),
            basis(result),
        ),
    )


def ranks_of(result: CommoditySelection, ranking: Ranking) -> pd.DataFrame:
    """Collect the ranks: methods by commodities, without those that are not ranked."""
    ranked = ranking.table[ranking.table["rank"].notna()].set_index("komoditas")
    table = ranked[list(RANK_COLUMNS.values())].set_axis(list(RANK_COLUMNS), axis="columns")
    if isinstance(result.ahp, AhpWeights):
        table = table.assign(ahp=result.ahp.ranking.set_index("komoditas")["rank"])
    return table.T


def _title(ranking: Ranking, methods: int) -> Message:
    if ranking.methods_agree:
        return _(
            "Semua cara menghitung ({methods} cara) menempatkan {winners} di peringkat pertama.",
            methods=methods,
            winners=first_place(ranking.winners),
        )
    differing = [
        METHOD_LABELS[method]
        for method, winners in ranking.method_winners.items()
        if set(winners) != set(ranking.winners)
    ]
    return _(
        "{differing} tidak menempatkan {winners} di peringkat pertama seperti jumlah berbobot.",
        differing=listing(differing),
        winners=first_place(ranking.winners),
    )


def _heatmap(result: CommoditySelection, ranks: pd.DataFrame, language: Language) -> go.Figure:
    rows = [wrapped(render(METHOD_LABELS[method], language), METHOD_WIDTH) for method in ranks.index]
    worst = max(len(ranks.columns), 2)
    values = [[int(rank) for rank in row] for row in ranks.to_numpy()]
    return coloured_cells(
        language,
        rows=rows,
        columns=commodity_labels(result, list(ranks.columns), language, width=HEADING_WIDTH),
        darkness=[[(worst - rank) / (worst - 1) for rank in row] for row in values],
        texts=[[str(rank) for rank in row] for row in values],
    )
