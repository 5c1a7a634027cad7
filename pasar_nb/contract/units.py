"""Units mixed in one column: converted by known or declared factors, and told; never guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

import pandas as pd

from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.language import Message, Number, _, listing
from pasar_nb.vocabulary import MASSES

Frames = Mapping[str, pd.DataFrame]

BASE = "kg"
_DECLARED = re.compile(
    r"(?P<unit>[a-z][a-z ]*?)\s*[(=@]\s*(?P<factor>[0-9]+(?:[.,][0-9]{1,2})?)\s*(?P<mass>[a-z]+)\s*\)?"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Columns of a table that a unit belongs to.

    Attributes
    ----------
    table, unit
        The table and its column of units.
    owner
        Columns within whose groups one unit is kept; none where the whole table keeps one.
    amounts, prices
        Columns that grow with the factor, and columns that shrink with it.
    apart
        Further columns by which other units than those of mass may differ: what one actor sells by the
        kilogram the next one may sell by the bottle.
    """

    table: str
    unit: str
    owner: tuple[str, ...]
    amounts: tuple[str, ...]
    prices: tuple[str, ...]
    apart: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that must be there for the units to be judged."""
        return (self.unit, *self.owner, *self.apart)


MEASURED = (
    Measured("survei", "satuan_produksi", (), ("produksi", "volume_jual"), ("harga_jual",)),
    Measured("mitra_survei", "satuan", ("mitra",), ("volume_beli",), ("harga_beli",)),
    Measured("aliran", "satuan", ("komoditas", "jenis"), ("volume",), ("harga",), apart=("dari", "ke")),
)


def convert_units(frames: Frames, raw: Mapping[str, RawTable]) -> tuple[Frames, list[Problem]]:
    """Bring units that are mixed in one column to kilograms, where every one of them has a factor.

    Parameters
    ----------
    frames
        Typed tables, which are not changed.
    raw
        The same tables as they were written, for the messages.

    Returns
    -------
    tuple
        The tables, with amounts multiplied and prices divided by the factors, and a warning for each
        conversion. Where a unit has no factor the column stays as it is, for the check of units to refuse.
    """
    converted = dict(frames)
    problems: list[Problem] = []
    for measured in MEASURED:
        frame = converted.get(measured.table)
        if frame is not None and set(measured.columns) <= set(frame.columns):
            for rows in mixed_rows(frame, measured, measured.owner):
                factors = _factors_in(frame.loc[rows.index, measured.unit], measured)
                if factors is not None:
                    rows = rows.loc[factors.index]
                    converted[measured.table] = _converted(converted[measured.table], factors, measured)
                    problems.append(_told(raw[measured.table], rows, factors, measured))
    return converted, problems


def mixed_rows(frame: pd.DataFrame, measured: Measured, owner: Sequence[str]) -> Iterator[pd.Series]:
    """Yield the units, as written, of each group of rows that mixes several; `Kg` and `kg` are the same."""
    for units in grouped_units(frame, measured, owner):
        if units[units != ""].str.casefold().nunique() > 1:
            yield units


def grouped_units(frame: pd.DataFrame, measured: Measured, owner: Sequence[str]) -> Iterator[pd.Series]:
    """Yield the units of each group of rows, as written, ``""`` beside an amount that has none."""
    amounts = [name for name in (*measured.amounts, *measured.prices) if name in frame.columns]
    written = frame[measured.unit].where(
        frame[measured.unit].notna() | ~frame[amounts].notna().any(axis="columns"), ""
    )
    owners = [frame[name] for name in owner] or [pd.Series("", index=frame.index)]
    for _owner, units in written.dropna().groupby(owners):
        yield units


def _factors_in(units: pd.Series, measured: Measured) -> pd.Series | None:
    """Give the factors of the rows that are converted; None where none can be."""
    if not measured.apart:
        return factors_of(units)
    known = _kilograms_in(units).dropna()
    return known.astype("float64") if units[known.index].str.casefold().nunique() > 1 else None


def factors_of(units: pd.Series) -> pd.Series | None:
    """Give the kilograms in the unit of each row; None where one of them is not known.

    A factor is declared where the unit is written, as in ``ikat (2,5 kg)``, once for all rows. A unit of mass
    keeps its own.
    """
    factors = _kilograms_in(units)
    return None if factors.isna().any() else factors.astype("float64")


def _kilograms_in(units: pd.Series) -> pd.Series:
    declared: defaultdict[str, set[float]] = defaultdict(set)
    own: dict[str, float] = {}
    for text in units.dropna().unique():
        match = _DECLARED.fullmatch(str(text).strip().casefold())
        if match and match["mass"] in MASSES:
            unit = match["unit"].strip()
            factor = float(match["factor"].replace(",", ".")) * MASSES[match["mass"]]
            if isclose(MASSES.get(unit, factor), factor):  # nobody knows what a ton of 900 kilograms is
                own[text] = factor
                declared[unit].add(factor)
    known = {unit: min(factors) for unit, factors in declared.items() if len(factors) == 1} | dict(MASSES)
    return units.map(lambda text: own.get(text) or known.get(str(text).strip().casefold()))


def _converted(frame: pd.DataFrame, factors: pd.Series, measured: Measured) -> pd.DataFrame:
    changed = frame.copy()
    for name in measured.amounts:
        if name in frame.columns:
            changed.loc[factors.index, name] = frame.loc[factors.index, name] * factors
    for name in measured.prices:
        if name in frame.columns:
            changed.loc[factors.index, name] = frame.loc[factors.index, name] / factors
    filled = factors.index.intersection(frame.index[frame[measured.unit].notna()])
    changed.loc[filled, measured.unit] = BASE
    return changed


def _told(raw: RawTable, units: pd.Series, factors: pd.Series, measured: Measured) -> Problem:
    by_unit = pd.Series(factors.to_numpy(), index=units.str.strip()).groupby(level=0, sort=False).first()
    others = by_unit[by_unit != 1] if (by_unit != 1).any() else by_unit
    said = [_equation(str(unit), float(kilograms)) for unit, kilograms in others.items()]
    columns = [name for name in (*measured.amounts, *measured.prices) if name in raw.frame.columns]
    first = row_number(units.index[factors != 1][0]) if (factors != 1).any() else row_number(units.index[0])
    return raw.place.problem(
        messages.UNITS_CONVERTED,
        row=first,
        column=measured.unit,
        value=str(raw.frame.at[first, measured.unit]).strip(),
        columns=listing(columns),
        base=BASE,
        factors=listing(said),
        count=int((factors != 1).sum()),
    )


def _equation(unit: str, kilograms: float) -> Message:
    places = next(places for places in range(5) if round(kilograms, places) == kilograms or places == 4)
    bare = unit.partition("(")[0].partition("=")[0].strip() or unit
    return _("1 {unit} = {factor} {base}", unit=bare, factor=Number(kilograms, places), base=BASE)
