"""Corrections for many tests and the rule of the verdicts, by hand and against simulated families."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from statsmodels.stats.multitest import multipletests

from pasar_nb.analysis.multiple_tests import benjamini_hochberg, holm
from pasar_nb.analysis.outcomes.verdicts import change_verdict, effect_verdict

# Benjamini and Hochberg 1995, section 4.1: thrombolysis trial, 15 comparisons.
BH_1995 = np.array(
    [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
    ]
)
FAMILIES, TESTS = 1_000, 30
SURE = 1e-6  # chance with which a sound procedure may fail these tests


def test_the_example_of_benjamini_and_hochberg() -> None:
    # "the four hypotheses with the smallest P-values are rejected; Bonferroni rejects three" (p. 295)
    assert (benjamini_hochberg(BH_1995) <= 0.05).sum() == 4
    assert (holm(BH_1995) <= 0.05).sum() == 3


def test_by_hand() -> None:
    p = np.array([0.04, 0.01, 0.03])
    assert holm(p) == pytest.approx([0.06, 0.03, 0.06])  # 3 x 0.01; 2 x 0.03; 1 x 0.04, but not below 0.06
    assert benjamini_hochberg(p) == pytest.approx([0.04, 0.03, 0.04])  # 0.04 3/3; 0.01 3/1; not over 0.04


def test_a_test_that_was_not_made_does_not_count() -> None:
    p = np.array([0.04, np.nan, 0.01])
    assert holm(p)[[0, 2]] == pytest.approx(holm(np.array([0.04, 0.01])))
    assert np.isnan(holm(p)[1])
    assert np.isnan(benjamini_hochberg(p)[1])
    assert not len(holm(np.empty(0)))
    assert np.isnan(benjamini_hochberg(np.array([np.nan, np.nan]))).all()


def test_the_same_as_a_well_kept_library_and_as_the_definition() -> None:
    random = np.random.default_rng(5)
    for size in (1, 2, 3, 10, 40):
        p = np.round(random.random(size), 2)  # with ties
        before = p.copy()
        assert benjamini_hochberg(p) == pytest.approx(multipletests(p, method="fdr_bh")[1])
        assert holm(p) == pytest.approx(multipletests(p, method="holm")[1])
        rank = {value: sum(other < value for other in p) for value in p}
        by_definition = [
            min(1.0, max((size - rank[other]) * other for other in p if other <= value)) for value in p
        ]
        assert holm(p) == pytest.approx(by_definition)
        assert (p == before).all()


def test_no_family_of_nothing_finds_something_more_often_than_promised() -> None:
    """All 30 outcomes unchanged: then the false discovery rate is the chance of any find at all."""
    families = np.random.default_rng(7).random((FAMILIES, TESTS))
    most = binom.ppf(1 - SURE, FAMILIES, 0.05)
    found = {
        name: sum(bool((correct(one) <= 0.05).any()) for one in families)
        for name, correct in (("holm", holm), ("bh", benjamini_hochberg))
    }
    assert found["holm"] <= most
    assert found["bh"] <= most
    assert found["bh"] >= binom.ppf(SURE, FAMILIES, 0.05)  # under independence it is 5 % to the point
    uncorrected = sum(bool((one <= 0.05).any()) for one in families)
    assert uncorrected > 0.7 * FAMILIES  # what the correction is for: 1 - 0.95^30 = 79 %


def test_few_finds_are_false_where_some_outcomes_changed() -> None:
    """Ten of 30 changed by three standard errors: the share of false finds is 20/30 x 5 % on average."""
    random = np.random.default_rng(8)
    shift = np.r_[np.full(10, 3.0), np.zeros(20)]
    z = random.normal(size=(FAMILIES, TESTS)) + shift
    p = np.vectorize(math.erfc)(np.abs(z) / math.sqrt(2))
    clear = np.array([benjamini_hochberg(one) <= 0.05 for one in p])
    shares = clear[:, 10:].sum(axis=1) / np.maximum(clear.sum(axis=1), 1)
    margin = 5 * shares.std() / math.sqrt(FAMILIES)
    assert abs(shares.mean() - 0.05 * 20 / 30) <= margin
    any_false = sum(bool((holm(one)[10:] <= 0.05).any()) for one in p)
    assert any_false <= binom.ppf(1 - SURE, FAMILIES, 0.05)


@pytest.mark.parametrize(
    ("change", "p", "verdict"),
    [
        (2.0, 0.05, "rose"),
        (-2.0, 0.01, "fell"),
        (2.0, 0.0501, "unclear"),
        (0.0, 0.0, "unclear"),
        (math.nan, 0.01, "unknown"),
        (2.0, math.nan, "unknown"),
        (math.nan, math.nan, "unknown"),
    ],
)
def test_the_verdict_on_a_change(change: float, p: float, verdict: str) -> None:
    assert change_verdict(change, p) == verdict


@pytest.mark.parametrize(
    ("difference", "p", "allowed", "verdict"),
    [
        (1.0, 0.01, True, "more"),
        (-1.0, 0.01, True, "less"),
        (1.0, 0.2, True, "unclear"),
        (math.nan, math.nan, True, "unknown"),
        (1.0, 0.0001, False, "not_compared"),
        (math.nan, math.nan, False, "not_compared"),
    ],
)
def test_an_effect_needs_a_comparison(difference: float, p: float, allowed: bool, verdict: str) -> None:
    assert effect_verdict(difference, p, allowed=allowed) == verdict


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats(0.0501, 1))
def test_what_may_be_chance_is_never_clear(change: float, p: float) -> None:
    assert change_verdict(change, p) in ("unclear", "unknown")
    assert effect_verdict(change, p, allowed=True) in ("unclear", "unknown")
