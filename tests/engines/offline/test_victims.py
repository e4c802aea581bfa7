"""Is a noun phrase people, how many, and what are they called?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import Group, group_at
from summarizer.records.vocabulary import Harm, VictimStatus

Parse = Callable[[str], Parsed]


def _first(p: Parsed, *, strict: bool = False) -> Group | None:
    return group_at(p, 0, Harm.KILLED, (0, 0), strict=strict)


@pytest.mark.parametrize(
    ("text", "value", "victims", "plural"),
    [
        ("Nine traders fled.", 9, "traders", True),
        ("At least 40 Harim fighters fled.", 40, "Harim fighters", True),
        ("Three of the porters fled.", 3, "the porters", True),
        ("Nine fled.", 9, "", True),
        ("Four others fled.", 4, "", True),
        ("A trader fled.", 1, "A trader", False),
        ("His brother fled.", 1, "His brother", False),
        ("Soldiers fled.", 2, "Soldiers", True),
        ("Dr. Awa Keita fled.", 1, "Dr. Awa Keita", False),
        ("Awa Keita fled.", 1, "Awa Keita", False),
        ("No traders fled.", 0, "traders", True),
        ("Dozens of traders fled.", 12, "traders", True),
    ],
)
def test_phrases_that_are_people(sentence: Parse, text: str, value: int, victims: str, plural: bool) -> None:
    group = _first(sentence(text))
    assert group is not None
    assert (group.value, group.victims, group.plural) == (value, victims, plural)


@pytest.mark.parametrize(
    "text",
    [
        "Nine trucks fled.",
        "They fled.",
        "Monday came.",
        "The Interior Ministry fled.",
        "NATO fled.",
        "The people fled.",
        "A truce fled.",
        "Nine rounds were fired.",
        "Others fled.",
    ],
)
def test_phrases_that_are_not(sentence: Parse, text: str) -> None:
    assert _first(sentence(text)) is None


def test_strict_reading_wants_a_noun_known_to_mean_people(sentence: Parse) -> None:
    p = sentence("Nine zemindars fled.")
    assert _first(p) is not None
    assert _first(p, strict=True) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nine porters and cooks fled.", VictimStatus.CIVILIAN),
        ("Nine civilians fled.", VictimStatus.CIVILIAN),
        ("Nine sergeants fled.", VictimStatus.COMBATANT),
        ("Nine rebel cooks fled.", VictimStatus.COMBATANT),
        ("Nine foreigners fled.", VictimStatus.UNKNOWN),
    ],
)
def test_how_the_words_class_them(sentence: Parse, text: str, status: VictimStatus) -> None:
    group = _first(sentence(text))
    assert group is not None
    assert group.status is status


def test_count_text_and_quote_are_slices_of_the_sentence(sentence: Parse) -> None:
    text = "In all, at least nine porters of the camp were killed."
    p = sentence(text)
    index = next(i for i, chunk in enumerate(p.chunks) if chunk.count is not None)
    group = group_at(p, index, Harm.KILLED, (text.index("killed"), text.index("killed") + 6))
    assert group is not None
    assert group.count_text == "at least nine"
    assert text[slice(*group.quote)].startswith("at least nine porters")
    assert text[slice(*group.quote)].endswith("killed")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ngum, a 36-year-old midwife with a charity, was shot.", 1),
        ("Ngum, a teacher from Kumba, was shot.", 1),
        ("Kumba, a town in the south, was shot at.", None),
        ("Chega, a party of the left, was shot at.", None),
        ("Hamas, a movement of the south, was shot at.", None),
    ],
)
def test_one_name_is_a_person_where_one_person_is_told_of_beside_it(
    sentence: Parse, text: str, value: int | None
) -> None:
    found = _first(sentence(text))
    assert (found.value if found else None) == value
