"""The participants' figures of poverty that are put on record, after disclosure control."""

from __future__ import annotations

from typing import TypeAlias

from pasar_nb.analysis.poverty.reading import gini_seen, seen
from pasar_nb.analysis.poverty.results import LivingStandard, MinimumWage, Poverty
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import PARTICIPANT
from pasar_nb.vocabulary.poverty import ABOVE_WAGE, MOMENT_LABELS, POOR_CLASS

Figure: TypeAlias = float | NotEstimable | None
_ENDS = dict(zip(MOMENT_LABELS, ("first", "last"), strict=True))


def key_figures(found: LivingStandard) -> dict[str, Figure]:
    """Collect P0, P1 and Gini by expenditure, P0 by income, and the share of households above the wage.

    Returns
    -------
    dict
        Each ``..._first`` and ``..._last``: a share, None where it is hidden or there is one wave only, or
        why it cannot be told.
    """
    return {
        **_shares("poverty", found.spending, POOR_CLASS, "share"),
        **_shares("poverty_gap", found.spending, POOR_CLASS, "gap"),
        **_ginis(found.spending),
        **_shares("poverty_by_income", found.income, POOR_CLASS, "share"),
        **_shares("above_minimum_wage", found.wage, ABOVE_WAGE, "share"),
    }


def _shares(
    name: str, found: Poverty | MinimumWage | NotEstimable, kelas: str, column: str
) -> dict[str, Figure]:
    if isinstance(found, NotEstimable):
        return {f"{name}_{end}": found for end in _ENDS.values()}
    rows = {row["moment"]: float(row[column]) for row in seen(found, PARTICIPANT, kelas)}
    return {f"{name}_{end}": rows.get(moment) for moment, end in _ENDS.items()}


def _ginis(found: Poverty | NotEstimable) -> dict[str, Figure]:
    if isinstance(found, NotEstimable):
        return {f"gini_{end}": found for end in _ENDS.values()}
    rows = {row["moment"]: float(row["gini"]) for row in gini_seen(found, PARTICIPANT)}
    return {f"gini_{end}": rows.get(moment) for moment, end in _ENDS.items()}
