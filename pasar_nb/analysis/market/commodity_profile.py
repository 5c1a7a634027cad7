"""Demand and supply of a commodity: its monthly series, described by what `analysis.trend` measures."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.market.periods import last_year, since_start
from pasar_nb.analysis.market.profile_results import CommodityProfile, Kind, PeriodChange, SeriesProfile
from pasar_nb.analysis.market.series_kinds import kind_of
from pasar_nb.analysis.trend import Monthly, Season
from pasar_nb.analysis.trend.season import measure_season
from pasar_nb.analysis.trend.series import collect, is_about, main_of
from pasar_nb.analysis.trend.slope import measure_trend
from pasar_nb.errors import DataError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing
from pasar_nb.vocabulary import readable_all

NUMBERS = ("latest", "recent", "recent_real", "since", "since_real", "per_year", "low", "high")
EFFECTS = ("peak_effect", "peak_low", "peak_high", "trough_effect", "trough_low", "trough_high")
COLUMNS = (
    *("seri", "kind", "decided", "satuan", "n", "gaps", "first", "last"),
    *NUMBERS,
    *("peak", "trough"),
    *EFFECTS,
    "sumber",
)


def profile_commodity(
    series: pd.DataFrame | None, price_index: pd.DataFrame | None, commodity: str
) -> CommodityProfile | NotEstimable:
    """Describe the monthly series of a commodity.

    Parameters
    ----------
    series, price_index
        Tables `deret` and `ihk` of the contract, or None. They are not changed.
    commodity
        Series belong to it whose name holds its words together: ``harga_jahe_merah`` to "Jahe merah".

    Returns
    -------
    CommodityProfile or NotEstimable
        The latter where no series is about the commodity.
    """
    if series is None or series.dropna(subset=["seri", "bulan", "nilai"]).empty:
        return NotEstimable(
            _(
                "Tabel deret belum ada atau belum berisi, jadi tren permintaan dan penawaran belum dapat "
                "disebut."
            )
        )
    names = list(dict.fromkeys(series["seri"].dropna().astype("str")))
    own = [name for name in names if is_about(name, commodity)]
    mixed = [name for name in own if _units(series[series["seri"] == name]) > 1]
    described = series[series["seri"].isin([name for name in own if name not in mixed])]
    try:
        collected = collect(described, price_index, None)
    except DataError as error:
        return NotEstimable(error.message)
    if not collected:
        return NotEstimable(_none(names, mixed, commodity))
    every = tuple(_described(one, commodity) for one in collected)
    ordered = tuple(one for kind in get_args(Kind) for one in every if one.kind == kind)
    prices = tuple(one.series for one in ordered if one.kind == "price")
    return CommodityProfile(
        every=ordered,
        main_price=main_of(prices, commodity)[0].name if prices else "",
        unrelated=tuple(name for name in names if name not in own),
        mixed=tuple(mixed),
        table=_tabulate(ordered),
    )


def _units(rows: pd.DataFrame) -> int:
    return int(rows["satuan"].dropna().astype("str").str.strip().str.casefold().nunique())


def _none(names: list[str], mixed: list[str], commodity: str) -> Message:
    if mixed:
        return _(
            "Deret {names} memakai lebih dari satu satuan, jadi tidak diuraikan.", names=readable_all(mixed)
        )
    return _(
        "Tidak ada deret yang namanya memuat komoditas {commodity}, jadi tren permintaan dan penawarannya "
        "belum dapat disebut; yang ada: {names}.",
        commodity=commodity,
        names=listing(names),
    )


def _described(series: Monthly, commodity: str) -> SeriesProfile:
    kind, decided = kind_of(series.name, series.unit, series.sources, commodity)
    return SeriesProfile(
        series=series,
        kind=kind,
        decided=decided,
        latest=float(series.table["nilai"].iloc[-1]),
        recent=last_year(series, "nilai"),
        recent_real=last_year(series, "real") if series.money else None,
        since=since_start(series, "nilai"),
        since_real=since_start(series, "real") if series.money else None,
        slope=measure_trend(series, seed=SEED).slope,
        season=measure_season(series, seed=SEED),
    )


def _tabulate(every: tuple[SeriesProfile, ...]) -> pd.DataFrame:
    table = pd.DataFrame([_row(one) for one in every], columns=list(COLUMNS))
    return table.astype(dict.fromkeys((*NUMBERS, *EFFECTS), "float64") | {"peak": "Int64", "trough": "Int64"})


def _row(one: SeriesProfile) -> dict[str, object]:
    of = one.series
    return {
        "seri": of.name,
        "kind": one.kind,
        "decided": one.decided,
        "satuan": of.unit,
        "n": of.n,
        "gaps": len(of.gaps),
        "first": of.first,
        "last": of.last,
        "latest": one.latest,
        "recent": _change(one.recent),
        "recent_real": _change(one.recent_real),
        "since": _change(one.since),
        "since_real": _change(one.since_real),
        "sumber": "; ".join(of.sources),
        **_slope(one),
        **_season(one.season),
    }


def _change(found: PeriodChange | NotEstimable | None) -> float | None:
    return found.change if isinstance(found, PeriodChange) else None


def _slope(one: SeriesProfile) -> dict[str, object]:
    if isinstance(one.slope, NotEstimable):
        return {}
    interval = one.slope.interval
    return {"per_year": one.slope.per_year, "low": interval.low, "high": interval.high}


def _season(found: Season | NotEstimable) -> dict[str, object]:
    if isinstance(found, NotEstimable) or not found.clear:
        return {}
    return {
        "peak": found.peak,
        "trough": found.low,
        "peak_effect": found.peak_effect,
        "peak_low": found.peak_interval.low,
        "peak_high": found.peak_interval.high,
        "trough_effect": found.low_effect,
        "trough_low": found.low_interval.low,
        "trough_high": found.low_interval.high,
    }
