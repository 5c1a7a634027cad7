"""What is written as the truth is what an analysis finds, on average over many drawings."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, chi2, t

from pasar_nb import demo
from pasar_nb.analysis import change
from pasar_nb.analysis.change import Comparison, Estimate
from pasar_nb.demo.drawing import profile
from pasar_nb.demo.households import households
from pasar_nb.demo.incomes import ICC, draw_incomes
from pasar_nb.demo.places import LOMBOK_UTARA, PEMALANG, STORIES, TRENGGALEK
from pasar_nb.demo.prices import index, series
from pasar_nb.demo.setting import Setting
from pasar_nb.demo.story import Story
from pasar_nb.demo.survey import survey

DRAWINGS = 40
BOOTSTRAP = 199  # draws; enough for coverage, fewer than a report takes
WITHIN = 4  # standard errors of the mean over drawings; a correct generator fails once in 16,000 tests
RARE = 0.01  # probability with which a right interval would fail a test at other seeds
COVERED = 0.93  # what an interval promised at 0.95 may truly cover, with this few groups
SURVEYED = (profile, index, series, households, survey)  # the survey and all that it rests on
EVALUATED = pytest.mark.parametrize(
    "story", [TRENGGALEK, PEMALANG], ids=["effect of 12 per cent", "no effect"]
)


@cache
def drawings(code: str) -> tuple[demo.DemoDistrict, ...]:
    """Draw a district under many seeds."""
    story = next(story for story in STORIES if story.code == code)
    return tuple(demo.draw_district(story, seed=seed, groups=SURVEYED) for seed in range(DRAWINGS))


def assert_centred(estimates: list[float], truth: float) -> None:
    """The estimates' mean lies within `WITHIN` of its own standard errors of the truth."""
    values = np.array(estimates)
    error = values.std(ddof=1) / np.sqrt(len(values))
    assert abs(values.mean() - truth) < WITHIN * error, (values.mean(), truth, error)


def log_change(district: demo.DemoDistrict) -> float:
    """Difference-in-differences of log income between baseline and the last wave, complete cases."""
    survey = district.tables["survei"]
    wide = np.log(survey.pivot_table(index="id_rt", columns="gelombang", values="pendapatan_rt"))
    change = (wide[wide.columns[-1]] - wide[0]).dropna()
    arm = district.tables["rumah_tangga"].set_index("id_rt")["studi"].reindex(change.index)
    return float(change[arm == "peserta"].mean() - change[arm == "pembanding"].mean())


@EVALUATED
def test_difference_in_differences_finds_the_effect(story: Story) -> None:
    estimates = [log_change(district) for district in drawings(story.code)]
    assert_centred(estimates, float(np.log1p(story.programme.effects[-1])))


@cache
def reported(code: str) -> dict[str, pd.DataFrame]:
    """The intervals that reports and the comparison of districts show, beside the truth of each drawing."""
    relative, rupiah = [], []
    for seed, district in enumerate(drawings(code)):
        tables, truth = district.tables, district.truth["survei"]
        assessed = change.assess(
            *(tables[name] for name in ("profil", "rumah_tangga", "survei")),
            prices=tables["ihk"],
            variables=tables["variabel"],
            draws=BOOTSTRAP,
            seed=seed,
        )
        figures = change.key_figures(assessed)
        if figures["design"] == "did":  # in the others the arms happened to be too unlike for a comparison
            low, high = (np.log1p(figures[f"relative_{end}"]) for end in ("low", "high"))
            relative.append((figures["log_change"], low, high, truth["efek_log"][-1]))
        assert isinstance(assessed.comparison, Comparison)
        gain = assessed.comparison.nominal
        assert isinstance(gain, Estimate)
        rupiah.append((gain.value, gain.low, gain.high, truth["efek_rupiah_rata_rata_peserta_teramati"][-1]))
    found = {"relative": relative, "in rupiah": rupiah}
    columns = ["value", "low", "high", "truth"]
    return {name: pd.DataFrame(rows, columns=columns) for name, rows in found.items()}


@EVALUATED
@pytest.mark.parametrize("measure", ["relative", "in rupiah"])
def test_the_reported_interval_holds_the_truth_as_often_as_it_says(story: Story, measure: str) -> None:
    found = reported(story.code)[measure]
    held = found["truth"].between(found["low"], found["high"])
    assert len(held) > DRAWINGS / 2
    assert held.sum() >= binom.ppf(RARE, len(held), COVERED)


@EVALUATED
@pytest.mark.parametrize("measure", ["relative", "in rupiah"])
def test_the_reported_interval_is_as_wide_as_estimates_scatter(story: Story, measure: str) -> None:
    """With sixty drawings no count of hits shows that an interval is too wide; its width does."""
    found = reported(story.code)[measure]
    clusters = drawings(story.code)[0].tables["rumah_tangga"]["id_kelompok"].nunique()
    promised = (found["high"] - found["low"]).mean() / 2 / t.ppf(0.975, clusters - 2)
    freedom = len(found) - 1
    scatter = (found["value"] - found["truth"]).std(ddof=1)
    least, most = np.sqrt(freedom / chi2.ppf([1 - RARE / 2, RARE / 2], freedom))
    assert least <= promised / scatter <= most


def rupiah_gain(district: demo.DemoDistrict) -> float:
    """Difference-in-differences in rupiah less the true mean gain of the same participants."""
    survey = district.tables["survei"]
    wide = survey.pivot_table(index="id_rt", columns="gelombang", values="pendapatan_rt")
    change = (wide[wide.columns[-1]] - wide[0]).dropna()
    arm = district.tables["rumah_tangga"].set_index("id_rt")["studi"].reindex(change.index)
    estimate = change[arm == "peserta"].mean() - change[arm == "pembanding"].mean()
    return float(estimate - district.truth["survei"]["efek_rupiah_rata_rata_peserta_teramati"][-1])


