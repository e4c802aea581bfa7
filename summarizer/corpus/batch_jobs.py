"""What is known of batches, in a file beside the store: which articles wait, what was asked where, and what came.

Every step of a batch is remembered before it is taken and after it. So a process that ends anywhere is followed by one
that knows what may have happened, and looks for it before it does it again.
"""

from __future__ import annotations

import glob
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from summarizer.corpus.batch_rows import Job, Step, Waiting, entry, waiting_of
from summarizer.corpus.database import connect, schema, translated, writing
from summarizer.engines.batch_state import BatchState
from summarizer.errors import StorageError, UsageError

APPLICATION = 0x53554D42
"""`SUMB`, in the header of the file."""


class BatchJobs:
    """The open file. One process at a time. Close it, or use it in a `with`."""

    def __init__(self, store: Path, *, create: bool = True) -> None:
        """Raises UsageError where there are no batches, StorageError where another process is at them."""
        self.path = store.with_name(f"{store.name}.batch")
        if not create and not self.path.exists():
            raise UsageError(f"{store}: no batches belong to this store", hint="begin with: summarize batch submit")
        self._lock = FileLock(self.path.with_name(f"{self.path.name}.lock"), timeout=0, mode=0o600)
        with translated(self.path):
            try:
                self._lock.acquire()
            except Timeout:
                raise StorageError(f"{store}: another process is at its batches", hint="wait until it ends") from None
        try:
            self.database = connect(self.path, APPLICATION, schema("batch")).database
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let others have it."""
        with suppress(Exception):
            self.database.close()
        self._lock.release()

    def spool(self, name: str) -> Path:
        """Where the requests of a batch lie until it has begun."""
        return self.path.with_name(f"{self.path.name}.{name}.jsonl")

    def keep_order(self, mark: str, settings: dict[str, Any]) -> None:
        """Remember how articles under this mark are read; a key is no part of it."""
        with translated(self.path), writing(self.database):
            self.database.execute("INSERT OR IGNORE INTO orders VALUES (?, ?)", (mark, json.dumps(settings)))

    def orders(self) -> dict[str, dict[str, Any]]:
        """The settings by mark."""
        with translated(self.path):
            return {mark: json.loads(given) for mark, given in self.database.execute("SELECT * FROM orders")}

    def plan(self, name: str, mark: str, size: int, articles: Sequence[Waiting], asked: dict[str, set[str]]) -> None:
        """Remember a batch whose file is written: its articles, and which of them wait for which request."""
        with translated(self.path), writing(self.database):
            made = self.database.execute(
                "INSERT INTO jobs (name, mark, state, requests, bytes, planned) VALUES (?, ?, ?, ?, ?, ?)",
                (name, mark, Step.PLANNED, len(asked), size, _now()),
            )
            self.database.executemany(f"REPLACE INTO waiting VALUES ({_MARKS})", map(entry, articles))
            self.database.executemany(
                "REPLACE INTO asked VALUES (?, ?, ?)",
                [(request, article, made.lastrowid) for request, wanting in asked.items() for article in wanting],
            )

    def join(self, article: Waiting, requests: Iterable[str]) -> None:
        """Let an article wait for requests that are under way for another one."""
        with translated(self.path), writing(self.database):
            self.database.execute(f"REPLACE INTO waiting VALUES ({_MARKS})", entry(article))
            self.database.executemany(
                "INSERT OR IGNORE INTO asked SELECT request, ?, job FROM asked WHERE request = ? LIMIT 1",
                [(article.work.key, request) for request in requests],
            )

    def under_way(self, request: str) -> bool:
        """Whether a batch that has not been collected asks this."""
        with translated(self.path):
            return self.database.execute("SELECT 1 FROM asked WHERE request = ?", (request,)).fetchone() is not None

    def is_waiting(self, key: str) -> bool:
        """Whether an article waits for replies."""
        with translated(self.path):
            return self.database.execute("SELECT 1 FROM waiting WHERE key = ?", (key,)).fetchone() is not None

    def jobs(self, *states: Step) -> list[Job]:
        """Batches in these states, or all, in the order of their planning."""
        where = f" WHERE state IN ({', '.join('?' * len(states))})" if states else ""
        with translated(self.path):
            return [Job(*row) for row in self.database.execute(f"SELECT * FROM jobs{where} ORDER BY job", states)]

    def step(self, job: Job, state: Step, *, file: str | None = None) -> Job:
        """Remember how far a batch has come, and its file; on the disk when this returns."""
        known = file or job.file
        with translated(self.path), writing(self.database):
            self.database.execute("UPDATE jobs SET state = ?, file = ? WHERE job = ?", (state, known, job.job))
        return job._replace(state=state, file=known)

    def note(self, job: Job, found: BatchState) -> None:
        """Remember how a batch stands at the provider."""
        state = Step.ENDED if found.ended else Step.CREATED
        given = (
            state, found.id, found.status, found.completed, found.failed, found.output_file, found.error_file,
            "; ".join(found.faults) or None, job.job,
        )  # fmt: skip
        with translated(self.path), writing(self.database):
            self.database.execute(
                "UPDATE jobs SET state = ?, batch = ?, status = ?, completed = ?, failed = ?, output_file = ?, "
                "error_file = ?, faults = ? WHERE job = ?",
                given,
            )

    def requests_of(self, job: Job) -> set[str]:
        """What a batch asks."""
        with translated(self.path):
            found = self.database.execute("SELECT DISTINCT request FROM asked WHERE job = ?", (job.job,))
            return {row[0] for row in found}

    def keep_replies(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keep replies by request, as JSON."""
        with translated(self.path), writing(self.database):
            self.database.executemany("REPLACE INTO replies (request, row) VALUES (?, ?)", rows)

    def collected(self, job: Job) -> None:
        """All that came of a batch is kept: nothing waits for it any more. What got no reply may be asked again."""
        with translated(self.path), writing(self.database):
            self.database.execute("DELETE FROM asked WHERE job = ?", (job.job,))
            self.database.execute("UPDATE jobs SET state = ? WHERE job = ?", (Step.COLLECTED, job.job))

    def give_back(self, job: Job) -> int:
        """Let the articles of a batch go that has not answered them: they are to do again; how many.

        One that waits for a repair stays: its draft was paid for.
        """
        with translated(self.path), writing(self.database):
            gone = self.database.execute(
                "DELETE FROM waiting WHERE repairs = 0 AND key IN (SELECT article FROM asked WHERE job = ? "
                "AND request NOT IN (SELECT request FROM replies))",
                (job.job,),
            ).rowcount
            self.database.execute("DELETE FROM asked WHERE article NOT IN (SELECT key FROM waiting)")
        return gone

    def reply(self, request: str) -> dict[str, Any] | None:
        """The reply to a request, as it stood in the file."""
        with translated(self.path):
            found = self.database.execute("SELECT row FROM replies WHERE request = ?", (request,)).fetchone()
        return json.loads(found[0]) if found else None

    def is_paid_by(self, request: str, article: str) -> bool:
        """Whether a reply counts as asked for by this article: the first one that reads it, of those it serves."""
        with translated(self.path), writing(self.database, durable=False):
            self.database.execute(
                "UPDATE replies SET paid_by = ? WHERE request = ? AND paid_by IS NULL", (article, request)
            )
            found = self.database.execute("SELECT paid_by FROM replies WHERE request = ?", (request,)).fetchone()
        return bool(found and found[0] == article)

    def ready(self) -> list[str]:
        """Articles that wait for nothing that is under way."""
        with translated(self.path):
            found = self.database.execute("SELECT key FROM waiting WHERE key NOT IN (SELECT article FROM asked)")
            return [row[0] for row in found]

    def article(self, key: str) -> Waiting:
        """A waiting article."""
        with translated(self.path):
            return waiting_of(self.database.execute("SELECT * FROM waiting WHERE key = ?", (key,)).fetchone())

    def drop(self, key: str, refused: Iterable[str] = ()) -> None:
        """An article has its outcome, which is stored. Replies that made it fail are `refused`: no retry finds them."""
        with translated(self.path), writing(self.database):
            self.database.execute("DELETE FROM waiting WHERE key = ?", (key,))
            self.database.executemany(
                "DELETE FROM replies WHERE request = ?1 "
                "AND NOT EXISTS (SELECT 1 FROM waiting WHERE instr(requests, ?1))",
                [(request,) for request in refused],
            )

    def forget_replies(self) -> None:
        """No article needs the replies any more."""
        with translated(self.path), writing(self.database):
            self.database.execute("DELETE FROM replies")

    def count_waiting(self) -> int:
        """Articles that have no outcome yet."""
        with translated(self.path):
            return int(self.database.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def spools(self) -> Iterator[Path]:
        """Files of requests that lie here."""
        yield from self.path.parent.glob(f"{glob.escape(self.path.name)}.*.jsonl")


def waiting_in_batches(store: Path) -> int:
    """Articles of a store that wait for replies; 0 where it has no batches. Locks nothing."""
    path = store.with_name(f"{store.name}.batch")
    if not path.exists():
        return 0
    with translated(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM waiting").fetchone()[0])


_MARKS = ", ".join("?" * 14)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
