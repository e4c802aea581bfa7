"""The prompts: complete, stable byte by byte, and their examples as good as what we ask for."""

from __future__ import annotations

import json
import re

import pytest

from summarizer.articles import article_from_text
from summarizer.engines.exchange import ModelSettings, build_request, read_reply
from summarizer.engines.exchange_records import REFERENCE_MARK
from summarizer.errors import ConfigurationError
from summarizer.prompting import load_examples, load_prompt
from summarizer.records import vocabulary
from summarizer.records.draft import DraftActor, DraftCasualty, DraftClaim, DraftEvent
from summarizer.records.vocabulary import Term
from summarizer.verify import verify

ASKED_FOR = ("ActorType", "EventType", "EventStatus", "Harm", "VictimStatus", "Scope", "Stance", "SourceType")


def test_a_prompt_is_the_same_every_time_and_knows_its_hash() -> None:
    first = load_prompt("extract")
    load_prompt.cache_clear()
    assert load_prompt("extract") == first
    assert (first.info.id, first.info.version, len(first.info.sha256)) == ("extract", 1, 64)


def test_a_prompt_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"extract\.v99\.md"):
        load_prompt("extract", 99)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_every_value_a_model_may_choose_is_defined_in_the_prompt(name: str) -> None:
    terms: type[Term] = getattr(vocabulary, name)
    text = load_prompt("extract").text
    assert [term for term in terms if f"- {term}: {term.definition}" not in text] == []


@pytest.mark.parametrize("record", [DraftActor, DraftEvent, DraftCasualty, DraftClaim])
def test_every_field_a_model_fills_is_shown_in_an_example(record: type) -> None:
    text = load_prompt("extract").text
    assert [name for name in record.model_fields if f'"{name}":' not in text] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["extract", "repair"])
def test_nothing_is_left_to_be_filled_in(name: str) -> None:
    assert not re.search(r"\{\{|\}\}\}\}|\$\{", load_prompt(name).text.replace('"}}', ""))


def test_the_reference_mark_stands_in_the_instructions() -> None:
    assert load_prompt("extract").text.count(REFERENCE_MARK) == 1


@pytest.mark.parametrize("number", range(len(load_examples())))
def test_the_worked_examples_pass_the_verifier_whole(number: int, root: object) -> None:
    """Every record stands, no number is uncovered, and there is nothing to remark."""
    example = load_examples()[number]
    article = article_from_text("\n\n".join(example.sentences))
    assert [sentence.text for sentence in article.sentences] == list(example.sentences)
    reply = read_reply(article, example.reply)
    records, findings = verify(article, reply.records)
    assert (reply.findings, findings) == ((), ())
    given = json.loads(example.reply)
    assert [len(given[kind]) for kind in ("events", "casualties", "claims")] == [
        len(records.events), len(records.casualties), len(records.claims)
    ]  # fmt: skip


def test_the_examples_are_sentences_of_labelled_seeds(seeds) -> None:  # type: ignore[no-untyped-def]
    texts = [" ".join(path.read_text("utf-8").split()) for path in sorted(seeds.glob("*/article.txt"))]
    for example in load_examples():
        assert any(all(" ".join(s.split()) in text for s in example.sentences) for text in texts)


def test_two_requests_share_all_but_the_article(seeds) -> None:  # type: ignore[no-untyped-def]
    """Schema and instructions come first and are the same bytes: what a provider caches."""
    bodies = []
    for name in ("raqqa-offensive", "nasir-ceasefire"):
        article = article_from_text((seeds / name / "article.txt").read_text("utf-8"))
        bodies.append(json.dumps(build_request(article, load_prompt("extract"), ModelSettings(name="m")).body()))
    fixed = bodies[0].index("<<<ARTICLE")
    assert bodies[0][:fixed] == bodies[1][:fixed]
    assert fixed > 0.6 * len(bodies[0])
