"""The candidate partners' ratings as dots, each rating in its own shape, candidates of a kind together."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.business.model_results import Partners
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import (
    LINE_HEIGHT,
    TEXT_SIZE,
    ReportFigure,
    canvas,
    line_count,
    plain,
    wrapped,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Listing, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import (
    BLUE,
    GREEN,
    GRID,
    PARTNER_KIND_LABELS,
    PARTNER_STATUS_LABELS,
    RATING_LABELS,
    SCORE_HIGH,
    SCORE_LOW,
    VERMILION,
)

LOOK = {"insentif": (BLUE, "circle"), "kontribusi": (GREEN, "square"), "kapasitas": (VERMILION, "diamond")}
SIGNS = {"sepakat": "✓", "negosiasi": "…", "identifikasi": "○", "batal": "✕"}
NAME, LANE, GAP = 26, 15, 12  # px: a candidate's name, each of its three dots, space below
LEGEND_ROOM, AXIS_ROOM, KIND = 22, 30, 30
WORDS_PER_LINE = 42  # characters of a name with its status on a telephone


def partner_ratings(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show incentive, contribution and capacity of every candidate, with its status."""
    result = shown.result.partners
    if isinstance(result, NotEstimable):
        return result
    return ReportFigure(
        name="calon_mitra",
        title=_title(result),
        drawing=_drawing(result, shown.language),
        alternative=_("Titik nilai setiap calon. {each}.", each=_each(result)),
        note=paragraph(
            _("Nilai 1 sampai 5, makin ke kanan makin tinggi; nilai yang belum diisi tidak digambar."),
            _("n = {count} calon mitra. Sumber: tabel mitra.", count=len(result.table)),
        ),
    )


def _title(result: Partners) -> Message:
    present = [kind for kind in PARTNER_KIND_LABELS if result.table["jenis"].eq(kind).any()]
    agreed = [kind for kind in present if len(result.agreed(kind))]
    if len(agreed) == len(PARTNER_KIND_LABELS):
        return _("Mitra lokal dan mitra swasta sudah sepakat.")
    if not agreed:
        return _("Belum ada calon mitra yang sepakat.")
    (other,) = [kind for kind in PARTNER_KIND_LABELS if kind not in agreed]
    return _(
        "{agreed} sudah sepakat, {other} belum.",
        agreed=PARTNER_KIND_LABELS[agreed[0]],
        other=InSentence(PARTNER_KIND_LABELS[other]),
    )


def _each(result: Partners) -> Listing:
    labels = result.labels()
    return listing(
        _(
            "{name} ({status}): {ratings}",
            name=labels[row["calon"]],
            status=PARTNER_STATUS_LABELS[row["status"]],
            ratings=listing(_rating(name, row[name]) for name in RATING_LABELS),
        )
        for row in as_rows(result.table)
    )


def _rating(name: str, value: float) -> Message:
    label = InSentence(RATING_LABELS[name])
    if value != value:
        return _("{rating} belum dinilai", rating=label)
    return _("{rating} {value}", rating=label, value=int(value))


def _drawing(result: Partners, language: Language) -> go.Figure:
    labels, rows = result.labels(), as_rows(result.table)
    words = [wrapped(render(_status(row, labels[row["calon"]]), language), WORDS_PER_LINE) for row in rows]
    kinds, names, tops, height = _places(rows, words)
    figure = canvas(language, height=height + AXIS_ROOM)
    for kind, y in kinds:
        heading = plain(render(PARTNER_KIND_LABELS[kind], language))
        figure.add_annotation(_text(f"<b>{heading}</b>", y, size=TEXT_SIZE + 2))
    for text, y in zip(words, names, strict=True):
        figure.add_annotation(_text(text, y, size=TEXT_SIZE))
    for lane, name in enumerate(LOOK):
        figure.add_trace(_dots(name, lane, rows, tops, language))
    for y in (top + lane * LANE + LANE / 2 for top in tops for lane in range(len(LOOK))):
        figure.add_shape(_rail(y))
    ticks = list(range(SCORE_LOW, SCORE_HIGH + 1))
    figure.update_layout(margin={"l": 12, "r": 12, "t": 0, "b": AXIS_ROOM})
    figure.update_xaxes(range=[SCORE_LOW - 0.15, SCORE_HIGH + 0.15], tickvals=ticks, showgrid=False)
    return figure.update_yaxes(range=[height, 0], visible=False)


def _places(
    rows: list[dict[str, Any]], words: list[str]
) -> tuple[list[tuple[str, float]], list[float], list[float], int]:
    """Place headings, names and first dots in px from the top; the last is the height of all."""
    kinds: list[tuple[str, float]] = []
    names, tops, top = [], [], LEGEND_ROOM
    for place, (row, text) in enumerate(zip(rows, words, strict=True)):
        if place == 0 or rows[place - 1]["jenis"] != row["jenis"]:
            kinds.append((row["jenis"], top + KIND / 2))
            top += KIND
        high = NAME + (line_count([text]) - 1) * LINE_HEIGHT
        names.append(top + high / 2)
        tops.append(float(top + high))
        top += high + len(LOOK) * LANE + GAP
    return kinds, names, tops, top


def _rail(y: float) -> dict[str, object]:
    line = {"color": GRID, "width": 1}
    return {
        "type": "line",
        "x0": SCORE_LOW,
        "x1": SCORE_HIGH,
        "y0": y,
        "y1": y,
        "line": line,
        "layer": "below",
    }


def _status(row: dict[str, Any], name: Message) -> Message:
    return _(
        "{sign} {name}: {status}",
        sign=SIGNS[row["status"]],
        name=name,
        status=PARTNER_STATUS_LABELS[row["status"]],
    )


def _dots(
    name: str, lane: int, rows: list[dict[str, Any]], tops: list[float], language: Language
) -> go.Scatter:
    colour, symbol = LOOK[name]
    known = [(row, top) for row, top in zip(rows, tops, strict=True) if row[name] == row[name]]
    return go.Scatter(
        name=render(RATING_LABELS[name], language),
        mode="markers",
        x=[int(row[name]) for row, _top in known],
        y=[top + lane * LANE + LANE / 2 for _row, top in known],
        marker={
            "symbol": symbol,
            "size": 11,
            "color": colour,
        },
        hovertext=[render(_rating(name, row[name]), language) for row, _top in known],
        hoverinfo="text",
    )


def _text(words: str, y: float, *, size: int) -> dict[str, object]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yref": "y",
        "text": words,
        "align": "left",
        "font": {"size": size},
        "showarrow": False,
    }
