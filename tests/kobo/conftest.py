"""A place to import exports in."""

from __future__ import annotations

from pathlib import Path

import pytest
from survey_exports import Import


@pytest.fixture
def place(tmp_path: Path) -> Import:
    return Import(tmp_path)
