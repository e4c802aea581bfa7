"""Batches of the provider: articles out at half price, outcomes back within a day.

    submit     sources --> articles that wait, requests in files, batches begun
    look       how the batches stand
    collect    replies --> outcomes in the store; repairs and what got no reply --> further batches

Whatever is interrupted, the next call goes on: what may have got through is looked for at the provider by our own name
for it before it is done again. Outcomes have the keys of a live run, so that either finishes what the other began.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from summarizer.corpus.batch_asking import BatchAsker, Reading
from summarizer.corpus.batch_files import read_into
from summarizer.corpus.batch_jobs import BatchJobs
from summarizer.corpus.batch_plan import Bounds, Planner
from summarizer.corpus.batch_rows import BEFORE, Job, Step, Waiting
from summarizer.corpus.listing import to_do
from summarizer.corpus.plan import Totals
from summarizer.corpus.replies import Replies
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State, Work
from summarizer.corpus.store import Standing, Store
from summarizer.corpus.watch import Watch
from summarizer.corpus.work import article_of, failed_outcome, outcome_of
from summarizer.engines.llm_batches import BatchEndpoint, NotThere, make_batch_endpoint
from summarizer.engines.replay_files import KEY_DIGITS
from summarizer.errors import ConfigurationError, ProviderError, SummarizerError, UsageError
from summarizer.settings import Settings

MOST_TRIES = 3
"""Batches in which an article is asked for before it counts as failed."""
MOST_REPAIRS = 2
"""The same for its repair; afterwards the draft is taken as it is."""
KEEPING = ("model", "base_url", "mode", "max_output", "temperature", "part_chars", "repair", "max_bytes")
"""The settings that decide what is asked and how it is read; they stay with the articles."""


@dataclass(slots=True)
class Sent:
    """What a call began: batches and the requests in them."""

    batches: int = 0
    requests: int = 0


class Batches:
    """The batches of one store. Close it, or use it in an `async with`."""

    def __init__(
        self,
        store: Store,
        settings_with: Callable[[dict[str, Any]], Settings],
        *,
        bounds: Bounds | None = None,
        watch: Watch | None = None,
        create: bool = False,
        reask: bool = False,
        waits: bool = True,
    ) -> None:
        """`settings_with` gives settings with these values and the key. Raises UsageError and StorageError.

        `reask`: articles that another version has asked about, in other words, are given up and to do again.
        """
        self.store, self.watch, self.waits = store, watch or Watch(), waits
        self.jobs = BatchJobs(store.path, create=create)
        self.replies = Replies(store.path)
        self.planner = Planner(self.jobs, bounds or Bounds())
        self.totals, self.sent = Totals(), Sent()
        self.reask, self.stale = reask, 0
        self.missed: ConfigurationError | None = None
        """The last batch that the endpoint did not know."""
        self._settings_with = settings_with
        self._readings: dict[str, Reading] = {}
        self._endpoints: dict[str, BatchEndpoint] = {}
        self._remove_orphans()
        for remark in self.replies.remarks:
            self.watch.warned(remark)

    async def __aenter__(self) -> Batches:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close connections and files."""
        self.planner.abandon()
        for endpoint in self._endpoints.values():
            await endpoint.aclose()
        self.replies.close()
        self.jobs.close()

    def _remove_orphans(self) -> None:
        """Files of requests that were never finished, or whose batch has begun."""
        needed = {self.jobs.spool(job.name) for job in self.jobs.jobs(*BEFORE)}
        for path in set(self.jobs.spools()) - needed:
            path.unlink(missing_ok=True)

    async def submit(self, settings: Settings, rows: Iterable[ArticleRow], *, most: int | None = None) -> None:
        """Send what is to do, `most` articles at most; what is under way, done or failed for good is passed over.

        Raises ConfigurationError, ProviderError and StorageError; what was begun is remembered.
        """
        kept = {name: value for name, value in settings.model_dump(mode="json").items() if name in KEEPING}
        reading = Reading(settings)
        endpoint = make_batch_endpoint(settings, waits=self.waits)
        self._readings[reading.mark], self._endpoints[reading.mark] = reading, endpoint
        self.jobs.keep_order(reading.mark, kept)
        self.store.begin("batch", reading.shape.name, reading.mark)
        await self.push()
        for work in islice(self._not_waiting(rows, reading), most):
            await asyncio.sleep(0)  # the moment in which a signal cancels: planning alone never waits
            await self._enter(work, reading)
            if self.planner.planned:
                await self.push()
        self.planner.close()
        await self.push()

    def _not_waiting(self, rows: Iterable[ArticleRow], reading: Reading) -> Iterator[Work]:
        for work in to_do(self.store, rows, reading.mark, self.totals, self.watch):
            if self.jobs.is_waiting(work.key):
                self.totals.elsewhere += 1
            else:
                yield work

    async def _enter(self, work: Work, reading: Reading) -> None:
        """Let an article wait for its first replies; one that cannot be read fails at once."""
        try:
            if work.row.fault is None:
                requests = await reading.drafts(article_of(work.row, reading.settings.max_bytes))
                missing = [each for each in requests if self.jobs.reply(each.key[:KEY_DIGITS]) is None]
                waiting = Waiting(work, reading.mark, tuple(each.key[:KEY_DIGITS] for each in requests), tries=1)
                if missing:
                    self.planner.add(waiting, missing)
                else:  # all was answered before its batch was cancelled
                    self.jobs.join(waiting, ())
                self.watch.began(work.row)
                return
        except SummarizerError as error:
            self._keep(work, failed_outcome(work, error, reading.engine()))
            return
        self._keep(work, await outcome_of(work, reading.engine(), max_bytes=reading.settings.max_bytes))

    def _keep(self, work: Work, outcome: OutcomeRow) -> None:
        self.store.save([outcome])
        self.totals.count(outcome)
        self.totals.spend(outcome)
        self.watch.ended(work.row, outcome)

    async def push(self) -> None:
        """Begin every batch that is planned. Safe to repeat: what was begun before is found, not done again."""
        self.planner.planned = 0
        for job in self.jobs.jobs(*BEFORE):
            await self._begin(job)

    async def _begin(self, job: Job) -> None:
        endpoint, path = self._endpoint(job.mark), self.jobs.spool(job.name)
        if job.state in {Step.PLANNED, Step.UPLOADING}:
            if not path.exists():
                self._give_up(job, "its file of requests is gone")
                return
            found = await endpoint.find_file(path) if job.state == Step.UPLOADING else None
            job = self.jobs.step(job, Step.UPLOADING)
            job = self.jobs.step(job, Step.UPLOADED, file=found or await endpoint.upload(path))
        begun = await endpoint.find(job.name) if job.state == Step.CREATING else None
        job = self.jobs.step(job, Step.CREATING)
        self.jobs.note(job, begun or await endpoint.create(job.file or "", job.name))
        path.unlink(missing_ok=True)
        self.sent.batches += 1
        self.sent.requests += job.requests

    async def look(self) -> None:
        """Ask how the batches stand."""
        for job in self.jobs.jobs(Step.CREATED):
            try:
                self.jobs.note(job, await self._endpoint(job.mark).state(job.batch or ""))
            except NotThere as error:
                self.missed = error

    async def collect(self) -> None:
        """Take what has come, store the outcomes, and send what is to be asked further. Errors as `submit`.

        A batch that the endpoint does not know costs no other: it is raised at the end, and left as it is.
        """
        if not self.store.run:
            self.store.begin("batch", None, "collect")
        self.stale = 0
        await self.push()
        await self.look()
        for job in self.jobs.jobs(Step.ENDED):
            try:
                await self._fetch(job)
            except NotThere as error:
                self.missed = error
        for key in self.jobs.ready():
            await asyncio.sleep(0)
            await self._advance(self.jobs.article(key))
        self.planner.close()
        await self.push()
        if not self.jobs.count_waiting():
            self.jobs.forget_replies()
        if self.missed:
            raise self.missed

    def give_up(self, batch: str) -> None:
        """Let a batch go that will never be had: its articles are to do again. Raises UsageError where it is none."""
        for job in self.jobs.jobs(*BEFORE, Step.CREATED, Step.ENDED):
            if batch in {job.batch, job.name}:
                self._give_up(job, "given up")
                return
        raise UsageError(f"{batch}: no such batch is under way", hint="see summarize batch status")

    async def _fetch(self, job: Job) -> None:
        """Keep the replies of a batch that has ended; let those who wait for it go on."""
        asked, stray = self.jobs.requests_of(job), 0
        path = self.jobs.spool(f"{job.name}.replies")
        for file in filter(None, (job.output_file, job.error_file)):
            await self._endpoint(job.mark).download(file, path)
            stray += read_into(self.jobs, path, asked)
            path.unlink(missing_ok=True)
        if stray:
            self.watch.warned(f"batch {job.batch}: {stray:,} lines answer nothing that was asked; passed over")
        if job.status in {"failed", "cancelled"}:
            self._give_up(job, f"the provider says {job.status}{f' ({job.faults})' if job.faults else ''}")
            return
        if job.status == "expired":
            self.watch.warned(f"batch {job.batch}: expired; what got no reply is asked again")
        self.jobs.collected(job)

    def _give_up(self, job: Job, why: str) -> None:
        gone = self.jobs.give_back(job)
        self.jobs.collected(job)
        self.totals.left += gone
        self.watch.warned(f"batch {job.batch or job.name}: {why}; articles to do again: {gone:,}")

    async def _advance(self, waiting: Waiting) -> None:
        """One article whose replies are there: to its outcome, or to the next batch."""
        reading, work = self._reading(waiting.mark), waiting.work
        if self.store.standing([work.key]) != [Standing.TO_DO]:  # a live run was faster
            self.jobs.drop(work.key)
            return
        requests = await reading.drafts(article_of(work.row, reading.settings.max_bytes))
        missing = [each for each in requests if self.jobs.reply(each.key[:KEY_DIGITS]) is None]
        if missing and waiting.requests != tuple(each.key[:KEY_DIGITS] for each in requests):
            self._stale(waiting)
            return
        if missing and waiting.tries < MOST_TRIES:
            self.planner.add(waiting._replace(tries=waiting.tries + 1), missing)
            return
        if missing:
            error = ProviderError(f"{work.row.source}: no reply in {MOST_TRIES} batches", hint="submit it again")
            outcome = failed_outcome(work, error, reading.engine())
        else:
            asker = BatchAsker(self.jobs, self.replies, reading.settings.provider, work.key)
            outcome = await outcome_of(work, reading.engine(asker), max_bytes=reading.settings.max_bytes)
            if asker.wanted and waiting.repairs < MOST_REPAIRS and outcome.state is State.DONE:
                self.planner.add(waiting._replace(repairs=waiting.repairs + 1), asker.wanted)
                return
        self._keep(work, outcome)
        self.jobs.drop(work.key, refused=waiting.requests if outcome.state is State.FAILED else ())

    def _stale(self, waiting: Waiting) -> None:
        """An article that was asked about in other words than this version has: never again without being told to."""
        if self.reask:
            self.jobs.drop(waiting.work.key)
            self.totals.left += 1
        else:
            self.stale += 1

    def _reading(self, mark: str) -> Reading:
        """How articles under this mark are read."""
        if mark not in self._readings:
            kept = self.jobs.orders().get(mark)
            if kept is None:
                raise ConfigurationError(f"{self.jobs.path}: it is not known how these articles are read")
            self._readings[mark] = Reading(self._settings_with(kept))
        return self._readings[mark]

    def _endpoint(self, mark: str) -> BatchEndpoint:
        if mark not in self._endpoints:
            self._endpoints[mark] = make_batch_endpoint(self._reading(mark).settings, waits=self.waits)
        return self._endpoints[mark]
