"""Demand and supply: the commodity's monthly series, one panel each."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.market.profile_results import CommodityProfile, PeriodChange, SeriesProfile
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, line_count, wrapped
from pasar_nb.figures.trend.lines import dated, line
from pasar_nb.findings import NotEstimable
from pasar_nb.language import (
    InSentence,
    Language,
    Message,
    Month,
    Share,
    Value,
    _,
    _n,
    listing,
    paragraph,
    render,
    verbatim,
)
from pasar_nb.vocabulary import (
    BLUE,
    GREY,
    INK,
    MONTHS_PER_YEAR,
    ORANGE,
    SERIES_KIND_LABELS,
    readable,
)

MOST_PANELS = 6
PANEL, FOOT, LEGEND = 150, 34, 64  # px: a panel, the axis below, the legend above
SMALL, NAME_WIDTH = 12, 34  # px of a heading's type; characters of its lines


def commodity_series(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Show every series of the commodity with the means of its last and its previous twelve months."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    drawn = profile.every[:MOST_PANELS]
    return ReportFigure(
        name="deret_komoditas",
        title=_title(drawn),
        drawing=_panels(drawn, shown.language),
        alternative=_("Satu bidang untuk tiap deret bulanan. {each}.", each=listing(map(_said, drawn))),
        note=_note(profile, drawn),
    )


def described(one: SeriesProfile) -> PeriodChange | NotEstimable:
    """Give the change of the last year that is told first: of real rupiah where there is such."""
    return one.recent_real if isinstance(one.recent_real, PeriodChange) else one.recent


def _title(drawn: tuple[SeriesProfile, ...]) -> Message:
    known = [one for one in drawn if isinstance(described(one), PeriodChange)]
    if not known:
        return _n("{count} deret komoditas ini belum cukup panjang untuk dua masa 12 bulan.", len(drawn))
    each = listing(
        _("{series} {change}", series=InSentence(verbatim(readable(one.series.name))), change=_change(one))
        for one in known
    )
    return _("Dibandingkan 12 bulan sebelumnya: {each}.", each=each)


def _change(one: SeriesProfile) -> Value:
    found = described(one)
    if isinstance(found, NotEstimable):
        return _("tidak dapat dibandingkan")
    share = Share(found.change, 1, signed=True)
    if found is one.recent_real:
        return _("{share} (riil)", share=share)
    return _("{share} (nominal)", share=share) if one.series.money else share


def _said(one: SeriesProfile) -> Message:
    return _(
        "{series}, {kind}: {change}, n = {months} bulan",
        series=readable(one.series.name),
        kind=InSentence(SERIES_KIND_LABELS[one.kind]),
        change=_change(one),
        months=one.series.n,
    )


def _note(profile: CommodityProfile, drawn: tuple[SeriesProfile, ...]) -> Message:
    said = []
    if any(one.series.real_base is not None for one in drawn):
        base = next(one.series.real_base for one in drawn if one.series.real_base is not None)
        said.append(_("Riil: rupiah {month}.", month=Month(str(base))))
    if any(one.series.gaps for one in drawn):
        said.append(_("Garis terputus pada bulan tanpa angka."))
    left_out = len(profile.every) - len(drawn)
    if left_out > 0:
        said.append(_n("{count} deret lain ada pada tabel.", left_out))
    sources = dict.fromkeys(source for one in drawn for source in one.series.sources)
    each = listing(
        _("{series} (n = {months})", series=readable(one.series.name), months=one.series.n) for one in drawn
    )
    return paragraph(
        *said,
        _("Satuan pada judul bidang. Bulan berisi angka: {each}.", each=each),
        _("Sumber: tabel deret ({sources}).", sources=listing(sources)),
    )


def _panels(drawn: tuple[SeriesProfile, ...], language: Language) -> go.Figure:
    headings = [_heading(one, language) for one in drawn]
    head = line_count(headings) * (SMALL + 4) + 8
    plots = len(drawn) * (PANEL + head) - head
    figure = canvas(language, height=LEGEND + head + plots + FOOT)
    figure.set_subplots(rows=len(drawn), cols=1, shared_xaxes=True, vertical_spacing=head / plots)
    name = render(_described_name(drawn), language)
    shown_names: set[str] = set()
    for row, one in enumerate(drawn, start=1):
        for trace in _lines(one, name, language):
            figure.add_trace(trace.update(showlegend=trace.name not in shown_names), row=row, col=1)
            shown_names.add(trace.name)
        figure.add_annotation(_above(headings[row - 1], row))
    dated(figure, *(one.series for one in drawn))
    figure.update_yaxes(rangemode="tozero", nticks=4, tickformat=",")
    # Long decimals may look like an identifier to the gate.
    figure.for_each_yaxis(lambda axis: axis.update(domain=[round(end, 4) for end in axis.domain]))
    return figure.update_layout(margin={"t": LEGEND + head}, showlegend=True)


def _described_name(drawn: tuple[SeriesProfile, ...]) -> Message:
    """Name the thick line of all panels once, as the legend does."""
    real = [one.series.real_base is not None for one in drawn]
    if all(real):
        return _("Rupiah riil")
    return _("Rupiah riil, atau seperti dicatat") if any(real) else _("Seperti dicatat")


def _heading(one: SeriesProfile, language: Language) -> str:
    kind = render(SERIES_KIND_LABELS[one.kind], language)
    change = render(_("12 bulan terakhir: {change}", change=_change(one)), language)
    name = wrapped(f"{readable(one.series.name)}, {one.series.unit}", NAME_WIDTH)
    return f"<b>{name}</b><br>{wrapped(kind, NAME_WIDTH)}<br>{wrapped(change, NAME_WIDTH)}"


def _above(heading: str, row: int) -> dict[str, object]:
    number = "" if row == 1 else str(row)
    return {
        "text": heading,
        "xref": f"x{number} domain",
        "yref": f"y{number} domain",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"color": INK, "size": SMALL},
    }


def _lines(one: SeriesProfile, name: str, language: Language) -> list[go.Scatter]:
    """Draw what is described, thinly behind it the rupiah as recorded, and the means of two years."""
    of, drawn = one.series, []
    if of.real_base is not None:
        nominal = render(_("Rupiah nominal"), language)
        drawn.append(line(of, "nilai", name=nominal, colour=GREY, width=1))
    drawn.append(line(of, of.measured, name=name, colour=BLUE, width=2))
    found = described(one)
    if isinstance(found, PeriodChange):
        drawn.append(_means(found, language))
    return drawn


def _means(found: PeriodChange, language: Language) -> go.Scatter:
    months: list[str | None] = []
    for last in (found.before_last, found.after_last):
        end = pd.Period(last, "M")
        months += [f"{end - (MONTHS_PER_YEAR - 1)}-01", f"{end}-01", None]
    # More digits than are read would only swell the page and may look like an identifier to the gate.
    before, after = round(found.before, 2), round(found.after, 2)
    return go.Scatter(
        x=months[:-1],
        y=[before, before, None, after, after],
        name=render(_("Rata-rata 12 bulan"), language),
        mode="lines",
        line={"color": ORANGE, "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
