"""A notebook, its options, the shared assets and, where there is one, a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from executed_notebook import make_notebook

from pasar_nb.report import RenderOptions, assets

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")


@pytest.fixture
def executed() -> nbformat.NotebookNode:
    return make_notebook()


@pytest.fixture
def options() -> RenderOptions:
    return RenderOptions(
        "id",
        "public",
        xlsx="commodity_selection.xlsx",
        provenance="commodity_selection.json",
        index="../index.html",
    )


@pytest.fixture(scope="session")
def shared_assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports folder with the shared assets in place."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "_assets").mkdir()
    for name, content in assets.files().items():
        (folder / "_assets" / name).write_bytes(content)
    return folder


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
