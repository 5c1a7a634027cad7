"""Shifts of the level of a series, found without being told a date: a cross-check of the known one."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.break_results import Shift, Shifts
from pasar_nb.analysis.trend.calibration import Critical, critical_values, persistent_series
from pasar_nb.analysis.trend.inference import Months, persistence_of, squares, trend_model
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.analysis.trend.slope import LEAST_MONTHS, month_number, months_from_first, unusable
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LEAST_SHIFTS = 48  # months; with fewer, one shift touches half of the changes over twelve months
NEAR = 3  # months: a found date this near to the known one is taken to be the same


def find_shifts(series: Monthly, start: str | None, *, seed: int) -> Shifts | NotEstimable:
    """Look for months from which on a series lies on another level.

    Parameters
    ----------
    series
        The series.
    start
        Month in which the intervention began, which the search does not know, or None.
    seed
        Where random numbers start.

    Notes
    -----
    PELT (Killick, Fearnhead and Eckley 2012) on what trend and season leave, with segments of eight months
    or more. The usual penalties suppose independent months; a series that persists then seems to shift at
    once. The penalty here is the gain that the best single shift exceeds one time in twenty in simulated
    series without any, at the persistence found (after Lavielle and Moulines 2000, who show why it must grow
    with it). Two large shifts in one series look like persistence
    and may hide each other.
    """
    measured = series.table.dropna(subset=[series.measured])
    values = measured[series.measured].to_numpy(dtype="float64")
    reason = _too_short(len(values), series) or unusable(measured["bulan"], values)
    if reason is not None:
        return NotEstimable(reason)
    months = months_from_first(measured["bulan"])
    named = measured["bulan"].astype("str").tolist()
    found = tuple(Shift(named[place], rose) for place, rose in shifts_of(np.log(values), months, seed=seed))
    return Shifts(found, len(values), _distance(found, start))


def shifts_of(logarithms: Floats, months: Months, *, seed: int) -> list[tuple[int, bool]]:
    """Find the places from which on values lie on another level, and whether it is a higher one.

    Parameters
    ----------
    logarithms
        Shape (n,).
    months
        Shape (n,): their months, counted from the first.
    seed
        Where random numbers start.
    """
    left = _adjusted(logarithms[np.newaxis, :], months)
    ratio, spread, persistence = _best_shift(left, months)
    critical = _critical(months.tobytes(), seed).values(persistence)
    if ratio[0] <= critical[0]:
        return []
    ends = _pelt(left[0], float((critical * spread)[0]) ** 2)
    parts = np.split(left[0], ends)
    return [
        (end, bool(after.mean() > before.mean()))
        for end, before, after in zip(ends, parts[:-1], parts[1:], strict=True)
    ]


def _pelt(values: Floats, penalty: float) -> list[int]:
    import ruptures  # an import of half a second that most reports do without

    search = ruptures.Pelt(model="l2", min_size=LEAST_MONTHS, jump=1).fit(values)
    return [int(end) for end in search.predict(pen=penalty)[:-1]]


def _adjusted(values: Floats, months: Months) -> Floats:
    """Take trend and season out of series of shape (series, n).

    The trend is the median of the changes over twelve months, most of which a shift leaves alone; a line
    through all months would take half of the shift for trend.
    """
    later = np.searchsorted(months, months + MONTHS_PER_YEAR)
    paired = (later < len(months)) & (months[np.minimum(later, len(months) - 1)] == months + MONTHS_PER_YEAR)
    year = values[:, later[paired]] - values[:, paired]
    level = values - np.median(year, axis=1, keepdims=True) * months / MONTHS_PER_YEAR
    waves = np.delete(trend_model(months, seasonal=True).design, 1, axis=1)
    return level - (level @ np.linalg.pinv(waves).T) @ waves.T


def _best_shift(left: Floats, months: Months) -> tuple[Floats, Floats, Floats]:
    """Find how much the best single shift gains in standard deviations of what it leaves.

    Returns
    -------
    ratio, spread, persistence
        Each of shape (series,); the latter two of what the shift leaves.
    """
    steps = _steps(len(months))
    gains = left @ steps
    best = np.abs(gains).argmax(axis=1)
    gain = np.take_along_axis(gains, best[:, np.newaxis], axis=1)
    after = left - gain * steps.T[best]
    spread = np.sqrt(squares(after) / len(months))
    ratio = np.divide(np.abs(gain[:, 0]), spread, out=np.zeros_like(spread), where=spread > 0)
    return ratio, spread, persistence_of(after, months)


def _steps(count: int) -> Floats:
    """Make steps of mean 0 and length 1 where there are enough months on either side; shape (n, places)."""
    places = np.arange(LEAST_MONTHS, count - LEAST_MONTHS + 1)
    steps = (np.arange(count)[:, np.newaxis] >= places).astype("float64")
    steps -= steps.mean(axis=0)
    unit: Floats = steps / np.sqrt((steps**2).sum(axis=0))
    return unit


@lru_cache(maxsize=8)
def _critical(months_as_bytes: bytes, seed: int) -> Critical:
    months = np.frombuffer(months_as_bytes, dtype=np.int_)
    series = persistent_series(int(months[-1]) + 1, seed)[:, months]
    ratio, _spread, persistence = _best_shift(_adjusted(series, months), months)
    return critical_values(ratio, persistence)


def _distance(found: tuple[Shift, ...], start: str | None) -> int | None:
    """Count the months from the beginning to the nearest shift."""
    if start is None or not found:
        return None
    return min((month_number(one.month) - month_number(start) for one in found), key=abs)


def _too_short(months: int, series: Monthly) -> Message | None:
    if months >= LEAST_SHIFTS:
        return None
    if months < series.n:
        return _(
            "Pergeseran tidak dicari: indeks harga hanya mencakup {months} dari {all} bulan deret ini, "
            "padahal perlu paling sedikit {least}.",
            months=months,
            all=series.n,
            least=LEAST_SHIFTS,
        )
    return _(
        "Pergeseran tidak dicari: hanya {months} bulan berisi angka, padahal perlu paling sedikit {least}.",
        months=months,
        least=LEAST_SHIFTS,
    )
