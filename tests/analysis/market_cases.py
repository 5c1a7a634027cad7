"""Small markets written as text tables, so that a test shows its data."""

from __future__ import annotations

import io

import pandas as pd
from hypothesis import strategies as st

from pasar_nb.analysis import market
from pasar_nb.analysis.market import MarketMap

KINDS = {
    "urutan": "Int64",
    "jumlah": "Int64",
    "persen_perempuan": "float64",
    "biaya_per_satuan": "float64",
    "volume": "float64",
    "harga": "float64",
}
ACTOR_COLUMNS = (
    *("pelaku", "nama", "komoditas", "lapisan", "fungsi", "urutan", "lokasi"),
    *("jumlah", "persen_perempuan", "biaya_per_satuan"),
)
FLOW_COLUMNS = ("komoditas", "dari", "ke", "jenis", "volume", "satuan", "harga")
INTERVENTION_COLUMNS = (
    *("intervensi", "komoditas", "pernyataan", "perubahan_sistem_pasar"),
    *("perbaikan_akses_pertumbuhan", "pengurangan_kemiskinan"),
)
PROBLEM_COLUMNS = ("masalah", "induk", "pernyataan", "area", "akar", "intervensi", "mitra_potensial")

# Two channels: P-T-F-K carries 100 kg, P-B-F-K carries 50 kg.
TWO_CHANNELS = """
pelaku fungsi      urutan jumlah persen_perempuan biaya_per_satuan
P      Produksi    1      200    40               4
T      Pengumpulan 2      20     25               6
B      Pengolahan  2      1      100              2
F      Pengolahan  3      2      -                10
K      Konsumsi    4      -      -                -
"""
TWO_CHANNEL_FLOWS = """
dari ke volume satuan harga
P    T  100    kg     10
P    B  50     kg     12
T    F  100    kg     15
B    F  50     kg     18
F    K  150    kg     40
"""
TREE = """
masalah induk area              akar  intervensi mitra_potensial
M1      -     rantai_nilai      tidak -          -
M2      M1    rantai_nilai      tidak -          -
M3      M2    pendukung         ya    I1;I2      Koperasi
M4      M1    pendukung         ya    -          Bank
M5      M1    lingkungan_bisnis ya    -          -
M6      M1    rantai_nilai      tidak -          -
"""


def read(text: str) -> pd.DataFrame:
    """Read a text table; a dash is an empty cell."""
    return pd.read_csv(io.StringIO(text.strip()), sep=r"\s+", na_values=["-"], keep_default_na=False)


def typed(frame: pd.DataFrame, columns: tuple[str, ...], **defaults: object) -> pd.DataFrame:
    """Give a table all its columns and the types of the contract."""
    full = frame.assign(**{name: value for name, value in defaults.items() if name not in frame})
    full = full.reindex(columns=list(columns))
    return full.astype({name: kind for name, kind in KINDS.items() if name in columns})


def actors(text: str, **defaults: object) -> pd.DataFrame:
    frame = read(text)
    given = {"nama": frame["pelaku"], "komoditas": "jahe", "lapisan": "rantai_nilai", "lokasi": "dalam"}
    return typed(frame, ACTOR_COLUMNS, **{**given, **defaults})


def flows(text: str, **defaults: object) -> pd.DataFrame:
    return typed(read(text), FLOW_COLUMNS, **{"komoditas": "jahe", "jenis": "produk", **defaults})


def problems(text: str) -> pd.DataFrame:
    frame = read(text).assign(akar=lambda table: (table["akar"] == "ya").astype("boolean"))
    return typed(frame, PROBLEM_COLUMNS, pernyataan="Pernyataan " + frame["masalah"])


def interventions(text: str, commodity: str = "jahe") -> pd.DataFrame:
    """Read interventions; an underscore is a space, and a level that is not in the text has its own words."""
    frame = read(text)
    levels = INTERVENTION_COLUMNS[2:]
    given = {level: level + " " + frame["intervensi"] for level in levels} | {"komoditas": commodity}
    full = typed(frame, INTERVENTION_COLUMNS, **given)
    return full.assign(**{level: full[level].str.replace("_", " ") for level in levels})


def chart(who: str = TWO_CHANNELS, trade: str = TWO_CHANNEL_FLOWS, **tables: object) -> MarketMap:
    return market.chart(actors(who), flows(trade), **tables)  # type: ignore[arg-type]


def line(*prices: float, volume: float | list[float] = 10, unit: str = "kg") -> MarketMap:
    """A chain of one way: a producer, traders and a consumer."""
    names = ["P", *(f"T{at}" for at in range(1, len(prices))), "K"]
    functions = ["Produksi", *["Perdagangan"] * (len(prices) - 1), "Konsumsi"]
    who = pd.DataFrame({"pelaku": names, "fungsi": functions})
    given = {"nama": who["pelaku"], "komoditas": "jahe", "lapisan": "rantai_nilai", "lokasi": "dalam"}
    trade = pd.DataFrame({"dari": names[:-1], "ke": names[1:], "harga": prices})
    about = {"komoditas": "jahe", "jenis": "produk", "volume": volume, "satuan": unit}
    return market.chart(typed(who, ACTOR_COLUMNS, **given), typed(trade, FLOW_COLUMNS, **about))


@st.composite
def markets(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Markets without circles: 2-7 actors of the chain, some others, product and other flows among them."""
    size = draw(st.integers(2, 7))
    chain, others = [f"c{at}" for at in range(size)], [f"o{at}" for at in range(draw(st.integers(0, 5)))]
    layers = [draw(st.sampled_from(["pendukung", "lingkungan_bisnis"])) for _other in others]
    who = pd.DataFrame({"pelaku": [*chain, *others], "lapisan": ["rantai_nilai"] * size + layers})
    order = [draw(st.one_of(st.none(), st.integers(1, 4))) for _actor in chain] + [None] * len(others)
    functions = [draw(st.sampled_from(["Produksi", "Dagang", "Konsumsi"])) for _actor in who.index]
    who = who.assign(urutan=pd.Series(order, dtype="Int64"), fungsi=functions, nama=who["pelaku"])
    pairs = [(a, b) for at, a in enumerate(chain) for b in chain[at + 1 :]]
    products = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=10, unique=True))
    everybody = list(who["pelaku"])
    other = st.tuples(st.sampled_from(everybody), st.sampled_from(everybody)).filter(lambda p: p[0] != p[1])
    services = draw(st.lists(other, max_size=10, unique=True))
    kinds = [draw(st.sampled_from(["uang", "jasa", "informasi", "pembiayaan"])) for _pair in services]
    trade = pd.DataFrame([*products, *services], columns=["dari", "ke"])
    amounts = st.integers(1, 1000)
    trade = trade.assign(
        jenis=["produk"] * len(products) + kinds,
        volume=[float(draw(amounts)) for _flow in trade.index],
        harga=[float(draw(amounts)) for _flow in trade.index],
        satuan="kg",
    )
    about = {"komoditas": "jahe", "lokasi": "luar"}
    return typed(who, ACTOR_COLUMNS, **about), typed(trade, FLOW_COLUMNS, komoditas="jahe")
