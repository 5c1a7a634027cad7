"""The check of a district against pandas reading the same files: timed in turn on the same machine.

Reading with pandas checks nothing and guesses the types; the check costs a fixed multiple of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pandas as pd

from pasar_nb.demo import draw, write
from pasar_nb.district import District

PAIRS = 7
TIMES_SLOWER = 60  # some 30 when written: 26 tables, some 200 columns, a dozen rules for each


def seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def test_a_check_costs_a_small_multiple_of_reading_the_files(tmp_path: Path) -> None:
    (folder,) = write(draw(1, households=300), tmp_path)
    tables = sorted(folder.glob("*.csv"))

    def read() -> list[pd.DataFrame]:
        return [pd.read_csv(path) for path in tables]

    def opened() -> District:
        return District.open(folder)

    assert len(read()) == 26
    assert [problem for problem in opened().problems if problem.stops] == []
    ratios = [seconds(opened) / seconds(read) for _ in range(PAIRS)]
    assert median(ratios) < TIMES_SLOWER
