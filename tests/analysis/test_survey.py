"""Who is in the data: pairs of waves, missing answers, Slovin's sample and relative standard errors."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import no_variables
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.analysis import survey
from pasar_nb.analysis.change import Design, estimate
from pasar_nb.analysis.survey.precision import error_of_mean
from pasar_nb.disclosure import release
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable


def asked(*waves: dict[str, Any], arms: dict[str, str] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables of households and of waves, each wave given as answers by household."""
    rows = [
        {"id_rt": home, "gelombang": wave, "tanggal": pd.Timestamp("2024-01-10"), "pendapatan_rt": answer}
        for wave, answers in enumerate(waves)
        for home, answer in answers.items()
    ]
    everybody = sorted({row["id_rt"] for row in rows} | set(arms or {}))
    homes = pd.DataFrame({"id_rt": everybody, "studi": [(arms or {}).get(one) for one in everybody]})
    return homes, pd.DataFrame(rows)


def examine(homes: pd.DataFrame, waves: pd.DataFrame, **more: Any) -> survey.SurveyExamined:
    return survey.examine(homes, waves, variables=no_variables(), **more)


def numbered(*places: int) -> dict[str, float]:
    return {f"RT-{place:03d}": 100.0 + place for place in places}


# Pairs of waves


def test_a_pair_is_a_household_interviewed_in_both_waves() -> None:
    homes, waves = asked(numbered(*range(20)), numbered(*range(3, 20)), numbered(*range(1, 18)))
    found = examine(homes, waves).matching
    assert isinstance(found, survey.Matching)
    told = found.table.set_index("pair")
    assert list(told["before"]) == [20, 20, 17]
    assert told["both"].to_dict() == {"0-1": 17, "0-2": 17, "1-2": 15}
    assert told.loc["1-2", "share"] == pytest.approx(15 / 17)


def test_a_household_that_joined_later_is_no_pair() -> None:
    homes, waves = asked(numbered(*range(10)), numbered(*range(5, 15)))
    found = examine(homes, waves).matching
    assert isinstance(found, survey.Matching)
    assert list(found.table["both"]) == [5]


def test_of_six_waves_each_is_paired_with_the_first_and_the_one_before() -> None:
    homes, waves = asked(*[numbered(*range(12))] * 6)
    found = examine(homes, waves).matching
    assert isinstance(found, survey.Matching)
    assert list(found.table["pair"]) == ["0-1", "0-2", "0-3", "0-4", "0-5", "1-2", "2-3", "3-4", "4-5"]


def test_one_wave_has_no_pair() -> None:
    found = examine(*asked(numbered(*range(12)))).matching
    assert isinstance(found, survey.Matching)
    assert found.table.empty


def test_the_public_is_not_told_how_few_were_lost() -> None:
    homes, waves = asked(numbered(*range(40)), numbered(*range(37)))
    safe = release(examine(homes, waves), audience="public", language="id").result.matching
    assert isinstance(safe, survey.Matching)
    assert list(safe.table["both"]) == ["*"]
    assert safe.table["share"].isna().all()


# Missing answers


def test_missing_answers_are_counted_among_those_interviewed() -> None:
    homes, waves = asked(numbered(*range(20)), numbered(*range(16)))
    gaps = waves["gelombang"].eq(1) & waves["id_rt"].isin(["RT-000", "RT-001"])
    waves = waves.assign(pendapatan_rt=waves["pendapatan_rt"].mask(gaps), jam_kerja=8.0)
    found = examine(homes, waves).missing
    assert isinstance(found, survey.MissingValues)
    assert found.table.to_dict("list") == {
        "variable": ["pendapatan_rt", "pendapatan_rt"],
        "wave": ["0", "1"],
        "asked": [20, 16],
        "missing": [0, 2],
        "share": [0.0, 2 / 16],
    }
    assert list(found.by_wave["complete"]) == [20, 14]
    assert found.by_wave["share_missing"].tolist() == [0.0, pytest.approx(2 / 32)]


