"""Risk of a business model: what varies, and where its range comes from."""

from __future__ import annotations

from pasar_nb.language import Message, Share, _

MOST_DRIVERS = 8  # of a party, in a figure or table; the others are counted


def driver_label(what: str, component: str) -> Message:
    """Name what varies: a price, the volume of a fixed cost, or the extent of a whole business."""
    if what == "volume":
        return _("Volume usaha")
    if what == "quantity":
        return _("Volume {component}", component=component)
    return _("Harga {component}", component=component)


def basis_label(basis: str, spread: float) -> Message:
    """Say where a range comes from."""
    if basis == "default":
        return _("anggapan ±{spread}", spread=Share(spread))
    return _BASES[basis]


_BASES: dict[str, Message] = {
    "given": _("dicatat kabupaten"),
    "counterpart": _("dari pihak lawan transaksi"),
    "related": _("dari kondisi atau baris lain"),
}
