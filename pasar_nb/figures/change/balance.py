"""How far participants and comparison group differed before the programme, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.change.balance import ADJUST_TO, ALIKE_TO
from pasar_nb.analysis.change.results import Comparison, HouseholdChange
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Language, Message, Number, _, listing, render
from pasar_nb.vocabulary import BLUE, GREY, SKY, TRAIT_LABELS, VERMILION

ROOM = 64  # px for the axis and its title
LEAST_REACH = 0.4  # standard deviations to either side


def balance(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the differences of the arms at baseline against the bounds of 0.05 and 0.25."""
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return found
    table = found.balance.dropna(subset=["difference"])
    if table.empty:
        return NotEstimable(_("Kesetaraan kedua kelompok pada survei awal tidak dapat ditampilkan."))
    return ReportFigure(
        name="kesetaraan_survei_awal",
        title=_title(found),
        drawing=_drawing(found, shown.language),
        alternative=_(
            "Titik selisih peserta dan pembanding pada survei awal, dalam simpangan baku: {each}.",
            each=listing(
                _(
                    "{trait} {gap}",
                    trait=InSentence(TRAIT_LABELS[str(trait)]),
                    gap=Number(float(gap), 2),
                )
                for trait, gap in zip(table["trait"], table["difference"], strict=True)
            ),
        ),
        note=_(
            "Selisih adalah peserta dikurangi pembanding. Pita gelap: sampai {alike} simpangan baku, hampir "
            "sama. Pita terang: sampai {adjust}, disesuaikan. Di luarnya berbeda jauh; bila itu hasil "
            "utama, tidak ada kesimpulan. n = {own} peserta dan {compared} pembanding. Sumber: tabel survei "
            "dan rumah_tangga.",
            alike=Number(ALIKE_TO, 2),
            adjust=Number(ADJUST_TO, 2),
            own=str(found.n_participants),
            compared=str(found.n_compared),
        ),
    )


def _title(found: Comparison) -> Message:
    if found.alike == "none":
        return _("Peserta dan pembanding sudah terlalu berbeda pada survei awal untuk dibandingkan.")
    if found.alike == "fine":
        return _("Peserta dan pembanding hampir sama pada survei awal.")
    if (found.balance["difference"].abs() > ADJUST_TO).any():
        return _(
            "Peserta dan pembanding berbeda jauh dalam sebagian ciri pada survei awal; perbedaannya "
            "disesuaikan."
        )
    return _("Peserta dan pembanding sedikit berbeda pada survei awal; perbedaannya disesuaikan.")


def _drawing(found: Comparison, language: Language) -> go.Figure:
    table = found.balance.dropna(subset=["difference"])
    labels = [wrapped(render(TRAIT_LABELS[str(trait)], language)) for trait in table["trait"]]
    gaps = [round(float(gap), 4) for gap in table["difference"]]
    reach = max(LEAST_REACH, 1.1 * max(abs(gap) for gap in gaps))
    figure = canvas(language, height=len(labels) * row_height(labels) + ROOM)
    for bound, opacity in ((ADJUST_TO, 0.2), (ALIKE_TO, 0.35)):
        figure.add_vrect(x0=-bound, x1=bound, fillcolor=SKY, opacity=opacity, line_width=0, layer="below")
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    colours = [VERMILION if abs(gap) > ADJUST_TO else BLUE for gap in gaps]
    symbols = ["diamond" if abs(gap) > ADJUST_TO else "circle" for gap in gaps]
    figure.add_trace(
        go.Scatter(
            x=gaps,
            y=labels,
            mode="markers",
            marker={"color": colours, "symbol": symbols, "size": 13},
            showlegend=False,
            hovertemplate="%{x:.2f}<extra></extra>",
        )
    )
    figure.update_xaxes(
        range=[-reach, reach],
        title_text=render(_("Selisih (simpangan baku)"), language),
        nticks=6,
    )
    return figure.update_yaxes(autorange="reversed", showgrid=False)
