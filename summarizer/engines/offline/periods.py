"""Deeds of a period that its toll sums up: "gangs killed 1,200 people from July to September" is no event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventType, Scope


def without_sums(events: Iterable[Happening], groups: Sequence[Group]) -> list[Happening]:
    """The merged happenings less those that only the words of running tolls tell."""
    sums = [g for g in groups if g.scope is Scope.CUMULATIVE and g.numbered and not g.zero]
    single = {id(g.p) for g in groups if g.scope is not Scope.CUMULATIVE}
    return [e for e in events if not all(_is_summed(e, p, at, sums, single) for p, at, _ in e.mentions)]


def _is_summed(event: Happening, p: Parsed, at: tuple[int, int], sums: Sequence[Group], single: set[int]) -> bool:
    """Are these words of the event those of a toll, or in a sentence that tells of nothing else, and of no place?"""
    told = [g for g in sums if g.p is p]
    if any(at[0] < g.site[1] and g.site[0] < at[1] for g in told):
        return True
    general = event.violent and event.place is None and event.type is not EventType.OFFENSIVE
    return bool(told) and general and id(p) not in single
