"""A notebook, its options and the shared assets."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from executed_notebook import make_notebook

from pasar_nb.report import RenderOptions, assets


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
