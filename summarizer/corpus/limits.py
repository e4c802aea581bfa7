"""How many requests may be under way, and how fast they may follow each other: learnt from the endpoint, bounded by
the caller. One limiter for a whole run; clocks are monotonic.

A 429 halves what is allowed and holds everything back for as long as the endpoint asks, then one request goes first to
see; successes raise it again. Where the pause is short, the endpoint counts in seconds: the rate that it took is kept
to from then on, and raised slowly. Where it is long, it counts in windows, and the next one may be used at once.

Other faults leave the limit as it is, since a broken server is no sign of a rate; but where nothing has succeeded for a
while, only one request now and then looks whether the endpoint is back.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

from summarizer.corpus.work import TALLY
from summarizer.engines.exchange import ModelRequest
from summarizer.engines.llm_asking import Spent
from summarizer.engines.pricing_ledger import CHARS_PER_TOKEN
from summarizer.engines.traffic import Traffic
from summarizer.prompting import compact

START = 16
"""Requests at once to begin with, where more are allowed: an endpoint's limit is met gently."""
BLIND_PAUSE = 1.0
"""Seconds of the first pause after a 429 that does not say how long; doubled each time, up to `LONGEST_PAUSE`."""
LONGEST_PAUSE = 60.0
OUTAGE = 10
"""Requests that failed one after the other, without a success between them, that make an outage."""
MINUTE = 60.0
HOPELESS = 8.0
"""Seconds of a pause before which an endpoint that is out from the beginning should have answered."""
SHORT = 5.0
"""Seconds: an endpoint that asks for a longer pause counts in windows."""
SLOWER, FASTER, AT_FIRST = 0.9, 1.005, 1.02
"""What a 429 does to the rate that was learnt, and what each success does; the last, until a second 429 confirms it."""


class Limiter(Traffic):
    """Admits requests. `limit` is how many may be under way now, `most` how many ever."""

    def __init__(
        self,
        most: int,
        *,
        per_minute: int | None = None,
        tokens_per_minute: int | None = None,
        told: Callable[[int, float], None] | None = None,
    ) -> None:
        self.most = most
        self.limit = min(most, START)
        self.under_way = 0
        self._told = told or (lambda _limit, _pause: None)
        self._requests = Pace(per_minute)
        self._tokens = Pace(tokens_per_minute)
        self._learnt = Pace(None, burst_seconds=0.0)
        self._faster = AT_FIRST
        self._counted, self._counted_since = 0, time.monotonic()
        self._closed_until = 0.0
        self._pause = BLIND_PAUSE
        self._probing = False
        self._limited_before = False
        self._failures = 0
        self.succeeded_at: float | None = None
        """When the endpoint last answered, on the monotonic clock."""
        self._credit = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def admit(self, request: ModelRequest) -> None:
        """Wait for room, for the end of a pause, and for the pace that is allowed; first come, first served."""
        tokens = len(compact(request.body())) // CHARS_PER_TOKEN if self._tokens.rate else 0
        while True:
            if self.under_way >= self.room:
                await self._until_woken()
                continue
            paces = self._requests.wait(1), self._learnt.wait(1), self._tokens.wait(tokens)
            wait = max(self.closed_for, *paces)
            if wait <= 0:
                break
            await asyncio.sleep(wait)
        self._requests.take(1)
        self._learnt.take(1)
        self._tokens.take(tokens)
        self.under_way += 1
        if (tally := TALLY.get()) is not None:
            tally.requests += 1

    @property
    def room(self) -> int:
        """How many may be under way now: one, while it is not known whether the endpoint takes any."""
        return 1 if self._probing else self.limit

    @property
    def closed_for(self) -> float:
        """Seconds until the next request may leave; 0 where one may now."""
        return max(0.0, self._closed_until - time.monotonic())

    @property
    def is_out(self) -> bool:
        """Whether the endpoint seems to be out."""
        return self._failures >= OUTAGE

    @property
    def is_hopeless(self) -> bool:
        """As `Traffic`: out from the beginning, and at each of the first looks."""
        return self.is_out and self.succeeded_at is None and self._pause > HOPELESS

    async def _until_woken(self) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(woken)
        try:
            await woken
        finally:
            if not woken.done() or woken.cancelled():
                self._waiting = deque(each for each in self._waiting if each is not woken)

    def answered(self, spent: Spent) -> None:
        """Room for one more after each success while no limit has been met, for one more a round afterwards."""
        if (tally := TALLY.get()) is not None:
            tally.spent.append(spent)
        self._probing = False
        self._pause = BLIND_PAUSE
        self._failures = 0
        self.succeeded_at = time.monotonic()
        self._counted += 1
        self._learnt.change(self._faster)
        self._credit += 1.0 if not self._limited_before else 1.0 / max(1, self.limit)
        while self._credit >= 1 and self.limit < self.most:
            self._credit -= 1
            self.limit += 1
        self._credit = min(self._credit, 1.0)
        self._left()

    def limited(self, after: float | None) -> None:
        """Half of it, once for all requests that were under way together; nobody goes before the pause is over."""
        if not self.closed_for:
            self._limited_before = True
            self.limit = max(1, self.limit // 2)
            self._close(after)
            if after is not None:
                self._learn(after)
        elif after is not None:
            self._closed_until = max(self._closed_until, time.monotonic() + after)
        self._left()

    def _learn(self, pause: float) -> None:
        """Keep to the rate that the endpoint took since it last said no; where it took none, to one in such a pause."""
        now = time.monotonic()
        taken = self._counted * MINUTE / (now - self._counted_since + pause)
        self._counted, self._counted_since = 0, now
        if not 0 < pause <= SHORT:
            return
        if self._learnt.rate is None:
            self._learnt.rate = taken or MINUTE / pause
        elif 0 < taken < self._learnt.rate * SLOWER:
            self._learnt.rate, self._faster = taken, FASTER
        else:
            self._learnt.change(SLOWER)
            self._faster = FASTER

    def failed(self) -> None:
        """Room for another; the limit stays. After many in a row, one at a time and now and then."""
        self._failures += 1
        if self.is_out and not self.closed_for:
            self._close(None)
        self._left()

    def _close(self, seconds: float | None) -> None:
        """Let nothing pass for a while, then one request; without `seconds`, for twice as long each time."""
        if seconds is None:
            seconds, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
        self._closed_until = time.monotonic() + seconds
        self._probing = True
        self._told(self.limit, seconds)

    def _left(self) -> None:
        self.under_way -= 1
        free = self.room - self.under_way
        while free > 0 and self._waiting:
            woken = self._waiting.popleft()
            if not woken.done():
                woken.set_result(None)
                free -= 1


class Pace:
    """At most `rate` of something in any minute, spread evenly after the first few; no rate: no bound."""

    def __init__(self, rate: float | None, burst_seconds: float = 2.0) -> None:
        self.rate = rate
        self._burst = burst_seconds
        self._free_at = 0.0

    def wait(self, amount: int) -> float:
        """Seconds until `amount` may go."""
        if not self.rate or not amount:
            return 0.0
        return self._free_at - self._burst - time.monotonic()

    def change(self, factor: float) -> None:
        """Make it faster or slower, where there is a bound."""
        if self.rate:
            self.rate *= factor

    def take(self, amount: int) -> None:
        """`amount` goes now."""
        if self.rate:
            self._free_at = max(self._free_at, time.monotonic()) + amount * MINUTE / self.rate
