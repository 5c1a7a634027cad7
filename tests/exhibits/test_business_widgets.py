"""The sliders of the business model: each party's gain under another price, volume and discount rate."""

from __future__ import annotations

import re

import ipywidgets
import pytest
from business_cases import BOTH_GAIN, compare
from business_reports import CASES, Shown, baseline_only, empty, hostile, losing
from exhibit_reading import shown

from pasar_nb.widgets.business import gain_sliders

CHAIN = """
kondisi peran       unit jenis     volume harga frekuensi_per_tahun
sebelum pokmas      10   masuk     100    10000 1
sesudah pokmas      10   masuk     100    12000 1
sesudah pokmas      10   investasi 1      100000 0.2
sebelum mitra_lokal 1    masuk     100    12000 1
sebelum mitra_lokal 1    variabel  100    10000 1
sesudah mitra_lokal 1    masuk     100    15000 1
sesudah mitra_lokal 1    variabel  100    12000 1
"""  # gains 200.000 and 300.000 - 200.000


class Board:
    """What stands on the screen."""

    def __init__(self, case: Shown) -> None:
        whole = gain_sliders(case)
        assert isinstance(whole, ipywidgets.VBox)
        self.seller, self.price, self.volume, self.rate, self.back, self._answer = whole.children

    @property
    def gains(self) -> dict[str, list[str]]:
        """Planned gain, gain and present value by party."""
        body = self._answer.value[self._answer.value.index("<tbody") :]
        rows = [
            re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
        ]
        return {row[0]: row[1:] for row in rows}

    @property
    def bold(self) -> list[str]:
        return re.findall(r'<td style="font-weight: bold;"[^>]*gt_left">(.*?)</td>', self._answer.value)


def board() -> Board:
    return Board(shown(compare(CHAIN)))


def test_at_first_the_gains_are_those_of_the_plan() -> None:
    assert {party: row[:2] for party, row in board().gains.items()} == {
        "POKMAS": ["Rp200.000", "Rp200.000"],
        "Mitra lokal": ["Rp100.000", "Rp100.000"],
    }


def test_a_higher_producer_price_is_paid_by_the_buyer() -> None:
    screen = board()
    screen.price.value = 10  # 12.000 to 13.200: 120.000 change hands
    assert screen.gains["POKMAS"][1] == "Rp320.000"
    assert screen.gains["Mitra lokal"][1] == "−Rp20.000"
    assert screen.bold == ["Mitra lokal"]


def test_another_seller_s_price_can_be_moved() -> None:
    screen = board()
    screen.seller.value = "mitra_lokal"
    screen.price.value = -10  # 15.000 to 13.500
    assert screen.gains["POKMAS"][1] == "Rp200.000"
    assert screen.gains["Mitra lokal"][1] == "−Rp50.000"


def test_the_volume_moves_all_parties_after() -> None:
    screen = board()
    screen.volume.value = 50
    assert screen.gains["POKMAS"][1] == "Rp800.000"  # 150 x 12.000 - 1.000.000
    assert screen.gains["Mitra lokal"][1] == "Rp250.000"  # 150 x 3.000 - 200.000


def test_the_discount_rate_moves_present_values_only() -> None:
    screen = board()
    screen.rate.value = 0
    assert screen.gains["POKMAS"] == ["Rp200.000", "Rp200.000", "Rp900.000"]  # 5 x 200.000 - 100.000
    assert screen.gains["Mitra lokal"][2] == "–"
    screen.rate.value = 50
    assert screen.gains["POKMAS"][2] == "Rp247.325"  # 200.000 (1 - 1,5^-5) / 0,5 - 100.000


def test_the_button_brings_the_plan_back() -> None:
    screen = board()
    at_first = screen.gains
    screen.price.value, screen.volume.value, screen.rate.value = 5, -20, 30
    assert screen.gains != at_first
    screen.back.click()
    assert screen.gains == at_first


def test_sliders_reach_half_of_the_plan_to_either_side() -> None:
    screen = board()
    assert (screen.price.min, screen.price.max, screen.volume.min, screen.volume.max) == (-50, 50, -50, 50)
    assert screen.rate.value == 10


@pytest.mark.parametrize("make", [empty, baseline_only])
def test_without_gains_there_are_words_and_no_sliders(make) -> None:
    answer = gain_sliders(make())
    assert isinstance(answer, ipywidgets.Label)
    assert answer.value.endswith(".")


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_case_has_sliders_or_a_reason(make) -> None:
    assert isinstance(gain_sliders(make()), ipywidgets.VBox | ipywidgets.Label)


def test_who_loses_as_planned_is_bold_at_once() -> None:
    assert Board(losing()).bold == ["Mitra lokal"]


def test_the_board_speaks_the_language_of_the_release() -> None:
    english = Board(shown(compare(BOTH_GAIN), audience="internal", language="en"))
    assert next(iter(english.gains.values()))[0] == "Rp2,000,000"


def test_hostile_data_do_not_reach_the_board_as_markup() -> None:
    assert "<img" not in Board(hostile())._answer.value
