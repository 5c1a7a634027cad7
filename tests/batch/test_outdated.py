"""What makes a report out of date, and that nothing else does."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import chdir

import pytest
from small_project import SmallProject

from pasar_nb.batch.plan import make_plan
from pasar_nb.batch.request import Request

FIRST = ("1107", "satu")
Changed = set[tuple[str, str]]


def planned(project: SmallProject, **asked: object) -> dict[tuple[str, str], str]:
    """Reasons for every report that would be made, by district and notebook."""
    with chdir(project.root):
        plan = make_plan(Request(**asked))
    return {
        (job.place.code, job.notebook.name): ", ".join(map(str, job.reasons)) for _number, job in plan.to_run
    }


def change_data(project: SmallProject) -> Changed:
    table = project.district("1107") / "kriteria.csv"
    table.write_text(table.read_text() + "\n")
    return {("1107", "satu"), ("1107", "dua")}


def correct_a_value(project: SmallProject) -> Changed:
    (project.district("1107") / "koreksi.csv").write_text(
        "tabel,baris,kolom,nilai_salah,nilai_benar,alasan,oleh,tanggal\n"
    )
    return {("1107", "satu"), ("1107", "dua")}


def lose_an_optional_table(project: SmallProject) -> Changed:
    (project.district("1107") / "keputusan.csv").unlink()
    return {("1107", "satu"), ("1107", "dua")}


def change_notebook(project: SmallProject) -> Changed:
    project.write_notebook("satu", "1 + 1")
    return {("1107", "satu"), ("3503", "satu")}


def use_other_software(project: SmallProject) -> Changed:
    rewrite_ledger(project, lambda entry: {**entry, "software_digest": "of an earlier version"})
    return {(code, name) for code in ("1107", "3503") for name in ("satu", "dua")}


def lose_a_page(project: SmallProject) -> Changed:
    (project.reports / "1107-aceh-barat" / "satu.html").unlink()
    return {FIRST}


def cut_a_page_short(project: SmallProject) -> Changed:
    os.truncate(project.reports / "1107-aceh-barat" / "satu.html", 100)
    return {FIRST}


def replace_only_the_record(project: SmallProject) -> Changed:
    """As after a kill between the first and the second file of a new version."""
    record = project.reports / "1107-aceh-barat" / "satu.json"
    record.write_bytes(record.read_bytes().replace(b'"attempt": 1', b'"attempt": 2'))
    return {FIRST}


def lose_the_ledger(project: SmallProject) -> Changed:
    project.layout.ledger.unlink()
    return {(code, name) for code in ("1107", "3503") for name in ("satu", "dua")}


def rewrite_ledger(project: SmallProject, change: Callable[[dict[str, object]], dict[str, object]]) -> None:
    lines = [json.loads(line) for line in project.layout.ledger.read_text().splitlines()]
    project.layout.ledger.write_text("".join(json.dumps(change(line)) + "\n" for line in lines))


REASONS = {
    change_data: "data berubah",
    correct_a_value: "data berubah",
    lose_an_optional_table: "data berubah",
    change_notebook: "notebook berubah",
    use_other_software: "perangkat lunak berubah",
    lose_a_page: "berkas laporan hilang atau berbeda",
    cut_a_page_short: "berkas laporan hilang atau berbeda",
    replace_only_the_record: "berkas laporan hilang atau berbeda",
    lose_the_ledger: "",
}


def test_without_a_change_nothing_is_made(again: SmallProject) -> None:
    assert planned(again) == {}


@pytest.mark.parametrize("change", REASONS, ids=lambda change: change.__name__)
def test_a_change_outdates_the_reports_it_touches(
    again: SmallProject, change: Callable[[SmallProject], Changed]
) -> None:
    touched = change(again)
    assert planned(again) == dict.fromkeys(touched, REASONS[change])


@pytest.mark.parametrize(
    ("asked", "reason"),
    [({"parameters": {"draws": "200"}}, "parameter berbeda"), ({"portable": True}, "bentuk berkas berbeda")],
)
def test_another_way_of_asking_outdates_all(
    again: SmallProject, asked: dict[str, object], reason: str
) -> None:
    assert set(planned(again, **asked).values()) == {reason}
    assert len(planned(again, **asked)) == 4


def test_a_parameter_written_as_the_default_changes_nothing(again: SmallProject) -> None:
    assert planned(again, parameters={"draws": "1_00"}) == {}


def test_what_is_no_data_changes_nothing(again: SmallProject) -> None:
    folder = again.district("1107")
    (folder / "kebenaran.json").write_text("{}")
    (folder / "catatan.txt").write_text("Catatan petugas")
    (folder / "~$kriteria.csv").write_text("kunci Excel")
    (folder / ".tersembunyi.csv").write_text("x")
    os.utime(folder / "kriteria.csv")
    assert planned(again) == {}


def test_a_pipe_in_place_of_a_table_is_not_waited_for(again: SmallProject) -> None:
    table = again.district("1107") / "keputusan.csv"
    table.unlink()
    os.mkfifo(table)
    assert {code for code, _name in planned(again)} == {"1107"}


def test_a_changed_database_outdates_the_reports_and_the_same_content_does_not(again: SmallProject) -> None:
    folder = again.district("1107")
    decision = (folder / "keputusan.csv").read_text().splitlines()
    (folder / "keputusan.csv").unlink()

    def change(*statements: str) -> None:
        connection = sqlite3.connect(folder / "data.db")
        for one in statements:
            connection.execute(one)
        connection.commit()
        connection.close()

    header, row = (tuple(next(csv.reader([line]))) for line in decision[:2])
    change(f"create table keputusan ({', '.join(header)})", f"insert into keputusan values {row}")
    (folder / "sumber.toml").write_text(
        '[tabel.keputusan]\nurl = "sqlite:///data.db"\nkueri = "select * from keputusan"\n'
    )
    assert set(planned(again)) == {("1107", "satu"), ("1107", "dua")}
    assert again.run().exit_code == 0
    record = json.loads((again.reports / "1107-aceh-barat" / "satu.json").read_text())
    assert [one["path"] for one in record["files"]][-2:] == ["sumber.toml", "sumber.toml#keputusan"]
    assert planned(again) == {}
    change("create table lain (x)", "vacuum")
    assert planned(again) == {}
    change("update keputusan set alasan = 'Diputuskan bersama petani'")
    assert planned(again) == dict.fromkeys([("1107", "satu"), ("1107", "dua")], "data berubah")
    assert again.run().exit_code == 0
    (folder / "data.db").unlink()
    assert again.run().exit_code == 3
    assert "sumber.toml baris 1" in again.last("1107", "satu").message


def test_the_address_of_a_database_reaches_the_notebooks_and_nothing_that_a_run_leaves(
    fresh: SmallProject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("rah4sia") / "data.db"
    folder = fresh.district("1107")
    with (folder / "keputusan.csv").open(newline="") as file:
        header, row, *_others = map(tuple, csv.reader(file))
    (folder / "keputusan.csv").unlink()
    connection = sqlite3.connect(secret)
    connection.execute(f"create table keputusan ({', '.join(header)})")
    connection.execute(f"insert into keputusan values {row}")
    connection.commit()
    connection.close()
    (folder / "sumber.toml").write_text(
        '[tabel.keputusan]\nurl = "env:PASAR_DB_URL"\nkueri = "select * from keputusan"\n'
    )
    fresh.write_notebook("satu")
    told = {**os.environ, "PASAR_DB_URL": f"sqlite:///{secret}"}
    run = fresh.start("run", "--district", "1107", "--workers", "1", env=told)
    output, _none = run.communicate(timeout=120)
    assert run.returncode == 0, output
    left = [path for path, (data, _when) in fresh.everything().items() if b"rah4sia" in data]
    assert left == []
    assert "rah4sia" not in output


def test_a_moved_project_is_not_made_again(again: SmallProject) -> None:
    moved = SmallProject(again.root / "pindahan")
    moved.root.mkdir()
    for name in ("data", "notebooks", "reports"):
        shutil.move(again.root / name, moved.root / name)
    assert planned(moved) == {}


def test_going_back_to_earlier_data_is_told_as_unchanged(again: SmallProject) -> None:
    """The last job failed on other data; with the earlier data the report on offer fits again."""
    table = again.district("1107") / "skor.csv"
    good = table.read_text()
    table.write_text(good + "kopi\n")
    assert again.run().exit_code == 3
    table.write_text(good)
    assert again.run().exit_code == 0
    assert again.last(*FIRST).status == "unchanged"
    assert "laporan lama" not in (again.reports / "index.html").read_text()
    lines = len(again.entries())
    again.run()
    assert len(again.entries()) == lines


def test_a_table_still_missing_is_told_without_reading_the_data_again(again: SmallProject) -> None:
    for path in (again.root / "notebooks").glob("02_*"):
        path.unlink()
    again.write_notebook("dua", number="02", needs=["mitra"])
    first = again.run()
    assert first.exit_code == 0
    assert "data belum ada: 2" in first.output
    lines = len(again.entries())
    second = again.run()
    assert [line for line in second.output.splitlines() if "mitra" in line] == [
        line for line in first.output.splitlines() if "mitra" in line
    ]
    assert len(again.entries()) == lines


def test_status_tells_what_a_run_would_make(again: SmallProject) -> None:
    assert "berubah" not in again.command("status").output
    change_data(again)
    said = again.command("status").output
    assert [line.split()[0] for line in said.splitlines() if "data berubah" in line] == ["1107", "1107"]
    shutil.rmtree(again.district("3503"))
    assert again.command("status").output.count("folder data tidak ada lagi") == 2
