"""Present values, rates of return, payback and repayment: published cases, and amounts worked by hand."""

from __future__ import annotations

import math
from decimal import Decimal, getcontext

import pandas as pd
import pytest
from business_cases import BOTH_GAIN, compare, gain
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.business import Assumptions, BusinessModel
from pasar_nb.analysis.business.investment import outlays
from pasar_nb.analysis.business.loan import annuity
from pasar_nb.analysis.business.rates_of_return import internal_rates, net_present_value, payback_years
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

LENT = "sesudah lembaga_keuangan pokmas pembiayaan KUR"
# A household buys tools for 3.000.000 that last two years, and earns 2.000.000 more each year.
TOOLS = BOTH_GAIN.replace("harga\n", "harga frekuensi_per_tahun\n", 1)
TOOLS = "\n".join(
    line if "kondisi" in line or not line.strip() else f"{line} 1" for line in TOOLS.splitlines()
)
TOOLS += "\nsesudah pokmas 40 investasi 1 3000000 0.5"


def exact_rate(flows: list[int], low: str, high: str) -> float:
    """Halve the interval in decimal arithmetic until forty digits stand still: nothing of ours in it."""
    getcontext().prec = 60

    def value(rate: Decimal) -> Decimal:
        return sum((Decimal(flow) / (1 + rate) ** year for year, flow in enumerate(flows)), Decimal(0))

    left, right = Decimal(low), Decimal(high)
    assert value(left) * value(right) < 0
    for _step in range(140):
        middle = (left + right) / 2
        left, right = (middle, right) if value(left) * value(middle) > 0 else (left, middle)
    return float(left)


def invested(result: BusinessModel, party: str) -> pd.Series:
    return result.investment.table.set_index("peran").loc[party]


@pytest.mark.parametrize(
    ("flows", "rate", "source"),
    [
        ([-70_000, 12_000, 15_000, 18_000, 21_000], -0.021, "documentation of IRR in Microsoft Excel"),
        ([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.087, "ditto"),
        ([-4_000, 2_000, 4_000], 0.2808, "Brealey and Myers, Principles of Corporate Finance, chapter 5"),
    ],
)
def test_a_published_rate_of_return_is_found(flows: list[int], rate: float, source: str) -> None:
    kind, (found,) = internal_rates(flows)
    assert kind == "one"
    assert found == pytest.approx(rate, abs=5e-4), source
    assert found == pytest.approx(exact_rate(flows, "-0.9", "1"), rel=1e-9)


def test_several_rates_are_all_found_and_said_to_be_several() -> None:
    # Brealey and Myers, chapter 5: the strip mine, -50 % and 15.2 %
    kind, rates = internal_rates([-1_000, 800, 150, 150, 150, 150, -150])
    assert kind == "several"
    assert rates == pytest.approx([-0.5, 0.1524], abs=5e-5)
    # Lorie and Savage 1955: the oil pump, 25 % and 400 %
    assert internal_rates([-1_600, 10_000, -10_000]) == ("several", pytest.approx((0.25, 4.0)))


def test_where_there_is_no_rate_none_is_guessed() -> None:
    assert internal_rates([1_000, -3_000, 2_500]) == ("none", ())  # Brealey and Myers, chapter 5
    assert internal_rates([-100, -10, 0]) == ("none", ())
    assert internal_rates([0, 5, 5]) == ("none", ())
    assert internal_rates([]) == ("none", ())


def test_a_series_that_begins_with_a_receipt_has_the_rate_of_a_debt() -> None:
    kind, rates = internal_rates([100, -110])
    assert (kind, rates) == ("borrowing", (pytest.approx(0.1),))


def test_a_double_root_counts_once() -> None:
    kind, rates = internal_rates([-100, 220, -121])  # -100 (1 - 1.1 x)^2
    assert (kind, rates) == ("one", (pytest.approx(0.1, abs=1e-6),))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-10_000, 10_000), min_size=2, max_size=9))
def test_at_every_rate_found_the_present_value_is_nought(flows: list[int]) -> None:
    _kind, rates = internal_rates(flows)
    for rate in rates:
        terms = [flow / (1 + rate) ** year for year, flow in enumerate(flows)]
        assert abs(sum(terms)) <= 1e-5 * sum(abs(term) for term in terms)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 10_000), st.lists(st.integers(1, 10_000), min_size=1, max_size=8))
