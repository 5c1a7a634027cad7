"""Connections that can do nothing but read, whatever they are asked.

Each kind of database is told in its own way; that a question looks like one (`statements`) is not relied on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pasar_nb.contract.database.addresses import Refused
from pasar_nb.contract.messages import sources as messages

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from pasar_nb.contract.database.source import Source

_HARMLESS = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
# What tables with code behind them (json_each, full text search) do before they are read: they name their
# columns, for which the list of tables, which SQLite lets nobody write, counts as changed; and ask for these.
_LIST_OF_TABLES = "sqlite_master"
_ASKED_FOR = frozenset({"data_version", "page_size"})
_LOADS_CODE = "load_extension"
# A role counts with all that the account may become by SET ROLE.
_MIGHTY = """
select count(*) from pg_catalog.pg_roles
where (rolsuper or rolname in ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))
and (pg_catalog.pg_has_role(session_user, oid, 'MEMBER')
     or pg_catalog.pg_has_role(current_user, oid, 'MEMBER'))
"""


def only_read(source: Source, connection: Connection) -> None:
    """Make sure that a connection changes nothing, before a source's question is asked through it.

    Raises
    ------
    Refused
        Where the question is not a single one, or the account may do more than read tables.
    """
    _GUARDS[connection.dialect.name](source, connection)


def _sqlite(_source: Source, connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.set_authorizer(_permission)


def _permission(action: int, first: str | None, second: str | None, *_where: str | None) -> int:
    reads = action in _HARMLESS and second != _LOADS_CODE
    names_columns = action == sqlite3.SQLITE_UPDATE and first == _LIST_OF_TABLES
    asks = action == sqlite3.SQLITE_PRAGMA and first in _ASKED_FOR and second is None
    return sqlite3.SQLITE_OK if reads or names_columns or asks else sqlite3.SQLITE_DENY


def _duckdb(source: Source, connection: Connection) -> None:
    from duckdb import StatementType

    driver: Any = connection.connection.driver_connection
    kinds = [statement.type for statement in driver.extract_statements(source.query)]
    if kinds != [StatementType.SELECT]:
        raise Refused(source.problem(messages.NOT_A_QUESTION, "kueri"))


def _postgresql(source: Source, connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    if connection.exec_driver_sql(_MIGHTY).scalar_one():
        raise Refused(source.problem(messages.ACCOUNT_MIGHTY, "url"))


_GUARDS: Mapping[str, Callable[[Source, Connection], None]] = {
    "sqlite": _sqlite,
    "duckdb": _duckdb,
    "postgresql": _postgresql,
}
