"""What is measured, who is counted, and what is refused: small panels set by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, no_variables, panel, price_index, two_arms

from pasar_nb.analysis import change
from pasar_nb.analysis.change import Attrition, BeforeAfter, Comparison, Outcome, PairedChange, key_figures
from pasar_nb.analysis.change.balance import claim_of
from pasar_nb.disclosure import release
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

TWENTY = np.arange(1_000.0, 1_020.0)


def reason(value: object) -> str:
    assert isinstance(value, NotEstimable)
    return str(value.reason)


def rising(n: int = 20, **more: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Households that rise by 90 or 110, in turn."""
    before = np.arange(1_000.0, 1_000.0 + n)
    return panel(before, before + np.resize([90.0, 110.0], n), **more)


# The outcome


def test_no_outcome_is_chosen_where_the_district_named_none() -> None:
    found = assess(*rising(), outcome=None)
    assert "tidak menetapkan hasil utama" in reason(found.outcome)
    assert reason(found.paired) == reason(found.outcome)
    assert key_figures(found)["estimate"] is None
    assert not isinstance(found.attendance, NotEstimable)


def test_words_have_no_mean() -> None:
    homes, survey = rising()
    found = assess(homes, survey.assign(pasar_utama="pasar desa"), outcome="pasar_utama")
    assert "bukan angka" in reason(found.outcome)


def test_an_outcome_without_baseline_is_refused() -> None:
    homes, survey = rising()
    later = survey[survey["gelombang"] == 1]
    assert "survei awal" in reason(assess(homes, later).outcome)


def test_a_further_column_has_the_name_and_unit_that_the_district_gave_it() -> None:
    homes, survey = rising(column="panen")
    told = pd.DataFrame(
        [{"variabel": "panen", "nama": "Hasil panen", "satuan": "kuintal", "jenis": "angka", "arah": "naik"}]
    )
    outcome = assess(homes, survey, outcome="panen", variables=told).outcome
    assert isinstance(outcome, Outcome)
    assert (str(outcome.label), str(outcome.unit), outcome.kind) == ("Hasil panen", "kuintal", "number")


def test_yes_and_no_become_shares() -> None:
    before, after = np.array([0.0] * 20 + [1.0] * 20), np.array([0.0] * 10 + [1.0] * 30)
    homes, survey = panel(before, after, column="produk_keuangan")
    answers = survey.assign(produk_keuangan=survey["produk_keuangan"].astype("boolean"))
    found = assess(homes, answers, outcome="produk_keuangan").paired
    assert isinstance(found, PairedChange)
    assert found.estimate.value == pytest.approx(10 / 40)
    assert "ya atau tidak" in reason(found.relative)


def test_fewer_than_ten_changed_answers_are_not_tested() -> None:
    """Five of twenty say yes who said no: so few are told apart by their probability, and prove nothing."""
    before, after = np.array([0.0] * 10 + [1.0] * 10), np.array([0.0] * 5 + [1.0] * 15)
    homes, survey = panel(before, after, column="produk_keuangan")
    answers = survey.assign(produk_keuangan=survey["produk_keuangan"].astype("boolean"))
    found = assess(homes, answers, outcome="produk_keuangan").paired
    assert "Kurang dari 10 rumah tangga mengubah jawabannya" in reason(found)


# Prices


def test_money_is_compared_in_rupiah_of_the_last_month() -> None:
    # prices rise by a tenth: 1,000 at baseline are 1,100 of the last month
    prices = price_index(("2024-01", 100.0, 2022), ("2025-01", 110.0, 2022))
    found = assess(*rising(), prices=prices)
    assert isinstance(found.outcome, Outcome)
    assert isinstance(found.paired, PairedChange)
    assert found.outcome.real_base == "2025-01"
    nominal, before = 100.0, TWENTY.mean()
    assert found.paired.estimate.value == pytest.approx(before + nominal - 1.1 * before)
    assert found.paired.baseline_mean == pytest.approx(1.1 * before)
    assert isinstance(found.paired.nominal, change.Estimate)
    assert found.paired.nominal.value == pytest.approx(nominal)


def test_without_an_index_money_is_nominal_and_the_reason_is_kept() -> None:
    found = assess(*rising())
    assert isinstance(found.outcome, Outcome)
    assert isinstance(found.paired, PairedChange)
    assert found.outcome.real_base is None
    assert "ihk belum ada" in str(found.outcome.nominal_reason)
    assert found.paired.nominal is None
    assert key_figures(found)["outcome_unit"] == "rupiah nominal"


