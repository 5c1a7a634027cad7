"""How many participants are at each step of the follow-up, drawn."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from pasar_nb.analysis.graduation import FEW_AT_STEPS, FollowUp, Graduation, find_row, shown_count
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Number, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, FOLLOW_UP_LABELS, GREEN, GREY

LABEL = 24  # characters; steps have long names
ROOM_FOR_NUMBER = 1.25  # times the longest bar
_PASSED = ("beri_tahu", "rujuk")
_NO_LEVEL = ("lengkapi", "temui")


def follow_up_steps(shown: Released[Graduation]) -> ReportFigure | NotEstimable:
    """Show the number of participants at each step."""
    result = shown.result.follow_up
    if isinstance(result, NotEstimable):
        return result
    counts = {step: _count(result, step) for step in FOLLOW_UP_LABELS}
    told = {step: count for step, count in counts.items() if count is not None}
    if not told:
        return FEW_AT_STEPS
    first = max(told, key=lambda step: told[step])
    return ReportFigure(
        name="langkah_tindak_lanjut",
        title=_(
            "Langkah yang paling banyak diperlukan: {step}, bagi {count} rumah tangga.",
            step=InSentence(FOLLOW_UP_LABELS[first]),
            count=told[first],
        ),
        drawing=_bars(counts, shown.language),
        alternative=_("Batang per langkah: {each}.", each=listing(_said(*one) for one in counts.items())),
        note=paragraph(
            _("Satuan: rumah tangga peserta."),
            _("Hijau: lulus; biru: belum lulus; abu-abu: tingkat belum diketahui."),
            _("Sumber: tabel survei, kriteria_graduasi, rumah_tangga, dan pendampingan."),
        ),
    )


def _count(result: FollowUp, step: str) -> int | None:
    return shown_count((find_row(result.steps, step=step) or {}).get("households"))


def _said(step: str, count: int | None) -> Message:
    name = InSentence(FOLLOW_UP_LABELS[step])
    if count is None:
        return _("{step} (tidak ditampilkan)", step=name)
    return _("{step} ({count})", step=name, count=count)


def _bars(counts: dict[str, int | None], language: Language) -> go.Figure:
    rows = [wrapped(render(FOLLOW_UP_LABELS[step], language), LABEL) for step in counts]
    lengths = [count or 0 for count in counts.values()]
    figure = canvas(language, height=len(rows) * row_height(rows, least=40) + 24)
    figure.add_bar(
        orientation="h",
        x=lengths,
        y=rows,
        marker={"color": [_colour(step) for step in counts]},
        text=_texts(list(counts.values()), language),
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure.update_layout(bargap=0.35)
    figure.update_xaxes(visible=False, range=[0, max(*lengths, 1) * ROOM_FOR_NUMBER])
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def _texts(counts: Sequence[int | None], language: Language) -> list[str]:
    hidden = render(_("tidak ditampilkan"), language)
    return [hidden if count is None else Number(count).text(language) for count in counts]


def _colour(step: str) -> str:
    if step in _PASSED:
        return GREEN
    return GREY if step in _NO_LEVEL else BLUE
