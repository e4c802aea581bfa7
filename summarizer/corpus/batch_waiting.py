"""Coming back to batches until all is done, for a bounded time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from summarizer.corpus.batch import Batches

FIRST = 5.0
LONGEST = 300.0
"""Seconds between two looks: at first, and at most."""


async def collect_until(
    batches: Batches, seconds: float, *, told: Callable[[int, float], None] | None = None, first: float = FIRST
) -> int:
    """Collect once, and again until nothing waits or `seconds` have passed; how many articles wait then."""
    end, pause = time.monotonic() + seconds, first
    while True:
        await batches.collect()
        left = batches.jobs.count_waiting() - batches.stale
        rest = end - time.monotonic()
        if not left or rest <= 0:
            return left
        pause = min(pause, rest)
        if told:
            told(left, pause)
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, LONGEST)
