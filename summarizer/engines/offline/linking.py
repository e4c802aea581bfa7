"""Which event harmed a group of people."""

from __future__ import annotations

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventStatus, EventType, Harm, Scope

_NOT_REAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.NEGATED})
_HARMFUL = frozenset({EventType.PROTEST, EventType.RIOT, EventType.OTHER, EventType.ABDUCTION, EventType.ARREST})


class Links:
    """Finds the event of each group of one article; groups are asked for in order, wholes before their parts."""

    def __init__(self, sentences: list[Parsed], events: list[Happening]) -> None:
        self.sentences = sentences
        self.events = events
        self._found: dict[int, Happening | None] = {}

    def event_of(self, group: Group) -> Happening | None:
        """The event that harmed a group: that of the whole for a part, none for a running toll, else the nearest."""
        if id(group) not in self._found:
            self._found[id(group)] = self._event_of(group)
        return self._found[id(group)]

    def _event_of(self, group: Group) -> Happening | None:
        if group.scope is Scope.CUMULATIVE:
            return None
        whole = self._found.get(id(group.parent)) if group.parent is not None else None
        return whole or self._nearest(group)

    def _nearest(self, group: Group) -> Happening | None:
        fitting = [e for e in self.events if _fits(e, group)]
        here = [e for e in fitting for p, _, _ in e.mentions if p is group.p]
        if here:
            return min(here, key=lambda e: min(_gap(m[1], group.site) for m in e.mentions if m[0] is group.p))
        live = [e for e in fitting if e.live]
        if not live or group.p.headline:
            return live[0] if live else None
        before = [(p.number, e) for e in live for p, _, _ in e.mentions if p.number < group.p.number]
        paragraph = [e for n, e in before if self.sentences[n - 1].sentence.paragraph == group.p.sentence.paragraph]
        if paragraph:
            return paragraph[-1]
        number, last = max(before, key=lambda row: row[0], default=(0, live[0]))
        return last if group.p.number - number <= 2 else live[0]


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters between two spans, 0 where they overlap."""
    return 0 if a[0] < b[1] and b[0] < a[1] else min(abs(a[0] - b[1]), abs(b[0] - a[1]))


def _fits(event: Happening, group: Group) -> bool:
    """Can an event of this type and status do this harm?"""
    if event.status in _NOT_REAL:
        return False
    if group.harm is Harm.CAPTURED:
        return event.violent or event.type is EventType.ABDUCTION
    return event.violent or (group.harm is not Harm.DISPLACED and event.type in _HARMFUL)
