"""Rows that add up other rows, which would be counted twice: by their names, and by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import layout as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table

NAMES = frozenset({"nama", "komponen", "kegiatan", "kecamatan", "desa"})
"""Columns of text that name what a row stands for; codes do so, too, where they refer to no other table."""

NAMED_MEASURES = frozenset(
    {"profil", "kriteria", "kriteria_graduasi", "indikator", "variabel", "rantai", "deret", "perbandingan"}
)
"""Tables whose rows cannot be added up, and may well be called "number of members"."""

RATES = frozenset({"Rp/satuan", "kali/tahun"})
"""Units of what cannot be added up."""

LARGE = 1000  # a smaller number may well be that of one other row by chance

_WORDS = "total|jumlah|jml|rata-?rata|rerata"
_TOTAL = re.compile(rf"(?:sub|grand)?-?(?:{_WORDS})(?:total|keseluruhan|seluruhnya|semua|umum|akhir)?")
_TOTAL_OF = re.compile(rf"[\s*_]*(?:(?:sub|grand)[\s-]*)?(?:{_WORDS}|rata rata)[\s.:=_].*", re.IGNORECASE)
_SPACED = re.compile(
    "|".join(r"\s*".join(word) for word in ("total", "jumlah", "jml", "rata", "rerata")), re.IGNORECASE
)
_DRESS = re.compile(r"[\s*_:=.]+")  # spaces between letters, stars of markdown, a colon
_MEAN = re.compile(r"[\s*_]*(?:rata|rerata)", re.IGNORECASE)
_ANY_WORD = re.compile(rf"{_WORDS}|rata rata", re.IGNORECASE)
_AS_GOOD_AS_EQUAL = 1e-6  # of the larger number; floats that are added in another order differ by less


def may_be_total(row: Sequence[str]) -> bool:
    """Tell whether a word for totals stands in a row at all, at less cost than by a look at each cell."""
    return _SPACED.search("\n".join(row)) is not None


def is_total(text: str) -> bool:
    """Tell whether a cell says nothing but that its row is one of totals or means."""
    return _TOTAL.fullmatch(_DRESS.sub("", text.casefold())) is not None


def begins_like_total(text: str) -> bool:
    """Tell whether a cell begins with a word for totals or means, and goes on."""
    return _TOTAL_OF.fullmatch(text) is not None


def naming_columns(spec: Table) -> tuple[str, ...]:
    """Name the columns that say what a row stands for."""
    return tuple(
        column.name
        for column in spec.columns
        if column.name in NAMES or (column.kind == "id" and not column.refers_to)
    )


def total_problems(frame: pd.DataFrame, raw: RawTable, spec: Table) -> Iterator[Problem]:
    """Tell rows whose name begins like that of a total, as an error where their numbers are one.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the messages.
    spec
        Its specification.
    """
    suspects = {} if spec.name in NAMED_MEASURES else _suspects(frame, spec)
    others = frame.drop(index=list(suspects)) if suspects else frame
    if not suspects or others.empty:
        return
    numbers = _numbers(frame, spec)
    for row, name in sorted(suspects.items()):
        filled = frame.loc[[row], _measured(frame, spec)].notna().to_numpy().any()
        if not filled:
            continue
        own = numbers[numbers.index == row].iloc[0].dropna()
        own = own[own != 0]
        written, person = str(raw.frame.at[row, name]).strip(), spec.column(name).person
        whole = frame[frame.index == row].iloc[0]
        adds_up = _adds_up(own, numbers.loc[others.index], others, whole, mean=_is_mean(written))
        case = messages.TOTAL_ROW if adds_up else messages.TOTAL_DOUBTFUL
        yield raw.place.problem(case, row=row, column=name, value=written, person=person)


def _suspects(frame: pd.DataFrame, spec: Table) -> dict[int, str]:
    """Find the rows whose name begins like that of a total, and the column in which it stands."""
    found: dict[int, str] = {}
    for name in naming_columns(spec):
        texts = frame[name].dropna().unique().tolist() if name in frame.columns else []
        # One search of the joined text is far cheaper than one per cell.
        alike = set(filter(begins_like_total, texts)) if _ANY_WORD.search("\n".join(texts)) else set()
        rows = frame.index[frame[name].isin(alike)] if alike else ()
        found |= {row: name for row in map(row_number, rows) if row not in found}
    return found


def _is_mean(text: str) -> bool:
    return _MEAN.match(text) is not None


def _measured(frame: pd.DataFrame, spec: Table) -> list[str]:
    return [one.name for one in spec.columns if one.kind in NUMBER_KINDS and one.name in frame.columns]


def _numbers(frame: pd.DataFrame, spec: Table) -> pd.DataFrame:
    """Give the columns whose numbers can be added up, and what they come to together."""
    names = _measured(frame, spec)
    numbers = frame[names].astype("float64")
    if {"volume", "harga"} <= set(names):
        times = numbers["frekuensi_per_tahun"] if "frekuensi_per_tahun" in names else 1
        numbers["value"] = numbers["volume"] * numbers["harga"] * times
    # Scores, shares and positions have an upper limit, which sums would not keep.
    rates = [name for name in names if spec.column(name).high is not None or spec.column(name).unit in RATES]
    return numbers.drop(columns=rates)


def _adds_up(
    own: pd.Series, numbers: pd.DataFrame, others: pd.DataFrame, row: pd.Series, *, mean: bool
) -> bool:
    """Tell whether numbers are those of the rows above, of all rows, or of those of a group, together."""
    if own.empty:
        return False
    # A small number is easily that of one other row, but hardly that of several together.
    fewest = 1 if own.abs().max() >= LARGE else 2
    above = numbers.loc[numbers.index < int(str(row.name))].iloc[::-1]
    sums = above.expanding().mean() if mean else above.fillna(0).cumsum()
    groups = [numbers] + [
        numbers.loc[others[name] == row[name]]
        for name in others.columns
        if others[name].dtype == "str" and pd.notna(row[name])
    ]
    together = [one.mean() if mean else one.sum() for one in groups if len(one) >= fewest]
    return _one_equals(own, sums.iloc[fewest - 1 :]) or _one_equals(own, pd.DataFrame(together))


def _one_equals(own: pd.Series, sums: pd.DataFrame) -> bool:
    """Tell whether one row of sums has the same numbers, in all columns or as what they come to."""
    if sums.empty:
        return False
    near = (sums[own.index] - own).abs() <= _AS_GOOD_AS_EQUAL * own.abs()
    amounts = near[["value"]] if "value" in near else near
    return bool(near.all(axis=1).any() or amounts.all(axis=1).any())
