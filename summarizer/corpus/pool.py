"""A pool of processes for an engine that computes: all cores, the same store, the same guarantees.

Processes share nothing and end with the one that started them, however that ends.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from summarizer.corpus.rows import OutcomeRow, Work
from summarizer.corpus.work import outcomes_of
from summarizer.engines import make_engine
from summarizer.engines.base import Engine
from summarizer.errors import SummarizerError
from summarizer.records.failing import failure_of
from summarizer.settings import Settings

BATCH = 8
AHEAD = 2
"""Units for each process: one in work, one waiting."""
WORTH_IT = 4
"""Units that are done here before processes are started for the rest."""


class Pool:
    """`Hands` of several processes. The first few articles are read in this one: a small corpus starts none."""

    batch = BATCH

    def __init__(self, settings: Settings, engine: Engine, processes: int) -> None:
        self.settings, self.engine, self.processes = settings, engine, max(1, processes)
        self._pool: ProcessPoolExecutor | None = None
        self._units = 0

    def room(self) -> int:
        """Enough units for every process to have its next one waiting."""
        return 1 if self._pool is None and self._units < WORTH_IT else self.processes * AHEAD

    def pause(self) -> float:
        """Never."""
        return 0.0

    def silence(self) -> float | None:
        """Nobody is asked."""
        return None

    async def do(self, works: Sequence[Work]) -> list[OutcomeRow]:
        """As `Hands`. A process that dies costs the article that killed it, no other."""
        self._units += 1
        if self.processes == 1 or self._units <= WORTH_IT:
            return await outcomes_of(works, self.engine, max_bytes=self.settings.max_bytes)
        try:
            return await self._in_pool(works)
        except BrokenProcessPool:
            if self._pool is not None:
                _kill(self._pool)
            self._pool = None
        return [await self._alone(work) for work in works]

    async def _in_pool(self, works: Sequence[Work]) -> list[OutcomeRow]:
        if self._pool is None:
            self._pool = _pool(self.processes)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, _work, list(works), self.settings)

    async def _alone(self, work: Work) -> OutcomeRow:
        """One article in a process of its own."""
        alone = _pool(1)
        try:
            loop = asyncio.get_running_loop()
            return (await loop.run_in_executor(alone, _work, [work], self.settings))[0]
        except BrokenProcessPool:
            error = SummarizerError("the process that read it was ended, perhaps for want of memory")
            return _lost(work, self.engine.name, error)
        finally:
            _kill(alone)

    async def aclose(self) -> None:
        """End the processes."""
        if self._pool is not None:
            _kill(self._pool)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Never a fork of this process: it has threads, and a loop.
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload([__name__])
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_begin)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End a pool with whatever its processes are doing; nothing of theirs is lost, as they keep nothing."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _begin() -> None:
    """In a new process: leave Ctrl-C to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _work(works: list[Work], settings: Settings) -> list[OutcomeRow]:
    return asyncio.run(outcomes_of(works, make_engine(settings), max_bytes=settings.max_bytes))


def _lost(work: Work, engine: str, error: SummarizerError) -> OutcomeRow:
    from summarizer.corpus.rows import State

    failure = failure_of(work.row.source, error)
    return OutcomeRow(
        key=work.key,
        id=work.row.id,
        source=work.row.source,
        state=State.FAILED,
        body=failure.model_dump_json(),
        reason=failure.reason,
        exit_code=failure.exit_code,
        engine=engine,
    )
