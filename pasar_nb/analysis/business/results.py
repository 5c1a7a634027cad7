"""What the analysis of a business model returns; every table says how it may be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.business.investment_results import Investment, Loan
from pasar_nb.analysis.business.model_results import (
    CostSharing,
    FreeCapital,
    PartialBudget,
    Partners,
    Recognition,
)
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.analysis.business.risk_results import Risk
from pasar_nb.findings import NotEstimable, Open, published

Verdict: TypeAlias = Literal["gain", "less_loss", "loss", "same", "unsure", "unknown", "exempt"]
"""Whether a party earns more. ``less_loss``: more than before, and still nothing or a loss after;
``unsure``: the sign depends on where in its range each line falls;
``unknown``: budgets are missing; ``exempt``: the government seeks no profit."""

Presence: TypeAlias = Literal["both", "new", "gone"]
"""In which conditions a party takes part."""

Rule: TypeAlias = Literal["kept", "broken", "open"]
"""The rule that every party must gain: kept, broken by at least one, or not decided."""

Trade: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Sellers and buyers."""

_OF_A_PLAN = "budgets per role as agreed in the plan; no household or person was measured"


@dataclass(frozen=True, slots=True)
class Budgets:
    """What each party earns and spends in a year, before and after.

    Attributes
    ----------
    table
        A row per party and condition: ``peran, kondisi, unit`` (how many; missing where not given or where
        the lines disagree, which makes all sums missing), ``units_agree, lines``; in Rp per unit and year
        ``revenue, variable, fixed, gross_margin, net`` and ``net_bad, net_good`` (see `lines`), each missing
        where a line lacks its quantity or price; ``margin_share`` (gross margin per revenue, at most 1);
        ``total_net`` (Rp per year, all units); ``investment`` (Rp per unit, once, never part of ``net``),
        ``investment_yearly`` (where each line states its life), ``ranged`` (whether any line has a range),
        ``incomplete`` (names of the lines without value, separated by a semicolon).
    lines
        The budget lines with ``value, bad, good``: Rp per unit and year. ``bad`` is a low revenue or a high
        cost, ``good`` the reverse; both equal ``value`` where the plan gives no range.
    conditions
        The conditions with at least one line.
    """

    conditions: tuple[str, ...]
    table: pd.DataFrame = published(Open(_OF_A_PLAN))
    lines: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class Gains:
    """Whether every party earns more after than before.

    Attributes
    ----------
    table
        A row per party: ``peran, presence, verdict, reason`` (code, see `gains.REASONS`); ``unit_before,
        unit_after``; in Rp per unit and year ``before, after`` (net income) and ``after_bad`` (that after
        when revenue is low and costs are high), ``change`` and its values
        ``change_bad, change_good`` when revenue and costs are bad, or good, in BOTH conditions;
        ``change_low, change_high``, the least and the most of these three; ``worst, best``, the change with
        one condition bad and the other good; ``firm`` (whether the verdict holds even there); ``ranged``;
        ``extra_investment`` (Rp per unit) and ``payback`` (years of the change that make up for it, without
        interest). A party in one condition only has no change: its verdict is whether taking part pays
        (or paid), and ``alone_low, alone_high`` is the range of its income there.
    rule
        Over all parties that are not exempt; not kept where prices are disputed.
    disputed
        Between whom a price differs by more than rounding, see `reconciliation`.
    """

    rule: Rule
    disputed: tuple[Trade, ...]
    table: pd.DataFrame = published(Open(_OF_A_PLAN))

    def parties(self, *verdicts: Verdict) -> tuple[str, ...]:
        """Name the parties with one of these verdicts, in the order of the chain."""
        return tuple(self.table.loc[self.table["verdict"].isin(verdicts), "peran"])


