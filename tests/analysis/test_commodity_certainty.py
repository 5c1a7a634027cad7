import numpy as np
import pandas as pd
import pytest
from commodity_cases import criteria, scores

from pasar_nb.analysis import commodity
from pasar_nb.analysis.commodity.certainty import accept, leaders, weights_any, weights_near
from pasar_nb.analysis.commodity.scores import rate
from pasar_nb.analysis.commodity.weights import weigh
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

EQUAL = "kriteria bobot\na 1\nb 1"
DRAWS = 40_000
FOUR_ERRORS = 4 * 0.5 / DRAWS**0.5  # four standard errors of a share at its largest


def _shares(acceptability):
    return acceptability.table.pivot(index="komoditas", columns="rank", values="share")


def _select(agreed, given):
    return commodity.select(criteria(agreed), given, draws=DRAWS)


def test_two_commodities_any_weighting_is_two_thirds_by_hand():
    # index of A is 5w + (1 - w), of B w + 3(1 - w): A leads for w > 1/3, that is in 2/3 of all weightings
    certainty = _select(EQUAL, scores("komoditas a b\nA 5 1\nB 1 3")).certainty
    assert _shares(certainty.any).loc["A", 1] == pytest.approx(2 / 3, abs=FOUR_ERRORS)
    assert certainty.any.first.set_index("komoditas").loc["A", "standard_error"] == pytest.approx(
        (2 / 3 * 1 / 3 / DRAWS) ** 0.5, rel=0.02
    )
    assert not certainty.any.raters_resampled


def test_two_commodities_near_weights_are_three_quarters_by_hand():
    # both bobot are uniform on 0-2; B leads where b > 2a: a triangle of area 1 in a square of 4
    near = _select(EQUAL, scores("komoditas a b\nA 5 1\nB 1 3")).certainty.near
    assert _shares(near).loc["A", 1] == pytest.approx(3 / 4, abs=FOUR_ERRORS)


def test_three_commodities_any_weighting_by_hand():
    # A = 1 + 4w, B = 5 - 4w, C = 3 + w: B = C at 2/5, A = B at 1/2, A = C at 2/3
    any_weighting = _select(EQUAL, scores("komoditas a b\nA 5 1\nB 1 5\nC 4 3")).certainty.any
    expected = [[1 / 3, 1 / 6, 1 / 2], [2 / 5, 1 / 10, 1 / 2], [4 / 15, 11 / 15, 0]]
    assert _shares(any_weighting).to_numpy() == pytest.approx(np.array(expected), abs=FOUR_ERRORS)
    ranks = any_weighting.first.set_index("komoditas")["expected_rank"]
    assert ranks["C"] == pytest.approx(4 / 15 + 2 * 11 / 15, abs=3 * FOUR_ERRORS)


def test_resampled_raters_by_hand():
    # draws of the two raters: r1 twice (1/4) A wins 5:3, r2 twice (1/4) B wins, mixed (1/2) A 3, B 3.5
    both = pd.concat([scores("komoditas a\nA 5\nB 3"), scores("komoditas a\nA 1\nB 4", "r2")])
    near = _select("kriteria bobot\na 3", both).certainty.near
    assert near.raters_resampled
    assert _shares(near).loc["A", 1] == pytest.approx(1 / 4, abs=FOUR_ERRORS)


def test_commodities_tied_in_a_draw_share_their_ranks():
    # as above, but the mixed draw (1/2) is a tie at 3: it counts half for each
    both = pd.concat([scores("komoditas a\nA 5\nB 3"), scores("komoditas a\nA 1\nB 3", "r2")])
    near = _select("kriteria bobot\na 3", both).certainty.near
    assert _shares(near).loc["A", 1] == pytest.approx(1 / 4 + 1 / 2 / 2, abs=FOUR_ERRORS)


def test_twins_share_every_rank_equally_and_exactly():
    shares = _shares(_select(EQUAL, scores("komoditas a b\nA 5 5\nB 5 5\nC 1 1")).certainty.any)
    assert shares.to_numpy().tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]


