"""The one repair: what it asks for, what it may change, and what stays a finding."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.engines.exchange import read_reply
from summarizer.engines.repair import wanted
from summarizer.engines.repair_floor import floor_of, missing
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.verify import verify

Run = Callable[..., Any]
SEEDS = sorted(path.parent.name for path in Path(__file__).parents[3].glob("seeds/*/label.toml"))
NOTHING = '{"actors":[],"events":[],"casualties":[],"claims":[],"summary":null}'


@pytest.fixture
def run(web: ModuleType, model: Run, digest: Run) -> Run:
    def ended(article: Article, *script: Any, **settings: Any) -> tuple[Any, Any]:
        with web.serving(*script) as server:
            return digest(article, model(server, **settings)), server

    return ended


def without(good: dict[str, Any], **kinds: list[Any]) -> str:
    return json.dumps({**good, **kinds})


def test_a_good_reply_is_not_repaired(run: Run, web: ModuleType, article: Article, good_text: str) -> None:
    result, server = run(article, web.says(good_text))
    assert len(server.calls) == 1
    assert result.provenance.repairs == 0
    assert result.findings == ()


def test_the_repair_asks_only_for_what_failed(
    run: Run, web: ModuleType, article: Article, good: dict[str, Any]
) -> None:
    """The refused record and its reason, and the settled ones by key alone; all before is as in the first request."""
    bad = {**good["casualties"][0], "evidence": [{"sentence": 1, "quote": "at least 99 villagers"}]}
    _, server = run(article, web.says(without(good, casualties=[bad])), web.says(NOTHING))
    first, second = (call["messages"] for call in server.calls)
    assert second[:2] == first
    asked = second[2]["content"]
    assert "casualty-1 was refused" in asked
    assert "event-1: shelling" in asked
    assert "claim-2: The army denies" in asked
    assert asked.count('"evidence"') == 1


def test_a_repaired_record_takes_the_place_of_the_refused_one(
    run: Run, web: ModuleType, article: Article, good: dict[str, Any]
) -> None:
    bad = {**good["casualties"][0], "count": "at least 99"}
    mended = {**good["casualties"][0], "key": "casualty-1", "event": "event-1", "claims": ["claim-1"]}
    result, server = run(
        article,
        web.says(without(good, casualties=[bad])),
        web.says(json.dumps({**json.loads(NOTHING), "casualties": [mended]})),
    )
    assert len(server.calls) == 2
    (casualty,) = result.casualties
    assert (casualty.count.text, casualty.event_id, casualty.claim_ids) == ("at least 11", "e1", ("k1",))
    assert [f.rule for f in result.findings] == []
    assert (result.provenance.requests, result.provenance.retries, result.provenance.repairs) == (2, 0, 1)


def test_an_uncovered_number_is_asked_for_and_can_be_added(
    run: Run, web: ModuleType, article: Article, good: dict[str, Any]
) -> None:
    added = {**good["casualties"][0], "key": "n1", "event": "event-1", "claims": ["claim-1"]}
    result, server = run(
        article,
        web.says(without(good, casualties=[])),
        web.says(json.dumps({**json.loads(NOTHING), "casualties": [added]})),
    )
    assert "sentence 1: " in server.calls[1]["messages"][2]["content"]
    assert [(c.count.text, c.event_id) for c in result.casualties] == [("at least 11", "e1")]


def test_there_is_one_repair_and_no_second(run: Run, web: ModuleType, article: Article, good: dict[str, Any]) -> None:
    """What still fails is a finding."""
    bad = web.says(without(good, casualties=[{**good["casualties"][0], "count": "at least 99"}]))
    result, server = run(article, bad)
    assert len(server.calls) == 2
    assert {"N1", "C1"} <= {f.rule for f in result.findings}


@pytest.mark.parametrize("fault", ["error", "refusal", "hang", "nonsense"])
def test_a_repair_that_fails_keeps_the_draft_and_says_so(
    run: Run, web: ModuleType, article: Article, good: dict[str, Any], fault: str
) -> None:
    answers = {
        "error": web.error(500),
        "refusal": web.completion({"content": None, "refusal": "no"}),
        "hang": web.hang(),
        "nonsense": web.says("hm"),
    }
    result, _ = run(article, web.says(without(good, casualties=[])), answers[fault], timeout=3)
    assert len(result.events) == 1
    assert {"L12", "C1"} <= {f.rule for f in result.findings}


def test_without_repairs_the_findings_are_the_same(
    run: Run, web: ModuleType, article: Article, good: dict[str, Any]
) -> None:
    result, server = run(article, web.says(without(good, casualties=[], claims=[])), repair=False)
    assert len(server.calls) == 1
    assert {"C1", "L8"} <= {f.rule for f in result.findings}


def test_the_floor_shows_claims_that_were_dropped(article: Article, good: dict[str, Any]) -> None:
    """A denial, and all claims where none is left; what is there raises nothing."""
    floor = floor_of(article)

    def lost(**kinds: list[Any]) -> list[str]:
        return [f.message for f in missing(article, floor, read_reply(article, without(good, **kinds)).records)]

    assert lost() == []
    assert [message for message in lost(claims=good["claims"][:1]) if "denies" in message]
    assert len(lost(claims=[])) >= 2
    assert [message for message in lost(events=[]) if "event of type" in message]


def test_a_complete_reading_hardly_ever_calls_for_a_repair(seed: Run) -> None:
    """The labels of all seeds: in nine of ten articles neither scanner nor floor misses anything that can be read."""
    calling = []
    for name in SEEDS:
        article, reply = seed(name)
        draft = DraftRecords.model_validate_json(reply)
        _, findings = verify(article, draft)
        want = wanted(article, draft, findings, (), floor_of(article))
        if want.lost and not want.refused:
            calling.append(name)
    assert len(calling) <= len(SEEDS) / 10, calling
