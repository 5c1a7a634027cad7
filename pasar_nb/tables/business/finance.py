"""Tables of who pays for what."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel, Finance
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import FINANCE_LABELS, FUND_LABELS

SUMS = (
    DisplayColumn("rows", _("Jumlah biaya"), "integer"),
    DisplayColumn("budget", _("Anggaran (Rp)"), "money"),
)
SPENT = (
    DisplayColumn("reported_rows", _("Biaya yang melaporkan realisasi"), "integer"),
    DisplayColumn("reported_budget", _("Anggaran biaya itu (Rp)"), "money"),
    DisplayColumn("spent", _("Realisasi (Rp)"), "money"),
    DisplayColumn("used", _("Realisasi, bagian anggaran"), "share"),
)


def finance_by_source(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show what each source of funds pays."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    table = result.by_source
    return DisplayTable(
        name="pembiayaan_sumber",
        title=_("Siapa membayar: anggaran dan realisasi menurut sumber dana"),
        columns=(
            DisplayColumn("dana", _("Sumber dana")),
            *SUMS,
            DisplayColumn("share", _("Bagian anggaran"), "share"),
            *SPENT,
        ),
        frame=with_use(table).assign(dana=labelled(table["sumber"], FUND_LABELS)),
        note=note(result),
    )


def finance_in_full(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show budget and realisation by group, source and year."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="pembiayaan_rinci",
        title=_("Anggaran dan realisasi menurut kelompok biaya, sumber dana, dan tahun"),
        columns=(
            DisplayColumn("untuk", _("Kelompok biaya")),
            DisplayColumn("dana", _("Sumber dana")),
            DisplayColumn("pada", _("Tahun")),
            *SUMS,
            *SPENT,
        ),
        frame=with_use(table).assign(
            untuk=labelled(table["kelompok"], FINANCE_LABELS),
            dana=labelled(table["sumber"], FUND_LABELS),
            pada=[str(int(year)) for year in table["tahun"]],
        ),
        note=note(result),
    )


def note(result: Finance) -> Message:
    """Say how many costs there are and what a missing realisation means."""
    return _(
        "n = {rows} biaya. Realisasi yang belum diisi tidak dianggap nol; bagian dihitung dari anggaran "
        "biaya yang melaporkan. Sumber: tabel pembiayaan.",
        rows=result.rows,
    )


def with_use(table: pd.DataFrame) -> pd.DataFrame:
    """Add the share of the budget that is spent, of the costs that report it."""
    reported = table["reported_budget"].astype("float64")
    return table.assign(used=table["spent"].astype("float64") / reported.where(reported > 0))
