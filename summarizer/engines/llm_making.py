"""From settings to an engine with a live endpoint behind it.

openai and instructor take seconds to import. That is done when the first question comes: a run that finds everything
done, or everything recorded, never pays for them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.engines.exchange import Mode, ModelSettings
from summarizer.engines.llm import LanguageModel, Limits
from summarizer.engines.llm_errors import Endpoint
from summarizer.engines.pricing import price_of
from summarizer.engines.pricing_ledger import Ledger
from summarizer.engines.replay import FillingAsker, RecordingAsker, Recordings
from summarizer.engines.retry import Policy
from summarizer.errors import ConfigurationError
from summarizer.settings import SPEAKING_OPENAI, Settings

if TYPE_CHECKING:
    from summarizer.engines.llm_asking import Asked, Asker, Question
    from summarizer.engines.traffic import Traffic

OPENAI_URL = "https://api.openai.com/v1"
OLLAMA_URL = "http://localhost:11434/v1"
CONNECT_SECONDS = 5.0
READ_SECONDS = 120.0


def make_language_model(settings: Settings, *, waits: bool = True, traffic: Traffic | None = None) -> LanguageModel:
    """The engine for the model that `settings` name. Raises ConfigurationError where something is missing.

    `waits=False`: the retries without the pauses, for tests. `traffic` is told of every request.
    """
    price = None if settings.base_url else price_of(settings.provider, settings.model_name)
    if settings.max_cost is not None and price is None:
        raise ConfigurationError(
            f'the price of "{settings.model}" is not known, so --max-cost cannot be held', hint="use --max-tokens"
        )
    ledger = Ledger(max_tokens=settings.max_tokens, max_cost=settings.max_cost, price=price)
    policy = Policy(attempts=settings.attempts, waits=waits)
    shape = ModelSettings(
        name=settings.model_name,
        max_output=settings.max_output,
        output_field="max_tokens" if settings.base_url or settings.provider != "openai" else "max_completion_tokens",
        temperature=settings.temperature,
    )
    limits = Limits(timeout=settings.timeout, part_chars=settings.part_chars, repair=settings.repair)
    asker = _asker(settings, policy, ledger, traffic)
    if settings.record:
        secret = settings.api_key.get_secret_value() if settings.api_key else ""
        recorder = RecordingAsker(asker, Path(settings.record), secret)
        asker = FillingAsker(Recordings(Path(settings.recordings)), recorder) if settings.recordings else recorder
    return LanguageModel(asker, shape, limits, price=price)


def _asker(settings: Settings, policy: Policy, ledger: Ledger, traffic: Traffic | None) -> Asker:
    mode = Mode(settings.mode) if settings.mode else None
    if settings.provider not in SPEAKING_OPENAI:
        from summarizer.engines.llm_providers import ProviderAsker, provider_client

        secret = settings.api_key.get_secret_value() if settings.api_key else None
        client = provider_client(settings.provider, settings.model_name, secret)
        endpoint = Endpoint(settings.provider, settings.model_name, settings.key_variable)
        return ProviderAsker(client, endpoint, policy, ledger, traffic)
    endpoint, url, key = address_of(settings)

    def live() -> Asker:
        """With a client that never retries and follows no redirect: an article goes to the endpoint named alone."""
        import openai

        from summarizer.engines.llm_live import LiveAsker
        from summarizer.engines.llm_wire import BoundedClient

        bounds = openai.Timeout(min(READ_SECONDS, settings.timeout), connect=min(CONNECT_SECONDS, settings.timeout))
        wire = BoundedClient(bounds, key)
        client = openai.AsyncOpenAI(api_key=key, base_url=url, max_retries=0, timeout=bounds, http_client=wire)
        return LiveAsker(client, endpoint, policy, ledger, mode=mode, traffic=traffic)

    return Unopened(live)


def address_of(settings: Settings) -> tuple[Endpoint, str, str]:
    """An endpoint that speaks the OpenAI protocol: what it is called, its URL, and the key for it.

    Raises ConfigurationError where a key is missing.
    """
    url = settings.base_url or (OLLAMA_URL if settings.provider == "ollama" else OPENAI_URL)
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    if not key and settings.provider == "openai" and not settings.base_url:
        raise ConfigurationError(
            f'no key for "{settings.model}"', hint=f"set {settings.key_variable}, or use --engine offline"
        )
    return Endpoint(urlsplit(url).netloc, settings.model_name, settings.key_variable), url, key or "none"


class Unopened:
    """An asker that is made when the first question comes."""

    def __init__(self, make: Callable[[], Asker]) -> None:
        self._make = make
        self._asker: Asker | None = None

    async def ask(self, question: Question) -> Asked | None:
        """As the asker that is made."""
        if self._asker is None:
            self._asker = self._make()
        return await self._asker.ask(question)

    async def aclose(self) -> None:
        """Close it, if it was made."""
        if self._asker is not None:
            await self._asker.aclose()
