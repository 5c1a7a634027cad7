"""What supports a ranking: AHP, agreement, tipping points, evidence, decision."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from commodity_cases import criteria, reference, scores, table
from scipy.stats import friedmanchisquare

from pasar_nb.analysis import commodity
from pasar_nb.analysis.commodity.agreement import kendall_w, permutation_p
from pasar_nb.analysis.commodity.ahp import consistency_ratio, principal_weights
from pasar_nb.findings import NotEstimable

AGREED = "kriteria bobot\na 3\nb 3"
GIVEN = "komoditas a b\nA 5 1\nB 1 3"


def _select(agreed=AGREED, given=None, **tables):
    return commodity.select(criteria(agreed), scores(GIVEN) if given is None else given, **tables)


def _ahp(comparisons, agreed="kriteria bobot\na 3\nb 3\nc 3"):
    given = scores("komoditas a b c\nA 5 1 1\nB 1 3 3")
    return _select(agreed, given, comparisons=table(comparisons)).ahp


# AHP


def test_ahp_reproduces_the_published_leader_example():
    case = reference("ahp_leader_example")
    names = case["criteria"]
    rows = [("board", *pair) for pair in case["comparisons"]]
    comparisons = pd.DataFrame(rows, columns=["penilai", "kriteria_a", "kriteria_b", "nilai"])
    given = scores(f"komoditas {' '.join(names)}\nTom 5 1 1 1\nDick 1 5 5 5")
    agreed = "kriteria bobot\n" + "\n".join(f"{name} 3" for name in names)
    ahp = _select(agreed, given, comparisons=comparisons).ahp
    assert ahp.table["ahp_weight"].tolist() == pytest.approx(case["weights"], abs=case["tolerance"])
    assert ahp.cr_group == pytest.approx(case["consistency_ratio"], abs=case["consistency_tolerance"])
    assert ahp.winners == ("Tom",)  # .547 * 5 + .453 > .547 + .453 * 5


CONSISTENT = """
penilai kriteria_a kriteria_b nilai
p1      a          b          2
p1      b          c          3
p1      c          a          0.16666666666666667
"""


def test_a_consistent_rater_has_ratio_zero_and_exact_weights():
    ahp = _ahp(CONSISTENT)
    assert ahp.table["ahp_weight"].tolist() == pytest.approx([6 / 10, 3 / 10, 1 / 10])
    assert ahp.consistency["cr"].tolist() == pytest.approx([0], abs=1e-12)
    assert ahp.consistent_group


def test_a_contradictory_rater_is_flagged_but_kept():
    circle = "penilai kriteria_a kriteria_b nilai\np1 a b 5\np1 b c 5\np1 c a 5"
    ahp = _ahp(circle)
    assert ahp.consistency["cr"].item() > 0.1
    assert not ahp.consistency["consistent"].item()
    assert ahp.table["ahp_weight"].tolist() == pytest.approx([1 / 3] * 3)


def test_the_group_is_the_geometric_mean_of_the_raters():
    ahp = _ahp("penilai kriteria_a kriteria_b nilai\np1 a b 8\np2 a b 2", "kriteria bobot\na 3\nb 3")
    assert isinstance(ahp, commodity.AhpWeights)
    # sqrt(8 * 2) = 4: weights 4/5 and 1/5
    assert ahp.table["ahp_weight"].tolist() == pytest.approx([4 / 5, 1 / 5])


def test_a_rater_with_a_missing_pair_is_left_out_and_counted():
    ahp = _ahp(CONSISTENT + "p2 a b 9")
    assert (ahp.n_raters, ahp.raters_left_out) == (1, 1)
    assert ahp.table["ahp_weight"].tolist() == pytest.approx([6 / 10, 3 / 10, 1 / 10])


NO_AHP = {
    "nothing compared": ("penilai kriteria_a kriteria_b nilai", "belum berisi"),
    "nobody complete": ("penilai kriteria_a kriteria_b nilai\np1 a b 3", "Tidak ada penilai"),
    "only impossible values": ("penilai kriteria_a kriteria_b nilai\np1 a b -3", "Tidak ada penilai"),
}


@pytest.mark.parametrize(("comparisons", "reason"), NO_AHP.values(), ids=NO_AHP.keys())
def test_without_complete_comparisons_ahp_says_why(comparisons, reason):
    assert reason in str(_ahp(comparisons).reason)


def test_ahp_needs_two_criteria():
    comparisons = table("penilai kriteria_a kriteria_b nilai\np1 a a 1")
    ahp = _select("kriteria bobot\na 3", scores("komoditas a\nA 5\nB 1"), comparisons=comparisons).ahp
    assert isinstance(ahp, NotEstimable)


def test_ahp_joins_the_comparison_of_methods():
    given = scores("komoditas a b c\nA 5 1 1\nB 1 3 3")
    selection = _select("kriteria bobot\na 1\nb 5\nc 5", given, comparisons=table(CONSISTENT))
    assert selection.ranking.method_winners["weighted_sum"] == ("B",)
    assert selection.ranking.method_winners["ahp"] == ("A",)
    assert not selection.ranking.methods_agree


def test_our_eigenvector_and_ratio_are_those_of_pymcdm():
    from pymcdm.weights.subjective import AHP

    matrix = np.array([[1, 3, 5], [1 / 3, 1, 4], [1 / 5, 1 / 4, 1]])
    reference_method = AHP(matrix=matrix)
    assert principal_weights(matrix) == pytest.approx(reference_method())
    assert consistency_ratio(matrix) == pytest.approx(reference_method.get_cr())


# Agreement


def test_kendall_w_of_siegel_1956():
    case = reference("kendall_w_siegel_1956")
    assert kendall_w(np.array(case["ranks"], float)) == pytest.approx(case["w"], abs=case["tolerance"])
    assert kendall_w(np.array(case["ranks"], float)) == pytest.approx(12 * 25.5 / (3**2 * (6**3 - 6)))


def test_kendall_w_with_ties_is_that_of_the_friedman_statistic():
    ranks = np.array([[1.5, 1.5, 3, 4], [1, 2.5, 2.5, 4], [2, 2, 2, 4]])
    statistic = friedmanchisquare(*ranks.T).statistic
    assert kendall_w(ranks) == pytest.approx(statistic / (3 * (4 - 1)))


def test_the_permutation_test_is_right_where_it_can_be_counted():
    # two raters, three commodities, the same order: one of 3! orders of the second agrees fully
    p = permutation_p(np.array([[1.0, 2, 3], [1, 2, 3]]), permutations=20_000, seed=1)
    assert p == pytest.approx(1 / 6, abs=0.012)


def test_raters_who_agree_have_w_one_and_those_opposed_zero():
    alike = pd.concat([scores("komoditas a b\nA 5 5\nB 1 1", rater) for rater in ("r1", "r2", "r3")])
    opposed = pd.concat([scores("komoditas a b\nA 5 5\nB 1 1"), scores("komoditas a b\nA 1 1\nB 5 5", "r2")])
    assert _select(given=alike).agreement.w == pytest.approx(1)
    assert _select(given=opposed).agreement.w == pytest.approx(0)
    assert _select(given=opposed).agreement.p_value == 1
    assert _select(given=opposed).agreement.raters["tau_with_mean"].tolist() == pytest.approx([-1, -1])


def test_each_rater_has_an_own_first_choice_and_ties_name_all():
    both = pd.concat([scores("komoditas a b\nA 5 5\nB 1 1"), scores("komoditas a b\nA 2 2\nB 2 2", "r2")])
    raters = _select(given=both).agreement.raters
    assert raters["first_choice"].tolist() == [("A",), ("A", "B")]
    assert raters["tau_with_mean"].isna().all()  # against a rater who ties everything there is no order


def test_only_raters_who_scored_everything_enter_the_agreement():
    some = [scores(GIVEN), scores(GIVEN, "r2"), scores("komoditas a b\nA 5 -\nB 1 3", "r3")]
    agreement = _select(given=pd.concat(some)).agreement
    assert (agreement.n_raters, agreement.raters_left_out) == (2, 1)


NO_AGREEMENT = {
    "one rater": ([scores(GIVEN)], "Hanya ada satu penilai"),
    "two partial": (
        [scores("komoditas a b\nA 5 -\nB 1 3"), scores("komoditas a b\nA 5 1\nB - 3", "r2")],
        "Kurang dari dua penilai",
    ),
    "all tied": (
        [scores("komoditas a b\nA 3 3\nB 3 3", rater) for rater in ("r1", "r2")],
        "indeks yang sama",
    ),
    "one commodity": ([scores("komoditas a b\nA 3 3", rater) for rater in ("r1", "r2")], "dua komoditas"),
}


@pytest.mark.parametrize(("given", "reason"), NO_AGREEMENT.values(), ids=NO_AGREEMENT.keys())
def test_without_enough_raters_agreement_says_why(given, reason):
    assert reason in str(_select(given=pd.concat(given)).agreement.reason)


# Tipping points


def test_tipping_point_by_hand():
    # lead of A over B: 4w - 2(1 - w) = 6w - 2, zero at w = 1/3; now w = 1/2
    tipping = _select().tipping.table.set_index("kriteria")
    assert tipping["tipping_weight"].to_dict() == pytest.approx({"a": 1 / 3, "b": 2 / 3})
    assert tipping["change"].to_dict() == pytest.approx({"a": -1 / 6, "b": 1 / 6})
    # with the other bobot at 3: w / (1 - w) * 3
    assert tipping["tipping_bobot"].to_dict() == pytest.approx({"a": 1.5, "b": 6})
    assert tipping["within_scale"].to_dict() == {"a": True, "b": False}
    assert set(tipping["new_winner"]) == {("B",)}


def test_both_directions_are_told_and_the_nearer_one_is_shown():
    # M leads in the middle: X takes over when a grows, Y when a shrinks, X sooner
    given = scores("komoditas a b\nM 4 4\nX 5 2\nY 1 5")
    tipping = _select(given=given).tipping
    # X: 1w - 2(1 - w)... lead of M is -w + 2(1 - w) = 0 at 2/3; Y: 3w - (1 - w) = 0 at 1/4
    a = tipping.directions.query("kriteria == 'a'").set_index("direction")
    assert a["tipping_weight"].to_dict() == pytest.approx({"naik": 2 / 3, "turun": 1 / 4})
    assert a["new_winner"].to_dict() == {"naik": ("X",), "turun": ("Y",)}
    assert tipping.table.set_index("kriteria").loc["a", "new_winner"] == ("X",)


def test_a_winner_on_every_criterion_has_no_tipping_point():
    tipping = _select(given=scores("komoditas a b\nA 5 4\nB 1 3")).tipping
    assert tipping.smallest is None
    assert tipping.table["tipping_weight"].isna().all()
    assert tipping.table["new_winner"].tolist() == [(), ()]
    assert tipping.directions.empty


def test_the_smallest_change_over_all_criteria_is_named():
    given = scores("komoditas a b c\nA 5 1 3\nB 1 4 4")
    tipping = _select("kriteria bobot\na 4\nb 3\nc 2", given).tipping
    changes = tipping.table.set_index("kriteria")["change"].abs()
    assert tipping.smallest == changes.idxmin()


def test_twins_catch_up_together_and_both_are_named():
    tipping = _select(given=scores("komoditas a b\nA 5 1\nB 1 3\nC 1 3")).tipping
    assert set(tipping.table["new_winner"]) == {("B", "C")}


NO_TIPPING = {
    "tied": (AGREED, "komoditas a b\nA 3 3\nB 3 3", "sama kuat"),
    "one criterion": ("kriteria bobot\na 3", "komoditas a\nA 3\nB 4", "satu kriteria"),
}


@pytest.mark.parametrize(("agreed", "given", "reason"), NO_TIPPING.values(), ids=NO_TIPPING.keys())
def test_where_nothing_can_tip_it_says_why(agreed, given, reason):
    assert reason in str(_select(agreed, scores(given)).tipping.reason)


# Evidence and decision

EVIDENCE = pd.DataFrame(
    {
        "komoditas": ["A", "A", "B", "B"],
        "kriteria": ["a", "b", "a", "b"],
        "penilai": "r1",
        "skor": [5, 1, 1, 3],
        "nilai_data": [1.5, np.nan, 2.0, np.nan],
        "sumber": ["BPS", " ", "BPS", "wawancara"],
        "tahun": pd.array([2018, 2019, 2024, None], dtype="Int64"),
    }
)
DECISION = pd.DataFrame(
    {"komoditas": ["A"], "alasan": ["potensi pasar"], "tanggal": [pd.Timestamp("2024-06-01")]}
)


def test_evidence_is_counted_and_its_age_judged_against_the_decision():
    evidence = _select(given=EVIDENCE, decision=DECISION, reference_year=2030).evidence
    assert (evidence.n_scores, evidence.with_data, evidence.with_source, evidence.with_year) == (4, 2, 3, 3)
    assert (evidence.oldest_year, evidence.newest_year, evidence.reference_year) == (2018, 2024, 2024)
    assert evidence.stale == 1  # 2018 is six years old; 2019 is five
    by_criterion = evidence.table.set_index("kriteria")
    assert by_criterion.loc["a"].tolist() == [2, 2, 2018, 2024]
    assert by_criterion.loc["b"].tolist() == [2, 0, 2019, 2019]


def test_without_a_decision_the_given_year_counts_and_without_both_age_is_unknown():
    assert _select(given=EVIDENCE, reference_year=2030).evidence.stale == 3
    assert isinstance(_select(given=EVIDENCE).evidence.stale, NotEstimable)


def test_evidence_of_nothing_is_zero():
    evidence = _select(given=EVIDENCE.iloc[:0]).evidence
    assert (evidence.n_scores, evidence.oldest_year, evidence.newest_year) == (0, None, None)
    assert evidence.table["n_scores"].tolist() == [0, 0]


def test_a_decision_for_the_winner_agrees():
    decision = _select(decision=DECISION).decision
    assert (decision.commodity, decision.rank, decision.agrees, decision.vetoed) == ("A", 1, True, False)
    assert decision.index == pytest.approx((5 + 1) / 2)
    assert (decision.reason, decision.decided_on) == ("potensi pasar", date(2024, 6, 1))


def test_the_last_of_several_decisions_counts():
    earlier = DECISION.assign(komoditas="B", tanggal=pd.Timestamp("2023-01-01"))
    assert _select(decision=pd.concat([DECISION, earlier])).decision.commodity == "A"


@pytest.mark.parametrize("name", ["tidak_ada", "C"])
def test_a_decision_for_an_unranked_commodity_has_no_rank_and_does_not_agree(name):
    given = scores(GIVEN + "\nC 5 -")
    decision = _select(given=given, decision=DECISION.assign(komoditas=name)).decision
    assert (decision.rank, decision.index, decision.agrees) == (None, None, False)


def test_a_decision_for_a_vetoed_commodity_says_so():
    agreed = "kriteria bobot arah ambang_veto\na 3 manfaat NaN\nb 3 manfaat 2"
    decision = _select(agreed, decision=DECISION).decision
    assert (decision.rank, decision.agrees, decision.vetoed) == (None, False, True)


def test_no_decision_and_no_ranking_give_reasons():
    assert "Belum ada keputusan" in str(_select().decision.reason)
    alone = _select(given=scores("komoditas a b\nA 5 1"), decision=DECISION).decision
    assert "memilih A" in str(alone.reason)
