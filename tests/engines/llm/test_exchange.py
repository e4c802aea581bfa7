"""Requests and replies without a network."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import article_from_text
from summarizer.engines.exchange import (
    Mode,
    ModelRequest,
    ModelSettings,
    Unreadable,
    build_request,
    nonce_of,
    read_reply,
    show,
)
from summarizer.engines.exchange_records import REFERENCE_MARK
from summarizer.engines.exchange_schema import wire_schema
from summarizer.prompting import load_prompt
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords

TEXT = "TORKECH - Shells killed at least 11 villagers on Friday, the clinic said.\n\nThe army said nothing."
ARTICLE = article_from_text(TEXT)
CASUALTY: dict[str, Any] = {
    "key": "c1", "event": None, "harm": "killed", "count": "at least 11", "number": 11, "victims": "villagers",
    "victim_status": "civilian", "victim_side": None, "attributed_to": [], "scope": "incident", "subset_of": None,
    "claims": [], "evidence": [{"sentence": 1, "quote": "killed at least 11 villagers"}],
}  # fmt: skip
EMPTY: dict[str, Any] = {"actors": [], "events": [], "casualties": [], "claims": [], "summary": None}


def answer(*casualties: dict[str, Any], **more: Any) -> str:
    return json.dumps({**EMPTY, "casualties": list(casualties), **more})


def request(article: Article = ARTICLE, mode: Mode = Mode.JSON_SCHEMA) -> ModelRequest:
    return build_request(article, load_prompt("extract"), ModelSettings(name="m", mode=mode))


def rules(text: str) -> list[str]:
    return [finding.rule for finding in read_reply(ARTICLE, text).findings]


def _objects(node: Any) -> list[dict[str, Any]]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = [each for value in below for each in _objects(value)]
    return [*found, node] if isinstance(node, dict) and node.get("type") == "object" else found


def test_the_schema_is_clean_for_strict_mode() -> None:
    """Every property is required, none unknown, and there are no defaults, titles or open unions."""
    text = json.dumps(wire_schema())
    for each in _objects(wire_schema()):
        assert each["required"] == list(each["properties"])
        assert each["additionalProperties"] is False
    assert not [word for word in ('"default"', '"title"', '"anyOf"', '"description"') if word in text]


def test_the_schema_is_that_of_the_draft_records() -> None:
    assert set(wire_schema()["properties"]) == set(DraftRecords.model_fields)
    reply = read_reply(ARTICLE, answer(CASUALTY))
    assert DraftRecords.model_validate(reply.records.model_dump()) == reply.records


def test_the_article_stands_last_between_markers_it_cannot_hold() -> None:
    content = request().messages[-1].content
    nonce = nonce_of(ARTICLE)
    assert content.startswith(f"<<<ARTICLE {nonce}>>>\n")
    assert content.endswith(f"\n<<<END {nonce}>>>")
    assert nonce not in TEXT
    assert (
        "[1] Shells killed at least 11 villagers on Friday, the clinic said.\n\n[2] The army said nothing." in content
    )


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1).filter(str.strip))
def test_sentences_reach_the_request_unchanged(text: str) -> None:
    """No template engine, no formatting: what the loader found is what is sent."""
    article = article_from_text(f"A{text}")
    content = show(article)
    assert all(f"[{s.number}] {s.text}" in content for s in article.sentences)


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }} {% for x in y %} {0} {name} %s %(a)s ${b} {# gone #} \\n", "{{vocabulary Harm}}"]
)
def test_template_syntax_in_an_article_is_text(text: str) -> None:
    assert (
        text
        in json.loads(json.dumps(request(article_from_text(f"He wrote {text} on a wall.")).body()))["messages"][-1][
            "content"
        ]
    )


def test_the_key_of_a_request_is_that_of_its_content() -> None:
    assert request().key == request().key
    assert request().key == request(mode=Mode.TOOLS).key
    assert request().key != request(article_from_text(f"{TEXT} More.")).key


@pytest.mark.parametrize("mode", list(Mode))
def test_each_mode_holds_the_model_to_the_schema(mode: Mode) -> None:
    body = json.dumps(request(mode=mode).body())
    assert ('"strict": true' in body) == (mode is not Mode.JSON)
    assert "victim_status" in body
    assert "additionalProperties" in body


@pytest.mark.parametrize(
    "wrap",
    [
        "{}", "```json\n{}\n```", "Here it is:\n{}\nAnything else?", "<think>{{\"casualties\": 3}} hm</think>\n{}",
        '{{"records": {}}}', '{{"name": "records", "arguments": {}}}', "An aside {{not json}} first. {}", "[{}]",
    ],
)  # fmt: skip
def test_an_answer_is_found_in_what_surrounds_it(wrap: str) -> None:
    reply = read_reply(ARTICLE, wrap.format(answer(CASUALTY)))
    assert [c.count for c in reply.records.casualties] == ["at least 11"]
    assert reply.complete


def test_an_answer_given_as_text_inside_a_call_is_found() -> None:
    wrapped = json.dumps({"name": "records", "arguments": answer(CASUALTY)})
    assert len(read_reply(ARTICLE, wrapped).records.casualties) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "null",
        "I cannot do that.",
        "[]",
        "{}",
        "[" * 60_000,
        '{"casualties":' * 60_000,
        '{"a":' * 59,
        "3",
        "<html></html>",
    ],
)
def test_what_holds_no_answer_is_unreadable_in_a_line(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_reply(ARTICLE, text)
    assert len(str(caught.value)) < 100


def test_a_cut_answer_keeps_its_whole_records_and_says_so() -> None:
    text = answer(CASUALTY, {**CASUALTY, "key": "c2", "count": "11"})
    reply = read_reply(ARTICLE, text[: text.index('"c2"') + 60])
    assert not reply.complete
    assert [c.count for c in reply.records.casualties] == ["at least 11"]
    assert "L4" in [finding.rule for finding in reply.findings]


@given(st.integers(min_value=1, max_value=600))
def test_a_cut_anywhere_is_never_taken_for_a_whole_answer(cut: int) -> None:
    text = answer(CASUALTY, {**CASUALTY, "key": "c2"})
    try:
        reply = read_reply(ARTICLE, text[: -1 - cut % (len(text) - 1)])
    except Unreadable:
        return
    assert not reply.complete


def test_one_bad_record_costs_no_other() -> None:
    bad = [{**CASUALTY, "scope": "galaxy"}, {"key": "x"}, 3, {**CASUALTY, "count": "x" * 10_000}]
    reply = read_reply(ARTICLE, json.dumps({**EMPTY, "casualties": [*bad, CASUALTY]}))
    assert [c.count for c in reply.records.casualties] == ["at least 11"]
    assert [f.rule for f in reply.findings].count("L1") == 4


@pytest.mark.parametrize(("given_", "read", "found"), [
    ("other", "other", []), ("Killed", "killed", []), ("obliterated", "other", ["L2"]), (None, "other", ["L2"]),
])  # fmt: skip
def test_a_value_outside_its_vocabulary_becomes_the_open_one(given_: Any, read: str, found: list[str]) -> None:
    reply = read_reply(ARTICLE, answer({**CASUALTY, "harm": given_}))
    assert ([c.harm for c in reply.records.casualties], [f.rule for f in reply.findings]) == ([read], found)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-3", "1" + "0" * 400, "true", "2.5", '"many"'])
def test_a_number_that_is_none_is_left_open(number: str) -> None:
    text = answer(CASUALTY).replace('"number": 11', f'"number": {number}')
    reply = read_reply(ARTICLE, text)
    assert [c.number for c in reply.records.casualties] == [None]
    assert [f.rule for f in reply.findings] == ["L10"]


def test_more_digits_than_python_reads_are_no_crash() -> None:
    text = answer(CASUALTY).replace('"number": 11', f'"number": {"9" * 5000}')
    with contextlib.suppress(Unreadable):
        assert read_reply(ARTICLE, text).records.casualties[0].number is None


def test_keys_are_issued_anew_and_references_follow() -> None:
    """A repeated key leads to the first record; a reference to nothing leads to nothing."""
    text = answer(CASUALTY, {**CASUALTY, "count": "11", "subset_of": "c1", "claims": ["k9"], "event": "event-1"})
    reply = read_reply(ARTICLE, text)
    first, second = reply.records.casualties
    assert (first.key, second.key, second.subset_of) == ("casualty-1", "casualty-2", "casualty-1")
    assert (second.claims, second.event) == (("?k9",), "?event-1")
    assert [f.rule for f in reply.findings] == ["L5"]


def test_fields_nobody_asked_for_are_ignored_and_named() -> None:
    reply = read_reply(ARTICLE, answer({**CASUALTY, "start": 10**9, "confidence": 0.9}, note="x"))
    assert [(f.rule, f.message) for f in reply.findings] == [("L3", "fields ignored: confidence, note, start")]


def test_lone_surrogates_and_nul_are_cleaned() -> None:
    reply = read_reply(ARTICLE, answer({**CASUALTY, "victims": "X"}).replace('"X"', '"a\\ud800b\\u0000c"'))
    assert reply.records.casualties[0].victims == "a\ufffdbc"


def test_several_answers_are_joined_and_reported() -> None:
    reply = read_reply(ARTICLE, f"[{answer(CASUALTY)},{answer({**CASUALTY, 'count': '11'})}]")
    assert [c.count for c in reply.records.casualties] == ["at least 11", "11"]
    assert "L6" in [f.rule for f in reply.findings]


def test_a_flood_of_records_is_capped_and_counted() -> None:
    reply = read_reply(ARTICLE, answer(*[CASUALTY] * 500))
    assert len(reply.records.casualties) == 400
    assert "L7" in [f.rule for f in reply.findings]


def test_what_repeats_the_instructions_is_left_out() -> None:
    summary = {"headline": "h", "sentences": [{"text": f"Mark {REFERENCE_MARK}.", "records": ["c1"]}]}
    reply = read_reply(ARTICLE, answer({**CASUALTY, "victims": REFERENCE_MARK}, summary=summary))
    assert reply.records.casualties == ()
    assert reply.records.summary is not None
    assert reply.records.summary.sentences == ()
    assert [f.rule for f in reply.findings] == ["L9", "L9"]


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from([*EMPTY, *CASUALTY]), inner, max_size=5),
    max_leaves=25,
))  # fmt: skip
def test_no_reply_of_any_shape_is_a_crash(value: Any) -> None:
    """JSON of any shape under the names of our fields gives records or Unreadable."""
    with contextlib.suppress(Unreadable):
        DraftRecords.model_validate(read_reply(ARTICLE, json.dumps(value)).records.model_dump())


@given(st.text(max_size=200))
def test_no_text_is_a_crash(text: str) -> None:
    with contextlib.suppress(Unreadable):
        read_reply(ARTICLE, text)


def test_every_remark_on_replies_is_tested_by_id(root: Path) -> None:
    from summarizer.engines.exchange_rules import RULES

    texts = "".join(path.read_text("utf-8") for path in (root / "tests" / "engines" / "llm").glob("test_*.py"))
    assert [rule.id for rule in RULES if f'"{rule.id}"' not in texts] == []
