"""Questions that are none: whatever ``sumber.toml`` says, a database holds afterwards what it held before.

Every attack is tried twice: on the rules for the text of a question, and past these on the database itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import sqlalchemy
from hypothesis import given
from hypothesis import strategies as st
from source_databases import (
    DATABASES,
    Server,
    in_sqlite,
    only,
    server_of_postgresql,
    source,
)

from pasar_nb.contract.database.addresses import engine_of
from pasar_nb.contract.database.asking import ask
from pasar_nb.contract.database.statements import is_question

KINDS = {"data.db": "sqlite", "data.duckdb": "duckdb"}
TABLE = ("create table t (a int)", "insert into t values (1)", "insert into t values (2)")

# Several statements in one, hidden from whoever reads the text otherwise than the database does.
HIDDEN = {
    "a quote behind a backslash": r"select E'\'' as a; commit; delete from t; --'",
    "a dollar inside a name": "select 1 as a$$; commit; delete from t; select 2 as b$$",
    "a line that a return ends": "select 1 as a --\r; commit; delete from t",
    "a forged answer": "select 1 as a --\r; commit; delete from t; commit; begin; "
    "declare pasar no scroll cursor for select 5 as a",
    "a transaction that may write": "select 1 as a --\r; commit; begin read write; delete from t; commit",
    "a later transaction that may write": "select 1 as a --\r; rollback; "
    "set default_transaction_read_only = off; commit; begin read write; insert into t values (7); commit",
    "a session that may write": "select 1 as a --\r; rollback; "
    "set session characteristics as transaction read write; begin; insert into t values (7), (8); commit",
}
PLAIN = {
    "a second statement": "select 1 as a; commit; delete from t",
    "a first statement": "commit; delete from t; begin; select 1 as a",
    "without a commit": "select 1 as a; delete from t",
    "a comment inside a comment": "select 1 as a /* /* */ ' */; commit; delete from t; --'",
    "a name in brackets": "select [a'] from t; drop table t; select [b']",
    "a text that goes on": "select 'a' as a;\ndelete from t",
    "a NUL": "select 1 as a \0; commit; delete from t",
    "a change": "delete from t",
    "a change inside": "with x as (delete from t returning *) select * from x",
    "a change behind": "with x as (select 1) insert into t select * from x",
    "a new table": "select * into salinan from t",
    "another new table": "create table salinan as select * from t",
    "a temporary table": "create temp table salinan as select * from t",
    "a copy": "copy t to '{folder}/salinan.csv'",
    "a copy behind": "select 1 as a; copy t to '{folder}/salinan.csv'",
    "a program": "select 1 as a; copy (select 1) to program 'touch {folder}/salinan'",
    "a hidden program": r"select E'\''; commit; copy (select 1) to program 'touch {folder}/salinan'; --'",
    "an outfile": "select 1 into outfile '{folder}/salinan'",
    "an outfile behind a backslash": r"select 'x\'', 1 into outfile '{folder}/salinan' -- '",
    "another database": "attach '{folder}/salinan.db' as salinan",
    "all into another": "vacuum into '{folder}/salinan.db'",
    "all into files": "export database '{folder}/salinan'",
    "a switch of SQLite": "pragma query_only = off",
    "another switch of SQLite": "pragma writable_schema = on; delete from sqlite_master",
    "a switch of DuckDB": "set enable_external_access = true; copy t to '{folder}/salinan.csv'",
    "a log of DuckDB": "call enable_logging('QueryLog', storage = 'file', storage_path = '{folder}/salinan')",
    "a switch of PostgreSQL": "set transaction read write; delete from t",
    "a code block": "do 'begin delete from t; end'",
    "a plan that is carried out": "explain analyze delete from t",
    "a lock": "select a from t for update",
}
# By their words these are questions; that they do no harm is up to the database.
QUESTIONS = {
    "a comment that is none in MySQL": "select 1 --1 into outfile '{folder}/salinan'",
    "a file of the server": "select pg_read_file('/etc/hostname') as a",
    "a file of another server": "select load_file('/etc/hostname') as a",
    "an import": "select lo_import('/etc/hostname') as a",
    "code": "select load_extension('{folder}/salinan') as a",
    "a mode as a function": "select set_config('transaction_read_only', 'off', false) as a",
    "a mode of later": "select set_config('default_transaction_read_only', 'off', false) as a from t",
    "a switch as a table": "select * from pragma_query_only(0)",
    "statements as a text": "select * from query('select 1 as a union all from t')",
    "a change as XML": "select query_to_xml('delete from t', true, true, '')::text as a",
    "a function that writes": "select setval('urutan', 99) as a",
}
ATTACKS = HIDDEN | PLAIN | QUESTIONS
FORBIDDEN = HIDDEN | PLAIN


@pytest.mark.parametrize("query", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_text_of_an_attack_is_no_question(query: str) -> None:
    assert not is_question(query)


@given(
    before=st.text("abc'\"$`\\[]();-/* \r\n", max_size=20),
    after=st.sampled_from(("x", "'", "--\n1", "*/ 1")),
)
def test_nothing_stands_behind_a_semicolon(before: str, after: str) -> None:
    assert not is_question(f"select {before}; {after}")


def contents(folder: Path) -> Mapping[str, bytes]:
    """Give all files of a folder, among them the database to the last byte."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture(scope="module")
