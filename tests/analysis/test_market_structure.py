"""Marketing margin, volume balance, buyers, dependence and support, worked out by hand."""

from __future__ import annotations

import math
from itertools import pairwise

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from market_cases import TWO_CHANNEL_FLOWS, TWO_CHANNELS, actors, chart, flows, line, markets

from pasar_nb.analysis import market
from pasar_nb.findings import NotEstimable

CASES = settings(max_examples=12, deadline=None)
HEAD = "dari ke volume satuan harga\n"


def why(answer):
    assert isinstance(answer, NotEstimable)
    return answer.reason.text("id")


def states(result):
    table = result.balance.table
    return dict(zip(table["pelaku"], table["state"], strict=True))


# Marketing margin: P sells 100 at 10 and 50 at 12; both end at 40


def test_the_marketing_margin_of_a_channel_is_final_less_producer_price():
    channels = chart().prices.channels
    assert channels["margin"].tolist() == [40 - 10, 40 - 12]
    assert channels["margin_share"].tolist() == [30 / 40, 28 / 40]


def test_a_marketing_margin_is_cost_and_what_is_left():
    channels = chart().prices.channels
    assert channels["margin_cost"].tolist() == [6 + 10, 2 + 10]  # T and F; B and F
    assert channels["margin_left"].tolist() == [30 - 16, 28 - 12]


def test_what_is_left_is_unknown_where_a_cost_is():
    channels = chart(
        TWO_CHANNELS.replace("2      25", "2 25").replace("25               6", "25 -")
    ).prices.channels
    assert channels["margin_left"].isna().tolist() == [True, False]


def test_the_overall_margin_is_weighted_by_what_producers_sell():
    overall = chart().prices.overall
    assert (overall.volume, overall.unit, overall.covered) == (150, "kg", 1)
    assert overall.producer_price == pytest.approx((100 * 10 + 50 * 12) / 150)
    assert overall.margin == pytest.approx((100 * 30 + 50 * 28) / 150)
    assert overall.share == pytest.approx((100 * 30 + 50 * 28) / (150 * 40))


def test_an_actor_who_sells_to_two_mixes_what_it_bought():
    trade = HEAD + "P T 100 kg 10\nT F 75 kg 15\nT K 25 kg 20\nF K 75 kg 40"
    overall = chart(trade=trade).prices.overall
    # of 100 sold at 10, 75 end at 40 and 25 at 20
    assert overall.volume == 100
    assert overall.final_price == pytest.approx((75 * 40 + 25 * 20) / 100)
    assert overall.mixed and not chart().prices.overall.mixed


def test_a_refused_channel_is_not_covered():
    unpriced = TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 100 kg -")
    overall = chart(trade=unpriced).prices.overall
    assert overall.covered == pytest.approx(50 / 150)
    assert overall.producer_price == 12


OVERALL_REFUSED = {
    "another unit": (
        HEAD + "P T 10 kg 5\nT K 10 kg 8\nP B 4 ikat 50\nB K 4 ikat 60",
        "satuannya berbeda: kg dan ikat",
    ),
    "no volume": (HEAD + "P T - kg 5\nT K 10 kg 8", "volumenya belum lengkap atau nol"),
}


@pytest.mark.parametrize(("trade", "reason"), OVERALL_REFUSED.values(), ids=OVERALL_REFUSED.keys())
def test_without_common_volumes_there_is_no_overall_margin(trade, reason):
    prices = chart(trade=trade).prices
    assert reason in why(prices.overall)
    assert len(prices.channels) > 0


def test_the_overall_margin_is_one_of_rupiah_where_part_is_lost():
    trade = HEAD + "P T 100 kg 10\nP B 50 kg 12\nT F 90 kg 15\nB F 50 kg 18\nF K 140 kg 40"
    overall = chart(trade=trade).prices.overall
    received, paid = 100 * 10 + 50 * 12, 140 * 40
    assert overall.share == pytest.approx(1 - received / paid)
    assert overall.margin == pytest.approx((paid - received) / 150)
    assert (overall.final_price, overall.kept) == (pytest.approx(40), pytest.approx(140 / 150))


# Volume balance


def test_what_comes_in_and_does_not_go_out_is_named_with_its_amount():
    result = chart(trade=TWO_CHANNEL_FLOWS.replace("T    F  100", "T F 90"))
    row = result.balance.table.set_index("pelaku").loc["T"]
    assert row[["bought", "sold", "difference"]].tolist() == [100, 90, 100 - 90]
    assert (row["share"], row["state"], row["unit"]) == (10 / 100, "kept", "kg")


