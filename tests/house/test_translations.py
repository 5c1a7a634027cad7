"""Every text has its English, with the same fields; nothing in the catalogue is left over."""

from __future__ import annotations

from pathlib import Path

import pytest

from pasar_nb.language import Message
from pasar_nb.locale import extraction


def forms(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.fixture(scope="module")
def source() -> dict[str, object]:
    return {forms(message.id)[0]: message for message in extraction.template() if message.id}


@pytest.fixture(scope="module")
def catalogue() -> dict[str, object]:
    return {forms(message.id)[0]: message for message in extraction.read() if message.id}


def test_the_catalogue_covers_the_source_exactly(source: dict, catalogue: dict) -> None:
    assert set(source) - set(catalogue) == set()
    assert set(catalogue) - set(source) == set()


def test_every_text_is_translated(catalogue: dict) -> None:
    untranslated = [text for text, message in catalogue.items() if not extraction.translated(message.string)]
    assert untranslated == []
    assert [text for text, message in catalogue.items() if message.fuzzy] == []


def test_a_translation_keeps_the_fields(catalogue: dict) -> None:
    for text, message in catalogue.items():
        for form in forms(message.string):
            assert extraction.fields(form) == extraction.fields(text), text


def test_every_notebook_cell_is_translated(catalogue: dict) -> None:
    for text, where in extraction.notebook_texts():
        assert extraction.translated(catalogue[text].string), where


def test_every_marked_text_is_a_literal() -> None:
    """A text that is put together at run time would never be translated."""
    import ast

    for path in sorted(Path(extraction.PACKAGE).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in extraction.MARKS
            ):
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"


def test_a_message_reads_in_both_languages() -> None:
    message = Message("terbit")
    assert message.text("id") == "terbit"
    assert message.text("en") == "published"
