"""Measured values of the indicators by month, from the tables that were drawn before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.demo.business import MARKETS
from pasar_nb.demo.partners import WITHDREW_AFTER
from pasar_nb.demo.poverty_line import below_line
from pasar_nb.demo.prices import LAST_MONTH
from pasar_nb.demo.setting import Setting
from pasar_nb.demo.yardsticks import LOCAL, local_purchases
from pasar_nb.vocabulary import MONTHS_PER_YEAR

MOST_TRAINED = 4
QUARTER, HALF_YEAR = 3, 6
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Records:
    """What indicators are measured from.

    Attributes
    ----------
    setting
        The district.
    answers, everyone
        Participants' answers as surveyed, and as if all had been seen and answered.
    contacts
        Table `pendampingan` with the month (``bulan``) and the group (``kelompok``).
    purchases
        What the local partner buys, by month.
    """

    setting: Setting
    answers: pd.DataFrame
    everyone: pd.DataFrame
    contacts: pd.DataFrame
    purchases: pd.Series[float]

    @property
    def start(self) -> pd.Period:
        """Month in which the programme starts."""
        return pd.Period(self.setting.story.programme.start, "M")


def records(setting: Setting) -> Records:
    """Gather what indicators are measured from."""
    homes, survey = setting.tables["rumah_tangga"].set_index("id_rt"), setting.tables["survei"]
    contacts, behind = setting.tables["pendampingan"], setting.behind["survei"]
    return Records(
        setting=setting,
        answers=survey[survey["id_rt"].map(homes["studi"]) == "peserta"],
        everyone=behind[behind["takes_part"]],
        contacts=contacts.assign(
            bulan=pd.PeriodIndex(contacts["tanggal"], freq="M"),
            kelompok=contacts["id_rt"].map(homes["id_kelompok"]),
        ),
        purchases=local_purchases(setting),
    )


def measured(known: Records, code: str) -> pd.Series[float]:
    """Measure an indicator in the months after the start."""
    if code in SURVEYED:
        return surveyed(known.setting, code, known.answers).loc[known.start :]
    return RECORDED[code](known)


def surveyed(setting: Setting, code: str, answers: pd.DataFrame) -> pd.Series[float]:
    """Compute an indicator of the household survey by the month of each wave."""
    ask, scale = SURVEYED[code]
    values = ask(answers, setting.tables["acuan"]).groupby(answers["gelombang"]).mean() * scale
    months = pd.PeriodIndex(setting.story.programme.waves, freq="M")
    return pd.Series(values.to_numpy(dtype=float), index=months[values.index.to_numpy(dtype=int)])


def truly(known: Records, code: str) -> pd.Series[float]:
    """Compute an indicator of the household survey as if all participants had been seen and answered."""
    return surveyed(known.setting, code, known.everyone)


def baseline(known: Records, code: str) -> float:
    """Find the value before the start; nought for what begins with the programme, missing if unknown."""
    if code in SURVEYED:
        return float(surveyed(known.setting, code, known.answers).iloc[0])
    if code == "N05":
        return float(known.purchases.loc[: known.start - 1].tail(MONTHS_PER_YEAR).mean())
    if code == "N06":
        return float(_local_partner(known)["keuntungan"].iloc[0])
    return np.nan if code == "N02" else 0.0


def _column(name: str) -> Callable[[pd.DataFrame, pd.DataFrame], pd.Series]:
    return lambda answers, _amounts: answers[name].astype("Float64")


def _sells_to_partner(answers: pd.DataFrame, _amounts: pd.DataFrame) -> pd.Series[float]:
    market = answers["pasar_utama"]
    return (market == MARKETS[LOCAL]).astype(float).where(market.notna())


SURVEYED: Mapping[str, tuple[Callable[[pd.DataFrame, pd.DataFrame], pd.Series], float]] = {
    "N07": (_sells_to_partner, PERCENT),
    "N08": (_column("pembelian_berulang"), PERCENT),
    "N09": (_column("persepsi_kemampuan"), 1.0),
    "N11": (_column("pendapatan_usaha"), 1.0),
    "N12": (_column("jumlah_pekerja"), 1.0),
    "N13": (_column("pendapatan_rt"), 1.0),
    "N14": (below_line, PERCENT),
    "N15": (_column("migrasi_keluar"), PERCENT),
}


def _trainings(known: Records) -> pd.Series[float]:
    contacts = known.contacts
    held = contacts[contacts["jenis"] == "pelatihan"].drop_duplicates(["kelompok", "tanggal"])
    months = pd.period_range(contacts["bulan"].min(), contacts["bulan"].max(), freq="M")
    return held.groupby("bulan").size().reindex(months, fill_value=0).cumsum().astype(float)


def _presence(known: Records) -> pd.Series[float]:
    came = known.contacts["hadir"].astype(float).groupby(known.contacts["bulan"]).agg(["sum", "size"])
    quarters = np.arange(len(came)) // QUARTER
    sums = came.groupby(quarters).sum()
    last = came.index.to_series().groupby(quarters).last()
    return pd.Series((PERCENT * sums["sum"] / sums["size"]).to_numpy(), index=pd.PeriodIndex(last))


def _every(known: Records, months: int) -> pd.PeriodIndex:
    every: pd.PeriodIndex = pd.period_range(known.start + months - 1, LAST_MONTH, freq="M")[::months]
    return every


def _trained(known: Records) -> pd.Series[float]:
    months = _every(known, HALF_YEAR)
    return pd.Series(np.minimum(np.arange(1, len(months) + 1), MOST_TRAINED), index=months, dtype=float)


def _agreements(known: Records) -> pd.Series[float]:
    """Count the agreements in force: one from the start, none where the partner withdrew or bargains."""
    months, status = _every(known, QUARTER), known.setting.story.venture.partners[0]
    stands = np.full(len(months), status == "sepakat")
    if status == "batal":
        stands = np.asarray(months < known.start + WITHDREW_AFTER)
    return pd.Series(stands, index=months).astype(float)


def _purchases(known: Records) -> pd.Series[float]:
    return known.purchases.loc[known.start :]


def _local_partner(known: Records) -> pd.DataFrame:
    told = known.setting.tables["mitra_survei"]
    return told[told["mitra"] == known.setting.story.venture.market.local].sort_values("gelombang")


def _profit(known: Records) -> pd.Series[float]:
    later = _local_partner(known).iloc[1:]
    months = pd.PeriodIndex(later["tanggal"], freq="M")
    return pd.Series(later["keuntungan"].to_numpy(dtype=float), index=months)


def _copied(known: Records) -> pd.Series[float]:
    seen, months = known.setting.story.venture.copied, _every(known, HALF_YEAR)
    both = min(len(seen), len(months))
    return pd.Series(seen[:both], index=months[:both], dtype=float)


RECORDED: Mapping[str, Callable[[Records], pd.Series]] = {
    "N01": _trainings,
    "N02": _presence,
    "N03": _trained,
    "N04": _agreements,
    "N05": _purchases,
    "N06": _profit,
    "N10": _copied,
}
