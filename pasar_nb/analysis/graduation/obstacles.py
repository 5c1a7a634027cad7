"""Which criteria stand between the participants and the next levels."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.criteria import required
from pasar_nb.analysis.graduation.levels import Panel
from pasar_nb.analysis.graduation.precision import clusters_of, spread
from pasar_nb.analysis.graduation.results import Obstacles
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import PARTICIPANT

_CONDITION = ["variabel", "operator", "ambang", "acuan"]
_ALONE = ["level", "kriteria", "place", "below", "alone", "share"]


def find_obstacles(panel: Panel) -> Obstacles | NotEstimable:
    """Count, in the last wave, the participants who fail each criterion, and who lack only that one.

    Parameters
    ----------
    panel
        Interviews with their levels. Only participants whose level is known are counted.

    Returns
    -------
    Obstacles or NotEstimable
        The latter where no level is known. A criterion is the same at several levels where its code is: a
        household that lacks the lower and the higher threshold of one criterion lacks one criterion.
    """
    if panel.last is None:
        return NotEstimable(_("Kriteria yang belum dipenuhi tidak dapat dihitung: tingkat belum diketahui."))
    there = panel.of(PARTICIPANT, panel.last)
    there = there[there["level"].notna()]
    asked = panel.criteria.table
    asked = asked[asked["tingkat"].isin(panel.criteria.path)].drop_duplicates(_CONDITION)
    judged = [int(place) for place in asked.index if panel.met.loc[there.index, place].notna().any()]
    table = pd.DataFrame([_failing(panel, there, place) for place in judged])
    alone = [row for level in panel.criteria.path for row in _alone(panel, there, level)]
    return Obstacles(
        table=table.sort_values(["required", "share"], ascending=[False, False], kind="stable").reset_index(
            drop=True
        ),
        alone=pd.DataFrame(alone, columns=_ALONE),
    )


def _failing(panel: Panel, there: pd.DataFrame, place: int) -> dict[str, object]:
    row = panel.criteria.table.loc[place]
    met = panel.met.loc[there.index, place].dropna()
    judged = there.loc[met.index]
    fails = met.eq(0)
    below = judged["level"] < panel.criteria.levels.index(row["tingkat"])
    return {
        "kriteria": row["kriteria"],
        "place": str(place),
        "level": row["tingkat"],
        "required": "ya" if row["wajib"] else "tidak",
        "judged": len(judged),
        "failing": int(fails.sum()),
        "share": float(fails.mean()),
        **spread(fails, clusters_of(judged)),
        "below": int(below.sum()),
        "share_below": float(fails[below].mean()) if below.any() else float("nan"),
    }


def _alone(panel: Panel, there: pd.DataFrame, level: str) -> list[dict[str, object]]:
    """Count those below a level who lack one criterion only, by criterion."""
    step = panel.criteria.levels.index(level)
    asked = _codes_up_to(panel, level)
    if len(asked) < 2:  # with a single criterion everybody below lacks just that one
        return []
    below = there[there["level"] < step]
    only = [next(iter(codes)) for codes in lacking(panel, below.index, level) if len(codes) == 1]
    return [
        {
            "level": level,
            "kriteria": code,
            "place": str(place),
            "below": len(below),
            "alone": only.count(code),
            "share": only.count(code) / len(below) if len(below) else float("nan"),
        }
        for code, place in asked.items()
    ]


def _codes_up_to(panel: Panel, level: str) -> dict[str, int]:
    """List the obligatory criteria up to a level by code; one asked several times stands at the highest."""
    places = _places_up_to(panel, level)
    codes = panel.criteria.table.loc[places, "kriteria"]
    return {str(code): place for code, place in zip(codes, places, strict=True)}


def lacking(panel: Panel, interviews: pd.Index, level: str) -> list[dict[str, int]]:
    """List for each interview the unmet obligatory criteria up to a level.

    Returns
    -------
    list of dict
        Code of each, with its row in ``criteria.table`` at the lowest level where it is unmet.
    """
    places = _places_up_to(panel, level)
    codes = [str(code) for code in panel.criteria.table.loc[places, "kriteria"]]
    unmet = panel.met.loc[interviews, places].eq(0).to_numpy()
    from_the_top = list(zip(codes, places, strict=True))[::-1]
    return [
        {code: place for (code, place), lacks in zip(from_the_top, row[::-1], strict=True) if lacks}
        for row in unmet
    ]


def _places_up_to(panel: Panel, level: str) -> list[int]:
    path = panel.criteria.path
    return required(panel.criteria.table, path[: path.index(level) + 1])
