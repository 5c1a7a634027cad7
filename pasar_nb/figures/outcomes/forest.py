"""The changes of all explored outcomes in standard deviations, each with its interval, by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from pasar_nb.analysis.outcomes.results import Explored, Outcomes
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.figures.frame import LETTER, PAPER_ROOM, ReportFigure, canvas, plain, two_forms, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Listing, Message, Number, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, INK, PAPER, THEME_LABELS

FURTHEST = 1.5  # standard deviations on the axis; what lies beyond stands at its edge with an arrow
LEAST_REACH = 0.5  # of them, so that small changes do not look large
ROOM = 64  # px for the axis and its title
WIDE, NARROW = 16, 40  # px of a row, with its words beside the mark and above it
MOST_BESIDE = 0.58  # of the width, that words beside the marks may take
ABOVE = 0.34  # part of a row between its mark and its words
LABEL = 42  # characters of a telephone's line
_NO_THEME = _("Tanpa tema")


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, or an outcome with its change and bounds in standard deviations."""

    label: Message
    change: tuple[float, float, float] | None = None
    clear: bool = False
    n: object = None


def forest(shown: Released[Outcomes]) -> ReportFigure | NotEstimable:
    """Show the change of every explored outcome on one scale, by theme; filled where clear."""
    drawn = [one for one in shown.result.explored if one.standardised is not None and not is_hidden(one.n)]
    if not drawn:
        return NotEstimable(_("Tidak ada ukuran lain yang perubahannya dapat digambar dalam simpangan baku."))
    rows = _rows(drawn)
    return ReportFigure(
        name="hasil_lain_simpangan_baku",
        title=_title(drawn),
        drawing=two_forms(_drawing(rows, shown.language, WIDE), _drawing(rows, shown.language, NARROW)),
        alternative=_(
            "Titik perubahan dalam simpangan baku dengan garis selang 95%, menurut tema: {each}.",
            each=_each(drawn),
        ),
        note=paragraph(
            _(
                "Perubahan rata-rata peserta dibagi sebaran antarrumah tangga pada survei awal. Titik penuh: "
                "jelas setelah koreksi uji berganda; titik kosong: tidak jelas. Garis: selang 95% (belum "
                "dikoreksi); anak panah: di luar sumbu."
            ),
            *_left_out(shown.result.tested, len(drawn)),
            _("n = {n} rumah tangga peserta. Sumber: tabel survei.", n=_counts(drawn)),
        ),
    )


def _title(drawn: Sequence[Explored]) -> Message:
    clear = sum(_is_clear(one) for one in drawn)
    if not clear:
        return _(
            "Tidak satu pun dari {tested} ukuran lain jelas berubah setelah koreksi uji berganda.",
            tested=len(drawn),
        )
    return _(
        "{clear} dari {tested} ukuran lain jelas berubah setelah koreksi uji berganda.",
        clear=clear,
        tested=len(drawn),
    )


def _left_out(tested: int, drawn: int) -> list[Message]:
    """Say why the figure counts fewer outcomes than the text."""
    if tested <= drawn:
        return []
    return [
        _(
            "{left} dari {tested} ukuran yang diuji tidak dapat digambar dalam simpangan baku dan hanya ada "
            "dalam tabel.",
            left=tested - drawn,
            tested=tested,
        )
    ]


def _is_clear(one: Explored) -> bool:
    return one.verdict in ("rose", "fell")


def _counts(drawn: Sequence[Explored]) -> Message | int:
    counts = [int(str(one.n)) for one in drawn]
    low, high = min(counts), max(counts)
    return low if low == high else _("{low} sampai {high}", low=low, high=high)


def _each(drawn: Sequence[Explored]) -> Listing:
    return listing(
        _("{label} {values}", label=InSentence(one.measure.label), values=_values(one.standardised))
        for one in drawn
        if one.standardised is not None
    )


def _values(change: tuple[float, float, float]) -> Message:
    value, low, high = (Number(one, 2) for one in change)
    return _("{value} ({low} sampai {high})", value=value, low=low, high=high)


