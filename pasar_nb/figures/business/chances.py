"""How likely each party gains, and all together, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.business.risk_results import Simulation
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LABEL_WIDTH, PER_CENT, TEXT_SIZE, ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, Language, Message, Number, Share, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, ORANGE, ROLE_LABELS, percentage_points

ROOM = 40  # px for the axis
BEYOND = 128  # per cent, so that the words after a whole bar have room on a telephone
TICKS = (0, 25, 50, 75, 100)  # per cent


def probabilities(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show the probability that each party gains, and that all gain in the same draw."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.simulation
    bars = _bars(result)
    return ReportFigure(
        name="peluang",
        title=_title(result),
        drawing=_drawing(bars, shown.language),
        alternative=_(
            "Batang peluang memperoleh lebih: {each}.",
            each=listing(
                _("{party} {share}", party=label, share=DrawnShare(share)) for label, share, _colour in bars
            ),
        ),
        note=paragraph(
            _(
                "Bagian dari {draws} simulasi; galat baku paling besar {error} poin persen. Sebaran segitiga "
                "dari rendah sampai tinggi, korelasi antarharga {correlation}; {assumed} dari {varied} harga "
                "dan volume tanpa kisaran dianggap berkisar ±{spread}.",
                spread=Share(risk.sensitivity.spread),
                draws=result.draws,
                error=percentage_points(
                    max(float(result.table["standard_error"].max()), result.together_error)
                ),
                correlation=Number(result.correlation, 2),
                assumed=result.assumed,
                varied=result.varied,
            ),
            _("n = {parties} pihak. Sumber: tabel model bisnis.", parties=len(result.table)),
        ),
    )


def _title(result: Simulation) -> Message:
    parties = list(result.table["peran"])
    share = DrawnShare(result.together)
    if len(parties) == 1:
        return _(
            "{party} memperoleh lebih pada {share} simulasi.", party=ROLE_LABELS[parties[0]], share=share
        )
    return _(
        "Bersama-sama, {count} pihak memperoleh lebih pada {share} simulasi.", count=len(parties), share=share
    )


def _bars(result: Simulation) -> list[tuple[Message, float, str]]:
    rows = result.table.to_dict("records")
    bars = [(ROLE_LABELS[row["peran"]], float(row["probability"]), BLUE) for row in rows]
    return [*bars, (_("Semua pihak bersama"), result.together, ORANGE)] if len(bars) > 1 else bars


def _drawing(bars: list[tuple[Message, float, str]], language: Language) -> go.Figure:
    rows = [wrapped(render(label, language), LABEL_WIDTH) for label, _share, _colour in bars]
    figure = canvas(language, height=len(rows) * row_height(rows) + ROOM)
    figure.add_bar(
        orientation="h",
        x=[round(share * PER_CENT, 2) for _label, share, _colour in bars],
        y=rows,
        marker={"color": [colour for _label, _share, colour in bars]},
        text=[render(DrawnShare(share), language) for _label, share, _colour in bars],
        textposition="outside",
        textfont={"size": TEXT_SIZE},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    figure.update_layout(bargap=0.3)
    figure.update_xaxes(range=[0, BEYOND], tickvals=TICKS, ticktext=[f"{tick}%" for tick in TICKS])
    return figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
