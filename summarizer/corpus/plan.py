"""What bounds a run, what it came to, and how it is asked to stop."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from summarizer.corpus.rows import OutcomeRow, State, Work

GRACE = 5.0
"""Seconds that requests under way are given when the run is to stop."""
PATIENCE = 3600.0
"""Seconds that an endpoint may be out, or may ask to wait, before the run ends."""


@dataclass(slots=True)
class Plan:
    """What bounds a run. `shard` (i, n): only articles whose content hash falls to part i of n, counted from 1."""

    mark: str
    max_articles: int | None = None
    shard: tuple[int, int] | None = None
    grace: float = GRACE
    patience: float = PATIENCE

    def holds(self, work: Work) -> bool:
        """Whether an article belongs to this run."""
        return self.shard is None or shard_of(work.content, self.shard[1]) == self.shard[0]


@dataclass(slots=True)
class Totals:
    """What a run came to. `before`: done by earlier runs; `elsewhere`: done meanwhile, by another process or for the
    same text in another place; `kept_failed`: failed before or there, and not tried again.
    """

    listed: int = 0
    before: int = 0
    kept_failed: int = 0
    repeated: int = 0
    elsewhere: int = 0
    done: int = 0
    failed: int = 0
    left: int = 0
    requests: int = 0
    tokens: int = 0
    cost_usd: float | None = 0.0
    reasons: dict[str, int] = field(default_factory=dict)

    def count(self, outcome: OutcomeRow) -> None:
        """Add what became of an article."""
        if outcome.state is State.DONE:
            self.done += 1
        else:
            self.failed += 1
            self.reasons[outcome.reason or ""] = self.reasons.get(outcome.reason or "", 0) + 1

    def spend(self, outcome: OutcomeRow) -> None:
        """Add what it took."""
        self.requests += outcome.requests
        self.tokens += outcome.input_tokens + outcome.output_tokens
        known = self.cost_usd is not None and outcome.cost_usd is not None
        self.cost_usd = (self.cost_usd or 0) + (outcome.cost_usd or 0) if known else None


class Stop:
    """Asks a run to stop: no new article; what is under way may finish within the grace. `signal` says what asked."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._event = asyncio.Event()

    def request(self, signal: int | None = None) -> None:
        """Ask."""
        self.signal = self.signal or signal
        self._event.set()

    @property
    def asked(self) -> bool:
        """Whether somebody has."""
        return self._event.is_set()

    async def wait(self) -> None:
        """Until somebody asks."""
        await self._event.wait()


def shard_of(content: str, parts: int) -> int:
    """Which of `parts` parts, counted from 1, an article with this content hash falls to."""
    return int(content[:12], 16) % parts + 1