def test_an_even_market_is_balanced_between_its_ends():
    assert states(chart()) == {"P": "source", "T": "balanced", "B": "balanced", "F": "balanced", "K": "end"}


def test_rounding_is_no_difference():
    result = chart(trade=TWO_CHANNEL_FLOWS.replace("T    F  100", "T F 99.6"))
    assert states(result)["T"] == "balanced"


BALANCES = {
    "more goes out than came in": ("T    F  100", "T F 120", "T", "excess"),
    "nothing bought at all": ("P    T  100", "P T 0", "T", "unsourced"),
    "no consumer, yet it ends": ("F    K  150    kg     40", "", "F", "stops"),
    "no producer, yet it begins": ("P    T  100    kg     10", "", "T", "unsourced"),
    "a volume is not known": ("T    F  100", "T F -", "T", "unknown"),
    "a unit is not known": ("T    F  100    kg", "T F 100 -", "T", "unknown"),
    "another unit": ("T    F  100    kg", "T F 20 botol", "T", "units"),
}


@pytest.mark.parametrize(("old", "new", "who", "state"), BALANCES.values(), ids=BALANCES.keys())
def test_contradictions_and_gaps_of_volumes_are_named(old, new, who, state):
    assert states(chart(trade=TWO_CHANNEL_FLOWS.replace(old, new)))[who] == state


def test_units_that_differ_are_shown_side_by_side_and_not_compared():
    result = chart(trade=TWO_CHANNEL_FLOWS.replace("T    F  100    kg", "T F 20 botol"))
    rows = result.balance.table.set_index("pelaku").loc[["T"]]
    assert rows["unit"].tolist() == ["kg", "botol"]
    assert rows["bought"].tolist()[0] == 100 and math.isnan(rows["bought"].tolist()[1])
    assert rows[["difference", "share"]].isna().all(axis=None)


def test_two_products_are_balanced_each_in_its_unit():
    trade = HEAD + "P T 10 kg 5\nP T 6 ikat 2\nT K 9 kg 8\nT K 6 ikat 3"
    rows = chart(trade=trade).balance.table.set_index("pelaku").loc[["T"]]
    assert dict(zip(rows["unit"], rows["difference"], strict=True)) == {"kg": 10 - 9, "ikat": 0}


def test_inputs_of_the_producers_are_no_product_of_theirs():
    who = TWO_CHANNELS + "S Penyedia_input 1 5 - -\nG Dagang 1 2 - -\n"
    result = chart(who, TWO_CHANNEL_FLOWS + "G S 40 karung 5\nS P 30 karung 7\n")
    assert set(states(result)) == set("PTBFK")  # neither S nor G, who supplies S
    assert states(result)["P"] == "source"


def test_volumes_are_balanced_even_if_the_product_goes_round():
    assert states(chart(trade=TWO_CHANNEL_FLOWS + "F T 10 kg 9\n"))["T"] == "kept"


# Buyers


BUYERS = """
pelaku fungsi      jumlah lokasi
P      Produksi    200    dalam
A      Pengumpulan 4      dalam
B      Pengumpulan 2      dalam
C      Pengolahan  1      luar
K      Konsumsi    -      dalam
"""
SALES = (
    HEAD
    + "P A 60 kg 10\nP B 20 kg 11\nP C 10 kg 12\nP K 10 kg 15\nA K 60 kg 20\nB K 20 kg 20\nC K 10 kg 20\n"
)


def buyers(trade=SALES, services=""):
    other = flows("dari ke jenis volume satuan harga\n" + services)
    return market.chart(actors(BUYERS), pd.concat([flows(trade), other], ignore_index=True)).buyers


def test_concentration_is_told_for_groups_with_its_least_value():
    found = buyers().concentration
    assert (found.volume, found.unit, found.largest, found.cr1) == (100, "kg", "A", 0.6)
    assert found.hhi == pytest.approx(60**2 + 20**2 + 10**2 + 10**2)
    # four firms of 15, two of 10, one of 10, and very many consumers
    assert found.least_hhi == pytest.approx(4 * 15**2 + 2 * 10**2 + 10**2)
    assert found.without_number == ("K",)


def test_a_buyer_is_closed_if_it_is_local_and_only_pays():
    table = buyers(services="B P informasi - - -\nA P uang 600 Rp -\n").table.set_index("pelaku")
    assert table["kind"].to_dict() == {"A": "closed", "B": "linked", "C": "outside", "K": "consumer"}
    assert table["returns"].to_dict() == {"A": "", "B": "informasi", "C": "", "K": ""}
    assert table["share"].to_dict() == {"A": 0.6, "B": 0.2, "C": 0.1, "K": 0.1}


