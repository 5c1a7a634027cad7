"""The intervention logic as a picture: the roots, then four levels from what is done to what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.market.cause_results import InterventionLogic
from pasar_nb.analysis.market.logic import LEVELS
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, plain, two_forms, wrapped
from pasar_nb.figures.market.text_boxes import (
    BOLD,
    PAGE,
    TELEPHONE,
    TextBox,
    arrow_down,
    arrow_right,
    characters,
    sheet,
    text_height,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, _n, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, INK, LOGIC_LEVEL_LABELS, PAPER, SEQUENTIAL_BLUE, VERMILION

MOST_DRAWN = 8  # interventions
COLUMNS = ("roots", *LEVELS)
SIZE = 12  # px of the type, where five columns share a page
LEFT, RIGHT, BETWEEN = 0.4, 99.6, 2.4  # % of the width: outer edges, and room between two columns
GAP, APART = 16, 22  # px for an arrow downwards; between two interventions


def intervention_logic(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Draw every intervention as a row of five boxes, on a telephone one below the other."""
    logic = shown.result.logic
    if isinstance(logic, NotEstimable):
        return logic
    rows, language = as_rows(logic.table)[:MOST_DRAWN], shown.language
    return ReportFigure(
        name="logika_intervensi",
        title=_title(logic),
        drawing=two_forms(_in_columns(rows, logic, language), _stacked(rows, logic, language)),
        alternative=_alternative(rows),
        note=_note(logic),
    )


def _title(logic: InterventionLogic) -> Message:
    said = []
    if logic.flaws:
        levels = _n("{count} tingkat perubahan kosong atau mengulang", len(logic.flaws))
        said.append(_("Logika intervensi belum utuh: {levels}.", levels=levels))
    if logic.idle:
        idle, whole = len(logic.idle), len(logic.table)
        said.append(_n("{count} dari {whole} intervensi tidak menjawab akar masalah.", idle, whole=whole))
    if said:
        return paragraph(*said)
    if not logic.rooted:
        return _n("{count} intervensi, masing-masing dengan empat tingkat perubahan.", len(logic.table))
    return _n(
        "{count} intervensi masing-masing menjawab akar masalah dan terisi pada keempat tingkatnya.",
        len(logic.table),
    )


def _alternative(rows: list[dict[str, Any]]) -> Message:
    each = listing(
        _("{code}: {count} akar", code=str(row["intervensi"]), count=int(row["n_roots"])) for row in rows
    )
    return _(
        "Bagan dari akar masalah ke intervensi, perubahan sistem pasar, perbaikan akses dan pertumbuhan, "
        "lalu pengurangan kemiskinan. {each}. Isinya ada pada tabel logika intervensi.",
        each=each,
    )


def _note(logic: InterventionLogic) -> Message:
    said = [_("Garis putus-putus: tingkat yang kosong atau mengulang, atau tanpa akar yang dijawab.")]
    left_out = len(logic.table) - MOST_DRAWN
    if left_out > 0:
        said.append(_n("{count} intervensi lain ada pada tabel.", left_out))
    source = _(
        "Satuan: intervensi (n = {count}). Sumber: tabel intervensi dan masalah.", count=len(logic.table)
    )
    return paragraph(*said, source)


def _in_columns(rows: list[dict[str, Any]], logic: InterventionLogic, language: Language) -> go.Figure:
    width = (RIGHT - LEFT - BETWEEN * (len(COLUMNS) - 1)) / len(COLUMNS)
    lefts = [LEFT + at * (width + BETWEEN) for at in range(len(COLUMNS))]
    room = characters(PAGE * width / 100, padding=9, size=SIZE)
    heads = [
        f"<b>{wrapped(render(LOGIC_LEVEL_LABELS[name], language), int(room / BOLD))}</b>" for name in COLUMNS
    ]
    bottom = max(map(text_height, heads))
    boxes = [
        TextBox(left, left + width, 0, bottom, head, thickness=0, edge=PAPER)
        for left, head in zip(lefts, heads, strict=True)
    ]
    arrows: list[dict[str, object]] = []
    top = bottom
    for row in rows:
        texts = [_text(row, name, logic, room, language) for name in COLUMNS]
        texts[1] = "<br>".join(filter(None, (f"<b>{plain(str(row['intervensi']))}</b>", texts[1])))
        bottom = top + max(map(text_height, texts)) + 4
        for name, left, text in zip(COLUMNS, lefts, texts, strict=True):
            boxes.append(_box(row, name, logic, (left, left + width, top, bottom), text))
            if name != COLUMNS[-1]:
                arrows += arrow_right(left + width, left + width + BETWEEN, (top + bottom) / 2)
        top = bottom + GAP
    return sheet(boxes, arrows, language, size=SIZE)


def _stacked(rows: list[dict[str, Any]], logic: InterventionLogic, language: Language) -> go.Figure:
    room = characters(TELEPHONE)
    boxes: list[TextBox] = []
    arrows: list[dict[str, object]] = []
    top = 2.0
    for row in rows:
        for name in COLUMNS:
            first = _("Intervensi {code}", code=str(row["intervensi"]))
            label = first if name == LEVELS[0] else LOGIC_LEVEL_LABELS[name]
            head = f"<b>{wrapped(render(label, language), int(room / BOLD))}</b>"
            text = "<br>".join(filter(None, (head, _text(row, name, logic, room, language))))
            bottom = top + text_height(text)
            boxes.append(_box(row, name, logic, (LEFT, RIGHT, top, bottom), text))
            if name != COLUMNS[-1]:
                arrows += arrow_down(50, bottom, bottom + GAP)
            top = bottom + GAP
        top += APART - GAP
    return sheet(boxes, arrows, language)


def _text(row: Mapping[str, Any], name: str, logic: InterventionLogic, room: int, language: Language) -> str:
    written = str(row[name])
    if name == "roots":
        if not written:
            said = _("Tidak menjawab akar yang dipilih") if logic.rooted else _("Pohon masalah belum ada")
            return wrapped(render(said, language), room)
        return "<br>".join(wrapped(f"★ {one}", room) for one in written.split("\n"))
    words = wrapped(written, room) if written else ""
    flaw = _flaw(row, name, logic)
    if flaw is None:
        return words
    return "<br>".join(filter(None, (words, f"<i>{wrapped(render(flaw, language), room)}</i>")))


def _flaw(row: Mapping[str, Any], name: str, logic: InterventionLogic) -> Message | None:
    for flaw in logic.flaws:
        if (flaw.intervention, flaw.level) == (row["intervensi"], name):
            if flaw.repeats:
                return _("(mengulang {level})", level=LOGIC_LEVEL_LABELS[flaw.repeats])
            return _("(belum diisi)")
    return None


def _box(
    row: Mapping[str, Any],
    name: str,
    logic: InterventionLogic,
    place: tuple[float, float, float, float],
    text: str,
) -> TextBox:
    left, right, top, bottom = place
    lacking = not row["n_roots"] if name == "roots" else _flaw(row, name, logic) is not None
    edge = VERMILION if lacking else INK if name == "roots" else BLUE if name == LEVELS[0] else GREY
    return TextBox(
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        text=text,
        edge=edge,
        thickness=2.0 if name in COLUMNS[:2] or lacking else 1.2,
        dash="dash" if lacking else "solid",
        ground=SEQUENTIAL_BLUE[0] if name == LEVELS[0] else PAPER,
    )
