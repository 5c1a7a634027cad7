"""Ctrl-C and SIGTERM: the run is asked to stop at the next safe point; a second one does not wait for it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

SHELL_SIGNAL_BASE = 128  # shells report a program that was ended by a signal as 128 + its number


@dataclass(slots=True)
class StopRequest:
    """Whether somebody asked the run to stop.

    Attributes
    ----------
    signal
        Number of the signal that asked; 0 while nobody did.
    """

    signal: int = 0

    def __bool__(self) -> bool:
        """Tell whether to stop."""
        return self.signal != 0

    @property
    def exit_code(self) -> int:
        """What shells expect of a program that was stopped in this way."""
        return SHELL_SIGNAL_BASE + self.signal


@contextmanager
def stop_requests() -> Iterator[StopRequest]:
    """Turn signals into a request for the duration of a block, so that no file is left half-published."""
    request = StopRequest()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, _frame: FrameType | None) -> None:
        request.signal = number
        signal.signal(number, before[signal.Signals(number)])  # the second time it acts at once

    try:
        for number in before:
            signal.signal(number, ask)
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
