"""Victims behind asides, quotation marks and lists, and figures beside people that count none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope

Draft = Callable[[str], DraftRecords]


def _harms(found: DraftRecords) -> list[tuple[str, str]]:
    return [(str(c.harm), c.count) for c in found.casualties]


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        (
            'At least 16 members of the "Peasant Defense Patrol" (a village militia) died and another 30 were wounded.',
            [("killed", "At least 16"), ("injured", "another 30")],
        ),
        ("Six priests -- five of them Spaniards -- and two women were murdered.",
         [("killed", "Six"), ("killed", "five"), ("killed", "two")]),
        ("The rebels murdered, at gunpoint, a soldier who lay in a hospital.", [("killed", "a soldier")]),
        ("Rodriguez Porth, 65, was killed at noon near his home in San Salvador, along with two of his bodyguards.",
         [("killed", "Rodriguez Porth"), ("killed", "two")]),
        ("A bomb killed Ana Ruiz, 42; Pilar Ruiz, 19; and two guards.",
         [("killed", "Ana Ruiz"), ("killed", "Pilar Ruiz"), ("killed", "two")]),
        ("Gunmen shot and killed Ana Ruiz, 42, Pilar Ruiz, 19, and their driver.",
         [("killed", "Ana Ruiz"), ("killed", "Pilar Ruiz"), ("killed", "their driver")]),
        ("The raid ended with the death of two soldiers and of a fourth hostage.",
         [("killed", "two"), ("killed", "a fourth hostage")]),
        ("Nine people were killed, including the well-known union leader Elizabeth Velazquez.",
         [("killed", "Nine"), ("killed", "the well-known union leader Elizabeth Velazquez")]),
        ("Two leaders of the party, Pablo Forero and Luis Sotelo, were murdered.", [("killed", "Two")]),
        ("An employee of the mine who had been considered missing since 27 June was found dead there.",
         [("killed", "An employee")]),
        ("About 900 families left er-Rahad on Tuesday night, the International Organization for Migration said.",
         [("displaced", "About 900 families")]),
    ],
)  # fmt: skip
def test_people_behind_asides_and_marks(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    found = [(harm, count) for harm, count in _harms(draft(text)) if harm != "missing"]
    assert found == harms


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The army reported 53 clashes, 37 guerrillas and 12 soldiers killed.", ["37", "12"]),
        ("The strike killed three cows and two farmers.", ["two"]),
        ("The paper ran two articles on the priests that were murdered.", []),
        ("The suspects were wanted for multiple murder.", []),
        ("He lay beneath two bodies for close to an hour.", []),
        ("The bodies of 1,000 servicemen will be handed over by the end of the week.", []),
        ("Ukraine returned the remains of 31 soldiers in October.", []),
        ("Soldiers handed over the bodies of two men to their families.", ["two"]),
        ("Three of the kidnapped peasants managed to escape during the shooting.", []),
        ("The gang was planning General Noriega's murder.", ["General Noriega"]),
    ],
)
def test_figures_that_count_none_of_the_dead(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts


def test_two_others_beside_six_priests_are_no_priests(draft: Draft) -> None:
    found = draft("The gunmen murdered six priests and two others.")
    assert [c.victims for c in found.casualties] == ["priests", "two others"]


def test_a_last_name_is_the_person_named_in_full_before(draft: Draft) -> None:
    found = draft("The judge Ana Ruiz lived in the capital. On Tuesday Ruiz was gunned down near her home.")
    assert _harms(found) == [("killed", "Ruiz")]


def test_a_last_name_is_no_second_victim(draft: Draft) -> None:
    found = draft(
        "A policeman was killed on Monday. The police chief named him as Patrolman Jerick Dalisay, 27. "
        "The killing of Dalisay was condemned by the mayor."
    )
    assert [c.count for c in found.casualties if c.harm == Harm.KILLED] == ["A policeman"]


def test_a_running_toll_makes_no_event(draft: Draft) -> None:
    found = draft("Gangs killed at least 1,200 people in the country from July to September and kidnapped 148 others.")
    assert not found.events
    assert [c.event for c in found.casualties] == [None, None]


def test_what_happened_long_before_is_linked_to_no_deed_of_today(draft: Draft) -> None:
    found = draft(
        "A bomb killed two soldiers in Bongabong on Saturday. The clash was the bloodiest since July 2011, when eight "
        "rebels were killed in the province."
    )
    (old,) = [c for c in found.casualties if c.count == "eight"]
    told = {e.key: e for e in found.events}
    assert old.event is None or told[old.event].status is EventStatus.BACKGROUND


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Air defense forces destroyed 83 Ukrainian drones overnight.", EventType.DISRUPTED_WEAPONS),
        ("The army regained control of the town of Yuai on Monday.", EventType.TERRITORY_CHANGE),
        ("Burundi has closed its side of the crossing at Gatumba.", EventType.RESTRICTION),
        ("A bomb disposal team safely detonated two devices near the road.", EventType.DISRUPTED_WEAPONS),
    ],
)
def test_deeds_told_with_their_object(draft: Draft, text: str, kind: EventType) -> None:
    assert [e.type for e in draft(text).events] == [kind]


def test_both_leaders_are_those_named_before(draft: Draft) -> None:
    found = draft(
        "Gunmen killed Hector Oqueli and Gilda Flores on Friday.\n\nThe party condemned the killing of both leaders."
    )
    assert [c.count for c in found.casualties] == ["Hector Oqueli", "Gilda Flores"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Three volunteers were killed. The bodies of two of them were yet to be brought down.", ["Three"]),
        ("Gunmen kidnapped three leaders. The body of one of them was found on Sunday.", ["one"]),
    ],
)
def test_bodies_of_some_of_them(draft: Draft, text: str, dead: list[str]) -> None:
    assert [c.count for c in draft(text).casualties if c.harm == Harm.KILLED] == dead


def test_who_is_shot_down_killed_nobody(draft: Draft) -> None:
    found = draft("A military helicopter was shot down by rebels near Kalay on Monday, killing all five on board.")
    assert [c.attributed_to for c in found.casualties] == [("rebels",)]
    assert [(e.type, e.actors) for e in found.events] == [(EventType.ATTACK, ("rebels",))]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured a battalion headquarters and a bridge on Monday.",
        "Hundreds marched in Tunis to demand the release of jailed opposition leaders.",
    ],
)
def test_what_harms_nobody_and_jails_nobody(draft: Draft, text: str) -> None:
    found = draft(text)
    assert not found.casualties
    assert EventType.ARREST not in {e.type for e in found.events}


def test_an_anniversary_brings_no_new_attack(draft: Draft) -> None:
    found = draft(
        "Ten years after the Westgate attack, which killed 67 people, survivors gathered in Nairobi on Thursday."
    )
    assert {e.status for e in found.events} == {EventStatus.BACKGROUND}


def test_captives_of_february_come_free_today(draft: Draft) -> None:
    (event,) = draft("The rebel group said it had released 14 soldiers captured in February.").events
    assert (event.type, event.status) == (EventType.RELEASE, EventStatus.COMPLETED)


@pytest.mark.parametrize("joint", [". The", ", but the", ", while the"])
def test_the_figure_that_another_puts(draft: Draft, joint: str) -> None:
    found = draft(
        f"Residents said at least 25 people had been killed{joint} local administrator put the figure at nine."
    )
    assert [c.count for c in found.casualties] == ["at least 25", "nine"]
    assert [c.content for c in found.claims] == ["at least 25 people had been killed", "the figure at nine"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A car bomb killed 22 cadets in Bogota in 2019.", Scope.INCIDENT),
        ("Landmines killed 77 people last year.", Scope.CUMULATIVE),
        ("The group counted 412 dead this year, up from 290 in 2022.", Scope.CUMULATIVE),
        ("In January, 58 people lost their lives in terrorist attacks in the province.", Scope.CUMULATIVE),
    ],
)
def test_deeds_of_a_year_and_one_deed_of_a_year(draft: Draft, text: str, scope: Scope) -> None:
    assert {c.scope for c in draft(text).casualties} == {scope}


def test_an_ally_is_not_blamed_for_the_loss_of_those_it_backs(draft: Draft) -> None:
    found = draft(
        "Somali troops backed by U.S. air strikes killed 27 militants, the ministry said, adding that one soldier was"
        " hurt."
    )
    assert [c.attributed_to for c in found.casualties] == [("Somali troops",), ()]


def test_the_number_of_those_detained_is_no_toll(draft: Draft) -> None:
    found = draft(
        "The police chief said 11 of his men were injured. He would not say how many people had been detained. Local "
        "sources put the number at 26."
    )
    assert [c.count for c in found.casualties] == ["11"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Troops killed his brother, a bandit leader, in a raid in Katsina.", ["his brother"]),
        ("Gunmen killed the mayor and his father, a former mayor.", ["the mayor", "his father"]),
        ("Gunmen killed his brother, a bandit leader, and two guards.", ["his brother", "a bandit leader", "two"]),
        (
            "Three died, two in Lyman and one in Siversk.\n\nIn Kherson two people were killed.",
            ["Three", "two", "one", "two"],
        ),
        ("Six people died — two in Lyman and one in Siversk — on Monday.", ["Six"]),
    ],
)
def test_nobody_is_counted_again_by_what_he_was_or_where(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Five policemen were killed, as well as all four attackers.", [("killed", "Five"), ("killed", "four")]),
        ("The blast killed 12 people as well as the bomber.", [("killed", "12"), ("killed", "the bomber")]),
        ("The blast killed 12 people as well as two cows.", [("killed", "12")]),
        (
            "Rebels shelled the town, with three people losing their lives and seven hurt.",
            [("killed", "three"), ("injured", "seven")],
        ),
        ("Rebels shelled the town, with three people dying on the spot.", [("killed", "three")]),
        ("The soldiers took six men with them as human shields.", [("captured", "six")]),
        ("Soldiers rounded up 40 villagers to use as human shields.", [("captured", "40")]),
        ("The army said rebels used human shields.", []),
        ("Two women were chopped to death on Tuesday.", [("killed", "Two")]),
        ("Twelve of our heroes have fallen, the general staff said.", [("killed", "Twelve")]),
        ("Nine persons are on admission at the General Hospital.", [("injured", "Nine")]),
        (
            "Nine persons with varying degrees of gunshot injury are on admission in Funtua.",
            [("injured", "Nine")],
        ),
        ("One more person turned to medics on Tuesday with barotrauma.", [("injured", "One more")]),
        ("Residents turned to the court for help.", []),
        ("The rebels lost a single fighter, a woman, in the raid.", [("killed", "a single fighter")]),
        (
            "Many were abducted when bandits stormed Layi and Lamido, two communities in Faskari.",
            [("captured", "Many")],
        ),
    ],
)
def test_people_harmed_beside_others_and_in_set_phrases(draft: Draft, text: str, harms: list[tuple[str, str]]) -> None:
    assert _harms(draft(text)) == harms


def test_members_of_a_force_are_not_of_the_air_force_that_killed_them(draft: Draft) -> None:
    found = draft("The air force killed 40 People's Defense Force (PDF) members at Ywar Htaung.")
    assert [(c.victim_side, c.attributed_to) for c in found.casualties] == [("People's Defense Force", ("air force",))]


def test_a_rebel_body_is_a_rebel(draft: Draft) -> None:
    assert [c.victims for c in draft("One rebel body was found, the army said.").casualties] == ["rebel body"]


def test_the_first_half_of_a_year_is_a_period(draft: Draft) -> None:
    found = draft("The group said 437 people were killed in the first half of this year.")
    assert [c.scope for c in found.casualties] == [Scope.CUMULATIVE]
