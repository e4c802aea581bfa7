"""One article after the other: a failure is a value and never costs another article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING

from summarizer.cli.printing import ClosedPipe, complain, tell, visible
from summarizer.errors import ConfigurationError, StorageError, SummarizerError

if TYPE_CHECKING:
    from summarizer.cli.progress import Progress
    from summarizer.records.digest import Digest, Failure, Outcome

PARTIAL = 8
"""Exit code where some articles failed and others did not, or not in the same way."""

_STOP_ALL = (ConfigurationError, StorageError, ClosedPipe)
"""What would hit every article that follows."""


def outcomes(
    sources: Iterable[str], read: Callable[[str], Digest], progress: Progress, *, verbose: bool = False
) -> Iterator[Outcome]:
    """What became of each source, in order; each failure is also told on standard error.

    Raises ConfigurationError and StorageError at once: they would hit every article.
    """
    for source in sources:
        progress.begin(source)
        try:
            outcome: Outcome = read(source)
        except _STOP_ALL:
            progress.clear()
            raise
        except Exception as error:
            progress.clear()
            outcome = failure(source, error)
            complain(outcome.message, outcome.hint)
            if verbose:
                show_frames(error)
        progress.step()
        yield outcome


def failure(source: str, error: Exception) -> Failure:
    """The error as a value. What an unforeseen error says of itself is left out: it may hold text of the article."""
    from summarizer.records.digest import Failure

    name = visible(source)
    if isinstance(error, SummarizerError):
        return Failure(
            source=name,
            reason=type(error).__name__,
            message=error.message if error.message.startswith(name[:60]) else f"{name}: {error.message}",
            hint=error.hint,
            exit_code=error.exit_code,
        )
    return Failure(
        source=name, reason="InternalError", message=f"{name}: {described(error)}", hint=REPORT_HINT, exit_code=1
    )


REPORT_HINT = "Please report it; --verbose shows where it happened"


def described(error: BaseException) -> str:
    """`internal error: KeyError in dates.py, line 31`: kind and place, never the message."""
    if isinstance(error, MemoryError):
        return "internal error: out of memory"
    return f"internal error: {type(error).__name__}{_place(error.__traceback__)}"


def _place(trace: TracebackType | None) -> str:
    frames = extract_tb(trace)
    return f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""


def show_frames(error: BaseException) -> None:
    """Where an error came from, cause first, line by line; without the messages, which may hold article text."""
    for each in reversed(list(_chain(error))):
        for frame in extract_tb(each.__traceback__):
            tell(f"  {frame.filename}, line {frame.lineno}, in {frame.name}: {frame.line or ''}")
        tell(f"  {type(each).__name__}")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def exit_code(codes: Sequence[int]) -> int:
    """0 when all went well, their code when all failed in one way, 8 otherwise."""
    return codes[0] if len(set(codes)) == 1 else PARTIAL
