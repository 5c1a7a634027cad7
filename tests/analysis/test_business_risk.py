"""Risk against closed forms: what moves a gain, how likely it is, and at which price it ends."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from business_cases import BOTH_GAIN, ONE_LOSES, compare, model, relations
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.business import Assumptions, BusinessModel
from pasar_nb.analysis.business.budgets import sum_budgets
from pasar_nb.analysis.business.drivers import Drivers, Ranges, find_drivers
from pasar_nb.analysis.business.exchanges import compare_exchanges
from pasar_nb.analysis.business.gains import check_gains
from pasar_nb.analysis.business.risk_results import Simulation
from pasar_nb.analysis.business.scenario import sandbox
from pasar_nb.analysis.business.simulation import triangular
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

NO_EXCHANGES = NotEstimable(_("Relasi bisnis tidak dicatat."))
HEAD = (
    "kondisi peran unit jenis volume harga harga_rendah harga_tinggi volume_rendah volume_tinggi komponen\n"
)
# A newcomer that sells two things, 10 of each, whose prices alone vary; fixed cost 3.000.
TWO_PRICES = (
    HEAD
    + """
sebelum pokmas      1 masuk 1  1    1    1    1  1  a
sesudah pokmas      1 masuk 1  2    2    2    1  1  a
sesudah mitra_lokal 1 masuk 10 100  40   190  10 10 padi
sesudah mitra_lokal 1 masuk 10 200  110  260  10 10 jagung
sesudah mitra_lokal 1 tetap 1  3000 3000 3000 1  1  kantor
"""
)
# The producers' price is also what the trader pays; the trader sells at a price that does not vary.
SHARED = (
    HEAD
    + """
