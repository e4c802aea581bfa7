"""Figures that only their event explains: kin of survivors, and the older entries of a live page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Scope

Draft = Callable[[str], DraftRecords]

_RAID = "Gunmen killed 17 people in Zamfara on Sunday, police said.\n\n"


def _wholes(found: DraftRecords) -> dict[str, str | None]:
    """Count of each casualty -> count of the one that it is a part of."""
    count = {c.key: c.count for c in found.casualties}
    return {c.count: count[c.subset_of] if c.subset_of else None for c in found.casualties}


@pytest.mark.parametrize(
    ("told", "kin"),
    [
        ("Amina said she fled at dawn. Her son stayed behind and was killed.", "Her son"),
        ('"My brother and two of his sons were killed," said Amina.', "My brother and two of his sons"),
        ("She said her brother-in-law was shot dead at the door.", "her brother-in-law"),
    ],
)
def test_kin_of_survivors_are_among_the_dead(draft: Draft, told: str, kin: str) -> None:
    assert _wholes(draft(_RAID + told)) == {"17": None, kin: "17"}


@pytest.mark.parametrize(
    "told",
    [
        "Her husband was shot dead in 2019, Amina said.",
        "Troops killed his brother, a bandit leader, in a raid in Katsina on Monday.",
        "Four soldiers and their driver died in an ambush in Borno on Tuesday.",
        "Her husband was wounded in the arm.",
    ],
)
def test_kin_harmed_otherwise_are_not(draft: Draft, told: str) -> None:
    assert set(_wholes(draft(_RAID + told)).values()) == {None}


def test_kin_are_not_counted_with_soldiers(draft: Draft) -> None:
    found = draft("Rebels killed 17 soldiers in Zamfara on Sunday. Her son was killed in the attack, Amina said.")
    assert _wholes(found) == {"17": None, "Her son": None}


def _page(*entries: str) -> str:
    return "Ukraine war live: toll in Sumy rises\n\n" + "\n\n".join(entries)


_OLDEST = "At least four people were killed in the strike on Sumy, its mayor says."
_OLD = "Seven people were killed in the strike on Sumy, the state emergency service says."
_NEW = "Nine people have been killed in the missile strike on Sumy, the governor says."


def _scopes(found: DraftRecords) -> dict[str, Scope]:
    return {c.count: c.scope for c in found.casualties}


@pytest.mark.parametrize(
    "stamps",
    [
        ("18:02", "15:44", "11:05"),
        ("18.02", "15.44", "11.05"),
        ("UPDATE 3 - 1802 GMT", "UPDATE 2 - 1544 GMT", "UPDATE 1 - 1105 GMT"),
    ],
)
@pytest.mark.parametrize("newest_first", [True, False])
def test_older_entries_give_way(draft: Draft, stamps: tuple[str, ...], newest_first: bool) -> None:
    entries = [f"{stamp}\n{text}" for stamp, text in zip(stamps, (_NEW, _OLD, _OLDEST), strict=True)]
    found = draft(_page(*(entries if newest_first else reversed(entries))))
    assert _scopes(found) == {"Nine": Scope.INCIDENT, "Seven": Scope.SUPERSEDED, "At least four": Scope.SUPERSEDED}


def test_an_article_without_entries_keeps_rival_tolls(draft: Draft) -> None:
    assert set(_scopes(draft(_page(_NEW, _OLD, _OLDEST))).values()) == {Scope.INCIDENT}


def test_entries_of_other_towns_stand(draft: Draft) -> None:
    found = draft(
        _page(
            f"18:02\n{_NEW}",
            "15:44\nFour people were killed when a drone hit a bus in Kherson, its governor says.",
            "11:05\nTrams are running again.",
        )
    )
    assert _scopes(found) == {"Nine": Scope.INCIDENT, "Four": Scope.INCIDENT}
