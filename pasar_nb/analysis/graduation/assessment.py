"""The whole of graduation in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.criteria import describe, judge, read_criteria
from pasar_nb.analysis.graduation.followup import plan_follow_up
from pasar_nb.analysis.graduation.levels import arrange, count_levels
from pasar_nb.analysis.graduation.movement import follow_movement, watch_graduates
from pasar_nb.analysis.graduation.obstacles import find_obstacles
from pasar_nb.analysis.graduation.results import Criteria, Graduation
from pasar_nb.analysis.graduation.traits import split_by_disability, split_by_sex
from pasar_nb.analysis.households import finished, with_measures
from pasar_nb.errors import check_option
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import GRADUATION_LEVEL_LABELS, POOR

PASS_LEVEL = "stabil"  # Kajian Bappenas 2024, 3.3.7: the path ends when a household is stable


def assess(
    criteria: pd.DataFrame,
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    *,
    acuan: pd.DataFrame,
    ihk: pd.DataFrame,
    contacts: pd.DataFrame,
    pass_level: str = PASS_LEVEL,
) -> Graduation:
    """Tell how far each household is on its way out of poverty, and what comes next.

    Parameters
    ----------
    criteria, survey, homes, acuan, ihk, contacts
        Tables `kriteria_graduasi`, `survei`, `rumah_tangga`, `acuan`, `ihk` and `pendampingan` of the
        contract. They are not changed.
    pass_level
        Level at which a household graduates: rentan, menengah or stabil.

    Returns
    -------
    Graduation
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    UsageError
        For an unknown level of graduation.
    """
    check_option("pass_level", pass_level, [level for level in GRADUATION_LEVEL_LABELS if level != POOR])
    survey, unfinished = finished(survey, homes)
    measured, table = with_measures(survey), read_criteria(criteria)
    met = judge(table, measured, acuan)
    reason = _incomparable(table, survey)
    if reason is not None:
        return _nothing(NotEstimable(reason), NotEstimable(reason), pass_level)
    described = describe(table, met, measured, acuan, ihk)
    if not described.path:
        return _nothing(described, NotEstimable(_without_path(described)), pass_level)
    panel = arrange(described, measured, met, homes)
    return Graduation(
        pass_level=pass_level,
        criteria=described,
        levels=count_levels(panel),
        movement=follow_movement(panel),
        kept=watch_graduates(panel, pass_level),
        obstacles=find_obstacles(panel),
        by_sex=split_by_sex(panel),
        by_disability=split_by_disability(panel),
        follow_up=plan_follow_up(panel, contacts, pass_level),
        unfinished=unfinished,
    )


def _nothing(criteria: Criteria | NotEstimable, reason: NotEstimable, pass_level: str) -> Graduation:
    return Graduation(
        pass_level=pass_level,
        criteria=criteria,
        levels=reason,
        movement=reason,
        kept=reason,
        obstacles=reason,
        by_sex=reason,
        by_disability=reason,
        follow_up=reason,
    )


def _incomparable(table: pd.DataFrame, survey: pd.DataFrame) -> Message | None:
    if table.empty:
        return _("Tabel kriteria_graduasi belum berisi kriteria.")
    if survey.empty:
        return _("Tabel survei belum berisi wawancara.")
    if not table["wajib"].any():
        return _(
            "Tidak ada kriteria graduasi yang wajib, sehingga tingkat rumah tangga tidak dapat ditentukan."
        )
    return None


def _without_path(described: Criteria) -> Message:
    first = next(one for one in described.unjudged if one.required)
    return _("Tingkat rumah tangga tidak dapat ditentukan. {reason}", reason=first.reason)
