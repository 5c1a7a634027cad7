"""The market map of the chosen commodity: actors, flows of product and money, problems, interventions.

Volumes are those of a year and lose a little at each step. Prices rise from the producers' price of the year
before the programme, which stands in `deret`, by the markups of the story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd

from pasar_nb.demo.problem_tree import read
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.venture import Helper, Market
from pasar_nb.demo.yardsticks import SHARES_OUT, money
from pasar_nb.vocabulary import MONTHS_PER_YEAR

PRODUCER_COST = 0.37  # of the price: inputs, labour, transport, tools
OWN_COST = 0.55  # of what a trader adds to the price
MARKET_MARKUP, DIRECT_MARKUP, PARTNER_MARKUP = 1.04, 1.15, 1.02  # what others pay producers
STALL_MARKUP = 1.25  # what sub-district traders sell at
STALLS = 4  # traders of the sub-district market for each collector
RETAILERS = 60  # for each private buyer
PRODUCERS_PER_SUPPLIER = 90
INPUT_SHARE = 0.16  # of sales that goes into the main input
WOMEN = {"PGP": 15, "PSR": 55, "MTL": 40, "PBS": 10, "MSW": 35, "ECR": 52, "KON": 58}  # per cent

FURTHER_FLOWS = (("PGP", "PRD", "pembiayaan"), ("MTL", "PRD", "informasi"), ("MSW", "PBS", "informasi"))
KINDS_OF_SUPPORT = {"Pembiayaan": "pembiayaan", "Informasi pasar": "informasi"}


Link: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Flow:
    volume: float
    price: float


def market_map(setting: Setting) -> Drawn:
    """Draw the tables of the market map."""
    market, commodity = setting.story.venture.market, setting.story.commodity.name
    flows = _flows(setting)
    actors = _actors(market, setting.base.producers, flows)
    tables = {
        "pelaku": actors.assign(komoditas=commodity),
        "aliran": _flow_rows(setting, flows).assign(komoditas=commodity),
        "masalah": read(setting.story.venture.plight.tree),
        "intervensi": _interventions(setting),
    }
    return Drawn(tables, {"peta_pasar": _truth(market, flows, tables["masalah"])})


def _flows(setting: Setting) -> Mapping[Link, _Flow]:
    """Compute volume and price of every flow of product, in the order of the chain."""
    market, base = setting.story.venture.market, setting.base
    made, kept, old = base.producers * base.volume * MONTHS_PER_YEAR, market.kept, base.price
    collected, stalls, partner, direct = (made * share for share in SHARES_OUT)
    trader, wholesale, private, retail = (old * markup for markup in market.markups)
    bulk = (collected * kept + partner) * kept
    inputs = made * old * INPUT_SHARE / market.input_price
    amounts = {
        ("INP", "PRD"): (inputs, market.input_price),
        ("PRD", "PGP"): (collected, old),
        ("PRD", "PSR"): (stalls, old * MARKET_MARKUP),
        ("PRD", "MTL"): (partner, old * PARTNER_MARKUP),
        ("PRD", "KLK"): (direct, old * DIRECT_MARKUP),
        ("PSR", "KLK"): (stalls * kept, old * STALL_MARKUP),
        ("PGP", "PBS"): (collected * kept, trader),
        ("PBS", "MSW"): (collected * kept * kept, wholesale),
        ("MTL", "MSW"): (partner * kept, (trader + wholesale) / 2),
        ("MSW", "ECR"): (bulk * kept, private),
        ("ECR", "KON"): (bulk * kept, retail),
    }
    return {link: _Flow(float(np.rint(v)), money(p)) for link, (v, p) in amounts.items()}


def _actors(market: Market, producers: int, flows: Mapping[Link, _Flow]) -> pd.DataFrame:
    """List the actors by layer and by their place in the chain."""
    inside, outside = "dalam", "luar"
    chain = [
        (
            "INP",
            market.supplier,
            "Penyedia input",
            1,
            inside,
            max(producers // PRODUCERS_PER_SUPPLIER, 2),
            np.nan,
        ),
        ("PRD", market.producers, "Produksi", 2, inside, producers, market.women),
        ("PGP", market.trader, "Pengumpulan", 3, inside, market.traders, WOMEN["PGP"]),
        ("PSR", market.stall, "Pengumpulan", 3, inside, market.traders * STALLS, WOMEN["PSR"]),
        ("MTL", market.local, "Pengolahan awal", 3, inside, 1, WOMEN["MTL"]),
        ("PBS", market.wholesaler, "Perdagangan besar", 4, inside, market.wholesalers, WOMEN["PBS"]),
        ("MSW", market.private, "Pengolahan", 5, outside, market.privates, WOMEN["MSW"]),
        ("ECR", market.retailer, "Perdagangan eceran", 6, outside, market.privates * RETAILERS, WOMEN["ECR"]),
        ("KLK", market.nearby, "Konsumsi", 7, inside, None, np.nan),
        ("KON", market.consumer, "Konsumsi", 7, outside, None, WOMEN["KON"]),
    ]
    rows: list[dict[str, object]] = [
        {
            "pelaku": code, "nama": name, "lapisan": "rantai_nilai", "fungsi": function, "urutan": place,
            "lokasi": where, "jumlah": number, "persen_perempuan": women,
            "biaya_per_satuan": _own_cost(code, flows),
        }
        for code, name, function, place, where, number, women in chain
    ]  # fmt: skip
    rows += _helpers("PDK", "pendukung", market.support) + _helpers(
        "LBS", "lingkungan_bisnis", market.environment
    )
    return pd.DataFrame(rows).astype({"jumlah": "Int64", "urutan": "Int64"})


def _helpers(prefix: str, layer: str, helpers: tuple[Helper, ...]) -> list[dict[str, object]]:
    return [
        {
            "pelaku": f"{prefix}{place}", "nama": helper.name, "lapisan": layer, "fungsi": helper.function,
            "lokasi": "dalam", "jumlah": helper.number,
        }
        for place, helper in enumerate(helpers, start=1)
    ]  # fmt: skip


def _own_cost(actor: str, flows: Mapping[Link, _Flow]) -> float:
    """Compute an actor's own cost per unit of product, without what it pays for the product."""
    paid = [flow.price for (start, end), flow in flows.items() if end == actor and start != "INP"]
    sold = [flow.price for (start, _end), flow in flows.items() if start == actor]
    if actor == "PRD":
        return money(flows["PRD", "PGP"].price * PRODUCER_COST)
    if not paid or not sold:
        return np.nan
    return money((sold[0] - paid[0]) * OWN_COST)


