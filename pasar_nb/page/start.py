"""The start page in JupyterLab: which districts there are, and how the data of one of them stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pasar_nb.contract.folders import CODE_LENGTH
from pasar_nb.contract.grid import whole_name
from pasar_nb.contract.tables import TABLES
from pasar_nb.district import District, find_districts
from pasar_nb.errors import check_option
from pasar_nb.language import LANGUAGES, Language, _
from pasar_nb.page.cover import subject_of
from pasar_nb.page.showing import Showing
from pasar_nb.page.source_names import SourceNames
from pasar_nb.page.tables_at_hand import tables_at_hand
from pasar_nb.records import language_suffix
from pasar_nb.reference.districts import find
from pasar_nb.tables.data_at_hand import DataAtHand, data_at_hand, remarks
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.districts import Districts, districts

TITLE = _("Mulai di sini")


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage(Showing):
    """Where an analyst begins; `open_start` makes it.

    Attributes
    ----------
    folders
        The districts' folders of data.
    reports
        Folder of the reports.
    """

    folders: tuple[Path, ...]
    reports: Path

    @property
    def names(self) -> Mapping[str, str]:
        """Code of each district by what an analyst chooses it by."""
        return {f"{code} {name}": code for code, name, _province in map(_known, self.folders)}

    @property
    def index(self) -> Path:
        """The page that lists every report."""
        return self.reports / f"index{language_suffix(self.language)}.html"

    def districts(self) -> DisplayTable:
        """List the districts with their files and reports; opens none of them."""
        rows = [
            (*_known(folder), _data_files(folder), _reports(self.reports / folder.name, self.language))
            for folder in self.folders
        ]
        table = pd.DataFrame(rows, columns=["code", "name", "province", "files", "reports"])
        return districts(self.release(Districts(table)))

    def state(self, district: str) -> None:
        """Show how every table of a district stands, and what is doubtful in it.

        Raises
        ------
        DataError
            Where the district's profile has an error.
        """
        folder = next(one for one in self.folders if one.name[:CODE_LENGTH] == district)
        opened = District.open(folder)
        self.show_cover(subject_of(opened))
        names = SourceNames(opened.files, self.audience, self.language)
        at_hand = self.release(DataAtHand(f"data_{district}", tables_at_hand(opened, TABLES, names)))
        self.show(data_at_hand(at_hand), *remarks(at_hand))


def open_start(
    *, data: str | Path = "data", reports: str | Path = "reports", language: Language = "id"
) -> StartPage:
    """Open the start page.

    Parameters
    ----------
    data
        Folder with a folder per district.
    reports
        Folder of the reports.
    language
        Language of everything shown.

    Raises
    ------
    UsageError
        For an unknown language, or a folder of data that is not there.
    """
    check_option("language", language, LANGUAGES)
    return StartPage(
        notebook="start",
        title=TITLE,
        language=language,
        audience="internal",
        folders=tuple(find_districts(Path(data))),
        reports=Path(reports),
    )


def _known(folder: Path) -> tuple[str, str, str]:
    code, entry = folder.name[:CODE_LENGTH], find(folder.name[:CODE_LENGTH])
    return (code, entry.name, entry.province) if entry else (code, whole_name(folder.name), "")


def _data_files(folder: Path) -> int:
    from pasar_nb.contract.database.sources import has_sources
    from pasar_nb.contract.files import is_data_file

    return sum(map(is_data_file, folder.iterdir())) + has_sources(folder)


def _reports(folder: Path, language: Language) -> int:
    ending = f"{language_suffix(language)}.html"
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sum(name.endswith(ending) and name.count(".") == ending.count(".") for name in names)
