"""Errors as values: what a Failure says of an error, and what it must not say."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from summarizer.errors import SummarizerError
from summarizer.records.digest import Failure

REPORT_HINT = "Please report it; --verbose shows where it happened"


def failure_of(name: str, error: BaseException) -> Failure:
    """The error as a value; `name` is the article, safe to print.

    What an unforeseen error says of itself is left out: it may hold text of the article.
    """
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


def described(error: BaseException) -> str:
    """`internal error: KeyError in dates.py, line 31`: kind and place, never the message."""
    if isinstance(error, MemoryError):
        return "internal error: out of memory"
    return f"internal error: {type(error).__name__}{_place(error.__traceback__)}"


def _place(trace: TracebackType | None) -> str:
    frames = extract_tb(trace)
    return f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
