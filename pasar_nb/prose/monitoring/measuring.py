"""Sentences on deadlines, on how often is measured and on what the indicators cover."""

from __future__ import annotations

from datetime import date

import pandas as pd

from pasar_nb.analysis.monitoring import Monitoring, standings
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Day, Message, Month, _, _n, listing, paragraph
from pasar_nb.vocabulary import APKM_LABELS, THEME_LABELS


def deadlines(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Name the indicators whose deadline is over and whose target is not reached."""
    result, every = shown.result, standings(shown.result.indicators)
    if result.reference_month is None:
        return NotEstimable(_("Tenggat tidak dapat diperiksa: belum ada pengukuran."))
    over = [
        _("{name} ({day})", name=one.name, day=Day(date.fromisoformat(one.deadline)))
        for one in every
        if one.past_deadline
    ]
    if not over:
        return _(
            "Tidak ada dari {n} indikator yang melewati tenggat tanpa mencapai target sampai {month}.",
            n=len(every),
            month=Month(result.reference_month),
        )
    return _n(
        "Tenggat {count} dari {n} indikator sudah lewat pada {month}, sedangkan targetnya belum tercapai: "
        "{names}.",
        len(over),
        n=len(every),
        month=Month(result.reference_month),
        names=listing(over),
    )


def measuring(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Name the indicators never measured, or measured longer ago than their frequency allows."""
    table = shown.result.measuring.table
    if table.empty:
        return NotEstimable(_("Belum ada indikator."))
    return paragraph(_never(table), *_late(table), *_unreadable(table))


def coverage(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Name the themes and dimensions that no indicator covers."""
    result = shown.result
    if result.indicators.table.empty:
        return NotEstimable(_("Belum ada indikator."))
    themes, apkm = result.coverage.themes, result.coverage.apkm
    uncovered = [THEME_LABELS[one] for one in _without(themes, "tema")]
    dimensions = [APKM_LABELS[one] for one in _without(apkm, "apkm") if one]
    unrecorded = int(apkm.loc[apkm["apkm"] == "", "n"].sum())
    said = [
        _("Tema tanpa indikator: {names}.", names=listing(uncovered))
        if uncovered
        else _("Keenam tema pengukuran mempunyai indikator."),
        _("Dimensi APKM tanpa indikator: {names}.", names=listing(dimensions))
        if dimensions
        else _("Keempat dimensi APKM mempunyai indikator."),
    ]
    if unrecorded:
        said += [_n("{count} indikator tidak mencatat dimensi APKM.", unrecorded)]
    return paragraph(*said)


def _without(counts: pd.DataFrame, column: str) -> list[str]:
    totals = counts.groupby(column, sort=False)["n"].sum()
    return [str(name) for name in totals.index[totals == 0]]


def _never(table: pd.DataFrame) -> Message:
    never = table.loc[table["never"], "nama"]
    if never.empty:
        return _("Semua {n} indikator pernah diukur.", n=len(table))
    return _n(
        "{count} dari {n} indikator belum pernah diukur: {names}.",
        len(never),
        n=len(table),
        names=listing(never),
    )


def _late(table: pd.DataFrame) -> list[Message]:
    late = table[table["late"]]
    if late.empty:
        return [_("Tidak ada indikator yang pengukurannya lebih lama daripada frekuensinya.")]
    each = [
        _(
            "{name} (terakhir {month}, {age} bulan; {frequency})",
            name=row["nama"],
            month=Month(row["latest_month"]),
            age=int(row["age"]),
            frequency=row["frekuensi"],
        )
        for row in late.to_dict("records")
    ]
    return [
        _n("{count} indikator terlambat diukur menurut frekuensinya: {each}.", len(late), each=listing(each))
    ]


def _unreadable(table: pd.DataFrame) -> list[Message]:
    unread = table.loc[table["interval"].isna() & ~table["never"] & ~table["done"], "frekuensi"]
    if unread.empty:
        return []
    return [
        _n(
            "Frekuensi {count} indikator tidak menyebut selang bulan ({words}), sehingga kelambatannya tidak "
            "dapat diperiksa.",
            len(unread),
            words=listing(dict.fromkeys(unread)),
        )
    ]
