"""Whether the interval of a correlation is what it says: against scipy, by properties, and by simulation."""

import numpy as np
import pytest
from association_cases import varied
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.stats import binom

from pasar_nb.analysis.association import correlation
from pasar_nb.analysis.association.correlation import correlate_resampled, pearson, spearman

RARE = 1e-3  # probability with which a right interval would fail one side of a test at other seeds
TRULY = (0.93, 0.97)  # what the intervals cover: 0.935 to 0.968 in a thousand repeats of each case below
CASES = settings(max_examples=50, deadline=None)
PAIRS = st.lists(
    st.tuples(st.integers(-5, 5), st.integers(-5, 5), st.integers(0, 3)), min_size=3, max_size=20
)


@CASES
@given(PAIRS)
def test_a_weighted_resample_is_the_same_as_one_written_out(pairs):
    x, y, weights = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    drawn_x, drawn_y = (np.repeat(side, weights.astype(int)) for side in (x, y))
    assume(weights.any() and np.ptp(x) and np.ptp(y))  # somebody is drawn, and a constant is never asked
    for ours, theirs in ((spearman, stats.spearmanr), (pearson, stats.pearsonr)):
        (found,) = ours(weights[np.newaxis, :], x, y)
        if len(drawn_x) < 2 or np.ptp(drawn_x) == 0 or np.ptp(drawn_y) == 0:
            assert np.isnan(found)
        else:
            assert found == pytest.approx(theirs(drawn_x, drawn_y).statistic)


def test_portions_of_resamples_give_what_all_at_once_give(monkeypatch):
    x, y = varied(40)
    clusters = np.arange(40) % 8
    whole = correlate_resampled(x.astype(float), y, clusters, spearman, draws=300, seed=4)
    monkeypatch.setattr(correlation, "_AT_ONCE", 40 * 7)
    assert correlate_resampled(x.astype(float), y, clusters, spearman, draws=300, seed=4) == whole


@CASES
@given(st.integers(0, 1000), st.sampled_from([np.exp, np.cbrt, lambda y: 3 * y - 7]))
def test_spearman_s_interval_knows_only_the_order(seed, change_of_scale):
    random = np.random.default_rng(seed)
    x, y = random.normal(size=30), random.normal(size=30)
    alone = np.arange(30)
    plain = correlate_resampled(x, y, alone, spearman, draws=200, seed=1)
    assert correlate_resampled(x, change_of_scale(y), alone, spearman, draws=200, seed=1) == plain


@CASES
@given(st.integers(0, 1000))
def test_turning_one_side_round_turns_the_interval_round(seed):
    random = np.random.default_rng(seed)
    x, y = random.normal(size=30), random.normal(size=30)
    for how in (spearman, pearson):
        plain, turned = (
            correlate_resampled(x, side, np.arange(30), how, draws=200, seed=1) for side in (y, -y)
        )
        assert turned.value == pytest.approx(-plain.value)
        assert (turned.interval.low, turned.interval.high) == pytest.approx(
            (-plain.interval.high, -plain.interval.low)
        )
        assert turned.p_value == pytest.approx(plain.p_value)


@CASES
@given(st.integers(0, 1000))
def test_the_interval_stays_within_minus_one_and_one_and_holds_the_coefficient(seed):
    random = np.random.default_rng(seed)
    x = random.integers(0, 4, 12).astype(float)
    x[:2] = (0, 3)
    found = correlate_resampled(x, random.normal(size=12), np.arange(12) % 6, spearman, draws=200, seed=seed)
    assert -1 <= found.interval.low <= found.value <= found.interval.high <= 1
    assert 0 <= found.p_value <= 1
    # the interval and the test say the same
    assert (found.p_value < 0.05) == (found.interval.low > 0 or found.interval.high < 0)


def test_households_of_a_group_that_move_together_make_the_interval_wider():
    random = np.random.default_rng(2)
    groups = np.repeat(np.arange(10), 12)
    together = random.normal(size=(10, 2))[groups] + 0.5 * random.normal(size=(120, 2))
    x, y = together.T
    alone = correlate_resampled(x, y, np.arange(120), spearman, draws=500, seed=1).interval
    grouped = correlate_resampled(x, y, groups, spearman, draws=500, seed=1).interval
    assert grouped.high - grouped.low > 1.5 * (alone.high - alone.low)


def _simulated(random, clusters, size, likeness, relation):
    """Pairs whose parts within and between groups have the same correlation, so that the truth is known."""
    root = np.linalg.cholesky([[1, relation], [relation, 1]])
    groups = np.repeat(np.arange(clusters), size)
    shared = (random.standard_normal((clusters, 2)) @ root.T)[groups]
    own = random.standard_normal((len(groups), 2)) @ root.T
    return groups, np.sqrt(likeness) * shared + np.sqrt(1 - likeness) * own


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clusters", "size", "likeness"),
    [(5, 12, 0.2), (8, 13, 0.1), (12, 8, 0.3), (24, 10, 0.1), (30, 1, 0), (120, 1, 0)],
)
@pytest.mark.parametrize("relation", [0.0, 0.4])
@pytest.mark.parametrize("how", [spearman, pearson], ids=["spearman", "pearson"])
def test_the_interval_covers_the_truth(clusters, size, likeness, relation, how):
    # Spearman's correlation of two normal variables with correlation r is 6/pi arcsin(r/2)
    truth = 6 / np.pi * np.arcsin(relation / 2) if how is spearman else relation
    random, repeats, covered = np.random.default_rng(clusters), 400, 0
    for repeat in range(repeats):
        groups, pairs = _simulated(random, clusters, size, likeness, relation)
        found = correlate_resampled(*pairs.T, groups, how, draws=300, seed=repeat)
        covered += found.interval.low <= truth <= found.interval.high
    assert binom.ppf(RARE, repeats, TRULY[0]) <= covered <= binom.ppf(1 - RARE, repeats, TRULY[1])


@pytest.mark.slow
def test_without_a_relation_one_is_claimed_at_most_five_times_in_a_hundred():
    random, repeats, claimed = np.random.default_rng(7), 1000, 0
    groups = np.arange(60) % 10
    for repeat in range(repeats):
        contacts, change = random.integers(0, 12, 60).astype(float), random.normal(size=60)
        found = correlate_resampled(contacts, change, groups, spearman, draws=200, seed=repeat)
        claimed += found.p_value < 0.05
    assert binom.ppf(RARE, repeats, 0.03) <= claimed <= binom.ppf(1 - RARE, repeats, 0.06)
