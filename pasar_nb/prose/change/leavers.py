"""Sentences on who was not seen again: how they differed at baseline, and where most were lost."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.change.described import OUTCOME, Attrition
from pasar_nb.analysis.change.leavers import OTHERS, UNLIKE, why_not_compared
from pasar_nb.analysis.change.results import HouseholdChange
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, Share, _, listing, paragraph
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import TRAIT_LABELS

_TO_COMPARE = 2  # villages: one alone is not the worst


def leavers(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say in what those who left differed from those who stayed, and where the largest share left."""
    result = shown.result.attrition
    if isinstance(result, NotEstimable):
        return result
    column = "exact_difference" if shown.audience == "internal" else "difference"
    rows = [row for row in as_rows(result.profile) if pd.notna(row[column])]
    if not rows:
        return NotEstimable(why_not_compared(result))
    return paragraph(_profile(rows, column, result), *_worst_place(result))


def _profile(rows: list[dict[str, Any]], column: str, result: Attrition) -> Message:
    unlike = [row for row in rows if abs(row[column]) > UNLIKE]
    if not unlike:
        return _(
            "Yang tidak ditemui lagi serupa dengan yang tetap ditemui: dari {count} ciri survei awal yang "
            "dapat dibandingkan, tidak satu pun berbeda lebih dari {limit} simpangan baku (ukuran sebaran "
            "antarrumah tangga).",
            count=len(rows),
            limit=Number(UNLIKE, 2),
        )
    return _(
        "Yang tidak ditemui lagi berbeda dari yang tetap ditemui, lebih dari {limit} simpangan baku (ukuran "
        "sebaran antarrumah tangga), dalam {unlike} dari {count} ciri survei awal yang dapat dibandingkan: "
        "{each}.",
        limit=Number(UNLIKE, 2),
        unlike=len(unlike),
        count=len(rows),
        each=listing(_difference(row, column, result) for row in unlike),
    )


def _difference(row: dict[str, Any], column: str, result: Attrition) -> Message:
    named = row["trait"] == OUTCOME and result.outcome is not None
    label = result.outcome.label if named and result.outcome else TRAIT_LABELS[row["trait"]]
    size = Number(abs(row[column]), 2)
    if row[column] < 0:
        return _("{trait} ({size} lebih rendah)", trait=InSentence(label), size=size)
    return _("{trait} ({size} lebih tinggi)", trait=InSentence(label), size=size)


def _worst_place(result: Attrition) -> list[Message]:
    """Name the village with the largest share among those that may be shown, where there are two."""
    told = result.places[(result.places["kind"] == "village") & (result.places["group"] != OTHERS)]
    told = told.dropna(subset=["share_left"])
    if len(told) < _TO_COMPARE or not told["share_left"].max() > 0:
        return []
    worst = as_rows(told.loc[[told["share_left"].astype("float64").idxmax()]])[0]
    return [
        _(
            "Di antara desa yang dapat ditampilkan, bagian terbesar hilang di {village}: {share} dari "
            "{baseline} rumah tangga.",
            village=str(worst["group"]),
            share=Share(float(worst["share_left"]), 1),
            baseline=count_of(worst["baseline"]),
        )
    ]
