"""Summaries composed from the records of hand-made labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.records.article import Article
from summarizer.records.draft import DraftSentence, DraftSummary
from summarizer.records.verified import VerifiedRecords
from summarizer.records.vocabulary import EventStatus, EventType
from summarizer.summary import LONGEST, MOST, compose_summary
from summarizer.summary.compose import HEADLINE_LENGTH, Composer
from summarizer.summary.happenings import nominal
from summarizer.summary.naming import Names
from summarizer.verify.wording import check_sentence

SEEDS = sorted(folder.name for folder in (Path(__file__).parents[2] / "seeds").iterdir() if folder.is_dir())
Labelled = Callable[[str], tuple[Article, VerifiedRecords]]


def _text(labelled: Labelled, name: str) -> str:
    summary, _ = compose_summary(*labelled(name))
    return " ".join(sentence.text for sentence in summary.sentences)


@pytest.mark.parametrize("name", SEEDS)
def test_a_summary_keeps_its_limits_and_names_records_that_exist(labelled: Labelled, name: str) -> None:
    article, records = labelled(name)
    summary, findings = compose_summary(article, records)
    known = {record.id for kind in (records.events, records.casualties, records.claims) for record in kind}
    assert 0 < len(summary.headline) <= HEADLINE_LENGTH
    assert 2 <= len(summary.sentences) <= MOST
    assert sum(len(sentence.text.split()) for sentence in summary.sentences) <= LONGEST
    assert all(sentence.records and set(sentence.records) <= known for sentence in summary.sentences)
    assert findings == ()


@pytest.mark.parametrize("name", SEEDS)
def test_no_printed_sentence_breaks_a_rule(labelled: Labelled, name: str) -> None:
    article, records = labelled(name)
    summary, _ = compose_summary(article, records)
    assert [f for sentence in summary.sentences for f in check_sentence(sentence, records, article)] == []


@pytest.mark.parametrize("name", SEEDS)
def test_every_composed_sentence_is_one_tidy_sentence(labelled: Labelled, name: str) -> None:
    for sentence in Composer(*labelled(name)).sentences():
        assert re.fullmatch(r"[^a-z\s].*[^\s.,;:]\.", sentence.text), sentence.text
        assert not re.search(r"  | ,|,,|,\.|\{|\}|\bNone\b(?! of)", sentence.text), sentence.text


@pytest.mark.parametrize("name", SEEDS)
def test_plans_conditions_denials_and_history_are_never_told(labelled: Labelled, name: str) -> None:
    article, records = labelled(name)
    news = {EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ATTEMPTED}
    unreal = {event.id for event in records.events if event.status not in news}
    assert not any(unreal & set(sentence.records) for sentence in Composer(article, records).sentences())


def test_two_sides_of_one_source_stand_in_one_sentence_with_hedge_and_source(labelled: Labelled) -> None:
    expected = (
        "At least 26 IS militants and nine of the Syrian and allied forces were killed, "
        "according to the Syrian Observatory for Human Rights."
    )
    assert expected in _text(labelled, "raqqa-offensive")


def test_the_medium_that_passed_a_figure_on_is_named(labelled: Labelled) -> None:
    expected = (
        "More than 40 people were killed and around a hundred were injured in shelling by Al Nusra militants "
        "in Aleppo, according to the Russian ceasefire-monitoring centre, as quoted by Russian news agencies."
    )
    assert expected in _text(labelled, "raqqa-offensive")


def test_rival_tolls_stand_side_by_side_and_are_never_added(labelled: Labelled) -> None:
    text = _text(labelled, "wedding-bombing")
    assert re.search(r"Tolls differ: .* said 38 guests died; the Interior Ministry said 35 people were killed", text)
    assert "73" not in text


def test_a_contested_event_names_the_side_that_disputes_it(labelled: Labelled) -> None:
    assert "JNIM disputed that account" in _text(labelled, "lere-drone-strike")


def test_a_withdrawn_figure_is_not_told(labelled: Labelled) -> None:
    assert not re.search(r"\b(?:31|14)\b", _text(labelled, "wedding-bombing"))


def test_a_figure_in_the_outlets_own_voice_is_reportedly(labelled: Labelled) -> None:
    assert "one officer was reportedly injured" in _text(labelled, "sukoharjo-raid").lower()


def test_nothing_recorded_gives_an_empty_summary(labelled: Labelled) -> None:
    article, _ = labelled("raqqa-offensive")
    summary, findings = compose_summary(article, VerifiedRecords())
    assert (summary.headline, summary.sentences, findings) == ("", (), ())


def test_a_sentence_of_the_engine_that_passes_is_taken_first(labelled: Labelled) -> None:
    article, records = labelled("raqqa-offensive")
    words = "At least 26 IS militants were killed, the Syrian Observatory for Human Rights said."
    offered = DraftSummary(headline="", sentences=(DraftSentence(text=words, records=("x",)),))
    summary, findings = compose_summary(article, records, offered, {"x": "c1"})
    assert summary.sentences[0].text == words
    assert findings == ()
    assert not any("c1" in sentence.records for sentence in summary.sentences[1:])


def test_a_sentence_of_the_engine_that_fails_is_refused_with_a_finding(labelled: Labelled) -> None:
    article, records = labelled("raqqa-offensive")
    words = "Some 35 people were killed, the Syrian Observatory for Human Rights said."
    offered = DraftSummary(headline="", sentences=(DraftSentence(text=words, records=("x", "y")),))
    summary, findings = compose_summary(article, records, offered, {"x": "c1", "y": "c2"})
    assert words not in {sentence.text for sentence in summary.sentences}
    assert {finding.rule for finding in findings} == {"S2"}


def test_no_side_is_named_as_the_one_who_harmed_its_own(labelled: Labelled) -> None:
    tried = 0
    for name in SEEDS:
        article, records = labelled(name)
        names = Names(article, records.actors)
        for event in records.events:
            if len(event.actors) == 1 and event.type is not EventType.TERRITORY_CHANGE:
                tried += 1
                agent = f" by {names.phrase(event.actors[0])}"
                assert agent in nominal(event, names)
                assert agent not in nominal(event, names, frozenset(event.actors))
    assert tried > 50
