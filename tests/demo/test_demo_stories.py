"""The seven selections differ as real ones would, whatever the seed; magnitudes are believable."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pasar_nb import demo
from pasar_nb.demo.drawing import GROUPS
from pasar_nb.demo.places import (
    ACEH_BARAT,
    BANTAENG,
    LOMBOK_UTARA,
    PACITAN,
    PEKALONGAN,
    PEMALANG,
    STORIES,
    TRENGGALEK,
)
from pasar_nb.demo.story import Story

SEEDS = (demo.DEFAULT_SEED, 1, 2, 3)
SELECTED = GROUPS[:2]  # profile and selection, which rest on no other table
RANDOM_INDEX = {5: 1.12, 6: 1.24}  # Saaty 1980


def scores_of(story: Story, seed: int) -> tuple[pd.DataFrame, pd.Series, pd.DataFrame]:
    """Good-is-high scores (rater x commodity, criterion), normalised weights, and the tables' scores."""
    tables = demo.draw_district(story, seed=seed, groups=SELECTED).tables
    criteria = tables["kriteria"].set_index("kriteria")
    scores = tables["skor"].astype({"skor": float})
    costs = scores["kriteria"].map(criteria["arah"]) == "biaya"
    scores["baik"] = scores["skor"].where(~costs, 6 - scores["skor"])
    wide = scores.pivot_table(index=["penilai", "komoditas"], columns="kriteria", values="baik")
    weights = criteria["bobot"] / criteria["bobot"].sum()
    return wide[weights.index], weights, scores


def totals(story: Story, seed: int) -> pd.Series:
    wide, weights, _ = scores_of(story, seed)
    return (wide.groupby("komoditas").mean() * weights).sum(axis=1).sort_values(ascending=False)


def agreement(story: Story, seed: int) -> float:
    """Kendall's W of the raters' weighted totals."""
    wide, weights, _ = scores_of(story, seed)
    ranks = (wide * weights).sum(axis=1).unstack("komoditas").dropna().rank(axis=1)
    raters, candidates = ranks.shape
    spread = ((ranks.sum() - ranks.sum().mean()) ** 2).sum()
    return float(12 * spread / (raters**2 * (candidates**3 - candidates)))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "story", [ACEH_BARAT, TRENGGALEK, LOMBOK_UTARA, PACITAN], ids=lambda story: story.slug
)
def test_the_decision_follows_the_ranking_where_it_should(story: Story, seed: int) -> None:
    assert totals(story, seed).index[0] == story.commodity.name


@pytest.mark.parametrize("seed", SEEDS)
def test_aceh_barat_has_a_clear_winner(seed: int) -> None:
    first, second = totals(ACEH_BARAT, seed).iloc[:2]
    assert first - second > 1  # a whole point of five


@pytest.mark.parametrize("seed", SEEDS)
def test_bantaeng_s_highest_candidate_misses_the_threshold(seed: int) -> None:
    ranking = totals(BANTAENG, seed)
    scores = scores_of(BANTAENG, seed)[2]
    reach = scores[scores["kriteria"] == "jangkauan"].groupby("komoditas")["skor"].mean()
    assert list(ranking.index[:2]) == ["Rumput laut", "Kopi"]
    assert reach["Rumput laut"] < BANTAENG.selection.vetoes["jangkauan"] < reach["Kopi"]


@pytest.mark.parametrize("seed", SEEDS)
def test_lombok_utara_s_raters_disagree_and_aceh_barat_s_agree(seed: int) -> None:
    assert agreement(LOMBOK_UTARA, seed) < 7.81 / (6 * 3)  # chi-square of 5 %, six raters, four candidates
    assert agreement(ACEH_BARAT, seed) > 0.6


@pytest.mark.parametrize("seed", SEEDS)
def test_pemalang_is_a_close_race_that_weights_decide(seed: int) -> None:
    wide, weights, _ = scores_of(PEMALANG, seed)
    means = wide.groupby("komoditas").mean()
    drawn = np.random.default_rng(7).dirichlet(np.ones(len(weights)), 4_000)
    winners = means.index[(means.to_numpy() @ drawn.T).argmax(axis=0)]
    shares = pd.Series(winners).value_counts(normalize=True)
    assert set(shares.index[:2]) == {"Nanas madu", "Sapu glagah"}
    assert 0.25 < shares["Nanas madu"] < 0.75
    assert abs(totals(PEMALANG, seed)["Nanas madu"] - totals(PEMALANG, seed)["Sapu glagah"]) < 0.25


