"""Addresses of databases: what they may say, and how each database is opened so that it can only be read."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pasar_nb.contract import messages_sources as messages
from pasar_nb.contract.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

    from pasar_nb.contract.sources import Source

PATIENCE = 60  # seconds for a question; a district's tables take less than one
CONNECT_PATIENCE = 10  # seconds in which a server must be reached
LONGEST_ROW = 1024**2  # bytes of a row in SQLite; a cell of a file holds an eighth of that at most
IN_FILES = frozenset({"sqlite", "duckdb"})
"""Databases that are a file, and run in this process."""
DRIVERS: Mapping[str, str] = {"postgresql": "postgresql+pg8000"}
"""The driver that comes with ``pasar_nb[sql]``, where an address names none."""

_TIMEOUTS: Mapping[str, Mapping[str, float]] = {
    "pg8000": {"timeout": PATIENCE + CONNECT_PATIENCE},  # it also bounds how long an answer is waited for
    "psycopg": {"connect_timeout": CONNECT_PATIENCE},
    "psycopg2": {"connect_timeout": CONNECT_PATIENCE},
    "pymysql": {"connect_timeout": CONNECT_PATIENCE},
    "mysqldb": {"connect_timeout": CONNECT_PATIENCE},
}
_SECRET = re.compile(r"(?:pass|pwd|secret|token)\w*\s*=", re.IGNORECASE)
# A question to DuckDB could otherwise read any file of this computer, or fetch one from the network.
_DUCKDB = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
    "lock_configuration": "true",
}


class Refused(Exception):
    """A database was not asked, or did not answer, for a reason that the user can be told."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def engine_of(source: Source) -> Engine:
    """Make the engine that opens a source's database for reading.

    Raises
    ------
    Refused
        Where the address says what it may not, or what opens such a database is not installed.
    """
    try:
        import sqlalchemy
    except ImportError:
        raise Refused(source.problem(messages.DRIVER_ABSENT, dialect="SQL")) from None
    url = _url(source)
    dialect = url.get_backend_name()
    try:
        if dialect in IN_FILES:
            return _engine_of_file(dialect, _path(source, url))
        url = url.set(drivername=DRIVERS.get(url.drivername, url.drivername))
        patience = dict(_TIMEOUTS.get(url.get_driver_name(), {}))
        return sqlalchemy.create_engine(url, connect_args=patience, poolclass=sqlalchemy.NullPool)
    except (ImportError, sqlalchemy.exc.NoSuchModuleError):
        raise Refused(source.problem(messages.DRIVER_ABSENT, dialect=dialect)) from None
    except (sqlalchemy.exc.ArgumentError, TypeError, ValueError):
        raise Refused(source.problem(messages.URL_MALFORMED, "url")) from None


def _engine_of_file(dialect: str, path: Path) -> Engine:
    from sqlalchemy import URL, NullPool, create_engine

    if dialect == "sqlite":
        return create_engine("sqlite://", creator=lambda: _sqlite(path), poolclass=NullPool)
    read_only = {"read_only": True, "config": _DUCKDB}
    return create_engine(URL.create("duckdb", database=str(path)), connect_args=read_only, poolclass=NullPool)


@contextmanager
def quietly() -> Iterator[None]:
    """Keep SQLAlchemy from writing tracebacks of connections that broke: the problem tells of them."""
    logger = logging.getLogger("sqlalchemy")
    silence = logging.NullHandler()
    propagated = logger.propagate
    logger.addHandler(silence)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(silence)
        logger.propagate = propagated


def parts_of(address: str) -> tuple[str, ...]:
    """Give the parts of an address that no message may repeat."""
    from sqlalchemy import make_url

    url = make_url(address)
    parts = (address, url.password, url.username, url.host, url.database, *map(str, url.query.values()))
    return tuple(str(part) for part in parts if part)


def _url(source: Source) -> URL:
    from sqlalchemy import make_url

    # The file may be sent around; the environment stays where it is.
    if source.folder is not None and _SECRET.search(unquote(source.url)):
        raise Refused(source.problem(messages.PASSWORD_IN_FILE, "url"))
    try:
        url = make_url(source.url)
    except Exception:  # its text may hold parts of the address
        raise Refused(source.problem(messages.URL_MALFORMED, "url")) from None
    if source.folder is not None and url.password is not None:
        raise Refused(source.problem(messages.PASSWORD_IN_FILE, "url"))
    return url


def _path(source: Source, url: URL) -> Path:
    """Find the file of a database; one that ``sumber.toml`` names lies in the district's own folder."""
    path = Path(source.folder or ".", url.database or "").resolve()
    if source.folder is not None and not path.is_relative_to(source.folder.resolve()):
        raise Refused(source.problem(messages.FILE_OUTSIDE, "url"))
    if not url.database or not path.is_file():
        raise Refused(source.problem(messages.FILE_ABSENT, "url"))
    return path


def _sqlite(path: Path) -> sqlite3.Connection:
    # The interrupt comes from the thread of a timer.
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_ROW)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # whether it is a database at all
    except sqlite3.Error:
        connection.close()
        raise
    return connection
