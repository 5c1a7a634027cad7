"""Layout of a Sankey diagram that runs downwards: a bar per actor in a row of its own, ribbons between.

Every row holds one bar and the ribbons that pass it, side by side, so that nothing lies on anything else. As
it is one year's product, no row is much wider than the first. Widths and places across are quantities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

GAP = 0.03  # of all quantities at the beginning, between what stands side by side

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """An actor.

    Attributes
    ----------
    code, row
        Which; its row from the top.
    left
        Place across of its left end.
    bought, sold
        What comes in and goes out; it is as wide as the larger.
    """

    code: str
    row: int
    left: float
    bought: float
    sold: float

    @property
    def width(self) -> float:
        """Quantity that it handles."""
        return max(self.bought, self.sold)

    @property
    def middle(self) -> bool:
        """Whether it both buys and sells."""
        return self.bought > 0 and self.sold > 0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow.

    Attributes
    ----------
    link
        From whom to whom.
    quantity
        Its width.
    lefts
        Row and place across of its left edge, from its seller's row to its buyer's.
    """

    link: Link
    quantity: float
    lefts: tuple[tuple[int, float], ...]


def lay_out(order: Sequence[str], quantities: Mapping[Link, float]) -> tuple[list[Bar], list[Ribbon]]:
    """Place bars and ribbons.

    Parameters
    ----------
    order
        Actors from top to bottom; every seller stands above its buyers.
    quantities
        By seller and buyer.

    Returns
    -------
    tuple of list of Bar and list of Ribbon
        Few ribbons cross: those that end at the same last buyer stay together.
    """
    bought, sold = _totals(quantities)
    gap = GAP * max(sum(sold[name] for name in order if not bought[name]), max(sold.values(), default=0.0))
    leaving = _leaving(order, quantities)
    bars: list[Bar] = []
    places: dict[Link, list[tuple[int, float]]] = defaultdict(list)
    passing: list[Link] = []
    for row, name in enumerate(order):
        at = _place(name, passing, quantities)
        arriving = [link for link in passing if link[1] == name]
        before = [link for link in passing[:at] if link[1] != name]
        after = [link for link in passing[at:] if link[1] != name]
        x = _side_by_side(before, row, 0.0, gap, quantities, places)
        bar = Bar(name, row, x, bought[name], sold[name])
        bars.append(bar)
        _touching(arriving, row, x, quantities, places)
        _touching(leaving[name], row, x, quantities, places)
        _side_by_side(after, row, x + bar.width + gap, gap, quantities, places)
        passing = [*before, *leaving[name], *after]
    return bars, [Ribbon(link, quantities[link], tuple(places[link])) for link in quantities]


def _totals(quantities: Mapping[Link, float]) -> tuple[dict[str, float], dict[str, float]]:
    bought: dict[str, float] = defaultdict(float)
    sold: dict[str, float] = defaultdict(float)
    for (seller, buyer), quantity in quantities.items():
        sold[seller] += quantity
        bought[buyer] += quantity
    return bought, sold


def _leaving(order: Sequence[str], quantities: Mapping[Link, float]) -> dict[str, list[Link]]:
    """Order what each actor sells: first what ends furthest down, then by the buyer's row."""
    rows = {name: row for row, name in enumerate(order)}
    found: dict[str, list[Link]] = {name: [] for name in order}
    for link in quantities:
        found[link[0]].append(link)
    last: dict[str, int] = {}
    for name in reversed(order):
        last[name] = max((last[buyer] for _seller, buyer in found[name]), default=rows[name])
        found[name].sort(key=lambda link: (-last[link[1]], rows[link[1]]))
    return found


def _place(name: str, passing: Sequence[Link], quantities: Mapping[Link, float]) -> int:
    """Stand where the widest of what arrives comes down, or else at the right end."""
    arriving = [link for link in passing if link[1] == name]
    if not arriving:
        return len(passing)
    return passing.index(max(arriving, key=lambda link: quantities[link]))


def _side_by_side(
    links: Iterable[Link],
    row: int,
    x: float,
    gap: float,
    quantities: Mapping[Link, float],
    places: dict[Link, list[tuple[int, float]]],
) -> float:
    """Set ribbons side by side and say where the next may stand; `places` is filled."""
    for link in links:
        places[link].append((row, x))
        x += quantities[link] + gap
    return x


def _touching(
    links: Iterable[Link],
    row: int,
    x: float,
    quantities: Mapping[Link, float],
    places: dict[Link, list[tuple[int, float]]],
) -> None:
    """Set ribbons without a gap along a bar; `places` is filled."""
    _side_by_side(links, row, x, 0.0, quantities, places)
