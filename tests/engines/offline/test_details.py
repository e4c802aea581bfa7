"""Which figures a total of the article already holds, and which of a lead only sums up what follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Scope

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The death toll rose to 17 after eight more bodies were found in a shaft, officials said.",
            {"eight more bodies": "17"},
        ),
        (
            "A missile hit a hostel in Kharkiv. Rescuers pulled the body of a 61-year-old man from the rubble, raising"
            " the toll to three.",
            {"a 61-year-old man": "three"},
        ),
        (
            "Gunmen attacked a convoy, killing at least 10 people. Six soldiers and four drivers died when the gunmen"
            " opened fire on the column.",
            {"Six": "at least 10", "four": "at least 10"},
        ),
        (
            'Gunmen killed 17 people in the village. "I saw it," said Jean Exantus, a grower who lost a brother and two'
            " nephews.",
            {"a brother and two nephews": "17"},
        ),
        (
            "Four people were killed in the shelling. The driver died on the spot.",
            {"The driver": "Four"},
        ),
        (
            "At least 27 prisoners were killed. Eleven of the dead had been decapitated, a doctor said.",
            {"Eleven": "At least 27"},
        ),
        (
            "Jihadists killed at least 21 pro-government fighters. Thirteen of the dead were soldiers, a monitor said.",
            {"Thirteen": "at least 21"},
        ),
        (
            "Shelling killed four civilians — three in Lyman and one in Siversk — and wounded nine others.",
            {"three": "four", "one": "four"},
        ),
        (
            "Five peacekeepers, three from Nepal and two from Uruguay, were wounded.",
            {"three": "Five", "two": "Five"},
        ),
        (
            "Five militants were killed in a raid on three hideouts. Two of the militants blew themselves up.",
            {"Two": "Five"},
        ),
    ],
)
def test_a_detail_is_a_part_of_its_toll(draft: Draft, text: str, parts: dict[str, str]) -> None:
    casualties = {c.key: c for c in draft(text).casualties}
    told = {c.count: casualties[c.subset_of].count for c in casualties.values() if c.subset_of}
    assert told == parts


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed 12 rebels and lost four soldiers. Two of the dead were civilians.",
        "The army killed 12 rebels in Ituri. A third civilian, a farmer, died of his wounds in hospital.",
        "Soldiers killed seven militants. Two civilians, a teacher and a boy, died of their wounds.",
        "A blast killed nine people in Kabul. In Herat, another five people and four guards were shot dead.",
        "Gunmen killed three people. One of the injured died in hospital.",
        "A number of gunmen drove to the village and killed 10 people after five guards were shot dead.",
        "Seven Islamic State militants were killed in an air strike. Five paramilitary fighters and two villagers were"
        " killed in an attack by the group.",
    ],
)
def test_people_of_another_deed_or_side_are_no_part(draft: Draft, text: str) -> None:
    assert [c.subset_of for c in draft(text).casualties if c.subset_of] == []


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Israeli strikes killed at least 38 people across the Gaza Strip on Tuesday. Sixteen were killed when a"
            " house was hit in Sabra. An air strike on a school in Nuseirat killed nine people.",
            [Scope.CUMULATIVE, Scope.INCIDENT, Scope.INCIDENT],
        ),
        (
            "Rebels killed 38 people in a raid on Tuesday. Sixteen people were killed when a house was hit in Sabra. A"
            " blast at a school in Nuseirat killed nine people.",
            [Scope.INCIDENT, Scope.INCIDENT, Scope.INCIDENT],
        ),
        (
            "Troops killed eight militants in two separate engagements. In Tank district six militants were killed. In"
            " Spinwam two militants were killed.",
            [Scope.CUMULATIVE, Scope.INCIDENT, Scope.INCIDENT],
        ),
    ],
)
def test_a_lead_that_sums_up(draft: Draft, text: str, scopes: list[Scope]) -> None:
    assert [c.scope for c in draft(text).casualties] == scopes
