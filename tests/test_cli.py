"""The command line: what it refuses and how, that a plan is what then happens, and where paths begin."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_project import SmallProject

from pasar_nb.cli import main

COMMANDS = ("run", "check", "template", "import", "form", "demo", "lab", "status")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "--district", "9999"], ["9999", "1107-aceh-barat", "3503-trenggalek"]),
        (["run", "--district", "../../etc"], ["../../etc", "1107-aceh-barat"]),
        (["run", "--district", "1107/../3503"], ["1107-aceh-barat"]),
        (["run", "--notebook", "market_map"], ["market_map", "dua", "satu"]),
        (["run", "--notebook", "../notebooks/01_satu"], ["dua", "satu"]),
        (["run", "-p", "drawz=1"], ["drawz", "catatan, draws, dan seed"]),
        (["run", "-p", "draws=banyak"], ["draws", "bilangan bulat"]),
        (["run", "-p", "draws"], ["NAMA=NILAI"]),
        (["run", "-p", "data=/etc"], ["data", "opsi perintah"]),
        (["run", "-p", "district=../.."], ["district", "opsi perintah"]),
        (["run", "--data", "tidak-ada"], ["tidak-ada"]),
        (["run", "--data", "notebooks"], ["notebooks"]),
        (["run", "--workers", "0"], ["--workers"]),
        (["run", "--timeout", "0"], ["--timeout"]),
        (["run", "--language", "fr"], ["id", "en"]),
        (["run", "--audience", "semua"], ["public", "internal"]),
        (["run", "--force"], ["--force"]),
        (["template"], ["CODE"]),
        (["template", "9999"], ["9999", "BPS"]),
        (["template", "35.03"], ["Trenggalek", "3503"]),
        (["template", "trenggalek"], ["3503 (Kabupaten Trenggalek)"]),
        (["template", "3503", "-o", "dokumen.csv"], ["dokumen.csv", ".xlsx"]),
        (["template", "3503", "-o", "notebooks"], ["notebooks"]),
        (["check", "--excel", "periksa.xlsx"], ["--district", "1107", "3503"]),
        (["check", "--district", "3503", "--excel", "data/periksa.xlsx"], ["data/periksa.xlsx"]),
        (["check", "--district", "3503", "--excel", "periksa.csv"], [".xlsx"]),
        (["check", "--district", "9999"], ["9999", "1107-aceh-barat"]),
        (["lab", "--district", "9999"], ["9999", "1107-aceh-barat"]),
        (["lab", "--notebook", "market_map"], ["market_map", "satu"]),
        (["demo", "--districts", "600"], ["600"]),
        (["demo", "--households", "0"], ["20.000"]),
        (["demo", "--seed", "-1"], ["-1".replace("-", "−")]),
        (["check", "--data", "notebooks"], ["notebooks", "3503-trenggalek"]),
    ],
)
def test_a_wrong_command_is_told_with_the_right_choices(
    again: SmallProject, arguments: list[str], told: list[str]
) -> None:
    before = again.everything()
    result = again.command(*arguments)
    assert result.exit_code == 2, result.output
    for one in told:
        assert one in result.output
    assert again.everything() == before


def test_a_wrong_command_leaves_no_folder(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    assert fresh.run("--district", "9999").exit_code == 2
    assert not fresh.reports.exists()


def test_every_command_explains_itself_in_both_languages() -> None:
    assert tuple(main.commands) == COMMANDS
    for command in COMMANDS:
        indonesian = CliRunner().invoke(main, [command, "--help"])
        english = CliRunner().invoke(main, [command, "--help"], env={"PASAR_LANGUAGE": "en"})
        assert indonesian.exit_code == english.exit_code == 0
        assert "Tampilkan keterangan ini." in indonesian.output
        assert indonesian.output != english.output


def test_an_error_is_told_in_the_language_asked_for(again: SmallProject) -> None:
    indonesian = again.run("--district", "9999").output
    assert indonesian.startswith("Tidak dapat dilanjutkan: Kabupaten 9999 tidak ada")
    english = again.run("--district", "9999", "--language", "en").output
    assert "9999" in english
    assert "Tidak dapat" not in english


def planned(output: str) -> dict[str, str]:
    """Read a plan from what ``--dry-run`` prints."""
    rows = [line for line in output.splitlines() if line[:4].isdigit()]
    fields = [[field.strip() for field in row.split("  ") if field.strip()] for row in rows]
    return {f"{one[0][:4]} {one[1]}": one[2] for one in fields}


def test_a_dry_run_shows_what_is_then_done(again: SmallProject) -> None:
    again.write_notebook("satu", "2")
    again.write_notebook("tiga", number="03", needs=["mitra"])
    (again.district("3503") / "skor.csv").write_text("komoditas,skor\n,\nkopi,9\n")
    before = again.everything()
    shown = again.run("--dry-run")
    assert again.everything() == before
    done = again.run()
    assert shown.exit_code == done.exit_code == 3
    assert planned(shown.output) == {
        "1107 satu": "akan dibuat",
        "1107 dua": "tidak berubah",
        "1107 tiga": "data belum ada",
        "3503 satu": "data perlu diperbaiki",
        "3503 dua": "data perlu diperbaiki",
        "3503 tiga": "data perlu diperbaiki",
    }
    assert again.statuses() == {
        "1107 satu": "published",
        "1107 dua": "published",  # nothing new is recorded of it
        "1107 tiga": "no_data",
        **dict.fromkeys(("3503 satu", "3503 dua", "3503 tiga"), "data_error"),
    }
    assert "tidak berubah: 1" in done.output


def test_a_dry_run_leaves_no_trace(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    result = fresh.run("--dry-run")
    assert result.exit_code == 0
    assert "2 laporan akan dibuat." in result.output
    assert not fresh.reports.exists()


def test_paths_begin_where_the_user_stands(
    again: SmallProject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """From a folder elsewhere: data and reports as seen from there, the notebooks of that folder."""
    elsewhere = tmp_path_factory.mktemp("tempat-lain")
    (elsewhere / "notebooks").symlink_to(again.root / "notebooks")
    data, reports = (os.path.relpath(one, elsewhere) for one in (again.data, again.reports))
    with chdir(elsewhere):
        arguments = ["run", "--data", data, "--reports", reports, "--dry-run"]
        result = CliRunner().invoke(main, arguments)
        assert CliRunner().invoke(main, ["run", "--dry-run"]).exit_code == 2
    assert result.exit_code == 0, result.output
    assert set(planned(result.output).values()) == {"tidak berubah"}
    assert [path.name for path in elsewhere.iterdir()] == ["notebooks"]


def test_outside_of_the_project_its_own_notebooks_are_run(
    again: SmallProject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with chdir(tmp_path_factory.mktemp("kosong")):
        result = CliRunner().invoke(main, ["run", "--data", str(again.data), "--dry-run"])
    assert "commodity_selection" in result.output


def test_status_lists_every_report_and_its_trouble(again: SmallProject) -> None:
    again.write_notebook("satu", "1 / 0")
    assert again.run("--notebook", "satu", "--district", "1107").exit_code == 1
    lines = [line for line in again.command("status").output.splitlines() if line[:4].isdigit()]
    assert len(lines) == 4
    (failed,) = [line for line in lines if line.startswith("1107") and " satu " in line]
    assert "gagal dibuat" in failed
    assert "notebook berubah" in failed
    assert "ZeroDivisionError" in failed


def test_status_of_nothing_says_what_to_do(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    result = fresh.command("status")
    assert result.exit_code == 0
    assert "pasar run" in result.output


def test_check_finds_every_problem_and_says_whether_one_stops(again: SmallProject) -> None:
    assert again.command("check").exit_code == 0
    table = again.district("1107") / "kriteria.csv"
    header, *rows = table.read_text().splitlines()
    table.write_text("\n".join([header, *rows, rows[0]]) + "\n")
    result = again.command("check")
    assert result.exit_code == 1
    assert "kriteria.csv" in result.output
    assert "→" in result.output  # the remedy
    assert again.command("check", "--district", "3503").exit_code == 0


def test_demo_writes_districts_that_pass_their_check(tmp_path: Path) -> None:
    with chdir(tmp_path):
        made = CliRunner().invoke(main, ["demo", "-o", "contoh", "--districts", "1", "--households", "12"])
        assert made.exit_code == 0, made.output
        assert CliRunner().invoke(main, ["check", "--data", "contoh"]).exit_code == 0
    assert [path.name for path in (tmp_path / "contoh").iterdir()] == ["1107-aceh-barat"]


def test_demo_never_overwrites_real_data(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "1107-aceh-barat"
    folder.mkdir(parents=True)
    (folder / "profil.csv").write_text("data nyata")
    with chdir(tmp_path):
        result = CliRunner().invoke(main, ["demo", "--districts", "1"])
    assert result.exit_code == 2
    assert (folder / "profil.csv").read_text() == "data nyata"


def test_folders_of_districts_cannot_lead_elsewhere(fresh: SmallProject, tmp_path: Path) -> None:
    """A link out of the data folder is no district, and a name that is not as agreed publishes nothing."""
    outside = tmp_path / "di-luar"
    fresh.district("3503").rename(outside)
    (fresh.data / "3503-trenggalek").symlink_to(outside)
    fresh.district("1107").rename(fresh.data / "1107-..%2f..%2faceh")
    fresh.write_notebook("satu")
    result = fresh.run()
    assert result.exit_code == 3
    assert {entry.district for entry in fresh.entries()} == {"1107"}
    assert fresh.public() == {}
    assert sorted(path.name for path in fresh.reports.iterdir()) == ["_assets", "_internal", "index.html"]
