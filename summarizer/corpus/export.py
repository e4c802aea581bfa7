"""A store as files for others: JSON, JSON lines, or CSV with a file for each kind of record; ordered by article.

In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from summarizer.corpus.database import translated
from summarizer.corpus.looking import Kept, kept, rows
from summarizer.corpus.store import Store
from summarizer.errors import StorageError

KINDS = ("events", "casualties", "claims", "failures")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may run when a cell begins with it."""


class Sink(Protocol):
    """Takes text; its file appears whole or not at all."""

    @property
    def write(self) -> Callable[[str], None]:
        """Send text."""
        ...


Opened = Callable[[str], AbstractContextManager[Sink]]


def as_jsonl(store: Store) -> Iterator[str]:
    """One line for each article, a Digest or a Failure, whose `source` is the id of the article in the corpus."""
    for each in kept(store):
        yield _line(each) + "\n"


def as_json(store: Store) -> Iterator[str]:
    """The same as one array."""
    opening = "["
    for each in kept(store):
        yield f"{opening}\n{_line(each)}"
        opening = ","
    yield "\n]\n" if opening == "," else "[]\n"


def _line(each: Kept) -> str:
    """The stored JSON under the name of this article: the same text may stand in several places."""
    body = json.loads(each.body)
    named = body["article"] if each.state == "done" else body
    named["source"] = each.id
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def as_csv(store: Store, folder: Path, opened: Opened) -> list[str]:
    """Write `events.csv`, `casualties.csv`, `claims.csv` and `failures.csv` into a folder; their names."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder}: {(error.strerror or 'cannot be made').lower()}", hint="name a folder") from error
    with _one_state(store):
        for kind in KINDS:
            with opened(str(folder / f"{kind}.csv")) as sink:
                _table(store, kind, sink)
    return [f"{kind}.csv" for kind in KINDS]


@contextmanager
def _one_state(store: Store) -> Iterator[None]:
    """Everything read inside is of the same moment, also where a run goes on: ids in one file are in the others."""
    with translated(store.path):
        store.database.execute("BEGIN")
    try:
        yield
    finally:
        store.database.execute("ROLLBACK")


class _Lines:
    """What the csv module takes for a file."""

    def __init__(self, sink: Sink) -> None:
        self.write = sink.write


def _table(store: Store, kind: str, sink: Sink) -> None:
    writer = csv.writer(_Lines(sink), lineterminator="\n")
    with translated(store.path):
        columns = [row[1] for row in store.database.execute(f"PRAGMA table_info({kind})")]
    writer.writerow(columns)
    for row in rows(store, f"SELECT * FROM {kind} ORDER BY article"):
        writer.writerow([guarded(value) for value in row.values()])


def guarded(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
