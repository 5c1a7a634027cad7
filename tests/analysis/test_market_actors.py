"""Who takes part: layers, order of the chain, women, functions nobody fills, and the problem tree."""

from __future__ import annotations

import pandas as pd
import pytest
from market_cases import TREE, TWO_CHANNELS, actors, chart, flows, interventions, problems, read

from pasar_nb.analysis import market
from pasar_nb.analysis.market.functions import fills
from pasar_nb.analysis.market.positions import positions
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

NO_FLOWS = "dari ke volume satuan harga"
PROFILE = pd.DataFrame({"komoditas_terpilih": ["jahe"]})


def why(answer):
    assert isinstance(answer, NotEstimable)
    return answer.reason.text("id")


# Actors


def test_actors_are_counted_by_layer_and_function():
    who = "pelaku fungsi jumlah lokasi\na Dagang 3 dalam\nb Dagang 4 luar\nc Dagang - luar\nd Olah - dalam"
    table = chart(who, NO_FLOWS).actors.functions.set_index("fungsi")
    counts = table.loc["Dagang", ["groups", "actors", "unknown", "inside", "outside"]].tolist()
    assert counts == [3, 7, 1, 1, 2]
    assert pd.isna(table.at["Olah", "actors"])  # not recorded is not nobody


def test_the_share_of_women_is_weighted_by_number():
    who = "pelaku fungsi jumlah persen_perempuan\na Dagang 10 50\nb Dagang 30 10\nc Dagang 9 -\nd Dagang - 90"
    (women,) = chart(who, NO_FLOWS).actors.women
    assert women.table["actors"].item() == 40
    assert women.table["share"].item() == pytest.approx((5 + 3) / 40)


def test_the_public_sees_a_share_of_women_on_ten_actors_and_each_function_by_itself():
    who = "pelaku fungsi jumlah persen_perempuan\na Olah 9 50\nb Dagang 10 40\nc Jual 500 30"
    result = chart(who, NO_FLOWS)
    public = release(result, audience="public", language="id").result.actors.women_shares
    internal = release(result, audience="internal", language="id").result.actors.women_shares
    assert public == {("rantai_nilai", "Dagang"): 0.4, ("rantai_nilai", "Jual"): 0.3}
    assert internal[("rantai_nilai", "Olah")] == 0.5


def test_groups_without_number_or_flow_are_told():
    result = chart(TWO_CHANNELS + "Z Dagang 5 - - -\n")
    assert result.actors.without_number == 2
    assert result.actors.unconnected == ("Z",)


CHOICES = {
    "the profile's": ({"profile": PROFILE}, "jahe"),
    "the parameter's": ({"profile": PROFILE, "commodity": "kopi"}, "kopi"),
}


@pytest.mark.parametrize(("options", "chosen"), CHOICES.values(), ids=CHOICES.keys())
def test_the_commodity_is_the_one_asked_for_or_that_of_the_profile(options, chosen):
    who = actors("pelaku fungsi komoditas\na Produksi jahe\nb Produksi kopi")
    result = market.chart(who, flows(NO_FLOWS), **options)
    assert result.commodity == chosen
    assert result.actors.groups == 1


def test_the_only_commodity_needs_no_profile_but_several_do():
    assert chart().commodity == "jahe"
    who = actors("pelaku fungsi komoditas\na Produksi jahe\nb Produksi kopi")
    assert "memuat beberapa: jahe dan kopi" in why(market.chart(who, flows(NO_FLOWS)).commodity)
    assert "tidak memuat komoditas teh" in why(market.chart(who, flows(NO_FLOWS), commodity="teh").prices)


def test_empty_tables_give_reasons_and_no_crash():
    nobody = actors(TWO_CHANNELS).iloc[:0]
    result = market.chart(nobody, flows(NO_FLOWS), problems=problems(TREE).iloc[:0])
    for name in ("commodity", "actors", "flows", "gaps", "prices", "money", "tree"):
        assert why(getattr(result, name)).endswith(".")
    figures = market.key_figures(result)
    assert all(isinstance(one, NotEstimable) for one in figures.values())


def test_key_figures_are_those_of_the_largest_channel():
    figures = market.key_figures(chart(problems=problems(TREE)))
    assert (figures["final_price"], figures["producer_share"], figures["unit"]) == (40, 0.25, "kg")
    assert (figures["channels"], figures["final_value"]) == (2, 6000)
    assert (figures["roots"], figures["roots_unanswered"]) == (3, 2)


# Order of the chain


ORDERS = {
    "recorded": ({"a": 2, "b": 1}, [("a", "b")], {"b": 1, "a": 2}),
    "gaps in the record close": ({"a": 1, "b": 4, "c": 9}, [], {"a": 1, "b": 2, "c": 3}),
    "from the flows": ({"a": None, "b": None, "c": None}, [("a", "b"), ("b", "c")], {"a": 1, "b": 2, "c": 3}),
    "the longest way counts": (
        dict.fromkeys("abc"),
        [("a", "b"), ("b", "c"), ("a", "c")],
        {"a": 1, "b": 2, "c": 3},
    ),
    "after a recorded supplier": ({"a": 3, "b": None}, [("a", "b")], {"a": 1, "b": 2}),
    "before a recorded buyer": ({"a": None, "b": 3}, [("a", "b")], {"a": 1, "b": 2}),
    "alone and last": ({"a": 1, "z": None}, [], {"a": 1, "z": 2}),
    "two trades begin together": (
        dict.fromkeys("abcd"),
        [("a", "b"), ("c", "d")],
        {"a": 1, "b": 2, "c": 1, "d": 2},
    ),
    "a circle is one place": (dict.fromkeys("ab"), [("a", "b"), ("b", "a")], {"a": 1, "b": 1}),
    "nobody": ({}, [], {}),
    "a stranger is passed over": ({"a": 1}, [("a", "x")], {"a": 1}),
}


