"""Figures across sentences: parts of a whole, running tolls, replaced tolls, repeats, and what a bare number counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftCasualty, DraftRecords
from summarizer.records.vocabulary import Scope

Draft = Callable[[str], DraftRecords]


def _by_count(found: DraftRecords) -> dict[str, DraftCasualty]:
    return {c.count: c for c in found.casualties}


@pytest.mark.parametrize(
    ("text", "whole", "part", "victims"),
    [
        ("Thirty people were killed, including 12 children.", "Thirty", "12", "children"),
        ("The blast killed nine officers, among them two cadets.", "nine", "two", "cadets"),
        ("Seven farmers were shot dead, four of them women.", "Seven", "four", "women"),
        ("Raiders wounded 31 villagers, nineteen of whom were moved to the city.", "31", "nineteen", "villagers"),
        ("Five of its staff were among nine people who did not come out alive.", "nine", "Five", "its staff"),
        ("Nineteen villagers were killed. Eleven children were among the dead.", "Nineteen", "Eleven", "children"),
        ("The raid killed 29 men: 10 soldiers and 19 rebels.", "29", "10", "soldiers"),
        ("Six pilgrims were killed. Two were brothers from Multan.", "Six", "Two", "brothers"),
        ("Ten people were killed. The victims include four nuns.", "Ten", "four", "nuns"),
        ("The strike killed 19 people: 12 in Lome, five in Kara and two in Sokode.", "19", "12", "people"),
        ("Twenty people were hurt, six in Kabul and 14 in Herat.", "Twenty", "14", "people"),
    ],
)
def test_a_part_points_at_its_whole(draft: Draft, text: str, whole: str, part: str, victims: str) -> None:
    found = _by_count(draft(text))
    assert (found[part].subset_of, found[whole].subset_of) == (found[whole].key, None)
    assert (found[part].victims, found[part].harm) == (victims, found[whole].harm)


@pytest.mark.parametrize(
    "text",
    [
        "Nine porters were killed. Two cooks were wounded.",
        "Nine porters were killed, and the mayor spoke to 12 children.",
        "Nine porters and two cooks were killed.",
        "The strike killed 16 people, all but three of them dockers.",
    ],
)
def test_other_figures_are_no_parts(draft: Draft, text: str) -> None:
    found = draft(text).casualties
    assert found
    assert {c.subset_of for c in found} == {None}


def test_a_bare_figure_is_described_by_what_all_of_them_were(draft: Draft) -> None:
    (found,) = draft("The mayor gave a toll of 13, all of them civilians.").casualties
    assert (found.count, found.victims, found.victim_status.value) == ("13", "civilians", "civilian")


@pytest.mark.parametrize(
    ("text", "count", "victims"),
    [
        ("The collapse killed three miners, wounding nine.", "nine", "miners"),
        ("Three gunmen stormed the bank. Two were killed.", "Two", "gunmen"),
        ("Gunmen fired on two policemen, killing one.", "one", "policemen"),
        ("The observatory counted 23 dead soldiers, the ministry 15.", "15", "dead soldiers"),
        ("Raiders abducted 14 girls. The governor said the figure was ten.", "ten", "girls"),
        ("Gunmen killed eight soldiers at the gate. Two more died on Monday.", "Two more", "soldiers"),
        ("The blast brought to 212 the number of persons killed this year.", "212", "persons"),
        ("Troops engaged the bandits and neutralised scores of them.", "scores", "the bandits"),
    ],
)
def test_a_bare_number_counts_the_people_named_before(draft: Draft, text: str, count: str, victims: str) -> None:
    assert _by_count(draft(text))[count].victims == victims


def test_people_named_long_before_are_not_borrowed(draft: Draft) -> None:
    text = "Gunmen killed eight soldiers. " + "The road was dry. " * 5 + "Then 14 died."
    assert _by_count(draft(text))["14"].victims != "soldiers"


@pytest.mark.parametrize(
    ("text", "count", "scope"),
    [
        ("The war has killed 4,000 people since January.", "4,000", Scope.CUMULATIVE),
        ("Fevers killed 60 children this year.", "60", Scope.CUMULATIVE),
        ("Militants killed at least 1,500 people across the country last year.", "at least 1,500", Scope.CUMULATIVE),
        ("Official figures show 2,597 people were murdered there last year.", "2,597", Scope.CUMULATIVE),
        ("In April, we recorded 209 civilians killed.", "209", Scope.CUMULATIVE),
        ("Since 24 February 2022, at least 13,100 civilians have been killed.", "at least 13,100", Scope.CUMULATIVE),
        ("A rebellion in the west has left more than 6,000 dead.", "more than 6,000", Scope.CUMULATIVE),
        ("It has driven more than 14 million people from their homes.", "more than 14 million", Scope.CUMULATIVE),
        ("Some 29 people have died in attacks during that time.", "Some 29", Scope.CUMULATIVE),
        ("Some 4,000 people have been abducted since the president took office.", "Some 4,000", Scope.CUMULATIVE),
        ("In 2014, gunmen killed 140 pupils when they stormed a school.", "140", Scope.INCIDENT),
        ("Some 135,000 people fled Sake on Friday.", "Some 135,000", Scope.INCIDENT),
        ("Mines have killed 31 herders in the past six months.", "31", Scope.CUMULATIVE),
        ("The blast brought to 212 the number of persons killed.", "212", Scope.CUMULATIVE),
        ("The blast killed nine traders on Monday.", "nine", Scope.INCIDENT),
        ("The death toll rose to 38.", "38", Scope.INCIDENT),
        ("An earlier bulletin had put the dead at six.", "six", Scope.SUPERSEDED),
        ("The death toll rose from 12 to 15.", "12", Scope.SUPERSEDED),
        ("Police revised the number of dead from 21 to 19.", "19", Scope.INCIDENT),
        ("The ministry's toll of 13 was raised to 18.", "13", Scope.SUPERSEDED),
        ("Nine miners were killed, the worst toll since 1997.", "Nine", Scope.INCIDENT),
        ("About 900 people are displaced in the valley.", "About 900", Scope.CUMULATIVE),
        ("The number of dead, put at 34 on Monday, now stands at 41.", "34", Scope.SUPERSEDED),
        ("The number of dead, put at 34 on Monday, now stands at 41.", "41", Scope.INCIDENT),
        ("In all, 29 people died in the blast.", "29", Scope.INCIDENT),
        ("The monthlong war of 2006 left 1,200 people dead in Lebanon.", "1,200", Scope.CUMULATIVE),
        ("More than 3,500 people were killed during the Troubles.", "More than 3,500", Scope.CUMULATIVE),
        (
            "More than 1,400 people have been killed since Israel stepped up its bombing.",
            "More than 1,400",
            Scope.CUMULATIVE,
        ),
        ("Three officers had previously died in Haiti.", "Three", Scope.CUMULATIVE),
        ("In April this year, the RSF attacked the camp, killing at least 30 people.", "at least 30", Scope.INCIDENT),
        ("The truce is broken since June 1987, when 27 soldiers were killed in an ambush.", "27", Scope.INCIDENT),
        ("Gunmen killed 30 people. A toll of 38, given out on Tuesday, was later withdrawn.", "38", Scope.SUPERSEDED),
        (
            "Gunmen killed 30 people in Lestere. The network had counted 17 dead a day earlier.",
            "17",
            Scope.SUPERSEDED,
        ),
        (
            "At least 19 people died in one of the deadliest attacks the town has seen this year.",
            "At least 19",
            Scope.INCIDENT,
        ),
        (
            "The ministry counted 3,900 murders in the first five months of this year, the most since 2010.",
            "3,900",
            Scope.CUMULATIVE,
        ),
        ("Gunmen killed 30 people before troops were withdrawn.", "30", Scope.INCIDENT),
        ("In June 2022, 130 civilians were killed in attacks on two villages.", "130", Scope.INCIDENT),
    ],
)
def test_what_a_figure_covers(draft: Draft, text: str, count: str, scope: Scope) -> None:
    assert _by_count(draft(text))[count].scope is scope


def test_a_running_toll_belongs_to_no_incident(draft: Draft) -> None:
    text = "A bomb killed nine traders in Kaya on Monday. The war has killed 4,000 people since January."
    found = _by_count(draft(text))
    assert (found["nine"].event, found["4,000"].event) == ("e1", None)


def test_the_body_speaks_before_the_headline_that_repeats_it(draft: Draft) -> None:
    text = "Nine die in market blast\n\nThe market blast killed at least nine traders, the mayor said."
    assert [(c.count, c.victims) for c in draft(text).casualties] == [("at least nine", "traders")]


def test_a_repeated_figure_is_a_second_quote(draft: Draft) -> None:
    text = "A blast killed nine traders on Monday.\n\nThe blast, which killed nine traders, came at noon."
    assert [(c.count, len(c.evidence)) for c in draft(text).casualties] == [("nine", 2)]


def test_equal_figures_of_different_people_are_kept_apart(draft: Draft) -> None:
    text = "A blast killed nine traders on Monday. It also killed nine goatherds' children and nine soldiers."
    assert {("nine", "traders"), ("nine", "soldiers")} <= {(c.count, c.victims) for c in draft(text).casualties}


def test_equal_figures_of_different_harm_are_kept_apart(draft: Draft) -> None:
    found = draft("A blast killed nine traders. It wounded nine traders.").casualties
    assert [c.harm.value for c in found] == ["killed", "injured"]


@pytest.mark.parametrize(
    "text",
    ["If soldiers were killed, the truce would end.", '"Our people were killed for years," he said.'],
)
def test_suppositions_and_rhetoric_without_a_number_are_no_toll(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


def test_kin_of_one_name_are_several(draft: Draft) -> None:
    text = "The dead were named as Pedro Ruiz, 31, and Ana Ruiz, 28."
    assert [c.victims for c in draft(text).casualties] == ["Pedro Ruiz", "Ana Ruiz"]


def test_names_of_those_already_counted_are_no_further_victims(draft: Draft) -> None:
    text = "Two women were abducted. The victims were named as Amina Sani and Hauwa Bello."
    assert [(c.harm.value, c.count) for c in draft(text).casualties] == [("captured", "Two")]


def test_the_graver_of_two_harms_of_one_person_counts(draft: Draft) -> None:
    text = "Pedro Ruiz was wounded in the leg. On Friday Pedro Ruiz died in hospital."
    assert [(c.harm.value, c.victims) for c in draft(text).casualties] == [("killed", "Pedro Ruiz")]


@pytest.mark.parametrize(
    "text",
    [
        "The junta has killed more than 6,000 civilians since it seized power in February 2021.",
        "Police clashed with students on Monday, taking the death toll in four days to 25.",
        "Since October 450 people have been killed in the north. On the other side, 16 soldiers have been killed.",
    ],
)
def test_what_has_run_since_a_day_is_a_running_total(draft: Draft, text: str) -> None:
    assert {c.scope for c in draft(text).casualties} == {Scope.CUMULATIVE}


def test_one_victim_here_and_one_there_are_two(draft: Draft) -> None:
    text = "In Kharkiv a missile killed a woman.\n\nA woman was killed when debris fell on her home in Belgorod."
    assert len(draft(text).casualties) == 2


def test_a_rival_toll_counts_whom_the_first_counts(draft: Draft) -> None:
    text = "Fighters killed 12 farmers and kidnapped eight women in Zabarmari. Residents gave a toll of 15."
    assert _by_count(draft(text))["15"].victims == "farmers"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Bomb kills two rangers in Yala\n\nTwo rangers were killed and three others wounded by a bomb. The three"
            " injured were rushed to hospital.",
            ["Two", "three"],
        ),
        (
            "Rebels kill more than 20 villagers\n\nRebels killed at least 23 villagers in Beni, officials said.",
            ["at least 23"],
        ),
        (
            "Rebels kill more than 20 villagers\n\nRebels killed at least 61 villagers in Beni, officials said.",
            ["more than 20", "at least 61"],
        ),
        ("Gunmen killed two guards. Two guards were killed elsewhere on Friday.", ["two", "Two"]),
    ],
)
def test_a_figure_spoken_of_again_is_told_once(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("On Tuesday 30 people were killed in Jos.", ["30"]),
        ("On Friday 12 soldiers died.", ["12"]),
        ("In June 30 people were killed.", ["30"]),
        ("On June 30 gunmen killed a farmer.", ["a farmer"]),
        ("Rebels killed 52 civilians between August 9 and 16 in several towns.", ["52"]),
        ("Rebels killed 52 civilians between August 9 and 16, the army said.", ["52"]),
        ("Rebels killed 52 civilians from August 9 to 16 in several towns.", ["52"]),
        ("A car bomb went off on August 9 and 16 people were killed.", ["16"]),
    ],
)
def test_days_of_the_month_are_no_victims(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Two people were killed and six wounded late Monday when missiles hit a dormitory.", ["Two", "six"]),
        ("Partners recorded 27 incidents, in which one aid worker was killed and five were injured.", ["one", "five"]),
        ('Up to 40 Ukrainian servicemen and "foreign specialists" were killed.', ["Up to 40"]),
        ("The update said 19 civilians were killed. Following checks, this figure is revised to 15.", ["19", "15"]),
        ("Media first reported 103 deaths, but the minister later lowered the figure to 95.", ["103", "95"]),
    ],
)
def test_figures_that_were_lost(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A mine nearby killed a shepherd.", ["a shepherd"]),
        ("Soldiers killed two 14-year-olds in Jenin.", ["two"]),
        ("Gunmen killed a priest and two of his parishioners. The three were buried on Sunday.", ["a priest", "two"]),
        (
            "Gunmen killed nine people, among them the mayor and his father, a former mayor.",
            ["nine", "the mayor", "his father"],
        ),
        ("The blasts killed 19 people plus the two bombers, both girls of about 15.", ["19", "two"]),
        ("The attack killed 19 people. A civil society leader put it at more than 60.", ["19", "more than 60"]),
        ("Ninety civilians died in the attack, along with 79 members of the security forces.", ["Ninety", "79"]),
        ("Three men were shot, and their bodies were dumped in a river.", ["Three"]),
    ],
)
def test_each_victim_once(draft: Draft, text: str, counts: list[str]) -> None:
    assert [c.count for c in draft(text).casualties] == counts
