"""What looks like the wording of a rule and is not, found by a hostile reader of the rules; see also near misses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Harm, Scope

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Ten people were killed when a bomb hit a market in Goma, and four in Bukavu.",
            [("killed", "Ten"), ("killed", "four")],
        ),
        (
            "Two people were killed as shells hit Lyman and one in Siversk.",
            [("killed", "Two"), ("killed", "one")],
        ),
        (
            "Six people were killed in the strike, as well as more than 20 injured, he said.",
            [("killed", "Six"), ("injured", "more than 20")],
        ),
        ("Seven people were killed, as well as two missing.", [("killed", "Seven"), ("missing", "two")]),
        ("Bandits killed four people, as well as 12 kidnapped.", [("killed", "four"), ("captured", "12")]),
        ("Two soldiers were killed along with 23 wounded.", [("killed", "Two"), ("injured", "23")]),
        (
            "A gunman killed five people at a bank. Three of the five officers who responded were injured.",
            [("killed", "five"), ("injured", "Three")],
        ),
        (
            "The strike killed eight people. Six of the eight survivors were injured.",
            [("killed", "eight"), ("injured", "Six")],
        ),
        ("Gunmen killed 12 people at a wedding. Two of the 12 gunmen were policemen.", [("killed", "12")]),
        (
            "Gunmen killed nine people on Monday.\n\n" + "It was cold. " * 14 + "\n\nTwo of the nine were brothers.",
            [("killed", "nine")],
        ),
        (
            "Many people were abducted when bandits stormed Layi and Lamido, two communities in Faskari.",
            [("captured", "Many")],
        ),
        ("Two officials appealed to doctors to end the strike.", []),
        ("Hundreds of families turned to the hospital for news of their relatives.", []),
        ("The report said soldiers may have used 12 men as human shields.", []),
        (
            "A bomb wounded a policeman, a woman, according to medics.",
            [("injured", "a policeman"), ("injured", "a woman")],
        ),
        (
            "Rebels killed 12 people nationwide and injured 120.",
            [("killed", "12"), ("injured", "120")],
        ),
    ],
)
def test_figures_keep_their_own_harm(draft: Draft, text: str, figures: list[tuple[str, str]]) -> None:
    assert sorted((str(c.harm), c.count) for c in draft(text).casualties) == sorted(figures)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Soldiers killed a farmer in Bamenda. Separatists ambushed the patrol. Two of the attackers died.",
            "Separatists",
        ),
        ("Rebels said so. The bomb killed 12 people, along with the bomber. Nine others were hurt.", ""),
    ],
)
def test_who_was_told_last_is_not_whose_they_are(draft: Draft, text: str, side: str) -> None:
    assert (draft(text).casualties[-1].victim_side or "") == side


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Colonel Ahmed Musa said two soldiers were killed. Bwire, who was shot in the chest, died at the scene."
            " He said the army would find the killers.",
            ["Ahmed Musa", "Ahmed Musa"],
        ),
        (
            'Police chief John Okello said a man had been held over the killings.\n\n"I did it," the 23-year-old said.',
            ["John Okello"],
        ),
        (
            "Its field medicine centre said a paramedic was shot.\n\nThe National Oil Corporation shut the refinery."
            " Two people were killed, it said.",
            ["Its field medicine centre", "National Oil Corporation"],
        ),
        (
            "Blaise Chemunga of the Center for Human Rights and Peace Advocacy says 3,000 people have fled Belo.",
            ["Blaise Chemunga"],
        ),
        (
            "The Ministry of Health and Population said four people were killed in Belo.",
            ["Ministry of Health and Population"],
        ),
        (
            '"He was dead," said Ali Musa, a doctor at the hospital, who said nine people were killed.',
            ["Ali Musa", "Ali Musa"],
        ),
        ("Prosecutors nationwide said 12 were killed.", ["Prosecutors"]),
        ("Defence Ministry figures show 512 soldiers killed since the drive was launched.", ["Defence Ministry"]),
    ],
)
def test_who_speaks(draft: Draft, text: str, speakers: list[str]) -> None:
    assert [c.chain[0].name for c in draft(text).claims] == speakers


@pytest.mark.parametrize(
    "title", ["Lebanon strikes toll: 12 dead", "Paris attacks suspect in court", "Gaza strikes death toll at 12"]
)
def test_a_place_of_strikes_is_no_doer(draft: Draft, title: str) -> None:
    assert [e for e in draft(f"{title}\n\nA man spoke.").events if e.actors] == []


def test_the_waves_that_one_bombing_sent_make_no_sum_of_it(draft: Draft) -> None:
    text = (
        "At least 40 people were killed in a bombing on Monday in Peshawar that sent shock waves across Pakistan.\n\n"
        "Twenty people were killed in Quetta in January.\n\nFifteen people died in Bajaur last year."
    )
    assert draft(text).casualties[0].scope is Scope.INCIDENT


def test_a_lead_whose_parts_are_not_told_one_by_one_is_no_sum(draft: Draft) -> None:
    text = (
        "Strikes across Gaza killed 38 people on Monday.\n\nSixteen people were killed in Sabra.\n\n"
        "A bomb killed 36 people in Jabalia."
    )
    assert draft(text).casualties[0].scope is Scope.INCIDENT


def test_a_part_told_again_is_no_further_dead(draft: Draft) -> None:
    text = "Three people died, two in Lyman and one in Siversk.\n\nTwo people died in Lyman when a shell hit their car."
    assert len([c for c in draft(text).casualties if c.harm is Harm.KILLED and not c.subset_of]) == 1


def test_kin_of_the_doer_are_no_part_of_those_he_killed(draft: Draft) -> None:
    text = "Gunmen killed 12 people at a wedding. Police later stormed the gunman's house and his father was killed."
    assert draft(text).casualties[-1].subset_of is None


@pytest.mark.parametrize(
    ("older", "scope"),
    [("Two people were killed in a strike on a village outside the city.", Scope.INCIDENT),
     ("Two people were killed in the strike.", Scope.SUPERSEDED)],
)  # fmt: skip
def test_an_older_entry_of_another_deed_stands(draft: Draft, older: str, scope: Scope) -> None:
    newer = "15:44 At least seven people were killed in a Russian strike on Kharkiv."
    found = draft(f"{newer}\n\n13:20 {older}\n\n11:05 Sirens sound.")
    assert found.casualties[-1].scope is scope


_LED = "The deputy mayor of Skadovsk was killed by a bomb under his car, officials said.\n\n"


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (_LED + "Investigators said Yuri Halka died on the way to hospital.", 1),
        (_LED + "In Melitopol, Yuri Halka died when a mine went off.", 2),
        (_LED + "Investigators said Yuri Halka was also killed.", 2),
        ("The bomber was killed at the gate.\n\nPoliceman Ali Khan died on the way to hospital.", 2),
    ],
)
def test_whom_the_lead_tells_of_by_office_is_named_later(draft: Draft, text: str, dead: int) -> None:
    assert len([c for c in draft(text).casualties if c.harm is Harm.KILLED]) == dead


@pytest.mark.parametrize(
    ("text", "supporters"),
    [
        ("A bomb killed an official in Skadovsk, Moscow-backed authorities said.", ()),
        ("Turkish-backed rebels attacked a base in Afrin on Monday.", ("Turkish",)),
    ],
)
def test_who_backs_the_speakers_backs_no_deed(draft: Draft, text: str, supporters: tuple[str, ...]) -> None:
    assert draft(text).events[0].supporters == supporters
