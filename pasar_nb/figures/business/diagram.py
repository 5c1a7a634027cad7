"""The business model before and after, as two pictures in one style, side by side."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.business.model_results import Recognition
from pasar_nb.analysis.business.results import BusinessModel, Exchanges
from pasar_nb.disclosure import Released
from pasar_nb.figures.business.diagram_panel import BOX, FOOT, HEADING, ROW, Panel, draw_panel, levels_of
from pasar_nb.figures.frame import ReportFigure, canvas, two_forms
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, _, listing, paragraph
from pasar_nb.vocabulary import (
    CONDITION_LABELS,
    EXCHANGE_STATUS_LABELS,
    FLOW_LABELS,
    ROLE_LABELS,
)

BETWEEN = 0.03  # share of the width between two panels


def model_diagram(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Draw the parties as boxes and every exchange as an arrow with its kind; new ones thick and marked."""
    result, language = shown.result.exchanges, shown.language
    if isinstance(result, NotEstimable):
        return result
    return ReportFigure(
        name="bagan_model",
        title=_title(shown.result, result),
        drawing=_drawing(shown.result, result, language),
        alternative=_alternative(result),
        note=paragraph(
            _(
                "Kotak adalah pihak, panah menuju penerima. Panah tebal bertanda BARU hanya ada sesudah; "
                "panah bertanda berakhir hanya ada sebelum. Nama dalam kurung: tidak ikut dalam kondisi itu."
            ),
            _("n = {count} pertukaran. Sumber: tabel relasi bisnis.", count=len(result.table)),
        ),
    )


def _title(model: BusinessModel, result: Exchanges) -> Message:
    return paragraph(*_recognised(model.recognition), _change(result))


def _recognised(recognition: Recognition | NotEstimable) -> list[Message]:
    """Say which model stands before and which after."""
    if isinstance(recognition, NotEstimable):
        return []
    return [_("{model}.", model=one.named) for one in recognition.found]


def _change(result: Exchanges) -> Message:
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


def _drawing(model: BusinessModel, result: Exchanges, language: Language) -> go.Figure:
    """Draw both conditions side by side, one row for one exchange; on a telephone one above the other."""
    stacked = _form(_stacked(model, result), result, language)
    if len(result.conditions) == 1:
        return stacked
    return two_forms(_form(_beside(model, result), result, language), stacked)


def _beside(model: BusinessModel, result: Exchanges) -> list[Panel]:
    """Give every exchange one row across both panels, empty where it is not there."""
    each = list(enumerate(result.table.to_dict("records")))
    width = (1 - BETWEEN) / len(result.conditions)
    absent = {"sebelum": "new", "sesudah": "ended"}
    return [
        Panel(
            heading=_heading_of(model, condition),
            top=0,
            left=place * (width + BETWEEN),
            width=width,
            rows=tuple((at, row) for at, row in each if row["status"] != absent[condition]),
            lanes=len(each),
        )
        for place, condition in enumerate(result.conditions)
    ]


def _stacked(model: BusinessModel, result: Exchanges) -> list[Panel]:
    panels, top = [], 0
    for condition in result.conditions:
        rows = tuple(enumerate(result.of(condition).to_dict("records")))
        panels.append(Panel(_heading_of(model, condition), top, 0, 1, rows, len(rows)))
        top += _height(result, len(rows))
    return panels


def _heading_of(model: BusinessModel, condition: str) -> Message:
    found = None if isinstance(model.recognition, NotEstimable) else model.recognition.of(condition)
    return CONDITION_LABELS[condition] if found is None else found.named


def _form(panels: list[Panel], result: Exchanges, language: Language) -> go.Figure:
    last = panels[-1]
    height = last.top + _height(result, last.lanes)
    figure = canvas(language, height=height + 16)
    figure.update_layout(margin={"l": 4, "r": 4})
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[height, 0], visible=False)
    for panel in panels:
        draw_panel(figure, panel, _parties(result), language)
    # Without a trace plotly draws no axes, and the arrows would have no place.
    return figure.add_scatter(
        x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip", showlegend=False
    )


def _parties(result: Exchanges) -> list[str]:
    return [name for name in ROLE_LABELS if name in {*result.table["dari"], *result.table["ke"]}]


def _height(result: Exchanges, lanes: int) -> int:
    return HEADING + levels_of(_parties(result)) * BOX + lanes * ROW + FOOT
