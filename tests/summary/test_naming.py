"""Names as they stand in a sentence."""

from __future__ import annotations

import pytest

from summarizer.records.article import Article
from summarizer.records.values import Actor
from summarizer.records.vocabulary import ActorType
from summarizer.summary.naming import Names, listed

TEXT = (
    "The Syrian army advanced. Heavy Russian air strikes hit IS-held land. State media said so. Doctors agreed with the"
    " ministry; a nurse did not. Northern Command was silent. An IRA man fled."
    " They are of the Qaeda-affiliated Group for the Support of Islam. Residents of Sevare left."
    " It was the Kyiv regime, he said. Kyiv has denied it."
)
NAMES = Names(
    Article(id="0", source="-", text=TEXT), (Actor(name="Russian", type=ActorType.EXTERNAL_FORCES, aliases=()),)
)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Syrian army", "the Syrian army"),
        ("The Syrian army", "the Syrian army"),
        ("Russian", "Russian forces"),
        ("IS", "IS"),
        ("State media", "state media"),
        ("Doctors", "doctors"),
        ("ministry", "the ministry"),
        ("nurse", "a nurse"),
        ("Northern Command", "Northern Command"),
        ("IRA", "IRA"),
        ("Kyiv", "Kyiv"),
        ("Group for the Support of Islam", "Group for the Support of Islam"),
        ("Residents of Sevare", "residents of Sevare"),
        ("unknown gunmen", "unknown gunmen"),
    ],
)
def test_a_name_gets_the_determiner_and_the_capitals_of_the_article(name: str, phrase: str) -> None:
    assert NAMES.phrase(name) == phrase


@pytest.mark.parametrize(
    ("place", "written"), [("TUZ KHURMATU", "Tuz Khurmatu"), ("Raqqa province", "Raqqa province"), ("U.S.", "U.S.")]
)
def test_the_capitals_of_a_dateline_are_taken_down(place: str, written: str) -> None:
    assert NAMES.place(place) == written


def test_a_list_has_commas_and_one_and() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
