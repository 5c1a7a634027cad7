"""Demand and supply: which series tell of what, and how one year compares with another."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from market_cases import chart
from trend_cases import growing, price_index, series

from pasar_nb.analysis import market
from pasar_nb.analysis.market.commodity_profile import profile_commodity
from pasar_nb.analysis.market.periods import LEAST_PAIRS, last_year, since_start
from pasar_nb.analysis.market.profile_results import PeriodChange
from pasar_nb.analysis.market.series_kinds import kind_of
from pasar_nb.analysis.trend.series import collect
from pasar_nb.findings import NotEstimable


def monthly(values, **options):
    (one,) = collect(series(values, **options), None, None)
    return one


def profile(*tables: pd.DataFrame, index: pd.DataFrame | None = None, commodity: str = "jahe"):
    return profile_commodity(pd.concat(tables, ignore_index=True), index, commodity)


def why(found) -> str:
    assert isinstance(found, NotEstimable)
    return str(found.reason)


# What a series tells of

KINDS = {
    ("harga_jahe", "Rp/kg", ""): ("price", "name"),
    ("harga_jual_jahe", "rupiah per kg", ""): ("price", "name"),
    ("Harga jahe", "kg", ""): ("other", "unit"),
    ("harga_jahe", "Rp", ""): ("other", "unit"),
    ("jahe", "Rp/kg", "Pantauan harga pasar"): ("price", "source"),
    ("jahe", "Rp/kg", "Laporan dinas"): ("other", "nothing"),
    ("produksi_jahe", "ton", ""): ("supply", "name"),
    ("stok_jahe", "kg", "Catatan penjualan"): ("supply", "name"),
    ("biaya_produksi_jahe", "Rp/kg", ""): ("other", "input"),
    ("harga_bibit_jahe", "Rp/kg", ""): ("other", "input"),
    ("penjualan_jahe", "kg", ""): ("demand", "name"),
    ("nilai_penjualan_jahe", "Rp", ""): ("demand", "name"),
    ("penjualan_jahe", "Rp/kg", ""): ("other", "unit"),
    ("volume_jahe", "kg", "Catatan penjualan POKMAS"): ("demand", "source"),
    ("volume_jahe", "kg", "Survei panen dan penjualan"): ("other", "several"),
    ("volume_jahe", "kg", "Laporan dinas"): ("other", "nothing"),
    ("produksi_terjual_jahe", "kg", ""): ("other", "several"),
}


@pytest.mark.parametrize(("about", "expected"), KINDS.items(), ids=["-".join(about) for about in KINDS])
def test_a_kind_is_told_by_words_and_unit_or_not_at_all(about, expected) -> None:
    name, unit, source = about
    assert kind_of(name, unit, (source,), "jahe") == expected


def test_words_of_the_commodity_say_nothing() -> None:
    assert kind_of("volume_hasil_laut", "kg", ("Catatan penjualan",), "Hasil laut") == ("demand", "source")


# Years compared


def test_the_last_year_is_compared_with_the_one_before() -> None:
    found = last_year(monthly([10.0] * 12 + [12.0] * 12), "nilai")
    assert (found.before, found.after, found.pairs) == (10, 12, 12)
    assert found.change == pytest.approx(12 / 10 - 1)
    assert (found.before_last, found.after_last) == ("2022-12", "2023-12")


def test_since_the_start_means_against_the_first_twelve_months() -> None:
    values = [10.0] * 12 + [99.0] * 6 + [15.0] * 12
    assert since_start(monthly(values), "nilai").change == pytest.approx(15 / 10 - 1)


def test_a_gap_takes_its_calendar_month_out_of_both_years() -> None:
    # December is dear; it is missing in the second year, so it must not count in the first either
    values = [10.0] * 11 + [130.0] + [10.0] * 11 + [math.nan] + [10.0]
    found = last_year(monthly(values), "nilai")
    assert (found.pairs, found.change) == (11, 0)
    whole = [10.0] * 11 + [130.0] + [10.0] * 11 + [130.0]
    assert last_year(monthly(whole), "nilai").before == pytest.approx((11 * 10 + 130) / 12)


def test_short_and_patchy_series_are_not_compared() -> None:
    assert "baru mencakup 23 bulan" in why(last_year(monthly([10.0] * 23), "nilai"))
    holes = [10.0] * 12 + [math.nan] * 3 + [10.0] * 9
    assert f"hanya 9 bulan kalender berisi angka pada kedua masa, padahal perlu {LEAST_PAIRS}" in why(
        last_year(monthly(holes), "nilai")
    )
    assert "nol atau negatif" in why(last_year(monthly([0.0] * 12 + [5.0] * 12), "nilai"))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.floats(1, 1e6), min_size=24, max_size=40),
    st.floats(0.01, 100),
)
def test_the_unit_of_a_series_changes_no_share(values, factor) -> None:
    one, other = monthly(values), monthly([value * factor for value in values])
    for compare in (last_year, since_start):
        assert compare(other, "nilai").change == pytest.approx(compare(one, "nilai").change, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(1, 1e4), min_size=12, max_size=12), st.integers(2, 4))
def test_a_season_that_repeats_itself_is_no_change(year, years) -> None:
    found = last_year(monthly(year * years), "nilai")
    assert found.change == pytest.approx(0, abs=1e-9)
    assert since_start(monthly(year * years), "nilai").change == pytest.approx(0, abs=1e-9)


# The whole profile


def test_a_price_that_only_follows_inflation_rises_in_rupiah_and_not_in_real_ones() -> None:
    inflation = 0.05
    (one,) = profile(series(growing(36, inflation)), index=price_index(36, inflation)).every
    assert one.recent.change == pytest.approx(inflation)
    assert one.recent_real.change == pytest.approx(0, abs=1e-9)
    assert one.since.change == pytest.approx(1.05**2 - 1)
    assert one.latest == pytest.approx(1000 * 1.05 ** (35 / 12))


def test_without_an_index_the_real_change_has_a_reason_and_volumes_have_none() -> None:
    found = profile(series([5.0] * 24), series([5.0] * 24, name="produksi_jahe", unit="kg"))
    price, volume = found.every
    assert "ihk belum ada" in why(price.recent_real)
    assert volume.recent_real is None
    assert isinstance(volume.recent, PeriodChange)


def test_series_are_ordered_by_kind_and_none_is_dropped() -> None:
    found = profile(
        series([5.0] * 3, name="indeks_jahe", unit="poin"),
        series([5.0] * 3, name="permintaan_jahe", unit="kg"),
        series([5.0] * 3, name="produksi_jahe", unit="kg"),
        series([5.0] * 3, name="harga_jahe_kering"),
        series([5.0] * 3, name="harga_jahe"),
        series([5.0] * 3, name="harga_kopi"),
    )
    assert found.table["kind"].tolist() == ["price", "price", "supply", "demand", "other"]
    assert found.main_price == "harga_jahe"  # the plainest of the two
    assert found.unrelated == ("harga_kopi",)
    assert found.headline.series.name == "harga_jahe"


def test_a_season_stands_in_the_table_only_where_it_is_more_than_chance() -> None:
    months = np.arange(48)
    wave = 100 * np.exp(0.3 * np.cos(2 * np.pi * months / 12))  # highest in January
    (clear,) = profile(series(wave)).table.to_dict("records")
    assert (clear["peak"], clear["trough"]) == (1, 7)
    noise = 100 + np.random.default_rng(3).standard_normal(48)
    (chance,) = profile(series(noise)).table.to_dict("records")
    assert pd.isna(chance["peak"])
    assert math.isnan(chance["peak_effect"])
    (short,) = profile(series(wave[:23])).table.to_dict("records")
    assert pd.isna(short["peak"])


def test_a_series_that_changes_its_unit_is_named_and_not_described() -> None:
    mixed = series([5.0] * 24).assign(satuan=["Rp/kg"] * 12 + ["Rp/kuintal"] * 12)
    found = profile(mixed, series([5.0] * 24, name="produksi_jahe", unit="kg"))
    assert found.mixed == ("harga_jahe",)
    assert found.table["seri"].tolist() == ["produksi_jahe"]
    assert "lebih dari satu satuan" in why(profile(mixed))


def test_a_month_that_stands_twice_is_told_and_no_crash() -> None:
    assert "lebih dari sekali" in why(profile(series([5.0] * 3), series([6.0] * 3)))


REASONS = {
    "no table": (None, "belum ada atau belum berisi"),
    "an empty table": (series([]), "belum ada atau belum berisi"),
    "only empty cells": (series([5.0]).assign(nilai=math.nan), "belum ada atau belum berisi"),
    "another commodity": (series([5.0] * 24, name="harga_kopi"), "yang ada: harga_kopi"),
}


@pytest.mark.parametrize(("table", "reason"), REASONS.values(), ids=REASONS.keys())
def test_without_series_of_the_commodity_there_is_a_reason(table, reason) -> None:
    result = chart(series=table)
    assert reason in why(result.profile)
    assert isinstance(market.key_figures(result)["price_change"], NotEstimable)


def test_key_figures_tell_the_main_price_real_where_it_can_be() -> None:
    real = market.key_figures(chart(series=series(growing(36, 0.05)), price_index=price_index(36, 0.05)))
    assert (real["price_series"], real["price_unit"], real["price_month"]) == (
        "harga_jahe",
        "Rp/kg",
        "2024-12",
    )
    assert real["price_change"] == pytest.approx(0, abs=1e-9)
    assert real["price_real"] is True
    nominal = market.key_figures(chart(series=series(growing(36, 0.05))))
    assert (nominal["price_change"], nominal["price_real"]) == (pytest.approx(0.05), False)
    without = market.key_figures(chart(series=series([5.0] * 3, name="produksi_jahe", unit="kg")))
    assert "Tidak ada deret harga" in why(without["price_latest"])


def test_the_tables_stay_as_they_were() -> None:
    table, index = series(growing(36, 0.05)), price_index(36, 0.05)
    before = table.copy(), index.copy()
    chart(series=table, price_index=index)
    pd.testing.assert_frame_equal(table, before[0])
    pd.testing.assert_frame_equal(index, before[1])


# The map's price against the series: in the main channel P sells at 10 Rp per kg


def gap(values, **about):
    return chart(series=series(values, **about)).price_gap


def test_a_price_within_ten_per_cent_of_the_last_year_is_todays():
    assert gap([50.0] * 12 + [11.0] * 12) is None  # |10 - 11| <= 0.1 * 11
    assert gap([10.0] * 12 + [11.5] * 12).gap == pytest.approx(10 / 11.5 - 1)


def test_the_year_whose_mean_comes_nearest_is_named_only_if_it_agrees():
    found = gap([9.5] * 12 + [10.2] * 12 + [20.0] * 12)
    assert found.years == pytest.approx({2022: 9.5, 2023: 10.2})
    assert (found.year, found.latest, found.last) == (2023, 20, "2024-12")
    assert gap([15.0] * 12 + [20.0] * 12).year is None


def test_a_price_is_compared_with_one_of_the_same_unit_and_a_full_year_only():
    assert gap([20.0] * 24, unit="Rp/kuintal") is None
    assert gap([20.0] * 24, unit="rupiah per KG") is not None
    assert gap([20.0] * 9) is None
    assert gap([20.0] * 10) is not None
