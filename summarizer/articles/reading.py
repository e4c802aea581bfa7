"""Bytes from a path or standard input: bounded, without hanging, with one line about what went wrong."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

from summarizer.errors import ArticleError, ArticleNotFound, ArticleTooLarge, ArticleUnreadable

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_NOT_FOUND = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_TEXT_HINT = "If this is the text of an article, pass it as text=..., or through standard input with -."


def shown(source: str) -> str:
    """A source as it may stand in a message: one line, no control characters, at most 120 characters."""
    line = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in source)
    return line if len(line) <= 120 else f"{line[:60]}...{line[-40:]}"


def read_path(path: str, max_bytes: int) -> bytes:
    """All bytes of a regular file.

    Raises ArticleNotFound, ArticleUnreadable, or ArticleTooLarge (judged by size, before reading).
    """
    try:
        _check(path, os.stat(path), max_bytes)  # noqa: PTH116 - Path would normalise the name
        # A pipe put in the file's place between the two calls must not hang us: open without blocking, look again.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _check(path, os.fstat(handle), max_bytes)
            return _bounded(file, max_bytes, shown(path))
    except (OSError, ValueError) as error:
        raise _translated(path, error) from error


def read_stream(stream: BinaryIO | None, max_bytes: int) -> bytes:
    """All bytes of standard input (or `stream`), at most `max_bytes` of them: ArticleTooLarge beyond."""
    if stream is None:
        import sys

        stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ArticleUnreadable("-: there is no standard input", hint="Name a file instead.")
    try:
        return _bounded(stream, max_bytes, "-")
    except (OSError, ValueError) as error:
        raise ArticleUnreadable(f"-: standard input cannot be read: {_reason(error)}") from error


def _check(path: str, status: os.stat_result, max_bytes: int) -> None:
    for test, kind in _KINDS:
        if test(status.st_mode):
            raise ArticleUnreadable(
                f"{shown(path)}: this is {kind}, not a file",
                hint="Name the files in it." if kind == "a folder" else "Use - to read standard input.",
            )
    if status.st_size > max_bytes:
        raise too_large(shown(path), f"{status.st_size:,}", max_bytes)


def _bounded(file: BinaryIO, max_bytes: int, source: str) -> bytes:
    parts: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (part := file.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise too_large(source, f"more than {max_bytes:,}", max_bytes)
    return b"".join(parts)


def too_large(source: str, size: str, max_bytes: int) -> ArticleTooLarge:
    """The error for an input of `size` bytes."""
    return ArticleTooLarge(
        f"{source}: {size} bytes, the limit is {max_bytes:,}", hint="Pass one article at a time, or raise the limit."
    )


def _translated(path: str, error: OSError | ValueError) -> ArticleError:
    name = shown(path)
    if isinstance(error, ValueError):
        return ArticleNotFound(f"{name}: this cannot be the name of a file", hint=_TEXT_HINT)
    if error.errno == errno.ELOOP:
        return ArticleNotFound(f"{name}: a link that leads back to itself", hint="Name the file itself.")
    if error.errno in _NOT_FOUND:
        if os.path.islink(path):  # noqa: PTH114
            return ArticleNotFound(f"{name}: a link to a file that is not there", hint="Name the file itself.")
        prose = any(char.isspace() for char in path) or len(path) > 255
        return ArticleNotFound(f"{name}: no such file", hint=_TEXT_HINT if prose else "Check the name and the folder.")
    return ArticleUnreadable(f"{name}: cannot be read: {_reason(error)}", hint="Check its permissions.")


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
