"""Numbers a thousand times larger or smaller than the others of their kind, and codes among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log10

import numpy as np
import pandas as pd

from pasar_nb.contract.cell_checks import NUMBER_KINDS, SENTINELS, is_answer
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column
from pasar_nb.language import Message, Number, Value

THOUSANDFOLD = 300  # times the median; incomes and holdings of households spread by a factor of 100
FEWEST_TO_COMPARE = 5  # values; the median of fewer says little about their magnitude
SPREADS = 4  # robust deviations on a scale of powers of ten, so that what always differs widely is let be
TO_DEVIATION = 1.4826  # from the median absolute deviation, for a normal distribution
FEW = 30  # values, among which one weighs so much that it is set against the others alone

GROUPS: Mapping[str, tuple[str, ...]] = {
    "survei": (),
    "deret": ("seri",),
    "capaian": ("indikator",),
    "aliran": ("jenis", "satuan"),
    "pembiayaan": (),
}
"""Tables whose numbers have one magnitude, and the columns within whose groups they have it."""

NOT_COMPARED = frozenset({("aliran", "volume")})  # the volumes of a chain's actors differ as the actors do
CODED = frozenset({"survei", "mitra_survei", "rumah_tangga", "pelaku", "model_bisnis"})
"""Tables that are filled by asking, where a code may stand for an answer that was not given."""


def magnitude_problems(frame: pd.DataFrame, raw: RawTable, column: Column) -> Iterator[Problem]:
    """Find the numbers of a column that are of another magnitude than the others.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the messages.
    column
        The column.
    """
    groups = GROUPS.get(raw.table)
    judged = groups is not None and column.kind in {"money", "number"} and set(groups) <= set(frame.columns)
    if groups is None or not judged or (raw.table, column.name) in NOT_COMPARED:
        return
    # A loss has no magnitude beside incomes, and what is refused as a code need not be doubted as well.
    cells = frame[column.name].dropna()
    sizes = cells[is_answer(cells, column)].astype("float64")
    sizes = sizes[sizes > 0]
    keys = [frame.loc[sizes.index, name] for name in groups] or [pd.Series("", index=sizes.index)]
    for key, of_group in sizes.groupby(keys):
        named = ", ".join(map(str, key)) if groups else ""
        for row, ratio in _far(of_group).items():
            yield _problem(raw, column, row_number(row), float(ratio), of_group, named)


def _far(sizes: pd.Series) -> pd.Series:
    """Give the ratio to the middle of the others of each size that is far from it."""
    logs = np.log10(sizes)
    middle = logs.median()
    suspects = logs[(logs - middle).abs() >= log10(THOUSANDFOLD) / 2]
    if len(sizes) < FEWEST_TO_COMPARE or suspects.empty:
        return pd.Series(dtype="float64")
    if len(sizes) <= FEW:
        found = {row: _distance(logs[row], logs.drop(row)) for row in suspects.index}
        return pd.Series({row: 10**far for row, far in found.items() if far}, dtype="float64")
    spread = TO_DEVIATION * (logs - middle).abs().median()
    far = (suspects - middle).abs() >= max(log10(THOUSANDFOLD), SPREADS * spread)
    return pd.Series(10.0 ** (suspects[far] - middle))


def _distance(one: float, others: pd.Series) -> float:
    """Give how many powers of ten a number lies from the others; 0 where that is not far."""
    middle = others.median()
    spread = TO_DEVIATION * (others - middle).abs().median()
    far = float(one - middle)
    return far if round(abs(far), 9) >= max(round(log10(THOUSANDFOLD), 9), SPREADS * spread) else 0.0


def _problem(raw: RawTable, column: Column, row: int, ratio: float, sizes: pd.Series, group: str) -> Problem:
    case = messages.VALUE_THOUSANDFOLD if ratio > 1 else messages.VALUE_THOUSANDTH
    median = float(sizes.drop(row).median())
    return raw.place.problem(
        case,
        row=row,
        column=column.name,
        value=str(raw.frame.at[row, column.name]).strip(),
        times=THOUSANDFOLD,
        others=_others(group),
        median=Number(median, 0 if median == int(median) else 2),
    )


def _others(group: str) -> Value:
    if not group:
        return messages.OTHERS_IN_COLUMN
    return Message(messages.OTHERS_IN_GROUP.template, {"group": group})


def code_problems(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    """Ask after 99, 999 and 9999 where they may stand for no answer: repeated most, or beyond all others.

    What the check of cells refuses as such a code is not asked after again.
    """
    if raw.table not in CODED or column.kind not in NUMBER_KINDS or column.per_cent:
        return
    cells = cells[is_answer(cells, column)]
    counts = cells.value_counts()
    for code in (one for one in SENTINELS if one > 0 and one in counts.index):
        others = cells[cells != code]
        alone = len(others) > 0 and not others.min() <= code <= others.max()
        if not alone and not 1 < counts[code] > counts.drop(code).max():
            continue
        yield raw.place.problem(
            messages.VALUE_MAY_BE_CODE,
            row=row_number(cells.index[cells == code][0]),
            column=column.name,
            value=str(code),
            count=int(counts[code]),
        )
