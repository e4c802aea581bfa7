"""An event loop that a signal ends in good order: see `loops.event_loop`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

from summarizer.cli.stopping import Stopped, telling_of_signals

T = TypeVar("T")


class CancellingLoop:
    """Runs one coroutine after the other; use it in a `with`."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        self._runner.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._runner.close()

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result. Raises Stopped where a signal came, whatever else came of the coroutine."""
        loop, running, signals = self._runner.get_loop(), list[asyncio.Task[Any]](), list[int]()

        def stop(number: int) -> None:
            signals.append(number)
            for task in running:
                loop.call_soon_threadsafe(task.cancel)  # wakes a loop that waits

        async def whole() -> T:
            if signals or (task := asyncio.current_task()) is None:
                raise asyncio.CancelledError
            running.append(task)
            return await coro

        try:
            with telling_of_signals(stop):
                return self._runner.run(whole())
        finally:
            coro.close()  # of no effect where it has run
            if signals:
                raise Stopped(signals[0])
