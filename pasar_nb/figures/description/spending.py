"""What households spend on, as one bar of a hundred per cent for every arm and wave."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import wave_names
from pasar_nb.analysis.households import SPENDING
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.figures.frame import TEXT_SIZE, ReportFigure, canvas, plain, text_on, two_forms
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Share, Value, _, listing, render
from pasar_nb.vocabulary import ARM_LABELS, CATEGORICAL, MEASURES, PAPER, SUPPRESS_BELOW

WIDE, NARROW = (42, 130), (58, 190)  # px of a bar, and for the legend of three lines, on a telephone six
SMALL_TEXT = 11  # px
LEAST_WRITTEN = 0.075  # of all spending; a smaller part has no room for its number on a telephone
PER_CENT = 100
_HIDDEN = NotEstimable(
    _(
        "Susunan belanja tidak digambar: kurang dari {least} rumah tangga menjawab, atau angkanya membuka "
        "jawaban satu per satu.",
        least=SUPPRESS_BELOW,
    )
)


def spending(shown: Released[Description]) -> ReportFigure | NotEstimable:
    """Show the parts of spending by arm, at the start and in the last wave."""
    found = shown.result.spending
    if isinstance(found, NotEstimable):
        return found
    known = found.table[found.table[SPENDING[0]].notna()]
    rows = [row for row in as_rows(known) if not is_hidden(row["n"])]
    ends = [one for arm in ARM_LABELS for one in _ends([row for row in rows if row["arm"] == arm])]
    if not ends:
        return _HIDDEN
    names = wave_names(shown.result)
    ends = [row | {"wave_name": InSentence(names[str(row["wave"])])} for row in ends]
    return ReportFigure(
        name="susunan_belanja",
        title=_title(ends),
        drawing=_drawn(ends, shown.language),
        alternative=_("Batang bertumpuk susunan belanja. {each}.", each=listing(_parts(row) for row in ends)),
        note=_(
            "Bagian dari jumlah belanja semua rumah tangga yang menjawab keenam jenis belanja; n di bawah "
            "nama kelompok. Sumber: tabel survei."
        ),
    )


def _ends(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = sorted(rows, key=lambda row: int(row["wave"]))
    return rows if len(rows) < 2 else [rows[0], rows[-1]]


def _title(rows: list[dict[str, Any]]) -> Message:
    first = rows[0]
    after = next((row for row in rows[1:] if row["arm"] == first["arm"]), None)
    values: dict[str, Value] = {
        "arm": InSentence(ARM_LABELS[str(first["arm"])]),
        "before": Share(float(first[SPENDING[0]])),
        "first": first["wave_name"],
    }
    if after is None:
        return _("Makanan mengambil {before} belanja {arm} pada {first}.", **values)
    return _(
        "Makanan mengambil {before} belanja {arm} pada {first} dan {after} pada {last}.",
        after=Share(float(after[SPENDING[0]])),
        last=after["wave_name"],
        **values,
    )


def _parts(row: dict[str, Any]) -> Message:
    return _(
        "{arm}, {wave}: {parts}",
        arm=ARM_LABELS[str(row["arm"])],
        wave=row["wave_name"],
        parts=listing(
            _("{part} {share}", part=InSentence(MEASURES[name][0]), share=Share(float(row[name])))
            for name in SPENDING
        ),
    )


def _drawn(rows: list[dict[str, Any]], language: Language) -> go.Figure:
    """Draw both forms; the smaller letters of the wide one leave room for two names in a line."""
    drawing = two_forms(*(_drawing(rows, language, size) for size in (WIDE, NARROW)))
    drawing.layout.meta["narrow"]["legend.font.size"] = TEXT_SIZE
    return drawing.update_layout(legend_font_size=SMALL_TEXT)


def _drawing(rows: list[dict[str, Any]], language: Language, size: tuple[int, int]) -> go.Figure:
    labels = [_label(row, language, wide=size == WIDE) for row in rows]
    bar, room = size
    figure = canvas(language, height=len(rows) * bar + room)
    for name, colour in zip(SPENDING, CATEGORICAL, strict=False):
        figure.add_trace(
            go.Bar(
                x=[round(float(row[name]) * PER_CENT, 4) for row in rows],
                y=labels,
                orientation="h",
                name=plain(render(MEASURES[name][0], language)),
                marker={"color": colour, "line": {"color": PAPER, "width": 1}},
                text=[_written(float(row[name]), language) for row in rows],
                textposition="inside",
                textangle=0,
                insidetextanchor="middle",
                insidetextfont={"color": text_on(colour), "size": 11},
                hoverinfo="skip",
            )
        )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(range=[0, PER_CENT], showticklabels=False, showgrid=False)
    return figure.update_layout(barmode="stack", bargap=0.3, uniformtext={"minsize": 9, "mode": "hide"})


def _label(row: dict[str, Any], language: Language, *, wide: bool) -> str:
    """Name a bar on two lines, or on three where it is narrow."""
    arm, wave = (
        plain(render(ARM_LABELS[str(row["arm"])], language)),
        plain(render(row["wave_name"], language)),
    )
    return f"{arm},{' ' if wide else '<br>'}{wave}<br>n = {render(int(row['n']), language)}"


def _written(share: float, language: Language) -> str:
    return render(Share(share), language) if share >= LEAST_WRITTEN else ""
