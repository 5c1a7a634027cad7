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
    interventions,
    problems,
    typed,
)
from trend_cases import growing, price_index, series

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
MOVES = pd.concat(
    [
        series(growing(36, 0.05)),
        series([10.0] * 24 + [12.0] * 12, name="volume_jahe", unit="kg").assign(sumber="Catatan penjualan"),
        series([5.0] * 36, name="luas_jahe", unit="ha"),
        series([5.0] * 36, name="harga_kopi"),
    ]
)
TWO_TREES = """
masalah induk area              akar  intervensi mitra_potensial
M1      -     rantai_nilai      tidak -          -
M2      M1    pendukung         ya    I1         -
M3      M2    pendukung         tidak I3         -
N1      -     lingkungan_bisnis tidak I9         -
"""
FLAWED_LOGIC = """
intervensi pernyataan perubahan_sistem_pasar perbaikan_akses_pertumbuhan pengurangan_kemiskinan
I1         Latih      -                      Harga_naik                  harga_naik
I2         Bangun     Pembeli_baru           Akses                       Pendapatan
I3         Bangun     Pembeli_baru           Akses                       Pendapatan
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
    causes = {"problems": problems(TREE), "interventions": interventions("intervensi\nI1\nI2")}
    moves = {"series": MOVES, "price_index": price_index(36, 0.05)}
    return shown(market.chart(everybody, trade, **causes, **moves))


@cache
def flawed() -> Shown:
    """Two trees, a root with a cause below it, idle interventions, empty and repeated levels."""
    known = interventions(FLAWED_LOGIC)
    moves = series([9.0] * 5, name="volume_jahe", unit="kg")
    return shown(chart(problems=problems(TWO_TREES), interventions=known, series=moves))


@cache
def crowded() -> Shown:
    """More problems than a picture holds, one below the other, and more interventions and series, too."""
    names = [f"M{at}" for at in range(70)]
    table = problems("masalah induk area akar\nM0 - pendukung ya").iloc[[0] * 70].reset_index(drop=True)
    table = table.assign(masalah=names, induk=[None, *names[:-1]], pernyataan=names, intervensi="J1; J2")
    known = interventions("intervensi\n" + "\n".join(f"J{at}" for at in range(10)))
    every = pd.concat([series([9.0] * 3, name=f"harga_jahe_{at}") for at in range(8)])
    return shown(chart(problems=table, interventions=known, series=every))


@cache
def priceless() -> Shown:
    return shown(chart(trade="dari ke volume satuan harga\nP T - - -\nT K - - -"))


@cache
def losing() -> Shown:
    """T buys at 10 and sells at 9."""
    return shown(chart(trade="dari ke volume satuan harga\nP T 5 kg 10\nT F 5 kg 9\nF K 5 kg 30"))


@cache
def shrinking() -> Shown:
    """T sells 90 of 100 that it buys, F 81 of these."""
    return shown(chart(trade="dari ke volume satuan harga\nP T 100 kg 10\nT F 90 kg 15\nF K 81 kg 40"))


@cache
def without_volumes() -> Shown:
    return shown(chart(trade=TWO_CHANNEL_FLOWS.replace("P    B  50 ", "P B - ")))


@cache
def from_nowhere() -> Shown:
    """T sells 120 of 100 that it buys, B buys nothing at all."""
    odd = TWO_CHANNEL_FLOWS.replace("T    F  100", "T F 120").replace("P    B  50 ", "P B 0 ")
    return shown(chart(trade=odd))


@cache
def lenders() -> Shown:
    """All that T gives besides money is credit; B only pays."""
    credit = flows("dari ke jenis volume satuan harga\nT P pembiayaan - - -")
    trade = pd.concat([flows(TWO_CHANNEL_FLOWS), credit], ignore_index=True)
    return shown(market.chart(actors(TWO_CHANNELS), trade))


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
    known = interventions("intervensi\nI1\nI2", BRACES).assign(pernyataan=IMAGE, pengurangan_kemiskinan=LONG)
    moves = series([5.0] * 30, name=f"harga {BRACES} {IMAGE}", unit=f"Rp/{IMAGE}").assign(sumber=FORMULA)
    bought = typed(trade, FLOW_COLUMNS, **kinds)
    return shown(market.chart(everybody, bought, problems=tree, interventions=known, series=moves))


CASES: dict[str, Callable[[], Shown]] = {
    one.__name__: one
    for one in (
        *(whole, flawed, crowded, priceless, losing, short, going_round, partly_refused),
        *(nobody, unconnected, only_support, hostile),
        *(shrinking, without_volumes, from_nowhere, lenders),
    )
}
