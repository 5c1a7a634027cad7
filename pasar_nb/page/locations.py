"""A page that compares districts: made once, from the records that their own reports have left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pasar_nb.contract.raw import SourceFile
from pasar_nb.errors import check_option
from pasar_nb.language import LANGUAGES, Language, Message, _, listing
from pasar_nb.page.cover import Subject
from pasar_nb.page.opening import NOTEBOOKS
from pasar_nb.page.provenance import Origin
from pasar_nb.page.showing import Showing
from pasar_nb.records import Record, find_records
from pasar_nb.reference.districts import find
from pasar_nb.vocabulary import Audience

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationsPage(Showing):
    """What a notebook across districts shows its exhibits on; `open_locations` makes it.

    Attributes
    ----------
    read
        The records, one for each district that has a folder of reports; one may be without content, or
        damaged.
    """

    read: tuple[Record, ...]

    def cover(self) -> None:
        """Show the cover, and in JupyterLab bring the style of all exhibits with it."""
        self.show_cover(self._subject)

    def records(self) -> pd.DataFrame:
        """Give what the records say, a row per district.

        Returns
        -------
        DataFrame
            ``code, district, province, synthetic`` and a column for every result figure of any record;
            missing where a district has no such record. ``reason`` says so of a record that cannot be read.
        """
        import pandas as pd

        return pd.DataFrame([_row(record, self.language) for record in self.read])

    def data_at_hand(self) -> None:
        """Say how many districts have a record, which have none, and which records cannot be read."""
        self.show(*_at_hand(self.read))

    def provenance(self, figures: Mapping[str, object] | None = None) -> None:
        """Show the record of inputs, parameters, versions and result figures.

        Raises
        ------
        DisclosureError
            For a figure that is neither number, text nor `NotEstimable`.
        """
        files = tuple(SourceFile(one.path, one.digest, one.size) for one in self.read if one.content)
        self.show_provenance(Origin(self._subject, files), figures or {})

    @property
    def _subject(self) -> Subject:
        told = [one.content for one in self.read if one.content]
        return Subject(
            synthetic=any(bool(one.get("synthetic")) for one in told),
            data_date=max((str(one.get("data_date") or "") for one in told), default=""),
        )


def open_locations(
    notebook: str,
    *,
    reads: str,
    reports: str | Path = "reports",
    language: Language = "id",
    audience: Audience = "internal",
) -> LocationsPage:
    """Open the records of all districts for a notebook that compares them.

    Parameters
    ----------
    notebook
        Name of the notebook: its file name without number and ending.
    reads
        Name of the notebook whose records are compared.
    reports
        Folder with a folder of reports per district.
    language
        Language of everything shown, and of the records that are read.
    audience
        For whom.

    Raises
    ------
    UsageError
        For an unknown notebook, language or audience, with those there are.
    """
    check_option("notebook", notebook, NOTEBOOKS)
    check_option("reads", reads, NOTEBOOKS)
    check_option("language", language, LANGUAGES)
    check_option("audience", audience, get_args(Audience))
    return LocationsPage(
        notebook=notebook,
        title=NOTEBOOKS[notebook],
        language=language,
        audience=audience,
        read=find_records(Path(reports), reads, language),
    )


def _row(record: Record, language: Language) -> dict[str, Any]:
    entry = find(record.code)
    known = {
        "code": record.code,
        "district": _name(record),
        "province": entry.province if entry else "",
        "synthetic": record.content.get("synthetic"),
    }
    if record.damaged:
        known["reason"] = _unreadable([record]).text(language)
    return {**record.content.get("results", {}), **known}


def _name(record: Record) -> str:
    entry = find(record.code)
    return entry.name if entry else record.code


def _at_hand(read: tuple[Record, ...]) -> tuple[Message, ...]:
    told = [one for one in read if one.content]
    absent = [_name(one) for one in read if not one.content and not one.damaged]
    damaged = [one for one in read if one.damaged]
    said = [_found(len(told), len(read))]
    if absent:
        said.append(_("Belum ada laporan perubahan rumah tangga untuk {names}.", names=listing(absent)))
    return (*said, _unreadable(damaged)) if damaged else tuple(said)


def _unreadable(damaged: Sequence[Record]) -> Message:
    return _("Catatan laporan tidak dapat dibaca: {files}.", files=listing(one.path for one in damaged))


def _found(told: int, every: int) -> Message:
    return _(
        "Perbandingan ini memakai catatan dari {told} laporan kabupaten; {all} kabupaten memiliki laporan.",
        told=told,
        all=every,
    )
