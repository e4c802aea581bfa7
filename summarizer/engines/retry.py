"""What is asked again, how often and how long: the one retry policy. The libraries below it never retry.

Only what a caller marks with `Again` is retried: rate limits, overload, broken connections. Everything else, such as a
used-up quota, a refused key or a refusal, passes through at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from summarizer.errors import ProviderError, SummarizerError
from summarizer.records.base import Record

if TYPE_CHECKING:
    from tenacity import RetryCallState

T = TypeVar("T")


class Again(Exception):
    """A fault that may pass. `error` is what it is when it does not; `after` what the endpoint asked for (seconds);
    `limited`: the endpoint limits the rate of requests.
    """

    def __init__(self, error: SummarizerError, after: float | None = None, *, limited: bool = False) -> None:
        super().__init__(error.message)
        self.error = error
        self.after = after
        self.limited = limited


class Policy(Record):
    """Attempts in all, and the waits between them: jittered, doubling, at most `longest` seconds each."""

    attempts: int = 4
    first: float = 0.5
    longest: float = 20.0
    waits: bool = True
    """False in tests: the policy without the waits."""


class Deadline:
    """A wall-clock bound over everything that one article takes, on a clock that nobody sets."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; 0 when it has passed."""
        return max(0.0, self._end - time.monotonic())


async def persist(call: Callable[[], Awaitable[T]], policy: Policy, deadline: Deadline) -> T:
    """The result of `call`, asked again while it raises Again, the attempts last and the next wait ends in time.

    Raises ProviderError that says how often and how long it was tried, or whatever else `call` raises.
    """
    from tenacity import AsyncRetrying, retry_if_exception_type
    from tenacity import wait_random_exponential as jittered

    backoff = jittered(multiplier=policy.first, max=policy.longest)

    def wait(state: RetryCallState) -> float:
        asked = _fault(state).after
        return backoff(state) if asked is None else asked

    def enough(state: RetryCallState) -> bool:
        return state.attempt_number >= policy.attempts or state.upcoming_sleep >= deadline.left()

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds if policy.waits else 0)

    async def once() -> T:  # tenacity awaits only what is declared async
        return await call()

    retrying = AsyncRetrying(
        retry=retry_if_exception_type(Again),
        stop=enough,
        wait=wait,
        sleep=sleep,
        reraise=True,
    )
    begun = time.monotonic()
    try:
        return await retrying(once)
    except Again as fault:
        tries = int(retrying.statistics.get("attempt_number", 1))
        raise _given_up(fault, tries, time.monotonic() - begun, policy, deadline) from fault


def _fault(state: RetryCallState) -> Again:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, Again) else Again(ProviderError("no answer"))


def _given_up(fault: Again, tries: int, seconds: float, policy: Policy, deadline: Deadline) -> SummarizerError:
    """The last fault, with how long it was borne."""
    error = fault.error
    if fault.after is not None and tries < policy.attempts:
        said = f"{error.message}: it asked to wait {fault.after:.0f} s, longer than the {deadline.left():.0f} s left"
    else:
        said = f"{error.message}: gave up after {tries} {'try' if tries == 1 else 'tries'} in {seconds:.0f} s"
    return type(error)(said, hint=error.hint)
