"""A real browser, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from visits import Visit

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")


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
