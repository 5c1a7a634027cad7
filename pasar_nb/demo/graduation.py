"""The criteria of graduation, and how many households truly stand on each level."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.living import BUDGET
from pasar_nb.demo.setting import Drawn, Setting

LOWEST, LEVELS = "miskin", ("rentan", "menengah", "stabil")
LINE, WAGE, PLAIN = "kali_garis_kemiskinan", "kali_umk", "nilai"
PER_HEAD = "Belanja per orang dibanding garis kemiskinan"
CRITERIA = (  # BPS's classes of expenditure; PENA: income above the minimum wage and a changed mindset
    ("belanja", PER_HEAD, "belanja_per_kapita", ">=", 1.0, LINE, "rentan", True),
    ("belanja", PER_HEAD, "belanja_per_kapita", ">=", 1.5, LINE, "menengah", True),
    ("pembeli", "Ada pembeli yang membeli lagi", "pembelian_berulang", "ya", 1.0, PLAIN, "menengah", False),
    ("pendapatan", "Pendapatan rumah tangga dibanding UMK", "pendapatan_rt", ">=", 1.0, WAGE, "stabil", True),
    ("sikap", "Merasa mampu mengelola usaha, 1-5", "persepsi_kemampuan", ">=", 3.0, PLAIN, "stabil", True),
    ("tabungan", "Mempunyai tabungan", "tabungan", ">=", 300_000.0, PLAIN, "stabil", False),
)
COLUMNS = ["kriteria", "nama", "variabel", "operator", "ambang", "acuan", "tingkat", "wajib"]


def graduation(setting: Setting) -> Drawn:
    """Write the criteria of graduation; the truth counts the levels of all participants."""
    return Drawn(
        {"kriteria_graduasi": pd.DataFrame(list(CRITERIA), columns=COLUMNS)},
        {"graduasi": _truth(setting)},
    )


def _truth(setting: Setting) -> dict[str, object]:
    answers = setting.behind["survei"]
    ours = answers[answers["takes_part"]].reset_index(drop=True)
    level = _levels(ours, setting.tables["acuan"])
    names = (LOWEST, *LEVELS)
    shares = [
        {
            name: round(float((level[ours["gelombang"] == wave] == at).mean()), 4)
            for at, name in enumerate(names)
        }
        for wave in sorted(ours["gelombang"].unique())
    ]
    return {
        "aturan": "tingkat tertinggi yang semua kriteria wajibnya, juga dari tingkat di bawahnya, dipenuhi; "
        "acuan tahun survei",
        "porsi_peserta_per_gelombang": shares,
        "mencakup": "semua peserta, termasuk yang tidak ditemui dan sel yang kosong",
    }


def _levels(answers: pd.DataFrame, amounts: pd.DataFrame) -> NDArray[np.int64]:
    """Compute each answer's level: 0 for poor, then one more for every level that is reached."""
    reference = amounts.set_index(amounts["tahun"].astype(int)).loc[answers["tanggal"].dt.year]
    units = {
        LINE: reference["garis_kemiskinan"].to_numpy(dtype=float),
        WAGE: reference["umk"].to_numpy(dtype=float),
        PLAIN: np.ones(len(answers)),
    }
    values = answers.assign(belanja_per_kapita=answers[list(BUDGET)].sum(axis=1) / answers["jumlah_anggota"])
    reached, level = np.ones(len(answers), dtype=bool), np.zeros(len(answers), dtype=np.int64)
    for name in LEVELS:
        for _code, _name, variable, _operator, threshold, unit, of_level, must in CRITERIA:
            if must and of_level == name:
                reached &= values[variable].to_numpy(dtype=float) >= threshold * units[unit]
        level += reached
    return level
