"""Sentences on who pays for what."""

from __future__ import annotations

from pasar_nb.analysis.business.results import BusinessModel, Finance
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, Money, Share, Value, _, _n, listing, paragraph
from pasar_nb.vocabulary import FINANCE_LABELS, FUND_LABELS, year_span

MOST_NAMED = 3  # sources in a sentence; the figure shows them all


def finance(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what the programme costs, who pays, for what, and how much of it is spent."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    return paragraph(payers(result), *_purposes(result), realisation(result), *_overspent(result))


def payers(result: Finance) -> Message:
    """Say the whole budget and the share of each source, the largest first."""
    years = result.by_year["tahun"]
    values: dict[str, Value] = {
        "budget": Money(result.budget),
        "years": year_span(int(years.min()), int(years.max())),
        "rows": result.rows,
    }
    if not result.budget > 0:
        return _("Anggaran {years} berjumlah {budget} (n = {rows} biaya).", **values)
    return _(
        "Anggaran {years} berjumlah {budget} (n = {rows} biaya), dibayar oleh {shares}.",
        shares=_shares(result, "by_source"),
        **values,
    )


def realisation(result: Finance) -> Message:
    """Say what is spent of the costs that report it."""
    if result.spent is None or result.reported_budget is None:
        return _("Realisasinya belum dilaporkan.")
    spent = _(
        "Realisasi dilaporkan untuk {reported} dari {rows} biaya: {spent} dari anggaran {budget}",
        reported=result.reported_rows,
        rows=result.rows,
        spent=Money(result.spent),
        budget=Money(result.reported_budget),
    )
    if not result.reported_budget > 0:
        return _("{spent}.", spent=spent)
    return _("{spent} ({share}).", spent=spent, share=Share(result.spent / result.reported_budget))


def _purposes(result: Finance) -> list[Message]:
    if not result.budget > 0:
        return []
    return [_("Menurut kelompok biaya: {shares}.", shares=_shares(result, "by_group"))]


def _shares(result: Finance, by: str) -> Listing:
    """List the shares, the largest first; of many only the largest, the others together."""
    table = result.by_source if by == "by_source" else result.by_group
    labels, column = (FUND_LABELS, "sumber") if by == "by_source" else (FINANCE_LABELS, "kelompok")
    ordered = table.sort_values("budget", ascending=False, kind="stable")
    shown = ordered if len(ordered) <= MOST_NAMED + 1 else ordered.head(MOST_NAMED)
    named = [
        _("{name} {share}", name=labels[name], share=Share(share))
        for name, share in zip(shown[column], shown["share"], strict=True)
    ]
    others = len(ordered) - len(shown)
    if others:
        rest = Share(1 - float(shown["share"].sum()))
        named += [_("{count} sumber lain {share}", count=others, share=rest)]
    return listing(named)


def _overspent(result: Finance) -> list[Message]:
    if not result.overspent:
        return []
    return [_n("{count} biaya melampaui anggarannya.", result.overspent)]