sebelum pokmas      1 masuk    100 100 100 100 100 100 jahe
sesudah pokmas      1 masuk    100 120 90  150 100 100 jahe
sebelum mitra_lokal 1 masuk    100 120 120 120 100 100 dijual
sebelum mitra_lokal 1 variabel 100 100 -   -   100 100 dibeli
sesudah mitra_lokal 1 masuk    100 150 150 150 100 100 dijual
sesudah mitra_lokal 1 variabel 100 120 -   -   100 100 dibeli
"""
)


def drivers_of(text: str, spread: float = 0.2) -> Drivers:
    budgets = sum_budgets(model(text))
    assert not isinstance(budgets, NotEstimable)
    gains = check_gains(budgets, NO_EXCHANGES, NO_EXCHANGES)
    assert not isinstance(gains, NotEstimable)
    return find_drivers(budgets, gains, NO_EXCHANGES, spread)


def simulated(text: str, **assumed: float) -> Simulation:
    result = compare(text, assumptions=Assumptions(**assumed))  # type: ignore[arg-type]
    assert not isinstance(result.risk, NotEstimable)
    return result.risk.simulation


def chance(result: Simulation, party: str) -> pd.Series:
    return result.table.set_index("peran").loc[party]


def line(drivers: Drivers, party: str, condition: str, component: str) -> int:
    lines = drivers.lines
    found = lines["peran"].eq(party) & lines["kondisi"].eq(condition) & lines["komponen"].eq(component)
    (place,) = np.flatnonzero(found)
    return int(place)


def moved(result: BusinessModel, party: str) -> pd.DataFrame:
    assert not isinstance(result.risk, NotEstimable)
    table = result.risk.sensitivity.table
    return table[table["peran"].eq(party)].set_index("komponen")


# The triangular distribution


def ranges(low: float, base: float, high: float) -> Ranges:
    one = np.array
    return Ranges(one([low]), one([base]), one([high]), one([0]), one(["given"], dtype=object))


def test_a_triangular_quantile_inverts_its_distribution_function() -> None:
    low, base, high = 40.0, 100.0, 190.0
    u = np.linspace(0, 1, 101)
    x = triangular(ranges(low, base, high), u[:, None])[:, 0]
    below = (x - low) ** 2 / ((high - low) * (base - low))
    above = 1 - (high - x) ** 2 / ((high - low) * (high - base))
    assert np.where(x <= base, below, above) == pytest.approx(u)
    assert (x[0], x[-1]) == (low, high)


@pytest.mark.parametrize(("low", "high"), [(100.0, 130.0), (70.0, 100.0), (100.0, 100.0)])
def test_a_range_to_one_side_or_none_has_its_bounds(low: float, high: float) -> None:
    x = triangular(ranges(low, 100.0, high), np.array([[0.0], [0.5], [1.0]]))[:, 0]
    assert (x[0], x[-1]) == pytest.approx((low, high))
    assert np.isfinite(x).all()


# The simulation against closed forms


def test_mean_and_spread_of_a_sum_are_those_of_independent_triangulars() -> None:
    draws = 200_000
    result = chance(simulated(TWO_PRICES, draws=draws, price_correlation=0), "mitra_lokal")
    mean = 10 * (40 + 100 + 190) / 3 + 10 * (110 + 200 + 260) / 3 - 3_000
    variance = 100 * (triangle_variance(40, 100, 190) + triangle_variance(110, 200, 260))
    assert result["mean"] == pytest.approx(mean, abs=5 * math.sqrt(variance / draws))
    spread = (result["p95"] - result["p5"]) / (2 * 1.645)  # nearly normal: two of similar width
    assert spread == pytest.approx(math.sqrt(variance), rel=0.03)


def triangle_variance(a: float, c: float, b: float) -> float:
    return (a * a + b * b + c * c - a * b - a * c - b * c) / 18


def test_with_prices_that_move_as_one_the_probability_has_a_closed_form() -> None:
    # Both prices at quantile u: the gain rises with u and is nought where 10 F(u) + 10 G(u) = 3.000.
    result = chance(simulated(TWO_PRICES, draws=200_000, price_correlation=1), "mitra_lokal")

    def gain(u: float) -> float:
        padi = 40 + math.sqrt(u * 150 * 60) if u <= 0.4 else 190 - math.sqrt((1 - u) * 150 * 90)
        jagung = 110 + math.sqrt(u * 150 * 90) if u <= 0.6 else 260 - math.sqrt((1 - u) * 150 * 60)
        return 10 * (padi + jagung) - 3_000

    low, high = 0.0, 1.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if gain(middle) < 0 else (low, middle)
    assert result["probability"] == pytest.approx(1 - low, abs=4 * result["standard_error"])


def test_prices_that_move_as_one_spread_the_gain_more() -> None:
    apart, together = (
        chance(simulated(TWO_PRICES, price_correlation=rho), "mitra_lokal") for rho in (0.0, 1.0)
    )
    assert together["p95"] - together["p5"] > 1.2 * (apart["p95"] - apart["p5"])


def test_the_standard_error_is_that_of_a_share() -> None:
    result = simulated(TWO_PRICES, draws=10_000)
    row = chance(result, "mitra_lokal")
    p = row["probability"]
    assert 0.2 < p < 0.8
    assert row["standard_error"] == pytest.approx(math.sqrt(p * (1 - p) / 10_000))
    assert result.together <= p


def test_the_same_seed_draws_the_same_and_another_differs_by_chance_only() -> None:
    first, again, other = (simulated(TWO_PRICES, seed=seed) for seed in (7, 7, 8))
    pd.testing.assert_frame_equal(first.table, again.table)
    assert first.together == again.together
    p, q = (chance(one, "mitra_lokal") for one in (first, other))
    assert p["mean"] != q["mean"]
    assert abs(p["probability"] - q["probability"]) < 5 * math.hypot(p["standard_error"], q["standard_error"])


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 1_000))
def test_larger_volumes_scale_every_gain_and_leave_every_probability(factor: int) -> None:
    few = Assumptions(draws=300)
    columns = ["volume", "volume_rendah", "volume_tinggi"]
    rows = model(SHARED)
    plain, scaled = (
        _risk(rows.assign(**{name: rows[name] * k for name in columns}), few) for k in (1, factor)
    )
    assert scaled.table["probability"].tolist() == plain.table["probability"].tolist()
    assert scaled.together == plain.together
    amounts = ["planned", "mean", "p5", "p50", "p95"]
    assert scaled.table[amounts].to_numpy() == pytest.approx(plain.table[amounts].to_numpy() * factor)


def _risk(rows: pd.DataFrame, assumptions: Assumptions) -> Simulation:
    from business_cases import NO_COSTS, NO_RELATIONS, PROFILE, REFERENCE

    from pasar_nb.analysis import business

    result = business.compare(
        rows, NO_RELATIONS, NO_COSTS, profile=PROFILE, reference=REFERENCE, assumptions=assumptions
    )
    assert not isinstance(result.risk, NotEstimable)
    return result.risk.simulation


def test_the_order_of_rows_changes_no_draw() -> None:
    rows = model(SHARED)
    few = Assumptions(draws=500)
    pd.testing.assert_frame_equal(_risk(rows, few).table, _risk(rows.iloc[::-1], few).table)


def test_a_party_that_gains_nothing_does_not_gain_by_rounding() -> None:
    same = HEAD + "".join(
        f"{one} pokmas 1 masuk 0.1 0.3 0.2 0.7 0.1 0.1 a\n{one} pokmas 1 variabel 7 0.1 0.1 0.1 7 7 b\n"
        for one in ("sebelum", "sesudah")
    )
    assert simulated(same).together == 0


# One transaction, one price


def test_a_price_that_two_parties_share_is_drawn_once() -> None:
    # With the price at p, the producers gain where p > 100 and the trader where 150 - p > 120 - 100 = 20,
    # p < 130: together 100 < p < 130. Drawn twice it would be the product of the two.
    result = simulated(SHARED, draws=100_000)
    below_100 = (100 - 90) ** 2 / (60 * 30)
    above_130 = (150 - 130) ** 2 / (60 * 30)
    assert result.shared == 2
    assert chance(result, "pokmas")["probability"] == pytest.approx(1 - below_100, abs=0.005)
    assert chance(result, "mitra_lokal")["probability"] == pytest.approx(1 - above_130, abs=0.005)
    assert result.together == pytest.approx(1 - below_100 - above_130, abs=0.005)
    assert abs(result.together - (1 - below_100) * (1 - above_130)) > 0.01


def test_the_buyer_takes_the_range_of_the_seller() -> None:
    drivers = drivers_of(SHARED)
    sold = line(drivers, "pokmas", "sesudah", "jahe")
    bought = line(drivers, "mitra_lokal", "sesudah", "dibeli")
    price = drivers.price
    assert (price.low[bought], price.high[bought]) == (price.low[sold], price.high[sold]) == (90, 150)
    assert (price.basis[sold], price.basis[bought]) == ("given", "counterpart")


def test_of_two_ranges_of_one_price_the_widest_counts_for_both() -> None:
    both = SHARED.replace("variabel 100 120 -   -  ", "variabel 100 120 110 160")
    drivers = drivers_of(both)
    for party, component in (("pokmas", "jahe"), ("mitra_lokal", "dibeli")):
        place = line(drivers, party, "sesudah", component)
        assert (drivers.price.low[place], drivers.price.high[place]) == (90, 160)


@pytest.mark.parametrize(
    "apart",
    [
        SHARED.replace("variabel 100 120", "variabel 100 119"),  # another price
        SHARED.replace("sesudah mitra_lokal 1 variabel", "sesudah mitra_lokal 1 masuk"),  # both sell
    ],
)
def test_another_price_or_the_same_side_is_no_transaction(apart: str) -> None:
    drivers = drivers_of(apart)
    assert drivers.shared == 1  # only the one before


def test_another_unit_of_measurement_is_no_transaction() -> None:
    rows = model(SHARED).assign(
        satuan=lambda table: np.where(table["komponen"].eq("dibeli"), "kuintal", "kg")
    )
    budgets = sum_budgets(rows)
    gains = check_gains(budgets, NO_EXCHANGES, NO_EXCHANGES)
    assert find_drivers(budgets, gains, NO_EXCHANGES, 0.2).shared == 0  # type: ignore[arg-type]


LINKED = """
sebelum pokmas mitra_lokal produk
sesudah pokmas mitra_lokal produk
"""


def shared_in(text: str, exchanged: str) -> Simulation:
    result = compare(text, exchanged, assumptions=Assumptions(draws=100))
    assert not isinstance(result.risk, NotEstimable)
    return result.risk.simulation


def test_an_equal_price_of_parties_that_exchange_nothing_is_no_transaction() -> None:
    supplier = SHARED + "sesudah penyedia_input 1 masuk 5 120 - - - - bibit\n"
    assert shared_in(supplier, LINKED).shared == 2  # what the trader buys is not the supplier's
    drivers = _linked_drivers(supplier)
    sold, bought, seed = (
        drivers.deal[line(drivers, *one)]
        for one in (
            ("pokmas", "sesudah", "jahe"),
            ("mitra_lokal", "sesudah", "dibeli"),
            ("penyedia_input", "sesudah", "bibit"),
        )
    )
    assert sold == bought != seed


def _linked_drivers(text: str) -> Drivers:
    budgets, exchanges = sum_budgets(model(text)), compare_exchanges(relations(LINKED))
    assert not isinstance(budgets, NotEstimable)
    gains = check_gains(budgets, exchanges, NO_EXCHANGES)
    assert not isinstance(gains, NotEstimable)
    return find_drivers(budgets, gains, exchanges, 0.2)


def test_parties_that_exchange_may_round_their_price_in_their_own_way() -> None:
    rounded = SHARED.replace("variabel 100 120", "variabel 100 119")  # less than 1 %
    assert shared_in(rounded, LINKED).shared == 2
    assert shared_in(SHARED.replace("variabel 100 120", "variabel 100 118"), LINKED).shared == 1


def test_of_two_costs_within_rounding_the_nearer_is_the_purchase() -> None:
    two = SHARED + "sesudah mitra_lokal 1 variabel 100 119.5 - - 100 100 kemasan\n"
    drivers = _linked_drivers(two)
    sold, packing = (
        drivers.deal[line(drivers, *one)]
        for one in (("pokmas", "sesudah", "jahe"), ("mitra_lokal", "sesudah", "kemasan"))
    )
    assert sold != packing


def test_what_is_known_by_its_price_alone_says_so() -> None:
    assert simulated(SHARED).guessed
    assert not shared_in(SHARED, LINKED).guessed
    assert shared_in(SHARED, "sesudah pokmas mitra_lokal produk").guessed  # of the condition before


@settings(max_examples=8, deadline=None)
@given(
    st.sampled_from([("kuintal", 100.0), (" KW ", 100.0), ("ton", 1_000.0), ("g", 0.001), ("ons", 0.1)]),
    st.sampled_from([["sesudah"], ["sebelum", "sesudah"]]),
    st.sampled_from(["dibeli", "jahe", "dijual"]),
)
def test_the_unit_of_mass_in_which_a_line_is_written_changes_no_probability(
    measured: tuple[str, float], conditions: list[str], component: str
) -> None:
    few, (unit, kilograms) = Assumptions(draws=200), measured
    rows = model(SHARED)
    at = rows["komponen"].eq(component) & rows["kondisi"].isin(conditions)
    other = rows.assign(satuan=rows["satuan"].mask(at, unit))
    for name, factor in (("volume", 1 / kilograms), ("harga", kilograms)):
        for column in (name, f"{name}_rendah", f"{name}_tinggi"):
            other[column] = rows[column].mask(at, rows[column] * factor)
    plain, converted = _risk(rows, few), _risk(other, few)
    assert converted.together == plain.together
    assert converted.shared == plain.shared == 2
    columns = ["planned", "mean", "p5", "p95"]
    assert converted.table[columns].to_numpy() == pytest.approx(plain.table[columns].to_numpy(), abs=1e-6)


def test_the_same_line_before_and_after_stands_at_the_same_place_of_its_range() -> None:
    drivers = drivers_of(BOTH_GAIN)
    for party in ("pokmas", "mitra_lokal"):
        for kind in ("pendapatan", "biaya_variabel", "biaya_tetap"):
            then, now = (line(drivers, party, one, kind) for one in ("sebelum", "sesudah"))
            assert drivers.price.driver[then] == drivers.price.driver[now]
            assert drivers.volume.driver[then] == drivers.volume.driver[now]


def test_a_line_under_another_name_after_is_paired_by_its_price() -> None:
    renamed = (
        HEAD
        + """
