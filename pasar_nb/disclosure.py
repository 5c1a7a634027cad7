"""What may be published: results pass here before any figure, table or sentence is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pasar_nb.language import Language
from pasar_nb.vocabulary import Audience

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Released(Generic[Result]):
    """A result that has passed disclosure control, for one audience and language.

    Figures, tables and sentences accept nothing else.
    """

    result: Result
    audience: Audience
    language: Language


def release(result: Result, *, audience: Audience, language: Language) -> Released[Result]:
    raise NotImplementedError
