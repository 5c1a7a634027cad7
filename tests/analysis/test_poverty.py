"""Poverty by expenditure per head: the published example, persons against households, and what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from change_cases import BASELINE, ENDLINE
from commodity_cases import reference
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, norm, t

from pasar_nb.analysis import poverty
from pasar_nb.analysis.clustered_shares import error_of, influence_of, logit_interval
from pasar_nb.analysis.poverty import Poverty
from pasar_nb.disclosure import release
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

PUBLISHED = reference("poverty_haughton_khandker_2009")
LINES = pd.DataFrame({"tahun": [2024, 2025], "garis_kemiskinan": [100.0, 110.0], "sumber": "BPS"})
TRULY = (0.945, 0.965)  # the larger of two errors is taken, so that slightly more are covered than promised
RARE = 0.01  # probability with which a right interval would fail the test at other seeds
PARTS = (
    "belanja_makanan",
    "belanja_pendidikan_kesehatan",
    "belanja_transport_komunikasi",
    "belanja_rumah",
    "belanja_transfer",
    "belanja_lain",
)


def reason(value: object) -> str:
    assert isinstance(value, NotEstimable)
    return str(value.reason)


def spending(
    first: list[float], last: list[float] | None, members: list[int] | None = None, **traits: object
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Households with a spending per head in one wave or two; all of it is food."""
    ids = [f"RT-{place:04d}" for place in range(len(first))]
    size = members or [1] * len(first)
    waves = [(0, BASELINE, first)] if last is None else [(0, BASELINE, first), (1, ENDLINE, last)]
    rows = [
        {"id_rt": one, "gelombang": wave, "tanggal": day, "jumlah_anggota": people}
        | dict.fromkeys(PARTS, 0.0)
        | {"belanja_makanan": amount * people}
        for wave, day, amounts in waves
        for one, amount, people in zip(ids, amounts, size, strict=True)
    ]
    return pd.DataFrame({"id_rt": ids, "studi": "peserta"} | traits), pd.DataFrame(rows)


def found(*given: object, **traits: object) -> Poverty:
    homes, survey = spending(*given, **traits)  # type: ignore[arg-type]
    answer = poverty.headcount(survey, homes, LINES)
    assert isinstance(answer, Poverty)
    return answer


def test_indices_are_the_published_ones() -> None:
    incomes = np.array(PUBLISHED["incomes"], dtype="float64")
    for order, name in enumerate(("p0", "p1", "p2")):
        index = poverty.fgt(incomes, PUBLISHED["line"], order)
        assert index == pytest.approx(PUBLISHED[name], abs=PUBLISHED["tolerance"])


def test_who_is_at_the_line_is_not_poor() -> None:
    assert [poverty.fgt(np.array([100.0]), 100.0, order) for order in (0, 1, 2)] == [0.0, 0.0, 0.0]
    assert poverty.fgt(np.array([99.0]), 100.0, 0) == 1.0


def test_another_order_is_refused() -> None:
    with pytest.raises(UsageError, match="order = 3"):
        poverty.fgt(np.array([1.0]), 2.0, 3)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30), st.floats(1, 1e6))
def test_each_index_is_no_larger_than_the_one_before(values: list[float], line: float) -> None:
    indices = [poverty.fgt(np.array(values), line, order) for order in (0, 1, 2)]
    assert 0 <= indices[2] <= indices[1] + 1e-12 <= indices[0] + 2e-12 <= 1 + 2e-12


@given(st.lists(st.floats(1, 1e4), min_size=1, max_size=20), st.floats(1, 1e4), st.floats(0.01, 100))
def test_another_currency_changes_no_index(values: list[float], line: float, rate: float) -> None:
    amounts = np.array(values)
    for order in (1, 2):
        scaled = poverty.fgt(amounts * rate, line * rate, order)
        assert scaled == pytest.approx(poverty.fgt(amounts, line, order), abs=1e-9)


def test_persons_are_counted_and_not_households() -> None:
    # 12 poor households of five, 12 others of one: half of the households, five sixths of the persons
    answer = found([50.0] * 12 + [200.0] * 12, None, [5] * 12 + [1] * 12)
    row = answer.table.iloc[0]
    assert row["p0"] == pytest.approx(60 / 72)
    assert (row["poor"], row["households"], row["share_households"]) == (12, 24, 0.5)


def test_each_wave_meets_the_line_of_its_own_year() -> None:
    # 105 is above the line of 2024 and below that of 2025
    answer = found([105.0] * 12 + [50.0] * 12, [105.0] * 12 + [50.0] * 12)
    assert list(answer.table["p0"]) == [0.5, 1.0]
    assert list(answer.table["line"]) == [100.0, 110.0]
    assert answer.change["difference"].iloc[0] == 0.5


