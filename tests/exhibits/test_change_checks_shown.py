"""What people are told and shown about the checks of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd
import pytest
from causal_words import claims
from comparison_cases import assess, begun, waves
from exhibit_reading import cells, drawing, every, said, shown, strings

from pasar_nb.analysis.change import Comparison, Estimate, HouseholdChange, PairedChange
from pasar_nb.analysis.change.described import OUTCOME
from pasar_nb.figures import change as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import change as prose
from pasar_nb.tables import change as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_text


@cache
def alike_before() -> HouseholdChange:
    return assess(*waves([0, 0, 0, 90, 120]), begun(2))


@cache
def apart_before() -> HouseholdChange:
    return assess(*waves([0, 60, 120, 180]), begun(2))


@cache
def one_before() -> HouseholdChange:
    return assess(*waves([0, 30, 60]), begun(0))


@cache
def two_waves() -> HouseholdChange:
    return assess(*waves([0, 60]))


@cache
def lost_unevenly() -> HouseholdChange:
    homes, survey = waves([0, 60])
    gone = homes["id_rt"].iloc[40:50]
    return assess(homes, survey[~((survey["gelombang"] == 1) & survey["id_rt"].isin(gone))])


@cache
def clear_only_when_adjusted() -> HouseholdChange:
    whole = two_waves()
    found = whole.comparison
    assert isinstance(found, Comparison)
    plain = replace(found.unadjusted, low=-1.0, high=2 * found.unadjusted.value)
    return replace(whole, comparison=replace(found, adjusted_for=("usia_kk",), unadjusted=plain))


@cache
def few_in_a_wave() -> HouseholdChange:
    homes, survey = waves([0, 30, 60, 90])
    there = homes["id_rt"].iloc[[*range(5), *range(40, 80)]]
    return assess(homes, survey[~((survey["gelombang"] == 1) & ~survey["id_rt"].isin(there))])


@cache
def under_way() -> HouseholdChange:
    return assess(*waves([0, 60, 90]), date(2019, 6, 1))


@cache
def under_way_without_others() -> HouseholdChange:
    homes, survey = waves([0, 60])
    return assess(homes.assign(studi="peserta"), survey, date(2019, 6, 1))


@cache
def clear_only_since_baseline() -> HouseholdChange:
    return assess(*waves([0, 6, 12], seed=2), begun(1))


CASES: dict[str, Callable[[], HouseholdChange]] = {
    one.__name__: one
    for one in (
        alike_before,
        apart_before,
        one_before,
        two_waves,
        lost_unevenly,
        few_in_a_wave,
        clear_only_when_adjusted,
        under_way,
        clear_only_since_baseline,
    )
}
every_case = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
OURS = ("comparison", "balance", "checks", "event_study", "limits", "summary")


def words(make: Callable[[], HouseholdChange], name: str = "checks", language: str = "id") -> str:
    return " ".join(said(getattr(prose, name)(shown(make(), language=language)), language))


@every_case
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_sentences_are_whole_and_name_no_cause(make: Callable, language: str, audience: str) -> None:
    given = shown(make(), audience, language)
    for name in OURS:
        for text in said(getattr(prose, name)(given), language):
            assert text.endswith("."), (name, text)
            assert "  " not in text
            assert not {"nan", "None", "NaN", "inf", "<NA>"} & set(text.split())
            assert not claims(text, language, compared=True), text


@every_case
def test_likeness_is_never_taken_for_a_lot(make: Callable) -> None:
    assert "tidak sama dengan diundi" in words(make)


def test_arms_that_moved_apart_before_are_named_as_the_reason() -> None:
    assert "sebelum program dimulai, sehingga selisih perubahannya tidak dipakai" in words(
        apart_before, "comparison"
    )
    assert "tidak boleh dibaca sebagai hasil program" in words(apart_before)
    assert "boleh dibaca sebagai hasil program hanya bila" not in words(apart_before, "comparison")
    assert "bukan apa penyebabnya" in words(apart_before, "limits")
    assert "hampir sama" in words(apart_before, "balance")
    likeness = figures.balance(shown(apart_before()))
    assert isinstance(likeness, ReportFigure)
    assert "terlalu berbeda" not in str(likeness.title)
    path = figures.event_study(shown(apart_before()))
    assert isinstance(path, ReportFigure)
    assert "sudah berbeda sebelum program" in str(path.title)


def test_a_programme_under_way_is_named_as_the_reason_and_nothing_is_called_before_it() -> None:
    assert "sudah berjalan pada survei awal, sehingga selisih" in words(under_way, "comparison")
    assert "bukan apa penyebabnya" in words(under_way, "limits")
    for name in ("checks", "event_study"):
        assert "Tidak ada survei sebelum program" in words(under_way, name)
    assert isinstance(figures.event_study(shown(under_way())), NotEstimable)
    assert isinstance(tables.event_study(shown(under_way())), NotEstimable)
    results = [cells(tables.checks(shown(make())), "result") for make in (under_way, one_before, two_waves)]
    assert ["tidak ada survei sebelum program" in one for one in results] == [True, False, False]
    assert ["survei awal ialah yang terakhir sebelum program" in one for one in results] == [
        False,
        True,
        False,
    ]
    judged = dict(
        zip(
            *(cells(tables.checks(shown(under_way())), column) for column in ("check", "verdict")),
            strict=True,
        )
    )
    assert judged["Survei awal sebelum program"] == "tidak lolos"
    assert judged["Sejak survei terakhir sebelum program"] == "hanya keterangan"


@pytest.mark.parametrize("make", [under_way, under_way_without_others])
def test_a_change_since_a_baseline_under_way_is_not_called_one_since_before(make: Callable) -> None:
    assert "ketika program sudah berjalan, bukan sejak sebelum program" in words(make, "summary")
    assert "program mulai 1 Juni 2019" in words(make, "limits")
    for name in ("summary", "limits"):
        assert "sudah berjalan" not in words(one_before, name)
        assert "sudah berjalan" not in words(two_waves, name)


def test_a_result_that_hangs_on_the_time_before_the_programme_is_nowhere_called_firm() -> None:
    for name in ("summary", "limits", "checks"):
        assert "dihitung sejak survei terakhir sebelum program kesimpulannya lain" in words(
            clear_only_since_baseline, name
        )
        assert "dihitung sejak survei terakhir sebelum program" not in words(alike_before, name)
    assert "Bacaannya berbeda dari yang dihitung sejak survei awal" in words(clear_only_since_baseline)
    assert "Bacaannya sama dengan yang dihitung sejak survei awal" in words(alike_before)
    assert "Dihitung sejak" not in words(one_before)


def test_the_path_says_that_the_main_result_begins_earlier_only_where_it_does() -> None:
    noted = {
        make: str(figures.event_study(shown(make())).note)  # type: ignore[union-attr]
        for make in (alike_before, one_before, apart_before)
    }
    said_so = {make.__name__ for make, note in noted.items() if "dihitung sejak survei awal" in note}
    assert said_so == {"alike_before"}


def test_a_past_that_was_alike_supports_and_does_not_prove() -> None:
    assert "tidak membuktikannya" in words(alike_before, "limits")
    assert "tidak terlihat bahwa peserta dan pembanding bergerak" in words(alike_before)
    assert "belum tentu terlihat" in words(alike_before)  # how weak the false comparison is


def test_a_past_of_one_survey_is_said_to_be_unchecked() -> None:
    for name in ("checks", "limits"):
        assert "Hanya ada satu survei sebelum program" in words(one_before, name)


def test_unequal_loss_is_bounded_in_words() -> None:
    told = words(lost_unevenly)
    assert "Kelompok peserta kehilangan lebih sedikit" in told
    assert "25% dari yang tersisa" in told
    assert "batas Lee; selang 95%" in told
    assert "tidak diperlukan" in words(two_waves)


def test_the_table_says_what_passes_and_what_decides() -> None:
    table = tables.checks(shown(apart_before()))
    verdicts, roles = cells(table, "verdict"), cells(table, "role")
    assert verdicts[:5] == ["lolos", "hanya keterangan", "lolos", "tidak lolos", "tidak lolos"]
    assert roles[:5] == ["menentukan", "keterangan", "menentukan", "menentukan", "menguatkan"]
    assert cells(tables.checks(shown(one_before())), "verdict")[3] == "tidak dapat diperiksa"
    assert cells(tables.checks(shown(lost_unevenly())), "verdict")[-1] == "lolos"


def test_the_path_is_drawn_with_the_waves_before_and_the_start() -> None:
    content = drawing(figures.event_study(shown(alike_before())))
    assert len(content["data"]) == 5
    assert len(content["layout"]["xaxis"]["ticktext"]) == 5
    assert "mulai program" in set(strings(content))
    title = figures.event_study(shown(alike_before()))
    assert isinstance(title, ReportFigure)
    assert "2 dari 2 survei sejak program" in str(title.title)


def test_the_reference_survey_has_no_difference_and_no_interval() -> None:
    table = tables.event_study(shown(alike_before()))
    assert isinstance(table, DisplayTable)
    phases = [one.text("id") for one in table.frame["period"]]
    told = table.frame[["value", "low", "high"]].notna()
    assert phases.count("terakhir sebelum program (acuan)") == 1
    assert [one.startswith("terakhir") for one in phases] == (~told.any(axis="columns")).tolist()
    figure = figures.event_study(shown(alike_before()))
    assert isinstance(figure, ReportFigure)
    assert "Rp0 (Rp0" not in figure.alternative.text("id")


def test_a_wave_with_few_households_is_shown_without_value_and_left_out_of_the_drawing() -> None:
    assert len(drawing(figures.event_study(shown(few_in_a_wave(), "internal")))["data"]) == 3
    table = tables.event_study(shown(few_in_a_wave()))
    assert isinstance(table, DisplayTable)
    row = next(line for line in to_text(table, "id").splitlines() if "Juli 2020" in line)
    assert " 5 " not in row
    assert "Juli 2020" not in words(few_in_a_wave, "event_study")


@every_case
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_exhibit_of_the_checks_can_be_shown(make: Callable, language: str) -> None:
    given = shown(make(), language=language)
    for module in (figures, tables):
        for name, answer in every(module, given):
            if name not in OURS or isinstance(answer, NotEstimable):
                continue
            if isinstance(answer, ReportFigure):
                assert drawing(answer)
            else:
                assert to_text(answer, language)  # type: ignore[arg-type]


def test_a_result_that_hangs_on_the_adjustment_is_nowhere_called_firm() -> None:
    for name in ("summary", "comparison", "checks", "limits"):
        assert "belum kokoh" in words(clear_only_when_adjusted, name), name
        assert "belum kokoh" not in words(two_waves, name), name
    assert "sejalan dengan hasil di atas" in words(two_waves)
    assert "sejalan dengan hasil di atas" not in words(clear_only_when_adjusted)
    assert "tidak lolos" not in cells(tables.checks(shown(two_waves())), "verdict")
    assert "tidak lolos" in cells(tables.checks(shown(clear_only_when_adjusted())), "verdict")


def test_the_summary_tells_what_is_clear_only_by_itself() -> None:
    whole = two_waves()
    assert isinstance(whole.comparison, Comparison)
    assert isinstance(whole.paired, PairedChange)

    def with_p(paired: float, compared: float) -> str:
        assert isinstance(whole.comparison, Comparison)
        assert isinstance(whole.paired, PairedChange)
        own = replace(whole.paired, estimate=replace(whole.paired.estimate, p_value=paired))
        other = replace(whole.comparison, estimate=replace(whole.comparison.estimate, p_value=compared))
        return " ".join(said(prose.summary(shown(replace(whole, paired=own, comparison=other)))))

    assert with_p(0.04, 0.03).count("hasil ini belum jelas") == 2
    assert with_p(0.04, 0.001).count("hasil ini belum jelas") == 0


def test_a_relative_change_that_reads_otherwise_says_so() -> None:
    whole = two_waves()
    assert isinstance(whole.comparison, Comparison)
    assert isinstance(whole.comparison.relative, Estimate)
    blurred = replace(whole.comparison.relative, low=-1.0)
    other = replace(whole, comparison=replace(whole.comparison, relative=blurred))
    assert "tidak jelas, dalam satuan aslinya jelas" in " ".join(said(prose.relative(shown(other))))
    assert "satuan asli" not in " ".join(said(prose.relative(shown(whole))))


def test_a_trait_far_apart_is_not_called_a_little_apart() -> None:
    whole = two_waves()
    assert isinstance(whole.comparison, Comparison)
    own = whole.comparison.balance[whole.comparison.balance["trait"] == OUTCOME]
    table = pd.concat([own, own.assign(trait="usia_kk", difference=0.4)], ignore_index=True)
    found = replace(whole, comparison=replace(whole.comparison, alike="adjusted", balance=table))
    likeness = figures.balance(shown(found))
    assert isinstance(likeness, ReportFigure)
    assert "berbeda jauh dalam sebagian ciri" in str(likeness.title)
    assert "lebih besar daripada" not in " ".join(said(prose.balance(shown(found))))
