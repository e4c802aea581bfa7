"""Which event harmed a group of people."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.engines.offline.arguments import told_place
from summarizer.engines.offline.chunks import COMMA, REL, STOP, THAT, VG
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.guards import sums_up
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.history import is_history, was_answered
from summarizer.engines.offline.no_such_deed import STOCK
from summarizer.engines.offline.one_deed import ATTACKERS, without_ends
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.unmeant import ACCIDENTS, by_accident, is_mishap
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
        """The event of the group's own sentence, else one told before in its paragraph, else the story's first."""
        fitting = [e for e in self.events if _fits(e, group)]
        if group.head not in ATTACKERS:
            # People harmed are of a deed told before them, where one is; and not of what ended its doer.
            told = [e for e in fitting if _is_told_at(e, group)]
            before = [e for e in without_ends(fitting) if e.p.number <= group.p.number]
            fitting = [*told, *(e for e in before or fitting if e not in told)]
        if _by_accident(group):
            fitting = [e for e in fitting if e.type is EventType.OTHER]
        if _of_past_deed(group):
            fitting = [e for e in fitting if e.status is EventStatus.BACKGROUND]
        if group.scope is Scope.INCIDENT and group.harm is not Harm.DISPLACED and is_history(group.p, *group.site):
            fitting = [e for e in fitting if e.status is EventStatus.BACKGROUND or _is_told_at(e, group)]
        if was_answered(group.p, group.site[0]):
            fitting = [e for e in fitting if _is_told_at(e, group)]
        here = [e for e in fitting for p, at, _ in e.mentions if p is group.p and not _of_a_part(group, at[0])]
        here = [e for e in here if _does(e, group)] or here
        taking = EventType.ABDUCTION if group.harm is Harm.CAPTURED else None
        here = [e for e in here if e.violent or e.type is taking] or here  # "fired on protesters", not their protest
        aside = [e for e in here if _goes_back(e)]
        here = [e for e in here if e not in aside]
        here = [e for e in here if e.status is not EventStatus.ATTEMPTED] or here  # "fired on men trying to storm"
        if here:
            return min(here, key=lambda e: min(_distance(m[1], group) for m in e.mentions if m[0] is group.p))
        if not aside and _is_total(group):
            return None
        able = [e for e in fitting if _does(e, group)]
        live = [e for e in able if e.live] or [e for e in fitting if e.live] or able
        if not live or group.p.headline:
            return live[0] if live else None
        return self._there(live, group) or self._before(live, able, group)

    def _there(self, live: list[Happening], group: Group) -> Happening | None:
        """The latest event in the town that the group's sentence names."""
        place = told_place(group.p)
        if place is None:
            return None
        told = [e for e in live if e.place is not None and e.p.number <= group.p.number]
        same = [e for e in told if e.place is not None and _same_town(e.place.text, place.text)]
        return same[-1] if same else None

    def _before(self, live: list[Happening], able: list[Happening], group: Group) -> Happening:
        told = [(p.number, e) for e in live for p, _, _ in e.mentions if p.number < group.p.number]
        last_told = [(p.number, e) for e in able for p, _, _ in e.mentions if p.number == group.p.number - 1]
        if last_told and self._paragraph(group.p.number - 1) == group.p.sentence.paragraph:
            here = [e for n, e in told if self._paragraph(n) == group.p.sentence.paragraph]
            return next((e for _, e in reversed(last_told) if e.live), here[-1] if here else last_told[-1][1])
        if _TOTAL_OF.search(group.p.text.lower()):
            return live[0]
        paragraph = [row for row in told if self._paragraph(row[0]) == group.p.sentence.paragraph]
        if paragraph:
            return max(paragraph, key=lambda row: row[0])[1]
        if _OF_THE_DEAD.search(group.p.text):
            return live[0]
        number, last = max(told, key=lambda row: row[0], default=(0, live[0]))
        return last if group.p.number - number <= 2 else live[0]

    def _paragraph(self, number: int) -> int:
        return self.sentences[number - 1].sentence.paragraph


_ASIDE = re.compile(r", (?:which|who) (?:has|have|had) (?:long )?been $")


def _goes_back(event: Happening) -> bool:
    """Example: "the ELN, which has been fighting the state since 1964, said two had died": not in those years."""
    since = event.status is EventStatus.BACKGROUND and (event.time or "").lower().startswith("since ")
    return since and _ASIDE.search(event.p.text[: event.at[0]]) is not None


def _by_accident(group: Group) -> bool:
    """Example: "five hikers died in an avalanche; two soldiers were shot": nobody's deed."""
    p = group.p
    if ACCIDENTS.isdisjoint(p.vocabulary):
        return is_mishap(p)
    first = bisect_left(p.chunks, group.site[1], key=p.end)
    near = (k for k in range(first, min(first + 2, len(p.chunks))) if p.chunks[k].kind == VG)
    verb = next((k for k in near if p.start(p.chunks[k]) < group.site[1]), None)
    return verb is not None and by_accident(p, verb)


def _is_told_at(event: Happening, group: Group) -> bool:
    """Is the event told by the words of harm themselves?"""
    return any(p is group.p and _gap(at, group.site) == 0 for p, at, _ in event.mentions)


