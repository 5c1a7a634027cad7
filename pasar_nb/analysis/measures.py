"""What a survey measured: every answered question with its label, unit, form and theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.rows import as_rows
from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary import CATEGORY_LABELS, MEASURES, MEASURES_OF_THEMES, RUPIAH_UNITS, readable

MeasureForm: TypeAlias = Literal["number", "yes_no", "scale", "category"]
"""How a question is answered: a number, yes or no, a step of a scale, or a name."""
_FORMS: dict[str, MeasureForm] = {
    "angka": "number",
    "ya_tidak": "yes_no",
    "skala": "scale",
    "kategori": "category",
}
_SCALES = frozenset(MEASURES_OF_THEMES["persepsi"])
_KNOWN = frozenset(name for names in MEASURES_OF_THEMES.values() for name in names)


@dataclass(frozen=True, slots=True)
class Measure:
    """A question of the survey that somebody answered.

    Attributes
    ----------
    name
        Column of `survei` or derived measure.
    label, unit
        For the reader; the unit of a yes or no is the share of households, of a category none.
    form
        How it is answered.
    theme
        One of the six themes of indicators (`vocabulary.THEME_LABELS`); None where the district's own
        variable names none.
    direction
        The good one, ``naik`` or ``turun``, where the district tells it.
    money
        Whether it is an amount of rupiah, told in those of one month where the price index allows it.
    """

    name: str
    label: Message
    unit: Message
    form: MeasureForm
    theme: str | None
    direction: str | None = None
    money: bool = False


def measures_of(survey: pd.DataFrame, variables: pd.DataFrame) -> tuple[Measure, ...]:
    """List what was measured, by theme, the district's own variables last in theirs.

    Parameters
    ----------
    survey
        Table `survei` with its derived measures (`households.with_measures`).
    variables
        Table `variabel`.

    Returns
    -------
    tuple of Measure
        Only those with an answer in any wave.
    """
    own = [
        _own(row)
        for row in as_rows(variables)
        if row["variabel"] not in _KNOWN and _answered(survey, str(row["variabel"]))
    ]
    listed = [
        measure
        for theme, names in MEASURES_OF_THEMES.items()
        for measure in (
            *(_known(name, theme) for name in names if _answered(survey, name)),
            *(one for one in own if one.theme == theme),
        )
    ]
    return (*listed, *(one for one in own if one.theme not in MEASURES_OF_THEMES))


def _answered(survey: pd.DataFrame, name: str) -> bool:
    return name in survey and bool(survey[name].notna().any())


def _known(name: str, theme: str) -> Measure:
    if name in CATEGORY_LABELS:
        return Measure(name, CATEGORY_LABELS[name], verbatim(""), "category", theme)
    label, unit, kind = MEASURES[name]
    form: MeasureForm = "yes_no" if kind == "share" else "scale" if name in _SCALES else "number"
    return Measure(name, label, unit, form, theme, money=kind == "money")


def _own(row: dict[str, Any]) -> Measure:
    name, title, unit, direction = (
        _text(row.get(column)) for column in ("variabel", "nama", "satuan", "arah")
    )
    form = _FORMS[str(row["jenis"])]
    shown = _("bagian rumah tangga") if form == "yes_no" else verbatim(unit or "")
    label = verbatim(title or readable(name or ""))
    money = form == "number" and unit in RUPIAH_UNITS
    return Measure(name or "", label, shown, form, _text(row.get("tema")), direction, money)


def _text(value: Any) -> str | None:
    return None if pd.isna(value) else str(value)
