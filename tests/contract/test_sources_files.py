"""SQLite files, wherever they lie and whoever writes them: read as they are, and nothing left beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from source_databases import only, source

from pasar_nb.contract.database import sqlite_files
from pasar_nb.contract.database.asking import ask
from pasar_nb.contract.database.sqlite_files import address_of_file, open_sqlite

ADDRESSES = {
    PureWindowsPath(r"\\server\bagian\data kita#1.db"): "file:////server/bagian/data%20kita%231.db?mode=ro",
    PureWindowsPath(r"C:\Data\100%.db"): "file:///C:/Data/100%25.db?mode=ro",
    PurePosixPath("/srv/data?.db"): "file:///srv/data%3F.db?mode=ro",
    PurePosixPath("/srv/data&mode=rwc.db"): "file:///srv/data%26mode%3Drwc.db?mode=ro",
}


@pytest.mark.parametrize(("path", "address"), ADDRESSES.items())
def test_a_path_is_written_as_an_address_without_a_server(
    path: PurePosixPath | PureWindowsPath, address: str
) -> None:
    assert address_of_file(path, "mode=ro") == address


def test_sqlite_takes_the_address_of_a_network_share() -> None:
    """There is no such share here, so it is not found; what SQLite takes for a server is not looked for."""
    address = address_of_file(PureWindowsPath(r"\\server\bagian\data.db"), "mode=ro")
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        sqlite3.connect(address, uri=True)
    with pytest.raises(sqlite3.OperationalError, match="invalid uri authority"):
        sqlite3.connect(address.replace("////", "//"), uri=True)


@pytest.mark.parametrize(
    "name", ["data.db", "data kita.db", "100%.db", "a#b?c&mode=rwc.db", "données.db", "a%20b.db"]
)
def test_a_database_is_found_whatever_its_name(tmp_path: Path, name: str) -> None:
    made(tmp_path / name, "delete").close()
    opened = open_sqlite(tmp_path / name)
    assert opened.execute("select a from t").fetchall() == [(1,)]
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def made(path: Path, mode: str) -> sqlite3.Connection:
    """Make a database with one row, and stay connected."""
    connection = sqlite3.connect(path)
    connection.execute(f"pragma journal_mode = {mode}")
    connection.execute("create table t (a)")
    connection.execute("insert into t values (1)")
    connection.commit()
    return connection


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def answer_of(folder: Path) -> list[list[str]]:
    answer = ask(source(folder, "sqlite:///data.db", "select a from t order by a"))
    assert answer.problems == ()
    assert answer.grid is not None
    return answer.grid.rows


def test_a_database_that_is_written_ahead_is_read_without_files_beside_it(tmp_path: Path) -> None:
    made(tmp_path / "data.db", "wal").close()
    before = contents(tmp_path)
    assert list(before) == ["data.db"]
    assert answer_of(tmp_path) == [["a"], ["1"]]
    assert contents(tmp_path) == before


def test_a_database_in_use_is_read_with_what_is_not_yet_in_its_file(tmp_path: Path) -> None:
    writer = made(tmp_path / "data.db", "wal")
    writer.execute("pragma wal_autocheckpoint = 0")
    writer.execute("insert into t values (2)")
    writer.commit()
    writer.execute("insert into t values (3)")  # not committed: nobody else sees it
    before = contents(tmp_path)
    assert {"data.db", "data.db-wal"} <= set(before)
    assert answer_of(tmp_path) == [["a"], ["1"], ["2"]]
    assert contents(tmp_path) == before
    writer.commit()
    assert answer_of(tmp_path) == [["a"], ["1"], ["2"], ["3"]]
    writer.close()


def test_what_a_killed_program_left_beside_a_database_is_read_and_left(tmp_path: Path) -> None:
    (tmp_path / "asli").mkdir()
    writer = made(tmp_path / "asli" / "data.db", "wal")
    folder = tmp_path / "kabupaten"
    folder.mkdir()
    for name in ("data.db", "data.db-wal"):
        (folder / name).write_bytes((tmp_path / "asli" / name).read_bytes())
    writer.close()
    before = contents(folder)
    assert answer_of(folder) == [["a"], ["1"]]
    assert contents(folder) == before


def test_a_database_in_use_that_is_too_large_to_be_copied_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = made(tmp_path / "data.db", "wal")
    monkeypatch.setattr(sqlite_files, "LARGEST_COPIED", 1000)
    problem = only(ask(source(tmp_path, "sqlite:///data.db")).problems)
    assert (problem.code, problem.column) == ("source_file_in_use", "url")
    writer.close()
    assert answer_of(tmp_path) == [["a"], ["1"]]


def test_a_copy_can_only_be_read_too(tmp_path: Path) -> None:
    writer = made(tmp_path / "data.db", "wal")
    opened = open_sqlite(tmp_path / "data.db")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("delete from t")
    opened.close()
    writer.close()


def test_links_that_lead_in_a_circle_lead_to_no_database(tmp_path: Path) -> None:
    (tmp_path / "data.db").symlink_to(tmp_path / "lain.db")
    (tmp_path / "lain.db").symlink_to(tmp_path / "data.db")
    for kind in ("sqlite", "duckdb"):
        assert only(ask(source(tmp_path, f"{kind}:///data.db")).problems).code == "source_file_absent"
