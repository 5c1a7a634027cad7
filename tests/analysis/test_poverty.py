"""Poverty by expenditure and income: published examples, persons against households, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import BASELINE, ENDLINE
from commodity_cases import reference
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from pasar_nb.analysis import poverty
from pasar_nb.analysis.poverty import LivingStandard, Poverty
from pasar_nb.analysis.poverty.shares import join_small
from pasar_nb.disclosure import is_hidden, release
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary.poverty import class_label, class_limits

PUBLISHED = reference("poverty_haughton_khandker_2009")
LINES = pd.DataFrame(
    {"tahun": [2024, 2025], "garis_kemiskinan": [100.0, 110.0], "umk": [500.0, 550.0], "sumber": "BPS"}
)
PARTS = (
    "belanja_makanan",
    "belanja_pendidikan_kesehatan",
    "belanja_transport_komunikasi",
    "belanja_rumah",
    "belanja_transfer",
    "belanja_lain",
)
MONEY = st.floats(0.01, 1e6)


def reason(value: object) -> str:
    assert isinstance(value, NotEstimable)
    return str(value.reason)


def spending(
    first: list[float],
    last: list[float] | None,
    members: list[int] | None = None,
    income: float | None = None,
    **traits: object,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Households with a spending per head in one wave or two, all of it food; income is a multiple of it."""
    ids = [f"RT-{place:04d}" for place in range(len(first))]
    size = members or [1] * len(first)
    waves = [(0, BASELINE, first)] if last is None else [(0, BASELINE, first), (1, ENDLINE, last)]
    rows = [
        {"id_rt": one, "gelombang": wave, "tanggal": day, "jumlah_anggota": people}
        | dict.fromkeys(PARTS, 0.0)
        | {"belanja_makanan": amount * people}
        | ({} if income is None else {"pendapatan_rt": amount * people * income})
        for wave, day, amounts in waves
        for one, amount, people in zip(ids, amounts, size, strict=True)
    ]
    return pd.DataFrame({"id_rt": ids, "studi": "peserta"} | traits), pd.DataFrame(rows)


def assessed(*given: Any, acuan: pd.DataFrame = LINES, **more: Any) -> LivingStandard:
    homes, survey = spending(*given, **more)
    return poverty.assess(survey, homes, acuan)


def found(*given: Any, **more: Any) -> Poverty:
    answer = assessed(*given, **more).spending
    assert isinstance(answer, Poverty)
    return answer


def poor_row(answer: Poverty, moment: str = "awal") -> Any:
    table = answer.classes
    return table[(table["kelas"] == "miskin") & (table["moment"] == moment)].iloc[0]


# Indices


def test_indices_are_the_published_ones() -> None:
    incomes = np.array(PUBLISHED["incomes"], dtype="float64")
    for order, name in enumerate(("p0", "p1", "p2")):
        index = poverty.fgt(incomes, PUBLISHED["line"], order)
        assert index == pytest.approx(PUBLISHED[name], abs=PUBLISHED["tolerance"])


def test_who_is_at_the_line_is_not_poor() -> None:
    assert [poverty.fgt(np.array([100.0]), 100.0, order) for order in (0, 1, 2)] == [0.0, 0.0, 0.0]
    assert poverty.fgt(np.array([99.0]), 100.0, 0) == 1.0


def test_a_loss_counts_as_nothing_earned() -> None:
    assert [poverty.fgt(np.array([-50.0]), 100.0, order) for order in (0, 1, 2)] == [1.0, 1.0, 1.0]


def test_another_order_is_refused() -> None:
    with pytest.raises(UsageError, match="order = 3"):
        poverty.fgt(np.array([1.0]), 2.0, 3)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(1, 1e6))
def test_each_index_is_no_larger_than_the_one_before(values: list[float], line: float) -> None:
    indices = [poverty.fgt(np.array(values), line, order) for order in (0, 1, 2)]
    assert 0 <= indices[2] <= indices[1] + 1e-12 <= indices[0] + 2e-12 <= 1 + 2e-12


@given(st.lists(st.floats(1, 1e4), min_size=1, max_size=20), st.floats(1, 1e4), st.floats(0.01, 100))
def test_another_currency_changes_no_index(values: list[float], line: float, rate: float) -> None:
    amounts = np.array(values)
    for order in (1, 2):
        scaled = poverty.fgt(amounts * rate, line * rate, order)
        assert scaled == pytest.approx(poverty.fgt(amounts, line, order), abs=1e-9)
    assert poverty.gini(amounts * rate) == pytest.approx(poverty.gini(amounts), abs=1e-9)


