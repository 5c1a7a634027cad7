"""What a key figure may be: a number or name of a result that is put on record, or why it is missing."""

from __future__ import annotations

from typing import TypeAlias

from pasar_nb.findings import NotEstimable

KeyFigure: TypeAlias = str | float | int | bool | tuple[str, ...] | NotEstimable | None
