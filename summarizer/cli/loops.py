"""What runs the coroutines of a command: an event loop, or none for an engine that never waits."""

from __future__ import annotations

from collections.abc import Coroutine
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from summarizer.settings import Settings

T = TypeVar("T")


class Loop(Protocol):
    """Runs one coroutine after the other."""

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result."""
        ...


class Straight:
    """Runs coroutines that never wait. An event loop would cost the start of an offline run a tenth of its time."""

    def __enter__(self) -> Straight:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return None

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result. Raises RuntimeError where it waits for something."""
        try:
            coro.send(None)
        except StopIteration as done:
            result: T = done.value
            return result
        coro.close()
        raise RuntimeError("an engine that is not to wait waits")


def loop_for(settings: Settings) -> AbstractContextManager[Loop]:
    """An event loop where the engine asks anybody or is watched; the offline engine reads without one.

    Only what asks a model ever waits. With the others a signal would find no moment to cancel in: there it raises.
    """
    from summarizer.engines import chosen

    if (engine := chosen(settings)) == "llm":
        return event_loop()
    if engine == "offline" and not settings.telemetry:
        return Straight()
    import asyncio

    return asyncio.Runner()


def event_loop() -> AbstractContextManager[Loop]:
    """An event loop for coroutines that wait for an endpoint: a signal cancels what runs, and `Stopped` is raised then.

    To raise from the signal's handler would be to raise anywhere in the libraries below (docs/decisions/098).
    """
    from summarizer.cli.waiting import CancellingLoop

    return CancellingLoop()
