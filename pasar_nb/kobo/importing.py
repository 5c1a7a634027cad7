"""The import of survey exports, from the files to a district's tables: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pasar_nb.contract.checking import arrange, check
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.reading import read_folder
from pasar_nb.identifiers import redact
from pasar_nb.kobo.account import Gathered, account_of
from pasar_nb.kobo.binding import BoundRound, bind
from pasar_nb.kobo.export import Export, read_exports
from pasar_nb.kobo.filling import Row, fill, with_variables
from pasar_nb.kobo.identities import identities_written
from pasar_nb.kobo.map_file import read_map
from pasar_nb.kobo.map_rounds import VARIABLES
from pasar_nb.kobo.mapping import ImportMap
from pasar_nb.kobo.messages_map import CODES as MAP_CODES
from pasar_nb.kobo.pseudonyms import Pseudonyms
from pasar_nb.kobo.publishing import publish_import, undo_interrupted
from pasar_nb.kobo.rounds import match_waves, settle_duplicates
from pasar_nb.kobo.secret import find_secret
from pasar_nb.kobo.submissions import take
from pasar_nb.kobo.traits import one_row_each
from pasar_nb.kobo.writing import NOTE, csv_bytes, district_folder, frames_of, refuse_existing
from pasar_nb.language import Language, Message, _


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported.

    Attributes
    ----------
    files
        Exports.
    map_file
        The map.
    output
        Folder of data, in which the district's folder lies or is made.
    secret_file
        File of the secret, where the environment has none.
    environment
        Variables of the process.
    language
        Language of the note.
    today
        Day against which dates are checked.
    """

    files: tuple[Path, ...]
    map_file: Path
    output: Path
    secret_file: Path
    environment: Mapping[str, str] = field(repr=False)
    language: Language
    today: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did.

    Attributes
    ----------
    written
        The district's folder; None where problems stopped the import and nothing was written.
    problems
        What is wrong with the map and the exports.
    account
        What was taken, left and done.
    checked
        What the contract finds wrong with the tables that were written.
    origins
        Where each row with a problem stands in the export.
    """

    written: Path | None
    problems: tuple[Problem, ...]
    account: tuple[Message, ...] = ()
    checked: tuple[Problem, ...] = ()
    origins: tuple[Message, ...] = ()

    @property
    def map_is_wrong(self) -> bool:
        """Whether the map itself, not the data, stopped the import."""
        return self.written is None and any(one.code in MAP_CODES for one in self.problems)


def carry_out(request: Request) -> Outcome:
    """Import exports.

    Parameters
    ----------
    request
        What is to be imported.

    Returns
    -------
    Outcome
        With all problems at once. Where one of them stops the import, nothing has been written.

    Raises
    ------
    UsageError
        Where a file would be overwritten, or the secret cannot be used.
    """
    the_map, problems = read_map(request.map_file)
    exports, unread = read_exports(request.files)
    problems += unread
    rounds: tuple[BoundRound, ...] = ()
    if the_map is not None:
        rounds, found = bind(the_map, exports)
        problems += [*found, *identities_written(rounds)]
    if the_map is None or _stopped(problems):
        return Outcome(None, arrange(problems))
    folder = district_folder(request.output, the_map.district)
    undo_interrupted(folder)
    refuse_existing(folder, _tables_of(the_map))
    return _import(request, the_map, exports, rounds, problems, folder)


def _import(
    request: Request,
    the_map: ImportMap,
    exports: Sequence[Export],
    rounds: Sequence[BoundRound],
    problems: list[Problem],
    folder: Path,
) -> Outcome:
    secret = find_secret(request.environment, request.secret_file, request.output)
    taken = take(the_map, rounds, Pseudonyms(secret.key))
    kept, duplicates = settle_duplicates(taken.submissions, the_map.rules.duplicates)
    matchings, unmatched = match_waves(kept)
    filled = with_variables(fill(the_map, kept, rounds), the_map, kept)
    final = one_row_each(filled.rows, the_map.rules.changes)
    frames, identities = frames_of(final.rows, the_map.variables)
    for more in (taken.problems, duplicates, filled.problems, final.problems, identities, unmatched):
        problems += more
    arranged = tuple(problems)
    if _stopped(problems):
        return Outcome(None, arranged, origins=_origins(identities, final.rows))
    account = account_of(
        Gathered(the_map, exports, rounds, taken, len(kept), matchings, filled, final, secret)
    )
    files = {f"{name}.csv": csv_bytes(frame) for name, frame in frames.items() if len(frame)}
    note = _note(account, arranged, request.language)
    publish_import(folder, {**files, NOTE: note.encode(errors="backslashreplace")})
    checked = _checked(folder, tuple(frames), request.today)
    return Outcome(folder, arranged, account, checked, _origins(checked, final.rows))


def _stopped(problems: Sequence[Problem]) -> bool:
    return any(problem.stops for problem in problems)


def _tables_of(the_map: ImportMap) -> tuple[str, ...]:
    names = dict.fromkeys(plan.table for one in the_map.rounds for plan in one.tables)
    return (*names, *([VARIABLES] if the_map.variables else []))


def _checked(folder: Path, tables: Sequence[str], today: date) -> tuple[Problem, ...]:
    """Check the folder as `pasar check` does, and give what concerns the tables just written."""
    problems = check(read_folder(folder), today=today).problems
    return tuple(problem for problem in problems if problem.table in (*tables, ""))


def _origins(problems: Sequence[Problem], rows: Mapping[str, Sequence[Row]]) -> tuple[Message, ...]:
    """Say of each row with a problem where it stands in the export, in which it has to be mended."""
    told: dict[tuple[str, int], Message] = {}
    for problem in problems:
        at = (problem.row or 0) - 2
        if problem.table in rows and 0 <= at < len(rows[problem.table]):
            row = rows[problem.table][at]
            told[problem.table, at] = _(
                "{table}.csv baris {row} berasal dari {file}, lembar '{sheet}', baris {origin}.",
                table=problem.table,
                row=str(problem.row),
                file=redact(row.place.file),
                sheet=redact(row.place.sheet),
                origin=str(row.row),
            )
    return tuple(told.values())


def _note(account: Sequence[Message], problems: Sequence[Problem], language: Language) -> str:
    told = [message.text(language) for message in account]
    listed = [f"{_place(one)}: {one.message.text(language)}" for one in problems]
    return "\n".join([*told, "", *listed, ""] if listed else [*told, ""])


def _place(problem: Problem) -> str:
    parts = (problem.file, problem.sheet, "" if problem.row is None else str(problem.row))
    return ", ".join(filter(None, parts))
