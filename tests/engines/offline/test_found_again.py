"""People told of as missing, taken or dead who are well, and harm that somebody only wished for or took back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    "text",
    [
        "Four miners reported missing after Monday's attack on the mine were found alive on Wednesday.",
        "Twelve fishermen listed as kidnapped last week have returned home; they had lost their way in a storm.",
        "The 23 pupils feared abducted from the school had not been taken by gunmen but had fled into the bush.",
        "Gunmen raided the mine. Local media had reported a geologist killed; the man was in fact hiding and unharmed.",
        'The mother of a student who was reported dead in the raid wept. "He missed the bus. He is alive," she said.',
        'He told an informant that he wanted "at least fifty dead".',
        "The army held an exercise. In the scenario, 30 soldiers were wounded and evacuated by helicopter.",
    ],
)
def test_nobody_came_to_harm(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Four miners were reported missing after the attack. Two others were found alive.", [("Four", Harm.MISSING)]),
        ("Four miners are missing, and two of them turned up dead on Friday.", [("Four", Harm.MISSING)]),
        ("Three people are missing whose names had turned up neither here nor there.", [("Three", Harm.MISSING)]),
        ("Ten farmers were reported killed in the raid; two others walked back home.", [("Ten", Harm.KILLED)]),
        ("Five guards were abducted and later returned home.", [("Five", Harm.CAPTURED)]),
        (
            "Rescuers dug for six people believed to be under the rubble; four of them were pulled out alive.",
            [("six", Harm.MISSING)],
        ),
    ],
)
def test_others_did(draft: Draft, text: str, due: list[tuple[str, Harm]]) -> None:
    assert [(c.count, c.harm) for c in draft(text).casualties][: len(due)] == due


def test_a_statement_taken_back(draft: Draft) -> None:
    found = draft(
        "The ministry corrected its earlier statement that 14 people had died in the strike on the market, saying on"
        " Sunday that the number of dead was 9."
    )
    assert [(c.count, c.scope) for c in found.casualties] == [("14", Scope.SUPERSEDED), ("9", Scope.INCIDENT)]


def test_listed_as_abducted_is_passive(draft: Draft) -> None:
    found = draft("Troops found the body of a fisherman who had been listed as abducted.")
    assert all(e.actors == () for e in found.events if e.type is EventType.ABDUCTION)
    assert [c.attributed_to for c in found.casualties] == [()]


def test_a_deed_of_may_is_history(draft: Draft) -> None:
    found = draft("Rebels raided the village on Monday. In May, they burned the school of Damba.")
    assert [e.status for e in found.events if e.type is EventType.DESTRUCTION] == [EventStatus.BACKGROUND]


@pytest.mark.parametrize(
    "text",
    [
        "A UN report said the movement's forces had killed 218 former soldiers since taking power.",
        "Families of the 1,469 people who disappeared under Pinochet marched on Monday.",
    ],
)
def test_tolls_of_a_rule(draft: Draft, text: str) -> None:
    assert [c.scope for c in draft(text).casualties] == [Scope.CUMULATIVE]


def test_a_deed_of_years_ago_is_history(draft: Draft) -> None:
    found = draft("Ten years after gunmen killed 130 people in Paris, survivors gathered at the Bataclan on Thursday.")
    assert [e.status for e in found.events] == [EventStatus.BACKGROUND]


def test_what_is_speculated_about_is_no_event(draft: Draft) -> None:
    found = draft("Nine people died in the blast. Police said any speculation about a militant attack was unnecessary.")
    assert {e.status for e in found.events if e.type is EventType.ATTACK} <= {EventStatus.HYPOTHETICAL}


def test_any_troops_sent_are_none_yet(draft: Draft) -> None:
    found = draft("Moscow warned that any Western troops sent to Ukraine would be legitimate targets.")
    assert {e.status for e in found.events} <= {EventStatus.HYPOTHETICAL}


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine are due to exchange 25 seriously wounded prisoners each later this week.",
        "The names of the dead were read out. The youngest of the victims was 15 and the oldest was 81.",
        "She fears four others will not survive the week.",
        "We wish to dismiss social media reports claiming that rebels killed four customs officers at the post.",
        "Had these devices exploded in the market, many lives would have been lost.",
    ],
)
def test_figures_of_nobody_harmed(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


@pytest.mark.parametrize(
    "text",
    [
        "The general died of a heart attack in Cairo on Friday.",
        "Earlier reports that a third youth had died of his wounds turned out to be untrue, the hospital director"
        " said.",
        "A report that gunmen had killed 30 villagers in Sokoto was a hoax, police said.",
        "Viral posts claiming that 50 Christians were burnt alive in Plateau state are false, a fact check shows.",
        "The news agency retracted a story saying that Russian missiles had killed two people in Poland.",
        "Rumours that President Embalo had been shot dead were denied by his office.",
        "An officer who was declared killed in an ambush in 2016 returned to his family on Sunday.",
        "In the novel, a sniper kills six soldiers in Grozny.",
        "An invasion of Taiwan would cost the United States 10,000 dead in three weeks, according to a war game.",
        "As many as 60,000 people could be displaced and thousands killed if an offensive is launched, the UN warned.",
    ],
)
def test_reports_fiction_and_projections_harm_nobody(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


@pytest.mark.parametrize(
    "text",
    [
        "The bodies of six hostages killed in captivity were returned to Israel on Tuesday.",
        "The singer, whose parents were killed in a bombing in Beirut, performed in Paris on Friday.",
        "Germany on Friday put on trial a Syrian man who stabbed three people to death at a festival in Solingen.",
        "A gunman who shot dead 11 people at a synagogue was sentenced to death in Pittsburgh on Friday.",
        "On Friday a bomb wounded two policemen in Quetta. The 2016 hospital bombing in the city killed 70 people.",
        "On Friday a bomb wounded two policemen in Quetta. On Christmas Day 2019 gunmen killed 40 people in the city.",
    ],
)
def test_the_dead_of_long_ago_are_not_of_the_day(draft: Draft, text: str) -> None:
    found = draft(text)
    by_key = {e.key: e for e in found.events}
    event = by_key[found.casualties[-1].event or ""]
    assert (event.status, event.time) in [
        (EventStatus.BACKGROUND, None),
        (EventStatus.BACKGROUND, "On Christmas Day 2019"),
    ]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("On Friday a bomb wounded two policemen in Quetta, where 40 died in a similar blast last year.", "completed"),
        ('Maduro said his services had prevented a "false flag" bomb attack on the shuttered US embassy.', "attempted"),
        ("Prosecutors said 2.4 kg of hexogen seized from a truck was meant for a bomb attack in Russia.", "planned"),
        ("A grenade thrown at a bar in Bujumbura on Friday failed to explode.", "attempted"),
    ],
)
def test_what_did_not_come_about(draft: Draft, text: str, statuses: str) -> None:
    assert next(e.status for e in draft(text).events if e.type is EventType.BOMBING) == statuses


@pytest.mark.parametrize(
    "text",
    [
        "Police said five people were killed and the wounded returned home.",
        "The army said 12 soldiers were killed and their families were safe.",
        "Nine people are missing after the boat sank, and the captain was found alive.",
        "Officials reported 14 people killed before the gunmen walked out of the village.",
        "Shots could be heard and 12 people were killed.",
    ],
)
def test_others_who_are_well_leave_the_toll(draft: Draft, text: str) -> None:
    assert len(draft(text).casualties) == 1


def test_the_missing_of_a_deed_turn_up(draft: Draft) -> None:
    text = "Four miners reported missing after Monday's attack on the mine were found alive on Wednesday."
    assert draft(text).casualties == ()


def test_months_after_being_freed_a_killing_is_news(draft: Draft) -> None:
    found = draft("Two months after being freed a journalist was shot dead by gunmen on Friday.")
    statuses = {e.key: e.status for e in found.events}
    (killed,) = found.casualties
    assert statuses[killed.event or ""] is EventStatus.COMPLETED
