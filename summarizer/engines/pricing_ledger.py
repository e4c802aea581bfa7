"""Ceilings of a run: tokens and money, held before each request, whatever runs at the same time."""

from __future__ import annotations

from summarizer.engines.exchange import ModelRequest
from summarizer.engines.llm_asking import Spent
from summarizer.engines.pricing import MILLION, Price
from summarizer.errors import ConfigurationError
from summarizer.prompting import compact

CHARS_PER_TOKEN = 3
"""For what is sent: wire copy and JSON have about four characters to a token, so this errs on the safe side."""
USUAL_OUTPUT = 8_000
"""Tokens kept free for a reply whose length nobody limits."""
LEAST_OUTPUT = 256
"""A reply with less room is not worth asking for."""


class Ledger:
    """What a run has spent, and has set aside for requests on their way."""

    def __init__(
        self, *, max_tokens: int | None = None, max_cost: float | None = None, price: Price | None = None
    ) -> None:
        self.max_tokens, self.max_cost, self.price = max_tokens, max_cost, price
        self.tokens = 0
        self.cost = 0.0

    @property
    def held(self) -> bool:
        """Whether there is a ceiling at all."""
        return self.max_tokens is not None or self.max_cost is not None

    def book(self, request: ModelRequest) -> tuple[ModelRequest, Spent]:
        """The request with its reply limited to what is left, and what was set aside for it.

        Raises ConfigurationError where not even a short reply would fit.
        """
        if not self.held:
            return request, Spent(input=0, output=0)
        sent = len(compact(request.body())) // CHARS_PER_TOKEN
        room = self._room(sent)
        if room < LEAST_OUTPUT:
            raise ConfigurationError(
                f"the ceiling of this run is reached: {self._told()}", hint="raise it, and run again"
            )
        limit = min(room, request.settings.max_output or USUAL_OUTPUT)
        aside = Spent(input=sent, output=limit)
        self._add(aside, 1)
        return request.with_settings(max_output=limit), aside

    def settle(self, aside: Spent, spent: Spent) -> None:
        """Put what was really spent in the place of what was set aside; what nobody told stays as it was set aside."""
        if self.held and spent.input is not None and spent.output is not None:
            self._add(aside, -1)
            self._add(spent, 1)

    def _add(self, spent: Spent, sign: int) -> None:
        self.tokens += sign * ((spent.input or 0) + (spent.output or 0))
        if self.price is not None:
            self.cost += sign * (self.price.cost(spent) or 0.0)

    def _room(self, sent: int) -> int:
        """Tokens left for a reply when `sent` more are sent."""
        rooms = []
        if self.max_tokens is not None:
            rooms.append(self.max_tokens - self.tokens - sent)
        if self.max_cost is not None and self.price is not None:
            left = self.max_cost - self.cost - sent * self.price.input / MILLION
            rooms.append(int(left / self.price.output * MILLION) if self.price.output else USUAL_OUTPUT)
        return min(rooms)

    def _told(self) -> str:
        said = f"{self.tokens:,} tokens" if self.max_tokens is not None else f"${self.cost:.4f}"
        most = f"{self.max_tokens:,}" if self.max_tokens is not None else f"${self.max_cost:g}"
        return f"{said} of {most} spent or set aside"
