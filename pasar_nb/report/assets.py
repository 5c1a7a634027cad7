"""Files that all pages share: the drawing library, styles with the palette in them, and two small scripts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pasar_nb import vocabulary

STATIC = Path(__file__).parent / "static"
DRAWING = "plotly.min.js"
PALETTE = (
    *("BLUE", "ORANGE", "GREEN", "VERMILION", "SKY", "PURPLE", "YELLOW", "GREY"),
    *("INK", "PAPER", "GRID"),
)
_OWN = ("pasar.css", "report.css", "report.js", "index.css", "index.js")


def files() -> Mapping[str, bytes]:
    """Make every shared file, by its name in the assets' folder."""
    return {name: text(name).encode() for name in (DRAWING, *_OWN)}


def taken_out(page: bytes) -> bytes:
    """Leave out of a portable page what is ours and the same for everybody, to the letter.

    The release gate reads pages for numbers that look like identifiers; the drawing library is full of them.
    """
    for content in files().values():
        page = page.replace(content, b"")
    return page


@cache
def text(name: str) -> str:
    """Read one shared file; line ends are made uniform, as a browser does before it checks a digest."""
    if name == DRAWING:
        from plotly.offline import get_plotlyjs

        return _uniform(get_plotlyjs())
    content = _uniform((STATIC / name).read_text(encoding="utf-8"))
    return palette() + content if name == "pasar.css" else content


def palette() -> str:
    """Write the vocabulary's colours as CSS variables, so that they are said in one place only."""
    named = {name.lower(): getattr(vocabulary, name) for name in PALETTE}
    shades = {f"blue-{step}": colour for step, colour in enumerate(vocabulary.SEQUENTIAL_BLUE)}
    variables = " ".join(f"--{name}: {colour};" for name, colour in {**named, **shades}.items())
    return f":root {{{variables}}}\n"


def _uniform(content: str) -> str:
    return content.replace("\r\n", "\n")
