"""What the analysis of investments and of the producers' loan returns."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published

_OF_A_PLAN = "amounts per role as agreed in the plan; no household or person was measured"


@dataclass(frozen=True, slots=True)
class Investment:
    """What the whole change of the model brings each investing party over some years.

    Attributes
    ----------
    horizon
        Years.
    rate
        Discount rate, real, per year.
    table
        A row per party with investment lines: ``peran, reason`` (code, see `investment.REASONS`; empty where
        all is known); in Rp per unit ``first`` (extra investment of now), ``again`` (what is bought again
        within the horizon), ``yearly`` (change of the net income), ``npv`` and ``npv_low, npv_high`` (the
        same with the least change and the dearest investment of its range, and the reverse);
        ``kind`` (see `rates_of_return.ReturnKind`), ``rates`` (tuple, per year), ``payback`` (years, without
        interest, with what is bought again; missing where not within the horizon), ``renewed`` (whether
        every line states its life).
    flows
        ``peran, year`` (0 is now) and in Rp per unit ``invested`` (negative), ``income, flow, balance``.
    """

    horizon: int
    rate: float
    table: pd.DataFrame = published(Open(_OF_A_PLAN))
    flows: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class Loan:
    """What a producer household would repay if it borrowed for its investment; assumptions, not data.

    Attributes
    ----------
    amount
        Rp per household.
    share, rate, years
        Part of the extra investment that is borrowed; interest per year; years of repayment.
    payment
        Rp per year, the same every year.
    of_sales
        Share of the yearly sales after that goes to it; missing without sales.
    left
        Net income after repayment, in Rp per household and year of the loan.
    before
        Net income before; None where the producers are a new party.
    gain_low
        What is left, less the income before in the same state of the market, at its least of bad, usual and
        good; for a new party the least that is left.
    lender_income
        Rp per loan and year in the lender's budget after; None where it has no such line.
    in_budget
        Whether the producers' budget after has a line for interest or repayment.
    schedule
        A row per year: ``year, opening, interest, principal, payment, closing``, in Rp per household.
    """

    amount: float
    share: float
    rate: float
    years: int
    payment: float
    of_sales: float
    left: float
    before: float | None
    gain_low: float
    lender_income: float | None
    in_budget: bool
    schedule: pd.DataFrame = published(Open("a computed schedule of repayment for one household of the plan"))
