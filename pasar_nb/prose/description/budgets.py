"""Sentences on what households spend on, and on the share of income that comes from the business."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import wave_names
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, listing, paragraph
from pasar_nb.prose.description.sizes import sized
from pasar_nb.vocabulary import ARM_LABELS, SUPPRESS_BELOW

_HIDDEN = NotEstimable(
    _(
        "Bagian itu tidak ditampilkan: kurang dari {least} rumah tangga menjawab, atau angkanya membuka "
        "jawaban satu per satu.",
        least=SUPPRESS_BELOW,
    )
)
_FOOD = "belanja_makanan"


def spending(shown: Released[Description]) -> Message | NotEstimable:
    """Say what share of spending goes to food, by arm, at the start and in the last wave."""
    found = shown.result.spending
    if isinstance(found, NotEstimable):
        return found
    each = _each(found.table, _FOOD, wave_names(shown.result))
    if not each:
        return _HIDDEN
    return paragraph(
        _("Bagian belanja yang dipakai untuk makanan: {each}.", each=listing(each)),
        _("Makin sejahtera rumah tangga, biasanya makin kecil bagian makanannya."),
    )


def business_income(shown: Released[Description]) -> Message | NotEstimable:
    """Say what share of income comes from the business, by arm, at the start and in the last wave."""
    found = shown.result.business
    if isinstance(found, NotEstimable):
        return found
    each = _each(found.table, "share", wave_names(shown.result))
    if not each:
        return _HIDDEN
    return _("Bagian pendapatan rumah tangga yang berasal dari usaha: {each}.", each=listing(each))


def _each(table: pd.DataFrame, column: str, names: dict[str, Message]) -> list[Message]:
    said = []
    for arm in ARM_LABELS:
        own = table[(table["arm"] == arm) & table[column].notna()]
        rows = [row for row in as_rows(own) if not is_hidden(row["n"])]
        if rows:
            rows.sort(key=lambda row: int(row["wave"]))
            said.append(_of_arm(arm, rows[0], rows[-1], column, names))
    return said


def _of_arm(
    arm: str, first: dict[str, Any], last: dict[str, Any], column: str, names: dict[str, Message]
) -> Message:
    values: dict[str, Value] = {
        "arm": InSentence(ARM_LABELS[arm]),
        "before": Share(float(first[column]), 1),
        "first": InSentence(names[str(first["wave"])]),
        "n": sized(first["n"]),
    }
    if first is last:
        return _("{arm} {before} pada {first} (n = {n})", **values)
    return _(
        "{arm} {before} pada {first} (n = {n}), lalu {after} pada {last} (n = {n_last})",
        after=Share(float(last[column]), 1),
        last=InSentence(names[str(last["wave"])]),
        n_last=sized(last["n"]),
        **values,
    )
