"""The whole description of a district's monthly series in one call."""

from __future__ import annotations

from datetime import date

import pandas as pd

from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.trend.results import SeriesTrend, Trend
from pasar_nb.analysis.trend.season import measure_season
from pasar_nb.analysis.trend.series import collect, main_of
from pasar_nb.analysis.trend.slope import compare_levels, measure_trend
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

DRAWS = 499  # simulated series for the season; a probability is then known to one point at 5 per cent
COLUMNS = ("seri", "satuan", "n", "first", "last", "real_base", "per_year", "low", "high")


def describe(
    series: pd.DataFrame,
    *,
    price_index: pd.DataFrame | None = None,
    start: date | None = None,
    commodity: str | None = None,
    base: str | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Trend:
    """Describe monthly series: trend per year, level before and after, season.

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
    draws, seed
        Number of simulated series for the season, and where all random numbers start.

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
        return Trend(main=absent, chosen=None, level=absent, season=absent, others=(), table=_tabulate(()))
    first, chosen = main_of(every, None if pd.isna(commodity) else commodity)
    main = measure_trend(first, seed=seed)
    others = tuple(measure_trend(one, seed=seed) for one in every if one is not first)
    return Trend(
        main=main,
        chosen=chosen,
        level=compare_levels(first, _month_of(start), seed=seed),
        season=measure_season(first, draws=draws, seed=seed),
        others=others,
        table=_tabulate((main, *others)),
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
