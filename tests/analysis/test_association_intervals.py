"""Whether the coefficients and their intervals are what they say: scipy, properties, and simulation."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.stats import binom

from pasar_nb.analysis.association.categories import correlation_ratio, cramers_v
from pasar_nb.analysis.association.coefficients import COEFFICIENTS
from pasar_nb.analysis.association.correlation import error_from, judge
from pasar_nb.analysis.association.spearman import partial_error, partial_spearman
from pasar_nb.analysis.association.tested import correlation_of

RARE = 1e-3  # probability with which a right interval would fail one side of a test at other seeds
TRULY = (0.93, 0.98)  # what the intervals cover: 0.935 to 0.973 in 600 repeats of each case below
CASES = settings(max_examples=50, deadline=None)
PAIRS = st.lists(st.tuples(st.integers(-5, 5), st.integers(-5, 5)), min_size=4, max_size=30)
SCIPY = {
    "spearman": lambda x, y: stats.spearmanr(x, y).statistic,
    "pearson": lambda x, y: stats.pearsonr(x, y).statistic,
    "tau_b": lambda x, y: stats.kendalltau(x, y).statistic,
}


@CASES
@given(PAIRS, st.sampled_from(sorted(SCIPY)))
def test_the_coefficients_are_those_of_scipy_with_ties(pairs, name):
    x, y = (np.array(side, dtype=float) for side in zip(*pairs, strict=True))
    assume(np.ptp(x) and np.ptp(y))
    found = COEFFICIENTS[name].value(x, y)
    assert found == pytest.approx(SCIPY[name](x, y))
    assert COEFFICIENTS[name].with_error(x, y, np.arange(len(x)))[0] == pytest.approx(found)


def test_the_rank_biserial_counts_who_is_above_whom():
    yes, y = np.array([1.0, 1, 0, 0, 0]), np.array([5.0, 2, 1, 2, 3])
    # of the six pairs of a yes with a no: 5 wins three times; 2 wins, ties and loses once each
    assert COEFFICIENTS["rank_biserial"].value(yes, y) == pytest.approx((4 - 1) / 6)


def test_phi_is_that_of_the_four_cells():
    x, y = np.repeat([1.0, 1, 0, 0], [8, 2, 4, 6]), np.repeat([1.0, 0, 1, 0], [8, 2, 4, 6])
    assert COEFFICIENTS["phi"].value(x, y) == pytest.approx((8 * 6 - 2 * 4) / np.sqrt(10 * 10 * 12 * 8))


def test_cramer_s_v_and_the_correlation_ratio_by_hand():
    x = np.repeat([0, 0, 1, 1], [20, 10, 10, 20])
    y = np.repeat([0, 1, 0, 1], [20, 10, 10, 20])
    chi_square = 4 * 5**2 / 15
    found = cramers_v(x, y, np.arange(60))
    by_hand = max(0, chi_square / 60 - 1 / 59) / (2 - 1 / 59 - 1)  # Bergsma 2013
    assert found.value == pytest.approx(np.sqrt(by_hand))
    numbers = np.arange(30.0)
    levels = np.repeat([0, 1, 2], 10)
    eta_squared = stats.kruskal(*numbers.reshape(3, 10)).statistic / 29
    epsilon = 1 - (1 - eta_squared) * 29 / 27  # Kelley 1935
    assert correlation_ratio(levels, numbers, np.arange(30)).value == pytest.approx(np.sqrt(epsilon))


def test_the_test_of_a_category_without_groups_is_close_to_the_usual_one():
    random = np.random.default_rng(6)
    x, y = random.integers(0, 3, 300), random.integers(0, 4, 300)
    usual = stats.chi2_contingency(pd.crosstab(x, y), correction=False).pvalue
    assert cramers_v(x, y, np.arange(300)).p_value == pytest.approx(usual, abs=0.1)


@CASES
@given(st.integers(0, 1000), st.sampled_from([np.exp, np.cbrt, lambda y: 3 * y - 7]))
def test_spearman_s_interval_knows_only_the_order(seed, change_of_scale):
    random = np.random.default_rng(seed)
    x, y = random.normal(size=30), random.normal(size=30)
    plain = correlation_of(x, y, np.arange(30), "spearman")
    assert correlation_of(x, change_of_scale(y), np.arange(30), "spearman") == plain


@CASES
@given(st.integers(0, 1000), st.sampled_from(["spearman", "pearson", "tau_b"]))
def test_turning_one_side_round_turns_the_interval_round(seed, name):
    random = np.random.default_rng(seed)
    x, y = random.integers(0, 6, (2, 40)).astype(float)
    plain, turned = (correlation_of(x, side, np.arange(40) % 12, name) for side in (y, 5 - y))
    assert turned.value == pytest.approx(-plain.value)
    assert (turned.interval.low, turned.interval.high) == pytest.approx(
        (-plain.interval.high, -plain.interval.low)
    )


@CASES
@given(st.integers(0, 1000), st.sampled_from(sorted(COEFFICIENTS)))
def test_the_interval_stays_within_its_bounds_holds_the_coefficient_and_agrees_with_the_test(seed, name):
    random = np.random.default_rng(seed)
    x, y = random.integers(0, 2, (2, 24)).astype(float)
    x[:2], y[:3] = (0, 1), (0, 1, 1)
    if name not in ("phi", "rank_biserial"):
        x, y = x + random.integers(0, 3, 24), y + random.normal(size=24).round()
    found = correlation_of(x, y, np.arange(24) % 6, name)
    assert -1 <= found.interval.low <= found.value <= found.interval.high <= 1
    assert 0 <= found.p_value <= 1
    if abs(found.value) < 0.999:
        assert (found.p_value < 0.05) == (found.interval.low > 0 or found.interval.high < 0)


def test_households_of_a_group_that_move_together_make_the_interval_wider():
    random = np.random.default_rng(2)
    groups = np.repeat(np.arange(10), 12)
    together = random.normal(size=(10, 2))[groups] + 0.5 * random.normal(size=(120, 2))
    x, y = together.T
    for name in ("spearman", "pearson"):
        alone = correlation_of(x, y, np.arange(120), name).interval
        grouped = correlation_of(x, y, groups, name).interval
        assert grouped.high - grouped.low > 1.5 * (alone.high - alone.low)


def _simulated(random, clusters, size, likeness, relation):
    """Pairs whose parts within and between groups have the same correlation, so that the truth is known."""
    root = np.linalg.cholesky([[1, relation], [relation, 1]])
    groups = np.repeat(np.arange(clusters), size)
    shared = (random.standard_normal((clusters, 2)) @ root.T)[groups]
    own = random.standard_normal((len(groups), 2)) @ root.T
    return groups, np.sqrt(likeness) * shared + np.sqrt(1 - likeness) * own


def _covered(clusters, size, likeness, relation, name, repeats):
    """Count how often the interval holds the truth; orthants of the normal give it for every measure."""
    half = 2 / np.pi * np.arcsin(relation)  # tau, and phi of two halves; Sheppard 1899
    truths = {
        "spearman": 6 / np.pi * np.arcsin(relation / 2),
        "pearson": relation,
        "phi": half,
        "rank_biserial": 4 / np.pi * np.arcsin(relation / np.sqrt(2)),
    }
    random, covered = np.random.default_rng(clusters), 0
    for _repeat in range(repeats):
        groups, pairs = _simulated(random, clusters, size, likeness, relation)
        x, y = pairs.T
        x = (x > 0).astype(float) if name in ("phi", "rank_biserial") else x
        y = (y > 0).astype(float) if name == "phi" else y
        found = correlation_of(x, y, groups, name).interval
        covered += found.low <= truths[name] <= found.high
    return covered


@pytest.mark.parametrize("name", ["spearman", "pearson", "phi", "rank_biserial"])
def test_the_interval_covers_the_truth_with_twelve_groups(name):
    repeats = 250
    covered = _covered(12, 8, 0.2, 0.4, name, repeats)
    assert binom.ppf(RARE, repeats, TRULY[0]) <= covered <= binom.ppf(1 - RARE, repeats, TRULY[1])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clusters", "size", "likeness"),
    [(5, 12, 0.2), (8, 13, 0.1), (24, 10, 0.1), (30, 1, 0), (120, 1, 0)],
)
@pytest.mark.parametrize("relation", [0.0, 0.4])
@pytest.mark.parametrize("name", ["spearman", "pearson"])
def test_the_interval_covers_the_truth(clusters, size, likeness, relation, name):
    repeats = 600
    covered = _covered(clusters, size, likeness, relation, name, repeats)
    assert binom.ppf(RARE, repeats, TRULY[0]) <= covered <= binom.ppf(1 - RARE, repeats, TRULY[1])


def _claims(repeats, p_value_of):
    random, groups = np.random.default_rng(7), np.arange(120) % 12
    return sum(p_value_of(random, groups) < 0.05 for _repeat in range(repeats))


def _of_number(random, groups):
    contacts, change = random.integers(0, 12, 120).astype(float), random.normal(size=120)
    return correlation_of(contacts, change, groups, "spearman").p_value


def _of_ratio(random, groups):
    likeness = random.normal(size=12)[groups]
    return correlation_ratio(random.integers(0, 3, 120), likeness + random.normal(size=120), groups).p_value


def _of_categories(random, groups):
    return cramers_v(random.integers(0, 3, 120), random.integers(0, 3, 120), groups).p_value


@pytest.mark.parametrize("p_value_of", [_of_number, _of_ratio, _of_categories])
def test_without_a_relation_one_is_claimed_about_five_times_in_a_hundred(p_value_of):
    repeats = 300
    claimed = _claims(repeats, p_value_of)
    assert binom.ppf(RARE, repeats, 0.03) <= claimed <= binom.ppf(1 - RARE, repeats, 0.07)


def test_of_groups_alike_in_size_the_error_is_the_usual_one():
    influence = np.random.default_rng(3).normal(size=60)
    influence -= influence.mean()
    totals = influence.reshape(12, 5).sum(axis=1)
    error = error_from(influence, 0.6, np.repeat(np.arange(0, 24, 2), 5))  # every second number is not used
    assert error.size == pytest.approx(np.sqrt(12 / 11 * (totals**2).sum()) / 60 / (1 - 0.6**2))
    assert error.freedom == pytest.approx(11)


def test_of_unlike_groups_the_error_has_no_bias_and_the_freedom_is_that_of_its_squares():
    """Bell and McCaffrey 2002 by matrices: the square of the error is a quadratic form of households."""
    sizes = np.array([2, 2, 3, 5, 12])
    groups, n = np.repeat(np.arange(5), sizes), sizes.sum()
    centred = np.eye(n) - 1 / n
    summed = (groups == np.arange(5)[:, np.newaxis]) @ centred
    form = summed.T @ np.diag(1 / (1 - sizes / n)) @ summed / n**2
    influence = centred @ np.random.default_rng(4).normal(size=n)
    error = error_from(influence, 0.0, groups)
    assert error.size**2 == pytest.approx(influence @ form @ influence)
    assert np.trace(form) == pytest.approx(1 / n)  # the variance of a mean of households of variance 1
    assert error.freedom == pytest.approx(np.trace(form) ** 2 / np.trace(form @ form))


def test_with_half_of_the_households_in_one_group_a_relation_is_not_claimed_oftener_than_announced():
    groups = np.repeat(np.arange(8), [5, 5, 5, 10, 10, 10, 20, 60])
    random, repeats = np.random.default_rng(5), 800
    shared, own = (
        random.normal(size=(repeats, 8, 2))[:, groups],
        random.normal(size=(repeats, len(groups), 2)),
    )
    pairs = shared * np.sqrt([0.5, 0.2]) + own * np.sqrt([0.5, 0.8])
    claimed = sum(correlation_of(*pair.T, groups, "spearman").p_value < 0.05 for pair in pairs)
    assert claimed <= binom.ppf(1 - RARE, repeats, 0.05)  # without the shares of the groups 9 to 11 in 100


def _left_alike(random):
    """Two variables of which groups share what a third, which they do not share, leaves."""
    groups = np.repeat(np.arange(16), 10)
    before = random.normal(size=160)
    shared, own = random.normal(size=(16, 2))[groups], random.normal(size=(160, 2))
    left = np.sqrt(0.8) * shared + np.sqrt(0.2) * own
    return groups, before, 2 * before + left[:, 0], left[:, 1] - 2 * before


def test_the_interval_given_the_baseline_covers_the_truth_where_groups_are_alike_in_what_is_left():
    random, repeats, covered = np.random.default_rng(6), 500, 0
    for _repeat in range(repeats):
        groups, before, x, y = _left_alike(random)
        found = judge(*partial_spearman(x, y, groups, given=(before,))).interval
        covered += found.low <= 0 <= found.high
    # with the error of the plain coefficient 86 in 100
    assert binom.ppf(RARE, repeats, TRULY[0]) <= covered <= binom.ppf(1 - RARE, repeats, TRULY[1])


def test_the_error_given_others_is_that_of_leaving_out_one_group_after_the_other():
    groups, before, x, y = _left_alike(np.random.default_rng(7))
    other = np.random.default_rng(8).normal(size=160)

    def left(chosen):
        levels = np.column_stack(
            [np.ones(len(chosen)), *(stats.rankdata(z[chosen]) for z in (before, other))]
        )
        ranked = np.column_stack([stats.rankdata(z[chosen]) for z in (x, y)])
        return stats.pearsonr(*(ranked - levels @ np.linalg.lstsq(levels, ranked, rcond=None)[0]).T)[0]

    value, error = partial_spearman(x, y, groups, given=(before, other))
    assert value == pytest.approx(left(np.arange(160)))
    without = np.arctanh([left(np.flatnonzero(groups != one)) for one in range(16)])
    jackknife = np.sqrt(15 / 16 * ((without - without.mean()) ** 2).sum())
    assert error.size == pytest.approx(partial_error(jackknife, controls=2), rel=0.15)


def test_where_the_variables_held_equal_leave_nothing_there_is_no_coefficient():
    groups, before, x, _y = _left_alike(np.random.default_rng(9))
    assert partial_spearman(x, before**3, groups, given=(before,)) is None


def test_a_variable_held_equal_costs_a_household():
    assert partial_error(1 / np.sqrt(47), controls=1) == pytest.approx(1 / np.sqrt(46))
    assert np.isnan(partial_error(1.0, controls=2))
