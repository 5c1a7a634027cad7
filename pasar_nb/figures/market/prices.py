"""How the price grows from producer to last buyer, drawn channel by channel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.market.balance import ROUNDING
from pasar_nb.analysis.market.results import MarketMap, Prices
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, ReportFigure, canvas, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Money, Share, Value, _, _n, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, SKY, VERMILION

DIGITS = 2  # of a rupiah; more are noise, and sixteen look like an identifier
MOST_DRAWN = 4  # channels; the others stand in the table
ROW = 40  # px of a heading


@dataclass(frozen=True, slots=True)
class _Row:
    """One actor of a channel, or with no step the channel's heading and what is paid at its end."""

    y: float
    height: float
    label: str
    step: pd.Series | None
    end: Message | None


def price_build_up(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Show what each actor adds to the price, from the producer to the last buyer."""
    prices = shown.result.prices
    if isinstance(prices, NotEstimable):
        return prices
    return ReportFigure(
        name="harga_sepanjang_rantai",
        title=_title(prices),
        drawing=_drawn(prices, shown.language),
        alternative=_alternative(prices),
        note=_note(prices),
    )


def _title(prices: Prices) -> Message:
    first, shares = prices.main, prices.channels["producer_share"]
    if first is None:
        return _(
            "Bagian produsen berkisar {low} sampai {high} pada {count} jalur.",
            low=Share(float(shares.min())),
            high=Share(float(shares.max())),
            count=len(shares),
        )
    facts: dict[str, Value] = {
        "price": Money(float(first["producer_price"])),
        "final": Money(float(first["final_value"])),
        "unit": str(first["unit"]),
        "share": Share(float(first["producer_share"])),
        "number": int(first["channel"]),
    }
    if not first["lost"] >= ROUNDING:
        return _(
            "Produsen tercatat menerima {price} dari harga akhir {final} per {unit} ({share}) pada jalur "
            "{number}.",
            **facts,
        )
    return _(
        "Produsen tercatat menerima {price} per {unit}, {share} dari {final} yang dibayar di ujung untuk "
        "sisanya setelah susut, pada jalur {number}.",
        **facts,
    )


def _drawn(prices: Prices, language: Language) -> go.Figure:
    rows = list(_rows(prices, language))
    height = rows[-1].y + rows[-1].height / 2
    steps = [(row.y, row.step) for row in rows if row.step is not None]
    most = float(prices.channels["final_value"].head(MOST_DRAWN).max())
    figure = canvas(language, height=round(height) + 16)
    figure.update_layout(showlegend=False)
    figure.update_xaxes(
        visible=False, range=[round(end * 1.02, DIGITS) for end in (min(0.0, _lowest(prices)), most)]
    )
    figure.update_yaxes(
        range=[height, 0],
        showgrid=False,
        tickvals=[row.y for row in rows],
        ticktext=[row.label for row in rows],
    )
    figure.add_bar(
        orientation="h",
        y=[y for y, _step in steps],
        base=[_start(step) for _y, step in steps],
        x=[round(float(step["margin"]), DIGITS) for _y, step in steps],
        width=22,
        marker={"color": [_colour(step) for _y, step in steps]},
        hoverinfo="skip",
    )
    for row in rows:
        _write(figure, row, most, language)
    return figure


def _rows(prices: Prices, language: Language) -> Iterator[_Row]:
    y = 0.0
    columns = ("channel", "final_value", "lost")
    for number, final, lost in zip(
        *(prices.channels[name].head(MOST_DRAWN) for name in columns), strict=True
    ):
        heading = render(_("Jalur {number}", number=int(number)), language)
        yield _Row(y + ROW / 2, ROW, f"<b>{heading}</b>", None, _at_the_end(float(final), float(lost)))
        y += ROW
        steps = prices.steps[(prices.steps["channel"] == number) & prices.steps["margin"].notna()]
        for _at, step in steps.iterrows():
            label = wrapped(str(step["nama"])) + "<br>" + render(Money(float(step["margin"])), language)
            height = (label.count("<br>") + 1) * LINE_HEIGHT + 10
            yield _Row(y + height / 2, height, label, step, None)
            y += height


def _at_the_end(value: float, lost: float) -> Message:
    if not lost >= ROUNDING:
        return _("Harga akhir {price}", price=Money(value))
    return _("Akhir {value}, susut {lost}", value=Money(value), lost=Share(lost))


def _start(step: pd.Series) -> float:
    return 0.0 if pd.isna(step["paid"]) else round(float(step["paid"]), DIGITS)


def _end(step: pd.Series) -> float:
    return round(float(step["earned"]), DIGITS)


def _colour(step: pd.Series) -> str:
    if step["margin"] < 0:
        return VERMILION
    return BLUE if pd.isna(step["buying"]) else SKY


def _lowest(prices: Prices) -> float:
    return float(prices.steps["earned"].min())


def _write(figure: go.Figure, row: _Row, most: float, language: Language) -> None:
    """Write the final price, or an actor's share of it on the side of its bar that has more room."""
    if row.step is None:
        said = render(row.end, language) if row.end is not None else ""
        figure.add_annotation(x=0, y=row.y, text=f"<b>{said}</b>", showarrow=False, xanchor="left")
        return
    low, high = sorted((_start(row.step), _end(row.step)))
    right = most - high >= low
    figure.add_annotation(
        x=high if right else low,
        y=row.y,
        text=render(Share(float(row.step["share"])), language),
        showarrow=False,
        xanchor="left" if right else "right",
        xshift=4 if right else -4,
    )


def _alternative(prices: Prices) -> Message:
    sold = prices.steps[prices.steps["margin"].notna() & (prices.steps["channel"] <= MOST_DRAWN)]
    each = listing(
        _(
            "jalur {number}, {name} {share}",
            number=int(step["channel"]),
            name=str(step["nama"]),
            share=Share(float(step["share"])),
        )
        for step in sold.to_dict("records")
    )
    return _("Batang berjenjang: bagian tiap pelaku dari yang dibayar di ujung. {each}.", each=each)


def _note(prices: Prices) -> Message:
    said = [
        _(
            "Batang dan rupiah: penjualan dikurangi pembelian per satuan yang dijual produsen, sebelum biaya "
            "dan setelah susut bila diketahui; persen: bagiannya dari yang dibayar di ujung. Biru tua: "
            "produsen. Harga nominal."
        )
    ]
    left_out = len(prices.channels) - MOST_DRAWN
    if left_out > 0:
        said.append(_n("{count} jalur lain ada pada tabel.", left_out))
    return paragraph(*said, _("n = {channels} jalur. Sumber: tabel aliran.", channels=len(prices.channels)))
