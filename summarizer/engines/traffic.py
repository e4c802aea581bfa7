"""Who is told of each request to an endpoint before it leaves and when it comes back.

One article needs nobody. A run over many holds requests back here, learns of rate limits, and adds up what was spent;
the retries themselves stay with `retry.py`.
"""

from __future__ import annotations

from summarizer.engines.exchange import ModelRequest
from summarizer.engines.llm_asking import Spent
from summarizer.engines.retry import Again


class Traffic:
    """Lets everything pass. Every `admit` is followed by exactly one of the other three."""

    async def admit(self, request: ModelRequest) -> None:
        """Called before a request leaves; may wait. The deadline of its article goes on."""

    def answered(self, spent: Spent) -> None:
        """An answer arrived; `spent` holds its tokens."""

    def limited(self, after: float | None) -> None:
        """The endpoint limits the rate of requests, and asks to wait for `after` seconds where it says."""

    def failed(self) -> None:
        """No answer arrived, for any other reason."""

    @property
    def is_hopeless(self) -> bool:
        """Whether asking again is in vain: the endpoint has never answered anybody."""
        return False


def noted(fault: BaseException, traffic: Traffic) -> None:
    """Tell `traffic` how a request ended that got no answer."""
    if isinstance(fault, Again) and fault.limited:
        traffic.limited(fault.after)
    else:
        traffic.failed()
