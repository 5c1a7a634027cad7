"""How the participants' answers lie at the start and in the last wave, as bars side by side for each band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from pasar_nb.analysis.description import Description, Distribution
from pasar_nb.analysis.description.naming import prices_of, wave_names
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.description.bands import BandNames, band_names
from pasar_nb.figures.frame import ReportFigure, canvas, two_forms, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Share, Value, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, GREY, INK, SMALL_SAMPLE, SUPPRESS_BELOW

MOST_DRAWN = 4  # further measures under each other; more would be scrolled past
BAND, LOW_BAND = 40, 36  # px of a band, where measures stand under and beside each other
HEAD, ROOM = 62, 104  # px above each measure with a heading of two lines, and for the legend
LINE, LINES = 17, 2  # px of a line more than these of a heading
BESIDE = 3  # measures, from which on two stand beside each other where there is room
BETWEEN = 0.2  # of the width: for the names of the bands on the right
LABEL, HEADING = 17, 26  # characters
PER_CENT = 100
_TOO_FEW = NotEstimable(
    _(
        "Sebaran jawaban peserta tidak digambar: dua pita masing-masing {least} rumah tangga tidak dapat "
        "dibentuk.",
        least=SUPPRESS_BELOW,
    )
)
_ROUNDED = _(
    "Bagian dihitung dari jumlah yang dibulatkan demi kerahasiaan, sehingga semuanya tidak selalu berjumlah "
    "100%."
)


@dataclass(frozen=True, slots=True)
class _Panel:
    """The bands of one question, and the shares of each wave that may be seen, with the names of both."""

    found: Distribution
    bands: BandNames
    shares: dict[str, list[float]]
    names: dict[str, Message]
    n: dict[str, object]


def main_distribution(shown: Released[Description]) -> ReportFigure | NotEstimable:
    """Show how the answers to the first key measure lie, before and after."""
    panels = _panels(shown.result)[:1]
    if not panels:
        return _TOO_FEW
    return ReportFigure(
        name="sebaran_utama",
        title=_title(panels[0]),
        drawing=_drawing(panels, shown.language),
        alternative=_alternative(panels),
        note=_note(shown, panels),
    )


def distributions(shown: Released[Description]) -> ReportFigure | NotEstimable:
    """Show how the answers to further key measures lie, before and after, under each other."""
    panels = _panels(shown.result)[1 : MOST_DRAWN + 1]
    if not panels:
        return _TOO_FEW
    return ReportFigure(
        name="sebaran_lain",
        title=_counted(panels),
        drawing=_drawing(panels, shown.language),
        alternative=_alternative(panels),
        note=_note(shown, panels),
    )


def _panels(found: Description) -> list[_Panel]:
    names = wave_names(found)
    return [
        _Panel(
            one,
            band_names(one),
            _shares(one),
            names,
            {str(row["wave"]): row["of"] for row in as_rows(one.table)},
        )
        for one in found.distributions
        if one.table["share"].notna().all()
    ]


def _shares(one: Distribution) -> dict[str, list[float]]:
    rows = as_rows(one.table)
    waves = dict.fromkeys(str(row["wave"]) for row in rows)
    return {wave: [float(row["share"]) for row in rows if row["wave"] == wave] for wave in waves}


def _title(panel: _Panel) -> Message:
    waves = list(panel.shares)
    values: dict[str, Value] = {
        "label": panel.found.measure.label,
        "band": panel.bands.names[-1],
        "unit": panel.bands.unit,
        "before": Share(panel.shares[waves[0]][-1]),
        "first": InSentence(panel.names[waves[0]]),
    }
    if len(waves) == 1:
        return _("{label} {band} ({unit}): {before} peserta pada {first}.", **values)
    return _(
        "{label} {band} ({unit}): {before} peserta pada {first}, {after} pada {last}.",
        after=Share(panel.shares[waves[-1]][-1]),
        last=InSentence(panel.names[waves[-1]]),
        **values,
    )


def _counted(panels: Sequence[_Panel]) -> Message:
    """Say for how many measures more households are in the highest band than at the start."""
    both = [panel for panel in panels if len(panel.shares) > 1]
    if not both:
        labels = listing(InSentence(panel.found.measure.label) for panel in panels)
        return _("Sebaran {labels} peserta pada survei awal.", labels=labels)
    more = [
        panel for panel in both if list(panel.shares.values())[-1][-1] > next(iter(panel.shares.values()))[-1]
    ]
    if not more:
        return _("Pada tak satu pun ukuran ini bagian peserta di pita tertinggi bertambah.")
    return _(
        "Bagian peserta di pita tertinggi bertambah pada {more} dari {all} ukuran: {labels}.",
        more=len(more),
        all=len(both),
        labels=listing(InSentence(panel.found.measure.label) for panel in more),
    )


def _alternative(panels: Sequence[_Panel]) -> Message:
    return _(
        "Batang bagian peserta per pita. {each}.",
        each=listing(
            _(
                "{label}, {wave}: {shares}",
                label=panel.found.measure.label,
                wave=InSentence(panel.names[wave]),
                shares=listing(
                    _("{band} {share}", band=band, share=Share(share))
                    for band, share in zip(panel.bands.names, shares, strict=True)
                ),
            )
            for panel in panels
            for wave, shares in panel.shares.items()
        ),
    )


def _note(shown: Released[Description], panels: Sequence[_Panel]) -> Message:
    rounded = [_ROUNDED] if shown.audience == "public" else []
    money = [prices_of(shown.result)] if any(panel.found.measure.money for panel in panels) else []
    return paragraph(
        _(
            "Bagian peserta yang menjawab; n: {each}.",
            each=listing(
                _(
                    "{label} {n}",
                    label=InSentence(panel.found.measure.label),
                    n=listing(_size(n) for n in panel.n.values()),
                )
                for panel in panels
            ),
        ),
        _("Tiap pita memuat sedikitnya {least} rumah tangga pada tiap gelombang.", least=SUPPRESS_BELOW),
        *rounded,
        *money,
        _("Sumber: tabel survei."),
    )


def _size(n: object) -> Value:
    """Write the number of households, and that a sample is small; bands are drawn of known numbers only."""
    count = int(str(n))
    return _("{n}, sampel kecil", n=count) if count < SMALL_SAMPLE else count


def _drawing(panels: Sequence[_Panel], language: Language) -> go.Figure:
    stacked = _form(panels, language, columns=1)
    return stacked if len(panels) < BESIDE else two_forms(_form(panels, language, columns=2), stacked)


def _form(panels: Sequence[_Panel], language: Language, *, columns: int) -> go.Figure:
    """Draw the panels in rows of one or two."""
    each = [len(panel.bands.names) * (BAND if columns == 1 else LOW_BAND) for panel in panels]
    sizes = [max(each[at : at + columns]) for at in range(0, len(each), columns)]
    heads = [_head(panel, language) for panel in panels]
    more = LINE * max(0, max(head.count("<br>") + 1 for head in heads) - LINES)
    height = sum(sizes) + (HEAD + more) * len(sizes) + ROOM
    figure = make_subplots(
        rows=len(sizes),
        cols=columns,
        shared_xaxes=False,
        row_heights=sizes,
        vertical_spacing=(HEAD + more) / height if len(sizes) > 1 else 0,
        horizontal_spacing=BETWEEN,
        figure=canvas(language, height=height),
    )
    most = max(share for panel in panels for shares in panel.shares.values() for share in shares)
    for place, panel in enumerate(panels):
        row, column = place // columns + 1, place % columns + 1
        labels = [wrapped(render(name, language), LABEL) for name in panel.bands.names]
        for at, (wave, shares) in enumerate(panel.shares.items()):
            name = render(panel.names[wave], language)
            bars = _bars(wave, shares, labels, last=at == 1, first_panel=place == 0, language=language)
            figure.add_trace(bars.update(name=name), row, column)
    figure.update_layout(annotations=_heads(heads, figure))
    figure.update_xaxes(range=[0, most * PER_CENT * 1.18], showticklabels=False, showgrid=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure.update_layout(
        barmode="group", bargap=0.25, bargroupgap=0, legend_traceorder="normal", margin_t=102 + more
    )


def _heads(heads: Sequence[str], figure: go.Figure) -> list[dict[str, object]]:
    """Name each panel above its bars."""
    names = ["", *map(str, range(2, len(heads) + 1))]
    return [
        {
            "text": head,
            "x": figure.layout[f"xaxis{name}"].domain[0],
            "y": figure.layout[f"yaxis{name}"].domain[1],
            **{"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"},
            **{"align": "left", "showarrow": False, "yshift": 2, "font": {"size": 13, "color": INK}},
        }
        for name, head in zip(names, heads, strict=True)
    ]


def _head(panel: _Panel, language: Language) -> str:
    label = _("{label}, {unit}", label=panel.found.measure.label, unit=panel.bands.unit)
    return f"<b>{wrapped(render(label, language), HEADING)}</b>"


def _bars(
    wave: str, shares: list[float], labels: list[str], *, last: bool, first_panel: bool, language: Language
) -> go.Bar:
    return go.Bar(
        x=[round(share * PER_CENT, 4) for share in shares],
        y=labels,
        orientation="h",
        legendgroup=wave,
        showlegend=first_panel,
        marker={"color": BLUE if last else GREY},
        text=[render(Share(share), language) for share in shares],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
