"""Ctrl-C and SIGTERM end the program in good order: what was begun is undone, what was finished stays."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_instead: list[Callable[[int], object]] = []
"""What is told of a signal, the last one first; with none, it raises."""


class Stopped(SystemExit):
    """A signal asked us to end. A SystemExit, because an event loop lets only that and KeyboardInterrupt through."""

    def __init__(self, number: int) -> None:
        self.status = 128 + number
        super().__init__(self.status)

    @property
    def cause(self) -> str:
        """The signal in a word for a message."""
        return "interrupted" if self.status == 128 + signal.SIGINT else "terminated"


def _stop(number: int, _frame: FrameType | None) -> None:
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_DFL)  # a second signal ends the program at once
    if not _instead:
        raise Stopped(number)
    _instead[-1](number)


@contextmanager
def telling_of_signals(act: Callable[[int], object]) -> Iterator[None]:
    """Call `act` with a signal that arrives, instead of raising wherever the program happens to be.

    In the main thread alone: no other is told of signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _instead.append(act)
    try:
        yield
    finally:
        _instead.pop()


@contextmanager
def answering_signals() -> Iterator[None]:
    """Raise `Stopped` where a signal arrives; handlers of the caller come back afterwards."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
