"""What is to be done: jobs of a plan, the orders that worker processes get, and what they answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from pasar_nb.batch.catalogue import Notebook
from pasar_nb.batch.ingredients import Ingredients
from pasar_nb.batch.layout import Edition
from pasar_nb.batch.ledger import Entry, JobKey
from pasar_nb.batch.parameters import Value
from pasar_nb.language import Message
from pasar_nb.report import RenderOptions
from pasar_nb.vocabulary import Status

OutcomeKind: TypeAlias = Literal["done", "failed", "fault", "timeout"]
"""How an attempt ended: ``failed`` by its own fault, ``fault`` by one of the machinery around it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A district as the batch sees it.

    Attributes
    ----------
    code, name, province, kind
        Of the district; its kind is ``kabupaten`` or ``kota``.
    folder
        Its folder of data.
    synthetic
        Whether its data are demonstration data.
    data_date
        ISO date of its data, or empty.
    own_ids
        Ids of its households, none of which may stand in a public file.
    """

    code: str
    name: str
    province: str
    kind: str
    folder: Path
    synthetic: bool = False
    data_date: str = ""
    own_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook for one district.

    Attributes
    ----------
    place, notebook, edition
        What report it is.
    parameters
        Every parameter of the notebook, settled.
    ingredients
        What the report would be made of.
    reasons
        Why an earlier report does not do; empty where there is none.
    earlier
        The entry of an earlier report that still fits, for the status ``unchanged``.
    status
        Why it is not run, or None when it is to be run.
    message
        The reason, for people.
    """

    place: Place
    notebook: Notebook
    edition: Edition
    parameters: Mapping[str, Value] = field(default_factory=dict)
    ingredients: Ingredients = field(default_factory=Ingredients)
    reasons: tuple[Message, ...] = ()
    earlier: Entry | None = None
    status: Status | None = None
    message: Message | None = None

    @property
    def key(self) -> JobKey:
        """Names the report in the ledger."""
        return (self.place.code, self.notebook.name, self.edition.language, self.edition.audience)


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker process is told, as JSON in its private folder.

    Attributes
    ----------
    number
        Of the job in its plan.
    notebook
        Path of the notebook.
    parameters
        Every parameter's value.
    options
        How the report is to look and what it links to.
    command
        Makes this report again.
    own_ids
        Ids that may not stand in a public file.
    work
        Private folder for the worker's files.
    runtime
        Private folder with a short path for the kernel's connection.
    attempt
        1 for the first.
    """

    number: int
    notebook: str
    parameters: Mapping[str, Value]
    options: RenderOptions
    command: str
    own_ids: tuple[str, ...]
    work: str = ""
    runtime: str = ""
    attempt: int = 1

    def written(self) -> bytes:
        """Write the order as JSON."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def read(cls, path: Path) -> Order:
        """Read an order that was written."""
        values = json.loads(path.read_bytes())
        options = RenderOptions(**values.pop("options"))
        return cls(**{**values, "options": options, "own_ids": tuple(values["own_ids"])})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker process says at its end.

    Attributes
    ----------
    kind
        How it ended.
    message
        Why there is no report, in the language of the report; holds no value of the data.
    cell, heading
        Where in the notebook it failed.
    started, finished
        ISO times, UTC.
    """

    kind: OutcomeKind
    message: str = ""
    cell: int | None = None
    heading: str = ""
    started: str = ""
    finished: str = ""

    def written(self) -> bytes:
        """Write the answer as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def read(cls, path: Path) -> Answer | None:
        """Read a worker's answer; None when it died without one."""
        try:
            return cls(**json.loads(path.read_bytes()))
        except (OSError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended after all its attempts.

    Attributes
    ----------
    number
        Of the job in its plan.
    answer
        The last attempt's answer.
    attempts
        How often it was tried.
    seconds
        Wall time of all attempts.
    """

    number: int
    answer: Answer
    attempts: int
    seconds: float


STAGED = ("report.json", "report.xlsx", "report.html")
ORDER, EXECUTED, LOG, ANSWER = "order.json", "executed.ipynb", "log.txt", "answer.json"
"""Names of the files in a worker's private folder."""
