"""Tables of what the indicators cover, and of remarks."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pasar_nb.analysis.monitoring import Feedback, Monitoring
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import APKM_LABELS, REMARK_LABELS, STATE_LABELS, THEME_LABELS

_UNRECORDED = _("tidak dicatat")


def themes(shown: Released[Monitoring]) -> DisplayTable:
    """Show the number of indicators per theme and state."""
    return _crossed(
        shown.result.coverage.themes,
        "tema",
        THEME_LABELS,
        name="menurut_tema",
        title=_("Indikator menurut tema dan keadaan"),
        heading=_("Tema"),
    )


def apkm(shown: Released[Monitoring]) -> DisplayTable:
    """Show the number of indicators per dimension of participation and state."""
    return _crossed(
        shown.result.coverage.apkm,
        "apkm",
        APKM_LABELS,
        name="menurut_apkm",
        title=_("Indikator menurut dimensi APKM dan keadaan"),
        heading=_("Dimensi"),
    )


def feedback(shown: Released[Monitoring]) -> DisplayTable | NotEstimable:
    """Show the remarks to the owner of the data, and to the public how many there are per theme."""
    result = shown.result.feedback
    if isinstance(result, NotEstimable):
        return result
    if shown.audience == "internal":
        return _remarks(result)
    if all(is_hidden(n) for n in result.themes["n"]):
        return NotEstimable(
            _("Umpan balik ada, tetapi tidak ada tema dengan cukup ungkapan untuk ditampilkan kepada umum.")
        )
    names = [theme or _UNRECORDED for theme in result.themes["tema"]]
    return DisplayTable(
        name="umpan_balik",
        title=_("Umpan balik menurut tema"),
        columns=(DisplayColumn("tema", _("Tema")), DisplayColumn("n", _("Ungkapan"), "integer")),
        frame=result.themes.assign(tema=column_of(names, result.themes.index)),
        note=_("Satuan: ungkapan. Sumber: tabel umpan_balik."),
    )


def _remarks(result: Feedback) -> DisplayTable:
    table = result.remarks
    return DisplayTable(
        name="umpan_balik",
        title=_("Isi umpan balik, yang terbaru di atas"),
        columns=(
            DisplayColumn("tanggal", _("Tanggal"), "date"),
            DisplayColumn("sumber", _("Sumber")),
            DisplayColumn("tema", _("Tema")),
            DisplayColumn("teks", _("Ungkapan")),
        ),
        frame=table.assign(
            tanggal=column_of([_day(day) for day in table["tanggal"]], table.index),
            sumber=labelled(table["sumber"], REMARK_LABELS),
            tema=column_of([theme or None for theme in table["tema"]], table.index),
        ),
        note=_("n = {n} ungkapan. Sumber: tabel umpan_balik.", n=len(table)),
    )


def _crossed(
    counts: pd.DataFrame,
    column: str,
    labels: Mapping[str, Message],
    *,
    name: str,
    title: Message,
    heading: Message,
) -> DisplayTable:
    """Lay groups by states, with a column for each state that occurs."""
    wide = counts.pivot(index=column, columns="state", values="n")
    wide = wide.loc[list(dict.fromkeys(counts[column]))]
    present = [state for state in STATE_LABELS if state in wide and wide[state].sum()]
    names = [labels.get(group, _UNRECORDED) for group in wide.index]
    frame = wide.reset_index(drop=True).assign(jumlah=wide.sum(axis=1).to_numpy())
    return DisplayTable(
        name=name,
        title=title,
        columns=(
            DisplayColumn("kelompok", heading),
            *(DisplayColumn(state, STATE_LABELS[state], "integer") for state in present),
            DisplayColumn("jumlah", _("Jumlah"), "integer"),
        ),
        frame=frame.assign(kelompok=column_of(names, frame.index)),
        note=_(
            "Satuan: indikator; n = {n}. Sumber: tabel indikator dan capaian.", n=int(frame["jumlah"].sum())
        ),
    )


def _day(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else day.date().isoformat()
