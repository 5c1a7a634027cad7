"""The ledger: one line per job, only ever added to, last of all that a job writes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TypeAlias

from pasar_nb.batch.ingredients import Ingredients
from pasar_nb.batch.layout import Edition
from pasar_nb.language import SOURCE_LANGUAGE, Language
from pasar_nb.vocabulary import Audience, Status
from pasar_nb.whole_files import PRIVATE_FILE, make_private_folder

JobKey: TypeAlias = tuple[str, str, Language, Audience]


@dataclass(frozen=True, slots=True)
class Entry:
    """How one job ended.

    Attributes
    ----------
    status
        How it ended.
    district, name, kind, province, folder
        The district: code, name, ``kabupaten`` or ``kota``, province and the name of its folder.
    notebook, title
        Name of the notebook, and its heading in the report's language.
    language, audience
        Edition of the report.
    message
        For people: why there is no report. Holds no value of the data.
    cell, heading
        Where in the notebook it failed: number of the cell from 1, and the heading above it.
    command
        Opens the notebook with this district in JupyterLab.
    started, finished
        ISO times, UTC.
    seconds
        Wall time of all attempts.
    attempts
        How often it was tried.
    run
        Names the run.
    source
        The district's folder of data, seen from the folder of reports.
    data_digest, notebook_digest, software_digest, parameters_digest, portable
        What the report was made of; see `Ingredients`.
    record_digest, sizes
        SHA-256 of the report's record of origin, and the bytes of its workbook and its page.
    data_date
        ISO date of the data, or empty.
    synthetic
        Whether the data are demonstration data.
    """

    status: Status
    district: str
    notebook: str
    language: Language = SOURCE_LANGUAGE
    audience: Audience = "public"
    title: str = ""
    name: str = ""
    kind: str = "kabupaten"
    province: str = ""
    folder: str = ""
    message: str = ""
    cell: int | None = None
    heading: str = ""
    command: str = ""
    started: str = ""
    finished: str = ""
    seconds: float = 0.0
    attempts: int = 0
    run: str = ""
    source: str = ""
    data_digest: str = ""
    notebook_digest: str = ""
    software_digest: str = ""
    parameters_digest: str = ""
    portable: bool = False
    record_digest: str = ""
    sizes: tuple[int, ...] = ()
    data_date: str = ""
    synthetic: bool = False

    @property
    def key(self) -> JobKey:
        """What is the same for every attempt at this report."""
        return (self.district, self.notebook, self.language, self.audience)

    @property
    def edition(self) -> Edition:
        """Language and audience of the report."""
        return Edition(self.language, self.audience)

    @property
    def ingredients(self) -> Ingredients:
        """What the report was made of."""
        return Ingredients(
            data=self.data_digest,
            notebook=self.notebook_digest,
            software=self.software_digest,
            parameters=self.parameters_digest,
            portable=self.portable,
        )

    @property
    def current(self) -> bool:
        """Whether the report that lies there is the one that this job was to make."""
        return self.status in ("published", "unchanged")


def append(path: Path, entry: Entry) -> None:
    """Add a line and see it safely on disk.

    A line that a killed run left unfinished is closed first, so that it costs only itself.
    """
    make_private_folder(path.parent)
    # Half a sign, as the name of a folder may hold, is written as JSON does it and comes back as it was.
    line = json.dumps(asdict(entry), ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(opened, "r+b", buffering=0) as stream:
        stream.write(_closing(stream.seek(0, os.SEEK_END), stream.fileno()) + line)
        os.fsync(stream.fileno())


def read(path: Path) -> tuple[Entry, ...]:
    """Read every line that tells of a job, oldest first.

    A line that a killed run left unfinished, or that is damaged otherwise, is passed over: its job counts as
    never run, so that the next run makes its report again.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    return tuple(entry for entry in map(_entry, lines) if entry is not None)


def latest(entries: Iterable[Entry]) -> dict[JobKey, Entry]:
    """Keep the last entry of every job, in the order of districts and notebooks."""
    last = {entry.key: entry for entry in entries}
    return dict(sorted(last.items()))


def last_published(entries: Iterable[Entry]) -> dict[JobKey, Entry]:
    """Keep the entry of the report that lies there now, per job."""
    return latest(entry for entry in entries if entry.status == "published")


def _closing(size: int, descriptor: int) -> bytes:
    if size == 0:
        return b""
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _entry(line: bytes) -> Entry | None:
    try:
        values = json.loads(line)
        known = {name: values[name] for name in _NAMES & values.keys()}
        return Entry(**{**known, "sizes": tuple(known.get("sizes", ()))})
    except (ValueError, TypeError, AttributeError):
        return None


_NAMES = {one.name for one in fields(Entry)}