def test_an_outlay_followed_by_receipts_has_exactly_one_rate(outlay: int, receipts: list[int]) -> None:
    kind, rates = internal_rates([-outlay, *receipts])
    assert kind == "one"
    assert rates[0] == pytest.approx(exact_rate([-outlay, *receipts], "-0.99999", "20000"), rel=1e-6)


def test_present_value_is_each_amount_divided_by_its_growth() -> None:
    assert net_present_value([-1_000, 1_100, 1_210], 0.1) == pytest.approx(-1_000 + 1_000 + 1_000)
    assert net_present_value([-1_000, 600, 600], 0) == 200


@pytest.mark.parametrize(
    ("flows", "years"),
    [([-100, 40, 40, 40], 2 + 20 / 40), ([-100, 100, -50, 100], 2 + 50 / 100), ([0, 10], 0)],
)
def test_payback_is_where_the_balance_stays_above_nought(flows: list[int], years: float) -> None:
    assert payback_years(flows) == pytest.approx(years)


def test_what_does_not_come_back_within_the_horizon_has_no_payback() -> None:
    assert math.isnan(payback_years([-100, 40, 40]))


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (0.25, [9, 0, 0, 0, 9, 0]),
        (0.2, [9, 0, 0, 0, 0, 0]),  # its life ends with the horizon: nothing is bought for the time after
        (0.3, [9, 0, 0, 9, 0, 0]),  # 3.3 years: needed from the fourth year on
        (1.0, [9, 9, 9, 9, 9, 0]),
        (2.0, [9, 9, 9, 9, 9, 0]),  # the value of a line is that of a whole year
        (0.0, [9, 0, 0, 0, 0, 0]),
    ],
)
def test_an_investment_is_bought_again_at_the_end_of_its_life(times: float, expected: list[int]) -> None:
    line = pd.DataFrame({"value": [9.0], "frekuensi_per_tahun": [times]})
    assert outlays(line, 5).tolist() == expected


def test_the_cash_flow_is_the_change_of_income_less_what_is_bought() -> None:
    result = compare(TOOLS, assumptions=Assumptions(horizon=4, discount_rate=0.1))
    row = invested(result, "pokmas")
    assert result.investment.flows["flow"].tolist() == [-3e6, 2e6, 2e6 - 3e6, 2e6, 2e6]
    assert result.investment.flows["balance"].iloc[-1] == 4 * 2e6 - 2 * 3e6
    assert row["npv"] == pytest.approx(-3e6 + 2e6 / 1.1 - 1e6 / 1.21 + 2e6 / 1.331 + 2e6 / 1.4641)
    assert (row["first"], row["again"], row["yearly"]) == (3e6, 3e6, 2e6)
    assert row["npv_low"] == row["npv_high"] == row["npv"]  # no range is given


def test_the_recorded_range_of_the_investment_moves_the_least_and_the_most_present_value() -> None:
    # tools for 3 (2-5) million bought once; the gain is 100 x 20.000 (100 x 10.000 to 100 x 40.000)
    head = "kondisi peran unit jenis volume harga harga_rendah harga_tinggi frekuensi_per_tahun\n"
    lines = (
        head + "sebelum pokmas 40 masuk 100 50000 - - 1\nsesudah pokmas 40 masuk 100 70000 60000 90000 1\n"
    )
    tools = "sesudah pokmas 40 investasi 1 3000000 2000000 5000000 0\n"
    row = invested(compare(lines + tools, assumptions=Assumptions(horizon=3, discount_rate=0)), "pokmas")
    assert row["npv"] == 3 * 100 * 20_000 - 3e6
    assert row["npv_low"] == 3 * 100 * 10_000 - 5e6
    assert row["npv_high"] == 3 * 100 * 40_000 - 2e6


def test_an_investment_that_wears_out_before_it_is_earned_back_has_no_payback() -> None:
    result = compare(TOOLS.replace("3000000 0.5", "5000000 0.5"), assumptions=Assumptions(horizon=6))
    assert gain(result, "pokmas")["payback"] == 5 / 2  # without buying again
    assert math.isnan(invested(result, "pokmas")["payback"])


