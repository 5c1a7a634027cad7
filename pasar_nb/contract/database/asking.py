"""Tables asked of a database, read-only, as text that has one reading only.

How a database is kept from changing is in `addresses`, where it is opened, and in `only_reading`.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING, Any

from pasar_nb.contract.database.addresses import PATIENCE, Refused, engine_of, quietly
from pasar_nb.contract.database.answers import Rows
from pasar_nb.contract.database.failures import reason_of
from pasar_nb.contract.database.only_reading import only_read
from pasar_nb.contract.database.statements import is_ordered
from pasar_nb.contract.grid import Grid
from pasar_nb.contract.messages import sources as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import SourceFile

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from pasar_nb.contract.database.source import Source

CHUNK = 500  # rows fetched at a time; they are weighed before the next ones, as their cells may be giants


@dataclass(frozen=True, slots=True)
class Answer:
    """What a database answered.

    Attributes
    ----------
    grid
        The rows as text below the names of the columns; None where something is wrong.
    problems
        What is wrong.
    file
        The answer's hash, in place of that of a file; None where there is no answer.
    """

    grid: Grid | None = None
    problems: tuple[Problem, ...] = ()
    file: SourceFile | None = None


def ask(source: Source, *, seconds: float = PATIENCE) -> Answer:
    """Ask a database for a table.

    Parameters
    ----------
    source
        The table, where it comes from, and the question.
    seconds
        How long the question may take.
    """
    try:
        with quietly():
            rows = _asked(source, engine_of(source), seconds)
    except Refused as refused:
        return Answer(problems=(refused.problem,))
    if rows.problems:
        return Answer(problems=tuple(rows.problems.values()), file=_file(source, rows))
    if not rows.texts:
        return Answer(problems=(source.problem(messages.NO_ROWS),), file=_file(source, rows))
    # A database without an order of its own gives its rows in any; the report must not depend on it.
    ordered = rows.texts if is_ordered(source.query) else sorted(rows.texts)
    return Answer(Grid(source.answer, [rows.columns, *ordered]), (), _file(source, rows))


def _asked(source: Source, engine: Engine, seconds: float) -> Rows:
    with _opened(source, engine) as connection:
        begun = time.monotonic()
        try:
            with _interrupted_after(connection, seconds):
                return _answer(source, connection, seconds)
        except Refused:
            raise
        except Exception as error:  # drivers raise errors of many kinds, some not of SQLAlchemy's
            elapsed = time.monotonic() - begun
            lost = connection.invalidated or _is_lost(connection, error)
            raise Refused(
                _slow(source, seconds) if elapsed >= seconds else _failure(source, error, lost)
            ) from None


@contextmanager
def _opened(source: Source, engine: Engine) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except ImportError:
        raise Refused(source.problem(messages.DRIVER_ABSENT, dialect=engine.dialect.name)) from None
    except Refused:
        raise
    except Exception:  # its text holds the address
        raise Refused(source.problem(messages.UNREACHABLE, dialect=engine.dialect.name)) from None
    try:
        yield connection.execution_options(no_parameters=True)
    finally:
        _close(connection)


def _close(connection: Connection) -> None:
    """Give up whatever was begun; a server that has gone away meanwhile has done so itself."""
    try:
        connection.close()
    except Exception:
        connection.invalidate()


@contextmanager
def _interrupted_after(connection: Connection, seconds: float) -> Iterator[None]:
    """Stop a question that takes too long, where the database runs in this process."""
    interrupt: Callable[[], None] | None = getattr(connection.connection.dbapi_connection, "interrupt", None)
    timer = Timer(seconds, interrupt or (lambda: None))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # an interrupt may not reach a connection that is closed


def _answer(source: Source, connection: Connection, seconds: float) -> Rows:
    dialect = connection.dialect.name
    only_read(source, connection)
    chunks = (
        _by_cursor(source, connection, seconds)
        if dialect == "postgresql"
        else _by_fetching(source, connection)
    )
    deadline = time.monotonic() + seconds
    rows = Rows(source)
    for columns, chunk in chunks:
        rows.add(columns, chunk)
        if time.monotonic() > deadline:
            raise Refused(_slow(source, seconds))
    return rows


_Chunks = Iterator[tuple[list[str], list[Any]]]


def _by_fetching(source: Source, connection: Connection) -> _Chunks:
    result = connection.execution_options(stream_results=True).exec_driver_sql(source.query)
    columns = list(result.keys())
    chunk = list(result.fetchmany(CHUNK))
    yield columns, chunk
    while chunk:
        chunk = list(result.fetchmany(CHUNK))
        yield columns, chunk


def _by_cursor(source: Source, connection: Connection, seconds: float) -> _Chunks:
    """Fetch through a cursor of the server, so that no driver holds a whole answer in its memory.

    The question is sent as a statement to be parsed, of which the server takes one only. The driver's other
    way, and SQLAlchemy's, would run all that stands in it, beginning with a COMMIT if it likes.
    """
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(seconds * 1000)}")
    driver: Any = connection.connection.driver_connection
    driver.execute_unnamed(f"DECLARE pasar NO SCROLL CURSOR FOR {source.query}")
    chunk: list[Any] = [()]
    while chunk:
        result = connection.exec_driver_sql(f"FETCH FORWARD {CHUNK} FROM pasar")
        columns, chunk = list(result.keys()), list(result.fetchall())
        yield columns, chunk


def _is_lost(connection: Connection, error: Exception) -> bool:
    """Tell whether a server has gone away; what was sent past SQLAlchemy it does not notice itself."""
    origin = getattr(error, "orig", None) or error
    dbapi = connection.dialect.dbapi
    return (
        dbapi is not None
        and isinstance(origin, dbapi.Error)
        and connection.dialect.is_disconnect(origin, None, None)
    )


def _failure(source: Source, error: Exception, lost: bool) -> Problem:
    if lost:
        return source.problem(messages.UNREACHABLE, dialect=source.dialect)
    reason = reason_of(error, source.query)
    return source.problem(messages.QUERY_FAILED, "kueri", reason=reason.kind, code=reason.code)


def _slow(source: Source, seconds: float) -> Problem:
    return source.problem(messages.QUERY_SLOW, "kueri", seconds=round(seconds))


def _file(source: Source, rows: Rows) -> SourceFile:
    """Hash an answer, in one order of its rows whichever it came in."""
    total, size = hashlib.sha256(), 0
    for row in (rows.columns, *sorted(rows.texts)):
        line = json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        total.update(line)
        size += len(line)
    return SourceFile(source.answer.file, total.hexdigest(), size)
