"""Asking a model one question: what goes in, what comes out, and what any way of asking has to offer.

Live endpoints, recordings and files of replies are ways of asking; the engine above them is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.engines.exchange import ModelRequest, Reply, Unreadable
from summarizer.engines.retry import Deadline
from summarizer.errors import ArticleTooLarge, ConfigurationError
from summarizer.records.base import Record

Read = Callable[[str, bool], Reply]
"""Reads the text of a reply; the flag says that it came whole. Raises Unreadable."""


class Spent(Record):
    """What asking took. Tokens are None where the endpoint did not say."""

    requests: int = 0
    retries: int = 0
    input: int | None = 0
    cached: int = 0
    output: int | None = 0

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            requests=self.requests + other.requests,
            retries=self.retries + other.retries,
            input=_sum(self.input, other.input),
            cached=self.cached + other.cached,
            output=_sum(self.output, other.output),
        )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


@dataclass(slots=True)
class Question:
    """One question to a model and how its reply is to be read. `spent` grows with every request, failed or not;
    `misread` counts the replies that were no answer, or not a whole one.
    """

    request: ModelRequest
    reader: Read
    deadline: Deadline
    spent: Spent = field(default_factory=Spent)
    misread: int = 0

    def read(self, text: str, whole: bool) -> Reply:
        """The reply in this text. Raises Unreadable."""
        try:
            reply = self.reader(text, whole)
        except Unreadable:
            self.misread += 1
            raise
        self.misread += not reply.complete
        return reply


class Asked(Record):
    """A reply that could be read, its text, and the model that gave it, as the endpoint calls it."""

    reply: Reply
    text: str
    model: str | None = None


class Asker(Protocol):
    """A way of asking."""

    async def ask(self, question: Question) -> Asked | None:
        """The reply; None where there is none to be had and the question is not worth a failure (a repair).

        Raises ConfigurationError, ProviderError, AnswerError or ContextTooLong.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections."""
        ...


class ContextTooLong(ArticleTooLarge):
    """The article with the instructions is longer than the model can read at once."""


class NoReply(ConfigurationError):
    """A source of replies made beforehand has none for a request; never passed over in silence."""


class ModeUnsupported(Exception):
    """The endpoint does not know this way of holding a model to a schema."""
