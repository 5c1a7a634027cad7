"""How many rose and fell, whether by chance, and the change in standard deviations."""

from __future__ import annotations

import numpy as np
import pytest
from change_cases import assess, panel, price_index
from commodity_cases import reference
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from pasar_nb.analysis.change import PairedChange, Shift, shift_of
from pasar_nb.analysis.change.shifts import sign_flip
from pasar_nb.analysis.change.standardised import Standardised, standardise
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

PUBLISHED = reference("shifts_published")
LEVEL = 0.05


def p_of(shift: Shift) -> float:
    assert isinstance(shift.p_value, float)
    return shift.p_value


def around(share: float, times: int) -> tuple[float, float]:
    """Give what a simulation may find of a true share: three standard errors on either side."""
    slack = 3 * np.sqrt(share * (1 - share) / times)
    return share - slack, share + slack


# Published figures


def test_all_turns_of_the_signs_are_counted_as_fisher_did_by_hand() -> None:
    figure = PUBLISHED["fisher"]
    assert sign_flip(np.array(figure["differences"], dtype=float)) == figure["as_far"] / figure["turns"]


def test_wilcoxon_of_the_depression_scale_is_the_published_one() -> None:
    figure = PUBLISHED["wilcoxon"]
    change = np.array(figure["after"]) - np.array(figure["before"])
    ranks = np.sign(change) * stats.rankdata(np.abs(change))
    assert -ranks[ranks < 0].sum() == figure["statistic"]
    assert sign_flip(2 * ranks) / 2 == pytest.approx(figure["one_sided_p"], abs=figure["tolerance"])


def test_exact_mcnemar_of_the_transplanted_children_is_the_published_one() -> None:
    figure = PUBLISHED["mcnemar"]
    sizes = [figure[name] for name in ("yes_yes", "yes_no", "no_yes", "no_no")]
    before, after = np.repeat([1.0, 1.0, 0.0, 0.0], sizes), np.repeat([1.0, 0.0, 1.0, 0.0], sizes)
    found = shift_of(before, after, yes_no=True)
    assert p_of(found) == pytest.approx(figure["p_value"], abs=figure["tolerance"])
    assert (found.test, found.rose, found.fell) == ("mcnemar", 7 / 21, 1 / 21)


# The classical tests are the case of groups of one


@pytest.mark.parametrize("n", [12, 16, 17, 25, 45])
def test_groups_of_one_give_the_exact_signed_rank_test(n: int) -> None:
    random = np.random.default_rng(n)
    before = random.normal(0, 1, n)
    after = before + random.normal(0.4, 1, n)
    expected = stats.wilcoxon(after - before, method="exact").pvalue
    alone = shift_of(before, after, yes_no=False, clusters=np.arange(n))
    assert p_of(alone) == pytest.approx(expected, abs=1e-3)  # from 17 on an approximation
    assert p_of(shift_of(before, after, yes_no=False)) == p_of(alone)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 60), st.integers(0, 60))
def test_without_groups_yes_and_no_give_the_exact_binomial(rose: int, fell: int) -> None:
    before = np.repeat([0.0, 1.0, 1.0], [rose, fell, 10])
    after = np.repeat([1.0, 0.0, 1.0], [rose, fell, 10])
    found = shift_of(before, after, yes_no=True)
    if rose + fell == 0:
        assert isinstance(found.p_value, NotEstimable)
    else:
        assert p_of(found) == pytest.approx(stats.binomtest(rose, rose + fell).pvalue)
    assert found.rose + found.fell + found.same == pytest.approx(1)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 1_000), st.floats(0.001, 1_000), st.floats(-100, 100))
def test_another_unit_or_the_other_direction_changes_no_test(seed: int, factor: float, shift: float) -> None:
    random = np.random.default_rng(seed)
    before, groups = random.normal(0, 1, 40), np.arange(40) % 8
    after = before + random.normal(0.3, 1, 40)
    plain = shift_of(before, after, yes_no=False, clusters=groups)
    scaled = shift_of(factor * before + shift, factor * after + shift, yes_no=False, clusters=groups)
    turned = shift_of(-before, -after, yes_no=False, clusters=groups)
    assert p_of(scaled) == pytest.approx(p_of(plain))
    assert p_of(turned) == pytest.approx(p_of(plain))
    assert (turned.rose, turned.fell) == (plain.fell, plain.rose)
    assert scaled.standardised == pytest.approx(plain.standardised)


def test_groups_are_turned_as_a_whole() -> None:
    """Six groups of ten, all of each group alike: what counts is six, not sixty."""
    groups = np.repeat(np.arange(6), 10)
    before = np.zeros(60)
    all_up = shift_of(before, before + 1 + groups, yes_no=False, clusters=groups)
    assert p_of(all_up) == 2 / 2**6
    assert p_of(shift_of(before, before + 1 + groups, yes_no=False)) < 1e-10


# No effect, and groups alike within


