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
    ("It was claimed by residents that soldiers killed nine people in Moura.", []),
    ("The shooting was claimed by witnesses to be the work of police.", []),
    ("No attack has been claimed by the group since May.", []),
    ("If the attack is claimed by the Taliban, talks will end.", []),
    ("The attack was falsely claimed by Islamic State, the police said.", [("police", "asserts")]),
    ("The army has claimed by radio that it killed 30 rebels in Moura.", [("army", "asserts")]),
    ("The rebels had claimed by Monday that they had killed 30 soldiers.", [("rebels", "claims_responsibility")]),
    ("Hezbollah, which accused Israel of killing its commander, is suspected of firing rockets, a charge it denies.",
     [("Hezbollah", "asserts"), ("Hezbollah", "denies")]),
    ("Ukraine accuses Russia of shelling Kherson and blames it for killing nine people, a charge it denies.",
     [("Ukraine", "asserts"), ("Ukraine", "asserts"), ("Russia", "denies")]),
    ("The commander said the coordinates were wrong and 12 civilians were killed.", [("commander", "asserts")]),
    ("The president said the attack was wrong.", [("president", "asserts")]),
    ("The general said it was wrong to kill civilians.", [("general", "asserts")]),
    ("Police said an earlier toll was wrong and that 21 people had died in the blast.", [("Police", "asserts")]),
    ('"Israel will pay for these crimes," Hamas said.', [("Hamas", "threatens")]),
    ("The Observatory said nine died in Douma. The Syrian army has been shelling the town. It said 12 were wounded.",
     [("Observatory", "asserts"), ("Observatory", "asserts")]),
    ("The Observatory said nine died. The defence ministry gave another account. It said three had died.",
     [("Observatory", "asserts"), ("defence ministry", "asserts")]),
    ("Ranchers and farmers clashed. The governor said nine died. They said it was revenge.", [("governor", "asserts")]),
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
    ("Eleven bodies, some of them burnt, were found in the village on Sunday.", []),
    ("Rebels burnt 12 houses and left.", [("destruction", "completed", ["Rebels"], [])]),
    ("If the shooting is confirmed as terrorism it would be the first such attack in Turkey this year.", []),
    ("Fighting has intensified in the area since November.", [("armed_clash", "ongoing", [], [])]),
    ("Whoever says so is trying to cover up a massacre.", []),
    ("Separatists accuse the state of plundering the province's gas and copper.", []),
    ("The African Union should impose targeted sanctions on those responsible.",
     [("restriction", "hypothetical", ["African Union"], [])]),
    ("Security forces went from house to house and took 14 suspects into custody.",
     [("arrest", "completed", ["Security forces"], [])]),
    ("M23, which has been fighting the army, seized Goma on Monday.",
     [("armed_clash", "background", ["M23", "army"], []), ("territory_change", "completed", ["M23"], [])]),
    ("The rebels, who have been fighting the army for years, attacked a village near Beni, killing nine people.",
     [("armed_clash", "background", ["rebels", "army"], []), ("attack", "completed", ["rebels"], [])]),
    ("The general, who has been fighting cancer, was killed in an air strike on Monday.",
     [("air_drone_strike", "completed", [], ["general"])]),
    ("The rebels took three officers into custody on Monday.", [("abduction", "completed", ["rebels"], ["officers"])]),
    ("Rebels captured 12 soldiers and took them into custody.",
     [("abduction", "completed", ["Rebels"], ["soldiers"])]),
    ("Police took three men into custody on Monday.", [("arrest", "completed", ["Police"], [])]),
    ("Soldiers tried to cover up the killing of nine villagers in Plateau on Sunday.",
     [("attack", "completed", [], ["villagers"])]),
    ("The army justified its bombardment of the town on Monday, saying rebels were hiding there.",
     [("shelling", "completed", [], [])]),
    ("The rebels' bombardment by government jets killed nine people in Idlib.",
     [("shelling", "completed", ["government jets"], [])]),
    ("Four guerrillas were wounded and three kidnapped by paramilitaries on Monday.",
     [("abduction", "completed", ["paramilitaries"], ["guerrillas"])]),
    ("The insurgents plundered gold from shops in the town of Kaya on Monday.",
     [("destruction", "completed", ["insurgents"], [])]),
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


def test_what_we_killed_is_not_ours(draft: Draft) -> None:
    found = draft("We lost three men and killed 14, the militia said.").casualties
    assert [(c.count, c.victim_side, c.attributed_to) for c in found] == [
        ("three", "militia", ()),
        ("14", None, ("militia",)),
    ]


def test_a_denial_ends_where_another_figure_is_put(draft: Draft) -> None:
    found = draft("The army denied that 30 had died and put the toll at 11.")
    assert [c.count for c in found.casualties] == ["11"]
    assert [c.about for c in found.claims] == [()]


def test_hours_after_a_blast_its_doer_may_speak(draft: Draft) -> None:
    text = (
        "A bomb killed nine people at a mosque in Quetta on Friday.\n\n"
        "Hours after the blast, the Pakistani Taliban said it had bombed the mosque."
    )
    assert [(e.type.value, list(e.actors)) for e in draft(text).events] == [("bombing", ["Pakistani Taliban"])]


def test_the_raped_are_a_share_of_the_hurt(draft: Draft) -> None:
    found = draft("Twenty people were hurt, including six women who were raped.").casualties
    assert [(c.harm.value, c.subset_of) for c in found] == [("injured", None), ("other", "c1")]


def test_who_died_in_hospital_is_one_of_the_dead(draft: Draft) -> None:
    found = draft("Five soldiers died, one in hospital, the army said.").casualties
    assert [(c.count, c.subset_of) for c in found] == [("Five", None), ("one", "c1")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed nine men from Punjab in Zhob.", "Zhob"),
        ("Gunmen abducted two engineers from Punjab near Zhob on Monday.", "Zhob"),
        ("Gunmen killed nine traders in Zhob.", "Zhob"),
    ],
)
def test_where_people_come_from_is_not_where_they_were_harmed(draft: Draft, text: str, place: str) -> None:
    assert [e.place for e in draft(text).events] == [place]
