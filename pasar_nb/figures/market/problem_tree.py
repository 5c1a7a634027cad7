"""The problem tree as a picture: causes indented under what they cause, the chosen roots framed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.market.cause_results import ProblemTree
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, plain, two_forms, wrapped
from pasar_nb.figures.market.text_boxes import (
    BOLD,
    PADDING,
    PAGE,
    TELEPHONE,
    TextBox,
    characters,
    sheet,
    stroke,
    text_height,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, _n, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, BROWN, GREEN, GREY, INK, LAYER_LABELS, PAPER, SEQUENTIAL_BLUE

MOST_DRAWN = 60  # problems; a drawing of more is longer than anybody reads
GAP = 6  # px between two boxes
LEFT, RIGHT = 0.4, 99.6  # % of the width; half an edge stays within the drawing
STEP, DEEPEST = 4.5, 40.0  # % of the width per question, and for all of them together
MARKS: Mapping[str, tuple[str, str]] = {
    "rantai_nilai": ("●", BLUE),
    "pendukung": ("■", BROWN),
    "lingkungan_bisnis": ("▲", GREEN),
}
"""Sign and colour of each area, so that grey paper tells them apart too."""


def problem_tree(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Draw the problem tree from the problem at the top down its chains of "why"."""
    tree = shown.result.tree
    if isinstance(tree, NotEstimable):
        return tree
    if len(tree.table) > MOST_DRAWN:
        return NotEstimable(
            _(
                "Pohon ini memuat {problems} masalah; lebih dari {most} tidak terbaca dalam satu gambar. "
                "Susunannya ada pada tabel pohon masalah.",
                problems=len(tree.table),
                most=MOST_DRAWN,
            )
        )
    language = shown.language
    return ReportFigure(
        name="pohon_masalah",
        title=_title(tree),
        drawing=two_forms(_drawn(tree, language, PAGE), _drawn(tree, language, TELEPHONE)),
        alternative=_alternative(tree),
        note=_note(tree),
    )


def _title(tree: ProblemTree) -> Message:
    deepest = _n(
        "rantai “mengapa” terpanjang {count} langkah",
        int(tree.chains["whys"].max()),
    )
    if not tree.roots:
        return _("Belum ada akar yang dipilih; {deepest}.", deepest=deepest)
    return _n(
        "{count} dari {problems} masalah dipilih sebagai akar; {deepest}.",
        tree.roots,
        problems=len(tree.table),
        deepest=deepest,
    )


def _alternative(tree: ProblemTree) -> Message:
    chosen = [
        _("“{statement}” (mengapa ke-{whys})", statement=str(row["pernyataan"]), whys=int(row["depth"]))
        for row in as_rows(tree.table[tree.table["akar"]])
    ]
    return _(
        "Pohon masalah dari atas ke bawah: {tops}. Setiap sebab menjorok di bawah akibatnya. Akar yang "
        "dipilih: {roots}. Susunan lengkap ada pada tabel pohon masalah.",
        tops=listing(f"“{one}”" for one in tree.tops),
        roots=listing(chosen) if chosen else _("belum ada"),
    )


def _note(tree: ProblemTree) -> Message:
    marks = listing(
        _("{mark} {area}", mark=mark, area=LAYER_LABELS[area])
        for area, (mark, _colour) in MARKS.items()
        if area in set(tree.areas["area"])
    )
    return paragraph(
        _(
            "Area: {marks}. Bingkai tebal dan ★: akar yang dipilih; → intervensi yang menjawabnya.",
            marks=marks,
        ),
        _("Satuan: masalah (n = {problems}). Sumber: tabel masalah.", problems=len(tree.table)),
    )


def _drawn(tree: ProblemTree, language: Language, width: int) -> go.Figure:
    rows = as_rows(tree.table)
    step = min(STEP, DEEPEST / max(int(tree.table["depth"].max()), 1))
    boxes: list[TextBox] = []
    for row in rows:
        top = boxes[-1].bottom + GAP if boxes else 2.0
        boxes.append(_box(row, top, step, width, language))
    return sheet(boxes, _branches([int(row["depth"]) for row in rows], boxes, step), language)


def _box(row: Mapping[str, Any], top: float, step: float, width: int, language: Language) -> TextBox:
    left = LEFT + step * int(row["depth"])
    room = characters(width * (RIGHT - left) / 100, padding=PADDING + 3)
    mark, colour = MARKS[str(row["area"])]
    statement = wrapped(str(row["pernyataan"]), int(room / BOLD) if row["akar"] else room)
    if row["akar"]:
        statement = "<br>".join(f"<b>{line}</b>" for line in statement.split("<br>"))
    about = _joined([render(one, language) for one in _about(row, mark)], room)
    text = f'{statement}<br><span style="color:{GREY}">{about}</span>'
    return TextBox(
        left=left,
        right=RIGHT,
        top=top,
        bottom=top + text_height(text),
        text=text,
        edge=INK if row["akar"] else GREY,
        thickness=3.0 if row["akar"] else 1.0,
        ground=SEQUENTIAL_BLUE[0] if row["akar"] else PAPER,
        stripe=colour,
    )


def _joined(parts: list[str], room: int) -> str:
    """Write parts in one line where they fit, else in a line each."""
    whole = "  ".join(parts)
    return plain(whole) if len(whole) <= room else "<br>".join(wrapped(part, room) for part in parts)


def _about(row: Mapping[str, Any], mark: str) -> list[Message]:
    """Say how often "why" was asked, the area, and what answers a chosen root."""
    whys = int(row["depth"])
    asked = _("Mengapa ke-{whys}", whys=whys) if whys else _("Masalah utama")
    area = _("{asked} {mark} {area}", asked=asked, mark=mark, area=LAYER_LABELS[str(row["area"])])
    if not row["akar"]:
        return [area]
    codes = str(row["intervensi"]) or _("belum ada intervensi")
    return [area, _("★ akar → {codes}", codes=codes)]


def _branches(depths: list[int], boxes: list[TextBox], step: float) -> list[dict[str, object]]:
    """Join every cause with what it causes: down from under its corner, then across."""
    lines: list[dict[str, object]] = []
    path: list[int] = []
    for at, depth in enumerate(depths):
        path = [*path[:depth], at]
        if depth:
            parent, box = boxes[path[depth - 1]], boxes[at]
            x = parent.left + step / 2
            lines += [
                stroke(x, parent.bottom, x, box.middle),
                stroke(x, box.middle, box.left, box.middle),
            ]
    return lines
