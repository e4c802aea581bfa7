"""Who speaks, in which stance, and whose deed it is: wordings that were once read the wrong way round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

CLAIMS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Resident Bukar Modu, 41, a farmer and father of four, said he had hidden.", [("Bukar Modu", "asserts")]),
    ("Lakhmu Oyam, convener of the Samiti, a rights group, demanded a judicial inquiry.", [("Lakhmu Oyam", "demands")]),
    ("Soldiers ordered men outside, and shot them, said 11 witnesses who spoke up.", [("11 witnesses", "asserts")]),
    ("The rebels attacked the town, said 11 witnesses and a local official.", [("11 witnesses", "asserts")]),
    ("The group said it killed 15, a claim the army said was false.", [("group", "asserts"), ("army", "denies")]),
    ("Local media said 15 passengers had died, a figure Mr Alam said was wrong.",
     [("Local media", "asserts"), ("Mr Alam", "denies")]),
    ("Rights groups accuse the army of killing 60 civilians, a charge it denies.",
     [("Rights groups", "asserts"), ("army", "denies")]),
    ("The bombing, which killed nine people, was claimed by the Islamic State group.",
     [("Islamic State group", "claims_responsibility")]),
    ("The attack, claimed by the Pakistani Taliban, killed nine.", [("Pakistani Taliban", "claims_responsibility")]),
    ("No group claimed responsibility, although Islamic Jihad hailed a \"heroic operation\".",
     [("(outlet)", "no_comment"), ("Islamic Jihad", "asserts")]),
    ("Mayor Linda Castellano said the city would hold a vigil and would pay for the funerals.",
     [("Linda Castellano", "intends")]),
    ("If it takes 50 billion, we will spend 50 billion, Minister Anura Jayakody said.",
     [("Minister Anura Jayakody", "asserts")]),
    ("The ministry gave a toll of 20 dead; the rebels spoke of 60.", [("ministry", "asserts"), ("rebels", "asserts")]),
    ("Shining Path guerrillas killed nine people, the army said.\n\nPeasants who reached the city gave a different "
     "account of the killings. They told reporters that the men wore army boots.",
     [("army", "asserts"), ("Peasants", "asserts")]),
]  # fmt: skip

DEEDS: list[tuple[str, list[tuple[str, str, list[str], list[str]]]]] = [
    ("Nine labourers abducted and killed in Mach\n\nOfficials met.",
     [("abduction", "completed", [], ["labourers"]), ("attack", "completed", [], ["labourers"])]),
    ("Passengers taken off buses and shot dead in Pakistan\n\nOfficials met.",
     [("attack", "completed", [], ["Passengers"])]),
    ("Gunmen killed nine people near Surab, officials said.\n\nHours after the attack, four members of the Frontier "
     "Corps were killed when a roadside bomb went off in the same district.",
     [("attack", "completed", ["Gunmen"], []), ("bombing", "completed", [], ["Frontier Corps"])]),
    ("The junta's air strike killed 40 villagers.", [("air_drone_strike", "completed", ["junta"], ["villagers"])]),
    ("The army's shelling killed three villagers.", [("shelling", "completed", ["army"], ["villagers"])]),
    ("A motorcycle packed with explosives went off in front of a police station.", [("bombing", "completed", [], [])]),
    ("Several cadre were injured and were carried away by their associates.", []),
    ("Whoever says so is trying to cover up a massacre.", []),
    ("Separatists accuse the state of plundering the province's gas and copper.", []),
    ("The African Union should impose targeted sanctions on those responsible.",
     [("restriction", "hypothetical", ["African Union"], [])]),
    ("Security forces went from house to house and took 14 suspects into custody.",
     [("arrest", "completed", ["Security forces"], [])]),
    ("Al-Shabab, which has been fighting to topple the government, often stages such assaults.",
     [("armed_clash", "background", [], [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owed"), CLAIMS)
def test_who_says_it_and_how(draft: Draft, text: str, owed: list[tuple[str, str]]) -> None:
    assert [(c.chain[0].name, c.stance.value) for c in draft(text).claims] == owed


@pytest.mark.parametrize(("text", "owed"), DEEDS)
def test_whose_deed_it_is(draft: Draft, text: str, owed: list[tuple[str, str, list[str], list[str]]]) -> None:
    found = [(e.type.value, e.status.value, list(e.actors), list(e.targets)) for e in draft(text).events]
    assert sorted(found) == sorted(owed)


def test_what_a_speaker_lost_is_his_own(draft: Draft) -> None:
    text = (
        "The People's Defence Force (PDF) took the station, an information officer for the PDF said.\n\n"
        '"Eleven soldiers were killed," the officer said. "We also lost three comrades."'
    )
    assert [c.victim_side for c in draft(text).casualties][-1] == "People's Defence Force"


def test_jet_fighters_fight_for_nobody(draft: Draft) -> None:
    text = "PDF fighters seized the station, residents said. On Wednesday, two jet fighters bombed a monastery."
    assert [list(e.actors) for e in draft(text).events if e.type.value == "air_drone_strike"] == [[]]