def test_an_index_that_ends_too_early_is_not_stretched() -> None:
    found = assess(*rising(), prices=price_index(("2024-01", 100.0, 2022)))
    assert isinstance(found.outcome, Outcome)
    assert "Januari 2025" in str(found.outcome.nominal_reason)


# Who is counted


def test_nine_households_carry_no_conclusion_and_ten_do() -> None:
    assert "Kurang dari 10 rumah tangga peserta" in reason(assess(*rising(9)).paired)
    ten = assess(*rising(10)).paired
    assert isinstance(ten, PairedChange)
    assert ten.small


def test_thirty_households_are_no_small_sample() -> None:
    found = assess(*rising(30)).paired
    assert isinstance(found, PairedChange)
    assert not found.small


def test_only_participants_are_in_the_paired_change() -> None:
    arms = ["peserta"] * 15 + ["pembanding"] * 15
    before = np.full(30, 500.0)
    after = before + np.resize([9.0, 11.0], 30) * np.repeat([1.0, 7.0], 15)
    found = assess(*panel(before, after, arms=arms)).paired
    assert isinstance(found, PairedChange)
    assert found.n == 15
    assert found.estimate.value == pytest.approx((8 * 9 + 7 * 11) / 15)


def test_a_comparison_group_of_nine_is_none() -> None:
    arms = ["peserta"] * 20 + ["pembanding"] * 9
    before = np.arange(29.0) + 100
    found = assess(*panel(before, before + np.resize([1.0, 2.0, 4.0], 29), arms=arms))
    assert "Kurang dari 10 rumah tangga pembanding" in reason(found.comparison)
    assert found.design == "paired"


def test_everybody_in_one_arm_is_no_comparison() -> None:
    assert "Tidak ada kelompok pembanding" in reason(assess(*rising()).comparison)


def test_an_arm_of_few_groups_cannot_be_told_from_its_groups() -> None:
    arms = ["peserta"] * 30 + ["pembanding"] * 30
    groups = [f"K{place % 4}" for place in range(30)] + [f"L{place % 10}" for place in range(30)]
    homes, survey = panel(np.arange(60.0) + 100, np.arange(60.0) ** 1.1 + 100, arms=arms, groups=groups)
    assert "kurang dari 5 kelompok" in reason(assess(homes, survey).comparison)


def test_households_without_a_group_stand_for_themselves() -> None:
    groups = [f"K{place // 5}" for place in range(20)] + [None] * 20
    found = assess(*rising(40, groups=groups)).paired
    assert isinstance(found, PairedChange)
    assert found.estimate.clusters == 4 + 20


def test_a_baseline_alone_leaves_the_rest_of_the_report_standing() -> None:
    homes, survey = rising()
    found = assess(homes, survey[survey["gelombang"] == 0])
    assert "Baru ada survei awal" in reason(found.paired)
    assert "Baru ada survei awal" in reason(found.attrition)
    assert isinstance(found.levels, BeforeAfter)
    row = found.levels.table.iloc[0]
    assert (row["n"], row["mean_before"]) == (20, pytest.approx(TWENTY.mean()))
    assert pd.isna(row["mean_after"])
    assert key_figures(found)["waves"] == (0,)
    assert release(found, audience="public", language="id").result.levels.table["n"].iloc[0] == 20


def test_an_empty_survey_is_told_as_such() -> None:
    homes, survey = rising()
    found = assess(homes, survey.iloc[:0])
    assert "Tabel survei belum ada" in reason(found.attendance)


# Attrition


def panel_with_leavers(left: int, left_compared: int, n: int = 40) -> Attrition:
    """Two arms of n, of whom some are not seen again, the poorest first."""
    arms = ["peserta"] * n + ["pembanding"] * n
    before = np.tile(np.arange(100.0, 100.0 + n), 2)
    after = before + np.resize([5.0, 7.0, 12.0], 2 * n)
    after[:left] = np.nan
    after[n : n + left_compared] = np.nan
    found = assess(*panel(before, after, arms=arms)).attrition
    assert isinstance(found, Attrition)
    return found


def test_attrition_is_counted_by_arm() -> None:
    found = panel_with_leavers(4, 2)
    table = found.table.set_index(["kind", "group"])
    assert list(table.loc[("arm", "peserta"), ["baseline", "seen", "left"]]) == [40, 36, 4]
    assert table.loc[("all", "semua"), "share_left"] == pytest.approx(6 / 80)
    assert not found.high