def test_gini_by_hand() -> None:
    # 2 (1x1 + 2x2 + 3x3 + 4x4) / (4 x 10) - 5/4 = 60/40 - 50/40
    assert poverty.gini(np.array([4.0, 1.0, 3.0, 2.0])) == pytest.approx(0.25)


def test_gini_of_one_who_has_all_is_all_but_his_own_part() -> None:
    assert poverty.gini(np.array([0.0, 0.0, 0.0, 8.0])) == pytest.approx(3 / 4)


@given(st.integers(1, 30), MONEY)
def test_equal_incomes_have_no_inequality(count: int, amount: float) -> None:
    assert poverty.gini(np.full(count, amount)) == pytest.approx(0, abs=1e-9)


@given(st.lists(st.tuples(MONEY, st.integers(1, 8)), min_size=1, max_size=12))
def test_gini_is_half_the_mean_distance_of_two_persons_over_the_mean(homes: list[tuple[float, int]]) -> None:
    values = np.array([amount for amount, _members in homes])
    members = np.array([float(count) for _amount, count in homes])
    persons = np.repeat(values, members.astype(int))
    distance = np.abs(persons[:, None] - persons[None, :]).mean()
    assert poverty.gini(values, members) == pytest.approx(distance / (2 * persons.mean()), abs=1e-9)


def test_less_than_nothing_has_no_gini() -> None:
    assert np.isnan(poverty.gini(np.array([-1.0, 5.0])))
    assert np.isnan(poverty.gini(np.zeros(3)))


# Who is counted


def test_persons_are_counted_and_not_households() -> None:
    # 12 poor households of five, 12 others of one: half of the households, five sixths of the persons
    row = poor_row(found([50.0] * 12 + [200.0] * 12, None, [5] * 12 + [1] * 12))
    assert row["share"] == pytest.approx(60 / 72)
    assert (row["n"], row["households"], row["share_households"]) == (12, 24, 0.5)
    assert row["gap"] == pytest.approx(0.5 * 60 / 72)
    assert row["severity"] == pytest.approx(0.25 * 60 / 72)


def test_each_wave_meets_the_line_of_its_own_year() -> None:
    # 105 is above the line of 2024 and below that of 2025
    answer = found([105.0] * 12 + [50.0] * 12, [105.0] * 12 + [50.0] * 12)
    assert [poor_row(answer, moment)["share"] for moment in ("awal", "akhir")] == [0.5, 1.0]
    assert [poor_row(answer, moment)["line"] for moment in ("awal", "akhir")] == [100.0, 110.0]
    assert answer.changes["difference"].iloc[0] == 0.5


def test_households_not_told_in_both_waves_are_left_out() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 10 + [200.0] * 20)
    survey.loc[(survey["gelombang"] == 1) & (survey["id_rt"] == "RT-0000"), "belanja_lain"] = np.nan
    answer = poverty.assess(survey, homes, LINES).spending
    assert isinstance(answer, Poverty)
    assert set(answer.classes["households"]) == {29}


def test_the_arms_are_told_apart_and_a_small_one_is_left_out() -> None:
    arms = ["peserta"] * 30 + ["pembanding"] * 30
    both = found([50.0] * 15 + [200.0] * 35 + [50.0] * 10, None, studi=arms)
    assert [poor_row_of(both, arm)["n"] for arm in ("peserta", "pembanding")] == [15, 10]
    arms = ["peserta"] * 51 + ["pembanding"] * 9
    assert set(found([50.0] * 30 + [200.0] * 30, None, studi=arms).classes["group"]) == {"peserta"}


def poor_row_of(answer: Poverty, arm: str) -> Any:
    table = answer.classes
    return table[(table["kelas"] == "miskin") & (table["group"] == arm)].iloc[0]


def test_a_last_wave_without_its_line_is_left_out_and_its_year_named() -> None:
    answer = found([50.0] * 15 + [200.0] * 15, [50.0] * 30, acuan=LINES[LINES["tahun"] == 2024])
    assert (answer.first, answer.last, answer.missing) == (0, 0, (2025,))
    assert set(answer.classes["moment"]) == {"awal"}
    assert answer.changes.empty


def test_a_wave_is_never_told_by_those_of_its_households_whose_year_has_a_line() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 30)
    survey.loc[survey.index[-3:], "tanggal"] = pd.Timestamp("2026-01-04")
    answer = poverty.assess(survey, homes, LINES).spending
    assert isinstance(answer, Poverty)
    assert (answer.last, answer.missing) == (0, (2026,))


