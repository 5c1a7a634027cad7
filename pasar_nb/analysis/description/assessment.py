"""The whole description of the answers of a survey in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.description.bands import distribution
from pasar_nb.analysis.description.budgets import from_business, spending
from pasar_nb.analysis.description.frequencies import frequencies, shares_by_group
from pasar_nb.analysis.description.groups import Grouping, groupings, told_together
from pasar_nb.analysis.description.key_measures import key_measures
from pasar_nb.analysis.description.prices import months_of, rupiah_of
from pasar_nb.analysis.description.results import Description, Distribution, Split
from pasar_nb.analysis.description.sheet import Sheet, answered, sheet_of
from pasar_nb.analysis.description.statistics import Whole
from pasar_nb.analysis.description.summaries import Columns, by_arm, by_group, joined
from pasar_nb.analysis.households import finished, with_measures
from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.analysis.numbering import number_households
from pasar_nb.findings import NotEstimable

_NAMES = ("measure", "theme", "wave", "arm", "part")
_STATISTICS = (
    *(*_NAMES, "n", "mean", "low_quartile", "median", "high_quartile"),
    *("mode", "deviation", "least", "most", "largest"),
)
_ANSWERS = (*_NAMES, "answer", "of", "count", "share")


def describe(
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    variables: pd.DataFrame,
    prices: pd.DataFrame,
    *,
    outcome: Outcome | NotEstimable,
) -> Description:
    """Describe the answers to every question of the survey, in every wave but an unfinished last one.

    Parameters
    ----------
    survey, homes, variables, prices
        Tables `survei`, `rumah_tangga`, `variabel` and `ihk` of the contract. They are not changed.
    outcome
        The primary outcome (`change.assess`), which is told first.

    Returns
    -------
    Description
        Of all who answered in a wave, whether or not they were seen in another: the change of the same
        households is told by `change`.
    """
    homes, survey = number_households(homes, survey)
    survey, _unfinished = finished(survey, homes)
    measured = with_measures(survey)
    measures = measures_of(measured, variables)
    rupiah, factor = rupiah_of(measured, prices, needed=any(one.money for one in measures))
    sheet = sheet_of(measured, homes, factor)
    ways, unrecorded, crowded = groupings(sheet, homes)
    key = key_measures(measures, None if isinstance(outcome, NotEstimable) else outcome.name)
    names = [one.name for one in key]
    cells = {way.kind: sheet.within_waves(way.codes) for way in ways}
    statistics, splits, bands = _by_question(sheet, measures, ways, cells, names)
    public = {way.kind for way in told_together(ways, sheet.wave)}
    split = {kind: joined(parts, ()) for kind, parts in splits.items() if parts}
    answers = [columns for one in measures if (columns := frequencies(sheet, one)) is not None]
    return Description(
        measures=measures,
        key=key,
        months=months_of(measured, sheet.waves),
        compared=bool((sheet.own == 0).any()),
        rupiah=rupiah,
        unrecorded=unrecorded,
        crowded=crowded,
        withheld=tuple(way.kind for way in ways if way.kind not in public),
        splits=tuple(_split(kind, table, names) for kind, table in split.items() if kind in public),
        distributions=tuple(bands[name] for name in names if name in bands),
        spending=spending(sheet),
        business=from_business(sheet),
        statistics=joined(statistics, _STATISTICS),
        answers=joined(answers, _ANSWERS),
        every_split=_every(split, _answers_split(sheet, measures, ways, cells)),
    )


def _by_question(
    sheet: Sheet,
    measures: tuple[Measure, ...],
    ways: tuple[Grouping, ...],
    cells: dict[str, Whole],
    key: list[str],
) -> tuple[list[Columns], dict[str, list[Columns]], dict[str, Distribution]]:
    """Describe the answers to each question, sorted once: by arm, by group, and in bands for the key ones."""
    statistics: list[Columns] = []
    splits: dict[str, list[Columns]] = {way.kind: [] for way in ways}
    bands: dict[str, Distribution] = {}
    for one in answered(sheet, measures):
        if one.measure.form != "yes_no":
            statistics.append(by_arm(one, sheet))
        for way in ways:
            splits[way.kind].append(by_group(one, sheet, way.names, cells[way.kind]))
        if one.measure.name in key and (found := distribution(one, sheet)):
            bands[one.measure.name] = found
    return statistics, splits, bands


def _split(kind: str, table: pd.DataFrame, key: list[str]) -> Split:
    """Take the key measures, in their order."""
    place = table["measure"].map({name: at for at, name in enumerate(key)})
    kept = table.assign(place=place).dropna(subset=["place"]).sort_values("place", kind="stable")
    return Split(kind=kind, table=kept.drop(columns=["place", "average"]).reset_index(drop=True))


def _answers_split(
    sheet: Sheet, measures: tuple[Measure, ...], ways: tuple[Grouping, ...], cells: dict[str, Whole]
) -> dict[str, pd.DataFrame]:
    """Split the answers to questions answered by names, which have no mean, by how often each is given."""
    each = [(way.names, cells[way.kind]) for way in ways]
    named = [shares_by_group(sheet, one, each) for one in measures if one.form == "category"]
    return {way.kind: joined([one[at] for one in named], ()) for at, way in enumerate(ways) if named}


def _every(split: dict[str, pd.DataFrame], named: dict[str, pd.DataFrame]) -> pd.DataFrame:
    columns = ["measure", "group", "wave", "answer", "n", "average", "median"]
    parts = [
        table.assign(kind=kind).reindex(columns=[*columns, "kind"])
        for tables in (split, named)
        for kind, table in tables.items()
        if len(table)
    ]
    whole = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*columns, "kind"])
    return whole[whole["n"] > 0].rename(columns={"average": "mean"})
