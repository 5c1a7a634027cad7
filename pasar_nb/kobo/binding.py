"""A map and its exports brought together: every round with its sheets, every column with its question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pasar_nb.contract.grid import Place
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages
from pasar_nb.kobo import messages_map as map_messages
from pasar_nb.kobo.export import Export, ExportSheet
from pasar_nb.kobo.links import Link, is_repeat, links_to
from pasar_nb.kobo.map_log import nearest
from pasar_nb.kobo.mapping import Answer, ImportMap, Round, TablePlan
from pasar_nb.kobo.questions import Found, find_question
from pasar_nb.language import listing

STATUSES = ("_validation_status", "ReviewState")
TIMES = ("_submission_time", "SubmissionDate")
"""When a submission was sent, in universal time, as KoboToolbox and ODK name it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a column's cells are found.

    Attributes
    ----------
    answer
        What the map says.
    level
        Number of steps from the row to the parent that holds the question.
    found
        The question; None for a fixed text.
    """

    answer: Answer
    level: int = 0
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class BoundTable:
    """A table with its sheet, the way to the main sheet, and its columns."""

    plan: TablePlan
    sheet: ExportSheet
    links: tuple[Link, ...]
    columns: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class BoundRound:
    """A round in one of its files.

    Attributes
    ----------
    round
        What the map says.
    main
        The sheet with a row per submission.
    household
        The questions that identify a household.
    wave
        The question of the wave; None where the map fixes it.
    status
        Column of approval, or None.
    time
        Column of the time of sending, or None.
    tables
        The tables that it feeds.
    """

    round: Round
    main: ExportSheet
    household: tuple[Found, ...]
    wave: Found | None
    status: int | None
    time: int | None
    tables: tuple[BoundTable, ...]


class _Binder:
    """Brings one round and one export together and collects what does not fit."""

    def __init__(self, one: Round, export: Export) -> None:
        self.round, self.export = one, export
        self.problems: list[Problem] = []

    def bound(self, status: str) -> BoundRound | None:
        main = self._sheet(self.round.sheet, self.round.key) if self.round.sheet else self._main()
        if main is None:
            return None
        questions = [(name, f"{self.round.key}.household") for name in self.round.household]
        household = [self._question(main, name, key) for name, key in questions]
        wave_question = self.round.wave_question
        wave = self._question(main, wave_question, f"{self.round.key}.wave") if wave_question else None
        state = self._question(main, status, "rules.status") if status else None
        tables = [self._table(main, plan) for plan in self.round.tables]
        return BoundRound(
            self.round,
            main,
            tuple(filter(None, household)),
            wave,
            state.at if state else main.position(*STATUSES),
            main.position(*TIMES),
            tuple(filter(None, tables)),
        )

    def _main(self) -> ExportSheet | None:
        free = [sheet for sheet in self.export.sheets.values() if not is_repeat(sheet)]
        if len(free) == 1:
            return free[0]
        known = nearest("", self.export.sheets)
        place = Place(self.export.file)
        self.problems.append(place.problem(map_messages.MAIN_SHEET_UNCLEAR, key=self.round.key, known=known))
        return None

    def _sheet(self, name: str, key: str) -> ExportSheet | None:
        if name not in self.export.sheets:
            known = nearest(name, self.export.sheets)
            place = Place(self.export.file)
            self.problems.append(place.problem(map_messages.SHEET_UNKNOWN, key=key, name=name, known=known))
        return self.export.sheets.get(name)

    def _question(self, sheet: ExportSheet, question: str, key: str) -> Found | None:
        found = find_question(sheet, question)
        if len(found) == 1:
            return found[0]
        case = map_messages.QUESTION_AMBIGUOUS if found else map_messages.QUESTION_MISSING
        headers = [one.header for one in found]
        # Where the header is lost, the first row holds a person's answers, which are not shown.
        offered = () if sheet.has_lost_header else filter(None, sheet.headers)
        known = listing(headers) if found else nearest(question, offered)
        self.problems.append(sheet.place.problem(case, key=key, question=question, known=known))
        return None

    def _table(self, main: ExportSheet, plan: TablePlan) -> BoundTable | None:
        key = f"{self.round.key}.{plan.table}"
        sheet = self._sheet(plan.sheet, key) if plan.sheet else main
        if sheet is None:
            return None
        links, problems = links_to(main, sheet, self.export)
        self.problems += problems
        if links is None:
            return None
        levels = [sheet, *(link.parent for link in links)]
        answers = plan.columns.items()
        columns = {name: self._source(levels, answer, f"{key}.{name}") for name, answer in answers}
        bound = {name: source for name, source in columns.items() if source}
        return BoundTable(plan, sheet, links, bound)

    def _source(self, levels: Sequence[ExportSheet], answer: Answer, key: str) -> Source | None:
        if not answer.question:
            return Source(answer)
        places = (level for level, sheet in enumerate(levels) if find_question(sheet, answer.question))
        level = next(places, 0)
        found = self._question(levels[level], answer.question, key)
        return Source(answer, level, found) if found else None


def bind(the_map: ImportMap, exports: Sequence[Export]) -> tuple[tuple[BoundRound, ...], list[Problem]]:
    """Bring a map and its exports together.

    Returns
    -------
    tuple
        Each round in each of its files, and everything that does not fit.
    """
    problems = _unmatched_files(the_map, exports)
    bound = []
    for one in the_map.rounds:
        for export in exports:
            if _belongs(export, one) and export.sheets:
                binder = _Binder(one, export)
                found = binder.bound(the_map.rules.status)
                problems += binder.problems
                bound += [found] if found else []
    return tuple(bound), [*problems, *_sheets_twice(bound), *_sheet_problems(bound)]


def _belongs(export: Export, one: Round) -> bool:
    name, pattern = export.file.casefold(), one.files.casefold()
    return fnmatchcase(name, pattern) or fnmatchcase(name.rpartition("/")[2], pattern)


def _unmatched_files(the_map: ImportMap, exports: Sequence[Export]) -> list[Problem]:
    problems = [
        Place(export.file).problem(map_messages.FILE_WITHOUT_ROUND)
        for export in exports
        if not any(_belongs(export, one) for one in the_map.rounds)
    ]
    files = listing(export.file for export in exports)
    return problems + [
        Place(the_map.file).problem(
            map_messages.ROUND_WITHOUT_FILE, key=one.key, pattern=one.files, known=files
        )
        for one in the_map.rounds
        if not any(_belongs(export, one) for export in exports)
    ]


def _sheets_twice(bound: Sequence[BoundRound]) -> list[Problem]:
    counts = Counter(one.main.place for one in bound)
    return [place.problem(map_messages.SHEET_TWICE) for place, count in counts.items() if count > 1]


def _sheet_problems(bound: Sequence[BoundRound]) -> list[Problem]:
    """Tell merged cells and formulas without a value in the columns that are used."""
    problems: list[Problem] = []
    for sheet, used in used_columns(bound):
        if sheet.has_lost_header:
            problems.append(sheet.place.problem(messages.HEADER_MISSING))
        problems += [
            sheet.place.problem(messages_layout.MERGED_CELLS, row=one.last_row, cells=one.cells)
            for one in sheet.merged
        ]
        problems += [
            sheet.place.problem(messages_layout.FORMULA_WITHOUT_VALUE, row=row, column=sheet.headers[at])
            for row, at in sorted(sheet.uncalculated)
            if at in used
        ]
    mains = {one.main.place: one.main for one in bound}
    return problems + [
        place.problem(messages.NOTHING_IN_EXPORT) for place, main in mains.items() if not main.rows
    ]


def used_columns(bound: Sequence[BoundRound]) -> list[tuple[ExportSheet, frozenset[int]]]:
    """Give each sheet that is used with the columns whose content is read."""
    sheets: dict[Place, ExportSheet] = {}
    used: dict[Place, set[int]] = {}

    def note(sheet: ExportSheet, positions: frozenset[int]) -> None:
        sheets[sheet.place] = sheet
        used.setdefault(sheet.place, set()).update(positions)

    for one in bound:
        questions = [*one.household, *([one.wave] if one.wave else [])]
        own = {at for at in (one.status, one.time) if at is not None}
        note(one.main, frozenset(own).union(*(found.positions for found in questions)))
        for table in one.tables:
            levels = [table.sheet, *(link.parent for link in table.links)]
            note(table.sheet, frozenset())
            for source in table.columns.values():
                if source.found:
                    note(levels[source.level], source.found.positions)
    return [(sheet, frozenset(used[place])) for place, sheet in sheets.items()]