def test_the_effect_in_rupiah_is_found_too() -> None:
    estimates = [rupiah_gain(district) for district in drawings(TRENGGALEK.code)]
    assert_centred(estimates, 0.0)


def between_share(logs: pd.Series, group: pd.Series) -> tuple[float, float]:
    """Mean squares between and within groups, for the analysis-of-variance estimate of the ICC."""
    sizes, means = group.value_counts(), logs.groupby(group).mean()
    between = (sizes * (means - logs.mean()) ** 2).sum() / (len(sizes) - 1)
    within = ((logs - group.map(means)) ** 2).sum() / (len(logs) - len(sizes))
    return float(between), float(within)


def test_incomes_are_alike_within_groups_as_told() -> None:
    squares, sizes = [], []
    for seed, district in enumerate(drawings(TRENGGALEK.code)):
        tables = district.tables
        setting = Setting(TRENGGALEK, len(tables["rumah_tangga"]), seed, tables)
        income = pd.Series(np.log(draw_incomes(setting, tables["rumah_tangga"]).without[:, 0]))
        squares.append(between_share(income, tables["rumah_tangga"]["id_kelompok"]))
        sizes.append(tables["rumah_tangga"].groupby("id_kelompok").size().mean())
    between, within = np.mean(squares, axis=0)
    variance = (between - within) / np.mean(sizes)
    assert variance / (variance + within) == pytest.approx(ICC, abs=0.03)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_the_share_that_leaves_is_exact(story: Story) -> None:
    district = demo.draw_district(story, groups=SURVEYED)
    homes, survey = district.tables["rumah_tangga"], district.tables["survei"]
    last = survey.loc[survey["gelombang"] == survey["gelombang"].max(), "id_rt"]
    left = ~homes["id_rt"].isin(last)
    programme, ours = story.programme, homes["studi"] == "peserta"
    if programme.attrition_compared is None:
        assert left.sum() == round(len(homes) * programme.attrition)
    else:
        assert left[ours].sum() == round(ours.sum() * programme.attrition)
        assert left[~ours].sum() == round((~ours).sum() * programme.attrition_compared)
    assert (
        survey.groupby("gelombang").size().tolist()
        == district.truth["survei"]["atrisi"]["tersisa_per_gelombang"]
    )


def test_lombok_utara_loses_more_than_a_fifth_and_more_of_the_compared() -> None:
    lost = demo.draw_district(LOMBOK_UTARA, groups=SURVEYED).truth["survei"]["atrisi"]
    assert lost["porsi"] > 0.2
    assert lost["porsi_pembanding"] - lost["porsi_peserta"] > 0.1
    others = [
        demo.draw_district(story, groups=SURVEYED).truth["survei"]["atrisi"]["porsi"] for story in STORIES
    ]
    assert sum(share > 0.2 for share in others) == 1


def test_poorer_households_leave_more_often() -> None:
    gaps = []
    for district in drawings(TRENGGALEK.code):
        survey = district.tables["survei"]
        start = survey[survey["gelombang"] == 0].set_index("id_rt")["pendapatan_rt"]
        stays = start.index.isin(survey.loc[survey["gelombang"] == 2, "id_rt"])
        gaps.append(float(np.log(start[stays]).mean() - np.log(start[~stays]).mean()))
    assert np.mean(gaps) > 0.1


def test_two_to_four_per_cent_of_the_answers_are_missing() -> None:
    for story in STORIES:
        survey = demo.draw_district(story, groups=SURVEYED).tables["survei"]
        answers = survey.drop(columns=["id_rt", "gelombang", "tanggal", "satuan_produksi"])
        assert 0.02 < answers.isna().to_numpy().mean() < 0.04


def price_shift(seed: int) -> float:
    """Level shift of the log price in a regression on trend, season and the programme's start."""
    setting = Setting(TRENGGALEK, 240, seed)
    rows = series(setting).tables["deret"].query("seri == 'harga_jahe_merah'")
    months = pd.PeriodIndex(rows["bulan"], freq="M")
    turn = 2 * np.pi * months.month.to_numpy() / 12
    running = months >= pd.Period(TRENGGALEK.programme.start, "M")
    design = np.column_stack(
        [np.ones(len(months)), np.arange(len(months)), np.cos(turn), np.sin(turn), running]
    )
    return float(np.linalg.lstsq(design, np.log(rows["nilai"].to_numpy()), rcond=None)[0][-1])


def test_the_price_series_shifts_when_the_programme_starts() -> None:
    estimates = [price_shift(seed) for seed in range(DRAWINGS)]
    assert_centred(estimates, float(np.log1p(TRENGGALEK.programme.price_shift)))


def test_the_index_splices_by_the_mean_of_its_new_base_year() -> None:
    drawn = index(Setting(TRENGGALEK, 10, 3))
    frame = drawn.tables["ihk"]
    old, new = frame[frame["tahun_dasar"] == 2018], frame[frame["tahun_dasar"] == 2022]
    assert (old["bulan"].max(), new["bulan"].min()) == ("2023-12", "2024-01")
    factor = 100 / old.loc[old["bulan"].str.startswith("2022"), "ihk"].mean()
    assert factor == pytest.approx(drawn.truth["ihk"]["faktor_sambung_2018_ke_2022"], abs=1e-4)
    step = new["ihk"].iloc[0] / (old["ihk"].iloc[-1] * factor) - 1
    assert abs(step) < 0.01  # a month's inflation, not a break


def test_the_index_is_the_same_in_every_district() -> None:
    one, other = (index(Setting(story, 10, 3)).tables["ihk"] for story in (TRENGGALEK, PEMALANG))
    assert one.equals(other)
