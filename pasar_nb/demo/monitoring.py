"""Monitoring: results chain, indicators with targets, what was measured, and how things truly stand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.demo.budgets import AFTER_SHARE, budgets
from pasar_nb.demo.indicators import INDICATORS, MONTHLY, Indicator
from pasar_nb.demo.measurements import (
    MOST_TRAINED,
    SURVEYED,
    Records,
    baseline,
    measured,
    records,
    truly,
)
from pasar_nb.demo.mentoring import KINDS
from pasar_nb.demo.results_chain import chain, words
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.yardsticks import at
from pasar_nb.vocabulary import MONTHS_PER_YEAR

FIXED_TARGETS = {
    "N02": 75.0,
    "N03": float(MOST_TRAINED),
    "N04": 1.0,
    "N07": 50.0,
    "N08": 65.0,
    "N09": 3.4,
    "N10": 3.0,
}
INCOME_RISE, MORE_BOUGHT, MORE_WORKERS, LESS_POVERTY, LESS_LEAVING = 1.25, 1.2, 1.15, 10, 0.6
HOPED = 0.9  # of the producers' gain that the business model promises
WITHDRAWN = "Mitra swasta menghentikan perjanjian"


def monitoring(setting: Setting) -> Drawn:
    """Draw the tables of monitoring."""
    known = records(setting)
    start = {one.code: baseline(known, one.code) for one in INDICATORS}
    goal = _targets(known, start)
    plans = {one.code: _plan(setting, one, start[one.code], goal[one.code]) for one in INDICATORS}
    values = {one.code: _reported(known, one) for one in INDICATORS}
    tables = {
        "rantai": chain(setting),
        "indikator": pd.DataFrame([plans[one.code] for one in INDICATORS]),
        "capaian": pd.concat([_rows(one, values[one.code]) for one in INDICATORS], ignore_index=True),
    }
    reference = max(months.index[-1].ordinal for months in values.values() if len(months))
    truth = {one.code: _truth(known, one, plans[one.code], values[one.code], reference) for one in INDICATORS}
    return Drawn(tables, {"pemantauan": {"aturan": RULE, "indikator": truth}})


def _plan(setting: Setting, one: Indicator, start: float, goal: float) -> dict[str, object]:
    return {
        "indikator": one.code,
        "rantai": one.box,
        "nama": one.name,
        "satuan": one.unit.format(**words(setting)),
        "tema": one.theme,
        "apkm": one.dimension,
        "arah": one.direction,
        "nilai_awal": _rounded(one, start),
        "target": _rounded(one, goal),
        "tenggat": pd.Timestamp(setting.story.programme.start) + pd.DateOffset(months=one.months),
        "metode": one.method,
        "sumber_verifikasi": one.evidence,
        "penanggung_jawab": one.duty,
        "frekuensi": one.frequency,
    }


def _targets(known: Records, start: Mapping[str, float]) -> dict[str, float]:
    """Set the targets: fixed ones, those of the business model, and those that start from the baseline."""
    net = {(one.role, one.condition): one.net / MONTHS_PER_YEAR for one in budgets(known.setting)}
    deal, base = known.setting.story.venture.deal, known.setting.base
    promised = base.participants * base.volume * (1 + deal.growth) * AFTER_SHARE
    return FIXED_TARGETS | {
        "N01": known.contacts["kelompok"].nunique() * MONTHS_PER_YEAR / len(KINDS),
        "N05": max(promised, start["N05"] * MORE_BOUGHT),
        "N06": max(net["mitra_lokal", "sesudah"], start["N06"] * INCOME_RISE),
        "N11": start["N11"] + HOPED * (net["pokmas", "sesudah"] - net["pokmas", "sebelum"]),
        "N12": start["N12"] * MORE_WORKERS,
        "N13": start["N13"] * INCOME_RISE,
        "N14": max(start["N14"] - LESS_POVERTY, 0),
        "N15": start["N15"] * LESS_LEAVING,
    }


def _rounded(one: Indicator, value: float) -> float:
    return float(np.round(np.rint(value / one.step) * one.step, 4))


def _reported(known: Records, one: Indicator) -> pd.Series[float]:
    values = measured(known, one.code)
    until = known.setting.story.venture.reports_until
    if one.frequency == MONTHLY and until:
        values = values.loc[: pd.Period(until, "M")]
    values = values.dropna()
    return values.map(lambda value: _rounded(one, value)) if len(values) else values


def _rows(one: Indicator, values: pd.Series[float]) -> pd.DataFrame:
    months = pd.PeriodIndex(values.index, freq="M")
    fell = values.diff() < 0 if one.code == "N04" else pd.Series(False, index=values.index)
    return pd.DataFrame(
        {
            "indikator": one.code,
            "bulan": months.astype(str),
            "nilai": values.to_numpy(dtype=float),
            "catatan": np.where(fell, WITHDRAWN, ""),
        }
    )


RULE = (
    "tercapai: nilai terakhir memenuhi target; memburuk: lebih buruk daripada nilai awal; "
    "lewat_tenggat: belum memenuhi dan tenggatnya sebelum bulan terakhir tabel capaian; "
    "sesuai_jalur: kemajuan sejak nilai awal tidak kurang dari porsi waktu yang terpakai pada bulan "
    "pengukuran terakhir; tertinggal: kurang dari itu; belum_tercapai: tanpa nilai awal; "
    "belum_diukur: tanpa capaian"
)


def _truth(
    known: Records, one: Indicator, plan: dict[str, object], values: pd.Series[float], reference: int
) -> dict[str, object]:
    """Tell how an indicator truly stands: by the answers of all participants, were they all known."""
    if not len(values):
        return {"nilai_benar": None, "keadaan": "belum_diukur"}
    month: pd.Period = values.index[-1]
    value = at(truly(known, one.code), month) if one.code in SURVEYED else float(values.iloc[-1])
    state = _state(plan, value, month.ordinal, known.start.ordinal, reference)
    return {"nilai_benar": round(value, 4), "bulan": str(month), "keadaan": state}


def _state(plan: Mapping[str, object], value: float, month: int, begins: int, reference: int) -> str:
    """Judge a value by `RULE`; months are numbers."""
    target, first = float(str(plan["target"])), float(str(plan["nilai_awal"]))
    deadline = pd.Period(str(plan["tenggat"])[:10], "M").ordinal
    sign = 1 if plan["arah"] == "naik" else -1
    if sign * (value - target) >= 0:
        return "tercapai"
    if sign * (value - first) < 0:
        return "memburuk"
    if deadline < reference:
        return "lewat_tenggat"
    if np.isnan(first) or month <= begins:
        return "belum_tercapai"
    due = min((month - begins) / (deadline + 1 - begins), 1.0)
    return "sesuai_jalur" if (value - first) / (target - first) >= due else "tertinggal"
