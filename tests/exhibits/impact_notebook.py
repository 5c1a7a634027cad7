"""The notebook on households, run as it stands, to read whatever it shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pasar_nb.findings import NotEstimable
from pasar_nb.page.showing import Showing
from pasar_nb.sections import Exhibit

PROJECT = Path(__file__).parents[2]
NOTEBOOK = PROJECT / "notebooks" / "04_impact.ipynb"


def run_notebook(
    district: str, data: Path, language: str, *, audience: str = "public", draws: int = 99
) -> list[tuple[str, Exhibit]]:
    """Run the cells, and collect what they show below which heading."""
    shown: list[tuple[str, Exhibit]] = []
    heading = ""

    def show(_page: Showing, *exhibits: Exhibit) -> None:
        seen: set[NotEstimable] = set()  # the page gives the same reason once
        for exhibit in exhibits:
            if not (isinstance(exhibit, NotEstimable) and exhibit in seen):
                shown.append((heading, exhibit))
            if isinstance(exhibit, NotEstimable):
                seen.add(exhibit)

    given = {"district": district, "data": str(data), "language": language, "audience": audience}
    names: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Showing, "show", show)
        patch.setattr("pasar_nb.page.showing.display_bundle", lambda _bundle: None)
        for cell in json.loads(NOTEBOOK.read_text())["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                heading = source.splitlines()[0].lstrip("# ")
                continue
            exec(source, names)
            if "parameters" in cell["metadata"].get("tags", []):
                names.update(given, draws=draws)
    return shown