def test_without_groups_the_error_of_a_share_is_the_usual_one() -> None:
    answer = found([50.0] * 10 + [200.0] * 30, None)
    row = answer.table.iloc[0]
    error = np.sqrt(0.25 * 0.75 / 39)  # with n - 1, as for a mean
    reach = t.ppf(0.975, 39) * error / (0.25 * 0.75)
    middle = np.log(0.25 / 0.75)
    low, high = (1 / (1 + np.exp(-(middle + sign * reach))) for sign in (-1, 1))
    assert (row["low"], row["high"]) == pytest.approx((low, high))


def test_the_change_s_error_is_that_of_paired_differences() -> None:
    first, last = [50.0] * 20 + [200.0] * 20, [50.0] * 12 + [200.0] * 26 + [50.0] * 2
    row = found(first, last).change.iloc[0]
    moved = (np.array(last) < 110).astype(float) - (np.array(first) < 100).astype(float)
    margin = t.ppf(0.975, 39) * moved.std(ddof=1) / np.sqrt(40)
    assert row["difference"] == pytest.approx(moved.mean())
    assert (row["low"], row["high"]) == pytest.approx((moved.mean() - margin, moved.mean() + margin))


def test_intervals_cover_the_true_share() -> None:
    """Six groups, alike within: with 1.96 errors 91 % would be covered, without heeding groups 66 %."""
    random, times, truth = np.random.default_rng(3), 2_000, float(norm.cdf(0.2))
    groups, members = np.repeat(np.arange(6), 20), np.ones(120)
    rows = pd.DataFrame({"id_kelompok": groups.astype(str), "id_rt": [str(k) for k in range(120)]})
    caught = 0
    for _time in range(times):
        level = random.normal(0, np.sqrt(0.3), 6)[groups] + random.normal(0, np.sqrt(0.7), 120)
        poor = (level < 0.2).astype(float)
        interval = logit_interval(poor.mean(), *error_of(influence_of(poor, members), rows))
        caught += interval.low <= truth <= interval.high
    assert binom.ppf(RARE / 2, times, TRULY[0]) <= caught <= binom.ppf(1 - RARE / 2, times, TRULY[1])


def test_groups_that_are_alike_by_chance_do_not_narrow_the_interval() -> None:
    groups = [f"K{place % 4}" for place in range(40)]  # two or three poor households each
    poor = ([50.0] * 4 + [200.0] * 12) * 2 + [50.0] * 2 + [200.0] * 6
    alone, grouped = found(poor, None).table.iloc[0], found(poor, None, id_kelompok=groups).table.iloc[0]
    assert grouped["low"] <= alone["low"]
    assert grouped["high"] >= alone["high"]


def test_all_or_none_below_the_line_has_no_interval() -> None:
    row = found([50.0] * 20, None).table.iloc[0]
    assert row["p0"] == 1.0
    assert pd.isna(row["low"])


def test_households_not_told_in_both_waves_are_left_out() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 10 + [200.0] * 20)
    survey.loc[(survey["gelombang"] == 1) & (survey["id_rt"] == "RT-0000"), "belanja_lain"] = np.nan
    answer = poverty.headcount(survey, homes, LINES)
    assert isinstance(answer, Poverty)
    assert list(answer.table["households"]) == [29, 29]


def test_without_a_line_or_spending_nothing_is_counted() -> None:
    homes, survey = spending([50.0] * 20, None)
    assert "garis kemiskinan" in reason(poverty.headcount(survey, homes, LINES.iloc[:0]))
    assert "garis kemiskinan" in reason(poverty.headcount(survey, homes, LINES[LINES["tahun"] == 2025]))
    assert "Belanja lengkap" in reason(poverty.headcount(survey.drop(columns=["belanja_lain"]), homes, LINES))
    assert "Belanja lengkap" in reason(poverty.headcount(survey.iloc[:9], homes, LINES))


def test_inputs_are_not_changed() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 10 + [200.0] * 20)
    copies = [one.copy(deep=True) for one in (homes, survey, LINES)]
    poverty.headcount(survey, homes, LINES)
    for one, copy in zip((homes, survey, LINES), copies, strict=True):
        pd.testing.assert_frame_equal(one, copy)


@pytest.mark.parametrize(("poor", "shown"), [(9, False), (10, True), (20, True), (21, False)])
def test_the_public_sees_a_rate_only_with_ten_on_either_side(poor: int, shown: bool) -> None:
    answer = found([50.0] * poor + [200.0] * (30 - poor), None)
    public = release(answer, audience="public", language="id").result
    assert bool(public.table["p0"].notna().iloc[0]) is shown
    assert poverty.key_figures(public)["poverty_first"] == (
        pytest.approx(poor / 30) if shown else pytest.approx(float("nan"), nan_ok=True)
    )
