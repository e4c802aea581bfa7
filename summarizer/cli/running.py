"""One article after the other: a failure is a value and never costs another article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from traceback import extract_tb
from typing import TYPE_CHECKING

from summarizer.cli.printing import ClosedPipe, complain, tell, visible
from summarizer.errors import ConfigurationError, StorageError

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
    """The error as a value, under a name that can be printed."""
    from summarizer.records.failing import failure_of

    return failure_of(visible(source), error)


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
