"""A page: one notebook for one district, one audience and one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pasar_nb.page.cover import subject_of
from pasar_nb.page.provenance import Origin
from pasar_nb.page.showing import Showing
from pasar_nb.page.source_names import SourceNames
from pasar_nb.page.tables_at_hand import tables_at_hand
from pasar_nb.tables.data_at_hand import DataAtHand, data_at_hand, remarks

if TYPE_CHECKING:
    import pandas as pd

    from pasar_nb.district import District


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Showing):
    """What a notebook shows its exhibits on; `open_page` makes it.

    Attributes
    ----------
    district
        The checked district.
    """

    district: District

    @property
    def _names(self) -> SourceNames:
        return SourceNames(self.district.files, self.audience, self.language)

    def cover(self) -> None:
        """Show the cover, and in JupyterLab bring the style of all exhibits with it."""
        self.show_cover(subject_of(self.district))

    def table(self, name: str) -> pd.DataFrame:
        """Give a table of the district; an absent one has its columns and no row.

        Raises
        ------
        DataError
            Where errors stop the table.
        """
        return self.district.table(name)

    def tables(self, *names: str) -> tuple[pd.DataFrame, ...]:
        """Give several tables of the district, each as `table` does."""
        return tuple(self.table(name) for name in names)

    def data_at_hand(self, *tables: str) -> None:
        """Show which tables a section rests on, how large they are, and what is missing or doubtful."""
        found = tables_at_hand(self.district, tables, self._names)
        at_hand = self.release(DataAtHand("_".join(("data", *tables)), found))
        self.show(data_at_hand(at_hand), *remarks(at_hand))

    def provenance(self, figures: Mapping[str, object] | None = None) -> None:
        """Show the record of inputs, parameters, versions and result figures.

        Parameters
        ----------
        figures
            Released figures by name, for comparisons across districts: numbers, texts or `NotEstimable`.

        Raises
        ------
        DisclosureError
            For a figure that is anything else.
        """
        doubtful = sum(not problem.stops for problem in self.district.problems)
        origin = Origin(subject_of(self.district), self._names.told(), doubtful, self.district.corrections)
        self.show_provenance(origin, figures or {})
