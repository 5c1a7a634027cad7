"""What the project's own files promise: a lock without addresses, a licence, no path of a machine."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PROSE = {".md", ".toml", ".lock", ".txt", ".cfg", ".yml", ".yaml", ""}


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [PROJECT / name for name in listing.stdout.splitlines() if (PROJECT / name).is_file()]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    lines = (PROJECT / "requirements.lock").read_text().splitlines()
    pins = [line.split(";")[0].strip() for line in lines if line.strip() and not line.startswith("#")]
    return {canonical(name): version for name, version in (pin.split("==") for pin in pins)}


def test_the_lock_holds_plain_pins_and_no_address() -> None:
    for line in (PROJECT / "requirements.lock").read_text().splitlines():
        assert re.fullmatch(r"#.*|[A-Za-z0-9._\-]+==[A-Za-z0-9.!+]+( ; .+)?|", line), line
        assert "://" not in line


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(one for extra in optional for one in extra)]
    names = {canonical(re.split(r"[<>=!~;\[ ]", one)[0]) for one in wanted}
    assert names - {canonical(project["name"])} <= set(locked())


def test_no_file_names_a_registry_or_a_machine() -> None:
    forbidden = re.compile(
        r"https?://[^\s\"')]*(simple|pypi|wheels|files\.python|registry)|/home/\w|/root/|/Users/\w"
    )
    for path in tracked():
        if path.suffix in PROSE | {".py", ".ipynb", ".sh", ".j2", ".css"} and path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not forbidden.search(text), path


def test_the_top_level_is_what_was_agreed() -> None:
    expected = {"pyproject.toml", "notebooks", "pasar_nb", "data", "tests", "README.md", "requirements.lock"}
    expected |= {"LICENSE", "CHANGELOG.md", ".ci", ".gitignore"}
    assert {path.relative_to(PROJECT).parts[0] for path in tracked()} <= expected


def test_demonstration_data_stay_small() -> None:
    assert (
        sum(path.stat().st_size for path in tracked() if "data" in path.relative_to(PROJECT).parts)
        < 6_000_000
    )


def test_the_readme_s_commands_are_the_ones_ci_runs() -> None:
    readme = (PROJECT / "README.md").read_text()
    ci = (PROJECT / ".ci" / "run").read_text()
    for command in (
        "pip install -c requirements.lock -e . && pasar run",
        "pip install -c requirements.lock -e '.[test]' && pytest",
    ):
        assert command in readme
        assert command in ci
