"""Long articles: cut between paragraphs, read at the same time, joined without counting twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import article_from_text
from summarizer.engines.long_articles import parts_of
from summarizer.errors import ArticleTooLarge
from summarizer.records.article import Article

Run = Callable[..., Any]
FILLER = "\n\n".join(
    f"The road from the river to the hills was closed on day {n}, drivers said, and markets in the valley stayed shut."
    for n in range(60)
)
LONG = (
    "Shelling kills villagers near Torkech\n\nTORKECH - Shells killed at least 11 villagers in Torkech on Friday, "
    f"the clinic said.\n\n{FILLER}\n\nThe shells that fell on Friday killed at least 11 villagers in Torkech, the "
    "clinic said. Seven soldiers were wounded in Nasir, the army said."
)


def test_the_parts_are_the_article() -> None:
    article = article_from_text(LONG)
    parts = parts_of(article, 2_000)
    assert [s for part in parts for s in part] == list(article.sentences)
    assert len(parts) > 2
    for one, other in pairwise(parts):
        assert one[-1].paragraph != other[0].paragraph
        assert sum(len(s.text) for s in one) <= 2_000


@given(st.lists(st.lists(st.sampled_from(["One died.", "Two were hurt in a long sentence."]), min_size=1, max_size=6),
                min_size=1, max_size=12), st.integers(min_value=20, max_value=400))  # fmt: skip
def test_no_sentence_is_lost_or_read_twice(paragraphs: list[list[str]], size: int) -> None:
    article = article_from_text("\n\n".join(" ".join(sentences) for sentences in paragraphs))
    assert [s for part in parts_of(article, size) for s in part] == list(article.sentences)


def _casualty(key: str, sentence: str, count: str, victims: str, number: str) -> dict[str, Any]:
    return {
        "key": key, "event": f"e{key}", "harm": "killed" if "11" in count else "injured", "count": count,
        "number": None,
        "victims": victims, "victim_status": "civilian" if "11" in count else "combatant", "victim_side": None,
        "attributed_to": [], "scope": "incident", "subset_of": None, "claims": [],
        "evidence": [{"sentence": int(number), "quote": sentence}],
    }  # fmt: skip


def reader(web: ModuleType) -> Callable[[dict[str, Any]], Any]:
    """A model that records every toll it is shown, each on an event of its own."""

    def answer(body: dict[str, Any]) -> Any:
        shown = body["messages"][1]["content"]
        casualties, events = [], []
        for number, text in re.findall(r"^\[(\d+)\] (.*)$", shown, re.M):
            for count, victims in (("at least 11", "villagers"), ("Seven", "soldiers")):
                if f"{count} {victims}" in text:
                    key = f"{number}{victims[0]}"
                    casualties.append(_casualty(key, f"{count} {victims}", count, victims, number))
                    events.append({
                        "key": f"e{key}", "type": "shelling" if victims == "villagers" else "armed_clash",
                        "status": "completed", "actors": [], "supporters": [], "targets": [], "location": None,
                        "place": "Torkech" if victims == "villagers" else "Nasir", "admin1": None, "country": None,
                        "time": None, "weapon": None, "evidence": [{"sentence": int(number), "quote": text}],
                    })  # fmt: skip
        empty: dict[str, Any] = {"actors": [], "claims": [], "summary": None}
        return web.says(json.dumps({**empty, "events": events, "casualties": casualties}))(body)

    return answer


def test_a_long_article_is_read_whole_and_no_toll_counts_twice(web: ModuleType, model: Run, digest: Run) -> None:
    article = article_from_text(LONG)
    with web.serving(reader(web)) as server:
        result = digest(article, model(server, part_chars=2_000, repair=False))
    shown = " ".join(call["messages"][1]["content"] for call in server.calls)
    assert all(f"[{s.number}] {s.text}" in shown for s in article.sentences)
    assert sorted(c.count.text for c in result.casualties) == ["Seven", "at least 11"]
    assert "L11" in {f.rule for f in result.findings}
    assert result.provenance.requests == len(server.calls) > 2


def test_parts_are_asked_for_at_the_same_time_and_know_of_each_other(web: ModuleType, model: Run, digest: Run) -> None:
    """Headline, dateline and parties go with every part."""
    article = article_from_text(LONG)

    def slow(body: dict[str, Any]) -> Any:
        answer = reader(web)(body)
        answer.delay = 0.2
        return answer

    with web.serving(slow) as server:
        digest(article, model(server, part_chars=2_000, repair=False))
        assert server.peak > 1
    parts = [call["messages"][1]["content"] for call in server.calls]
    assert all("dateline: TORKECH" in part and "parties named in it: " in part for part in parts)
    assert sum("headline, as context only: Shelling kills" in part for part in parts) == len(parts) - 1


def test_one_part_that_fails_fails_the_article(web: ModuleType, model: Run, digest: Run) -> None:
    from summarizer.errors import ProviderError

    def broken(body: dict[str, Any]) -> Any:
        return web.error(500) if "Seven soldiers" in body["messages"][1]["content"] else reader(web)(body)

    with web.serving(broken) as server, pytest.raises(ProviderError):
        digest(article_from_text(LONG), model(server, part_chars=2_000, attempts=1))


def test_n8_an_article_too_long_for_the_model_is_split_and_read(web: ModuleType, model: Run, digest: Run) -> None:
    """1 call that is refused, then the parts; nothing is cut off."""
    article: Article = article_from_text(LONG)

    def narrow(body: dict[str, Any]) -> Any:
        if len(body["messages"][1]["content"]) > 4_000:
            return web.error(400, "maximum context length is 4096 tokens", code="context_length_exceeded")
        return reader(web)(body)

    with web.serving(narrow) as server:
        result = digest(article, model(server, repair=False))
    assert sorted(c.count.text for c in result.casualties) == ["Seven", "at least 11"]
    assert "L11" in {f.rule for f in result.findings}


def test_n8_what_does_not_fit_in_parts_either_names_the_limit(web: ModuleType, model: Run, digest: Run) -> None:
    told = web.error(400, "maximum context length is 512 tokens", code="context_length_exceeded")
    with web.serving(told) as server, pytest.raises(ArticleTooLarge, match="512 tokens"):
        digest(article_from_text(LONG), model(server))
    assert len(server.calls) <= 8
