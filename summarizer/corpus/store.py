"""The store of a corpus: what is known, what is being worked on, what came of it. One SQLite file.

Every outcome is one transaction, on the disk before anybody is told of it. A claim on an article belongs to a run that
is alive (leases.py), so that two processes never pay for the same one and a killed process blocks nothing.
"""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer import __version__
from summarizer.corpus.database import connect, schema, translated, writing
from summarizer.corpus.leases import Lease, is_alive
from summarizer.corpus.rows import OutcomeRow, Work
from summarizer.errors import ProviderError

APPLICATION = 0x53554D31
"""`SUM1`, in the header of the file."""
PASSING = ProviderError.exit_code
"""Exit code of failures that the next run tries again by itself."""


class Standing(StrEnum):
    """How an article of the sources stands in the store."""

    TO_DO = "to do"
    DONE = "done"
    FAILED = "failed"
    """Failed in a way that asking again does not change; `Store.retry` makes it to do."""
    REPEATED = "repeated"
    """The same article a second time in this run."""
    CLASHING = "clashing"
    """Another article of this run has the same id."""


class Store:
    """An open store. Not for several threads at once. Close it, or use it in a `with`."""

    def __init__(self, path: Path, *, create: bool = True, vfs: str = "") -> None:
        """Open or make it. Raises UsageError and StorageError before anything is asked of an endpoint."""
        self.path = path
        opened = connect(path, APPLICATION, schema(), create=create, vfs=vfs)
        self.database, self.wal = opened.database, opened.wal
        self.run = 0
        self._lease: Lease | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close(ending="ended" if error is None else type(error).__name__)

    def close(self, ending: str = "ended") -> None:
        """End the run, if one was begun, and close the file."""
        try:
            if self.run:
                self._end(ending)
        finally:
            if self._lease:
                self._lease.release()
            self.database.close()

    def begin(self, engine: str, model: str | None, mark: str) -> int:
        """Begin a run; its number. Writes, so that a disk that takes nothing is found now."""
        now = _now()
        with translated(self.path):
            with writing(self.database):
                made = self.database.execute(
                    "INSERT INTO runs (started, engine, model, mark, version, host, pid) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (now, engine, model, mark, __version__, socket.gethostname(), os.getpid()),
                )
            self.run = made.lastrowid or 0
            self._lease = Lease(self.path, self.run)
        return self.run

    def _end(self, ending: str) -> None:
        try:
            with writing(self.database, durable=False):
                self.database.execute("DELETE FROM leases WHERE run = ?", (self.run,))
                self.database.execute("UPDATE runs SET ended = ?, ending = ? WHERE run = ?", (_now(), ending, self.run))
        except sqlite3.Error:  # the disk is full or gone: what counts is stored, and the lease ends with the process
            return

    def enter(self, works: Sequence[Work]) -> list[Standing]:
        """Enter articles of the sources; say how each stands."""
        with translated(self.path):
            known = self._articles([work.row.id for work in works])
            states = self._states([work.key for work in works])
            standings: list[Standing] = []
            entries: dict[str, tuple[object, ...]] = {}
            for work in works:
                row = work.row
                before = known.get(row.id)
                if before is not None and before[1] == self.run:
                    standings.append(Standing.REPEATED if before[0] == work.key else Standing.CLASHING)
                    continue
                known[row.id] = (work.key, self.run)
                entries[row.id] = _entry(work, self.run)
                standings.append(_standing(states.get(work.key)))
            if entries:
                self._write(entries)
        return standings

    def _articles(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        found = self.database.execute(f"SELECT id, key, run FROM articles WHERE id IN ({_marks(ids)})", ids)
        return {name: (key, run) for name, key, run in found}

    def _states(self, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
        found = self.database.execute(f"SELECT key, state, again FROM outcomes WHERE key IN ({_marks(keys)})", keys)
        return {key: (state, again) for key, state, again in found}

    def _write(self, entries: dict[str, tuple[object, ...]]) -> None:
        """An article whose place now holds another one is gone; a line of standard input is no place that lasts."""
        placed = [(row[1], row[0]) for row in entries.values() if not str(row[1]).startswith("-:")]
        with writing(self.database, durable=False):
            self.database.executemany("DELETE FROM articles WHERE source = ? AND id <> ?", placed)
            self.database.executemany(f"REPLACE INTO articles VALUES ({_marks(range(9))})", entries.values())

    def claim(self, keys: Sequence[str]) -> list[bool]:
        """For each article, whether it is ours to do now. Another may have it, or have finished it (`finished`)."""
        with translated(self.path), writing(self.database, durable=False):
            states = self._states(keys)
            return [self._claim(key) if _standing(states.get(key)) is Standing.TO_DO else False for key in keys]

    def _claim(self, key: str) -> bool:
        held = self.database.execute("SELECT run FROM leases WHERE key = ?", (key,)).fetchone()
        if held and (held[0] == self.run or is_alive(self.path, held[0])):
            return False
        self.database.execute("REPLACE INTO leases VALUES (?, ?)", (key, self.run))
        return True

    def standing(self, keys: Sequence[str]) -> list[Standing]:
        """How these stand now."""
        with translated(self.path):
            states = self._states(keys)
        return [_standing(states.get(key)) for key in keys]

    def save(self, outcomes: Iterable[OutcomeRow]) -> None:
        """Keep outcomes, each whole, in one transaction; on the disk when this returns. Costs of attempts add up."""
        with translated(self.path), writing(self.database):
            now = _now()
            for outcome in outcomes:
                self.database.execute(_SAVE, _saved(outcome, self.run, now))
                self.database.execute("DELETE FROM leases WHERE key = ? AND run = ?", (outcome.key, self.run))

    def release(self, keys: Iterable[str]) -> None:
        """Give back what was claimed and not done."""
        with translated(self.path), writing(self.database, durable=False):
            self.database.executemany("DELETE FROM leases WHERE key = ? AND run = ?", [(key, self.run) for key in keys])


_SAVE = f"""
INSERT INTO outcomes VALUES ({", ".join("?" * 18)})
ON CONFLICT (key) DO UPDATE SET
    state = excluded.state, again = excluded.again, exit_code = excluded.exit_code, reason = excluded.reason,
    attempts = attempts + excluded.attempts, run = excluded.run, finished = excluded.finished,
    engine = excluded.engine, model = excluded.model,
    requests = requests + excluded.requests, retries = retries + excluded.retries,
    input_tokens = input_tokens + excluded.input_tokens, cached_tokens = cached_tokens + excluded.cached_tokens,
    output_tokens = output_tokens + excluded.output_tokens, cost_usd = cost_usd + excluded.cost_usd,
    seconds = excluded.seconds, body = excluded.body
"""


def _saved(o: OutcomeRow, run: int, now: str) -> tuple[object, ...]:
    return (
        o.key, str(o.state), o.exit_code == PASSING, o.exit_code, o.reason, 1, run, now, o.engine, o.model,
        o.requests, o.retries, o.input_tokens, o.cached_tokens, o.output_tokens, o.cost_usd, o.seconds, o.body,
    )  # fmt: skip


def _entry(work: Work, run: int) -> tuple[object, ...]:
    row = work.row
    day = row.published.isoformat() if row.published else None
    return row.id, row.source, work.key, work.content, day, row.outlet, row.title, row.url, run


def _standing(found: tuple[str, int] | None) -> Standing:
    if found is None or found[1]:
        return Standing.TO_DO
    return Standing.DONE if found[0] == "done" else Standing.FAILED


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
