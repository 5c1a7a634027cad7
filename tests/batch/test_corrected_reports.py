"""Corrections in reports: told to everybody, but of households only how many there were."""

from __future__ import annotations

import csv
import html
import json

import pytest
from small_project import SmallProject

HEADER = ("tabel", "baris", "kolom", "nilai_salah", "nilai_benar", "alasan", "oleh", "tanggal")
WHO = "Bidang Data Bappeda"
OF_WEIGHT = "Bobot tertukar <b>saat</b> disalin"
OF_HOUSEHOLD = "Usia salah dihitung pada formulir"


@pytest.fixture
def corrected(fresh: SmallProject) -> tuple[SmallProject, str, str]:
    """A project with a weight and two ages corrected, the first household and its right age."""
    folder = fresh.district("1107")
    with (folder / "kriteria.csv").open(newline="") as file:
        weight = next(csv.DictReader(file))
    with (folder / "rumah_tangga.csv").open(newline="") as file:
        first, second, *_others = csv.DictReader(file)
    right = {"1": "2", "2": "3", "3": "4", "4": "5", "5": "4"}[weight["bobot"]]
    end = (WHO, "2026-01-15")
    rows = [
        ("kriteria", f"kriteria={weight['kriteria']}", "bobot", weight["bobot"], right, OF_WEIGHT, *end),
        *(
            ("rumah_tangga", f"id_rt={one['id_rt']}", "usia_kk", one["usia_kk"], "93", OF_HOUSEHOLD, *end)
            for one in (first, second)
        ),
    ]
    with (folder / "koreksi.csv").open("w", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    fresh.write_notebook("satu")
    return fresh, first["id_rt"], f"{weight['bobot']} → {right}"


def test_a_public_report_tells_corrections_and_of_households_only_their_number(
    corrected: tuple[SmallProject, str, str],
) -> None:
    project, household, change = corrected
    result = project.run("--district", "1107")
    assert result.exit_code == 0, result.output
    record = json.loads((project.reports / "1107-aceh-barat" / "satu.json").read_text())
    of_weight, of_households = record["corrections"]
    assert (of_weight["reason"], of_weight["date"], of_weight["count"]) == (OF_WEIGHT, "2026-01-15", 1)
    assert of_households == {
        "table": "rumah_tangga",
        "column": "usia_kk",
        "reason": OF_HOUSEHOLD,
        "count": 2,
    }
    assert "koreksi.csv" in [file["path"] for file in record["files"]]
    page = (project.reports / "1107-aceh-barat" / "satu.html").read_text()
    assert change in page
    assert html.escape(OF_WEIGHT) in page
    assert f"2 × {OF_HOUSEHOLD}" in page
    assert "<dt>Koreksi atas data</dt><dd>3</dd>" in page
    public = b"".join(project.public().values()).decode("utf-8", "replace")
    assert [text for text in (household, WHO, "<b>saat</b>") if text in public.replace(OF_WEIGHT, "")] == []
    assert "93" not in json.dumps(record["corrections"])


def test_the_owner_of_the_data_reads_every_correction(corrected: tuple[SmallProject, str, str]) -> None:
    project, household, _change = corrected
    result = project.run("--district", "1107", "--audience", "internal")
    assert result.exit_code == 0, result.output
    (path,) = (project.reports / "_internal").rglob("satu.json")
    corrections = json.loads(path.read_text())["corrections"]
    assert [one["count"] for one in corrections] == [1, 1, 1]
    assert corrections[1]["right"] == "93"
    assert corrections[1]["decided_by"] == WHO
    assert household not in corrections[1]["row"]
    assert corrections[1]["row"].startswith(f"id_rt={household[:2]}•")


def test_the_check_says_how_many_values_were_corrected(corrected: tuple[SmallProject, str, str]) -> None:
    project, _household, _change = corrected
    assert "3 koreksi diterapkan" in project.command("check", "--district", "1107").output
    assert "koreksi diterapkan" not in project.command("check", "--district", "3503").output
    machine = json.loads(project.command("check", "--district", "1107", "--json").output)
    assert machine["districts"][0]["corrections"] == 3
