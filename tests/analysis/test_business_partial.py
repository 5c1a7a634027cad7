"""Partial budgets, totals of all units and the return on added cost, worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from business_cases import BOTH_GAIN, ONE_LOSES, model
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.business import PartialBudget
from pasar_nb.analysis.business.budgets import sum_budgets
from pasar_nb.analysis.business.gains import check_gains
from pasar_nb.analysis.business.partial import EFFECTS, partial_budgets
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

CASES = settings(max_examples=10, deadline=None)
NO_EXCHANGES = NotEstimable(_("Tanpa relasi."))
KINDS = ("pendapatan", "biaya_variabel", "biaya_tetap")
NAMED = """
kondisi peran       unit jenis    komponen  volume harga
sebelum mitra_lokal 1    masuk    eceran    1000   5000
sebelum mitra_lokal 1    variabel pembelian 1000   3000
sebelum mitra_lokal 1    variabel angkutan  1000   500
sebelum mitra_lokal 1    tetap    gudang    1      100000
sesudah mitra_lokal 1    masuk    eceran    400    5000
sesudah mitra_lokal 1    masuk    kontrak   900    6000
sesudah mitra_lokal 1    variabel Pembelian 1300   3200
sesudah mitra_lokal 1    variabel angkutan  1300   300
sesudah mitra_lokal 1    tetap    mutu      1      250000
"""


def answer(text: str) -> PartialBudget | NotEstimable:
    budgets = sum_budgets(model(text))
    assert not isinstance(budgets, NotEstimable)
    return partial_budgets(budgets, check_gains(budgets, NO_EXCHANGES, NO_EXCHANGES))


def partial(text: str = BOTH_GAIN) -> PartialBudget:
    result = answer(text)
    assert isinstance(result, PartialBudget)
    return result


def party(result: PartialBudget, name: str) -> pd.Series:
    return result.table.set_index("peran").loc[name]


def line(result: PartialBudget, name: str) -> pd.Series:
    return result.lines.set_index("komponen").loc[name]


def test_the_four_parts_come_from_lines_of_the_same_name() -> None:
    row = party(partial(NAMED), "mitra_lokal")
    assert row["added_revenue"] == 900 * 6_000
    assert row["reduced_revenue"] == (1_000 - 400) * 5_000
    assert row["added_cost"] == (1_300 * 3_200 - 1_000 * 3_000) + 250_000
    assert row["reduced_cost"] == (1_000 * 500 - 1_300 * 300) + 100_000
    assert row["net_change"] == (5_400_000 + 210_000) - (1_410_000 + 3_000_000)


def test_a_line_of_one_condition_alone_is_added_or_ended() -> None:
    result = partial(NAMED)
    assert (line(result, "kontrak")["effect"], line(result, "kontrak")["amount"]) == (
        "added_revenue",
        5_400_000,
    )
    assert math.isnan(line(result, "kontrak")["before"])
    assert (line(result, "gudang")["effect"], line(result, "gudang")["amount"]) == ("reduced_cost", 100_000)
    assert math.isnan(line(result, "gudang")["after"])


def test_lines_are_matched_whatever_their_capitals() -> None:
    row = line(partial(NAMED), "Pembelian")
    assert (row["before"], row["after"]) == (3_000_000, 1_300 * 3_200)


def test_a_line_that_stays_the_same_is_in_no_part() -> None:
    result = partial()
    fixed = result.lines[result.lines["jenis"].eq("biaya_tetap")].set_index("peran")
    assert (fixed.loc["pokmas", "effect"], fixed.loc["pokmas", "amount"]) == ("unchanged", 0)


def test_lines_of_one_name_count_together() -> None:
    twice = NAMED + "sesudah mitra_lokal 1 masuk kontrak 100 6000\n"
    assert line(partial(twice), "kontrak")["after"] == (900 + 100) * 6_000


def test_a_rupiah_of_added_cost_returns_the_net_change_per_cost_added_on_balance() -> None:
    row = party(partial(), "pokmas")
    # 120 x 60.000 - 100 x 50.000 = 2.200.000 more revenue, (12 - 10) x 100.000 more cost
    assert (row["net_change"], row["extra_cost"]) == (2_200_000 - 200_000, 200_000)
    assert row["returned"] == pytest.approx(2_000_000 / 200_000)
    other = party(partial(NAMED), "mitra_lokal")
    assert other["returned"] == pytest.approx(1_200_000 / (1_410_000 - 210_000 + 250_000 - 250_000))


def test_where_costs_do_not_rise_nothing_is_said_to_be_returned() -> None:
    cheaper = BOTH_GAIN.replace(
        "sesudah pokmas      40   variabel 12 ", "sesudah pokmas      40   variabel 9  "
    )
    row = party(partial(cheaper), "pokmas")
    assert (row["reduced_cost"], row["extra_cost"]) == (100_000, -100_000)
    assert math.isnan(row["returned"])


def test_a_loss_on_more_cost_returns_less_than_nothing() -> None:
    row = party(partial(ONE_LOSES), "mitra_lokal")
    # costs: 1.200 x 60.000 + 1.200.000 - (1.000 x 50.000 + 2.000.000) = 21.200.000 more, gain -3.000.000
    assert row["returned"] == pytest.approx(-3_000_000 / 21_200_000)


def test_all_units_gain_the_change_of_one_times_their_number() -> None:
    row = party(partial(), "pokmas")
    assert row["total_change"] == 40 * 2_000_000
    assert (row["total_before"], row["total_after"]) == (40 * 3_500_000, 40 * 5_500_000)


def test_where_the_number_of_units_differs_totals_stand_side_by_side_without_a_difference() -> None:
    result = partial(BOTH_GAIN.replace("sesudah pokmas      40", "sesudah pokmas      60"))
    row = party(result, "pokmas")
    assert (row["total_before"], row["total_after"]) == (40 * 3_500_000, 60 * 5_500_000)
    assert row["net_change"] == 2_000_000
    assert math.isnan(row["total_change"])


def test_an_unknown_number_of_units_leaves_the_total_unknown() -> None:
    row = party(partial(BOTH_GAIN.replace("pokmas      40", "pokmas      -")), "pokmas")
    assert row["net_change"] == 2_000_000
    assert math.isnan(row["total_change"])


def test_a_new_party_and_one_with_gaps_have_a_reason_in_place_of_a_partial_budget() -> None:
    gaps = BOTH_GAIN.replace("sesudah pokmas      40   masuk    120", "sesudah pokmas      40   masuk    -")
    table = partial(gaps + "sesudah penyedia_input 2 masuk 100 9000\n").table.set_index("peran")
    assert table["reason"].to_dict() == {"penyedia_input": "new", "pokmas": "incomplete", "mitra_lokal": ""}
    assert math.isnan(table.loc["pokmas", "net_change"])


def test_investment_is_no_part_of_a_partial_budget() -> None:
    plain = party(partial(), "mitra_lokal")
    invested = party(partial(BOTH_GAIN + "sesudah mitra_lokal 1 investasi 1 9000000\n"), "mitra_lokal")
    assert invested["added_cost"] == plain["added_cost"]


def test_with_one_condition_or_no_complete_party_there_is_a_reason() -> None:
    only = "\n".join(one for one in BOTH_GAIN.splitlines() if "sesudah" not in one)
    assert isinstance(answer(only), NotEstimable)
    alone = """
    kondisi peran       unit jenis volume harga
    sebelum pokmas      1    masuk -      100
    sesudah pokmas      1    masuk 10     100
    """
    assert isinstance(answer(alone), NotEstimable)


@st.composite
def budgets_of_two_years(draw: st.DrawFn) -> pd.DataFrame:
    """Lines of two parties whose names agree by chance only."""
    rows = [
        {
            **{"kondisi": condition, "peran": name, "jumlah_unit": 2.0, "satuan": "kg"},
            **{"jenis": kind, "komponen": draw(st.sampled_from("abc")), "frekuensi_per_tahun": 1.0},
            **{"volume": float(draw(st.integers(1, 500))), "harga": float(draw(st.integers(1, 500)))},
        }
        for name in ("pokmas", "mitra_lokal")
        for condition in ("sebelum", "sesudah")
        for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    ]
    return pd.DataFrame(rows)


def drawn_up(lines: pd.DataFrame) -> pd.DataFrame:
    budgets = sum_budgets(lines)
    assert not isinstance(budgets, NotEstimable)
    result = partial_budgets(budgets, check_gains(budgets, NO_EXCHANGES, NO_EXCHANGES))
    assert isinstance(result, PartialBudget)
    return result.table.set_index("peran")


@CASES
@given(budgets_of_two_years())
def test_a_partial_budget_is_the_difference_of_the_two_net_incomes(lines: pd.DataFrame) -> None:
    nets = sum_budgets(lines).table.set_index(["kondisi", "peran"])["net"]
    difference = (nets["sesudah"] - nets["sebelum"]).to_dict()
    table = drawn_up(lines)
    assert table["net_change"].to_dict() == pytest.approx(difference)
    assert (table[list(EFFECTS)] >= 0).all(axis=None)


@CASES
@given(budgets_of_two_years())
def test_other_names_after_move_neither_the_net_change_nor_the_return(lines: pd.DataFrame) -> None:
    after = lines["kondisi"].eq("sesudah")
    renamed = lines.assign(komponen=lines["komponen"].where(~after, lines["komponen"] + " baru"))
    names = ["net_change", "extra_cost", "returned"]
    plain, other = drawn_up(lines)[names], drawn_up(renamed)[names]
    assert other.to_numpy() == pytest.approx(plain.to_numpy(), nan_ok=True)


@CASES
@given(budgets_of_two_years(), st.integers(2, 20))
def test_larger_volumes_scale_the_parts_and_leave_the_return(lines: pd.DataFrame, factor: int) -> None:
    small, large = drawn_up(lines), drawn_up(lines.assign(volume=lines["volume"] * factor))
    parts = [*EFFECTS, "net_change"]
    assert large[parts].to_numpy() == pytest.approx(small[parts].to_numpy() * factor)
    assert large["returned"].to_numpy() == pytest.approx(small["returned"].to_numpy(), nan_ok=True)


@CASES
@given(budgets_of_two_years())
def test_another_unit_of_measurement_changes_nothing(lines: pd.DataFrame) -> None:
    grams = lines.assign(volume=lines["volume"] * 1000, harga=lines["harga"] / 1000, satuan="g")
    parts = [*EFFECTS, "net_change"]
    assert drawn_up(grams)[parts].to_numpy() == pytest.approx(drawn_up(lines)[parts].to_numpy())
