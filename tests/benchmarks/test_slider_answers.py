"""A slider's answer against the whole analysis: both timed in turn, so that a busy machine slows both."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

sys.path.append(str(Path(__file__).parents[1] / "analysis"))

from business_cases import BOTH_GAIN
from business_cases import compare as compare_business
from commodity_cases import criteria_of, from_array

from pasar_nb.analysis import commodity
from pasar_nb.disclosure import release
from pasar_nb.widgets.business import gain_sliders
from pasar_nb.widgets.commodity import weight_sliders

PAIRS = 7
TIMES_FASTER = 3  # about 6 when written: the simulations are not run again for a slider


def seconds(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def test_a_slider_answers_without_running_the_simulations_again() -> None:
    values = np.random.default_rng(20).integers(1, 6, (7, 5, 6)).astype(float)
    agreed, given = criteria_of([1, 2, 3, 4, 5, 5], [False] * 6), from_array(values)
    selection = commodity.select(agreed, given)
    slider = weight_sliders(release(selection, audience="internal", language="id")).children[0]

    def move() -> None:
        slider.value = 4.5 - slider.value  # another weight each time, or nothing would be observed

    move()
    ratios = [seconds(lambda: commodity.select(agreed, given)) / seconds(move) for _ in range(PAIRS)]
    assert median(ratios) > TIMES_FASTER


def test_a_slider_of_the_business_model_answers_without_simulating_again() -> None:
    model = compare_business(BOTH_GAIN)
    price = gain_sliders(release(model, audience="internal", language="id")).children[1]

    def move() -> None:
        price.value = 7.0 - price.value

    move()
    ratios = [seconds(lambda: compare_business(BOTH_GAIN)) / seconds(move) for _ in range(PAIRS)]
    assert median(ratios) > TIMES_FASTER
