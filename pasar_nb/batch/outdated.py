"""What is out of date: reports made of data or of a notebook that have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pasar_nb.batch.ledger import Entry, last_published, latest
from pasar_nb.batch.opening import data_digest
from pasar_nb.language import Message, _


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands now.

    Attributes
    ----------
    last
        How its last job ended.
    published
        The entry of the report that lies there, or None.
    reasons
        Why that report is out of date; empty where it is not.
    """

    last: Entry
    published: Entry | None
    reasons: tuple[Message, ...]

    @property
    def outdated(self) -> bool:
        """Whether a report lies there that no longer fits."""
        return bool(self.reasons)


def standings(entries: Iterable[Entry], notebooks: Mapping[str, str]) -> tuple[Standing, ...]:
    """Compare what was published with the data and notebooks as they are now.

    Parameters
    ----------
    entries
        The ledger.
    notebooks
        SHA-256 of every notebook, by name.
    """
    listed = tuple(entries)
    published = last_published(listed)
    digests: dict[str, str | None] = {}
    for entry in published.values():
        if entry.source not in digests:
            digests[entry.source] = _digest(entry.source)
    return tuple(
        Standing(last, published.get(key), _reasons(last, published.get(key), digests, notebooks))
        for key, last in latest(listed).items()
    )


def _reasons(
    last: Entry, published: Entry | None, digests: Mapping[str, str | None], notebooks: Mapping[str, str]
) -> tuple[Message, ...]:
    if published is None:
        return ()
    reasons = []
    if last is not published:
        reasons.append(_("percobaan terakhir tidak berhasil"))
    if digests[published.source] is None:
        reasons.append(_("folder data tidak ada lagi"))
    elif digests[published.source] != published.data_digest:
        reasons.append(_("data berubah"))
    if notebooks.get(published.notebook) != published.notebook_digest:
        reasons.append(_("notebook berubah"))
    return tuple(reasons)


def _digest(source: str) -> str | None:
    folder = Path(source)
    return data_digest(folder) if source and folder.is_dir() else None
