"""What is remembered of batches, as rows: how far each has come, and the articles that wait."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from summarizer.corpus.rows import ArticleRow, Work


class Step(StrEnum):
    """How far a batch has come. Those in -ING were begun, and it is not known whether they got through."""

    PLANNED = "planned"
    UPLOADING = "uploading"
    UPLOADED = "uploaded"
    CREATING = "creating"
    CREATED = "created"
    ENDED = "ended"
    """At the provider; its files are not read yet, or not all."""
    COLLECTED = "collected"


BEFORE = (Step.PLANNED, Step.UPLOADING, Step.UPLOADED, Step.CREATING)


class Job(NamedTuple):
    """One batch. `name` is ours, in its metadata at the provider and in the name of its file."""

    job: int
    name: str
    mark: str
    state: str
    requests: int
    bytes: int
    planned: str
    file: str | None
    batch: str | None
    status: str | None
    completed: int
    failed: int
    output_file: str | None
    error_file: str | None
    faults: str | None


class Waiting(NamedTuple):
    """An article whose replies are not all there. `requests`: what was asked about it first, in which words.

    `tries`, `repairs`: how often each was asked for.
    """

    work: Work
    mark: str
    requests: tuple[str, ...]
    tries: int = 0
    repairs: int = 0


def entry(waiting: Waiting) -> tuple[object, ...]:
    """An article as its row; `waiting_of` reads it back. Text as bytes: it may hold half characters."""
    work, row = waiting.work, waiting.work.row
    content = row.content
    text = isinstance(content, str)
    return (
        work.key, waiting.mark, work.content, row.id, row.source,
        content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content, text,
        row.published.isoformat() if row.published else None, row.outlet, row.title, row.url,
        waiting.tries, waiting.repairs, " ".join(waiting.requests),
    )  # fmt: skip


def waiting_of(found: tuple[Any, ...]) -> Waiting:
    """The article in a row that `entry` made."""
    key, mark, digest, name, source, content, is_text, day, outlet, title, url, tries, repairs, requests = found
    row = ArticleRow(
        id=name,
        source=source,
        content=content.decode("utf-8", "surrogatepass") if is_text else bytes(content),
        published=date.fromisoformat(day) if day else None,
        outlet=outlet,
        title=title,
        url=url,
    )
    return Waiting(Work(key, digest, row), mark, tuple(requests.split()), tries, repairs)
