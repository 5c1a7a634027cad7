"""The changes with their intervals, one below the other, drawn."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome, PairedChange
from pasar_nb.disclosure import Released
from pasar_nb.figures.change.scale import Scale, group_name, prices_note, scale_of, visible_rows
from pasar_nb.figures.frame import (
    LETTER,
    PAPER_ROOM,
    ReportFigure,
    canvas,
    plain,
    row_height,
    two_forms,
    wrapped,
)
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import InSentence, Language, Listing, Message, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, INK, ORANGE, PAPER

ABOVE = 0.3  # part of a row between its mark and its words
ROOM = 64  # px for the axis and its title
LABEL, WIDE_LABEL = 16, 44  # characters of a line
UNBROKEN = "\u00a0"  # a space at which no line ends
LOW, HIGH = 34, 62  # px of a row with its words beside the mark, and above it
MOST_BESIDE = 0.45  # of the width, that words beside the marks may take
MARGIN = 0.06  # of the axis on either side


def changes(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the mean change of the arms and the difference of the arms."""
    result = shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    rows = visible_rows(result.table, "low")
    compared = shown.result.comparison
    rows += [] if isinstance(compared, NotEstimable) else [_difference(compared)]
    if not rows:
        return shown.result.paired if isinstance(shown.result.paired, NotEstimable) else _nothing()
    outcome = result.outcome
    scale = scale_of(outcome, max(abs(row[end]) for row in rows for end in ("low", "high")), change=True)
    return ReportFigure(
        name="perubahan_dan_selang",
        title=_title(shown.result),
        drawing=forest(rows, scale, shown.language),
        alternative=_(
            "Titik perubahan rata-rata dengan garis selang 95%: {each}.", each=each_said(rows, outcome)
        ),
        note=paragraph(
            _(
                "Titik: perubahan rata-rata; garis: selang 95%. Selang yang memuat 0 berarti tidak jelas "
                "berubah."
            ),
            prices_note(outcome),
            _("n adalah rumah tangga yang sama pada kedua survei. Sumber: tabel survei."),
        ),
    )


def _difference(found: Comparison) -> dict[str, Any]:
    estimate = found.estimate
    return {
        "kind": "difference",
        "name": _("Selisih peserta dan pembanding"),
        "n": found.n,
        "change": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
    }


def _title(result: HouseholdChange) -> Message:
    main = result.main
    if isinstance(main, NotEstimable):
        return _("Perubahan peserta belum dapat dinilai.")
    label, amount = main.outcome.label, main.outcome.amount(abs(main.estimate.value))
    if isinstance(main, PairedChange):
        return _paired_title(main, InSentence(label))
    if not main.estimate.significant:
        return _("Perubahan {label} peserta tidak jelas berbeda dari pembanding.", label=InSentence(label))
    if main.estimate.value > 0:
        return _("{label}: perubahan peserta {amount} di atas pembanding.", label=label, amount=amount)
    return _("{label}: perubahan peserta {amount} di bawah pembanding.", label=label, amount=amount)


def _paired_title(found: PairedChange, label: InSentence) -> Message:
    amount = found.outcome.amount(abs(found.estimate.value))
    if not found.estimate.significant:
        return _("Tidak terlihat perubahan {label} peserta yang jelas.", label=label)
    if found.estimate.value > 0:
        return _("{label} peserta naik rata-rata {amount}.", label=found.outcome.label, amount=amount)
    return _("{label} peserta turun rata-rata {amount}.", label=found.outcome.label, amount=amount)


def _nothing() -> NotEstimable:
    return NotEstimable(_("Tidak ada kelompok dengan 10 rumah tangga atau lebih."))


def _name(row: dict[str, Any]) -> Message:
    named: Message | None = row.get("name")
    return group_name(row) if named is None else named


def each_said(rows: list[dict[str, Any]], outcome: Outcome) -> Listing:
    """List every change with its interval, for those who cannot see the drawing."""
    return listing(
        _("{group} {value}", group=InSentence(_name(row)), value=_words(row, outcome)) for row in rows
    )


def _words(row: dict[str, Any], outcome: Outcome) -> Message:
    return _(
        "{value} ({low} sampai {high})",
        value=outcome.amount(row["change"]),
        low=outcome.amount(row["low"]),
        high=outcome.amount(row["high"]),
    )


