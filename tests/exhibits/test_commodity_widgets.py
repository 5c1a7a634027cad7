"""The sliders: another weighting beside the agreed one."""

from __future__ import annotations

import re

import ipywidgets
import pytest
from exhibit_reading import shown
from selection_cases import (
    CASES,
    EVEN,
    HOSTILE,
    NAMES,
    Shown,
    alone,
    hostile,
    select,
    sole,
    tied,
    unscored,
    vetoed,
)

from pasar_nb.vocabulary import readable
from pasar_nb.widgets.commodity import weight_sliders


class Board:
    """What stands on the screen: sliders, the way back, the agreed order and the one of the sliders."""

    def __init__(self, case: Shown) -> None:
        whole = weight_sliders(case)
        assert isinstance(whole, ipywidgets.VBox)
        *self.sliders, self.back, orders = whole.children
        self._agreed, self._answer = orders.children

    @property
    def agreed(self) -> str:
        return str(self._agreed.value)

    @property
    def answer(self) -> str:
        return str(self._answer.value)

    def move(self, *weights: float) -> None:
        for slider, weight in zip(self.sliders, weights, strict=True):
            slider.value = weight


def rows(markup: str) -> list[list[str]]:
    """Read the cells of a table, row by row."""
    body = markup[markup.index("<tbody") :]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)]


def bold(markup: str) -> list[str]:
    return re.findall(r'<td style="font-weight: bold;"[^>]*gt_left">(.*?)</td>', markup)


def test_at_first_both_orders_are_the_agreed_one() -> None:
    board = Board(sole())
    assert [slider.value for slider in board.sliders] == [5, 3]
    assert [slider.description for slider in board.sliders] == ["jangkauan", "harga"]
    assert rows(board.answer) == rows(board.agreed)
    assert rows(board.answer) == [["Jahe", "1", "4,63"], ["Kopi", "2", "4,38"], ["Nanas", "3", "3,63"]]


def test_moving_a_slider_ranks_anew_and_leaves_the_agreed_order() -> None:
    board = Board(sole())
    agreed = board.agreed
    board.move(1, 3)
    # jahe (5 + 3*4)/4, kopi (4 + 3*5)/4, nanas (4 + 3*3)/4
    assert rows(board.answer) == [["Kopi", "1", "4,75"], ["Jahe", "2", "4,25"], ["Nanas", "3", "3,25"]]
    assert bold(board.answer) == ["Kopi"]
    assert board.agreed == agreed
    assert bold(board.agreed) == ["Jahe"]


def test_a_criterion_at_nought_is_left_out() -> None:
    board = Board(sole())
    board.move(0, 2)
    assert [row[2] for row in rows(board.answer)] == ["5,00", "4,00", "3,00"]  # utility of harga alone


def test_the_button_brings_the_agreed_weights_back() -> None:
    board = Board(sole())
    at_first = board.answer
    board.move(0.5, 5)
    assert board.answer != at_first
    board.back.click()
    assert [slider.value for slider in board.sliders] == [5, 3]
    assert board.answer == at_first


def test_all_weights_at_nought_say_why_there_is_no_order() -> None:
    board = Board(sole())
    board.move(0, 0)
    assert board.answer == "<p>Semua bobot nol, sehingga komoditas tidak dapat dibandingkan.</p>"
    board.move(0, 1)
    assert bold(board.answer) == ["Kopi"]


def test_a_tie_is_bold_on_both_sides_and_can_be_broken() -> None:
    board = Board(tied())
    assert bold(board.agreed) == bold(board.answer) == ["Jahe", "Kopi robusta"]
    board.move(3, 3.5)
    assert bold(board.answer) == ["Kopi robusta"]
    assert bold(board.agreed) == ["Jahe", "Kopi robusta"]


@pytest.mark.parametrize("weights", [(5, 0), (0, 5), (3, 3)])
def test_no_weights_bring_a_vetoed_commodity_back(weights: tuple[float, float]) -> None:
    board = Board(vetoed())
    board.move(*weights)
    assert not {"Rumput laut", "Tuna"} & set(bold(board.answer))
    assert [row[1] for row in rows(board.answer)[2:]] == ["–", "–"]


def test_sliders_reach_from_nought_over_the_scale_in_half_steps() -> None:
    for slider in Board(sole()).sliders:
        assert (slider.min, slider.max, slider.step) == (0, 5, 0.5)


def test_a_weight_above_the_scale_can_still_be_shown() -> None:
    board = Board(select("kriteria bobot\na 8\nb 3", "komoditas a b\njahe 5 1\nkopi 1 5"))
    assert [slider.value for slider in board.sliders] == [8, 3]


@pytest.mark.parametrize("make", [unscored, alone, CASES["all vetoed"], CASES["no weight"]])
def test_without_a_ranking_there_are_words_and_no_sliders(make) -> None:
    case = make()
    answer = weight_sliders(case)
    assert isinstance(answer, ipywidgets.Label)
    assert answer.value == case.result.ranking.reason.text("id")


def test_names_are_text_on_sliders_and_in_both_orders() -> None:
    board = Board(hostile())
    board.move(1, 1, 0)
    assert [slider.description for slider in board.sliders] == list(NAMES)
    assert not any(slider.description_allow_html for slider in board.sliders)
    for markup in (board.agreed, board.answer):
        assert not re.search(r"<(img|script|b|i|a)\b", markup)
        assert "&lt;img src=x onerror=alert(1)&gt;" in markup
        assert len(rows(markup)) == len(HOSTILE)
        assert readable(HOSTILE[2]).strip() in markup


def test_the_board_speaks_the_language_of_the_release() -> None:
    board = Board(shown(sole().result, audience="internal", language="en"))
    assert rows(board.answer)[0] == ["Jahe", "1", "4.63"]


def test_two_boards_do_not_move_each_other() -> None:
    case = select(EVEN, "komoditas a b\njahe 5 1\nkopi 1 4")
    one, other = Board(case), Board(case)
    one.move(0, 5)
    assert bold(one.answer) == ["Kopi"]
    assert bold(other.answer) == ["Jahe"]
