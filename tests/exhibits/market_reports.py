"""Markets worked out by hand, each with one thing that people must be told."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
from exhibit_reading import shown
from market_cases import (
    ACTOR_COLUMNS,
    FLOW_COLUMNS,
    TREE,
    TWO_CHANNEL_FLOWS,
    TWO_CHANNELS,
    actors,
    chart,
    flows,
    problems,
    typed,
)

from pasar_nb.analysis import market
from pasar_nb.analysis.market import MarketMap
from pasar_nb.disclosure import Released

Shown = Released[MarketMap]

SUPPORT = "pelaku fungsi jumlah\nU Penyuluhan 4\nL Logistik 0\nN Pembiayaan 2"
RULES = "pelaku fungsi jumlah\nD Kebijakan 1"
SERVICES = """
dari ke jenis      volume satuan harga
T    P  uang       1000   Rp     -
F    T  uang       1500   Rp     -
U    P  jasa       -      -      -
N    F  pembiayaan -      -      -
T    P  informasi  -      -      -
D    F  jasa       -      -      -
P    K  produk     5      kg     39
"""
IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|'/C calc'!A0"
BRACES = "jahe {merah} {0} {"
TEMPLATE = "%{x} $\\alpha$ </b>"
LONG = "Persekutuan" + "pengolahsimplisia" * 5
HOSTILE = (IMAGE, FORMULA, BRACES, TEMPLATE, LONG)


@cache
def whole() -> Shown:
    who = [actors(TWO_CHANNELS), actors(SUPPORT, lapisan="pendukung", lokasi="luar")]
    everybody = pd.concat([*who, actors(RULES, lapisan="lingkungan_bisnis")], ignore_index=True)
    trade = pd.concat([flows(TWO_CHANNEL_FLOWS), flows(SERVICES)], ignore_index=True)
    return shown(market.chart(everybody, trade, problems=problems(TREE)))


@cache
def priceless() -> Shown:
    return shown(chart(trade="dari ke volume satuan harga\nP T - - -\nT K - - -"))


@cache
def losing() -> Shown:
    """T buys at 10 and sells at 9."""
    return shown(chart(trade="dari ke volume satuan harga\nP T 5 kg 10\nT K 5 kg 9"))


@cache
def short() -> Shown:
    return shown(chart(trade="dari ke volume satuan harga\nP T 5 kg 10\nT F 5 kg 12"))


@cache
def going_round() -> Shown:
    return shown(chart(trade=TWO_CHANNEL_FLOWS + "F T 10 kg 9\n"))


@cache
def partly_refused() -> Shown:
    return shown(chart(trade=TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 100 kg -")))


@cache
def nobody() -> Shown:
    return shown(market.chart(actors(TWO_CHANNELS).iloc[:0], flows("dari ke volume satuan harga")))


@cache
def unconnected() -> Shown:
    return shown(chart(trade="dari ke volume satuan harga"))


@cache
def only_support() -> Shown:
    who = actors(SUPPORT, lapisan="pendukung")
    return shown(market.chart(who, flows("dari ke volume satuan harga"), problems=problems(TREE)))


@cache
def hostile() -> Shown:
    """Names, functions, units and statements that try to be something else."""
    codes = ["nama", "pelaku", "{x}", "a;b", "channel"]
    who = pd.DataFrame({"pelaku": codes, "nama": HOSTILE, "fungsi": ["Produksi", *HOSTILE[1:4], "Konsumsi"]})
    about = {"komoditas": BRACES, "lapisan": "rantai_nilai", "lokasi": "luar", "jumlah": 20}
    everybody = typed(who, ACTOR_COLUMNS, **about, persen_perempuan=50)
    trade = pd.DataFrame({"dari": codes[:-1], "ke": codes[1:], "harga": [5, 6, 7, 8]})
    kinds = {"komoditas": BRACES, "jenis": "produk", "volume": 9, "satuan": IMAGE}
    tree = problems(TREE).assign(pernyataan=[*HOSTILE, IMAGE], mitra_potensial=FORMULA)
    return shown(market.chart(everybody, typed(trade, FLOW_COLUMNS, **kinds), problems=tree))


CASES: dict[str, Callable[[], Shown]] = {
    one.__name__: one
    for one in (
        *(whole, priceless, losing, short, going_round, partly_refused),
        *(nobody, unconnected, only_support, hostile),
    )
}
