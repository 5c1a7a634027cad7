"""What the tests of exhibits have in common: to show a result, and to read what is said and drawn of it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from pasar_nb.disclosure import Released, release
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.tables.cells import plain_cell
from pasar_nb.tables.display import DisplayTable


def shown(result: Any, audience: str = "public", language: str = "id") -> Released[Any]:
    return release(result, audience=audience, language=language)  # type: ignore[arg-type]


def every(module: Any, case: Released[Any]) -> Iterator[tuple[str, Any]]:
    """Call everything that a module offers for a result."""
    for name in module.__all__:
        yield name, getattr(module, name)(case)


def said(answer: Any, language: str = "id") -> list[str]:
    """Read an answer: one text per sentence or reason."""
    answers = answer if isinstance(answer, tuple) else (answer,)
    messages = [one.reason if isinstance(one, NotEstimable) else one for one in answers]
    assert all(isinstance(one, Message) for one in messages)
    return [one.text(language) for one in messages]


def only(answer: Any) -> str:
    """Read an answer of a single sentence."""
    (text,) = said(answer)
    return text


def cells(table: Any, column: str) -> list[Any]:
    """Read the plain values of a column that is on show."""
    assert isinstance(table, DisplayTable)
    assert column in {one.name for one in table.columns}
    return [plain_cell(value, "id") for value in table.frame[column]]


def drawing(figure: Any) -> dict[str, Any]:
    """Read the drawing of a figure as the JSON that a browser gets; every number in it must be one."""
    assert isinstance(figure, ReportFigure)
    # Plotly writes what is no number as null, so it must be looked for before.
    assert all(map(math.isfinite, numbers(figure.drawing.to_dict())))
    content: dict[str, Any] = json.loads(figure.drawing.to_json())
    return content


def numbers(value: Any) -> Iterator[float]:
    """Find every number within a drawing, in arrays, too."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, float | int):
        yield float(value)
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from numbers(part)


def strings(value: Any) -> Iterator[str]:
    """Find every text within a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)
