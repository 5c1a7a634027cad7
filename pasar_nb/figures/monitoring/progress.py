"""How much of the planned change each indicator has achieved, drawn against what was due."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from pasar_nb.analysis.monitoring import LAGGING, Monitoring, Standing, standings
from pasar_nb.analysis.monitoring.wording import amount, bare, said_state
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, ReportFigure, canvas, wrapped
from pasar_nb.figures.monitoring.notes import lettered, line_of_plan, rounded, with_basis
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Share, _, listing, render
from pasar_nb.vocabulary import INK, STATE_COLOURS, STATE_LABELS

PER_FIGURE = 8  # indicators in one figure: what a page of paper holds
NAME_WIDTH = 40  # bold characters that fit on a telephone from edge to edge
WIDTH = 46  # characters above a bar, on a telephone from edge to edge
BAR = 16  # px
BESIDE = 7  # px between a bar and its words
BELOW = 22  # px between a bar and the words of the next
OVER = 4  # px by which the mark of what was due is longer than the bar is thick
LOW, HIGH = -0.3, 1.3  # shares beyond are cut; the number says how far they go
AXIS = 50  # px


def progress(shown: Released[Monitoring]) -> tuple[ReportFigure | NotEstimable, ...]:
    """Show the achieved share of the planned change of every indicator, and the share due by then."""
    every = standings(shown.result.indicators)
    drawn = [one for one in every if one.share is not None]
    if not drawn:
        return (
            NotEstimable(
                _("Belum ada indikator yang mempunyai nilai awal, target, dan pengukuran untuk dibandingkan.")
            ),
        )
    groups = [drawn[at : at + PER_FIGURE] for at in range(0, len(drawn), PER_FIGURE)]
    left_out = len(every) - len(drawn)
    return tuple(_figure(shown, group, place, left_out) for place, group in enumerate(groups))


def _figure(
    shown: Released[Monitoring], group: Sequence[Standing], place: int, left_out: int
) -> ReportFigure:
    first = place == 0
    return ReportFigure(
        name=lettered("kemajuan_indikator", place),
        title=_title(group),
        drawing=_drawing(group, shown.language),
        alternative=_("Batang: bagian perubahan yang tercapai. {each}.", each=listing(map(_each, group))),
        note=with_basis(
            shown,
            _(
                "Bagian yang tercapai = (nilai terakhir − nilai awal) / (target − nilai awal); garis tegak "
                "hitam adalah bagian yang semestinya tercapai pada awal bulan pengukuran terakhir."
            ),
            *([line_of_plan(shown.result), *_left_out(left_out)] if first else []),
            *_cut(group),
            *rounded(shown, group),
        ),
    )


def _title(drawn: Sequence[Standing]) -> Message:
    lagging = [one for one in drawn if one.state in LAGGING]
    if not lagging:
        return _("Tidak satu pun dari {n} indikator yang digambar menyimpang dari rencana.", n=len(drawn))
    last = min(lagging, key=_share)
    return _(
        "Dari {n} indikator yang digambar, {lagging} menyimpang dari rencana; yang paling jauh: {name} "
        "({state}).",
        n=len(drawn),
        lagging=len(lagging),
        name=last.name,
        state=STATE_LABELS[last.state],
    )


def _each(one: Standing) -> Message:
    return _(
        "{name}: {share}, {state}", name=one.name, share=Share(_share(one)), state=STATE_LABELS[one.state]
    )


def _left_out(count: int) -> list[Message]:
    if not count:
        return []
    return [_("{count} indikator tanpa nilai awal atau pengukuran tidak digambar.", count=count)]


def _cut(drawn: Sequence[Standing]) -> list[Message]:
    if all(LOW <= _share(one) <= HIGH for one in drawn):
        return []
    return [_("Batang dipotong pada {low} dan {high}.", low=Share(LOW), high=Share(HIGH))]


def _drawing(drawn: Sequence[Standing], language: Language) -> go.Figure:
    words = [_words(one, language) for one in drawn]
    tops, y = [], 0.0
    for text in words:
        y += (text.count("<br>") + 1) * LINE_HEIGHT
        tops.append(y + BESIDE)
        y += BESIDE + BAR + BELOW
    figure = canvas(language, height=round(y) + AXIS)
    figure.add_trace(_bars(drawn, tops))
    figure.add_trace(_due(drawn, tops))
    figure.update_layout(
        margin={"l": 2, "r": 2, "t": 0, "b": AXIS},
        annotations=[_above(text, top) for text, top in zip(words, tops, strict=True)],
        showlegend=False,
    )
    figure.update_xaxes(range=[LOW, HIGH], tickvals=[0, 0.5, 1], ticktext=["0%", "50%", "100%"])
    figure.update_xaxes(
        automargin=False, title_text=render(_("Bagian perubahan yang direncanakan"), language)
    )
    return figure.update_yaxes(visible=False, range=[y, 0], automargin=False)


def _words(one: Standing, language: Language) -> str:
    latest = "" if one.latest is None else one.latest
    details = _(
        "{state}: {share}, rencana {due}; {latest} dari {target}",
        state=said_state(one.state),
        share=Share(_share(one)),
        due="–" if one.expected is None else Share(one.expected),
        latest=bare(latest),
        target=amount(one.target, one.unit),
    )
    return f"<b>{wrapped(one.name, NAME_WIDTH)}</b><br>{wrapped(render(details, language), WIDTH)}"


def _bars(drawn: Sequence[Standing], tops: Sequence[float]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[round(min(max(_share(one), LOW), HIGH), 4) for one in drawn],
        y=[top + BAR / 2 for top in tops],
        width=BAR,
        marker={"color": [STATE_COLOURS[one.state] for one in drawn], "line": {"color": INK, "width": 1}},
        hoverinfo="skip",
    )


def _due(drawn: Sequence[Standing], tops: Sequence[float]) -> go.Scatter:
    """Mark what was due with an upright line across the bar."""
    places = [(one.expected, top) for one, top in zip(drawn, tops, strict=True) if one.expected is not None]
    xs = [x for due, _top in places for x in (round(due, 4), round(due, 4), None)]
    ys = [y for _due, top in places for y in (top - OVER, top + BAR + OVER, None)]
    line = {"color": INK, "width": 3}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip")


def _above(text: str, top: float) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": top - BESIDE, "yanchor": "bottom"}
    return {**place, "text": text, "align": "left", "showarrow": False, "borderpad": 0}


def _share(one: Standing) -> float:
    return 0.0 if one.share is None else one.share
