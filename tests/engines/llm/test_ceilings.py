"""Ceilings, prices, and the one retry policy."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.cli import main
from summarizer.engines.llm_asking import Spent
from summarizer.engines.llm_errors import Endpoint, retry_after, translated
from summarizer.engines.llm_making import make_language_model
from summarizer.engines.pricing import Price, price_of
from summarizer.engines.retry import Again, Deadline, Policy, persist
from summarizer.errors import ConfigurationError, ProviderError
from summarizer.pipeline import asummarize
from summarizer.records.article import Article
from summarizer.settings import Settings

Run = Callable[..., Any]


def test_a_price_comes_from_the_table_and_an_unknown_one_is_none() -> None:
    price = price_of("openai", "gpt-4o-mini")
    assert price is not None
    assert 0 < price.cached < price.input < price.output
    assert price_of("openai", "no-such-model") is None


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_money_is_never_negative_and_cached_tokens_are_cheaper(sent: int, cached: int, received: int) -> None:
    price = Price(input=2.0, cached=0.5, output=8.0)
    cost = price.cost(Spent(input=sent, cached=min(cached, sent), output=received))
    full = price.cost(Spent(input=sent, output=received))
    assert cost is not None
    assert full is not None
    assert 0 <= cost <= full


def test_tokens_nobody_told_cost_an_unknown_sum() -> None:
    assert Price(input=1, cached=1, output=1).cost(Spent(input=None, output=3)) is None
    assert (Spent(input=1, output=2) + Spent(input=None, output=2)).input is None


def test_a_ceiling_that_cannot_be_held_is_refused_at_once() -> None:
    with pytest.raises(ConfigurationError, match="--max-cost cannot be held"):
        make_language_model(Settings(model="openai/no-such-model", api_key="k", max_cost=1.0))


def test_a_ceiling_of_tokens_stops_the_run_before_it_is_passed(
    web: ModuleType, model: Run, article: Article, good_text: str
) -> None:
    """Replies are limited to what is left; where that is too little, nothing is sent."""

    async def often(engine: Any) -> int:
        done = 0
        try:
            while done < 50:
                await asummarize(article, engine)
                done += 1
        finally:
            await engine.aclose()
        return done

    with web.serving(web.says(good_text)) as server, pytest.raises(ConfigurationError, match="ceiling of this run"):
        asyncio.run(often(model(server, max_tokens=25_000)))
    assert 1 <= len(server.calls) <= 25_000 // 1_200
    assert all(call["max_tokens"] <= 25_000 for call in server.calls)


def test_a_ceiling_holds_for_calls_at_the_same_time(
    web: ModuleType, model: Run, article: Article, good_text: str
) -> None:
    def slow(body: dict[str, Any]) -> Any:
        answer = web.says(good_text)(body)
        answer.delay = 0.2
        return answer

    async def together(engine: Any) -> list[Any]:
        try:
            return await asyncio.gather(*(asummarize(article, engine) for _ in range(8)), return_exceptions=True)
        finally:
            await engine.aclose()

    with web.serving(slow) as server:
        ended = asyncio.run(together(model(server, max_tokens=40_000)))
    assert len(server.calls) <= 4
    assert sum(isinstance(each, ConfigurationError) for each in ended) == 8 - len(server.calls)


@given(st.integers(1, 8))
def test_a_fault_is_borne_as_often_as_the_policy_says(attempts: int) -> None:
    calls = []

    async def fail() -> None:
        calls.append(1)
        raise Again(ProviderError("busy"))

    with pytest.raises(ProviderError, match="busy: gave up after"):
        asyncio.run(persist(fail, Policy(attempts=attempts, waits=False), Deadline(60)))
    assert len(calls) == attempts


def test_what_is_not_marked_is_not_retried() -> None:
    calls = []

    async def fail() -> None:
        calls.append(1)
        raise KeyError("x")

    with pytest.raises(KeyError):
        asyncio.run(persist(fail, Policy(waits=False), Deadline(60)))
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("3", 3.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("nan", None),
        ("-1", None),
        ("x", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", None),
    ],
)
def test_retry_after_is_read_where_it_makes_sense(header: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": header}) == seconds


def test_every_status_is_translated_and_nothing_else_is_swallowed() -> None:
    """No status of an endpoint passes as an error of a library."""
    endpoint = Endpoint("h", "m", "V")
    for status in range(300, 600):
        error = Exception("x")
        error.status_code = status  # type: ignore[attr-defined]
        error.response = SimpleNamespace(headers={})  # type: ignore[attr-defined]
        assert translated(error, endpoint) is not error
    bug = KeyError("x")
    assert translated(bug, endpoint) is bug


@pytest.mark.parametrize(("fault", "code"), [("401", 4), ("429", 5), ("page", 6), ("refusal", 6), ("context", 3)])
def test_the_command_line_ends_with_the_code_of_the_fault(
    web: ModuleType, environ: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str, code: int
) -> None:
    answers = {
        "401": web.error(401, "canary-key-3141"),
        "429": web.error(429, retry_after="3600"),
        "page": web.page(),
        "refusal": web.completion({"content": None, "refusal": "no"}),
        "context": web.error(400, "maximum context length is 8 tokens"),
    }
    (tmp_path / "a.txt").write_text(
        "Shells killed at least 11 villagers in Torkech on Friday, the clinic said.", "utf-8"
    )
    with web.serving(answers[fault]) as server:
        environ(server)
        assert main([str(tmp_path / "a.txt")]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "canary" not in err
    assert "villagers" not in err


def test_the_command_line_says_which_engine_auto_is(
    web: ModuleType, environ: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], good_text: str
) -> None:
    (tmp_path / "a.txt").write_text(
        "TORKECH - Shells killed at least 11 villagers on Friday, the clinic said.", "utf-8"
    )
    with web.serving(web.says(good_text)) as server:
        environ(server, engine="auto", repair="false")
        assert main(["--json", str(tmp_path / "a.txt")]) == 0
        out, err = capsys.readouterr()
        assert err == "summarize: --engine auto is openai/m\n"
        assert json.loads(out)["provenance"]["model"] == "m"
        assert "canary-key-3141" not in out + err
        assert server.headers[0]["authorization"] == "bearer canary-key-3141"


def test_one_article_of_several_that_fails_costs_no_other(
    web: ModuleType, environ: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], good_text: str
) -> None:
    names = []
    for number in range(3):
        names.append(str(tmp_path / f"{number}.txt"))
        Path(names[-1]).write_text(f"TORKECH - Shells killed at least 11 villagers on Friday {number}.", "utf-8")
    refusal = web.completion({"content": None, "refusal": "no"})
    with web.serving(web.says(good_text), refusal, web.says(good_text)) as server:
        environ(server, repair="false")
        assert main(["-f", "jsonl", *names]) == 8
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row.get("reason") for row in rows] == [None, "AnswerRefused", None]
