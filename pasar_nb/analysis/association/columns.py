"""The variables of a matrix of correlations: what was measured, who the households are, and their support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.association.schooling import steps_of
from pasar_nb.analysis.households import values_of
from pasar_nb.analysis.measures import Measure
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, MEASURES, TRAIT_LABELS

ColumnForm: TypeAlias = Literal["number", "scale", "yes_no", "category"]
Group: TypeAlias = Literal["measure", "trait", "support"]

SCHOOLING, MEMBERS = "pendidikan_kk", "jumlah_anggota"
_LABELS: dict[str, Message] = {
    **TRAIT_LABELS,
    SCHOOLING: _("Pendidikan kepala rumah tangga"),
    "kelompok_adat": _("Kelompok adat"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A variable of the matrix.

    Attributes
    ----------
    name, label
        Its name, and for people.
    form
        How it is answered; the steps of a scale have an order only.
    group
        Measured in every wave, known of the household, or support received.
    values
        Shape (households,): missing where there is no answer; of a category the number of its level.
    """

    name: str
    label: Message
    form: ColumnForm
    group: Group
    values: Floats


def measured(survey: pd.DataFrame, measures: tuple[Measure, ...], ids: pd.Index) -> list[Column]:
    """Take the answers of one wave.

    Parameters
    ----------
    survey
        Interviews of the wave with derived measures, a row per household, the household as index.
    measures
        Those to take.
    ids
        Households in the order wanted.
    """
    found = survey.reindex(ids)
    columns = [
        Column(one.name, one.label, one.form, "measure", _answers(found, one.name, one.form))
        for one in measures
    ]
    if MEMBERS in {one.name for one in measures}:
        return columns
    members = _numbers(found, MEMBERS)
    return [*columns, Column(MEMBERS, MEASURES[MEMBERS][0], "number", "trait", members)]


def traits(homes: pd.DataFrame, ids: pd.Index) -> list[Column]:
    """Take what is known of the households: age, schooling, sex, disability, decile and customary group."""
    known = homes.drop_duplicates("id_rt").set_index("id_rt").reindex(ids)
    sex = _text(known, "jenis_kelamin_kk")
    women = np.asarray((sex == "P").astype("float64").where(sex.notna()), dtype=np.float64)
    steps = steps_of(_text(known, SCHOOLING))
    schooling = _levels(_text(known, SCHOOLING)) if steps is None else np.asarray(steps, dtype=np.float64)
    forms: list[tuple[str, ColumnForm, Floats]] = [
        ("usia_kk", "number", _numbers(known, "usia_kk")),
        (SCHOOLING, "category" if steps is None else "scale", schooling),
        ("perempuan", "yes_no", women),
        ("disabilitas", "yes_no", _numbers(known, "disabilitas")),
        ("desil", "scale", _numbers(known, "desil")),
        ("kelompok_adat", "category", _levels(_text(known, "kelompok_adat"))),
    ]
    return [Column(name, _LABELS[name], form, "trait", values) for name, form, values in forms]


def changed(before: list[Column], after: list[Column]) -> list[tuple[Column, Floats]]:
    """Subtract the baseline of every number, scale, and yes or no; names have no difference.

    Returns
    -------
    list of tuple
        The change as a column, and the level at baseline; that of yes or no has three steps.
    """
    first = {one.name: one for one in before}
    pairs = [(first[one.name], one) for one in after if one.name in first and one.form != "category"]
    return [
        (
            Column(
                *(late.name, late.label, "scale" if late.form == "yes_no" else late.form, late.group),
                late.values - early.values,
            ),
            early.values,
        )
        for early, late in pairs
    ]


def _answers(found: pd.DataFrame, name: str, form: ColumnForm) -> Floats:
    if form == "category":
        return _levels(_text(found, name))
    return _numbers(found, name)


def _numbers(frame: pd.DataFrame, name: str) -> Floats:
    return np.asarray(values_of(frame, name), dtype=np.float64)


def _text(frame: pd.DataFrame, name: str) -> pd.Series[str]:
    blank = pd.Series(np.nan, index=frame.index)
    return frame[name].astype("object") if name in frame else blank.astype("object")


def _levels(names: pd.Series[str]) -> Floats:
    """Give each level of a category a number; rare ones go together, if they make ten households."""
    counts = names.value_counts()
    kept = list(counts.index[counts >= LEAST_FOR_INFERENCE])
    numbers = {name: float(at) for at, name in enumerate(kept)}
    rare = counts.index[counts < LEAST_FOR_INFERENCE]
    if int(counts[rare].sum()) >= LEAST_FOR_INFERENCE:
        numbers |= dict.fromkeys(rare, float(len(kept)))
    return np.asarray(names.map(numbers), dtype=np.float64)
