"""The sample against its plan: Slovin's formula, as the study of Bappenas 2024 (3.3.3) uses it."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.households import arms_of
from pasar_nb.analysis.survey.results import SamplePlan
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Number, _
from pasar_nb.vocabulary import ARM_LABELS

MARGIN = 0.05  # margin of error of the study's own example: 286 of 1,000


def slovin(listed: int, margin: float = MARGIN) -> int:
    """Compute how many of a list are to be interviewed: N / (1 + N e^2), rounded up.

    Parameters
    ----------
    listed
        Size of the list, N.
    margin
        Margin of error e, a share between 0 and 1.
    """
    return math.ceil(listed / (1 + listed * margin**2) - 1e-9)  # binary fractions may fall short of a whole


def plan_of(homes: pd.DataFrame, survey: pd.DataFrame, *, margin: float) -> SamplePlan | NotEstimable:
    """Set the interviewed and the matched households of each arm beside the number that was needed.

    Parameters
    ----------
    homes
        Table `rumah_tangga`: the list from which households could be chosen.
    survey
        Table `survei` with ``studi``, not empty.
    margin
        Margin of error, a share between 0 and 1.
    """
    if not 0 < margin < 1:
        raise UsageError(
            _("margin = {margin} tidak dapat dipakai; isi di antara 0 dan 1.", margin=Number(margin, 2))
        )
    if homes.empty:
        return NotEstimable(
            _("Tabel rumah_tangga belum ada, sehingga besar sampel tidak dapat dibandingkan dengan rencana.")
        )
    listed = arms_of(homes.drop_duplicates("id_rt")).value_counts()
    waves = sorted(survey["gelombang"].unique())
    rows = [
        _row(arm, int(listed[arm]), survey[survey["studi"] == arm], waves, margin)
        for arm in ARM_LABELS
        if arm in listed
    ]
    return SamplePlan(margin=margin, table=pd.DataFrame(rows))


def _row(arm: str, listed: int, own: pd.DataFrame, waves: list[int], margin: float) -> dict[str, object]:
    first = set(own.loc[own["gelombang"] == waves[0], "id_rt"])
    last = set(own.loc[own["gelombang"] == waves[-1], "id_rt"])
    matched = len(first & last) if len(waves) > 1 else None
    needed = slovin(listed, margin)
    return {
        "arm": arm,
        "listed": listed,
        "needed": needed,
        "interviewed": len(first),
        "matched": float("nan") if matched is None else float(matched),
        "verdict": _verdict(listed, needed, len(first), matched),
    }


def _verdict(listed: int, needed: int, interviewed: int, matched: int | None) -> str:
    if interviewed >= listed:
        return "census"
    if interviewed < needed:
        return "short"
    return "enough" if matched is None or matched >= needed else "lost"
