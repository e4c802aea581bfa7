"""Set ways of the wire whose plain reading would give a wrong toll, a wrong side or a wrong doer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope, SourceType, Stance, VictimStatus

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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israeli strikes killed 12 people in northern Gaza on Sunday.", "northern Gaza"),
        ("Rebels killed six farmers in eastern Congo on Monday.", "eastern Congo"),
        ("Gunmen killed 12 villagers in north-central Nigeria on Monday. The raid struck Zuru town.", "Zuru"),
        ("Armed youths from the Murle community raided Duk County on Monday.", "Duk County"),
        ("In a separate strike on Bint Jbeil, a paramedic was killed.", "Bint Jbeil"),
        (
            "Three Palestinians were killed by Israeli fire in separate incidents in the West Bank on Wednesday. In "
            "Jenin, a 17-year-old died after being shot in the head.",
            "West Bank",
        ),
    ],
)
def test_where_it_happened(draft: Draft, text: str, place: str) -> None:
    assert draft(text).events[0].location == place


def test_the_toll_of_another_year_is_not_replaced(draft: Draft) -> None:
    found = draft(
        "Between January and June, 412 civilians were killed in Ituri, the UN said, up from 290 a year earlier."
    )
    assert [(c.count, c.scope) for c in found.casualties] == [("412", Scope.CUMULATIVE), ("290", Scope.CUMULATIVE)]


def test_a_loss_told_in_an_attack_is_that_attacks(draft: Draft) -> None:
    text = (
        "Six soldiers were killed and nine wounded in an attack with explosives blamed on FARC dissidents in Guaviare."
    )
    found = draft(text)
    assert [(e.type, e.actors) for e in found.events] == [(EventType.ARMED_CLASH, ("FARC dissidents",))]
    assert {c.attributed_to for c in found.casualties} == {("FARC dissidents",)}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The president rejected the attack on the town.", Stance.ASSERTS),
        ("The army rejected the accusation.", Stance.DENIES),
        ("The militia rejected the allegations of killings.", Stance.DENIES),
    ],
)
def test_a_rejected_attack_is_condemned(draft: Draft, text: str, stance: Stance) -> None:
    assert [k.stance for k in draft(text).claims] == [stance]


def test_whoever_was_taken_for_others_is_not_them(draft: Draft) -> None:
    found = draft("Soldiers mistook the boys for militants and opened fire, killing both.")
    assert [(c.victims, c.victim_status) for c in found.casualties] == [("the boys", VictimStatus.CIVILIAN)]


def test_villages_are_recaptured_men_are_not(draft: Draft) -> None:
    assert [e.type for e in draft("Iraqi forces have recaptured 12 villages.").events] == [EventType.TERRITORY_CHANGE]
    assert not draft("Eight of the prisoners have been recaptured.").events


def test_those_of_a_period_are_no_event(draft: Draft) -> None:
    text = "The foundation said 241 people were kidnapped in Colombia in the first eight months of the year."
    assert not draft(text).events


def test_bodies_burned_are_no_destruction(draft: Draft) -> None:
    assert not draft("Seventeen bodies, some of them burned beyond recognition, were brought to the morgue.").events


def test_victims_of_an_accident_are_nobodys(draft: Draft) -> None:
    for text in (
        "Five hikers died in an avalanche in Kashmir; two soldiers searching for them were shot by militants.",
        "Nine passengers died when their bus plunged into a ravine near Gilgit. Militants attacked a post in the area.",
    ):
        assert draft(text).casualties[0].attributed_to == ()


def test_the_dead_of_an_adjective_are_of_that_state(draft: Draft) -> None:
    found = draft("India's army said it lost 20 soldiers in the clash. US intelligence put Chinese deaths at 35.")
    assert [(c.victims, c.victim_side) for c in found.casualties][1] == ("Chinese deaths", None)


def test_losses_of_a_body_no_list_knows_are_not_its_foes(draft: Draft) -> None:
    text = (
        "Sri Lanka's military said 35 rebels were killed in Mannar. The Tigers said they had killed at least 20 "
        "soldiers and lost three cadres."
    )
    assert draft(text).casualties[-1].victim_side == "rebels"


def test_the_killer_in_quotation_marks_is_the_killer(draft: Draft) -> None:
    text = (
        'The M23 said on X that 17 civilians had been killed by "coalition forces" in Masisi. The Congolese army '
        "denied responsibility and blamed the rebels for the deaths."
    )
    assert draft(text).casualties[0].attributed_to == ("coalition forces",)


@pytest.mark.parametrize(
    ("text", "count", "victims"),
    [
        (
            "A gendarme was killed and two of his colleagues injured when gunmen attacked a post.",
            "two",
            "his colleagues",
        ),
        ('Turkey said it had "neutralised" 14 PKK militants in Iraq and three in Syria.', "three", "PKK militants"),
        ("The governor put the number of bodies recovered at 43.", "43", "bodies"),
        ("A bomb killed a woman near Pemba; her baby survived with minor injuries.", "her baby", "her baby"),
    ],
)
def test_the_last_of_them(draft: Draft, text: str, count: str, victims: str) -> None:
    last = draft(text).casualties[-1]
    assert (last.count, last.victims) == (count, victims)


def test_rebels_who_invade_fields_raid_them(draft: Draft) -> None:
    text = "Suspected Boko Haram fighters invaded rice fields at Zabarmari on Saturday."
    assert [e.type for e in draft(text).events] == [EventType.ATTACK]


def test_who_came_and_shot_was_not_shot(draft: Draft) -> None:
    found = draft("Residents said the invaders came in their hundreds and shot sporadically.")
    assert [(e.actors, e.targets) for e in found.events] == [(("invaders",), ())]
    assert not draft("The rebels came at night and killed.").casualties


def test_an_earlier_deed_keeps_its_dead_and_its_month(draft: Draft) -> None:
    text = (
        "Six soldiers were killed when suspected Dawlah Islamiyah members ambushed them in Munai, the Army said. "
        "The troops were pursuing the group blamed for the December bombing at Mindanao State University that left "
        "four people dead and about 50 injured when the clash broke out. Three of the gunmen were believed killed, the "
        "general said."
    )
    found = draft(text)
    clash, bombing = found.events
    assert (bombing.type, bombing.status) == (EventType.BOMBING, EventStatus.BACKGROUND)
    assert clash.time is None
    assert [c.event for c in found.casualties] == [clash.key, bombing.key, bombing.key, clash.key]


def test_the_verb_behind_a_relative_clause_is_of_the_main_one(draft: Draft) -> None:
    text = "Troops hunting the men behind the 2023 massacre in which 40 villagers died killed six militants on Sunday."
    found = draft(text)
    assert [(c.count, c.attributed_to) for c in found.casualties] == [("40", ()), ("six", ("Troops",))]
    assert [e.targets for e in found.events] == [("villagers",), ("militants",)]


def test_figures_that_go_on_from_a_part_are_parts(draft: Draft) -> None:
    found = draft("Local media put the number of dead at 31 - four of whom were shot and 27 hanged.")
    whole = found.casualties[0].key
    assert [c.subset_of for c in found.casualties] == [None, whole, whole]


def test_a_prime_minister_is_no_minister(draft: Draft) -> None:
    found = draft("Prime Minister Garry Conille said the attack was an outrage.")
    assert [k.chain[0].name for k in found.claims] == ["Garry Conille"]


@pytest.mark.parametrize("since", ["Oct. 8", "Nov. 3, 2023", "October", "Sept. 14"])
def test_what_was_counted_since_a_month_is_cumulative(draft: Draft, since: str) -> None:
    text = f"Since {since}, fire has killed more than 400 people; in Israel, 15 soldiers and 10 civilians have died."
    found = draft(text)
    assert [c.scope for c in found.casualties] == [Scope.CUMULATIVE] * 3
    assert not found.events


def test_fighters_are_of_the_group_that_one_of_them_is_named_of(draft: Draft) -> None:
    text = (
        "Hamas praised the attack. Israeli forces killed two militants, including a local commander of Islamic Jihad, "
        "in Tammun on Monday, the army said."
    )
    assert [c.victim_side for c in draft(text).casualties] == ["Islamic Jihad"] * 2


def test_a_commanders_own_words_give_no_second_toll(draft: Draft) -> None:
    text = (
        "Boko Haram ambushed a convoy of the Civilian Joint Task Force in Gwoza, killing nine members of the militia, "
        'its commander, Babagana Zulum, told AFP. "We lost nine of our gallant men," he said.'
    )
    assert _harms(draft(text)) == [("killed", "nine")]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        (
            "The shooting left three people, among them a toddler, dead and at least seven wounded.",
            [("killed", "three"), ("killed", "a toddler"), ("injured", "at least seven")],
        ),
        ("The raid left 12 villagers, most of them women, dead.", [("killed", "12")]),
    ],
)
def test_the_dead_behind_an_aside(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


def test_their_own_dead_are_the_speakers(draft: Draft) -> None:
    text = "The army claimed to have killed over 150 rebels since Sunday; the rebels put their own dead at seven."
    assert [c.victim_side for c in draft(text).casualties] == ["rebels", "rebels"]


def test_two_days_are_no_period(draft: Draft) -> None:
    for days, scope in (("7 and 8 August", Scope.INCIDENT), ("7 and 28 August", Scope.CUMULATIVE)):
        found = draft(f"Security forces killed 47 terrorists between {days}, the ISPR said.")
        assert [c.scope for c in found.casualties] == [scope]


def test_the_dead_of_an_old_bombing_are_not_of_the_execution(draft: Draft) -> None:
    text = "Iran executed four men on Monday over the 2019 bombing of a bus that killed 27 Revolutionary Guards."
    found = draft(text)
    status = {e.key: e.status for e in found.events}
    assert [status[c.event or ""] for c in found.casualties] == [EventStatus.COMPLETED, EventStatus.BACKGROUND]


def test_attackers_who_died_are_no_target(draft: Draft) -> None:
    text = "A truck bomb targeting a hotel in Mogadishu killed 13, among them two of the attackers."
    assert [e.targets for e in draft(text).events] == [()]


def test_the_abducted_who_were_found_dead_were_abducted(draft: Draft) -> None:
    found = draft("Three policemen were abducted and later found dead.")
    assert [e.type for e in found.events] == [EventType.ABDUCTION]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Students clashed with security forces in Dhaka.", [EventType.RIOT]),
        ("Mexico's navy rescued the survivor.", []),
        ("The coast guard rescued 40 migrants.", []),
        ("Three more people, rescued from the rubble, are in hospital.", []),
        ("Troops rescued 12 women held by Boko Haram in Sambisa.", [EventType.RELEASE]),
    ],
)
def test_what_kind_of_deed_it_was(draft: Draft, text: str, types: list[EventType]) -> None:
    assert [e.type for e in draft(text).events] == types


def test_whoever_disagrees_denies_nothing(draft: Draft) -> None:
    assert [k.stance for k in draft('"We do not agree with these attacks," the president said.').claims] == ["asserts"]
    assert [k.stance for k in draft('"We do not target civilians," the army said.').claims] == ["denies"]


def test_losses_inflicted_are_not_those_of_who_inflicts_them(draft: Draft) -> None:
    found = draft(
        "The Tigrayan forces said they had killed 40 soldiers in Kobo. The federal government said its troops had "
        "inflicted heavy casualties."
    )
    last = found.casualties[-1]
    assert (last.victims, last.victim_side) == ("heavy casualties", None)
    assert "Tigrayan forces" not in last.attributed_to


def test_a_figure_before_its_noun_borrows_it(draft: Draft) -> None:
    found = draft("The rebels said they had routed a division, killing 3,073 and capturing 2,800 soldiers.")
    assert [(str(c.harm), c.victims) for c in found.casualties] == [("killed", "soldiers"), ("captured", "soldiers")]


def test_forces_of_a_people_are_no_states(draft: Draft) -> None:
    found = draft("Tigrayan forces shelled Kobo on Monday, killing three people.")
    assert [a.type for a in found.actors] == ["rebel_group"]


def test_a_known_name_is_known_behind_its_country(draft: Draft) -> None:
    text = "Sudan's paramilitary Rapid Support Forces (RSF) shelled a camp. RSF officials did not respond to a request."
    assert [k.chain[0].type for k in draft(text).claims] == ["armed_group"]


def test_two_who_claim_one_attack_are_one_source(draft: Draft) -> None:
    found = draft("Both Hamas and Islamic Jihad claimed the shooting, which killed two Israelis.")
    assert [k.chain[0].name for k in found.claims] == ["Hamas and Islamic Jihad"]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The group refused to release the hostages.", False),
        ("The group refused to release any figures for its losses.", True),
        ("The ministry declined to release the names of the soldiers.", True),
    ],
)
def test_who_keeps_captives_is_not_silent(draft: Draft, text: str, silent: bool) -> None:
    assert any(c.stance is Stance.NO_COMMENT for c in draft(text).claims) is silent


def test_a_country_struck_is_not_the_town_struck(draft: Draft) -> None:
    text = (
        "In Sumy, two guided bombs killed a boy, the prosecutor's office said. Overnight Russia launched 58 drones at "
        "Ukraine, the air force said."
    )
    assert [(e.type, e.place) for e in draft(text).events] == [
        (EventType.AIR_DRONE_STRIKE, "Sumy"),
        (EventType.AIR_DRONE_STRIKE, None),
    ]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ('The operation would continue until "the last khwarij" was eliminated.', []),
        ("They fought until the last rebel was killed.", [("killed", "the last rebel")]),
        ("Analysts said they had seen no footage to support the claim.", []),
        ("The clinic said it had seen 40 people with gunshot wounds.", [("injured", "40")]),
        ('Security sources dismissed the claim about captured soldiers as "propaganda".', []),
        (
            "Police registered 521 victims of kidnapping in 2025, up from 318 a year earlier. Two men were killed.",
            [("killed", "Two")],
        ),
        ("The blast killed 24 people, up from the 17 reported earlier.", [("killed", "24"), ("killed", "17")]),
        (
            "Six people were killed, including a 12-year-old girl and her grandmother.",
            [("killed", "Six"), ("killed", "a 12-year-old girl and her grandmother")],
        ),
    ],
)
def test_what_is_counted_and_what_is_not(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


def test_points_under_the_headline_tell_what_the_body_tells(draft: Draft) -> None:
    text = (
        "Nine FC men martyred in Kurram ambush\n\n• TTP claims attack, gives higher toll\n"
        "• Two cops, passer-by injured in Bannu blast\n\nPARACHINAR: Nine Frontier Corps personnel embraced martyrdom "
        "when militants ambushed their convoy in Kurram on Wednesday, officials said.\n\nSeparately, two policemen and "
        "a passer-by were injured when a device exploded in the Mandan area of Bannu. Nobody claimed the blast."
    )
    found = draft(text)
    assert [(e.type, e.actors) for e in found.events] == [
        (EventType.ARMED_CLASH, ("TTP",)),
        (EventType.BOMBING, ()),
    ]


def test_wounded_of_them_are_whom_the_sentence_before_names(draft: Draft) -> None:
    text = (
        "A hospital said 38 wounded soldiers had been flown in.\n\nRussian fighters took part in the counterattack, "
        "an officer said. He said at least two of them had been wounded."
    )
    assert [c.victims for c in draft(text).casualties] == ["wounded soldiers", "Russian fighters"]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("The agency recorded 264 attacks that caused casualties in October.", []),
        ("The army said it was looking into reports that a minor had been killed.", []),
        ("They marched 16 people into the bush, most of them women.", [("captured", "16")]),
        ("They forced 5,000 residents to flee into the bush.", [("displaced", "5,000")]),
        ("The bandits moved on to the farms, where they picked up 12 farmers.", [("captured", "12")]),
        ("The police came at dawn, and they picked up 12 farmers.", []),
        ("The operation has emptied three refugee camps of some 32,000 residents.", [("displaced", "some 32,000")]),
        ("Some 6,300 people left the city in a week, the migration agency said.", [("displaced", "Some 6,300")]),
        ("Some 6,300 people left the stadium after the match.", []),
        (
            "Nine soldiers loyal to the government and two drivers were killed.",
            [("killed", "Nine"), ("killed", "two")],
        ),
        (
            "The shelling killed 38. Fourteen patients on the maternity and children's wards were among the dead.",
            [("killed", "38"), ("killed", "Fourteen")],
        ),
    ],
)
def test_who_was_taken_driven_out_or_among_them(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


def test_prisoners_of_a_fight_are_of_those_who_fell(draft: Draft) -> None:
    found = draft("The army beat back the assault on Kadugli, killing 100 RSF fighters and taking nine prisoner.")
    assert [(str(c.harm), c.victims, c.victim_side) for c in found.casualties] == [
        ("killed", "RSF fighters", "RSF"),
        ("captured", "RSF fighters", "RSF"),
    ]
    assert EventType.ABDUCTION not in {e.type for e in found.events}


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats have been pressing Washington to back a ground offensive on Hodeidah.",
        "The envoy called on all sides to show restraint and on the rebels to free the staff they hold.",
        "Twenty of the crew were picked up by a passing ship.",
        '"We pulled out men whose clothes had melted on to them," he said.',
        "The RSF says it will respect a pause in the fighting.",
        'An analyst said: "I expect more raids before the end of the month."',
    ],
)
def test_what_is_wanted_or_rescued_is_no_deed_done(draft: Draft, text: str) -> None:
    done = {EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.BACKGROUND}
    assert not [e for e in draft(text).events if e.status in done]


def test_a_group_of_the_history_is_not_the_militants_of_the_news(draft: Draft) -> None:
    news = ["Security forces killed 14 militants in Bannu on Tuesday, the military said."]
    news += [f"Officials said road {number} was closed to traffic." for number in range(12)]
    news += ["Violence has risen since the Tehrik-i-Taliban Pakistan (TTP) called off a ceasefire in 2022."]
    found = draft("\n\n".join(news))
    assert [c.victim_side for c in found.casualties] == ["militants"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The general vowed to go ahead with the vote.", Stance.INTENDS),
        ("Hezbollah vowed to avenge its commander.", Stance.THREATENS),
        ("The army rejected the accusation, saying it had not fired on the camp.", Stance.DENIES),
        ('"We reserve the right to go after them," the minister said.', Stance.THREATENS),
        ('Anyone on the river would be considered a "military target", according to the army.', Stance.THREATENS),
    ],
)
def test_what_a_claim_does(draft: Draft, text: str, stance: Stance) -> None:
    assert [c.stance for c in draft(text).claims] == [stance]


def test_a_translation_passes_the_words_on(draft: Draft) -> None:
    text = (
        "JNIM said its fighters had killed 63 soldiers, according to a translation of its statement by the SITE "
        "Intelligence Group."
    )
    (told,) = draft(text).claims
    assert [link.name for link in told.chain] == ["JNIM", "SITE Intelligence Group"]


def test_the_outlets_own_count_is_nobodys_claim(draft: Draft) -> None:
    counted = "More than 330 people have been killed in Lebanon, according to an AFP count."
    assert not draft(f"BEIRUT, Nov 22 (AFP) - {counted}").claims
    assert [c.chain[0].name for c in draft(f"BEIRUT, Nov 22 (Reuters) - {counted}").claims] == ["an AFP count"]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Attackers dragged three traders from a lorry and hacked them to death.", [("killed", "three")]),
        ("Gunmen stopped three men and shot them dead.", [("killed", "three")]),
        ("Gunmen stopped a trader and shot him dead.", [("killed", "a trader")]),
        ("One suspect, identified as Masore Dueramae, 35, was shot dead.", [("killed", "One")]),
        ("The nurse Yahya Abakar was killed in the market.", [("killed", "The nurse Yahya Abakar")]),
        ("The bomb killed a Turk and two Afghans.", [("killed", "a Turk"), ("killed", "two")]),
        ("The toll includes the 26 people, most of them tourists, who were gunned down.", [("killed", "26")]),
        (
            "It left four civilians, including a woman, with splinter injuries.",
            [("injured", "four"), ("injured", "a woman")],
        ),
        (
            "Two militiamen, a woman selling tea and a child were killed.",
            [("killed", "Two"), ("killed", "a woman"), ("killed", "a child")],
        ),
        ("The army chased the raiders and killed them in the hills.", []),
        (
            "A U.S. strike killed a senior financier and two of his bodyguards.",
            [("killed", "a senior financier"), ("killed", "two")],
        ),
        (
            "Two women who sold millet cakes and a retired schoolteacher were among the dead.",
            [("killed", "Two"), ("killed", "a retired schoolteacher")],
        ),
        ("The ministry spoke of three policemen being killed in the ambush.", [("killed", "three")]),
        (
            "Four agents were wounded. One of them, a young officer, remains in critical condition.",
            [("injured", "Four"), ("injured", "One")],
        ),
    ],
)
def test_whom_the_words_around_the_harm_name(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Since the cease-fire came into force, Israeli fire has killed 231 people in Lebanon.", Scope.CUMULATIVE),
        ("Some 400 people were killed during the 13 months of war.", Scope.CUMULATIVE),
        ("The camp hosts some 52,000 people who were driven from their villages.", Scope.CUMULATIVE),
        ("Five people have been killed in two days of fighting in Goma.", Scope.INCIDENT),
        ("The blast killed five people, the first deaths since the truce.", Scope.INCIDENT),
        ("Fifty hostages remain in Gaza.", Scope.CUMULATIVE),
        ("Since the 2021 coup, 174 students and teachers have been killed in airstrikes.", Scope.CUMULATIVE),
        ("Earlier this month, a drone attack on a bus killed 12 people.", Scope.INCIDENT),
        ("Some 300 people have been killed this month.", Scope.CUMULATIVE),
        ("Nine hostages remain in the school.", Scope.INCIDENT),
        ("Nine hostages remain in Sudan.", Scope.CUMULATIVE),
        ("Two hostages are still in Gaza City.", Scope.INCIDENT),
    ],
)
def test_the_period_a_figure_counts(draft: Draft, text: str, scope: Scope) -> None:
    assert [c.scope for c in draft(text).casualties] == [scope]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A policeman told reporters that the driver, Ali Musa, had died.", "A policeman"),
        ("The lawmaker representing the area in parliament, Salisu Tela, said 12 people had died.", "Salisu Tela"),
        ("A man identified as the gang's leader, Ti Wilkens, boasted that his men had done it.", "Ti Wilkens"),
        ("Two men spoke. One of them, a teacher who asked not to be named, said 11 were buried.", "a teacher"),
        ('"We ran into the corridor," Larysa Onyshchenko, 58, who lives upstairs, told AFP.', "Larysa Onyshchenko"),
    ],
)
def test_who_of_those_named_speaks(draft: Draft, text: str, speaker: str) -> None:
    assert [c.chain[0].name for c in draft(text).claims] == [speaker]


def test_he_is_whom_the_last_sentence_named(draft: Draft) -> None:
    found = draft(
        "Dr. Samir al-Hout, director of nursing at Nasser Hospital, said the facility had taken in 35 wounded.\n\n"
        "The woman's husband, Mahmoud Abu Daqqa, was outside when the missile landed. "
        '"I heard it pass over my head, and I knew," he said at the morgue.'
    )
    assert found.claims[-1].chain[0].name == "Mahmoud Abu Daqqa"


def test_a_capital_is_not_the_official_in_it(draft: Draft) -> None:
    found = draft(
        "A senior security official in Islamabad told the BBC that at least 20 militants were dead.\n\n"
        "Islamabad accuses Kabul of giving sanctuary to the TTP."
    )
    assert [c.chain[0].name for c in found.claims] == ["A senior security official in Islamabad", "Islamabad"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("China urged both sides to show restraint.", "China", SourceType.GOVERNMENT),
        ("Niger said its troops were safe.", "Niger", SourceType.GOVERNMENT),
        (
            "In a message, the Group for the Support of Islam and Muslims said it had killed 23 soldiers.",
            "Group for the Support of Islam and Muslims",
            SourceType.ARMED_GROUP,
        ),
    ],
)
def test_names_that_open_or_run_on(draft: Draft, text: str, speaker: str, kind: SourceType) -> None:
    assert [(c.chain[0].name, c.chain[0].type) for c in draft(text).claims] == [(speaker, kind)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Islamic State claimed the ambush through its Amaq news agency.", ["Islamic State", "Amaq news agency"]),
        (
            "In a message posted on Tuesday by its Az-Zallaqa media outlet, JNIM claimed the attack on the post.",
            ["JNIM", "Az-Zallaqa"],
        ),
        ("Islamic State claimed the ambush through gritted teeth.", ["Islamic State"]),
    ],
)
def test_the_outlet_a_group_speaks_through(draft: Draft, text: str, chain: list[str]) -> None:
    assert [link.name for link in draft(text).claims[0].chain] == chain


def test_what_gangs_dispute_is_no_denial(draft: Draft) -> None:
    text = "The tower stood in an area where illegal mining gangs dispute the gold with formal companies."
    assert not draft(text).claims


def test_a_part_of_another_nation_is_not_of_the_sides_people(draft: Draft) -> None:
    found = draft("At least five Haitian policemen were wounded, two of them Kenyans, a spokesman said.")
    assert [(c.count, c.victim_side) for c in found.casualties] == [
        ("At least five", "Haitian policemen"),
        ("two", None),
    ]


def test_blame_is_for_the_deed_told_beside_it(draft: Draft) -> None:
    found = draft(
        "A drone strike on a school in Ethiopia's Amhara region killed at least 18 people on Thursday, residents said."
        "\n\nIn a separate incident, gunmen abducted at least 17 passengers from two buses on Monday, police said. "
        "They blamed the Oromo Liberation Army (OLA). A spokesperson for the OLA denied that the group was involved."
    )
    actors = {e.type: e.actors for e in found.events}
    assert "Oromo Liberation Army" not in actors[EventType.AIR_DRONE_STRIKE]
    abduction = next(e.key for e in found.events if e.type is EventType.ABDUCTION)
    assert "Oromo Liberation Army" in actors[EventType.ABDUCTION]
    assert {key for c in found.claims[2:] for key in c.about} == {abduction}


def test_unknown_assailants_are_no_group_told_of_before(draft: Draft) -> None:
    found = draft(
        "Three policemen were killed in an ambush in Huanta, an action the authorities attributed to the Shining Path."
        "\n\nAt least two of the attackers were killed, the minister said.\n\n"
        "In a separate incident, unknown assailants dynamited a high-voltage tower in Pataz early on Tuesday."
    )
    assert list(found.events[-1].actors) == ["unknown assailants"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Israel's military said it killed Ra'ad Saad, a senior Hamas commander, in Gaza City.", "Hamas"),
        ("A strike killed Hussein Qasir, whom Israel identified as a commander in Hezbollah's unit.", "Hezbollah"),
        ("Among the dead was Musa Bello, a commander of the Bakassi Boys militia.", "Bakassi Boys militia"),
        ("The strike killed Musa Bello, a member of the village council.", None),
        ("Hamas gunmen killed Musa Bello, a tailor.", None),
    ],
)
def test_whose_a_named_man_was(draft: Draft, text: str, side: str | None) -> None:
    assert [c.victim_side for c in draft(text).casualties] == [side]


def test_a_corrected_toll_replaces_the_one_before(draft: Draft) -> None:
    found = draft(
        "Petro said 19 people died in the bombing of a camp. Forensic officials later revised the toll to 15."
    )
    assert [(c.count, c.scope) for c in found.casualties] == [("19", Scope.SUPERSEDED), ("15", Scope.INCIDENT)]


@pytest.mark.parametrize("outlet", ["Myanmar Now", "France 24", "Channel 12", "Gulf News"])
def test_outlets_with_odd_names(draft: Draft, outlet: str) -> None:
    found = draft(f"The airstrike killed six civilians, residents told {outlet}.")
    assert [[link.name for link in c.chain] for c in found.claims] == [["residents", outlet]]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("FARC dissidents killed three soldiers in Guaviare on Monday.", ("FARC dissidents",)),
        ("Colombia made peace with the FARC. FARC dissidents killed three soldiers.", ("FARC dissidents",)),
        ("A bomb killed seven people in Cali. Petro blamed a FARC dissident faction known as EMC.", ()),
        ("FARC guerrillas killed three soldiers in Guaviare in 1999.", ("FARC",)),
        ("A splinter group of the Taliban killed three soldiers in Kunar.", ()),
        ("Dissidents of the 33rd Front killed three soldiers in Tibu.", ("33rd Front",)),
    ],
)
def test_those_who_left_a_group_are_not_the_group(draft: Draft, text: str, doers: tuple[str, ...]) -> None:
    assert [c.attributed_to for c in draft(text).casualties] == [doers]


def test_of_what_kind_the_dead_are_is_no_further_death(draft: Draft) -> None:
    found = draft("Thailand said nine of its civilians had died, and Cambodia put its own civilian dead at ten.")
    assert [c.count for c in found.casualties] == ["nine", "ten"]


def test_what_nobody_knows_is_no_thing_that_speaks(draft: Draft) -> None:
    (claim,) = draft("The cause of the blast was not immediately known.").claims
    assert (claim.chain[0].name, claim.stance) == ("(outlet)", Stance.CANNOT_VERIFY)


def test_losses_on_a_side_are_that_sides_dead(draft: Draft) -> None:
    found = draft(
        "The army repelled the attack and killed 35 militants. He put the losses on the government side at four dead."
    )
    assert [(c.count, c.victims) for c in found.casualties] == [("35", "militants"), ("four", "the government side")]


def test_what_was_not_said_has_no_speaker_of_its_own(draft: Draft) -> None:
    found = draft(
        "The US Africa Command conducted an airstrike. It did not say how many militants were killed, citing "
        "operational security, and added that no civilians were harmed."
    )
    assert {c.chain[0].name for c in found.claims} == {"US Africa Command"}


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Two men were found on Sunday with their throats cut.", [("killed", "two")]),
        ("Two rifles were found with their straps cut.", []),
        ("The seven injured included three civilians.", [("injured", "seven"), ("injured", "three")]),
        (
            'The army retook the town, destroying 36 vehicles and killing "more than 150 mercenaries".',
            [("killed", "more than 150")],
        ),
    ],
)
def test_rarer_ways_of_harm(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert [(harm, count.lower()) for harm, count in _harms(draft(text))] == harms
