"""The index page of a folder of reports, made of the ledger and of what lies there."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from itertools import groupby

from pasar_nb.batch import ledger
from pasar_nb.batch.layout import Edition, Ending, Layout
from pasar_nb.batch.ledger import Entry
from pasar_nb.language import LANGUAGES, Message, _
from pasar_nb.report.index import FailureCard, IndexCell, IndexRow, render
from pasar_nb.vocabulary import Audience
from pasar_nb.whole_files import write_whole

_WITH_CARD = ("failed", "timeout", "data_error")


def write_indexes(layout: Layout, audience: Audience, *, portable: bool, order: Sequence[str] = ()) -> None:
    """Write the index of every language in which an audience has reports, where it is not there already.

    It bears the moment of the last job that it tells of, so that equal ledgers give equal pages.

    Parameters
    ----------
    layout
        The folder of reports.
    audience
        For whom.
    portable
        Whether the pages carry their styles and script in themselves.
    order
        Names of the notebooks in their order; any other comes after these.
    """
    entries = ledger.read(layout.ledger)
    made = {entry.edition for entry in entries if entry.audience == audience}
    for edition in sorted(made, key=lambda one: LANGUAGES.index(one.language)):
        page = render(
            rows(layout, edition, entries, order),
            across=across(layout, edition, entries),
            language=edition.language,
            audience=audience,
            generated=max(entry.finished for entry in entries if entry.edition == edition),
            portable=portable,
            assets=layout.index_assets(edition),
            counterpart=_counterpart(layout, edition, made),
        )
        path = layout.index(edition)
        if not path.exists() or path.read_bytes() != page:
            write_whole(path, page, private=edition.private)


def rows(
    layout: Layout, edition: Edition, entries: Iterable[Entry], order: Sequence[str] = ()
) -> tuple[IndexRow, ...]:
    """Make a row for every district that has had a job in an edition."""
    listed = [entry for entry in entries if entry.edition == edition and entry.district]
    published = ledger.last_published(listed)
    last = list(ledger.latest(listed).values())
    by_district = groupby(last, key=lambda entry: entry.district)
    return tuple(_row(layout, list(jobs), published, order) for _code, jobs in by_district)


def across(layout: Layout, edition: Edition, entries: Iterable[Entry]) -> tuple[IndexCell, ...]:
    """Make a cell for every report that compares districts."""
    listed = [entry for entry in entries if entry.edition == edition and not entry.district]
    published = ledger.last_published(listed)
    return tuple(_cell(layout, job, published.get(job.key)) for job in ledger.latest(listed).values())


def _row(
    layout: Layout, jobs: Sequence[Entry], published: dict[ledger.JobKey, Entry], order: Sequence[str]
) -> IndexRow:
    newest = max(jobs, key=lambda entry: entry.finished)
    dates = [published[job.key].data_date for job in jobs if job.key in published]
    return IndexRow(
        code=newest.district,
        name=newest.name,
        kind=newest.kind,
        province=newest.province,
        synthetic=newest.synthetic,
        data_date=max(dates, default=""),
        cells=tuple(_cell(layout, job, published.get(job.key), _place(job.notebook, order)) for job in jobs),
    )


def _place(notebook: str, order: Sequence[str]) -> int:
    return order.index(notebook) if notebook in order else len(order)


def _cell(layout: Layout, last: Entry, published: Entry | None, place: int = 0) -> IndexCell:
    on_offer = (
        published is not None
        and layout.report(published.folder, last.notebook, last.edition, "html").exists()
    )
    earlier = published if on_offer else None
    return IndexCell(
        notebook=last.notebook,
        title=last.title or last.notebook,
        status=last.status,
        href=_address(layout, earlier, "html"),
        xlsx=_address(layout, earlier, "xlsx"),
        json=_address(layout, earlier, "json"),
        updated=earlier.finished if earlier else "",
        out_of_date=earlier is not None and not last.current,
        card=_card(last) if last.status in _WITH_CARD else None,
        reason=last.message,
        place=place,
    )


def _card(entry: Entry) -> FailureCard:
    return FailureCard(
        district=f"{entry.district} {entry.name}".strip(),
        notebook=entry.title or entry.notebook,
        cell=where(entry).text(entry.language) if entry.cell else "",
        message=entry.message,
        command=entry.command if entry.edition.private else _public_command(entry),
    )


def _public_command(entry: Entry) -> str:
    """Write the command without the folders of the operator's machine, for an index that anybody may read."""
    district = ["--district", entry.district] if entry.district else []
    return shlex.join(["pasar", "lab", *district, "--notebook", entry.notebook])


def where(entry: Entry) -> Message:
    """Say where in the notebook a job failed."""
    if entry.heading:
        return _("sel {cell}, bagian “{heading}”", cell=str(entry.cell), heading=entry.heading)
    return _("sel {cell}", cell=str(entry.cell))


def _address(layout: Layout, entry: Entry | None, ending: Ending) -> str:
    if entry is None:
        return ""
    path = layout.report(entry.folder, entry.notebook, entry.edition, ending)
    return path.relative_to(layout.root(entry.edition)).as_posix() if path.exists() else ""


def _counterpart(layout: Layout, edition: Edition, made: Iterable[Edition]) -> str:
    others = [layout.index(other).name for other in made if other.language != edition.language]
    return others[0] if others else ""
