"""Submissions of an export: which are approved, of which household, in which wave."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pasar_nb.contract.grid import Place
from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages
from pasar_nb.kobo.binding import BoundRound
from pasar_nb.kobo.mapping import WAVE, ImportMap, Rules
from pasar_nb.kobo.pseudonyms import Pseudonyms, bare, is_shortened, normalised
from pasar_nb.kobo.questions import CHOSEN, Found
from pasar_nb.language import Message, _, verbatim

WITHOUT_STATE, OTHER_STATE = _("tanpa status"), _("lain")
LEAST_TO_DOUBT = 5  # numbers of sixteen digits; that five all end with 0 happens once in 10^5 by chance
_NIK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission that is taken.

    Attributes
    ----------
    round
        The round and the sheet that it stands in.
    at
        Position of its row among the sheet's rows.
    household
        Pseudonym of the household; empty where the round has none.
    wave
        As collected, or as the map says.
    sent
        When it was sent, as exported; empty where the export does not say.
    """

    round: BoundRound
    at: int
    household: str
    wave: str
    sent: str

    @property
    def row(self) -> int:
        """Its row, as the spreadsheet numbers it."""
        return self.round.main.rows[self.at][0]

    @property
    def place(self) -> Place:
        """Its file and sheet."""
        return self.round.main.place


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken of the exports.

    Attributes
    ----------
    submissions
        The submissions, in the order of rounds, files and rows.
    states
        How many submissions were left out, by their state.
    unreviewed
        Sheets without a column of approval, from which all were taken.
    problems
        What is wrong with submissions.
    """

    submissions: tuple[Submission, ...]
    states: Counter[Message]
    unreviewed: tuple[Place, ...]
    problems: tuple[Problem, ...]


def take(the_map: ImportMap, rounds: Sequence[BoundRound], pseudonyms: Pseudonyms) -> Taken:
    """Take the approved submissions of all rounds and replace what identifies their households."""
    taker = _Taker(the_map, pseudonyms)
    for one in rounds:
        taker.take(one)
    return Taken(
        tuple(taker.submissions), taker.states, tuple(taker.unreviewed), (*taker.problems, *taker.alike())
    )


class _Taker:
    """Goes through submissions and keeps what there is to say."""

    def __init__(self, the_map: ImportMap, pseudonyms: Pseudonyms) -> None:
        self.map, self.pseudonyms = the_map, pseudonyms
        self.submissions: list[Submission] = []
        self.states: Counter[Message] = Counter()
        self.unreviewed: list[Place] = []
        self.problems: list[Problem] = []
        self._by_bare: defaultdict[str, dict[str, Submission]] = defaultdict(dict)

    def take(self, one: BoundRound) -> None:
        rows = self._approved(one)
        if one.main.rows and not rows:
            status = one.main.headers[one.status] if one.status is not None else ""
            self.problems.append(one.main.place.problem(messages.NOTHING_APPROVED, status=status))
        if one.household and _rounded(one, rows):
            self.problems.append(one.main.place.problem(messages.HOUSEHOLD_ROUNDED))
        for at in rows:
            household = self._household(one, at)
            sent = one.main.rows[at][1][one.time].strip() if one.time is not None else ""
            submission = Submission(one, at, household, self._wave(one, at), sent)
            self.submissions.append(submission)
            if household:
                key = bare("".join(_answers(one, at)))
                self._by_bare[key].setdefault(household, submission)

    def alike(self) -> list[Problem]:
        """Tell identifiers that differ in nothing but punctuation, as one of them may be a slip."""
        problems = []
        for (_first, *others), (first, *_rest) in (
            (list(found.values()), list(found)) for found in self._by_bare.values()
        ):
            problems += [
                one.place.problem(messages.HOUSEHOLD_ALIKE, row=one.row, household=one.household, other=first)
                for one in others
            ]
        return problems

    def _approved(self, one: BoundRound) -> list[int]:
        rules = self.map.rules
        if one.status is None:
            self.unreviewed.append(one.main.place)
        if one.status is None or rules.take == "all":
            return list(range(len(one.main.rows)))
        taken = []
        for at, state in enumerate(one.main.cells(one.status)):
            if _is_approved(state, rules):
                taken.append(at)
            else:
                self.states[_told_state(state, own=bool(rules.status))] += 1
        return taken

    def _household(self, one: BoundRound, at: int) -> str:
        """Give the pseudonym of a submission's household; empty where it has none or it cannot be told."""
        if not one.household:
            return ""
        written = [_written(one, found, at) for found in one.household]
        row, column = one.main.rows[at][0], one.household[0].header
        if any(is_shortened(text) for text in written):
            case = messages.HOUSEHOLD_SHORTENED
        elif not all(normalised(text) for text in written) or any(one.startswith("#") for one in written):
            case = messages.HOUSEHOLD_MISSING
        else:
            return self.pseudonyms.of([normalised(text) for text in written])
        self.problems.append(one.main.place.problem(case, row=row, column=column))
        return ""

    def _wave(self, one: BoundRound, at: int) -> str:
        if one.wave is None:
            return one.round.wave
        return self.map.translated(WAVE, _written(one, one.wave, at))


def _written(one: BoundRound, found: Found, at: int) -> str:
    cells = one.main.rows[at][1]
    if found.at is not None:
        return cells[found.at].strip()
    return " ".join(choice for choice, place in found.options if cells[place].strip().casefold() in CHOSEN)


def _answers(one: BoundRound, at: int) -> list[str]:
    return [normalised(_written(one, found, at)) for found in one.household]


def _told_state(state: str, *, own: bool) -> Message:
    """Name a state; in a column of a map's own choice, which may hold anything, only that it is another."""
    if not state:
        return WITHOUT_STATE
    return OTHER_STATE if own else verbatim(state)


def _is_approved(state: str, rules: Rules) -> bool:
    return state.casefold() in rules.approved


def _rounded(one: BoundRound, rows: Sequence[int]) -> bool:
    """Tell whether a spreadsheet has rounded every NIK to the fifteen digits that it can hold."""
    for place in range(len(one.household)):
        numbers = {_answers(one, at)[place] for at in rows}
        long = {number for number in numbers if len(number) == _NIK_DIGITS and number.isdecimal()}
        if len(long) >= LEAST_TO_DOUBT and all(number.endswith("0") for number in long):
            return True
    return False
