"""Tolls that rise or are corrected: what they replace is superseded, who died since is a part of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Scope

Draft = Callable[[str], DraftRecords]


def figures(found: DraftRecords) -> dict[str, Scope]:
    """Count -> scope of the records that no other record holds."""
    return {c.count: c.scope for c in found.casualties if c.subset_of is None}


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose to 46 on Saturday after five people died in hospital.",
        "By evening the death toll had risen to 46.",
        "The toll has since climbed to 46.",
        "The toll now stands at 46, officials said on Saturday.",
        "By Sunday the number of dead had reached 46.",
        "Five of the injured died on Saturday, taking the toll to 46.",
        "Rescuers pulled five more bodies from the rubble, raising the death toll to 46.",
        "The death toll rose from 41 to 46 on Saturday.",
        "Four medics were among those killed. On Sunday the ministry raised the number of dead to 46.",
        "Officials later revised the toll to 46.",
    ],
)
def test_the_older_toll_is_superseded(draft: Draft, text: str) -> None:
    found = figures(draft(f"A blast killed 41 people in Herat on Friday. {text}"))
    assert found == {"41": Scope.SUPERSEDED, "46": Scope.INCIDENT}


def test_dead_and_wounded_rise_together(draft: Draft) -> None:
    found = draft(
        "A blast killed 41 people and wounded 60. On Saturday the toll climbed to 46 dead and 70 wounded, officials"
        " said."
    )
    superseded = {c.count for c in found.casualties if c.scope is Scope.SUPERSEDED}
    assert superseded == {"41", "60"}


def test_one_of_the_newly_dead_told_alone_is_a_part(draft: Draft) -> None:
    found = draft(
        "A bomb struck a block, killing a 14-year-old girl and four other people. By evening the toll had risen to"
        " seven."
    )
    parents = {c.count: c.subset_of for c in found.casualties}
    assert figures(found) == {"four": Scope.SUPERSEDED, "seven": Scope.INCIDENT}
    assert parents["a 14-year-old girl"] == next(c.key for c in found.casualties if c.count == "seven")


@pytest.mark.parametrize(
    "text",
    [
        "Drones killed four people in Belgorod. In Kharkiv, the death toll rose to six from five.",
        "Soldiers killed 12 rebels. The number of villagers killed rose to 14.",
        "Two nuns were shot. By evening the death toll had risen to 22.",
        "A driver was killed near Grayvoron. Shells fell on a market. A nurse spoke. He wept. The toll had risen to"
        " five.",
    ],
)
def test_a_toll_of_others_replaces_nothing(draft: Draft, text: str) -> None:
    assert Scope.SUPERSEDED not in {c.scope for c in draft(text).casualties if not c.count.startswith("five")}
