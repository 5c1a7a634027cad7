"""Districts side by side, in tables."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.locations.results import Comparison, Pool
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, verbatim
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import DESIGN_LABELS, outcome_label

_PLACE = (DisplayColumn("district", _("Kabupaten/kota")), DisplayColumn("province", _("Provinsi")))


def changes(shown: Released[Comparison]) -> DisplayTable | NotEstimable:
    """Show one row per district that has an estimate."""
    table = shown.result.table
    if table.empty:
        return NotEstimable(_("Belum ada kabupaten dengan perkiraan perubahan."))
    return DisplayTable(
        name="perubahan_kabupaten",
        title=_("Perubahan hasil utama di setiap kabupaten"),
        columns=(
            DisplayColumn("district", _("Kabupaten/kota")),
            DisplayColumn("relative_change", _("Perubahan"), "share", 1),
            DisplayColumn("relative_low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("relative_high", _("Batas atas 95%"), "share", 1),
            DisplayColumn("n", _("Rumah tangga"), "integer"),
            DisplayColumn("way", _("Rancangan")),
            DisplayColumn("about", _("Hasil utama")),
            DisplayColumn("attrition_share", _("Tidak ditemui lagi"), "share"),
            DisplayColumn("estimate", _("Perubahan dalam satuannya"), "number"),
            DisplayColumn("outcome_unit", _("Satuan")),
            DisplayColumn("province", _("Provinsi")),
        ),
        frame=table.assign(
            about=_texts([outcome_label(name) for name in table["outcome"]], table),
            way=_texts([DESIGN_LABELS[name] for name in table["design"]], table),
        ),
        note=_(
            "Perubahan dalam persen dari keadaan awal; bagi kabupaten berpembanding: selisihnya dari "
            "pembanding. "
            "Rumah tangga: yang disurvei pada kedua gelombang, dibulatkan. Sumber: laporan tiap kabupaten."
        ),
    )


def means(shown: Released[Comparison]) -> DisplayTable | NotEstimable:
    """Show every random-effects mean with its interval and prediction interval."""
    rows = [
        {
            "about": outcome_label(one.outcome),
            "way": DESIGN_LABELS[one.design],
            "districts": one.pool.districts,
            "mean": one.pool.mean,
            "low": one.pool.low,
            "high": one.pool.high,
            "prediction_low": one.pool.prediction.low,
            "prediction_high": one.pool.prediction.high,
            "heterogeneity": one.pool.heterogeneity,
        }
        for one in shown.result.poolings
        if isinstance(one.pool, Pool)
    ]
    if not rows:
        return NotEstimable(_("Belum ada rata-rata antarkabupaten; sebabnya disebut di atas."))
    labels = {
        "mean": _("Rata-rata"),
        "low": _("Batas bawah 95%"),
        "high": _("Batas atas 95%"),
        "prediction_low": _("Kabupaten lain: dari"),
        "prediction_high": _("Kabupaten lain: sampai"),
    }
    return DisplayTable(
        name="rata_rata_kabupaten",
        title=_("Rata-rata antarkabupaten"),
        columns=(
            DisplayColumn("about", _("Hasil utama")),
            DisplayColumn("way", _("Rancangan")),
            DisplayColumn("districts", _("Kabupaten"), "integer"),
            *(DisplayColumn(name, label, "share", 1) for name, label in labels.items()),
            DisplayColumn("heterogeneity", _("Keragaman (I²)"), "share"),
        ),
        frame=pd.DataFrame(rows, dtype=object),
        note=_(
            "Rata-rata efek acak (Paule-Mandel, selang Hartung-Knapp). Kabupaten lain: selang prediksi "
            "95% bagi "
            "kabupaten serupa. I²: bagian perbedaan antarkabupaten yang bukan galat contoh."
        ),
    )


def absent(shown: Released[Comparison]) -> DisplayTable | NotEstimable:
    """Show the districts without an estimate, with the reason that their own report gives."""
    table = shown.result.absent
    if table.empty:
        return NotEstimable(_("Semua kabupaten memiliki perkiraan perubahan."))
    return DisplayTable(
        name="tanpa_perkiraan",
        title=_("Kabupaten tanpa perkiraan perubahan, dan sebabnya"),
        columns=(*_PLACE, DisplayColumn("why", _("Sebab"))),
        frame=table.assign(
            why=_texts(
                [
                    verbatim(why) if why else _("Laporan perubahannya belum terbit.")
                    for why in table["reason"]
                ],
                table,
            )
        ),
    )


def _texts(texts: list[Message], table: pd.DataFrame) -> pd.Series[str]:
    return pd.Series(texts, index=table.index, dtype=object)
