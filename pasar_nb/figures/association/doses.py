"""The mean change of those who came seldom, more often and most often, drawn."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.association.results import Association, Doses
from pasar_nb.analysis.association.support import CONTACTS
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.figures.change.scale import scale_of
from pasar_nb.figures.frame import ReportFigure, canvas, plain, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Value, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, CHANCE_LIMIT, GREY, INK, PAPER

ABOVE = 0.36  # part of a row between its mark and its words
ROOM = 74  # px for the axis and its title
LABEL = 16  # characters
SPARE = 0.12  # of the range, left free on either side


def change_by_dose(shown: Released[Association]) -> ReportFigure | NotEstimable:
    """Show the mean change of the outcome with its interval at each level of contacts attended."""
    doses = shown.result.doses
    if isinstance(doses, NotEstimable):
        return doses
    known = doses.table.dropna(subset=["mean", "low", "high"])
    if known.empty:
        return NotEstimable(_("Perubahan menurut banyaknya pertemuan tidak dapat disebut."))
    return ReportFigure(
        name="perubahan_menurut_pertemuan",
        title=_title(doses, known, clear=_is_clear(shown.result)),
        drawing=_drawing(doses, known, shown.language),
        alternative=_(
            "Titik rata-rata perubahan dengan garis selangnya menurut banyaknya pertemuan: {each}.",
            each=listing(
                _("{dose}: {told}", dose=doses.labels[str(row["dose"])], told=_told(doses, row))
                for row in as_rows(known)
            ),
        ),
        note=_note(doses, known),
    )


def _is_clear(result: Association) -> bool:
    """Whether contacts go clearly with the change, after the correction for all measures of support."""
    if isinstance(result.correlations, NotEstimable):
        return False
    table = result.correlations.table
    return bool((table.loc[table["measure"] == CONTACTS, "p_holm"] < CHANCE_LIMIT).any())


def _title(doses: Doses, known: pd.DataFrame, *, clear: bool) -> Message:
    rows = as_rows(known)
    values = {
        "outcome": InSentence(doses.outcome.label),
        "least": doses.outcome.amount(rows[0]["mean"]),
        "most": doses.outcome.amount(rows[-1]["mean"]),
    }
    if not clear:
        return _(
            "Perubahan {outcome} tidak jelas berkaitan dengan banyaknya pertemuan: {least} pada yang jarang "
            "hadir, {most} pada yang paling sering hadir.",
            **values,
        )
    return _(
        "Perubahan {outcome}: {least} pada yang jarang hadir, {most} pada yang paling sering hadir; kaitan "
        "bukan sebab.",
        **values,
    )


def _note(doses: Doses, known: pd.DataFrame) -> Message:
    each = listing(
        _("{dose}: n = {n}", dose=InSentence(doses.labels[str(row["dose"])]), n=_count(row["n"]))
        for row in as_rows(known)
    )
    return paragraph(
        _("Rata-rata perubahan per rumah tangga peserta, dibagi menurut sepertiga banyaknya pertemuan."),
        _("Garis: selang 95%, dengan memperhitungkan kelompok.")
        if doses.clusters
        else _("Garis: selang 95%."),
        _("{each} rumah tangga.", each=each),
        _("Sumber: tabel survei dan pendampingan."),
    )


def _count(n: object) -> str | int:
    return str(n) if is_hidden(n) else int(str(n))


def _told(doses: Doses, row: dict[str, Any]) -> Message:
    return _(
        "{mean} ({low} sampai {high})",
        mean=doses.outcome.amount(row["mean"]),
        low=doses.outcome.amount(row["low"]),
        high=doses.outcome.amount(row["high"]),
    )


def _in_two_lines(doses: Doses, row: dict[str, Any]) -> tuple[Value, Value]:
    """Write the mean above its interval: on one line they would not fit a telephone."""
    low, high = doses.outcome.amount(row["low"]), doses.outcome.amount(row["high"])
    return doses.outcome.amount(row["mean"]), _("{low} sampai {high}", low=low, high=high)


def _drawing(doses: Doses, known: pd.DataFrame, language: Language) -> go.Figure:
    rows = as_rows(known)
    labels = [wrapped(render(doses.labels[str(row["dose"])], language), LABEL) for row in rows]
    scale = scale_of(
        doses.outcome, max(abs(row[end]) for row in rows for end in ("low", "high")), change=True
    )
    low = min(0.0, float(known["low"].min())) / scale.divisor
    high = max(0.0, float(known["high"].max())) / scale.divisor
    spare = SPARE * (high - low)
    figure = canvas(language, height=len(rows) * row_height(labels, least=84) + ROOM)
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    figure.add_trace(_intervals(rows, scale.divisor))
    figure.add_trace(_points(rows, scale.divisor))
    for at, row in enumerate(rows):
        figure.add_annotation(
            x=low - spare,
            y=at - ABOVE,
            text="<br>".join(render(part, language) for part in _in_two_lines(doses, row)),
            align="left",
            xanchor="left",
            yanchor="middle",
            showarrow=False,
            bgcolor=PAPER,
            borderpad=0,
            font={"color": INK, "size": 12},
        )
    title = plain(render(scale.title, language))
    figure.update_xaxes(range=[low - spare, high + spare], nticks=5, title_text=title)
    return figure.update_yaxes(
        tickvals=list(range(len(rows))), ticktext=labels, range=[len(rows) - 0.5, -0.7], showgrid=False
    )


def _intervals(rows: list[dict[str, Any]], divisor: float) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for at, row in enumerate(rows):
        xs += [float(f"{row['low'] / divisor:.4g}"), float(f"{row['high'] / divisor:.4g}"), None]
        ys += [at, at, None]
    line = {"color": BLUE, "width": 3}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def _points(rows: list[dict[str, Any]], divisor: float) -> go.Scatter:
    return go.Scatter(
        x=[float(f"{row['mean'] / divisor:.4g}") for row in rows],
        y=list(range(len(rows))),
        mode="markers",
        marker={"color": BLUE, "size": 13},
        showlegend=False,
        hoverinfo="skip",
    )
