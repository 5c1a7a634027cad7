"""What is out of date: reports that would come out otherwise now, or whose files are not whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pasar_nb.batch.catalogue import Notebook
from pasar_nb.batch.ingredients import (
    Ingredients,
    data_digest,
    parameters_digest,
    records_digest,
    software_digest,
)
from pasar_nb.batch.layout import ENDINGS, Layout
from pasar_nb.batch.ledger import Entry, last_published, latest
from pasar_nb.batch.parameters import settle
from pasar_nb.language import Message, _
from pasar_nb.records import find_records


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands now.

    Attributes
    ----------
    last
        How its last job ended.
    reasons
        Why the report that lies there is out of date; empty where it is not, or where none lies there.
    """

    last: Entry
    reasons: tuple[Message, ...]


def why_outdated(layout: Layout, published: Entry, now: Ingredients) -> tuple[Message, ...]:
    """Say why a published report would have to be made again; empty where it need not.

    Parameters
    ----------
    layout
        The folder of reports.
    published
        The entry of the report that lies there.
    now
        What it would be made of now.
    """
    then = published.ingredients
    differences = (
        (then.data != now.data, _("data berubah")),
        (then.notebook != now.notebook, _("notebook berubah")),
        (then.software != now.software, _("perangkat lunak berubah")),
        (then.parameters != now.parameters, _("parameter berbeda")),
        (then.portable != now.portable, _("bentuk berkas berbeda")),
        (not is_whole(layout, published), _("berkas laporan hilang atau berbeda")),
    )
    return tuple(reason for differs, reason in differences if differs)


def is_whole(layout: Layout, published: Entry) -> bool:
    """Tell whether the files of a report are those that were recorded.

    The record of origin is the first file that a new version replaces, and no two are alike. So it tells of a
    publication that was cut short, without reading thousands of pages.
    """
    folder, name, edition = published.folder, published.notebook, published.edition
    record, *others = [layout.report(folder, name, edition, ending) for ending in ENDINGS]
    try:
        digest = hashlib.sha256(record.read_bytes()).hexdigest()
        sizes = tuple(path.stat().st_size for path in others)
    except OSError:
        return False
    return (digest, sizes) == (published.record_digest, published.sizes)


def standings(layout: Layout, entries: Iterable[Entry], notebooks: Sequence[Notebook]) -> Iterator[Standing]:
    """Compare what was published with what `pasar run` without parameters would make now.

    Parameters
    ----------
    layout
        The folder of reports.
    entries
        The ledger.
    notebooks
        The notebooks as they are now.
    """
    listed = tuple(entries)
    published = last_published(listed)
    known = {notebook.name: notebook for notebook in notebooks}
    sources = {one.source for one in published.values() if one.district}
    digests = {source: _digest(layout, source) for source in sources}
    for key, last in latest(listed).items():
        entry = published.get(key)
        notebook = known.get(last.notebook)
        data = digests[entry.source] if entry and entry.district else _records(layout, last, notebook)
        yield Standing(last, _reasons(layout, entry, notebook, data) if entry else ())


def _reasons(
    layout: Layout, published: Entry, notebook: Notebook | None, data: str | None
) -> tuple[Message, ...]:
    if notebook is None:
        return (_("notebook tidak ada lagi"),)
    defaults = settle(notebook.parameters, {}, {})
    now = Ingredients(
        data=data if data is not None else published.ingredients.data,
        notebook=notebook.digest,
        software=software_digest(),
        parameters=parameters_digest(defaults),
    )
    gone = (_("folder data tidak ada lagi"),) if data is None else ()
    return (*gone, *why_outdated(layout, published, replace(now, portable=published.portable)))


def _records(layout: Layout, entry: Entry, notebook: Notebook | None) -> str | None:
    if notebook is None or not notebook.reads:
        return None
    return records_digest(find_records(layout.root(entry.edition), notebook.reads, entry.language))


def _digest(layout: Layout, source: str) -> str | None:
    folder = (layout.reports / source).resolve()
    return data_digest(folder) if source and folder.is_dir() else None
