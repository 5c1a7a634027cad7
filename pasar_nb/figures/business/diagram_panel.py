"""One condition of a business model as a picture: parties as boxes, and every exchange as an arrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from pasar_nb.figures.frame import TEXT_SIZE, wrapped
from pasar_nb.language import Language, Message, _, render
from pasar_nb.vocabulary import FLOW_COLOURS, FLOW_LABELS, GREY, GRID, INK, PAPER, ROLE_LABELS

HEADING = 30  # px; heights of the parts of a panel
BOX, ROW, FOOT = 44, 34, 22
STAGGER_FROM = 5  # with so many parties a telephone has room for their boxes on two levels only
NAME_WIDTH = 10  # characters per line of a box
EDGE = 0.9  # columns beside the outer parties, half a box on a telephone
ABOVE = 11  # px from an arrow to the middle of its words
NEW_LINE, OLD_LINE = 4.0, 1.6  # px


@dataclass(frozen=True, slots=True)
class Panel:
    """Where one condition stands in the drawing.

    Attributes
    ----------
    heading
        Condition and the model that it is.
    top, left, width
        px from the top of the drawing; share of its width.
    rows
        Its exchanges, each with its place among the rows of the panel.
    lanes
        Rows that the panel has room for.
    """

    heading: Message
    top: int
    left: float
    width: float
    rows: tuple[tuple[int, dict[Any, str]], ...]
    lanes: int

    def x(self, place: float, parties: int) -> float:
        """Give the place of a party, as a share of the drawing."""
        return self.left + self.width * (place + EDGE) / (parties - 1 + 2 * EDGE)


def levels_of(parties: list[str]) -> int:
    """Say on how many levels the boxes of several parties stand."""
    return 2 if len(parties) >= STAGGER_FROM else 1


def draw_panel(figure: go.Figure, panel: Panel, parties: list[str], language: Language) -> None:
    """Draw heading, boxes and arrows of one condition."""
    levels = levels_of(parties)
    first = panel.top + HEADING + levels * BOX + ROW // 2
    figure.add_annotation(_heading(panel, language))
    taking_part = {row[end] for _at, row in panel.rows for end in ("dari", "ke")}
    for at, name in enumerate(parties):
        x, box = panel.x(at, len(parties)), panel.top + HEADING + (at % levels) * BOX + BOX // 2 - 6
        if name in taking_part:
            end = first + panel.lanes * ROW - ROW // 2
            figure.add_shape(
                type="line", x0=x, x1=x, y0=box, y1=end, line={"color": GRID, "width": 2}, layer="below"
            )
        figure.add_annotation(_box(name, x, box, language, present=name in taking_part))
    for at, row in panel.rows:
        y = first + at * ROW + ABOVE // 2
        giver, taker = (panel.x(parties.index(row[end]), len(parties)) for end in ("dari", "ke"))
        figure.add_annotation(_label(giver, taker, y, row, language))
        figure.add_annotation(_arrow(giver, taker, y, row["jenis"], new=row["status"] == "new"))


def _heading(panel: Panel, language: Language) -> dict[str, object]:
    return {
        "x": panel.left,
        "xref": "x",
        "xanchor": "left",
        "y": panel.top + HEADING // 2 - 2,
        "yref": "y",
        "text": f"<b>{render(panel.heading, language)}</b>",
        "font": {"size": TEXT_SIZE + 2},
        "showarrow": False,
    }


def _box(name: str, at: float, y: int, language: Language, *, present: bool) -> dict[str, object]:
    words = wrapped(render(ROLE_LABELS[name], language), NAME_WIDTH)
    absent = f"<i>({words})</i>"
    return {
        "x": at,
        "y": y,
        "text": f"<b>{words}</b>" if present else absent,
        "font": {"size": TEXT_SIZE - 1, "color": INK if present else GREY},
        "bgcolor": PAPER,
        "bordercolor": INK if present else GRID,
        "borderwidth": 1.5,
        "borderpad": 4,
        "showarrow": False,
    }


def _arrow(giver: float, taker: float, y: float, kind: str, *, new: bool) -> dict[str, object]:
    return {
        "x": taker,
        "y": y,
        "ax": giver,
        "ay": y,
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 0.8 if new else 1.4,
        "arrowwidth": NEW_LINE if new else OLD_LINE,
        "arrowcolor": FLOW_COLOURS[kind],
        "standoff": 2,
    }


def _label(
    giver: float, taker: float, y: float, row: dict[Any, str], language: Language
) -> dict[str, object]:
    what = render(FLOW_LABELS[row["jenis"]], language)
    if row["status"] == "new":
        new = render(_("BARU"), language)
        what = f"<b>{what} · {new}</b>"
    elif row["status"] == "ended":
        ended = render(_("berakhir"), language)
        what = f"<i>{what} · {ended}</i>"
    return {
        "x": (giver + taker) / 2,
        "y": y - ABOVE,
        "text": what,
        "font": {"size": TEXT_SIZE - 1, "color": INK},
        "bgcolor": PAPER,
        "borderpad": 0,
        "showarrow": False,
    }
