"""Who does the work of a run: one event loop that asks a model, or a pool of processes for an engine that computes."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Protocol

from summarizer.corpus.limits import Limiter
from summarizer.corpus.rows import OutcomeRow, Work
from summarizer.corpus.work import outcomes_of
from summarizer.engines import close
from summarizer.engines.base import Engine


class Hands(Protocol):
    """Does work in units of up to `batch` articles, `room()` units at the same time at most."""

    batch: int

    def room(self) -> int:
        """How many units may be under way now."""
        ...

    def pause(self) -> float:
        """Seconds for which nothing should be begun."""
        ...

    def silence(self) -> float | None:
        """Seconds since an endpoint that is out answered last; infinite: it never did; None: it is not out."""
        ...

    async def do(self, works: Sequence[Work]) -> list[OutcomeRow]:
        """The outcomes, in order. Raises what `work.STOPS_ALL` names."""
        ...

    async def aclose(self) -> None:
        """Let everything go; work under way is given up."""
        ...


class Asking:
    """Articles on this event loop, with one engine: for engines that wait for an endpoint."""

    batch = 1

    def __init__(self, engine: Engine, limiter: Limiter, *, max_bytes: int) -> None:
        self.engine, self.limiter, self.max_bytes = engine, limiter, max_bytes

    def room(self) -> int:
        """What the limiter lets through."""
        return self.limiter.room

    def pause(self) -> float:
        """As long as the limiter is closed."""
        return self.limiter.closed_for

    def silence(self) -> float | None:
        """As `Hands`."""
        if not self.limiter.is_out:
            return None
        last = self.limiter.succeeded_at
        return math.inf if last is None else time.monotonic() - last

    async def do(self, works: Sequence[Work]) -> list[OutcomeRow]:
        """As `Hands`."""
        return await outcomes_of(works, self.engine, max_bytes=self.max_bytes)

    async def aclose(self) -> None:
        """Close the engine."""
        await close(self.engine)
