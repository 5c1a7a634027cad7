"""What one party sells and the other says it buys, worked by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from business_cases import BOTH_GAIN, compare, model

from pasar_nb.analysis import business
from pasar_nb.analysis.business import BusinessModel
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.contract import units
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import MASSES

TRADE = """
sebelum pokmas mitra_lokal produk
sesudah pokmas mitra_lokal produk
sesudah mitra_lokal pokmas uang
"""
PURCHASE = "sesudah mitra_lokal 1    variabel 1200   60000"
AFTER_SALE = "sesudah pokmas      40   masuk    120    60000"


def reconciled(result: BusinessModel) -> Reconciliation:
    assert isinstance(result.reconciliation, Reconciliation)
    return result.reconciliation


def sale(result: BusinessModel) -> pd.Series:
    (row,) = [row for _place, row in reconciled(result).table.iterrows()]
    return row


def bought(volume: object, price: object) -> str:
    assert PURCHASE in BOTH_GAIN
    return BOTH_GAIN.replace(PURCHASE, f"sesudah mitra_lokal 1    variabel {volume}   {price}")


def test_output_without_a_buyer_is_counted_over_all_units_and_valued_at_the_price_before() -> None:
    row = sale(compare(BOTH_GAIN, TRADE))
    assert (row["dari"], row["ke"], row["satuan"]) == (("pokmas",), ("mitra_lokal",), "kg")
    assert (row["sold"], row["bought"]) == (40 * 120, 1_200)
    assert row["without_buyer"] == pytest.approx(1 - 1_200 / 4_800)
    assert row["without_seller"] == 0
    assert row["at_stake"] == pytest.approx(0.75 * 120 * (60_000 - 50_000))
    assert not row["conflict"]


def test_more_bought_than_sold_has_no_seller() -> None:
    row = sale(compare(bought(6_000, 60_000), TRADE))
    assert (row["without_buyer"], row["without_seller"]) == (0, pytest.approx(1 - 4_800 / 6_000))


@pytest.mark.parametrize(("volume", "price"), [(4_800, 60_000), (4_760, 60_000), (4_800, 60_500)])
def test_rounding_up_to_one_per_cent_is_quiet(volume: int, price: int) -> None:
    result = compare(bought(volume, price).replace("1200   66000", "4800   66000"), TRADE)
    row = sale(result)
    assert (row["without_buyer"], row["without_seller"], row["conflict"]) == (0, 0, False)
    assert result.gains.rule == "kept"


def test_a_price_that_the_buyer_denies_leaves_the_rule_open() -> None:
    # The buyer pays 57.000 for what is sold at 60.000: its gain grows by 1.200 x 3.000 that nobody gives.
    result = compare(bought(1_200, 57_000), TRADE)
    row = sale(result)
    assert (row["sold_price"], row["bought_price"]) == (60_000, 57_000)
    assert row["price_gap"] == pytest.approx(-0.05)
    assert row["conflict"]
    assert result.gains.parties("gain") == ("pokmas", "mitra_lokal")
    assert (result.gains.rule, result.gains.disputed) == ("open", ((("pokmas",), ("mitra_lokal",)),))


def test_a_denied_price_does_not_mend_a_broken_rule() -> None:
    losing = bought(1_200, 57_000).replace("1200   66000", "1200   57100")
    assert compare(losing, TRADE).gains.rule == "broken"


def test_without_a_recorded_sale_nothing_is_said() -> None:
    result = compare(bought(1_200, 57_000))
    assert isinstance(result.reconciliation, NotEstimable)
    assert result.gains.rule == "kept"
    assert business.key_figures(result)["pokmas_without_buyer"] == result.reconciliation


def in_units(text: str, unit: str) -> pd.DataFrame:
    """The purchase after in another unit of measurement."""
    rows = model(text)
    purchase = (
        rows["kondisi"].eq("sesudah") & rows["peran"].eq("mitra_lokal") & rows["jenis"].ne("pendapatan")
    )
    return rows.assign(satuan=rows["satuan"].mask(purchase, unit))


def test_units_that_differ_have_a_reason_and_no_sum() -> None:
    from business_cases import NO_COSTS, PROFILE, REFERENCE, relations

    rows = in_units(BOTH_GAIN, "karung")
    result = business.compare(rows, relations(TRADE), NO_COSTS, profile=PROFILE, reference=REFERENCE)
    row = sale(result)
    assert row["reason"] == "units"
    assert pd.isna(row["sold"])
    assert not row["conflict"]


def test_quintals_are_a_hundred_kilograms() -> None:
    from business_cases import NO_COSTS, PROFILE, REFERENCE, relations

    rows = in_units(bought(12, 6_000_000), "Kuintal")
    result = business.compare(rows, relations(TRADE), NO_COSTS, profile=PROFILE, reference=REFERENCE)
    assert (sale(result)["bought"], sale(result)["bought_price"]) == (12 * 100, 6_000_000 / 100)


def test_masses_are_those_of_the_contract() -> None:
    assert dict(MASSES) == dict(units.MASSES)


def test_a_missing_volume_has_a_reason() -> None:
    row = sale(compare(bought("-", 60_000), TRADE))
    assert row["reason"] == "volume"
    assert pd.isna(row["without_buyer"])


@pytest.mark.parametrize(
    ("gone", "reason"), [(AFTER_SALE, "no_sale"), (PURCHASE, "no_purchase"), ("1200   60000", "no_purchase")]
)
def test_a_sale_that_one_side_does_not_have_is_said(gone: str, reason: str) -> None:
    text = BOTH_GAIN.replace(gone, "1200   6000") if gone.startswith("1200") else _without(gone)
    assert sale(compare(text, TRADE))["reason"] == reason


def _without(line: str) -> str:
    return "\n".join(one for one in BOTH_GAIN.splitlines() if not one.startswith(line))


def test_one_sale_to_two_buyers_is_set_against_both() -> None:
    second = "sesudah mitra_swasta 1 variabel 3600 60000\nsesudah mitra_swasta 1 masuk 3600 80000\n"
    row = sale(compare(BOTH_GAIN + second, TRADE + "sesudah pokmas mitra_swasta produk"))
    assert row["ke"] == ("mitra_lokal", "mitra_swasta")
    assert (row["sold"], row["bought"], row["without_buyer"]) == (4_800, 1_200 + 3_600, 0)


def test_two_grades_bought_as_one_are_compared_at_their_mean_price() -> None:
    grades = BOTH_GAIN.replace(
        AFTER_SALE, "sesudah pokmas 40 masuk 60 66000\nsesudah pokmas 40 masuk 60 54000"
    )
    row = sale(compare(grades.replace(PURCHASE, "sesudah mitra_lokal 1 variabel 4800 60000"), TRADE))
    assert (row["sold"], row["sold_price"], row["bought_price"]) == (4_800, 60_000, 60_000)
    assert not row["conflict"]


def test_a_processing_cost_per_kilogram_is_not_taken_for_the_purchase() -> None:
    row = sale(compare(BOTH_GAIN + "sesudah mitra_lokal 1 variabel 1200 500\n", TRADE))
    assert (row["bought"], row["bought_price"]) == (1_200, 60_000)


def test_the_key_figure_is_the_share_without_a_buyer() -> None:
    figures = business.key_figures(compare(BOTH_GAIN, TRADE))
    assert figures["pokmas_without_buyer"] == pytest.approx(0.75)
