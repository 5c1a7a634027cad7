"""Tables of the scores, of the ranking they give and of the raters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from pasar_nb.analysis.commodity.results import CommoditySelection, Reranking
from pasar_nb.analysis.commodity.veto import marked
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph, verbatim
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW, first_place, readable

_ORDER = (
    DisplayColumn("nama", _("Komoditas")),
    DisplayColumn("rank", _("Peringkat"), "integer"),
    DisplayColumn("index", _("Indeks (1–5)"), "number", 2),
)
_BY_METHOD = (
    DisplayColumn("rank_topsis", _("Peringkat TOPSIS"), "integer"),
    DisplayColumn("topsis", _("TOPSIS (0–1)"), "number", 3),
    DisplayColumn("rank_promethee", _("Peringkat PROMETHEE II"), "integer"),
    DisplayColumn("promethee", _("PROMETHEE II (−1 sampai 1)"), "number", 3),
)
_VETO = DisplayColumn("veto", _("Veto"))


def score_means(shown: Released[CommoditySelection]) -> DisplayTable:
    """Show the mean score of every commodity on every criterion."""
    return _crossed(
        shown,
        "mean",
        name="skor_rata_rata",
        title=_("Skor rata-rata tiap komoditas menurut kriteria"),
        note=_(
            "Skala {low}–{high}, seperti dicatat penilai; n = {raters} penilai. Sumber: tabel skor.",
            low=SCORE_LOW,
            high=SCORE_HIGH,
            raters=shown.result.scores.n_raters,
        ),
    )


def score_spread(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show how far the raters differ on every score."""
    scores = shown.result.scores
    if scores.table["sd"].isna().all():
        return NotEstimable(
            _(
                "Sebaran antarpenilai tidak dapat dihitung: tidak ada skor yang diberikan oleh lebih dari "
                "satu penilai."
            )
        )
    return _crossed(
        shown,
        "sd",
        name="sebaran_skor",
        title=_("Perbedaan pendapat penilai: simpangan baku skor"),
        note=_(
            "Dalam satuan skor ({low}–{high}); 0 berarti semua penilai memberi skor yang sama; "
            "n = {raters} penilai. Sumber: tabel skor.",
            low=SCORE_LOW,
            high=SCORE_HIGH,
            raters=scores.n_raters,
        ),
    )


def ranking(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show the order of the commodities by the weighted sum and by the two other methods."""
    result = shown.result.ranking
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    any_vetoed = bool(table["vetoed"].any())
    return DisplayTable(
        name="peringkat",
        title=_("Peringkat komoditas menurut tiga cara menghitung"),
        columns=(*_ORDER, *_BY_METHOD, *((_VETO,) if any_vetoed else ())),
        frame=_named(table).assign(
            veto=column_of([_("ya") if vetoed else None for vetoed in table["vetoed"]], table.index)
        ),
        note=_ranking_note(shown.result.scores.n_raters, any_vetoed),
        highlight=_winning(table, result.winners),
    )


def reranking(shown: Released[Reranking]) -> DisplayTable:
    """Show the order of the commodities under other weights."""
    table = shown.result.table
    return DisplayTable(
        name="peringkat_bobot_lain",
        title=_("Dengan bobot pada penggeser"),
        columns=_ORDER,
        frame=_named(table),
        highlight=_winning(table, shown.result.winners),
    )


def agreed_order(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show the order under the agreed weights, to stand beside `reranking`."""
    result = shown.result.ranking
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="peringkat_bobot_disepakati",
        title=_("Dengan bobot yang disepakati"),
        columns=_ORDER,
        frame=_named(result.table),
        highlight=_winning(result.table, result.winners),
    )


def raters(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show what each rater would have put first, and how alike the others their order is."""
    result = shown.result.agreement
    if isinstance(result, NotEstimable):
        return result
    name = partial(marked, shown.result.veto)
    first = [first_place(names, name) for names in result.raters["first_choice"]]
    return DisplayTable(
        name="penilai",
        title=_("Pilihan pertama tiap penilai dan keselarasannya dengan penilai lain"),
        columns=(
            DisplayColumn("penilai", _("Penilai")),
            DisplayColumn("first", _("Peringkat pertama")),
            DisplayColumn("tau_with_mean", _("Keselarasan (tau Kendall, −1 sampai 1)"), "number", 2),
        ),
        frame=result.raters.assign(first=column_of(first, result.raters.index)),
        note=_(
            "Keselarasan dengan rata-rata penilai lain: 1 berarti urutan yang sama, −1 urutan terbalik. "
            "Nama penilai diganti nomor."
        ),
    )


def _ranking_note(raters: int, any_vetoed: bool) -> Message:
    how = _(
        "Peringkat 1 terbaik; yang sama kuat berbagi peringkat. Indeks: jumlah bobot kali nilai, "
        "{high} terbaik.",
        high=SCORE_HIGH,
    )
    vetoed = (_("Komoditas yang melanggar ambang veto tidak diperingkat."),) if any_vetoed else ()
    source = _("n = {raters} penilai. Sumber: tabel kriteria dan skor.", raters=raters)
    return paragraph(how, *vetoed, source)


def _crossed(
    shown: Released[CommoditySelection], value: str, *, name: str, title: Message, note: Message
) -> DisplayTable:
    """Lay commodities by criteria, in the order of the ranking and of the agreed criteria."""
    result = shown.result
    cells = result.scores.table.pivot(index="komoditas", columns="kriteria", values=value)
    # Codes of the district's own: one of them may be "nama", like a column of ours.
    present = {f"kriteria_{key}": label for key, label in result.criteria.names.items() if key in cells}
    return DisplayTable(
        name=name,
        title=title,
        columns=(
            DisplayColumn("nama", _("Komoditas")),
            *(DisplayColumn(criterion, verbatim(label), "number", 1) for criterion, label in present.items()),
        ),
        frame=_named(cells.loc[list(result.order)].add_prefix("kriteria_").reset_index()),
        note=note,
    )


def _winning(table: pd.DataFrame, winners: Sequence[str]) -> tuple[object, ...]:
    return tuple(table.index[table["komoditas"].isin(winners)])


def _named(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(nama=[readable(name) for name in table["komoditas"]])