def _of_a_part(group: Group, at: int) -> bool:
    """Example: "16 were hurt, among them two hit in a shoot-out": the shoot-out is told of the two, not of the 16."""
    return group.parent is None and _PART.search(group.p.text, max(group.end, group.site[1]), at) is not None


_PART = re.compile(r", (?:among them|including|two of them|some of them)\b")
_PAST_DEED = re.compile(
    r"\b(?:the|an?) (?:19|20)\d\d (?:[\w-]+ ){0,2}"
    r"(?:attack|bombing|massacre|blast|raid|siege|ambush|shooting|killing|war)(?:e?s)?\b"
)
_RELATIVE = 6
"""Chunks between a noun and its relative clause at most."""
_TOTAL_OF = re.compile(r"\b(?:a total of|in all|altogether|overall|death toll|the toll|the number of)\b")
_OF_THE_DEAD = re.compile(
    r"\b(?:[Tt]he (?:dead|victims|killed) (?:include|included|were|are)|[Aa]mong the (?:dead|victims|killed))\b"
)
_OF_A_WAR = re.compile(
    r"\b(?:(?:civil|internal|whole|long|nine-year|\w+-year|the|this|that) (?:war|conflict|insurgency|campaign)\b"
    r"|since (?:the war|fighting|hostilities|\d{4}|then)|between \d{4} and \d{4}|in (?:the )?\d{4}\b|over the years)"
)


def _is_total(group: Group) -> bool:
    """A figure of a period, of a war, or the stock of a region's displaced: no event's."""
    if group.harm is Harm.DISPLACED and (group.value or 0) >= STOCK:
        return True
    return sums_up(group.p) or _OF_A_WAR.search(group.p.text.lower()) is not None


def _does(event: Happening, group: Group) -> bool:
    """Does an event of this type do this harm by its nature?"""
    if group.harm is Harm.CAPTURED:
        return event.violent or event.type is EventType.ABDUCTION
    return event.violent or event.type in {EventType.PROTEST, EventType.RIOT}


def _same_town(one: str, other: str) -> bool:
    """Example: "Sabari" and "Sabari district"."""
    return one == other or one.removesuffix(" district") == other.removesuffix(" district")


def _in_its_clause(end: int, group: Group) -> bool:
    """Example: "the massacre in which 40 villagers died": harm told in the relative clause of the noun before `end`."""
    p = group.p
    first = bisect_left(p.chunks, end, key=p.start)
    near = range(first, min(first + _RELATIVE, len(p.chunks)))
    bounds = (k for k in near if p.chunks[k].kind in {REL, THAT, COMMA, STOP, VG})
    opens = next(bounds, None)
    if opens is None or p.chunks[opens].kind not in {REL, THAT}:
        return False
    verb = next((c for c in p.chunks[opens : opens + 2 * _RELATIVE] if c.kind == VG), None)
    return verb is not None and p.start(verb) <= group.site[0] < p.end(verb)


def _of_past_deed(group: Group) -> bool:
    """Example: "executed over the 2019 bombing of a bus that killed 27"."""
    first = max(0, group.site[0] - 200)
    found = _PAST_DEED.search(group.p.text[first : group.site[0]].lower())
    return found is not None and _in_its_clause(first + found.end(), group)


def _distance(at: tuple[int, int], group: Group) -> tuple[bool, int]:
    """How far an event of the group's sentence is; one told as earlier or later, or behind a participle, is farther.

    Example: "a missile fell, injuring two, hours after jets bombed a port": the missile did it.
    """
    if at[1] <= min(group.site[0], group.start) and _in_its_clause(at[1], group):
        return False, -1
    if _FOLLOWED.search(group.p.text, max(0, at[0] - 40), at[0]):
        return True, _gap(at, group.site)
    behind = at[0] >= group.site[1]
    told = group.p.text[group.site[0] : at[0]] if behind else ""
    return bool(told) and (_PARTICIPLE.match(told) is not None or _APART.search(told) is not None), _gap(at, group.site)


_PARTICIPLE = re.compile(r"(?:\w+ly )?(?:killing|wounding|injuring|leaving|hurting)\b")
_FOLLOWED = re.compile(r"\b(?:that|which) (?:followed|came after) (?:the|an?) (?:[\w-]+ )?$")
"""Before a deed that is not the one told of: "repelled an assault that followed the" bombardment."""
_APART = re.compile(r"\b(?:minutes|hours?|days?|weeks?|months?|years?|shortly|soon|just) (?:after|before)\b")


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters between two spans, 0 where they overlap."""
    return 0 if a[0] < b[1] and b[0] < a[1] else min(abs(a[0] - b[1]), abs(b[0] - a[1]))


def _fits(event: Happening, group: Group) -> bool:
    """Can an event of this type and status do this harm?"""
    if event.status in _NOT_REAL or event.p.entry != group.p.entry:
        return False
    if group.harm is Harm.CAPTURED:
        return event.violent or event.type is EventType.ABDUCTION
    return event.violent or (group.harm is not Harm.DISPLACED and event.type in _HARMFUL)
