"""How the difference of the arms moved from survey to survey, drawn."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.change.check_results import EventStudy
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.change.scale import Scale, prices_note, scale_of
from pasar_nb.figures.frame import ReportFigure, canvas, plain
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import InSentence, Language, Message, Month, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, INK, ORANGE, PAPER

HEIGHT = 340  # px
LABELS = 7  # that fit side by side on a telephone
ROOM = 0.5  # of a wave, to either side of the first and last
MARGIN = 0.08  # of the span of the intervals, below and above


def event_study(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the difference of the arms in every survey, less that of the last before the programme."""
    compared, found = shown.result.comparison, shown.result.event_study
    if isinstance(compared, NotEstimable):
        return compared
    if isinstance(found, NotEstimable):
        return found
    rows = as_rows(found.table.dropna(subset=["value"]))
    if all(row["phase"] == "reference" for row in rows):
        return NotEstimable(_("Tidak ada gelombang dengan cukup banyak rumah tangga untuk ditampilkan."))
    outcome = found.outcome
    scale = scale_of(outcome, max(abs(row[end]) for row in rows for end in ("low", "high")), change=True)
    return ReportFigure(
        name="jalur_selisih",
        title=_title(compared, found),
        drawing=_drawing(rows, scale, shown.language),
        alternative=_alternative(rows, outcome),
        note=paragraph(
            _(
                "Titik: perubahan peserta dikurangi perubahan pembanding sejak survei acuan, yang terakhir "
                "sebelum program; garis: selang 95%, masing-masing berlaku sendiri. Titik kosong: tidak "
                "jelas berbeda dari nol."
            ),
            *_from_baseline(compared),
            prices_note(outcome),
            _("n tiap survei ada pada tabel. Sumber: tabel survei."),
        ),
    )


def _alternative(rows: list[dict[str, Any]], outcome: Outcome) -> Message:
    return _(
        "Titik selisih peserta dan pembanding pada tiap survei dengan garis selang 95%: {each}.",
        each=listing(
            _(
                "{month} {value} ({low} sampai {high})",
                month=Month(str(row["month"])),
                value=outcome.amount(row["value"]),
                low=outcome.amount(row["low"]),
                high=outcome.amount(row["high"]),
            )
            for row in rows
            if row["phase"] != "reference"
        ),
    )


def _from_baseline(compared: Comparison) -> list[Message]:
    """Say that the main comparison starts earlier than the drawing, where it does."""
    if compared.checks.since_last is None or compared.claim == "none":
        return []
    return [_("Hasil perbandingan dalam ringkasan dihitung sejak survei awal, bukan sejak survei acuan.")]


def _title(compared: Comparison, found: EventStudy) -> Message:
    label = InSentence(found.outcome.label)
    later = found.table[found.table["phase"] == "after"].dropna(subset=["value"])
    clear = int(((later["low"] > 0) | (later["high"] < 0)).sum())
    if compared.barrier == "pretrend":
        return _("Perubahan {label} peserta dan pembanding sudah berbeda sebelum program.", label=label)
    if not clear:
        return _(
            "Pada tidak satu pun survei sejak program, perubahan {label} peserta jelas berbeda dari "
            "pembanding.",
            label=label,
        )
    return _(
        "Pada {clear} dari {all} survei sejak program, perubahan {label} peserta jelas berbeda dari "
        "pembanding.",
        clear=clear,
        all=len(later),
        label=label,
    )


def _drawing(rows: list[dict[str, Any]], scale: Scale, language: Language) -> go.Figure:
    places = [float(place) for place in range(len(rows))]
    figure = canvas(language, height=HEIGHT)
    figure.add_hline(y=0, line={"color": GREY, "width": 1})
    for row, place in zip(rows, places, strict=True):
        figure.add_trace(_interval(row, place, scale))
    early = [place for row, place in zip(rows, places, strict=True) if row["phase"] != "after"]
    last = max(early, default=places[-1])
    if last < places[-1]:
        figure.add_vline(x=last + ROOM, line={"color": INK, "width": 1, "dash": "dash"})
        figure.add_annotation(_start(last + ROOM, language))
    low = min(row["low"] for row in rows) / scale.divisor
    high = max(row["high"] for row in rows) / scale.divisor
    reach = (high - low) * MARGIN
    figure.update_yaxes(
        range=[low - reach, high + 2 * reach],
        title_text=plain(render(scale.title, language)),
        ticksuffix=scale.suffix,
        nticks=6,
    )
    step = -(-len(rows) // LABELS)
    return figure.update_xaxes(
        tickvals=places[::step],
        ticktext=[_month(row, language) for row in rows[::step]],
        range=[-ROOM, places[-1] + ROOM],
        showgrid=False,
    )


def _month(row: dict[str, Any], language: Language) -> str:
    """Write the month of a wave in two lines, so that six stand side by side on a telephone."""
    name, year = render(Month(str(row["month"])), language).rsplit(" ", 1)
    short = f"{plain(name[:3])}<br>{plain(year)}"
    if row["phase"] != "reference":
        return short
    return f"{short}<br>{plain(render(_('(acuan)'), language))}"


def _start(place: float, language: Language) -> dict[str, Any]:
    return {
        "x": place,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "text": plain(render(_("mulai program"), language)),
        "showarrow": False,
        "font": {"size": 12, "color": INK},
        "bgcolor": PAPER,
        "borderpad": 1,
    }


def _interval(row: dict[str, Any], place: float, scale: Scale) -> go.Scatter:
    colour = {"before": GREY, "reference": INK, "after": ORANGE}.get(str(row["phase"]), BLUE)
    filled = row["phase"] == "reference" or Interval(row["low"], row["high"]).clear
    bounds = [round(row[name] / scale.divisor, 6) for name in ("low", "value", "high")]
    return go.Scatter(
        x=[place] * 3,
        y=bounds,
        mode="lines+markers",
        line={"color": colour, "width": 3},
        marker={
            "color": colour,
            "symbol": ["line-ew", "circle" if filled else "circle-open", "line-ew"],
            "size": [0, 13, 0],
            "opacity": 1,
            "line": {"width": [0, 3, 0], "color": colour},
        },
        showlegend=False,
        hoverinfo="skip",
    )
