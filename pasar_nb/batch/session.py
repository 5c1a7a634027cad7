"""What all steps of a run share: the orders that it gives and the entries that it makes."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pasar_nb.batch.clock import timestamp
from pasar_nb.batch.jobs import Job, Order
from pasar_nb.batch.layout import Edition, Layout
from pasar_nb.batch.ledger import Entry
from pasar_nb.batch.plan import Plan
from pasar_nb.batch.request import Request
from pasar_nb.language import LANGUAGES, Language
from pasar_nb.report import RenderOptions
from pasar_nb.vocabulary import Status


def _new_name() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


@dataclass(frozen=True, slots=True)
class Run:
    """What all steps of a run share.

    Attributes
    ----------
    request, plan
        What was asked for and what follows from it.
    compared
        Names of the notebooks whose reports others compare.
    name
        Names the run in the ledger.
    """

    request: Request
    plan: Plan
    compared: frozenset[str] = frozenset()
    name: str = field(default_factory=_new_name)

    @property
    def layout(self) -> Layout:
        """The paths inside the folder of reports."""
        return self.request.layout

    @property
    def edition(self) -> Edition:
        """Language and audience of the reports."""
        return self.request.edition

    def order(self, number: int, job: Job) -> Order:
        """Write the order for a job."""
        edition, layout, stem = self.edition, self.layout, job.notebook.name
        other = Edition(_other_language(edition), edition.audience)
        counterpart = layout.report(job.place.folder.name, stem, other, "html")
        options = RenderOptions(
            language=edition.language,
            audience=edition.audience,
            portable=self.request.portable,
            assets=layout.assets(edition),
            counterpart=counterpart.name if counterpart.exists() else "",
            xlsx=f"{stem}{edition.suffix}.xlsx",
            provenance=f"{stem}{edition.suffix}.json",
            index=f"../{layout.index(edition).name}",
        )
        command = self.request.command("run", job.place.code, job.notebook)
        return Order(number, str(job.notebook.path), job.parameters, options, command, job.place.own_ids)

    def entry(self, job: Job, status: Status, message: str) -> Entry:
        """Record a job, as far as it is known before it ran."""
        place, made_of, now = job.place, job.ingredients, timestamp()
        return Entry(
            status=status,
            district=place.code,
            notebook=job.notebook.name,
            language=self.edition.language,
            audience=self.edition.audience,
            title=job.notebook.title(self.edition.language),
            name=place.name,
            kind=place.kind,
            province=place.province,
            folder=place.folder.name,
            message=message,
            command=self.request.command("lab", place.code, job.notebook),
            started=now,
            finished=now,
            run=self.name,
            source=_seen_from(self.layout.reports, place.folder),
            data_digest=made_of.data,
            notebook_digest=made_of.notebook,
            software_digest=made_of.software,
            parameters_digest=made_of.parameters,
            portable=made_of.portable,
            data_date=place.data_date,
            synthetic=place.synthetic,
        )


def _other_language(edition: Edition) -> Language:
    return next(language for language in LANGUAGES if language != edition.language)


def _seen_from(reports: Path, folder: Path) -> str:
    """Write a folder's way from the reports, so that both can move together; Windows' drives have none."""
    try:
        return os.path.relpath(folder, reports)
    except ValueError:
        return str(folder)
