"""The whole of monitoring in one call."""

from __future__ import annotations

import re

import pandas as pd

from pasar_nb.analysis.monitoring.chain import assess_chain
from pasar_nb.analysis.monitoring.coverage import count_coverage
from pasar_nb.analysis.monitoring.feedback import collect_feedback
from pasar_nb.analysis.monitoring.indicators import Clock, compare_with_plan, place_indicators, up_to
from pasar_nb.analysis.monitoring.measuring import check_measuring
from pasar_nb.analysis.monitoring.months import month_of
from pasar_nb.analysis.monitoring.questions import collect_questions
from pasar_nb.analysis.monitoring.results import Monitoring
from pasar_nb.analysis.profile import start_of
from pasar_nb.errors import UsageError
from pasar_nb.language import _

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def monitor(
    chain: pd.DataFrame,
    indicators: pd.DataFrame,
    measured: pd.DataFrame,
    *,
    profile: pd.DataFrame | None = None,
    remarks: pd.DataFrame | None = None,
    month: str = "",
) -> Monitoring:
    """Hold what was measured against what was planned.

    Parameters
    ----------
    chain, indicators, measured
        Tables `rantai`, `indikator` and `capaian` of the contract. They are not changed.
    profile
        Table `profil`: the planned lines begin in the month of `mulai_intervensi`; without it, each in the
        month of its indicator's first value.
    remarks
        Table `umpan_balik`.
    month
        Reference month ``YYYY-MM``; later values are left out. Empty: the latest month of `measured`, so that
        the same data give the same report on any day.

    Returns
    -------
    Monitoring
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    UsageError
        If `month` is not written as ``YYYY-MM``.
    """
    if month and not _MONTH.fullmatch(month):
        raise UsageError(_("Bulan acuan '{month}' harus ditulis TTTT-BB, misalnya 2026-03.", month=month))
    kept = up_to(measured, month)
    reference = month or (None if kept.empty else str(kept["bulan"].max()))
    start = start_of(profile)
    clock = Clock(start=None if start is None else month_of(start), reference=reference)
    found = compare_with_plan(place_indicators(indicators, chain), kept, clock)
    assessed = assess_chain(chain, found)
    return Monitoring(
        reference_month=reference,
        programme_start=clock.start,
        indicators=found,
        chain=assessed,
        measuring=check_measuring(found, reference),
        coverage=count_coverage(found),
        questions=collect_questions(assessed, found),
        feedback=collect_feedback(remarks),
    )
