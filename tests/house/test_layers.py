"""The house keeps its layers: read from the source, not from what happens to be imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "pasar_nb"
GROUND = {"errors", "vocabulary", "language", "findings", "identifiers"}
MAY_IMPORT: dict[str, set[str]] = {
    **dict.fromkeys(GROUND, GROUND),
    "locale": GROUND,
    "contract": GROUND | {"contract", "reference"},
    "reference": GROUND | {"reference"},
    "control_document": GROUND | {"contract", "reference", "control_document"},
    "district": GROUND | {"contract", "reference"},
    "demo": GROUND | {"contract", "reference", "demo"},
    "whole_files": GROUND,
    "kobo": GROUND | {"contract", "reference", "whole_files", "kobo"},
    "analysis": GROUND | {"analysis"},
    "disclosure": GROUND | {"disclosure"},
    "figures": GROUND | {"analysis", "disclosure", "figures"},
    "prose": GROUND | {"analysis", "disclosure", "prose"},
    "tables": GROUND | {"analysis", "disclosure", "tables"},
    "widgets": GROUND | {"analysis", "disclosure", "figures", "prose", "tables", "widgets"},
    "records": GROUND,
    "sections": GROUND | {"analysis", "disclosure", "figures", "prose", "tables", "sections"},
    "page": GROUND
    | {"contract", "reference", "district", "records", "disclosure", "figures", "prose", "tables", "sections"}
    | {"page"},
    "report": GROUND | {"disclosure", "figures", "prose", "tables", "report"},
    "batch": GROUND
    | {"contract", "reference", "district", "records", "whole_files", "disclosure", "report", "batch"},
}
ONLY_IN: dict[str, set[str]] = {
    "papermill": {"batch"},
    "ipywidgets": {"widgets"},
    "nbconvert": {"report"},
    "xlsxwriter": {"report", "control_document"},
}
NEVER_IN_ANALYSIS = {"matplotlib", "plotly", "pathlib", "os", "io", "open", "ipywidgets", "papermill"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """Name every module that a file imports, wherever in the file, except for type checkers only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_its_layer_allows(path: Path) -> None:
    here = room(path)
    if here in {"__init__", "cli", "__main__"}:
        pytest.skip("the package's face and the command line may import every layer")
    inside = {name.split(".")[1] for name in imports(path) if name.startswith("pasar_nb.")}
    assert inside <= MAY_IMPORT[here] | {here}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_tool_is_known_in_its_own_rooms_only(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        assert room(path) in ONLY_IN.get(top, {room(path)})


def test_analysis_touches_neither_disk_nor_drawing() -> None:
    for path in sorted((PACKAGE / "analysis").rglob("*.py")):
        tops = {name.split(".")[0] for name in imports(path)}
        assert not tops & NEVER_IN_ANALYSIS, path
        calls = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        assert "open" not in calls, path


def test_nobody_uses_another_module_s_private_names() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pasar_nb"):
                private = {a.name for a in node.names if a.name.startswith("_") and a.name not in {"_", "_n"}}
                assert not private, (path, private)


def test_modules_are_named_for_what_they_answer() -> None:
    assert not {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts} & VAGUE


def test_modules_stay_short() -> None:
    lengths = {path.relative_to(PACKAGE).as_posix(): path.read_text().count("\n") for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 260} == {}


def function_lengths() -> list[int]:
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                found.append((node.end_lineno or 0) - body[0].lineno + 1)
    return sorted(found)


def test_functions_do_one_thing() -> None:
    lengths = function_lengths()
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.9)] <= 30


def test_importing_the_package_is_cheap() -> None:
    script = "import sys, pasar_nb; print(*sorted(m.split('.')[0] for m in sys.modules))"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {
        "pandas",
        "numpy",
        "scipy",
        "statsmodels",
        "plotly",
        "papermill",
        "matplotlib",
        "IPython",
        "pymcdm",
        "sqlalchemy",
    }
    assert not heavy & set(answer.stdout.split())


def test_the_public_face_is_small_and_true() -> None:
    import pasar_nb

    assert 5 <= len(pasar_nb.__all__) <= 25
    for name in pasar_nb.__all__:
        assert getattr(pasar_nb, name) is not None
