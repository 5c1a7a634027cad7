"""Marketing margin over all channels: what stands between the producers' price and the last one."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.market.channels import Channels, kept_along, producer_volume
from pasar_nb.analysis.market.structure import MarketingMargin
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _, listing


def marketing_margin(channels: Channels) -> MarketingMargin | NotEstimable:
    """Weigh the producer's and the final price of every comparable channel by what producers sell into it.

    Parameters
    ----------
    channels
        From `find_channels`, at least one of them sound.

    Returns
    -------
    MarketingMargin or NotEstimable
        The latter where units differ among channels or a volume is not known.

    Notes
    -----
    Marketing margin as in Tomek and Kaiser, Agricultural Product Prices, ch. 6: the difference between what
    consumers pay and what producers receive. It is one of rupiah, not of prices: what is lost on the way is
    not paid for at the end.
    """
    graph = channels.graph
    units = {str(graph.edges[path[:2]]["unit"]).casefold(): None for path in channels.sound}
    if len(units) > 1:
        return NotEstimable(
            _(
                "Rata-rata semua jalur tidak dihitung karena satuannya berbeda: {units}.",
                units=listing(units),
            )
        )
    table = pd.DataFrame(
        {
            "volume": [producer_volume(graph, path) for path in channels.sound],
            "producer": [float(graph.edges[path[:2]]["price"]) for path in channels.sound],
            "final": [float(graph.edges[path[-2:]]["price"]) for path in channels.sound],
            "kept": [kept_along(graph, path)[-1] for path in channels.sound],
        }
    )
    volume = float(table["volume"].sum(skipna=False))
    if not volume > 0:
        return NotEstimable(
            _("Rata-rata semua jalur tidak dihitung karena volumenya belum lengkap atau nol.")
        )
    arriving = table["volume"] * table["kept"].fillna(1.0)
    return MarketingMargin(
        unit=str(graph.edges[channels.sound[0][:2]]["unit"]),
        volume=volume,
        covered=_covered(channels, volume),
        producer_price=float((table["volume"] * table["producer"]).sum()) / volume,
        final_price=float((arriving * table["final"]).sum() / arriving.sum()),
        kept=float(arriving.sum()) / volume,
        mixed=any(graph.out_degree(name) > 1 for path in channels.sound for name in path[1:-1]),
    )


def _covered(channels: Channels, volume: float) -> float:
    """Give the part of all first sales that these channels carry, missing where they cannot be added."""
    sales = [about for _seller, _buyer, about in channels.graph.out_edges(channels.starts, data=True)]
    if len({str(about["unit"]).casefold() for about in sales}) > 1:
        return math.nan
    return volume / sum(float(about["volume"]) for about in sales)
