"""Prices, margins, shares and money along the chain, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from market_cases import TWO_CHANNEL_FLOWS, TWO_CHANNELS, actors, chart, flows, line, markets

from pasar_nb.analysis import market
from pasar_nb.findings import NotEstimable

CASES = settings(max_examples=15, deadline=None)


def steps(result, channel):
    table = result.prices.steps
    return table[table["channel"] == channel].set_index("pelaku")


def why(answer):
    assert isinstance(answer, NotEstimable)
    return answer.reason.text("id")


# P sells to T at 10 and to B at 12; T sells at 15, B at 18; F sells at 40


def test_margins_of_two_channels_are_selling_less_buying_price():
    result = chart()
    assert steps(result, 1)["margin"].dropna().to_dict() == {"P": 10, "T": 15 - 10, "F": 40 - 15}
    assert steps(result, 2)["margin"].dropna().to_dict() == {"P": 12, "B": 18 - 12, "F": 40 - 18}


def test_shares_are_parts_of_the_final_price():
    result = chart()
    assert steps(result, 1)["share"].dropna().to_dict() == {"P": 10 / 40, "T": 5 / 40, "F": 25 / 40}
    assert result.prices.channels["producer_share"].tolist() == [10 / 40, 12 / 40]


def test_the_net_margin_takes_off_the_actor_s_own_cost_and_may_be_a_loss():
    net = steps(chart(), 1)["net"]
    assert net["P"] == 10 - 4
    assert net["T"] == 5 - 6
    assert np.isnan(net["K"])


def test_the_channel_with_the_largest_volume_comes_first():
    channels = chart().prices.channels
    assert channels["names"].tolist() == ["P → T → F → K", "P → B → F → K"]
    assert channels["volume"].tolist() == [100, 50]
    assert channels["at_consumer"].all()


def test_the_last_buyer_has_a_buying_price_only():
    last = steps(chart(), 1).loc["K"]
    assert last["buying"] == 40
    assert last[["selling", "margin", "share", "net"]].isna().all()


def test_money_is_what_each_adds_between_buying_and_selling():
    money = chart().money
    assert money.final_value == 150 * 40
    assert money.ends == ("K",)
    added = money.table.set_index("pelaku")["value_added"]
    # P 100 * 10 + 50 * 12; T 100 * (15 - 10); B 50 * (18 - 12); F 150 * 40 - 100 * 15 - 50 * 18
    assert added.to_dict() == {"P": 1600, "T": 500, "B": 300, "F": 3600}
    assert money.table["share"].sum() == pytest.approx(1)
    assert money.table.set_index("pelaku").at["P", "per_actor"] == 1600 / 200


def test_grades_between_the_same_two_become_one_price_weighted_by_volume():
    graded = TWO_CHANNEL_FLOWS.replace("P    T  100    kg     10", "P T 60 kg 8\nP T 40 kg 13")
    # (60 * 8 + 40 * 13) / 100 = 10
    assert steps(chart(trade=graded), 1).at["P", "selling"] == pytest.approx(10)
    assert chart(trade=graded).money.table["value_added"].iloc[0] == pytest.approx(1600)


def test_kilograms_are_the_same_however_they_are_written():
    mixed = TWO_CHANNEL_FLOWS.replace("T    F  100    kg", "T F 100 KG")
    assert len(chart(trade=mixed).prices.channels) == 2


# What cannot be said, and why


REFUSED = {
    "no price": ("T    F  100    kg     15", "T F 100 kg -", "harga dari T ke F tidak dicatat"),
    "no unit": ("T    F  100    kg     15", "T F 100 - 15", "satuan dari T ke F tidak dicatat"),
    "another unit": ("P    T  100    kg", "P T 100 ikat", "satuannya tidak sama di sepanjang jalur"),
    "two prices": ("T    F  100    kg     15", "T F - kg 15\nT F - kg 16", "tanpa volume"),
    "two units": ("T    F  100    kg     15", "T F 50 kg 15\nT F 50 ton 16", "satuan yang berbeda"),
}


@pytest.mark.parametrize(("old", "new", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_channel_that_cannot_be_compared_is_refused_with_its_reason(old, new, reason):
    prices = chart(trade=TWO_CHANNEL_FLOWS.replace(old, new)).prices
    (refused,) = [one for one in prices.refused if "T" in one.path]
    assert refused.path == ("P", "T", "F", "K")
    assert reason in refused.reason.text("id")


def test_a_kilogram_dried_is_not_a_kilogram_fresh():
    dried = TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 20 kg 75").replace("150", "70")
    prices = chart(trade=dried).prices
    (refused,) = prices.refused
    assert "T membeli 100 dan menjual 20 kg, jadi produknya berubah bentuk" in refused.reason.text("id")
    assert prices.channels["names"].tolist() == ["P → B → F → K"]


def test_the_other_channel_stands_when_one_is_refused():
    unpriced = TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 100 kg -")
    assert chart(trade=unpriced).prices.channels["names"].tolist() == ["P → B → F → K"]


def test_without_any_comparable_channel_the_reason_is_given_once():
    free = TWO_CHANNEL_FLOWS.replace("150    kg     40", "150 kg 0")
    assert why(chart(trade=free).prices) == (
        "Harga tidak dapat dibandingkan di sepanjang 2 jalur produk: harga pada ujung jalur nol."
    )


# P sells 100 at 10; T sells 90 of them at 15, F sells 81 of these at 40
SHRINKING = """
dari ke volume satuan harga
P    T  100    kg     10
T    F  90     kg     15
F    K  81     kg     40
"""


def test_what_is_lost_on_the_way_is_nobody_s_income():
    prices = chart(trade=SHRINKING).prices
    channel = prices.channels.iloc[0]
    assert channel["lost"] == pytest.approx(1 - 0.9 * 0.9)
    assert channel["final_value"] == pytest.approx(40 * 0.81)
    assert channel["producer_share"] == pytest.approx(10 / (40 * 0.81))
    assert channel["price_share"] == 10 / 40
    margins = steps(chart(trade=SHRINKING), 1)["margin"].dropna().to_dict()
    assert margins == pytest.approx({"P": 10, "T": 15 * 0.9 - 10, "F": 40 * 0.81 - 15 * 0.9})


def test_after_loss_a_trader_s_own_cost_is_that_of_what_it_sells():
    result = chart(trade=SHRINKING)
    net = steps(result, 1)["net"]
    assert net["F"] == pytest.approx(40 * 0.81 - 15 * 0.9 - 10 * 0.81)
    channel = result.prices.channels.iloc[0]
    assert channel["margin_cost"] == pytest.approx(6 * 0.9 + 10 * 0.81)
    assert channel["margin_left"] == pytest.approx(40 * 0.81 - 10 - 6 * 0.9 - 10 * 0.81)


def test_an_unknown_or_contradictory_loss_leaves_the_share_that_of_prices():
    grown = chart(trade=SHRINKING.replace("81 ", "99 ")).prices.channels.iloc[0]  # F bought 90
    unknown = chart(trade=SHRINKING.replace("81 ", "- ")).prices.channels.iloc[0]
    for channel in (grown, unknown):
        assert np.isnan(channel["lost"])
        assert channel["producer_share"] == channel["price_share"] == 10 / 40


def test_a_final_price_below_the_producer_s_gives_nobody_a_share():
    assert "harga akhir Rp9 lebih rendah daripada harga produsen Rp10 per kg" in why(line(10, 9).prices)
    # 11 * 0.81 = 8.91 is paid for what cost 10
    thin = SHRINKING.replace("81     kg     40", "81 kg 11")
    assert "setelah susut, harga akhir Rp11 tidak menutup harga produsen Rp10" in why(
        chart(trade=thin).prices
    )


def test_without_volumes_no_channel_is_the_main_one():
    unknown = TWO_CHANNEL_FLOWS.replace("P    B  50 ", "P B - ")
    assert chart().prices.main["names"] == "P → T → F → K"
    assert chart(trade=unknown).prices.main is None
    assert line(10, 12, volume=np.nan).prices.main is not None  # there is only one
    figures = market.key_figures(chart(trade=unknown))
    assert "jalur utamanya tidak diketahui" in why(figures["producer_share"])
    assert figures["channels"] == 2


def test_who_trades_nought_does_not_trade():
    result = chart(trade=TWO_CHANNEL_FLOWS + "P F 0 kg 30\n")
    assert result.prices.channels["names"].tolist() == ["P → T → F → K", "P → B → F → K"]
    assert set(result.buyers.table["pelaku"]) == {"T", "B"}
    assert len(result.quantities.table) == 5


CONTRADICTIONS = {
    "sells what it never bought": ("T    F  100", "T F 120", "yang dijual melebihi yang tercatat dibeli (T)"),
    "buys from nobody": ("P    T  100", "P T 0", "yang dijual melebihi yang tercatat dibeli (T)"),
    "pays more than it gets": ("15", "9", "nilai pembelian melebihi nilai penjualan (T)"),
}


@pytest.mark.parametrize(("old", "new", "reason"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_money_from_nowhere_is_a_contradiction(old, new, reason):
    money = chart(trade=TWO_CHANNEL_FLOWS.replace(old, new)).money
    (said,) = [one.text("id") for one in money.contradictions if "(T)" in one.text("id")]
    assert reason in said
    assert chart().money.contradictions == ()


def test_where_no_producer_is_known_somebody_may_begin():
    assert chart(TWO_CHANNELS.replace("Produksi ", "Usaha ")).money.contradictions == ()


def test_money_needs_every_volume_and_price_but_no_common_unit():
    dried = TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 20 kering 75")
    assert chart(trade=dried).money.table["value_added"].sum() == pytest.approx(6000)
    unknown = TWO_CHANNEL_FLOWS.replace("T    F  100", "T F -")
    assert "1 dari 5 aliran produk tidak lengkap" in why(chart(trade=unknown).money)


def test_a_product_that_goes_round_has_no_price_chain_but_still_a_map():
    circle = TWO_CHANNEL_FLOWS + "F T 10 kg 9\n"
    result = chart(trade=circle)
    assert "Aliran produk berputar (T → F → T)" in why(result.prices)
    assert result.actors.table["position"].notna().all()


def test_nobody_at_the_end_means_no_final_value():
    result = chart(trade="dari ke volume satuan harga\nT F 1 kg 2\nF T 1 kg 3")
    assert "Tidak ada pembeli di ujung rantai" in why(result.money)


def test_without_product_flows_there_is_no_trade():
    result = chart(trade="dari ke jenis volume satuan harga\nP T uang 5 Rp -")
    assert why(result.prices) == why(result.money)
    assert "belum mencatat aliran produk" in why(result.money)


def test_inputs_of_the_producers_are_no_part_of_the_price_but_of_the_money():
    who = TWO_CHANNELS + "S Penyedia_input 1 5 - -\n"
    result = chart(who, TWO_CHANNEL_FLOWS + "S P 30 bibit 7\n")
    assert result.prices.inputs == ("S",)
    assert result.prices.channels["producer_price"].tolist() == [10, 12]
    added = result.money.table.set_index("pelaku")["value_added"]
    assert (added["S"], added["P"]) == (30 * 7, 1600 - 30 * 7)
    assert added.sum() == result.money.final_value


def test_inputs_from_a_supporting_actor_are_no_trade_along_the_chain():
    who = pd.concat([actors(TWO_CHANNELS), actors("pelaku fungsi\nS Input", lapisan="pendukung")])
    result = market.chart(who, flows(TWO_CHANNEL_FLOWS + "S P 30 bibit 7\n"))
    assert result.prices.inputs == ()
    assert "S" not in set(result.money.table["pelaku"])


def test_a_chain_that_ends_before_the_consumer_is_told_apart():
    short = chart(trade=TWO_CHANNEL_FLOWS.replace("F    K  150    kg     40", ""))
    assert short.prices.channels["final_price"].tolist() == [15, 18]
    assert not short.prices.channels["at_consumer"].any()


def test_a_flow_without_an_end_is_counted_and_left_out():
    result = chart(trade=TWO_CHANNEL_FLOWS + "F X 3 kg 99\nY P 3 kg 99\n")
    assert result.flows.loose == 2
    assert result.money.final_value == 6000


def test_without_a_known_producer_the_chain_starts_where_somebody_only_sells():
    unknown = TWO_CHANNELS.replace("Produksi ", "Usaha ")
    result = chart(unknown)
    assert result.actors.producers == ()
    assert result.prices.channels["producer_share"].tolist() == [10 / 40, 12 / 40]


def test_very_many_ways_are_counted_not_walked():
    layers = [[f"a{at}", f"b{at}"] for at in range(40)]  # 2**40 ways
    ends = [("P", one) for one in layers[0]] + [(one, "K") for one in layers[-1]]
    between = [(a, b) for above, below in pairwise(layers) for a in above for b in below]
    names = ["P", *[name for pair in layers for name in pair], "K"]
    who = "pelaku fungsi\n" + "\n".join(f"{name} {'Produksi' if name == 'P' else 'Dagang'}" for name in names)
    trade = "dari ke volume satuan harga\n" + "\n".join(f"{a} {b} 1 kg 1" for a, b in ends + between)
    assert "Ada 1099511627776 jalur" in why(chart(who, trade).prices).replace(".", "", 4)


# What holds in every market


@CASES
@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=6).filter(lambda all: all[0] <= all[-1]))
def test_the_margins_of_a_channel_sum_to_its_final_price(prices):
    result = line(*prices).prices
    assert result.steps["margin"].sum() == pytest.approx(prices[-1])
    assert result.steps["share"].sum() == pytest.approx(1)


@CASES
@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=6),
    st.lists(st.floats(0.81, 1), min_size=5, max_size=5),
    st.integers(1, 10**6),
)
def test_whatever_is_lost_receipts_and_margins_are_what_the_last_buyer_pays(prices, kept, volume):
    final = max(prices) * 4  # 0.81 ** 4 of it is still above the producer's price
    result = line(*prices[:-1], final, volume=list(volume * np.cumprod([1, *kept[: len(prices) - 1]])))
    received = volume * prices[0]
    paid = result.money.final_value
    margins = result.prices.steps[result.prices.steps["step"] > 1]["margin"].sum() * volume
    assert received + margins == pytest.approx(paid)
    assert result.prices.steps["share"].sum() == pytest.approx(1)
    assert result.prices.channels["producer_share"].item() == pytest.approx(received / paid)
    assert result.prices.overall.share == pytest.approx(1 - received / paid)
    assert result.prices.overall.margin * volume == pytest.approx(margins)
    added = result.money.table["share"]
    assert result.prices.steps["share"].dropna().tolist() == pytest.approx(added.tolist())


@CASES
@given(markets())
def test_all_values_added_sum_to_what_the_last_buyers_pay(both):
    money = market.chart(*both).money
    assert money.table["value_added"].sum() == pytest.approx(money.final_value)


@CASES
@given(markets(), st.floats(0.01, 1000))
def test_other_money_leaves_every_share_as_it_is(both, factor):
    who, trade = both
    plain, scaled = market.chart(who, trade), market.chart(who, trade.assign(harga=trade["harga"] * factor))
    assert plain.money.table["share"].tolist() == pytest.approx(scaled.money.table["share"].tolist())
    if not isinstance(plain.prices, NotEstimable):
        shares = plain.prices.channels["producer_share"].tolist()
        assert shares == pytest.approx(scaled.prices.channels["producer_share"].tolist())


@CASES
@given(markets(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_number_and_no_table_is_changed(both, random):
    who, trade = both
    before = (who.copy(), trade.copy())
    order = list(range(len(trade)))
    random.shuffle(order)
    plain, shuffled = market.chart(who, trade), market.chart(who, trade.iloc[order])
    assert plain.money.table["value_added"].tolist() == pytest.approx(
        shuffled.money.table["value_added"].tolist()
    )
    assert plain.actors.table.equals(shuffled.actors.table)
    if not isinstance(plain.prices, NotEstimable):
        assert set(plain.prices.channels["names"]) == set(shuffled.prices.channels["names"])
    pd.testing.assert_frame_equal(who, before[0])
    pd.testing.assert_frame_equal(trade, before[1])
