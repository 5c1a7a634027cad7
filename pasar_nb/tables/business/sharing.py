"""Tables of how costs are shared, of plan against realisation, and of what each activity costs."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel, Finance
from pasar_nb.analysis.business.sharing import FREE_WORDS
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.business.finance import SPENT, SUMS, note, with_use
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import FINANCE_LABELS, FUND_CLASS_LABELS, FUND_LABELS


def cost_sharing(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show what government, firms, producers, lenders and donors pay."""
    result, costs = shown.result.sharing, shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    if isinstance(costs, NotEstimable):
        return costs
    table = result.table
    return DisplayTable(
        name="asal_dana",
        title=_("Pemerintah dan mitra: anggaran dan realisasi menurut asal uang"),
        columns=(
            DisplayColumn("asal", _("Asal uang")),
            *SUMS,
            DisplayColumn("share", _("Bagian anggaran"), "share"),
            *SPENT,
        ),
        frame=with_use(table).assign(asal=labelled(table["kelas"], FUND_CLASS_LABELS)),
        note=_(
            "Pemerintah: APBN, APBD, DAK, dan APBDes. Mitra usaha: mitra swasta dan mitra lokal. {note}",
            note=note(costs),
        ),
    )


def finance_by_group_and_year(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show plan against realisation by group of costs and by year."""
    result = shown.result.finance
    if isinstance(result, NotEstimable):
        return result
    table = pd.concat([result.by_group, result.by_year], ignore_index=True)
    return DisplayTable(
        name="rencana_realisasi",
        title=_("Rencana dan realisasi menurut kelompok biaya dan menurut tahun"),
        columns=(
            DisplayColumn("bagian", _("Kelompok biaya atau tahun")),
            *SUMS,
            DisplayColumn("share", _("Bagian anggaran"), "share"),
            *SPENT,
        ),
        frame=with_use(table).assign(bagian=column_of([*_groups(result), *_years(result)], table.index)),
        note=note(result),
    )


def activities(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show what each activity costs, and the words of its name that point to free capital."""
    result = shown.result.free_capital
    if isinstance(result, NotEstimable):
        return result
    costs = result.costs
    if costs.empty:
        return NotEstimable(_("Tabel pembiayaan belum berisi, sehingga kegiatannya tidak diketahui."))
    return DisplayTable(
        name="kegiatan_dibiayai",
        title=_("Kegiatan yang dibiayai dan petunjuk modal gratis pada namanya"),
        columns=(
            DisplayColumn("kegiatan", _("Kegiatan")),
            DisplayColumn("dana", _("Sumber dana")),
            DisplayColumn("rows", _("Jumlah biaya"), "integer"),
            DisplayColumn("anggaran", _("Anggaran (Rp)"), "money"),
            DisplayColumn("petunjuk", _("Kata petunjuk")),
        ),
        frame=costs.assign(
            dana=labelled(costs["sumber"], FUND_LABELS),
            petunjuk=column_of([words or None for words in costs["words"]], costs.index),
        ),
        note=_(
            "n = {rows} biaya. Kata yang dicari: {words}. Petunjuk untuk diperiksa, bukan kesimpulan. "
            "Sumber: tabel pembiayaan.",
            rows=int(costs["rows"].sum()),
            words=", ".join(FREE_WORDS),
        ),
        highlight=tuple(result.pointed.index),
    )


def _groups(result: Finance) -> list[object]:
    return [FINANCE_LABELS[name] for name in result.by_group["kelompok"]]


def _years(result: Finance) -> list[object]:
    return [str(int(year)) for year in result.by_year["tahun"]]