def test_a_pair_that_no_drawn_rater_scored_keeps_its_mean():
    both = pd.concat([scores("komoditas a\nA 5\nB -"), scores("komoditas a\nA 5\nB 1", "r2")])
    assert _shares(_select("kriteria bobot\na 3", both).certainty.near).loc["A", 1] == 1


def test_vetoed_commodities_take_no_part():
    agreed = "kriteria bobot arah ambang_veto\na 3 manfaat 2\nb 3 manfaat NaN"
    certainty = _select(agreed, scores("komoditas a b\nA 1 5\nB 3 3\nC 4 2")).certainty
    assert set(certainty.near.table["komoditas"]) == {"B", "C"}


def test_one_commodity_left_after_vetoes_has_no_rival():
    agreed = "kriteria bobot arah ambang_veto\na 3 manfaat 2\nb 3 manfaat NaN"
    selection = _select(agreed, scores("komoditas a b\nA 1 5\nB 3 3"))
    assert selection.ranking.winners == ("B",)
    assert "tidak ada pesaing" in str(selection.certainty.reason)
    assert "tidak ada pesaing" in str(selection.tipping.reason)


def test_one_criterion_and_one_rater_is_no_certainty():
    certainty = _select("kriteria bobot\na 3", scores("komoditas a\nA 5\nB 3")).certainty
    assert isinstance(certainty, NotEstimable)


def test_near_weights_stay_within_one_step_above_zero_and_centred():
    bobot = np.array([5.0, 1.0, 0.5])
    weights = weights_near(bobot, np.random.default_rng(1), 20_000)
    assert weights.sum(axis=1) == pytest.approx(np.ones(20_000))
    assert (weights > 0).all()
    ratio = weights[:, 1] / weights[:, 0]
    assert 0 < ratio.min() < ratio.max() < 2 / 4


def test_any_weights_are_uniform_on_the_simplex():
    weights = weights_any(np.ones(3), np.random.default_rng(1), 20_000)
    # for three weights each is Beta(1, 2): mean 1/3, and above 1/2 in a quarter of the draws
    assert weights.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.01)
    assert (weights[:, 0] > 0.5).mean() == pytest.approx(1 / 4, abs=0.015)


def test_level_commodities_are_rarely_told_apart_by_the_luck_of_the_draws():
    # A and B mirror each other: either is first in half of all weightings
    given = scores("komoditas a b\nA 5 1\nB 1 5")
    agreed = weigh(criteria(EQUAL))
    ratings = rate(agreed, given)
    drawn = [
        accept(agreed, ratings, ratings.complete, weighting="any", draws=400, seed=seed)
        for seed in range(400)
    ]
    # two standard errors: told apart in 4.6 % of 400 trials, give or take three times 1 %
    assert np.mean([len(leaders(one)) == 1 for one in drawn]) == pytest.approx(0.046, abs=0.032)


def test_one_who_leads_clearly_leads_alone():
    drawn = _select(EQUAL, scores("komoditas a b\nA 5 1\nB 1 3")).certainty.any  # 2/3 against 1/3
    assert leaders(drawn)["komoditas"].tolist() == ["A"]


def test_the_same_seed_gives_the_same_figures_and_another_seed_others():
    given = scores("komoditas a b\nA 5 1\nB 1 3")
    one, again, other = (commodity.select(criteria(EQUAL), given, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one.certainty.any.table, again.certainty.any.table)
    assert not one.certainty.any.table.equals(other.certainty.any.table)


def test_wrong_options_are_refused_with_the_right_ones():
    agreed = weigh(criteria(EQUAL))
    ratings = rate(agreed, scores("komoditas a b\nA 5 1\nB 1 3"))
    with pytest.raises(UsageError, match="near dan any"):
        accept(agreed, ratings, ratings.complete, weighting="far", draws=10, seed=1)
    with pytest.raises(UsageError, match="paling sedikit satu"):
        accept(agreed, ratings, ratings.complete, weighting="any", draws=0, seed=1)
