"""The business model before and after, as two pictures in one style, one above the other."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.business.results import BusinessModel, Exchanges
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import TEXT_SIZE, ReportFigure, canvas, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import (
    CONDITION_LABELS,
    EXCHANGE_STATUS_LABELS,
    FLOW_COLOURS,
    FLOW_LABELS,
    GREY,
    GRID,
    INK,
    PAPER,
    ROLE_LABELS,
)

HEADING = 30  # px; heights of the parts of a panel
BOX, ROW, FOOT = 44, 34, 22
STAGGER_FROM = 5  # with so many parties a telephone has room for their boxes on two levels only
NAME_WIDTH = 10  # characters per line of a box
EDGE = 0.78  # columns beside the outer parties, half a box on a telephone
ABOVE = 11  # px from an arrow to the middle of its words
NEW_LINE, OLD_LINE = 4.0, 1.6  # px


@dataclass(frozen=True, slots=True)
class Panel:
    """Where one condition stands in the drawing.

    Attributes
    ----------
    condition
        ``sebelum`` or ``sesudah``.
    top
        px from the top of the drawing.
    exchanges
        Its rows.
    """

    condition: str
    top: int
    exchanges: pd.DataFrame


def model_diagram(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Draw the parties as boxes and every exchange as an arrow with its kind; new ones thick and marked."""
    result, language = shown.result.exchanges, shown.language
    if isinstance(result, NotEstimable):
        return result
    return ReportFigure(
        name="bagan_model",
        title=_title(result),
        drawing=_drawing(result, language),
        alternative=_alternative(result),
        note=paragraph(
            _(
                "Kotak adalah pihak, panah menuju penerima. Panah tebal bertanda BARU hanya ada sesudah; "
                "panah bertanda berakhir hanya ada sebelum. Nama dalam kurung: tidak ikut dalam kondisi itu."
            ),
            _("n = {count} pertukaran. Sumber: tabel relasi bisnis.", count=len(result.table)),
        ),
    )


def _title(result: Exchanges) -> Message:
    if len(result.conditions) == 1:
        return _("Baru satu kondisi yang dicatat: {count} pertukaran.", count=len(result.table))
    new = result.table[result.table["status"].eq("new")]
    if new.empty:
        return _("Model sesudah tidak menambah pertukaran.")
    kinds = [label for kind, label in FLOW_LABELS.items() if kind in set(new["jenis"])]
    return _("Model sesudah menambah {count} pertukaran: {kinds}.", count=len(new), kinds=listing(kinds))


def _alternative(result: Exchanges) -> Message:
    each = [
        _(
            "{condition}: {exchanges}",
            condition=CONDITION_LABELS[condition],
            exchanges=listing(_words(row) for row in result.of(condition).to_dict("records")),
        )
        for condition in result.conditions
    ]
    return _("Bagan panah antarpihak. {each}.", each=listing(each))


def _words(row: dict[object, str]) -> Message:
    exchange = _(
        "{giver} ke {taker}: {what}",
        giver=ROLE_LABELS[row["dari"]],
        taker=ROLE_LABELS[row["ke"]],
        what=FLOW_LABELS[row["jenis"]],
    )
    if row["status"] not in {"new", "ended"}:
        return exchange
    status = EXCHANGE_STATUS_LABELS[row["status"]]
    return _("{exchange} ({status})", exchange=exchange, status=status)


def _drawing(result: Exchanges, language: Language) -> go.Figure:
    parties = [name for name in ROLE_LABELS if name in {*result.table["dari"], *result.table["ke"]}]
    levels = 2 if len(parties) >= STAGGER_FROM else 1
    panels, top = [], 0
    for condition in result.conditions:
        rows = result.of(condition)
        panels.append(Panel(condition, top, rows))
        top += HEADING + levels * BOX + len(rows) * ROW + FOOT
    figure = canvas(language, height=top + 16)
    figure.update_layout(margin={"l": 4, "r": 4})
    figure.update_xaxes(range=[-EDGE, len(parties) - 1 + EDGE], visible=False)
    figure.update_yaxes(range=[top, 0], visible=False)
    for panel in panels:
        _draw(figure, panel, parties, levels, language)
    # Without a trace plotly draws no axes, and the arrows would have no place.
    return figure.add_scatter(
        x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip", showlegend=False
    )


def _draw(figure: go.Figure, panel: Panel, parties: list[str], levels: int, language: Language) -> None:
    place = {name: at for at, name in enumerate(parties)}
    first = panel.top + HEADING + levels * BOX + ROW // 2
    figure.add_annotation(_heading(panel, language))
    taking_part = {*panel.exchanges["dari"], *panel.exchanges["ke"]}
    for name, at in place.items():
        box = panel.top + HEADING + (at % levels) * BOX + BOX // 2 - 6
        if name in taking_part:
            end = first + len(panel.exchanges) * ROW - ROW // 2
            figure.add_shape(
                type="line", x0=at, x1=at, y0=box, y1=end, line={"color": GRID, "width": 2}, layer="below"
            )
        figure.add_annotation(_box(name, at, box, language, present=name in taking_part))
    for order, row in enumerate(panel.exchanges.to_dict("records")):
        y = first + order * ROW + ABOVE // 2
        giver, taker = place[row["dari"]], place[row["ke"]]
        figure.add_annotation(_arrow(giver, taker, y, row["jenis"], new=row["status"] == "new"))
        figure.add_annotation(_label(giver, taker, y, row, language))


def _heading(panel: Panel, language: Language) -> dict[str, object]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": panel.top + HEADING // 2 - 2,
        "yref": "y",
        "text": f"<b>{render(CONDITION_LABELS[panel.condition], language)}</b>",
        "font": {"size": TEXT_SIZE + 3},
        "showarrow": False,
    }


def _box(name: str, at: int, y: int, language: Language, *, present: bool) -> dict[str, object]:
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


def _arrow(giver: int, taker: int, y: float, kind: str, *, new: bool) -> dict[str, object]:
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


def _label(giver: int, taker: int, y: float, row: dict[object, str], language: Language) -> dict[str, object]:
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
