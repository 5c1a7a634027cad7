"""The change of the participants by subgroup, with a test of the difference between the subgroups."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.difference import Difference, difference
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.followed import Subgroups
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.levels import mean_change
from pasar_nb.analysis.change.paired import ONLY_BASELINE, too_few
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.few import change_held_by_few, level_held_by_few
from pasar_nb.analysis.households import age_groups, decile_groups, disability_groups
from pasar_nb.analysis.multiple_tests import holm
from pasar_nb.analysis.subtraction import Flags, exposing_groups
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.vocabulary import (
    AGE_LABELS,
    CHANCE_LIMIT,
    DECILE_LABELS,
    DISABILITY_LABELS,
    LEAST_FOR_INFERENCE,
    PARTICIPANT,
    SEX_LABELS,
    SPLIT_LABELS,
    SUPPRESS_BELOW,
)

MOST_LEVELS = 30  # more subgroups of ten households nobody reads
_NAN = math.nan
_LISTED: dict[str, dict[str, Message]] = {
    "sex": SEX_LABELS,
    "disability": DISABILITY_LABELS,
    "age": AGE_LABELS,
    "decile": DECILE_LABELS,
}
_ONE_LEVEL = _(
    "Kurang dari dua di antaranya memuat {least} rumah tangga atau lebih.", least=LEAST_FOR_INFERENCE
)
_TOLD_WITH_LEVELS = ("sex", "disability")  # `levels.BeforeAfter.gaps` says where these are missing


@dataclass(frozen=True, slots=True)
class _Split:
    """One way to split the participants: names of the levels in order, and the level of each household."""

    kind: str
    names: tuple[str, ...]
    codes: Codes


def subgroups(
    pairs: pd.DataFrame, homes: pd.DataFrame, outcome: Outcome, how: Drawing
) -> Subgroups | NotEstimable:
    """Estimate the change of the participants by subgroup and test the differences.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    homes
        Table `rumah_tangga`, for village and customary group.
    outcome
        What is measured.
    how
        The bootstrap.

    Notes
    -----
    A split with two subgroups is tested by their difference, which has an interval; one with more by a test
    that all changed alike (`difference.difference`). The tests are one family, corrected after Holm.
    """
    if not outcome.has_endline:
        return NotEstimable(ONLY_BASELINE)
    own = pairs[pairs["studi"] == PARTICIPANT].reset_index(drop=True)
    if len(own) < LEAST_FOR_INFERENCE:
        return NotEstimable(too_few(_("peserta")))
    splits, gaps = _splits(own, homes)
    exposing = exposing_groups((split.kind, split.codes) for split in splits)
    rows = [row for split in splits for row in _rows(split, own, how, exposing[split.kind])]
    tested = [(split, _tested(split, own, how, exposing[split.kind])) for split in splits]
    found = [(split, row) for split, row in tested if not isinstance(row, NotEstimable)]
    columns = ["kind", "group", "n", "change", "low", "high", "basis", "largest", "exposing"]
    return Subgroups(
        outcome=outcome,
        family=len(found),
        untested=tuple((split.kind, row.reason) for split, row in tested if isinstance(row, NotEstimable)),
        gaps=gaps,
        table=pd.DataFrame(rows, columns=columns),
        differences=_corrected([row for _split, row in found]),
    )


def _splits(own: pd.DataFrame, homes: pd.DataFrame) -> tuple[list[_Split], tuple[Message, ...]]:
    found, unrecorded, gaps = [], [], []
    for kind, trait in _traits(own, homes):
        if trait is None or trait.isna().all():
            unrecorded += [] if kind in _TOLD_WITH_LEVELS else [InSentence(SPLIT_LABELS[kind])]
            continue
        split = _split(kind, trait)
        if len(split.names) > MOST_LEVELS:
            gaps.append(_too_many(kind))
        elif len(split.names):
            found.append(split)
    if unrecorded:
        gaps.append(_("Tidak dicatat, sehingga tidak dipilah: {splits}.", splits=listing(unrecorded)))
    return found, tuple(gaps)


def _traits(own: pd.DataFrame, homes: pd.DataFrame) -> Iterator[tuple[str, pd.Series | None]]:
    known = homes.drop_duplicates("id_rt").set_index("id_rt")
    yield "sex", own["jenis_kelamin_kk"]
    yield "disability", disability_groups(own["disabilitas"])
    yield "age", age_groups(own["usia_kk"])
    yield "decile", decile_groups(own["desil"])
    for kind, column in (("village", "desa"), ("group", "id_kelompok"), ("custom", "kelompok_adat")):
        yield kind, known[column].reindex(own["id_rt"]).reset_index(drop=True) if column in known else None


def _split(kind: str, trait: pd.Series) -> _Split:
    """Give every level a number; of villages and the like only those of ten households or more."""
    told = trait.astype("object")
    if kind in _LISTED:
        names = list(_LISTED[kind])
    else:
        counts = told.value_counts()
        names = sorted(str(name) for name in counts.index[counts >= LEAST_FOR_INFERENCE])
    codes = pd.Index(names, dtype="object").get_indexer(pd.Index(told.map(str, na_action="ignore")))
    return _Split(kind, tuple(names), codes.astype(np.intp))


def _rows(split: _Split, own: pd.DataFrame, how: Drawing, exposing: Flags) -> list[dict[str, object]]:
    rows = [(at, name, own[split.codes == at]) for at, name in enumerate(split.names)]
    return [
        {**_row(split.kind, name, group, how), "exposing": bool(exposing[at])}
        for at, name, group in rows
        if len(group)
    ]


def _row(kind: str, name: str, group: pd.DataFrame, how: Drawing) -> dict[str, object]:
    found = mean_change(group, how)
    value, low, high = (_NAN,) * 3 if found is None else (found.value, found.low, found.high)
    levels = (level_held_by_few(group[name].to_numpy()) for name in ("before", "after"))
    largest = max(change_held_by_few(_change(group)), *levels)
    few = kind != "group" and found is not None and found.of_few_groups  # a group speaks for itself
    return {
        **{"kind": kind, "group": name, "n": len(group), "basis": "few_groups" if few else "usual"},
        **{"change": value, "low": low, "high": high, "largest": largest},
    }


def _tested(
    split: _Split, own: pd.DataFrame, how: Drawing, exposing: Flags
) -> dict[str, object] | NotEstimable:
    """Test one split among its levels of ten households or more."""
    sizes = np.bincount(split.codes[split.codes >= 0], minlength=len(split.names))
    large = np.flatnonzero(sizes >= LEAST_FOR_INFERENCE)
    if len(large) < 2:
        return NotEstimable(_ONE_LEVEL)
    chosen = np.isin(split.codes, large)
    group, codes = own[chosen], np.searchsorted(large, split.codes[chosen])
    clusters = cluster_codes(group)
    if len(large) == 2:
        apart = _two(_change(group), codes, clusters, how)
        if isinstance(apart, NotEstimable):
            return apart
        # One level and the difference tell the other level, and with the whole those of no level.
        few = 0 < len(own) - len(group) < SUPPRESS_BELOW
        return _of_two(split.kind, len(group), apart) | {"exposing": bool(exposing.any()) or few}
    found = difference(_change(group), codes, clusters, how)
    if isinstance(found, NotEstimable):
        return found
    return _difference_row(split.kind, int(found.tested.sum()), found)


def _two(change: Floats, codes: Codes, clusters: Codes | None, how: Drawing) -> Estimate | NotEstimable:
    design = Design(change, codes.astype("float64"), np.ones((len(codes), 1)))
    if clusters is not None and len(np.unique(clusters)) == 2 == len(np.unique(clusters * 2 + codes)):
        clusters = None  # two groups are compared with each other, by their households
    return estimate(design, clusters, draws=how.draws, seed=how.seed)


def _of_two(kind: str, n: int, found: Estimate) -> dict[str, object]:
    return {
        **{"kind": kind, "n": n, "difference": found.value, "low": found.low, "high": found.high},
        **{"detectable": found.detectable, "p_value": found.p_value},
    }


def _difference_row(kind: str, n: int, found: Difference) -> dict[str, object]:
    return {
        **{"kind": kind, "n": n, "difference": _NAN, "low": _NAN, "high": _NAN},
        **{"detectable": _NAN, "p_value": found.p_value, "exposing": False},
    }


def _corrected(rows: list[dict[str, object]]) -> pd.DataFrame:
    columns = ["kind", "n", "difference", "low", "high", "detectable", "p_value", "exposing"]
    table = pd.DataFrame(rows, columns=columns)
    adjusted = holm(table["p_value"].to_numpy(dtype="float64"))
    verdicts = np.where(adjusted < CHANCE_LIMIT, "differ", "unclear")
    return table.assign(adjusted=adjusted, verdict=pd.Series(verdicts, index=table.index, dtype="str"))


def _change(group: pd.DataFrame) -> Floats:
    return (group["after"] - group["before"]).to_numpy(dtype="float64")


def _too_many(kind: str) -> Message:
    return _(
        "Pilahan menurut {split} mempunyai lebih dari {most} kelompok, terlalu banyak untuk dibandingkan.",
        split=InSentence(SPLIT_LABELS[kind]),
        most=MOST_LEVELS,
    )
