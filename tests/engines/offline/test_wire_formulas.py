"""Set ways of the wire whose plain reading would give a wrong toll, a wrong side or a wrong doer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventType, Harm, Scope

Draft = Callable[[str], DraftRecords]


def _harms(found: DraftRecords) -> list[tuple[str, str]]:
    return [(str(c.harm), c.count) for c in found.casualties]


def test_the_wounded_of_a_rising_toll_are_not_dead(draft: Draft) -> None:
    text = '"The number of martyrs has risen to 43,922 and the wounded to 103,898," the ministry said.'
    found = draft(text)
    assert _harms(found) == [("killed", "43,922"), ("injured", "103,898")]
    assert {c.scope for c in found.casualties} == {Scope.CUMULATIVE}


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Amina Yusuf, 12, lost both her legs in the blast.", [("injured", "Amina Yusuf")]),
        ("She lost both her sons in the attack.", [("killed", "both")]),
        ("Police shot four protesters, one fatally.", [("casualties", "four"), ("killed", "one")]),
        ("One of the marchers was shot in the stomach; he later died.", [("killed", "One")]),
        ("The mayor was seriously wounded and died in hospital on Tuesday.", [("killed", "The mayor")]),
        ("The blast left several soldiers dead and wounded.", [("casualties", "several")]),
    ],
)
def test_the_gravest_that_is_told_of_them(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


@pytest.mark.parametrize(
    "speaker",
    [
        "the head of a civil society group, Telesphore Mitondeke, told Reuters by phone",
        "a local official, Ali Noor, said",
        "the area's police chief, Colonel Omar, confirmed on Friday",
    ],
)
def test_who_speaks_after_a_toll_is_none_of_the_dead(draft: Draft, speaker: str) -> None:
    assert _harms(draft(f"The fighting killed at least 10 civilians, {speaker}.")) == [("killed", "at least 10")]


def test_further_hurt_of_a_mixed_list_are_of_no_kind(draft: Draft) -> None:
    found = draft("Four policemen and two civilians lost their lives; another 14 sustained injuries.")
    assert [(c.victims, c.victim_side) for c in found.casualties if c.harm == Harm.INJURED] == [("another 14", None)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Israel said it had killed two militants near Tyre on Monday.", ("Israel",)),
        ("Kyiv said its drones hit an oil depot in Bryansk overnight.", ("Kyiv",)),
        ("Israel said its warplanes struck two launchers near Tyre on Monday.", ("Israel",)),
        ("India said it had struck nine sites in Pakistan on Wednesday.", ("India",)),
        ("Police blamed the killings on a gang led by a man known as Barbecue.", ("gang",)),
        ("The army blamed the raid on a convoy near Gao on JNIM fighters.", ("JNIM",)),
        ("The government blamed the bombing in Ankara on the PKK.", ("PKK",)),
        ("The Taliban and Islamic State both claimed responsibility for the attack.", ("Taliban", "Islamic State")),
    ],
)
def test_who_is_said_to_have_done_it(draft: Draft, text: str, actors: tuple[str, ...]) -> None:
    assert [e.actors for e in draft(text).events] == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels executed two of their own men for the killing of a priest.",
        "Militants beheaded two men over the murder of an imam, police said.",
        "The rebels executed a farmer in retaliation for the killing of their commander.",
    ],
)
def test_who_avenges_a_killing_did_not_commit_it(draft: Draft, text: str) -> None:
    assert draft(text).casualties[-1].attributed_to == ()


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took up arms against the government in 1998.",
        "Soldiers took up positions around the palace on Monday.",
        "The rebels took to the bush in 2004.",
        "The gunmen took cover behind a wall and took aim at the officers.",
        "Police fired live rounds into the air to disperse the crowd.",
        "Soldiers opened fire into the air to scatter the mourners.",
    ],
)
def test_nobody_is_taken_or_shot_at(draft: Draft, text: str) -> None:
    assert not {EventType.ABDUCTION, EventType.ATTACK} & {e.type for e in draft(text).events}


def test_two_who_claim_one_attack_are_one_source(draft: Draft) -> None:
    found = draft("Both Hamas and Islamic Jihad claimed the shooting, which killed two Israelis.")
    assert [k.chain[0].name for k in found.claims] == ["Hamas and Islamic Jihad"]
