"""A page: one notebook for one district, one audience and one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pasar_nb.disclosure import Released, release
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message
from pasar_nb.page.bundles import Bundle, Exhibit, bundles_of
from pasar_nb.page.cover import cover_bundle
from pasar_nb.page.provenance import provenance_bundle
from pasar_nb.page.tables_at_hand import tables_at_hand
from pasar_nb.tables.data_at_hand import DataAtHand, data_at_hand, remarks
from pasar_nb.vocabulary import Audience

if TYPE_CHECKING:
    import pandas as pd

    from pasar_nb.district import District

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Page:
    """What a notebook shows its exhibits on; `open_page` makes it.

    Attributes
    ----------
    notebook, title
        The notebook's name, and its title for people.
    district
        The checked district.
    language, audience
        How and for whom results are released and shown.
    parameters
        The notebook's own parameters, for the record.
    """

    notebook: str
    title: Message
    district: District
    language: Language
    audience: Audience
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def cover(self) -> None:
        """Show the cover, and in JupyterLab bring the style of all exhibits with it."""
        _display(cover_bundle(self.notebook, self.title, self.district, self.language, self.audience))

    def table(self, name: str) -> pd.DataFrame:
        """Give a table of the district; an absent one has its columns and no row.

        Raises
        ------
        DataError
            Where errors stop the table.
        """
        return self.district.table(name)

    def release(self, result: Result) -> Released[Result]:
        """Pass a result through disclosure control for this page's audience and language."""
        return release(result, audience=self.audience, language=self.language)

    def show(self, *exhibits: Exhibit) -> None:
        """Show sentences, tables and figures in the order given; the same reason is not given twice."""
        reasons: set[NotEstimable] = set()
        for exhibit in exhibits:
            if isinstance(exhibit, NotEstimable):
                if exhibit in reasons:
                    continue
                reasons.add(exhibit)
            for bundle in bundles_of(exhibit, self.language):
                _display(bundle)

    def data_at_hand(self, *tables: str) -> None:
        """Show which tables a section rests on, how large they are, and what is missing or doubtful."""
        at_hand = self.release(DataAtHand("_".join(("data", *tables)), tables_at_hand(self.district, tables)))
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
        _display(provenance_bundle(self, figures or {}))


def _display(bundle: Bundle) -> None:
    from IPython.display import display

    show: Callable[..., object] = display  # IPython's function carries no types
    show(dict(bundle.data), raw=True, metadata=dict(bundle.metadata))