def test_the_share_of_closed_buyers_leaves_consumers_out():
    found = buyers(services="B P jasa_melekat - - -\n")
    assert found.closed_share == pytest.approx(60 / 100)
    assert not found.only_closed


def test_only_closed_local_buyers_are_the_mark_of_the_conventional_model():
    local = SALES.replace("P C 10 kg 12\n", "").replace("C K 10 kg 20\n", "")
    assert buyers(local).only_closed
    assert not buyers(local, services="A P pembiayaan - - -\n").only_closed
    assert not buyers(HEAD + "P K 10 kg 15").only_closed  # sold to consumers themselves


def test_a_local_buyer_who_only_lends_may_be_one_the_producers_are_tied_to():
    lending = "A P pembiayaan - - -\n"
    found = buyers(services=lending)
    assert found.table.set_index("pelaku")["kind"].to_dict() == {
        "A": "lending",
        "B": "closed",
        "C": "outside",
        "K": "consumer",
    }
    assert (found.closed_share, found.lending_share) == (pytest.approx(0.2), pytest.approx(0.6))
    assert not found.only_closed_or_lending  # C is outside
    local = SALES.replace("P C 10 kg 12\n", "").replace("C K 10 kg 20\n", "")
    assert buyers(local, services=lending).only_closed_or_lending
    assert not buyers(local, services=lending + "A P jasa - - -\n").only_closed_or_lending


UNTOTALLED = {
    "another unit": ("P B 20 kg", "P B 20 ikat", "satuan yang berbeda"),
    "two units to one buyer": ("P B 20 kg 11", "P B 20 kg 11\nP B 5 ikat 30", "satuan yang berbeda"),
    "no volume": ("P B 20 kg", "P B - kg", "belum lengkap"),
    "no unit": ("P B 20 kg", "P B 20 -", "belum lengkap"),
}


@pytest.mark.parametrize(("old", "new", "reason"), UNTOTALLED.values(), ids=UNTOTALLED.keys())
def test_without_common_volumes_there_are_no_shares_but_still_buyers(old, new, reason):
    found = buyers(SALES.replace(old, new))
    assert reason in why(found.concentration)
    assert found.closed_share == found.concentration
    assert set(found.table["pelaku"]) == set("ABCK")
    assert found.table["share"].isna().all()


def test_without_a_known_producer_nobody_buys_from_one():
    assert "dikenali sebagai produsen" in why(chart(TWO_CHANNELS.replace("Produksi ", "Usaha ")).buyers)


def test_several_producers_sell_to_one_buyer_at_a_mean_price():
    who = "pelaku fungsi urutan\nP Produksi 1\nQ Produksi 1\nT Dagang 2\nK Konsumsi 3"
    found = chart(who, HEAD + "P T 30 kg 10\nQ T 10 kg 14\nT K 40 kg 20").buyers
    assert found.table[["volume", "price", "share"]].iloc[0].tolist() == [40, (30 * 10 + 10 * 14) / 40, 1]


# Dependence


def dependence(who=TWO_CHANNELS, trade=TWO_CHANNEL_FLOWS):
    found = chart(who, trade).dependence
    return found, found.table.set_index("pelaku")["share"].to_dict()


def test_an_actor_on_every_way_is_a_single_buyer():
    found, shares = dependence()
    assert found.single == ("F",)
    assert shares == {"F": 1, "T": pytest.approx(100 / 150), "B": pytest.approx(50 / 150)}


def test_a_direct_sale_ends_the_dependence():
    found, shares = dependence(trade=TWO_CHANNEL_FLOWS + "P K 50 kg 30\n")
    assert found.single == ()
    assert shares["F"] == pytest.approx(150 / 200)


def test_who_has_another_way_depends_on_nobody():
    found, shares = dependence(trade=TWO_CHANNEL_FLOWS + "T K 10 kg 30\n")
    assert found.single == ()
    assert shares["F"] == pytest.approx(50 / 150)  # only what B bought
    assert shares["T"] == pytest.approx(100 / 150)


def test_a_producer_cut_off_is_counted_even_without_volumes():
    who = TWO_CHANNELS + "Q Produksi 1 9 - -\n"
    found, shares = dependence(who, TWO_CHANNEL_FLOWS + "Q T - kg 10\n")
    table = found.table.set_index("pelaku")
    assert (found.producers, table.at["F", "cut_off"], table.at["T", "cut_off"]) == (2, 2, 1)
    assert all(math.isnan(share) for share in shares.values())


