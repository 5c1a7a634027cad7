"""The price index: pieces joined, amounts made comparable, gaps told."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from change_cases import price_index
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb import demo
from pasar_nb.analysis import prices
from pasar_nb.demo.places import TRENGGALEK
from pasar_nb.findings import NotEstimable

YEAR = [f"2022-{month:02d}" for month in range(1, 13)]


def reason(value: object) -> str:
    assert isinstance(value, NotEstimable)
    return str(value.reason)


def test_one_piece_stays_as_it_is_in_order_of_months() -> None:
    found = prices.splice(price_index(("2024-02", 102.0, 2022), ("2024-01", 101.0, 2022)))
    assert found.to_dict() == {"2024-01": 101.0, "2024-02": 102.0}


def test_pieces_are_joined_by_the_months_that_both_tell() -> None:
    # the newer base is 0.9 of the older in both months
    found = prices.splice(
        price_index(
            ("2023-11", 110.0, 2018),
            ("2023-12", 120.0, 2018),
            ("2023-12", 108.0, 2022),
            ("2023-11", 99.0, 2022),
            ("2023-10", 100.0, 2018),
            ("2024-01", 109.0, 2022),
        )
    )
    assert found.to_dict() == pytest.approx(
        {"2023-10": 90.0, "2023-11": 99.0, "2023-12": 108.0, "2024-01": 109.0}
    )


def test_several_shared_months_count_by_the_mean_of_their_ratios() -> None:
    found = prices.splice(
        price_index(
            ("2023-10", 100.0, 2018),
            ("2023-11", 100.0, 2018),
            ("2023-11", 80.0, 2022),
            ("2023-12", 100.0, 2018),
            ("2023-12", 125.0, 2022),
        )
    )
    assert found["2023-10"] == pytest.approx(100 * np.sqrt(0.8 * 1.25))


def test_without_a_shared_month_the_new_base_year_links() -> None:
    old = [(month, 110.0 + place, 2018) for place, month in enumerate(YEAR)]  # mean 115.5
    found = prices.splice(price_index(*old, ("2024-01", 105.0, 2022)))
    assert found.loc[YEAR].mean() == pytest.approx(100)
    assert found["2022-01"] == pytest.approx(110 * 100 / 115.5)
    assert found["2024-01"] == 105.0


def test_three_pieces_are_joined_one_after_the_other() -> None:
    found = prices.splice(
        price_index(
            ("2018-12", 200.0, 2012),
            ("2018-12", 100.0, 2018),
            ("2019-01", 101.0, 2018),
            ("2022-12", 110.0, 2018),
            ("2022-12", 99.0, 2022),
            ("2012-01", 100.0, 2012),
        )
    )
    # 2012 to 2018 halves, 2018 to 2022 is 0.9
    assert found["2012-01"] == pytest.approx(100 * 0.5 * 0.9)
    assert found["2019-01"] == pytest.approx(101 * 0.9)


def test_pieces_that_nothing_links_are_refused() -> None:
    months = [(month, 110.0, 2018) for month in YEAR[:11]]
    said = reason(prices.splice(price_index(*months, ("2024-01", 105.0, 2022))))
    assert "2018" in said
    assert "2022" in said


def test_no_index_and_months_outside_it_are_told() -> None:
    assert "belum ada" in reason(prices.splice(price_index()))
    assert "belum ada" in reason(prices.deflator(price_index(), ["2024-01"], base="2024-01"))
    one = price_index(("2024-01", 100.0, 2022))
    assert "Maret 2024" in reason(prices.deflator(one, ["2024-01", "2024-03"], base="2024-01"))
    assert "Mei 2024" in reason(prices.deflator(one, ["2024-01"], base="2024-05"))


def test_the_deflator_turns_old_money_into_money_of_the_base() -> None:
    index = price_index(("2024-01", 100.0, 2022), ("2025-01", 125.0, 2022))
    factor = prices.deflator(index, ["2024-01", "2025-01"], base="2025-01")
    assert factor.to_dict() == pytest.approx({"2024-01": 1.25, "2025-01": 1.0})
    back = prices.deflator(index, ["2025-01"], base="2024-01")
    assert back["2025-01"] == pytest.approx(0.8)


@given(st.floats(0.01, 100), st.sampled_from(["2023-12", "2024-01"]))
def test_the_scale_of_an_index_does_not_matter(scale: float, base: str) -> None:
    index = price_index(("2023-12", 100.0, 2022), ("2024-01", 110.0, 2022))
    plain = prices.deflator(index, ["2023-12", "2024-01"], base=base)
    scaled = prices.deflator(index.assign(ihk=index["ihk"] * scale), ["2023-12", "2024-01"], base=base)
    pd.testing.assert_series_equal(plain, scaled)


def test_the_index_of_the_demonstration_is_joined_by_its_known_factor() -> None:
    drawn = demo.draw_district(TRENGGALEK, seed=5)
    index, truth = drawn.tables["ihk"], drawn.truth["ihk"]["faktor_sambung_2018_ke_2022"]
    found = prices.splice(index)
    old = index[index["tahun_dasar"] == 2018].set_index("bulan")["ihk"]
    assert (found[old.index] / old).to_numpy() == pytest.approx(truth, rel=1e-4)
    assert found.index.is_monotonic_increasing
    assert found.index.is_unique
