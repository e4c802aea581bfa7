"""From a verb group to who did it and whom it was done to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.parsed import Parsed

Parse = Callable[[str], Parsed]


def _verb(p: Parsed, head: str) -> int:
    return next(i for i, chunk in enumerate(p.chunks) if chunk.kind == VG and p.head(chunk) == head)


def _text(p: Parsed, index: int | None) -> str | None:
    return None if index is None else p.slice(p.chunks[index])


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Raiders killed a cook.", "killed", "Raiders"),
        ("Raiders on horses killed a cook.", "killed", "Raiders"),
        ("Raiders, riding horses, killed a cook.", "killed", "Raiders"),
        ("Raiders who came at dawn killed a cook.", "killed", "Raiders"),
        ("The men trapped in the mine died.", "died", "The men"),
        ("Raiders burned a shop and killed a cook.", "killed", "Raiders"),
        ("The bus stopped after three soldiers were killed.", "killed", "three soldiers"),
        ("Six men were reported to have died.", "died", "Six men"),
        ("It rained, killing nine.", "killing", None),
        ("Killed in the raid were nine men.", "Killed", None),
        ("The mayor, Abdou Sarr, died.", "died", "The mayor"),
        ("The men quickly died.", "died", "The men"),
    ],
)
def test_the_subject_of_a_verb(sentence: Parse, text: str, verb: str, subject: str | None) -> None:
    p = sentence(text)
    assert _text(p, subject_of(p, next(i for i, c in enumerate(p.chunks) if p.slice(c).endswith(verb)))) == subject


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        ("Raiders killed a cook.", "killed", "a cook"),
        ("Raiders killed also a cook.", "killed", "a cook"),
        ("Raiders killed.", "killed", None),
        ("Raiders killed in Kolda.", "killed", None),
        ("A blast wounded nine.", "wounded", "nine"),
    ],
)
def test_the_object_of_a_verb(sentence: Parse, text: str, verb: str, target: str | None) -> None:
    p = sentence(text)
    assert _text(p, object_of(p, _verb(p, verb))) == target


@pytest.mark.parametrize(
    ("text", "verb", "preposition", "phrase"),
    [
        ("Nine men were killed by raiders.", "killed", "by", "raiders"),
        ("Nine men were killed on Monday by raiders.", "killed", "by", "raiders"),
        ("Nine men were killed.", "killed", "by", None),
        ("Nine men were killed when a hut was hit by shells.", "killed", "by", None),
    ],
)
def test_the_phrase_that_a_preposition_governs(
    sentence: Parse, text: str, verb: str, preposition: str, phrase: str | None
) -> None:
    p = sentence(text)
    assert _text(p, governed_by(p, _verb(p, verb), frozenset({preposition}))) == phrase


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Raiders killed two cooks, a nurse and three guards.", ["two cooks", "a nurse", "three guards"]),
        ("Raiders killed two cooks and the army fled.", ["two cooks"]),
        ("Raiders killed two cooks, four of them women.", ["two cooks"]),
        ("Raiders killed two cooks from Kolda and a nurse.", ["two cooks", "a nurse"]),
        ("Raiders killed two cooks and the army withdrew with its guns.", ["two cooks"]),
        ("Raiders killed two cooks.", ["two cooks"]),
    ],
)
def test_a_list_of_objects(sentence: Parse, text: str, members: list[str]) -> None:
    p = sentence(text)
    first = object_of(p, _verb(p, "killed"))
    assert first is not None
    assert [_text(p, j) for j in list_right(p, first)] == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Two cooks, a nurse and three guards were killed.", ["Two cooks", "a nurse", "three guards"]),
        ("Two cooks and a nurse were killed.", ["Two cooks", "a nurse"]),
        ("On Monday, two cooks were killed.", ["two cooks"]),
        ("Troops burned a hut and two cooks were killed.", ["two cooks"]),
    ],
)
def test_a_list_of_subjects(sentence: Parse, text: str, members: list[str]) -> None:
    p = sentence(text)
    last = subject_of(p, _verb(p, "killed"))
    assert last is not None
    assert [_text(p, j) for j in list_left(p, last)] == members