sebelum pokmas 1 masuk    1 500 - - - - jual
sebelum pokmas 1 variabel 1 100 - - - - angkutan
sebelum pokmas 1 variabel 1 20  - - - - karung
sesudah pokmas 1 masuk    1 600 - - - - jual
sesudah pokmas 1 variabel 1 22  - - - - kemasan
sesudah pokmas 1 variabel 1 90  - - - - pengiriman
"""
    )
    drivers = drivers_of(renamed)
    for then, now in (("angkutan", "pengiriman"), ("karung", "kemasan")):
        places = line(drivers, "pokmas", "sebelum", then), line(drivers, "pokmas", "sesudah", now)
        assert drivers.price.driver[places[0]] == drivers.price.driver[places[1]]


def test_what_is_sold_and_what_it_takes_rise_and_fall_together() -> None:
    drivers = drivers_of(BOTH_GAIN)
    lines = drivers.lines
    moving = lines["peran"].eq("pokmas") & lines["jenis"].ne("biaya_tetap")
    assert len(set(drivers.volume.driver[moving.to_numpy()])) == 1
    fixed = lines["jenis"].eq("biaya_tetap").to_numpy()
    assert not drivers.volume.varies[fixed].any()  # a number of months is a number of months
    assert drivers.price.varies[fixed].all()


# One at a time


def test_a_bar_ends_where_one_price_is_low_or_high_in_both_conditions() -> None:
    ranged = (
        HEAD
        + """
