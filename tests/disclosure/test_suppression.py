"""Small groups stay hidden, from a reader with a pencil and from one with a solver."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from attack import Attack
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.disclosure import SMALL, WITHHELD, is_hidden
from pasar_nb.disclosure.suppression import safe_count, suppress
from pasar_nb.errors import DisclosureError
from pasar_nb.findings import GroupStatistics

PROTECTED = 10 - 1e-4  # bounds this far apart, less the solver's tolerance
TOTAL = "semua"


def table(**columns: list[Any]) -> pd.DataFrame:
    length = len(next(iter(columns.values())))
    return pd.DataFrame({"kelompok": [f"K{at}" for at in range(length)], **columns})


def counts_shown(frame: pd.DataFrame, rule: GroupStatistics | None = None) -> list[object]:
    return suppress(frame, rule or GroupStatistics("n"))["n"].tolist()


# By hand


@pytest.mark.parametrize(
    ("count", "shown"), [(0, SMALL), (9, SMALL), (10, 10), (12, 10), (13, 15), (498, 500)]
)
def test_a_single_count_is_rounded_to_five_or_below_ten(count: int, shown: int | str) -> None:
    assert safe_count(count) == shown


def test_counts_are_rounded_where_nothing_is_small() -> None:
    assert counts_shown(table(n=[12, 33, 200])) == [10, 35, 200]


def test_a_table_of_one_group_says_below_ten() -> None:
    assert counts_shown(table(n=[7])) == [SMALL]


def test_a_lone_small_count_takes_the_next_smallest_with_it() -> None:
    # 234 - 30 - 200 would be 4
    assert counts_shown(table(n=[4, 30, 200])) == [WITHHELD, WITHHELD, 200]


def test_small_counts_that_are_few_together_take_a_third() -> None:
    # 3 + 4 are seven households, a small group as well
    assert counts_shown(table(n=[3, 4, 30, 200])) == [WITHHELD, WITHHELD, WITHHELD, 200]


def test_the_mark_does_not_tell_which_count_is_the_small_one() -> None:
    # Two groups marked "<10" whose total is 18 to 22 would have nine each.
    shown = counts_shown(table(n=[9, 9, 18]))
    assert shown == [WITHHELD, WITHHELD, 20]


def test_nobody_counts_as_few() -> None:
    assert counts_shown(table(n=[0, 40, 50])) == [WITHHELD, WITHHELD, 50]


def test_a_total_that_equals_the_only_group_is_not_hidden_in_its_place() -> None:
    # Whoever knows the total of 34 from elsewhere would know that the first group is empty.
    assert counts_shown(table(n=[0, 34, 34])) == [WITHHELD] * 3


def test_a_group_that_cannot_exist_stays_empty_and_protects_nobody() -> None:
    shown = suppress(table(n=[None, 4, 30, 200], rata=[None, 1.0, 2.0, 3.0]), GroupStatistics("n", ("rata",)))
    assert shown["n"].tolist() == [None, WITHHELD, WITHHELD, 200]
    assert shown["rata"].isna().tolist() == [True, True, True, False]


def test_every_margin_gets_its_second_one() -> None:
    frame = pd.DataFrame(
        {
            "gelombang": [0, 0, 0, 1, 1, 1],
            "desil": ["1", "2", "3"] * 2,
            "n": [4, 30, 90, 40, 50, 60],
        }
    )
    shown = counts_shown(frame, GroupStatistics("n", margins=("gelombang", "desil")))
    # 4 alone in its wave takes 30, alone in its decile takes 40; then 50 closes the rectangle.
    assert shown == [WITHHELD, WITHHELD, 90, WITHHELD, WITHHELD, 60]


def test_a_bridge_between_two_squares_is_protected_although_no_line_gives_it_away() -> None:
    counts = np.array([[4, 8, 5, 50], [7, 5, 50, 50], [50, 50, 6, 7], [50, 50, 8, 4]])
    # Every line hides two or three, but the 5 is rows 0 and 1 less columns 0 and 1 of what is hidden.
    rows, columns = (4 + 8 + 5) + (7 + 5), (4 + 7) + (8 + 5)
    assert rows - columns == 5
    shown = counts_shown(
        two_way(counts, totals=False), GroupStatistics("n", margins=("kelompok", "gelombang"))
    )
    attack = knowing_all_totals(counts, [])
    for place, cell in enumerate(shown):
        if not is_hidden(cell):
            attack.learn([place], counts.ravel()[place], counts.ravel()[place])
    assert attack.width(2) >= PROTECTED


def test_statistics_of_hidden_groups_are_gone_and_others_stay_exact() -> None:
    frame = table(n=[4, 30, 200], rata=[1.25, 2.5, 3.75], naik=[True, False, True], median=[1.0, 2.0, 3.0])
    shown = suppress(frame, GroupStatistics("n", values=("rata", "naik"), quantiles=(("median", 0.5),)))
    assert shown["rata"].isna().tolist() == [True, True, False]
    assert shown["rata"].iloc[2] == 3.75
    assert shown["naik"].isna().tolist() == [True, True, False]
    assert shown["median"].isna().tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("n", "probability", "shown"),
    [
        (19, 0.5, False),
        (20, 0.5, True),
        (39, 0.25, False),
        (40, 0.25, True),
        (40, 0.75, True),
        (99, 0.9, False),
    ],
)
def test_percentiles_need_ten_on_each_side(n: int, probability: float, shown: bool) -> None:
    frame = table(n=[n, 500], kuantil=[1.0, 2.0])
    kept = suppress(frame, GroupStatistics("n", quantiles=(("kuantil", probability),)))["kuantil"]
    assert kept.notna().tolist() == [shown, True]


def test_shares_come_from_the_rounded_counts() -> None:
    frame = table(n=[52, 101], miskin=[21, 33], bagian=[21 / 52, 33 / 101])
    shown = suppress(frame, GroupStatistics("n", shares=(("bagian", "miskin", "n"),)))
    assert shown["bagian"].tolist() == [20 / 50, 35 / 100]


def test_a_share_that_leaves_two_on_the_other_side_is_hidden() -> None:
    frame = table(n=[50, 60, 70], miskin=[48, 30, 35], bagian=[0.96, 0.5, 0.5])
    shown = suppress(frame, GroupStatistics("n", shares=(("bagian", "miskin", "n"),)))
    assert shown["miskin"].tolist() == [WITHHELD, WITHHELD, 35]
    assert shown["bagian"].isna().tolist() == [True, True, False]
    assert shown["n"].tolist() == [50, 60, 70]


def test_nearly_everybody_in_two_groups_takes_a_third_group() -> None:
    # 19 + 19 of 20 + 20: who knows that 138 of all are poor and sees the 100 would know 18 to 20 of each.
    frame = table(n=[20, 20, 200], miskin=[19, 19, 100], bagian=[0.95, 0.95, 0.5])
    shown = suppress(frame, GroupStatistics("n", shares=(("bagian", "miskin", "n"),)))
    assert shown["miskin"].tolist() == [WITHHELD] * 3
    assert shown["n"].tolist() == [20, 20, 200]


def test_of_a_single_group_nobody_learns_whether_few_or_nearly_all_are_poor() -> None:
    rule = GroupStatistics("n", shares=(("bagian", "miskin", "n"),))
    for poor in (2, 48):
        shown = suppress(table(n=[50], miskin=[poor], bagian=[poor / 50]), rule)
        assert (shown["n"].tolist(), shown["miskin"].tolist()) == ([50], [WITHHELD])


def test_a_total_that_two_firms_make_is_hidden_like_a_small_group() -> None:
    frame = table(n=[40, 30, 60], omzet=[9e9, 1e9, 2e9], dua_terbesar=[0.95, 0.2, 0.1])
    rule = GroupStatistics("n", values=("omzet",), dominance=("dua_terbesar",))
    shown = suppress(frame, rule)
    assert shown["n"].tolist() == [WITHHELD, WITHHELD, 60]
    assert shown["omzet"].isna().tolist() == [True, True, False]
    assert "dua_terbesar" not in shown


def test_dominance_that_is_not_known_is_no_excuse() -> None:
    frame = table(n=[40, 30, 60], omzet=[9e9, 1e9, 2e9], dua_terbesar=[np.nan, 0.2, 0.9])
    shown = suppress(frame, GroupStatistics("n", values=("omzet",), dominance=("dua_terbesar",)))
    assert shown["n"].tolist() == [WITHHELD, WITHHELD, 60]


def test_minimum_and_maximum_are_gone() -> None:
    frame = table(n=[40, 50], rata=[1.0, 2.0], terendah=[0.0, 0.1], tertinggi=[9.0, 8.0])
    shown = suppress(frame, GroupStatistics("n", ("rata",), exact_only=("terendah", "tertinggi")))
    assert list(shown.columns) == ["kelompok", "n", "rata"]


@pytest.mark.parametrize("column", [[1.5, 2.5], [1, 2], pd.to_datetime(["2024-01-01", "2024-01-02"])])
def test_a_column_that_nobody_declared_is_refused(column: Any) -> None:
    frame = table(n=[40, 50]).assign(rahasia=column)
    with pytest.raises(DisclosureError, match="rahasia"):
        suppress(frame, GroupStatistics("n"), "hasil.tabel")


def test_a_declaration_of_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(DisclosureError, match=r"hasil\.tabel.*rata"):
        suppress(table(n=[40, 50]), GroupStatistics("n", values=("rata",)), "hasil.tabel")


def test_the_table_given_is_not_changed_and_its_notes_do_not_travel() -> None:
    frame = table(n=[4, 30, 200], rata=[1.0, 2.0, 3.0])
    frame.attrs["nik"] = "secret"
    before = frame.copy()
    shown = suppress(frame, GroupStatistics("n", values=("rata",)))
    pd.testing.assert_frame_equal(frame, before)
    assert shown.attrs == {}


# With a solver


def two_way(counts: np.ndarray, *, totals: bool) -> pd.DataFrame:
    """Write a table of groups by waves as rows, with or without rows of totals."""
    if totals:
        counts = np.vstack([counts, counts.sum(axis=0)])
        counts = np.hstack([counts, counts.sum(axis=1, keepdims=True)])
    rows, columns = counts.shape
    kelompok = [f"K{at}" for at in range(rows - totals)] + [TOTAL] * totals
    gelombang = [f"G{at}" for at in range(columns - totals)] + [TOTAL] * totals
    frame = pd.DataFrame([(a, b) for a in kelompok for b in gelombang], columns=["kelompok", "gelombang"])
    return frame.assign(n=counts.ravel())


def two_way_counts() -> st.SearchStrategy[np.ndarray]:
    """Draw groups by waves with many small counts, as districts have them."""
    count = st.one_of(st.integers(0, 9), st.integers(10, 25), st.integers(26, 300))
    shapes = st.tuples(st.integers(2, 4), st.integers(2, 4))
    return shapes.flatmap(
        lambda shape: st.lists(count, min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]).map(
            lambda counts: np.array(counts).reshape(shape)
        )
    )


def lines_of(shape: tuple[int, int]) -> list[list[int]]:
    """Give every row, every column and the whole of a table, as places read row by row."""
    places = np.arange(shape[0] * shape[1]).reshape(shape)
    return [*places.tolist(), *places.T.tolist(), places.ravel().tolist()]


def knowing_all_totals(counts: np.ndarray, shown: list[object]) -> Attack:
    """Attack with the exact totals of all lines, which another publication may have told."""
    attack = Attack(counts.size)
    for line in lines_of(counts.shape):
        total = counts.ravel()[line].sum()
        attack.learn(line, total, total)
    for place, cell in enumerate(shown):
        attack.read([place], cell)
    return attack


@settings(deadline=None, max_examples=60)
@given(two_way_counts())
def test_a_reader_cannot_tell_a_small_count_from_a_table_with_its_totals(counts: np.ndarray) -> None:
    frame = two_way(counts, totals=True)
    shown = suppress(frame, GroupStatistics("n", margins=("kelompok", "gelombang")))
    rows, columns = counts.shape
    places = np.arange(counts.size).reshape(rows, columns)
    attack = Attack(counts.size)
    for kelompok, gelombang, cell in shown.itertuples(index=False):
        row = slice(None) if kelompok == TOTAL else int(kelompok[1:])
        column = slice(None) if gelombang == TOTAL else int(gelombang[1:])
        attack.read(np.ravel(places[row, column]).tolist(), cell)
    for place in np.flatnonzero(counts.ravel() < 10):
        assert attack.width(place) >= PROTECTED


@settings(deadline=None, max_examples=60)
@given(two_way_counts())
def test_not_even_all_exact_totals_tell_a_small_count(counts: np.ndarray) -> None:
    """With the totals of small groups known, nothing can hide those; so the whole table hidden is the bar."""
    frame = two_way(counts, totals=False)
    shown = suppress(frame, GroupStatistics("n", margins=("kelompok", "gelombang")))["n"].tolist()
    attack = knowing_all_totals(counts, shown)
    blind = knowing_all_totals(counts, [WITHHELD] * counts.size)
    for place in np.flatnonzero(counts.ravel() < 10):
        assert is_hidden(shown[place])
        assert attack.width(place) >= min(PROTECTED, blind.width(place) - 1e-4)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 80), st.floats(0, 1)), min_size=1, max_size=6))
def test_shares_do_not_tell_how_few_are_on_either_side(groups: list[tuple[int, float]]) -> None:
    """The totals of poor and of all households are known, and so is every shown size of a group."""
    n = np.array([size for size, _share in groups])
    poor = np.array([round(size * share) for size, share in groups])
    with np.errstate(invalid="ignore"):
        frame = table(n=n.tolist(), miskin=poor.tolist(), bagian=(poor / n).tolist())
    rule = GroupStatistics("n", shares=(("bagian", "miskin", "n"),))
    shown = suppress(frame, rule)

    def attack(sizes: list[object], parts: list[object]) -> Attack:
        # the poor first, then the others; a group's size is the sum of both
        attacker, length = Attack(2 * len(n)), len(n)
        attacker.learn(range(length), poor.sum(), poor.sum())
        attacker.learn(range(2 * length), n.sum(), n.sum())
        for at, (size, part) in enumerate(zip(sizes, parts, strict=True)):
            attacker.read([at, at + length], size)
            attacker.read([at], part)
        return attacker

    sees = attack(shown["n"].tolist(), shown["miskin"].tolist())
    blind = attack([WITHHELD] * len(n), [WITHHELD] * len(n))
    for at in np.flatnonzero((poor < 10) | (n - poor < 10)):
        assert sees.width(at) >= min(PROTECTED, blind.width(at) - 1e-4)
    assert shown["bagian"].isna().tolist() == [
        is_hidden(a) or is_hidden(b) for a, b in zip(shown["n"], shown["miskin"], strict=True)
    ]


@given(st.lists(st.integers(10, 400), min_size=1, max_size=12))
def test_nothing_is_hidden_without_need(counts: list[int]) -> None:
    assert not any(is_hidden(one) for one in counts_shown(table(n=counts)))


def test_one_small_group_among_many_costs_one_other() -> None:
    counts = [4, *range(20, 120)]
    assert sum(map(is_hidden, counts_shown(table(n=counts)))) == 2


@settings(deadline=None, max_examples=60)
@given(two_way_counts(), st.randoms(use_true_random=False))
def test_rows_in_any_order_are_protected(counts: np.ndarray, random: Any) -> None:
    frame = two_way(counts, totals=False)
    order = list(frame.index)
    random.shuffle(order)
    shown = suppress(frame.loc[order], GroupStatistics("n", margins=("kelompok", "gelombang")))
    assert shown.index.tolist() == order
    shown_as_drawn = shown["n"].sort_index().tolist()
    attack = knowing_all_totals(counts, shown_as_drawn)
    blind = knowing_all_totals(counts, [WITHHELD] * counts.size)
    for place in np.flatnonzero(counts.ravel() < 10):
        assert attack.width(place) >= min(PROTECTED, blind.width(place) - 1e-4)


def test_statistics_that_would_tell_a_few_by_subtraction_are_hidden_but_not_their_counts() -> None:
    frame = pd.DataFrame(
        {
            "desa": ["Pule", "Dongko"],
            "n": [20, 31],
            "rata": [1.5, 2.5],
            "p": [0.2, 0.3],
            "tengah": [1.0, 2.0],
            "membuka": [True, False],
        }
    )
    rule = GroupStatistics(
        "n", values=("rata",), tests=("p",), quantiles=(("tengah", 0.5),), exposing="membuka"
    )
    shown = suppress(frame, rule)
    assert "membuka" not in shown
    assert shown["n"].tolist() == [20, 30]
    assert shown["rata"].isna().tolist() == shown["tengah"].isna().tolist() == [True, False]
    assert shown["p"].tolist() == [0.2, 0.3]
