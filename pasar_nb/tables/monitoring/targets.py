"""Tables of the indicators: target against realisation, and how often they are measured."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from pasar_nb.analysis.monitoring import LAGGING, Monitoring, Standing, standings
from pasar_nb.analysis.monitoring.wording import amount, said_state
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Day, Message, Month, _, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import IndicatorState

_TARGETS = (
    DisplayColumn("indikator", _("Indikator")),
    DisplayColumn("keadaan", _("Keadaan")),
    DisplayColumn("awal", _("Nilai awal")),
    DisplayColumn("terakhir", _("Nilai terakhir (bulan)")),
    DisplayColumn("target", _("Target (tenggat)")),
    DisplayColumn("tercapai", _("Tercapai"), "share"),
    DisplayColumn("rencana", _("Rencana saat itu"), "share"),
    DisplayColumn("n", _("n"), "integer"),
)
_MEANINGS: Mapping[IndicatorState, Message] = {
    "reached": _("nilai terakhir memenuhi target"),
    "on_track": _("nilai terakhir tidak kurang dari yang diminta rencana pada awal bulan pengukurannya"),
    "not_reached": _(
        "target belum tercapai, dan lajunya tidak dapat dinilai: nilai awal tidak dicatat, atau belum ada "
        "pengukuran sesudah bulan awal"
    ),
    "unmeasured": _("belum ada nilai sampai bulan acuan"),
    "unclear": _("target berlawanan dengan arah yang diharapkan dari nilai awal"),
    "behind": _("kurang dari yang diminta rencana pada awal bulan pengukurannya"),
    "overdue": _("bulan tenggat berakhir dan target belum tercapai pada pengukuran terakhir"),
    "regressed": _("nilai terakhir lebih buruk daripada nilai awal"),
    "no_indicator": _("kotak rantai hasil yang tidak diukur oleh indikator mana pun"),
}
_MEASURING = (
    DisplayColumn("nama", _("Indikator")),
    DisplayColumn("frekuensi", _("Frekuensi yang disepakati")),
    DisplayColumn("latest_month", _("Terakhir diukur"), "month"),
    DisplayColumn("age", _("Bulan sejak itu"), "integer"),
    DisplayColumn("keadaan", _("Keadaan pengukuran")),
)


def states(shown: Released[Monitoring]) -> DisplayTable:
    """Show what each state means, for those that occur, and how many indicators are in it."""
    of_indicators, of_boxes = shown.result.indicators.table["state"], shown.result.chain.boxes["state"]
    present = [state for state in _MEANINGS if state in {*of_indicators, *of_boxes}]
    rows = [
        (
            said_state(state),
            _MEANINGS[state],
            int(of_indicators.eq(state).sum()),
            int(of_boxes.eq(state).sum()),
        )
        for state in present
    ]
    columns = (
        DisplayColumn("keadaan", _("Keadaan")),
        DisplayColumn("arti", _("Arti")),
        DisplayColumn("indikator", _("Indikator"), "integer"),
        DisplayColumn("kotak", _("Kotak"), "integer"),
    )
    return DisplayTable(
        name="arti_keadaan",
        title=_("Arti keadaan, dari yang terbaik ke yang terburuk"),
        columns=columns,
        frame=pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object),
        note=_(
            "n = {indicators} indikator dan {boxes} kotak. Sumber: tabel rantai, indikator, dan capaian.",
            indicators=len(of_indicators),
            boxes=len(of_boxes),
        ),
    )


def targets(shown: Released[Monitoring]) -> DisplayTable | NotEstimable:
    """Show baseline, latest value and target of every indicator, with the shares and the state."""
    every = standings(shown.result.indicators)
    if not every:
        return NotEstimable(_("Belum ada indikator."))
    frame = pd.DataFrame([_row(one) for one in every], dtype=object)
    return DisplayTable(
        name="target_realisasi",
        title=_("Target dan realisasi tiap indikator, dari kegiatan ke arah kemiskinan"),
        columns=_TARGETS,
        frame=frame,
        note=paragraph(
            _(
                "Tercapai = (nilai terakhir − nilai awal) / (target − nilai awal); rencana saat itu berlaku "
                "pada awal bulan pengukuran terakhir; n = banyaknya bulan terukur. Tebal: menyimpang dari "
                "rencana."
            ),
            *_rounded(shown, every),
            _("n = {n} indikator. Sumber: tabel indikator dan capaian.", n=len(every)),
        ),
        highlight=tuple(at for at, one in enumerate(every) if one.state in LAGGING),
    )


def measuring(shown: Released[Monitoring]) -> DisplayTable | NotEstimable:
    """Show for every indicator when it was last measured and whether that is late."""
    result = shown.result
    table = result.measuring.table
    if table.empty:
        return NotEstimable(_("Belum ada indikator."))
    states = [_measured(row) for row in table.to_dict("records")]
    return DisplayTable(
        name="pengukuran",
        title=_("Seberapa lama indikator tidak diukur"),
        columns=_MEASURING,
        frame=table.assign(
            keadaan=column_of(states, table.index),
            latest_month=table["latest_month"].where(table["latest_month"] != "", None),
            age=table["age"].where(~table["never"]),
        ),
        note=_since(result, len(table)),
        highlight=tuple(table.index[table["late"] | table["never"]]),
    )


def _row(one: Standing) -> dict[str, object]:
    return {
        "indikator": one.name,
        "keadaan": said_state(one.state),
        "awal": None if one.baseline is None else amount(one.baseline, one.unit),
        "terakhir": _with_time(one.latest, one.unit, Month(one.latest_month)),
        "target": _with_time(one.target, one.unit, Day(date.fromisoformat(one.deadline))),
        "tercapai": one.share,
        "rencana": one.expected,
        "n": one.n_values,
    }


def _with_time(value: float | str | None, unit: str, when: Month | Day) -> Message | None:
    if value is None:
        return None
    return Message("{value} ({when})", {"value": amount(value, unit), "when": when})


def _rounded(shown: Released[Monitoring], every: tuple[Standing, ...]) -> list[Message]:
    if shown.audience == "internal" or not any(one.of_people for one in every):
        return []
    return [
        _(
            "Cacah orang atau rumah tangga dibulatkan ke kelipatan lima, dan bagiannya dihitung dari angka "
            "yang dibulatkan; yang kurang dari sepuluh ditutup."
        )
    ]


def _measured(row: dict[Any, Any]) -> Message:
    if row["never"]:
        return _("belum pernah diukur")
    if row["done"]:
        return _("selesai")
    if row["late"]:
        return _("terlambat")
    if pd.isna(row["interval"]):
        return _("selang bulan tidak disebut")
    return _("tepat waktu")


def _since(result: Monitoring, n: int) -> Message:
    if result.reference_month is None:
        return _("n = {n} indikator. Sumber: tabel indikator.", n=n)
    return _(
        "Dihitung sampai {month}. Selesai: target tercapai dan tenggat berakhir. Tebal: terlambat atau belum "
        "pernah diukur. n = {n} indikator. Sumber: tabel indikator dan capaian.",
        month=Month(result.reference_month),
        n=n,
    )
