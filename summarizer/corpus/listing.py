"""The articles of the sources against the store: each listed, counted, and passed over where nothing is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from summarizer.corpus.keys import work_of
from summarizer.corpus.plan import Totals
from summarizer.corpus.rows import ArticleRow, Work
from summarizer.corpus.store import Standing, Store
from summarizer.corpus.watch import Watch

T = TypeVar("T")
ENTERED = 64
"""Rows entered into the store at once."""


def listed(work: Work, standing: Standing, totals: Totals, watch: Watch) -> bool:
    """Count an article by how it stands, and let who looks on know; whether it is to do."""
    totals.listed += 1
    watch.listed(work.row, standing)
    match standing:
        case Standing.DONE:
            totals.before += 1
        case Standing.FAILED:
            totals.kept_failed += 1
        case Standing.REPEATED:
            totals.repeated += 1
        case Standing.CLASHING:
            totals.failed += 1
            totals.reasons["RepeatedId"] = totals.reasons.get("RepeatedId", 0) + 1
            watch.warned(f"{work.row.source}: another article of this run has the id {work.row.id}; not read")
        case Standing.TO_DO:
            pass
    return standing is Standing.TO_DO


def to_do(store: Store, rows: Iterable[ArticleRow], mark: str, totals: Totals, watch: Watch) -> Iterator[Work]:
    """The articles that have no outcome under this mark; all are entered into the store."""
    for chunk in chunks(rows, ENTERED):
        works = [work_of(row, mark) for row in chunk]
        for work, standing in zip(works, store.enter(works), strict=True):
            if listed(work, standing, totals, watch):
                yield work


def chunks(each: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size`, the last one perhaps shorter, read as they are asked for."""
    iterator = iter(each)
    while chunk := list(islice(iterator, size)):
        yield chunk
