"""What several folders of tests use: a real browser, where there is one, and a small project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from small_project import TABLES, SmallProject
from visits import Visit

from pasar_nb.demo import draw, write

# Property tests look for new cases on every run at home; a landing must not depend on luck.
# Nor may either depend on how busy the machine is.
settings.register_profile("searching", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=20)
settings.load_profile("steady" if os.environ.get("CI") else "searching")

# Files of few, long tests come first, so that at the end no core waits for another.
LONG = ("tests/notebooks/", "tests/benchmarks/", "tests/batch/", "tests/demo/", "notebooks/")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    executable = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if executable is None:
        pytest.skip(f"no browser found: none of {', '.join(BROWSERS)} is on the path")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Visit(page)
    page.close()


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """Two synthetic districts with the tables of commodity selection, and no notebook yet."""
    project = SmallProject(tmp_path_factory.mktemp("drawn"))
    for folder in write(draw(2, households=12), project.data):
        for table in folder.glob("*.csv"):
            if table.stem not in TABLES:
                table.unlink()
    return project


@pytest.fixture(scope="session")
def finished(drawn: SmallProject, tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project whose two notebooks have been run once for both districts; only to be looked at."""
    project = SmallProject(tmp_path_factory.mktemp("finished"))
    shutil.copytree(drawn.data, project.data)
    project.write_notebook("satu")
    project.write_notebook("dua", number="02")
    result = project.run("--workers", "1")
    assert result.exit_code == 0, result.output
    return project


@pytest.fixture
def fresh(drawn: SmallProject, tmp_path: Path) -> SmallProject:
    """A project to be changed at will, without notebook and report."""
    shutil.copytree(drawn.data, tmp_path / "data")
    return SmallProject(tmp_path)


@pytest.fixture
def again(finished: SmallProject, tmp_path: Path) -> SmallProject:
    """A copy of the finished project, to be changed at will."""
    shutil.copytree(finished.root, tmp_path, dirs_exist_ok=True)
    return SmallProject(tmp_path)
