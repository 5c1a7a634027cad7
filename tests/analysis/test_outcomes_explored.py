"""All outcomes beside the primary one: each told as the primary one would be, and judged as one of many."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from change_cases import no_variables, price_index, profile
from outcome_cases import COUNT, PRICES, homes_of, look, one_of, rising, survey_of
from scipy.stats import binom
from statsmodels.stats.contingency_tables import SquareTable

from pasar_nb.analysis import change, outcomes
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.many_outcomes import estimate_each
from pasar_nb.analysis.change.results import Comparison, PairedChange
from pasar_nb.analysis.change.shifts import TOO_FEW_MOVED
from pasar_nb.analysis.multiple_tests import benjamini_hochberg
from pasar_nb.analysis.outcomes import categories
from pasar_nb.analysis.outcomes.categories import Homogeneity, homogeneity
from pasar_nb.analysis.outcomes.results import Difference, Primary, Switched, Unswitched
from pasar_nb.findings import NotEstimable

SURE = 1e-6


def close(found: Estimate | NotEstimable, other: Estimate | NotEstimable) -> None:
    if isinstance(found, NotEstimable) or isinstance(other, NotEstimable):
        assert found == other
        return
    for part in ("value", "low", "high", "standard_error", "p_value", "detectable"):
        assert getattr(found, part) == pytest.approx(getattr(other, part), rel=1e-6), part
    assert (found.method, found.clusters) == (other.method, other.clusters)


@pytest.mark.parametrize(("changed", "told"), [(9, False), (10, True)])
def test_a_yes_or_no_that_fewer_than_ten_changed_is_not_tested(changed: int, told: bool) -> None:
    """Its mean change and error, or its p value alone, would tell how many said what."""
    homes = homes_of(40, groups=None, compared=False)
    place = np.arange(40)
    answers = place == 39, place < changed - 1
    _change, found = look(homes, survey_of(homes, pendapatan_rt=rising(homes, 50), bansos=answers))
    one = one_of(found, "bansos")
    assert isinstance(one.estimate, Estimate) is isinstance(one.p_signs, float) is told


# The same as one by one


@pytest.mark.parametrize("groups", [None, 8, 100], ids=["no groups", "few groups", "many groups"])
@pytest.mark.parametrize("arms", [False, True], ids=["mean", "difference"])
def test_many_outcomes_are_estimated_as_each_alone(groups: int | None, arms: bool) -> None:
    random = np.random.default_rng(3)
    n = 240
    answers = random.normal(1, 2, (n, 6))
    answers[random.random((n, 6)) < 0.1] = np.nan
    answers[:, 1] = answers[:, 0]  # told by the same households as the first
    answers[:, 5] = 4.0  # no variation
    clusters = None if groups is None else (np.arange(n) % groups).astype(np.intp)
    place = np.arange(n) if clusters is None else clusters
    regressor = (place % 2).astype(float) if arms else np.ones(n)
    held = random.normal(size=(n, 2)) if arms else None
    found = estimate_each(list(answers.T), regressor, held, clusters, Drawing(99, 5))
    for column, one in zip(answers.T, found, strict=True):
        told = ~np.isnan(column)
        others = np.column_stack([np.ones(told.sum()), held[told]]) if arms else np.empty((told.sum(), 0))
        codes = None if clusters is None else pd.factorize(clusters[told])[0].astype(np.intp)
        close(one, estimate(Design(column[told], regressor[told], others), codes, draws=99, seed=5))
    assert isinstance(found[5], NotEstimable)


@pytest.mark.parametrize("groups", [None, 8, 40])
def test_an_explored_outcome_is_told_as_if_it_were_the_primary_one(groups: int | None) -> None:
    homes = homes_of(groups=groups)
    homes = homes.assign(usia_kk=30 + np.arange(COUNT) % 23)
    survey = survey_of(
        homes,
        pendapatan_rt=rising(homes, 100),
        pendapatan_usaha=rising(homes, 60, drift=20, seed=2),
        jam_kerja=rising(homes, 0, level=8, seed=3),
        telepon_usaha=(np.arange(COUNT) % 3 == 0, np.arange(COUNT) % 4 < 2),
    )
    survey.loc[survey["id_rt"].isin(homes["id_rt"][:9]) & survey["gelombang"].eq(1), "jam_kerja"] = np.nan
    _changed, found = look(homes, survey, prices=PRICES)
    for name in ("pendapatan_usaha", "jam_kerja", "telepon_usaha"):
        alone, _others = look(homes, survey, prices=PRICES, outcome=name)
        one = one_of(found, name)
        assert isinstance(alone.paired, PairedChange)
        assert one.outcome == alone.outcome
        close(one.estimate, alone.paired.estimate)
        if one.nominal is not None and alone.paired.nominal is not None:
            close(one.nominal, alone.paired.nominal)
        assert one.n == alone.paired.n
        assert (one.outliers, one.same_without_outliers) == (
            alone.paired.outliers,
            alone.paired.same_without_outliers,
        )


def test_a_difference_of_changes_is_that_of_the_primary_rule() -> None:
    homes = homes_of(groups=None)
    survey = survey_of(
        homes, pendapatan_rt=rising(homes, 100), pendapatan_usaha=rising(homes, 60, drift=20, seed=4)
    )
    _changed, found = look(homes, survey)
    alone, _others = look(homes, survey, outcome="pendapatan_usaha")
    difference = one_of(found, "pendapatan_usaha").difference
    assert isinstance(difference, Difference)
    assert isinstance(alone.comparison, Comparison)
    close(difference.estimate, alone.comparison.unadjusted)
    assert difference.n == difference.n_compared == COUNT / 2
    assert difference.verdict == "more"


def test_money_is_told_in_rupiah_of_the_last_month() -> None:
    homes = homes_of(compared=False)
    before = np.full(COUNT, 1_000.0) + np.arange(COUNT)
    survey = survey_of(homes, pendapatan_rt=rising(homes, 1), tabungan=(before, before * 1.1))
    one = one_of(look(homes, survey, prices=PRICES)[1], "tabungan")
    # prices rose by 10 %, and so did savings: nothing changed, down to rounding
    assert one.outcome is not None
    assert one.outcome.real_base == "2025-01"
    assert isinstance(one.nominal, Estimate)
    assert one.nominal.value == pytest.approx(0.1 * before.mean())
    assert one.verdict in ("unclear", "unknown")


# What is corrected for what


def test_the_correction_counts_every_explored_outcome_and_not_the_primary_one() -> None:
    homes = homes_of()
    places = np.arange(COUNT)
    survey = survey_of(
        homes,
        pendapatan_rt=rising(homes, 200),
        pendapatan_usaha=rising(homes, 30, seed=2),
        nilai_jual=rising(homes, 5, seed=5),
        tabungan=rising(homes, 0, seed=6),
        pasar_utama=(np.where(places % 2, "Desa", "Kota"), np.where(places % 3, "Desa", "Kota")),
    )
    _changed, found = look(homes, survey)
    numbers = [one for one in found.explored if isinstance(one.estimate, Estimate)]
    (named,) = found.categories
    assert isinstance(named, Switched)
    raw = [one.estimate.p_value for one in numbers if isinstance(one.estimate, Estimate)]
    assert "pendapatan_rt" not in {one.measure.name for one in found.explored}
    expected = benjamini_hochberg(np.array([*raw, named.p_value]))
    assert [one.p_corrected for one in numbers] == pytest.approx(expected[:-1].tolist())
    assert named.p_corrected == pytest.approx(expected[-1])
    assert found.tested == len(raw) + 1


def test_the_primary_outcome_is_judged_by_holm_over_its_own_tests_only() -> None:
    homes = homes_of()
    changed, found = look(homes, survey_of(homes, pendapatan_rt=rising(homes, 100)))
    assert isinstance(found.primary, Primary)
    assert isinstance(changed.paired, PairedChange)
    assert isinstance(changed.comparison, Comparison)
    assert [one.what for one in found.primary.tests] == ["paired", "did"]
    p = sorted([changed.paired.estimate.p_value, changed.comparison.estimate.p_value])
    corrected = sorted(one.p_corrected for one in found.primary.tests)
    assert corrected == pytest.approx([min(1, 2 * p[0]), max(2 * p[0], p[1])])
    assert (found.primary.verdict, found.primary.effect) == ("rose", "more")


def test_without_a_comparison_there_is_one_test_and_no_effect() -> None:
    homes = homes_of(compared=False)
    survey = survey_of(homes, pendapatan_rt=rising(homes, 100), tabungan=rising(homes, 100, seed=2))
    changed, found = look(homes, survey)
    assert isinstance(found.primary, Primary)
    assert isinstance(changed.paired, PairedChange)
    (only,) = found.primary.tests
    assert only.p_corrected == changed.paired.estimate.p_value
    assert found.primary.effect == "not_compared"
    assert found.uncompared is not None
    assert all(one.difference is None for one in found.explored)


def test_arms_that_were_never_alike_are_not_compared_on_anything() -> None:
    homes = homes_of()
    before, after = rising(homes, 100)
    apart = 300 * (homes["studi"] == "pembanding").to_numpy()
    survey = survey_of(
        homes, pendapatan_rt=(before + apart, after + apart), tabungan=rising(homes, 100, seed=2)
    )
    _changed, found = look(homes, survey)
    assert found.uncompared is not None
    assert all(one.difference is None for one in found.explored)


def test_an_outcome_that_was_apart_at_baseline_is_left_out_of_the_comparison() -> None:
    homes = homes_of()
    before, after = rising(homes, 100, seed=2)
    apart = 80 * (homes["studi"] == "pembanding").to_numpy()
    survey = survey_of(homes, pendapatan_rt=rising(homes, 100), tabungan=(before + apart, after + apart))
    found = one_of(look(homes, survey)[1], "tabungan")
    assert isinstance(found.difference, NotEstimable)
    assert found.verdict == "rose"


# What cannot be said


def test_reasons_by_outcome() -> None:
    homes = homes_of(compared=False)
    few = np.where(np.arange(COUNT) < 9, 1.0, np.nan)
    survey = survey_of(
        homes,
        pendapatan_rt=rising(homes, 100),
        tabungan=(few, few * 2),
        nilai_jual=(np.full(COUNT, np.nan), np.ones(COUNT)),
        volume_jual=(np.ones(COUNT), np.full(COUNT, np.nan)),
        produksi=(np.ones(COUNT), np.full(COUNT, 2.0)),
    )
    _changed, found = look(homes, survey)
    reasons = {
        one.measure.name: one.estimate.reason.text("id")
        for one in found.explored
        if isinstance(one.estimate, NotEstimable)
    }
    assert "Kurang dari 10" in reasons["tabungan"]
    assert "tidak tercatat pada survei awal" in reasons["nilai_jual"].lower()
    assert "Baru ada survei awal" in reasons["volume_jual"]
    assert "perubahan yang sama" in reasons["produksi"]
    assert {one.verdict for one in found.explored} == {"unknown"}
    assert all(math.isnan(one.p_corrected) for one in found.explored)
    assert found.tested == 0


def test_no_survey_at_all_is_no_crash() -> None:
    homes = homes_of()
    empty = survey_of(homes, pendapatan_rt=rising(homes, 1)).iloc[:0]
    given = {"prices": price_index(), "variables": no_variables()}
    changed = change.assess(profile(None), homes, empty, **given)
    found = outcomes.explore(profile(None), homes, empty, changed=changed, **given)
    assert not found.explored
    assert isinstance(found.primary, NotEstimable)


def test_inputs_are_not_changed() -> None:
    homes = homes_of()
    survey = survey_of(homes, pendapatan_rt=rising(homes, 100), tabungan=rising(homes, 0, seed=2))
    kept = homes.copy(), survey.copy()
    look(homes, survey)
    pd.testing.assert_frame_equal(homes, kept[0])
    pd.testing.assert_frame_equal(survey, kept[1])


def test_of_outcomes_that_did_not_change_one_in_twenty_looks_clear_until_corrected() -> None:
    """Eighty outcomes of one district, drawn from nothing and independent of each other."""
    homes = homes_of(60, groups=None, compared=False)
    names = [f"ukuran_{at:03d}" for at in range(80)]
    survey = survey_of(
        homes,
        pendapatan_rt=rising(homes, 0),
        **{name: rising(homes, 0, seed=at) for at, name in enumerate(names)},
    )
    own = pd.DataFrame({"variabel": names, "nama": names, "satuan": "kg", "jenis": "angka", "arah": "naik"})
    found = look(homes, survey, variables=own)[1]
    raw = [one.estimate.significant for one in found.explored if isinstance(one.estimate, Estimate)]
    assert binom.ppf(SURE, len(raw), 0.05) <= sum(raw) <= binom.ppf(1 - SURE, len(raw), 0.05)
    assert len(found.clear) < sum(raw)
    assert len(found.clear) <= 2  # any at all in one of twenty such districts


# Names


def switch_of(
    before: object, after: object, clusters: object = None, *, draws: int = 1_999, seed: int = 1
) -> Homogeneity:
    answers = (np.asarray(one, dtype="object") for one in (before, after))
    groups = None if clusters is None else np.asarray(clusters)
    found = homogeneity(*answers, groups, Drawing(draws, seed))
    assert isinstance(found, Homogeneity)
    return found


def test_the_statistic_of_names_is_that_of_stuart_and_maxwell() -> None:
    # Stuart 1955: unaided vision of 7,477 women, right eye by left
    vision = np.array([[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]])
    rows, columns = np.nonzero(np.ones((4, 4)))
    found = switch_of(np.repeat(rows, vision.ravel()), np.repeat(columns, vision.ravel()))
    assert found.statistic == pytest.approx(11.96, abs=0.005)  # Stuart 1955, p. 415
    assert found.freedom == 3
    usual = SquareTable(vision, shift_zeros=False).homogeneity()
    assert found.statistic == pytest.approx(usual.statistic)
    drawn = [binom.ppf(tail, 1_999, usual.pvalue) for tail in (SURE, 1 - SURE)]
    assert drawn[0] <= 2_000 * found.p_value - 1 <= drawn[1]


def test_an_answer_that_nobody_moved_to_or_from_does_not_disturb() -> None:
    found = switch_of(["a"] * 30 + ["b"] * 10 + ["c"] * 5, ["a"] * 15 + ["b"] * 15 + ["b"] * 10 + ["c"] * 5)
    assert (found.statistic, found.freedom) == (pytest.approx(15.0), 1)  # McNemar: (15 - 0)^2 / 15
    assert found.p_value == 2 / 2**15  # all fifteen to one side


@pytest.mark.parametrize("back", [0, 2])
def test_all_of_a_group_turn_back_together(back: int) -> None:
    """Seven groups of five moved on, or five moved on and two back, by hand."""
    groups = np.repeat(np.arange(7), 5)
    on = groups >= back
    found = switch_of(np.where(on, "a", "b"), np.where(on, "b", "a"), groups)
    assert found.statistic == pytest.approx((35 - 10 * back) ** 2 / 35)
    as_far = 2 * sum(math.comb(7, others) for others in range(back + 1))
    assert found.p_value == as_far / 2**7
    assert found.clusters == 7


def test_turns_that_are_drawn_are_those_that_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(5)
    groups = np.arange(160) % 16
    leaning = random.dirichlet(np.full(4, 4.0), 16)
    before = random.integers(0, 4, 160)
    after = np.array([random.choice(4, p=leaning[group]) for group in groups])
    counted = switch_of(before, after, groups).p_value
    assert 0.1 < counted < 0.9
    bounds = [binom.ppf(tail, 1_999, counted) / 1_999 for tail in (SURE, 1 - SURE)]
    monkeypatch.setattr(categories, "_ENUMERATED", 0)
    drawn = switch_of(before, after, groups)
    assert bounds[0] <= drawn.p_value <= bounds[1] + 1 / 1_999
    assert drawn == switch_of(before, after, groups)
    assert drawn.p_value != switch_of(before, after, groups, seed=3).p_value


def test_the_sum_of_very_many_groups_that_turn_is_normal(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(5)
    before, after, groups = *random.integers(0, 4, (2, 400)), np.arange(400) // 4
    drawn = switch_of(before, after, groups).p_value
    monkeypatch.setattr(categories, "_DRAWN", 0)
    assert 0.1 < drawn < 0.9
    assert switch_of(before, after, groups).p_value == pytest.approx(drawn, abs=0.07)  # 4 errors of drawing


def test_groups_that_move_as_one_are_no_change_oftener_than_announced() -> None:
    """Of eight groups every one leans to one side by chance; as independent, 19 in 100 look clear."""
    random, groups, clear = np.random.default_rng(5), np.repeat(np.arange(8), 14), 0
    repeats = 300
    for _repeat in range(repeats):
        moved, up = random.random(112) < 0.4, random.random(112) < random.beta(1.5, 1.5, 8)[groups]
        stays = random.integers(0, 2, 112).astype(bool)
        before, after = np.where(moved, ~up, stays), np.where(moved, up, stays)
        clear += switch_of(before, after, groups).p_value < 0.05
    assert clear <= binom.ppf(1 - SURE, repeats, 0.05)


def test_many_answers_of_few_households_do_not_hide_a_change() -> None:
    """With the distribution of chi-squared one in a hundred looks clear, as most answers are rare."""
    random, repeats, clear = np.random.default_rng(6), 400, 0
    shares = np.append(0.55, np.full(7, 0.45 / 7))
    for _repeat in range(repeats):
        clear += switch_of(*random.choice(8, (2, 30), p=shares), draws=199).p_value <= 0.05
    assert binom.ppf(0.001, repeats, 0.05) <= clear <= binom.ppf(0.999, repeats, 0.05)


def test_of_fewer_than_five_groups_households_are_independent() -> None:
    before, after = ["a"] * 15 + ["b"] * 10, ["b"] * 15 + ["b"] * 10
    few = switch_of(before, after, np.arange(25) % 4)
    assert few.p_value == switch_of(before, after).p_value
    assert (few.clusters, switch_of(before, after).clusters) == (4, None)


@pytest.mark.parametrize(
    "groups", [np.arange(30) % 5, np.minimum(np.arange(30) // 3, 8)], ids=["five", "of nine"]
)
def test_moves_within_five_groups_are_no_test(groups: npt.NDArray[np.intp]) -> None:
    """The rarest of the 2**5 turns has 2/32 > 5 %."""
    before = np.full(30, "a", dtype="object")
    after = np.where(np.arange(30) < 15, "b", "a").astype("object")
    assert homogeneity(before, after, groups, Drawing(199, 1)) == NotEstimable(categories.TOO_FEW_GROUPS)


def test_the_groups_of_a_district_are_those_of_its_participants() -> None:
    places = np.arange(COUNT)
    moves = (np.full(COUNT, "Desa"), np.where(places % 3, "Desa", "Kota"))
    for groups, told in ((40, 20), (8, 4), (None, None)):
        homes = homes_of(groups=groups)
        (one,) = look(homes, survey_of(homes, pendapatan_rt=rising(homes, 1), pasar_utama=moves))[
            1
        ].categories
        assert isinstance(one, Switched)
        assert one.clusters == told


def test_few_switches_are_no_test() -> None:
    before = np.array(["a"] * 30, dtype="object")
    after = np.array(["a"] * 21 + ["b"] * 9, dtype="object")
    assert homogeneity(before, after, None, Drawing(199, 1)) == NotEstimable(TOO_FEW_MOVED)
    assert isinstance(homogeneity(before[:9], after[:9], None, Drawing(199, 1)), NotEstimable)


def test_names_of_a_single_wave_are_a_reason() -> None:
    homes = homes_of(compared=False)
    survey = survey_of(homes, pendapatan_rt=rising(homes, 1), pasar_utama=(["Desa"] * COUNT, [None] * COUNT))
    (one,) = look(homes, survey)[1].categories
    assert isinstance(one, Unswitched)


# Themes and levels


def test_the_map_of_themes_tells_where_a_change_can_be_computed() -> None:
    homes = homes_of(compared=False)
    nothing = np.full(COUNT, np.nan)
    survey = survey_of(
        homes,
        pendapatan_rt=rising(homes, 1),
        jam_kerja=(nothing, np.ones(COUNT)),
        migrasi_masuk=(np.ones(COUNT), nothing),
        kamar=rising(homes, 1, seed=2),
    )
    own = pd.DataFrame(
        [{"variabel": "kamar", "nama": "Kamar", "satuan": "kamar", "jenis": "angka", "arah": "naik"}]
    )
    _changed, found = look(homes, survey, variables=own)
    themes = {one.theme: one for one in found.coverage}
    assert list(themes)[-1] is None
    assert [one.text("id") for one in themes[None].both] == ["Kamar"]
    assert [one.text("id") for one in themes["pendapatan_konsumsi"].both] == ["Pendapatan rumah tangga"]
    assert [one.text("id") for one in themes["tenaga_kerja"].only_last] == ["Jam kerja"]
    assert [one.text("id") for one in themes["peluang_ekonomi"].only_first] == ["Anggota yang datang"]
    assert [one.text("id") for one in themes["tenaga_kerja"].absent] == ["Jumlah pekerja"]
    assert not themes["persepsi"].both
    assert len(themes["persepsi"].absent) == 3


def test_levels_and_movements_by_hand() -> None:
    homes = homes_of(20, groups=None, compared=False)
    before = np.array([1.0] * 10 + [3.0] * 10)
    after = np.array([2.0] * 6 + [1.0] * 4 + [3.0] * 7 + [0.0] * 3)
    yes = np.array([True] * 5 + [False] * 15), np.array([True] * 12 + [False] * 8)
    survey = survey_of(homes, pendapatan_rt=rising(homes, 1), jumlah_pekerja=(before, after), bansos=yes)
    _changed, found = look(homes, survey)
    level = found.levels.set_index("name").loc["jumlah_pekerja"]
    assert (level["mean_before"], level["mean_after"]) == (2.0, pytest.approx((12 + 4 + 21) / 20))
    assert level["exposing"]  # nine changed
    answer = found.answers.set_index("name").loc["bansos"]
    assert (answer["yes_before"], answer["yes_after"]) == (5, 12)
    moved = found.movements.set_index("name").loc["jumlah_pekerja"]
    assert (moved["share_rose"], moved["share_fell"]) == (pytest.approx(6 / 20), pytest.approx(3 / 20))
