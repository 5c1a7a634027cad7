"""The price index: pieces of different base years made one, and money of one month made that of another."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _, listing
from pasar_nb.vocabulary import MONTHS_PER_YEAR

INDEX_AT_BASE = 100.0  # BPS: the mean of the twelve months of the base year
_NO_INDEX = _("Tabel ihk belum ada, sehingga nilai rupiah tidak dapat disesuaikan dengan kenaikan harga.")


def splice(ihk: pd.DataFrame) -> pd.Series[float] | NotEstimable:
    """Join the pieces of a price index whose base year changes.

    Parameters
    ----------
    ihk
        Table `ihk` of the contract: ``bulan`` (YYYY-MM), ``ihk``, ``tahun_dasar``. It is not changed.

    Returns
    -------
    Series or NotEstimable
        The index by month, in order, on the newest base; a month that two pieces tell is told by the newer.
        The latter where there is no index, or two pieces that nothing links.

    Notes
    -----
    An older piece is multiplied by the mean ratio (geometric) of the months that both pieces tell. Without
    such a month it is made 100 on average in the base year of the newer piece, which is what a base year
    means; the older piece must then tell all twelve months of that year. To set the last month of one piece
    equal to the first of the next would invent a month without inflation, so it is not done.
    """
    known = ihk.dropna(subset=["bulan", "ihk", "tahun_dasar"])
    if known.empty:
        return NotEstimable(_NO_INDEX)
    bases = known["tahun_dasar"].astype("int64")
    pieces = {int(base): _by_month(known[bases == base]) for base in bases.unique()}
    newest, *older = sorted(pieces, reverse=True)
    whole, newer, scale = pieces[newest], newest, 1.0
    for base in older:
        link = _link(pieces[base], pieces[newer], newer)
        if link is None:
            return NotEstimable(_unlinked(base, newer))
        scale *= link
        whole = whole.combine_first(pieces[base] * scale)
        newer = base
    return whole.sort_index().rename("ihk").rename_axis("bulan")


def deflator(ihk: pd.DataFrame, months: Iterable[str], *, base: str) -> pd.Series[float] | NotEstimable:
    """Find by what amounts of some months are multiplied to become rupiah of another month.

    Parameters
    ----------
    ihk
        Table `ihk` of the contract.
    months
        Months of the amounts, YYYY-MM.
    base
        Month in whose rupiah the amounts are wanted.

    Returns
    -------
    Series or NotEstimable
        The factor by month, 1 at the base; the latter where the index does not tell all of these months.
    """
    index = splice(ihk)
    if isinstance(index, NotEstimable):
        return index
    wanted = sorted({*months, base})
    absent = [month for month in wanted if month not in index.index]
    if absent:
        return NotEstimable(
            _(
                "Indeks harga konsumen tidak mencakup {months}, sehingga nilai rupiah tidak dapat "
                "disesuaikan dengan kenaikan harga.",
                months=listing(Month(month) for month in absent),
            )
        )
    return (index[base] / index.loc[wanted]).rename("faktor")


def _by_month(piece: pd.DataFrame) -> pd.Series[float]:
    return piece.groupby("bulan")["ihk"].mean().astype("float64")


def _link(older: pd.Series[float], newer: pd.Series[float], base: int) -> float | None:
    """Find by what the older piece is multiplied; None where nothing links the two."""
    shared = older.index.intersection(newer.index)
    if len(shared):
        return float(np.exp(np.log(newer[shared] / older[shared]).mean()))
    of_base_year = older[older.index.str[:4] == str(base)]
    if len(of_base_year) < MONTHS_PER_YEAR:
        return None
    return INDEX_AT_BASE / float(of_base_year.mean())


def _unlinked(older: int, newer: int) -> Message:
    return _(
        "Indeks harga dengan tahun dasar {older} dan {newer} tidak dapat disambung: tidak ada bulan yang "
        "tercatat pada keduanya, dan indeks lama tidak mencakup seluruh tahun {newer}.",
        older=str(older),
        newer=str(newer),
    )
