"""What happened: every type by its triggers, with party, place, time and weapon; told twice, it is one event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftEvent, DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType

Draft = Callable[[str], DraftRecords]

BY_TYPE: dict[EventType, tuple[str, ...]] = {
    EventType.ARMED_CLASH: ("Rebels clashed with soldiers near Kaya.", "Both sides exchanged fire in Kaya."),
    EventType.OFFENSIVE: ("Army troops advanced on the rebel stronghold.", "The siege of Kaya lasted a month."),
    EventType.TERRITORY_CHANGE: ("The rebels captured the town of Kidal.", "The rebels overran Kidal."),
    EventType.ATTACK: ("Gunmen attacked a bus station in Kaya.", "A massacre took place in Kaya."),
    EventType.AIR_DRONE_STRIKE: ("Warplanes bombed a market in Kaya.", "A drone strike hit a depot."),
    EventType.SHELLING: ("Artillery shelled the suburb of Kaya.", "Mortar rounds landed in Kaya."),
    EventType.BOMBING: ("A car bomb exploded outside the bank.", "A landmine killed two herders."),
    EventType.SUICIDE_ATTACK: ("A suicide bomber blew himself up at the gate.", "A suicide attack shook Kaya."),
    EventType.CHEMICAL_ATTACK: ("Sarin was used in the village.", "A chemical attack hit the village."),
    EventType.ABDUCTION: ("Gunmen kidnapped six nurses in Kaya.", "A clerk was taken hostage in Kaya."),
    EventType.SEXUAL_VIOLENCE: ("Two women were raped by soldiers.", "Reports of sexual violence came from Kaya."),
    EventType.ARREST: ("Police arrested nine students in Kaya.", "Three clerks were taken into custody."),
    EventType.RELEASE: ("The rebels freed 14 hostages.", "Six fishermen were set free."),
    EventType.DESTRUCTION: ("Vandals looted shops in the old town.", "The depot was set on fire."),
    EventType.TROOP_MOVEMENT: ("The army deployed 300 soldiers to the border.", "Reinforcements reached Kaya."),
    EventType.WITHDRAWAL: ("The army withdrew from Kidal.", "Troops pulled out of Kidal."),
    EventType.DISRUPTED_WEAPONS: ("Sappers defused a bomb under the bridge.", "A drone was shot down over Kaya."),
    EventType.PROTEST: ("Thousands of people protested in Kaya.", "Traders took to the streets in Kaya."),
    EventType.RIOT: ("Rioters pelted police with stones.", "An angry crowd filled the square."),
    EventType.AGREEMENT: ("The two sides signed an agreement.", "A truce took effect in Kaya."),
    EventType.TALKS: ("The foreign ministers held talks.", "The envoy met with the emir."),
    EventType.RESTRICTION: ("The governor imposed a curfew in Kaya.", "The port was sealed off."),
    EventType.HUMANITARIAN: ("Aid trucks reached Kaya with relief supplies.", "Residents of Kaya fled their homes."),
    EventType.OTHER: ("A court found the clerk guilty. The verdict came at noon.", "An earthquake shook Kaya."),
}


def _only(found: DraftRecords) -> DraftEvent:
    (event,) = found.events
    return event


def test_every_type_has_examples() -> None:
    assert set(BY_TYPE) == set(EventType)


@pytest.mark.parametrize(
    ("kind", "text"),
    [pytest.param(kind, text, id=f"{kind.value}: {text}") for kind, texts in BY_TYPE.items() for text in texts],
)
def test_a_trigger_gives_its_type(draft: Draft, kind: EventType, text: str) -> None:
    event = _only(draft(text))
    assert (event.type, event.status) == (kind, EventStatus.COMPLETED)
    assert event.evidence[0].quote in text


@pytest.mark.parametrize(
    "text",
    [
        "The mine shut its gates.",
        "Sales fell in the town.",
        "The plant took on 30 people.",
        "He took the bus.",
        "The bomb is in a museum.",
        "The rebels denied the attack.",
        "The minister spoke of trade.",
        "It snowed in Kaya.",
    ],
)
def test_other_sentences_give_no_event(draft: Draft, text: str) -> None:
    assert draft(text).events == ()


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("The army attacked the rebels in Kaya.", ("army",), ("rebels",)),
        ("The rebels were attacked by the army in Kaya.", ("army",), ("rebels",)),
        ("The army spoke. Army shelling killed nine people.", ("army",), ()),
        ("Militants of the Harim Front raided a farm.", ("Harim Front",), ()),
        ("Gunmen attacked a bus station.", ("Gunmen",), ()),
        ("Fighting between soldiers and rebels shook Kaya.", ("soldiers", "rebels"), ()),
        ("The army launched an offensive in Kaya.", ("army",), ()),
        ("A blast shook Kaya.", (), ()),
    ],
)
def test_who_did_it_to_whom(draft: Draft, text: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    event = _only(draft(text))
    assert (event.actors, event.targets) == (actors, targets)


def test_a_backer_is_a_supporter_not_an_actor(draft: Draft) -> None:
    event = _only(draft("US-backed fighters captured the town of Manbij."))
    assert (event.actors, event.supporters) == (("US-backed fighters",), ("US",))


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Gunmen attacked a bus station in Kaya.", "Kaya", "BFA"),
        ("Warplanes bombed Aleppo.", "Aleppo", "SYR"),
        ("Gunmen attacked a bus station.", None, None),
        ("Gunmen attacked a bus station in Kidal, not in Gao.", "Kidal", "MLI"),
    ],
)
def test_where(draft: Draft, text: str, place: str | None, country: str | None) -> None:
    event = _only(draft(text))
    assert (event.place, event.country) == (place, country)


@pytest.mark.parametrize(
    "text",
    [
        "Yerevan, Baku trade blame after an attack.",
    ],
)
def test_capitals_that_talk_are_no_place_of_an_attack(draft: Draft, text: str) -> None:
    assert [e.location.place for e in draft(text).events if e.type is EventType.ATTACK and e.location] in ([], [None])


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Gunmen attacked a bus station on Friday.", "on Friday"),
        ("On Friday, gunmen attacked a bus station.", "On Friday"),
        ("Gunmen attacked a bus station.", None),
    ],
)
def test_when(draft: Draft, text: str, time: str | None) -> None:
    assert _only(draft(text)).time == time


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Gunmen attacked a village with machetes.", "machetes"),
        ("The rebels shelled the port with heavy mortars.", "heavy mortars"),
        ("Gunmen attacked a village.", None),
        ("Gunmen attacked a village that makes machetes.", None),
    ],
)
def test_what_with(draft: Draft, text: str, weapon: str | None) -> None:
    assert _only(draft(text)).weapon == weapon


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Gunmen killed two people in a bombing.", ["bombing"]),
        ("A suicide bomber set off an explosion at the gate.", ["suicide_attack"]),
        ("Warplanes attacked the camp in an air raid.", ["air_drone_strike"]),
        ("Police foiled a bombing in Kaya.", ["disrupted_weapons", "bombing"]),
    ],
)
def test_the_narrow_word_wins_over_the_general_one(draft: Draft, text: str, types: list[str]) -> None:
    assert [event.type.value for event in draft(text).events] == types


def test_later_mentions_are_further_quotes(draft: Draft) -> None:
    event = _only(draft("Army shelling killed nine people in Kaya on Tuesday. The shelling wounded four more."))
    assert [e.sentence for e in event.evidence] == [1, 2]
    assert (event.place, event.time) == ("Kaya", "on Tuesday")


def test_other_days_and_places_are_other_events(draft: Draft) -> None:
    text = "A bombing in Kaya on Monday killed nine people. A bombing in Djibo on Wednesday killed two."
    assert [(e.place, e.time) for e in draft(text).events] == [("Kaya", "on Monday"), ("Djibo", "on Wednesday")]


def test_a_blast_in_the_headline_is_the_bombing_of_the_body(draft: Draft) -> None:
    text = "Blast kills nine in Kaya\n\nA suicide bomber blew himself up in Kaya on Monday, killing nine people."
    assert [e.type for e in draft(text).events if e.type is not EventType.ATTACK] == [EventType.SUICIDE_ATTACK]


def test_the_casualties_of_a_sentence_belong_to_its_event(draft: Draft) -> None:
    text = "A bomb killed nine traders in Kaya. Soldiers arrested two men. The army shelled Djibo, wounding four boys."
    found = draft(text)
    kinds = {event.key: event.type.value for event in found.events}
    assert [(c.count, kinds.get(c.event or "")) for c in found.casualties] == [
        ("nine", "bombing"),
        ("four", "shelling"),
    ]


def test_people_are_not_harmed_by_what_did_not_happen(draft: Draft) -> None:
    found = draft("The rebels will attack the dam. Two porters drowned.")
    assert [(c.count, c.event) for c in found.casualties] == [("Two", None)]


def test_people_hurt_in_a_raid_belong_to_its_arrests_not_to_history(draft: Draft) -> None:
    found = draft(
        "Police rounded up nine men in Bunia.\n\nOne officer was injured.\n\nA bombing in Goma in 2002 killed a cook."
    )
    (hurt,) = (x for x in found.casualties if x.harm.value == "injured")
    assert [e.type for e in found.events if e.key == hurt.event] == [EventType.ARREST]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param(
            "Rebels drove a car laden with explosives into a hotel in Kaya.\n\nGuests fled. The car exploded.",
            ["bombing"],
            id="the blast of the attack told before",
        ),
        pytest.param(
            "Gunmen stormed a hotel in Kaya. Guests fled.\n\nThe clerks left at noon. A grenade exploded later.",
            ["attack", "bombing"],
            id="another blast",
        ),
        pytest.param(
            "Gunmen attacked a bus in Kaya.\n\nTroops shelled a village. Four residents were killed.",
            ["attack", "shelling"],
            id="killed by what the sentence before tells",
        ),
    ],
)
def test_what_goes_with_what_was_told(draft: Draft, text: str, types: list[str]) -> None:
    assert sorted(event.type.value for event in draft(text).events if event.type is not None) == types


def test_talks_still_to_come_are_an_event_apart(draft: Draft) -> None:
    text = "Gunmen attacked a bus station, raising doubts about talks due to resume in Cairo on Sunday."
    attack, talks = draft(text).events
    assert (attack.type, attack.place, attack.time) == (EventType.ATTACK, None, None)
    assert (talks.type, talks.status) == (EventType.TALKS, EventStatus.PLANNED)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two more companies of the BSF would be moved to the area by Sunday, he said.", EventType.TROOP_MOVEMENT),
        ("The governor said 400 National Guard members would arrive by Friday.", EventType.TROOP_MOVEMENT),
        ("Security chiefs from both countries are due to meet in Moroto on June 28.", EventType.TALKS),
        ("The four countries planned to meet in Washington later this month.", EventType.TALKS),
        ("A delegation of the mediators is expected in Port Sudan next week.", EventType.TALKS),
        ("Its delegation would travel to Istanbul on Monday, Islamabad said.", EventType.TALKS),
    ],
)
def test_what_is_to_come_is_planned(draft: Draft, text: str, event: EventType) -> None:
    assert [(e.type, e.status) for e in draft(text).events] == [(event, EventStatus.PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "Farmers would meet in Kano to sell cattle.",
        "Food would be sent to the camps this week.",
        "The soldiers will meet resistance in the town.",
        "Letters from the companies would be sent by post.",
    ],
)
def test_what_else_is_to_come_is_no_event(draft: Draft, text: str) -> None:
    assert [e.type for e in draft(text).events if e.type in {EventType.TALKS, EventType.TROOP_MOVEMENT}] == []
