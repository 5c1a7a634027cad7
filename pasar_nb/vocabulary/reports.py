"""Reports: for whom, and how a job of the batch ended."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pasar_nb.language import Message, _

Audience: TypeAlias = Literal["public", "internal"]
"""Who reads a report: everybody, or the owner of the data."""
Status: TypeAlias = Literal["published", "unchanged", "no_data", "data_error", "failed", "timeout"]
"""How a job of the batch ended."""
STATUS_LABELS: dict[Status, Message] = {
    "published": _("terbit"),
    "unchanged": _("tidak berubah"),
    "no_data": _("data belum ada"),
    "data_error": _("data perlu diperbaiki"),
    "failed": _("gagal dibuat"),
    "timeout": _("melewati batas waktu"),
}
ALL_DISTRICTS = _("Semua kabupaten dan kota")
"""Whose report it is that compares districts."""

# Kinds of output by which a report knows what a page has put on show.
COVER_TYPE = "application/vnd.pasar.cover+json"
TABLE_TYPE = "application/vnd.pasar.table+json"
PROVENANCE_TYPE = "application/vnd.pasar.provenance+json"
PLOTLY_TYPE = "application/vnd.plotly.v1+json"
