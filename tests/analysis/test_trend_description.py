"""What is described of which series, worked by hand."""

import numpy as np
import pandas as pd
import pytest
from trend_cases import growing, months, price_index, series

from pasar_nb.analysis import trend
from pasar_nb.errors import DataError
from pasar_nb.findings import NotEstimable


def _describe(table, **options):
    return trend.describe(table, **options)


def _together(*tables):
    return pd.concat(tables, ignore_index=True)


def test_a_price_that_doubles_every_year_grows_by_one_hundred_per_cent():
    slope = _describe(series(growing(12, 1.0))).main.slope
    assert slope.per_year == pytest.approx(1.0)
    assert (slope.interval.low, slope.interval.high) == pytest.approx((1.0, 1.0))
    assert (slope.n, slope.first, slope.last) == (12, "2022-01", "2022-12")


def test_a_price_that_only_keeps_up_with_prices_does_not_change_in_real_rupiah():
    result = _describe(series(growing(30, 0.06)), price_index=price_index(30, 0.06))
    assert result.main.slope.per_year == pytest.approx(0.0, abs=1e-12)
    assert result.main.nominal.per_year == pytest.approx(0.06)
    # the base is the last month, whose real and nominal rupiah are the same thing
    assert result.main.series.real_base == "2024-06"
    assert result.main.series.table["real"].to_numpy() == pytest.approx(np.full(30, growing(30, 0.06)[-1]))


def test_real_rupiah_are_those_of_the_month_asked_for():
    result = _describe(series(growing(12, 0.5)), price_index=price_index(12, 0.2), base="2022-01")
    assert result.main.series.real_base == "2022-01"
    assert result.main.series.table["real"].iloc[0] == pytest.approx(1000.0)
    assert result.main.slope.per_year == pytest.approx(1.5 / 1.2 - 1)


def test_months_beyond_the_price_index_stay_out_of_the_real_trend_but_not_of_the_nominal():
    result = _describe(series(growing(20, 0.3)), price_index=price_index(10, 0.1))
    assert (result.main.slope.n, result.main.slope.last) == (10, "2022-10")
    assert result.main.slope.per_year == pytest.approx(1.3 / 1.1 - 1)
    assert result.main.nominal.n == 20


@pytest.mark.parametrize(
    ("index", "reason"),
    [
        (None, "rupiah nominal"),
        (price_index(12, 0.1, first="2010-01"), "tidak mencakup satu bulan pun"),
    ],
    ids=["no index", "other years"],
)
def test_without_an_index_the_trend_is_nominal_and_says_so(index, reason):
    result = _describe(series(growing(12, 0.1)), price_index=index)
    assert result.main.series.real_base is None
    assert reason in str(result.main.series.unreal.reason)
    assert result.main.slope.per_year == pytest.approx(0.1)
    assert result.main.nominal is None


def test_what_is_no_rupiah_is_not_deflated():
    main = _describe(series(growing(12, 0.1), unit="kg"), price_index=price_index(12, 0.5)).main
    assert not main.series.money
    assert main.series.unreal is None
    assert main.slope.per_year == pytest.approx(0.1)


@pytest.mark.parametrize("unit", ["Rp/kg", "rp per kg", "Rupiah/liter", "IDR/kg", "Rp"])
def test_rupiah_are_known_by_their_unit(unit):
    assert _describe(series(growing(12, 0.1), unit=unit)).main.series.money


@pytest.mark.parametrize("unit", ["kg", "persen", "rpm", "ekor"])
def test_other_units_are_no_rupiah(unit):
    assert not _describe(series(growing(12, 0.1), unit=unit)).main.series.money


@pytest.mark.parametrize(
    ("names", "commodity", "expected"),
    [
        (["volume_kopi", "harga_kopi_robusta", "harga_kopi"], "Kopi", ("harga_kopi", "commodity_price")),
        (["harga_gula", "volume_jahe_merah"], "Jahe merah", ("volume_jahe_merah", "commodity")),
        (["harga_kopi"], "Jahe", ("harga_kopi", "only")),
        (["volume_padi", "harga_beras_medium", "harga_gula"], "Jahe", ("harga_beras_medium", "first_price")),
        (["volume_padi", "curah_hujan"], None, ("volume_padi", "first")),
        (["harga_jahe_emprit", "harga_beras"], "Jahe merah", ("harga_jahe_emprit", "first_price")),
        (["harga_kopinang", "harga_beras"], "kopi", ("harga_kopinang", "first_price")),
        (["HARGA JAHE-MERAH", "harga_beras"], "jahe_merah", ("HARGA JAHE-MERAH", "commodity_price")),
        (["harga_a", "harga_b"], float("nan"), ("harga_a", "first_price")),
    ],
)
def test_the_main_series_is_the_price_of_the_chosen_commodity_where_there_is_one(names, commodity, expected):
    tables = [series(growing(9, 0.1), name=name) for name in names]
    result = _describe(_together(*tables), commodity=commodity)
    assert (result.main.series.name, result.chosen) == expected
    assert {one.series.name for one in result.others} == set(names) - {expected[0]}
    assert result.table["seri"].iloc[0] == expected[0]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (growing(7, 0.1), "hanya 7 bulan"),
        ([*growing(8, 0.1), 0.0], "nol atau negatif"),
        ([*growing(8, 0.1), -3.0], "nol atau negatif"),
        ([50.0] * 9, "sama pada setiap bulan"),
        ([value if month % 2 else np.nan for month, value in enumerate(growing(20, 0.1))], "sepertiga"),
    ],
    ids=["seven months", "a nought", "a loss", "always the same", "every second month"],
)
def test_a_trend_is_refused_with_its_reason(values, reason):
    result = _describe(series(values))
    assert reason in str(result.main.slope.reason)
    assert result.table[["per_year", "low", "high"]].isna().all(axis=None)


