"""Candidate partners compared by dominance, never by a sum of ratings."""

from __future__ import annotations

import pandas as pd
import pytest
from business_cases import BOTH_GAIN, candidates, compare
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.business import Partners, key_figures
from pasar_nb.analysis.business.partners import compare_partners
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

HEAD = "mitra jenis insentif kontribusi kapasitas status tanggal\n"
SIX = (
    HEAD
    + """
Koperasi  lokal  5 4 4 sepakat      2024-03-05
Serba     lokal  3 3 2 identifikasi 2024-02-27
Pengepul  lokal  2 2 3 batal        2024-02-22
PabrikA   swasta 4 5 5 batal        2024-09-15
PabrikB   swasta 3 4 4 sepakat      2024-03-10
PabrikC   swasta 5 2 - negosiasi    -
"""
)


def compared(text: str = SIX) -> Partners:
    result = compare_partners(candidates(text))
    assert isinstance(result, Partners)
    return result


def rows(result: Partners) -> pd.DataFrame:
    return result.table.set_index("calon")


def test_a_candidate_is_dominated_by_those_nowhere_worse_and_somewhere_better() -> None:
    table = rows(compared())
    assert table["dominated_by"].to_dict() == {"1": "", "2": "1", "3": "1", "4": "", "5": "4", "6": ""}


def test_candidates_of_another_kind_do_not_count() -> None:
    only = HEAD + "A lokal 5 5 5 sepakat -\nB swasta 1 1 1 sepakat -\n"
    assert rows(compared(only))["dominated_by"].tolist() == ["", ""]


def test_equal_ratings_dominate_nobody() -> None:
    twins = HEAD + "A lokal 3 3 3 sepakat -\nB lokal 3 3 3 batal -\n"
    table = rows(compared(twins))
    assert table["dominated_by"].tolist() == ["", ""]
    assert not table["leads"].any()


def test_a_higher_sum_is_no_dominance() -> None:
    crossed = HEAD + "A lokal 5 5 2 sepakat -\nB lokal 1 1 3 batal -\n"
    assert rows(compared(crossed))["dominated_by"].tolist() == ["", ""]


def test_a_missing_capacity_stays_missing_and_is_not_compared() -> None:
    row = rows(compared()).loc["6"]
    assert pd.isna(row["kapasitas"])
    assert not row["comparable"]
    assert row["dominated_by"] == ""


def test_a_rating_that_no_one_of_the_kind_has_does_not_stop_the_comparison() -> None:
    empty = (
        HEAD
        + "A lokal 5 4 - sepakat -\nB lokal 4 4 - batal -\nC swasta 3 3 2 batal -\nD swasta 4 4 - batal -\n"
    )
    table = rows(compared(empty))
    assert (
        table["compared_on"].tolist() == ["insentif,kontribusi"] * 2 + ["insentif,kontribusi,kapasitas"] * 2
    )
    assert table["dominated_by"].tolist() == ["", "1", "", ""]
    assert table["comparable"].tolist() == [True, True, True, False]
    assert table["leads"].tolist() == [True, False, False, False]


def test_without_any_rating_nobody_is_compared() -> None:
    bare = compared(HEAD + "A lokal - - - sepakat -\nB lokal - - - batal -\n")
    assert not rows(bare)["comparable"].any()
    assert rows(bare)["dominated_by"].tolist() == ["", ""]


def test_a_withdrawn_candidate_may_lead_its_kind() -> None:
    table = rows(compared())
    assert table["leads"].to_dict() == {
        **dict.fromkeys(("2", "3", "5", "6"), False),
        **dict.fromkeys(("1", "4"), True),
    }


def test_agreements_are_counted_by_kind() -> None:
    result = compared()
    assert [len(result.agreed(kind)) for kind in ("lokal", "swasta")] == [1, 1]


def test_names_are_for_the_owner_of_the_data_alone() -> None:
    public = release(compared(), audience="public", language="id").result
    internal = release(compared(), audience="internal", language="id").result
    assert [label.text("id") for label in public.labels().values()] == [
        *(f"Calon mitra lokal {number}" for number in (1, 2, 3)),
        *(f"Calon mitra swasta {number}" for number in (1, 2, 3)),
    ]
    assert internal.labels()["1"].text("id") == "Koperasi"
    assert public.names.empty


@pytest.mark.parametrize("given", [None, candidates(SIX).iloc[:0]], ids=["no table", "no row"])
def test_without_candidates_there_is_a_reason(given: pd.DataFrame | None) -> None:
    assert isinstance(compare_partners(given), NotEstimable)


def test_the_given_table_is_not_changed() -> None:
    table = candidates(SIX)
    before = table.copy(deep=True)
    compare_partners(table)
    pd.testing.assert_frame_equal(table, before)


RATING = st.integers(1, 5)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(RATING, RATING, RATING), min_size=1, max_size=8))
def test_dominance_has_no_circle_and_somebody_is_never_dominated(ratings: list[tuple[int, int, int]]) -> None:
    lines = "".join(f"M{place} lokal {a} {b} {c} batal -\n" for place, (a, b, c) in enumerate(ratings))
    table = rows(compared(HEAD + lines))
    by = {calon: set(filter(None, row.split(","))) for calon, row in table["dominated_by"].items()}
    assert any(not beaten for beaten in by.values())
    assert all(one not in by[other] for one in by for other in by[one])


def test_key_figures_count_agreements() -> None:
    figures = key_figures(compare(BOTH_GAIN, "", "", SIX))
    assert (figures["agreed_local"], figures["agreed_private"]) == (1, 1)
    assert isinstance(key_figures(compare())["agreed_local"], NotEstimable)
