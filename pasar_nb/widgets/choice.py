"""A list to choose from, with what the choice shows below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pasar_nb.errors import PasarError
from pasar_nb.language import Language

if TYPE_CHECKING:
    import ipywidgets


def choose(
    options: Mapping[str, str], show: Callable[[str], None], *, language: Language = "id"
) -> ipywidgets.Widget:
    """Make a list to choose from.

    Parameters
    ----------
    options
        What is chosen, by what is read in the list.
    show
        Shows something for a choice; our own errors are shown in its place.
    language
        Language of errors.

    Returns
    -------
    ipywidgets.Widget
        The list and a place below it. Nothing is shown before the first choice.
    """
    import ipywidgets

    chosen = ipywidgets.Dropdown(options=[("–", ""), *options.items()], value="")
    below = ipywidgets.Output()

    def answer(change: Mapping[str, str]) -> None:
        below.clear_output()
        with below:
            if change["new"]:
                _shown_or_told(change["new"], show, language)

    chosen.observe(answer, names="value")
    return ipywidgets.VBox([chosen, below])


def _shown_or_told(choice: str, show: Callable[[str], None], language: Language) -> None:
    try:
        show(choice)
    except PasarError as error:
        print(error.text(language))