@pytest.mark.parametrize(("given", "links", "expected"), ORDERS.values(), ids=ORDERS.keys())
def test_the_chain_is_put_in_order(given, links, expected):
    assert positions(given, links) == expected


def test_a_product_that_runs_against_the_recorded_order_is_told():
    result = chart("pelaku fungsi urutan\na Dagang 2\nb Dagang 1", NO_FLOWS + "\na b 1 kg 1")
    assert result.flows.backward == (("a", "b"),)


# Functions


WORDS = [
    ("Produksi", "produksi"),
    ("petani kecil", "produksi"),
    ("Pembudidaya rumput laut", "produksi"),
    ("Perajin anyaman", "produksi"),
    ("Konsumen akhir", "konsumsi"),
    ("Permodalan", "pembiayaan"),
    ("Peminjaman uang", "pembiayaan"),
    ("Lembaga keuangan", "pembiayaan"),
    ("Perbankan", "pembiayaan"),
    ("Penyedia saprodi", "sarana_produksi"),
    ("Penyuluhan", "pelatihan"),
    ("Pendampingan teknis", "pelatihan"),
    ("Pengangkutan", "logistik"),
    ("Pergudangan", "logistik"),
    ("Pengiriman barang", "logistik"),
    ("Informasi harga", "informasi"),
    ("Kebijakan daerah", "kebijakan"),
    ("Perizinan", "peraturan"),
    ("Perda", "peraturan"),
    ("Lembaga adat", "kebiasaan"),
]


@pytest.mark.parametrize(("function", "key"), WORDS)
def test_a_function_is_recognised_in_the_district_s_words(function, key):
    assert fills(function, key)


NOT_WORDS = [
    ("Perdagangan besar", "peraturan"),
    ("Peluang usaha", "pembiayaan"),
    ("Penyedia sarana produksi", "produksi"),
    ("Padat karya", "kebiasaan"),
    ("Pengumpulan", "produksi"),
]


@pytest.mark.parametrize(("function", "key"), NOT_WORDS)
def test_a_function_is_not_found_inside_another_word(function, key):
    assert not fills(function, key)


def states(result):
    return dict(zip(result.gaps.table["function"], result.gaps.table["state"], strict=True))


def test_functions_are_filled_embedded_or_empty():
    who = pd.concat(
        [
            actors(TWO_CHANNELS),
            actors("pelaku fungsi jumlah\nL Logistik 0\nU Penyuluhan 4", lapisan="pendukung"),
        ]
    )
    trade = flows("dari ke jenis volume satuan harga\nT P pembiayaan - - -\nP T produk 1 kg 1")
    found = states(market.chart(who, trade))
    assert (found["produksi"], found["konsumsi"], found["pelatihan"]) == ("filled",) * 3
    assert found["pembiayaan"] == "embedded"
    assert found["logistik"] == "empty"  # listed, but nobody does it
    assert market.chart(who, trade).gaps.deserted == ("Logistik",)


def test_who_advises_producers_is_no_producer():
    who = actors("pelaku fungsi\nU Penyuluhan_pertanian", lapisan="pendukung")
    assert states(market.chart(who, flows(NO_FLOWS)))["produksi"] == "empty"


# Problem tree


def tree(text=TREE, interventions=None):
    return chart(problems=problems(text), interventions=interventions).tree


def test_causes_stand_below_what_they_cause():
    table = tree().table
    assert table["masalah"].tolist() == ["M1", "M2", "M3", "M4", "M5", "M6"]
    assert table["depth"].tolist() == [0, 1, 2, 1, 1, 1]


def test_roots_are_counted_by_what_answers_them():
    grown = tree()
    assert grown.roots == 3
    areas = grown.areas.set_index("area")
    columns = ["roots", "both", "intervention_only", "partner_only", "neither"]
    assert areas.loc["pendukung", columns].tolist() == [2, 1, 0, 1, 0]
    assert areas.loc["lingkungan_bisnis", columns].tolist() == [1, 0, 0, 0, 1]
    assert grown.unanswered == ("Pernyataan M4", "Pernyataan M5")
    assert grown.without_partner == ("Pernyataan M5",)


def test_a_branch_that_ends_without_a_root_is_told():
    assert tree().unexplained == ("Pernyataan M6",)


def test_interventions_are_named_by_their_statement_or_else_their_code():
    known = interventions("intervensi pernyataan\nI1 Rumah_pengering")
    answers = tree(interventions=known).table.set_index("masalah")["answers"]
    assert answers["M3"] == "Rumah pengering; I2"


def test_a_tree_that_goes_round_is_refused_with_its_path():
    assert "berputar: M2 → M1 → M2" in why(tree(TREE.replace("M1      -", "M1 M2")))
    assert "berputar: M1 → M1" in why(tree(TREE.replace("M1      -", "M1 M1")))


def test_a_problem_whose_parent_is_not_there_stands_at_the_top():
    assert tree(TREE.replace("M4      M1", "M4 M9")).table.set_index("masalah").at["M4", "depth"] == 0


def test_a_root_that_nobody_marked_is_no_root():
    unmarked = problems(TREE)
    unmarked["akar"] = pd.array([pd.NA] * len(unmarked), dtype="boolean")
    assert chart(problems=unmarked).tree.roots == 0


def test_text_tables_read_a_dash_as_empty():
    assert read("a b\n- NA").iloc[0].tolist()[1] == "NA"
