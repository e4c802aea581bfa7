"""Parties, speakers and people that stand near each other and must not be taken for one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Stance

Draft = Callable[[str], DraftRecords]


def speakers(found: DraftRecords) -> list[tuple[str, str]]:
    return [(claim.stance, claim.chain[0].name) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Doctors called the wounds grave. Moscow did not immediately comment, but it has repeatedly denied"
            " targeting civilians.",
            [Stance.NO_COMMENT, Stance.DENIES],
        ),
        (
            "Doctors called the wounds grave. Moscow did not comment.",
            [Stance.NO_COMMENT],
        ),
    ],
)
def test_who_kept_silent_goes_on_speaking(draft: Draft, text: str, said: list[Stance]) -> None:
    found = [(stance, name) for stance, name in speakers(draft(text)) if name != "Doctors"]
    assert found == [(stance, "Moscow") for stance in said]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 24th Brigade said three soldiers were killed.", "24th Brigade"),
        ("Ukraine's 3rd Assault Brigade said three soldiers were killed.", "Ukraine's 3rd Assault Brigade"),
        ("Deep South Watch said three soldiers were killed.", "Deep South Watch"),
        ("Crisis Watch said three soldiers were killed.", "Crisis Watch"),
        ("Izo Andre posted a video on social media claiming responsibility for the attack.", "Izo Andre"),
        ("The group released a statement saying it had killed three soldiers.", "group"),
        (
            "Zabihullah Mujahid contacted local media to claim that fighters had killed 23 policemen.",
            "Zabihullah Mujahid",
        ),
        ("Islamic State claimed the raid in a message circulated online, putting the dead at 60.", "Islamic State"),
    ],
)
def test_the_whole_name_of_who_speaks(draft: Draft, text: str, name: str) -> None:
    assert {said for _, said in speakers(draft(text))} == {name}


def test_the_official_is_the_one_who_spoke(draft: Draft) -> None:
    found = draft(
        'Twelve people died, district chief Nasruddin Saadi told Xinhua. "They came at dawn," the official said.'
    )
    assert [name for _, name in speakers(found)] == ["Nasruddin Saadi", "Nasruddin Saadi"]


def test_the_army_is_no_unit_that_another_names(draft: Draft) -> None:
    found = draft(
        "Three men were killed by Israeli army fire in Balata. Witnesses said that special forces besieged a house. The"
        " army said that two of its soldiers were lightly hurt."
    )
    assert [c.victim_side for c in found.casualties if c.count == "two"] == ["Israeli army"]
    assert speakers(found)[-1][1] != "special forces"


def test_a_gang_leader_is_of_a_gang_that_nobody_named(draft: Draft) -> None:
    found = draft(
        "Viv Ansanm gunmen attacked a hospital on Monday, killing two journalists. Some 200 people were slain in Cité"
        " Soleil in a massacre ordered by a gang leader who blamed voodoo."
    )
    blamed = {c.count: c.attributed_to for c in found.casualties}
    assert "Viv Ansanm" not in blamed["Some 200"]
    assert blamed["two"] == ("Viv Ansanm",)


def test_suspects_are_not_the_group_that_somebody_blamed(draft: Draft) -> None:
    found = draft(
        "The committee rejected the allegation that Kuki militants were behind the attack. Security forces launched"
        " combing operations and four suspects were nabbed."
    )
    assert [e.targets for e in found.events if e.type is EventType.ARREST] == [("suspects",)]


def test_thousands_are_not_the_attackers_told_before(draft: Draft) -> None:
    found = draft(
        "Police said two of the attackers were killed.\n\nSuspicion fell on the gangs that have killed thousands across"
        " the region."
    )
    assert [(c.count, c.victims, c.victim_side) for c in found.casualties if c.count == "thousands"] == [
        ("thousands", "thousands", None)
    ]


def test_things_listed_behind_bodies_are_nobody(draft: Draft) -> None:
    found = draft("Soldiers recovered the bodies of seven rebels, six high-powered firearms and documents.")
    assert [c.count for c in found.casualties] == ["seven"]


def test_what_alone_is_rejected(draft: Draft) -> None:
    found = draft("A bomb killed four people. Mujahid dismissed that as propaganda and said three had been wounded.")
    assert [(str(c.harm), c.count) for c in found.casualties] == [("killed", "four"), ("injured", "three")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("In Zolochiv a fourth passenger is fighting for her life.", []),
        ("Thousands have died in Russia's full-scale invasion of Ukraine.", []),
        ("Peace talks were suspended in January.", [EventType.TALKS]),
        ("On Sunday guerrillas killed 80 people in Catatumbo and forced 50,000 to flee.", [EventType.ATTACK]),
        (
            "The ministry said its forces had captured the village of Yablunivka, a claim Kyiv dismissed.",
            [EventType.TERRITORY_CHANGE],
        ),
        (
            "A suicide bomber blew himself up in Baghdad. Islamic State claimed the bombing. In a separate incident, a"
            " roadside bomb killed a tribal leader near Tarmiya.",
            [EventType.SUICIDE_ATTACK, EventType.BOMBING],
        ),
        (
            "Russian glide bombs struck a market in Kostiantynivka. In the Sumy region, a guided bomb hit a school.",
            [EventType.AIR_DRONE_STRIKE, EventType.AIR_DRONE_STRIKE],
        ),
        (
            "Hitmen died in a gunbattle of troops and gunmen in the state of Sinaloa. The clash began when soldiers"
            " in the town of Elota came under fire.",
            [EventType.ARMED_CLASH],
        ),
    ],
)
def test_the_events_that_words_tell(draft: Draft, text: str, types: list[EventType]) -> None:
    assert [e.type for e in draft(text).events] == types


def test_rebels_killed_in_an_attack_on_the_police_were_not_attacked(draft: Draft) -> None:
    found = draft("At least 12 policemen and 20 Taliban militants were killed in an attack on checkpoints in Kunduz.")
    assert [e.targets for e in found.events] == [("policemen",)]


def test_the_dead_of_a_groups_statement_fell_in_the_raid_and_not_in_its_old_war(draft: Draft) -> None:
    found = draft(
        "The army bombed a camp in Choco on Sunday, killing six rebels. The ELN, which has been fighting the state"
        " since 1964, said only two of its members had died."
    )
    assert {c.event for c in found.casualties} == {"e1"}


def test_a_toll_since_a_year_is_no_range(draft: Draft) -> None:
    found = draft("The strike killed 57 people, bringing the death toll since October 2023 to 62,614.")
    assert [(c.count, str(c.scope)) for c in found.casualties] == [("57", "incident"), ("62,614", "cumulative")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Rebels hijacked the train, taking over 400 passengers hostage.", [("captured", "over 400")]),
        ("They handed over two engineers to the Red Cross.", []),
        ("The raid is a blow to what remains of the communist terrorist group in Bukidnon.", []),
        ('Six "Indian-sponsored" terrorists were sent to hell.', [("killed", "Six")]),
        (
            "In Donetsk Oblast, shelling killed three people.\n\nRussian forces hit 37 settlements in Kherson Oblast,"
            " killing three people.",
            [("killed", "three"), ("killed", "three")],
        ),
        (
            "The morgue has nine bodies so far.\n\nThe rebels claimed that they had killed nine soldiers.",
            [("killed", "nine bodies"), ("killed", "nine")],
        ),
        ("Some 12 girls were abducted, five of whom have since been found alive.", [("captured", "Some 12")]),
    ],
)
def test_figures_that_were_lost_or_taken_for_others(draft: Draft, text: str, counts: list[tuple[str, str]]) -> None:
    assert [(str(c.harm), c.count) for c in draft(text).casualties] == counts


def test_assailants_are_not_the_auxiliaries_that_the_state_arms(draft: Draft) -> None:
    found = draft(
        "Suspected Islamist militants ambushed a convoy, killing 21 members of the VDP militia. Aircraft killed 60"
        " assailants as they withdrew."
    )
    assert [c.victim_side for c in found.casualties if c.count == "60"] == ["Islamist militants"]


def test_what_police_put_and_said_is_theirs(draft: Draft) -> None:
    found = draft(
        "Organisers claimed that at least 15 women were injured, whereas police put the number at six and said five of"
        " their own personnel were hurt."
    )
    assert [c.victim_side for c in found.casualties if c.count == "five"] == ["police"]


def test_a_rebel_claim_is_not_told_of_the_armys_air_strikes(draft: Draft) -> None:
    found = draft(
        "Gunmen ambushed a convoy in Niger, killing 18 soldiers. The ministry said terrorists had been neutralised in"
        " air strikes. JNIM claimed responsibility for the attack, saying it had killed 47 soldiers."
    )
    strikes = [e for e in found.events if e.type is EventType.AIR_DRONE_STRIKE]
    assert all("JNIM" not in e.actors for e in strikes)


def test_a_denial_answers_the_past_deed_told_just_before(draft: Draft) -> None:
    found = draft(
        "A drone attack near El-Obeid killed 40 people on Tuesday.\n\nIn September 2023, gunmen killed 12 patients at a"
        " hospital in El-Fasher. A commander denied the allegation."
    )
    (denial,) = [claim for claim in found.claims if claim.stance is Stance.DENIES]
    told = {event.key: event.place for event in found.events}
    assert [told[key] for key in denial.about] == ["El-Fasher"]


def test_when_a_figure_was_reported_is_not_its_period(draft: Draft) -> None:
    found = draft("Late last month, the WHO reported that more than 460 patients had been killed at a hospital.")
    assert [str(c.scope) for c in found.casualties] == ["incident"]


@pytest.mark.parametrize(
    "text",
    [
        'The dissidents announced an "armed strike" starting on Thursday.',
        "The army announced a curfew starting on Thursday.",
        "The ELN declared an armed strike from Monday in Choco.",
    ],
)
def test_what_is_announced_from_a_day_is_a_plan(draft: Draft, text: str) -> None:
    assert {(e.type, e.status) for e in draft(text).events} == {(EventType.RESTRICTION, EventStatus.PLANNED)}


def test_whom_somebody_blames_is_no_place(draft: Draft) -> None:
    found = draft(
        "Gunmen killed 19 people in Guayaquil. Police blamed the attack on Las Águilas, a splinter of a gang."
    )
    assert {event.place for event in found.events} == {"Guayaquil"}


def test_guards_who_shot_an_attacker_did_not_shoot_the_mayor(draft: Draft) -> None:
    found = draft(
        "The mayor of Uruapan was shot dead on Saturday. One of the attackers was killed by his bodyguards and two"
        " others were arrested."
    )
    assert "bodyguards" not in {x for e in found.events if e.type is EventType.ATTACK for x in e.actors}
    assert found.casualties[0].attributed_to != ("bodyguards",)


def test_the_hurt_of_today_are_not_those_of_a_week_earlier(draft: Draft) -> None:
    found = draft(
        "Police killed 15 gang members in Kenscoff. A week earlier the same gangs killed at least 50 people in"
        " Cabaret. Two officers were slightly hurt by stray bullets on Saturday."
    )
    past = {e.key for e in found.events if e.status is EventStatus.BACKGROUND}
    assert [c.event in past for c in found.casualties] == [False, True, False]


def test_clashes_between_two_do_not_blame_the_second(draft: Draft) -> None:
    found = draft("Clashes between the armed group Azande Ani Kpi Gbe (AAKG) and the army displaced 8,600 people.")
    assert [c.attributed_to for c in found.casualties] == [()]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("JNIM did, however, claim responsibility for the ambush.", Stance.CLAIMS_RESPONSIBILITY),
        (
            'The minister, Khurram Leghari, says any further attack would be answered "at a time and place of our'
            ' choosing".',
            Stance.THREATENS,
        ),
        (
            'Kremlin spokesman Dmitry Peskov said that Russia\'s response "will not be long in coming."',
            Stance.THREATENS,
        ),
    ],
)
def test_menaces_and_claims_of_responsibility(draft: Draft, text: str, stance: Stance) -> None:
    assert [claim.stance for claim in draft(text).claims] == [stance]


@pytest.mark.parametrize(
    ("text", "victims", "sided"),
    [
        (
            "Philippine troops killed seven suspected communist rebels. A soldier also died and three others were"
            " slightly wounded.",
            ["suspected communist rebels", "A soldier", "three others"],
            None,
        ),
        (
            "One Lebanese soldier was wounded when a shell hit a barracks. By Tuesday the number of dead in the camp"
            " had"
            " reached 13.",
            ["Lebanese soldier", "13"],
            None,
        ),
        (
            "One Afghan soldier was killed and 10 others, including three civilians, were wounded.",
            ["Afghan soldier", "10 others", "civilians"],
            "10 others",
        ),
    ],
)
def test_others_are_not_those_named_last(draft: Draft, text: str, victims: list[str], sided: str | None) -> None:
    found = draft(text).casualties
    assert [c.victims for c in found] == victims
    assert [c.victim_side for c in found if c.victims == sided] in ([], [None])


def test_police_shot_the_gunman(draft: Draft) -> None:
    found = draft("A gunman killed four people in Vienna before police shot him dead.").casualties
    assert [(c.count, c.attributed_to) for c in found] == [("A gunman", ("police",)), ("four", ("gunman",))]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were shot dead when two gunmen opened fire at a bus stop on Monday. The attackers were killed by a"
        " soldier. Hamas praised the attack but did not claim it.",
        "Six people died when gunmen opened fire on Monday. The attackers fled. The Islamic State group did not"
        " comment.",
    ],
)
def test_the_attackers_are_no_group_named_later(draft: Draft, text: str) -> None:
    found = draft(text)
    assert {x for e in found.events for x in (*e.actors, *e.targets)} & {"Hamas", "Islamic State group"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Herders and farmers clashed in Bokkos, killing 12 people.",
        "Rebels of the FPRC and the UPC clashed in Bria, leaving 11 people dead.",
        "Soldiers and rebels exchanged fire in Bria, killing at least two people.",
        "Israel bombed camps in Gaza after an attack near Hebron that killed five people.",
        "India bombed camps in Pakistan in response to an attack in Pahalgam that killed 26 people.",
    ],
)
def test_nobody_is_blamed_for_the_dead_of_a_fight_or_of_an_earlier_attack(draft: Draft, text: str) -> None:
    assert [c.attributed_to for c in draft(text).casualties] == [()]


def test_an_attack_that_is_answered_is_its_own_event(draft: Draft) -> None:
    found = draft("India bombed camps in Pakistan in response to an attack in Pahalgam that killed 26 people.")
    assert [(e.place, e.actors) for e in found.events] == [("Pakistan", ("India",)), ("Pahalgam", ())]
    assert [c.event for c in found.casualties] == [found.events[1].key]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The RSF said they had shot down an army cargo plane, killing its crew of seven.", ["army"]),
        ("The army said it had killed nine rebels, including a general.", ["rebels", "rebels"]),
        ("The rebels were repulsed with the loss of 35 men, the army said.", ["rebels"]),
        (
            "The army confirmed the death of five soldiers, but its chief, General Kiir, said the base was safe.",
            ["army"],
        ),
    ],
)
def test_whose_the_dead_are(draft: Draft, text: str, sides: list[str]) -> None:
    assert [c.victim_side for c in draft(text).casualties] == sides


def test_who_beat_somebody_to_death_is_unhurt(draft: Draft) -> None:
    found = draft("The minister said the rebels had beaten to death a soldier.").casualties
    assert [(c.count, c.attributed_to) for c in found] == [("a soldier", ("rebels",))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Relatives of a student, Hayat Baloch, said soldiers had shot him.", ["Relatives"]),
        ("The governor wrote on X. Rwanda denied backing the rebels.", ["Rwanda"]),
        ('Israel "bombed a school", Hamas said on X. Israel denied it.', ["Hamas", "Israel"]),
    ],
)
def test_whose_mouth(draft: Draft, text: str, said: list[str]) -> None:
    assert [name for _, name in speakers(draft(text))] == said


def test_a_group_speaks_through_its_military_spokesman(draft: Draft) -> None:
    found = draft(
        'Al Shabaab fighters stormed a base. "We have killed 45 soldiers," the group\'s military operations spokesman,'
        " Abdiasis Abu Musab, told Reuters. U.S. Africa Command did not comment."
    )
    assert [c.attributed_to for c in found.casualties] == [("Al Shabaab",)]


def test_those_arrested_did_not_arrest(draft: Draft) -> None:
    found = draft("Three of the attackers were killed and four arrested, the minister said.")
    assert [e.actors for e in found.events if e.type is EventType.ARREST] == [()]


def test_soldiers_who_shot_the_gunman_did_not_shoot_the_rest(draft: Draft) -> None:
    found = draft(
        "A Palestinian gunman wounded three Israelis in a shooting near Ariel before he was killed by soldiers."
    )
    assert found.events[0].actors == ("Palestinian gunman",)


def test_a_group_does_not_attack_itself(draft: Draft) -> None:
    found = draft(
        "Nine militants were killed in Bannu on Sunday. TTP claimed responsibility for the attack and said it killed"
        " three policemen."
    )
    assert not any(set(e.actors) & set(e.targets) for e in found.events)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Baloch Liberation Army claimed a blast in Noshki. The army put its dead at five.", "army"),
        (
            'Human Rights Watch accused the army of a massacre. JNIM said it had killed 30 soldiers. "These crimes will'
            ' not go unpunished," the rights group said.',
            "Human Rights Watch",
        ),
        (
            "State news agency SANA quoted a defence ministry official as saying that the SDF had attacked checkpoints,"
            " killing one soldier. It said a civilian was also killed.",
            "SANA",
        ),
    ],
)
def test_who_speaks_last(draft: Draft, text: str, name: str) -> None:
    assert speakers(draft(text))[-1][1] == name


def test_rsf_artillery_is_not_the_armys(draft: Draft) -> None:
    found = draft("Army planes bombed Nyala on Monday. RSF artillery killed nine people in El Obeid, a doctor said.")
    assert [c.attributed_to for c in found.casualties] == [("RSF",)]


def test_an_old_killing_is_not_todays(draft: Draft) -> None:
    found = draft(
        "A bomb blast in Moscow killed a Russian general, Fanil Sarvarov, on Monday. In December last year, Ukraine's"
        " SBU claimed the killing of General Igor Kirillov."
    )
    claim = next(c for c in found.claims if c.stance is Stance.CLAIMS_RESPONSIBILITY)
    today = next(e.key for e in found.events if e.status is EventStatus.COMPLETED)
    assert today not in claim.about


def test_another_town_another_deed(draft: Draft) -> None:
    found = draft(
        "Rebels attacked a village in Ituri, killing nine people. In Beni, six people were killed by a roadside bomb."
    )
    assert [(e.type, e.actors) for e in found.events] == [
        (EventType.ATTACK, ("Rebels",)),
        (EventType.BOMBING, ()),
    ]
    assert len({c.event for c in found.casualties}) == 2