def test_the_last_recorded_buyer_is_one_to_depend_on_unless_it_consumes():
    found, _shares = dependence(trade=HEAD + "P T 5 kg 10")
    assert found.single == ("T",)
    found, _shares = dependence(trade=HEAD + "P K 5 kg 10")
    assert found.table.empty


def test_a_circle_without_an_end_gives_a_reason():
    assert "tidak mempunyai ujung" in why(chart(trade=HEAD + "T F 1 kg 2\nF T 1 kg 3").dependence)


@CASES
@given(markets())
def test_single_buyers_are_the_cut_vertices_between_producers_and_last_buyers(both):
    result = market.chart(*both)
    table = result.flows.table
    products = table[table["jenis"] == "produk"]
    graph = nx.DiGraph(list(zip(products["dari"], products["ke"], strict=True)))
    makers = set(result.actors.producers) & {name for name in graph if graph.out_degree(name)}
    graph.remove_edges_from([edge for edge in graph.edges if edge[1] in makers and edge[0] not in makers])
    starts = makers or {name for name in graph if not graph.in_degree(name) and graph.out_degree(name)}
    reached = set(starts).union(*(nx.descendants(graph, name) for name in starts))
    ends = {name for name in reached if not graph.out_degree(name)}
    functions = result.actors.table.set_index("pelaku")["fungsi"]
    ways = [set(path) for one in starts for path in nx.all_simple_paths(graph, one, ends)]
    on_all = set.intersection(*ways) - starts
    expected = {name for name in on_all if functions[name] != "Konsumsi"}
    assert set(result.dependence.single) == expected


# Support and layers


SUPPORT = "pelaku fungsi jumlah\nU Penyuluhan 4\nN Pembiayaan 2\nL Logistik 0\nG Sertifikasi 1"
SERVICES = (
    "dari ke jenis volume satuan harga\nU P jasa - - -\nU P informasi - - -\nN F pembiayaan - - -\n"
    "L P jasa - - -\nG P uang 5 Rp -\n"
)


def supported(who=TWO_CHANNELS):
    everybody = pd.concat([actors(who), actors(SUPPORT, lapisan="pendukung")], ignore_index=True)
    return market.chart(everybody, pd.concat([flows(TWO_CHANNEL_FLOWS), flows(SERVICES)], ignore_index=True))


def test_support_reaches_producers_others_or_nobody():
    table = supported().support.table.set_index("pelaku")
    assert table["state"].to_dict() == {"U": "reaches", "N": "others", "L": "deserted", "G": "none"}
    assert table.at["U", "kinds"] == "jasa;informasi"
    assert table.at["N", "others"] == "F"


def test_without_producers_or_support_there_is_a_reason():
    assert "Produsen tidak dikenali" in why(supported(TWO_CHANNELS.replace("Produksi ", "Usaha ")).support)
    assert "belum memuat" in why(chart().support)


def test_a_layer_without_anybody_is_told():
    assert supported().gaps.empty_layers == ("lingkungan_bisnis",)
    assert chart().gaps.empty_layers == ("pendukung", "lingkungan_bisnis")


# Quantities


def test_flows_are_measured_in_their_unit_or_else_in_rupiah():
    plain = chart().quantities
    assert plain.unit == "kg"
    assert plain.table["quantity"].tolist() == [100, 50, 100, 50, 150]
    mixed = chart(trade=TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 20 botol 75")).quantities
    assert mixed.unit == "Rp"
    assert mixed.table["quantity"].tolist() == [100 * 10, 50 * 12, 20 * 75, 50 * 18, 150 * 40]


def test_what_can_be_measured_in_nothing_is_not_drawn():
    unpriced = TWO_CHANNEL_FLOWS.replace("T    F  100    kg     15", "T F 20 botol -")
    assert "satuannya tidak sama atau volumenya belum lengkap" in why(chart(trade=unpriced).quantities)
    assert "berputar" in why(chart(trade=TWO_CHANNEL_FLOWS + "F T 10 kg 9\n").quantities)


def test_key_figures_tell_what_districts_are_compared_by():
    figures = market.key_figures(chart())
    assert figures["marketing_share"] == pytest.approx((100 * 30 + 50 * 28) / (150 * 40))
    assert figures["largest_buyer_share"] == pytest.approx(100 / 150)
    assert (figures["closed_buyer_share"], figures["single_buyers"]) == (1, ("F",))


# What holds in every market


@CASES
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6).filter(lambda all: all[0] <= all[-1]))
def test_the_margins_after_the_producer_sum_to_the_marketing_margin(prices):
    result = line(*prices).prices
    after = result.steps[result.steps["step"] > 1]["margin"].sum()
    assert after == pytest.approx(prices[-1] - prices[0])
    assert after == pytest.approx(result.channels["margin"].item())
    assert result.overall.margin == pytest.approx(after)


