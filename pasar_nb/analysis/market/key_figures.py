"""The few figures of a market map that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.analysis.market.profile_results import PeriodChange
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


def key_figures(result: MarketMap) -> dict[str, KeyFigure]:
    """Collect what another district's market can be compared with.

    Parameters
    ----------
    result
        A market map that has passed disclosure control.

    Returns
    -------
    dict
        ``commodity``; ``actor_groups``; ``channels``, and for the largest ``final_price``, ``unit`` and
        ``producer_share`` (0-1, after loss); ``final_value`` (Rp a year); ``functions_empty``, keys of the
        guide's functions that nobody fills; ``marketing_share`` (0-1, after loss) over all channels;
        ``largest_buyer_share`` and ``closed_buyer_share`` (0-1) of what producers sell; ``single_buyers``,
        names of those without whom nothing reaches a last buyer; ``roots``, ``roots_unanswered``,
        ``roots_shallow`` (reached by few questions "why"); ``interventions`` and ``interventions_idle``,
        which answer no root; of the main price series ``price_series``, ``price_latest``, ``price_unit``,
        ``price_month`` and ``price_change`` over the last year (share, of real rupiah where ``price_real``).
        What cannot be said is a `NotEstimable`.
    """
    actors, gaps = result.actors, result.gaps
    return {
        "commodity": result.commodity,
        "actor_groups": actors if isinstance(actors, NotEstimable) else actors.groups,
        **_priced(result),
        "functions_empty": gaps if isinstance(gaps, NotEstimable) else gaps.in_state("empty"),
        **_structured(result),
        **_rooted(result),
        **_moved(result),
    }


def _priced(result: MarketMap) -> dict[str, KeyFigure]:
    prices, money = result.prices, result.money
    figures: dict[str, KeyFigure] = {
        "final_value": money if isinstance(money, NotEstimable) else money.final_value
    }
    if isinstance(prices, NotEstimable):
        return figures | dict.fromkeys(("channels", "final_price", "unit", "producer_share"), prices)
    largest = prices.main
    if largest is None:
        unknown = NotEstimable(_("Volume jalur belum lengkap, jadi jalur utamanya tidak diketahui."))
        several = dict.fromkeys(("final_price", "unit", "producer_share"), unknown)
        return figures | several | {"channels": len(prices.channels)}
    return figures | {
        "channels": len(prices.channels),
        "final_price": float(largest["final_price"]),
        "unit": str(largest["unit"]),
        "producer_share": float(largest["producer_share"]),
    }


def _structured(result: MarketMap) -> dict[str, KeyFigure]:
    """Give the marketing margin of all channels, and on whom producers depend."""
    prices, buyers, dependence = result.prices, result.buyers, result.dependence
    overall = prices if isinstance(prices, NotEstimable) else prices.overall
    shares = buyers if isinstance(buyers, NotEstimable) else buyers.concentration
    return {
        "marketing_share": overall if isinstance(overall, NotEstimable) else overall.share,
        "largest_buyer_share": shares if isinstance(shares, NotEstimable) else shares.cr1,
        "closed_buyer_share": buyers if isinstance(buyers, NotEstimable) else buyers.closed_share,
        "single_buyers": dependence if isinstance(dependence, NotEstimable) else dependence.single,
    }


def _rooted(result: MarketMap) -> dict[str, KeyFigure]:
    tree, logic = result.tree, result.logic
    figures: dict[str, KeyFigure]
    if isinstance(tree, NotEstimable):
        figures = dict.fromkeys(("roots", "roots_unanswered", "roots_shallow"), tree)
    else:
        counts = (tree.roots, len(tree.unanswered), len(tree.shallow))
        figures = dict(zip(("roots", "roots_unanswered", "roots_shallow"), counts, strict=True))
    if isinstance(logic, NotEstimable):
        return figures | dict.fromkeys(("interventions", "interventions_idle"), logic)
    idle = tree if isinstance(tree, NotEstimable) else len(logic.idle)
    return figures | {"interventions": len(logic.table), "interventions_idle": idle}


def _moved(result: MarketMap) -> dict[str, KeyFigure]:
    """Give level and change of the main price series."""
    names = ("price_series", "price_latest", "price_unit", "price_month", "price_change", "price_real")
    profile = result.profile
    if isinstance(profile, NotEstimable):
        return dict.fromkeys(names, profile)
    main = profile.headline
    if main is None:
        return dict.fromkeys(names, NotEstimable(_("Tidak ada deret harga komoditas ini.")))
    real = isinstance(main.recent_real, PeriodChange)
    change = main.recent_real if isinstance(main.recent_real, PeriodChange) else main.recent
    of_change = change.change if isinstance(change, PeriodChange) else change
    of = main.series
    return dict(zip(names, (of.name, main.latest, of.unit, of.last, of_change, real), strict=True))
