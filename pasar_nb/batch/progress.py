"""Progress: a line per finished job, with an estimate of the time left; rewritten in place on a terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TextIO

from pasar_nb.batch.ledger import Entry
from pasar_nb.language import Language, Message, Number, _
from pasar_nb.vocabulary import STATUS_LABELS

_CLEAR_LINE = "\r\x1b[2K"
_MINUTE = 60.0


class Progress(Protocol):
    """Somebody who is told what is done."""

    def planned(self, districts: int, total: int) -> None:
        """Learn how many districts have been planned, of how many."""

    def begin(self, jobs: int) -> None:
        """Learn how many jobs there are to run."""

    def done(self, entry: Entry) -> None:
        """Learn that a job has ended."""

    def end(self) -> None:
        """Learn that the run has ended."""


@dataclass(slots=True)
class ProgressLines:
    """Progress written as text.

    Attributes
    ----------
    stream
        Where to; a terminal gets one line that is rewritten.
    language
        Language of the lines.
    workers
        Jobs at a time, for the estimate.
    """

    stream: TextIO
    language: Language
    workers: int
    _total: int = 0
    _seconds: list[float] = field(default_factory=list)

    def planned(self, districts: int, total: int) -> None:
        """Write how far the planning is; only a terminal shows it, as it leaves nothing behind."""
        if self.stream.isatty():
            self._write(_("Data diperiksa: {done}/{total}", done=districts, total=total))

    def begin(self, jobs: int) -> None:
        """Learn how many jobs there are to run, beside those that are done."""
        self._total = len(self._seconds) + jobs
        if self.stream.isatty() and jobs:
            self._write(_("[{done}/{total}] dimulai", done=len(self._seconds), total=self._total))

    def done(self, entry: Entry) -> None:
        """Write how a job has ended and how long the others may take."""
        self._seconds.append(entry.seconds)
        self._write(
            _(
                "[{done}/{total}] {code} {name} {notebook} {status} ({seconds} dtk) {left}",
                done=len(self._seconds),
                total=self._total,
                code=entry.district,
                name=entry.name,
                notebook=entry.notebook,
                status=STATUS_LABELS[entry.status],
                seconds=Number(entry.seconds, 1),
                left=self._left(),
            )
        )

    def end(self) -> None:
        """Leave the last line of a terminal."""
        if self.stream.isatty():
            self.stream.write("\n" if self._total else _CLEAR_LINE)
            self.stream.flush()

    def _left(self) -> Message:
        remaining = self._total - len(self._seconds)
        if remaining <= 0:
            return _("selesai")
        return time_left(seconds_left(self._seconds, remaining, self.workers))

    def _write(self, message: Message) -> None:
        text = message.text(self.language)
        self.stream.write(f"{_CLEAR_LINE}{text}" if self.stream.isatty() else f"{text}\n")
        self.stream.flush()


def seconds_left(finished: Sequence[float], remaining: int, workers: int) -> float:
    """Estimate the time left: the finished jobs' mean, times the rounds that the others still need.

    Parameters
    ----------
    finished
        Seconds of the finished jobs; at least one.
    remaining
        Jobs not finished.
    workers
        Jobs at a time.
    """
    return sum(finished) / len(finished) * math.ceil(remaining / workers)


def time_left(seconds: float) -> Message:
    """Tell an estimate as coarsely as it deserves."""
    if seconds < _MINUTE:
        return _("sisa ±{seconds} dtk", seconds=max(1, round(seconds)))
    return _("sisa ±{minutes} mnt", minutes=math.ceil(seconds / _MINUTE))
