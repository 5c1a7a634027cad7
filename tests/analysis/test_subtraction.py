"""Groups whose statistics would together tell a few households; attacked with what the public gets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, panel

from pasar_nb.analysis.subtraction import exposing_groups, tell_few
from pasar_nb.disclosure import release


def codes(*sizes: int) -> np.ndarray:
    return np.repeat(np.arange(len(sizes)), sizes)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (codes(20, 30), codes(19, 31), True),  # one of the first village is in the other group
        (codes(20, 30), codes(20, 30), False),  # the same households twice
        (codes(20, 30), codes(10, 10, 30), False),  # ten and ten
        (codes(20, 30), codes(12, 8, 30), True),  # twelve of twenty: eight are left
        (codes(20, 30), codes(8, 12, 30), True),
        (codes(25, 25), np.tile([0, 1], 25), False),  # crossed, nothing lies within anything
        (np.array([], dtype=np.intp), np.array([], dtype=np.intp), False),
    ],
)
def test_a_group_within_a_larger_one_tells_those_between(
    one: np.ndarray, other: np.ndarray, expected: bool
) -> None:
    assert tell_few(one, other) is tell_few(other, one) is expected


def test_the_whole_less_all_groups_tells_those_of_no_group() -> None:
    own = np.concatenate([codes(30, 20), np.full(3, -1)])
    assert exposing_groups([("sex", own)])["sex"].tolist() == [False, True]
    enough = np.concatenate([codes(30, 20), np.full(10, -1)])
    assert not exposing_groups([("sex", enough)])["sex"].any()


def test_the_way_asked_for_first_is_kept() -> None:
    found = exposing_groups([("village", codes(20, 30)), ("group", codes(19, 31))])
    assert not found["village"].any()
    assert found["group"].all()


def told(**traits: Any) -> tuple[pd.DataFrame, Any, np.ndarray]:
    change = np.round(np.random.default_rng(3).normal(100, 60, len(next(iter(traits.values())))))
    homes, survey = panel(np.full(len(change), 1_000.0) + np.arange(len(change)), 1_000 + change)
    result = assess(homes.assign(**traits), survey)
    return result.subgroups.table, release(result, audience="public", language="id").result, change  # type: ignore[union-attr]


def test_a_village_less_the_group_within_it_does_not_tell_one_household() -> None:
    exact, public, _change = told(desa=["Pule"] * 20 + ["Pakel"] * 20, id_kelompok=["A"] * 19 + ["B"] * 21)
    means = exact.set_index("group")
    alone = float(20 * means["change"]["Pule"] - 19 * means["change"]["A"])
    assert alone == pytest.approx(round(alone))  # the attack: the change of one household, to the digit
    shown = public.subgroups.table.set_index("group")
    assert shown.loc[["Pule", "Pakel"], "change"].notna().all()
    assert shown.loc[["A", "B"], ["change", "low", "high"]].isna().all(axis=None)


def test_all_participants_less_the_villages_shown_do_not_tell_the_household_of_a_small_one() -> None:
    _exact, public, _change = told(desa=["Pule"] * 20 + ["Pakel"] * 15 + ["Joho"])
    shown = public.subgroups.table.set_index("group")
    assert shown.loc["Pule", "change"] > 0
    assert np.isnan(shown.loc["Pakel", "change"])


def test_levels_and_differences_do_not_tell_those_whose_sex_is_not_recorded() -> None:
    sex = ["L"] * 20 + ["P"] * 15 + [None] * 3
    _exact, public, _change = told(jenis_kelamin_kk=sex)
    for table, names in (
        (public.levels.table, ["mean_before", "mean_after"]),
        (public.subgroups.table, ["change"]),
    ):
        shown = table[table["kind"] == "sex"].set_index("group")
        assert shown.loc["L", names].notna().all()
        assert shown.loc["P", names].isna().all()
    assert public.subgroups.differences[["difference", "low", "high"]].isna().all(axis=None)
    assert public.subgroups.differences["p_value"].notna().all()
