"""The unit of work on a cluster that stands already: Ray Data (`pip install "summarizer[ray]"`).

    ArticleRow    --table_of-->      Dataset     articles as a table
    Dataset       --outcomes_on-->   Dataset     outcomes as a table, by actors with an engine of their own
    run_on_ray                                   the same from sources into a store, which only the caller writes to

What becomes of a batch of articles depends on nothing but its rows. Ray places the batches, holds back what is too
much, and gives those of a lost worker to another: the outcomes are the same, as nothing is shared or stored over there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from summarizer.corpus.keys import engine_mark, work_of
from summarizer.corpus.listing import chunks, to_do
from summarizer.corpus.plan import Totals
from summarizer.corpus.rows import ArticleRow, OutcomeRow, Work
from summarizer.corpus.running import CONCURRENCY
from summarizer.corpus.store import Store
from summarizer.corpus.watch import Watch
from summarizer.corpus.work import STOPS_ALL, failed_outcome, outcome_of
from summarizer.engines import close, make_engine
from summarizer.errors import ConfigurationError, SummarizerError
from summarizer.records.digest import Failure

if TYPE_CHECKING:
    from summarizer.corpus.running import Order
    from summarizer.settings import Settings

BATCH = 16
"""Articles that a worker is given at once: what is done again where one is lost."""
ROUND = 10_000
"""Articles handed to the cluster at once, so that the memory of the caller does not grow with the corpus."""
_STOPPING = {each.exit_code: each for each in STOPS_ALL}
_CLUSTER = 'install it with: pip install "summarizer[ray]"'


class Reader:
    """What an actor runs: one engine, one event loop, batches of articles as Arrow tables."""

    def __init__(self, settings: Settings, at_once: int) -> None:
        self.settings, self.at_once = settings, at_once
        self.engine = make_engine(settings)
        self.mark = engine_mark(self.engine)
        self.loop = asyncio.Runner()
        self.stopped: list[SummarizerError] = []
        """What would hit every article, once it was met: nothing is asked after it."""

    def __call__(self, batch: Any) -> Any:
        """Outcomes for articles."""
        works = [work_of(article_row(row), self.mark) for row in batch.to_pylist()]
        return outcome_table(self.loop.run(self._outcomes(works)))

    async def _outcomes(self, works: Sequence[Work]) -> list[OutcomeRow]:
        """What would hit every article is the outcome of all that follow, as Ray would wrap it in an error of its own;
        what was done before stays done: it may be paid for.
        """
        room = asyncio.Semaphore(self.at_once)

        async def one(work: Work) -> OutcomeRow:
            async with room:
                try:
                    if not self.stopped:
                        return await outcome_of(work, self.engine, max_bytes=self.settings.max_bytes)
                except STOPS_ALL as error:
                    self.stopped.append(error)
                return failed_outcome(work, self.stopped[0], self.engine)

        return list(await asyncio.gather(*map(one, works)))


def outcomes_on(dataset: Any, settings: Settings, *, workers: int, at_once: int = 1, batch: int = BATCH) -> Any:
    """A Dataset of outcome rows for a Dataset of article rows, by `workers` actors.

    Columns of an article: `id` and `content` (string or binary), and what else `ArticleRow` has. `at_once`: articles
    under way in each worker, for engines that wait for an endpoint. `settings` travel to the workers, key and all.
    """
    from ray.data import ActorPoolStrategy

    return dataset.map_batches(
        Reader,
        fn_constructor_kwargs={"settings": settings, "at_once": at_once},
        batch_size=batch,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=2),
    )


def run_on_ray(
    order: Order, rows: Iterable[ArticleRow], *, workers: int, batch: int = BATCH, watch: Watch | None = None
) -> Totals:
    """Read articles into a store on the cluster that `ray.init` has joined; the same call again does what is missing.

    Outcomes are stored as they come in. Raises UsageError, ConfigurationError and StorageError as a run on one machine.
    """
    try:
        import ray.data  # noqa: F401 - before anything is begun
    except ImportError:
        raise ConfigurationError("this needs Ray Data, which is not installed", hint=_CLUSTER) from None
    totals, onlooker = Totals(), watch or Watch()
    engine = make_engine(order.settings)
    mark, named = engine_mark(engine), getattr(engine, "settings", None)
    asyncio.run(close(engine))
    with Store(order.store) as store:
        store.begin(engine.name, named.name if named else None, mark)
        works_to_do = to_do(store, rows, mark, totals, onlooker)
        for works in chunks(islice(works_to_do, order.max_articles), ROUND):
            _round(store, works, order, workers, batch, totals, onlooker)
    return totals


def _round(
    store: Store, works: list[Work], order: Order, workers: int, batch: int, totals: Totals, watch: Watch
) -> None:
    """One round through the cluster."""
    granted = store.claim([work.key for work in works])
    mine = {work.key: work for work, ours in zip(works, granted, strict=True) if ours}
    totals.elsewhere += len(works) - len(mine)
    if not mine:
        return
    at_once = max(1, (order.concurrency or CONCURRENCY) // workers)
    stop: SummarizerError | None = None
    try:
        dataset = table_of([work.row for work in mine.values()], parts=max(workers, -(-len(mine) // batch)))
        done = outcomes_on(dataset, order.settings, workers=workers, at_once=at_once, batch=batch)
        for found in done.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0):
            outcomes = [OutcomeRow.from_dict(row) for row in found.to_pylist()]
            _check(outcomes, mine)
            kept = [outcome for outcome in outcomes if outcome.exit_code not in _STOPPING]
            store.save(kept)
            for outcome in kept:
                totals.count(outcome)
                totals.spend(outcome)
                watch.ended(mine.pop(outcome.key).row, outcome)
            stop = stop or _what_would_hit_all(outcomes)
        if stop:  # not before the dataset has come to its end: Ray takes the process along when it is left half read
            raise stop
    except SummarizerError:
        raise
    except Exception as error:
        # By its class alone, as its text may hold words of an article.
        raise SummarizerError(f"the cluster failed: {type(error).__name__}", hint="see the logs of Ray") from error
    finally:
        store.release(list(mine))


def _check(outcomes: Sequence[OutcomeRow], mine: dict[str, Work]) -> None:
    """A worker with other code gives outcomes under keys that nobody asked for."""
    if any(outcome.key not in mine for outcome in outcomes):
        raise ConfigurationError(
            "a worker of the cluster runs another version of summarizer", hint="install the same one everywhere"
        )


def _what_would_hit_all(outcomes: Sequence[OutcomeRow]) -> SummarizerError | None:
    """The error of the first outcome that would be that of every article."""
    for outcome in outcomes:
        if (kind := _STOPPING.get(outcome.exit_code)) and isinstance(failure := outcome.outcome, Failure):
            return kind(failure.message, hint=failure.hint)
    return None


def table_of(rows: Iterable[ArticleRow], *, parts: int = 1) -> Any:
    """A Dataset of article rows in `parts` blocks."""
    import pyarrow as pa
    from ray.data import from_arrow

    table = pa.Table.from_pylist([_flat(row) for row in rows], schema=_schema(_ARTICLE))
    size = -(-table.num_rows // parts) or 1
    return from_arrow([table.slice(at, size) for at in range(0, table.num_rows, size)] or [table])


_ARTICLE = {
    "id": "string", "source": "string", "content": "binary", "is_text": "bool", "published": "string",
    "outlet": "string", "title": "string", "url": "string", "fault": "string",
}  # fmt: skip
_OUTCOME = {
    "key": "string", "id": "string", "source": "string", "state": "string", "body": "string", "reason": "string",
    "exit_code": "int64", "engine": "string", "model": "string", "requests": "int64", "retries": "int64",
    "input_tokens": "int64", "cached_tokens": "int64", "output_tokens": "int64", "cost_usd": "float64",
    "seconds": "float64",
}  # fmt: skip


def _flat(row: ArticleRow) -> dict[str, Any]:
    """Text as bytes: it may hold half characters, which no string of Arrow can."""
    content = row.content
    text = isinstance(content, str)
    return {
        **row.as_dict(),
        "content": content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content,
        "is_text": text,
    }


def article_row(row: dict[str, Any]) -> ArticleRow:
    """A row of a table of articles, ours or another with `id` and `content`."""
    content = row["content"]
    if row.get("is_text"):
        content = content.decode("utf-8", "surrogatepass")
    return ArticleRow.from_dict({**row, "source": row.get("source") or row["id"], "content": content})


def outcome_table(outcomes: Iterable[OutcomeRow]) -> Any:
    """Outcome rows as an Arrow table."""
    import pyarrow as pa

    return pa.Table.from_pylist([outcome.as_dict() for outcome in outcomes], schema=_schema(_OUTCOME))


def _schema(columns: dict[str, str]) -> Any:
    import pyarrow as pa

    return pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
