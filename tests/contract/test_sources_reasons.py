"""What is told of a question that failed: the kind of the reason, and nothing that a database holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_databases import DATABASES, Server, only, server_of_postgresql, source

from pasar_nb.contract.database.asking import ask
from pasar_nb.contract.database.failures import reason_of

# Names with quotes of every kind in them, and a number that no integer of eight bits takes.
NAMES = ("D'Artagnan Siti", 'Bu "Siti" Aminah', "`Siti`", "Siti'' \"Aminah", "Siti\nAminah", "nama")
NUMBER = 987654321


def filled(prefix: str = "") -> Iterator[str]:
    yield f"create table {prefix}t (nama varchar(99), a bigint)"
    for name in NAMES:
        quoted = name.replace("'", "''")
        yield f"insert into {prefix}t values ('{quoted}', {NUMBER})"


def told(folder: Path | None, url: str, query: str) -> str:
    problem = only(ask(source(folder, url, query)).problems)
    assert (problem.code, problem.column) == ("source_query_failed", "kueri")
    return " | ".join(
        text.text(language) for text in (problem.message, problem.remedy) for language in ("id", "en")
    )


def assert_nothing_leaks(said: str) -> None:
    for part in ("Siti", "Aminah", "Artagnan", "Bu ", str(NUMBER)[:4], str(NUMBER**2)[:4]):
        assert part not in said, said


LEAKING = {
    "a name as a number": "select cast(nama as integer) from t where nama like '{start}%'",
    "a name as a day": "select cast(nama as date) from t where nama like '{start}%'",
    "a number as a small one": "select cast(a as smallint) from t",
    "a product": "select a * a * a * a from t",
    "a sum": "select cast(a as integer) * cast(a as integer) from t",
    "a name as a pattern": "select regexp_replace(nama, nama || '(', '') from t where nama like '{start}%'",
    "a name as a part": "select nama::json from t where nama like '{start}%'",
}
OF_DUCKDB = {
    "a number as a tiny one": "select cast(a as tinyint) from t",
    "an error that is made": "select error(nama) from t",
    "a name as a type": "select nama::uuid from t",
}
OF_SQLITE = {
    "a name as JSON": "select json_extract(nama, '$.a') from t",
    "a name as a path": "select json_extract('{{}}', nama) from t",
    "a sum that is too large": "select sum(9223372036854775807 - a + a) from t",
    "a call with a name": "select load_extension(nama) from t",
}
STARTS = [name[0] for name in NAMES if name != "nama"]


@pytest.mark.parametrize("start", sorted(set(STARTS)))
@pytest.mark.parametrize("query", (LEAKING | OF_DUCKDB).values(), ids=LEAKING | OF_DUCKDB)
def test_duckdb_tells_no_value(of_duckdb: Path, start: str, query: str) -> None:
    assert_nothing_leaks(told(of_duckdb, "duckdb:///data.duckdb", query.format(start=start)))


@pytest.fixture(scope="module")
def of_duckdb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kabupaten")
    DATABASES["data.duckdb"](folder / "data.duckdb", *filled())
    return folder


@pytest.mark.parametrize("query", OF_SQLITE.values(), ids=OF_SQLITE)
def test_sqlite_tells_no_value(tmp_path: Path, query: str) -> None:
    url = DATABASES["data.db"](tmp_path / "data.db", *filled())
    assert_nothing_leaks(told(tmp_path, url, query.format()))


REASONS = {
    "select umur from t": "kolom tidak dikenal (umur; ",
    'select "Umur" from t': "kolom tidak dikenal (Umur; ",
    "select nama from tiada": "tabel tidak dikenal (tiada; ",
    "select hitung(a) from t": "fungsi tidak dikenal, atau dipakai untuk jenis nilai lain (hitung; ",
    "select a frm t t t": "tulisan SQL salah (t; ",
    "select a as 'x' 'y' from t": "tulisan SQL salah (",
    "select nama from t as s, t": "kolom dengan nama itu ada di lebih dari satu tabel (nama; ",
}


@pytest.mark.parametrize(("query", "reason"), REASONS.items(), ids=REASONS)
@pytest.mark.parametrize("name", DATABASES)
def test_the_reason_is_told_in_plain_words_with_the_name_that_is_wrong(
    tmp_path: Path, name: str, query: str, reason: str
) -> None:
    # SQLite takes a name in double quotes that it does not know for a text.
    query = query.replace('"Umur"', "Umur") if name == "data.db" else query
    url = DATABASES[name](tmp_path / name, *filled())
    assert f"'skor': {reason}" in told(tmp_path, url, query)


def test_what_only_reads_is_the_reason_where_it_is_one(tmp_path: Path) -> None:
    url = DATABASES["data.db"](tmp_path / "data.db", *filled())
    said = told(tmp_path, url, "delete from t")
    assert "kueri hendak mengubah atau membuka sesuatu, padahal hanya boleh membaca (SQLITE_AUTH)" in said


@given(
    text=st.text(max_size=60),
    frame=st.sampled_from(
        (
            "no such column: {}",
            'near "{}": syntax error',
            'no such table: "{}"',
            "no such function: {} name {}",
            "{}",
        )
    ),
    code=st.sampled_from(("SQLITE_ERROR", "42703", "42601", "XX000", "")),
)
def test_no_word_is_told_that_the_question_does_not_hold(text: str, frame: str, code: str) -> None:
    said = frame.replace("{}", text)
    error: Exception = sqlite3.OperationalError({"C": code, "M": said} if code[:1].isdigit() else said)
    error.sqlite_errorname = code  # type: ignore[attr-defined]
    query = "select umur as \"Umur Rata\" from t where nama = 'Siti Aminah'"
    told_words = set(re.findall(r"\w+", reason_of(error, query).code.casefold()))
    assert told_words <= {"select", "umur", "as", "rata", "from", "t", "where", "nama"} | {
        code.casefold(),
        "operationalerror",
    }


# PostgreSQL, where there is a server


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Server]:
    with server_of_postgresql() as server:
        server.do(*filled(f"{server.schema}."))
        yield server


@pytest.mark.postgresql
@pytest.mark.parametrize("start", sorted(set(STARTS)))
@pytest.mark.parametrize("query", LEAKING.values(), ids=LEAKING)
def test_postgresql_tells_no_value(postgresql: Server, start: str, query: str) -> None:
    assert_nothing_leaks(told(None, postgresql.url, query.format(start=start)))


@pytest.mark.postgresql
@pytest.mark.parametrize(("query", "reason"), REASONS.items(), ids=REASONS)
def test_postgresql_is_understood_in_plain_words(postgresql: Server, query: str, reason: str) -> None:
    assert f"'skor': {reason}" in told(None, postgresql.url, query)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("query", "reason"),
    {
        "select nama::int from t": "ada nilai yang tidak dapat diubah ke jenis yang diminta (22P02)",
        "select a::smallint from t": "ada angka yang terlalu besar untuk jenisnya (22003)",
        "select a / (a - a) from t": "ada pembagian dengan nol (22012)",
        "select rolpassword from pg_authid": "akun itu tidak berhak membacanya (42501)",
        "select nextval('x')": "tabel tidak dikenal (42P01)",
    }.items(),
)
def test_the_kinds_of_postgresql_are_told_apart(postgresql: Server, query: str, reason: str) -> None:
    assert reason in told(None, postgresql.url, query)
