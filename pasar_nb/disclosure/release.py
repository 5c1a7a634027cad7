"""The way out of the analysis: a result with every table protected as its field declares.

Whatever is not known to be safe is refused: a table without a declaration, an array, a drawing, any object
that is neither a result nor a plain value. The refusal is the same for both audiences, so that an analyst
meets it in JupyterLab and not in the batch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Generic, TypeVar, cast, get_args

import pandas as pd

from pasar_nb.disclosure.pseudonyms import Pseudonyms, pseudonymise, pseudonyms_of, refuse_names
from pasar_nb.disclosure.rounding import rounded, rounded_down
from pasar_nb.disclosure.suppression import safe_count, suppress
from pasar_nb.disclosure.traversal import map_declared
from pasar_nb.errors import DisclosureError, check_option
from pasar_nb.findings import Disclosure, GroupStatistics, Microdata, Named, Statistic
from pasar_nb.language import LANGUAGES, Language, _
from pasar_nb.vocabulary import SUPPRESS_BELOW, Audience

HOUSEHOLD_ID = "id_rt"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Released(Generic[Result]):
    """A result that has passed disclosure control, for one audience and language.

    Figures, tables and sentences accept nothing else.

    Attributes
    ----------
    result
        The result. For the public audience its counts of households are rounded, or the text ``<10`` or
        ``*``; statistics have two or three digits, suppressed ones are missing; tables of microdata have no
        rows; ``exact_only`` columns are gone.
    audience, language
        For whom and in which language it is shown.
    """

    result: Result
    audience: Audience
    language: Language


def release(result: Result, *, audience: Audience, language: Language) -> Released[Result]:
    """Protect a result for an audience.

    Parameters
    ----------
    result
        A result of an analysis: a dataclass whose tables carry a declaration (`pasar_nb.findings.published`).
        It is not changed.
    audience
        ``public``: suppressed, rounded, pseudonymised. ``internal``: exact, but still without names.
    language
        Language of the exhibits that are made of it.

    Returns
    -------
    Released
        The protected result.

    Raises
    ------
    DisclosureError
        Where a table has no declaration, or one that does not fit it.
    UsageError
        For an unknown audience or language.
    """
    check_option("audience", audience, get_args(Audience))
    check_option("language", language, LANGUAGES)
    names = pseudonyms_of(result, language)

    def visit(value: object, declared: Disclosure | None, place: str) -> object:
        if isinstance(value, pd.DataFrame):
            return _protected(value, declared, place, audience, names)
        if audience == "internal":
            return value
        if isinstance(declared, Statistic):
            return _published(cast("float", value), declared)
        return safe_count(cast("int", value))

    return Released(cast("Result", map_declared(result, visit)), audience, language)


def _published(number: float, declared: Statistic) -> float:
    """Round a single number; one of fewer than ten households is missing."""
    if declared.units is not None and declared.units < SUPPRESS_BELOW:
        return math.nan
    return rounded_down(number) if declared.test else rounded(number, declared.units)


def _protected(
    frame: pd.DataFrame, declared: Disclosure | None, place: str, audience: Audience, names: Pseudonyms
) -> pd.DataFrame:
    if declared is None:
        raise DisclosureError(
            _("Tabel '{place}' tidak menyatakan bagaimana ia boleh diterbitkan.", place=place)
        )
    if isinstance(declared, Named):
        return _without_households(pseudonymise(frame, declared, names, place), place)
    refuse_names(frame, names, place)
    if isinstance(declared, Microdata):
        return frame.copy() if audience == "internal" else _emptied(frame)
    if isinstance(declared, GroupStatistics) and audience == "public":
        return _without_households(suppress(frame, declared, place), place)
    return _without_households(_bare(frame), place)


def _without_households(frame: pd.DataFrame, place: str) -> pd.DataFrame:
    """Refuse household ids in a table that is declared as anything but microdata."""
    if HOUSEHOLD_ID in (*frame.columns, *frame.index.names):
        raise DisclosureError(
            _(
                "Tabel '{place}' memuat kolom {column}, tetapi tidak dinyatakan sebagai data mikro.",
                place=place,
                column=HOUSEHOLD_ID,
            )
        )
    return frame


def _bare(frame: pd.DataFrame) -> pd.DataFrame:
    """Copy a table without its `attrs`, which could carry anything."""
    copy = frame.copy()
    copy.attrs = {}
    return copy


def _emptied(frame: pd.DataFrame) -> pd.DataFrame:
    """Make a table with the same columns and no row; an index or categories could still hold the ids."""
    dtypes = {
        name: "str" if isinstance(dtype, pd.CategoricalDtype) else dtype
        for name, dtype in frame.dtypes.items()
    }
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in dtypes.items()})