def null(random: np.random.Generator, *, yes_no: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Twelve groups of unlike size, likeness within groups 0.2, as often up as down."""
    groups = np.repeat(np.arange(12), random.integers(5, 30, 12))
    shared = random.normal(0, np.sqrt(0.2), 12)[groups]
    own = shared + random.normal(0, np.sqrt(0.8), len(groups))
    first = random.normal(0, 1, len(groups))
    if yes_no:
        return (first > 0).astype(float), (own > 0).astype(float), groups
    return first, first + own, groups


def test_on_no_effect_one_in_twenty_is_called_clear() -> None:
    random, times = np.random.default_rng(12), 1_000
    found = [shift_of(*parts[:2], yes_no=False, clusters=parts[2]) for parts in
             (null(random, yes_no=False) for _time in range(times))]  # fmt: skip
    low, high = around(LEVEL, times)
    assert max(low, 0.03) <= np.mean([p_of(one) <= LEVEL for one in found]) <= high


def test_the_exact_test_of_yes_and_no_never_calls_too_often() -> None:
    """An exact test of whole numbers stays below its level; at a tenth of it, it would be of no use."""
    random, times = np.random.default_rng(13), 1_000
    parts = [null(random, yes_no=True) for _time in range(times)]
    called = np.mean([p_of(shift_of(a, b, yes_no=True, clusters=g)) <= LEVEL for a, b, g in parts])
    alone = np.mean([p_of(shift_of(a, b, yes_no=True)) <= LEVEL for a, b, _g in parts])
    assert 0.03 <= called <= around(LEVEL, times)[1]
    assert alone > 2 * LEVEL  # what heeding the groups is for


def test_more_than_sixteen_groups_keep_the_level_too() -> None:
    random, times, groups = np.random.default_rng(14), 800, np.repeat(np.arange(24), 6)
    called = 0
    for _time in range(times):
        change = random.normal(0, 0.6, 24)[groups] + random.standard_t(3, len(groups))
        called += p_of(shift_of(np.zeros(len(groups)), change, yes_no=False, clusters=groups)) <= LEVEL
    low, high = around(LEVEL, times)
    assert low <= called / times <= high


# Standard deviations of the baseline


def test_the_standardised_change_by_hand() -> None:
    before = np.arange(1.0, 12.0)  # 11 households, variance 11
    found = standardise(before, before + np.resize([1.0, 2.0, 3.0], 11))
    assert isinstance(found, Standardised)
    assert found.value == pytest.approx((1 - 3 / (4 * 10 - 1)) * (21 / 11) / np.sqrt(11))
    assert found.low < found.value < found.high


@pytest.mark.parametrize("clusters", [None, 12], ids=["households", "12 groups"])
def test_the_interval_of_the_standardised_change_covers(clusters: int | None) -> None:
    random, times, n, true = np.random.default_rng(15), 800, 96, 0.8
    groups = None if clusters is None else np.arange(n) % clusters
    covered = 0
    for _time in range(times):
        before = random.normal(0, 1, n)
        noise = random.normal(0, 0.9, n)
        shared = 0 if groups is None else random.normal(0, 0.4, clusters)[groups]
        found = standardise(before, before + true + noise + shared, groups)
        assert isinstance(found, Standardised)
        covered += found.low <= true <= found.high
    assert around(0.93, times)[0] <= covered / times <= around(0.97, times)[1]


# What cannot be said, and what the public sees


def test_what_cannot_be_tested_is_a_reason() -> None:
    few = shift_of(np.arange(9.0), np.arange(9.0) + 1, yes_no=False)
    assert isinstance(few.p_value, NotEstimable)
    assert isinstance(few.standardised, NotEstimable)
    nobody = shift_of(np.arange(20.0), np.arange(20.0), yes_no=False)
    assert isinstance(nobody.p_value, NotEstimable)
    assert nobody.same == 1
    alike = shift_of(np.full(20, 3.0), np.arange(20.0), yes_no=False)
    assert isinstance(alike.standardised, NotEstimable)
    five = shift_of(np.zeros(50), np.ones(50), yes_no=True, clusters=np.arange(50) % 5)
    assert isinstance(five.p_value, NotEstimable)
    assert "5 kelompok" in str(five.p_value.reason)


def test_a_difference_of_rounding_is_no_change() -> None:
    before = np.full(12, 0.1) * 3
    assert shift_of(before, np.full(12, 0.3), yes_no=False).same == 1


def test_shares_that_tell_of_fewer_than_ten_are_hidden() -> None:
    before = np.linspace(1_000, 2_000, 40)
    for fell, hidden in ((3, True), (15, False)):
        after = before + np.where(np.arange(40) < fell, -50.0, 80.0)
        found = assess(*panel(before, after)).paired
        assert isinstance(found, PairedChange)
        assert found.directions.set_index("direction")["households"].to_dict()["fell"] == fell
        given = assess(*panel(before, after), prices=PRICES)
        shown = release(given, audience="public", language="id").result.paired
        assert isinstance(shown, PairedChange)
        assert bool(shown.directions["share"].isna().all()) is hidden


PRICES = price_index(("2024-01", 100.0, 2022), ("2025-01", 100.0001, 2022))


def test_the_public_never_sees_a_mean_without_a_single_household() -> None:
    """With and without one household, two means tell its change."""
    random = np.random.default_rng(1)
    before = random.normal(1_000, 100, 200)
    change = random.normal(50, 30, 200)
    for extreme, hidden in ((1, True), (14, False)):
        after = before + np.where(np.arange(200) < extreme, 5_000.0, change)
        given = assess(*panel(before, after))
        owner = release(given, audience="internal", language="id").result.paired
        public = release(given, audience="public", language="id").result.paired
        assert isinstance(owner, PairedChange)
        assert isinstance(public, PairedChange)
        row = owner.without_outliers.iloc[0]
        assert (row["left_out"], row["n"]) == (extreme, 200 - extreme)
        assert row["value"] == pytest.approx(change[extreme:].mean())
        assert bool(public.without_outliers["value"].isna().all()) is hidden
