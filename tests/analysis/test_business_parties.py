"""Parties that come, go, seek no profit or keep no books; exchanges; and who pays."""

from __future__ import annotations

import math

import pytest
from business_cases import BOTH_GAIN, ONE_LOSES, budget, compare, gain

from pasar_nb.analysis.business import key_figures
from pasar_nb.findings import NotEstimable

NEWCOMER = (
    BOTH_GAIN
    + """
sesudah penyedia_input 2 masuk 100 9000
sesudah penyedia_input 2 variabel 100 7000
"""
)
TRADE = """
sebelum pokmas mitra_lokal produk Segar
sebelum mitra_lokal pokmas uang
sesudah pokmas mitra_lokal produk Kering
sesudah mitra_lokal pokmas uang
sesudah mitra_lokal pokmas jasa_melekat Pelatihan
"""
PAID = """
kegiatan  kelompok     sumber       tahun anggaran realisasi
fasilitas kelembagaan  APBD         2023  600      570
latihan   intervensi   APBD         2024  200      210
mesin     intervensi   mitra_swasta 2024  150      -
survei    pengukuran_hasil APBN     2025  50       -
"""


def test_a_new_party_is_not_compared_with_nought_but_must_make_its_part_pay() -> None:
    row = gain(compare(NEWCOMER), "penyedia_input")
    assert (row["presence"], row["verdict"]) == ("new", "gain")
    assert math.isnan(row["change"])
    assert row["after"] == row["alone_low"] == row["alone_high"] == 100 * 2000
    losing = compare(NEWCOMER.replace("variabel 100 7000", "variabel 100 9500"))
    assert gain(losing, "penyedia_input")["verdict"] == "loss"
    assert losing.gains.rule == "broken"


def test_a_new_party_whose_budget_before_is_only_missing_is_unknown() -> None:
    row = gain(
        compare(NEWCOMER, "sebelum penyedia_input pokmas produk\nsesudah penyedia_input pokmas produk"),
        "penyedia_input",
    )
    assert (row["presence"], row["verdict"], row["reason"]) == ("both", "unknown", "no_before")


def test_a_party_that_no_longer_takes_part_loses_what_it_earned() -> None:
    gone = BOTH_GAIN + "sebelum mitra_swasta 1 masuk 10 5000\n"
    result = compare(gone, TRADE)
    row = gain(result, "mitra_swasta")
    assert (row["presence"], row["verdict"]) == ("gone", "loss")
    assert result.gains.rule == "broken"
    still = compare(gone, TRADE + "sesudah pokmas mitra_swasta produk")
    assert gain(still, "mitra_swasta")["reason"] == "no_after"


def test_a_party_with_nought_units_does_not_take_part() -> None:
    waiting = NEWCOMER + "sebelum penyedia_input 0 masuk 100 8000\n"
    assert gain(compare(waiting), "penyedia_input")["presence"] == "new"


LESS_LOSS = (
    BOTH_GAIN
    + """
sebelum mitra_swasta 1 masuk    100 1000
sebelum mitra_swasta 1 tetap    1   300000
sesudah mitra_swasta 1 masuk    100 2000
sesudah mitra_swasta 1 tetap    1   300000
"""
)  # 100 x 1.000 - 300.000 = -200.000, then 100 x 2.000 - 300.000 = -100.000


def test_a_party_that_only_loses_less_does_not_keep_the_rule() -> None:
    result = compare(LESS_LOSS)
    row = gain(result, "mitra_swasta")
    assert (row["before"], row["after"], row["change"]) == (-200_000, -100_000, 100_000)
    assert (row["verdict"], result.gains.rule) == ("less_loss", "broken")
    assert key_figures(result)["losing"] == ("mitra_swasta",)


@pytest.mark.parametrize(("price", "verdict"), [(3000, "less_loss"), (3001, "gain")])
def test_a_party_gains_only_above_nought(price: int, verdict: str) -> None:
    even = LESS_LOSS.replace("masuk    100 2000", f"masuk    100 {price}")
    assert gain(compare(even), "mitra_swasta")["verdict"] == verdict


def test_a_party_with_costs_alone_does_not_gain_by_spending_less() -> None:
    spending = BOTH_GAIN + "sebelum mitra_swasta 1 tetap 1 300\nsesudah mitra_swasta 1 tetap 1 200\n"
    assert gain(compare(spending), "mitra_swasta")["verdict"] == "less_loss"


def test_a_budget_of_noughts_alone_is_not_an_income_that_stays_the_same() -> None:
    nought = "sebelum mitra_swasta 1 masuk 0 9000\nsesudah mitra_swasta 1 masuk 0 9000\n"
    result = compare(BOTH_GAIN + nought)
    row = gain(result, "mitra_swasta")
    assert (row["verdict"], row["reason"], result.gains.rule) == ("unknown", "nought", "open")
    started = compare(
        BOTH_GAIN + nought.replace("sesudah mitra_swasta 1 masuk 0", "sesudah mitra_swasta 1 masuk 5")
    )
    assert gain(started, "mitra_swasta")["change"] == 5 * 9000


