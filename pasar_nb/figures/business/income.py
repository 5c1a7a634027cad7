"""Each party's net income before and after, drawn on a scale of its own."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.business.gains import WITHOUT_GAIN
from pasar_nb.analysis.business.results import BusinessModel, Gains
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import TEXT_SIZE, ReportFigure, canvas, plain
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Listing, Message, Money, _, listing, paragraph, render
from pasar_nb.vocabulary import (
    BLUE,
    CONDITION_LABELS,
    GREY,
    INK,
    ROLE_LABELS,
    VERDICT_LABELS,
    VERMILION,
    roles,
)

NAME, BAR, GAP = 26, 26, 18  # px: heading of a party, each of its two bars, space below
SIDE, VALUES = 68, 122  # px at the left for the conditions, at the right for the amounts
SIGNS = {
    "gain": "▲",
    "less_loss": "▽",
    "loss": "▼",
    "same": "=",
    "unsure": "?",
    "unknown": "?",
    "exempt": "–",
}
SIDES = ("before", "after")
ZERO = {"color": INK, "width": 1}


def net_income(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show every party's net income before and after with its range."""
    gains, budgets = shown.result.gains, shown.result.budgets
    if isinstance(budgets, NotEstimable):
        return budgets
    if isinstance(gains, NotEstimable):
        return gains
    rows = _rows(gains, budgets.table.to_dict("records"))
    if not rows:
        return NotEstimable(_("Tidak ada pihak dengan anggaran yang lengkap."))
    ranged = _(
        "Garis adalah kisaran dari keadaan buruk (pendapatan rendah, biaya tinggi) sampai keadaan baik."
    )
    return ReportFigure(
        name="pendapatan_bersih",
        title=_title(gains),
        drawing=_drawing(rows, shown.language),
        alternative=_("Batang sebelum dan sesudah. Setahun per unit: {each}.", each=_each(rows)),
        note=paragraph(
            _(
                "Rp setahun, per rumah tangga untuk POKMAS dan per usaha atau lembaga untuk pihak lain; "
                "setiap pihak memakai skalanya sendiri."
            ),
            *([ranged] if any(row["ranged"] for row in rows) else []),
            _("n = {parties} pihak. Sumber: tabel model bisnis.", parties=len(rows)),
        ),
    )


def _title(gains: Gains) -> Message:
    losers, losing_still = gains.parties("loss", "same"), gains.parties("less_loss")
    winners = gains.parties("gain")
    if losers:
        return _("{parties} tidak memperoleh lebih sesudahnya.", parties=roles(losers))
    if losing_still:
        return _("{parties} masih belum untung sesudahnya.", parties=roles(losing_still))
    if gains.rule == "kept":
        return _("Semua pihak memperoleh lebih sesudahnya, masing-masing dilihat sendiri.")
    if winners:
        return _("{parties} memperoleh lebih; pihak lain belum pasti.", parties=roles(winners))
    return _("Belum pasti bahwa ada pihak yang memperoleh lebih.")


def _rows(gains: Gains, budgets: list[dict[Any, Any]]) -> list[dict[str, Any]]:
    """Join a party's verdict with the range of its income on both sides, the parties with any amount."""
    ranges = {(row["peran"], row["kondisi"]): (row["net_bad"], row["net_good"]) for row in budgets}
    unknown = (math.nan, math.nan)
    rows = []
    for row in gains.table.to_dict("records"):
        sides = {
            side: (row[side], *ranges.get((row["peran"], condition), unknown))
            for side, condition in zip(SIDES, CONDITION_LABELS, strict=True)
        }
        if any(not math.isnan(side[0]) for side in sides.values()):
            rows.append({**{str(name): value for name, value in row.items()}, **sides})
    return rows


def _each(rows: list[dict[str, Any]]) -> Listing:
    return listing(
        _(
            "{party} sebelum {before}, sesudah {after}, {verdict}",
            party=ROLE_LABELS[row["peran"]],
            before=_amount(row["before"][0]),
            after=_amount(row["after"][0]),
            verdict=VERDICT_LABELS[row["verdict"]],
        )
        for row in rows
    )


