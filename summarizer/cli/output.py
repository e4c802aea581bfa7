"""Where results go: standard output, or a file that is either complete or untouched."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from summarizer.cli.printing import tell, visible, write
from summarizer.errors import StorageError, UsageError


class Sink(NamedTuple):
    """Takes safe text. `terminal` is the stream behind it where that is a terminal."""

    write: Callable[[str], None]
    encoding: str
    terminal: TextIO | None = None


@contextmanager
def opened(name: str | None, sources: Sequence[str] = (), *, keep: bool = True) -> Iterator[Sink]:
    """A sink for the results. None or "-" is standard output.

    A file is written beside its final place and put there when everything succeeded; after any error, and where
    nothing was written, what stood there before is left as it was. With `keep`, what was written before the error goes
    to FILE.partial, and that is said. Everything that would prevent writing is found on entry.
    Raises UsageError (a folder, one of the `sources`) and StorageError.
    """
    if name in {None, "-"}:
        yield _standard_output()
        return
    path = Path(os.path.realpath(str(name)))
    _check(path, str(name), sources)
    with _translated(str(name)), _direct(path) if _is_special(path) else _replaced(path, keep) as file:
        yield Sink(_writer(file), "utf-8")


def _writer(file: TextIO) -> Callable[[str], None]:
    def send(text: str) -> None:
        file.write(text)

    return send


def _standard_output() -> Sink:
    stream = sys.stdout
    encoding = stream.encoding if stream is not None and stream.encoding else "utf-8"
    terminal = stream if stream is not None and stream.isatty() else None
    return Sink(lambda text: write(sys.stdout, text), encoding, terminal)


def _check(path: Path, name: str, sources: Sequence[str]) -> None:
    if path.is_dir():
        raise UsageError(f"{name}: this is a folder", hint="Name a file to write to.")
    for source in sources:
        with suppress(OSError, ValueError):
            if source != "-" and path.samefile(source):
                raise UsageError(f"{name}: this is one of the articles", hint="Name another file to write to.")


def _is_special(path: Path) -> bool:
    """A pipe or a device, such as /dev/null: nothing to replace."""
    return path.exists() and not path.is_file()


@contextmanager
def _direct(path: Path) -> Iterator[TextIO]:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        yield file


@contextmanager
def _replaced(path: Path, keep: bool) -> Iterator[TextIO]:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            try:
                yield file
            except BaseException:
                partial = path.with_name(f"{path.name}.partial")
                if keep and _put(file, Path(temporary), partial):
                    tell(f"summarize: what was finished before is in {visible(str(partial))}")
                raise
            _put(file, Path(temporary), path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _put(file: TextIO, temporary: Path, path: Path) -> bool:
    """Move the file to its place, on disk and with its permissions; whether there was anything in it."""
    file.flush()
    os.fsync(file.fileno())
    if file.tell() == 0:
        return False
    temporary.chmod(_mode(path))
    temporary.replace(path)
    _sync_folder(path.parent)
    return True


def _mode(path: Path) -> int:
    """The permissions the file has, or those that any new file gets."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some file systems cannot; the file itself is on disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """An OSError in here is one of the output: those of articles are values or SummarizerErrors by then."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{name}: {(error.strerror or 'cannot be written').lower()}",
            hint="Nothing was written there; name a file in a folder you may write to, with space left.",
        ) from error
