"""Exhibits as what Jupyter displays: a bundle of forms by MIME type, of which each reader takes the best."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import PARAGRAPH, Language, Message, _
from pasar_nb.sections import Exhibit
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text
from pasar_nb.vocabulary import PLOTLY_TYPE, TABLE_TYPE

HTML, TEXT = "text/html", "text/plain"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One output of a cell.

    Attributes
    ----------
    data
        Content by MIME type.
    metadata
        The output's metadata.
    """

    data: Mapping[str, Any]
    metadata: Mapping[str, Any] = field(default_factory=dict)


def bundles_of(exhibit: Exhibit, language: Language) -> Iterator[Bundle]:
    """Give the outputs that show an exhibit.

    Parameters
    ----------
    exhibit
        Sentence, reason why there is none, table or figure.
    language
        Language of its texts.

    Raises
    ------
    TypeError
        For anything else: only exhibits of released results are shown.
    """
    if isinstance(exhibit, Message):
        yield _paragraph("pasar-sentence", exhibit.text(language))
    elif isinstance(exhibit, NotEstimable):
        refusal = _("Tidak dapat disimpulkan: {reason}", reason=exhibit.reason)
        yield _paragraph("pasar-not-estimable", refusal.text(language))
    elif isinstance(exhibit, DisplayTable):
        yield Bundle({form: write(exhibit, language) for form, write in _TABLE_FORMS.items()})
    elif isinstance(exhibit, ReportFigure):
        yield from _figure(exhibit, language)
    else:
        raise TypeError(f"a {type(exhibit).__name__} is no exhibit")


_TABLE_FORMS = {HTML: to_html, TABLE_TYPE: to_json, TEXT: to_text}


def _figure(figure: ReportFigure, language: Language) -> Iterator[Bundle]:
    """Give the drawing between its title and its note, which the report sets by itself from the metadata."""
    title, alternative, note = (one.text(language) for one in (figure.title, figure.alternative, figure.note))
    drawing = json.loads(figure.drawing.to_json())
    drawing.get("layout", {}).pop("title", None)
    about = {"name": figure.name, "title": title, "alternative": alternative, "note": note}
    yield _paragraph("pasar-figure-title", title, role="figure-title")
    yield Bundle({PLOTLY_TYPE: drawing, TEXT: alternative}, {"pasar": about})
    yield _paragraph("pasar-figure-note", note, role="figure-note")


def _paragraph(css_class: str, text: str, role: str = "") -> Bundle:
    markup = "\n".join(f'<p class="{css_class}">{html.escape(part)}</p>' for part in text.split(PARAGRAPH))
    return Bundle({HTML: markup, TEXT: text}, {"pasar": {"role": role}} if role else {})
