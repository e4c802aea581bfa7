"""A run: articles stream in, outcomes stream into the store, and nothing that is done is done again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

from summarizer.corpus.clerk import Clerk
from summarizer.corpus.feeding import Feed
from summarizer.corpus.hands import Hands
from summarizer.corpus.keys import work_of
from summarizer.corpus.listing import listed
from summarizer.corpus.plan import Plan, Stop, Totals
from summarizer.corpus.rows import ArticleRow, OutcomeRow, Work
from summarizer.corpus.store import PASSING, Standing, Store
from summarizer.corpus.watch import Watch
from summarizer.corpus.work import STOPS_ALL
from summarizer.errors import ProviderError, SummarizerError
from summarizer.records.digest import Failure
from summarizer.records.failing import failure_of

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
        self._changed = asyncio.Event()
        self._elsewhere: list[Work] = []
        self._postponed: list[Work] = []
        self._second_try = False
        self._fatal: SummarizerError | None = None
        self._clerk = Clerk(store, self._kept, self._end)

    async def run(self, rows: Iterable[ArticleRow]) -> None:
        """Do what is to do, and count it in `totals`; its `left` is what was begun, or put off, in vain.

        Raises ConfigurationError, StorageError, and ProviderError where an endpoint stays out, once all that was under
        way has ended; what was finished is stored.
        """
        stopping = asyncio.create_task(self._wake_when_stopped())
        try:
            for works in (self._to_do(rows), self._freed(), self._again(), self._freed()):
                if not self.stop.asked:
                    await self._through(works)
            await self._drain()
        finally:
            stopping.cancel()
            await self.hands.aclose()
            await self._clerk.aclose()
            self.totals.left += len(self._postponed) + len(self._elsewhere)
        if self._fatal:
            raise self._fatal

    async def _through(self, works: AsyncIterator[list[Work]]) -> None:
        """Begin units as they are claimed and as there is room; until all have ended and are stored."""
        claimed: asyncio.Queue[list[Work] | None] = asyncio.Queue(maxsize=1)
        claiming = asyncio.create_task(self._claiming(works, claimed))
        try:
            while (unit := await self._next(claimed)) is not None:
                await self._wait_for_room()
                if self.stop.asked:
                    break
                self._begin(unit)
            while self._tasks and not self.stop.asked:
                await self._change()
        finally:
            claiming.cancel()
            await asyncio.wait({claiming})
            await self._clerk.settled()

    async def _next(self, claimed: asyncio.Queue[list[Work] | None]) -> list[Work] | None:
        """The next unit; None where there is none, or where the run is to stop."""
        while claimed.empty() and not self.stop.asked:
            await self._change()
        return None if self.stop.asked else claimed.get_nowait()

    def _begin(self, unit: list[Work]) -> None:
        task = asyncio.create_task(self._unit(unit))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _claiming(self, works: AsyncIterator[list[Work]], claimed: asyncio.Queue[list[Work] | None]) -> None:
        """Claim a few units ahead of the work, so that none waits for the disk before it begins."""
        try:
            async for several in works:
                for group in _parts(several, self.hands.batch * max(1, self.hands.room())):
                    for unit in _parts(await self._claimed(group), self.hands.batch):
                        await claimed.put(unit)
                        self._changed.set()
        except STOPS_ALL as error:
            self._end(error)
        except Exception as error:
            self._end(SummarizerError(failure_of("the run", error).message))
        await claimed.put(None)
        self._changed.set()

    async def _to_do(self, rows: Iterable[ArticleRow]) -> AsyncIterator[list[Work]]:
        """Units of work that nobody has done yet."""
        begun = 0
        async for batch in Feed(rows, self.stop):
            works = [work for row in batch if self.plan.holds(work := work_of(row, self.plan.mark))]
            standings = await self._clerk.do(self.store.enter, works)
            to_do = [
                w for w, standing in zip(works, standings, strict=True) if listed(w, standing, self.totals, self.watch)
            ]
            most = len(to_do) if self.plan.max_articles is None else self.plan.max_articles - begun
            begun += len(to_do[:most])
            self.totals.left += len(to_do[most:])
            yield to_do[:most]

    async def _freed(self) -> AsyncIterator[list[Work]]:
        """Articles that another process had claimed: as soon as they are free again, until all are done by someone."""
        while self._elsewhere:
            waiting, self._elsewhere = self._elsewhere, []
            yield waiting
            if self._elsewhere:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.stop.wait(), POLL)

    async def _again(self) -> AsyncIterator[list[Work]]:
        """What failed for a reason that may have passed by now: once more, and then never again in this run."""
        self._second_try = True
        works, self._postponed = self._postponed, []
        yield works

    async def _unit(self, works: list[Work]) -> None:
        """Do and have it stored. Whatever ends the run is kept in `_fatal`, and the others are told to stop."""
        try:
            for work in works:
                self.watch.began(work.row)
            self._clerk.keep(works, await self.hands.do(works))
        except STOPS_ALL as error:
            self._end(error)
        except asyncio.CancelledError:
            self.totals.left += len(works)
            raise

    async def _claimed(self, works: list[Work]) -> list[Work]:
        """Those that are ours to do. The others are done by another process, or perhaps will be."""
        if not works:
            return []
        granted = await self._clerk.do(self.store.claim, [work.key for work in works])
        refused = [work for work, ours in zip(works, granted, strict=True) if not ours]
        if refused:
            standings = await self._clerk.do(self.store.standing, [work.key for work in refused])
            for work, standing in zip(refused, standings, strict=True):
                if standing is Standing.TO_DO:
                    self._elsewhere.append(work)
                else:
                    self.totals.elsewhere += standing is Standing.DONE
                    self.totals.kept_failed += standing is Standing.FAILED
                    self.watch.listed(work.row, standing)
        return [work for work, ours in zip(works, granted, strict=True) if ours]

    def _kept(self, work: Work, outcome: OutcomeRow) -> None:
        """An outcome is on the disk."""
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
                await self._change(pause)
            elif self._clerk.unsaved >= self.hands.batch * max(1, self.hands.room()):
                await self._clerk.settled()
            elif len(self._tasks) >= max(1, self.hands.room()):
                await self._change()
            else:
                return

    async def _change(self, seconds: float | None = None) -> None:
        """Until something ends or can begin, somebody asks to stop, or the time is over."""
        self._changed.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()

    async def _wake_when_stopped(self) -> None:
        await self.stop.wait()
        self._changed.set()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._end(SummarizerError(failure_of("the run", error).message))
        self._changed.set()

    async def _drain(self) -> None:
        """Give what is under way its grace, then give it up."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=self.plan.grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)


def _parts(works: list[Work], size: int) -> list[list[Work]]:
    return [works[at : at + size] for at in range(0, len(works), size)]
