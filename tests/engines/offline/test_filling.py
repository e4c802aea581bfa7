"""What an event's own words leave out: parties, place, day, status and the event of a figure, from around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from summarizer.articles import article_from_text
from summarizer.engines.offline.reading import read_article
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType
from summarizer.verify import verify

Draft = Callable[[str], DraftRecords]


def _days(text: str, published: date) -> list[tuple[str, date | None]]:
    article = article_from_text(text, published=published)
    records, _ = verify(article, read_article(article))
    return [(event.type.value, event.time.start) for event in records.events]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rebels entered Kaya on Monday. They shelled the market.", ("Rebels",)),
        ("A car bomb killed six clerks in Kaya. Officials blamed Boko Haram.", ("Boko Haram",)),
        ("A car bomb killed six clerks in Kaya. Boko Haram claimed responsibility for the bombing.", ("Boko Haram",)),
        ("A suicide bombing killed six clerks in Kaya. The bomber wore a veil.", ("bomber",)),
        ("The rebels accused the army of shelling the market of Kaya.", ("army",)),
        ("Kidnappers took a clerk from Kaya. Police searched the woods.", ("Kidnappers",)),
    ],
)
def test_who_did_it(draft: Draft, text: str, actors: tuple[str, ...]) -> None:
    violent = [event for event in draft(text).events if event.type is not EventType.OFFENSIVE]
    assert [event.actors for event in violent] == [actors]


def test_two_blamed_are_none(draft: Draft) -> None:
    text = "A car bomb killed six clerks in Kaya. Officials blamed Boko Haram. Residents blamed the Taliban."
    assert [event.actors for event in draft(text).events] == [()]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Gunmen opened fire in Kaya, killing nine nurses.", ("nurses",)),
        ("Gunmen opened fire in Kaya, killing nine people.", ()),
        ("Gunmen ambushed a convoy near Kaya, killing nine soldiers.", ("soldiers",)),
        ("Rebels shelled an army base near Kaya.", ("army",)),
    ],
)
def test_to_whom(draft: Draft, text: str, targets: tuple[str, ...]) -> None:
    assert [event.targets for event in draft(text).events] == [targets]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen attacked a school in Kaya. Two clerks were then kidnapped.", ["Kaya", "Kaya"]),
        ("In Kaya gunmen attacked a school. In Djibo gunmen attacked a clinic.", ["Kaya", "Djibo"]),
        ("A school was attacked in the town of Kaya in Sanmatenga province.", ["Kaya"]),
    ],
)
def test_where(draft: Draft, text: str, places: list[str]) -> None:
    assert [event.place for event in draft(text).events] == places


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Rebels shelled the port on Monday. At dusk gunmen attacked a school.",
            [("shelling", date(2024, 7, 15)), ("attack", date(2024, 7, 15))],
        ),
        (
            "Rebels shelled the port on Monday. The next day police arrested nine clerks.",
            [("shelling", date(2024, 7, 15)), ("arrest", date(2024, 7, 16))],
        ),
        ("Traders will protest in Kaya on Friday.", [("protest", date(2024, 7, 19))]),
        ("Gunmen abducted nine nurses in Kaya on 7 October.", [("abduction", date(2023, 10, 7))]),
        ("The army said on Wednesday that rebels shelled the port on Monday.", [("shelling", date(2024, 7, 15))]),
        ("In June, four soldiers died in an ambush near Kaya.", [("armed_clash", date(2024, 6, 1))]),
    ],
)
def test_when(text: str, days: list[tuple[str, date]]) -> None:
    assert _days(text, date(2024, 7, 17)) == days


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Gunmen attacked a school in Kaya on Monday.", [EventStatus.COMPLETED]),
        ("Gunmen attacked a school in Kaya on 2 May.", [EventStatus.COMPLETED]),  # a late report's own subject
        (
            "Gunmen robbed a bank on Monday. A bomb went off in Dori on Sunday. Police said so."
            " Gunmen attacked a school in Kaya on 2 May. The roof was set on fire.",
            [EventStatus.COMPLETED] + [EventStatus.BACKGROUND] * 2,
        ),
        (
            "Rebels shelled Dori on Monday. A bus hit a mine on 8 July. Gunmen attacked a school in Kaya on 6 July.",
            [EventStatus.COMPLETED] * 3,
        ),
        (
            "Rebels shelled Dori on Monday. Gunmen attacked a school in Kaya on 6 July.",
            [EventStatus.COMPLETED, EventStatus.BACKGROUND],
        ),
        ("Envoys are to meet the minister in Kaya.", [EventStatus.PLANNED]),
        ("The president ordered the army to shell the port.", [EventStatus.PLANNED]),
        ("Villagers fear an attack on Kaya.", [EventStatus.HYPOTHETICAL]),
    ],
)
def test_how_real(text: str, statuses: list[EventStatus]) -> None:
    found = read_article(article_from_text(text, published=date(2024, 7, 17)))
    assert [event.status for event in found.events] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a school in Kaya.\n\nThe war has killed 4,000 people since January.",
        "Gunmen attacked a school in Kaya.\n\nSome 600,000 people are displaced in the province.",
        "Gunmen attacked a school in Kaya.\n\nMore than 900 people were killed in the civil war of 1980.",
    ],
)
def test_totals_hang_on_no_event(draft: Draft, text: str) -> None:
    assert {casualty.event for casualty in draft(text).casualties} == {None}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Rebels attacked the army in Kaya. A sergeant was killed.", "army"),
        ("Pakistani troops shelled Poonch, killing an Indian soldier.", "Indian soldier"),
        ("Soldiers entered Kaya. Five medical personnel were killed.", None),
        ("Five jawans of the Assam Rifles were killed near Kaya.", "Assam Rifles"),
    ],
)
def test_whose_people(draft: Draft, text: str, side: str | None) -> None:
    (casualty,) = draft(text).casualties
    assert casualty.victim_side == side


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Rebels hit an army patrol. A firefight ensued.", "armed_clash", {"Rebels", "army patrol"}),
        ("The school was closed. A firefight ensued.", "armed_clash", set()),
        ("Bandits kidnapped nine nurses in Kaya.\n\nThe nurses were freed on Friday.", "release", {"Bandits"}),
        ("Bandits kidnapped nine nurses in Kaya.\n\nThe nurses were freed in a police raid.", "release", set()),
    ],
)
def test_who_is_meant_without_being_named_again(draft: Draft, text: str, kind: str, actors: set[str]) -> None:
    told = [event for event in draft(text).events if event.type is not None and event.type.value == kind]
    assert {name for event in told for name in event.actors} == actors
