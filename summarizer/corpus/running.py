"""From settings to a run: store, kept replies, engine, and who works it; ended in good order."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from summarizer.corpus.batch_jobs import waiting_in_batches
from summarizer.corpus.hands import Asking, Hands
from summarizer.corpus.keys import engine_mark
from summarizer.corpus.limits import Limiter
from summarizer.corpus.plan import GRACE, PATIENCE, Plan, Stop, Totals
from summarizer.corpus.pool import Pool
from summarizer.corpus.replies import KeptReplies, Replies
from summarizer.corpus.rows import ArticleRow
from summarizer.corpus.runner import Runner
from summarizer.corpus.store import Store
from summarizer.corpus.watch import Watch
from summarizer.engines import make_engine
from summarizer.engines.base import Engine
from summarizer.settings import Settings

CONCURRENCY = 8


@dataclass(frozen=True, slots=True)
class Order:
    """What a caller orders. `concurrency`: requests at once; for the offline engine, processes (None: one per core)."""

    store: Path
    settings: Settings
    concurrency: int | None = None
    per_minute: int | None = None
    tokens_per_minute: int | None = None
    max_articles: int | None = None
    shard: tuple[int, int] | None = None
    grace: float = GRACE
    patience: float = PATIENCE


def run(
    order: Order, rows: Iterable[ArticleRow], watch: Watch | None = None, totals: Totals | None = None
) -> int | None:
    """Run to the end, to a ceiling or to a signal, whose number is returned. `totals` grows with what is done.

    Raises UsageError, ConfigurationError, ProviderError (an endpoint that stays out) and StorageError. Everything
    finished is stored whatever happens.
    """
    return asyncio.run(arun(order, rows, watch or Watch(), Totals() if totals is None else totals))


async def arun(order: Order, rows: Iterable[ArticleRow], watch: Watch, totals: Totals) -> int | None:
    """As `run`, on a loop that goes already."""
    stop = Stop()
    with Store(order.store) as store:
        if not store.wal:
            watch.warned(f"{order.store}: no write-ahead log on this disk; a rollback journal is used, which is slower")
        if waiting := waiting_in_batches(order.store):
            watch.warned(
                f"{order.store}: {waiting:,} articles wait for replies of batches; this run asks about them, too"
            )
        limiter = Limiter(
            order.concurrency or CONCURRENCY,
            per_minute=_share(order.per_minute, order.shard),
            tokens_per_minute=_share(order.tokens_per_minute, order.shard),
            told=watch.adapted,
        )
        engine = make_engine(order.settings, traffic=limiter)
        tracing = None
        if order.settings.telemetry:
            from summarizer.corpus.traced import Tracing

            tracing = Tracing(order.settings)
            engine = tracing.engine(engine)
        with _kept_replies(engine, order, watch):
            mark = engine_mark(engine)
            named = getattr(engine, "settings", None)
            store.begin(engine.name, named.name if named else None, mark)
            plan = Plan(mark, order.max_articles, order.shard, order.grace, order.patience)
            hands = _hands(engine, limiter, order)
            runner = Runner(store, tracing.hands(hands) if tracing else hands, plan, watch, stop, totals)
            with _signals(stop):
                await runner.run(rows)
    return stop.signal


def _share(rate: int | None, shard: tuple[int, int] | None) -> int | None:
    """A rate belongs to an account; a shard takes its share of it."""
    return rate if rate is None or shard is None else max(1, rate // shard[1])


@contextmanager
def _kept_replies(engine: Engine, order: Order, watch: Watch) -> Iterator[None]:
    """The replies beside the store, between the engine and whoever it asks; nothing for an engine that asks nobody."""
    if engine.name != "llm":
        yield
        return
    replies = Replies(order.store)
    for remark in replies.remarks:
        watch.warned(remark)
    engine.asker = KeptReplies(engine.asker, replies, order.settings.provider)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        replies.close()


def _hands(engine: Engine, limiter: Limiter, order: Order) -> Hands:
    if engine.name == "offline":
        return Pool(order.settings, engine, order.concurrency or os.cpu_count() or 1)
    return Asking(engine, limiter, max_bytes=order.settings.max_bytes)


@contextmanager
def _signals(stop: Stop) -> Iterator[None]:
    """Ctrl-C and SIGTERM ask to stop; a second one ends the process at once."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)

    def asked(number: int) -> Callable[[], None]:
        def act() -> None:
            for each in numbers:
                loop.remove_signal_handler(each)
                signal.signal(each, signal.SIG_DFL)
            stop.request(number)

        return act

    before = {}
    with suppress(NotImplementedError, RuntimeError, ValueError):  # not in the main thread, or not on this system
        for number in numbers:
            before[number] = signal.getsignal(number)
            loop.add_signal_handler(number, asked(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(number)
                signal.signal(number, handler)
