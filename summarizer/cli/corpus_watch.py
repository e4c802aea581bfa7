"""How a corpus run is told on standard error: a board on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from summarizer.cli.printing import LogFormat, complain, tell
from summarizer.corpus.rows import ArticleRow, OutcomeRow, State
from summarizer.corpus.sources import Sources
from summarizer.corpus.store import Standing
from summarizer.corpus.watch import Watch

SECONDS = 10.0
"""Between two lines where nobody sits at a terminal."""
LONG_PAUSE = 10.0
"""Seconds of a pause that are worth a line."""


class Tellings(Watch):
    """Counts what goes on, and tells each failure. `total` is None where the sources do not say."""

    def __init__(self, sources: Sources, *, quiet: bool) -> None:
        self.sources, self.quiet = sources, quiet
        self.total: int | None = None
        self.listed_so_far = self.before = self.done = self.failed = self.tokens = 0
        self.cost: float | None = 0.0
        self.began_at = time.monotonic()

    def __enter__(self) -> Self:
        if not self.quiet:
            self.total = self.sources.count()
        self.began_at = time.monotonic()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Take away what is not to stay."""

    def listed(self, row: ArticleRow, standing: Standing) -> None:
        """As `Watch`."""
        self.listed_so_far += 1
        self.before += standing is not Standing.TO_DO
        self.changed()

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As `Watch`."""
        self.count(outcome)
        if outcome.state is State.FAILED:
            from summarizer.records.digest import Failure

            failure = Failure.model_validate_json(outcome.body)
            self.aside(failure.message, failure.hint)
        self.changed()

    def postponed(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As `Watch`."""
        self._spend(outcome)
        self.changed()

    def count(self, outcome: OutcomeRow) -> None:
        """Add an outcome to the figures."""
        self.done += outcome.state is State.DONE
        self.failed += outcome.state is State.FAILED
        self._spend(outcome)

    def adapted(self, limit: int, pause: float) -> None:
        """As `Watch`."""
        if pause >= LONG_PAUSE:
            self.aside(f"the endpoint takes nothing now; waiting {pause:.0f} s", None)
        self.changed()

    def _spend(self, outcome: OutcomeRow) -> None:
        self.tokens += outcome.input_tokens + outcome.output_tokens
        self.cost = None if self.cost is None or outcome.cost_usd is None else self.cost + outcome.cost_usd

    def warned(self, message: str) -> None:
        """As `Watch`."""
        self.aside(message, None)

    def aside(self, message: str, hint: str | None) -> None:
        """Tell something besides the progress."""
        complain(message, hint)

    def changed(self) -> None:
        """A figure has changed."""

    def figures(self) -> str:
        """All figures as one line."""
        seconds = max(time.monotonic() - self.began_at, 0.001)
        rate = (self.done + self.failed) / seconds
        parts = [f"{self.done + self.before:,}{f' of {self.total:,}' if self.total is not None else ''} done"]
        parts += [f"{self.failed:,} failed"] if self.failed else []
        parts.append(f"{rate:.1f}/s")
        parts += [f"{self.tokens:,} tokens"] if self.tokens else []
        parts += [f"${self.cost:.4f}"] if self.cost else []
        left = (self.total or 0) - self.before - self.done - self.failed
        parts += [f"{_span(left / rate)} left"] if self.total is not None and rate and left > 0 else []
        return ", ".join(parts)


class Lines(Tellings):
    """A line every few seconds."""

    def __init__(self, sources: Sources, *, quiet: bool) -> None:
        super().__init__(sources, quiet=quiet)
        self._next = time.monotonic() + SECONDS

    def changed(self) -> None:
        """Tell the figures where it is time."""
        now = time.monotonic()
        if not self.quiet and now >= self._next:
            self._next = now + SECONDS
            self.tell_figures()

    def tell_figures(self) -> None:
        """The figures as a line."""
        tell(f"summarize: {self.figures()}")


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def watching(sources: Sources, *, quiet: bool, log: LogFormat = "text") -> Tellings:
    """The right one for where standard error goes, and for who reads it."""
    if log == "json":
        from summarizer.cli.corpus_log import Log

        return Log(sources, quiet=quiet)
    if not quiet and sys.stderr is not None and sys.stderr.isatty():
        from summarizer.cli.board import Board

        return Board(sources, quiet=False)
    return Lines(sources, quiet=quiet)
