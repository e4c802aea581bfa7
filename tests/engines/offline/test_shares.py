"""Figures that are shares of others, by the number that the others have, or by what became of the hurt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

_NINE = "Gunmen killed nine people in Sinaloa on Monday, police said.\n\n"
_HURT = "A bomb wounded eight soldiers in Sukma on Monday.\n\n"


def _told(found: DraftRecords) -> list[tuple[str, str, str | None]]:
    """Harm and count of each casualty, and the count of the one that it is a part of."""
    count = {c.key: c.count for c in found.casualties}
    return [(str(c.harm), c.count, count[c.subset_of] if c.subset_of else None) for c in found.casualties]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (_NINE + "A farmer said two of the nine were brothers.", ("killed", "two", "nine")),
        (_NINE + "Four of the nine were shot in the head, he said.", ("killed", "Four", "nine")),
        (_HURT + "Of the eight wounded, two are critical.", ("injured", "two", "eight")),
        (_HURT + "Two of the wounded remain on a ventilator.", ("injured", "Two", "eight")),
        (_NINE + "Among the dead there are two children, he said.", ("killed", "two", "nine")),
    ],
)
def test_a_share_is_a_part_of_its_total(draft: Draft, text: str, share: tuple[str, str, str]) -> None:
    assert _told(draft(text))[-1] == share


@pytest.mark.parametrize(
    "text",
    [
        _NINE + "All but two of the victims were children.",
        _NINE + "Two of the seven were brothers.",
        _NINE + "Two of the nine trucks were torched.",
    ],
)
def test_no_share_without_its_total(draft: Draft, text: str) -> None:
    assert [row for row in _told(draft(text)) if row[1] != "nine"] == []


def test_a_share_of_a_part_is_not_one_of_an_older_total(draft: Draft) -> None:
    found = draft(
        "Soldiers killed three rebels in Impasugong.\n\nIn Datu Hoffer a bomb wounded seven people, including three"
        " civilians. One of the three, a 12-year-old girl, died in hospital."
    )
    assert ("killed", "One", "three") not in _told(found)


def test_of_the_wounded_who_died_none_is_still_hurt(draft: Draft) -> None:
    assert _told(draft(_HURT + "Of the eight wounded, two died on the way."))[-1] == ("killed", "two", None)
