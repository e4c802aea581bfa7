"""What is traced and measured of an article, and what never is."""

from __future__ import annotations

import asyncio
import json
from types import ModuleType
from typing import Any

import pytest

from summarizer import SummarizerError
from summarizer.articles import article_from_text
from summarizer.engines import close, make_engine
from summarizer.records.digest import Digest
from summarizer.settings import Settings
from summarizer.telemetry import TracedEngine, asummarize

TEXT = "Shells killed at least 11 villagers in Torkech on Friday, the clinic said.\n"
KEY = "canary-key-3141"
CASUALTY = {
    "key": "c1", "event": None, "harm": "killed", "count": "at least 11", "number": 11, "victims": "villagers",
    "victim_status": "civilian", "victim_side": None, "attributed_to": [], "scope": "incident", "subset_of": None,
    "claims": [], "evidence": [{"sentence": 1, "quote": "killed at least 11 villagers"}],
}  # fmt: skip


def reply(*casualties: dict[str, Any]) -> str:
    return json.dumps({"actors": [], "events": [], "casualties": casualties, "claims": [], "summary": None})


def read(kept: Any, **given: Any) -> Digest:
    settings = Settings(**{"model": "openai/m", "api_key": KEY, "timeout": 20, **given})
    engine = make_engine(settings)

    async def run() -> Digest:
        try:
            return await asummarize(
                article_from_text(TEXT, source="wire-7.txt"), TracedEngine(engine, settings, kept.traces)
            )
        finally:
            await close(engine)

    return asyncio.run(run())


def test_an_article_is_a_tree_of_spans_named_as_the_conventions_say(web: ModuleType, kept: Any) -> None:
    wrong = {**CASUALTY, "evidence": [{"sentence": 1, "quote": "killed at least 99 villagers"}]}
    with web.serving(web.says(reply(wrong)), web.says(reply(CASUALTY))) as server:
        digest = read(kept, base_url=server.url, temperature=0.2, max_output=900)
    assert digest.casualties
    assert set(kept.spans) == {"article", "draft", "repair", "chat m"}
    assert [kept.parent(name) for name in ("article", "draft", "repair", "chat m")] == [
        None,
        "article",
        "article",
        "repair",
    ]
    chat = kept.spans["chat m"]
    assert chat.kind.name == "CLIENT"
    assert dict(chat.attributes) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m",
        "gen_ai.request.temperature": 0.2,
        "gen_ai.request.max_tokens": 900,
        "gen_ai.output.type": "json",
        "gen_ai.response.model": "m",
        "gen_ai.usage.input_tokens": 1000,
        "gen_ai.usage.cache_read.input_tokens": 400,
        "gen_ai.usage.output_tokens": 200,
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "summarizer.requests": 1,
        "summarizer.retries": 0,
    }
    article = kept.spans["article"].attributes
    assert (article["summarizer.article.id"], article["summarizer.outcome"], article["summarizer.requests"]) == (
        "wire-7.txt",
        "done",
        2,
    )


def test_tokens_and_durations_are_measured_for_every_question(web: ModuleType, kept: Any) -> None:
    with web.serving(web.says(reply(CASUALTY))) as server:
        read(kept, base_url=server.url, repair=False)
    usage = {point.attributes["gen_ai.token.type"]: point for point in kept.points("gen_ai.client.token.usage")}
    assert {kind: (point.sum, point.count) for kind, point in usage.items()} == {"input": (1000, 1), "output": (200, 1)}
    [duration] = kept.points("gen_ai.client.operation.duration")
    assert duration.count == 1
    assert duration.explicit_bounds == pytest.approx([0.01 * 2**power for power in range(14)])
    assert usage["input"].explicit_bounds[-1] == 67108864
    [articles] = kept.points("summarizer.articles")
    assert dict(articles.attributes) == {
        "summarizer.engine": "llm",
        "summarizer.model": "m",
        "summarizer.outcome": "done",
    }


def test_an_error_is_known_by_its_class_alone(web: ModuleType, kept: Any) -> None:
    refused = web.completion({"content": None, "refusal": "I will not read of villagers"})
    with web.serving(refused) as server, pytest.raises(SummarizerError):
        read(kept, base_url=server.url)
    for name in ("article", "draft", "chat m"):
        span = kept.spans[name]
        assert span.attributes["error.type"] == "AnswerRefused"
        assert (span.status.status_code.name, span.status.description, span.events) == ("ERROR", None, ())
    assert [p.attributes["error.type"] for p in kept.points("gen_ai.client.operation.duration")] == ["AnswerRefused"]
    assert [p.attributes["error.type"] for p in kept.points("summarizer.articles")] == ["AnswerRefused"]
    assert "villagers" not in kept.everything()


def test_retries_are_counted_in_the_span_of_their_question(web: ModuleType, kept: Any) -> None:
    with web.serving(web.error(500), web.says(reply(CASUALTY))) as server:
        read(kept, base_url=server.url, repair=False)
    chat = kept.spans["chat m"].attributes
    assert (chat["summarizer.requests"], chat["summarizer.retries"]) == (2, 1)


@pytest.mark.parametrize("engine", ["offline", "llm"])
def test_no_word_of_the_article_and_no_key_is_recorded(web: ModuleType, kept: Any, engine: str) -> None:
    with web.serving(web.says(reply(CASUALTY))) as server:
        read(kept, base_url=server.url, engine=engine)
    told = kept.everything()
    assert "wire-7.txt" in told
    assert [word for word in ("Shells", "villagers", "Torkech", "clinic", KEY) if word in told] == []


def test_the_offline_engine_has_an_article_and_a_draft(kept: Any) -> None:
    read(kept, engine="offline")
    assert set(kept.spans) == {"article", "draft"}
    assert kept.points("gen_ai.client.token.usage") == []


def test_what_the_endpoint_does_not_count_is_not_reported(web: ModuleType, kept: Any) -> None:
    with web.serving(web.says(reply(CASUALTY), usage=None)) as server:
        read(kept, base_url=server.url, repair=False)
    assert kept.points("gen_ai.client.token.usage") == []
    assert "gen_ai.usage.input_tokens" not in kept.spans["chat m"].attributes
