"""Levels of the outcome before and after, of the arms and of the participants' subgroups."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.estimation import Estimate, error_of, estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.results import BeforeAfter, Outcome
from pasar_nb.analysis.few import change_held_by_few, level_held_by_few
from pasar_nb.analysis.households import disability_groups
from pasar_nb.analysis.subtraction import exposing_groups
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _
from pasar_nb.vocabulary import (
    ARM_LABELS,
    DISABILITY_LABELS,
    LEAST_FOR_INFERENCE,
    PARTICIPANT,
    SEX_LABELS,
)

_MISSING = float("nan")
_SPLIT_BY = {"sex": "jenis_kelamin_kk", "disability": "disabilitas"}
_UNRECORDED = {
    "sex": _(
        "Jenis kelamin kepala rumah tangga tidak dicatat, sehingga hasil tidak dapat dipilah menurutnya."
    ),
    "disability": _("Disabilitas tidak dicatat, sehingga hasil tidak dapat dipilah menurutnya."),
}
SUBGROUPS = {"sex": SEX_LABELS, "disability": DISABILITY_LABELS}


def levels(pairs: pd.DataFrame, outcome: Outcome, how: Drawing) -> BeforeAfter | NotEstimable:
    """Describe the outcome of the matched households, or of all at baseline where there is no later wave.

    Parameters
    ----------
    pairs
        From `outcome.matched`; with the baseline only, ``after`` repeats ``before``.
    outcome
        What is measured.
    how
        The bootstrap of the intervals.
    """
    if pairs.empty:
        return NotEstimable(_("Tidak ada rumah tangga yang mempunyai hasil utama pada kedua survei."))
    own = pairs[pairs["studi"] == PARTICIPANT]
    with_one = disability_groups(own["disabilitas"])
    groups = [("arm", arm, pairs[pairs["studi"] == arm]) for arm in ARM_LABELS]
    groups += [("sex", sex, own[own["jenis_kelamin_kk"] == sex]) for sex in SEX_LABELS]
    groups += [("disability", answer, own[with_one == answer]) for answer in DISABILITY_LABELS]
    exposing = _exposing(own)
    rows = [
        {**_row(kind, name, group, outcome, how), "exposing": (kind, name) in exposing}
        for kind, name, group in groups
        if len(group)
    ]
    told = {(kind, name) for kind, name, group in groups if len(group)}
    return BeforeAfter(outcome=outcome, gaps=tuple(_gaps(own, told, outcome)), table=pd.DataFrame(rows))


def _exposing(own: pd.DataFrame) -> set[tuple[str, str]]:
    """Name the subgroups that with the others and all participants would tell a few households."""
    answers = {
        "sex": own["jenis_kelamin_kk"],
        "disability": disability_groups(own["disabilitas"]),
    }
    codes = {
        kind: pd.Index(list(SUBGROUPS[kind])).get_indexer(pd.Index(told.astype("object")))
        for kind, told in answers.items()
    }
    return {
        (kind, list(SUBGROUPS[kind])[at])
        for kind, flags in exposing_groups((kind, one) for kind, one in codes.items() if len(one)).items()
        for at in np.flatnonzero(flags)
    }


def _row(kind: str, name: str, group: pd.DataFrame, outcome: Outcome, how: Drawing) -> dict[str, object]:
    before, after = group["before"], group["after"]
    ended = outcome.has_endline
    change = mean_change(group, how) if ended and kind == "arm" else None
    return {
        "kind": kind,
        "group": name,
        "n": len(group),
        "mean_before": float(before.mean()),
        "mean_after": float(after.mean()) if ended else _MISSING,
        "median_before": float(before.median()),
        "median_after": float(after.median()) if ended else _MISSING,
        "change": _MISSING if change is None else change.value,
        "low": _MISSING if change is None else change.low,
        "high": _MISSING if change is None else change.high,
        "rse": _relative_error(group),
        "largest_before": level_held_by_few(before.to_numpy(dtype="float64")),
        "largest_after": _held(before, after) if ended else 0.0,
    }


def _held(before: pd.Series[float], after: pd.Series[float]) -> float:
    """Give the larger share that few hold of the last level and of the change, which both levels tell."""
    levels, change = (one.to_numpy(dtype="float64") for one in (after, after - before))
    return max(level_held_by_few(levels), change_held_by_few(change))


def mean_change(group: pd.DataFrame, how: Drawing) -> Estimate | None:
    """Estimate the mean change of some households; None where that cannot be said."""
    if len(group) < LEAST_FOR_INFERENCE:
        return None
    found = estimate(
        mean_of(group["after"] - group["before"]), cluster_codes(group), draws=how.draws, seed=how.seed
    )
    return None if isinstance(found, NotEstimable) else found


def mean_of(values: pd.Series[float]) -> Design:
    """Lay out a mean as a regression on nothing but a constant."""
    numbers = np.asarray(values, dtype="float64")
    return Design(numbers, np.ones(len(numbers)), np.empty((len(numbers), 0)))


def _relative_error(group: pd.DataFrame) -> float:
    """Compute the relative standard error of the latest mean."""
    mean = float(group["after"].mean())
    if len(group) < LEAST_FOR_INFERENCE or not mean:
        return _MISSING
    error = error_of(mean_of(group["after"]), cluster_codes(group))
    return _MISSING if error is None else error / abs(mean)


def _gaps(own: pd.DataFrame, told: Collection[tuple[str, str]], outcome: Outcome) -> list[Message]:
    """Say which subgroups are missing: all of a kind where nobody was asked, else each that has nobody."""
    said = []
    for kind, column in _SPLIT_BY.items():
        if own[column].isna().all():
            said.append(_UNRECORDED[kind])
        else:
            absent = [name for name in SUBGROUPS[kind] if (kind, name) not in told]
            said += [_absent(SUBGROUPS[kind][name], outcome) for name in absent]
    return said


def _absent(group: Message, outcome: Outcome) -> Message:
    if not outcome.has_endline:
        return _(
            "Di antara peserta yang diukur tidak ada kelompok {group}, sehingga hasilnya tidak dapat "
            "ditampilkan.",
            group=InSentence(group),
        )
    return _(
        "Di antara peserta yang diukur pada kedua survei tidak ada kelompok {group}, sehingga perubahannya "
        "tidak dapat disebut.",
        group=InSentence(group),
    )
