"""Who does what between producer and consumer, and where the money goes.

`chart` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.market.charting import chart
from pasar_nb.analysis.market.key_figures import key_figures
from pasar_nb.analysis.market.results import (
    Actors,
    Flows,
    Gaps,
    MarketMap,
    Money,
    Prices,
    ProblemTree,
    RefusedChannel,
    WomenShare,
)

__all__ = [
    "Actors",
    "Flows",
    "Gaps",
    "MarketMap",
    "Money",
    "Prices",
    "ProblemTree",
    "RefusedChannel",
    "WomenShare",
    "chart",
    "key_figures",
]
