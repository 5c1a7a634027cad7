import numpy as np
import pandas as pd
import pytest
from commodity_cases import criteria, reference, scores

from pasar_nb.analysis import commodity
from pasar_nb.analysis.commodity.methods import promethee, topsis
from pasar_nb.analysis.commodity.ties import competition_ranks, mean_ranks
from pasar_nb.errors import DataError, UsageError
from pasar_nb.findings import NotEstimable

CRITERIA = """
kriteria   bobot arah
jangkauan  5     manfaat
harga      3     biaya
"""
# utility of harga is mirrored: 6 - score
SCORES = """
komoditas jangkauan harga
jahe      5         2
kopi      4         1
nanas     4         3
"""


def test_topsis_reproduces_tzeng_and_huang_2011():
    case = reference("topsis_tzeng_huang_2011")
    closeness = topsis(np.array(case["matrix"], float), np.array(case["weights"]), np.zeros(3, bool))
    assert closeness == pytest.approx(case["closeness"], abs=case["tolerance"])
    assert list(competition_ranks(closeness)) == case["ranks"]


def test_weights_are_bobot_over_their_sum():
    selection = commodity.select(criteria(CRITERIA), scores(SCORES))
    assert list(selection.criteria.table["weight"]) == [5 / 8, 3 / 8]


def test_index_is_the_weighted_mean_utility_with_cost_mirrored():
    table = commodity.select(criteria(CRITERIA), scores(SCORES)).ranking.table.set_index("komoditas")
    expected = {"jahe": (5 * 5 + 3 * 4) / 8, "kopi": (5 * 4 + 3 * 5) / 8, "nanas": (5 * 4 + 3 * 3) / 8}
    assert table["index"].to_dict() == pytest.approx(expected)
    assert table["rank"].to_dict() == {"jahe": 1, "kopi": 2, "nanas": 3}


def test_ties_share_the_lower_rank_and_all_winners_are_named():
    twins = "komoditas jangkauan harga\nberas 5 1\ngula_pasir 5 1\ntelur 3 1"
    ranking = commodity.select(criteria(CRITERIA), scores(twins)).ranking
    assert list(ranking.table["rank"]) == [1, 1, 3]
    assert ranking.winners == ("beras", "gula_pasir")
    assert set(ranking.method_winners.values()) == {("beras", "gula_pasir")}
    assert ranking.methods_agree


def test_identical_commodities_tie_by_every_method_and_nothing_is_missing():
    ranking = commodity.select(criteria(CRITERIA), scores("komoditas jangkauan harga\nA 3 2\nB 3 2")).ranking
    assert not ranking.table.isna().to_numpy().any()
    assert list(ranking.table["topsis"]) == [0.5, 0.5]
    assert list(ranking.table["promethee"]) == [0, 0]
    assert ranking.winners == ("A", "B")


def test_a_constant_criterion_moves_no_rank():
    varying = commodity.select(criteria(CRITERIA), scores("komoditas jangkauan harga\nA 5 2\nB 3 2")).ranking
    assert list(varying.table["rank_topsis"]) == [1, 2]
    assert list(varying.table["rank_promethee"]) == [1, 2]


def test_promethee_counts_a_lead_of_a_whole_step_fully_and_half_a_step_by_half():
    means = np.array([[4.0, 3.5], [2.0, 3.0]])
    # A leads by two steps on the first (full, 1) and by half a step on the second (0.5)
    flow = 0.6 * 1 + 0.4 * 0.5
    assert promethee(means, np.array([0.6, 0.4]), np.zeros(2, bool)) == pytest.approx([flow, -flow])


def test_methods_can_disagree_and_then_say_so():
    bobot = criteria("kriteria bobot\na 2\nb 3")
    # weighted sum: X (2*5 + 3*3)/5 = 3.8, Y (2*1 + 3*4)/5 = 2.8; PROMETHEE: Y leads a full step on the
    # heavier
    ranking = commodity.select(bobot, scores("komoditas a b\nX 5 3\nY 1 4")).ranking
    assert ranking.method_winners["weighted_sum"] == ("X",)
    assert ranking.method_winners["promethee"] == ("Y",)
    assert not ranking.methods_agree


def test_a_vetoed_commodity_keeps_its_index_but_cannot_win():
    bobot = criteria("kriteria bobot arah ambang_veto\na 5 manfaat 2\nb 1 biaya 4")
    selection = commodity.select(bobot, scores("komoditas a b\nA 5 5\nB 3 4\nC 2 1\nD 1 1"))
    assert selection.veto.commodities == ("A", "D")  # A above the highest cost, D below the least benefit
    assert selection.ranking.winners == ("B",)
    vetoed = selection.ranking.table.set_index("komoditas").loc[["A", "D"]]
    assert vetoed["rank"].isna().all()
    assert vetoed["index"].to_dict() == pytest.approx({"A": (5 * 5 + 1) / 6, "D": (5 * 1 + 5) / 6})
    assert list(selection.ranking.table["komoditas"]) == ["B", "C", "A", "D"]


