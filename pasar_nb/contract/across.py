"""Checks across districts: one household in two of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pasar_nb.contract.folders import CODE_LENGTH
from pasar_nb.contract.messages import across as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.vocabulary import HOUSEHOLD_ID

HOMES = "rumah_tangga"
# RT-001 to RT-300 are in every district that numbers its households, and prove nothing.
_RUNNING = re.compile(r"[A-Za-z]*[-_. ]?(?P<number>[0-9]{1,6})")


def is_running_number(household: str, *districts: str) -> bool:
    """Tell whether a household's code is a mere running number, which any district may use.

    Parameters
    ----------
    household
        The code.
    *districts
        Codes of the districts that use it; a number that goes on after one of them is none of another's.
    """
    running = _RUNNING.fullmatch(household)
    if running is None:
        return False
    number = running["number"]
    return not any(number.startswith(code) and number != code for code in districts if code)


class HouseholdsMet:
    """The households of the districts met so far, so that a later one is told what it shares with them.

    Each district costs one look-up per household, so that 514 districts are compared in a second.
    """

    def __init__(self) -> None:
        self._folder_of: dict[str, str] = {}

    def meet(self, folder: str, households: Iterable[str]) -> tuple[Problem, ...]:
        """Compare a district with all that were met before, and remember it.

        Parameters
        ----------
        folder
            Name of the district's folder.
        households
            Its pseudonyms; they are not repeated in any message.

        Returns
        -------
        tuple of Problem
            One for each earlier district that has households of this one, naming both folders: an error, or
            a warning where all codes they share are running numbers.
        """
        pseudonyms: Counter[str] = Counter()
        running: Counter[str] = Counter()
        for household in dict.fromkeys(households):
            earlier = self._folder_of.setdefault(household, folder)
            if earlier != folder:
                codes = folder[:CODE_LENGTH], earlier[:CODE_LENGTH]
                (running if is_running_number(household, *codes) else pseudonyms)[earlier] += 1
        cases = ((messages.HOUSEHOLDS_SHARED, pseudonyms), (messages.NUMBERS_SHARED, running))
        return tuple(
            case.problem(table=HOMES, column=HOUSEHOLD_ID, folder=folder, other=other, count=count)
            for case, shared in cases
            for other, count in sorted(shared.items())
        )
