"""Tables of means, medians and the rest: by wave and arm, and by wave and subgroup of the participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.description.sheet import Answered, Sheet
from pasar_nb.analysis.description.statistics import Segments, Whole, modes
from pasar_nb.vocabulary import ARM_LABELS, BASELINE

_QUARTILES = {"low_quartile": 0.25, "median": 0.5, "high_quartile": 0.75}
Flags: TypeAlias = npt.NDArray[np.bool_]
Columns: TypeAlias = dict[str, npt.NDArray[Any]]
"""Columns of a table by name, all of one length."""


def by_arm(one: Answered, sheet: Sheet) -> Columns:
    """Describe the answers to a question in every wave and arm that has any.

    Returns
    -------
    dict of arrays
        Columns as `Description.statistics` says, with ``largest`` and ``part`` for disclosure control.
    """
    arms = np.array(list(ARM_LABELS), dtype=object)
    own = one.within(sheet.cell, len(arms) * len(sheet.waves))
    kept = np.flatnonzero(own.n)
    names = _names(one, sheet, kept)
    statistics = {
        "n": own.n,
        "mean": own.mean(),
        **{name: own.quantile(probability) for name, probability in _QUARTILES.items()},
        # Of an amount as it was given: in the rupiah of one month, months of interviews tell it apart.
        "mode": modes(sheet.answers(one.measure, nominal=True), sheet.cell, len(own.n)),
        "deviation": own.deviation(),
        "least": own.quantile(0.0),
        "most": own.quantile(1.0),
        "largest": own.told_by_few(),
    }
    return {
        **names,
        "theme": np.full(len(kept), one.measure.theme or "", dtype=object),
        "arm": arms[kept // len(sheet.waves)],
        **{name: column[kept] for name, column in statistics.items()},
    }


def by_group(one: Answered, sheet: Sheet, names: tuple[str, ...], cells: Whole) -> Columns:
    """Describe the participants' answers in the first and last wave, by subgroup.

    Parameters
    ----------
    one, sheet
        Answers to a question, and the interviews.
    names
        The groups.
    cells
        Shape (interviews,): number of the group and wave (`Sheet.within_waves`).

    Returns
    -------
    dict of arrays
        Columns as `Split.table` says, with ``largest`` and ``part`` for disclosure control, and ``average``,
        the mean also of a yes or no.
    """
    own = one.of_participants(cells, len(names) * len(sheet.waves))
    # A group of which nobody is left keeps its row: that nobody is left tells as much as that one is.
    kept = np.flatnonzero(_first_or_last(own, sheet))
    yes_no = one.measure.form == "yes_no"
    mean, n, blank = own.mean()[kept], own.n[kept], np.full(len(kept), np.nan)
    return {
        **_names(one, sheet, kept),
        "group": np.array(names, dtype=object)[kept // len(sheet.waves)],
        "n": n,
        "average": mean,
        "mean": blank if yes_no else mean,
        "median": blank if yes_no else own.quantile(0.5)[kept],
        "yes": np.round(np.nan_to_num(mean) * n) if yes_no else blank,
        "share": mean if yes_no else blank,
        "largest": np.zeros(len(kept)) if yes_no else own.told_by_few()[kept],
    }


def joined(parts: Sequence[Columns], columns: tuple[str, ...]) -> pd.DataFrame:
    """Put columns below each other; a table each would cost more than all that is computed.

    Parameters
    ----------
    parts
        Columns of each question.
    columns
        Those of a table without any.
    """
    if not parts:
        return pd.DataFrame(columns=list(columns), dtype="str")
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})


def _names(one: Answered, sheet: Sheet, kept: Whole) -> Columns:
    """Name question and wave of every row, and the part within which its groups add up."""
    wave = np.array([str(wave) for wave in sheet.waves], dtype=object)[kept % len(sheet.waves)]
    name = one.measure.name
    return {
        "measure": np.full(len(kept), name, dtype=object),
        "wave": wave,
        "part": np.array([f"{name} {each}" for each in wave], dtype=object),
    }


def _first_or_last(own: Segments, sheet: Sheet) -> Flags:
    """Mark the baseline and the last wave in which any participant answered."""
    wave = np.arange(len(own.n)) % len(sheet.waves)
    told = np.unique(wave[own.n > 0])
    last = told.max(initial=-1)
    at_baseline = np.array([one == BASELINE for one in sheet.waves])[wave]
    return np.asarray(np.isin(wave, told) & (at_baseline | (wave == last)))
