"""Scores by criterion, drawn."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.analysis.commodity.veto import marked
from pasar_nb.disclosure import Released
from pasar_nb.figures.cells import coloured_cells
from pasar_nb.figures.commodity.labels import HEADING_WIDTH, basis, commodity_labels
from pasar_nb.figures.frame import ReportFigure, distinct, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Number, _, listing, paragraph, render
from pasar_nb.vocabulary import DIRECTION_LABELS, MISSING, SCORE_HIGH, SCORE_LOW, grade


def scores_by_criterion(shown: Released[CommoditySelection]) -> ReportFigure | NotEstimable:
    """Show the mean score of every commodity on every criterion; the darker, the better."""
    result, language = shown.result, shown.language
    if result.scores.table.empty:
        return NotEstimable(_("Belum ada skor."))
    return ReportFigure(
        name="skor_per_kriteria",
        title=_title(result),
        drawing=_heatmap(result, language),
        alternative=_(
            "Tabel warna: {criteria} kriteria ke bawah, {commodities} komoditas ke samping; tiap sel memuat "
            "skor rata-rata, makin gelap makin baik.",
            criteria=len(result.criteria.table),
            commodities=result.candidates,
        ),
        note=paragraph(
            _("Angka adalah skor rata-rata; makin gelap makin baik bagi komoditas itu."), basis(result)
        ),
    )


def grid(result: CommoditySelection, commodities: Sequence[str], column: str) -> pd.DataFrame:
    """Lay one column of the scores out: criteria by commodities, missing where nobody scored."""
    table = result.scores.table.pivot(index="kriteria", columns="komoditas", values=column)
    return table.reindex(index=list(result.criteria.table["kriteria"]), columns=list(commodities))


def _title(result: CommoditySelection) -> Message:
    table = result.scores.table
    best = table[table["utility"] == table.groupby("kriteria")["utility"].transform("max")]
    counts = best["komoditas"].value_counts()
    leaders = sorted(counts.index[counts == counts.max()])
    if result.candidates == 1:
        return _("Skor rata-rata {leader} pada setiap kriteria.", leader=marked(result.veto, leaders[0]))
    if len(leaders) == result.candidates and counts.max() == len(result.criteria.table):
        return _("Semua komoditas mendapat skor yang sama pada setiap kriteria.")
    if len(leaders) == 1:
        return _(
            "{leader} paling sering mendapat skor terbaik: pada {count} dari {criteria} kriteria.",
            leader=marked(result.veto, leaders[0]),
            count=int(counts.max()),
            criteria=len(result.criteria.table),
        )
    return _(
        "{leaders} paling sering mendapat skor terbaik: masing-masing pada {count} dari {criteria} kriteria.",
        leaders=listing(marked(result.veto, leader) for leader in leaders),
        count=int(counts.max()),
        criteria=len(result.criteria.table),
    )


def _heatmap(result: CommoditySelection, language: Language) -> go.Figure:
    commodities = result.order
    criteria = result.criteria.table
    fields = zip(criteria["nama"], criteria["bobot"], criteria["arah"], strict=True)
    rows = distinct([_criterion_label(*each, language) for each in fields])
    utility = grid(result, commodities, "utility")
    return coloured_cells(
        language,
        rows=rows,
        columns=commodity_labels(result, commodities, language, width=HEADING_WIDTH),
        darkness=[[_darkness(cell) for cell in row] for row in utility.to_numpy()],
        texts=_texts(grid(result, commodities, "mean"), language),
    )


def _criterion_label(name: str, weight: float, direction: str, language: Language) -> str:
    counts = render(_("bobot {weight}", weight=grade(weight)), language)
    lines = [wrapped(name), f"<b>{counts}</b>"]
    if direction == "biaya":
        lines += [f"<i>{render(DIRECTION_LABELS['biaya'], language)}</i>"]
    return "<br>".join(lines)


def _darkness(utility: float) -> float | None:
    return None if pd.isna(utility) else float(utility - SCORE_LOW) / (SCORE_HIGH - SCORE_LOW)


def _texts(means: pd.DataFrame, language: Language) -> list[list[str]]:
    """Write the scores with as many decimals as any of them needs, missing ones as a dash."""
    filled = means.stack().dropna()
    decimals = 0 if (filled == filled.round()).all() else 1
    return [
        [MISSING if pd.isna(cell) else render(Number(float(cell), decimals), language) for cell in row]
        for row in means.to_numpy()
    ]
