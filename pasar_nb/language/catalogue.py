"""The English catalogue, in which Indonesian texts are looked up."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from pasar_nb.language.reader import SOURCE_LANGUAGE, Language

CATALOGUES = Path(__file__).parents[1] / "locale"


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """Load the catalogue of a language; the source language needs none.

    The catalogue is compiled in memory from its text form, so that no binary file can go out of date.
    """
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with (CATALOGUES / language / "LC_MESSAGES" / "pasar_nb.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
