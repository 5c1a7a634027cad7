"""Where a run leaves its files: public reports, and what stays under ``_internal``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from pasar_nb.language import SOURCE_LANGUAGE, Language
from pasar_nb.records import language_suffix
from pasar_nb.vocabulary import Audience

Ending: TypeAlias = Literal["html", "xlsx", "json"]
ENDINGS: tuple[Ending, ...] = ("json", "xlsx", "html")
"""A report's files in the order in which they are replaced: the page that links to the others comes last."""
INTERNAL = "_internal"
ACROSS = "lintas-lokasi"
"""Folder of the reports that compare districts."""
ASSETS = "_assets"


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom and in which language a report is made.

    Attributes
    ----------
    language
        Language of every text in it.
    audience
        Everybody, or the owner of the data.
    """

    language: Language = SOURCE_LANGUAGE
    audience: Audience = "public"

    @property
    def suffix(self) -> str:
        """What stands between a file's name and its ending: nothing for the source language."""
        return language_suffix(self.language)

    @property
    def private(self) -> bool:
        """Whether the report must stay with the owner of the data."""
        return self.audience == "internal"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths inside a folder of reports.

    Attributes
    ----------
    reports
        The folder given as ``--reports``.
    """

    reports: Path

    @property
    def internal(self) -> Path:
        """Everything that is never public."""
        return self.reports / INTERNAL

    @property
    def ledger(self) -> Path:
        """The record of every job."""
        return self.internal / "ledger.jsonl"

    @property
    def lock(self) -> Path:
        """The file that the running `pasar run` holds."""
        return self.internal / "lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock, for people."""
        return self.internal / "lock.json"

    @property
    def work(self) -> Path:
        """What a run needs while it lasts; anything in it without a run is a leftover."""
        return self.internal / "work"

    def root(self, edition: Edition) -> Path:
        """Folder of an edition's index and of its district folders."""
        return self.internal if edition.private else self.reports

    def index(self, edition: Edition) -> Path:
        """Path of an edition's index page."""
        return self.root(edition) / f"index{edition.suffix}.html"

    def assets(self, edition: Edition) -> str:
        """Address of the shared styles and scripts, seen from a report of the edition."""
        return f"../../{ASSETS}" if edition.private else f"../{ASSETS}"

    def index_assets(self, edition: Edition) -> str:
        """Address of the shared styles and scripts, seen from the edition's index page."""
        return f"../{ASSETS}" if edition.private else ASSETS

    def report(self, folder: str, notebook: str, edition: Edition, ending: Ending) -> Path:
        """Path of one file of a report."""
        return self.root(edition) / folder / f"{notebook}{edition.suffix}.{ending}"

    def trace(self, folder: str, notebook: str, edition: Edition, ending: Literal["ipynb", "log"]) -> Path:
        """Path of the executed notebook or of the log, which are internal for every audience."""
        owner = ".internal" if edition.private else ""
        return self.internal / folder / f"{notebook}{owner}{edition.suffix}.{ending}"

    def register(self, folder: str, notebook: str, edition: Edition) -> Path:
        """Path of the digests of the households that a report rests on."""
        return self.trace(folder, notebook, edition, "ipynb").with_suffix(".register.json")

    def laboratory(self, folder: str) -> Path:
        """Folder of a district's working copies for JupyterLab."""
        return self.internal / folder / "lab"