@pytest.mark.parametrize(("left", "high"), [(8, False), (9, True)])
def test_more_than_a_fifth_is_flagged(left: int, high: bool) -> None:
    assert panel_with_leavers(left, 8).high is high


@pytest.mark.parametrize(("left", "uneven"), [(4, False), (5, True)])
def test_more_than_five_points_between_the_arms_are_flagged(left: int, uneven: bool) -> None:
    found = panel_with_leavers(left, 2)  # (left - 2) / 40: 5 points, 7.5 points
    assert found.uneven is uneven
    assert found.more_in == "peserta"


def test_who_left_is_told_only_where_ten_did() -> None:
    assert panel_with_leavers(5, 4).gap is None
    gap = panel_with_leavers(5, 5).gap
    assert gap is not None
    assert gap < -1  # the poorest of an even spread


def test_a_household_that_was_seen_but_did_not_answer_has_not_left() -> None:
    homes, survey = rising()
    silent = survey["gelombang"].eq(1) & survey["id_rt"].eq("RT-00000")
    found = assess(homes, survey.assign(pendapatan_rt=survey["pendapatan_rt"].mask(silent))).attrition
    assert isinstance(found, Attrition)
    assert list(found.table[["baseline", "seen", "left", "used"]].iloc[0]) == [20, 20, 0, 19]


# Likeness at baseline


@pytest.mark.parametrize(
    ("difference", "claim"),
    [(0.05, "fine"), (-0.05, "fine"), (0.06, "adjusted"), (-0.25, "adjusted"), (0.26, "none")],
)
def test_likeness_is_read_by_the_bounds_of_the_rule(difference: float, claim: str) -> None:
    balance = pd.DataFrame({"trait": ["hasil_utama"], "difference": [difference]})
    assert claim_of(balance) == claim


def test_another_characteristic_is_held_equal_however_far_apart() -> None:
    balance = pd.DataFrame({"trait": ["hasil_utama", "usia_kk"], "difference": [0.01, 0.6]})
    assert claim_of(balance) == "adjusted"


def test_arms_too_far_apart_leave_the_change_of_the_participants_as_the_finding() -> None:
    found = assess(*two_arms(100, 30, apart=60))
    assert isinstance(found.comparison, Comparison)
    assert found.comparison.claim == "none"
    assert found.design == "paired"
    figures = key_figures(found)
    assert (figures["design"], figures["claim"]) == ("paired", "none")


def test_the_standardised_difference_is_that_of_the_formula() -> None:
    found = assess(*two_arms(100, 30, apart=20)).comparison
    assert isinstance(found, Comparison)
    row = found.balance.set_index("trait").loc["hasil_utama"]
    spread = np.std(1_000 + 100 * np.linspace(-1, 1, 40), ddof=1)
    assert row["difference"] == pytest.approx(20 / spread)


def test_adjustment_takes_out_what_a_characteristic_explains() -> None:
    """Households headed by a woman rise by 200 more, and there are more of them among the participants."""
    n = 50
    arms = ["peserta"] * n + ["pembanding"] * n
    women = np.concatenate([np.arange(n) % 5 < 3, np.arange(n) % 5 < 2])  # 60 and 40 per cent
    before = np.tile(np.linspace(900, 1_100, n), 2)
    noise = np.random.default_rng(1).normal(0, 10, 2 * n)
    homes, survey = panel(before, before + 50 * (np.arange(2 * n) < n) + 200 * women + noise, arms=arms)
    homes = homes.assign(jenis_kelamin_kk=np.where(women, "P", "L"))
    found = assess(homes, survey).comparison
    assert isinstance(found, Comparison)
    assert found.adjusted_for == ("perempuan",)
    assert found.unadjusted.value == pytest.approx(50 + 0.2 * 200, abs=6)
    assert found.estimate.value == pytest.approx(50, abs=6)


# Relative change


def test_the_relative_change_is_that_of_the_logarithm() -> None:
    before = np.linspace(500, 1_500, 24)
    after = before * np.resize([1.1, 1.2, 1.3], 24)
    figures = key_figures(assess(*panel(before, after)))
    expected = (1.1 * 1.2 * 1.3) ** (1 / 3) - 1
    assert figures["relative_change"] == pytest.approx(expected)
    assert figures["log_change"] == pytest.approx(np.log1p(expected))


def test_a_loss_leaves_no_relative_change_but_the_change_in_rupiah() -> None:
    before = np.linspace(500, 1_500, 20)
    after = before + np.resize([10.0, 30.0], 20)
    after[3] = -50
    found = assess(*panel(before, after))
    assert isinstance(found.paired, PairedChange)
    assert "nol atau negatif" in reason(found.paired.relative)
    figures = key_figures(found)
    assert figures["relative_change"] is None
    assert figures["estimate"] == pytest.approx(np.mean(after - before))


