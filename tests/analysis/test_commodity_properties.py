"""What holds for every district, searched by hypothesis."""

import numpy as np
import pandas as pd
from commodity_cases import LETTERS, districts
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis import commodity
from pasar_nb.findings import NotEstimable

FEW = 200  # draws, enough for what must hold in every draw
CASES = settings(max_examples=40, deadline=None)


def _select(agreed, scores, **options):
    return commodity.select(agreed, scores, draws=FEW, **options)


@CASES
@given(districts(), st.floats(0.1, 10))
def test_rescaling_all_bobot_keeps_the_ranking(district, factor):
    agreed, scores = district
    scaled = _select(agreed.assign(bobot=agreed["bobot"] * factor), scores).ranking
    plain = _select(agreed, scores).ranking
    assert plain.winners == scaled.winners
    pd.testing.assert_frame_equal(plain.table, scaled.table)


@CASES
@given(districts(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(district, random):
    agreed, scores = district
    order = list(range(len(scores)))
    random.shuffle(order)
    plain, shuffled = _select(agreed, scores), _select(agreed, scores.iloc[order])
    pd.testing.assert_frame_equal(plain.ranking.table, shuffled.ranking.table)
    assert str(plain.certainty) == str(shuffled.certainty)
    assert str(plain.agreement) == str(shuffled.agreement)


@CASES
@given(districts())
def test_renaming_commodities_renames_the_result(district):
    agreed, scores = district
    names = dict(zip(LETTERS, reversed(LETTERS), strict=True))
    plain = _select(agreed, scores).ranking
    renamed = _select(agreed, scores.replace({"komoditas": names})).ranking
    assert set(renamed.winners) == {names[winner] for winner in plain.winners}
    index = plain.table.set_index("komoditas")["index"].rename(names).sort_index()
    pd.testing.assert_series_equal(index, renamed.table.set_index("komoditas")["index"].sort_index())


@CASES
@given(districts())
def test_a_dominated_newcomer_never_wins_nor_changes_the_winner(district):
    agreed, scores = district
    winner = _select(agreed, scores).ranking.winners
    # for every rater the newcomer is worse than A on every criterion, A being lifted above the worst
    worst = agreed.set_index("kriteria")["arah"].map({"manfaat": 1, "biaya": 5})
    lifted = agreed.set_index("kriteria")["arah"].map({"manfaat": 2, "biaya": 4})
    is_a = scores["komoditas"].eq("A")
    better = np.where(
        scores["kriteria"].map(worst).eq(1),
        np.maximum(scores["skor"], scores["kriteria"].map(lifted)),
        np.minimum(scores["skor"], scores["kriteria"].map(lifted)),
    )
    raised = scores.assign(skor=scores["skor"].where(~is_a, better))
    newcomer = raised[is_a].assign(komoditas="Z", skor=raised[is_a]["kriteria"].map(worst).astype(float))
    winner = _select(agreed, raised).ranking.winners
    selection = _select(agreed, pd.concat([raised, newcomer]))
    assert selection.ranking.winners == winner
    if not isinstance(selection.certainty, NotEstimable):
        for acceptability in (selection.certainty.near, selection.certainty.any):
            assert acceptability.first.set_index("komoditas").loc["Z", "share"] == 0


@CASES
@given(districts())
def test_shares_sum_to_one_per_commodity_and_per_rank(district):
    certainty = _select(*district).certainty
    if isinstance(certainty, NotEstimable):
        assert len(district[0]) == 1
        return
    for acceptability in (certainty.near, certainty.any):
        shares = acceptability.table.pivot(index="komoditas", columns="rank", values="share").to_numpy()
        np.testing.assert_allclose(shares.sum(axis=0), 1)
        np.testing.assert_allclose(shares.sum(axis=1), 1)
        assert (shares >= 0).all()


@CASES
@given(districts())
def test_the_winner_changes_just_beyond_a_tipping_point_and_not_before(district):
    selection = _select(*district)
    if isinstance(selection.tipping, NotEstimable):
        return
    weights = selection.criteria.table.set_index("kriteria")["weight"]
    for row in selection.tipping.directions.itertuples():
        for beyond, expected in (
            (1e-4, set(row.new_winner)),
            (-1e-4, set(selection.ranking.winners)),
        ):
            moved = row.tipping_weight + beyond * np.sign(row.change)
            others = weights * (1 - moved) / (1 - weights[row.kriteria])
            again = commodity.reweighted(selection, {**others, row.kriteria: moved})
            assert set(again.winners) == expected


@CASES
@given(districts(), st.data())
def test_no_figure_of_a_ranking_is_missing_without_a_veto(district, data):
    ranking = _select(*district).ranking
    assert not ranking.table.isna().to_numpy().any()
    assert ranking.table["rank"].min() == ranking.table["rank_topsis"].min() == 1
    assert set(ranking.winners) == set(ranking.table.loc[ranking.table["rank"] == 1, "komoditas"])


@CASES
@given(districts())
def test_inputs_are_never_changed(district):
    agreed, scores = district
    before = agreed.copy(deep=True), scores.copy(deep=True)
    _select(agreed, scores)
    pd.testing.assert_frame_equal(agreed, before[0])
    pd.testing.assert_frame_equal(scores, before[1])
