"""What every page can do: release results, and show exhibits in one language to one audience."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from pasar_nb.disclosure import Released, release
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message
from pasar_nb.page.bundles import Bundle, bundles_of
from pasar_nb.page.cover import Subject, cover_bundle
from pasar_nb.page.provenance import Origin, provenance_bundle
from pasar_nb.sections import Exhibit
from pasar_nb.vocabulary import Audience

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A notebook that shows something to somebody.

    Attributes
    ----------
    notebook, title
        The notebook's name, and its title for people.
    language, audience
        How and for whom results are released and shown.
    parameters
        The notebook's own parameters, for the record.
    """

    notebook: str
    title: Message
    language: Language
    audience: Audience
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

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
                display_bundle(bundle)

    def show_cover(self, subject: Subject) -> None:
        """Show the cover, and in JupyterLab bring the style of all exhibits with it."""
        display_bundle(cover_bundle(self.notebook, self.title, subject, self.language, self.audience))

    def show_provenance(self, origin: Origin, figures: Mapping[str, object]) -> None:
        """Show the record of inputs, parameters, versions and result figures."""
        display_bundle(provenance_bundle(self, origin, figures))


def display_bundle(bundle: Bundle) -> None:
    """Hand an output to Jupyter."""
    from IPython.display import display

    show: Callable[..., object] = display  # IPython's function carries no types
    show(dict(bundle.data), raw=True, metadata=dict(bundle.metadata))
