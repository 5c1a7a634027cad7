"""Who gives what to whom: exchanges that stay, begin and end under the new model."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.business.budgets import CONDITIONS
from pasar_nb.analysis.business.results import Exchanges
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import FLOW_LABELS, ROLE_LABELS

_KEYS = ["dari", "ke", "jenis"]


def compare_exchanges(relations: pd.DataFrame) -> Exchanges | NotEstimable:
    """Set the exchanges before and after beside each other.

    Parameters
    ----------
    relations
        Table `relasi_bisnis` of the contract; an exchange listed twice counts once, with both remarks.

    Returns
    -------
    Exchanges or NotEstimable
        In the order of the chain, the two directions of a pair together. Nothing is called new or ended
        where only one condition is recorded.
    """
    if relations.empty:
        return NotEstimable(_("Tabel relasi bisnis belum berisi, sehingga bagan model tidak dapat digambar."))
    remarks = relations.assign(keterangan=relations["keterangan"].fillna("").astype("str"))
    sides = [
        _remarks(remarks[remarks["kondisi"] == one], name)
        for one, name in zip(CONDITIONS, _SIDES, strict=True)
    ]
    both = sides[0].merge(sides[1], on=_KEYS, how="outer", validate="one_to_one")
    ordered = both.sort_values(by=_KEYS, key=_place, kind="stable")
    pairs = [_pair(*ends) for ends in zip(ordered["dari"], ordered["ke"], strict=True)]
    ordered = ordered.assign(first=[first for first, _last in pairs], last=[last for _first, last in pairs])
    table = ordered.sort_values(["first", "last"], kind="stable").reset_index(drop=True)
    present = set(relations["kondisi"])
    conditions = tuple(one for one in CONDITIONS if one in present)
    return Exchanges(conditions=conditions, table=table.assign(status=_status(table, conditions))[_COLUMNS])


_SIDES = ("before", "after")
_COLUMNS = [*_KEYS, "status", *_SIDES]


def _remarks(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    joined = rows.groupby(_KEYS, sort=False)["keterangan"].agg(
        lambda texts: "; ".join(dict.fromkeys(text for text in texts if text))
    )
    return joined.rename(name).reset_index()


def _status(table: pd.DataFrame, conditions: tuple[str, ...]) -> np.ndarray:
    if len(conditions) < len(CONDITIONS):
        return np.full(len(table), "", dtype=object)
    new, ended = table["before"].isna(), table["after"].isna()
    return np.select([new, ended], ["new", "ended"], "kept")


def _place(column: pd.Series) -> pd.Series:
    return column.map({name: at for at, name in enumerate([*ROLE_LABELS, *FLOW_LABELS])})


def _pair(one: str, other: str) -> tuple[int, int]:
    places = list(ROLE_LABELS)
    first, second = sorted((places.index(one), places.index(other)))
    return first, second
