"""What goes wrong between us and an endpoint (N1 to N34), each through real HTTP: exit code, message, calls.

The bound on calls holds everywhere: at most as many as `attempts`, and one where asking again cannot help.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from summarizer.engines.exchange import Mode
from summarizer.engines.exchange_text import DEEPEST
from summarizer.errors import SummarizerError
from summarizer.records.article import Article

ATTEMPTS = 4
Run = Callable[..., Any]


class Ended:
    """How one article ended: its digest or its error, and what the server saw."""

    def __init__(self, digest: Any, error: SummarizerError | None, server: Any) -> None:
        self.digest, self.error, self.server = digest, error, server

    @property
    def outcome(self) -> tuple[int, int]:
        """Exit code and calls."""
        return (self.error.exit_code if self.error else 0), len(self.server.calls)

    @property
    def rules(self) -> set[str]:
        """Rules of the findings."""
        return {finding.rule for finding in self.digest.findings}


@pytest.fixture
def run(web: ModuleType, model: Run, digest: Run, article: Article) -> Run:
    """Read the article against a script."""

    def ended(*script: Any, **settings: Any) -> Ended:
        with web.serving(*script) as server:
            engine = model(server, **settings)
            try:
                return Ended(digest(article, engine), None, server)
            except SummarizerError as error:
                return Ended(None, _discreet(error), server)

    return ended


def _discreet(error: SummarizerError) -> SummarizerError:
    """The error, once it is seen to hold neither the key, nor text of the article, nor a body."""
    told = f"{error!r} {error} {error.hint}"
    assert not [word for word in ("canary", "villagers") if word in told]
    return error


# --------------------------------------------------------------------------- the network and the endpoint (N1 to N18)


def test_n1_a_rate_limit_that_passes_is_waited_out(run: Run, web: ModuleType, good_text: str) -> None:
    """One second is asked for, and waited."""
    begun = time.monotonic()
    ended = run(web.error(429, retry_after="1"), web.says(good_text), waits=True)
    assert ended.outcome == (0, 2)
    assert time.monotonic() - begun >= 1
    assert (ended.digest.provenance.requests, ended.digest.provenance.retries) == (2, 1)


def test_n2_a_rate_limit_for_ever_is_given_up(run: Run, web: ModuleType) -> None:
    ended = run(web.error(429))
    assert ended.outcome == (5, ATTEMPTS)
    assert re.search(r"limits the rate of requests: gave up after 4 tries in \d+ s", ended.error.message)


def test_n3_a_wait_beyond_the_deadline_is_not_begun(run: Run, web: ModuleType) -> None:
    ended = run(web.error(429, retry_after="3600"))
    assert ended.outcome == (5, 1)
    assert "asked to wait 3600 s" in ended.error.message


@pytest.mark.parametrize("header", ["nan", "-5", "inf", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_n4_a_senseless_wait_is_ignored(run: Run, web: ModuleType, header: str) -> None:
    assert run(web.error(429, retry_after=header)).outcome == (5, ATTEMPTS)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (429, "insufficient_quota", "x"),
        (429, None, "insufficient_quota"),
        (429, None, "credit_exhausted"),
        (402, None, "x"),
    ],
)
def test_n5_a_used_up_quota_is_not_retried(run: Run, web: ModuleType, status: int, code: str | None, kind: str) -> None:
    ended = run(web.error(status, code=code, kind=kind))
    assert ended.outcome == (4, 1)
    assert "quota or credit is used up; not retried" in ended.error.message


@pytest.mark.parametrize("status", [401, 403])
def test_n6_a_rejected_key_is_named_by_its_variable(run: Run, web: ModuleType, status: int) -> None:
    ended = run(web.error(status, "Incorrect API key provided: canary-key-3141"))
    assert ended.outcome == (4, 1)
    assert "rejected the key" in ended.error.message
    assert "OPENAI_API_KEY" in ended.error.hint


def test_n7_an_unknown_model_is_named_with_its_host(run: Run, web: ModuleType) -> None:
    ended = run(web.error(404, code="model_not_found"))
    assert ended.outcome == (4, 1)
    assert ended.error.message == f'127.0.0.1:{ended.server.port} has no model "m"'


@pytest.mark.parametrize(
    ("message", "code", "limit"),
    [
        (
            "This model's maximum context length is 8192 tokens. However, you requested 9000",
            "context_length_exceeded",
            "8,192",
        ),
        ("the request exceeds the available context size (4096 tokens)", None, None),
        ("prompt is too long", None, None),
    ],
)
def test_n8_a_context_too_long_for_a_short_article_names_the_limit(
    run: Run, web: ModuleType, message: str, code: str | None, limit: str | None
) -> None:
    ended = run(web.error(400, message, code=code))
    assert ended.outcome == (3, 1)
    assert "longer than the context" in ended.error.message
    assert limit is None or limit in ended.error.message


def test_n9_the_next_mode_is_tried_once_and_remembered(
    web: ModuleType, model: Run, article: Article, good_text: str
) -> None:
    import asyncio

    from summarizer.pipeline import asummarize

    def script(body: dict[str, Any]) -> Any:
        told = "response_format of type json_schema is not supported"
        return web.says(good_text)(body) if "tools" in body else web.error(400, told)

    async def twice(engine: Any) -> None:
        await asummarize(article, engine)
        await asummarize(article, engine)
        await engine.aclose()

    with web.serving(script) as server:
        asyncio.run(twice(model(server)))
        assert ["tools" in body for body in server.calls] == [False, True, True]


def test_n9_a_check_that_fails_as_a_server_error_is_no_overload(run: Run, web: ModuleType, good_text: str) -> None:
    """What llama-cpp-python says of a response_format it does not know, in its words and with its status."""
    told = "1 validation error:\n  {'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}"

    def script(body: dict[str, Any]) -> Any:
        return web.says(good_text)(body) if "tools" in body else web.error(500, told, kind="internal_server_error")

    assert run(script).outcome == (0, 2)


def test_n9_where_no_mode_is_taken_both_are_named(run: Run, web: ModuleType) -> None:
    ended = run(web.error(400, "tools and response_format are not supported"))
    assert ended.outcome == (4, 2)
    assert "in mode json_schema or tools" in ended.error.message
    assert "SUMMARIZER_MODE" in ended.error.hint


def test_n9_a_mode_that_was_set_is_not_left(run: Run, web: ModuleType) -> None:
    assert run(web.error(400, "response_format is not supported"), mode="json").outcome == (4, 1)


@pytest.mark.parametrize("status", [500, 503, 529])
def test_n10_a_failing_server_is_asked_again(run: Run, web: ModuleType, good_text: str, status: int) -> None:
    assert run(web.error(status), web.error(status), web.says(good_text)).outcome == (0, 3)
    ended = run(web.error(status))
    assert ended.outcome == (5, ATTEMPTS)
    assert f"status {status}" in ended.error.message


def test_a_method_that_is_not_implemented_is_not_asked_for_again(run: Run, web: ModuleType) -> None:
    """What a plain web server says to a POST."""
    ended = run(web.page(501))
    assert ended.outcome == (4, 1)
    assert "refuses the request (status 501)" in ended.error.message


def test_n12_an_endpoint_without_tls_is_named(model: Run, digest: Run, article: Article) -> None:
    """A plain web server behind an https address."""
    plain = ThreadingHTTPServer(("127.0.0.1", 0), type("Mute", (BaseHTTPRequestHandler,), {"log_message": _nothing}))
    Thread(target=plain.serve_forever, daemon=True).start()
    wanted = SimpleNamespace(url=f"https://127.0.0.1:{plain.server_port}/v1")
    try:
        with pytest.raises(SummarizerError) as caught:
            digest(article, model(wanted, attempts=1))
    finally:
        plain.shutdown()
        plain.server_close()
    assert caught.value.exit_code == 5
    assert "cannot be reached: no TLS connection can be made" in caught.value.message


def _nothing(*_: object) -> None:
    """No log."""


def test_n11_the_page_of_a_proxy_is_not_dumped(run: Run, web: ModuleType) -> None:
    assert run(web.page(502)).outcome == (5, ATTEMPTS)


def test_n12_a_closed_port_is_named_and_offline_is_offered(
    web: ModuleType, model: Run, digest: Run, article: Article
) -> None:
    with web.serving(web.page()) as server:
        port = server.port
    with pytest.raises(SummarizerError) as caught:
        digest(article, model(server))
    assert caught.value.exit_code == 5
    assert f"127.0.0.1:{port} cannot be reached" in caught.value.message
    assert "gave up after 4 tries" in caught.value.message
    assert "--engine offline works without a network" in (caught.value.hint or "")


@pytest.mark.parametrize("fault", ["hang", "drip"])
def test_n13_n14_the_deadline_is_a_wall_clock(run: Run, web: ModuleType, good_text: str, fault: str) -> None:
    """No byte, or a byte now and then: cut at the deadline of the article, at most a second later."""
    run(web.says(good_text))  # what is imported at the first request takes no time of the one that is measured
    begun = time.monotonic()
    ended = run(getattr(web, fault)(), timeout=1.5)
    assert ended.outcome[0] == 5
    assert ended.outcome[1] <= ATTEMPTS
    assert time.monotonic() - begun <= 2.5


@pytest.mark.parametrize("fault", ["reset", "half_body"])
def test_n15_a_broken_connection_is_asked_again(run: Run, web: ModuleType, good_text: str, fault: str) -> None:
    assert run(getattr(web, fault)(), web.says(good_text)).outcome == (0, 2)
    assert run(getattr(web, fault)()).outcome == (5, ATTEMPTS)


@pytest.mark.parametrize(
    "body", ["<html>canary-page</html>", "", "null", "[]", "{}", '{"choices": 3}', '{"message": "hello"}']
)
def test_n16_what_is_no_chat_completion_points_at_the_base_url(run: Run, web: ModuleType, body: str) -> None:
    ended = run(web.Answer(200, body.encode()))
    assert ended.outcome == (6, 1)
    assert "did not answer with a chat completion" in ended.error.message
    assert "base URL" in ended.error.hint


def test_n16_without_usage_the_cost_is_unknown_and_not_nothing(run: Run, web: ModuleType, good_text: str) -> None:
    ended = run(web.says(good_text, usage=None))
    assert ended.outcome == (0, 1)
    assert ended.digest.provenance.cost_usd is None


def test_n17_a_redirect_is_named_and_not_followed(run: Run, web: ModuleType) -> None:
    with web.serving(web.page()) as elsewhere:
        ended = run(web.redirect(f"http://elsewhere.invalid:{elsewhere.port}/v1/chat/completions"))
        assert ended.outcome == (4, 1)
        assert "redirects to elsewhere.invalid; not followed" in ended.error.message
        assert elsewhere.calls == []


@pytest.mark.parametrize("fault", ["bomb", "giant"])
def test_n18_a_giant_answer_is_cut_off(run: Run, web: ModuleType, fault: str) -> None:
    """Unpacked 300 MB, or 30 MB as they are: refused at the limit, without holding them."""
    import tracemalloc

    answer = getattr(web, fault)()
    tracemalloc.start()
    try:
        ended = run(answer)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert ended.outcome == (6, 1)
    assert "larger than 8 MB" in ended.error.message
    assert peak < 200_000_000


@pytest.mark.parametrize(("status", "outcome"), [(200, (6, 1)), (404, (4, 1)), (400, (4, 1)), (503, (5, ATTEMPTS))])
def test_n18_a_body_without_an_end_is_cut_off_whatever_the_status(
    run: Run, web: ModuleType, status: int, outcome: tuple[int, int]
) -> None:
    """What is not read stays with the sender: of an error 100 kB, of an answer 8 MB, and what the sockets hold."""
    taken: list[int] = []
    ended = run(web.flood(status, taken))
    assert ended.outcome == outcome
    assert sum(taken) / outcome[1] < 25_000_000


@pytest.mark.parametrize("status", [200, 500])
def test_n18_a_packed_body_is_bounded_when_unpacked(run: Run, web: ModuleType, status: int) -> None:
    bomb = web.bomb()
    assert run(web.Answer(status, bomb.body, bomb.headers)).outcome == ((6, 1) if status == 200 else (5, ATTEMPTS))


def test_a_packed_answer_is_unpacked(run: Run, web: ModuleType, good_text: str) -> None:
    assert run(lambda body: web.packed(web.says(good_text)(body))).outcome == (0, 1)


# --------------------------------------------------------------------------- the answer as a whole (N19 to N24)


def test_n19_a_cut_at_our_own_limit_is_asked_for_with_twice_the_limit(
    run: Run, web: ModuleType, good_text: str
) -> None:
    ended = run(web.says(good_text[:900], finish="length"), web.says(good_text), max_output=500)
    assert ended.outcome == (0, 2)
    assert [body["max_tokens"] for body in ended.server.calls] == [500, 1000]
    assert "L4" not in ended.rules


def test_n19_what_stays_cut_keeps_its_whole_records_and_is_marked(run: Run, web: ModuleType, good_text: str) -> None:
    cut = web.says(good_text[: good_text.index('"k2"')], finish="length")
    ended = run(cut, repair=False)
    assert ended.outcome == (0, 1)
    assert [c.count.text for c in ended.digest.casualties] == ["at least 11"]
    assert "L4" in ended.rules


def test_n19_a_cut_before_the_first_record_is_no_answer(run: Run, web: ModuleType, good_text: str) -> None:
    assert run(web.says(good_text[:60], finish="length")).outcome == (6, 1)


def test_n20_json_that_is_cut_is_asked_for_again(run: Run, web: ModuleType, good_text: str) -> None:
    ended = run(web.says(good_text[:1500]), web.says(good_text))
    assert ended.outcome == (0, 2)
    assert "L4" not in ended.rules
    assert "L13" in ended.rules
    again = ended.server.calls[1]["messages"]
    assert [message["role"] for message in again] == ["system", "user", "assistant", "user"]
    assert "the JSON is cut" in again[-1]["content"]


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
@pytest.mark.parametrize("wrap", ["Here you are:\n{}\nDone.", "```json\n{}\n```", "<think>{{}}</think>\n{}"])
def test_n20_prose_fences_and_thinking_are_read(
    run: Run, web: ModuleType, good_text: str, wrap: str, mode: str
) -> None:
    ended = run(web.completion({"content": wrap.format(good_text)}), mode=mode)
    assert ended.outcome == (0, 1)
    assert len(ended.digest.casualties) == 1


def test_n21_a_refusal_is_shown_and_not_asked_again(run: Run, web: ModuleType) -> None:
    ended = run(web.completion({"content": None, "refusal": "I will \x1b[2J not"}))
    assert ended.outcome == (6, 1)
    assert type(ended.error).__name__ == "AnswerRefused"
    assert ended.error.message == '"m" declined: I will  [2J not'


def test_n22_the_content_filter_has_a_reason_of_its_own(run: Run, web: ModuleType, good_text: str) -> None:
    """Even when part of an answer came with it."""
    ended = run(web.says(good_text, finish="content_filter"))
    assert ended.outcome == (6, 1)
    assert type(ended.error).__name__ == "AnswerFiltered"


@pytest.mark.parametrize("message", [None, {"content": ""}, {"content": None}, {"content": "null"}, {}, {"content": 3}])
def test_n23_an_empty_answer_is_asked_for_once_more(run: Run, web: ModuleType, message: Any) -> None:
    ended = run(web.completion(message))
    assert ended.outcome == (6, 2)
    assert "not in the form asked for" in ended.error.message


def test_n24_a_missing_or_wrong_tool_is_asked_for_once_more(run: Run, web: ModuleType, good_text: str) -> None:
    for answer in (web.completion({"content": "I have no tools."}), web.calls(("delete_everything", good_text))):
        assert run(answer, mode="tools").outcome == (6, 2)
        assert run(answer, web.says(good_text), mode="tools").outcome == (0, 2)


def test_n24_two_calls_of_the_tool_are_joined_with_a_warning(run: Run, web: ModuleType, good_text: str) -> None:
    ended = run(web.calls(("records", good_text), ("records", good_text)), mode="tools", repair=False)
    assert ended.outcome == (0, 1)
    assert "L6" in ended.rules
    assert len(ended.digest.casualties) == 1


# --------------------------------------------------------------------------- single records (N25 to N34)


def _changed(good: dict[str, Any], kind: str = "casualties", **fields: Any) -> str:
    first, *others = good[kind]
    return json.dumps({**good, kind: [{**first, **fields}, *others]})


@pytest.mark.parametrize(("field", "rule", "kept"), [("harm", "L2", 1), ("victim_status", "L2", 1), ("scope", "L1", 0)])
def test_n25_a_value_outside_its_vocabulary_costs_at_most_its_record(
    run: Run, web: ModuleType, good: dict[str, Any], field: str, rule: str, kept: int
) -> None:
    ended = run(web.says(_changed(good, **{field: "galactic"})), repair=False)
    assert ended.outcome == (0, 1)
    assert rule in ended.rules
    assert (len(ended.digest.casualties), len(ended.digest.events), len(ended.digest.claims)) == (kept, 1, 3)


def test_n26_extra_fields_are_ignored_and_counted(run: Run, web: ModuleType, good: dict[str, Any]) -> None:
    ended = run(web.says(_changed(good, mood="grim", id="c99")))
    assert ended.outcome == (0, 1)
    assert "L3" in ended.rules
    assert ended.digest.casualties[0].id == "c1"


@pytest.mark.parametrize("number", ["NaN", "-11", "1" * 400, "1e300"])
def test_n27_an_absurd_number_is_left_open(run: Run, web: ModuleType, good_text: str, number: str) -> None:
    """The count is read from its words all the same."""
    ended = run(web.says(good_text.replace('"number": 11', f'"number": {number}')))
    assert ended.outcome == (0, 1)
    assert "L10" in ended.rules
    assert ended.digest.casualties[0].count.value == 11


def test_n27_an_absurd_count_is_refused(run: Run, web: ModuleType, good: dict[str, Any]) -> None:
    ended = run(web.says(_changed(good, count="9" * 400)), repair=False)
    assert ended.outcome == (0, 1)
    assert ended.digest.casualties == ()
    assert {"N1", "C1"} <= ended.rules


@pytest.mark.parametrize(
    "text", ['{"events":' * 60_000, "[" * 60_000, '{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1)]
)
def test_n28_json_that_is_too_deep_is_no_answer(run: Run, web: ModuleType, text: str) -> None:
    assert run(web.completion({"content": text})).outcome == (6, 2)


def test_n28_a_lone_surrogate_is_cleaned(run: Run, web: ModuleType, good_text: str) -> None:
    text = good_text.replace('"headline": "Shelling', '"headline": "\\ud800 Shelling').replace(
        '"cue": null', '"cue": "\\ud800"'
    )
    for escaped in (text, text.replace("\\ud800", "\ud800")):
        ended = run(web.says(escaped), repair=False)
        assert ended.outcome == (0, 1)
        ended.digest.model_dump_json().encode("utf-8")


def test_n29_repeated_and_dangling_keys(run: Run, web: ModuleType, good: dict[str, Any]) -> None:
    second = {**good["casualties"][0], "count": "11", "event": "e77", "claims": ["k1", "k77"]}
    ended = run(web.says(json.dumps({**good, "casualties": [*good["casualties"], second]})))
    assert ended.outcome == (0, 1)
    assert {"L5", "R8"} <= ended.rules
    ids = [record.id for record in (*ended.digest.events, *ended.digest.casualties, *ended.digest.claims)]
    assert len(ids) == len(set(ids))


def test_n30_an_invented_quote_costs_its_record(
    run: Run, web: ModuleType, good: dict[str, Any], good_text: str
) -> None:
    """It is asked for once more; what stays invented is refused, and nothing else with it."""
    invented = web.says(_changed(good, evidence=[{"sentence": 1, "quote": "killed at least 99 villagers"}]))
    ended = run(invented)
    assert ended.outcome == (0, 2)
    assert (ended.digest.casualties, ended.digest.provenance.repairs) == ((), 1)
    assert {"Q2", "C1"} <= ended.rules
    assert run(invented, web.says(good_text)).digest.casualties[0].count.text == "at least 11"


def test_n30_where_everything_is_invented_there_is_no_answer(run: Run, web: ModuleType, good_text: str) -> None:
    ended = run(web.says(re.sub(r'"quote": "[^"]*"', '"quote": "nothing of the kind"', good_text)))
    assert ended.outcome == (6, 2)
    assert "nothing that" in ended.error.message


@pytest.mark.parametrize("quote", [
    "killed\\u00a0at least\\u00a011 villagers", "killed at  least\\n11 villagers", "killed at\\u200b least 11 villagers"
])  # fmt: skip
def test_n31_typography_is_folded_and_evidence_is_the_articles(
    run: Run, web: ModuleType, good_text: str, quote: str, article: Article
) -> None:
    ended = run(web.says(good_text.replace('"killed at least 11 villagers"', f'"{quote}"')))
    assert ended.outcome == (0, 1)
    evidence = ended.digest.casualties[0].evidence[0]
    assert article.text[evidence.start : evidence.end] == evidence.quote == "killed at least 11 villagers"


def test_n32_offsets_of_a_model_are_never_used(
    run: Run, web: ModuleType, good: dict[str, Any], article: Article
) -> None:
    wild = [{"sentence": 10**15, "quote": "killed at least 11 villagers", "start": 10**9, "end": -1}]
    ended = run(web.says(_changed(good, evidence=wild)))
    assert ended.outcome == (0, 1)
    evidence = ended.digest.casualties[0].evidence[0]
    assert article.text[evidence.start : evidence.end] == evidence.quote


def test_n33_a_count_that_is_not_in_its_quote_is_refused(run: Run, web: ModuleType, good: dict[str, Any]) -> None:
    ended = run(web.says(_changed(good, count="at least 62", number=62)))
    assert ended.outcome == (0, 2)
    assert ended.digest.casualties == ()
    assert {"N1", "C1"} <= ended.rules


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "=cmd|' /C calc'!A0", "<script>alert(1)</script>"])
def test_n34_hostile_text_is_not_in_the_article_and_so_not_in_the_digest(
    run: Run, web: ModuleType, good: dict[str, Any], hostile: str
) -> None:
    told = {**good["casualties"][0], "victims": hostile, "victim_side": hostile}
    summary = {"headline": hostile, "sentences": [{"text": f"Shells fell. {hostile}", "records": ["e1"]}]}
    ended = run(web.says(json.dumps({**good, "casualties": [told], "summary": summary})), repair=False)
    assert ended.outcome == (0, 1)
    records = ended.digest.model_copy(update={"findings": ()})
    assert hostile not in records.model_dump_json()
    assert "script" not in records.model_dump_json()


# --------------------------------------------------------------------------- what holds over all of them


def test_the_key_and_the_article_are_in_no_log(
    run: Run, web: ModuleType, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], good_text: str
) -> None:
    """Standard output and error stay empty whatever fails."""
    for script in (
        [web.error(500)],
        [web.says("nothing")],
        [web.says(good_text[:900])],
        [web.error(401, "canary-key-3141")],
    ):
        run(*script)
    assert capsys.readouterr() == ("", "")
    assert "canary-key-3141" not in caplog.text


@pytest.mark.parametrize("fault", ["401", "429", "400", "html", "unreadable", "refusal", "none"])
def test_the_key_is_nowhere_even_at_debug_level(
    web: ModuleType, environ: Run, tmp_path: Path, good_text: str, fault: str
) -> None:
    """Standard output and error, a traceback, the log of every library at its lowest level, recordings, the digest."""
    answers = {
        "401": web.error(401, f"Incorrect API key provided: {KEY}"),
        "429": web.error(429, f"{KEY} is limited", code=KEY),
        "400": web.error(400, f"{KEY} is no field", code=KEY),
        "html": web.Answer(200, f"<html>{KEY}</html>".encode(), {"Content-Type": "text/html", "X-Echo": KEY}),
        "unreadable": web.says(f"{KEY}, and no JSON"),
        "refusal": web.completion({"content": None, "refusal": f"I know {KEY}"}),
        "none": web.says(good_text.replace("Shelling at Torkech", KEY)),
    }
    (tmp_path / "a.txt").write_text(
        "TORKECH - Shells killed at least 11 villagers on Friday, the clinic said.", "utf-8"
    )
    with web.serving(answers[fault]) as server:
        environ(server, record=tmp_path / "recordings", attempts=2, repair="false")
        told = subprocess.run(
            [sys.executable, "-c", AT_DEBUG, str(tmp_path / "a.txt")], capture_output=True, text=True, check=False
        )
        assert server.calls
    assert "DEBUG" in told.stderr
    kept = [path.read_text("utf-8") for path in tmp_path.rglob("*.json")]
    assert len(kept) == (fault == "none")
    assert [text for text in (told.stdout, told.stderr, *kept) if KEY in text] == []


KEY = "canary-key-3141"
AT_DEBUG = """
import logging, sys, traceback
import summarizer
logging.basicConfig(level=logging.DEBUG)
try:
    print(summarizer.summarize(sys.argv[1]).model_dump_json())
