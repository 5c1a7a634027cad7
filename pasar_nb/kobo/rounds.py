"""Rounds brought together: one submission per household and wave, and who is missing where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pasar_nb.contract.cases import Case
from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages
from pasar_nb.kobo.mapping import Duplicates
from pasar_nb.kobo.moments import universal_moment
from pasar_nb.kobo.submissions import Submission
from pasar_nb.language import Listing, listing


@dataclass(frozen=True, slots=True)
class Matching:
    """How many households of the first wave are found again in a later one.

    Attributes
    ----------
    first, wave
        The waves.
    both, only_first, only_wave
        Households in both, and in one of them only.
    """

    first: str
    wave: str
    both: int
    only_first: int
    only_wave: int


def settle_duplicates(
    submissions: Sequence[Submission], decision: Duplicates
) -> tuple[tuple[Submission, ...], list[Problem]]:
    """Keep one submission per household and wave.

    Parameters
    ----------
    submissions
        What was taken.
    decision
        ``error`` refuses several, ``latest`` keeps the one that was sent last.

    Returns
    -------
    tuple
        The submissions that are kept, in their order, and each duplicate as a problem.
    """
    groups: defaultdict[tuple[str, str], list[Submission]] = defaultdict(list)
    for one in submissions:
        if one.household:
            groups[one.household, one.wave].append(one)
    dropped: set[int] = set()
    problems: list[Problem] = []
    for group in groups.values():
        if len(group) > 1:
            left, found = _settled(group, decision)
            dropped |= {id(one) for one in left}
            problems += found
    return tuple(one for one in submissions if id(one) not in dropped), problems


def _settled(group: Sequence[Submission], decision: Duplicates) -> tuple[list[Submission], list[Problem]]:
    if decision == "error":
        return [], [_problem(messages.DUPLICATE, one, group) for one in group]
    sent = {moment: one for one in group if (moment := universal_moment(one.sent)) is not None}
    latest = sent[max(sent)] if len(sent) == len(group) else None
    if latest is None:
        return [], [_problem(messages.DUPLICATE_UNTIMED, one, group) for one in group]
    left = [one for one in group if one is not latest]
    return left, [_problem(messages.DUPLICATE_SETTLED, one, [latest]) for one in left]


def _problem(case: Case, one: Submission, group: Sequence[Submission]) -> Problem:
    others = places([other for other in group if other is not one])
    return one.place.problem(case, row=one.row, household=one.household, wave=one.wave, others=others)


def places(submissions: Sequence[Submission]) -> Listing:
    """Name the rows of submissions, with file and sheet."""
    return listing(f"{one.place.file}/{one.place.sheet}:{one.row}" for one in submissions)


def match_waves(submissions: Sequence[Submission]) -> tuple[list[Matching], list[Problem]]:
    """Compare each later wave with the first one.

    Returns
    -------
    tuple
        The counts by wave, and every household that is in one of two waves only.
    """
    waves: defaultdict[str, dict[str, Submission]] = defaultdict(dict)
    for one in submissions:
        if one.household and one.wave:
            waves[one.wave].setdefault(one.household, one)
    if len(waves) < 2:
        return [], []
    first, *later = sorted(waves, key=wave_order)
    matchings, problems = [], []
    for wave in later:
        early, late = waves[first], waves[wave]
        only_first = [one for household, one in early.items() if household not in late]
        only_wave = [one for household, one in late.items() if household not in early]
        both = len(early) - len(only_first)
        matchings.append(Matching(first, wave, both, len(only_first), len(only_wave)))
        for case, unmatched in ((messages.ONLY_BASELINE, only_first), (messages.ONLY_FOLLOW_UP, only_wave)):
            problems += [
                one.place.problem(case, row=one.row, household=one.household, first=first, wave=wave)
                for one in unmatched
            ]
    return matchings, problems


def wave_order(wave: str) -> tuple[int, int, str]:
    """Order waves by their number; what is no number comes last."""
    return (0, int(wave), "") if wave.isdecimal() else (1, 0, wave)
