"""The outcome of every household in every wave, in one rupiah, and which waves lie before the programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.balance import arm_of
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import arms_of, months_of, values_of, with_traits
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import PARTICIPANT

ONE_BEFORE = _(
    "Hanya ada satu survei sebelum program, sehingga tidak dapat diperiksa apakah peserta dan pembanding "
    "sudah bergerak ke arah yang berbeda sebelum program dimulai."
)
_START_UNKNOWN = _(
    "Tanggal mulai intervensi tidak dicatat dalam profil, sehingga hanya survei awal yang dianggap sebelum "
    "program; isi kolom mulai_intervensi agar arah sebelum program dapat diperiksa."
)
_HALF = 0.5
NONE_BEFORE = NotEstimable(
    _(
        "Tidak ada survei sebelum program, sehingga tidak dapat diperiksa apakah peserta dan pembanding "
        "sudah bergerak ke arah yang berbeda sebelum program dimulai."
    )
)
NO_REFERENCE = NotEstimable(
    _(
        "Tidak ada survei sebelum program yang dapat menjadi acuan, sehingga selisih peserta dan pembanding "
        "tidak diikuti dari survei ke survei."
    )
)
TWO_WAVES = NotEstimable(
    _(
        "Hasil utama hanya tercatat pada dua gelombang, sehingga tidak ada jalur antargelombang yang dapat "
        "digambar."
    )
)


@dataclass(frozen=True, slots=True)
class Waves:
    """The outcome over all waves in which it was measured.

    Attributes
    ----------
    outcome
        The primary outcome.
    homes
        A row per household seen at least once: ``id_rt`` and the traits of `households.with_traits`.
    values
        Shape (households, waves): the outcome in one rupiah; missing where it was not measured.
    order
        The waves, ascending.
    months
        First month of the interviews of each wave (YYYY-MM).
    before
        The waves before the programme, at least the first.
    undated
        Whether there are later waves, but the start of the programme is not known.
    """

    outcome: Outcome
    homes: pd.DataFrame
    values: Floats
    order: tuple[int, ...]
    months: tuple[str, ...]
    before: tuple[int, ...]
    undated: bool

    @property
    def arm(self) -> Floats:
        """Shape (households,): 1 for participants, else 0."""
        return arm_of(self.homes)

    @property
    def alone(self) -> Message:
        """Why there is a single wave before the programme."""
        return _START_UNKNOWN if self.undated else ONE_BEFORE

    def change(self, first: int, last: int) -> Floats:
        """Give the change between two waves: shape (households,), missing where one is."""
        found: Floats = self.values[:, self.order.index(last)] - self.values[:, self.order.index(first)]
        return found


def waves_of(
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    ihk: pd.DataFrame,
    outcome: Outcome,
    start: date | None,
) -> Waves | NotEstimable:
    """Lay out the outcome over the waves.

    Parameters
    ----------
    survey, homes, ihk
        Table `survei` with its derived measures, `rumah_tangga` and `ihk`.
    outcome
        What is measured.
    start
        First day of the programme, or None.

    Returns
    -------
    Waves or NotEstimable
        `TWO_WAVES` where there are no more, or the reason why the price index does not reach all of them.

    Notes
    -----
    The first wave lies before the programme, as it does by contract, unless that was `underway`: then there
    is nothing to lay out. A later one does when its last interview does, and all earlier waves do.
    """
    told = survey[["id_rt", "gelombang", "tanggal"]].assign(_value=values_of(survey, outcome.name))
    told = told[told["_value"].notna() & (told["gelombang"] <= outcome.last)]
    if told["gelombang"].nunique() <= len((outcome.first, outcome.last)):
        return TWO_WAVES
    told = told.drop_duplicates(["id_rt", "gelombang"])
    day = pd.to_datetime(told["tanggal"])
    told = told.assign(_day=day, _month=months_of(day))
    if outcome.real_base is not None:
        factor = prices.deflator(ihk, told["_month"].unique(), base=outcome.real_base)
        if isinstance(factor, NotEstimable):
            return factor
        told = told.assign(_value=told["_value"] * told["_month"].map(factor))
    wide = told.pivot(index="id_rt", columns="gelombang", values="_value").sort_index()
    known = with_traits(pd.DataFrame({"id_rt": wide.index}), homes)
    by_wave = told.groupby("gelombang")
    before = _before(by_wave["_day"].max(), start)
    return Waves(
        outcome=outcome,
        homes=known.reset_index(drop=True),
        values=wide.to_numpy(dtype="float64"),
        order=tuple(int(wave) for wave in wide.columns),
        months=tuple(by_wave["_month"].min()),
        before=before,
        undated=start is None,
    )


def underway(survey: pd.DataFrame, homes: pd.DataFrame, outcome: Outcome, start: date | None) -> bool | None:
    """Tell whether the programme already ran at the baseline; None where its start is not known.

    Parameters
    ----------
    survey, homes, outcome, start
        As for `waves_of`.

    Notes
    -----
    It did when half or more of the interviews with participants that told the outcome took place on its first
    day or later. Where the weeks of the survey lie around that day, most interviews decide: a few late ones
    of many can only hide a little of a change, while a few early ones make no survey before the programme.
    The others' interviews do not count, as the programme does not reach them.
    """
    if start is None:
        return None
    answered = (survey["gelombang"] == outcome.first) & values_of(survey, outcome.name).notna()
    told = survey.loc[answered, ["id_rt", "tanggal"]]
    others = homes.loc[arms_of(homes) != PARTICIPANT, "id_rt"]
    days = pd.to_datetime(told.loc[~told["id_rt"].isin(others), "tanggal"])
    return bool((days >= pd.Timestamp(start)).mean() >= _HALF)  # no interviews, no share: not under way


def _before(last_day: pd.Series[pd.Timestamp], start: date | None) -> tuple[int, ...]:
    waves = [int(wave) for wave in last_day.index]
    if start is None:
        return (waves[0],)
    early = (last_day.iloc[1:] < pd.Timestamp(start)).to_numpy()
    return tuple(waves[: 1 + int(np.cumprod(early).sum())])
