"""The results chain as a picture: boxes by level from top to bottom, each with its state."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from pasar_nb.analysis.monitoring import LAGGING, ON_THE_WAY, UNKNOWN, Monitoring
from pasar_nb.analysis.monitoring.wording import said_state, tally
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, ReportFigure, canvas, wrapped
from pasar_nb.figures.monitoring.arrows import arrow_shapes, gutter
from pasar_nb.figures.monitoring.lanes import lay_lanes
from pasar_nb.figures.monitoring.notes import with_basis
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, _n, listing, render
from pasar_nb.vocabulary import GREY, INK, LEVEL_LABELS, PAPER, STATE_COLOURS, IndicatorState

STATEMENT_WIDTH = 38  # characters; a box on a telephone is about 280 px wide
HEADING = 21  # px for the name of a level above its boxes
GAP = 5  # px between two boxes
PADDING = 5  # px above and below the text of a box; eleven boxes fit on a page of paper
INDENT = 8  # px beside it
STRIPE = 7  # px of the state's colour at the edge of a box


@dataclass(frozen=True, slots=True)
class _Box:
    """A box with its place, in px from the top of the drawing."""

    name: str
    level: str
    state: IndicatorState
    n_indicators: int
    text: str
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def results_chain(shown: Released[Monitoring]) -> ReportFigure | NotEstimable:
    """Draw the results chain with the state of every box, by colour, sign and word."""
    chain = shown.result.chain
    if chain.boxes.empty:
        return NotEstimable(_("Rantai hasil belum diisi."))
    return ReportFigure(
        name="rantai_hasil",
        title=_title(shown.result),
        drawing=_drawing(shown),
        alternative=_alternative(shown.result),
        note=with_basis(
            shown,
            _(
                "Panah menunjuk kotak berikutnya menurut rencana; titik menandai tempat kotak asal bergabung "
                "dengan panah. Keadaan kotak adalah keadaan indikatornya yang terburuk."
            ),
        ),
    )


def _title(result: Monitoring) -> Message:
    states = result.chain.boxes["state"]
    measured = int(states.ne("no_indicator").sum())
    if not measured:
        return _n("Tidak satu pun dari {count} kotak rantai hasil mempunyai indikator.", len(states))
    groups = [
        (_("{count} tercapai atau sesuai rencana", count=int(states.isin(ON_THE_WAY).sum())), ON_THE_WAY),
        (_("{count} menyimpang dari rencana", count=int(states.isin(LAGGING).sum())), LAGGING),
        (_("{count} tidak diketahui keadaannya", count=int(states.isin(UNKNOWN).sum())), UNKNOWN),
        (_("{count} belum tercapai", count=int(states.eq("not_reached").sum())), ("not_reached",)),
    ]
    present = listing(words for words, group in groups if states.isin(group).any())
    return _("Dari {boxes} kotak rantai hasil, {present}.", boxes=len(states), present=present)


def _alternative(result: Monitoring) -> Message:
    boxes = result.chain.boxes
    levels = [
        _("{level}: {states}", level=label, states=tally(boxes.loc[boxes["tingkat"] == level, "state"]))
        for level, label in LEVEL_LABELS.items()
        if boxes["tingkat"].eq(level).any()
    ]
    return _(
        "Kotak rantai hasil dari atas (kegiatan) ke bawah (dampak), dengan {arrows} panah. Keadaan per "
        "tingkat: {levels}.",
        arrows=len(result.chain.arrows),
        levels=listing(levels),
    )


def _drawing(shown: Released[Monitoring]) -> go.Figure:
    language, chain = shown.language, shown.result.chain
    boxes, height = _placed(shown.result, language)
    place = {box.name: at for at, box in enumerate(boxes)}
    lanes = lay_lanes(
        [(place[s], place[t]) for s, t in zip(chain.arrows["source"], chain.arrows["target"], strict=True)]
    )
    middles = [box.middle for box in boxes]
    figure = canvas(language, height=round(height) + 8)
    figure.update_layout(
        margin={"l": gutter(lanes), "r": 2, "t": 4, "b": 4},
        shapes=[*_frames(boxes), *arrow_shapes(lanes, middles)],
        annotations=[*_headings(boxes, language), *_texts(boxes, language)],
    )
    figure.update_xaxes(visible=False, range=[0, 1])
    return figure.update_yaxes(visible=False, range=[height, 0], automargin=False)


def _placed(result: Monitoring, language: Language) -> tuple[list[_Box], float]:
    boxes: list[_Box] = []
    level, y = "", 0.0
    for row in result.chain.boxes.to_dict("records"):
        if row["tingkat"] != level:
            level, y = str(row["tingkat"]), y + HEADING
        statement = wrapped(str(row["pernyataan"]), STATEMENT_WIDTH)
        text = f"<b>{render(said_state(row['state']), language)}</b><br>{statement}"
        bottom = y + (text.count("<br>") + 1) * LINE_HEIGHT + 2 * PADDING
        boxes.append(_Box(row["rantai"], level, row["state"], int(row["n_indicators"]), text, y, bottom))
        y = bottom + GAP
    return boxes, y


def _frames(boxes: list[_Box]) -> list[dict[str, object]]:
    shapes: list[dict[str, object]] = []
    for box in boxes:
        colour = STATE_COLOURS[box.state]
        place = {"type": "rect", "yref": "y", "y0": box.top, "y1": box.bottom, "xref": "paper"}
        dash = "dot" if box.state == "no_indicator" else "solid"
        edge = {"color": GREY if box.state == "no_indicator" else colour, "width": 1.5, "dash": dash}
        shapes.append({**place, "x0": 0, "x1": 1, "fillcolor": PAPER, "line": edge})
        stripe = {"xsizemode": "pixel", "xanchor": 0, "x0": 0, "x1": STRIPE}
        shapes.append({**place, **stripe, "fillcolor": colour, "line": {"width": 0}})
    return shapes


def _headings(boxes: list[_Box], language: Language) -> list[dict[str, object]]:
    first = {box.level: box for box in reversed(boxes)}
    return [
        _annotation(
            f"<b>{render(LEVEL_LABELS[level], language)}</b>", box.top - HEADING / 2, x=0, colour=GREY
        )
        for level, box in first.items()
    ]


def _texts(boxes: list[_Box], language: Language) -> list[dict[str, object]]:
    said = [_annotation(box.text, box.middle, x=0, shift=STRIPE + INDENT) for box in boxes]
    counted = [
        _annotation(
            render(_n("{count} indikator", box.n_indicators), language),
            box.top + PADDING + LINE_HEIGHT / 2,
            x=1,
            shift=-INDENT,
            colour=GREY,
        )
        for box in boxes
        if box.n_indicators
    ]
    return said + counted


def _annotation(text: str, y: float, *, x: int, shift: float = 0, colour: str = INK) -> dict[str, object]:
    side = "right" if x else "left"
    return {
        "text": text,
        "xref": "paper",
        "yref": "y",
        "x": x,
        "y": y,
        "xanchor": side,
        "yanchor": "middle",
        "align": side,
        "xshift": shift,
        "showarrow": False,
        "font": {"color": colour},
    }
