"""Deeds told one after the other, whose dead are whose, and who is meant by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope, Stance

Draft = Callable[[str], DraftRecords]


def _tolls(found: DraftRecords) -> list[tuple[str, str]]:
    return [(str(c.harm), c.count) for c in found.casualties]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Militants shot two policemen dead at a checkpoint near Rashad.\n\n"
         "A roadside bomb later struck a patrol, leaving two policemen dead.",
         [("killed", "two"), ("killed", "two")]),
        ("Raiders killed three people.\n\nVillagers caught up with them, and three of the attackers were killed.",
         [("killed", "three"), ("killed", "three")]),
        ("Twelve people died in the raid. The toll also includes the four attackers, he said.",
         [("killed", "Twelve"), ("killed", "four")]),
        ("The attack resulted in the death of one and over 20 injuries.", [("killed", "one"), ("injured", "over 20")]),
        ("According to the rebels, the number of casualties stands at 25.", [("casualties", "25")]),
        ("The shelling caused 32,000 residents of the capital to flee.", [("displaced", "32,000")]),
        ("The attacks drove more than 700,000 Rohingya into Bangladesh.", [("displaced", "more than 700,000")]),
        ("Police found 17 bodies. Two of the charred bodies were women.",
         [("killed", "17 bodies"), ("killed", "Two of the charred bodies")]),
        ("Five workers were kidnapped. Four were freed after their employer paid a ransom.", [("captured", "five")]),
        ("Drones hit a village, killing nine people, none of them Iranian nationals.", [("killed", "nine")]),
        ("Hundreds walked behind the coffins, among them the parents of Amir Karimi, a 19-year-old conscript.", []),
        ("Gunmen killed a guard. He was the third man killed in the state this year.", [("killed", "a guard")]),
        ("Kidnappers took the road, abducting one Musa Ladan and three others.",
         [("captured", "Musa Ladan"), ("captured", "three")]),
        ("Eleven people died. Those killed, it was learnt, include three farmers and a guard.",
         [("killed", "Eleven"), ("killed", "three"), ("killed", "a guard")]),
        ("An official announced a grant for the family of Toppo, who died on Tuesday.", []),
    ],
)  # fmt: skip
def test_each_deed_keeps_its_dead(draft: Draft, text: str, tolls: list[tuple[str, str]]) -> None:
    assert sorted((h, c.lower()) for h, c in _tolls(draft(text))) == sorted((h, c.lower()) for h, c in tolls)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Seven cadres and a jawan were killed.\n\nBodies of seven Naxalites were found. Meanwhile, a jawan of the "
         "CRPF was killed, and two others were injured.", ["Naxalites", "CRPF", "CRPF"]),
        ("The rebels said their men had killed 22 soldiers and lost nine.", ["soldiers", "rebels"]),
        ("The army said it killed 12 rebels and put its own losses at two dead and five wounded.",
         ["rebels", "army", "army"]),
        ("The Israeli military said it \"eliminated\" a commander in Hezbollah's air unit and two of his aides.",
         ["Hezbollah", "Hezbollah"]),
        ("Two members of the Sinjar Resistance Units were killed.", ["Sinjar Resistance Units"]),
        ("The army and the Peshmerga fought on. An army lieutenant and three soldiers were killed.", ["army", "army"]),
    ],
)  # fmt: skip
def test_whose_the_dead_are(draft: Draft, text: str, sides: list[str]) -> None:
    assert [c.victim_side for c in draft(text).casualties] == sides


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Police accused the gang of kidnapping a trader and shooting dead his driver.", [("gang",), ("gang",)]),
        ("The rebels said their men had killed 22 soldiers and lost nine.", [("rebels",), ()]),
        ("A pilot whom the rebels had taken captive in Nduga was freed.", [("rebels",)]),
        ("A teacher ran and the gunmen killed him.", [("gunmen",)]),
    ],
)
def test_who_harmed_them(draft: Draft, text: str, blamed: list[tuple[str, ...]]) -> None:
    assert [c.attributed_to for c in draft(text).casualties] == blamed


def test_several_more_attacks_are_a_sum(draft: Draft) -> None:
    found = draft("A truck bomb killed six soldiers in Mosul.\n\nTwo more attacks in the city killed five people.")
    assert [c.scope for c in found.casualties] == [Scope.INCIDENT, Scope.CUMULATIVE]
    assert len(found.events) == 1


def test_provinces_apart_are_two_deeds(draft: Draft) -> None:
    found = draft(
        "Taliban fighters attacked two posts in Nuristan, killing five police officers.\n\n"
        "A roadside bomb on Saturday night killed six civilians in Uruzgan."
    )
    assert [e.type for e in found.events] == [EventType.ATTACK, EventType.BOMBING]
    assert [c.event for c in found.casualties] == [e.key for e in found.events]


def test_entries_of_a_chronology_tell_their_own_deeds(draft: Draft) -> None:
    found = draft(
        "October 25, 2013: Gunmen kill 14 guards near Saravan.\n\nFebruary 13, 2019: A bomber kills 27 guards in Khash."
        "\n\nDecember 15, 2023: Gunmen kill 11 policemen in Rask."
        "\n\nApril 4, 2024: Gunmen kill 11 policemen in Chabahar."
    )
    assert [c.count for c in found.casualties] == ["14", "27", "11", "11"]
    assert len({c.event for c in found.casualties}) == len(found.events)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Seven people are dead, Governor Atilla Yurt said. One was a police officer, Onur Kaplan, 26. Four patients "
         "are in intensive care, he said.", ["Governor Atilla Yurt", "Governor Atilla Yurt"]),
        ("The mayor of Grenoble, Elena Blanc, urged residents not to \"do the killers' work\".", ["Elena Blanc"]),
        ("Kano's Nasir Kakar, reporting from Wadi Bari, said mortars had landed. \"Streets have emptied,\" he said.",
         ["Nasir Kakar", "Nasir Kakar"]),
        ("The Guards' commander, General Ahmad Shafiei, denied it.\n\nAll 18 attackers died, according to the Guards.",
         ["General Ahmad Shafiei", "Guards"]),
        ("A cease-fire arranged by an envoy and announced for 6 p.m. collapsed, police said.", ["police"]),
        ("Some 2,500 people observed a minute of silence at noon.", []),
        ("\"It killed his wife. My brother has not spoken since,\" he told reporters.", []),
        ("Its mayor, Ana Ruiz, disputes the official toll.", ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_who_speaks(draft: Draft, text: str, speakers: list[str]) -> None:
    said = [k.chain[0].name for k in draft(text).claims]
    assert all(name in told for name, told in zip(speakers, said, strict=True))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mayor Yenny Quintero warned that food will run out in three days.", Stance.ASSERTS),
        ('"There is no question of a fake encounter," Commissioner Kachhap said.', Stance.DENIES),
        ('"If there is evidence, we will recommend an investigation," said Minister Ratna Siahaan.', Stance.INTENDS),
        ('Mayor Vasseur said that she was "not in a position to confirm" this.', Stance.CANNOT_VERIFY),
        ("The authenticity of the call could not be determined.", Stance.CANNOT_VERIFY),
    ],
)
def test_stances(draft: Draft, text: str, stance: Stance) -> None:
    assert [k.stance for k in draft(text).claims] == [stance]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A convoy of lorries with food aid, due on Tuesday, has been put off until Monday.",
         [(EventType.HUMANITARIAN, EventStatus.PLANNED)]),
        ("The ministry summoned the envoy to protest what it called a provocation.", []),
        ("Hundreds gathered outside the embassy to protest.", [(EventType.PROTEST, EventStatus.COMPLETED)]),
    ],
)  # fmt: skip
def test_what_took_place(draft: Draft, text: str, events: list[tuple[EventType, EventStatus]]) -> None:
    assert [(e.type, e.status) for e in draft(text).events] == events


def test_a_note_of_who_is_accused(draft: Draft) -> None:
    found = draft(
        "Colombia accused the ELN of killing a guard, then hiding explosives and detonating them, wounding four."
    )
    assert [e.actors for e in found.events] == [("ELN",)]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ('The minister said of the defused device: "If it had gone off, we would be burying a hundred people."', 0),
        ("Nearly 640,000 live away from their homes. The midwife's two daughters are among them now.", 0),
        ("Soldiers shot two assailants dead. An explosive belt worn by one of them was defused.", 1),
    ],
)
def test_nobody_more_is_dead(draft: Draft, text: str, dead: int) -> None:
    assert sum(c.harm is Harm.KILLED for c in draft(text).casualties) == dead


def test_others_beside_fighters_and_a_cook_are_of_no_side(draft: Draft) -> None:
    found = draft(
        "The Syrian Democratic Forces (SDF) said five of its fighters and a civilian cook were killed when men on "
        "motorcycles attacked a checkpoint. Eleven others were wounded."
    )
    assert [(c.count, c.victim_side) for c in found.casualties if c.harm is Harm.INJURED] == [("Eleven", None)]


def test_security_forces_are_not_the_army_where_police_are_told_of(draft: Draft) -> None:
    found = draft(
        "Security forces opened fire on demonstrators in Gaur, killing four people; 15 police personnel were hurt. "
        "Police arrested 27 people. The Nepali Army has been kept on standby."
    )
    assert len(found.casualties) == 2
    assert all("Nepali Army" not in {*c.attributed_to, c.victim_side} for c in found.casualties)


def test_an_inverted_condition_is_no_deed(draft: Draft) -> None:
    found = draft("Washington fears a mass jailbreak should the force be distracted by a new Turkish offensive.")
    assert [e.status for e in found.events] == [EventStatus.HYPOTHETICAL]


@pytest.mark.parametrize(
    "name",
    ["Peter Ndi", "Rose Mbeki", "Drew Okello", "Sue Lang", "John Ngum", "Maria Lopez", "Blessing Obi", "Win Myint"],
)
def test_a_first_name_that_is_also_a_verb(draft: Draft, name: str) -> None:
    assert [c.victims for c in draft(f"{name}, a logistician, was killed on Sunday.").casualties] == [name]


@pytest.mark.parametrize("denial", ["That is false.", "It's not true.", "This is a complete fabrication."])
def test_a_quotation_belongs_to_whoever_its_end_names(draft: Draft, denial: str) -> None:
    claims = draft(
        f'The Observatory said two men had died. "{denial} All came home," spokesman Rojhat Xelil said.'
    ).claims
    assert [(k.stance, k.chain[0].name, k.content) for k in claims] == [
        (Stance.ASSERTS, "Observatory", "two men had died"),
        (Stance.DENIES, "Rojhat Xelil", f"{denial} All came home"),
    ]


def test_what_ended_the_attacker_is_not_the_attack(draft: Draft) -> None:
    found = draft(
        "A gunman opened fire in Spokane on Monday, police said.\n\nThe suspect was shot dead by officers outside a"
        " shop.\n\n"
        "He had fired through a window, and a customer was killed."
    )
    attack = next(e.key for e in found.events if e.targets != ("suspect",))
    assert {c.count: c.event for c in found.casualties}["a customer"] == attack


def test_an_attacker_shot_is_the_event_where_no_other_is_told(draft: Draft) -> None:
    found = draft("Police shot dead a suspect in Lima.\n\nThe shooting took place at dawn. An officer was hurt.")
    assert len(found.events) == 1


def test_who_shelled_abroad_did_not_shell_its_own_town(draft: Draft) -> None:
    found = draft(
        "Six civilians were killed on Thursday when a rocket hit a petrol station in Surin, Thailand.\n\n"
        "A monk died when Thai shells landed near a pagoda in Cambodia."
    )
    deed = next(c.event for c in found.casualties if c.count == "Six")
    assert [e.actors for e in found.events if e.key == deed] == [()]
