"""Tables of risk: what moves the gains, how likely they are, how far prices may fall."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.business.risk_results import Simulation
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, _, _n, paragraph
from pasar_nb.tables.business.income import PARTY
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import MOST_DRIVERS, ROLE_LABELS, basis_label, driver_label

_OF_SENSITIVITY = (
    PARTY,
    DisplayColumn("hal", _("Yang berubah")),
    DisplayColumn("down", _("Rendah"), "share"),
    DisplayColumn("up", _("Tinggi"), "share"),
    DisplayColumn("asal", _("Asal kisaran")),
    DisplayColumn("gain", _("Menurut kalkulasi (Rp)"), "money"),
    DisplayColumn("gain_low", _("Bila rendah (Rp)"), "money"),
    DisplayColumn("gain_high", _("Bila tinggi (Rp)"), "money"),
    DisplayColumn("swing", _("Selisih (Rp)"), "money"),
)


def sensitivity(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show what each price and volume does to a party's gain; those that turn it in bold."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.sensitivity
    if result.table.empty:
        return NotEstimable(_("Tidak ada harga atau volume yang berkisar, sehingga kepekaan tidak dihitung."))
    table = result.table.groupby("peran", sort=False).head(MOST_DRIVERS)
    named = zip(table["what"], table["komponen"], strict=True)
    return DisplayTable(
        name="kepekaan",
        title=_("Keuntungan setiap pihak bila satu hal rendah atau tinggi, per unit dan tahun"),
        columns=_OF_SENSITIVITY,
        frame=table.assign(
            pihak=labelled(table["peran"], ROLE_LABELS),
            hal=column_of([driver_label(what, name) for what, name in named], table.index),
            asal=column_of([basis_label(basis, result.spread) for basis in table["basis"]], table.index),
        ),
        note=paragraph(
            _(
                "Rendah dan tinggi terhadap nilai yang dicatat; hal yang sama berubah sebelum dan sesudah. "
                "Volume usaha: penjualan dan biaya variabel bersama-sama. "
                "Dicetak tebal: satu hal ini sudah membalik hasil."
            ),
            *rest(len(result.table) - len(table)),
            _("Sumber: tabel model bisnis."),
        ),
        highlight=tuple(table.index[table["turns"].astype(bool)]),
    )


def rest(count: int) -> list[Message]:
    """Count what has no room."""
    return [_n("{count} hal lain dengan selisih lebih kecil tidak ditampilkan.", count)] if count else []


def probabilities(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show how likely each party gains, and all together, with the spread of the gains."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.simulation
    named = result.table.assign(pihak=labelled(result.table["peran"], ROLE_LABELS))
    frame = pd.concat([named, _together(result)], ignore_index=True) if len(named) > 1 else named
    return DisplayTable(
        name="peluang",
        title=_("Peluang memperoleh lebih, dan sebaran keuntungan per unit dan tahun"),
        columns=(
            PARTY,
            DisplayColumn("probability", _("Peluang"), "drawn_share"),
            DisplayColumn("points", _("Galat baku (poin persen)"), "number", 2),
            DisplayColumn("planned", _("Menurut kalkulasi (Rp)"), "money"),
            DisplayColumn("mean", _("Rata-rata simulasi (Rp)"), "money"),
            DisplayColumn("p5", _("Persentil 5 (Rp)"), "money"),
            DisplayColumn("p95", _("Persentil 95 (Rp)"), "money"),
        ),
        frame=frame.assign(points=frame["standard_error"] * 100),
        note=paragraph(method(result, risk.sensitivity.spread), _("Sumber: tabel model bisnis.")),
        highlight=(len(named),) if len(named) > 1 else (),
    )


def method(result: Simulation, spread: float) -> Message:
    """Say how prices and volumes were drawn."""
    return _(
        "{draws} simulasi; sebaran segitiga antara rendah, yang dicatat, dan tinggi; korelasi antarharga "
        "{correlation}; volume bebas dari harga. {assumed} dari {varied} harga dan volume tanpa kisaran "
        "dianggap berkisar ±{spread}.",
        spread=Share(spread),
        draws=result.draws,
        correlation=Number(result.correlation, 1 if round(result.correlation * 100) % 10 == 0 else 2),
        assumed=result.assumed,
        varied=result.varied,
    )


def price_falls(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show how far each party's selling price may fall until it earns no more than before."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.price_falls
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="penurunan_harga",
        title=_("Sampai seberapa jauh harga jual boleh turun"),
        columns=(
            PARTY,
            DisplayColumn("gain", _("Keuntungan (Rp/tahun)"), "money"),
            DisplayColumn("fall", _("Penurunan terbesar"), "share", 1),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("price", _("Harga jual sesudah (Rp/satuan)"), "money"),
            DisplayColumn("least_price", _("Harga batas (Rp/satuan)"), "money"),
            DisplayColumn("catatan", _("Catatan")),
        ),
        frame=table.assign(
            pihak=labelled(table["peran"], ROLE_LABELS),
            catatan=column_of(
                [_remark(row, result.first, result.final) for row in table.to_dict("records")], table.index
            ),
        ),
        note=_(
            "Harga semua penjualan pihak itu sesudah turun sama besar, sedangkan biaya, volume, dan "
            "pendapatan sebelumnya tetap: keuntungan dibagi penjualan. Angka negatif: harga harus naik agar "
            "pihak itu memperoleh lebih. Sumber: tabel model bisnis."
        ),
        highlight=tuple(table.index[table["peran"].eq(result.first or "")]),
    )


def _together(result: Simulation) -> pd.DataFrame:
    row = {"pihak": [_("Semua pihak bersama")], "probability": [result.together]}
    return pd.DataFrame({**row, "standard_error": [result.together_error]})


def _remark(row: dict[object, object], first: str | None, final: str | None) -> Message | None:
    if row["peran"] == first:
        return _("yang pertama")
    return _("harga akhir") if row["peran"] == final else None
