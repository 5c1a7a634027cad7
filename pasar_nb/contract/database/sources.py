"""``sumber.toml``: tables of a district that come from a database instead of a file.

It names for each table an address, as SQLAlchemy writes addresses, and a question in SQL. An address with a
password is not taken from the file; ``env:NAME`` takes it from the environment.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pasar_nb.contract.database.source import Source
from pasar_nb.contract.database.statements import is_question
from pasar_nb.contract.files import SOURCES
from pasar_nb.contract.grid import Place
from pasar_nb.contract.messages import reading as messages_reading
from pasar_nb.contract.messages import sources as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import SourceFile
from pasar_nb.contract.sheets import WHOLE_DISTRICT, Found
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import find_identifiers
from pasar_nb.language import listing

SECTION = "tabel"
URL, QUERY = "url", "kueri"
FROM_ENVIRONMENT = "env:"
LARGEST = 1024**2  # bytes of the file that are read; what is longer is no list of questions, and breaks off
_LINE = re.compile(r"at line (\d+)")


def has_sources(folder: Path) -> bool:
    """Tell whether a district has tables in a database."""
    return (folder / SOURCES).is_file()


def read_sources(folder: Path) -> tuple[Found, tuple[SourceFile, ...]]:
    """Read all tables that ``sumber.toml`` names.

    Parameters
    ----------
    folder
        The district's folder; without the file nothing is found, and no database software is loaded.

    Returns
    -------
    tuple
        The tables with what is wrong with them, and the file and the answers with their hashes.
    """
    if not has_sources(folder):
        return Found(), ()
    sources, problems, own = _named_sources(folder)
    if not sources:
        return Found(problems=tuple(problems)), own
    from pasar_nb.contract.database.asking import ask

    answers = [ask(source) for source in sources]
    grids = tuple(answer.grid for answer in answers if answer.grid)
    problems += [problem for answer in answers for problem in answer.problems]
    return Found(grids, tuple(problems)), (*own, *(one.file for one in answers if one.file))


def sources_digest(folder: Path) -> bytes:
    """Digest what the databases of a district hold for it now, and what is wrong with them.

    Every table is asked for, as only the database knows whether its content has changed.
    """
    found, files = read_sources(folder)
    told = [(file.path, file.sha256) for file in files]
    told += [(problem.table, problem.code) for problem in found.problems]
    return hashlib.sha256(repr(told).encode()).digest()


def _named_sources(folder: Path) -> tuple[list[Source], list[Problem], tuple[SourceFile, ...]]:
    place, path = Place(SOURCES, table=WHOLE_DISTRICT), folder / SOURCES
    if not path.resolve().is_relative_to(folder.resolve()):
        return [], [place.problem(messages_reading.FILE_OUTSIDE)], ()
    try:
        data = path.read_bytes()
        text = data[:LARGEST].decode("utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return [], [place.problem(messages_reading.FILE_UNREADABLE, reason=reason)], ()
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or nested too deep
        return [], [_not_toml(place, error)], ()
    file = SourceFile(SOURCES, hashlib.sha256(data).hexdigest(), len(data))
    sources, problems = _sources(content, _lines(text), folder, place)
    return sources, problems, (file,)


def _not_toml(place: Place, error: Exception) -> Problem:
    """Say where the file breaks, but not with which text: it may be an address with a password."""
    line = _LINE.search(str(error))
    return place.problem(messages.NOT_TOML, row=int(line[1]) if line else None)


def _lines(text: str) -> Mapping[str, int]:
    """Find the line in which each table begins."""
    headers = (
        (number, re.match(rf"\s*\[\s*{SECTION}\s*\.\s*[\"']?([^\]\"']+?)[\"']?\s*\]", line))
        for number, line in enumerate(text.splitlines(), start=1)
    )
    return {match[1]: number for number, match in headers if match}


def _sources(
    content: Mapping[str, Any], lines: Mapping[str, int], folder: Path, place: Place
) -> tuple[list[Source], list[Problem]]:
    problems = [_unknown(name, place) for name in content if name != SECTION]
    tables = content.get(SECTION, {})
    if not isinstance(tables, dict):
        return [], [*problems, _unknown(SECTION, place)]
    sources = []
    for name, settings in tables.items():
        at = lines.get(name)
        if name not in TABLES:
            case, known = messages.TABLE_UNKNOWN, listing(TABLES)
            problems.append(place.problem(case, row=at, name=_harmless(name), tables=known))
            continue
        source, found = _source(name, settings, at, folder)
        problems += found
        sources += [source] if source else []
    return sources, problems


def _source(
    table: str, settings: object, line: int | None, folder: Path
) -> tuple[Source | None, list[Problem]]:
    given = settings if isinstance(settings, dict) else {}
    source = Source(table, str(given.get(URL, "")), str(given.get(QUERY, "")), folder, line)
    problems = [_unknown(f"{table}.{name}", source.place, line) for name in given if name not in (URL, QUERY)]
    absent = [
        name for name in (URL, QUERY) if not isinstance(given.get(name), str) or not given[name].strip()
    ]
    problems += [source.problem(messages.SETTING_MISSING, name) for name in absent]
    if absent:
        return None, problems
    if find_identifiers(source.query):
        problems.append(source.problem(messages.IDENTIFIER_IN_QUERY, QUERY))
    if not is_question(source.query):
        problems.append(source.problem(messages.NOT_A_QUESTION, QUERY))
    if not source.url.startswith(FROM_ENVIRONMENT):
        return (None if problems else source), problems
    variable = source.url.removeprefix(FROM_ENVIRONMENT).strip()
    url = os.environ.get(variable, "") if variable else ""
    if not url:
        problems.append(source.problem(messages.VARIABLE_UNSET, URL, variable=_harmless(variable)))
    return (None if problems else Source(table, url, source.query, None, line)), problems


def _unknown(name: str, place: Place, row: int | None = None) -> Problem:
    return place.problem(messages.SETTING_UNKNOWN, row=row, name=_harmless(name))


def _harmless(name: str) -> str:
    """Repeat a name only where it is one: what stands in its place may be an address with a password."""
    return name if re.fullmatch(r"[\w.-]{1,60}", name) else "…"
