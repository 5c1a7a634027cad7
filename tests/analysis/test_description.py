"""The description of answers: statistics by hand, against pandas, in whose rupiah, and split by whom."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from description_cases import NO_PRICES, PRICES, described, households, mixed, waves
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.description import Description, FromBusiness, Spending
from pasar_nb.analysis.description.groups import NOT_RECORDED
from pasar_nb.analysis.description.statistics import ascending, modes, segments
from pasar_nb.findings import NotEstimable


def row(table: pd.DataFrame, **wanted: str) -> dict[str, Any]:
    chosen = table
    for column, value in wanted.items():
        chosen = chosen[chosen[column] == value]
    (only,) = chosen.to_dict("records")
    return {str(name): cell for name, cell in only.items()}


def hours(*answers: float) -> dict[str, Any]:
    found = described(waves({"jam_kerja": list(answers)}), households(len(answers)))
    return row(found.statistics, measure="jam_kerja", wave="0", arm="peserta")


# Statistics


def test_statistics_of_five_answers_by_hand() -> None:
    found = hours(2, 4, 4, 6, 9)
    assert found["n"] == 5
    assert found["mean"] == (2 + 4 + 4 + 6 + 9) / 5
    assert found["median"] == 4
    assert (found["low_quartile"], found["high_quartile"]) == (4, 6)
    assert found["deviation"] == pytest.approx(np.sqrt((9 + 1 + 1 + 1 + 16) / 4))
    assert (found["least"], found["most"]) == (2, 9)


def test_quartiles_lie_between_answers_in_proportion() -> None:
    found = hours(1, 2, 3, 4)  # places 0.75 and 2.25 of 0 to 3
    assert (found["low_quartile"], found["median"], found["high_quartile"]) == (1.75, 2.5, 3.25)


def test_the_mode_needs_ten_households_and_no_rival() -> None:
    assert hours(*[5.0] * 10, *[6.0] * 9)["mode"] == 5
    assert np.isnan(hours(*[5.0] * 9, 6.0)["mode"])
    assert np.isnan(hours(*[5.0] * 10, *[6.0] * 10)["mode"])


def test_an_answer_that_is_missing_is_not_counted_as_nought() -> None:
    found = hours(4, np.nan, 6)
    assert (found["n"], found["mean"]) == (2, 5)


def test_a_wave_in_which_nobody_was_asked_has_no_row() -> None:
    survey = waves({"jam_kerja": [4.0, 6.0]}, {"jam_kerja": [np.nan, np.nan], "tabungan": [1.0, 2.0]})
    found = described(survey, households(2))
    assert list(found.statistics.query("measure == 'jam_kerja'")["wave"]) == ["0"]
    assert list(found.statistics.query("measure == 'tabungan'")["wave"]) == ["1"]


def test_arms_are_told_apart_and_one_without_an_arm_takes_part() -> None:
    homes = households(3).assign(studi=["peserta", "pembanding", None])
    found = described(waves({"jam_kerja": [2.0, 8.0, 4.0]}), homes)
    assert row(found.statistics, arm="peserta")["mean"] == (2 + 4) / 2
    assert row(found.statistics, arm="pembanding")["mean"] == 8
    assert found.compared
    assert not described(waves({"jam_kerja": [2.0]}), households(1)).compared


answers_drawn = st.lists(
    st.tuples(st.integers(-1, 3), st.one_of(st.none(), st.integers(-5, 40))), min_size=1, max_size=80
)


@given(drawn=answers_drawn)
@settings(max_examples=120, deadline=None)
def test_one_sort_gives_what_pandas_gives_group_by_group(drawn: list[tuple[int, int | None]]) -> None:
    groups = np.array([group for group, _ in drawn])
    values = np.array([np.nan if value is None else value / 4 for _, value in drawn], dtype="float64")
    own = segments(values, ascending(values), groups, 4)
    frame = pd.DataFrame({"group": groups, "value": values})
    by = frame[frame["group"] >= 0].groupby("group")["value"]
    for found, wanted in (
        (own.n.astype(float), by.count()),
        (own.mean(), by.mean()),
        (own.deviation(), by.std()),
        (own.quantile(0.25), by.quantile(0.25)),
        (own.quantile(0.5), by.median()),
        (own.quantile(1.0), by.max()),
    ):
        expected = wanted.reindex(range(4)).to_numpy(dtype="float64")
        kept = own.n > 0
        np.testing.assert_allclose(found[kept], expected[kept], atol=1e-9)


@given(drawn=answers_drawn)
@settings(max_examples=60, deadline=None)
def test_modes_are_what_counting_gives(drawn: list[tuple[int, int | None]]) -> None:
    many = drawn * 6
    groups = np.array([group for group, _ in many])
    values = np.array([np.nan if value is None else value % 3 for _, value in many], dtype="float64")
    found = modes(values, groups, 4)
    for group in range(4):
        tally = pd.Series(values[groups == group]).value_counts()
        sure = len(tally) and tally.iloc[0] >= 10 and (len(tally) == 1 or tally.iloc[1] < tally.iloc[0])
        assert (found[group] == tally.index[0]) if sure else np.isnan(found[group])


def test_what_few_tell_is_marked_whatever_the_number_of_households() -> None:
    assert hours(*[0.0] * 50)["largest"] == 1  # nobody: as telling as one
    assert hours(*[0.0] * 50, *[1.0] * 9)["largest"] == 1
    assert hours(*[5.0] * 50)["largest"] == 1  # the mean is everybody's
    assert hours(*range(1, 11), 500, 500)["largest"] == pytest.approx(1_000 / 1_055)
    assert hours(*[0.0] * 50, *range(1, 11))["largest"] == pytest.approx((9 + 10) / 55)


def test_inputs_stay_as_they_are() -> None:
    survey, homes = mixed()
    before = survey.copy(), homes.copy()
    described(survey, homes, prices=PRICES)
    pd.testing.assert_frame_equal(survey, before[0])
    pd.testing.assert_frame_equal(homes, before[1])


# Frequencies


def test_frequencies_by_hand() -> None:
    survey = waves(
        {
            "produk_keuangan": pd.array([True, False, None, True], dtype="boolean"),
            "pasar_utama": ["kota", "desa", "desa", None],
            "persepsi_pendapatan": [5, 1, 5, 5],
        }
    )
    found = described(survey, households(4)).answers
    yes = row(found, measure="produk_keuangan")
    assert (yes["answer"], yes["of"], yes["count"], yes["share"]) == ("ya", 3, 2, 2 / 3)
    named = found[found["measure"] == "pasar_utama"]
    assert list(zip(named["answer"], named["count"], strict=True)) == [("desa", 2), ("kota", 1)]
    steps = found[found["measure"] == "persepsi_pendapatan"]
    assert list(zip(steps["answer"], steps["count"], strict=True)) == [("1", 1), ("5", 3)]


def test_shares_of_one_question_add_up_to_one() -> None:
    found = described(*mixed()).answers
    several = found[found["measure"].isin(["pasar_utama", "persepsi_pendapatan"])]
    assert len(several)
    np.testing.assert_allclose(several.groupby("part")["share"].sum(), 1)


def test_names_without_end_are_gathered() -> None:
    names = [f"pasar {place % 20}" for place in range(60)]
    found = described(waves({"pasar_utama": names}), households(60)).answers
    assert len(found) == 9
    assert found["count"].sum() == 60
    assert found["answer"].iloc[-1] == "*"


# Whose rupiah


def test_amounts_of_all_waves_are_in_the_rupiah_of_the_last_interviews() -> None:
    survey = waves({"pendapatan_rt": [1_000.0, 2_000.0]}, {"pendapatan_rt": [1_100.0, 2_200.0]})
    found = described(survey, households(2), prices=PRICES)
    assert found.rupiah.base == "2025-01"
    assert row(found.statistics, wave="0")["mean"] == pytest.approx(1_500 * 1.1)
    assert row(found.statistics, wave="1")["mean"] == pytest.approx((1_100 + 2_200) / 2)


def test_without_an_index_amounts_stay_nominal_and_the_reason_is_told() -> None:
    found = described(waves({"pendapatan_rt": [1_000.0]}), households(1))
    assert found.rupiah.base is None
    assert found.rupiah.reason is not None
    assert "ihk" in str(found.rupiah.reason)
    assert row(found.statistics, wave="0")["mean"] == 1_000


def test_hours_are_no_money() -> None:
    survey = waves({"jam_kerja": [4.0], "tabungan": [5.0]}, {"jam_kerja": [4.0], "tabungan": [5.0]})
    found = described(survey, households(1), prices=PRICES)
    assert row(found.statistics, measure="jam_kerja", wave="0")["mean"] == 4
    assert row(found.statistics, measure="tabungan", wave="0")["mean"] == pytest.approx(5.5)


def test_the_usual_amount_is_the_one_that_was_given() -> None:
    survey = waves({"tabungan": [50_000.0] * 12}, {"tabungan": [50_000.0] * 12})
    found = described(survey, households(12), prices=PRICES)
    assert row(found.statistics, wave="0")["mode"] == 50_000


# What is spent, and what the business brings


def test_shares_of_spending_are_ratios_of_sums() -> None:
    parts = ("pendidikan_kesehatan", "transport_komunikasi", "rumah", "transfer", "lain")
    survey = waves({"belanja_makanan": [100.0, 300.0]} | {f"belanja_{name}": [0.0, 120.0] for name in parts})
    found = described(survey, households(2)).spending
    assert isinstance(found, Spending)
    only = row(found.table, wave="0")
    assert only["n"] == 2
    assert only["belanja_makanan"] == pytest.approx((100 + 300) / (100 + 900))  # the mean of ratios is 2/3
    assert only["belanja_lain"] == pytest.approx(120 / 1_000)


def test_a_household_that_was_not_asked_everything_is_left_out_of_spending() -> None:
    survey, homes = mixed()
    survey.loc[0, "belanja_lain"] = np.nan
    found = described(survey, homes).spending
    assert isinstance(found, Spending)
    assert found.table["n"].sum() == len(survey) - 1
    shares = found.table[[name for name in found.table if str(name).startswith("belanja_")]]
    np.testing.assert_allclose(shares.sum(axis="columns"), 1)


def test_spending_that_nobody_told_in_full_is_refused_with_the_remedy() -> None:
    found = described(waves({"belanja_makanan": [100.0]}), households(1)).spending
    assert isinstance(found, NotEstimable)
    assert "keenam kolom belanja" in str(found.reason)


def test_the_share_of_income_from_the_business_by_hand() -> None:
    survey = waves(
        {"pendapatan_usaha": [100.0, -50.0, 30.0, 7.0], "pendapatan_rt": [200.0, 100.0, np.nan, 0.0]}
    )
    found = described(survey, households(4)).business
    assert isinstance(found, FromBusiness)
    only = row(found.table, wave="0")
    assert only["n"] == 3  # the third did not tell all its income
    assert only["share"] == pytest.approx((100 - 50 + 7) / (200 + 100 + 0))
    assert only["median"] == pytest.approx((100 / 200 - 50 / 100) / 2)  # of nothing there is no share


def test_incomes_told_by_different_households_have_no_share() -> None:
    survey = waves({"pendapatan_usaha": [100.0, np.nan], "pendapatan_rt": [np.nan, 100.0]})
    assert isinstance(described(survey, households(2)).business, NotEstimable)


# Splits and bands


def test_splits_are_of_participants_in_the_first_and_last_wave_of_the_question() -> None:
    survey = waves(*({"jam_kerja": [float(wave + at) for at in range(4)]} for wave in (0, 1, 2)))
    survey.loc[survey["gelombang"] == 2, "jam_kerja"] = np.nan
    survey = survey.assign(tabungan=1.0)
    homes = households(4, jenis_kelamin_kk=["L", "P", "L", "P"]).assign(
        studi=["peserta", "peserta", "peserta", "pembanding"]
    )
    (sex,) = described(survey, homes).splits
    own = sex.table[sex.table["measure"] == "jam_kerja"]
    assert list(zip(own["wave"], own["group"], own["n"], own["mean"], strict=True)) == [
        ("0", "L", 2, 1.0),
        ("1", "L", 2, 2.0),
        ("0", "P", 1, 1.0),
        ("1", "P", 1, 2.0),
    ]


def test_groups_of_each_split_add_up_to_all_participants() -> None:
    found = described(*mixed(), outcome="pendapatan_rt")
    own = found.statistics.query("measure == 'pendapatan_rt' and arm == 'peserta'").set_index("wave")["n"]
    assert len(found.splits) >= 5
    for split in found.splits:
        told = split.table.query("measure == 'pendapatan_rt'").groupby("wave")["n"].sum()
        assert told.to_dict() == own.to_dict(), split.kind


def test_those_of_whom_a_trait_is_not_recorded_are_a_group() -> None:
    homes = households(4, jenis_kelamin_kk=["L", "L", None, "P"])
    (sex,) = described(waves({"jam_kerja": [1.0, 2.0, 3.0, 4.0]}), homes).splits
    assert list(sex.table["group"]) == ["L", "P", NOT_RECORDED]


def test_kinds_of_groups_that_nobody_recorded_are_named() -> None:
    found = described(waves({"jam_kerja": [1.0]}), households(1))
    assert found.splits == ()
    assert set(found.unrecorded) == {"sex", "disability", "age", "decile", "village", "group", "custom"}


def test_answers_by_names_are_split_by_how_often_each_is_given() -> None:
    homes = households(60, jenis_kelamin_kk=["L"] * 40 + ["P"] * 20)
    answers = (["kota"] * 10 + ["desa"] * 30) + (["kota"] * 15 + [None] * 5)
    table = described(waves({"pasar_utama": answers}), homes).every_split
    told = {(row.group, row.answer): (row.n, row.mean) for row in table.itertuples() if row.kind == "sex"}
    assert told == {
        **{("L", "kota"): (40, 0.25), ("L", "desa"): (40, 0.75)},
        **{("P", "kota"): (15, 1.0), ("P", "desa"): (15, 0.0)},
    }


def test_more_groups_than_anybody_reads_are_not_split() -> None:
    homes = households(70, desa=[f"Desa {place}" for place in range(70)])
    found = described(waves({"jam_kerja": np.arange(70.0)}), homes)
    assert found.crowded == ("village",)
    assert found.splits == ()


def test_a_way_to_split_that_would_tell_few_by_subtraction_is_for_the_owner_only() -> None:
    # The 20 of the custom all live in the village of 25: village less custom would be five households.
    homes = households(60, desa=["Hulu"] * 25 + ["Hilir"] * 35, kelompok_adat=["Bayan"] * 20 + ["lain"] * 40)
    found = described(waves({"jam_kerja": np.arange(60.0)}), homes)
    assert [split.kind for split in found.splits] == ["village"]
    assert found.withheld == ("custom",)
    assert set(found.every_split["kind"]) == {"village", "custom"}


def test_ways_to_split_that_cross_are_both_told() -> None:
    place = np.arange(60)
    homes = households(
        60, desa=np.where(place % 2, "Hulu", "Hilir"), kelompok_adat=np.where(place < 30, "a", "b")
    )
    found = described(waves({"jam_kerja": np.arange(60.0)}), homes)
    assert [split.kind for split in found.splits] == ["village", "custom"]


def test_a_yes_or_no_is_split_by_its_share() -> None:
    survey = waves({"produk_keuangan": pd.array([True, False, True], dtype="boolean")})
    found = described(survey, households(3, jenis_kelamin_kk=["L", "L", "P"]), outcome="produk_keuangan")
    (sex,) = found.splits
    assert list(sex.table["yes"]) == [1, 1]
    assert list(sex.table["share"]) == [0.5, 1.0]
    assert sex.table["mean"].isna().all()


def bands(found: Description) -> pd.DataFrame:
    (one,) = found.distributions
    return one.table


def test_bands_hold_ten_households_in_every_wave_and_together_everybody() -> None:
    random = np.random.default_rng(3)
    first, last = random.lognormal(14, 0.6, 43), random.lognormal(14.3, 0.6, 39)
    found = described(waves({"pendapatan_rt": first}, {"pendapatan_rt": last}), households(43))
    (one,) = found.distributions
    assert one.table["count"].min() >= 10
    assert one.table.groupby("wave")["count"].sum().to_dict() == {"0": 43, "1": 39}
    edges = [-np.inf, *one.edges, np.inf]
    counted = [int(((first >= low) & (first < high)).sum()) for low, high in pairwise(edges)]
    assert list(one.table.query("wave == '0'")["count"]) == counted


@given(
    sizes=st.tuples(st.integers(40, 60), st.integers(40, 60)),
    different=st.integers(8, 40),
    apart=st.integers(0, 3),
    seed=st.integers(0, 1000),
)
@settings(max_examples=40, deadline=None)
def test_no_band_is_ever_below_ten(sizes: tuple[int, int], different: int, apart: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    first, last = (random.integers(0, different, size).astype(float) for size in sizes)
    found = described(waves({"jam_kerja": first}, {"jam_kerja": last + apart}), households(60)).distributions
    assume(found)
    (one,) = found
    assert one.table["count"].min() >= 10
    assert list(one.edges) == sorted(set(one.edges))
    assert one.table.groupby("wave")["count"].sum().to_dict() == {"0": sizes[0], "1": sizes[1]}


def test_nineteen_households_have_no_two_bands() -> None:
    assert described(waves({"jam_kerja": np.arange(19.0)}), households(19)).distributions == ()
    assert len(bands(described(waves({"jam_kerja": np.arange(20.0)}), households(20)))) == 2


def test_the_bands_of_a_scale_are_its_steps() -> None:
    found = described(waves({"persepsi_pendapatan": [2] * 10 + [3] * 15 + [5] * 10}), households(35))
    (one,) = found.distributions
    assert one.edges == (3, 5)
    assert list(one.table["count"]) == [10, 15, 10]


# What is chosen, and damaged inputs


def test_the_primary_outcome_comes_first_and_every_theme_has_a_key_measure() -> None:
    found = described(*mixed(), outcome="persepsi_pendapatan")
    assert found.key[0].name == "persepsi_pendapatan"
    themes = {one.theme for one in found.measures if one.form != "category"}
    assert {one.theme for one in found.key} == themes


def test_an_empty_survey_gives_an_empty_description() -> None:
    survey = waves({"jam_kerja": [1.0]}).iloc[:0]
    found = described(survey, households(0))
    assert found.measures == ()
    assert found.statistics.empty
    assert isinstance(found.spending, NotEstimable)
    assert isinstance(found.business, NotEstimable)


def test_households_that_are_not_in_their_table_take_part_without_traits() -> None:
    found = described(waves({"jam_kerja": [1.0, 3.0]}), households(0, jenis_kelamin_kk=[]), prices=NO_PRICES)
    assert row(found.statistics, arm="peserta")["mean"] == 2
    assert found.splits == ()


def test_waves_without_a_baseline_have_levels_but_no_bands() -> None:
    found = described(waves({"jam_kerja": np.arange(30.0)}, first=1), households(30))
    assert list(found.statistics["wave"]) == ["1"]
    assert found.distributions == ()
