"""Monthly series as recorded and in real rupiah, and which of them is the main one."""

from __future__ import annotations

import re

import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.trend.results import Choice, Monthly
from pasar_nb.errors import DataError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

RUPIAH = re.compile(r"(rp|idr|rupiah)\b", re.IGNORECASE)  # at the start of a unit: Rp/kg, rupiah per liter
PRICE = "harga"


def collect(series: pd.DataFrame, price_index: pd.DataFrame | None, base: str | None) -> tuple[Monthly, ...]:
    """Take a table of series apart.

    Parameters
    ----------
    series
        Table `deret` of the contract. Rows without a month or a figure are left out.
    price_index
        Table `ihk`, or None.
    base
        Month in whose rupiah amounts are compared; None for the last month that the index reaches.

    Returns
    -------
    tuple of Monthly
        In the order of the table.

    Raises
    ------
    DataError
        If a month stands twice in a series.
    """
    filled = series.dropna(subset=["seri", "bulan", "nilai"])
    twice = filled.duplicated(["seri", "bulan"])
    if twice.any():
        row = filled[twice].iloc[0]
        raise DataError(
            _(
                "Deret '{name}' memuat bulan {month} lebih dari sekali; hapus salah satunya.",
                name=str(row["seri"]),
                month=str(row["bulan"]),
            )
        )
    return tuple(
        _monthly(str(name), rows.sort_values("bulan"), price_index, base)
        for name, rows in filled.groupby("seri", sort=False)
    )


def main_of(every: tuple[Monthly, ...], commodity: str | None) -> tuple[Monthly, Choice]:
    """Choose the series that is described first: the price of the chosen commodity where there is one.

    Parameters
    ----------
    every
        One series or more.
    commodity
        Name of the chosen commodity as people write it.
    """
    prices_of = [one for one in every if PRICE in words_of(one.name)]
    about = [one for one in every if commodity and is_about(one.name, commodity)]
    candidates: tuple[tuple[Choice, list[Monthly]], ...] = (
        ("commodity_price", [one for one in about if one in prices_of]),
        ("commodity", about),
        ("only", list(every) if len(every) == 1 else []),
        ("first_price", prices_of),
        ("first", list(every)),
    )
    chosen, found = next((choice, named) for choice, named in candidates if named)
    if found is about or chosen == "commodity_price":
        # The shortest name is the plainest: harga_kopi before harga_kopi_robusta.
        return min(found, key=lambda one: len(words_of(one.name))), chosen
    return found[0], chosen


def is_about(name: str, commodity: str) -> bool:
    """Tell whether the words of a commodity stand together in the name of a series."""
    wanted = words_of(commodity)
    words = words_of(name)
    starts = range(len(words) - len(wanted) + 1)
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in starts)


def words_of(name: str) -> list[str]:
    """Take the words of a name apart, in small letters."""
    return re.findall(r"[^\W_]+", name.casefold())


def _monthly(name: str, rows: pd.DataFrame, price_index: pd.DataFrame | None, base: str | None) -> Monthly:
    units = rows["satuan"].dropna().astype("str").str.strip()
    unit = str(units.iloc[0]) if len(units) else ""
    money = RUPIAH.match(unit) is not None
    months = pd.PeriodIndex(rows["bulan"], freq="M")
    nominal = pd.Series(rows["nilai"].to_numpy(dtype="float64"), index=rows["bulan"].to_numpy())
    real_base, real = _in_real_rupiah(nominal, price_index, base) if money else (None, None)
    whole = pd.period_range(months[0], months[-1], freq="M")
    return Monthly(
        name=name,
        unit=unit,
        sources=tuple(dict.fromkeys(rows["sumber"].dropna().astype("str"))),
        first=str(months[0]),
        last=str(months[-1]),
        n=len(rows),
        gaps=tuple(str(month) for month in whole.difference(months)),
        comparison=_comparison(rows),
        money=money,
        real_base=real_base if isinstance(real_base, str) else None,
        unreal=real_base if isinstance(real_base, NotEstimable) else None,
        table=pd.DataFrame(
            {
                "bulan": nominal.index.astype("str"),
                "nilai": nominal.to_numpy(),
                "real": float("nan") if real is None else real.to_numpy(),
            }
        ),
    )


def _comparison(rows: pd.DataFrame) -> str | None:
    if "pembanding" not in rows.columns:
        return None
    named = rows["pembanding"].dropna().astype("str")
    named = named[named != ""]
    return str(named.iloc[0]) if len(named) else None


def _in_real_rupiah(
    nominal: pd.Series[float], price_index: pd.DataFrame | None, base: str | None
) -> tuple[str | NotEstimable, pd.Series[float] | None]:
    """Deflate the months that the index reaches, or say why none is."""
    if price_index is None or price_index.empty:
        return NotEstimable(
            _("Tabel ihk belum ada, sehingga harga disebut dalam rupiah nominal: inflasi belum dikeluarkan.")
        ), None
    index = prices.splice(price_index)
    if isinstance(index, NotEstimable):
        return index, None
    reached = [month for month in nominal.index if month in index.index]
    if not reached:
        return NotEstimable(
            _("Indeks harga (ihk) tidak mencakup satu bulan pun dari deret ini; rupiah yang disebut nominal.")
        ), None
    base = base or reached[-1]
    factor = prices.deflator(price_index, reached, base=base)
    if isinstance(factor, NotEstimable):
        return factor, None
    return base, nominal * factor.reindex(nominal.index)
