"""Who takes part in the market, in which layer and function, with numbers and the share of women."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.functions import doing
from pasar_nb.analysis.market.positions import positions
from pasar_nb.analysis.market.results import Actors, Flows, WomenShare
from pasar_nb.vocabulary import LAYER_LABELS

CHAIN = "rantai_nilai"
KINDS_OF_ACTOR = ["lapisan", "fungsi"]


def describe_actors(actors: pd.DataFrame, flows: pd.DataFrame) -> Actors:
    """Count the actors by layer and function and put the chain in order.

    Parameters
    ----------
    actors, flows
        Tables `pelaku` and `aliran` of the contract, rows of one commodity only.
    """
    cleaned = _cleaned(actors)
    table = _in_order(cleaned, flows)
    ends = {*flows["dari"], *flows["ke"]}
    return Actors(
        groups=len(table),
        without_number=int(table["jumlah"].isna().sum()),
        unconnected=tuple(table.loc[~table["pelaku"].isin(ends), "nama"]),
        producers=_producers(table),
        table=table,
        functions=_by_function(table),
        women=_women(table, cleaned),
    )


def describe_flows(flows: pd.DataFrame, actors: Actors) -> Flows:
    """Name the ends of every flow; those that lead nowhere are counted and left out."""
    known = actors.table.set_index("pelaku")
    there = flows["dari"].isin(known.index) & flows["ke"].isin(known.index)
    kept = flows.loc[there, ["dari", "ke", "jenis", "volume", "satuan", "harga"]].reset_index(drop=True)
    kept.insert(2, "nama_dari", kept["dari"].map(known["nama"]))
    kept.insert(3, "nama_ke", kept["ke"].map(known["nama"]))
    places = known["position"].astype("float64")
    against = (kept["jenis"] == "produk") & (kept["dari"].map(places) > kept["ke"].map(places))
    pairs = kept.loc[against, ["nama_dari", "nama_ke"]].drop_duplicates()
    return Flows(
        loose=int((~there).sum()),
        backward=tuple(pairs.itertuples(index=False, name=None)),
        table=kept.astype({"volume": "float64", "satuan": "str", "harga": "float64"}),
    )


def _cleaned(actors: pd.DataFrame) -> pd.DataFrame:
    kinds = {"jumlah": "Int64", "urutan": "float64", "persen_perempuan": "float64"}
    return actors.reset_index(drop=True).astype(kinds)


def _in_order(actors: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    chain = actors[actors["lapisan"] == CHAIN]
    given = {
        name: None if pd.isna(at) else float(at)
        for name, at in zip(chain["pelaku"], chain["urutan"], strict=True)
    }
    products = flows[flows["jenis"] == "produk"]
    place = positions(given, zip(products["dari"], products["ke"], strict=True))
    layers = list(LAYER_LABELS)
    ordered = actors.assign(
        position=actors["pelaku"].map(place).astype("Int64"),
        layer=actors["lapisan"].map(layers.index),
    ).sort_values(["layer", "position"], kind="stable")
    columns = ["pelaku", "nama", "lapisan", "fungsi", "lokasi", "jumlah", "position"]
    return ordered[columns].reset_index(drop=True)


def _producers(table: pd.DataFrame) -> tuple[str, ...]:
    chain = table[table["lapisan"] == CHAIN]
    makers = chain[doing(chain, "produksi")]
    return tuple(makers.loc[makers["position"] == makers["position"].min(), "pelaku"])


def _by_function(table: pd.DataFrame) -> pd.DataFrame:
    marked = table.assign(
        groups=1,
        unknown=table["jumlah"].isna().astype(int),
        inside=(table["lokasi"] == "dalam").astype(int),
        outside=(table["lokasi"] == "luar").astype(int),
    )
    grouped = marked.groupby(KINDS_OF_ACTOR, sort=False)
    counts = grouped[["groups", "unknown", "inside", "outside"]].sum()
    # min_count: nothing recorded is not nobody
    counts.insert(1, "actors", grouped["jumlah"].sum(min_count=1))
    return counts.reset_index()


def _women(table: pd.DataFrame, cleaned: pd.DataFrame) -> tuple[WomenShare, ...]:
    percent = cleaned.set_index("pelaku")["persen_perempuan"]
    known = table.assign(percent=table["pelaku"].map(percent)).dropna(subset=["jumlah", "percent"])
    known = known[known["jumlah"] > 0]
    number = known["jumlah"].astype("float64")
    weighed = known.assign(actors=known["jumlah"].astype("int64"), women=number * known["percent"] / 100)
    sums = weighed.groupby(KINDS_OF_ACTOR, sort=False)[["actors", "women"]].sum()
    shares = sums.assign(share=sums["women"] / sums["actors"])[["actors", "share"]].reset_index()
    return tuple(
        WomenShare(
            layer=str(shares.at[row, "lapisan"]),
            function=str(shares.at[row, "fungsi"]),
            table=shares.loc[[row], ["actors", "share"]].reset_index(drop=True),
        )
        for row in shares.index
    )