def test_what_nobody_was_asked_is_no_missing_answer() -> None:
    homes, waves = asked(numbered(*range(12)), numbered(*range(12)))
    later = waves["gelombang"].eq(1)
    waves = waves.assign(tabungan=np.nan, jam_kerja=np.where(later, 7.0, np.nan))
    found = examine(homes, waves).missing
    assert isinstance(found, survey.MissingValues)
    assert found.table.empty
    assert [str(label) for label in found.never] == ["Tabungan"]
    assert [str(label) for label in found.not_every_wave] == ["Jam kerja"]


def test_the_worst_question_stands_first() -> None:
    homes, waves = asked(numbered(*range(20)))
    place = np.arange(20)
    waves = waves.assign(
        jam_kerja=np.where(place < 2, np.nan, 8.0), tabungan=np.where(place < 5, np.nan, 1_000.0)
    )
    found = examine(homes, waves).missing
    assert isinstance(found, survey.MissingValues)
    assert list(found.table["variable"]) == ["tabungan", "jam_kerja"]


def test_few_missing_answers_are_hidden_from_the_public() -> None:
    homes, waves = asked(numbered(*range(60)))
    place = np.arange(60)
    waves = waves.assign(
        jam_kerja=np.where(place < 4, np.nan, 8.0), tabungan=np.where(place < 20, np.nan, 1_000.0)
    )
    safe = release(examine(homes, waves), audience="public", language="id").result.missing
    assert isinstance(safe, survey.MissingValues)
    told = safe.table.set_index("variable")
    assert told.loc["jam_kerja", "missing"] == "*"
    assert pd.isna(told.loc["jam_kerja", "share"])


def test_a_survey_without_answers_is_said_to_be_so() -> None:
    homes, waves = asked(dict.fromkeys(numbered(*range(12)), np.nan))
    found = examine(homes, waves)
    assert isinstance(found.missing, NotEstimable)
    assert isinstance(found.precision, NotEstimable)


def test_an_empty_survey_has_a_reason_for_everything() -> None:
    homes, waves = asked(numbered(1))
    found = examine(homes, waves.iloc[:0])
    assert {str(getattr(found, name).reason) for name in ("matching", "missing", "plan", "precision")} == {
        "Tabel survei belum ada atau kosong."
    }


# The sample


@pytest.mark.parametrize(
    ("listed", "margin", "needed"),
    [(1_000, 0.05, 286), (400, 0.05, 200), (1, 0.05, 1), (10_000, 0.1, 100), (10_000, 0.01, 5_000)],
)
def test_slovin_s_formula_as_the_study_works_it(listed: int, margin: float, needed: int) -> None:
    # 1,000 / (1 + 1,000 * 0.0025) = 285.7, rounded up: Kajian Bappenas 2024, 3.3.3
    assert survey.slovin(listed, margin) == needed


@given(listed=st.integers(1, 10**6), margin=st.floats(0.001, 0.5))
def test_a_sample_is_never_larger_than_its_list_nor_than_the_limit(listed: int, margin: float) -> None:
    needed = survey.slovin(listed, margin)
    assert 1 <= needed <= listed
    assert needed <= np.ceil(1 / margin**2)
    assert survey.slovin(listed + 1, margin) >= needed


def plan(listed: int, first: int, last: int | None = None, **more: Any) -> dict[str, Any]:
    waves = [numbered(*range(first)), *([] if last is None else [numbered(*range(last))])]
    homes, answers = asked(*waves, arms=dict.fromkeys(numbered(*range(listed)), "peserta"))
    found = examine(homes, answers, **more).plan
    assert isinstance(found, survey.SamplePlan)
    return {str(name): cell for name, cell in found.table.iloc[0].items()}


def test_everybody_on_the_list_is_a_census_even_after_losses() -> None:
    assert plan(40, 40, 20)["verdict"] == "census"


