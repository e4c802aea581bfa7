"""Deeds of a period that its toll sums up: "gangs killed 1,200 people from July to September" is no event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.records.vocabulary import EventType, Scope


def without_sums(events: Iterable[Happening], groups: Sequence[Group]) -> list[Happening]:
    """The happenings less those that only the words of a running toll tell."""
    sums = [g for g in groups if g.scope is Scope.CUMULATIVE and g.numbered and not g.zero]
    single = {id(g.p) for g in groups if g.scope is not Scope.CUMULATIVE}
    return [e for e in events if not any(_sums_up(g, e, alone=id(g.p) not in single) for g in sums)]


def _sums_up(group: Group, event: Happening, *, alone: bool) -> bool:
    """Are the words of the event those of the toll, or in a sentence that tells of nothing else?"""
    if event.p is not group.p:
        return False
    if event.at[0] < group.site[1] and group.site[0] < event.at[1]:
        return True
    return alone and event.violent and event.place is None and event.type is not EventType.OFFENSIVE
