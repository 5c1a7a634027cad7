"""Who does what between producer and consumer, and where the money goes.

`chart` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.market.cause_results import InterventionLogic, ProblemTree
from pasar_nb.analysis.market.charting import chart
from pasar_nb.analysis.market.key_figures import key_figures
from pasar_nb.analysis.market.profile_results import CommodityProfile, PeriodChange, SeriesProfile
from pasar_nb.analysis.market.results import (
    Actors,
    Flows,
    Gaps,
    MarketMap,
    Money,
    Prices,
    RefusedChannel,
    WomenShare,
)
from pasar_nb.analysis.market.structure import (
    Balance,
    Buyers,
    Concentration,
    Dependence,
    MarketingMargin,
    Quantities,
    Support,
)

__all__ = [
    "Actors",
    "Balance",
    "Buyers",
    "CommodityProfile",
    "Concentration",
    "Dependence",
    "Flows",
    "Gaps",
    "InterventionLogic",
    "MarketMap",
    "MarketingMargin",
    "Money",
    "PeriodChange",
    "Prices",
    "ProblemTree",
    "Quantities",
    "RefusedChannel",
    "SeriesProfile",
    "Support",
    "WomenShare",
    "chart",
    "key_figures",
]
