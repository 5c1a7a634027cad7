"""How much each criterion counts: agreed weights, normalised."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from pasar_nb.analysis.commodity.results import Criteria
from pasar_nb.errors import DataError, check_option
from pasar_nb.language import _, listing
from pasar_nb.vocabulary import Direction

COLUMNS = ("kriteria", "nama", "dimensi", "arah", "bobot", "weight", "ambang_veto")


def weigh(criteria: pd.DataFrame) -> Criteria:
    """Normalise the agreed weights so that they sum to 1.

    Parameters
    ----------
    criteria
        Table `kriteria` of the contract; ``bobot`` on 1-5.

    Returns
    -------
    Criteria
        In the order of the table. Where a bobot is missing or not positive its weight is missing, and no
        ranking can be made.

    Raises
    ------
    DataError
        If a criterion is listed twice.
    UsageError
        If a direction is neither ``manfaat`` nor ``biaya``.

    Notes
    -----
    Weighted sum with normalised weights: Ringkasan 1.1; Juknis APP Jawa Timur, Langkah 1.
    """
    _refuse_duplicates(criteria["kriteria"])
    for direction in criteria["arah"]:
        check_option("arah", str(direction), get_args(Direction))
    table = criteria.reset_index(drop=True).reindex(columns=list(COLUMNS))
    bobot = table["bobot"].astype("float64")
    weight = (bobot / bobot[bobot > 0].sum()).where(bobot > 0)
    return Criteria(table=table.assign(bobot=bobot, weight=weight, ambang_veto=_thresholds(table)))


def unweighted(criteria: Criteria) -> tuple[str, ...]:
    """Name the criteria that have no usable weight."""
    return tuple(criteria.table.loc[criteria.table["weight"].isna(), "kriteria"])


def _thresholds(table: pd.DataFrame) -> pd.Series[float]:
    return table["ambang_veto"].astype("float64")


def _refuse_duplicates(names: pd.Series[str]) -> None:
    twice = tuple(names[names.duplicated()].unique())
    if twice:
        raise DataError(
            _(
                "Kriteria {names} tertulis lebih dari sekali dalam tabel kriteria; sisakan satu baris saja.",
                names=listing(twice),
            )
        )