def test_few_pairs_leave_the_baseline() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 30)
    answer = poverty.assess(survey.iloc[:39], homes, LINES).spending  # nine were seen again
    assert isinstance(answer, Poverty)
    assert (answer.last, set(answer.classes["households"])) == (0, {30})


def test_without_a_line_or_spending_nothing_is_counted() -> None:
    homes, survey = spending([50.0] * 20, None)

    def why(asked: pd.DataFrame, acuan: pd.DataFrame) -> str:
        return reason(poverty.assess(asked, homes, acuan).spending)

    assert "tahun 2024" in why(survey, LINES.iloc[:0])
    assert "Isilah kolom garis_kemiskinan" in why(survey, LINES[LINES["tahun"] == 2025])
    assert "Isilah kolom garis_kemiskinan" in why(survey, LINES.drop(columns=["garis_kemiskinan"]))
    assert "belanja lengkap" in why(survey.drop(columns=["belanja_lain"]), LINES)
    assert "belanja lengkap" in why(survey.drop(columns=["jumlah_anggota"]), LINES)
    assert "belanja lengkap" in why(survey.iloc[:9], LINES)
    assert "belanja lengkap" in why(survey.assign(gelombang=1), LINES)


def test_without_complete_spending_income_is_the_main_one() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, None, income=0.9)
    answer = poverty.assess(survey.drop(columns=["belanja_lain"]), homes, LINES)
    assert isinstance(answer.spending, NotEstimable)
    assert isinstance(answer.main, Poverty)
    assert answer.main.basis == "pendapatan"


def test_income_and_spending_are_told_apart() -> None:
    # income is half more than spending: 80 is below the line, 120 above it
    answer = assessed([80.0] * 15 + [50.0] * 15 + [200.0] * 15, None, income=1.5)
    assert isinstance(answer.spending, Poverty)
    assert isinstance(answer.income, Poverty)
    assert [poor_row(one)["n"] for one in (answer.spending, answer.income)] == [30, 15]


def test_inputs_are_not_changed() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, [50.0] * 10 + [200.0] * 20, income=1.2)
    copies = [one.copy(deep=True) for one in (homes, survey, LINES)]
    poverty.assess(survey, homes, LINES)
    for one, copy in zip((homes, survey, LINES), copies, strict=True):
        pd.testing.assert_frame_equal(one, copy)


# Intervals by hand


def test_without_groups_the_error_of_a_share_is_the_usual_one() -> None:
    row = poor_row(found([50.0] * 10 + [200.0] * 30, None))
    error = np.sqrt(0.25 * 0.75 / 39)  # with n - 1, as for a mean
    reach = t.ppf(0.975, 39) * error / (0.25 * 0.75)
    middle = np.log(0.25 / 0.75)
    low, high = (1 / (1 + np.exp(-(middle + sign * reach))) for sign in (-1, 1))
    assert (row["low"], row["high"]) == pytest.approx((low, high))


def test_the_change_s_error_is_that_of_paired_differences() -> None:
    first, last = [50.0] * 20 + [200.0] * 20, [50.0] * 12 + [200.0] * 26 + [50.0] * 2
    row = found(first, last).changes.iloc[0]
    moved = (np.array(last) < 110).astype(float) - (np.array(first) < 100).astype(float)
    margin = t.ppf(0.975, 39) * moved.std(ddof=1) / np.sqrt(40)
    assert row["difference"] == pytest.approx(moved.mean())
    assert (row["low"], row["high"]) == pytest.approx((moved.mean() - margin, moved.mean() + margin))
    # Bloom 1995: the critical value and that of a power of 80 per cent, times the error
    assert row["detectable"] == pytest.approx(margin * (1 + t.ppf(0.8, 39) / t.ppf(0.975, 39)))


def test_groups_that_are_alike_by_chance_do_not_narrow_the_interval() -> None:
    groups = [f"K{place % 4}" for place in range(40)]  # two or three poor households each
    poor = ([50.0] * 4 + [200.0] * 12) * 2 + [50.0] * 2 + [200.0] * 6
    alone, grouped = poor_row(found(poor, None)), poor_row(found(poor, None, id_kelompok=groups))
    assert grouped["low"] <= alone["low"]
    assert grouped["high"] >= alone["high"]


