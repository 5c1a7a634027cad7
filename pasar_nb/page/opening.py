"""Opening a page: whose data, for whom and in which language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from pasar_nb.district import District, find_districts
from pasar_nb.errors import check_option
from pasar_nb.language import LANGUAGES, Language, Message, _
from pasar_nb.page.page import Page
from pasar_nb.vocabulary import Audience

NOTEBOOKS: Mapping[str, Message] = MappingProxyType(
    {
        "commodity_selection": _("Pemilihan komoditas"),
        "market_map": _("Peta pasar"),
        "business_model": _("Model bisnis"),
        "impact": _("Perubahan pada rumah tangga"),
        "graduation": _("Graduasi rumah tangga"),
        "monitoring": _("Pemantauan capaian"),
        "cross_location": _("Perbandingan antarkabupaten"),
    }
)
"""Notebooks by name, with the title of their cover. A new notebook is a new row."""


def open_page(
    notebook: str,
    *,
    district: str,
    data: str | Path = "data",
    language: Language = "id",
    audience: Audience = "internal",
    parameters: Mapping[str, object] | None = None,
) -> Page:
    """Open a district's data for a notebook.

    Parameters
    ----------
    notebook
        Name of the notebook: its file name without number and ending.
    district
        BPS code of the district.
    data
        Folder that holds the districts' folders.
    language
        Language of everything shown.
    audience
        ``internal`` shows exact figures, as an analyst in JupyterLab sees them; the batch asks for
        ``public``.
    parameters
        The notebook's own parameters, for the record.

    Returns
    -------
    Page
        What the notebook shows its exhibits on.

    Raises
    ------
    UsageError
        For an unknown notebook, language, audience or district, with those there are.
    DataError
        Where the district's profile has an error.
    """
    check_option("notebook", notebook, NOTEBOOKS)
    check_option("language", language, LANGUAGES)
    check_option("audience", audience, get_args(Audience))
    folder = find_districts(Path(data), (str(district),))[0]
    return Page(
        notebook=notebook,
        title=NOTEBOOKS[notebook],
        district=District.open(folder),
        language=language,
        audience=audience,
        parameters=MappingProxyType(dict(parameters or {})),
    )
