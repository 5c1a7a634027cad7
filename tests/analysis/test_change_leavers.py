"""Who was not seen again: by group and place, and what they were at baseline."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, panel

from pasar_nb.analysis.change import Attrition
from pasar_nb.analysis.change.attendance import follow
from pasar_nb.disclosure import release

N = 60


def followed(left: range | list[int], *, outcome: str | None = "pendapatan_rt", **traits: Any) -> Attrition:
    """Sixty households of incomes 100 to 159, of whom some are not seen again."""
    before = np.arange(100.0, 100.0 + N)
    after = before + np.resize([5.0, 7.0, 12.0], N)
    after[list(left)] = np.nan
    homes, survey = panel(before, after)
    found = assess(homes.assign(**traits), survey, outcome=outcome).attrition
    assert isinstance(found, Attrition)
    return found


def row(found: Attrition, kind: str, group: str) -> dict[str, Any]:
    table = found.table[(found.table["kind"] == kind) & (found.table["group"] == group)]
    assert len(table) == 1
    return {str(name): cell for name, cell in table.iloc[0].items()}


def test_the_standardised_difference_is_that_of_the_formula() -> None:
    profile = followed(range(12)).profile.set_index("trait")
    left, stayed = np.arange(100.0, 112.0), np.arange(112.0, 160.0)
    spread = np.sqrt((left.var(ddof=1) + stayed.var(ddof=1)) / 2)
    told = profile.loc["hasil_utama"]
    assert (told["n_left"], told["n_stayed"]) == (12, 48)
    assert (told["mean_left"], told["mean_stayed"]) == (left.mean(), stayed.mean())
    assert told["difference"] == pytest.approx((left.mean() - stayed.mean()) / spread)


def test_nine_who_left_are_not_described_and_ten_are() -> None:
    assert followed(range(9)).profile.empty
    assert not followed(range(10)).profile.empty


def test_a_trait_that_all_share_has_no_difference() -> None:
    profile = followed(range(12), usia_kk=40, jenis_kelamin_kk="P").profile
    assert set(profile["trait"]) == {"hasil_utama"}


def test_a_difference_that_tells_of_few_stays_with_the_owner() -> None:
    """Two of the twelve who left are headed by a woman: the public must not be able to work that out."""
    women = ["P" if place < 2 or place > 40 else "L" for place in range(N)]
    found = followed(range(12), jenis_kelamin_kk=women)
    own = found.profile.set_index("trait").loc["perempuan"]
    assert pd.isna(own["difference"])
    assert own["exact_difference"] < 0
    safe = release(found, audience="public", language="id").result.profile
    assert not {"mean_left", "mean_stayed", "exact_difference"} & set(safe.columns)


def test_losses_are_counted_by_age_and_decile() -> None:
    ages = [25] * 20 + [45] * 20 + [60] * 20
    found = followed(range(5), usia_kk=ages, desil=[1] * 10 + [2] * 30 + [5] * 20)
    assert (row(found, "age", "0-30")["baseline"], row(found, "age", "0-30")["left"]) == (20, 5)
    assert row(found, "age", "45-59")["left"] == 0
    assert row(found, "decile", "2-3")["baseline"] == 30
    assert row(found, "decile", "4+")["share_left"] == 0


@pytest.mark.parametrize(("age", "group"), [(30, "0-30"), (31, "31-44"), (59, "45-59"), (60, "60+")])
def test_age_groups_begin_where_the_law_says(age: int, group: str) -> None:
    assert row(followed([0], usia_kk=age), "age", group)["baseline"] == N


def test_places_of_fewer_than_ten_are_one_row() -> None:
    villages = ["Atas"] * 30 + ["Bawah"] * 21 + ["Kecil"] * 5 + [None] * 4
    places = followed(range(6), desa=villages).places
    told = places[places["kind"] == "village"].set_index("group")
    assert told["baseline"].to_dict() == {"Atas": 30, "Bawah": 21, "": 9}
    assert told.loc["Atas", "left"] == 6
    assert int(told["baseline"].sum()) == N


def test_one_large_place_alone_is_not_shown() -> None:
    assert followed(range(6), desa=["Atas"] * 52 + ["Kecil"] * 8).places.empty


def test_losses_are_told_without_a_primary_outcome() -> None:
    found = followed(range(12), outcome=None, usia_kk=40 + np.arange(N) % 7)
    assert found.outcome is None
    assert row(found, "all", "semua")["left"] == 12
    assert row(found, "all", "semua")["used"] == 0
    assert "hasil_utama" not in set(found.profile["trait"])


def test_nobody_lost_leaves_no_profile() -> None:
    found = followed([])
    assert row(found, "all", "semua")["share_left"] == 0
    assert found.profile.empty


@pytest.mark.parametrize("count", [3, 12, 45])
def test_the_public_never_reads_a_count_below_ten(count: int) -> None:
    villages = ["Atas"] * 30 + ["Bawah"] * 30
    safe = release(followed(range(count), desa=villages), audience="public", language="id").result
    for table, names in ((safe.table, ("seen", "left", "used")), (safe.places, ("seen", "left"))):
        shown = [cell for name in names for cell in table[name] if cell != "*"]
        assert all(cell >= 10 and cell % 5 == 0 for cell in shown)
    if count == 3:
        assert safe.table["share_left"].isna().all()


def test_a_survey_without_baseline_has_nobody_to_follow() -> None:
    homes, survey = panel(np.arange(20.0), np.arange(20.0))
    found = follow(survey[survey["gelombang"] == 1], homes)
    assert "survei awal" in str(getattr(found, "reason", ""))
