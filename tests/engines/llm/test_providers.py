"""Providers beyond the OpenAI protocol, through instructor's provider strings."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import instructor
import openai
import pytest

from summarizer.engines.exchange import ModelSettings
from summarizer.engines.llm import LanguageModel, Limits
from summarizer.engines.llm_errors import Endpoint
from summarizer.engines.llm_making import make_language_model
from summarizer.engines.llm_providers import ProviderAsker
from summarizer.engines.pricing_ledger import Ledger
from summarizer.engines.retry import Policy
from summarizer.errors import AnswerError, ConfigurationError, ProviderError
from summarizer.records.article import Article
from summarizer.settings import Settings

Run = Callable[..., Any]


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(ConfigurationError, match="needs a package that is not installed") as caught:
        make_language_model(Settings(model="anthropic/claude-x", api_key="canary-key"))
    assert "pip install anthropic" in (caught.value.hint or "")
    assert "canary" not in f"{caught.value} {caught.value.hint}"


def test_a_provider_that_nobody_knows_is_named() -> None:
    with pytest.raises(ConfigurationError, match='no provider is called "acme"') as caught:
        make_language_model(Settings(model="acme/m", api_key="k"))
    assert "--base-url" in (caught.value.hint or "")


def _engine(url: str) -> LanguageModel:
    """A client of instructor's as a provider's package would give it; the wire below is the loopback server."""
    wire = openai.AsyncOpenAI(base_url=url, api_key="k", max_retries=0)
    client = instructor.from_openai(wire, mode=instructor.Mode.TOOLS, model="m")
    asker = ProviderAsker(client, Endpoint("acme", "m", "ACME_API_KEY"), Policy(waits=False), Ledger())
    return LanguageModel(asker, ModelSettings(name="m"), Limits(timeout=20))


def test_a_provider_client_gives_the_same_digest(
    web: ModuleType, model: Run, digest: Run, article: Article, good_text: str
) -> None:
    with web.serving(web.says(good_text)) as server:
        theirs = digest(article, _engine(server.url))
        assert len(server.calls) == 1
        ours = digest(article, model(server))
    assert theirs.casualties == ours.casualties
    assert theirs.claims == ours.claims
    assert (theirs.provenance.requests, theirs.provenance.tokens.input) == (1, 1000)


def test_faults_of_a_provider_are_ours_too(web: ModuleType, digest: Run, article: Article, good_text: str) -> None:
    for script, error, calls in (
        ([web.error(401)], ConfigurationError, 1),
        ([web.error(500)], ProviderError, 4),
        ([web.says("hm")], AnswerError, 2),
        ([web.says(good_text[:900], finish="length")], AnswerError, 1),
    ):
        with web.serving(*script) as server:
            with pytest.raises(error):
                digest(article, _engine(server.url))
            assert len(server.calls) == calls