except summarizer.SummarizerError as error:
    traceback.print_exc()
    print(repr(error), error.hint, file=sys.stderr)
"""


def test_the_article_reaches_the_wire_byte_for_byte(web: ModuleType, model: Run, digest: Run, good_text: str) -> None:
    from summarizer.articles import article_from_text

    text = (
        "DAR VENN - He wrote {{ 9*100 }} {% raw %} {# gone #} %s {0} “naïve” \\n on a wall; at least 11 villagers died."
    )
    article = article_from_text(text)
    with web.serving(web.says('{"actors":[],"events":[],"casualties":[],"claims":[],"summary":null}')) as server:
        digest(article, model(server, repair=False))
        assert (
            article.sentences[0].text.encode()
            in json.dumps(server.calls[0], ensure_ascii=False).replace("\\\\", "\\").encode()
        )


def test_live_requests_are_those_that_build_request_makes(
    web: ModuleType, model: Run, digest: Run, article: Article, good_text: str
) -> None:
    """Byte for byte, in every mode: batches and recordings see what a live endpoint sees."""
    from summarizer.engines.llm import request_for

    for mode in Mode:
        with web.serving(web.says(good_text)) as server:
            engine = model(server, mode=mode)
            digest(article, engine)
            expected = request_for(article, engine.settings).with_settings(mode=mode).body()
            assert server.calls == [expected]
            assert list(server.calls[0]) == list(expected)
