"""``pasar check`` and ``pasar template``: files never written over, answers for machines, exit codes."""

from __future__ import annotations

import json
import os
import stat
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from small_project import SmallProject

from pasar_nb.cli import main

NIK = "1107014101800001"


def template(*arguments: str, folder: Path) -> Any:
    with chdir(folder):
        return CliRunner().invoke(main, ["template", *arguments])


def spoil(project: SmallProject, table: str = "skor", code: str = "1107") -> Path:
    """Repeat a table's first row, which is an error in every table with a key."""
    path = project.district(code) / f"{table}.csv"
    header, *rows = path.read_text().splitlines()
    path.write_text("\n".join([header, *rows, rows[0]]) + "\n")
    return path


def test_a_template_lies_in_a_folder_named_like_the_district_s(tmp_path: Path) -> None:
    result = template("3503", folder=tmp_path)
    assert result.exit_code == 0, result.output
    assert "Kabupaten Trenggalek, Jawa Timur" in result.output
    path = tmp_path / "3503-trenggalek" / "dokumen-kendali.xlsx"
    told = {cell.value for row in load_workbook(path)["Petunjuk"].iter_rows() for cell in row}
    assert {"Pemilihan komoditas", "profil, kriteria, skor"} <= told  # what the notebooks' metadata say


def test_a_template_goes_where_it_is_told_to_in_the_language_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "jauh" / "templat.xlsx"
    assert template("3503", "-o", str(target), "--language", "en", folder=tmp_path).exit_code == 0
    assert "Commodity selection" in {
        cell.value for row in load_workbook(target)["Petunjuk"].iter_rows() for cell in row
    }


def test_a_template_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "3503-trenggalek" / "dokumen-kendali.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"isian setahun")
    result = template("3503", folder=tmp_path)
    assert (result.exit_code, path.read_bytes()) == (2, b"isian setahun")
    assert "sudah ada" in result.output


def test_the_marked_copy_is_new_private_and_leaves_the_data_alone(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    spoil(fresh)
    before = {path: path.read_bytes() for path in fresh.data.rglob("*") if path.is_file()}
    result = fresh.command("check", "--district", "1107", "--excel", "periksa.xlsx")
    assert result.exit_code == 1
    assert {path: path.read_bytes() for path in fresh.data.rglob("*") if path.is_file()} == before
    copy = fresh.root / "periksa.xlsx"
    assert "skor" in load_workbook(copy).sheetnames
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    written = copy.read_bytes()
    again = fresh.command("check", "--district", "1107", "--excel", "periksa.xlsx")
    assert (again.exit_code, copy.read_bytes()) == (2, written)


def test_machines_get_one_document_with_every_place(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    table = spoil(fresh)
    rows = len(table.read_text().splitlines())
    result = fresh.command("check", "--json", "--excel", "periksa.xlsx", "--district", "1107")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["version"] == 1
    (district,) = document["districts"]
    assert (district["code"], district["name"]) == ("1107", "Aceh Barat")
    (problem,) = [one for one in district["problems"] if one["severity"] == "error"]
    assert {name: problem[name] for name in ("code", "table", "file", "sheet", "row", "column")} == {
        "code": "key_twice",
        "table": "skor",
        "file": "skor.csv",
        "sheet": None,
        "row": rows,
        "column": "komoditas",
    }
    assert problem["message"]
    assert problem["remedy"]
    assert district["counts"] == document["counts"]
    assert document["counts"]["errors"] == document["counts"]["stopping"] == 1


def test_machines_see_no_identifier(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    path = fresh.district("1107") / "skor.csv"
    path.write_text(path.read_text().replace("Bappeda", NIK))
    result = fresh.command("check", "--json")
    values = [one["value"] for place in json.loads(result.stdout)["districts"] for one in place["problems"]]
    assert NIK not in result.output
    assert any("••" in (value or "") for value in values)


def test_machines_read_the_language_asked_for(fresh: SmallProject) -> None:
    spoil(fresh)
    told = [json.loads(fresh.command("check", "--json", "--language", one).stdout) for one in ("id", "en")]
    assert [one["language"] for one in told] == ["id", "en"]
    first, second = (one["districts"][0]["problems"][0] for one in told)
    assert first["code"] == second["code"]
    assert first["message"] != second["message"]


@pytest.mark.parametrize(
    ("table", "code"),
    [("skor", 1), ("keputusan", 1), ("rumah_tangga", 0)],  # needed, used, and of no notebook's concern
)
def test_check_fails_exactly_where_run_would(fresh: SmallProject, table: str, code: int) -> None:
    fresh.write_notebook("satu")
    spoil(fresh, table)
    checked = fresh.command("check")
    assert checked.exit_code == code
    assert fresh.run("--workers", "1").exit_code == (3 if code else 0)
    assert "sudah ada di baris" in checked.output  # it is told either way


@pytest.mark.parametrize(("missing", "code"), [(None, 0), ("keputusan", 1)])
def test_an_unreadable_file_counts_only_where_a_table_may_be_in_it(
    fresh: SmallProject, missing: str | None, code: int
) -> None:
    fresh.write_notebook("satu")
    (fresh.district("1107") / "catatan.xlsx").write_bytes(b"")
    if missing:
        (fresh.district("1107") / f"{missing}.csv").unlink()
    checked = fresh.command("check")
    assert checked.exit_code == code
    assert "catatan.xlsx" in checked.output
    assert fresh.run("--workers", "1").exit_code == (3 if code else 0)


def test_check_without_notebooks_minds_every_table(fresh: SmallProject) -> None:
    spoil(fresh, "rumah_tangga")
    (fresh.root / "notebooks").mkdir()
    assert fresh.command("check").exit_code == 1
