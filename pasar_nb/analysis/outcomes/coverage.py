"""What the survey covers of each indicator theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.outcomes.results import ThemeCoverage
from pasar_nb.language import Message
from pasar_nb.vocabulary import BASELINE, CATEGORY_LABELS, MEASURES, MEASURES_OF_THEMES, THEME_LABELS


def cover(survey: pd.DataFrame, measures: Sequence[Measure]) -> tuple[ThemeCoverage, ...]:
    """Tell for every theme which of its measures the first and the last wave recorded.

    Parameters
    ----------
    survey
        Table `survei` with its derived measures.
    measures
        From `measures.measures_of`.

    Returns
    -------
    tuple
        The six themes, and the district's own variables without a theme if there are any; nothing where
        nobody was asked.
    """
    if survey.empty:
        return ()
    later = survey[survey["gelombang"] > BASELINE]
    first = _answered(survey[survey["gelombang"] == BASELINE])
    final = _answered(later[later["gelombang"] == later["gelombang"].max()])
    listed = [_theme(theme, measures, first, final) for theme in THEME_LABELS]
    loose = [one for one in measures if one.theme not in THEME_LABELS]
    return (*listed, _sorted(None, loose, first, final)) if loose else tuple(listed)


def _answered(rows: pd.DataFrame) -> frozenset[str]:
    return frozenset(str(name) for name in rows.columns if rows[name].notna().any())


def _theme(
    theme: str, measures: Sequence[Measure], first: frozenset[str], final: frozenset[str]
) -> ThemeCoverage:
    own = [one for one in measures if one.theme == theme]
    asked = {one.name for one in own if one.name in first | final}
    absent = (_label(name) for name in MEASURES_OF_THEMES.get(theme, ()) if name not in asked)
    return _sorted(theme, own, first, final, absent)


def _sorted(
    theme: str | None,
    measures: Sequence[Measure],
    first: frozenset[str],
    final: frozenset[str],
    absent: Iterable[Message] = (),
) -> ThemeCoverage:
    def labels(names: frozenset[str]) -> tuple[Message, ...]:
        return tuple(one.label for one in measures if one.name in names)

    return ThemeCoverage(
        theme, labels(first & final), labels(first - final), labels(final - first), tuple(absent)
    )


def _label(name: str) -> Message:
    return CATEGORY_LABELS[name] if name in CATEGORY_LABELS else MEASURES[name][0]