# Disclosure and options


def test_small_groups_are_hidden_from_the_public_and_not_from_the_owner() -> None:
    homes, survey = rising(30)
    homes = homes.assign(jenis_kelamin_kk=["P"] * 6 + ["L"] * 24, disabilitas=False)
    found = assess(homes, survey)
    for audience, hidden in (("public", True), ("internal", False)):
        shown = release(found, audience=audience, language="id").result  # type: ignore[arg-type]
        assert isinstance(shown.levels, BeforeAfter)
        women = shown.levels.table.query("kind == 'sex' and group == 'P'").iloc[0]
        assert bool(pd.isna(women["mean_before"])) is hidden
        assert ("largest_before" in shown.levels.table) is not hidden


def test_an_income_that_two_households_hold_is_hidden() -> None:
    before = np.full(12, 1.0)
    before[:2] = 1_000.0
    found = assess(*panel(before, before * np.resize([1.5, 1.6, 1.7], 12)))
    shown = release(found, audience="public", language="id").result
    assert isinstance(shown.levels, BeforeAfter)
    assert shown.levels.table["mean_before"].isna().all()


def test_too_few_draws_are_refused() -> None:
    homes, survey = rising()
    with pytest.raises(UsageError, match="terlalu sedikit"):
        change.assess(
            pd.DataFrame([{"hasil_utama": "pendapatan_rt"}]),
            homes,
            survey,
            prices=price_index(),
            variables=no_variables(),
            draws=50,
        )


def test_waves_in_other_months_are_noticed() -> None:
    homes, survey = rising()
    assert not assess(homes, survey).outcome.other_season
    moved = survey.assign(
        tanggal=survey["tanggal"].where(survey["gelombang"] == 0, pd.Timestamp("2025-07-01"))
    )
    assert assess(homes, moved).outcome.other_season
    december = survey.assign(
        tanggal=survey["tanggal"].where(survey["gelombang"] == 0, pd.Timestamp("2024-12-20"))
    )
    assert not assess(homes, december).outcome.other_season


# Subgroups of whom nobody is left


def sexes(homes: pd.DataFrame, women: int) -> pd.DataFrame:
    return homes.assign(jenis_kelamin_kk=["P"] * women + ["L"] * (len(homes) - women))


def absent(homes: pd.DataFrame, survey: pd.DataFrame) -> list[str]:
    levels = assess(homes, survey).levels
    assert isinstance(levels, BeforeAfter)
    return [str(gap) for gap in levels.gaps]


NO_WOMEN = (
    "Di antara peserta yang diukur pada kedua survei tidak ada kelompok kepala rumah tangga perempuan, "
    "sehingga perubahannya tidak dapat disebut."
)


def test_women_who_all_left_before_the_endline_are_missed_aloud() -> None:
    before = np.arange(1_000.0, 1_030.0)
    after = np.where(np.arange(30) < 12, np.nan, before + 100)
    homes, survey = panel(before, after)
    assert NO_WOMEN in absent(sexes(homes, women=12), survey)
    assert NO_WOMEN not in absent(sexes(homes, women=13), survey)


def test_a_sex_that_was_written_for_men_only_leaves_women_missing_aloud() -> None:
    homes, survey = rising()
    homes = homes.assign(jenis_kelamin_kk=["L", None] * 10)
    assert NO_WOMEN in absent(homes, survey)


def test_with_a_baseline_only_a_missing_subgroup_is_missed_there() -> None:
    homes, survey = rising()
    homes = homes.assign(disabilitas=pd.Series([False] * len(homes), dtype="boolean"))
    (gap,) = [one for one in absent(homes, survey[survey["gelombang"] == 0]) if "disabilitas" in one]
    assert gap == (
        "Di antara peserta yang diukur tidak ada kelompok dengan anggota penyandang disabilitas, sehingga "
        "hasilnya tidak dapat ditampilkan."
    )


def test_what_cannot_be_told_from_the_programme_is_named_with_its_column() -> None:
    homes, survey = two_arms(100, 10)
    women = homes["studi"].map({"peserta": "P", "pembanding": "L"})
    found = reason(assess(homes.assign(jenis_kelamin_kk=women), survey).comparison)
    assert "menurut kepala rumah tangga perempuan (kolom jenis_kelamin_kk)" in found
