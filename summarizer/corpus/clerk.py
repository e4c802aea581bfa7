"""The one thread that uses the store, so that no request waits for a disk. What finishes while it writes is written
together next: each outcome whole, and told only when it is on the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from summarizer.corpus.rows import OutcomeRow, Work
from summarizer.corpus.store import Store
from summarizer.corpus.work import STOPS_ALL
from summarizer.errors import SummarizerError

T = TypeVar("T")


class Clerk:
    """Does things at the store, one after the other. `told`: an outcome is kept; `failed`: none can be any more."""

    def __init__(
        self, store: Store, told: Callable[[Work, OutcomeRow], None], failed: Callable[[SummarizerError], None]
    ) -> None:
        self.store = store
        self._told, self._failed = told, failed
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._waiting: list[tuple[Work, OutcomeRow]] = []
        self.unsaved = 0
        """Outcomes that are not on the disk yet: a full disk can cost as many."""
        self._saving: asyncio.Task[None] | None = None

    async def do(self, act: Callable[..., T], *given: object) -> T:
        """The result of a method of the store."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, act, *given)

    def keep(self, works: Sequence[Work], outcomes: Sequence[OutcomeRow]) -> None:
        """Have outcomes stored, as soon as the disk is free."""
        self._waiting += zip(works, outcomes, strict=True)
        self.unsaved += len(outcomes)
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save())

    async def _save(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self.do(self.store.save, [outcome for _, outcome in batch])
            except STOPS_ALL as error:
                self._failed(error)
                return
            self.unsaved -= len(batch)
            for work, outcome in batch:
                self._told(work, outcome)

    async def settled(self) -> None:
        """Until everything is on the disk, or cannot be."""
        if self._saving is not None:
            await self._saving

    async def aclose(self) -> None:
        """Store what is left, and end the thread."""
        await self.settled()
        self._thread.shutdown()