def _rows(drawn: Sequence[Explored]) -> list[_Row]:
    """Set the outcomes below the names of their themes."""
    rows: list[_Row] = []
    for theme in (*THEME_LABELS, None):
        own = [
            one
            for one in drawn
            if (one.measure.theme if one.measure.theme in THEME_LABELS else None) == theme
        ]
        if own:
            rows.append(_Row(_NO_THEME if theme is None else THEME_LABELS[theme]))
        rows += [_Row(one.measure.label, one.standardised, _is_clear(one), one.n) for one in own]
    return rows


def _drawing(rows: Sequence[_Row], language: Language, height: int) -> go.Figure:
    figure = canvas(language, height=len(rows) * height + ROOM)
    reach = _reach(rows)
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    figure.add_traces([_lines(rows, reach), _points(rows, reach)])
    narrow = height == NARROW
    notes = [_words(row, place, language, narrow=narrow) for place, row in enumerate(rows)]
    figure.update_layout(annotations=notes)
    figure.update_xaxes(
        range=[-reach * 1.06, reach * 1.06],
        domain=[0 if narrow else _start(notes), 1],
        title_text=plain(render(_("Perubahan (simpangan baku)"), language)),
        nticks=7,
        tickangle=0,  # a drawing that changes its form would keep them as they stood in the other
    )
    return figure.update_yaxes(showticklabels=False, range=[len(rows) - 0.5, -0.7], showgrid=False)


def _start(notes: Sequence[dict[str, object]]) -> float:
    """Say where the marks begin, on paper, to the right of the longest words."""
    longest = max(len(str(note["text"])) for note in notes)
    return round(min(MOST_BESIDE, LETTER * longest / PAPER_ROOM), 4)


def _reach(rows: Sequence[_Row]) -> float:
    furthest = max(abs(bound) for row in rows if row.change is not None for bound in row.change)
    return min(max(furthest, LEAST_REACH), FURTHEST)


def _lines(rows: Sequence[_Row], reach: float) -> go.Scatter:
    """Draw all intervals, as far as the axis goes."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(rows):
        if row.change is not None:
            xs += [_within(row.change[1], reach), _within(row.change[2], reach), None]
            ys += [place, place, None]
    line = {"color": BLUE, "width": 3}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def _points(rows: Sequence[_Row], reach: float) -> go.Scatter:
    """Draw all changes; one beyond the axis becomes an arrow at its edge."""
    told = [(place, row.change[0], row.clear) for place, row in enumerate(rows) if row.change is not None]
    symbols = [_symbol(value, reach) + ("" if clear else "-open") for _place, value, clear in told]
    return go.Scatter(
        x=[_within(value, reach) for _place, value, _clear in told],
        y=[place for place, _value, _clear in told],
        mode="markers",
        marker={
            "color": BLUE,
            "symbol": symbols,
            "size": 11,
            "opacity": 1,
            "line": {"width": 2, "color": BLUE},
        },
        showlegend=False,
        hoverinfo="skip",
    )


def _symbol(value: float, reach: float) -> str:
    if abs(value) <= reach:
        return "circle"
    return "triangle-right" if value > 0 else "triangle-left"


def _within(value: float, reach: float) -> float:
    return round(min(max(value, -reach), reach), 4)


def _words(row: _Row, place: int, language: Language, *, narrow: bool) -> dict[str, object]:
    """Write the name beside its mark with the numbers, or where it is narrow alone above the mark."""
    label = render(row.label, language)
    if row.change is None:
        text, down = f"<b>{plain(label)}</b>", 0.0
    else:
        values = plain(render(_values(row.change), language))
        text = wrapped(label, LABEL) if narrow else f"{plain(label)}: {values}"
        down = -ABOVE if narrow else 0.0
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": place + down,
        "text": text,
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": INK},
        "bgcolor": PAPER,
        "borderpad": 0,
    }
