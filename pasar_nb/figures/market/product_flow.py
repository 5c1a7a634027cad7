"""How much of the product goes from whom to whom, drawn as ribbons: a Sankey diagram that runs downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.market.quantities import RUPIAH
from pasar_nb.analysis.market.results import Actors, MarketMap
from pasar_nb.analysis.market.structure import Quantities
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, ReportFigure, canvas, wrapped
from pasar_nb.figures.market.flow_layout import Bar, Ribbon, lay_out
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Money, Number, _, _n, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, ORANGE, PAPER, SEQUENTIAL_BLUE, VERMILION

BAR = 14  # px of height
ROOM = 18  # px between the labels of two rows
DIGITS = 2  # of a place; more are noise, and sixteen look like an identifier
SAMPLES = np.linspace(0.0, 1.0, 13)  # points of a bend
MOST_NAMED = 3  # last buyers in the title


def product_flow(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Show the product on its way from producers to last buyers, each ribbon as wide as its quantity."""
    flows, actors = shown.result.quantities, shown.result.actors
    if isinstance(flows, NotEstimable):
        return flows
    if isinstance(actors, NotEstimable):
        return actors
    bars, ribbons = _laid_out(flows)
    return ReportFigure(
        name="aliran_produk",
        title=_title(flows, bars, actors),
        drawing=_drawn(flows, bars, ribbons, actors, shown.language),
        alternative=_alternative(flows),
        note=_note(flows, bars),
    )


def _laid_out(flows: Quantities) -> tuple[list[Bar], list[Ribbon]]:
    links = zip(flows.table["dari"], flows.table["ke"], strict=True)
    return lay_out(flows.order, dict(zip(links, map(float, flows.table["quantity"]), strict=True)))


def _amount(flows: Quantities, quantity: float) -> Message:
    if flows.unit == RUPIAH:
        return _("{money}", money=Money(quantity))
    return _("{volume} {unit}", volume=Number(quantity), unit=flows.unit)


def _title(flows: Quantities, bars: Sequence[Bar], actors: Actors) -> Message:
    names = _names(actors)
    ends = sorted((bar for bar in bars if not bar.sold), key=lambda bar: -bar.bought)
    named = [
        _("{name} ({amount})", name=names[bar.code], amount=_amount(flows, bar.bought))
        for bar in ends[:MOST_NAMED]
    ]
    others = len(ends) - len(named)
    listed = listing([*named, _n("{count} pembeli lain", others)] if others else named)
    begin = [bar for bar in bars if not bar.bought]
    unsourced = [bar for bar in begin if actors.producers and bar.code not in actors.producers]
    odd = sum(bar.sold for bar in unsourced)
    first = _amount(flows, sum(bar.sold for bar in begin) - odd)
    if not unsourced:
        return _(
            "Dari {first} yang dijual di awal rantai dalam setahun, yang tercatat sampai di ujungnya: "
            "{ends}.",
            first=first,
            ends=listed,
        )
    return _(
        "Dari {first} yang dijual produsen dalam setahun, ditambah {odd} yang tidak tercatat dibeli dari "
        "siapa pun ({sellers}), yang tercatat sampai di ujungnya: {ends}.",
        first=first,
        odd=_amount(flows, odd),
        sellers=listing(names[bar.code] for bar in unsourced),
        ends=listed,
    )


def _drawn(
    flows: Quantities, bars: Sequence[Bar], ribbons: Sequence[Ribbon], actors: Actors, language: Language
) -> go.Figure:
    names = _names(actors)
    labels = [
        wrapped(names[bar.code]) + "<br>" + wrapped(render(_amount(flows, bar.bought or bar.sold), language))
        for bar in bars
    ]
    heights = [(label.count("<br>") + 1) * LINE_HEIGHT + ROOM for label in labels]
    places = [float(y) for y in np.cumsum(heights) - np.array(heights) / 2]
    figure = canvas(language, height=sum(heights) + 16)
    figure.update_layout(showlegend=False)
    figure.update_xaxes(visible=False, range=[-1, 101])
    figure.update_yaxes(range=[sum(heights), 0], tickvals=places, ticktext=labels)
    scale = 100 / _widest(bars, ribbons)
    for ribbon in ribbons:
        _draw_ribbon(figure, ribbon, places, scale)
    outside = set(actors.table.loc[actors.table["lokasi"] == "luar", "pelaku"])
    for bar in bars:
        colour = GREY if bar.code in outside else BLUE
        parts = _parts(bar, colour, compared=flows.unit != RUPIAH)
        _draw_bar(
            figure, [(left * scale, right * scale, shade) for left, right, shade in parts], places[bar.row]
        )
    return figure


