"""Bring a drawn table into the contract's form: its columns, in its order, with its types."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pasar_nb.contract.spec import Kind
from pasar_nb.contract.tables import TABLES

DTYPES: Mapping[Kind, str] = {
    "text": "str",
    "id": "str",
    "month": "str",
    "choice": "str",
    "number": "float64",
    "money": "float64",
    "integer": "Int64",
    "year": "Int64",
    "yes_no": "boolean",
    "date": "datetime64[us]",
}


FURTHER_DTYPES: Mapping[str, str] = {
    "angka": "float64",
    "ya_tidak": "boolean",
    "kategori": "str",
    "skala": "float64",
}
"""Types of a district's further variables, by their kind in `variabel`."""


def in_contract_form(name: str, frame: pd.DataFrame, variables: pd.DataFrame | None = None) -> pd.DataFrame:
    """Order and type the columns of a table as the contract does.

    Parameters
    ----------
    name
        Table of the contract.
    frame
        Drawn table; optional columns may be missing.
    variables
        Table `variabel`, which declares the further columns of `survei`.

    Raises
    ------
    KeyError
        For a column that the contract does not know: a mistake of the generator, not of its user.
    """
    dtypes = {column.name: DTYPES[column.kind] for column in TABLES[name].columns}
    if variables is not None and TABLES[name].extra_columns:
        dtypes |= dict(zip(variables["variabel"], variables["jenis"].map(FURTHER_DTYPES), strict=True))
    unknown = [str(column) for column in frame if column not in dtypes]
    if unknown:
        raise KeyError(f"table {name} has no column {', '.join(unknown)}")
    known = {column: dtype for column, dtype in dtypes.items() if column in frame}
    return frame[list(known)].astype(known)