def test_a_mean_exactly_on_the_threshold_is_no_veto():
    bobot = criteria("kriteria bobot arah ambang_veto\na 5 manfaat 3")
    assert commodity.select(bobot, scores("komoditas a\nA 3\nB 4")).veto.table.empty


def test_a_commodity_with_an_unscored_criterion_is_named_and_not_ranked():
    selection = commodity.select(criteria(CRITERIA), scores(SCORES + "kakao 5 -"))
    assert selection.scores.incomplete == ("kakao",)
    assert selection.scores.missing.to_dict("records") == [{"komoditas": "kakao", "kriteria": "harga"}]
    assert "kakao" not in set(selection.ranking.table["komoditas"])
    assert selection.candidates == 4


def test_missing_ratings_are_left_out_of_the_mean_and_counted():
    both = pd.concat(
        [scores(SCORES), scores("komoditas jangkauan harga\njahe 3 -\nkopi 4 1\nnanas 4 3", "r2")]
    )
    selection = commodity.select(criteria(CRITERIA), both)
    jahe = selection.scores.table.query("komoditas == 'jahe'").set_index("kriteria")
    assert jahe.loc["jangkauan", "mean"] == (5 + 3) / 2
    assert jahe.loc["jangkauan", "sd"] == pytest.approx(2**0.5)
    assert jahe.loc["harga", ["mean", "n_raters"]].tolist() == [2, 1]
    assert np.isnan(jahe.loc["harga", "sd"])
    assert selection.scores.missing_ratings == 1


NOT_RANKABLE = {
    "no criteria": ("kriteria bobot", SCORES, "Tabel kriteria belum berisi"),
    "no scores": (CRITERIA, "komoditas jangkauan harga", "Belum ada skor"),
    "only missing scores": (CRITERIA, "komoditas jangkauan harga\njahe - -\nkopi - -", "Belum ada skor"),
    "one commodity": (CRITERIA, "komoditas jangkauan harga\njahe 5 2", "Hanya ada satu komoditas"),
    "one complete": (CRITERIA, "komoditas jangkauan harga\njahe 5 2\nkopi 4 -", "Skor belum lengkap: Kopi"),
    "bobot missing": ("kriteria bobot\njangkauan 5\nharga NaN", SCORES, "harga tidak memiliki bobot"),
    "bobot zero": ("kriteria bobot\njangkauan 0\nharga 0", SCORES, "jangkauan dan harga tidak memiliki"),
    "all vetoed": (
        "kriteria bobot arah ambang_veto\njangkauan 5 manfaat 5.1\nharga 1 biaya NaN",
        SCORES,
        "Semua komoditas melanggar ambang veto",
    ),
}


@pytest.mark.parametrize(("agreed", "given", "reason"), NOT_RANKABLE.values(), ids=NOT_RANKABLE.keys())
def test_what_cannot_be_ranked_says_why(agreed, given, reason):
    selection = commodity.select(criteria(agreed), scores(given))
    for answer in (selection.ranking, selection.certainty, selection.tipping):
        assert isinstance(answer, NotEstimable)
        assert reason in str(answer.reason)


def test_sliders_rank_again_under_other_weights():
    selection = commodity.select(criteria(CRITERIA), scores(SCORES))
    again = commodity.reweighted(selection, {"jangkauan": 1, "harga": 9})
    assert again.winners == ("kopi",)
    assert again.table["index"].iloc[0] == pytest.approx((4 + 9 * 5) / 10)


def test_sliders_at_zero_give_a_reason():
    selection = commodity.select(criteria(CRITERIA), scores(SCORES))
    assert isinstance(commodity.reweighted(selection, {"jangkauan": 0, "harga": 0}), NotEstimable)


@pytest.mark.parametrize(
    "weights", [{"jangkauan": 1}, {"jangkauan": 1, "harga": -1}, {"jangkauan": 1, "x": 1}]
)
def test_sliders_refuse_wrong_weights(weights):
    selection = commodity.select(criteria(CRITERIA), scores(SCORES))
    with pytest.raises(UsageError):
        commodity.reweighted(selection, weights)


def test_a_criterion_listed_twice_is_refused_by_name():
    with pytest.raises(DataError, match="jangkauan"):
        commodity.select(criteria("kriteria bobot\njangkauan 5\njangkauan 3"), scores(SCORES))


def test_an_unknown_direction_is_refused_with_the_right_ones():
    with pytest.raises(UsageError, match="manfaat dan biaya"):
        commodity.select(criteria("kriteria bobot arah\njangkauan 5 naik"), scores(SCORES))


def test_ranks_of_many_rows_at_once_with_ties():
    values = np.array([[3.0, 1.0, 3.0, 2.0], [1.0, 1.0, 1.0, 1.0], [1.0, 2.0, 3.0, 4.0]])
    assert competition_ranks(values).tolist() == [[1, 4, 1, 3], [1, 1, 1, 1], [4, 3, 2, 1]]
    assert mean_ranks(values).tolist() == [[1.5, 4, 1.5, 3], [2.5] * 4, [4, 3, 2, 1]]
