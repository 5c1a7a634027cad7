"""The mean of the outcome in every wave with its interval, drawn as one line per arm."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.change.results import HouseholdChange, Outcome
from pasar_nb.disclosure import Released
from pasar_nb.figures.change.scale import Scale, prices_note, scale_of, visible_rows
from pasar_nb.figures.frame import ReportFigure, canvas, plain
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import (
    InSentence,
    Language,
    Listing,
    Message,
    Month,
    Value,
    _,
    listing,
    paragraph,
    render,
)
from pasar_nb.vocabulary import ARM_LABELS, BLUE, ORANGE, PARTICIPANT

HEIGHT = 340  # px
APART = 0.08  # between the marks of the arms, of the distance of two waves: intervals stand side by side
_STYLE = {PARTICIPANT: (BLUE, "circle", "solid"), "pembanding": (ORANGE, "square", "dash")}


def path(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the mean of the outcome in every wave for the arms."""
    result = shown.result.path
    if isinstance(result, NotEstimable):
        return result
    rows = visible_rows(result.table, "low")
    if not rows:
        return NotEstimable(
            _(
                "Tidak ada kelompok dengan 10 rumah tangga atau lebih pada semua gelombang, atau jawaban "
                "mereka semua sama."
            )
        )
    outcome = result.outcome
    scale = scale_of(outcome, max(abs(row["high"]) for row in rows), change=False)
    return ReportFigure(
        name="jalan_antargelombang",
        title=_title(rows, outcome),
        drawing=_drawing(rows, scale, shown.language),
        alternative=_("Rata-rata tiap gelombang: {each}.", each=_each(rows, outcome)),
        note=paragraph(
            _(
                "Titik: rata-rata; garis tegak: selang 95%. Rumah tangga yang sama pada semua gelombang; "
                "jarak mendatar tidak menurut waktu."
            ),
            _("n = {each}.", each=_sizes(rows)),
            prices_note(outcome),
            _("Sumber: tabel survei."),
        ),
    )


def _title(rows: list[dict[str, Any]], outcome: Outcome) -> Message:
    """Say how the last wave stands against the baseline, for the participants if they are shown."""
    last = [row for row in rows if row["arm"] == rows[0]["arm"]][-1]
    values: dict[str, Value] = {
        "label": outcome.label,
        "arm": InSentence(ARM_LABELS[str(last["arm"])]),
        "month": Month(str(last["month"])),
        "amount": outcome.amount(abs(last["change"])),
    }
    if not Interval(last["change_low"], last["change_high"]).clear:
        del values["amount"]
        return _("{label} {arm} pada {month} tidak jelas berubah sejak survei awal.", **values)
    if last["change"] > 0:
        return _("{label} {arm} pada {month} {amount} di atas survei awal.", **values)
    return _("{label} {arm} pada {month} {amount} di bawah survei awal.", **values)


def _each(rows: list[dict[str, Any]], outcome: Outcome) -> Listing:
    return listing(
        _(
            "{arm} {month} {level}",
            arm=InSentence(ARM_LABELS[str(row["arm"])]),
            month=Month(str(row["month"])),
            level=outcome.level(row["mean"]),
        )
        for row in rows
    )


def _sizes(rows: list[dict[str, Any]]) -> Listing:
    sizes = {str(row["arm"]): int(row["n"]) for row in rows}
    return listing(_("{n} {arm}", n=n, arm=InSentence(ARM_LABELS[arm])) for arm, n in sizes.items())


def _drawing(rows: list[dict[str, Any]], scale: Scale, language: Language) -> go.Figure:
    figure = canvas(language, height=HEIGHT)
    for arm in dict.fromkeys(str(row["arm"]) for row in rows):
        figure.add_trace(_line(arm, [row for row in rows if row["arm"] == arm], scale, language))
    months = list(dict.fromkeys(str(row["month"]) for row in rows))
    figure.update_xaxes(
        tickvals=list(range(len(months))),
        ticktext=[f"{month[5:]}/<br>{month[:4]}" for month in months],
        range=[-0.3, len(months) - 0.7],
        tickangle=0,
        showgrid=False,
    )
    return figure.update_yaxes(
        title_text=plain(render(scale.title, language)), ticksuffix=scale.suffix, nticks=6
    )


def _line(arm: str, rows: list[dict[str, Any]], scale: Scale, language: Language) -> go.Scatter:
    colour, symbol, dash = _STYLE[arm]
    aside = -APART / 2 if arm == PARTICIPANT else APART / 2
    means, low, high = (
        [round(row[name] / scale.divisor, 6) for row in rows] for name in ("mean", "low", "high")
    )
    return go.Scatter(
        x=[place + aside for place in range(len(rows))],
        y=means,
        name=render(ARM_LABELS[arm], language),
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": dash},
        marker={"color": colour, "symbol": symbol, "size": 9},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [round(above - mean, 6) for above, mean in zip(high, means, strict=True)],
            "arrayminus": [round(mean - below, 6) for below, mean in zip(low, means, strict=True)],
            "color": colour,
            "thickness": 1.5,
            "width": 4,
        },
        showlegend=True,
        hovertemplate="%{y}<extra></extra>",
    )
