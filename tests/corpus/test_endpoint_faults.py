"""What an endpoint can do to a run: limits, outages, a used-up quota, a refusal; how many calls each may cost."""

from __future__ import annotations

import json
import socket
import threading
import time
from types import ModuleType
from typing import Any

import pytest

WORKERS = 4


def limited(web: ModuleType, right: Any, allowed: int, window: float) -> Any:
    """An endpoint that takes `allowed` requests in a window of so many seconds, and says when the next one begins."""
    lock, state = threading.Lock(), {"began": 0.0, "taken": 0}

    def answer(body: dict[str, Any]) -> Any:
        with lock:
            now = time.monotonic()
            if now - state["began"] >= window:
                state.update(began=now, taken=0)
            state["taken"] += 1
            left = window - (now - state["began"])
            over = state["taken"] > allowed
        return web.error(429, retry_after=f"{left:.2f}") if over else right(0.05)(body)

    return answer


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lambda web: web.error(429, code="insufficient_quota"), "quota or credit is used up"),
        (lambda web: web.error(401), "rejected the key (variable OPENAI_API_KEY)"),
        (lambda web: web.error(404), 'has no model "m"'),
    ],
    ids=["quota", "key", "model"],
)
def test_what_would_hit_every_article_ends_the_run_and_a_later_one_goes_on(
    fault: Any, said: str, web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    words = ("corpus", lines(30), "--store", "runs.db", "-c", str(WORKERS))
    with web.serving(*[right(0.05)] * 10, fault(web)) as server:
        ended = process(*words, server=server)
        assert ended.code == 4
        assert said.split(" (", maxsplit=1)[0] in ended.err
        assert "canary-key" not in ended.err + ended.out
        assert len(server.calls) <= 10 + WORKERS
        assert ask("SELECT count(*) FROM outcomes") == [10]
        server.script = [right()]
        before = len(server.calls)
        assert process(*words, server=server).code == 0
        assert len(server.calls) - before == 20


def test_an_outage_is_waited_out_and_costs_few_calls(
    web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    with web.serving(*[right()] * 10, *[web.error(503)] * 12, right()) as server:
        ended = process("corpus", lines(40), "--store", "runs.db", "-c", str(WORKERS), server=server)
        assert ended.code == 0, ended.err
        assert len(server.calls) == 40 + 12
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [40]


@pytest.mark.parametrize("at_once", ["4", "20"])
def test_an_endpoint_that_is_not_there_ends_the_run_with_5_and_nothing_is_lost(
    at_once: str, lines: Any, process: Any, ask: Any
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/v1"
        environ = {"SUMMARIZER_MODEL": "openai/m", "SUMMARIZER_BASE_URL": url}
        ended = process("corpus", lines(40), "--store", "runs.db", "-c", at_once, environ=environ)
    assert ended.code == 5
    assert "cannot be reached" in ended.err
    assert ask("SELECT coalesce(sum(requests), 0) <= 40 FROM outcomes") == [1]


def test_a_wait_that_is_longer_than_the_patience_ends_the_run(
    web: ModuleType, right: Any, lines: Any, process: Any
) -> None:
    with web.serving(*[right(0.05)] * 5, web.error(429, retry_after="7200")) as server:
        ended = process("corpus", lines(40), "--store", "runs.db", "-c", str(WORKERS), server=server)
        assert ended.code == 5
        assert "asks to wait for 7200 s" in ended.err
        assert len(server.calls) <= 5 + WORKERS


def test_a_limited_endpoint_is_asked_hardly_more_than_it_takes(
    web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    with web.serving(limited(web, right, allowed=30, window=6.0)) as server:
        ended = process("corpus", lines(60), "--store", "runs.db", server=server)
        assert ended.code == 0, ended.err
        assert len(server.calls) <= 66
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [60]


def refilled(web: ModuleType, right: Any, each: float, most: float) -> Any:
    """An endpoint whose room comes back by one every `each` seconds, up to `most`."""
    lock, state = threading.Lock(), {"room": most, "at": time.monotonic()}

    def answer(body: dict[str, Any]) -> Any:
        with lock:
            now = time.monotonic()
            state["room"] = min(most, state["room"] + (now - state["at"]) / each)
            state["at"] = now
            left = (1 - state["room"]) * each
            if state["room"] >= 1:
                state["room"] -= 1
        return web.error(429, retry_after=f"{left:.2f}") if left > 0 else right(0.05)(body)

    return answer


def test_the_rate_of_an_endpoint_that_counts_in_seconds_is_learnt(
    web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    with web.serving(refilled(web, right, each=0.3, most=5)) as server:
        ended = process("corpus", lines(60), "--store", "runs.db", server=server)
        assert ended.code == 0, ended.err
        assert len(server.calls) <= 72
    assert ask("SELECT count(*) FROM outcomes WHERE state = 'done'") == [60]


def test_server_errors_leave_the_number_of_requests_at_once_as_it_is(
    web: ModuleType, right: Any, lines: Any, process: Any
) -> None:
    flaky = [each for _ in range(6) for each in (web.error(500), right(0.1))]
    with web.serving(*flaky, right(1.0)) as server:
        assert process("corpus", lines(36), "--store", "runs.db", "-c", "8", server=server).code == 0
        assert server.peak == 8


def test_a_refused_article_costs_no_other_and_is_asked_again_only_on_demand(
    web: ModuleType, right: Any, lines: Any, process: Any, ask: Any
) -> None:
    def answer(body: dict[str, Any]) -> Any:
        hit = "least 17 villagers" in str(body["messages"][1]["content"])
        return web.completion({"content": None, "refusal": "I cannot help with that"}) if hit else right()(body)

    words = ("corpus", lines(12), "--store", "runs.db")
    with web.serving(answer) as server:
        first = process(*words, server=server)
        assert first.code == 8
        assert "declined" in first.err
        again = process(*words, server=server)
        assert (again.code, len(server.calls)) == (8, 12)
        assert ask("SELECT article, reason, attempts, requests FROM failures") == [("a006", "AnswerRefused", 1, 1)]
        assert process("store", "retry", "runs.db").code == 0
        server.script = [right()]
        assert process(*words, server=server).code == 0
        assert len(server.calls) == 13
    assert ask("SELECT state, attempts, requests FROM outcomes ORDER BY attempts DESC LIMIT 1") == [("done", 2, 2)]


def test_ceilings_are_held(web: ModuleType, right: Any, lines: Any, process: Any, ask: Any) -> None:
    words = ("corpus", lines(30), "--store", "runs.db", "-c", str(WORKERS))
    with web.serving(right(0.05)) as server:
        some = process(*words, "--max-articles", "7", "--json", server=server)
        assert (some.code, len(server.calls)) == (0, 7)
        assert (json.loads(some.out)["done"], json.loads(some.out)["left"]) == (7, 23)
        bound = process(*words, "--max-tokens", "60000", server=server)
        assert bound.code == 4
        assert "ceiling of this run is reached" in bound.err
        assert len(server.calls) < 30
    assert ask("SELECT sum(input_tokens + output_tokens) <= 60000 FROM outcomes WHERE run = 2") == [1]
