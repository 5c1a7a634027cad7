"""Notebooks that compare districts: run once, after the others, on what these have published."""

from __future__ import annotations

import json

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from small_project import SmallProject

from pasar_nb.batch.layout import Edition

PARAMETERS = """\
reports: str = "../reports"  # Folder laporan
language: str = "id"  # Bahasa
audience: str = "internal"  # Untuk siapa
"""
CODE = """\
from pasar_nb import open_locations

page = open_locations("cross_location", reads="commodity_selection", reports=reports,
                      language=language, audience=audience)
page.cover()
page.data_at_hand()
page.provenance({"districts": len(page.records())})
"""
PAGE = "lintas-lokasi/cross_location"


def add_comparison(project: SmallProject, reads: str = "commodity_selection") -> None:
    cells = [
        new_markdown_cell("# Perbandingan"),
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        new_code_cell(CODE),
    ]
    about = {"name": "cross_location", "needs": [], "uses": [], "reads": reads}
    notebook = new_notebook(cells=cells, metadata={"pasar": about})
    (project.root / "notebooks" / "07_cross_location.ipynb").write_text(nbformat.writes(notebook))


def with_comparison(project: SmallProject) -> SmallProject:
    project.write_notebook("commodity_selection")
    add_comparison(project)
    return project


def record(project: SmallProject) -> dict:
    return json.loads((project.reports / f"{PAGE}.json").read_text(encoding="utf-8"))


def test_it_runs_once_after_the_districts(fresh: SmallProject) -> None:
    result = with_comparison(fresh).run()
    assert result.exit_code == 0, result.output
    districts = len(list(fresh.data.iterdir()))
    assert record(fresh)["results"] == {"districts": districts}
    assert [e.notebook for e in fresh.entries()][-1] == "cross_location"
    assert sum(e.notebook == "cross_location" for e in fresh.entries()) == 1
    index = (fresh.reports / "index.html").read_text(encoding="utf-8")
    assert index.index(f"{PAGE}.html") < index.index('id="daftar"')
    assert "Semua kabupaten dan kota" in index


def test_it_is_made_again_only_when_a_record_changes(fresh: SmallProject) -> None:
    with_comparison(fresh).run()
    before = record(fresh)["run"]["finished"]
    assert fresh.run().exit_code == 0
    assert record(fresh)["run"]["finished"] == before
    scores = fresh.district("1107") / "skor.csv"
    scores.write_text(scores.read_text() + "\n")
    assert fresh.run("--district", "1107").exit_code == 0
    assert record(fresh)["run"]["finished"] != before
    assert "cross_location" in fresh.command("status").output


def test_without_any_record_it_says_so(fresh: SmallProject) -> None:
    with_comparison(fresh)
    result = fresh.run("--notebook", "cross_location")
    assert result.exit_code == 0
    assert "Belum ada laporan commodity_selection" in result.output
    assert fresh.last("", "cross_location").status == "no_data"


def test_a_comparison_that_fails_has_its_card(fresh: SmallProject) -> None:
    with_comparison(fresh)
    path = fresh.root / "notebooks" / "07_cross_location.ipynb"
    path.write_text(path.read_text().replace("page.data_at_hand()", "1 / 0"))
    result = fresh.run()
    assert result.exit_code == 1
    index = (fresh.reports / "index.html").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in index
    assert "pasar lab --notebook cross_location" in index
    assert fresh.last("1107", "commodity_selection").status == "published"


def test_the_internal_edition_compares_internal_records(fresh: SmallProject) -> None:
    result = with_comparison(fresh).run("--audience", "internal")
    assert result.exit_code == 0, result.output
    made = fresh.reports / "_internal" / f"{PAGE}.json"
    assert json.loads(made.read_text(encoding="utf-8"))["audience"] == "internal"
    assert made.stat().st_mode & 0o777 == 0o600
    assert not (fresh.reports / f"{PAGE}.json").exists()


def share_a_household(project: SmallProject, one: str, other: str) -> None:
    """Write the first household of a district into another one's table as well."""
    source, target = (project.district(code) / "rumah_tangga.csv" for code in (one, other))
    copied = source.read_text(encoding="utf-8").splitlines()[1]
    target.write_text(target.read_text(encoding="utf-8") + copied + "\n", encoding="utf-8")


def test_a_household_in_two_districts_is_not_compared_though_only_one_is_opened_again(
    fresh: SmallProject,
) -> None:
    assert with_comparison(fresh).run().exit_code == 0
    before = record(fresh)
    share_a_household(fresh, "1107", "3503")
    result = fresh.run("--district", "3503")
    assert result.exit_code == 3, result.output
    entry = fresh.last("", "cross_location")
    assert entry.status == "data_error"
    assert fresh.district("1107").name in entry.message
    assert fresh.district("3503").name in entry.message
    household = (fresh.district("1107") / "rumah_tangga.csv").read_text(encoding="utf-8").split("\n")[1]
    assert household.split(",")[0] not in entry.message
    assert record(fresh) == before
    assert fresh.last("3503", "commodity_selection").status == "published"


def test_the_comparison_is_made_again_when_the_household_is_where_it_belongs(fresh: SmallProject) -> None:
    with_comparison(fresh)
    table = fresh.district("3503") / "rumah_tangga.csv"
    sound = table.read_bytes()
    share_a_household(fresh, "1107", "3503")
    assert fresh.run().exit_code == 3
    assert not (fresh.reports / f"{PAGE}.json").exists()
    table.write_bytes(sound)
    assert fresh.run("--district", "3503").exit_code == 0
    assert fresh.last("", "cross_location").status == "published"


def test_the_register_tells_no_pseudonym_and_is_private(fresh: SmallProject) -> None:
    with_comparison(fresh).run()
    folder = fresh.district("1107").name
    register = fresh.layout.register(folder, "commodity_selection", Edition())
    rows = (fresh.district("1107") / "rumah_tangga.csv").read_text(encoding="utf-8").split("\n")[1:-1]
    written = register.read_text(encoding="utf-8")
    assert len(json.loads(written)) == len(rows) > 0
    assert not any(row.split(",")[0] in written for row in rows)
    assert register.stat().st_mode & 0o777 == 0o600


def test_reports_that_came_without_registers_are_compared(fresh: SmallProject) -> None:
    with_comparison(fresh)
    share_a_household(fresh, "1107", "3503")
    assert fresh.run().exit_code == 3
    for register in fresh.layout.internal.rglob("*.register.json"):
        register.write_text("{ damaged")
    assert fresh.run("--notebook", "cross_location").exit_code == 0