def test_a_sample_is_short_enough_or_lost_after_the_first_wave() -> None:
    # 100 / (1 + 100 * 0.0025) = 80
    assert plan(100, 79)["verdict"] == "short"
    assert plan(100, 80)["verdict"] == "enough"
    assert plan(100, 80, 80)["verdict"] == "enough"
    assert plan(100, 90, 79)["verdict"] == "lost"


def test_a_wider_margin_needs_fewer() -> None:
    row = plan(100, 60, margin=0.1)
    assert (row["needed"], row["verdict"]) == (50, "enough")


def test_a_household_without_an_arm_takes_part() -> None:
    homes, answers = asked(numbered(*range(20)))
    found = examine(homes, answers).plan
    assert isinstance(found, survey.SamplePlan)
    assert list(found.table["arm"]) == ["peserta"]


@pytest.mark.parametrize("margin", [0.0, 1.0, -0.05])
def test_a_margin_outside_nought_and_one_is_refused(margin: float) -> None:
    with pytest.raises(UsageError, match="di antara 0 dan 1"):
        examine(*asked(numbered(*range(12))), margin=margin)


# Precision


@given(seed=st.integers(0, 10**6), groups=st.sampled_from([0, 3, 8, 40]))
def test_the_error_of_a_mean_is_that_of_every_other_estimate(seed: int, groups: int) -> None:
    random = np.random.default_rng(seed)
    values = random.gamma(3, 1, 120)
    codes = None if not groups else np.arange(120) % groups
    other = estimate(Design(values, np.ones(120), np.empty((120, 0))), codes, draws=99, seed=1)
    assert not isinstance(other, NotEstimable)
    assert error_of_mean(values, codes) == pytest.approx(other.standard_error, rel=1e-9)


def test_the_relative_error_is_the_error_over_the_mean() -> None:
    homes, waves = asked(numbered(*range(20)))
    found = examine(homes, waves).precision
    assert isinstance(found, survey.Precision)
    values = 100.0 + np.arange(20)
    assert found.table["exact_rse"].iloc[0] == pytest.approx(values.std(ddof=1) / np.sqrt(20) / values.mean())
    assert found.groups == 0


def test_comparison_households_do_not_make_the_participants_surer() -> None:
    arms = dict.fromkeys(numbered(*range(15)), "peserta") | dict.fromkeys(
        numbered(*range(15, 60)), "pembanding"
    )
    homes, waves = asked(numbered(*range(60)), arms=arms)
    found = examine(homes, waves).precision
    assert isinstance(found, survey.Precision)
    assert list(found.table["n"]) == [15]


def test_nine_answers_have_no_relative_error() -> None:
    found = examine(*asked(numbered(*range(9)))).precision
    assert isinstance(found, survey.Precision)
    assert found.table["exact_rse"].isna().all()


def test_the_error_of_a_rare_answer_stays_with_the_owner() -> None:
    """From the error of a share and n anybody can work out how many said yes."""
    homes, waves = asked(numbered(*range(60)))
    rare = pd.array(np.arange(60) < 3, dtype="boolean")
    common = pd.array(np.arange(60) < 30, dtype="boolean")
    found = examine(homes, waves.assign(bansos=rare, produk_keuangan=common))
    safe = release(found, audience="public", language="id").result.precision
    assert isinstance(safe, survey.Precision)
    assert "exact_rse" not in safe.table
    rse = safe.table.set_index("variable")["rse"]
    assert pd.isna(rse["bansos"])
    # three digits for the public: 0.13018...
    assert rse["produk_keuangan"] == pytest.approx(np.sqrt(0.5 * 0.5 / 59) / 0.5, abs=0.0005)


def test_nothing_given_is_changed() -> None:
    homes, waves = asked(numbered(*range(12)), numbered(*range(10)))
    before = homes.copy(), waves.copy()
    examine(homes, waves)
    pd.testing.assert_frame_equal(homes, before[0])
    pd.testing.assert_frame_equal(waves, before[1])
