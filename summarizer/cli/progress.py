"""A counter on standard error while several articles are read; it leaves no trace on the terminal."""

from __future__ import annotations

import sys

from summarizer.cli.printing import send_aside, tell, visible

_CLEAR = "\r\x1b[K"


class Progress:
    """Counts articles. On a terminal one line that changes; elsewhere nothing, or a line each when `verbose`."""

    def __init__(self, total: int, *, quiet: bool = False, verbose: bool = False) -> None:
        self.done, self.total = 0, total
        self._verbose = verbose
        self._terminal = not quiet and total > 1 and sys.stderr is not None and sys.stderr.isatty()

    def begin(self, source: str) -> None:
        """Say which article is being read."""
        if self._terminal:
            send_aside(f"{_CLEAR}{self.done + 1} of {self.total}  {visible(source)[-50:]}")
        elif self._verbose:
            tell(f"{self.done + 1} of {self.total}  {source}")

    def clear(self) -> None:
        """Take the counter away before something else is printed."""
        if self._terminal:
            send_aside(_CLEAR)

    def step(self) -> None:
        """One article more is done."""
        self.clear()
        self.done += 1
