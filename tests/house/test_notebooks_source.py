"""Notebooks read like reports: one H1, typed parameters, no logic, no outputs."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
ANALYSES = [path for path in NOTEBOOKS if path.name[:2] != "00"]
IDS = [path.stem for path in NOTEBOOKS]


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == kind]


def code(path: Path) -> str:
    return "\n".join("".join(cell["source"]) for cell in cells(path, "code"))


def tagged(path: Path, tag: str) -> list[dict[str, Any]]:
    return [cell for cell in cells(path, "code") if tag in cell["metadata"].get("tags", [])]


def test_there_are_notebooks() -> None:
    assert ANALYSES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_a_notebook_holds_no_logic(path: Path) -> None:
    tree = ast.parse(code(path))
    logic = (
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.For,
        ast.While,
        ast.Lambda,
        ast.ListComp,
    )
    assert not [node for node in ast.walk(tree) if isinstance(node, logic)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_a_notebook_has_at_most_sixty_lines_of_code(path: Path) -> None:
    lines = [line for line in code(path).splitlines() if line.strip() and not line.strip().startswith("#")]
    assert len(lines) <= 60


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_a_notebook_has_one_first_heading(path: Path) -> None:
    headings = [
        line
        for cell in cells(path, "markdown")
        for line in "".join(cell["source"]).splitlines()
        if line.startswith("# ")
    ]
    assert len(headings) == 1


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_parameters_are_typed_and_commented(path: Path) -> None:
    (cell,) = tagged(path, "parameters")
    source = "".join(cell["source"])
    statements = ast.parse(source).body
    assert statements
    for statement in statements:
        assert isinstance(statement, ast.AnnAssign), ast.unparse(statement)
        assert "#" in source.splitlines()[statement.lineno - 1]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@pytest.mark.parametrize("path", ANALYSES, ids=[path.stem for path in ANALYSES])
def test_a_notebook_says_which_tables_it_needs(path: Path) -> None:
    from pasar_nb.contract import TABLES

    about = json.loads(path.read_text())["metadata"]["pasar"]
    assert about["name"] == path.stem.split("_", 1)[1]
    assert about.get("needs") or about.get("reads")
    assert {*about.get("needs", ()), *about.get("uses", ())} <= set(TABLES)
    assert set(about.get("suffices", ())) <= set(about.get("uses", ()))


def modules(source: str) -> set[str]:
    """Name the modules that a cell imports, and those that its names may be."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = [
        (node.module, alias) for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    return plain | {str(module) for module, _alias in froms} | {f"{one}.{alias.name}" for one, alias in froms}


def test_cells_with_widgets_are_interactive() -> None:
    """A report has no kernel behind it: cells of this tag are left out of it."""
    found = [
        (path.name, cell["metadata"].get("tags", []))
        for path in NOTEBOOKS
        for cell in cells(path, "code")
        if any(one.startswith(("pasar_nb.widgets", "ipywidgets")) for one in modules("".join(cell["source"])))
    ]
    assert found
    assert [name for name, tags in found if "interactive" not in tags] == []
