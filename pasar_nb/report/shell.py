"""What surrounds every page: styles, scripts and the policy that forbids everything else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from pasar_nb.report import assets

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Shell:
    """Styles and scripts of a page, linked or held in it.

    Attributes
    ----------
    policy
        Content security policy: no other host, no script but ours.
    style_links, script_links
        Addresses; empty for a portable page.
    styles, scripts
        Contents; empty for a page with shared assets.
    """

    policy: str
    style_links: tuple[str, ...] = ()
    script_links: tuple[str, ...] = ()
    styles: tuple[Markup, ...] = ()
    scripts: tuple[Markup, ...] = ()


def shell(styles: Sequence[str], scripts: Sequence[str], *, portable: bool, address: str) -> Shell:
    """Put styles and scripts round a page.

    Parameters
    ----------
    styles, scripts
        Names of assets, in order.
    portable
        Hold them in the page instead of linking to them.
    address
        Address of the assets' folder, relative to the page.
    """
    if portable:
        return _held([assets.text(name) for name in styles], [assets.text(name) for name in scripts])
    return Shell(
        policy=_policy("'self'", "'self'"),
        style_links=tuple(f"{address}/{name}" for name in styles),
        script_links=tuple(f"{address}/{name}" for name in scripts),
    )


def css_string(text: str) -> str:
    """Write a text as a CSS string; every character that could end it is escaped by its number."""
    return '"' + "".join(c if c.isalnum() or c in " .,–—·" else f"\\{ord(c):06x}" for c in text) + '"'


def _held(styles: Sequence[str], scripts: Sequence[str]) -> Shell:
    return Shell(
        policy=_policy(" ".join(_digest(script) for script in scripts) or "'none'", ""),
        styles=tuple(Markup(style) for style in styles),
        scripts=tuple(Markup(script) for script in scripts),
    )


def _policy(scripts: str, styles: str) -> str:
    # Plotly sets styles on its elements and in a style element, hence 'unsafe-inline' for styles only.
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles} 'unsafe-inline'".replace("  ", " "),
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
