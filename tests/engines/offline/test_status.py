"""How real an event is: said by tense, modality, negation, condition and the marks of history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from summarizer.articles import article_from_text
from summarizer.engines.offline.reading import read_article
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus

Draft = Callable[[str], DraftRecords]

BY_STATUS: dict[EventStatus, tuple[str, ...]] = {
    EventStatus.COMPLETED: (
        "The rebels attacked the dam.",
        "The dam has been attacked.",
        "Rebels shelled the port on Monday.",
        "There are fears of an escalation after rebels shelled the port.",
        "She remembers how soldiers shelled the port.",
        "Two hours earlier rebels shelled the port.",
        "Soldiers for no reason shelled the port.",
        "Rebels in an abandoned village shelled the port.",
        "The rebels attacked the dam, ending the calm.",
        "Rebels attacked the dam and a funeral is due to be held on Friday.",
        "Gunmen attacked the dam, said those who planned the march.",
        "Rebels are believed to have attacked the dam.",
        "Police fired on a march before a curfew began.",
    ),
    EventStatus.ONGOING: (
        "Rebels were shelling the town of Bunia.",
        "Fighting raged in Bunia on Monday.",
        "The army is still shelling the port.",
        "Fighting continued in Bunia.",
    ),
    EventStatus.ATTEMPTED: (
        "The militants attempted to storm the barracks.",
        "The militants tried to storm the barracks.",
        "The militants failed to storm the barracks.",
        "An attempted attack shook the camp.",
        "Rebels tried to shell the port.",
    ),
    EventStatus.PLANNED: (
        "The rebels will attack the dam.",
        "The army threatened to shell the port.",
        "The guerrillas offered to shell the port.",
        "The rebels swore to attack the port.",
        "The rebels have until Friday to attack the port.",
        "The army was on the point of storming the compound.",
        "A deal on the release of the hostages was within reach.",
        "The cabinet approved the deployment of 800 troops.",
        "The rebels had been given orders to attack the port.",
        "A ground offensive now looks inevitable.",
        "A vigil is scheduled outside the ministry on Saturday.",
        "The warring parties are edging towards a ceasefire.",
        "The group's demands include the release of 20 comrades.",
        "Demonstrators had intended to march on the port.",
        "The curfew, which was to begin at dusk, was postponed.",
        "The army planned to shell the port.",
        "Villagers fear an imminent attack.",
        "The army was preparing a fresh attack on the port.",
        "Talks with the group that holds the port are due to resume on Friday.",
        "A truce brokered by the bishop is supposed to begin on Friday.",
        "The mayor said it would launch a new offensive within days.",
        "A fresh offensive is likely to be launched along the border after Friday.",
        "The mayor said an aid convoy carrying flour would try to reach the port this week.",
        "The union has called a new march for Saturday.",
        "The mayor said 300 more soldiers and guardsmen would be sent to the port.",
        "The group vowed revenge attacks on the port.",
        "A protest march is scheduled for Wednesday.",
    ),
    EventStatus.HYPOTHETICAL: (
        "Rebels could attack the dam.",
        "Rebels might attack the dam.",
        "Fears are growing of an assault on Sirte.",
        "Sirens sounded in anticipation of an air strike on Sirte.",
        "The rebels must hand over their arms or face attack by the army in Sirte.",
        "If the army attacks the port, the mayor will resign.",
        "The mayor will resign if the army attacks the port.",
        "The port of Sirte would have been attacked.",
        "Washington is considering air strikes on Sirte.",
        "The embassy warned of possible terrorist attacks in Bunia.",
        "The envoy warned the army against using chemical weapons in Sirte.",
        "It was unclear whether rebels had captured Sirte.",
        "Peace talks are unlikely to resume before the spring.",
        "Nothing changes until the hostages are freed.",
        "The UN warned of a looming offensive on Sirte.",
        "There is no evidence of a massacre in Sirte, the mayor said.",
        "The bloodshed has raised fears of a return to sectarian fighting in Sirte.",
        "There would be no truce until the rebels withdrew beyond the river, the mayor said.",
        "A new assault on Sirte would be a mistake, the mayor said.",
    ),
    EventStatus.NEGATED: (
        "Gunmen have not attacked the camp.",
        "The rebels never attacked the camp.",
        "Reports that the camp was attacked turned out to be false.",
        "The militia said it had no intention of attacking the camp.",
        "There were no plans to shell the camp.",
        "The camp was not attacked.",
    ),
    EventStatus.BACKGROUND: (
        "In 2014 the rebels attacked the same school.",
        "The town was shelled last year.",
        "Rebels attacked the camp ten years ago.",
        "The rebels have long attacked the road.",
        "The mayor recalled the 2014 bombing of a bus.",
        "Washington blamed the group for previous attacks.",
        "The funeral comes three weeks after rebels shelled the port.",
        "At the end of August, a drone struck the airport.",
        "In a previous incident, a drone struck a depot.",
        "During the civil war the town was shelled.",
        "Monday is the tenth anniversary of the massacre of the miners.",
    ),
}


def test_every_status_has_examples() -> None:
    assert set(BY_STATUS) == set(EventStatus)


@pytest.mark.parametrize(
    ("status", "text"),
    [pytest.param(s, text, id=f"{s.value}: {text}") for s, texts in BY_STATUS.items() for text in texts],
)
def test_the_words_tell_the_status(draft: Draft, status: EventStatus, text: str) -> None:
    assert [event.status for event in draft(text).events] == [status]


def test_news_and_history_are_two_events(draft: Draft) -> None:
    text = "Rebels shelled the port on Monday.\n\nThe port was shelled last year."
    assert [event.status for event in draft(text).events] == [EventStatus.COMPLETED, EventStatus.BACKGROUND]


def test_a_plan_is_not_merged_with_what_happened(draft: Draft) -> None:
    text = "Rebels shelled the port on Monday. The rebels will shell the port on Friday."
    assert [event.status for event in draft(text).events] == [EventStatus.COMPLETED, EventStatus.PLANNED]


def test_what_nobody_suffered_is_no_event(draft: Draft) -> None:
    assert not draft("No one was arrested.").events
    assert not draft("The rebels have yet to withdraw from the town.").events
    assert not draft("The mayor called off the raid.").events
    assert not draft("The general ruled out an air strike.").events


def test_an_accident_is_no_bombing(draft: Draft) -> None:
    assert not draft("A gas explosion shook the town.").events


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("On July 19, 1984, a patrol entered the town. The soldiers burned the school.", EventStatus.BACKGROUND),
        ("On Monday a patrol entered the town. The soldiers burned the school.", EventStatus.COMPLETED),
    ],
)
def test_a_day_of_an_earlier_year_makes_its_paragraph_history(text: str, status: EventStatus) -> None:
    told = read_article(article_from_text(text, published=date(2013, 7, 18)))
    assert [event.status for event in told.events] == [status]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Preparations for an assault on Kaya are under way.", ["planned"]),
        ("The assault on Kaya is under way.", ["ongoing"]),
        ("The talks, scheduled for Monday, were postponed.", ["planned"]),
        ("The talks were held on Monday.", ["completed"]),
        ("The court ordered the release of nine clerks.", ["planned"]),
        ("The court welcomed the release of nine clerks.", ["completed"]),
        ("The president ordered troops to the border.", ["planned"]),
        ("The president sent troops to the border.", ["completed"]),
        ("Police said they had prevented an attack on a school.", ["attempted"]),
        ("Police said they had witnessed an attack on a school.", ["completed"]),
        ("In the 1990s rebels massacred villagers in the region.", ["background"]),
        ("Villagers are afraid the gunmen will attack again.", ["hypothetical"]),
        ("The gunmen said they will attack again.", ["planned"]),
        ("Rumours that soldiers had raped women spread through the camp.", ["hypothetical"]),
        ("Nurses said that soldiers had raped women.", ["completed"]),
        ("A drill simulating a chemical attack was held in Kaya.", ["hypothetical"]),
        ("The would-be suicide bomber was held.", ["attempted"]),
        ("The militia refused to withdraw from the town.", []),
        ("Protesters plan to march on parliament on Friday.", ["planned"]),
        ("The army chief vowed to crush the rebels and retake the city.", ["planned"]),
        ("Rebels managed to cross the river and retake the city.", ["completed"]),
        ("He threatened to blow up the bridge, seize the port and attack the city.", ["planned", "planned"]),
        ("Rebels crossed the river and retook the city.", ["completed"]),
        ("The drill, in which police stormed a school and freed 20 hostages, lasted an hour.", ["hypothetical"]),
        ("Police stormed a school and freed 20 hostages.", ["completed"]),
        ("The novel opens with a bombing in Sirte.", ["hypothetical"]),
        ("Every time they launch an offensive in Samburu, the bandits cross the river.", ["hypothetical"]),
        ("The second time they launched an offensive, the bandits crossed the river.", ["completed"]),
        ("He accused the army of looking for an excuse for a new offensive in Sirte.", ["hypothetical"]),
        ("There will be no air strikes.", []),
        ("The soldiers had been expecting an attack on Sirte and dug trenches.", ["hypothetical"]),
        ("The cabinet gave the green light for a ground offensive.", ["planned"]),
        ("The brigade was tasked with recapturing the town.", ["planned"]),
        ("Nine men are awaiting execution.", ["planned"]),
        ("The option of a naval blockade of Hodeidah is on the table.", ["hypothetical"]),
        ("A suspected car bomb turned out to be harmless.", []),
        ("Washington is weighing sanctions and air strikes on Sirte.", ["hypothetical", "hypothetical"]),
        ("The town saw protests and air strikes.", ["completed", "completed"]),
        ("No group has the strength to take the city.", ["hypothetical"]),
        ("Observers will monitor the ceasefire once it is signed.", ["planned"]),
        ("He vowed to march on the city and shell the palace.", ["planned"]),
        ("The pact calls for the withdrawal of troops and the release of 300 men.", ["planned", "planned"]),
        ("The pact led to the withdrawal of troops and the release of 300 men.", ["completed", "completed"]),
        ("Parliament is to vote on sending troops to the border.", ["hypothetical"]),
        ("A convoy carrying food is expected on Thursday.", ["planned"]),
        ("A convoy carrying food arrived on Thursday.", ["completed"]),
        ("The deal was to have freed 70 detainees.", ["planned"]),
        ("The army said it had cancelled the truce.", []),
        ("Troops were massing for an assault on the district.", ["completed", "planned"]),
        ("He called the idea of a ceasefire a joke.", ["planned"]),
        ("The state must protect civilians from attacks in Sirte.", ["hypothetical"]),
        ("Neither side has agreed to withdraw from the town.", ["planned"]),
        ("No date has been set for the evacuation of the wounded from Sirte.", ["hypothetical"]),
        ("No group had claimed the bombing by the end of the week.", ["completed"]),
        ("Troops will raid the camp by the end of the week.", ["planned"]),
        ("A suicide bomber was shot dead before he could detonate his vest.", ["attempted"]),
        ("Troops have been ordered to shoot looters.", ["planned"]),
        ("Fighters are to march on the capital.", ["planned"]),
    ],
)
def test_what_is_not_yet_or_only_thought(draft: Draft, text: str, statuses: list[str]) -> None:
    assert [event.status.value for event in draft(text).events if event.status is not None] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "If the clashes continue, the number could double.",
        "Locals fear more raids.",
        "It declined to say whether the attack would affect its timetable.",
        "The novel opens with a bombing.",
    ],
)
def test_a_bare_thought_is_no_event(draft: Draft, text: str) -> None:
    assert draft(text).events == ()