def in_files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folders = {name: tmp_path_factory.mktemp("kabupaten") for name in DATABASES}
    for name, make in DATABASES.items():
        make(folders[name] / name, *TABLE)
    return folders


@pytest.mark.parametrize("query", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", DATABASES)
def test_a_database_in_a_file_is_left_as_it_was(in_files: Mapping[str, Path], name: str, query: str) -> None:
    folder = in_files[name]
    before = contents(folder)
    ask(source(folder, f"{KINDS[name]}:///{name}", query.format(folder=folder)))
    assert contents(folder) == before


@pytest.mark.parametrize("name", DATABASES)
def test_of_several_statements_a_database_in_a_file_takes_none(tmp_path: Path, name: str) -> None:
    url = DATABASES[name](tmp_path / name, *TABLE)
    answer = ask(source(tmp_path, url, "select 5 as a; select 6 as a"))
    assert only(answer.problems).code in ("source_not_a_question", "source_query_failed")
    assert answer.grid is None


@pytest.mark.parametrize(
    "query",
    [
        "select value from t, json_each('[1, 2]') order by a, value",
        "select x from kata where kata match 'jahe'",
        "with recursive n(a) as (select 1 union all select a + 1 from n limit 2) select a from n order by a",
        "select upper('jahe') || sum(a) over (order by a) as a from t order by a",
        "select a from pandangan order by a",
    ],
)
def test_what_only_reads_is_not_refused_by_sqlite(tmp_path: Path, query: str) -> None:
    more = ("create virtual table kata using fts5(x)", "insert into kata values ('jahe merah')")
    url = in_sqlite(tmp_path / "data.db", *TABLE, *more, "create view pandangan as select a from t")
    answer = ask(source(tmp_path, url, query))
    assert answer.problems == ()
    assert answer.grid is not None


# Databases that are not known to do nothing but read


@pytest.mark.parametrize(
    "url",
    [
        "mysql://pembaca@127.0.0.1:1/data",
        "mysql+pymysql://pembaca@127.0.0.1:1/data",
        "mssql+pyodbc://pembaca@127.0.0.1:1/data",
        "oracle://pembaca@127.0.0.1:1/data",
        "postgresql+psycopg2://pembaca@127.0.0.1:1/data",
        "postgresql+psycopg://pembaca@127.0.0.1:1/data",
        "postgresql+asyncpg://pembaca@127.0.0.1:1/data",
        "sqlite+pysqlcipher:///data.db",
        "sqlite+aiosqlite:///data.db",
    ],
)
def test_other_databases_and_drivers_are_refused_with_those_that_are_not(tmp_path: Path, url: str) -> None:
    (tmp_path / "data.db").touch()
    problem = only(ask(source(tmp_path, url)).problems)
    assert (problem.code, problem.column) == ("source_dialect_refused", "url")
    assert "sqlite, duckdb, dan postgresql" in problem.remedy.text("id")
    assert "sqlite, duckdb and postgresql" in problem.remedy.text("en")


# PostgreSQL, where there is a server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with server_of_postgresql() as server:
        yield server


@pytest.fixture
def postgresql(server: Server) -> Server:
    name = server.schema
    server.do(
        f"drop table if exists {name}.t",
        f"drop sequence if exists {name}.urutan",
        *(one.replace(" t ", f" {name}.t ") for one in TABLE),
        f"create sequence {name}.urutan",
        f"grant all on all sequences in schema {name} to {server.account}",
    )
    return server


@pytest.fixture
def mightier() -> Iterator[Server]:
    with server_of_postgresql() as server:
        server.do(*(one.replace(" t ", f" {server.schema}.t ") for one in TABLE))
        yield server


@pytest.fixture
def of_everybody(tmp_path: Path) -> Path:
    """Give a folder in which the server, too, may write."""
    path = tmp_path / "umum"
    path.mkdir()
    path.chmod(0o777)
    return path


@pytest.mark.postgresql
@pytest.mark.parametrize("query", HIDDEN.values(), ids=HIDDEN)
def test_these_attacks_would_succeed_where_a_driver_takes_several_statements(
    postgresql: Server, query: str
) -> None:
    """They are no straw men: the account may do it, and the driver sends it."""
    engine = sqlalchemy.create_engine(postgresql.url, poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection = connection.execution_options(no_parameters=True)
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        try:
            connection.exec_driver_sql(f"DECLARE pasar NO SCROLL CURSOR FOR {query}")
            connection.exec_driver_sql("COMMIT")
        except sqlalchemy.exc.DBAPIError:
            connection.exec_driver_sql("COMMIT")
    assert postgresql.rows("t") != [(1,), (2,)]


@pytest.mark.postgresql
@pytest.mark.parametrize("query", ATTACKS.values(), ids=ATTACKS)
def test_postgresql_is_left_as_it_was(postgresql: Server, of_everybody: Path, query: str) -> None:
    answer = ask(source(None, postgresql.url, query.format(folder=of_everybody)), seconds=20)
    assert postgresql.rows("t") == [(1,), (2,)]
    assert postgresql.rows("urutan") == [(1, 0, False)]
    assert contents(of_everybody) == {}
    if query in FORBIDDEN.values():
        assert only(answer.problems).code == "source_query_failed"
        assert answer.grid is None


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "right",
    [
        "alter role {account} superuser",
        "grant pg_read_server_files to {account}",
        "grant pg_write_server_files to {account}",
        "grant pg_execute_server_program to {account}",
        "alter role {account} noinherit; grant pg_read_server_files to {account}",
        "create role {account}_atas superuser; grant {account}_atas to {account}",
    ],
)
def test_an_account_of_postgresql_that_reaches_files_is_not_used(
    mightier: Server, of_everybody: Path, right: str
) -> None:
    mightier.do(*right.format(account=mightier.account).split(";"))
    queries = (
        "select a from t",
        "select pg_read_file('/etc/hostname') as a",
        f"select 1 as a --\r; commit; copy (select 1) to program 'touch {of_everybody}/salinan'",
    )
    try:
        for query in queries:
            answer = ask(source(None, mightier.url, query))
            assert only(answer.problems).code == "source_account_mighty"
            assert answer.grid is None
    finally:
        mightier.do(f"drop role if exists {mightier.account}_atas")
    assert contents(of_everybody) == {}
    assert mightier.rows("t") == [(1,), (2,)]


@pytest.mark.postgresql
def test_a_session_of_postgresql_only_reads_from_its_first_transaction_on(postgresql: Server) -> None:
    """Also where a transaction were begun again, it would be one that reads."""
    engine = engine_of(source(None, postgresql.url))
    for _transaction in range(2):
        with engine.connect() as connection, pytest.raises(sqlalchemy.exc.DBAPIError) as raised:
            connection.exec_driver_sql("delete from t")
        assert "25006" in str(raised.value)
    answer = ask(source(None, postgresql.url, "select current_setting('default_transaction_read_only') as a"))
    assert answer.grid is not None
    assert answer.grid.rows == [["a"], ["on"]]
    assert postgresql.rows("t") == [(1,), (2,)]