@dataclass(frozen=True, slots=True)
class BreakEven:
    """At which price and volume each party just covers its costs.

    Attributes
    ----------
    table
        A row per party and condition with sales: ``peran, kondisi, satuan`` (of all its sales), ``volume``
        (per unit and year), ``price`` (mean, Rp per satuan), ``break_even_price``, ``room`` (share by which
        the price may fall), ``break_even_volume``, ``break_even_revenue`` (Rp per unit and year), ``reason``
        (code, see `breakeven.REASONS`; empty where all is known).
    prices
        A row per party with sales in both conditions: ``peran, satuan, before, after, change`` (mean price)
        and ``comparable``; the prices are missing where the units differ.
    """

    table: pd.DataFrame = published(Open(_OF_A_PLAN))
    prices: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class Exchanges:
    """Who gives what to whom, before and after.

    Attributes
    ----------
    table
        ``dari, ke, jenis, status`` (``kept``, ``new``, ``ended``), ``before, after`` (remarks in the
        district's words). Where only one condition is recorded the status is empty.
    conditions
        The conditions with at least one exchange.
    """

    conditions: tuple[str, ...]
    table: pd.DataFrame = published(Open("exchanges between roles of the plan"))

    def of(self, condition: str) -> pd.DataFrame:
        """Give the exchanges of one condition."""
        only = {"sebelum": "new", "sesudah": "ended"}[condition]
        rows: pd.DataFrame = self.table[self.table["status"] != only]
        return rows if condition in self.conditions else rows.iloc[:0]


@dataclass(frozen=True, slots=True)
class Wage:
    """The producers' income against the district minimum wage.

    Attributes
    ----------
    year
        Year of the wage: that of the start where it is known, else the latest.
    wage
        Rp per month, of one worker.
    before, after
        Net income of one producer household from this business, Rp per month; None where unknown.
    """

    year: int
    wage: float
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Finance:
    """Who pays for what.

    Attributes
    ----------
    table
        ``kelompok, sumber, tahun, rows, budget, reported_rows, reported_budget, spent``: Rp.
        ``reported_budget`` is the budget of the rows with a realisation, so that ``spent`` can be compared
        with it; ``spent`` is missing, not nought, where nothing is reported.
    by_source, by_group, by_year
        The same sums, with ``share`` of the whole budget.
    budget
        Rp, all rows.
    reported_budget, spent
        Rp, the rows with a realisation; None where there is none.
    rows, reported_rows
        Number of costs.
    overspent
        Number of costs that took more than their budget.
    """

    budget: float
    reported_budget: float | None
    spent: float | None
    rows: int
    reported_rows: int
    overspent: int
    table: pd.DataFrame = published(Open("costs of the programme, by source of funds"))
    by_source: pd.DataFrame = published(Open("costs of the programme, by source of funds"))
    by_group: pd.DataFrame = published(Open("costs of the programme, by group"))
    by_year: pd.DataFrame = published(Open("costs of the programme, by year"))


@dataclass(frozen=True, slots=True)
class BusinessModel:
    """Everything a district can say about its business model.

    Attributes
    ----------
    commodity
        The commodity, in the district's words; None where none is recorded.
    budgets, gains, break_even, exchanges, wage, finance, recognition, partial, sharing, free_capital
    partners, investment, loan, risk, reconciliation
        The findings, or why they cannot be said.
    """

    commodity: str | None
    budgets: Budgets | NotEstimable
    gains: Gains | NotEstimable
    break_even: BreakEven | NotEstimable
    exchanges: Exchanges | NotEstimable
    wage: Wage | NotEstimable
    finance: Finance | NotEstimable
    recognition: Recognition | NotEstimable
    partial: PartialBudget | NotEstimable
    sharing: CostSharing | NotEstimable
    free_capital: FreeCapital | NotEstimable
    partners: Partners | NotEstimable
    investment: Investment | NotEstimable
    loan: Loan | NotEstimable
    risk: Risk | NotEstimable
    reconciliation: Reconciliation | NotEstimable
