"""The live display of a corpus run on a terminal. The only module that draws with rich; imported only there."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from summarizer.cli.corpus_watch import Tellings
from summarizer.cli.printing import complain
from summarizer.corpus.sources import Sources


class Board(Tellings):
    """A bar and the figures on one line, which goes away at the end. What is told besides stands above it."""

    def __init__(self, sources: Sources, *, quiet: bool) -> None:
        super().__init__(sources, quiet=quiet)
        self._progress = Progress(
            BarColumn(bar_width=16),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
            refresh_per_second=4,
        )

    def __enter__(self) -> Self:
        super().__enter__()
        self._task = self._progress.add_task("begins", total=self.total)
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._progress.stop()

    def changed(self) -> None:
        """Draw the figures."""
        finished = self.before + self.done + self.failed
        self._progress.update(self._task, completed=finished, description=self.figures())

    def aside(self, message: str, hint: str | None) -> None:
        """Above the bar, which is drawn again below."""
        self._progress.stop()
        complain(message, hint)
        self._progress.start()
