"""Levels of the participants by sex of the head and by disability."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.levels import Panel
from pasar_nb.analysis.graduation.precision import clusters_of, spread
from pasar_nb.analysis.graduation.results import Split
from pasar_nb.analysis.households import disability_groups
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import PARTICIPANT

NOT_RECORDED = "tidak_tercatat"


def split_by_sex(panel: Panel) -> Split | NotEstimable:
    """Split by the sex of the head of the household."""
    return _split(panel, "jenis_kelamin_kk", _("Jenis kelamin kepala rumah tangga belum dicatat."))


def split_by_disability(panel: Panel) -> Split | NotEstimable:
    """Split by whether somebody in the household lives with a disability."""
    return _split(panel, "disabilitas", _("Disabilitas dalam rumah tangga belum dicatat."))


def _split(panel: Panel, trait: str, unrecorded: Message) -> Split | NotEstimable:
    if panel.last is None:
        return NotEstimable(_("Tingkat rumah tangga peserta belum diketahui."))
    there = panel.of(PARTICIPANT, panel.last)
    known = there[there["level"].notna()]
    if known[trait].isna().all():
        return NotEstimable(unrecorded)
    said = disability_groups(known[trait]) if trait == "disabilitas" else known[trait]
    named = known.assign(group=said.astype("object").fillna(NOT_RECORDED).astype("str"))
    groups = sorted(named["group"].unique(), key=lambda one: (one == NOT_RECORDED, one))
    return Split(
        table=pd.DataFrame([row for one in groups for row in _levels(panel, named, one)]),
        reached=pd.DataFrame([_reached(named, one) for one in groups]),
    )


def _levels(panel: Panel, named: pd.DataFrame, group: str) -> list[dict[str, object]]:
    there = named[named["group"] == group]
    return [
        {
            "group": group,
            "level": level,
            "households": int((there["level"] == step).sum()),
            "base": len(there),
            "share": float((there["level"] == step).mean()),
        }
        for step, level in enumerate(panel.criteria.levels)
    ]


def _reached(named: pd.DataFrame, group: str) -> dict[str, object]:
    there = named[named["group"] == group]
    reached = there["level"] >= 1
    return {
        "group": group,
        "known": len(there),
        "reached": int(reached.sum()),
        "share": float(reached.mean()),
        **spread(reached, clusters_of(there)),
    }
