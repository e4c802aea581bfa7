"""What tokens cost, from a price table that others maintain (genai-prices). An unknown price is None, never 0."""

from __future__ import annotations

from functools import cache

from summarizer.engines.llm_asking import Spent
from summarizer.records.base import Record

MILLION = 1_000_000


class Price(Record):
    """US dollars for a million tokens sent, sent and found in the provider's cache, and received."""

    input: float
    cached: float
    output: float

    def cost(self, spent: Spent) -> float | None:
        """What was paid; None where the endpoint did not say how many tokens it took."""
        if spent.input is None or spent.output is None:
            return None
        fresh = max(0, spent.input - spent.cached)
        paid = fresh * self.input + spent.cached * self.cached + spent.output * self.output
        return round(paid / MILLION, 8)


@cache
def price_of(provider: str, model: str) -> Price | None:
    """The price of a model at a provider; None where the table has none. Nothing is fetched: the table is installed."""
    from genai_prices import Usage, calc_price

    def dollars(**tokens: int) -> float:
        return float(calc_price(Usage(**tokens), model_ref=model, provider_id=provider).total_price) * 1000

    try:
        return Price(
            input=dollars(input_tokens=1000),
            cached=dollars(input_tokens=1000, cache_read_tokens=1000),
            output=dollars(output_tokens=1000),
        )
    except (LookupError, ValueError):
        return None