@pytest.mark.parametrize("seed", SEEDS)
def test_pekalongan_decided_against_the_ranking_with_a_reason(seed: int) -> None:
    assert totals(PEKALONGAN, seed).index[0] == "Batik cap"
    decision = demo.draw_district(PEKALONGAN, seed=seed, groups=SELECTED).tables["keputusan"].iloc[0]
    assert decision["komoditas"] == "Gula aren"
    assert "limbah" in decision["alasan"]


def test_one_rater_of_pemalang_left_a_commodity_without_scores() -> None:
    scores = demo.draw_district(PEMALANG, groups=SELECTED).tables["skor"]
    given = set(zip(scores["penilai"], scores["komoditas"], strict=True))
    asked = {(rater, name) for rater in PEMALANG.selection.raters for name in PEMALANG.selection.qualities}
    assert asked - given == {("Pelaku usaha", "Kopi robusta")}


def consistency(judgements: pd.DataFrame, codes: list[str]) -> float:
    matrix = np.eye(len(codes))
    for row in judgements.itertuples():
        a, b = codes.index(row.kriteria_a), codes.index(row.kriteria_b)
        matrix[a, b], matrix[b, a] = row.nilai, 1 / row.nilai
    largest = np.linalg.eigvals(matrix).real.max()
    return float((largest - len(codes)) / (len(codes) - 1) / RANDOM_INDEX[len(codes)])


@pytest.mark.parametrize("seed", SEEDS)
def test_judgements_are_consistent_contradictory_or_absent_as_told(seed: int) -> None:
    for story in STORIES:
        tables = demo.draw_district(story, seed=seed, groups=SELECTED).tables
        assert ("perbandingan" in tables) == (story.selection.judgement != "none")
        if "perbandingan" in tables:
            codes = list(tables["kriteria"]["kriteria"])
            ratios = [consistency(g, codes) for _, g in tables["perbandingan"].groupby("penilai")]
            contradictory = story.selection.judgement == "contradictory"
            assert all((ratio > 0.1) == contradictory for ratio in ratios), (story.code, ratios)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_magnitudes_are_those_of_poor_rural_households(story: Story) -> None:
    district = demo.draw_district(story)
    survey, homes = district.tables["survei"], district.tables["rumah_tangga"]
    assert 1_200_000 < survey["pendapatan_rt"].median() < 3_500_000
    assert 400_000 <= district.tables["acuan"]["garis_kemiskinan"].max() <= 720_000
    spent = survey.filter(like="belanja_").sum(axis=1, skipna=False) / survey["pendapatan_rt"]
    assert 0.8 < spent.median() < 0.95
    assert spent.max() < 1.15
    assert (survey["pendapatan_usaha"] < survey["pendapatan_rt"]).sum() > 0.9 * len(survey)
    assert homes["desil"].isin([2, 3]).mean() > 0.65
    assert 0.08 <= (homes["jenis_kelamin_kk"] == "P").mean() <= 0.45
    assert homes.groupby("id_kelompok").size().between(10, 25).all()


def test_one_district_names_a_series_that_the_programme_does_not_reach() -> None:
    named = {
        story.slug: set(
            table.loc[table["pembanding"].notna(), ["seri", "pembanding"]].itertuples(index=False)
        )
        for story in STORIES
        if "pembanding" in (table := demo.draw_district(story).tables["deret"])
    }
    assert named == {"trenggalek": {("harga_jahe_merah", "harga_kunyit")}}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_sales_add_up_and_agree_with_the_price_series(story: Story) -> None:
    tables = demo.draw_district(story).tables
    sold = tables["survei"].dropna(subset=["volume_jual", "harga_jual", "nilai_jual"])
    assert np.allclose(sold["volume_jual"] * sold["harga_jual"], sold["nilai_jual"])
    name = f"harga_{story.commodity.name.lower().replace(' ', '_')}"
    series = tables["deret"].set_index(["seri", "bulan"])["nilai"].xs(name)
    arm = tables["rumah_tangga"].set_index("id_rt")["studi"]
    ours = sold[sold["id_rt"].map(arm) == "peserta"]
    ratio = ours["harga_jual"] / ours["tanggal"].dt.strftime("%Y-%m").map(series)
    assert ratio.groupby(ours["gelombang"]).median().between(0.97, 1.03).all()
