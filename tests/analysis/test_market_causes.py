"""Causes: how deep "why" was asked, what the tree leaves open, and what each intervention is to change."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from market_cases import TREE, TWO_CHANNELS, actors, chart, flows, interventions, problems

from pasar_nb.analysis import market
from pasar_nb.analysis.market.cause_results import Flaw
from pasar_nb.analysis.market.problems import LEAST_WHYS, grow_tree
from pasar_nb.findings import NotEstimable

DEEP = """
masalah induk area         akar  intervensi mitra_potensial
A       -     rantai_nilai tidak -          -
B       A     rantai_nilai tidak -          -
C       B     pendukung    tidak -          -
D       C     pendukung    ya    I1         Bank
E       B     pendukung    ya    I1         Bank
F       E     pendukung    tidak -          -
"""


def tree(text=TREE, known=None):
    return chart(problems=problems(text), interventions=known).tree


def logic(text, rooted=TREE, **options):
    return chart(problems=problems(rooted) if rooted else None, interventions=text, **options).logic


# Depth of "why"


def test_every_chain_is_followed_from_its_last_answer_to_the_top() -> None:
    chains = tree(DEEP).chains.set_index("leaf")
    assert chains.index.tolist() == ["Pernyataan D", "Pernyataan F"]
    assert set(chains["top"]) == {"Pernyataan A"}
    # A -> B -> C -> D asks three times; A -> B -> E -> F too, with the root E after two questions
    assert chains["whys"].tolist() == [3, 3]
    assert chains["root_whys"].tolist() == [3, 2]
    assert chains["roots"].tolist() == [1, 1]


def test_a_root_reached_by_few_questions_and_one_with_causes_below_it_are_told() -> None:
    grown = tree(DEEP)
    assert LEAST_WHYS == 3
    assert grown.shallow == ("Pernyataan E",)
    assert grown.deeper == ("Pernyataan E",)


def test_a_chain_without_a_root_has_no_depth_of_a_root() -> None:
    chains = tree().chains.set_index("leaf")
    assert chains.at["Pernyataan M6", "roots"] == 0
    assert pd.isna(chains.at["Pernyataan M6", "root_whys"])


def test_several_trees_and_a_parent_that_is_not_there_are_told() -> None:
    apart = tree(TREE.replace("M4      M1", "M4 M9"))
    assert apart.tops == ("Pernyataan M1", "Pernyataan M4")
    assert apart.strays == ("Pernyataan M4",)
    assert tree().tops == ("Pernyataan M1",)
    assert tree().strays == ()


def test_an_intervention_that_the_table_does_not_hold_is_told_if_there_is_a_table() -> None:
    assert tree(known=interventions("intervensi\nI1")).unknown == ("I2",)
    assert tree().unknown == ()


def test_a_very_long_chain_of_causes_is_no_trouble() -> None:
    count = 3_000  # deeper than Python lets a function call itself
    names = [f"M{at}" for at in range(count)]
    parents = [None, *names[:-1]]
    table = problems("masalah induk area akar\nM0 - pendukung tidak").iloc[[0] * count].reset_index(drop=True)
    table = table.assign(masalah=names, induk=parents, pernyataan=names)
    assert chart(problems=table).tree.chains["whys"].tolist() == [count - 1]


@given(st.data())
def test_depths_are_those_of_the_chains_and_every_problem_stands_once(data) -> None:
    count = data.draw(st.integers(1, 12))
    names = [f"M{at}" for at in range(count)]
    parents = [data.draw(st.sampled_from([None, *names[:at]])) for at in range(count)]
    order = data.draw(st.permutations(range(count)))
    table = problems("masalah induk area akar\nM0 - pendukung ya").iloc[[0] * count].reset_index(drop=True)
    table = table.assign(masalah=names, induk=parents, pernyataan=names)
    grown = grow_tree(table.iloc[list(order)], None)
    depth = grown.table.set_index("masalah")["depth"]
    assert sorted(depth.index) == sorted(names)
    above = dict(zip(names, parents, strict=True))
    assert all(depth[name] == (0 if above[name] is None else depth[above[name]] + 1) for name in names)
    assert (grown.chains["whys"] == depth[grown.chains["leaf"]].to_numpy()).all()
    assert len(grown.tops) == parents.count(None)


# Logic of the interventions


def test_an_intervention_stands_beside_the_roots_that_name_it() -> None:
    found = logic(
        interventions("intervensi\nI1\nI2\nI3"),
        TREE.replace("M4      M1    pendukung         ya    -", "M4 M1 pendukung ya I2"),
    )
    rows = found.table.set_index("intervensi")
    assert rows["n_roots"].tolist() == [1, 2, 0]
    assert rows.at["I2", "roots"] == "Pernyataan M3\nPernyataan M4"
    assert rows.at["I1", "perubahan_sistem_pasar"] == "perubahan sistem pasar I1"
    assert found.idle == ("I3",)
    assert found.only_problems == ()


def test_a_problem_that_is_no_root_answers_for_no_intervention() -> None:
    found = logic(
        interventions("intervensi\nI1\nI9"),
        TREE.replace("M6      M1    rantai_nilai      tidak -", "M6 M1 rantai_nilai tidak I9"),
    )
    assert found.idle == ("I9",)
    assert found.only_problems == ("I9",)


def test_levels_left_empty_and_words_repeated_are_told_whatever_their_case_and_marks() -> None:
    text = """
    intervensi pernyataan     perubahan_sistem_pasar perbaikan_akses_pertumbuhan pengurangan_kemiskinan
    I1         Latih_petani   -                      Harga_naik                  harga_naik.
    I2         Latih_petani   Pembeli_baru           --                          Pendapatan_naik
    """
    assert logic(interventions(text)).flaws == (
        Flaw("I1", "perubahan_sistem_pasar", ""),
        Flaw("I1", "pengurangan_kemiskinan", "perbaikan_akses_pertumbuhan"),
        Flaw("I2", "perbaikan_akses_pertumbuhan", ""),
    )


def test_only_interventions_of_the_commodity_count() -> None:
    both = pd.concat([interventions("intervensi\nI1"), interventions("intervensi\nI7", "kopi")])
    found = logic(both)
    assert found.table["intervensi"].tolist() == ["I1"]
    assert (found.elsewhere, found.idle) == (1, ())


def test_without_a_tree_no_intervention_is_blamed() -> None:
    found = logic(interventions("intervensi\nI1"), rooted=None)
    assert (found.rooted, found.idle) == (False, ())
    assert found.table["n_roots"].tolist() == [0]


REASONS = {
    "no table": (None, "belum ada atau belum berisi"),
    "an empty table": (interventions("intervensi\nI1").iloc[:0], "belum ada atau belum berisi"),
    "another commodity": (
        interventions("intervensi\nI1", "kopi"),
        "tidak memuat intervensi untuk komoditas jahe",
    ),
}


@pytest.mark.parametrize(("table", "reason"), REASONS.values(), ids=REASONS.keys())
def test_without_interventions_there_is_a_reason(table, reason) -> None:
    found = logic(table)
    assert isinstance(found, NotEstimable)
    assert reason in str(found.reason)


def test_the_tables_stay_as_they_were_and_figures_are_counted() -> None:
    table, known = problems(DEEP), interventions("intervensi\nI1\nI2")
    before = table.copy(), known.copy()
    result = market.chart(
        actors(TWO_CHANNELS), flows("dari ke volume satuan harga"), problems=table, interventions=known
    )
    pd.testing.assert_frame_equal(table, before[0])
    pd.testing.assert_frame_equal(known, before[1])
    figures = market.key_figures(result)
    assert (figures["roots"], figures["roots_shallow"]) == (2, 1)
    assert (figures["interventions"], figures["interventions_idle"]) == (2, 1)
