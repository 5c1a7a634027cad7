"""HTML that may enter a page: an allow-list for notebook outputs and for prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from bleach.sanitizer import Cleaner

_TEXT = ("p", "br", "strong", "em", "b", "i", "sup", "sub", "code", "ul", "ol", "li", "blockquote")
_TABLE = ("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
_EXHIBIT_TAGS = frozenset((*_TEXT, *_TABLE, "div", "span"))
_PROSE_TAGS = frozenset((*_TEXT, *_TABLE, "h3", "h4", "h5", "pre", "hr", "a", "del"))
_CELL = ["colspan", "rowspan", "scope"]
_EXHIBIT_ATTRIBUTES = {"*": ["class", "style"], "td": _CELL, "th": _CELL}
_PROSE_ATTRIBUTES = {"a": ["href", "title"], "td": ["style"], "th": ["style"], "ol": ["start"]}
_PROPERTIES = ("font-weight", "font-style", "text-align")
_LINKS = frozenset({"https", "http", "mailto"})
# Bleach keeps the text of a tag it drops; a style sheet would then be read as a paragraph.
_STYLE_SHEETS = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def exhibit(html: str) -> Markup:
    """Keep the structure, classes and emphasis of an output; drop every other tag and attribute."""
    return Markup(_exhibit_cleaner().clean(_STYLE_SHEETS.sub("", html)))


def prose(markdown: str) -> Markup:
    """Render a markdown cell; raw HTML in it is shown as text, images are not fetched."""
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(escape=True, exclude_anchor_links=True)
    html = MarkdownWithMath(renderer=renderer).render(markdown)
    return Markup(_prose_cleaner().clean(html))


@cache
def _exhibit_cleaner() -> Cleaner:
    from bleach.css_sanitizer import CSSSanitizer
    from bleach.sanitizer import Cleaner

    css = CSSSanitizer(allowed_css_properties=_PROPERTIES)
    return Cleaner(_EXHIBIT_TAGS, _EXHIBIT_ATTRIBUTES, protocols=(), strip=True, css_sanitizer=css)


@cache
def _prose_cleaner() -> Cleaner:
    from bleach.css_sanitizer import CSSSanitizer
    from bleach.sanitizer import Cleaner

    css = CSSSanitizer(allowed_css_properties=_PROPERTIES)
    return Cleaner(_PROSE_TAGS, _PROSE_ATTRIBUTES, protocols=_LINKS, css_sanitizer=css)