def test_all_or_none_below_the_line_has_no_interval() -> None:
    row = poor_row(found([50.0] * 20, None))
    assert row["share"] == 1.0
    assert pd.isna(row["low"])
    assert pd.isna(row["gap_low"])  # all equally far below: nothing tells how they differ


def test_gap_and_severity_of_fewer_than_ten_poor_have_no_interval() -> None:
    amounts = list(np.linspace(40, 90, 9)) + [200.0] * 30
    row = poor_row(found(amounts, None))
    assert row["gap"] > 0
    assert pd.isna(row["gap_low"])
    assert pd.isna(row["severity_low"])
    assert pd.notna(poor_row(found([*amounts, 60.0], None))["gap_low"])


def test_when_no_household_moves_the_change_has_no_interval() -> None:
    row = found([50.0] * 15 + [200.0] * 15, [50.0] * 15 + [200.0] * 15).changes.iloc[0]
    assert row["difference"] == 0
    assert pd.isna(row["low"])


# Classes


def test_classes_begin_at_multiples_of_the_line() -> None:
    amounts = [99.0, 100.0, 149.0, 150.0, 349.0, 350.0, 1_700.0, 1_701.0]
    expected = ["miskin", *["rentan_miskin"] * 2, *["menuju_menengah"] * 2, *["menengah"] * 2, "atas"]
    table = found([one for one in amounts for _household in range(10)], None).classes
    counts = {code: expected.count(code) * 10 for code in dict.fromkeys(expected)}
    assert dict(zip(table["kelas"], table["n"], strict=True)) == counts


def test_small_classes_are_joined_from_the_top_but_the_poor_stay_alone() -> None:
    codes = ["miskin", "rentan_miskin", "menuju_menengah", "menengah", "atas"]
    placed = np.array([[0] * 4 + [1] * 12 + [2] * 11 + [3] * 8 + [4] * 5])
    (numbers,), names = join_small([placed], codes)
    assert names == ["miskin", "rentan_miskin", "menuju_menengah", "menengah:atas"]
    assert list(np.bincount(numbers[0])) == [4, 12, 11, 13]
    few = np.array([[0] * 4 + [1] * 3 + [4] * 2])
    assert join_small([few], codes)[1] == ["miskin", "rentan_miskin:atas"]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=80))
def test_joining_loses_nobody_and_leaves_no_small_class_but_the_poor(classes: list[int]) -> None:
    codes = ["miskin", "rentan_miskin", "menuju_menengah", "menengah", "atas"]
    (numbers,), names = join_small([np.array([classes])], codes)
    counts = np.bincount(numbers[0], minlength=len(names))
    assert counts.sum() == len(classes)
    assert counts[0] == classes.count(0)
    assert len(names) == 2 or min(counts[1:]) >= 10


def test_classes_are_named_with_their_limits() -> None:
    assert str(class_label("menuju_menengah")) == "Menuju kelas menengah"
    assert str(class_label("menengah:atas")) == "Kelas menengah ke atas"
    assert str(class_label("rentan_miskin:atas")) == "Tidak miskin"
    assert str(class_label("rentan_miskin:menuju_menengah")) == "Rentan miskin sampai Menuju kelas menengah"
    limits = [str(class_limits(one)) for one in ("miskin", "rentan_miskin", "atas", "menengah:atas")]
    assert limits == ["kurang dari 1", "1 sampai 1,5", "lebih dari 17", "3,5 atau lebih"]


def test_shares_of_the_classes_add_up_and_so_do_their_changes() -> None:
    random = np.random.default_rng(4)
    first, last = (list(120 * np.exp(random.normal(0, 0.8, 200))) for _wave in range(2))
    answer = found(first, last, [1 + place % 5 for place in range(200)])
    assert answer.classes.groupby("moment")["share"].sum().to_list() == pytest.approx([1, 1])
    assert answer.changes["difference"].sum() == pytest.approx(0, abs=1e-12)


# The minimum wage


def test_income_of_the_household_is_compared_with_the_wage_of_its_year() -> None:
    # 520 is above the wage of 2024 and below that of 2025; who earns just the wage does not exceed it
    homes, survey = spending([520.0] * 20 + [500.0] * 20, [520.0] * 20 + [600.0] * 20, income=1.0)
    answer = poverty.assess(survey, homes, LINES).wage
    assert not isinstance(answer, NotEstimable)
    above = answer.table[answer.table["kelas"] == "di_atas_umk"]
    assert list(above["n"]) == [20, 20]
    assert list(above["line"]) == [500.0, 550.0]
    counted = survey.loc[survey["gelombang"] == 1, "pendapatan_rt"] > 550
    assert counted.sum() == 20


