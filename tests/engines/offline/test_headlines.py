"""Headlines: whose capitals are names, which nouns are verbs, and which deed of the lead they tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.headlines import in_sentence_case
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventType

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    ("headline", "body", "read"),
    [
        ("Junta Bombs Sagaing Monastery, Killing 13", "A junta jet bombed a monastery in Sagaing, killing 13 people.",
         "junta bombs Sagaing monastery, killing 13"),
        ("Islamic State Attacks Army Base in Turkey", "The Islamic State struck a base of the army in the state.",
         "Islamic State attacks army base in Turkey"),
        ("Army Kills Five as Bashar Harun Visits Kano", "Soldiers of the army killed five when Bashar Harun came.",
         "army kills five as Bashar Harun visits Kano"),
        ("Gunmen kill five in Kano", "Gunmen killed five people.", "Gunmen kill five in Kano"),
        ("Ana Ruiz Dies", "Ana Ruiz died.", "Ana Ruiz Dies"),
    ],
)  # fmt: skip
def test_capitals_of_a_title_are_no_names(headline: str, body: str, read: str) -> None:
    assert in_sentence_case(headline, [body]) == read


@pytest.mark.parametrize(
    ("headline", "deed", "doers"),
    [
        ("Rebels attack army base in eastern Congo, killing 30 soldiers", EventType.ARMED_CLASH, ("Rebels",)),
        ("Israel strikes Beirut suburb, killing nine", EventType.ATTACK, ("Israel",)),
        ("Russia shells Kherson market; 7 dead", EventType.SHELLING, ("Russia",)),
        ("Cartel gunmen ambush police, killing 8", EventType.ARMED_CLASH, ("Cartel gunmen",)),
    ],
)
def test_a_noun_with_subject_and_object_is_the_verb(
    draft: Draft, headline: str, deed: EventType, doers: tuple[str, ...]
) -> None:
    found = draft(f"{headline}\n\nIt happened on Tuesday.")
    assert [(e.type, e.actors) for e in found.events] == [(deed, doers)]


@pytest.mark.parametrize("headline", ["Air strikes Kyiv feared overnight", "Drone attacks in Kharkiv leave 12 dead"])
def test_a_compound_is_no_deed_of_its_first_noun(draft: Draft, headline: str) -> None:
    assert all(not e.actors for e in draft(f"{headline}\n\nIt happened on Tuesday.").events)


def test_a_killing_in_the_title_is_the_first_deed_of_the_lead(draft: Draft) -> None:
    found = draft(
        "Junta Bombs Sagaing Monastery, Killing 13\n\nThirteen villagers were killed when a junta jet bombed a"
        " monastery in Sagaing Region on Tuesday, a day after rebels raided a police outpost nearby."
    )
    assert [(e.type, tuple(map(str.lower, e.actors))) for e in found.events] == [
        (EventType.AIR_DRONE_STRIKE, ("junta",)),
        (EventType.ATTACK, ("rebels",)),
    ]


def test_the_name_of_a_people_before_forces_is_no_state(draft: Draft) -> None:
    found = draft("Chin forces killed 12 soldiers in Falam on Monday. The regime's troops shelled the town.")
    assert {a.name: str(a.type) for a in found.actors}["Chin forces"] == "rebel_group"


@pytest.mark.parametrize(
    ("headline", "harms"),
    [
        ("Bandits kill nine, abduct 30 others in Sokoto", [("killed", "nine"), ("captured", "30")]),
        ("Bandits kill nine, abduct bride, 30 others in Sokoto", [("killed", "nine")]),
        ("Nine killed in Lome, three in Kara", [("killed", "Nine"), ("killed", "three")]),
    ],
)
def test_each_verb_of_a_title_has_its_own_people(draft: Draft, headline: str, harms: list[tuple[str, str]]) -> None:
    found = draft(f"{headline}\n\nIt was a raid.")
    assert [(str(c.harm), c.count) for c in found.casualties] == harms
