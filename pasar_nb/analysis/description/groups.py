"""By what households are split, and which group each interview belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.description.sheet import Sheet
from pasar_nb.analysis.description.statistics import Whole
from pasar_nb.analysis.households import age_groups, decile_groups, disability_groups
from pasar_nb.analysis.subtraction import tell_few
from pasar_nb.vocabulary import AGE_LABELS, DECILE_LABELS, DISABILITY_LABELS, SEX_LABELS

NOT_RECORDED = "?"
"""Group of the households of which a trait is not recorded."""
MOST_GROUPS = 60  # more rows nobody reads, and they are no inclusion groups any more
_LISTED: dict[str, tuple[str, ...]] = {
    "sex": tuple(SEX_LABELS),
    "disability": tuple(DISABILITY_LABELS),
    "age": tuple(AGE_LABELS),
    "decile": tuple(DECILE_LABELS),
}
_COLUMNS = {
    "sex": "jenis_kelamin_kk",
    "disability": "disabilitas",
    "age": "usia_kk",
    "decile": "desil",
    "village": "desa",
    "group": "id_kelompok",
    "custom": "kelompok_adat",
}
_CLASSES: dict[str, Callable[[pd.Series], pd.Series]] = {
    "disability": disability_groups,
    "age": age_groups,
    "decile": decile_groups,
}
SPLIT_KINDS = tuple(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to split the participants.

    Attributes
    ----------
    kind
        One of `SPLIT_KINDS`.
    names
        Groups in order, `NOT_RECORDED` last where some households have none.
    codes
        Shape (interviews,): place of the group; -1 for interviews of others than participants.
    """

    kind: str
    names: tuple[str, ...]
    codes: Whole


def groupings(
    sheet: Sheet, homes: pd.DataFrame
) -> tuple[tuple[Grouping, ...], tuple[str, ...], tuple[str, ...]]:
    """Find by what the participants can be split, and which kinds of groups are not recorded or too many.

    Parameters
    ----------
    sheet
        The interviews.
    homes
        Table `rumah_tangga`.
    """
    known, place, own = homes.drop_duplicates("id_rt"), sheet.household, sheet.own
    found, absent, crowded = [], [], []
    for kind in SPLIT_KINDS:
        codes, names = _classed(kind, known)  # each household once, not once per interview
        of_interview = np.where(place >= 0, codes[place], -1) if len(codes) else np.full(len(place), -1)
        taken = of_interview[own == 1]
        if not len(taken) or taken.max() < 0:
            absent.append(kind)
        elif len(names) <= MOST_GROUPS:
            found.append(_grouping(kind, names, of_interview, own))
        else:
            crowded.append(kind)
    return tuple(found), tuple(absent), tuple(crowded)


def told_together(ways: tuple[Grouping, ...], wave: Whole) -> tuple[Grouping, ...]:
    """Leave out ways to split that with another would tell a few households by subtraction.

    Where the groups of one way lie within a group of another, the larger less the smaller ones is published
    as well. Villages and groups of households nearly always do, and then only villages are told.

    Parameters
    ----------
    ways
        From `groupings`, the most asked for first.
    wave
        Shape (interviews,): the wave; subtraction is done within each.
    """
    kept: list[Grouping] = []
    for way in ways:
        nested = way.kind == "group" and any(one.kind == "village" for one in kept)
        if not nested and not any(_tells(one, way, wave) for one in kept):
            kept.append(way)
    return tuple(kept)


def _tells(one: Grouping, other: Grouping, wave: Whole) -> bool:
    own = one.codes >= 0
    for at in np.unique(wave[own]):
        here = own & (wave == at)
        if tell_few(one.codes[here], other.codes[here]):
            return True
    return False


def _grouping(kind: str, names: tuple[str, ...], codes: Whole, own: Whole) -> Grouping:
    """Leave out groups without participants, and give those of whom nothing is recorded a group."""
    filled = np.where(codes < 0, len(names), codes)
    used = np.unique(filled[own == 1])
    renumbered = np.full(len(names) + 1, -1)
    renumbered[used] = np.arange(len(used))
    every = (*names, NOT_RECORDED)
    return Grouping(kind, tuple(every[at] for at in used), np.where(own == 1, renumbered[filled], -1))


def _classed(kind: str, homes: pd.DataFrame) -> tuple[Whole, tuple[str, ...]]:
    trait = homes.reindex(columns=[_COLUMNS[kind]])[_COLUMNS[kind]]
    if kind not in _LISTED:
        codes, names = pd.factorize(trait.astype("object"), sort=True)
        return codes, tuple(str(name) for name in names)
    classed = _CLASSES[kind](trait) if kind in _CLASSES else trait
    return pd.Categorical(classed, categories=_LISTED[kind]).codes.astype(np.intp), _LISTED[kind]
