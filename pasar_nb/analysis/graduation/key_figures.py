"""The few figures of graduation that are compared across districts."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.precision import Proportion, proportion
from pasar_nb.analysis.graduation.results import Graduation
from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import PARTICIPANT, POOR

HIDDEN = NotEstimable(_("Angka ini tidak ditampilkan untuk melindungi rumah tangga."))
_FIELDS = ("", "_low", "_high", "_n")


def key_figures(result: Graduation) -> dict[str, KeyFigure]:
    """Collect what another district can be compared with.

    Parameters
    ----------
    result
        A result that has passed disclosure control.

    Returns
    -------
    dict
        ``pass_level``; ``last_wave``; and of the participants the shares (0-1), each with ``_low``, ``_high``
        (95 %) and ``_n``: ``poor`` and ``passed`` (in the last wave), ``moved_up`` and ``fell_back`` (between
        baseline and last wave) and ``kept`` (of those who graduated earlier). What cannot be said is a
        `NotEstimable`.
    """
    levels = result.levels
    return {
        "pass_level": result.pass_level,
        "last_wave": levels if isinstance(levels, NotEstimable) else levels.last,
        **_levels(result),
        **_moved(result),
        **_kept(result),
    }


def find_row(table: pd.DataFrame, **keys: object) -> dict[str, object] | None:
    """Find the row of a released table with some values in its key columns; None where there is none."""
    chosen = table
    for name, value in keys.items():
        chosen = chosen[chosen[name] == value]
    return None if chosen.empty else {str(name): value for name, value in chosen.iloc[0].items()}


def _levels(result: Graduation) -> dict[str, KeyFigure]:
    levels = result.levels
    if isinstance(levels, NotEstimable):
        return {**_said("poor", levels), **_said("passed", levels)}
    shares: dict[str, KeyFigure] = {}
    for name, level in (("poor", POOR), ("passed", result.pass_level)):
        row = find_row(levels.table, group=PARTICIPANT, wave=levels.last, level=level)
        shares |= _said(name, proportion(row, "households", "base") or HIDDEN)
    return shares


def _moved(result: Graduation) -> dict[str, KeyFigure]:
    movement = result.movement
    if isinstance(movement, NotEstimable):
        return {**_said("moved_up", movement), **_said("fell_back", movement)}
    shares: dict[str, KeyFigure] = {}
    for name, table in (("moved_up", movement.participants.up), ("fell_back", movement.participants.fell)):
        shares |= _said(name, proportion(find_row(table), "moved", "matched") or HIDDEN)
    return shares


def _kept(result: Graduation) -> dict[str, KeyFigure]:
    kept = result.kept
    if isinstance(kept, NotEstimable):
        return _said("kept", kept)
    return _said("kept", proportion(find_row(kept.table), "kept", "seen") or HIDDEN)


def _said(name: str, found: Proportion | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(found, NotEstimable):
        return {f"{name}{field}": found for field in _FIELDS}
    low, high = (found.interval.low, found.interval.high) if found.interval else (None, None)
    return dict(
        zip((f"{name}{field}" for field in _FIELDS), (found.share, low, high, found.whole), strict=True)
    )
