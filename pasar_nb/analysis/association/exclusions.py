"""Variables that cannot stand in a matrix of correlations: constant, computed from others, or the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.association.columns import Column
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, MEASURES

MOST_COLUMNS = 60  # 1,770 pairs; more would be a fishing net, and slow
_MEMBERS = "jumlah_anggota"  # hardly changes, so it may be left out itself
_SPENDING = (
    *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi"),
    *("belanja_rumah", "belanja_transfer", "belanja_lain"),
)
COMPUTED: dict[str, tuple[str, ...]] = {
    "belanja_total": _SPENDING,
    "belanja_per_kapita": (*_SPENDING, _MEMBERS),
    "pendapatan_per_kapita": ("pendapatan_rt", _MEMBERS),
    "aset_total": ("aset_produksi", "aset_lain"),
}
"""Derived measures of the contract and what they are computed from."""
_ARITHMETIC: dict[str, tuple[str, ...]] = {
    **COMPUTED,
    "belanja_per_kapita": (*_SPENDING, _MEMBERS, "belanja_total"),
    "pendapatan_rt": ("pendapatan_usaha",),
    "pendapatan_usaha": ("nilai_jual", "volume_jual", "produksi", "pendapatan_per_kapita"),
    "nilai_jual": ("volume_jual", "harga_jual", "produksi", "pendapatan_rt"),
    "volume_jual": ("produksi",),
    "kontak": ("jam", "bagian_hadir", "jumlah_pelatihan"),
    "jam": ("bagian_hadir", "jumlah_pelatihan"),
}
"""Pairs that go together because one is reckoned into the other: sales are volume times price."""
_Reason: TypeAlias = Callable[[Column], Message | None]
_TOLERANCE = 1e-8  # of a column's spread that others leave unexplained: rounding of least squares
_ROWS_ENOUGH = 1_000  # a sum that holds in so many households is no accident


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A variable that takes no part.

    Attributes
    ----------
    name, label
        The variable.
    reason
        Why, as a part of a sentence.
    """

    name: str
    label: Message
    reason: Message


def by_arithmetic(one: str, other: str) -> bool:
    """Tell whether two variables go together because one is reckoned into the other."""
    return other in _ARITHMETIC.get(one, ()) or one in _ARITHMETIC.get(other, ())


def sort_out(columns: list[Column], primary: str) -> tuple[list[Column], list[LeftOut]]:
    """Separate the variables that can be correlated from those that cannot.

    Parameters
    ----------
    columns
        All, in the order of the report.
    primary
        Name of the primary outcome, which stays even where it is computed from others.
    """
    left_out: list[LeftOut] = []
    varied = _keep(columns, left_out, _alike)
    names = {one.name: one.label for one in varied}
    told = _keep(varied, left_out, lambda one: None if one.name == primary else _computed(one.name, names))
    free = _without_sums(told, left_out, primary)
    many = _("lebih dari {most} ukuran", most=MOST_COLUMNS)
    left_out += [LeftOut(one.name, one.label, many) for one in free[MOST_COLUMNS:]]
    return free[:MOST_COLUMNS], left_out


def others_of(values: Floats) -> int:
    """Count the households that differ from the most common value; of very many, at least so many."""
    if not len(values):
        return 0
    some = values[:_ROWS_ENOUGH]
    found = len(some) - int(np.unique(some, return_counts=True)[1].max())
    if len(values) <= _ROWS_ENOUGH or found >= LEAST_FOR_INFERENCE:
        return found
    return len(values) - int(np.unique(values, return_counts=True)[1].max())


def too_alike(values: Floats) -> bool:
    """Tell whether fewer than ten households, or half of few, differ from the most common value."""
    return others_of(values) < min(LEAST_FOR_INFERENCE, len(values) / 2)


def _keep(
    columns: list[Column], left_out: list[LeftOut], why_not: Callable[[Column], Message | None]
) -> list[Column]:
    reasons = [why_not(one) for one in columns]
    paired = list(zip(columns, reasons, strict=True))
    left_out += [LeftOut(one.name, one.label, reason) for one, reason in paired if reason is not None]
    return [one for one, reason in paired if reason is None]


def _alike(column: Column) -> Message | None:
    known = column.values[~np.isnan(column.values)]
    if len(known) < LEAST_FOR_INFERENCE:
        return _("kurang dari {least} rumah tangga menjawab", least=LEAST_FOR_INFERENCE)
    return _("hampir semua rumah tangga sama") if too_alike(known) else None


def _computed(name: str, names: dict[str, Message]) -> Message | None:
    parts = COMPUTED.get(name, ())
    if not parts or not set(parts) - {_MEMBERS} <= set(names):
        return None
    told = (names.get(part, MEASURES[part][0]) for part in parts)
    return _("dihitung dari {parts}", parts=listing(InSentence(label) for label in told))


def _without_sums(columns: list[Column], left_out: list[LeftOut], primary: str) -> list[Column]:
    """Leave out copies, and sums whose parts are there; the primary outcome comes first and stays."""
    numbers = sorted((one for one in columns if one.form != "category"), key=lambda one: one.name != primary)
    table = np.column_stack([one.values for one in numbers]) if numbers else np.empty((0, 0))
    whole = table[~np.isnan(table).any(axis=1)][:_ROWS_ENOUGH]
    if len(whole) <= 2 * len(numbers):  # with few households anything is a sum of everything
        return columns
    scaled = (whole - whole.mean(axis=0)) / np.where(np.ptp(whole, axis=0) > 0, whole.std(axis=0), 1)
    dependent: dict[str, Message] = {}
    used: list[int] = []
    for at, one in enumerate(numbers):
        parts = _parts(scaled[:, used], scaled[:, at])
        if parts is None:
            used.append(at)
            continue
        labels = [InSentence(numbers[used[part]].label) for part in parts]
        dependent[one.name] = (
            _("sama dengan {other}", other=labels[0])
            if len(labels) == 1
            else _("jumlah atau selisih dari {parts}", parts=listing(labels))
        )
    left_out += [
        LeftOut(one.name, one.label, dependent[one.name]) for one in columns if one.name in dependent
    ]
    return [one for one in columns if one.name not in dependent]


def _parts(others: Floats, column: Floats) -> list[int] | None:
    """Find the columns of which another is an exact sum; None where it is not."""
    if not others.shape[1] or not column.any():
        return None
    weights = np.linalg.lstsq(others, column, rcond=None)[0]
    left = column - others @ weights
    if float(left @ left) > _TOLERANCE * float(column @ column):
        return None
    return [int(at) for at in np.flatnonzero(np.abs(weights) > np.sqrt(_TOLERANCE))]
