"""Reading a store, and tidying it: what `summarize store` shows and does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.corpus.database import translated, writing
from summarizer.corpus.store import Store


class Counts(NamedTuple):
    """How the articles of a store stand, each counted once."""

    articles: int
    done: int
    failed: int
    to_do: int
    runs: int
    events: int
    casualties: int
    claims: int


class Kept(NamedTuple):
    """One article with its outcome. `body` is the JSON of a Digest or a Failure."""

    id: str
    state: str
    body: str


def counts(store: Store) -> Counts:
    """The figures of a store."""
    with translated(store.path):
        one = store.database.execute
        articles, done, failed = one(
            "SELECT count(*), count(*) FILTER (WHERE state = 'done'), count(*) FILTER (WHERE state = 'failed') "
            "FROM articles a LEFT JOIN outcomes o ON o.key = a.key"
        ).fetchone()
        runs = one("SELECT count(*) FROM runs").fetchone()[0]
        records = one(
            "SELECT total(json_array_length(body, '$.events')), total(json_array_length(body, '$.casualties')), "
            "total(json_array_length(body, '$.claims')) FROM articles a JOIN outcomes o ON o.key = a.key "
            "AND state = 'done'"
        ).fetchone()
    return Counts(articles, done, failed, articles - done - failed, runs, *map(int, records))


def rows(store: Store, question: str) -> Iterator[dict[str, object]]:
    """The rows of one of our own questions to the store, as they come."""
    with translated(store.path):
        found = store.database.execute(question)
        names = [column[0] for column in found.description]
        for row in found:
            yield dict(zip(names, row, strict=True))


def reasons(store: Store) -> list[dict[str, object]]:
    """How many articles failed for which reason, with one of them."""
    return list(
        rows(
            store,
            "SELECT reason, count(*) AS articles, min(article) AS example, max(exit_code) AS exit_code "
            "FROM failures GROUP BY reason ORDER BY 2 DESC",
        )
    )


def kept(store: Store) -> Iterator[Kept]:
    """All articles that have an outcome, ordered by id."""
    with translated(store.path):
        found = store.database.execute(
            "SELECT a.id, o.state, o.body FROM articles a JOIN outcomes o ON o.key = a.key ORDER BY a.id"
        )
        yield from map(Kept._make, found)


def retry(store: Store, reason: str | None = None) -> int:
    """Make failed articles to do again, all or those with this reason; how many. What they cost stays counted."""
    with translated(store.path), writing(store.database):
        return store.database.execute(
            "UPDATE outcomes SET again = 1 WHERE state = 'failed' AND (?1 IS NULL OR reason = ?1) "
            "AND key IN (SELECT key FROM articles)",
            (reason,),
        ).rowcount


def vacuum(store: Store) -> int:
    """Drop outcomes that belong to no article any more, and give the space back; how many."""
    with translated(store.path):
        with writing(store.database):
            dropped = store.database.execute(
                "DELETE FROM outcomes WHERE key NOT IN (SELECT key FROM articles)"
            ).rowcount
        store.database.execute("VACUUM")
        store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return dropped
