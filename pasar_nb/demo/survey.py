"""The survey table: who is seen in which wave, what they answer, and which cells stay empty."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo import business, further, living
from pasar_nb.demo.incomes import ICC, LOG_SPREAD, Incomes, draw_incomes, wave_level
from pasar_nb.demo.setting import Drawn, Setting

MISSING = 0.03  # share of answers that nobody wrote down
ALWAYS_KNOWN = ("id_rt", "gelombang", "tanggal", "satuan_produksi")
FIELD_DAYS = 24  # enumerators need most of a month
ROUND_INCOME = 10_000  # people tell their income in steps of Rp10,000


def survey(setting: Setting) -> Drawn:
    """Draw the survey of all waves; behind it stand the answers of all households, also of those who left."""
    homes = setting.tables["rumah_tangga"]
    incomes = draw_incomes(setting, homes)
    rows = _answers(setting, homes, incomes)
    asked = pd.concat(
        [_income(rows), business.answers(setting, rows), living.answers(setting, rows)], axis="columns"
    )
    known = rows[["id_rt", "gelombang", "tanggal"]]
    own = further.answers(setting, rows)
    seen = rows["seen"].to_numpy()
    frame = pd.concat([known, asked], axis="columns")[seen].reset_index(drop=True)
    frame = _with_gaps(frame, setting.stream("sel kosong"))
    more = _with_gaps(own[seen].reset_index(drop=True), setting.stream("sel kosong tambahan"))
    tables = {"survei": pd.concat([frame, more], axis="columns"), "variabel": further.declared(setting)}
    truth = {"survei": _truth(setting, homes, incomes), "variabel": further.truth(setting)}
    return Drawn(tables, truth, {"survei": pd.concat([rows, asked, own], axis="columns")})


def _answers(setting: Setting, homes: pd.DataFrame, incomes: Incomes) -> pd.DataFrame:
    """One row per household and wave, also those not seen: what all answers depend on.

    Columns: household (position), id_rt, desil, gelombang, bulan (Period), tanggal, without and gain (Rp per
    month), takes_part, running (a participant while the programme runs), seen.
    """
    months = pd.PeriodIndex(setting.story.programme.waves, freq="M")
    wave, household = (axis.reshape(-1) for axis in np.indices((len(months), len(homes))))
    takes_part = (homes["studi"] == "peserta").to_numpy()[household]
    return pd.DataFrame(
        {
            "household": household,
            "id_rt": homes["id_rt"].to_numpy()[household],
            "desil": homes["desil"].to_numpy()[household],
            "gelombang": wave,
            "bulan": months[wave],
            "tanggal": _days(setting, homes, months).T.reshape(-1),
            "without": incomes.without.T.reshape(-1),
            "gain": incomes.gain.T.reshape(-1),
            "takes_part": takes_part,
            "running": takes_part & (wave > 0),
            "seen": wave <= incomes.last_wave[household],
        }
    )


def _days(setting: Setting, homes: pd.DataFrame, months: pd.PeriodIndex) -> NDArray[np.datetime64]:
    """Day of each interview, shape (households, waves): a group is visited on one day."""
    group, names = pd.factorize(homes["id_kelompok"])
    days = setting.stream("tanggal survei").integers(0, FIELD_DAYS, (len(names), len(months)))[group]
    first = months.to_timestamp().to_numpy()[np.newaxis, :]
    dates: NDArray[np.datetime64] = first + days.astype("timedelta64[D]")
    return dates


def _income(answers: pd.DataFrame) -> pd.DataFrame:
    income = (answers["without"] + answers["gain"]) / ROUND_INCOME
    return pd.DataFrame({"pendapatan_rt": income.round() * ROUND_INCOME})


def _with_gaps(frame: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Empty a few answers by pure chance."""
    gaps = pd.DataFrame(rng.random(frame.shape) < MISSING, columns=frame.columns)
    gaps[[name for name in ALWAYS_KNOWN if name in frame]] = False
    return frame.mask(gaps)


def _truth(setting: Setting, homes: pd.DataFrame, incomes: Incomes) -> dict[str, object]:
    programme = setting.story.programme
    waves = range(len(programme.waves))
    takes_part = (homes["studi"] == "peserta").to_numpy()
    stayed = [takes_part & (incomes.last_wave >= wave) for wave in waves]
    gains = [float(incomes.gain[who, wave].mean()) if who.any() else 0.0 for wave, who in enumerate(stayed)]
    return {
        "luaran_utama": "pendapatan_rt",
        "bulan_gelombang": list(programme.waves),
        "efek_persen": [round(100 * effect, 2) for effect in programme.effects],
        "efek_log": [round(float(np.log1p(effect)), 6) for effect in programme.effects],
        "efek_rupiah_rata_rata_peserta_teramati": [round(gain) for gain in gains],
        "tingkat_umum_tanpa_program": [round(float(level), 6) for level in wave_level(setting)],
        "icc_log_pendapatan": ICC,
        "simpangan_baku_log_pendapatan": LOG_SPREAD,
        "atrisi": {
            "porsi": round(float((incomes.last_wave < waves[-1]).mean()), 4),
            "porsi_peserta": _share_left(incomes, takes_part, waves[-1]),
            "porsi_pembanding": _share_left(incomes, ~takes_part, waves[-1]),
            "tersisa_per_gelombang": [int((incomes.last_wave >= wave).sum()) for wave in waves],
            "sebab": "peluang keluar lebih besar pada pendapatan awal yang rendah",
        },
        "porsi_sel_kosong": MISSING,
        "efek_lain": {**business.EFFECTS, **living.EFFECTS},
    }


def _share_left(incomes: Incomes, who: NDArray[np.bool_], last: int) -> float | None:
    return round(float((incomes.last_wave[who] < last).mean()), 4) if who.any() else None
