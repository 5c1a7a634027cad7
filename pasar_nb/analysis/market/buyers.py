"""The market that producers sell into: who buys, how concentrated it is, and what buyers give in return."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from pasar_nb.analysis.market.functions import fills
from pasar_nb.analysis.market.results import Actors, Flows
from pasar_nb.analysis.market.structure import Buyers, Concentration
from pasar_nb.analysis.market.trade import no_trade
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

LENDING = "pembiayaan"
IN_RETURN = ("jasa", "jasa_melekat", "informasi", LENDING)
"""Kinds of flow that make a buyer more than a closed one; money is the payment of the product."""
HHI_OF_ONE = 10_000  # the index of a single buyer, in squared percentages
_COLUMNS = ["pelaku", "nama", "lokasi", "jumlah", "volume", "unit", "price", "share", "returns", "kind"]


def face_buyers(actors: Actors, flows: Flows, links: pd.DataFrame) -> Buyers | NotEstimable:
    """List the groups that buy from the producers, with their shares and what they give besides money.

    Parameters
    ----------
    actors, flows
        The map.
    links
        From `trade_links`.

    Returns
    -------
    Buyers or NotEstimable
        The latter where no producer is known, or none sells.

    Notes
    -----
    Concentration ratio and Herfindahl-Hirschman index as in studies of market structure. They are computed of
    groups. If a group's firms are of equal size its part of the index is its squared share by its number.
    """
    if links.empty:
        return NotEstimable(no_trade())
    makers = set(actors.producers)
    sales = links[links["dari"].isin(makers) & ~links["ke"].isin(makers)]
    if sales.empty:
        return NotEstimable(_("Tidak ada aliran produk dari pelaku yang dikenali sebagai produsen."))
    trouble = _untotalled(sales)
    rows = [_row(str(buyer), part, actors, flows) for buyer, part in sales.groupby("ke", sort=False)]
    table = pd.DataFrame(rows, columns=_COLUMNS).astype({"jumlah": "Int64"})
    if trouble is not None:
        refused = NotEstimable(trouble)
        return Buyers(concentration=refused, closed_share=refused, lending_share=refused, table=table)
    return _shared(table)


def _shared(table: pd.DataFrame) -> Buyers:
    total = float(table["volume"].sum())
    shares = table.assign(share=table["volume"] / total)
    ordered = shares.sort_values("volume", ascending=False, kind="stable").reset_index(drop=True)
    closed, lending = (
        float(ordered.loc[ordered["kind"] == kind, "share"].sum()) for kind in ("closed", "lending")
    )
    return Buyers(
        concentration=_concentration(ordered, total),
        closed_share=closed,
        lending_share=lending,
        table=ordered,
    )


def _untotalled(sales: pd.DataFrame) -> Message | None:
    """Say why volumes cannot be added up, if they cannot."""
    units = dict.fromkeys(sales["unit"].dropna().str.casefold())
    if sales["trouble"].eq("units").any() or len(units) > 1:
        return _("Bagian tiap pembeli tidak dihitung: produsen menjual dalam satuan yang berbeda.")
    if sales["unit"].isna().any() or sales["volume"].isna().any():
        return _("Bagian tiap pembeli tidak dihitung: volume atau satuan penjualan produsen belum lengkap.")
    return None


def _row(buyer: str, part: pd.DataFrame, actors: Actors, flows: Flows) -> tuple[object, ...]:
    about = actors.table[actors.table["pelaku"] == buyer].iloc[0]
    given = flows.table[(flows.table["dari"] == buyer) & flows.table["ke"].isin(actors.producers)]
    returns = [kind for kind in IN_RETURN if (given["jenis"] == kind).any()]
    place = (about["nama"], about["lokasi"], about["jumlah"])
    return buyer, *place, *_bought(part), math.nan, ";".join(returns), _kind(about, returns)


def _bought(part: pd.DataFrame) -> tuple[float, str | None, float]:
    """Give volume, unit and mean price of what a buyer takes from all producers."""
    alike = part["unit"].notna().all() and part["unit"].str.casefold().nunique() == 1
    if not alike:
        return math.nan, None, math.nan
    unit, volume = str(part["unit"].iloc[0]), float(part["volume"].sum(skipna=False))
    if len(part) == 1:
        return volume, unit, float(part["price"].iloc[0])
    return volume, unit, float(part["value"].sum(skipna=False)) / volume if volume > 0 else math.nan


def _kind(about: pd.Series, returns: Sequence[str]) -> str:
    if fills(str(about["fungsi"]), "konsumsi"):
        return "consumer"
    inside = about["lokasi"] != "luar"
    if inside and list(returns) == [LENDING]:  # a loan may be what binds the producer to this buyer
        return "lending"
    if returns:
        return "linked"
    return "closed" if inside else "outside"


def _concentration(buyers: pd.DataFrame, total: float) -> Concentration:
    number = buyers["jumlah"].astype("float64")
    number = number.where(number > 0)
    squares = buyers["share"] ** 2 * HHI_OF_ONE
    return Concentration(
        unit=str(buyers["unit"].iloc[0]),
        volume=total,
        largest=str(buyers["nama"].iloc[0]),
        cr1=float(buyers["share"].iloc[0]),
        hhi=float(squares.sum()),
        least_hhi=float((squares / number).sum()),
        without_number=tuple(buyers.loc[number.isna(), "nama"]),
    )
