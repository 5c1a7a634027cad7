"""Districts that several tests only look at."""

from __future__ import annotations

import pytest

from pasar_nb import demo


@pytest.fixture(scope="session")
def twelve() -> tuple[demo.DemoDistrict, ...]:
    """Districts outside the seven, with every table, of few households."""
    return demo.draw(districts=19, households=24, seed=3)[7:]
