"""The list for those who visit the households: where each stands, what it lacks and what comes next."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.criteria import required
from pasar_nb.analysis.graduation.levels import Panel
from pasar_nb.analysis.graduation.obstacles import lacking
from pasar_nb.vocabulary import BASELINE, PARTICIPANT, UNKNOWN_LEVEL

_COLUMNS = ["id_rt", "id_kelompok", "kecamatan", "desa", "first", "last", "step", "lacking", "missing"]


def list_households(panel: Panel, participants: pd.DataFrame, pass_level: str) -> pd.DataFrame:
    """List every participant with what a visitor needs to know.

    Parameters
    ----------
    panel
        Interviews with their levels.
    participants
        Rows of `rumah_tangga` with ``step``, in the order of the list.
    pass_level
        The level of graduation.

    Returns
    -------
    DataFrame
        Microdata with the columns of `results.FollowUp.plan`; an empty level where there was no interview.
    """
    there = panel.of(PARTICIPANT, panel.last)
    about = pd.DataFrame(
        {
            "lacking": [tuple(sorted(one.values())) for one in lacking(panel, there.index, pass_level)],
            "missing": _missing(panel, there),
        },
        index=there["id_rt"],
    )
    listed = participants.set_index("id_rt").join(about)
    return (
        listed.assign(
            first=_names(panel, BASELINE).reindex(listed.index).fillna(""),
            last=_names(panel, panel.last).reindex(listed.index).fillna(""),
            lacking=_filled(listed["lacking"]),
            missing=_filled(listed["missing"]),
        )
        .rename_axis("id_rt")
        .reset_index()
        .reindex(columns=_COLUMNS)
    )


def _names(panel: Panel, wave: int | None) -> pd.Series[str]:
    """Name the level of each participant that was interviewed in a wave."""
    levels = panel.of(PARTICIPANT, wave).set_index("id_rt")["level"]
    return levels.map(dict(enumerate(panel.criteria.levels))).astype("object").fillna(UNKNOWN_LEVEL)


def _missing(panel: Panel, there: pd.DataFrame) -> list[tuple[int, ...]]:
    places = required(panel.criteria.table, panel.criteria.path)
    unknown = panel.met.loc[there.index, places].isna().to_numpy()
    return [tuple(place for place, gap in zip(places, row, strict=True) if gap) for row in unknown]


def _filled(places: pd.Series) -> pd.Series:
    """Put an empty tuple where a household was not interviewed."""
    filled = [one if isinstance(one, tuple) else () for one in places]
    return pd.Series(filled, index=places.index, dtype="object")
