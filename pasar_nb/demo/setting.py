"""What a table is drawn from: the district's story, what was drawn before it, and its random stream."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from pasar_nb.demo.story import Story
from pasar_nb.demo.streams import stream

Truth: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """Numbers that market map, business model, partners and monitoring rest on alike.

    Attributes
    ----------
    price
        Producers' price of the chosen commodity, mean of the year before the start, in Rp per unit.
    volume
        What a participating household sells in a month at that price.
    participants
        Households that take part.
    producers
        Producers in the district; at least a few for each participant, however many are drawn.
    """

    price: float
    volume: float
    participants: int
    producers: int


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
    behind
        What stands behind those tables and nobody sees, such as answers of households that have left.
    yardsticks
        What later tables rest on; None until it is known.
    """

    story: Story
    households: int
    seed: int
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    behind: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    yardsticks: Yardsticks | None = None

    @property
    def base(self) -> Yardsticks:
        """The yardsticks, once they are known."""
        if self.yardsticks is None:
            raise LookupError("yardsticks are asked for before they are drawn")
        return self.yardsticks

    def with_drawn(self, drawn: Drawn, formed: Mapping[str, pd.DataFrame]) -> Setting:
        """Add what a group drew, its tables in the contract's form."""
        return replace(
            self,
            tables={**self.tables, **formed},
            behind={**self.behind, **drawn.behind},
            yardsticks=drawn.yardsticks or self.yardsticks,
        )

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
    behind
        What later groups need to know and no table shows.
    yardsticks
        What later tables rest on, from the group that finds it out.
    """

    tables: Mapping[str, pd.DataFrame]
    truth: Truth
    behind: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    yardsticks: Yardsticks | None = None


Group: TypeAlias = Callable[[Setting], Drawn]
"""Draws some tables of one district; listed in `drawing.GROUPS`."""