def _flow_rows(setting: Setting, flows: Mapping[Link, _Flow]) -> pd.DataFrame:
    """List the flows: product one way, money the other, then services, information and finance."""
    market, unit = setting.story.venture.market, setting.story.commodity.unit
    rows: list[dict[str, object]] = []
    for (start, end), flow in flows.items():
        what = f"{market.input_unit} {market.input_name.lower()}" if start == "INP" else unit
        common = {"volume": flow.volume, "satuan": what, "harga": flow.price}
        rows.append({"dari": start, "ke": end, "jenis": "produk", **common})
    for (start, end), flow in flows.items():
        paid = {"volume": flow.volume * flow.price, "satuan": "Rp"}
        rows.append({"dari": end, "ke": start, "jenis": "uang", **paid})
    rows += [{"dari": start, "ke": end, "jenis": kind} for start, end, kind in FURTHER_FLOWS]
    for place, helper in enumerate(market.support, start=1):
        if helper.number:
            kind = KINDS_OF_SUPPORT.get(helper.function, "jasa")
            rows.append({"dari": f"PDK{place}", "ke": "PRD", "jenis": kind})
    rows += [{"dari": "LBS1", "ke": "PRD", "jenis": "jasa"}, {"dari": "LBS2", "ke": "MTL", "jenis": "jasa"}]
    return pd.DataFrame(rows)


def _interventions(setting: Setting) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "intervensi": code,
            "komoditas": setting.story.commodity.name,
            "pernyataan": action.statement,
            "perubahan_sistem_pasar": action.market,
            "perbaikan_akses_pertumbuhan": action.access,
            "pengurangan_kemiskinan": action.poverty,
        }
        for code, action in setting.story.venture.plight.actions.items()
    )


def _truth(market: Market, flows: Mapping[Link, _Flow], tree: pd.DataFrame) -> dict[str, object]:
    old, last = flows["PRD", "PGP"].price, flows["ECR", "KON"].price
    roots = tree[tree["akar"]]
    return {
        "harga_produsen": old,
        "harga_konsumen_akhir": last,
        "bagian_produsen_persen": round(100 * old / last, 2),
        "fungsi_kosong": [
            helper.function for helper in (*market.support, *market.environment) if not helper.number
        ],
        "akar_masalah": list(roots["masalah"]),
        "akar_tanpa_intervensi": list(roots.loc[roots["intervensi"] == "", "masalah"]),
    }