def test_the_government_seeks_no_profit_and_keeps_the_rule() -> None:
    result = compare(BOTH_GAIN + "sesudah pemerintah 1 tetap 1 5000000\n")
    assert gain(result, "pemerintah")["verdict"] == "exempt"
    assert result.gains.rule == "kept"


def test_a_party_that_exchanges_but_has_no_budget_leaves_the_rule_open() -> None:
    result = compare(BOTH_GAIN, TRADE + "sesudah lembaga_keuangan pokmas pembiayaan KUR")
    assert gain(result, "lembaga_keuangan")["reason"] == "no_budget"
    assert result.gains.rule == "open"


def test_more_units_do_not_hide_a_smaller_income_of_each() -> None:
    crowded = BOTH_GAIN.replace(
        "sesudah pokmas      40   masuk    120    60000", "sesudah pokmas      400  masuk    60     60000"
    )
    crowded = crowded.replace("sesudah pokmas      40 ", "sesudah pokmas      400")
    result = compare(crowded)
    # 60 x 60.000 - 1.200.000 - 500.000 = 1.900.000 instead of 3.500.000, though the whole group earns more
    assert gain(result, "pokmas")["verdict"] == "loss"
    assert budget(result, "pokmas", "sesudah")["total_net"] > budget(result, "pokmas", "sebelum")["total_net"]


def test_exchanges_are_kept_new_or_ended_and_pairs_stand_together() -> None:
    exchanges = compare(BOTH_GAIN, TRADE + "sebelum pokmas mitra_swasta produk Langsung").exchanges
    rows = [tuple(row) for row in exchanges.table[["dari", "ke", "jenis", "status"]].to_numpy()]
    assert rows == [
        ("pokmas", "mitra_lokal", "produk", "kept"),
        ("mitra_lokal", "pokmas", "uang", "kept"),
        ("mitra_lokal", "pokmas", "jasa_melekat", "new"),
        ("pokmas", "mitra_swasta", "produk", "ended"),
    ]
    assert len(exchanges.of("sebelum")) == len(exchanges.of("sesudah")) == 3
    assert exchanges.table.iloc[0][["before", "after"]].tolist() == ["Segar", "Kering"]


def test_an_exchange_listed_twice_counts_once_with_both_remarks() -> None:
    twice = "sesudah pokmas mitra_lokal produk Grade A\nsesudah pokmas mitra_lokal produk Grade B"
    table = compare(BOTH_GAIN, twice).exchanges.table
    assert table["after"].tolist() == ["Grade A; Grade B"]


def test_nothing_is_new_where_only_one_condition_is_recorded() -> None:
    exchanges = compare(BOTH_GAIN, "sesudah pokmas mitra_lokal produk").exchanges
    assert exchanges.table["status"].tolist() == [""]
    assert (len(exchanges.of("sesudah")), len(exchanges.of("sebelum"))) == (1, 0)


def test_finance_sums_by_source_group_and_year() -> None:
    finance = compare(BOTH_GAIN, "", PAID).finance
    assert (finance.budget, finance.rows) == (1000, 4)
    assert finance.by_source.set_index("sumber")["budget"].to_dict() == {
        "APBN": 50,
        "APBD": 800,
        "mitra_swasta": 150,
    }
    assert finance.by_group.set_index("kelompok")["share"].to_dict() == pytest.approx(
        {"kelembagaan": 0.6, "intervensi": 0.35, "pengukuran_hasil": 0.05}
    )
    assert finance.by_year["tahun"].tolist() == [2023, 2024, 2025]


def test_a_realisation_not_yet_reported_is_not_nought() -> None:
    finance = compare(BOTH_GAIN, "", PAID).finance
    assert (finance.spent, finance.reported_budget, finance.reported_rows) == (780, 800, 2)
    assert finance.overspent == 1
    year = finance.by_year.set_index("tahun").loc[2025]
    assert math.isnan(year["spent"])
    unreported = compare(BOTH_GAIN, "", PAID.replace("570", "-").replace("210", "-")).finance
    assert unreported.spent is None


def test_key_figures_tell_rule_parties_and_producers() -> None:
    figures = key_figures(compare(ONE_LOSES, TRADE, PAID))
    assert figures["rule"] == "broken"
    assert (figures["gaining"], figures["losing"]) == (("pokmas",), ("mitra_lokal",))
    assert (figures["pokmas_before"], figures["pokmas_change"]) == (3_500_000, 2_000_000)
    assert (figures["new_exchanges"], figures["ended_exchanges"]) == (1, 0)
    assert (figures["largest_source"], figures["largest_share"]) == ("APBD", 0.8)
    assert figures["spent_share"] == pytest.approx(780 / 800)


def test_key_figures_say_why_where_nothing_can_be_compared() -> None:
    only = "\n".join(line for line in BOTH_GAIN.splitlines() if "sesudah" not in line)
    figures = key_figures(compare(only))
    assert isinstance(figures["rule"], NotEstimable)
    assert isinstance(figures["budget"], NotEstimable)
