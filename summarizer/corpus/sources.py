"""From what a person names (files, folders, patterns, JSONL, standard input) to article rows, one after the other."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from summarizer.articles.reading import read_path
from summarizer.corpus.jsonl import rows_of_lines
from summarizer.corpus.rows import ArticleRow, safe_id
from summarizer.errors import ArticleError, ArticleNotFound, ArticleUnreadable, SummarizerError
from summarizer.records.failing import failure_of

ARTICLES = {".txt", ".text", ".html", ".htm", ".xhtml"}
LINES = {".jsonl", ".ndjson"}


class Sources:
    """The article rows of `names`, read as a stream: at no time is more than one article held.

    `passed_over` counts the files of folders that are neither text nor HTML nor JSONL by their names.
    """

    def __init__(self, names: Sequence[str], *, max_bytes: int, stdin: BinaryIO | None = None) -> None:
        self.names, self.max_bytes, self.stdin = names, max_bytes, stdin
        self.passed_over = 0

    def __iter__(self) -> Iterator[ArticleRow]:
        for name in self.names:
            yield from self._rows(name)

    def count(self) -> int | None:
        """How many there are; None where only reading tells (standard input)."""
        if "-" in self.names:
            return None
        counted = Sources(self.names, max_bytes=self.max_bytes)
        return sum(_lines(path) if _holds_lines(path) else 1 for name in self.names for path in counted._paths(name))

    def _rows(self, name: str) -> Iterator[ArticleRow]:
        if name == "-":
            yield from self._standard_input()
            return
        for path in self._paths(name):
            if _holds_lines(path):
                yield from self._lines(path)
            else:
                yield self._file(path)

    def _standard_input(self) -> Iterator[ArticleRow]:
        """Through a buffer of our own: when the program ends, Python waits for the lock of the usual one, which the
        thread that waits for more articles would hold.
        """
        import sys

        try:
            if self.stdin is None and sys.stdin is None:
                raise OSError(0, "it is closed")
            yield from rows_of_lines(
                self.stdin or os.fdopen(sys.stdin.fileno(), "rb", closefd=False), "-", self.max_bytes
            )
        except OSError as error:
            reason = (error.strerror or "error").lower()
            yield unreadable("-", ArticleUnreadable(f"-: standard input cannot be read: {reason}", hint="name a file"))

    def _paths(self, name: str) -> Iterator[str]:
        """The files behind a name, in order; a name that leads nowhere comes back as it is, and so does a folder that
        cannot be read.
        """
        if os.path.isdir(name):  # noqa: PTH112 - names stay as given
            yield from self._folder(name)
        elif glob.has_magic(name) and not os.path.lexists(name):
            for found in sorted(glob.iglob(name, recursive=True)) or [name]:  # noqa: PTH207
                yield from self._folder(found) if os.path.isdir(found) else [found]  # noqa: PTH112
        else:
            yield name

    def _folder(self, name: str) -> Iterator[str]:
        closed: list[str] = []
        for folder, inner, files in os.walk(name, onerror=lambda error: closed.append(error.filename)):
            inner[:] = sorted(each for each in inner if not each.startswith("."))
            for file in sorted(files):
                if _suffix(file) in ARTICLES | LINES and not file.startswith("."):
                    yield os.path.join(folder, file)  # noqa: PTH118
                else:
                    self.passed_over += 1
        yield from closed

    def _file(self, path: str) -> ArticleRow:
        name = safe_id(os.path.normpath(path))
        if os.path.isdir(path):  # noqa: PTH112
            return unreadable(name, ArticleUnreadable(f"{name}: cannot be read", hint="check the folder's permissions"))
        try:
            return ArticleRow(name, name, read_path(path, self.max_bytes))
        except ArticleError as error:
            if isinstance(error, ArticleNotFound) and glob.has_magic(path):
                error = ArticleNotFound(f"{name}: nothing matches this pattern", hint="check it, and quote it")
            return unreadable(name, error)

    def _lines(self, path: str) -> Iterator[ArticleRow]:
        name = safe_id(os.path.normpath(path))
        try:
            with Path(path).open("rb") as file:
                yield from rows_of_lines(file, name, self.max_bytes)
        except OSError as error:
            reason = (error.strerror or "error").lower()
            yield unreadable(name, ArticleUnreadable(f"{name}: cannot be read: {reason}", hint="check its permissions"))


def unreadable(name: str, error: SummarizerError) -> ArticleRow:
    """A row for what cannot be read."""
    return ArticleRow(name, name, fault=failure_of(name, error))


def _holds_lines(path: str) -> bool:
    """Whether it is a file of articles; a pipe is none, whatever its name, since nobody may ever write into it."""
    return _suffix(path) in LINES and os.path.isfile(path)  # noqa: PTH113


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122


def _lines(path: str) -> int:
    """About how many lines there are, read in pieces: a line may be longer than memory."""
    try:
        with Path(path).open("rb") as file:
            lines, last = 0, b"\n"
            while piece := file.read(1 << 20):
                lines, last = lines + piece.count(b"\n"), piece[-1:]
            return lines + (last != b"\n")
    except OSError:
        return 1
