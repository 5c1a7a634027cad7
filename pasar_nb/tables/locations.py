"""Districts side by side, in tables."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.locations.results import Comparison, Pool, Pooling
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _, verbatim
from pasar_nb.tables.columns import column_of, labelled
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
            about=column_of([outcome_label(name) for name in table["outcome"]], table.index),
            way=labelled(table["design"], DESIGN_LABELS),
        ),
        note=_(
            "Perubahan dalam persen dari keadaan awal; bagi kabupaten berpembanding: selisihnya dari "
            "pembanding. "
            "Rumah tangga: yang disurvei pada kedua gelombang, dibulatkan. Sumber: laporan tiap kabupaten."
        ),
    )


def means(shown: Released[Comparison]) -> DisplayTable | NotEstimable:
    """Show every random-effects mean with its interval and prediction interval."""
    rows = [_mean(one, one.pool) for one in shown.result.poolings if isinstance(one.pool, Pool)]
    if not rows:
        return NotEstimable(_("Belum ada rata-rata antarkabupaten; sebabnya disebut di atas."))
    return DisplayTable(
        name="rata_rata_kabupaten",
        title=_("Rata-rata antarkabupaten"),
        columns=(
            DisplayColumn("about", _("Hasil utama")),
            DisplayColumn("way", _("Rancangan")),
            DisplayColumn("districts", _("Kabupaten"), "integer"),
            DisplayColumn("mean", _("Rata-rata"), "share", 1),
            DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("high", _("Batas atas 95%"), "share", 1),
            DisplayColumn("prediction_low", _("Kabupaten lain: dari"), "share", 1),
            DisplayColumn("prediction_high", _("Kabupaten lain: sampai"), "share", 1),
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
            why=column_of(
                [
                    verbatim(why) if why else _("Laporan perubahannya belum terbit.")
                    for why in table["reason"]
                ],
                table.index,
            )
        ),
    )


def _mean(pooling: Pooling, pool: Pool) -> dict[str, object]:
    return {
        "about": outcome_label(pooling.outcome),
        "way": DESIGN_LABELS[pooling.design],
        "districts": pool.districts,
        "mean": pool.mean,
        "low": pool.low,
        "high": pool.high,
        "prediction_low": pool.prediction.low,
        "prediction_high": pool.prediction.high,
        "heterogeneity": pool.heterogeneity,
    }
