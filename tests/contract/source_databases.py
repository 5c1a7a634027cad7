"""Real databases with the tables of the clean district, and what ``sumber.toml`` makes of them."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import pytest
import sqlalchemy
from clean_district import CLEAN

from pasar_nb.contract import Problem, Reading, read_folder
from pasar_nb.contract.database.source import Source

POSTGRESQL = "PASAR_TEST_POSTGRESQL"
Rows = list[dict[str, str]]


def rows_of(table: str) -> Rows:
    return list(csv.DictReader(io.StringIO(CLEAN[table])))


def literal(text: str) -> str:
    """Write a cell as a typed value of SQL: numbers as numbers, empty cells as NULL."""
    if text == "":
        return "NULL"
    return text if text.replace(".", "", 1).isdecimal() else "'" + text.replace("'", "''") + "'"


def statements_of(table: str, schema: str = "") -> Iterator[str]:
    """Give what makes a table of the clean district in any database, its columns typed by what they hold."""
    rows = rows_of(table)

    def kind(column: str) -> str:
        filled = [row[column] for row in rows if row[column]]
        if all(cell.replace(".", "", 1).isdecimal() for cell in filled) and filled:
            return "numeric(18,4)" if any("." in cell for cell in filled) else "bigint"
        return "date" if column.startswith("tanggal") else "varchar(99)"

    yield f"create table {schema}{table} ({', '.join(f'{name} {kind(name)}' for name in rows[0])})"
    for row in rows:
        yield f"insert into {schema}{table} values ({', '.join(map(literal, row.values()))})"


def in_sqlite(path: Path, *statements: str) -> str:
    connection = sqlite3.connect(path)
    for one in statements:
        connection.execute(one)
    connection.commit()
    connection.close()
    return f"sqlite:///{path.name}"


def in_duckdb(path: Path, *statements: str) -> str:
    with duckdb.connect(str(path)) as connection:
        for one in statements:
            connection.execute(one)
    return f"duckdb:///{path.name}"


DATABASES: dict[str, Callable[..., str]] = {"data.db": in_sqlite, "data.duckdb": in_duckdb}


@dataclass(frozen=True, slots=True)
class Server:
    """A real server of PostgreSQL, with a schema and an account of one test's own.

    Attributes
    ----------
    url
        Address with the account; it may read and write the tables of the schema.
    mighty
        Address with the account that made it, a superuser.
    account, schema
        Their names.
    """

    url: str
    mighty: str
    account: str
    schema: str

    def do(self, *statements: str) -> None:
        """Run statements as superuser, and let the account do what it likes with all tables."""
        engine = sqlalchemy.create_engine(self.mighty, poolclass=sqlalchemy.NullPool)
        with engine.begin() as connection:
            for one in statements:
                connection.exec_driver_sql(one)
            connection.exec_driver_sql(f"grant all on all tables in schema {self.schema} to {self.account}")

    def rows(self, table: str) -> list[Sequence[Any]]:
        engine = sqlalchemy.create_engine(self.mighty, poolclass=sqlalchemy.NullPool)
        with engine.connect() as connection:
            found = connection.exec_driver_sql(f"select * from {self.schema}.{table} order by 1").fetchall()
        return [tuple(row) for row in found]


@contextmanager
def server_of_postgresql() -> Iterator[Server]:
    """Give a server, or skip the test where there is none."""
    mighty = os.environ.get(POSTGRESQL)
    if not mighty:
        pytest.skip(f"no PostgreSQL server: {POSTGRESQL} holds no address")
    name, word = f"pasar_{uuid4().hex}", uuid4().hex
    url = sqlalchemy.make_url(mighty).set(username=name, password=word)
    server = Server(url.render_as_string(hide_password=False), mighty, name, name)
    start = (f"create schema {name}", f"create role {name} login password '{word}'")
    server.do(*start, f"grant all on schema {name} to {name}", f"alter role {name} set search_path = {name}")
    yield server
    server.do(f"drop schema {name} cascade", f"create schema {name}", f"drop owned by {name} cascade")
    engine = sqlalchemy.create_engine(mighty, poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"drop schema {name}")
        connection.exec_driver_sql(f"drop role {name}")


def name_sources(folder: Path, **sources: tuple[str, str]) -> None:
    blocks = (
        f'[tabel.{name}]\nurl = "{url}"\nkueri = """{query}"""\n' for name, (url, query) in sources.items()
    )
    (folder / "sumber.toml").write_text("\n".join(blocks))


def source(folder: Path | None, url: str, query: str = "select * from skor") -> Source:
    return Source("skor", url, query, folder)


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [(one.code, one.message.text("id")) for one in problems]
    return problems[0]


def asked(folder: Path, url: str, query: str) -> Reading:
    name_sources(folder, skor=(url, query))
    return read_folder(folder)


def refused(folder: Path, url: str, query: str = "select 1 as skor") -> Problem:
    return only(asked(folder, url, query).problems)