def test_eight_months_are_enough_for_a_trend():
    assert _describe(series(growing(8, 0.1))).main.slope.per_year == pytest.approx(0.1)


def test_a_gap_is_listed_and_does_not_bend_the_trend():
    values = growing(12, 0.2)
    values[4:6] = np.nan
    main = _describe(series(values)).main
    assert main.series.gaps == ("2022-05", "2022-06")
    assert main.series.n == 10
    assert main.slope.per_year == pytest.approx(0.2)


def test_levels_before_and_after_by_hand():
    # 12 months at 100, then 12 at 110: the month of the beginning belongs to what came after
    table = series([100.0] * 12 + [110.0] * 12)
    level = _describe(table, start=pd.Timestamp("2023-01-31")).level
    assert (level.before, level.after, level.n_before, level.n_after) == (100.0, 110.0, 12, 12)
    assert level.start == "2023-01"
    assert level.change == pytest.approx(0.10)
    assert (level.interval.low, level.interval.high) == pytest.approx((0.10, 0.10))


def test_levels_are_compared_in_real_rupiah():
    index = price_index(24, 0.0)
    index.loc[12:, "ihk"] = 110.0
    table = series([100.0] * 12 + [121.0] * 12)
    level = _describe(table, start=pd.Timestamp("2023-01-01"), price_index=index).level
    assert (level.before, level.after) == pytest.approx((110.0, 121.0))
    assert level.change == pytest.approx(0.10)


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (None, "tidak mencatat tanggal mulai"),
        (pd.NaT, "tidak mencatat tanggal mulai"),
        (pd.Timestamp("2022-08-01"), "ada 7 bulan sebelum dan 17 bulan sejak itu"),
        (pd.Timestamp("2030-01-01"), "ada 24 bulan sebelum dan 0 bulan sejak itu"),
        (pd.Timestamp("2000-01-01"), "ada 0 bulan sebelum"),
    ],
)
def test_levels_are_refused_with_their_reason(start, reason):
    level = _describe(series(growing(24, 0.1)), start=start).level
    assert reason in str(level.reason)


def test_a_month_told_twice_is_refused_by_name():
    table = series(growing(9, 0.1))
    with pytest.raises(DataError, match=r"harga_jahe.*2022-03"):
        _describe(_together(table, table.iloc[[2]]))


def test_an_empty_table_gives_reasons_and_no_row():
    result = _describe(series([]))
    for part in (result.main, result.level, result.season):
        assert "deret belum ada" in str(part.reason)
    assert result.table.empty
    assert result.all_series == ()
    assert all(isinstance(value, NotEstimable) for value in trend.key_figures(result).values())


def test_the_tables_given_are_not_changed_and_their_order_does_not_matter():
    table, index = series(growing(30, 0.1)), price_index(30, 0.04)
    before, index_before = table.copy(deep=True), index.copy(deep=True)
    plain = _describe(table, price_index=index)
    pd.testing.assert_frame_equal(table, before)
    pd.testing.assert_frame_equal(index, index_before)
    turned = _describe(table.iloc[::-1], price_index=index.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(plain.table, turned.table)
    assert plain.main.slope == turned.main.slope


def test_key_figures_are_those_of_the_main_series():
    figures = trend.key_figures(_describe(series(growing(12, 1.0)), price_index=price_index(12, 0.0)))
    assert figures["trend_series"] == "harga_jahe"
    assert figures["trend_base"] == "2022-12"
    assert figures["trend_per_year"] == pytest.approx(1.0)
    assert figures["trend_months"] == 12


def test_the_price_index_is_spliced_where_its_base_year_changes():
    # the same inflation in two pieces, of which the newer is 100 on average in 2022
    months_ = months("2022-01", 24)
    level = growing(24, 0.1, 100.0)
    link = 100 / level[:12].mean()
    old = pd.DataFrame({"bulan": months_[:18], "ihk": level[:18], "tahun_dasar": 2018})
    new = pd.DataFrame({"bulan": months_[18:], "ihk": level[18:] * link, "tahun_dasar": 2022})
    result = _describe(series(growing(24, 0.1)), price_index=_together(old, new))
    assert result.main.slope.per_year == pytest.approx(0.0, abs=1e-9)