def _widest(bars: Sequence[Bar], ribbons: Sequence[Ribbon]) -> float:
    edges = (x + ribbon.quantity for ribbon in ribbons for _row, x in ribbon.lefts)
    return max(*edges, *(bar.left + bar.width for bar in bars))


def _draw_ribbon(figure: go.Figure, ribbon: Ribbon, places: Sequence[float], scale: float) -> None:
    """Draw a flow, bent between the rows where it moves aside."""
    left, down = _edge([(x * scale, places[row]) for row, x in ribbon.lefts])
    across = np.concatenate([left, left[::-1] + ribbon.quantity * scale])
    figure.add_scatter(
        x=across.round(DIGITS).tolist(),
        y=np.concatenate([down, down[::-1]]).round(DIGITS).tolist(),
        mode="lines",
        fill="toself",
        fillcolor=SEQUENTIAL_BLUE[2],
        line={"color": PAPER, "width": 0.5},
        opacity=0.6,
        hoverinfo="skip",
    )


def _edge(corners: Sequence[tuple[float, float]]) -> tuple[Floats, Floats]:
    """Give the points along an edge that leaves every row straight down."""
    smooth = 3 * SAMPLES**2 - 2 * SAMPLES**3
    across = [x0 + (x1 - x0) * smooth for (x0, _y0), (x1, _y1) in pairwise(corners)]
    down = [y0 + BAR / 2 + (y1 - y0 - BAR) * SAMPLES for (_x0, y0), (_x1, y1) in pairwise(corners)]
    return np.concatenate(across), np.concatenate(down)


def _parts(bar: Bar, colour: str, *, compared: bool) -> list[tuple[float, float, str]]:
    """Divide a bar: volume that comes in and does not go out, or the other way round, is its right end."""
    matched = min(bar.bought, bar.sold) if bar.middle and compared else bar.width
    odd = ORANGE if bar.bought > bar.sold else VERMILION
    middle, right = bar.left + matched, bar.left + bar.width
    return [(bar.left, middle, colour), *([(middle, right, odd)] if matched < bar.width else [])]


def _draw_bar(figure: go.Figure, parts: Sequence[tuple[float, float, str]], y: float) -> None:
    for left, right, shade in parts:
        figure.add_shape(
            type="rect",
            x0=round(left, DIGITS),
            x1=round(right, DIGITS),
            y0=y - BAR / 2,
            y1=y + BAR / 2,
            fillcolor=shade,
            line={"width": 0},
        )


def _names(actors: Actors) -> Mapping[str, str]:
    return dict(zip(actors.table["pelaku"], actors.table["nama"], strict=True))


def _alternative(flows: Quantities) -> Message:
    table = flows.table
    each = listing(
        _("{seller} ke {buyer} {amount}", seller=seller, buyer=buyer, amount=_amount(flows, float(quantity)))
        for seller, buyer, quantity in zip(
            table["nama_dari"], table["nama_ke"], table["quantity"], strict=True
        )
    )
    return _("Pita dari atas ke bawah, selebar jumlah yang mengalir setahun: {each}.", each=each)


def _note(flows: Quantities, bars: Sequence[Bar]) -> Message:
    said = [
        _(
            "Lebar pita: nilai setahun dalam rupiah nominal, sebab satuan volumenya tidak sama atau belum "
            "lengkap."
        )
        if flows.unit == RUPIAH
        else _("Lebar pita: volume setahun dalam {unit}.", unit=flows.unit),
        _("Angka di bawah nama: yang dibeli, atau di awal rantai yang dijual. Abu-abu: di luar kabupaten."),
    ]
    compared = [bar for bar in bars if bar.middle and flows.unit != RUPIAH]
    if any(bar.bought > bar.sold for bar in compared):
        said.append(_("Jingga: masuk tetapi tidak tercatat keluar."))
    if any(bar.bought < bar.sold for bar in compared):
        said.append(_("Merah: keluar lebih banyak daripada yang masuk."))
    source = _("n = {groups} kelompok pelaku. Sumber: tabel aliran.", groups=len(bars))
    return paragraph(*said, source)