@CASES
@given(markets())
def test_the_overall_margin_lies_between_those_of_the_channels(both):
    prices = market.chart(*both).prices
    if isinstance(prices, NotEstimable) or isinstance(prices.overall, NotEstimable):
        return
    low, high = prices.channels["margin"].min(), prices.channels["margin"].max()
    assert low - 1e-6 <= prices.overall.margin <= high + 1e-6


@CASES
@given(markets(), st.floats(0.01, 1000))
def test_more_of_everything_changes_no_price_share_or_concentration(both, factor):
    who, trade = both
    plain, scaled = market.chart(who, trade), market.chart(who, trade.assign(volume=trade["volume"] * factor))
    assert_same(figures_of(plain, values=factor), figures_of(scaled))


@CASES
@given(markets())
def test_tonnes_for_kilograms_change_no_rupiah_and_no_share(both):
    who, trade = both
    product = trade["jenis"] == "produk"
    tonnes = trade.assign(
        volume=trade["volume"].where(~product, trade["volume"] / 1000),
        harga=trade["harga"].where(~product, trade["harga"] * 1000),
        satuan=trade["satuan"].where(~product, "ton"),
    )
    assert_same(figures_of(market.chart(who, trade), prices=1000), figures_of(market.chart(who, tonnes)))


def figures_of(result, *, values=1.0, prices=1.0):
    """Collect what the market is worth, expected to be so many times as much."""
    found = {"value": result.money.final_value * values, "parts": list(result.money.table["share"])}
    found["balance"] = list(result.balance.table["state"])
    found["left"] = list(result.balance.table["share"].fillna(-1))
    if not isinstance(result.prices, NotEstimable):
        found["shares"] = sorted(result.prices.channels["producer_share"])
        found["margins"] = sorted(result.prices.channels["margin"] * prices)
        if not isinstance(result.prices.overall, NotEstimable):
            found["overall"] = result.prices.overall.share
    if not isinstance(result.buyers, NotEstimable):
        shares = result.buyers.concentration
        found["concentration"] = [shares.cr1, shares.hhi, shares.least_hhi, result.buyers.closed_share]
    if not isinstance(result.dependence, NotEstimable):
        found["dependence"] = sorted(result.dependence.table["share"].fillna(-1))
    return found


def assert_same(one, other):
    assert one.keys() == other.keys()
    for name in one:
        if name == "balance":
            assert one[name] == other[name]
        else:
            assert one[name] == pytest.approx(other[name], rel=1e-9, abs=1e-9), name


@CASES
@given(markets())
def test_what_all_buy_is_what_all_sell(both):
    table = market.chart(*both).balance.table
    assert table["bought"].sum() == pytest.approx(table["sold"].sum())
    compared = table["difference"].notna()
    assert (table["bought"] - table["sold"])[compared].tolist() == table["difference"][compared].tolist()


@CASES
@given(
    st.lists(st.integers(1, 1000), min_size=1, max_size=6),
    st.lists(st.integers(1, 50), min_size=6, max_size=6),
)
def test_concentration_stays_within_its_bounds(volumes, numbers):
    names = [f"T{at}" for at in range(len(volumes))]
    who = "pelaku fungsi jumlah\nP Produksi 9\n" + "\n".join(
        f"{name} Dagang {number}" for name, number in zip(names, numbers, strict=False)
    )
    trade = HEAD + "\n".join(f"P {name} {volume} kg 1" for name, volume in zip(names, volumes, strict=True))
    found = chart(who, trade).buyers.concentration
    assert 10_000 / len(volumes) <= found.hhi * (1 + 1e-9)
    assert found.least_hhi <= found.hhi * (1 + 1e-9) <= 10_000 * (1 + 2e-9)
    assert found.cr1**2 * 10_000 <= found.hhi * (1 + 1e-9)


def test_every_part_answers_in_a_long_chain():
    result = line(*range(5, 45, 5))
    assert all(later > earlier for earlier, later in pairwise(result.prices.steps["selling"].dropna()))
    assert len(result.dependence.single) == 7  # every trader of one way
