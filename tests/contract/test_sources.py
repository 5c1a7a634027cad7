"""``sumber.toml``: tables from real databases, as text like that of any file, and nothing else from them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from clean_district import CLEAN, FOLDER, TODAY, neighbours
from source_databases import (
    DATABASES,
    Server,
    asked,
    in_duckdb,
    in_sqlite,
    name_sources,
    only,
    refused,
    server_of_postgresql,
    source,
    statements_of,
)

from pasar_nb.contract import Problem, check, read_folder
from pasar_nb.contract.database import answers
from pasar_nb.contract.database.asking import ask
from pasar_nb.contract.database.sources import sources_digest
from pasar_nb.contract.database.statements import is_ordered, is_question

PASSWORD = "rah4sia-sek4li"
TABLES = neighbours(["survei"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / FOLDER
    path.mkdir()
    (path / "profil.csv").write_text(CLEAN["profil"])
    return path


# A table from a database is like that from a file


@pytest.mark.parametrize("name", DATABASES)
def test_a_survey_from_a_database_is_checked_like_the_same_survey_from_a_file(
    folder: Path, name: str
) -> None:
    for table in TABLES:
        (folder / f"{table}.csv").write_text(CLEAN[table])
    of_file = check(read_folder(folder), today=TODAY)
    (folder / "survei.csv").unlink()
    url = DATABASES[name](folder / name, *statements_of("survei"))
    name_sources(folder, survei=(url, "select * from survei order by gelombang, id_rt"))
    reading = read_folder(folder)
    of_database = check(reading, today=TODAY)
    assert [one.code for one in of_database.problems if one.stops] == []
    assert reading.tables["survei"].file == "sumber.toml#survei"
    pd.testing.assert_frame_equal(of_database.tables["survei"], of_file.tables["survei"])


def test_values_of_duckdb_become_text_with_one_reading_only(folder: Path) -> None:
    values = {
        "1250000.0::double": "1250000",
        "1.125::double": "1.1250",
        "1.250::decimal(10,3)": "1.25",
        "12345678901234567.125::decimal(38,3)": "12345678901234567.1250",
        "900719925474099312::bigint": "900719925474099312",
        "1e-7::double": "0.0000001",
        "null": "",
        "'nan'::double": "",
        "true": "ya",
        "false": "tidak",
        "date '2024-04-03'": "2024-04-03",
        "timestamp '2024-04-03 00:00:00'": "2024-04-03",
        "timestamp '2024-04-03 07:30:00'": "2024-04-03T07:30:00",
        "'1.250'": "1.250",
        "'007'": "007",
        "' NA '": " NA ",
        "'50% :x %s {y}'": "50% :x %s {y}",
        "uuid '6ba7b810-9dad-11d1-80b4-00c04fd430c8'": "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    }
    url = in_duckdb(folder / "data.duckdb", "create table kosong (x int)")
    query = "select " + ", ".join(f"{value} as k{at}" for at, value in enumerate(values))
    (row,) = asked(folder, url, query).tables["skor"].frame.to_numpy().tolist()
    assert dict(zip(values, row, strict=True)) == values


def test_the_rows_of_an_answer_are_numbered_like_those_of_a_sheet(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", *statements_of("skor"))
    raw = asked(folder, url, "select * from skor").tables["skor"]
    assert list(raw.frame.index) == [2, 3, 4]


def test_numbers_of_sqlite_are_read_whatever_kind_they_are_stored_as(folder: Path) -> None:
    url = in_sqlite(
        folder / "data.db",
        "create table t (a real, b, c text)",
        "insert into t values (1.125, 1250000.0, '1.250')",
        "insert into t values (3, null, '')",
    )
    assert asked(folder, url, "select * from t").tables["skor"].frame.to_numpy().tolist() == [
        ["1.1250", "1250000", "1.250"],
        ["3", "", ""],
    ]


@pytest.mark.parametrize("name", DATABASES)
def test_without_an_order_of_its_own_an_answer_does_not_depend_on_the_database(
    folder: Path, name: str
) -> None:
    rows = [f"insert into t values ('{kode}', {at})" for at, kode in enumerate("bcad")]
    frames, digests = [], []
    for turn, statements in enumerate((rows, rows[::-1])):
        url = DATABASES[name](
            folder / f"{turn}-{name}", "create table t (kode varchar(9), skor int)", *statements
        )
        reading = asked(folder, url, "select * from t")
        frames.append(reading.tables["skor"].frame)
        digests.append(reading.files[-1].sha256)
    assert frames[0]["kode"].tolist() == list("abcd")
    pd.testing.assert_frame_equal(*frames)
    assert digests[0] == digests[1]
    ordered = asked(folder, url, "select * from t order by kode desc").tables["skor"].frame
    assert ordered["kode"].tolist() == list("dcba")


def test_the_origin_is_told_as_the_hash_of_the_answer(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", "create table t (a, b)", "insert into t values ('jahe', 4)")
    profile, settings, answer = asked(folder, url, "select * from t").files
    assert (profile.path, settings.path, answer.path) == ("profil.csv", "sumber.toml", "sumber.toml#skor")
    written = (folder / "sumber.toml").read_bytes()
    assert (settings.sha256, settings.size) == (hashlib.sha256(written).hexdigest(), len(written))
    told = b'["a", "b"]\n["jahe", "4"]\n'
    assert (answer.sha256, answer.size) == (hashlib.sha256(told).hexdigest(), len(told))


def test_the_digest_follows_what_a_database_holds(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", "create table t (a, b)", "insert into t values ('jahe', 4)")
    name_sources(folder, skor=(url, "select * from t"))
    before = sources_digest(folder)
    assert sources_digest(folder) == before
    in_sqlite(folder / "data.db", "create table lain (x)", "insert into lain values (1)")
    assert sources_digest(folder) == before
    in_sqlite(folder / "data.db", "update t set b = 5")
    changed = sources_digest(folder)
    assert changed != before
    (folder / "data.db").unlink()
    assert sources_digest(folder) not in (before, changed)


def test_corrections_reach_a_table_from_a_database(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", *statements_of("skor"))
    (folder / "koreksi.csv").write_text(
        "tabel,baris,kolom,nilai_salah,nilai_benar,alasan,oleh,tanggal\n"
        "skor,komoditas=kopi; kriteria=k1; penilai=Dinas Pertanian,skor,3,2,Salah salin,Bappeda,2025-02-01\n"
    )
    reading = asked(folder, url, "select * from skor")
    assert reading.problems == ()
    corrected = reading.tables["skor"].frame.set_index("komoditas").at["kopi", "skor"]
    assert corrected == "2"


def test_a_table_in_a_file_and_in_a_database_is_used_from_neither(folder: Path) -> None:
    (folder / "skor.csv").write_text(CLEAN["skor"])
    url = in_sqlite(folder / "data.db", *statements_of("skor"))
    problem = refused(folder, url, "select * from skor")
    assert problem.code == "table_twice"
    assert "sumber.toml#skor" in problem.message.text("id")


def test_a_missing_column_is_told_at_the_answer(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", *statements_of("kriteria"))
    name_sources(folder, kriteria=(url, "select kriteria, nama, dimensi, arah from kriteria"))
    problem = only(tuple(one for one in check(read_folder(folder), today=TODAY).problems if one.stops))
    assert (problem.file, problem.column, problem.code) == ("sumber.toml#kriteria", "bobot", "column_missing")


def test_an_identifier_in_a_database_is_refused_as_everywhere(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", *statements_of("skor"), "update skor set sumber = '3503124101900001'")
    name_sources(folder, skor=(url, "select * from skor"))
    checked = check(read_folder(folder), today=TODAY)
    assert {one.code for one in checked.problems if one.table == "skor" and one.stops} == {"identifier_nik"}


# What is wrong with the file

TOML = {
    "no TOML": ("[tabel.skor\nurl = 1", "profil", 1, "source_not_toml"),
    "no text": (b"\xff\xfe[tabel]", "profil", None, "source_not_toml"),
    "nested without end": ("a = " + "[" * 5000, "profil", None, "source_not_toml"),
    "tables are none": ("tabel = 3", "profil", None, "source_setting_unknown"),
    "an unknown section": ("[basis]\nurl = 'x'", "profil", None, "source_setting_unknown"),
    "an unknown table": (
        "\n[tabel.skro]\nurl = 'sqlite:///x.db'\nkueri = 'select 1'",
        "profil",
        2,
        "source_table_unknown",
    ),
    "an unknown setting": (
        "[tabel.skor]\nurl = 'sqlite:///x.db'\nkueri = 'select 1'\nsandi = 'x'",
        "skor",
        1,
        "source_setting_unknown",
    ),
    "no query": ("[tabel.skor]\nurl = 'sqlite:///x.db'", "skor", 1, "source_setting_missing"),
    "a query that is a number": (
        "[tabel.skor]\nurl = 'sqlite:///x.db'\nkueri = 3",
        "skor",
        1,
        "source_setting_missing",
    ),
    "a NIK in the query": (
        "[tabel.skor]\nurl = 'sqlite:///x.db'\nkueri = \"select 1 where nik = '3503124101900001'\"",
        "skor",
        1,
        "source_identifier_in_query",
    ),
}


@pytest.mark.parametrize(("text", "table", "row", "code"), TOML.values(), ids=TOML)
def test_a_file_that_says_something_wrong_is_told_with_its_line(
    folder: Path, text: str | bytes, table: str, row: int | None, code: str
) -> None:
    (folder / "sumber.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    problem = only(read_folder(folder).problems)
    assert (problem.file, problem.table, problem.row, problem.code) == ("sumber.toml", table, row, code)


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    url = in_sqlite(folder / "data.db", "create table t (a)")
    name_sources(
        folder,
        skor=(url, "select a from t"),
        survei=(url, "select b from t"),
        aliran=("sqlite:///tiada.db", "select 1"),
        kriteria=("env:PASAR_TIDAK_ADA", "drop table t"),
    )
    told = {(one.table, one.code) for one in read_folder(folder).problems}
    assert told == {
        ("skor", "source_no_rows"),
        ("survei", "source_query_failed"),
        ("aliran", "source_file_absent"),
        ("kriteria", "source_variable_unset"),
        ("kriteria", "source_not_a_question"),
    }


def test_a_file_that_leads_elsewhere_is_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lain.toml").write_text("[tabel.skor]")
    (folder / "sumber.toml").symlink_to(tmp_path / "lain.toml")
    assert only(read_folder(folder).problems).code == "file_outside"


# What is wrong with an address


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_outside_the_folder_is_read_only_by_way_of_the_environment(
    folder: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = {"data.db": "sqlite", "data.duckdb": "duckdb"}[name]
    DATABASES[name](tmp_path / name, *statements_of("skor"))
    (folder / f"tautan-{name}").symlink_to(tmp_path / name)
    for path in (f"../{name}", str(tmp_path / name), f"tautan-{name}"):
        assert refused(folder, f"{kind}:///{path}").code == "source_file_outside"
    monkeypatch.setenv("PASAR_DB_URL", f"{kind}:///{tmp_path / name}")
    assert len(asked(folder, "env:PASAR_DB_URL", "select * from skor").tables["skor"].frame) == 3


ADDRESSES = {
    "a password": (f"postgresql://pembaca:{PASSWORD}@127.0.0.1:1/data", "source_password_in_file"),
    "a password as an option": (
        f"postgresql://127.0.0.1:1/data?password={PASSWORD}",
        "source_password_in_file",
    ),
    "a password inside an option": (
        f"mssql+pyodbc:///?odbc_connect=SERVER%3Dx%3BPWD%3D{PASSWORD}",
        "source_password_in_file",
    ),
    "an unset variable": ("env:PASAR_TIDAK_ADA", "source_variable_unset"),
    "no address": ("bukan alamat", "source_url_malformed"),
    "a port that is none": ("postgresql://pembaca@127.0.0.1:abc/data", "source_url_malformed"),
    "no such file": ("sqlite:///tiada.db", "source_file_absent"),
    "a database in memory": ("sqlite://", "source_file_absent"),
    "another in memory": ("duckdb:///:memory:", "source_file_absent"),
    "a folder": ("sqlite:///.", "source_file_absent"),
    "no such kind of database": ("tiada://pembaca@127.0.0.1/data", "source_dialect_refused"),
    "a name that is too long": ("sqlite:///" + "x" * 300, "source_file_absent"),
    "one that holds NUL": ("duckdb:///data\\u0000.duckdb", "source_url_malformed"),
    "no server": ("postgresql://pembaca@127.0.0.1:1/data", "source_unreachable"),
    "no database": ("sqlite:///profil.csv", "source_unreachable"),
    "no database either": ("duckdb:///profil.csv", "source_unreachable"),
}


@pytest.mark.parametrize(("url", "code"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_that_leads_nowhere_is_told_with_its_line(folder: Path, url: str, code: str) -> None:
    problem = refused(folder, url)
    assert (problem.file, problem.table, problem.row, problem.code) == ("sumber.toml", "skor", 1, code)


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://pembaca:{PASSWORD}@127.0.0.1:1/data",
        f"postgresql://pembaca:{PASSWORD}@127.0.0.1:{PASSWORD}/data",
        f"postgresql+tiada://pembaca:{PASSWORD}@127.0.0.1:1/data",
        f"tiada://pembaca:{PASSWORD}@127.0.0.1:1/data",
        f"sqlite:////tiada/{PASSWORD}.db",
        f"{PASSWORD}",
    ],
)
@pytest.mark.parametrize("through", ["file", "environment"])
def test_no_part_of_an_address_is_ever_told(
    folder: Path,
    url: str,
    through: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("PASAR_DB_URL", url)
    problem = refused(folder, url if through == "file" else "env:PASAR_DB_URL")
    assert problem.stops
    said = "".join(map(repr, (problem, read_folder(folder).files)))
    said += "".join(
        text.text(language) for text in (problem.message, problem.remedy) for language in ("id", "en")
    )
    said += "".join(capfd.readouterr()) + caplog.text
    assert PASSWORD not in said
    assert "pembaca:" not in said
    assert "Traceback" not in said


# What is wrong with a question, or its answer

QUESTIONS = {
    "select 1": True,
    "  SELECT 1;  ": True,
    "with t as (select 1 as a) select a from t": True,
    "select 'a drop table t' as a -- drop table t": True,
    "select '$.harga', 'it''s', \"delete\" /* ' \" */ from t;\n;\r\n": True,
    "select a /* satu */, b /* dua */ -- a /* tiga\r\nfrom t": True,
    "select string_agg(a, ';') from t": False,
    "select 'a;b' as a": False,
    "select a -- ; b\nfrom t": False,
    "select 'a\\' as a": False,
    "select 'a as a": False,
    "select `a` from t": False,
    "select $1": False,
    "select 1 /* /* */ ' */ into t --'": False,
    "select 1 -- \r into t": False,
    "select 1 -- \u2028 into t": False,
    "select 1 \0 into t": False,
    "select 1 \x0b": False,
    'select "update" from t /* delete */': True,
    "select $$; drop$$": False,
    "select $$drop$$": False,
    "select replace(a, 'x', 'y') from t": True,
    "": False,
    ";": False,
    "-- select 1": False,
    "drop table t": False,
    "select 1; select 2": False,
    "select 1; drop table t": False,
    "with t as (delete from s returning *) select * from t": False,
    "with t as (select 1) insert into s select * from t": False,
    "select * into salinan from t": False,
    "select 1 for update": False,
    "pragma query_only = off": False,
    "attach 'x.db' as x": False,
    "copy t to 'x.csv'": False,
    "explain analyze delete from t": False,
    "select 1 /*! ; drop table t */": False,
    "call hapus()": False,
}


@pytest.mark.parametrize(("query", "accepted"), QUESTIONS.items(), ids=QUESTIONS)
def test_a_question_only_asks(query: str, accepted: bool) -> None:
    assert is_question(query) == accepted


def test_an_order_is_recognised_where_it_is_one() -> None:
    assert is_ordered("select a from t ORDER\n BY a")
    assert is_ordered("select * from (select a from t) as s order by (a)")
    assert not is_ordered("select 'order by' as a, \"order\" from t -- order by a")
    assert not is_ordered("select row_number() over (order by a) from t")
    assert not is_ordered("with s as (select a from t order by a) select * from s")


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_is_left_as_it_was_whatever_is_asked(folder: Path, name: str) -> None:
    """Also where the words of a statement would let it through, the database itself is opened read-only."""
    url = DATABASES[name](folder / name, *statements_of("skor"))
    before = (folder / name).read_bytes()
    for query in ("delete from skor", "create table x (a int)", "insert into skor select * from skor"):
        assert refused(folder, url, query).code == "source_not_a_question"
        answer = ask(replace(source(folder, url), query=query))
        assert only(answer.problems).code in ("source_query_failed", "source_not_a_question")
    assert (folder / name).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(["profil.csv", "sumber.toml", name])


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_csv('{path}')",
        "select * from '{path}'",
        "select * from read_text('{path}')",
        "select * from glob('/etc/*')",
        "select * from read_csv('http://127.0.0.1:1/x.csv')",
    ],
)
def test_duckdb_reads_no_other_file_and_no_network(folder: Path, query: str) -> None:
    url = in_duckdb(folder / "data.duckdb", *statements_of("skor"))
    assert refused(folder, url, query.format(path=folder / "profil.csv")).code == "source_query_failed"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("'ab'::blob", "source_type_refused"),
        ("[1, 2]", "source_type_refused"),
        ("{'a': 1}", "source_type_refused"),
        ("interval 3 days", "source_type_refused"),
        ("chr(0)", "source_type_refused"),
        ("timestamptz '2024-04-03 00:00:00+07'", "source_zone_refused"),
    ],
)
def test_a_value_that_is_no_single_value_is_refused_with_its_column(
    folder: Path, value: str, code: str
) -> None:
    url = in_duckdb(folder / "data.duckdb", "create table t (a int)")
    problem = refused(folder, url, f"select 1 as komoditas, {value} as skor")
    assert (problem.file, problem.column, problem.code) == ("sumber.toml#skor", "skor", code)


ENDLESS = "with recursive t(x) as (select 1 union all select x + 1 from t) select "


@pytest.mark.parametrize("name", DATABASES)
def test_a_question_without_end_is_stopped(folder: Path, name: str) -> None:
    url = DATABASES[name](folder / name, "create table kosong (a int)")
    answer = ask(source(folder, url, ENDLESS + "sum(x * 1.0) from t"), seconds=0.5)
    assert [one.code for one in answer.problems] == ["source_query_slow"]


def test_an_answer_without_end_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = in_sqlite(folder / "data.db", "create table kosong (a)")
    with monkeypatch.context() as fewer:
        fewer.setattr(answers, "MOST", 1000)
        assert refused(folder, url, ENDLESS + "x from t").code == "source_too_large"
        assert "1.000 sel" in refused(folder, url, ENDLESS + "x from t").message.text("id")
    wide = ENDLESS + "printf('%.*c', 900000, 'x') from t"
    assert refused(folder, url, wide).code == "source_too_large"
    in_sqlite(folder / "data.db", "insert into kosong values (printf('%.*c', 2000000, 'x'))")
    assert refused(folder, url, "select a as skor from kosong").code == "source_query_failed"


# What is loaded


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)


def test_no_database_software_is_loaded_without_a_source(folder: Path) -> None:
    script = (
        "import sys, pathlib; from pasar_nb.contract import read_folder;"
        f"read_folder(pathlib.Path({str(folder)!r}));"
        "print(*{name.split('.')[0] for name in sys.modules} & {'sqlalchemy', 'duckdb', 'pg8000'})"
    )
    assert run(script).stdout.strip() == ""


def test_what_is_not_installed_is_named_with_how_to_install_it(folder: Path) -> None:
    name_sources(folder, skor=("sqlite:///data.db", "select 1"))
    script = (
        "import sys, pathlib; sys.modules['sqlalchemy'] = None; from pasar_nb.contract import read_folder;"
        f"(one,) = read_folder(pathlib.Path({str(folder)!r})).problems; print(one.code, one.remedy)"
    )
    said = run(script).stdout
    assert said.startswith("source_driver_absent")
    assert "[sql]" in said


# PostgreSQL, where there is a server


@pytest.fixture
def postgresql() -> Iterator[Server]:
    with server_of_postgresql() as server:
        yield server


@pytest.mark.postgresql
def test_a_survey_from_postgresql_is_checked_like_the_same_survey_from_a_file(
    folder: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    postgresql.do(*statements_of("survei", f"{postgresql.schema}."))
    for table in TABLES:
        (folder / f"{table}.csv").write_text(CLEAN[table])
    of_file = check(read_folder(folder), today=TODAY)
    (folder / "survei.csv").unlink()
    monkeypatch.setenv("PASAR_DB_URL", postgresql.url)
    query = "select * from survei where id_rt like 'RT-%' order by gelombang, id_rt;"
    name_sources(folder, survei=("env:PASAR_DB_URL", query))
    before = sources_digest(folder)
    of_database = check(read_folder(folder), today=TODAY)
    assert [one.code for one in of_database.problems if one.stops] == []
    pd.testing.assert_frame_equal(of_database.tables["survei"], of_file.tables["survei"])
    assert sources_digest(folder) == before
    postgresql.do(f"update {postgresql.schema}.survei set pendapatan_rt = 1 where id_rt = 'RT-a1'")
    assert sources_digest(folder) != before


@pytest.mark.postgresql
def test_a_question_to_postgresql_is_stopped_in_time_and_answered_as_text(
    postgresql: Server, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    postgresql.do(
        f"create table {postgresql.schema}.t (nama varchar(99))",
        f"insert into {postgresql.schema}.t values ('Siti Aminah')",
    )

    def told(query: str, seconds: float = 60) -> Problem:
        return only(ask(source(None, postgresql.url, query), seconds=seconds).problems)

    assert told("select pg_sleep(30)", 0.5).code == "source_query_slow"
    assert told("select * from generate_series(1, 1000000000)", 1).code == "source_query_slow"
    assert told("select now() as skor").code == "source_zone_refused"
    assert told("select pg_terminate_backend(pg_backend_pid())").code == "source_unreachable"
    answer = ask(source(None, postgresql.url, "select nama from t where '%s %(a)s :b' <> nama"))
    assert answer.grid is not None
    assert answer.grid.rows == [["nama"], ["Siti Aminah"]]
    assert "Traceback" not in "".join(capfd.readouterr()) + caplog.text


@pytest.mark.postgresql
def test_many_rows_of_postgresql_come_whole(postgresql: Server) -> None:
    query = "select x as nomor, x * 1.125 as nilai from generate_series(1, 25001) as t(x) order by x"
    answer = ask(source(None, postgresql.url, query))
    assert answer.grid is not None
    assert len(answer.grid.rows) == 25_002
    assert answer.grid.rows[-1] == ["25001", "28126.1250"]
