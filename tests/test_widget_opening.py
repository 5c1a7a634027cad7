"""The button of the start page: it opens what is there, and says plainly what is not."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from pasar_nb.widgets.opening import reports_button


def answer_to_a_click(page: Path) -> str:
    button, answer = reports_button(page).children
    button.click()
    return str(answer.value)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses given to the browser; this machine may have none."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: addresses.append(address) or True)
    return addresses


def test_it_opens_the_list_by_its_whole_address(tmp_path: Path, opened: list[str]) -> None:
    page = tmp_path / "laporan saya" / "index.html"
    page.parent.mkdir()
    page.touch()
    assert str(page) in answer_to_a_click(page)
    assert opened == [page.as_uri()]


def test_without_reports_it_names_the_command_that_makes_them(tmp_path: Path, opened: list[str]) -> None:
    assert "pasar run" in answer_to_a_click(tmp_path / "index.html")
    assert opened == []


def test_without_a_browser_it_says_where_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    page = tmp_path / "index.html"
    page.touch()
    assert answer_to_a_click(page) == f"Tidak ada peramban di sini. Bukalah berkas {page}"
