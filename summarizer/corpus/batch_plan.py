"""Requests on their way into batches: files within the provider's limits, each remembered as soon as it is whole."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from uuid import uuid4

from summarizer.corpus.batch_jobs import BatchJobs
from summarizer.corpus.batch_rows import Waiting
from summarizer.corpus.database import translated
from summarizer.engines.exchange import ModelRequest
from summarizer.engines.replay_files import KEY_DIGITS, batch_line
from summarizer.errors import ArticleTooLarge

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """Most requests and most bytes of one file, as the provider has them."""

    requests: int = MOST_REQUESTS
    bytes: int = MOST_BYTES


@dataclass(slots=True)
class _Open:
    """A file that grows, and what it asks for whom."""

    name: str
    mark: str
    file: BinaryIO
    size: int = 0
    articles: list[Waiting] = field(default_factory=list)
    asked: dict[str, set[str]] = field(default_factory=dict)


class Planner:
    """Puts the requests of articles into files; `planned` counts those that are whole."""

    def __init__(self, jobs: BatchJobs, bounds: Bounds) -> None:
        self.jobs, self.bounds = jobs, bounds
        self.planned = 0
        self._open: _Open | None = None

    def add(self, article: Waiting, requests: Sequence[ModelRequest]) -> None:
        """Let an article wait for requests; one that is under way for another article is not asked again.

        Raises ArticleTooLarge where they do not fit into a file at all, and StorageError.
        """
        elsewhere = [key for each in requests if self.jobs.under_way(key := each.key[:KEY_DIGITS])]
        lines = {
            each.key[:KEY_DIGITS]: batch_line(each, article.work.row.source).encode()
            for each in requests
            if each.key[:KEY_DIGITS] not in elsewhere
        }
        if sum(map(len, lines.values())) > self.bounds.bytes or len(lines) > self.bounds.requests:
            raise ArticleTooLarge(f"{article.work.row.source}: longer than a file of requests may be")
        if elsewhere:
            self.jobs.join(article, elsewhere)
        if lines:
            self._write(article, lines)

    def _write(self, article: Waiting, lines: dict[str, bytes]) -> None:
        opened = self._with_room(article.mark, lines)
        with translated(self.jobs.spool(opened.name)):
            for request, line in lines.items():
                if request not in opened.asked:
                    opened.file.write(line)
                    opened.size += len(line)
                opened.asked.setdefault(request, set()).add(article.work.key)
        opened.articles.append(article)

    def _with_room(self, mark: str, lines: dict[str, bytes]) -> _Open:
        """The file at hand, or a new one where that is full or for another model."""
        opened = self._open
        if opened is not None:
            more = sum(len(line) for request, line in lines.items() if request not in opened.asked)
            full = len(opened.asked.keys() | lines.keys()) > self.bounds.requests
            if full or opened.size + more > self.bounds.bytes or opened.mark != mark:
                self.close()
                opened = None
        if opened is None:
            name = f"summarizer-{uuid4().hex}"
            path = self.jobs.spool(name)
            with translated(path):
                file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
            opened = self._open = _Open(name, mark, file)
        return opened

    def close(self) -> None:
        """Finish the file at hand: on the disk first, then remembered."""
        opened, self._open = self._open, None
        if opened is None:
            return
        with translated(self.jobs.spool(opened.name)), opened.file as file:
            file.flush()
            os.fsync(file.fileno())
        self.jobs.plan(opened.name, opened.mark, opened.size, opened.articles, opened.asked)
        self.planned += 1

    def abandon(self) -> None:
        """Let go of a file that is not whole; its articles are not waiting."""
        opened, self._open = self._open, None
        if opened is not None:
            opened.file.close()
            self.jobs.spool(opened.name).unlink(missing_ok=True)
