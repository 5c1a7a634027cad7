"""The recorded truth of business, graduation, attendance and monitoring is what the tables hold."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from pasar_nb import demo
from pasar_nb.demo.measurements import SURVEYED
from pasar_nb.demo.places import ACEH_BARAT, LOMBOK_UTARA, PEKALONGAN, PEMALANG, STORIES
from pasar_nb.demo.story import Story

EVERY_STORY = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
DRAWINGS = 30
WITHIN = 4  # standard errors of the mean over drawings
LEVELS = ("rentan", "menengah", "stabil")


@pytest.fixture(scope="module")
def drawn() -> dict[str, demo.DemoDistrict]:
    return {district.code: district for district in demo.draw()}


@cache
def drawings(code: str) -> tuple[demo.DemoDistrict, ...]:
    story = next(story for story in STORIES if story.code == code)
    return tuple(demo.draw_district(story, households=200, seed=seed) for seed in range(DRAWINGS))


def assert_centred(estimates: list[float], truth: float) -> None:
    values = np.array(estimates)
    error = values.std(ddof=1) / np.sqrt(len(values))
    assert abs(values.mean() - truth) < WITHIN * error, (values.mean(), truth, error)


@EVERY_STORY
def test_the_gain_of_every_party_is_the_one_recorded(story: Story, drawn: dict) -> None:
    model, truth = drawn[story.code].tables["model_bisnis"], drawn[story.code].truth["model_bisnis"]
    signs = {"pendapatan": 1, "biaya_variabel": -1, "biaya_tetap": -1, "investasi": 0}
    amounts = model["volume"] * model["harga"] * model["frekuensi_per_tahun"] * model["jenis"].map(signs)
    nets = amounts.groupby([model["peran"], model["kondisi"]]).sum().unstack()
    gains = (nets["sesudah"] - nets["sebelum"]).to_dict()
    assert gains == pytest.approx(truth["tambahan_per_unit"], abs=1)
    assert sorted(role for role, gain in gains.items() if gain < 0) == sorted(truth["pihak_yang_rugi"])


def test_one_district_alone_has_a_losing_party(drawn: dict) -> None:
    losers = {code: district.truth["model_bisnis"]["pihak_yang_rugi"] for code, district in drawn.items()}
    assert {code: roles for code, roles in losers.items() if roles} == {"7303": ["mitra_lokal"]}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_gains_and_who_loses_does_not_depend_on_chance(seed: int) -> None:
    for story in STORIES:
        truth = demo.draw_district(story, households=60, seed=seed).truth["model_bisnis"]
        assert bool(truth["pihak_yang_rugi"]) == (story.code == "7303"), story.slug


def levels(district: demo.DemoDistrict) -> pd.DataFrame:
    """Level of every participant whose answers to the obligatory criteria are known, by wave."""
    tables = district.tables
    survey = tables["survei"].merge(tables["rumah_tangga"][["id_rt", "studi"]], on="id_rt")
    survey = survey[survey["studi"] == "peserta"].assign(tahun=survey["tanggal"].dt.year)
    survey = survey.merge(tables["acuan"].astype({"tahun": "int64"}), on="tahun")
    spent = survey.filter(like="belanja_").sum(axis=1, skipna=False)
    survey["belanja_per_kapita"] = spent / survey["jumlah_anggota"]
    criteria = tables["kriteria_graduasi"].query("wajib")
    units = {"kali_garis_kemiskinan": survey["garis_kemiskinan"], "kali_umk": survey["umk"], "nilai": 1.0}
    known = survey[criteria["variabel"].unique()].notna().all(axis=1)
    reached, level = pd.Series(True, index=survey.index), pd.Series(0, index=survey.index)
    for name in LEVELS:
        for row in criteria[criteria["tingkat"] == name].itertuples():
            reached &= (survey[row.variabel] >= row.ambang * units[row.acuan]).fillna(value=False)
        level += reached
    return pd.DataFrame({"gelombang": survey["gelombang"], "level": level})[known]


@pytest.mark.parametrize("story", [ACEH_BARAT, PEMALANG, PEKALONGAN], ids=lambda story: story.slug)
def test_the_true_shares_of_levels_are_found_at_baseline(story: Story) -> None:
    for at, name in enumerate(("miskin", *LEVELS)):
        gaps = []
        for district in drawings(story.code):
            table = levels(district).query("gelombang == 0")
            truth = district.truth["graduasi"]["porsi_peserta_per_gelombang"][0]
            assert sum(truth.values()) == pytest.approx(1, abs=0.001)
            gaps.append(float((table["level"] == at).mean()) - truth[name])
        assert_centred(gaps, 0.0)


def test_criteria_rest_on_the_line_and_the_wage_of_the_year(drawn: dict) -> None:
    for district in drawn.values():
        criteria = district.tables["kriteria_graduasi"]
        assert {"kali_garis_kemiskinan", "kali_umk"} <= set(criteria["acuan"])
        years = set(district.tables["survei"]["tanggal"].dt.year)
        assert years <= set(district.tables["acuan"]["tahun"].astype(int))


def association(district: demo.DemoDistrict) -> float:
    """Spearman's coefficient of the share of meetings attended and the change of real income."""
    tables = district.tables
    came = tables["pendampingan"].groupby("id_rt")["hadir"].mean().astype(float)
    survey = tables["survei"]
    index = _spliced(tables["ihk"])
    real = survey["pendapatan_rt"] / survey["tanggal"].dt.strftime("%Y-%m").map(index)
    wide = survey.assign(real=real).pivot_table(index="id_rt", columns="gelombang", values="real")
    change = (wide[wide.columns[-1]] - wide[0]).dropna()
    both = pd.concat([came, change], axis=1, join="inner")
    return float(both.iloc[:, 0].corr(both.iloc[:, 1], method="spearman"))