def forest(rows: list[dict[str, Any]], scale: Scale, language: Language) -> go.Figure:
    """Draw changes with their intervals below each other.

    Parameters
    ----------
    rows
        Each with ``change, low, high, n`` and ``kind, group``, or ``name`` in their place.
    scale, language
        Of the axis.
    """
    return two_forms(
        _form(rows, scale, language, wide=True),
        _form(rows, scale, language, wide=False),
    )


def _form(rows: list[dict[str, Any]], scale: Scale, language: Language, *, wide: bool) -> go.Figure:
    """Draw with the words to the right of the marks, or where it is narrow above them."""
    labels = [_label(row, language, wide=wide) for row in rows]
    said = [_said(row, scale, language) for row in rows]
    places = [float(place) for place in range(len(rows))]
    figure = canvas(language, height=len(rows) * row_height(labels, least=LOW if wide else HIGH) + ROOM)
    low = min(0.0, *(row["low"] for row in rows)) / scale.divisor
    high = max(0.0, *(row["high"] for row in rows)) / scale.divisor
    reach = (high - low) * MARGIN
    end = _end(labels, said) if wide else 1.0
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    for row, place, words in zip(rows, places, said, strict=True):
        figure.add_trace(_interval(row, place, scale))
        figure.add_annotation(_beside(words, place, end) if wide else _above(words, place))
    figure.update_xaxes(
        range=[low - reach, high + reach],
        domain=[0, end],
        title_text=plain(render(scale.title, language)),
        nticks=6,
        tickangle=0,  # a drawing that changes its form would keep them as they stood in the other
    )
    return figure.update_yaxes(
        tickvals=places, ticktext=labels, range=[len(rows) - 0.5, -0.7], showgrid=False
    )


def _label(row: dict[str, Any], language: Language, *, wide: bool) -> str:
    name, n = render(_name(row), language), f"n{UNBROKEN}={UNBROKEN}{render(int(row['n']), language)}"
    return wrapped(f"{name} ({n})", WIDE_LABEL) if wide else f"{wrapped(name, LABEL)}<br>{n}"


def _end(labels: list[str], said: list[str]) -> float:
    """Say how much of the width the marks keep, on paper, beside the longest words on their right."""
    room = PAPER_ROOM - LETTER * max(len(line) for label in labels for line in label.split("<br>"))
    return round(1 - min(MOST_BESIDE, LETTER * (max(map(len, said)) + 2) / room), 4)


def _interval(row: dict[str, Any], place: float, scale: Scale) -> go.Scatter:
    colour = ORANGE if row["kind"] == "difference" else BLUE
    clear = Interval(row["low"], row["high"]).clear
    bounds = [round(row[name] / scale.divisor, 6) for name in ("low", "change", "high")]
    return go.Scatter(
        x=bounds,
        y=[place] * 3,
        mode="lines+markers",
        line={"color": colour, "width": 3},
        marker={
            "color": colour,
            "symbol": ["line-ns", "circle" if clear else "circle-open", "line-ns"],
            "size": [0, 13, 0],
            "opacity": 1,
            "line": {"width": [0, 3, 0], "color": colour},
        },
        showlegend=False,
        hoverinfo="skip",
    )


def _said(row: dict[str, Any], scale: Scale, language: Language) -> str:
    """Write the change with its interval, in the unit of the axis."""
    said = _(
        "{value} ({low} sampai {high})",
        value=scale.text(row["change"]),
        low=scale.text(row["low"]),
        high=scale.text(row["high"]),
    )
    return plain(render(said, language))


def _beside(words: str, place: float, end: float) -> dict[str, Any]:
    return _words_at(words) | {"x": end, "y": place, "xshift": LETTER}


def _above(words: str, place: float) -> dict[str, Any]:
    """Set words above their mark, on a ground that covers the zero line."""
    return _words_at(words) | {"x": 0, "y": place - ABOVE, "bgcolor": PAPER, "borderpad": 0}


def _words_at(words: str) -> dict[str, Any]:
    return {
        "xref": "paper",
        "xanchor": "left",
        "text": words,
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }
