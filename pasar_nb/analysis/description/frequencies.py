"""How often each answer is given: yes, the names of categories, the steps of scales."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.description.sheet import Sheet
from pasar_nb.analysis.description.statistics import Whole
from pasar_nb.analysis.description.summaries import Columns
from pasar_nb.analysis.measures import Measure
from pasar_nb.vocabulary import ARM_LABELS

YES = "ya"
OTHER = "*"
"""Answer that stands for all names beyond the most frequent ones."""
MOST_NAMES = 8  # a name written in free text has no end of spellings


def frequencies(sheet: Sheet, measure: Measure) -> Columns | None:
    """Count each answer to a question, by wave and arm; None for a number.

    Returns
    -------
    dict of arrays or None
        Columns ``measure, theme, wave, arm, answer, part, of, count, share``. For a yes or no a row for yes
        only, as the rest is no.
    """
    if measure.form == "number":
        return None
    codes, names = _coded(sheet, measure)
    asked = codes >= 0
    cells, width = len(sheet.waves) * len(ARM_LABELS), len(names)
    cell = sheet.wave * len(ARM_LABELS) + sheet.arm
    counts = np.bincount((cell * width + codes)[asked], minlength=cells * width).reshape(cells, width)
    kept = [names.index(YES)] if measure.form == "yes_no" else list(range(width))
    of = counts.sum(axis=1)
    at, answer = np.divmod(np.arange(cells * len(kept)), len(kept))
    answer = np.array(kept)[answer]
    asked_of = of[at] > 0
    at, answer = at[asked_of], answer[asked_of]
    wave = np.array([str(one) for one in sheet.waves], dtype=object)[at // len(ARM_LABELS)]
    arm = np.array(list(ARM_LABELS), dtype=object)[at % len(ARM_LABELS)]
    return {
        "measure": np.full(len(at), measure.name, dtype=object),
        "theme": np.full(len(at), measure.theme or "", dtype=object),
        "wave": wave,
        "arm": arm,
        "part": measure.name + " " + wave + " " + arm,
        "answer": np.array(names, dtype=object)[answer],
        "of": of[at],
        "count": counts[at, answer],
        "share": counts[at, answer] / of[at],
    }


def shares_by_group(
    sheet: Sheet, measure: Measure, ways: Sequence[tuple[tuple[str, ...], Whole]]
) -> list[Columns]:
    """Give the share of each answer to a question answered by names, in every group and wave that has any.

    Parameters
    ----------
    sheet, measure
        The interviews and the question.
    ways
        For each way to split: names of the groups, and the number of group and wave of every interview
        (`Sheet.within_waves`), which is -1 for others.

    Returns
    -------
    list of dict of arrays
        Columns ``measure, group, wave, answer, n`` and ``average``, the share of the group that gave it.
    """
    codes, answers = _coded(sheet, measure)
    return [_shares(sheet, measure, (codes, answers), names, cells) for names, cells in ways]


def _shares(
    sheet: Sheet, measure: Measure, given: tuple[Whole, list[str]], names: tuple[str, ...], cells: Whole
) -> Columns:
    codes, answers = given
    counted = (codes >= 0) & (cells >= 0)
    groups, width = len(names) * len(sheet.waves), len(answers)
    place = cells[counted].astype(np.intp) * width + codes[counted]
    counts = np.bincount(place, minlength=groups * width).reshape(groups, width)
    of = counts.sum(axis=1)
    at, answer = np.divmod(np.arange(groups * width), width)
    at, answer = at[of[at] > 0], answer[of[at] > 0]
    return {
        "measure": np.full(len(at), measure.name, dtype=object),
        "group": np.array(names, dtype=object)[at // len(sheet.waves)],
        "wave": np.array([str(one) for one in sheet.waves], dtype=object)[at % len(sheet.waves)],
        "answer": np.array(answers, dtype=object)[answer],
        "n": of[at],
        "average": counts[at, answer] / of[at],
    }


def _coded(sheet: Sheet, measure: Measure) -> tuple[Whole, list[str]]:
    """Give each answer a number, names by how often they are given, steps in order; -1 for none."""
    if measure.form == "category":
        return _named(sheet.survey[measure.name])
    values = sheet.answers(measure)
    if measure.form == "yes_no":
        return np.where(np.isnan(values), -1, (values > 0).astype(np.intp)).astype(np.intp), ["tidak", YES]
    codes, steps = pd.factorize(values, sort=True)
    return codes, [f"{step:g}" for step in steps]


def _named(answers: pd.Series) -> tuple[Whole, list[str]]:
    codes, names = pd.factorize(answers)
    often = np.argsort(-np.bincount(codes[codes >= 0], minlength=len(names)), kind="stable")
    place = np.empty(len(names), dtype=np.intp)
    place[often] = np.minimum(np.arange(len(names)), MOST_NAMES)
    kept = [str(names[at]) for at in often[:MOST_NAMES]] + [OTHER] * (len(names) > MOST_NAMES)
    return np.where(codes < 0, -1, place[codes]), kept
