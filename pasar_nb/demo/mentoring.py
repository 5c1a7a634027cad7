"""Contacts with the households: monthly meetings of the groups, and who came.

How often a household comes is coupled to how its income changed: both are put on the normal scale and given
the story's correlation, so that Spearman's coefficient between the share of meetings attended and the change
of real income is ``6 / pi * arcsin(correlation / 2)``. Coming often is not why income changed: the
programme's effect is the same for all.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.poverty_line import below_line
from pasar_nb.demo.prices import LAST_MONTH, price_level
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.yardsticks import at

KINDS = ("pelatihan", "teknis", "manajerial", "teknis", "sosial", "teknis")  # month by month
INTENSIVE, ELSE = "intensif", 5  # instead of the sixth for who was poor in the latest survey before it
HOURS = {"pelatihan": 4.0, "teknis": 2.0, "manajerial": 2.5, "sosial": 1.5, INTENSIVE: 2.0}
COMES = (5.0, 2.2)  # Beta parameters of the share of meetings that a household attends; mean 0.69
MEETING_DAYS = 24
STAYS_ON = 4  # months that a household comes on after its last interview


def mentoring(setting: Setting) -> Drawn:
    """Draw the table of contacts."""
    homes = setting.tables["rumah_tangga"]
    people = homes[homes["studi"] == "peserta"].reset_index(drop=True)
    months = _months(setting)
    invited = _invited(setting, people["id_rt"], len(months))
    came = _came(setting, _attendance(setting, people["id_rt"]), invited)
    household, month = np.nonzero(invited)
    kinds = _kinds(setting, people["id_rt"], months)[household, month]
    attended = came[household, month]
    frame = pd.DataFrame(
        {
            "id_rt": people["id_rt"].to_numpy()[household],
            "tanggal": _days(setting, people["id_kelompok"], months)[household, month],
            "jenis": kinds,
            "jam": pd.Series(kinds).map(HOURS).where(attended),
            "hadir": attended,
        }
    )
    frame = frame.sort_values(["tanggal", "id_rt"], ignore_index=True)
    return Drawn({"pendampingan": frame}, {"pendampingan": _truth(setting)})


def normal_scores(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn values into what a normal sample of their ranks would be (van der Waerden)."""
    from scipy.special import ndtri

    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable") + 1
    scores: NDArray[np.float64] = ndtri(ranks / (len(values) + 1))
    return scores


def _attendance(setting: Setting, ids: pd.Series[str]) -> NDArray[np.float64]:
    """Draw the share of meetings that each household attends."""
    from scipy.special import betaincinv, ndtr

    rng, strength = setting.stream("kehadiran"), setting.story.programme.attendance
    noise = rng.normal(0, 1, len(ids))
    score = strength * normal_scores(_real_changes(setting, ids)) + np.sqrt(1 - strength**2) * noise
    share: NDArray[np.float64] = betaincinv(*COMES, ndtr(score))
    return share


def _real_changes(setting: Setting, ids: pd.Series[str]) -> NDArray[np.float64]:
    """Compute the change of income from baseline to the last wave, Rp of the last wave's month."""
    waves = setting.story.programme.waves
    answers = setting.behind["survei"]
    income = (answers["without"] + answers["gain"]).groupby([answers["id_rt"], answers["gelombang"]]).first()
    wide = income.unstack().loc[list(ids)]
    level = price_level(setting.seed)
    inflation = at(level, pd.Period(waves[-1], "M")) / at(level, pd.Period(waves[0], "M"))
    change: NDArray[np.float64] = (wide.iloc[:, -1] - wide.iloc[:, 0] * inflation).to_numpy()
    return change


def _months(setting: Setting) -> pd.PeriodIndex:
    """List the months of meetings: from the start until before the last survey."""
    programme = setting.story.programme
    start = pd.Period(programme.start, "M")
    end = pd.Period(programme.waves[-1], "M") - 1 if len(programme.waves) > 1 else pd.Period(LAST_MONTH, "M")
    return pd.period_range(start, end, freq="M")


def _invited(setting: Setting, ids: pd.Series[str], months: int) -> NDArray[np.bool_]:
    """Tell whom a meeting is for, shape (households, months): who has left comes a little longer."""
    answers, waves = setting.behind["survei"], setting.story.programme.waves
    start = pd.Period(setting.story.programme.start, "M").ordinal
    last = answers[answers["seen"]].groupby("id_rt")["gelombang"].max().loc[list(ids)].to_numpy()
    seen = pd.PeriodIndex(waves, freq="M").asi8[last] - start + STAYS_ON
    until = np.where(last == len(waves) - 1, months, seen)
    invited: NDArray[np.bool_] = np.arange(months)[np.newaxis, :] < until[:, np.newaxis]
    return invited


def _came(setting: Setting, share: NDArray[np.float64], invited: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Let each household come to its share of the meetings it is invited to, by chance to which."""
    chance = np.where(invited, setting.stream("hadir").random(invited.shape), np.inf)
    place = np.argsort(np.argsort(chance, axis=1), axis=1)
    number = np.rint(share * invited.sum(axis=1))
    came: NDArray[np.bool_] = place < number[:, np.newaxis]
    return came


def _kinds(setting: Setting, ids: pd.Series[str], months: pd.PeriodIndex) -> NDArray[np.str_]:
    """Kind of each meeting, shape (households, months): the poor are mentored intensively twice a year."""
    answers = setting.behind["survei"]
    poor = below_line(answers, setting.tables["acuan"]) == 1
    by_wave = (
        poor.groupby([answers["id_rt"], answers["gelombang"]]).first().unstack().loc[list(ids)].to_numpy()
    )
    waves = pd.PeriodIndex(setting.story.programme.waves, freq="M")
    latest = np.searchsorted(waves.asi8, months.asi8, side="left") - 1
    plan = np.array([KINDS[place % len(KINDS)] for place in range(len(months))])
    turn = np.arange(len(months)) % len(KINDS) == ELSE
    kinds: NDArray[np.str_] = np.where(turn & by_wave[:, latest], INTENSIVE, plan)
    return kinds


def _days(setting: Setting, groups: pd.Series[str], months: pd.PeriodIndex) -> NDArray[np.datetime64]:
    """Day of each meeting, shape (households, months): a group meets on one day of each month."""
    group, names = pd.factorize(groups)
    days = setting.stream("pertemuan").integers(0, MEETING_DAYS, (len(names), len(months)))[group]
    dates = months.to_timestamp().to_numpy()[np.newaxis, :] + days.astype("timedelta64[D]")
    started: NDArray[np.datetime64] = np.maximum(dates, np.datetime64(setting.story.programme.start))
    return started


def _truth(setting: Setting) -> dict[str, object]:
    programme = setting.story.programme
    measured = len(programme.waves) > 1
    spearman = 6 / np.pi * np.arcsin(programme.attendance / 2)
    return {
        "ukuran": "porsi pertemuan yang dihadiri dan perubahan pendapatan_rt riil, survei awal ke akhir",
        "korelasi_skor_normal": programme.attendance if measured else None,
        "spearman": round(float(spearman), 4) if measured else None,
        "sebab_akibat": "tidak ada: efek program sama bagi semua peserta, sering hadir atau tidak",
    }
