"""What people are told and shown about volumes, buyers, dependence and support."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pandas as pd
import pytest
from exhibit_reading import cells, drawing, only, said, shown
from hypothesis import given, settings
from market_cases import TWO_CHANNEL_FLOWS, TWO_CHANNELS, actors, chart, flows, markets
from market_reports import going_round, lenders, whole

from pasar_nb import vocabulary
from pasar_nb.analysis import market
from pasar_nb.figures import market as figures
from pasar_nb.figures.market.flow_layout import lay_out
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import market as prose
from pasar_nb.tables import market as tables

HEAD = "dari ke volume satuan harga\n"


def case(old="", new="", more=""):
    return shown(chart(trade=TWO_CHANNEL_FLOWS.replace(old, new) + more if old else TWO_CHANNEL_FLOWS + more))


# Sentences and tables


def test_the_overall_marketing_margin_is_told_with_its_share():
    # (100 * 30 + 50 * 28) / 150 of 40
    assert (
        "Rata-rata semua jalur, ditimbang menurut volume yang dijual produsen, margin pemasarannya Rp29 per "
        "kg yang dijual produsen: 73% dari yang dibayar di ujung." in only(prose.prices(case()))
    )
    assert "Rata-rata" not in only(
        prose.prices(case("P    B  50     kg     12", ""))
    )  # one channel is no mean


def test_the_mean_of_all_channels_is_the_last_row_of_their_table():
    table = tables.marketing(case())
    assert cells(table, "label")[-1] == "Rata-rata tertimbang"
    assert cells(table, "margin") == [30, 28, pytest.approx(4400 / 150)]
    assert cells(table, "margin_left") == [14, 16, None]
    assert table.highlight == (2,)
    assert "mencampur" not in table.note.text("id")
    assert "mencampur" in tables.marketing(case(more="T K 10 kg 30\n")).note.text("id")


def test_volume_that_stays_is_named_and_its_cause_is_left_open():
    text = only(prose.balance(case("T    F  100", "T F 90")))
    assert "Lebih banyak masuk daripada keluar pada T (10 kg, 10% dari pembeliannya)." in text
    assert "data tidak menunjukkan yang mana" in text


def test_volume_from_nowhere_is_called_a_contradiction():
    text = only(prose.balance(case("T    F  100", "T F 120")))
    assert text.startswith("Bertentangan dan perlu diperiksa: bukan produsen, tetapi menjual lebih banyak")
    assert "T (20 kg, 20% dari pembeliannya)" in text
    table = tables.balance(case("T    F  100", "T F 120"))
    assert cells(table, "state")[table.highlight[0]] == "keluar lebih banyak: periksa"
    nothing = only(prose.balance(case("P    T  100", "P T 0")))
    assert "Bukan produsen, tetapi pembeliannya belum dicatat: T." in nothing


def test_units_are_not_compared_and_that_is_said():
    text = only(prose.balance(case("T    F  100    kg", "T F 20 botol")))
    assert "Dibeli dan dijual dalam satuan berbeda, jadi tidak dibandingkan: T dan F." in text


def test_when_all_goes_on_one_sentence_says_so():
    assert (
        only(prose.balance(case())) == "Volume yang masuk ke tiap pelaku perantara sama dengan yang keluar."
    )


def test_more_than_three_differences_are_counted():
    names = "ABCDE"
    who = "pelaku fungsi\nP Produksi\nK Konsumsi\n" + "\n".join(f"{name} Dagang" for name in names)
    trade = HEAD + "\n".join(f"P {name} 10 kg 1\n{name} K 5 kg 2" for name in names)
    assert "A (5 kg, 50% dari pembeliannya), B" in only(prose.balance(shown(chart(who, trade))))
    assert "dan 2 lainnya." in only(prose.balance(shown(chart(who, trade))))


def test_concentration_is_told_as_a_range_because_groups_are_no_firms():
    text = only(prose.buyers(case()))
    # T 100 of 150 with 20 actors, B 50 of 150 with one
    assert "Produsen menjual 150 kg setahun kepada 2 kelompok pembeli; T membeli 67% darinya (CR1)." in text
    assert "di antara 1.333" in text  # 66.7 ** 2 / 20 + 33.3 ** 2
    assert "dan 5.556 dari 10.000" in text  # 66.7 ** 2 + 33.3 ** 2


def test_closed_local_buyers_are_called_the_mark_of_the_conventional_model():
    assert "semua pembeli dari produsen (T dan B) berada di dalam kabupaten dan hanya membayar" in only(
        prose.buyers(case())
    )
    assert "ciri model konvensional." in only(prose.buyers(case()))
    # in the whole case T gives information
    assert "ciri model konvensional" not in only(prose.buyers(whole()))
    assert "B." in only(prose.buyers(whole()))
    assert cells(tables.buyers(whole()), "returns") == ["informasi", None, None]


def test_a_lender_is_not_said_to_give_more_than_payment():
    # T 100 of 150 with credit, B the rest with nothing; both are all the buyers there are
    text = only(prose.buyers(lenders()))
    assert "semua pembeli dari produsen (T dan B) berada di dalam kabupaten dan hanya membayar atau" in text
    assert "memberi pinjaman (T): ciri model konvensional bila pinjaman itu mengikat." in text
    assert "bila pinjaman itu mengikat" in " ".join(said(prose.summary(lenders())))
    assert cells(tables.buyers(lenders()), "kind")[0] == "memberi pinjaman: periksa apakah mengikat"
    direct = flows(TWO_CHANNEL_FLOWS + "P F 50 kg 30\n")
    services = flows("dari ke jenis volume satuan harga\nT P pembiayaan - - -\nF P jasa - - -")
    others = market.chart(actors(TWO_CHANNELS), pd.concat([direct, services], ignore_index=True))
    # B 50 of 200, with T 150 of 200
    assert "25% volume dijual kepada pedagang lokal yang menurut catatan hanya membayar, dan 75%" in only(
        prose.buyers(shown(others))
    )


def test_without_common_units_the_closed_buyers_are_still_named():
    text = only(prose.buyers(case("P    B  50     kg     12", "P B 5 ikat 120")))
    assert text.startswith("Bagian tiap pembeli tidak dihitung: produsen menjual dalam satuan yang berbeda.")
    assert "semua pembeli dari produsen (T dan B)" in text
    assert "CR1" not in text


def test_a_single_buyer_is_told():
    assert "Semua jalur dari produsen ke pembeli terakhir melewati F;" in only(prose.dependence(case()))
    assert (
        "67% volume jual produsen hanya dapat sampai ke pembeli terakhir melalui T (sekitar 20 pelaku)."
        in only(prose.dependence(case()))
    )
    text = only(prose.dependence(case(more="P K 50 kg 30\n")))
    assert text.startswith(
        "Tidak ada satu kelompok pun yang, bila berhenti membeli, memutus produsen dari semua"
    )
    assert (
        "75% volume jual produsen hanya dapat sampai ke pembeli terakhir melalui F (sekitar 2 pelaku)."
        in text
    )


def test_the_summary_rings_where_producers_have_no_choice():
    text = " ".join(said(prose.summary(case())))
    assert "ciri model konvensional." in text
    assert "Semua jalur dari produsen ke pembeli terakhir melewati F;" in text
    free = " ".join(said(prose.summary(case(more="P K 50 kg 30\n"))))
    assert "Semua jalur" not in free


def test_nearly_all_is_not_written_as_all():
    nearly = case(more="P K 0.6 kg 30\n")
    assert "99,6% volume jual produsen hanya dapat sampai" in only(prose.dependence(nearly))


def test_a_direct_sale_has_nobody_to_depend_on():
    direct = shown(chart(trade=HEAD + "P K 5 kg 10"))
    assert "tanpa perantara" in only(prose.dependence(direct))
    assert isinstance(tables.dependence(direct), NotEstimable)


def test_support_that_does_not_reach_producers_is_named():
    assert only(prose.support(whole())).startswith(
        "1 dari 4 kelompok pendukung dan lingkungan bisnis tercatat memberi jasa, informasi, atau pembiayaan "
        "kepada produsen. Hanya melayani pelaku lain: "
    )
    assert cells(tables.support(whole()), "state") == [
        "sampai ke produsen",
        "jumlah pelaku nol",
        "hanya ke pelaku lain",
        "hanya ke pelaku lain",
    ]


def test_an_empty_layer_is_named():
    assert "Lapisan tanpa pelaku: Fungsi pendukung dan Lingkungan bisnis." in only(prose.gaps(case()))
    assert "Lapisan" not in only(prose.gaps(whole()))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_on_a_contradictory_market_is_whole(language):
    odd = TWO_CHANNEL_FLOWS.replace("T    F  100", "T F 120").replace("B    F  50     kg", "B F 9 botol")
    result = shown(chart(trade=odd))
    for name in ("prices", "balance", "buyers", "dependence", "support", "gaps"):
        for text in said(getattr(prose, name)(result), language):
            assert text.endswith(".") and "  " not in text and "{" not in text


# The Sankey diagram


def ribbons(figure):
    return [trace for trace in drawing(figure)["data"] if trace.get("fill") == "toself"]


def widths(figure):
    """Width in % of every ribbon where it begins."""
    return [round(trace["x"][-1] - trace["x"][0], 1) for trace in ribbons(figure)]


def bars(figure):
    return [(one["x1"] - one["x0"], one["fillcolor"]) for one in drawing(figure)["layout"]["shapes"]]


def test_ribbons_are_as_wide_as_their_volume():
    found = widths(figures.product_flow(case()))
    assert len(found) == 5
    assert [one / found[-1] for one in found] == pytest.approx(
        [100 / 150, 50 / 150, 100 / 150, 50 / 150, 1], abs=0.01
    )


def test_what_does_not_go_on_is_another_colour_at_the_end_of_the_bar():
    colours = [colour for _width, colour in bars(figures.product_flow(case("T    F  100", "T F 90")))]
    assert colours.count(vocabulary.ORANGE) == 1
    assert "Jingga: masuk tetapi tidak tercatat keluar." in figures.product_flow(
        case("T    F  100", "T F 90")
    ).note.text("id")
    colours = [colour for _width, colour in bars(figures.product_flow(case("T    F  100", "T F 120")))]
    assert colours.count(vocabulary.VERMILION) == 1
    assert vocabulary.ORANGE not in [colour for _width, colour in bars(figures.product_flow(case()))]


def test_where_units_differ_the_ribbons_are_rupiah_and_say_so():
    figure = figures.product_flow(case("T    F  100    kg     15", "T F 20 botol 75"))
    assert "nilai setahun dalam rupiah" in figure.note.text("id")
    assert "Rp1.600" in figure.title.text("id")  # 100 * 10 + 50 * 12
    assert "Rp6.000" in figure.title.text("id")  # 150 * 40
    assert {colour for _width, colour in bars(figure)} == {vocabulary.BLUE}  # value grows, nothing is odd


def test_a_product_that_goes_round_is_not_drawn():
    assert isinstance(figures.product_flow(going_round()), NotEstimable)


def test_outside_the_district_bars_are_grey():
    who = actors(TWO_CHANNELS)
    result = shown(market.chart(who.assign(lokasi=["dalam"] * 3 + ["luar"] * 2), flows(TWO_CHANNEL_FLOWS)))
    assert [colour for _width, colour in bars(figures.product_flow(result))].count(vocabulary.GREY) == 2


def test_the_alternative_names_every_flow_with_its_volume():
    text = figures.product_flow(case()).alternative.text("id")
    assert "P ke T 100 kg, P ke B 50 kg, T ke F 100 kg, B ke F 50 kg, dan F ke K 150 kg" in text


def test_no_place_has_digits_enough_to_look_like_an_identifier():
    third = case("P    T  100", "P T 33.333333333")
    assert not re.search(r"\d{10,}", json.dumps(drawing(figures.product_flow(third))))


@settings(max_examples=25, deadline=None)
@given(markets())
def test_nothing_lies_on_anything_else_and_every_ribbon_joins_its_bars(both):
    flows_of = market.chart(*both).quantities
    links = zip(flows_of.table["dari"], flows_of.table["ke"], strict=True)
    quantities = dict(zip(links, map(float, flows_of.table["quantity"]), strict=True))
    placed, laid = lay_out(flows_of.order, quantities)
    by_name = {bar.code: bar for bar in placed}
    for bar in placed:
        passing = [
            (left, left + one.quantity)
            for one in laid
            for row, left in one.lefts
            if row == bar.row and bar.code not in one.link
        ]
        spans = sorted([*passing, (bar.left, bar.left + bar.width)])
        assert all(end <= start + 1e-6 for (_start, end), (start, _end) in pairwise(spans))
    for one in laid:
        seller, buyer = (by_name[name] for name in one.link)
        (first, begin), (last, end) = one.lefts[0], one.lefts[-1]
        assert (first, last) == (seller.row, buyer.row)
        assert [row for row, _left in one.lefts] == list(range(first, last + 1))
        assert seller.left - 1e-6 <= begin and begin + one.quantity <= seller.left + seller.sold + 1e-6
        assert buyer.left - 1e-6 <= end and end + one.quantity <= buyer.left + buyer.bought + 1e-6


def test_ribbons_that_end_at_one_buyer_do_not_cross_others():
    order = ["P", "A", "B", "C", "M", "L", "K"]
    quantities = {
        ("P", "A"): 60.0,
        ("P", "B"): 24.0,
        ("P", "C"): 6.0,
        ("P", "L"): 8.0,
        ("A", "M"): 60.0,
        ("B", "L"): 24.0,
        ("C", "M"): 6.0,
        ("M", "K"): 66.0,
    }
    _bars, laid = lay_out(order, quantities)
    at = {one.link: dict(one.lefts) for one in laid}
    for one, other in ((("C", "M"), ("B", "L")), (("A", "M"), ("B", "L")), (("C", "M"), ("P", "L"))):
        shared = at[one].keys() & at[other].keys()
        assert all(at[one][row] < at[other][row] for row in shared)


def test_names_of_a_wide_box_have_function_and_number_in_one_line():
    notes = drawing(figures.market_map(whole()))["layout"]["annotations"]
    texts = [note["text"] for note in notes]
    assert "<b>P</b><br>Produksi · 200 pelaku" in texts


def test_a_price_beside_a_straight_arrow_stands_on_no_line():
    layout = drawing(figures.market_map(whole()))
    (price,) = (note for note in layout["layout"]["annotations"] if note["text"] == "Rp40")
    level = [
        (trace["y"][at], sorted(trace["x"][at : at + 2]))
        for trace in layout["data"]
        for at in range(len(trace["x"]) - 1)
        if trace["y"][at] == trace["y"][at + 1]
    ]
    assert level
    assert all(
        abs(y - price["y"]) > 6 for y, (left, right) in level if left < price["x"] + 10 and right > price["x"]
    )


def test_a_telephone_gets_narrower_words_and_the_same_lines():
    content = drawing(figures.market_map(whole()))
    narrow = content["layout"]["meta"]["narrow"]
    assert [len(trace["y"]) for trace in content["data"]] == [len(y) for y in narrow["y"]]
    assert narrow["height"] >= content["layout"]["height"]


def test_a_long_name_is_broken_on_a_telephone_only():
    who = actors(TWO_CHANNELS)
    named = who.assign(nama=["P", "Pedagang pasar kecamatan", "B", "F", "K"])
    content = drawing(figures.market_map(shown(market.chart(named, flows(TWO_CHANNEL_FLOWS)))))
    whole_name, broken = (
        "<b>Pedagang pasar kecamatan</b>",
        "<b>Pedagang</b><br><b>pasar</b><br><b>kecamatan</b>",
    )
    assert any(note["text"].startswith(whole_name) for note in content["layout"]["annotations"])
    narrow = content["layout"]["meta"]["narrow"]["annotations"]
    assert any(note["text"].startswith(broken) for note in narrow)


def test_tables_hold_no_machine_words():
    for name in ("channels", "marketing", "balance", "buyers", "dependence", "support"):
        table = getattr(tables, name)(whole())
        for column in table.columns:
            assert not {"nan", "None", "<NA>"} & {
                str(value) for value in cells(table, column.name) if value is not None
            }
    assert isinstance(tables.balance(whole()).frame, pd.DataFrame)