def _spliced(ihk: pd.DataFrame) -> pd.Series:
    old = ihk[ihk["tahun_dasar"] == 2018].set_index("bulan")["ihk"]
    new = ihk[ihk["tahun_dasar"] == 2022].set_index("bulan")["ihk"]
    return pd.concat([old * 100 / old[old.index.str.startswith("2022")].mean(), new])


@pytest.mark.parametrize("story", [ACEH_BARAT, PEMALANG, LOMBOK_UTARA], ids=lambda story: story.slug)
def test_attendance_goes_with_the_change_as_strongly_as_told(story: Story) -> None:
    truth = drawings(story.code)[0].truth["pendampingan"]["spearman"]
    estimates = [association(district) for district in drawings(story.code)]
    # Whole meetings and rounded incomes blur the ranks a little, and the poorest leave.
    assert np.mean(estimates) == pytest.approx(truth, abs=0.05)


def test_in_pemalang_attendance_goes_with_change_although_the_programme_changes_nothing() -> None:
    district = drawings(PEMALANG.code)[0]
    assert district.truth["survei"]["efek_persen"][-1] == 0
    assert district.truth["pendampingan"]["spearman"] > 0.3
    assert np.mean([association(one) for one in drawings(PEMALANG.code)]) > 0.25


def test_an_association_is_not_told_where_no_change_can_be_measured(drawn: dict) -> None:
    assert drawn[PEKALONGAN.code].truth["pendampingan"]["spearman"] is None


@EVERY_STORY
def test_the_true_state_follows_from_the_true_value_by_the_rule_told(story: Story, drawn: dict) -> None:
    tables, truth = drawn[story.code].tables, drawn[story.code].truth["pemantauan"]["indikator"]
    plan = tables["indikator"].set_index("indikator")
    last = tables["capaian"]["bulan"].max()
    values = tables["capaian"].groupby("indikator").last()
    assert set(truth) == set(plan.index)
    for code, one in truth.items():
        row, value = plan.loc[code], one["nilai_benar"]
        if one["keadaan"] == "belum_diukur":
            assert code not in values.index
            continue
        better = 1 if row["arah"] == "naik" else -1
        reached = better * (value - row["target"]) >= 0
        assert (one["keadaan"] == "tercapai") == reached, code
        if one["keadaan"] == "memburuk":
            assert better * (value - row["nilai_awal"]) < 0, code
        if one["keadaan"] == "lewat_tenggat":
            assert f"{row['tenggat']:%Y-%m}" < last, code
        if one["keadaan"] in {"sesuai_jalur", "tertinggal"}:
            assert f"{row['tenggat']:%Y-%m}" >= last, code
        if code not in SURVEYED:
            assert values.loc[code, "nilai"] == pytest.approx(value, abs=1e-4), code
        assert values.loc[code, "bulan"] == one["bulan"], code


def test_every_state_occurs_in_the_seven_districts(drawn: dict) -> None:
    states = {
        one["keadaan"]
        for district in drawn.values()
        for one in district.truth["pemantauan"]["indikator"].values()
    }
    assert states == {
        *("tercapai", "memburuk", "lewat_tenggat", "sesuai_jalur", "tertinggal"),
        *("belum_tercapai", "belum_diukur"),
    }


@pytest.mark.parametrize("code", ["N08", "N13", "N14"])
def test_the_survey_measures_the_true_value_without_bias_at_baseline(code: str) -> None:
    gaps = []
    for district in drawings(ACEH_BARAT.code):
        plan = district.tables["indikator"].set_index("indikator")
        survey = _complete(district)
        gaps.append(plan.loc[code, "nilai_awal"] - survey[code])
    assert_centred(gaps, 0.0)


def _complete(district: demo.DemoDistrict) -> dict[str, float]:
    """Baseline values among participants with all answers, computed here from the table itself."""
    tables = district.tables
    homes = tables["rumah_tangga"].query("studi == 'peserta'")["id_rt"]
    survey = tables["survei"].query("gelombang == 0")
    ours = survey[survey["id_rt"].isin(homes)].dropna()
    line = tables["acuan"].set_index("tahun")["garis_kemiskinan"]
    spent = ours.filter(like="belanja_").sum(axis=1) / ours["jumlah_anggota"].astype(float)
    return {
        "N08": 100 * float(ours["pembelian_berulang"].astype(float).mean()),
        "N13": float(ours["pendapatan_rt"].mean()),
        "N14": 100 * float((spent < ours["tanggal"].dt.year.map(line)).mean()),
    }
