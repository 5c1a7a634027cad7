"""A button that opens the reports in the reader's browser, which JupyterLab itself cannot show."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.language import Language, Message, _

if TYPE_CHECKING:
    import ipywidgets


def reports_button(page: Path, *, language: Language = "id") -> ipywidgets.Widget:
    """Make a button that opens the list of reports, and says where it is when that cannot be done.

    Parameters
    ----------
    page
        Path of the list.
    language
        Language of the button and of what it answers.

    Returns
    -------
    ipywidgets.Widget
        The button and the place of its answer.

    Notes
    -----
    JupyterLab shows a linked page without its styles, as they lie outside its folder, hence the browser. The
    browser is that of the machine on which the notebook runs; where this is a server there is none.
    """
    import ipywidgets

    button = ipywidgets.Button(
        description=_("Buka daftar laporan").text(language), layout=ipywidgets.Layout(width="max-content")
    )
    answer = ipywidgets.Label()

    def opened(_button: ipywidgets.Button) -> None:
        answer.value = _opened(page).text(language)

    button.on_click(opened)
    return ipywidgets.HBox([button, answer])


def _opened(page: Path) -> Message:
    whole = page.resolve()
    if not whole.is_file():
        return _("Belum ada laporan di {path}. Buatlah dengan perintah pasar run.", path=str(whole.parent))
    if webbrowser.open(whole.as_uri()):
        return _("Dibuka di peramban: {path}", path=str(whole))
    return _("Tidak ada peramban di sini. Bukalah berkas {path}", path=str(whole))
