"""Who reads: the two languages, and how their numbers and dates are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

Language: TypeAlias = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE_LANGUAGE: Language = "id"
LOCALES: Mapping[Language, str] = {"id": "id_ID", "en": "en_GB"}
