"""Throughput of the offline engine on one core, against a blank spaCy pipeline in the same run."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from measure import ROOT, Row, articles, at_least, at_most, cpu, ratio

NUMBER = 60
PEAK = """
import sys
sys.path.insert(0, "evals/bench")
from bench_offline import digest
from measure import articles, peak
for text in articles(200):
    digest(text)
print(peak())
"""


def drive(coroutine: Any) -> Any:
    """The result of a coroutine that never waits, without an event loop."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise RuntimeError("the offline engine waits for something")


def digest(text: str) -> object:
    """One article from text to digest."""
    from summarizer.articles import article_from_text
    from summarizer.engines.offline import OfflineEngine
    from summarizer.pipeline import asummarize

    return drive(asummarize(article_from_text(text), OfflineEngine()))


def rows() -> list[Row]:
    """Rates, linearity, memory and where the time goes."""
    texts = articles(NUMBER)
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds = cpu(lambda: [digest(text) for text in texts])
    return [
        at_least("offline, 700-word articles, one core", NUMBER / seconds, "articles/s", 500),
        at_least("offline, text", size / seconds, "MB/s", 2),
        *_yardstick(texts, NUMBER / seconds),
        _linearity(),
        *_stages(texts),
        _memory(),
    ]


def _yardstick(texts: list[str], rate: float) -> list[Row]:
    if not importlib.util.find_spec("spacy"):
        return [Row("offline / spaCy blank tokenizer + sentencizer + Matcher", "not measured: spaCy is not installed")]
    pipeline = _spacy()
    theirs = len(texts) / cpu(lambda: [pipeline(text) for text in texts], 3)
    return [
        Row("spaCy blank tokenizer + sentencizer + Matcher", f"{theirs:,.0f} articles/s"),
        at_least("offline / spaCy blank pipeline, articles per second", rate / theirs, "x", 1),
    ]


def _spacy() -> Callable[[str], object]:
    import spacy
    from spacy.matcher import Matcher

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    matcher = Matcher(language.vocab)
    harm, verb = ["killed", "injured", "wounded", "dead"], ["said", "told", "reported", "denied"]
    matcher.add("harm", [[{"LIKE_NUM": True}, {"OP": "{0,4}"}, {"LOWER": {"IN": harm}}]])
    matcher.add("said", [[{"IS_TITLE": True, "OP": "+"}, {"LOWER": {"IN": verb}}]])

    def pipeline(text: str) -> object:
        document = language(text)
        return list(document.sents), matcher(document)

    return pipeline


def _linearity() -> Row:
    short, long = articles(10), articles(1, words=7000)
    per_short = cpu(lambda: [digest(text) for text in short]) / sum(map(len, short))
    per_long = cpu(lambda: digest(long[0])) / len(long[0])
    return ratio("time per byte, 7,000-word article / 700-word articles", per_long / per_short, 1.3)


def _stages(texts: list[str]) -> list[Row]:
    from summarizer.articles import article_from_text
    from summarizer.engines.offline import OfflineEngine
    from summarizer.summary import compose_summary
    from summarizer.verify import verify

    engine, spent = OfflineEngine(), dict.fromkeys(("load", "draft", "verify", "summary"), 0.0)

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        started = time.process_time()
        result = work()
        spent[stage] += time.process_time() - started
        return result

    for text in texts:
        article = timed("load", lambda text=text: article_from_text(text))
        draft = timed("draft", lambda article=article: drive(engine.draft(article)).records)
        records, _ = timed("verify", lambda article=article, draft=draft: verify(article, draft))
        timed("summary", lambda article=article, records=records: compose_summary(article, records))
    whole = sum(spent.values())
    split = ", ".join(f"{stage} {took / whole:.0%}" for stage, took in spent.items())
    return [Row("where the time goes", split), Row("CPU per article", f"{whole / len(texts) * 1000:.2f} ms")]


def _memory() -> Row:
    run = subprocess.run([sys.executable, "-c", PEAK], cwd=ROOT, capture_output=True, text=True, check=True)
    return at_most("peak memory, 200 articles offline", float(run.stdout), "MB", 80)


if __name__ == "__main__":
    print(*rows(), sep="\n")
