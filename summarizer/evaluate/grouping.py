"""A figure of one side that equals the sum of several of the other: grouped otherwise, not missed and spurious."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from summarizer.evaluate.views import GoldCasualty, SaidCasualty

V = TypeVar("V", GoldCasualty, SaidCasualty)

_MOST_PARTS = 6
_MOST_CANDIDATES = 10


@dataclass(frozen=True)
class Group:
    """One record on one side, two or more on the other."""

    gold: tuple[GoldCasualty, ...]
    said: tuple[SaidCasualty, ...]


def find_groups(
    gold: Sequence[GoldCasualty], said: Sequence[SaidCasualty], answer: dict[str, str]
) -> tuple[Group, ...]:
    """Sums among records that found no right partner, of one harm and one event. `answer` maps said to label events."""
    golds, saids = list(gold), list(said)
    groups: list[Group] = []
    for one in list(saids):
        if sums := _parts(one.figure, [g for g in golds if _together(g, one, answer)]):
            groups.append(Group(sums, (one,)))
            golds = [g for g in golds if g not in sums]
            saids.remove(one)
    for whole in golds:
        if parts := _parts(whole.figure, [s for s in saids if _together(whole, s, answer)]):
            groups.append(Group((whole,), parts))
            saids = [s for s in saids if s not in parts]
    return tuple(groups)


def _together(gold: GoldCasualty, said: SaidCasualty, answer: dict[str, str]) -> bool:
    if said.harms[0] not in gold.harms:
        return False
    return said.event is None or gold.event is None or answer.get(said.event, gold.event) == gold.event


def _parts(total: int | None, candidates: Iterable[V]) -> tuple[V, ...]:
    """The fewest candidates of one event, two or more, whose figures add up to the whole; empty when there are none."""
    fitting = [c for c in candidates if c.figure and total and c.figure < total][:_MOST_CANDIDATES]
    for size in range(2, min(len(fitting), _MOST_PARTS) + 1):
        for parts in combinations(fitting, size):
            if sum(p.figure or 0 for p in parts) == total and len({p.event for p in parts}) == 1:
                return parts
    return ()
