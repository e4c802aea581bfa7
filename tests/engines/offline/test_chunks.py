"""Chunks: noun phrases with their number and determiner, verb groups with tense and voice, and what stands between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.chunks import NP, VG, Chunk
from summarizer.engines.offline.parsed import Parsed

Parse = Callable[[str], Parsed]


def _phrases(p: Parsed, kind: str) -> list[str]:
    return [p.slice(chunk) for chunk in p.chunks if chunk.kind == kind]


def _group(p: Parsed, head: str) -> Chunk:
    return next(chunk for chunk in p.chunks if chunk.kind == VG and p.head(chunk) == head)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Raiders killed three drivers.", ["Raiders", "three drivers"]),
        ("Two wounded soldiers were moved.", ["Two wounded soldiers"]),
        ("At least 40 men fled.", ["At least 40 men"]),
        ("The Ministry of Defence spoke.", ["The Ministry of Defence"]),
        ("The mayor's guards died.", ["The mayor's guards"]),
        ("She left her home.", ["She", "her home"]),
        ("The police in Kaduna fired.", ["The police", "Kaduna"]),
        ("Three men and a boy ran.", ["Three men", "a boy"]),
        ("Turkish-backed fighters left.", ["Turkish-backed fighters"]),
        ("Raiders killed two drivers Monday.", ["Raiders", "two drivers", "Monday"]),
        ("A bomb killed a farmer last week.", ["A bomb", "a farmer", "last week"]),
        ("A blast in Lima Friday night hurt two.", ["A blast", "Lima", "Friday night", "two"]),
        ('It killed 60 "apostates".', ["It", '60 "apostates']),
        ("They carried a number of wounded.", ["They", "a number", "wounded"]),
    ],
)
def test_noun_phrases(sentence: Parse, text: str, phrases: list[str]) -> None:
    assert _phrases(sentence(text), NP) == phrases


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Six men have been killed.", ["have been killed"]),
        ("They had not fired.", ["had not fired"]),
        ("The army tried to retake the hill.", ["tried", "to retake"]),
        ("A mine went off, wounding nine.", ["went", "wounding"]),
        ("They would never have returned.", ["would never have returned"]),
    ],
)
def test_verb_groups(sentence: Parse, text: str, groups: list[str]) -> None:
    assert _phrases(sentence(text), VG) == groups


@pytest.mark.parametrize(
    ("text", "head", "flags"),
    [
        ("Six men were killed.", "killed", {"passive"}),
        ("Six men had been killed.", "killed", {"passive", "perfect"}),
        ("The men had killed a cook.", "killed", {"perfect"}),
        ("The men killed a cook.", "killed", set()),
        ("The men did not kill a cook.", "kill", {"negated"}),
        ("The men never killed a cook.", "killed", {"negated"}),
        ("The men may kill a cook.", "kill", {"modal"}),
        ("The men may not be killed.", "killed", {"modal", "negated", "passive"}),
        ("The men came to kill a cook.", "kill", {"infinitive"}),
        ("The men were said to have killed a cook.", "killed", {"infinitive", "perfect"}),
    ],
)
def test_what_a_verb_group_says_of_itself(sentence: Parse, text: str, head: str, flags: set[str]) -> None:
    group = _group(sentence(text), head)
    names = ("passive", "negated", "modal", "infinitive", "perfect")
    assert {name for name in names if getattr(group, name)} == flags


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("At least 40 men fled.", "At least 40"),
        ("Dozens of men fled.", "Dozens"),
        ("About a hundred men fled.", "About a hundred"),
        ("Between 10 and 15 men fled.", "Between 10 and 15"),
        ("The men fled.", None),
        ("The third brigade fled.", None),
    ],
)
def test_a_noun_phrase_carries_the_number_it_opens_with(sentence: Parse, text: str, count: str | None) -> None:
    p = sentence(text)
    found = p.chunks[0].count
    assert (p.text[found.start : found.end] if found else None) == count


@pytest.mark.parametrize(
    ("text", "determiner"),
    [
        ("The men fled.", "the"),
        ("A man fled.", "a"),
        ("Their men fled.", "poss"),
        ("They fled.", "prp"),
        ("Men fled.", ""),
        ("No men fled.", ""),
    ],
)
def test_a_noun_phrase_carries_its_determiner(sentence: Parse, text: str, determiner: str) -> None:
    assert sentence(text).chunks[0].det == determiner


def test_chunks_cover_every_word_once_and_in_order(sentence: Parse) -> None:
    p = sentence('In Kolda (south), "nine or 10" men -- who, it was said, had not eaten -- were found; two died.')
    assert [(a.b, b.a) for a, b in zip(p.chunks, p.chunks[1:], strict=False) if a.b != b.a] == []
    assert (p.chunks[0].a, p.chunks[-1].b) == (0, len(p.words))
    assert all(chunk.a <= chunk.head < chunk.b for chunk in p.chunks)


def test_a_short_parenthesis_is_passed_over(sentence: Parse) -> None:
    p = sentence("The mayor (58) was killed.")
    assert [chunk.kind for chunk in p.chunks] == [NP, "ADV", VG, "."]
