"""Who looks on while a run goes: a display, logs, traces. Everything here is called on the event loop of the run."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.corpus.rows import ArticleRow, OutcomeRow
from summarizer.corpus.store import Standing


class Watch:
    """Looks on and says nothing. No method may raise or wait."""

    def listed(self, row: ArticleRow, standing: Standing) -> None:
        """An article of the sources, and how it stands in the store."""

    def began(self, row: ArticleRow) -> None:
        """Work on an article begins."""

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """The outcome is in the store."""

    def postponed(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """It failed for a reason that may pass, and is tried once more at the end of the run."""

    def adapted(self, limit: int, pause: float) -> None:
        """The endpoint limits the rate or is out: nothing for `pause` seconds, and at most `limit` at once then."""

    def warned(self, message: str) -> None:
        """Something a person should know that stops nothing."""


class Watches(Watch):
    """Several that look on."""

    def __init__(self, watches: Sequence[Watch]) -> None:
        self.watches = watches

    def listed(self, row: ArticleRow, standing: Standing) -> None:
        """As above."""
        for each in self.watches:
            each.listed(row, standing)

    def began(self, row: ArticleRow) -> None:
        """As above."""
        for each in self.watches:
            each.began(row)

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As above."""
        for each in self.watches:
            each.ended(row, outcome)

    def postponed(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        """As above."""
        for each in self.watches:
            each.postponed(row, outcome)

    def adapted(self, limit: int, pause: float) -> None:
        """As above."""
        for each in self.watches:
            each.adapted(limit, pause)

    def warned(self, message: str) -> None:
        """As above."""
        for each in self.watches:
            each.warned(message)
