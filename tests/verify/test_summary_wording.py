"""Each S-rule on a sentence that breaks it and on one that keeps it."""

from __future__ import annotations

import pytest

from summarizer.records.article import Article
from summarizer.records.digest import SummarySentence
from summarizer.records.values import Count, Link
from summarizer.records.verified import Casualty, Claim, Event, Evidence, VerifiedRecords
from summarizer.records.vocabulary import (
    CountModifier,
    EventStatus,
    EventType,
    EvidenceMatch,
    Harm,
    SourceType,
    Stance,
    Support,
    VictimStatus,
)
from summarizer.verify.wording import JUDGES, RULES, check_sentence

TEXT = (
    "Shells fell on Torkech, killing at least 11 villagers, the clinic said. The army denied it. "
    "Rebels would march on Malakal if attacked again. A truce was broken in 2015."
)
ARTICLE = Article(id="0", source="-", text=TEXT)


def _quote(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(sentence=1, quote=words, start=start, end=start + len(words), match=EvidenceMatch.EXACT),)


RECORDS = VerifiedRecords(
    events=(
        Event(
            id="e1",
            type=EventType.SHELLING,
            status=EventStatus.COMPLETED,
            support=Support.CONTESTED,
            evidence=_quote("Shells fell on Torkech"),
        ),
        Event(
            id="e2",
            type=EventType.OFFENSIVE,
            status=EventStatus.HYPOTHETICAL,
            evidence=_quote("Rebels would march on Malakal if attacked again"),
        ),
    ),
    casualties=(
        Casualty(
            id="c1",
            event_id="e1",
            harm=Harm.KILLED,
            count=Count(text="at least 11", value=11, min=11, best=11, modifier=CountModifier.AT_LEAST),
            victims="villagers",
            victim_status=VictimStatus.CIVILIAN,
            evidence=_quote("killing at least 11 villagers"),
        ),
    ),
    claims=(
        Claim(
            id="k1",
            source="the clinic",
            chain=(Link(name="the clinic", type=SourceType.MEDICAL_RESCUE),),
            source_type=SourceType.MEDICAL_RESCUE,
            anonymous=False,
            stance=Stance.ASSERTS,
            content="Shells fell on Torkech, killing at least 11 villagers",
            evidence=_quote("Shells fell on Torkech, killing at least 11 villagers, the clinic said."),
        ),
    ),
)


def _broken(text: str, *records: str) -> set[str]:
    sentence = SummarySentence(text=text, records=records)
    return {finding.rule for finding in check_sentence(sentence, RECORDS, ARTICLE)}


@pytest.mark.parametrize(
    ("rule", "text", "records"),
    [
        ("S1", "Shells fell on Torkech, the clinic said.", ()),
        ("S1", "Shells fell on Torkech, the clinic said.", ("e9",)),
        ("S2", "At least 11 villagers were killed and 30 hurt, the clinic said.", ("c1",)),
        ("S2", "Twelve villagers were killed, the clinic said.", ("c1",)),
        ("S3", "Shells killed 11 villagers, the clinic said.", ("c1",)),
        ("S4", "Shells killed at least 11 villagers.", ("c1",)),
        ("S5", "Shells fell on Torkech in Sudan, the clinic said.", ("e1",)),
        ("S5", "Hezbollah shelled Torkech, the clinic said.", ("e1",)),
        ("S6", "Rebels marched on Malakal.", ("e2",)),
        ("S7", "Shells fell on Torkech.", ("e1",)),
        ("S8", "Shells fell on Torkech, the clinic said: https://a.example", ("e1",)),
        ("S8", "Shells fell, the clinic said, " + "and fell " * 60, ("e1",)),
    ],
)
def test_a_sentence_that_breaks_a_rule_is_named_with_it(rule: str, text: str, records: tuple[str, ...]) -> None:
    assert rule in _broken(text, *records)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Shells killed at least 11 villagers, the clinic said.", ("c1", "e1")),
        ("At least 11 villagers were reportedly killed.", ("c1",)),
        ("Shells fell on Torkech, the clinic said; the army denied it.", ("e1", "k1")),
        ("Rebels would march on Malakal if attacked.", ("e2",)),
        ("No one claimed Torkech, the clinic said.", ("k1",)),
    ],
)
def test_a_sentence_that_keeps_the_rules_passes(text: str, records: tuple[str, ...]) -> None:
    assert _broken(text, *records) == set()


def test_every_rule_has_a_judge_whose_docstring_opens_with_its_id() -> None:
    assert [rule.id for rule in RULES] == list(JUDGES)
    assert all((judge.__doc__ or "").startswith(f"{name}: ") for name, judge in JUDGES.items())