def test_what_was_invested_before_is_saved() -> None:
    both = TOOLS + "\nsebelum pokmas 40 investasi 1 1000000 0.5"
    flows = compare(both, assumptions=Assumptions(horizon=2)).investment.flows
    assert flows["invested"].tolist() == [-(3e6 - 1e6), 0, 0]


def test_a_party_whose_income_is_unknown_has_a_reason_instead_of_a_value() -> None:
    unknown = TOOLS.replace("sesudah pokmas      40   masuk    120", "sesudah pokmas      40   masuk    -")
    row = invested(compare(unknown), "pokmas")
    assert (row["reason"], row["rates"]) == ("income", ())
    assert math.isnan(row["npv"])
    unvalued = invested(compare(TOOLS.replace("3000000 0.5", "- 0.5")), "pokmas")
    assert unvalued["reason"] == "unvalued"


def test_without_investment_there_is_a_reason() -> None:
    assert isinstance(compare(BOTH_GAIN).investment, NotEstimable)


def test_an_annuity_repays_the_loan_with_interest() -> None:
    assert annuity(1_000, 0.1, 2) == pytest.approx(1_000 * 1.21 / 2.1)
    assert annuity(900, 0, 3) == 300


def test_the_schedule_ends_at_nought_and_its_principals_are_the_loan() -> None:
    loan = compare(TOOLS, LENT, assumptions=Assumptions(loan_share=0.5, loan_rate=0.1, loan_years=2)).loan
    assert loan.amount == 1.5e6
    assert loan.payment == pytest.approx(1.5e6 * 1.21 / 2.1)
    assert loan.schedule["interest"].tolist() == pytest.approx(
        [150_000, 150_000 - 0.1 * (loan.payment - 150_000)]
    )
    assert loan.schedule["principal"].sum() == pytest.approx(1.5e6)
    assert loan.schedule["closing"].iloc[-1] == 0
    assert loan.of_sales == pytest.approx(loan.payment / (120 * 60_000))
    assert loan.left == pytest.approx(5_500_000 - loan.payment)
    assert loan.before == 3_500_000
    assert loan.gain_low == pytest.approx(2_000_000 - loan.payment)


@pytest.mark.parametrize(
    "exchanged",
    [
        "sesudah pokmas mitra_lokal produk",
        "sesudah lembaga_keuangan mitra_lokal pembiayaan",
        "sesudah lembaga_keuangan pokmas jasa",
        "sebelum lembaga_keuangan pokmas pembiayaan\nsesudah pokmas mitra_lokal produk",
    ],
)
def test_without_a_lender_to_the_producers_nothing_is_repaid(exchanged: str) -> None:
    loan = compare(TOOLS, exchanged).loan
    assert isinstance(loan, NotEstimable)
    assert "lembaga keuangan" in str(loan.reason)


def test_the_lenders_income_on_a_loan_and_its_counterpart_are_read_from_the_budgets() -> None:
    def lent(unit: str, cost: str) -> BusinessModel:
        named = "\n".join(
            line if "kondisi" in line or not line.strip() else f"{line} kg jahe"
            for line in TOOLS.splitlines()
        ).replace("frekuensi_per_tahun", "frekuensi_per_tahun satuan komponen", 1)
        named += f"\nsesudah lembaga_keuangan 1 masuk 47 600000 1 {unit} bunga"
        return compare(named + f"\nsesudah pokmas 40 tetap 1 1000 1 paket {cost}", LENT)

    loan = lent("pinjaman", "karung").loan
    assert (loan.lender_income, loan.in_budget) == (600_000, False)
    assert lent("Kredit", "Bunga-bank").loan.in_budget
    assert lent("bulan", "karung").loan.lender_income is None


def test_without_an_investment_or_with_nothing_borrowed_there_is_no_loan() -> None:
    assert isinstance(compare(BOTH_GAIN, LENT).loan, NotEstimable)
    assert isinstance(compare(TOOLS, LENT, assumptions=Assumptions(loan_share=0)).loan, NotEstimable)


@pytest.mark.parametrize(
    "wrong",
    [{"horizon": 0}, {"discount_rate": -0.1}, {"loan_years": 0}, {"price_correlation": 1.5}, {"draws": 0}],
)
def test_an_assumption_without_meaning_is_refused_by_name(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError, match=next(iter(wrong))):
        Assumptions(**wrong)  # type: ignore[arg-type]
