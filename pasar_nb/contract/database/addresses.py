"""Addresses of databases: what they may say, and how each database is opened so that it can only be read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pasar_nb.contract.database.sqlite_files import InUse, open_sqlite
from pasar_nb.contract.messages import sources as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.language import listing

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlalchemy import URL, Engine

    from pasar_nb.contract.database.source import Source

PATIENCE = 60  # seconds for a question; a district's tables take less than one
CONNECT_PATIENCE = 10  # seconds in which a server must be reached
IN_FILES = frozenset({"sqlite", "duckdb"})
"""Databases that are a file, and run in this process."""
DRIVERS: Mapping[str, str] = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "duckdb": "duckdb",
    "postgresql": "postgresql+pg8000",
    "postgresql+pg8000": "postgresql+pg8000",
}
"""What an address may name: databases that are known to do nothing but read, and the driver for each."""

_POSTGRESQL = {
    "timeout": PATIENCE + CONNECT_PATIENCE,  # it also bounds how long an answer is waited for
    # From the first moment and for every transaction of the session.
    "startup_params": {"default_transaction_read_only": "on"},
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
        Where the address says what it may not, or names a database that pasar does not read, or what opens
        it is not installed.
    """
    try:
        import sqlalchemy
    except ImportError:
        raise Refused(source.problem(messages.DRIVER_ABSENT, dialect="SQL")) from None
    url = _url(source)
    dialect = url.get_backend_name()
    if url.drivername not in DRIVERS:
        known = listing(dict.fromkeys(name.partition("+")[0] for name in DRIVERS))
        raise Refused(source.problem(messages.DIALECT_REFUSED, "url", known=known))
    try:
        if dialect in IN_FILES:
            return _engine_of_file(source, dialect, _path(source, url))
        url = url.set(drivername=DRIVERS[url.drivername])
        return sqlalchemy.create_engine(url, connect_args=_POSTGRESQL, poolclass=sqlalchemy.NullPool)
    except (ImportError, sqlalchemy.exc.NoSuchModuleError):
        raise Refused(source.problem(messages.DRIVER_ABSENT, dialect=dialect)) from None
    except (sqlalchemy.exc.ArgumentError, TypeError, ValueError):
        raise Refused(source.problem(messages.URL_MALFORMED, "url")) from None


def _engine_of_file(source: Source, dialect: str, path: Path) -> Engine:
    from sqlalchemy import URL, NullPool, create_engine

    def opened() -> Connection:
        try:
            return open_sqlite(path)
        except InUse:
            raise Refused(source.problem(messages.FILE_IN_USE, "url")) from None

    if dialect == "sqlite":
        return create_engine("sqlite://", creator=opened, poolclass=NullPool)
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
    try:
        path = Path(source.folder or ".", url.database or "").resolve()
        outside = source.folder is not None and not path.is_relative_to(source.folder.resolve())
        absent = not url.database or not path.is_file()
    except (OSError, RuntimeError):  # a name that is too long, or links that lead in a circle
        raise Refused(source.problem(messages.FILE_ABSENT, "url")) from None
    if outside:
        raise Refused(source.problem(messages.FILE_OUTSIDE, "url"))
    if absent:
        raise Refused(source.problem(messages.FILE_ABSENT, "url"))
    return path
