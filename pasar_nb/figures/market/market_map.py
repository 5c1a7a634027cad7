"""The market map as one picture: who stands where, and what goes from whom to whom."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.market.results import Actors, Flows, MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, two_forms
from pasar_nb.figures.market.map_drawing import (
    draw_boxes,
    draw_headings,
    draw_legend,
    draw_line,
    legend_height,
)
from pasar_nb.figures.market.map_lines import gutters, lay_lines
from pasar_nb.figures.market.map_rows import PAGE, TELEPHONE, Room, arrange, fitted
from pasar_nb.figures.market.map_sheet import measure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, _n, listing, paragraph
from pasar_nb.vocabulary import FLOW_LABELS, LAYER_LABELS, readable


def market_map(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Draw actors and flows: supporting functions above, the chain downwards, business environment below."""
    result = shown.result
    if isinstance(result.actors, NotEstimable):
        return result.actors
    if isinstance(result.flows, NotEstimable):
        return result.flows
    return ReportFigure(
        name="peta_pasar",
        title=_title(result.actors, str(result.commodity)),
        drawing=two_forms(
            *(_drawn(result.actors, result.flows, shown.language, room) for room in (PAGE, TELEPHONE))
        ),
        alternative=_alternative(result.actors, result.flows),
        note=_note(result.actors, result.flows),
    )


def _title(actors: Actors, commodity: str) -> Message:
    links = actors.table["position"].dropna().nunique()
    outside = int((actors.table["lokasi"] == "luar").sum())
    where = _n(
        "{count} dari {groups} kelompok pelaku berada di luar kabupaten.", outside, groups=actors.groups
    )
    if not links:
        return paragraph(_("Rantai nilai {name} belum dipetakan.", name=readable(commodity)), where)
    return paragraph(
        _n("Rantai nilai {name} mempunyai {count} mata rantai.", links, name=readable(commodity)), where
    )


def _drawn(actors: Actors, flows: Flows, language: Language, room: Room) -> go.Figure:
    merged = _merged(flows.table)
    about = {(row["dari"], row["ke"], row["jenis"]): row for _at, row in merged.iterrows()}
    whole = arrange(actors.table, language, room)
    boxes = fitted(whole, *gutters(about, whole))
    lines = lay_lines(about, boxes)
    kinds = [kind for kind in FLOW_LABELS if kind in set(merged["jenis"])]
    sheet = measure(boxes, lines, top=legend_height(kinds))
    figure = canvas(language, height=round(sheet.height) + 8)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 8}, showlegend=False)
    figure.update_xaxes(visible=False, range=[0, 100])
    figure.update_yaxes(visible=False, range=[sheet.height, 0])
    draw_headings(figure, boxes, sheet, language)
    draw_boxes(figure, boxes, sheet)
    for line in lines:
        draw_line(figure, line, about[line.flow], sheet, language)
    draw_legend(figure, kinds, language)
    return figure


def _merged(flows: pd.DataFrame) -> pd.DataFrame:
    """Draw several flows of a kind between the same two as one; a price is shown where there is only one."""
    grouped = flows.groupby(["dari", "ke", "jenis"], sort=False)
    first = grouped[["nama_dari", "nama_ke", "satuan", "harga"]].first()
    alike = (grouped[["harga", "satuan"]].nunique() <= 1).all(axis=1)
    volume = grouped["volume"].sum(min_count=1)
    return first.assign(
        harga=first["harga"].where(alike), volume=volume.where(grouped["satuan"].nunique() <= 1)
    ).reset_index()


def _alternative(actors: Actors, flows: Flows) -> Message:
    counts = actors.table["lapisan"].value_counts()
    each = listing(
        _("{layer} {count} kelompok", layer=label, count=int(counts.get(layer, 0)))
        for layer, label in LAYER_LABELS.items()
    )
    return _(
        "Peta pasar dari atas ke bawah: fungsi pendukung, rantai nilai dari hulu ke hilir, lingkungan "
        "bisnis. {each}. Produk mengalir: {ways}.",
        each=each,
        ways=listing(_product_ways(flows.table)) if len(flows.table) else _("belum dicatat"),
    )


def _product_ways(flows: pd.DataFrame) -> Sequence[Message]:
    products = flows[flows["jenis"] == "produk"]
    pairs = dict.fromkeys(zip(products["nama_dari"], products["nama_ke"], strict=True))
    return [_("{seller} ke {buyer}", seller=seller, buyer=buyer) for seller, buyer in pairs]


def _note(actors: Actors, flows: Flows) -> Message:
    products = flows.table[(flows.table["jenis"] == "produk") & flows.table["harga"].notna()]
    source = _(
        "n = {groups} kelompok pelaku; jumlah pelaku adalah perkiraan. Sumber: tabel pelaku dan aliran.",
        groups=actors.groups,
    )
    if (actors.table["jumlah"] == 0).any():
        source = paragraph(_("Tepi jingga: jumlah pelakunya nol."), source)
    if actors.table["jumlah"].isna().any():
        source = paragraph(_("Tanpa jumlah: jumlah pelakunya tidak dicatat."), source)
    if products.empty:
        return source
    units = products["satuan"].dropna().unique()
    if len(units) == 1 and products["satuan"].notna().all():
        return paragraph(_("Angka di samping panah produk: harga per {unit}.", unit=str(units[0])), source)
    return paragraph(
        _("Angka di samping panah produk: harga per satuan; satuannya ada pada tabel aliran."), source
    )
