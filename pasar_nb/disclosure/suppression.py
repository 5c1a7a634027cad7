"""Group statistics for the public: small groups hidden, counts and statistics rounded."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.disclosure.bounds import Lines, Parts
from pasar_nb.disclosure.rounding import rounded_column, rounded_tests
from pasar_nb.disclosure.secondary import lines_of_rows, lines_within_rows, protect
from pasar_nb.errors import DisclosureError
from pasar_nb.findings import GroupStatistics
from pasar_nb.language import _, listing
from pasar_nb.vocabulary import DOMINANCE_LIMIT, ROUND_COUNTS_TO, SUPPRESS_BELOW

SMALL = f"<{SUPPRESS_BELOW}"
"""Stands in place of a small count that nothing else is added to."""

WITHHELD = "*"
"""Stands in place of a count among others: a small one, or one that would let a small one be told.

Which of the two is not said. Two groups marked as below ten whose total is 20 would have nine each.
"""

Counts = NDArray[np.float64]
Cells = NDArray[np.bool_]


def is_hidden(value: object) -> bool:
    """Tell whether a cell is one of the marks that stand in place of a count."""
    return isinstance(value, str) and value in (SMALL, WITHHELD)


def safe_count(count: float) -> int | str:
    """Round a single count of households, or hide it."""
    return SMALL if count < SUPPRESS_BELOW else int(_rounded(count))


def suppress(frame: pd.DataFrame, rule: GroupStatistics, place: str = "") -> pd.DataFrame:
    """Make a table of group statistics fit for the public.

    Parameters
    ----------
    frame
        A row per group; it is not changed.
    rule
        What its columns are.
    place
        Where the table stands, for messages.

    Returns
    -------
    pandas.DataFrame
        The same rows. Counts become objects: whole numbers rounded to five, `SMALL` or `WITHHELD`. Hidden
        values, quantiles and shares are missing, others have two or three digits. `exact_only`, `dominance`
        and `exposing` columns are gone.

    Raises
    ------
    DisclosureError
        Where the declaration does not cover a column that is not text.

    Notes
    -----
    Rounding to five and the threshold of ten follow the UK Longitudinal Linkage Collaboration and ACRO.
    Tables are protected one by one: two tables of the same households by different groupings can still be
    combined; the rounding is what stands against that.
    """
    _check_declaration(frame, rule, place)
    exact = _counts(frame, rule)
    hidden = _hidden(frame, exact, rule)
    safe = frame.drop(columns=[*rule.exact_only, *rule.dominance, *_exposing(rule)])
    safe.attrs = {}
    counted = _with_counts(safe, exact, hidden, rule)
    exposing = np.asarray(frame[list(_exposing(rule))].to_numpy(dtype=bool).any(axis=1))
    return _with_statistics(counted, exact, hidden, exposing, rule)


def _check_declaration(frame: pd.DataFrame, rule: GroupStatistics, place: str) -> None:
    declared = _declared(rule)
    absent = sorted(declared - set(frame.columns))
    if absent:
        raise DisclosureError(
            _("Tabel '{place}' tidak mempunyai kolom {columns}.", place=place, columns=listing(absent))
        )
    # Text names the groups; any other column is a statistic until it is declared to be a key.
    others = [name for name in frame.columns if name not in declared]
    unknown = [str(name) for name in others if not _is_text(frame[name])]
    if unknown:
        raise DisclosureError(
            _(
                "Tabel '{place}' tidak menyatakan kolom {columns}; nyatakan sebagai nilai, cacah, pangsa, "
                "kuantil, kunci atau hanya untuk pemilik data.",
                place=place,
                columns=listing(unknown),
            )
        )


def _declared(rule: GroupStatistics) -> set[str]:
    shares = {name for share in rule.shares for name in share}
    quantiles = {name for name, _probability in rule.quantiles}
    named = (
        *rule.values,
        *rule.coarse,
        *rule.tests,
        *rule.official,
        *rule.counts,
        *rule.margins,
        *rule.exact_only,
        *rule.dominance,
        *_exposing(rule),
    )
    return {rule.n, *named} | shares | quantiles


def _is_text(column: pd.Series[Any]) -> bool:
    is_text = pd.api.types.is_string_dtype(column.dtype) or isinstance(column.dtype, pd.CategoricalDtype)
    return is_text or (
        column.dtype == object and bool(column.dropna().map(lambda one: isinstance(one, str)).all())
    )


def _count_columns(rule: GroupStatistics) -> list[str]:
    """List the columns of counts: `n` first, then the declared ones and those that shares are made of."""
    of_shares = (name for _share, *both in rule.shares for name in both)
    return list(dict.fromkeys((rule.n, *rule.counts, *of_shares)))


def _counts(frame: pd.DataFrame, rule: GroupStatistics) -> Counts:
    return frame[_count_columns(rule)].astype("float64").to_numpy(copy=True)


def _hidden(frame: pd.DataFrame, exact: Counts, rule: GroupStatistics) -> Cells:
    """Tell which counts are hidden; a hidden `n` hides its whole row."""
    small = exact < SUPPRESS_BELOW  # a missing count is no count: comparison with NaN is false
    small[~(exact[:, 0] >= SUPPRESS_BELOW) | _dominated(frame, rule)] = True
    small |= _other_side_small(exact, rule)
    present = ~np.isnan(exact)
    return protect(np.nan_to_num(exact), small & present, _lines(frame, present, rule), _parts(present, rule))


def _dominated(frame: pd.DataFrame, rule: GroupStatistics) -> Cells:
    """Mark rows of whose total two units hold nearly all; a share that is not known is no excuse."""
    if not rule.dominance:
        return np.zeros(len(frame), dtype=bool)
    held = frame[list(rule.dominance)].astype("float64").to_numpy()
    dominated: Cells = ~np.all(held <= DOMINANCE_LIMIT, axis=1)
    return dominated


def _exposing(rule: GroupStatistics) -> tuple[str, ...]:
    return () if rule.exposing is None else (rule.exposing,)


def _other_side_small(exact: Counts, rule: GroupStatistics) -> Cells:
    """Mark numerators that leave too few on the other side: 48 of 50 says that two are different."""
    names = _count_columns(rule)
    marked = np.zeros(exact.shape, dtype=bool)
    for _share, numerator, denominator in rule.shares:
        part, whole = names.index(numerator), names.index(denominator)
        marked[:, part] |= exact[:, whole] - exact[:, part] < SUPPRESS_BELOW
    return marked


def _lines(frame: pd.DataFrame, present: Cells, rule: GroupStatistics) -> Lines:
    return lines_within_rows(lines_of_rows(frame, rule.margins), present)


def _parts(present: Cells, rule: GroupStatistics) -> Parts:
    """Give the numerator and denominator of every share, as positions in the table read row by row."""
    names = _count_columns(rule)
    pairs = [(names.index(part), names.index(whole)) for _share, part, whole in rule.shares]
    starts = [row * len(names) for row in range(len(present))]
    flat = present.ravel()
    placed = ((start + part, start + whole) for start in starts for part, whole in pairs)
    return tuple((part, whole) for part, whole in placed if flat[part] and flat[whole])


def _with_counts(frame: pd.DataFrame, exact: Counts, hidden: Cells, rule: GroupStatistics) -> pd.DataFrame:
    numerators = {part for _share, part, _whole in rule.shares}
    shown = {}
    for at, name in enumerate(_count_columns(rule)):
        # The part of a share is also hidden where nearly all belong to it, which "<10" would then deny.
        alone = len(frame) == 1 and name not in numerators and len(rule.counts) <= 1
        cells = [
            None if np.isnan(count) else _mark(count, alone) if secret else int(_rounded(count))
            for count, secret in zip(exact[:, at], hidden[:, at], strict=True)
        ]
        shown[name] = pd.Series(cells, index=frame.index, dtype=object)
    return frame.assign(**shown)


def _mark(count: float, alone: bool) -> str:
    return SMALL if alone and count < SUPPRESS_BELOW else WITHHELD


def _with_statistics(
    frame: pd.DataFrame, exact: Counts, hidden: Cells, exposing: Cells, rule: GroupStatistics
) -> pd.DataFrame:
    n, no_row = exact[:, 0], hidden[:, 0] | np.isnan(exact[:, 0])
    secret, units = no_row | exposing, _units(exact, rule)
    shown = {name: rounded_column(_blanked(frame[name], secret), units) for name in rule.values}
    always_few = np.zeros(len(n))
    shown |= {name: rounded_column(_blanked(frame[name], secret), always_few) for name in rule.coarse}
    shown |= {name: rounded_tests(_blanked(frame[name], no_row)) for name in rule.tests}
    shown |= {name: _blanked(frame[name], no_row) for name in rule.official}
    for name, probability in rule.quantiles:
        on_thinner_side = n * min(probability, 1 - probability)
        # half a unit of float error must not hide a median of exactly twenty
        too_thin = on_thinner_side < SUPPRESS_BELOW - 1e-9
        shown[name] = rounded_column(_blanked(frame[name], secret | too_thin), units)
    names = _count_columns(rule)
    for share, numerator, denominator in rule.shares:
        part, whole = names.index(numerator), names.index(denominator)
        ratio = _ratio(_rounded(exact[:, part]), _rounded(exact[:, whole]))
        untold = hidden[:, part] | hidden[:, whole] | no_row
        shown[share] = pd.Series(np.where(untold, np.nan, ratio), index=frame.index)
    return frame.assign(**shown)


def _units(exact: Counts, rule: GroupStatistics) -> Counts:
    """Give the smallest count that a row of statistics stands on."""
    smallest: Counts = np.nanmin(exact[:, : 1 + len(rule.counts)], axis=1, initial=np.inf)
    return smallest


def _blanked(column: pd.Series[Any], hidden: Cells) -> pd.Series[Any]:
    nullable = column.astype("boolean") if column.dtype == bool else column
    return cast("pd.Series[Any]", nullable.mask(hidden))


def _ratio(part: Counts, whole: Counts) -> Counts:
    """Divide counts; a share of nobody is missing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def _rounded(counts: Any) -> Any:
    """Round one count or an array of counts."""
    return np.round(counts / ROUND_COUNTS_TO) * ROUND_COUNTS_TO
