"""Table of the features by which a business model is recognised."""

from __future__ import annotations

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import CONDITION_LABELS, FEATURE_LABELS

_PARTS: dict[str, Message] = {
    "A": _("Model A"),
    "lender": _("Model B: lembaga keuangan"),
    "input": _("Model B: penyedia input"),
    "conventional": _("Bukan konvensional"),
}
_PRESENT: dict[bool | None, Message | None] = {True: _("tercatat"), False: _("tidak tercatat"), None: None}
_NEEDED = {True: _("wajib"), False: _("pelengkap")}


def features(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show every feature of the guide's models, and whether it is recorded before and after."""
    result = shown.result.recognition
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    marks = {
        one: column_of([_PRESENT[_known(cell)] for cell in table[one]], table.index)
        for one in CONDITION_LABELS
    }
    return DisplayTable(
        name="ciri_model",
        title=_("Ciri model bisnis menurut panduan, sebelum dan sesudah"),
        columns=(
            DisplayColumn("bagian", _("Bagian dari")),
            DisplayColumn("apa", _("Ciri")),
            DisplayColumn("perlu", _("Keperluan")),
            *(DisplayColumn(one, label) for one, label in CONDITION_LABELS.items()),
        ),
        frame=table.assign(
            bagian=labelled(table["part"], _PARTS),
            apa=labelled(table["ciri"], FEATURE_LABELS),
            perlu=labelled(table["needed"].astype(bool), _NEEDED),
            **marks,
        ),
        note=_(
            "{found}. Model B adalah model A ditambah salah satu bagiannya. Bahwa input dibeli dalam jumlah "
            "besar dengan harga lebih murah tidak terlihat dari pertukaran. Sumber: tabel relasi bisnis.",
            found=listing(one.named for one in result.found),
        ),
    )


def _known(cell: object) -> bool | None:
    return None if cell is None or cell != cell else bool(cell)
