"""Tables of the problem tree and of what answers its roots."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import LAYER_LABELS

INDENT, BRANCH = "\u2003", "└ "  # an em space, which HTML does not swallow


def problem_tree(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show the tree: each cause indented below what it causes, roots in bold."""
    tree = shown.result.tree
    if isinstance(tree, NotEstimable):
        return tree
    table = tree.table
    indented = [
        INDENT * (depth - 1) + BRANCH + statement if depth else statement
        for depth, statement in zip(table["depth"], table["pernyataan"], strict=True)
    ]
    root = column_of([_("ya") if root else None for root in table["akar"]], table.index)
    return DisplayTable(
        name="pohon_masalah",
        title=_("Pohon masalah: jawaban “mengapa” berada di bawah masalahnya"),
        columns=(
            DisplayColumn("pernyataan", _("Masalah")),
            DisplayColumn("area", _("Area")),
            DisplayColumn("root", _("Akar masalah")),
        ),
        frame=table.assign(
            pernyataan=column_of(indented, table.index),
            area=labelled(table["area"], LAYER_LABELS),
            root=root,
        ),
        note=_("Akar masalah dicetak tebal. Sumber: tabel masalah."),
        highlight=tuple(table.index[table["akar"]]),
    )


def roots(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show what answers each root, and with whom."""
    tree = shown.result.tree
    if isinstance(tree, NotEstimable):
        return tree
    table = tree.table[tree.table["akar"]]
    if table.empty:
        return NotEstimable(_("Belum ada masalah yang ditandai sebagai akar masalah."))
    return DisplayTable(
        name="akar_dan_intervensi",
        title=_("Akar masalah, intervensi yang menjawabnya, dan calon mitra"),
        columns=(
            DisplayColumn("area", _("Area")),
            DisplayColumn("pernyataan", _("Akar masalah")),
            DisplayColumn("answers", _("Intervensi")),
            DisplayColumn("mitra", _("Calon mitra")),
        ),
        frame=table.assign(
            area=labelled(table["area"], LAYER_LABELS),
            answers=_or_none(table["answers"]),
            mitra=_or_none(table["mitra"]),
        ).sort_values("area", key=lambda _area: table["area"].map(list(LAYER_LABELS).index), kind="stable"),
        note=_("Tanda – berarti belum ada. Sumber: tabel masalah dan intervensi."),
    )


def _or_none(column: pd.Series) -> pd.Series:
    return column_of([text or None for text in column], column.index)
