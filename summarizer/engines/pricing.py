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


BATCH_SHARE = {"openai": 0.5}
"""What a provider takes in a batch, by its own documentation, for models whose batch price the table lacks."""


def batch_price_of(provider: str, model: str) -> Price | None:
    """The price of a model in the provider's batches; None where neither table nor documentation tells."""
    usual, listed = price_of(provider, model), price_of(provider, model, "batch")
    if usual is None or listed is None:
        return None
    if (listed.input, listed.output) != (usual.input, usual.output):
        return listed
    share = BATCH_SHARE.get(provider)
    if share is None:
        return None
    return Price(input=usual.input * share, cached=usual.cached * share, output=usual.output * share)


@cache
def price_of(provider: str, model: str, processing: str | None = None) -> Price | None:
    """The price of a model at a provider; None where the table has none. Nothing is fetched: the table is installed.

    `processing`: "batch" for what it costs in a batch; where the table has no such price it is the usual one.
    """
    from genai_prices import Usage, calc_price

    context = {"processing": processing} if processing else None

    def dollars(**tokens: int) -> float:
        priced = calc_price(Usage(**tokens), model_ref=model, provider_id=provider, price_context=context)
        return float(priced.total_price) * 1000

    try:
        return Price(
            input=dollars(input_tokens=1000),
            cached=dollars(input_tokens=1000, cache_read_tokens=1000),
            output=dollars(output_tokens=1000),
        )
    except (LookupError, ValueError):
        return None
