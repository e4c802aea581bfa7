"""The unit of work: from an article row to an outcome row. No shared state, nothing is stored, the same every time.

Used by the runner on one event loop, by the process pool, and by engines that spread work over machines.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.corpus.keys import engine_mark, work_of
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State, Work
from summarizer.errors import ConfigurationError, StorageError
from summarizer.records.failing import failure_of

if TYPE_CHECKING:
    from summarizer.engines.base import Engine
    from summarizer.engines.llm_asking import Spent
    from summarizer.records.article import Article
    from summarizer.records.digest import Digest, Failure
    from summarizer.settings import Settings

STOPS_ALL = (ConfigurationError, StorageError)
"""What would hit every article: the run ends, and the article stays to do."""


@dataclass(slots=True)
class Tally:
    """What one article has cost so far, for articles that fail."""

    requests: int = 0
    spent: list[Spent] = field(default_factory=list)


TALLY: ContextVar[Tally | None] = ContextVar("tally", default=None)


async def outcome_of(work: Work, engine: Engine, *, max_bytes: int) -> OutcomeRow:
    """What becomes of an article. A failure is a value; raises only what `STOPS_ALL` names."""
    from summarizer.pipeline import asummarize

    tally = Tally()
    token = TALLY.set(tally)
    begun = time.monotonic()
    try:
        if work.row.fault is not None:
            return _failed(work, work.row.fault, engine, tally, 0.0)
        return _done(work, await asummarize(article_of(work.row, max_bytes), engine))
    except STOPS_ALL:
        raise
    except Exception as error:
        return _failed(work, failure_of(work.row.source, error), engine, tally, time.monotonic() - begun)
    finally:
        TALLY.reset(token)


async def outcomes_of(works: Sequence[Work], engine: Engine, *, max_bytes: int, at_once: int = 1) -> list[OutcomeRow]:
    """The outcomes of several articles in their order, `at_once` of them at the same time."""
    room = asyncio.Semaphore(at_once)

    async def one(work: Work) -> OutcomeRow:
        async with room:
            return await outcome_of(work, engine, max_bytes=max_bytes)

    return list(await asyncio.gather(*map(one, works)))


def read_partition(rows: Sequence[ArticleRow], settings: Settings, *, at_once: int = 1) -> list[OutcomeRow]:
    """From a partition of article rows to outcome rows, with an engine of its own. For processes without a loop."""
    from summarizer.engines import close, make_engine

    async def run() -> list[OutcomeRow]:
        engine = make_engine(settings)
        mark = engine_mark(engine)
        try:
            works = [work_of(row, mark) for row in rows]
            return await outcomes_of(works, engine, max_bytes=settings.max_bytes, at_once=at_once)
        finally:
            await close(engine)

    return asyncio.run(run())


def failed_outcome(work: Work, error: Exception, engine: Engine) -> OutcomeRow:
    """The outcome of an article that nobody was asked about because of this error."""
    return _failed(work, failure_of(work.row.source, error), engine, Tally(), 0.0)


def article_of(row: ArticleRow, max_bytes: int) -> Article:
    """The article in a row. Raises ArticleError."""
    from summarizer.articles.loading import article_from_content

    return article_from_content(
        row.content,
        source=row.source,
        published=row.published,
        outlet=row.outlet,
        title=row.title,
        max_bytes=max_bytes,
    )


def _done(work: Work, digest: Digest) -> OutcomeRow:
    made = digest.provenance
    return OutcomeRow(
        key=work.key,
        id=work.row.id,
        source=work.row.source,
        state=State.DONE,
        body=digest.model_dump_json(),
        engine=made.engine,
        model=made.model,
        requests=made.requests,
        retries=made.retries,
        input_tokens=made.tokens.input,
        cached_tokens=made.tokens.cached,
        output_tokens=made.tokens.output,
        cost_usd=made.cost_usd if made.requests else 0.0,
        seconds=made.seconds,
    )


def _failed(work: Work, failure: Failure, engine: Engine, tally: Tally, seconds: float) -> OutcomeRow:
    price, settings = getattr(engine, "price", None), getattr(engine, "settings", None)
    costs = [price.cost(each) if price else None for each in tally.spent]
    return OutcomeRow(
        key=work.key,
        id=work.row.id,
        source=work.row.source,
        state=State.FAILED,
        body=failure.model_dump_json(),
        reason=failure.reason,
        exit_code=failure.exit_code,
        engine=engine.name,
        model=settings.name if settings else None,
        requests=tally.requests,
        retries=max(0, tally.requests - 1),
        input_tokens=sum(each.input or 0 for each in tally.spent),
        cached_tokens=sum(each.cached for each in tally.spent),
        output_tokens=sum(each.output or 0 for each in tally.spent),
        cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
        seconds=round(seconds, 4),
    )
