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
FUND_CLASSES: dict[str, str] = {
    **dict.fromkeys(("APBN", "APBD", "DAK", "APBDes"), "pemerintah"),
    **dict.fromkeys(("mitra_swasta", "mitra_lokal", "CSR"), "usaha"),
    "pokmas": "pokmas",
    "lembaga_keuangan": "lembaga_keuangan",
    "donor": "donor",
}
"""Whose money a source of funds is: that of the government, firms, producers, lenders or donors."""
FUND_CLASS_LABELS: dict[str, Message] = {
    "pemerintah": _("Pemerintah"),
    "usaha": _("Mitra usaha dan CSR"),
    "pokmas": _("POKMAS"),
    "lembaga_keuangan": _("Lembaga keuangan (pinjaman)"),
    "donor": _("Donor"),
}
MODEL_LABELS: dict[str, Message] = {
    "conventional": _("model konvensional"),
    "A": _("model A"),
    "B": _("model B"),
    "unrecognised": _("model tidak dikenali"),
}
"""The models that the replication guide draws (Replikasi, 1.3)."""
FEATURE_LABELS: dict[str, Message] = {
    "product_to_local": _("POKMAS menjual kepada mitra lokal"),
    "money_from_local": _("mitra lokal membayar POKMAS"),
    "services_from_local": _("mitra lokal memberi jasa melekat atau pembiayaan kepada POKMAS"),
    "product_to_private": _("mitra lokal menjual kepada mitra swasta"),
    "money_from_private": _("mitra swasta membayar mitra lokal"),
    "services_from_private": _("mitra swasta memberi jasa melekat atau pembiayaan"),
    "loan": _("lembaga keuangan membiayai POKMAS"),
    "repayment_by_local": _("mitra lokal meneruskan angsuran kepada lembaga keuangan"),
    "referral": _("mitra lokal memberi informasi calon debitur kepada lembaga keuangan"),
    "monitoring_fee": _("lembaga keuangan membayar mitra lokal"),
    "inputs": _("penyedia input memasok"),
    "extension": _("penyedia input memberi penyuluhan"),
    "input_payment": _("pembayaran kepada penyedia input"),
    "beyond_trade": _("pertukaran selain produk dan uang antara POKMAS, mitra lokal, dan mitra swasta"),
}
"""What an exchange shows of a model, in the order of the chain."""
PARTNER_KIND_LABELS: dict[str, Message] = {"lokal": _("Mitra lokal"), "swasta": _("Mitra swasta")}
PARTNER_STATUS_LABELS: dict[str, Message] = {
    "identifikasi": _("identifikasi"),
    "negosiasi": _("negosiasi"),
    "sepakat": _("sepakat"),
    "batal": _("batal"),
}
RATING_LABELS: dict[str, Message] = {
    "insentif": _("Insentif"),
    "kontribusi": _("Kontribusi"),
    "kapasitas": _("Kapasitas"),
}
"""What candidate partners are compared on, each from 1 to 5."""
EFFECT_LABELS: dict[str, Message] = {
    "added_revenue": _("tambahan pendapatan"),
    "reduced_cost": _("biaya yang berkurang"),
    "added_cost": _("tambahan biaya"),
    "reduced_revenue": _("pendapatan yang berkurang"),
    "unchanged": _("tetap"),
}
"""The four parts of a partial budget, and the lines that do not change."""
VERDICT_LABELS: dict[str, Message] = {
    "gain": _("memperoleh lebih"),
    "less_loss": _("rugi berkurang, belum untung"),
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
