"""Does everyone earn more under the new model: exchanges, budgets before and after, and who pays.

`compare` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.comparing import compare
from pasar_nb.analysis.business.key_figures import key_figures
from pasar_nb.analysis.business.model_results import (
    CostSharing,
    FreeCapital,
    ModelKind,
    PartialBudget,
    Partners,
    Recognised,
    Recognition,
)
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
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
    "Assumptions",
    "BreakEven",
    "Budgets",
    "BusinessModel",
    "CostSharing",
    "Exchanges",
    "Finance",
    "FreeCapital",
    "Gains",
    "ModelKind",
    "PartialBudget",
    "Partners",
    "Presence",
    "Recognised",
    "Recognition",
    "Reconciliation",
    "Rule",
    "Verdict",
    "Wage",
    "compare",
    "key_figures",
]