def _amount(value: float) -> Money | Message:
    return _("tidak ada") if math.isnan(value) else Money(value)


def _drawing(rows: list[dict[str, Any]], language: Language) -> go.Figure:
    each = NAME + len(SIDES) * BAR + GAP
    height = len(rows) * each
    figure = canvas(language, height=height + 16)
    figure.update_layout(margin={"l": SIDE, "r": VALUES}, showlegend=False, bargap=0)
    places: list[float] = []
    for order, row in enumerate(rows):
        tops = [order * each + NAME + side * BAR + BAR / 2 for side in range(len(SIDES))]
        places += tops
        figure.add_annotation(_name(row, order * each + NAME / 2, language))
        figure.add_shape(type="line", x0=0, x1=0, y0=tops[0] - BAR / 2, y1=tops[-1] + BAR / 2, line=ZERO)
        for side, y in zip(SIDES, tops, strict=True):
            figure.add_trace(_bar(row, side, y, language))
            figure.add_annotation(_value(row[side][0], y, language))
    words = [render(CONDITION_LABELS[name], language) for name in CONDITION_LABELS] * len(rows)
    figure.update_xaxes(range=[_least(rows), 1.02], visible=False)
    return figure.update_yaxes(range=[height, 0], tickvals=places, ticktext=words, showgrid=False)


def _bar(row: Mapping[str, Any], side: str, y: float, language: Language) -> go.Bar:
    value, bad, good = (_scaled(row, number) for number in row[side])
    colours = {"before": GREY, "after": VERMILION if row["verdict"] in WITHOUT_GAIN else BLUE}
    shown = not math.isnan(value)
    return go.Bar(
        orientation="h",
        x=[value if shown else None],
        y=[y],
        width=BAR - 8,
        marker={"color": colours[side]},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [good - value if shown else 0],
            "arrayminus": [value - bad if shown else 0],
            "color": INK,
            "thickness": 1.5,
            "width": 4,
            "visible": bool(shown and row["ranged"]),
        },
        hovertext=[_hover(row, side, language)],
        hoverinfo="text",
    )


def _hover(row: Mapping[str, Any], side: str, language: Language) -> str:
    value, bad, good = row[side]
    if math.isnan(value):
        return ""
    return render(
        _(
            "{value}; keadaan buruk {bad}, keadaan baik {good}",
            value=Money(value),
            bad=Money(bad),
            good=Money(good),
        ),
        language,
    )


def _largest(row: Mapping[str, Any]) -> float:
    numbers = [abs(number) for side in SIDES for number in row[side] if not math.isnan(number)]
    return max(numbers, default=0.0) or 1.0


def _scaled(row: Mapping[str, Any], number: float) -> float:
    return round(number / _largest(row), 4)


def _least(rows: list[dict[str, Any]]) -> float:
    lowest = [_scaled(row, number) for row in rows for side in SIDES for number in row[side]]
    return min([-0.02, *(number * 1.03 for number in lowest if not math.isnan(number))])


def _name(row: Mapping[str, Any], y: float, language: Language) -> dict[str, object]:
    words = _(
        "{sign} {verdict}",
        verdict=VERDICT_LABELS[row["verdict"]],
        sign=SIGNS[row["verdict"]],
    )
    party = plain(render(ROLE_LABELS[row["peran"]], language))
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -SIDE,
        "y": y,
        "yref": "y",
        "text": f"<b>{party}</b>  {plain(render(words, language))}",
        "font": {"size": TEXT_SIZE},
        "showarrow": False,
    }


def _value(value: float, y: float, language: Language) -> dict[str, object]:
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 6,
        "y": y,
        "yref": "y",
        "text": render(_amount(value), language),
        "font": {"size": TEXT_SIZE},
        "showarrow": False,
    }
