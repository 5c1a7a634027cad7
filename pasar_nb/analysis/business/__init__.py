"""Does everyone earn more under the new model: exchanges, budgets before and after, and who pays.

`compare` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.business.comparing import compare
from pasar_nb.analysis.business.key_figures import key_figures
from pasar_nb.analysis.business.results import (
    BreakEven,
    Budgets,
    BusinessModel,
    Exchanges,
    Finance,
    Gains,
    Presence,
    Rule,
    Verdict,
    Wage,
)

__all__ = [
    "BreakEven",
    "Budgets",
    "BusinessModel",
    "Exchanges",
    "Finance",
    "Gains",
    "Presence",
    "Rule",
    "Verdict",
    "Wage",
    "compare",
    "key_figures",
]