def test_household_size_is_not_needed_for_the_wage() -> None:
    homes, survey = spending([400.0] * 15 + [600.0] * 15, None, income=1.0)
    answer = poverty.assess(survey.drop(columns=["jumlah_anggota"]), homes, LINES)
    assert not isinstance(answer.wage, NotEstimable)
    assert answer.wage.table["share"].to_list() == [0.5, 0.5]


def test_without_a_wage_the_year_to_fill_is_named() -> None:
    answer = assessed([400.0] * 15 + [600.0] * 15, None, income=1.0, acuan=LINES.drop(columns=["umk"]))
    assert "tahun 2024" in reason(answer.wage)
    assert "kolom umk" in reason(answer.wage)


# Disclosure


@pytest.mark.parametrize(("poor", "shown"), [(9, False), (10, True), (20, True), (21, False)])
def test_the_public_sees_a_rate_only_with_ten_on_either_side(poor: int, shown: bool) -> None:
    answer = assessed([50.0] * poor + [200.0] * (30 - poor), None)
    public = release(answer, audience="public", language="id").result
    assert isinstance(public.spending, Poverty)
    assert bool(public.spending.classes["share"].notna().all()) is shown
    assert poverty.key_figures(public)["poverty_first"] == (pytest.approx(poor / 30) if shown else None)


def test_a_hidden_class_takes_another_with_it_and_all_that_would_tell_it() -> None:
    answer = found([50.0] * 6 + [120.0] * 20 + [200.0] * 15, [50.0] * 12 + [120.0] * 14 + [200.0] * 15)
    public = release(answer, audience="public", language="id").result
    first = public.classes[public.classes["moment"] == "awal"].set_index("kelas")
    assert is_hidden(first.loc["miskin", "n"])
    assert sum(map(is_hidden, first["n"])) == 2
    hidden = first[first["n"].map(is_hidden)]
    assert hidden[["share", "low", "high", "gap", "severity", "share_households"]].isna().all().all()
    changed = public.changes.set_index("kelas")
    assert changed.loc["miskin", ["difference", "gap", "severity"]].isna().all()
    assert sum(map(is_hidden, changed["n"])) == 2
    last = public.classes[public.classes["moment"] == "akhir"].set_index("kelas")
    assert last.loc["miskin", "n"] == 10  # 12, rounded: a small class of one wave hides no other wave


@pytest.mark.parametrize(("left", "shown"), [(9, False), (10, True)])
def test_the_change_of_a_share_that_few_households_make_is_for_the_owner(left: int, shown: bool) -> None:
    """Of 60 households, a change of 15.0 points would be nine."""
    answer = found([50.0] * 30 + [200.0] * 30, [50.0] * (30 - left) + [200.0] * (30 + left))
    assert answer.changes["difference"].notna().all()
    public = release(answer, audience="public", language="id").result
    columns = ["difference", "low", "high", "detectable"]
    assert public.changes[columns].notna().all(axis=None) == shown
    assert public.changes[columns].isna().all(axis=None) != shown
    assert public.classes["share"].notna().all()


def test_a_lone_hidden_change_takes_another_with_it_as_all_add_up_to_nought() -> None:
    first = [50.0] * 30 + [120.0] * 30 + [200.0] * 30
    last = [50.0] * 15 + [120.0] * 15 + [120.0] * 30 + [200.0] * 30
    found_in = found(first, last).changes.set_index("kelas")["exposing"]
    assert found_in.to_dict() == {
        "miskin": False,
        "rentan_miskin": True,
        "menuju_menengah:atas": True,
    }


def test_public_shares_are_those_of_rounded_counts() -> None:
    answer = found([50.0] * 17 + [200.0] * 26, None)
    public = release(answer, audience="public", language="id").result
    assert public.classes["share"].to_list() == pytest.approx([15 / 45, 25 / 45])


def test_key_figures_say_why_or_what() -> None:
    figures = poverty.key_figures(assessed([50.0] * 15 + [200.0] * 15, [50.0] * 10 + [200.0] * 20))
    assert figures["poverty_first"] == 0.5
    assert figures["poverty_last"] == pytest.approx(1 / 3)
    assert figures["poverty_gap_first"] == pytest.approx(0.25)
    assert "pendapatan" in reason(figures["poverty_by_income_first"])
    assert "pendapatan" in reason(figures["above_minimum_wage_last"])
