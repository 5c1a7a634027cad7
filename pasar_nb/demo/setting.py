"""What a table is drawn from: the district's story, what was drawn before it, and its random stream."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from pasar_nb.demo.story import Story
from pasar_nb.demo.streams import stream

Truth: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """One district at the moment a group of its tables is drawn.

    Attributes
    ----------
    story
        What is decided of the district before anything is drawn.
    households
        Number of households to draw.
    seed
        Seed of the whole drawing.
    tables
        Tables drawn by the groups before this one.
    """

    story: Story
    households: int
    seed: int
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def stream(self, subject: str) -> np.random.Generator:
        """Open the district's random stream of a subject."""
        return stream(self.seed, self.story.code, subject)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A group's tables and what is true of them.

    Attributes
    ----------
    tables
        By their name in the contract.
    truth
        What an analysis of these tables should find, ready for JSON.
    """

    tables: Mapping[str, pd.DataFrame]
    truth: Truth


Group: TypeAlias = Callable[[Setting], Drawn]
"""Draws some tables of one district; listed in `drawing.GROUPS`."""
