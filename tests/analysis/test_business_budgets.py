"""Budgets, gains, break-even points and wages, worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from business_cases import (
    BOTH_GAIN,
    NO_COSTS,
    NO_RELATIONS,
    ONE_LOSES,
    PROFILE,
    REFERENCE,
    WITH_RANGES,
    budget,
    compare,
    gain,
    model,
)

from pasar_nb.analysis import business
from pasar_nb.analysis.business.gains import judge
from pasar_nb.findings import NotEstimable


def test_net_income_is_revenue_less_variable_less_fixed_costs() -> None:
    row = budget(compare(), "pokmas", "sebelum")
    assert (row["revenue"], row["variable"], row["fixed"]) == (100 * 50_000, 10 * 100_000, 500_000)
    assert row["gross_margin"] == 5_000_000 - 1_000_000
    assert row["margin_share"] == pytest.approx(4 / 5)
    assert row["net"] == 4_000_000 - 500_000
    assert row["total_net"] == 40 * 3_500_000


def test_a_line_counts_as_often_as_it_recurs_in_a_year() -> None:
    monthly = "kondisi peran unit jenis volume harga frekuensi_per_tahun\nsebelum pokmas 5 masuk 10 1000 12"
    assert budget(compare(monthly), "pokmas", "sebelum")["net"] == 10 * 1000 * 12


def test_every_party_gaining_keeps_the_rule() -> None:
    gains = compare().gains
    assert gains.rule == "kept"
    assert gains.parties("gain") == ("pokmas", "mitra_lokal")
    assert gain(compare(), "pokmas")["change"] == 5_500_000 - 3_500_000
    assert gain(compare(), "mitra_lokal")["change"] == 6_000_000 - 3_000_000


def test_one_losing_party_breaks_the_rule_whatever_the_others_gain() -> None:
    result = compare(ONE_LOSES)
    assert result.gains.rule == "broken"
    assert result.gains.parties("loss") == ("mitra_lokal",)
    assert gain(result, "mitra_lokal")["change"] == 0 - 3_000_000
    assert gain(result, "pokmas")["verdict"] == "gain"


def test_a_party_that_earns_just_as_much_has_not_gained() -> None:
    same = """
    kondisi peran  unit jenis volume harga
    sebelum pokmas 10   masuk 100    50000
    sesudah pokmas 10   masuk 50     100000
    """
    gains = compare(same).gains
    assert (gains.rule, gains.parties("same")) == ("broken", ("pokmas",))


def test_the_range_pairs_low_revenue_with_high_costs() -> None:
    row = budget(compare(WITH_RANGES), "pokmas", "sebelum")
    assert row["net"] == 100 * 50_000 - 10 * 50_000
    assert row["net_bad"] == 100 * 48_000 - 10 * 60_000
    assert row["net_good"] == 100 * 52_000 - 10 * 45_000


def test_low_and_high_volumes_widen_the_range_with_the_prices() -> None:
    both = """
    kondisi peran  unit jenis volume harga harga_rendah harga_tinggi volume_rendah volume_tinggi
    sebelum pokmas 40   masuk 100    50    40           60           80            130
    """
    row = budget(compare(both), "pokmas", "sebelum")
    assert (row["net_bad"], row["net_good"]) == (80 * 40, 130 * 60)


def test_a_change_is_measured_under_equal_conditions_and_its_extremes_told_apart() -> None:
    row = gain(compare(WITH_RANGES), "pokmas")
    bad_before, good_before = 100 * 48_000 - 600_000, 100 * 52_000 - 450_000
    bad_after, good_after = 100 * 54_000 - 600_000, 100 * 90_000 - 450_000
    assert row["change"] == 100 * (70_000 - 50_000)
    assert (row["change_low"], row["change_high"]) == (bad_after - bad_before, good_after - good_before)
    assert row["worst"] == bad_after - good_before
    assert row["best"] == good_after - bad_before
    assert row["verdict"] == "gain"
    assert row["firm"] == (bad_after > good_before)


def test_a_change_whose_sign_depends_on_the_market_is_no_gain() -> None:
    risky = WITH_RANGES.replace("70000 54000 ", "70000 30000 ")
    result = compare(risky)
    # under bad conditions 30.000 a kg instead of 48.000: a loss of 1.800.000, though 2.000.000 more as a rule
    assert gain(result, "pokmas")["change_low"] == 100 * (30_000 - 48_000)
    assert gain(result, "pokmas")["verdict"] == "unsure"
    assert result.gains.rule == "open"


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ((1.0, 2.0, 3.0), "gain"),
        ((-3.0, -2.0, -1.0), "loss"),
        ((0.0, 0.0, 0.0), "same"),
        ((-1.0, 2.0, 3.0), "unsure"),
        ((0.0, 2.0, 3.0), "unsure"),
        ((math.nan, 2.0, 3.0), "unknown"),
    ],
)
def test_a_verdict_needs_bad_usual_and_good_conditions_to_agree(
    changes: tuple[float, ...], verdict: str
) -> None:
    assert judge(changes) == verdict


@pytest.mark.parametrize(
    ("full", "empty"),
    [("masuk    100    50000", "masuk    -      50000"), ("variabel 10     100000", "variabel 10     -")],
)
def test_a_missing_quantity_or_price_leaves_the_party_unknown_and_the_others_known(
    full: str, empty: str
) -> None:
    result = compare(
        BOTH_GAIN.replace(f"sebelum pokmas      40   {full}", f"sebelum pokmas      40   {empty}")
    )
    row = budget(result, "pokmas", "sebelum")
    assert math.isnan(row["net"])
    assert row["incomplete"] != ""
    assert (gain(result, "pokmas")["verdict"], gain(result, "pokmas")["reason"]) == ("unknown", "incomplete")
    assert gain(result, "mitra_lokal")["verdict"] == "gain"
    assert result.gains.rule == "open"


def test_lines_for_different_numbers_of_units_do_not_add_up() -> None:
    result = compare(
        BOTH_GAIN.replace("sesudah pokmas      40   variabel", "sesudah pokmas      35   variabel")
    )
    assert math.isnan(budget(result, "pokmas", "sesudah")["net"])
    assert gain(result, "pokmas")["reason"] == "units"


def test_an_unknown_number_of_units_leaves_the_budget_of_one_known() -> None:
    result = compare(BOTH_GAIN.replace("pokmas      40", "pokmas      -"))
    row = budget(result, "pokmas", "sesudah")
    assert row["net"] == 5_500_000
    assert math.isnan(row["total_net"])
    assert gain(result, "pokmas")["verdict"] == "gain"


def test_investment_stays_out_of_net_income_and_is_paid_back_from_the_change() -> None:
    result = compare(BOTH_GAIN + "sesudah mitra_lokal 1    investasi 1    9000000\n")
    row = budget(result, "mitra_lokal", "sesudah")
    assert (row["net"], row["investment"]) == (6_000_000, 9_000_000)
    assert gain(result, "mitra_lokal")["payback"] == pytest.approx(9_000_000 / 3_000_000)


def test_an_investment_is_spread_over_its_life_only_where_that_is_stated() -> None:
    text = """
    kondisi peran  unit jenis     volume harga   frekuensi_per_tahun
    sesudah pokmas 10   masuk     1      9000000 1
    sesudah pokmas 10   investasi 2      1500000 0.2
    """
    stated = budget(compare(text), "pokmas", "sesudah")
    assert (stated["investment"], stated["investment_yearly"]) == (3_000_000, pytest.approx(600_000))
    once = budget(compare(text.replace("0.2", "1")), "pokmas", "sesudah")
    assert once["investment"] == 3_000_000
    assert math.isnan(once["investment_yearly"])


def test_an_investment_that_no_gain_makes_up_for_has_no_payback() -> None:
    result = compare(ONE_LOSES + "sesudah mitra_lokal 1    investasi 1    9000000\n")
    assert math.isnan(gain(result, "mitra_lokal")["payback"])


def test_break_even_price_and_volume_cover_the_costs_exactly() -> None:
    table = compare().break_even.table.set_index(["peran", "kondisi"])
    row = table.loc[("pokmas", "sebelum")]
    assert row["price"] == 50_000
    assert row["break_even_price"] == (1_000_000 + 500_000) / 100
    assert row["room"] == pytest.approx(1 - 15_000 / 50_000)
    # margin per kg 50.000 - 10.000 = 40.000; 500.000 / 40.000 = 12.5 kg
    assert row["break_even_volume"] == pytest.approx(12.5)
    assert row["break_even_revenue"] == pytest.approx(12.5 * 50_000)


def test_no_volume_breaks_even_when_the_price_does_not_cover_variable_costs() -> None:
    text = """
    kondisi peran  unit jenis    volume harga
    sebelum pokmas 1    masuk    10     100
    sebelum pokmas 1    variabel 10     150
    """
    row = compare(text).break_even.table.iloc[0]
    assert row["reason"] == "no_margin"
    assert math.isnan(row["break_even_volume"])
    assert row["break_even_price"] == 150


def test_sales_in_several_units_have_a_break_even_revenue_but_no_price() -> None:
    text = """
    kondisi peran  unit jenis volume harga satuan
    sebelum pokmas 1    masuk 10     100   kg
    sebelum pokmas 1    masuk 5      200   ikat
    sebelum pokmas 1    tetap 1      500   tahun
    """
    row = compare(text).break_even.table.iloc[0]
    assert row["reason"] == "several_units"
    assert math.isnan(row["break_even_price"])
    assert row["break_even_revenue"] == 500  # no variable costs: every rupiah of revenue is margin


def test_prices_are_compared_only_in_the_same_unit_of_measurement() -> None:
    text = """
    kondisi peran  unit jenis volume harga satuan
    sebelum pokmas 1    masuk 10     100   kg
    sesudah pokmas 1    masuk 10     120   {after}
    """
    same = compare(text.format(after="Kg")).break_even.prices.iloc[0]
    assert (same["comparable"], same["change"]) == (True, 20)
    other = compare(text.format(after="ikat")).break_even.prices.iloc[0]
    assert not other["comparable"]
    assert math.isnan(other["change"])


def test_the_wage_is_that_of_the_start_and_the_income_a_twelfth_of_the_year() -> None:
    wage = compare().wage
    assert (wage.year, wage.wage) == (2023, 2_000_000)
    assert wage.before == pytest.approx(3_500_000 / 12)
    assert wage.after == pytest.approx(5_500_000 / 12)


def test_without_a_recorded_start_the_latest_wage_is_taken() -> None:
    unknown = PROFILE.assign(mulai_intervensi=pd.NaT)
    assert compare(profile=unknown).wage.year == 2024
    assert isinstance(compare(reference=REFERENCE.iloc[:0]).wage, NotEstimable)


def test_with_one_condition_budgets_are_shown_and_gains_refused() -> None:
    only = "\n".join(line for line in BOTH_GAIN.splitlines() if "sesudah" not in line)
    result = compare(only)
    assert budget(result, "pokmas", "sebelum")["net"] == 3_500_000
    assert isinstance(result.gains, NotEstimable)
    assert "Sesudah" in str(result.gains.reason)


def test_without_any_line_everything_says_why() -> None:
    empty = model(BOTH_GAIN).iloc[:0]
    result = business.compare(empty, NO_RELATIONS, NO_COSTS, profile=PROFILE.iloc[:0], reference=REFERENCE)
    answers = (result.budgets, result.gains, result.break_even, result.wage, result.exchanges, result.finance)
    assert all(isinstance(answer, NotEstimable) for answer in answers)
    assert result.commodity is None


def test_the_given_tables_are_not_changed() -> None:
    given = model(WITH_RANGES)
    before = given.copy(deep=True)
    business.compare(given, NO_RELATIONS, NO_COSTS, profile=PROFILE, reference=REFERENCE)
    pd.testing.assert_frame_equal(given, before)
