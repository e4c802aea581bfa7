"""Articles from a blocking reader to the event loop, a few at a time: a slow pipe holds up no request under way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING

from summarizer.corpus.rows import ArticleRow

if TYPE_CHECKING:
    from summarizer.corpus.plan import Stop

BATCH = 64
"""Most rows handed over at once."""
BYTES = 4_000_000
"""Most bytes of articles read ahead."""


class Feed:
    """Batches of rows, read ahead by a thread of its own; ends when the rows do or when the run is asked to stop."""

    def __init__(self, rows: Iterable[ArticleRow], stop: Stop) -> None:
        self._rows, self._stop = rows, stop
        self._ready: list[ArticleRow] = []
        self._held = 0
        self._ended = False
        self._error: BaseException | None = None
        self._change = threading.Condition()
        self._wake = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    async def __aiter__(self) -> AsyncIterator[list[ArticleRow]]:
        threading.Thread(target=self._read, name="sources", daemon=True).start()
        stopping = asyncio.ensure_future(self._stop.wait())
        try:
            while not self._stop.asked:
                batch, ended = self._take()
                if batch:
                    yield batch
                elif ended:
                    break
                else:
                    waking = asyncio.ensure_future(self._wake.wait())
                    await asyncio.wait({waking, stopping}, return_when=asyncio.FIRST_COMPLETED)
                    waking.cancel()
        finally:
            stopping.cancel()
            with self._change:
                self._ended = True
                self._change.notify()
        if self._error is not None:
            raise self._error

    def _take(self) -> tuple[list[ArticleRow], bool]:
        with self._change:
            batch, self._ready, self._held = self._ready, [], 0
            self._wake.clear()
            self._change.notify()
            return batch, self._ended

    def _read(self) -> None:
        try:
            for row in self._rows:
                if not self._hand_over(row):
                    return
        except BaseException as error:
            self._error = error
        with self._change:
            self._ended = True
        self._ring()

    def _hand_over(self, row: ArticleRow) -> bool:
        """Whether more is wanted."""
        with self._change:
            while (len(self._ready) >= BATCH or self._held > BYTES) and not self._ended:
                self._change.wait()
            if self._ended:
                return False
            self._ready.append(row)
            self._held += len(row.content)
        self._ring()
        return True

    def _ring(self) -> None:
        if not self._wake.is_set() and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)
