"""The district's profile and the yearly amounts that incomes are measured against."""

from __future__ import annotations

import pandas as pd

from pasar_nb.demo.setting import Drawn, Setting

NOTE = "Data contoh (sintetis), bukan data nyata. Angka yang sebenarnya berlaku ada di kebenaran.json."
PRIMARY_OUTCOME = "pendapatan_rt"
AMOUNTS_SOURCE = "Angka contoh (sintetis), besaran menyerupai publikasi BPS dan keputusan gubernur"
FIRST_YEAR, STORY_YEAR, LAST_YEAR = 2022, 2023, 2026  # a story's amounts are those of 2023
LINE_GROWTH, WAGE_GROWTH = 0.05, 0.055  # a year
ROUND_TO = 1_000


def profile(setting: Setting) -> Drawn:
    """Write the district's profile, marked as synthetic."""
    story = setting.story
    frame = pd.DataFrame(
        {
            "kode_kabupaten": [story.code],
            "nama_kabupaten": [story.name],
            "program": [story.programme.name],
            "komoditas_terpilih": [story.commodity.name],
            "mulai_intervensi": pd.to_datetime([story.programme.start]),
            "hasil_utama": [PRIMARY_OUTCOME],
            "catatan": [NOTE],
            "sintetis": [True],
        }
    )
    return Drawn({"profil": frame, "acuan": _amounts(setting)}, {})


def _amounts(setting: Setting) -> pd.DataFrame:
    years = pd.Series(range(FIRST_YEAR, LAST_YEAR + 1))
    since = years - STORY_YEAR
    line = setting.story.economy.poverty_line * (1 + LINE_GROWTH) ** since
    wage = setting.story.economy.minimum_wage * (1 + WAGE_GROWTH) ** since
    return pd.DataFrame(
        {
            "tahun": years,
            "garis_kemiskinan": (line / ROUND_TO).round() * ROUND_TO,
            "umk": (wage / ROUND_TO).round() * ROUND_TO,
            "sumber": AMOUNTS_SOURCE,
        }
    )
