"""A run: articles stream in, outcomes stream into the store, and nothing that is done is done again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from summarizer.corpus.feeding import Feed
from summarizer.corpus.hands import Hands
from summarizer.corpus.keys import work_of
from summarizer.corpus.plan import Plan, Stop, Totals
from summarizer.corpus.rows import ArticleRow, OutcomeRow, Work
from summarizer.corpus.store import PASSING, Standing, Store
from summarizer.corpus.watch import Watch
from summarizer.corpus.work import STOPS_ALL
from summarizer.errors import ProviderError, StorageError, SummarizerError
from summarizer.records.digest import Failure
from summarizer.records.failing import failure_of

T = TypeVar("T")
MOST_POSTPONED = 2_000
"""Articles that are kept for a second try at the end of the run; what fails beyond is left to the next run."""
POLL = 0.2
"""Seconds between looks at articles that another process is working on."""


class Runner:
    """Runs the articles of one corpus through `hands` into `store`. Create it on the loop that runs it."""

    def __init__(self, store: Store, hands: Hands, plan: Plan, watch: Watch, stop: Stop, totals: Totals) -> None:
        self.store, self.hands, self.plan, self.watch, self.stop = store, hands, plan, watch, stop
        self.totals = totals
        self._tasks: set[asyncio.Task[None]] = set()
        self._elsewhere: list[Work] = []
        self._postponed: list[Work] = []
        self._second_try = False
        self._fatal: SummarizerError | None = None
        self._clerk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    async def run(self, rows: Iterable[ArticleRow]) -> None:
        """Do what is to do, and count it in `totals`; its `left` is what was begun, or put off, in vain.

        Raises ConfigurationError, StorageError, and ProviderError where an endpoint stays out, once all that was under
        way has ended; what was finished is stored.
        """
        try:
            for works in (self._to_do(rows), self._freed(), self._again(), self._freed()):
                if not self.stop.asked:
                    await self._through(works)
            await self._drain()
            self.totals.left += len(self._postponed) + len(self._elsewhere)
        finally:
            await self.hands.aclose()
            self._clerk.shutdown()
        if self._fatal:
            raise self._fatal

    async def _through(self, works: AsyncIterator[list[Work]]) -> None:
        async for unit in works:
            await self._wait_for_room()
            if self.stop.asked:
                return
            task = asyncio.create_task(self._unit(unit))
            self._tasks.add(task)
        await self._wait_for(0)

    async def _to_do(self, rows: Iterable[ArticleRow]) -> AsyncIterator[list[Work]]:
        """Units of work that nobody has done yet."""
        begun = 0
        unit: list[Work] = []
        async for batch in Feed(rows, self.stop):
            works = [work for row in batch if self._is_ours(work := work_of(row, self.plan.mark))]
            for work, standing in zip(works, await self._at_store(self.store.enter, works), strict=True):
                if self._listed(work, standing) is not Standing.TO_DO:
                    continue
                if self.plan.max_articles is not None and begun >= self.plan.max_articles:
                    self.totals.left += 1
                    continue
                begun += 1
                unit.append(work)
                if len(unit) >= self.hands.batch:
                    yield unit
                    unit = []
            if unit:  # what came through a slow pipe does not wait for more
                yield unit
                unit = []

    def _is_ours(self, work: Work) -> bool:
        return self.plan.holds(work)

    def _listed(self, work: Work, standing: Standing) -> Standing:
        self.totals.listed += 1
        self.watch.listed(work.row, standing)
        match standing:
            case Standing.DONE:
                self.totals.before += 1
            case Standing.FAILED:
                self.totals.kept_failed += 1
            case Standing.REPEATED:
                self.totals.repeated += 1
            case Standing.CLASHING:
                self.totals.failed += 1
                self.totals.reasons["RepeatedId"] = self.totals.reasons.get("RepeatedId", 0) + 1
                self.watch.warned(f"{work.row.source}: another article of this run has the id {work.row.id}; not read")
            case Standing.TO_DO:
                pass
        return standing

    async def _freed(self) -> AsyncIterator[list[Work]]:
        """Articles that another process had claimed: as soon as they are free again, until all are done by someone."""
        while self._elsewhere:
            waiting, self._elsewhere = self._elsewhere, []
            for work in waiting:
                yield [work]
            await self._wait_for(0)
            if self._elsewhere:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.stop.wait(), POLL)

    async def _again(self) -> AsyncIterator[list[Work]]:
        """What failed for a reason that may have passed by now: once more, and then never again in this run."""
        self._second_try = True
        while self._postponed:
            yield [self._postponed.pop()]

    async def _unit(self, works: list[Work]) -> None:
        """Claim, do, store. Whatever ends the run is kept in `_fatal`, and the others are told to stop."""
        mine: list[Work] = []
        try:
            mine = await self._claimed(works)
            if mine:
                for work in mine:
                    self.watch.began(work.row)
                outcomes = await self.hands.do(mine)
                await self._store(mine, outcomes)
                mine = []
        except STOPS_ALL as error:
            self._end(error)
        except asyncio.CancelledError:
            self.totals.left += len(mine)
            raise
        finally:
            if mine:
                with suppress(StorageError):
                    await asyncio.shield(self._at_store(self.store.release, [work.key for work in mine]))

    async def _claimed(self, works: list[Work]) -> list[Work]:
        granted = await self._at_store(self.store.claim, [work.key for work in works])
        refused = [work for work, ours in zip(works, granted, strict=True) if not ours]
        if refused:
            standings = await self._at_store(self.store.standing, [work.key for work in refused])
            for work, standing in zip(refused, standings, strict=True):
                if standing is Standing.TO_DO:
                    self._elsewhere.append(work)
                else:
                    self.totals.elsewhere += 1
                    self.watch.listed(work.row, standing)
        return [work for work, ours in zip(works, granted, strict=True) if ours]

    async def _store(self, works: Sequence[Work], outcomes: Sequence[OutcomeRow]) -> None:
        await self._at_store(self.store.save, outcomes)
        for work, outcome in zip(works, outcomes, strict=True):
            self.totals.spend(outcome)
            if outcome.exit_code == PASSING and not self._second_try and len(self._postponed) < MOST_POSTPONED:
                self._postponed.append(work)
                self.watch.postponed(work.row, outcome)
            else:
                self.totals.count(outcome)
                self.watch.ended(work.row, outcome)
            self._lose_patience(outcome)

    def _lose_patience(self, outcome: OutcomeRow) -> None:
        """End the run where the endpoint has been out for too long, or has never answered."""
        silence = self.hands.silence()
        if outcome.exit_code == PASSING and silence is not None and silence > self.plan.patience:
            failure = outcome.outcome
            assert isinstance(failure, Failure)
            said = failure.message.removeprefix(f"{failure.source}: ")
            self._end(ProviderError(said, hint="run the same command again when it answers"))

    def _end(self, error: SummarizerError) -> None:
        if self._fatal is None:
            self._fatal = error
        self.stop.request()

    async def _wait_for_room(self) -> None:
        while not self.stop.asked:
            if (pause := self.hands.pause()) > self.plan.patience:
                self._end(
                    ProviderError(
                        f"the endpoint asks to wait for {pause:.0f} s, longer than {self.plan.patience:.0f} s",
                        hint="run the same command again then",
                    )
                )
            elif pause:
                await self._one_ends(pause)
            elif len(self._tasks) >= max(1, self.hands.room()):
                await self._one_ends()
            else:
                return

    async def _wait_for(self, left: int) -> None:
        while len(self._tasks) > left and not self.stop.asked:
            await self._one_ends()

    async def _one_ends(self, seconds: float | None = None) -> None:
        """Until a task ends, somebody asks to stop, or the time is over."""
        asked = asyncio.ensure_future(self.stop.wait())
        ended, _ = await asyncio.wait({*self._tasks, asked}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        self._settle(ended - {asked})

    def _settle(self, ended: Iterable[asyncio.Future[None]]) -> None:
        for task in ended:
            self._tasks.discard(task)
            if not task.cancelled() and (error := task.exception()) is not None:
                self._end(SummarizerError(failure_of("the run", error).message))

    async def _drain(self) -> None:
        """Give what is under way its grace, then give it up."""
        if not self._tasks:
            return
        ended, late = await asyncio.wait(self._tasks, timeout=self.plan.grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        self._settle({*ended, *late})

    async def _at_store(self, act: Callable[..., T], *given: object) -> T:
        """Let the one thread that uses the store do something."""
        return await asyncio.get_running_loop().run_in_executor(self._clerk, act, *given)
