"""Characteristics that cannot be told from each other, or from taking part."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, two_arms

from pasar_nb.analysis.change import Comparison
from pasar_nb.findings import NotEstimable


def arms_with(**traits: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    homes, survey = two_arms(100, 10)
    return homes.assign(**traits), survey


def test_a_trait_that_separates_the_arms_is_named_and_nothing_is_claimed() -> None:
    homes, survey = two_arms(100, 10)
    women = homes["studi"].map({"peserta": "P", "pembanding": "L"})
    found = assess(homes.assign(jenis_kelamin_kk=women), survey).comparison
    assert isinstance(found, NotEstimable)
    assert "perempuan" in found.reason.text("id")


def test_a_difference_that_rests_on_one_household_is_not_told() -> None:
    homes, survey = two_arms(100, 10)
    women = homes["studi"].map({"peserta": "P", "pembanding": "L"})
    women.iloc[0] = "L"
    found = assess(homes.assign(jenis_kelamin_kk=women), survey).comparison
    assert isinstance(found, NotEstimable)
    assert "Satu rumah tangga" in found.reason.text("id")


def test_a_trait_that_repeats_another_changes_nothing() -> None:
    ages = np.random.default_rng(2).integers(30, 60, 80).astype(float)
    alone = assess(*arms_with(usia_kk=ages)).comparison
    homes, survey = arms_with(usia_kk=ages, desil=2 * ages - 7)
    twice = assess(homes, survey).comparison
    assert isinstance(alone, Comparison)
    assert isinstance(twice, Comparison)
    assert {"usia_kk", "desil"} <= set(twice.adjusted_for)
    assert twice.estimate.value == pytest.approx(alone.estimate.value)
    assert twice.estimate.standard_error == pytest.approx(alone.estimate.standard_error)


def test_the_only_household_with_a_trait_does_not_undo_the_interval() -> None:
    rare = np.zeros(80)
    rare[0] = 1
    homes, survey = arms_with(desil=rare)
    without, rest = homes.iloc[1:], survey[survey["id_rt"] != homes["id_rt"].iloc[0]]
    found, expected = assess(homes, survey).comparison, assess(without, rest).comparison
    assert isinstance(found, Comparison)
    assert isinstance(expected, Comparison)
    # Holding equal what only one household has is the same as leaving it out.
    assert found.adjusted_for == ("desil",)
    assert found.estimate.value == pytest.approx(expected.estimate.value)
    assert found.estimate.standard_error == pytest.approx(expected.estimate.standard_error)
