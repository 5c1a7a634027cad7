"""The whole description of a district's monthly series in one call."""

from __future__ import annotations

from datetime import date

import pandas as pd

from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.trend.breaks import find_shifts
from pasar_nb.analysis.trend.described import Study, Trend
from pasar_nb.analysis.trend.forecast import forecast
from pasar_nb.analysis.trend.interruption import against, interrupt
from pasar_nb.analysis.trend.results import Monthly, SeriesTrend
from pasar_nb.analysis.trend.season import measure_season
from pasar_nb.analysis.trend.series import collect, main_of
from pasar_nb.analysis.trend.slope import compare_levels, measure_trend
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

COLUMNS = ("seri", "satuan", "n", "first", "last", "real_base", "per_year", "low", "high")


def describe(
    series: pd.DataFrame,
    *,
    price_index: pd.DataFrame | None = None,
    start: date | None = None,
    commodity: str | None = None,
    base: str | None = None,
    seed: int = SEED,
) -> Trend:
    """Describe monthly series: trend, level before and after, season, shifts and the months to come.

    Parameters
    ----------
    series, price_index
        Tables `deret` and `ihk` of the contract; rupiah are made real where the index reaches. They are not
        changed.
    start
        Day on which the intervention began (`mulai_intervensi`); None or missing where it is not recorded.
    commodity
        Chosen commodity (`komoditas_terpilih`), whose price is the main series; None or missing likewise.
    base
        Month in whose rupiah amounts are compared; None for the last that the index reaches.
    seed
        Where all random numbers start.

    Returns
    -------
    Trend
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    DataError
        If a month stands twice in a series.
    """
    every = collect(series, price_index, base)
    if not every:
        absent = NotEstimable(_("Tabel deret belum ada atau kosong, sehingga tidak ada tren yang dihitung."))
        return Trend(
            main=absent, chosen=None, level=absent, season=absent, others=(), studies=(), table=_tabulate(())
        )
    first, chosen = main_of(every, None if pd.isna(commodity) else commodity)
    main = measure_trend(first, seed=seed)
    others = tuple(measure_trend(one, seed=seed) for one in every if one is not first)
    studies = tuple(_study(one, every, _month_of(start), seed) for one in (main, *others))
    return Trend(
        main=main,
        chosen=chosen,
        level=compare_levels(first, _month_of(start), seed=seed),
        season=studies[0].season,
        others=others,
        studies=studies,
        table=_tabulate((main, *others)),
    )


def _study(one: SeriesTrend, every: tuple[Monthly, ...], start: str | None, seed: int) -> Study:
    return Study(
        series=one.series,
        slope=one.slope,
        season=measure_season(one.series, seed=seed),
        interruption=interrupt(one.series, start, seed=seed),
        against=against(one.series, {other.name: other for other in every}, start, seed=seed),
        shifts=find_shifts(one.series, start, seed=seed),
        forecast=forecast(one.series),
    )


def _month_of(day: date | None) -> str | None:
    return None if pd.isna(day) else f"{day:%Y-%m}"


def _tabulate(every: tuple[SeriesTrend, ...]) -> pd.DataFrame:
    table = pd.DataFrame([_row(one) for one in every], columns=list(COLUMNS))
    return table.astype(dict.fromkeys(("per_year", "low", "high"), "float64"))


def _row(one: SeriesTrend) -> dict[str, object]:
    slope, of = one.slope, one.series
    about = {"seri": of.name, "satuan": of.unit, "real_base": of.real_base}
    if isinstance(slope, NotEstimable):
        measured = of.table.dropna(subset=[of.measured])["bulan"]
        return about | {"n": len(measured), "first": measured.iloc[0], "last": measured.iloc[-1]}
    return about | {
        "n": slope.n,
        "first": slope.first,
        "last": slope.last,
        "per_year": slope.per_year,
        "low": slope.interval.low,
        "high": slope.interval.high,
    }
