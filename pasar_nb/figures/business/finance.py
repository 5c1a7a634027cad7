"""Who pays for what, drawn: budget by source and group, budget and realisation by year."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.business.results import BusinessModel, Finance
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import TEXT_SIZE, ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Listing, Message, Money, Share, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, FINANCE_LABELS, FUND_LABELS, GREY, ORANGE, PAPER, SKY

GROUP_LOOK = {"kelembagaan": (SKY, ""), "intervensi": (BLUE, ""), "pengukuran_hasil": (ORANGE, "/")}
NAME_WIDTH = 12  # characters of a source on a telephone
ROOM = 84  # px for the legend
BEYOND = 2.0  # times the longest bar, so that its amount has room on a telephone


def finance_by_source(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show what each source of funds is to pay, by group of costs."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    ordered = result.by_source.sort_values("budget", ascending=False, kind="stable")
    top = ordered.iloc[0]
    return ReportFigure(
        name="pembiayaan_sumber",
        title=_(
            "{source} membayar bagian terbesar dari anggaran: {share}.",
            source=FUND_LABELS[top["sumber"]],
            share=Share(top["share"]),
        )
        if result.budget > 0
        else _("Anggaran yang dicatat berjumlah nol."),
        drawing=_sources(result, ordered, shown.language),
        alternative=_(
            "Batang bertumpuk menurut kelompok biaya. Anggaran: {each}.",
            each=listing(
                _("{source} {amount}", source=FUND_LABELS[name], amount=Money(amount))
                for name, amount in zip(ordered["sumber"], ordered["budget"], strict=True)
            ),
        ),
        note=_note(result),
    )


def finance_by_year(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show budget and realisation of every year, only of costs that report their realisation."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    years = result.by_year[result.by_year["reported_rows"] > 0]
    if years.empty or result.spent is None or not result.reported_budget:
        return NotEstimable(_("Realisasi belum dilaporkan, sehingga tidak dibandingkan dengan anggaran."))
    return ReportFigure(
        name="pembiayaan_tahun",
        title=_(
            "Realisasi yang dilaporkan {share} dari anggarannya.",
            share=Share(result.spent / result.reported_budget),
        ),
        drawing=_years(years, shown.language),
        alternative=_("Batang anggaran dan realisasi. {each}.", each=_each_year(years)),
        note=paragraph(_reporting(result), _note(result)),
    )


def _each_year(years: pd.DataFrame) -> Listing:
    return listing(
        _(
            "{year}: anggaran {budget}, realisasi {spent}",
            year=str(int(year)),
            budget=Money(budget),
            spent=Money(spent),
        )
        for year, budget, spent in zip(years["tahun"], years["reported_budget"], years["spent"], strict=True)
    )


def _reporting(result: Finance) -> Message:
    if result.reported_rows == result.rows:
        return _("Semua biaya melaporkan realisasi.")
    return _(
        "Hanya {reported} dari {rows} biaya yang melaporkan realisasi, keduanya dari biaya yang sama.",
        reported=result.reported_rows,
        rows=result.rows,
    )


def _note(result: Finance) -> Message:
    return _("Rp, nominal; n = {rows} biaya. Sumber: tabel pembiayaan.", rows=result.rows)


def _sources(result: Finance, ordered: pd.DataFrame, language: Language) -> go.Figure:
    sources = list(ordered["sumber"])
    rows = [wrapped(render(FUND_LABELS[name], language), NAME_WIDTH) for name in sources]
    parts = result.table.pivot_table(
        index="sumber", columns="kelompok", values="budget", aggfunc="sum", fill_value=0
    )
    figure = canvas(language, height=len(rows) * row_height(rows) + ROOM)
    for group in (name for name in GROUP_LOOK if name in parts):
        amounts = [float(amount) for amount in parts.loc[sources, group]]
        figure.add_trace(_part(group, amounts, rows, language))
    figure.add_trace(_amounts(ordered["budget"], rows, language))
    figure.update_layout(barmode="stack", bargap=0.3)
    figure.update_xaxes(visible=False, range=[0, (float(ordered["budget"].max()) or 1.0) * BEYOND])
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def _part(group: str, amounts: list[float], rows: list[str], language: Language) -> go.Bar:
    colour, pattern = GROUP_LOOK[group]
    return go.Bar(
        name=render(FINANCE_LABELS[group], language),
        orientation="h",
        x=amounts,
        y=rows,
        marker={"color": colour, "line": {"color": PAPER, "width": 1}, "pattern": {"shape": pattern}},
        text=[render(Money(amount), language) for amount in amounts],
        textposition="none",
        hovertemplate="%{y}: %{text}",
    )


def _amounts(totals: pd.Series, rows: list[str], language: Language) -> go.Scatter:
    return go.Scatter(
        x=[float(total) for total in totals],
        y=rows,
        mode="text",
        text=[f" {render(Money(float(total)), language)}" for total in totals],
        textposition="middle right",
        textfont={"size": TEXT_SIZE},
        showlegend=False,
        hoverinfo="skip",
    )


def _years(years: pd.DataFrame, language: Language) -> go.Figure:
    rows = [str(int(year)) for year in years["tahun"]]
    figure = canvas(language, height=len(rows) * 64 + ROOM)
    bars = (("reported_budget", _("Anggaran"), GREY), ("spent", _("Realisasi"), BLUE))
    for column, name, colour in bars:
        amounts = [float(amount) for amount in years[column]]
        figure.add_bar(
            name=render(name, language),
            orientation="h",
            x=amounts,
            y=rows,
            marker={"color": colour},
            text=[render(Money(amount), language) for amount in amounts],
            textposition="outside",
            textfont={"size": TEXT_SIZE},
            cliponaxis=False,
            hovertemplate="%{y}: %{text}",
        )
    longest = float(years[["reported_budget", "spent"]].to_numpy().max()) or 1.0
    figure.update_layout(barmode="group", bargap=0.25)
    figure.update_xaxes(visible=False, range=[0, longest * BEYOND])
    return figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
