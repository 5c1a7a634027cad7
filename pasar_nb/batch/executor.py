"""Executors: something that carries out orders. Here: worker processes on this machine."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pasar_nb.batch.interrupts import StopRequest
from pasar_nb.batch.jobs import ANSWER, ORDER, Answer, Order, Outcome
from pasar_nb.batch.processes import WorkerProcess
from pasar_nb.batch.warm import WorkerContext, worker_context
from pasar_nb.whole_files import make_private_folder, write_whole

ATTEMPTS = 2  # a fault of the machinery that comes twice will come a third time
POLL_SECONDS = 0.05


class Executor(Protocol):
    """Something that carries out orders and hands over the outcomes as they come."""

    def run(self, orders: Sequence[Order], stop: StopRequest) -> Generator[Outcome]:
        """Carry out orders until all are done or somebody asks to stop.

        When the iterator ends or is closed, no process of it is left.
        """
        ...


class LocalProcesses:
    """Up to `workers` worker processes at a time on this machine.

    Parameters
    ----------
    workers
        How many at a time.
    timeout
        Seconds that a job may take, all attempts together; None for no limit.
    work
        Private folder in which every job gets a folder of its own, named by its number.
    modules
        Modules that the jobs will need.
    """

    def __init__(
        self, workers: int, timeout: float | None, work: Path, modules: tuple[str, ...] = ()
    ) -> None:
        self.workers, self.timeout, self.work = workers, timeout, work
        self.context = worker_context(modules)

    def run(self, orders: Sequence[Order], stop: StopRequest) -> Generator[Outcome]:
        """Carry out orders; see `Executor.run`."""
        waiting = deque(_Try(order) for order in orders)
        running: list[_Worker] = []
        try:
            while (waiting or running) and not stop:
                while waiting and len(running) < self.workers:
                    running.append(_Worker(self.context, self._begin(waiting.popleft()), self.timeout))
                for worker in [one for one in running if one.over]:
                    running.remove(worker)
                    again, outcome = worker.finish()
                    waiting.extendleft(again)
                    yield from outcome
                time.sleep(POLL_SECONDS)
        finally:
            for worker in running:
                worker.process.ask_to_end()  # all begin to end before the first is waited for
            for worker in running:
                worker.end()

    def _begin(self, attempt: _Try) -> _Try:
        work = make_private_folder(self.work / str(attempt.order.number))
        runtime = tempfile.mkdtemp(prefix="pasar-")
        order = replace(attempt.order, work=str(work), runtime=runtime)
        return replace(attempt, order=order)


@dataclass(frozen=True, slots=True)
class _Try:
    """An order about to be carried out, and when its first attempt began (seconds of the monotonic clock)."""

    order: Order
    first_started: float = 0.0


class _Worker:
    """A running worker process and what it was told."""

    def __init__(self, context: WorkerContext, attempt: _Try, timeout: float | None) -> None:
        self.attempt, self.timeout = attempt, timeout
        self.runtime, self.work = Path(attempt.order.runtime), Path(attempt.order.work)
        write_whole(self.work / ORDER, attempt.order.written(), private=True)
        self.process = WorkerProcess(context, self.work)
        # Only now: the first process of all waits for the imports, which are not this job's time.
        self.started = attempt.first_started or time.monotonic()

    @property
    def over(self) -> bool:
        """Whether it has ended, or has had its time."""
        return self.process.over or self._late

    def finish(self) -> tuple[list[_Try], list[Outcome]]:
        """Clear up after it; gives either another try or the outcome."""
        late = not self.process.over and self._late
        self.end()
        answer = Answer("timeout") if late else self._answer()
        order = self.attempt.order
        if answer.kind == "fault" and order.attempt < ATTEMPTS and not self._late:
            return [_Try(replace(order, attempt=order.attempt + 1), self.started)], []
        return [], [Outcome(order.number, answer, order.attempt, self._seconds)]

    def end(self) -> None:
        """End it with everything it started."""
        self.process.end()
        shutil.rmtree(self.runtime, ignore_errors=True)

    @property
    def _seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def _late(self) -> bool:
        return self.timeout is not None and self._seconds > self.timeout

    def _answer(self) -> Answer:
        """Read its answer; a worker that died without one met with a fault."""
        return Answer.read(self.work / ANSWER) or Answer("fault")
