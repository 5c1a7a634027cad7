"""A run from data to index: what it leaves, what it leaves alone, and that it always leaves the same."""

from __future__ import annotations

import json
import shutil
import stat

import nbformat
import pytest
from small_project import SmallProject, without_run_fields


def test_every_district_gets_every_report(finished: SmallProject) -> None:
    assert finished.statuses() == dict.fromkeys(
        ("1107 dua", "1107 satu", "3503 dua", "3503 satu"), "published"
    )
    assert sorted(finished.public()) == [
        f"{folder}/{name}.{ending}"
        for folder in ("1107-aceh-barat", "3503-trenggalek")
        for name in ("dua", "satu")
        for ending in ("html", "json", "xlsx")
    ]


def test_the_index_links_what_lies_there(finished: SmallProject) -> None:
    index = (finished.reports / "index.html").read_text()
    for path in finished.public():
        assert f'href="{path}"' in index
    assert "Judul satu" in index
    assert "laporan lama" not in index


def test_pages_find_their_shared_files(finished: SmallProject) -> None:
    page = (finished.reports / "1107-aceh-barat" / "satu.html").read_text()
    assert "../_assets/pasar.css" in page
    assert (finished.reports / "_assets" / "pasar.css").is_file()
    assert 'href="../index.html"' in page


def test_traces_stay_with_the_owner(finished: SmallProject) -> None:
    internal = finished.reports / "_internal"
    files = [path for path in internal.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".ipynb", ".log", ".jsonl"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    folders = [internal, *(path for path in internal.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}
    assert not list(finished.reports.glob("[0-9]*/*.ipynb"))


def test_interactive_cells_are_left_out(finished: SmallProject) -> None:
    executed = nbformat.read(finished.reports / "_internal" / "1107-aceh-barat" / "satu.ipynb", as_version=4)
    assert "interaktif" not in nbformat.writes(executed)
    assert "Coba sendiri" not in (finished.reports / "1107-aceh-barat" / "satu.html").read_text()


def test_nothing_of_the_run_is_left_behind(finished: SmallProject) -> None:
    assert finished.leftovers() == []


def test_the_record_says_how_to_make_the_report_again(finished: SmallProject) -> None:
    record = json.loads((finished.reports / "3503-trenggalek" / "dua.json").read_text())
    assert record["run"]["command"] == "pasar run --district 3503 --notebook dua"
    assert record["parameters"] == {"catatan": "", "draws": 100, "seed": 1}


def test_a_second_run_changes_nothing_at_all(again: SmallProject) -> None:
    before = again.everything()
    result = again.run()
    assert result.exit_code == 0
    assert "tidak berubah: 4" in result.output
    assert again.everything() == before


def test_two_workers_make_the_pages_of_one(again: SmallProject, finished: SmallProject) -> None:
    shutil.rmtree(again.reports)
    result = again.run("--workers", "2")
    assert result.exit_code == 0, result.output
    first, second = finished.public(), again.public()
    assert list(first) == list(second)
    for path, content in second.items():
        if path.endswith(".json"):
            one, other = json.loads(first[path]), json.loads(content)
            assert one.pop("run") != other.pop("run")
            assert one == other
        elif path.endswith(".html"):
            assert without_run_fields(first[path]) == without_run_fields(content), path
        else:
            assert first[path] == content, path


def test_an_internal_edition_stays_internal_with_its_own_index(again: SmallProject) -> None:
    before = again.public()
    result = again.run("--audience", "internal", "--district", "1107", "--notebook", "satu")
    assert result.exit_code == 0, result.output
    assert again.public() == before
    made = again.reports / "_internal" / "1107-aceh-barat" / "satu.html"
    assert "INTERNAL" in made.read_text()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    index = (again.reports / "_internal" / "index.html").read_text()
    assert 'href="1107-aceh-barat/satu.html"' in index
    assert "../_assets/" in index
    assert "_internal" not in (again.reports / "index.html").read_text()


def test_an_english_edition_stands_beside_the_indonesian_one(again: SmallProject) -> None:
    before = again.public()
    result = again.run("--language", "en", "--district", "1107", "--notebook", "satu")
    assert result.exit_code == 0, result.output
    after = again.public()
    assert {path: after[path] for path in before} == before
    assert sorted(set(after) - set(before)) == [
        f"1107-aceh-barat/satu.en.{ending}" for ending in ("html", "json", "xlsx")
    ]
    assert b'lang="en"' in after["1107-aceh-barat/satu.en.html"]
    assert b'href="satu.html"' in after["1107-aceh-barat/satu.en.html"]
    assert 'href="index.html"' in (again.reports / "index.en.html").read_text()
    assert 'href="index.en.html"' in (again.reports / "index.html").read_text()


def test_a_portable_report_needs_no_shared_file(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    result = fresh.run("--portable", "--district", "1107")
    assert result.exit_code == 0, result.output
    assert not (fresh.reports / "_assets").exists()
    assert "_assets" not in (fresh.reports / "1107-aceh-barat" / "satu.html").read_text()
    assert "_assets" not in (fresh.reports / "index.html").read_text()


@pytest.mark.parametrize(
    "text", ['"; open("dibobol", "w").close() #', "a\\\nb", "=1+1", "<b>x</b>", "../../x"]
)
def test_a_parameter_is_a_value_and_nothing_else(text: str) -> None:
    """What is typed reaches the notebook to the letter, as one literal of the parameters' cell."""
    import ast

    from pasar_nb.batch.kernels import with_parameters

    notebook = nbformat.v4.new_notebook(cells=[])
    ready = with_parameters(notebook, {"catatan": text})
    (cell,) = [one for one in ready.cells if "injected-parameters" in one.metadata.tags]
    (statement,) = ast.parse(cell.source).body
    assert isinstance(statement, ast.Assign)
    assert ast.literal_eval(statement.value) == text
