"""Sentences on the results chain and on what the review meeting should ask."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.monitoring import LAGGING, Monitoring
from pasar_nb.analysis.monitoring.wording import quoted, tally
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, _n, listing, paragraph
from pasar_nb.vocabulary import LEVEL_LABELS


def chain(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Say how many boxes are in each state, up to which level all is well, and which have no indicator."""
    boxes = shown.result.chain.boxes
    if boxes.empty:
        return NotEstimable(_("Rantai hasil belum diisi."))
    counted = _(
        "Menurut indikator terburuk tiap kotak, dari {n} kotak rantai hasil: {states}.",
        n=len(boxes),
        states=tally(boxes["state"]),
    )
    return paragraph(counted, first_break(boxes), *_without_indicator(boxes))


def first_break(boxes: pd.DataFrame) -> Message:
    """Name the lowest level at which a box lags, and the boxes."""
    lagging = boxes[boxes["state"].isin(LAGGING)]
    if lagging.empty:
        return _("Tidak ada kotak rantai hasil yang menyimpang dari rencana.")
    level = lagging["tingkat"].iloc[0]
    there = lagging.loc[lagging["tingkat"] == level, "pernyataan"]
    return _(
        "Tingkat terendah yang memuat kotak yang menyimpang dari rencana: {level}, yaitu {boxes}.",
        level=LEVEL_LABELS[level],
        boxes=quoted(there),
    )


def questions(shown: Released[Monitoring]) -> Message:
    """Say how many boxes call for a question, and where to begin."""
    table = shown.result.questions.table
    if table.empty:
        return _("Tidak ada kotak yang menyimpang dari rencana atau tidak diketahui keadaannya.")
    lagging = table[table["state"].isin(LAGGING)]
    asked = _n("{count} kotak perlu dibahas dalam pertemuan tinjauan.", len(table))
    return paragraph(asked, *_where_it_breaks(lagging), *_without_assumption(lagging))


def _where_it_breaks(lagging: pd.DataFrame) -> list[Message]:
    breaks = lagging.loc[lagging["kind"].isin(["breaks_here", "starts_here"]), "pernyataan"]
    if breaks.empty:
        return []
    return [
        _(
            "Mulailah dari kotak yang menyimpang sedangkan kotak tepat sebelumnya tidak: {boxes}.",
            boxes=quoted(breaks),
        )
    ]


def _without_assumption(lagging: pd.DataFrame) -> list[Message]:
    bare = int(sum(not assumed for assumed in lagging["assumptions"]))
    if not bare:
        return []
    return [
        _n(
            "Asumsi {count} kotak yang menyimpang, dan asumsi kotak tepat sebelumnya, tidak tercatat.",
            bare,
        )
    ]


def _without_indicator(boxes: pd.DataFrame) -> list[Message]:
    bare = boxes[boxes["state"] == "no_indicator"]
    if bare.empty:
        return []
    levels = [LEVEL_LABELS[level] for level in LEVEL_LABELS if bare["tingkat"].eq(level).any()]
    return [
        _n(
            "{count} kotak tidak mempunyai indikator (tingkat {levels}); keadaannya tidak diketahui.",
            len(bare),
            levels=listing(levels),
        )
    ]
