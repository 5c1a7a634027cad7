"""The change by subgroup, and whether subgroups changed differently."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, panel
from scipy import stats

from pasar_nb.analysis.change import HouseholdChange, Subgroups
from pasar_nb.analysis.change.difference import Difference, difference
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.subgroups import MOST_LEVELS
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

HOW = Drawing(draws=299, seed=1)
LEVEL = 0.05


def around(share: float, times: int) -> tuple[float, float]:
    slack = 3 * np.sqrt(share * (1 - share) / times)
    return share - slack, share + slack


def told(found: HouseholdChange) -> Subgroups:
    assert isinstance(found.subgroups, Subgroups)
    return found.subgroups


def households(change: Any, groups: Any = None, **traits: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    before = 1_000 + np.linspace(-100, 100, len(change))
    homes, survey = panel(before, before + np.asarray(change), groups=groups)
    return homes.assign(**traits), survey


def test_the_difference_of_two_subgroups_allows_each_its_own_spread() -> None:
    """The t of Welch, with the degrees of freedom of Bell and McCaffrey: for equal sizes n - 2."""
    random = np.random.default_rng(1)
    change = np.concatenate([random.normal(60, 20, 20), random.normal(20, 40, 20)])
    found = told(assess(*households(change, jenis_kelamin_kk=["L"] * 20 + ["P"] * 20)))
    (row,) = found.differences.to_dict("records")
    assert row["difference"] == pytest.approx(change[20:].mean() - change[:20].mean())
    welch = stats.ttest_ind(change[20:], change[:20], equal_var=False)
    assert row["p_value"] == pytest.approx(2 * stats.t.sf(abs(welch.statistic), 38))
    assert (found.family, row["adjusted"], row["verdict"]) == (1, row["p_value"], "differ")
    means = found.table.set_index("group")["change"]
    assert means.to_dict() == pytest.approx({"L": change[:20].mean(), "P": change[20:].mean()})


def test_one_clear_and_one_unclear_subgroup_do_not_differ_for_that() -> None:
    """The mistake that Gelman and Stern 2006 name: 30 +- 8 is clear, 15 +- 9 is not, 15 +- 12 is not."""
    random = np.random.default_rng(2)
    first, second = (mean + stats.zscore(random.normal(size=20), ddof=1) * 36 for mean in (30, 15))
    found = told(
        assess(*households(np.concatenate([first, second]), jenis_kelamin_kk=["L"] * 20 + ["P"] * 20))
    )
    men, women = (found.table.set_index("group").loc[sex] for sex in ("L", "P"))
    assert men["low"] > 0 > women["low"]
    assert found.differences["verdict"].tolist() == ["unclear"]
    assert found.differences["low"].iloc[0] < 0 < found.differences["high"].iloc[0]
    assert found.differences["detectable"].iloc[0] > 0


def test_splits_are_one_family_corrected_after_holm() -> None:
    random = np.random.default_rng(3)
    n = 60
    found = told(
        assess(
            *households(
                random.normal(50, 30, n),
                jenis_kelamin_kk=np.resize(["L", "P"], n),
                usia_kk=np.resize([25, 35, 50, 65], n),
                desil=np.repeat([1, 2, 4], 20),
            )
        )
    )
    assert found.family == len(found.differences) == 3
    ordered = np.sort(found.differences["p_value"])
    expected = np.minimum(np.maximum.accumulate(ordered * [3, 2, 1]), 1)
    assert np.sort(found.differences["adjusted"]) == pytest.approx(expected)


def test_groups_are_compared_by_their_households() -> None:
    random = np.random.default_rng(4)
    groups = np.repeat([f"K{place}" for place in range(6)], 12)
    change = random.normal(50, 30, 72) + np.repeat([0, 0, 0, 0, 0, 60], 12)
    found = told(assess(*households(change, groups=groups)))
    row = found.differences.set_index("kind").loc["group"]
    each = [change[groups == name] for name in np.unique(groups)]
    assert row["p_value"] == pytest.approx(stats.f_oneway(*each, equal_var=False).pvalue)
    assert row["verdict"] == "differ"


def test_villages_of_one_or_two_groups_cannot_be_told_from_these_groups() -> None:
    change = np.random.default_rng(5).normal(50, 30, 60)
    groups = np.repeat([f"K{place}" for place in range(6)], 10)
    found = told(assess(*households(change, groups=groups, desa=np.repeat(list("AB"), 30))))
    reasons = {kind: str(reason) for kind, reason in found.untested}
    assert "kurang dari 5 kelompok" in reasons["village"]
    villages = np.repeat(list("ABC"), 20)
    found = told(assess(*households(change, groups=groups, desa=villages)))
    assert "POKMAS" in {kind: str(reason) for kind, reason in found.untested}["village"]


def test_four_groups_do_not_speak_for_their_villages() -> None:
    change = np.random.default_rng(5).normal(50, 30, 60)
    groups = np.repeat([f"K{place}" for place in range(4)], 15)
    found = told(assess(*households(change, groups=groups, desa=np.repeat(list("ABC"), [15, 15, 30]))))
    assert "POKMAS" in {kind: str(reason) for kind, reason in found.untested}["village"]
    assert "group" in set(found.differences["kind"])


def test_subgroups_of_fewer_than_five_groups_are_marked() -> None:
    """Village A has two groups, B five; a group is marked for nothing, as its interval is about itself."""
    change = np.random.default_rng(5).normal(50, 30, 84)
    groups = np.repeat([f"K{place}" for place in range(7)], 12)
    found = told(
        assess(
            *households(
                change,
                groups=groups,
                desa=np.repeat(list("AB"), [24, 60]),
                jenis_kelamin_kk=np.resize(["L", "P"], 84),
            )
        )
    )
    basis = found.table.set_index(["kind", "group"])["basis"]
    assert basis["village"].to_dict() == {"A": "few_groups", "B": "usual"}
    assert set(basis["group"]) == set(basis["sex"]) == {"usual"}
    alone = told(assess(*households(change, desa=np.repeat(list("AB"), [24, 60]))))
    assert set(alone.table["basis"]) == {"usual"}


def test_villages_that_are_too_many_are_told_and_left_out() -> None:
    n = 10 * (MOST_LEVELS + 1)
    change = np.random.default_rng(6).normal(50, 30, n)
    found = told(assess(*households(change, desa=np.repeat([f"D{at}" for at in range(n // 10)], 10))))
    assert found.table.empty
    assert any("terlalu banyak" in str(gap) for gap in found.gaps)


def test_small_villages_are_not_listed() -> None:
    change = np.random.default_rng(7).normal(50, 30, 33)
    found = told(assess(*households(change, desa=np.repeat(list("ABC"), [12, 12, 9]))))
    assert found.table["group"].tolist() == ["A", "B"]


def test_a_small_subgroup_is_hidden_from_the_public_with_another() -> None:
    change = np.random.default_rng(8).normal(50, 30, 60)
    homes, survey = households(change, desil=np.repeat([1, 2, 4], [6, 30, 24]))
    shown = release(assess(homes, survey), audience="public", language="id").result
    own = told(shown).table.set_index("group")
    assert own["change"].isna().sum() == 2
    assert "largest" not in own


@pytest.mark.parametrize("answer", ["paired", "baseline"])
def test_without_change_there_is_a_reason(answer: str) -> None:
    homes, survey = households(np.full(9, 50.0) + np.arange(9))
    if answer == "baseline":
        survey = survey[survey["gelombang"] == 0]
    assert isinstance(assess(homes, survey).subgroups, NotEstimable)


def test_everybody_alike_is_no_difference_but_a_reason() -> None:
    found = told(assess(*households(np.full(60, 50.0), desil=np.repeat([1, 2, 4], 20))))
    assert found.family == 0
    assert "tidak bervariasi" in str(found.untested[0][1])


# The test of difference keeps its level


def levels_null(random: np.random.Generator, sizes: list[int], levels: int) -> tuple[Any, Any, Any]:
    """Changes alike within groups (0.2), the same in all levels; levels cut across groups."""
    groups = np.repeat(np.arange(len(sizes)), sizes)
    shared = random.normal(0, np.sqrt(0.2), len(sizes))[groups]
    change = shared + random.normal(0, np.sqrt(0.8), len(groups))
    return change, random.integers(0, levels, len(groups)), groups


@pytest.mark.parametrize(
    ("sizes", "levels", "test"),
    [([15] * 10, 3, "wild"), ([8, 10, 12, 15, 15, 20, 25, 30], 4, "wild"), ([8] * 40, 3, "wald")],
    ids=["10 groups", "8 groups of unlike size", "40 groups"],
)
def test_alike_subgroups_are_called_different_one_time_in_twenty(
    sizes: list[int], levels: int, test: str
) -> None:
    random, times = np.random.default_rng(9), 400
    found = [difference(*levels_null(random, sizes, levels), HOW) for _time in range(times)]
    assert {one.test for one in found if isinstance(one, Difference)} == {test}
    called = np.mean([one.p_value <= LEVEL for one in found if isinstance(one, Difference)])
    assert around(0.03, times)[0] <= called <= around(0.07, times)[1]


def test_groups_must_be_heeded_where_levels_are_whole_groups() -> None:
    """Levels of five groups each: as independent households far too many would be called different."""
    random, times = np.random.default_rng(10), 200
    groups, levels = np.repeat(np.arange(15), 15), np.repeat(np.arange(3), 75)
    heeded, alone = 0, 0
    for _time in range(times):
        change = random.normal(0, np.sqrt(0.2), 15)[groups] + random.normal(0, np.sqrt(0.8), 225)
        found, naive = difference(change, levels, groups, HOW), difference(change, levels, None, HOW)
        assert isinstance(found, Difference)
        assert isinstance(naive, Difference)
        heeded, alone = heeded + (found.p_value <= LEVEL), alone + (naive.p_value <= LEVEL)
    assert heeded / times <= around(0.07, times)[1]
    assert alone / times > 0.2


def test_a_true_difference_is_found() -> None:
    change, levels, groups = levels_null(np.random.default_rng(11), [15] * 10, 3)
    found = difference(change + 1.5 * (levels == 2), levels, groups, HOW)
    assert isinstance(found, Difference)
    assert found.p_value < LEVEL
