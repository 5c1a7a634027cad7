"""What the producers would repay if they borrowed for their investment, as model B of the guide has it."""

from __future__ import annotations

import math
import re
from typing import Any

import pandas as pd

from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.budgets import OPERATING
from pasar_nb.analysis.business.investment_results import Loan
from pasar_nb.analysis.business.pairing import EARNED
from pasar_nb.analysis.business.results import Budgets, Exchanges, Gains
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import PRODUCERS

LENDER, CREDIT = "lembaga_keuangan", "pembiayaan"
LOAN_UNITS = re.compile(r"\b(pinjaman|kredit|debitur|nasabah|peminjam)\b", re.IGNORECASE)
LOAN_COSTS = re.compile(r"\b(bunga|angsuran|cicilan|pinjaman|kredit)\b", re.IGNORECASE)
"""Words by which a district names loans as a unit, and their costs as a budget line."""


def repay(
    budgets: Budgets, gains: Gains, exchanges: Exchanges | NotEstimable, assumptions: Assumptions
) -> Loan | NotEstimable:
    """Compute a household's repayment and what is left of its income.

    Parameters
    ----------
    budgets, gains, exchanges
        Earlier results; the exchanges tell whether a lender finances the producers.
    assumptions
        Share of the investment that is borrowed, interest and years.

    Returns
    -------
    Loan or NotEstimable
        The latter where no lender finances the producers, they invest nothing more, or their income is
        unknown.

    Notes
    -----
    Replikasi and Ringkasan, modul 2 (model B): a financial institution lends, the repayment is deducted from
    sales. Annuity: payment = amount x rate / (1 - (1 + rate) ** -years), at the end of each year.
    """
    if isinstance(exchanges, NotEstimable):
        return exchanges
    given = exchanges.of("sesudah")
    if not (given["dari"].eq(LENDER) & given["ke"].eq(PRODUCERS) & given["jenis"].eq(CREDIT)).any():
        return NotEstimable(
            _(
                "Tidak ada lembaga keuangan yang membiayai POKMAS dalam model sesudah, sehingga angsuran "
                "tidak dihitung."
            )
        )
    after = budgets.table[budgets.table["peran"].eq(PRODUCERS) & budgets.table["kondisi"].eq("sesudah")]
    rows = gains.table[gains.table["peran"].eq(PRODUCERS) & gains.table["reason"].eq("")]
    if after.empty or rows.empty or math.isnan(float(rows["extra_investment"].iloc[0])):
        return NotEstimable(_("Anggaran POKMAS belum lengkap, sehingga angsuran tidak dibandingkan."))
    amount = float(rows["extra_investment"].iloc[0]) * assumptions.loan_share
    if amount <= 0:
        return NotEstimable(
            _("Tidak ada tambahan investasi POKMAS yang dipinjam, sehingga angsuran tidak dihitung.")
        )
    return _repaid(amount, after.iloc[0], rows.iloc[0], budgets.lines, assumptions)


def annuity(amount: float, rate: float, years: int) -> float:
    """Compute the equal yearly payment that repays an amount with interest.

    Parameters
    ----------
    amount
        Rp.
    rate
        Interest per year.
    years
        Number of payments, at the end of each year.
    """
    if rate == 0:
        return amount / years
    return amount * rate / (1 - (1 + rate) ** -years)


def _lender_income(lines: pd.DataFrame) -> float | None:
    """Sum what the lender's budget after earns on one loan in a year."""
    earned = lines["peran"].eq(LENDER) & lines["kondisi"].eq("sesudah") & lines["jenis"].eq(EARNED)
    per_loan = lines[earned & _named(lines["satuan"], LOAN_UNITS)]
    income = float((per_loan["harga"] * per_loan["frekuensi_per_tahun"]).sum(skipna=False))
    return income if income > 0 else None


def _in_budget(lines: pd.DataFrame) -> bool:
    own = lines["peran"].eq(PRODUCERS) & lines["kondisi"].eq("sesudah")
    costs = own & lines["jenis"].isin(list(OPERATING)) & lines["jenis"].ne(EARNED)
    return bool((costs & _named(lines["komponen"], LOAN_COSTS)).any())


def _named(column: pd.Series[str], words: re.Pattern[str]) -> pd.Series[bool]:
    return column.fillna("").astype("str").map(lambda text: bool(words.search(text))).astype("bool")


def _repaid(
    amount: float,
    after: pd.Series[Any],
    gain: pd.Series[Any],
    lines: pd.DataFrame,
    assumptions: Assumptions,
) -> Loan:
    rate, years = assumptions.loan_rate, assumptions.loan_years
    payment = annuity(amount, rate, years)
    revenue, both = float(after["revenue"]), gain["presence"] == "both"
    return Loan(
        amount=amount,
        share=assumptions.loan_share,
        rate=rate,
        years=years,
        payment=payment,
        of_sales=payment / revenue if revenue > 0 else math.nan,
        left=float(after["net"]) - payment,
        before=float(gain["before"]) if both else None,
        gain_low=float(gain["change_low" if both else "alone_low"]) - payment,
        lender_income=_lender_income(lines),
        in_budget=_in_budget(lines),
        schedule=_schedule(amount, rate, years, payment),
    )


def _schedule(amount: float, rate: float, years: int, payment: float) -> pd.DataFrame:
    rows, opening = [], amount
    for year in range(1, years + 1):
        interest = opening * rate
        principal = payment - interest
        closing = opening - principal if year < years else 0.0
        rows.append(
            {
                "year": year,
                "opening": opening,
                "interest": interest,
                "principal": principal,
                "payment": payment,
                "closing": closing,
            }
        )
        opening = closing
    return pd.DataFrame(rows)
