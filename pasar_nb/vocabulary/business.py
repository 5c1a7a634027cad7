"""Business model: parties, what they exchange, what their budgets hold and who pays."""

from __future__ import annotations

from collections.abc import Iterable

from pasar_nb.language import Listing, Message, _, listing

PRODUCERS = "pokmas"
"""Role of the groups of poor producers."""
ROLE_LABELS: dict[str, Message] = {
    "penyedia_input": _("Penyedia input"),
    "pokmas": _("POKMAS"),
    "mitra_lokal": _("Mitra lokal"),
    "mitra_swasta": _("Mitra swasta"),
    "lembaga_keuangan": _("Lembaga keuangan"),
    "pemerintah": _("Pemerintah"),
}
"""In the order of the chain, supporters last."""
UNIT_LABELS: dict[str, Message] = {
    "penyedia_input": _("usaha"),
    "pokmas": _("rumah tangga"),
    "mitra_lokal": _("usaha"),
    "mitra_swasta": _("usaha"),
    "lembaga_keuangan": _("lembaga"),
    "pemerintah": _("lembaga"),
}
CONDITION_LABELS: dict[str, Message] = {"sebelum": _("Sebelum"), "sesudah": _("Sesudah")}
BUDGET_LABELS: dict[str, Message] = {
    "pendapatan": _("Pendapatan"),
    "biaya_variabel": _("Biaya variabel"),
    "biaya_tetap": _("Biaya tetap"),
    "investasi": _("Investasi"),
}
FINANCE_LABELS: dict[str, Message] = {
    "kelembagaan": _("Kelembagaan"),
    "intervensi": _("Intervensi"),
    "pengukuran_hasil": _("Pengukuran hasil"),
}
FUND_LABELS: dict[str, Message] = {
    "APBN": _("APBN"),
    "APBD": _("APBD"),
    "DAK": _("DAK"),
    "APBDes": _("APBDes"),
    "CSR": _("CSR"),
    "mitra_swasta": _("Mitra swasta"),
    "mitra_lokal": _("Mitra lokal"),
    "pokmas": _("POKMAS"),
    "lembaga_keuangan": _("Lembaga keuangan"),
    "donor": _("Donor"),
}
VERDICT_LABELS: dict[str, Message] = {
    "gain": _("memperoleh lebih"),
    "loss": _("memperoleh kurang"),
    "same": _("tidak memperoleh lebih"),
    "unsure": _("belum pasti"),
    "unknown": _("tidak dapat diperiksa"),
    "exempt": _("tidak mencari laba"),
}
PRESENCE_LABELS: dict[str, Message] = {
    "both": _("ikut sebelum dan sesudah"),
    "new": _("pihak baru"),
    "gone": _("tidak ikut lagi"),
}
EXCHANGE_STATUS_LABELS: dict[str, Message] = {
    "kept": _("tetap"),
    "new": _("baru"),
    "ended": _("berakhir"),
    "": _("tidak dibandingkan"),
}


def roles(names: Iterable[str]) -> Listing:
    """Name several parties in one sentence."""
    return listing(ROLE_LABELS[name] for name in names)
