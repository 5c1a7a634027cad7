"""Table of the candidate partners."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _, listing
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS, RATING_LABELS


def candidates(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show every candidate with its ratings, its status and who dominates it; agreed ones in bold."""
    result = shown.result.partners
    if isinstance(result, NotEstimable):
        return result
    table, rows = result.table, as_rows(result.table)
    names = result.labels()
    beaten = [_named(str(row["dominated_by"]), names, comparable=row["comparable"]) for row in rows]
    days = [None if pd.isna(day) else pd.Timestamp(day).date().isoformat() for day in table["tanggal"]]
    return DisplayTable(
        name="calon_mitra",
        title=_("Calon mitra menurut insentif, kontribusi, dan kapasitas"),
        columns=(
            DisplayColumn("nama", _("Calon")),
            DisplayColumn("macam", _("Jenis")),
            *(DisplayColumn(name, label, "integer") for name, label in RATING_LABELS.items()),
            DisplayColumn("keadaan", _("Status")),
            DisplayColumn("hari", _("Tanggal status"), "date"),
            DisplayColumn("kalah", _("Diungguli oleh")),
        ),
        frame=table.assign(
            nama=column_of(list(names.values()), table.index),
            macam=labelled(table["jenis"], PARTNER_KIND_LABELS),
            keadaan=labelled(table["status"], PARTNER_STATUS_LABELS),
            hari=column_of(days, table.index),
            kalah=column_of(beaten, table.index),
        ),
        note=_note(public=result.names.empty, count=len(table)),
        highlight=tuple(table.index[table["status"].eq("sepakat")]),
    )


def _named(numbers: str, names: dict[str, Message], *, comparable: bool) -> Message | None:
    if not comparable:
        return _("tidak dibandingkan: nilainya belum lengkap")
    if not numbers:
        return None
    found: Listing = listing(names[one] for one in numbers.split(","))
    return Message("{each}", {"each": found})


def _note(*, public: bool, count: int) -> Message:
    said = _(
        "n = {count} calon. Nilai 1 sampai 5. Diungguli: calon sejenis yang setidaknya sama pada semua nilai "
        "yang diisi dan lebih tinggi pada salah satunya. Nilai tidak dijumlahkan. Sumber: tabel mitra.",
        count=count,
    )
    if not public:
        return said
    return _(
        "{said} Nama tidak dimuat untuk umum: tabel ini menilai usaha satu per satu, di antaranya mungkin "
        "usaha perorangan.",
        said=said,
    )