sebelum pokmas 1 masuk 100 50 40 60 100 100 jahe
sesudah pokmas 1 masuk 120 80 72 90 120 120 jahe
"""
    )
    row = moved(compare(ranged), "pokmas").loc["jahe"]
    assert row["gain"] == 120 * 80 - 100 * 50
    assert row["gain_low"] == pytest.approx(120 * 72 - 100 * 40)
    assert row["gain_high"] == pytest.approx(120 * 90 - 100 * 60)
    assert (row["down"], row["up"]) == (pytest.approx(-0.1), pytest.approx(0.125))
    assert row["basis"] == "given"


def test_without_a_range_twenty_per_cent_is_assumed_and_said() -> None:
    table = moved(compare(BOTH_GAIN), "pokmas")
    row = table.loc["pendapatan"]
    assert (row["basis"], row["down"], row["up"]) == ("default", pytest.approx(-0.2), pytest.approx(0.2))
    assert row["gain_low"] == pytest.approx(2_000_000 - 0.2 * (120 * 60_000 - 100 * 50_000))
    narrow = compare(BOTH_GAIN, assumptions=Assumptions(spread=0.1))
    assert moved(narrow, "pokmas").loc["pendapatan", "up"] == pytest.approx(0.1)


def test_a_cost_that_is_low_is_good() -> None:
    row = moved(compare(BOTH_GAIN), "mitra_lokal").loc["biaya_tetap"]
    # after less before: 1.200.000 - 2.000.000, a fifth less of each
    assert row["gain_low"] == pytest.approx(3_000_000 - 0.2 * (2_000_000 - 1_200_000))


def test_bars_are_sorted_by_their_swing_within_each_party() -> None:
    result = compare(BOTH_GAIN)
    assert not isinstance(result.risk, NotEstimable)
    for _party, own in result.risk.sensitivity.table.groupby("peran"):
        assert own["swing"].is_monotonic_decreasing


def test_what_turns_a_gain_alone_is_marked() -> None:
    table = moved(compare(SHARED), "mitra_lokal")
    assert table.loc["dibeli", "turns"]  # 150 - 150 is less than 120 - 100
    assert not moved(compare(BOTH_GAIN), "pokmas")["turns"].any()


# At which price an incentive ends


def test_the_fall_at_which_an_incentive_breaks_is_gain_by_sales() -> None:
    result = compare(BOTH_GAIN)
    assert not isinstance(result.risk, NotEstimable)
    falls = result.risk.price_falls
    assert not isinstance(falls, NotEstimable)
    table = falls.table.set_index("peran")
    assert table.loc["pokmas", "fall"] == pytest.approx(2_000_000 / (120 * 60_000))
    assert table.loc["mitra_lokal", "fall"] == pytest.approx(3_000_000 / (1_200 * 66_000))
    assert table.loc["mitra_lokal", "least_price"] == pytest.approx(66_000 - 3_000_000 / 1_200)
    assert (falls.first, falls.final) == ("mitra_lokal", "mitra_lokal")


def test_at_that_fall_the_gain_is_nought() -> None:
    result = compare(BOTH_GAIN)
    ready = sandbox(result)
    assert not isinstance(result.risk, NotEstimable)
    assert not isinstance(ready, NotEstimable)
    assert not isinstance(result.risk.price_falls, NotEstimable)
    for row in result.risk.price_falls.table.to_dict("records"):
        asked = ready.ask(row["peran"], price=1 - row["fall"], volume=1, rate=0.1).table.set_index("peran")
        assert asked.loc[row["peran"], "gain"] == pytest.approx(0, abs=1e-3)


def test_a_party_that_loses_already_is_not_the_first_to_break() -> None:
    result = compare(ONE_LOSES)
    assert not isinstance(result.risk, NotEstimable)
    falls = result.risk.price_falls
    assert not isinstance(falls, NotEstimable)
    assert falls.table.set_index("peran").loc["mitra_lokal", "fall"] < 0
    assert falls.first == "pokmas"


# What is left out


def test_a_party_that_cannot_be_computed_is_named_and_not_counted() -> None:
    unknown = BOTH_GAIN.replace(
        "sesudah pokmas      40   masuk    120", "sesudah pokmas      40   masuk    -"
    )
    result = simulated(unknown)
    assert result.missing == ("pokmas",)
    assert list(result.table["peran"]) == ["mitra_lokal"]


def test_without_any_complete_budget_there_is_a_reason() -> None:
    nothing = compare(
        "kondisi peran unit jenis volume harga\nsebelum pokmas 1 masuk - 1\nsesudah pokmas 1 masuk - 1"
    )
    assert isinstance(nothing.risk, NotEstimable)
    assert isinstance(sandbox(nothing), NotEstimable)
    assert isinstance(compare("kondisi peran unit jenis volume harga").risk, NotEstimable)


# The sliders' question


def test_a_changed_price_changes_the_buyer_s_cost_too() -> None:
    ready = sandbox(compare(SHARED))
    assert not isinstance(ready, NotEstimable)
    asked = ready.ask("pokmas", price=1.1, volume=1, rate=0).table.set_index("peran")["gain"]
    assert asked["pokmas"] == pytest.approx(100 * (132 - 100))
    assert asked["mitra_lokal"] == pytest.approx(100 * (150 - 132) - 100 * (120 - 100))


def test_a_changed_volume_leaves_fixed_costs_and_what_was_before() -> None:
    ready = sandbox(compare(BOTH_GAIN))
    assert not isinstance(ready, NotEstimable)
    asked = ready.ask("pokmas", price=1, volume=0.5, rate=0).table.set_index("peran")["gain"]
    assert asked["pokmas"] == pytest.approx(0.5 * (120 * 60_000 - 12 * 100_000) - 500_000 - 3_500_000)


def test_as_planned_the_sandbox_gives_the_result_s_own_gains_and_values() -> None:
    result = compare(BOTH_GAIN + "sesudah mitra_lokal 1    investasi 1    9000000\n")
    ready = sandbox(result)
    assert not isinstance(ready, NotEstimable)
    asked = ready.ask("pokmas", price=1, volume=1, rate=result.investment.rate).table.set_index("peran")
    assert asked["gain"].tolist() == pytest.approx(asked["planned"].tolist())
    assert asked["gain"].tolist() == pytest.approx(result.gains.table.set_index("peran")["change"].tolist())
    value = result.investment.table.set_index("peran").loc["mitra_lokal", "npv"]
    assert asked.loc["mitra_lokal", "npv"] == pytest.approx(value)
    assert math.isnan(asked.loc["pokmas", "npv"])


def test_without_a_sale_afterwards_no_fall_is_told() -> None:
    kept = [line for line in BOTH_GAIN.splitlines() if not (line.startswith("sesudah") and " masuk " in line)]
    result = compare("\n".join(kept))
    assert not isinstance(result.risk, NotEstimable)
    assert isinstance(result.risk.price_falls, NotEstimable)
