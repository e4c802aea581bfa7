"""What a corpus run tells machines: a JSON log, and traces."""

from __future__ import annotations

import json
import sys
from types import ModuleType
from typing import Any

WORDS = ("villagers", "Torkech", "clinic", "canary-key")


def events(told: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.splitlines()]


def test_every_line_of_a_json_log_is_an_event_about_an_article_or_the_run(
    web: ModuleType, right: Any, lines: Any, process: Any
) -> None:
    path = lines(3)
    with path.open("a", encoding="utf-8") as file:
        file.write("not json\n")
    with web.serving(right()) as server:
        first = process("corpus", path.name, "-s", "runs.db", "--log-format", "json", server=server)
        second = process("corpus", path.name, "-s", "runs.db", "--log-format", "json", server=server)
    told = events(first.err)
    assert first.code == 8
    assert all({"time", "level", "event"} <= each.keys() for each in told)
    done = [each for each in told if each["event"] == "article.done"]
    assert {each["article"] for each in done} == {"a000", "a001", "a002"}
    assert {(each["requests"], each["input_tokens"], each["model"]) for each in done} == {(1, 1000, "m")}
    [failed] = [each for each in told if each["event"] == "article.failed"]
    assert (failed["article"], failed["reason"], failed["level"]) == ("corpus.jsonl:4", "ArticleUnreadable", "warning")
    assert (told[-1]["event"], told[-1]["done"], told[-1]["failed"]) == ("run.ended", 3, 1)
    again = events(second.err)
    assert [each["standing"] for each in again if each["event"] == "article.passed"] == ["done"] * 3 + ["failed"]
    assert [word for word in WORDS if word in first.err + second.err] == []


def test_words_of_a_model_stay_out_of_the_log(web: ModuleType, lines: Any, process: Any) -> None:
    with web.serving(web.completion({"content": None, "refusal": "these villagers"})) as server:
        ended = process("corpus", lines(1), "-s", "runs.db", "--log-format", "json", server=server)
    assert [each.get("reason") for each in events(ended.err) if each["event"] == "article.failed"] == ["AnswerRefused"]
    assert "villagers" not in ended.err


def test_errors_of_the_call_are_told_the_same_way(process: Any) -> None:
    for words in (["--shard", "5/4"], ["--no-such-option"]):
        ended = process("corpus", ".", "-s", "runs.db", "--log-format", "json", *words)
        [told] = events(ended.err)
        assert (ended.code, told["level"]) == (2, "error")


def test_a_quiet_log_holds_failures_alone(lines: Any, process: Any) -> None:
    path = lines(2)
    with path.open("a", encoding="utf-8") as file:
        file.write("not json\n")
    ended = process("corpus", path.name, "-s", "runs.db", "-e", "offline", "--log-format", "json", "--quiet")
    assert [each["event"] for each in events(ended.err)] == ["article.failed"]


TRACED = """
import json, sys
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
exporter, provider = InMemorySpanExporter(), TracerProvider(shutdown_on_exit=False)
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
metrics.set_meter_provider(MeterProvider([InMemoryMetricReader()], shutdown_on_exit=False))
from summarizer.cli import main
code = main(sys.argv[1:])
for span in exporter.get_finished_spans():
    print("@@" + json.dumps(json.loads(span.to_json())))
sys.exit(code)
"""


def spans(words: list[str], begin: Any, **given: Any) -> list[dict[str, Any]]:
    """The spans of a run whose process has set up OpenTelemetry itself."""
    running = begin(*words, command=[sys.executable, "-c", TRACED], **given)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    return [json.loads(line[2:]) for line in out.splitlines() if line.startswith("@@")]


def test_articles_of_a_corpus_are_spans_with_their_questions_below(
    web: ModuleType, right: Any, lines: Any, begin: Any
) -> None:
    words = ["corpus", str(lines(3)), "-s", "runs.db", "--otel", "--quiet"]
    with web.serving(right()) as server:
        found = spans(words, begin, server=server)
    articles = {each["context"]["span_id"]: each for each in found if each["name"] == "article"}
    assert {each["attributes"]["summarizer.article.id"] for each in articles.values()} == {"a000", "a001", "a002"}
    drafts = {each["context"]["span_id"]: each for each in found if each["name"] == "draft"}
    assert {each["parent_id"] for each in drafts.values()} == set(articles)
    assert {each["parent_id"] for each in found if each["name"] == "chat m"} == set(drafts)
    assert [word for word in WORDS if word in json.dumps(found)] == []


def test_articles_that_are_read_in_other_processes_are_spans_as_well(lines: Any, begin: Any) -> None:
    words = ["corpus", str(lines(60)), "-s", "runs.db", "-e", "offline", "-c", "2", "--otel", "--quiet"]
    found = spans(words, begin)
    assert [each["name"] for each in found] == ["article"] * 60
    assert {each["attributes"]["summarizer.outcome"] for each in found} == {"done"}
