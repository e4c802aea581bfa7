"""What somebody does by habit is no event of the news and harms nobody whom a table could count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventType

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    "text",
    [
        "Bandits routinely kidnap villagers for ransom and burn their homes.",
        "When they attack, they kill everyone.",
        "Gangs that kidnap travellers control the road.",
        "The herders fear the gangs, who rustle cattle, burn villages and murder farmers.",
        "The group frequently bombed hotels in the capital.",
    ],
)
def test_a_habit_tells_of_nothing(draft: Draft, text: str) -> None:
    found = draft(text)
    assert not found.events
    assert not found.casualties


def test_the_deed_beside_a_habit_stays(draft: Draft) -> None:
    found = draft(
        "Bandits, who kidnap for ransom, burn villages and tax farmers, killed nine people in Zamfara on Friday."
    )
    assert [(e.type, e.actors) for e in found.events] == [(EventType.ATTACK, ("Bandits",))]
    assert [c.count for c in found.casualties] == ["nine"]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("The mayor told Radio Okapi that six residents are still missing.", [("missing", "six")]),
        ("Gunmen kill 12 in Zamfara\n\nThe attack was on Friday.", [("killed", "12")]),
        ("May 11 - Gunmen seize 138 pupils from a school in Katsina.", [("captured", "138")]),
    ],
)
def test_the_present_of_news_is_read(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert [(str(c.harm), c.count) for c in draft(text).casualties] == harms
