"""What the public gets of the sample districts, attacked by subtraction with the exact data in hand."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from description_cases import described, households, mixed, sample, waves

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.households import values_of, with_measures
from pasar_nb.disclosure import is_hidden, release

FEWEST = 10
DISTRICTS = ("3503", "5208")  # one with five villages, one with an indigenous group
NESTED = "made up"
every_district = pytest.mark.parametrize("code", DISTRICTS)
TRAITS = {
    "sex": lambda homes: homes["jenis_kelamin_kk"],
    "disability": lambda homes: homes["disabilitas"].map({True: "ya", False: "tidak"}),
    "age": lambda homes: pd.cut(
        homes["usia_kk"], [0, 30, 44, 59, 200], labels=["0-30", "31-44", "45-59", "60+"]
    ),
    "decile": lambda homes: pd.cut(homes["desil"], [0, 1, 3, 10], labels=["1", "2-3", "4+"]),
    "village": lambda homes: homes["desa"],
    "group": lambda homes: homes["id_kelompok"],
    "custom": lambda homes: homes["kelompok_adat"],
}


@cache
def public_sample(code: str) -> Description:
    return public(district(code)[0])


@cache
def district(code: str) -> tuple[Description, pd.DataFrame, pd.DataFrame]:
    """A sample district, or one made up with two groups that leave four households of their village."""
    if code != NESTED:
        return sample(code)
    place = np.arange(70)
    homes = households(
        70,
        desa=np.where(place < 30, "Ranah", "Bukit"),
        id_kelompok=np.select([place < 12, place < 26, place < 50], ["K1", "K2", "K3"], "K4"),
    )
    random = np.random.default_rng(4)
    survey = with_measures(waves(*({"pendapatan_rt": random.uniform(1e6, 3e6, 70)} for _wave in range(2))))
    return described(survey, homes), survey, homes


def public(found: Description) -> Description:
    return release(found, audience="public", language="id").result


@cache
def answered(code: str, measure: str, wave: int) -> pd.DataFrame:
    """The participants who answered, with what is known of them: counted anew from the tables."""
    _found, survey, homes = district(code)
    told = survey[(survey["gelombang"] == wave) & values_of(survey, measure).notna()]
    homes = homes[homes["studi"].fillna("peserta") == "peserta"]
    return homes[homes["id_rt"].isin(told["id_rt"])]


def members(homes: pd.DataFrame, kind: str) -> dict[str, frozenset[str]]:
    trait = TRAITS[kind](homes).astype("object").fillna("?")
    return {str(group): frozenset(who) for group, who in homes["id_rt"].groupby(trait.to_numpy())}


@cache
def published_groups(code: str) -> list[tuple[str, int, dict[tuple[str, str], frozenset[str]], Any]]:
    """For each key measure and wave: the households of every group, and the rows that the public gets."""
    found, every = public_sample(code), []
    for measure in found.key:
        if measure.form == "yes_no":
            continue
        for wave in found.months:
            rows = {
                (split.kind, str(row["group"])): row
                for split in found.splits
                for row in split.table.to_dict("records")
                if row["measure"] == measure.name and row["wave"] == str(wave)
            }
            if rows:
                there = answered(code, measure.name, wave)
                within = {kind: members(there, kind) for kind in {kind for kind, _group in rows}}
                groups = {(kind, group): within[kind].get(group, frozenset()) for kind, group in rows}
                every.append((measure.name, wave, groups, rows))
    return every


@every_district
def test_the_rows_of_the_splits_are_the_households_we_think_they_are(code: str) -> None:
    exact = {
        (split.kind, row["measure"], row["wave"], row["group"]): row["n"]
        for split in sample(code)[0].splits
        for row in split.table.to_dict("records")
    }
    compared = 0
    for measure, wave, groups, _rows in published_groups(code):
        for (kind, group), who in groups.items():
            assert len(who) == exact[kind, measure, str(wave), group]
            compared += 1
    assert compared > 100


@every_district
def test_no_published_group_is_below_ten_households(code: str) -> None:
    for measure, wave, groups, rows in published_groups(code):
        for key, row in rows.items():
            if pd.notna(row["mean"]):
                assert len(groups[key]) >= FEWEST, (measure, wave, key)
            if pd.notna(row["median"]):
                assert len(groups[key]) >= 2 * FEWEST, (measure, wave, key)


@every_district
def test_all_participants_less_the_published_groups_leave_nobody_or_ten(code: str) -> None:
    hidden_somewhere = False
    for measure, wave, groups, rows in published_groups(code):
        everybody = frozenset(answered(code, measure, wave)["id_rt"])
        for kind in {kind for kind, _group in rows}:
            shown = [groups[key] for key, row in rows.items() if key[0] == kind and pd.notna(row["mean"])]
            for size in range(1, len(shown) + 1):
                for some in combinations(shown, size):
                    left = everybody - frozenset().union(*some)
                    assert not left or len(left) >= FEWEST, (measure, wave, kind)
                    hidden_somewhere |= size == len(shown) and bool(left)
    assert hidden_somewhere  # else there was nothing to attack


@pytest.mark.parametrize("code", [*DISTRICTS, NESTED])
def test_no_published_group_lies_within_another(code: str) -> None:
    """The larger less the smaller ones would be published as well."""
    compared = 0
    for measure, wave, groups, rows in published_groups(code):
        shown = {key: groups[key] for key, row in rows.items() if pd.notna(row["mean"])}
        for (kind, name), whole in shown.items():
            inside = [key for key, part in shown.items() if key[0] != kind and part < whole]
            assert not inside, (measure, wave, kind, name)
            compared += 1
    assert compared


def test_groups_that_leave_a_few_of_their_village_are_not_told_beside_it() -> None:
    found = public_sample(NESTED)
    assert {split.kind for split in found.splits} == {"village"}
    homes = district(NESTED)[2]
    village = homes[homes["desa"] == "Ranah"]
    assert int((~village["id_kelompok"].isin(["K1", "K2"])).sum()) == 4  # what the two would leave


@every_district
def test_no_answer_of_fewer_than_ten_nor_of_all_but_fewer_than_ten_is_told(code: str) -> None:
    exact, found = sample(code)[0].answers, public_sample(code).answers
    told = ~found["count"].map(is_hidden)
    assert told.any()
    assert (exact.loc[told, "count"] >= FEWEST).all()
    assert (exact.loc[told, "of"] - exact.loc[told, "count"] >= FEWEST).all()
    assert found.loc[~told, "share"].isna().all()
    several = exact["measure"].isin(exact.loc[exact.duplicated(["part"]), "measure"])
    for _part, rows in exact[several].groupby("part"):
        secret = rows.index[~told[rows.index]]
        left = exact.loc[secret, "count"]
        assert not len(secret) or (len(secret) > 1 and left.sum() >= FEWEST)


@every_district
def test_neither_extremes_nor_means_of_few_are_told_by_wave(code: str) -> None:
    exact, found = sample(code)[0].statistics, public_sample(code).statistics
    assert not {"least", "most", "largest"} & set(found.columns)
    told = found["mean"].notna()
    assert told.sum() > 50
    assert (exact.loc[told, "n"] >= FEWEST).all()
    survey = sample(code)[1]
    for row in exact[told & (exact["arm"] == "peserta")].to_dict("records"):
        own = answered(code, row["measure"], int(row["wave"]))["id_rt"]
        there = survey[(survey["gelombang"] == int(row["wave"])) & survey["id_rt"].isin(own)]
        assert (values_of(there, row["measure"]).fillna(0) != 0).sum() >= FEWEST, row["measure"]


@every_district
def test_counts_are_rounded_and_bands_never_below_ten(code: str) -> None:
    found = public_sample(code)
    columns = [
        found.statistics["n"],
        found.answers["of"],
        *(one.table["count"] for one in found.distributions),
    ]
    counts = [count for column in columns for count in column if not is_hidden(count)]
    assert counts
    assert all(count % 5 == 0 and count >= FEWEST for count in counts)
    assert found.distributions


@every_district
def test_the_public_gets_no_row_of_the_table_with_every_split(code: str) -> None:
    assert len(sample(code)[0].every_split) > 500
    assert public_sample(code).every_split.empty


def test_two_who_hold_nearly_all_of_an_amount_hide_its_mean() -> None:
    amounts = np.r_[np.full(28, 1_000.0), 500_000.0, 700_000.0]
    found = public(described(waves({"tabungan": amounts}), households(30)))
    assert found.statistics["mean"].isna().all()
    assert list(found.statistics["n"]) == ["*"]


def test_one_small_arm_hides_the_other_too() -> None:
    homes = households(40).assign(studi=["peserta"] * 34 + ["pembanding"] * 6)
    found = public(described(waves({"jam_kerja": np.arange(40.0)}), homes)).statistics
    assert found["mean"].isna().all()


def test_a_group_of_which_nobody_is_left_is_hidden_like_one_of_which_few_are() -> None:
    homes = households(40, jenis_kelamin_kk=["P"] * 12 + ["L"] * 28)
    survey = waves({"jam_kerja": np.arange(40.0)}, {"jam_kerja": np.arange(40.0)})
    stayed = survey[~((survey["gelombang"] == 1) & survey["id_rt"].isin(homes["id_rt"][:12]))]
    (sex,) = public(described(stayed, homes)).splits
    last = sex.table[sex.table["wave"] == "1"]
    assert list(last["n"]) == ["*", "*"]
    assert last["mean"].isna().all()
    assert sex.table.loc[sex.table["wave"] == "0", "mean"].notna().all()


def test_the_owner_of_the_data_gets_everything() -> None:
    exact = described(*mixed(), outcome="pendapatan_rt")
    internal = release(exact, audience="internal", language="id").result
    pd.testing.assert_frame_equal(internal.statistics, exact.statistics)
    pd.testing.assert_frame_equal(internal.every_split, exact.every_split)
