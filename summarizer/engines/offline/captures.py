"""Deeds that only the words of the people harmed tell: "had captured a serviceman", "settlers hurt three farmers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.guards import sums_up
from summarizer.engines.offline.happening import Trigger
from summarizer.engines.offline.holding import counted_of
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import REBEL, party_nouns
from summarizer.records.vocabulary import EventGroup, EventType, Harm, Scope, VictimStatus

_TELL_OF_IT = frozenset({EventType.ABDUCTION, EventType.ARREST, EventType.RELEASE})
_BY_OTHERS = re.compile(r" by (?!the (?:army|police|military|troops|soldiers))")
_MANY = 100
"""So many people are taken in a war, not at once."""


def captures(p: Parsed, harmed: Sequence[Group], told: Sequence[Trigger]) -> Iterator[Trigger]:
    """One trigger at the words of capture, where no trigger of the sentence tells of what was done to the captives."""
    if any(t.type in _TELL_OF_IT or t.type.group in {EventGroup.GROUND, EventGroup.REMOTE} for t in told):
        return
    for group in harmed:
        by_others = _BY_OTHERS.match(p.text, group.site[1]) is not None  # "three kidnapped by paramilitaries"
        rebels = not (group.victims or by_others) and any(party_nouns().get(g.head) in REBEL for g in harmed)
        if group.harm is Harm.CAPTURED and not rebels and _at_once(group):
            at = group.site[1] - 1 if group.rule == "in hands" else group.site[0]  # the captive is no doer of "is"
            k = next((i for i, c in enumerate(p.chunks) if p.end(c) > at), 0)
            yield Trigger(EventType.ABDUCTION, *group.site, k)
            return


def woundings(p: Parsed, harmed: Sequence[Group], told: Sequence[Trigger]) -> Iterator[Trigger]:
    """One trigger at the words of injury, where armed men hurt the unarmed and no trigger tells of an attack."""
    if any(t.type.group in {EventGroup.GROUND, EventGroup.REMOTE, EventGroup.UNREST} for t in told):
        return
    for group in harmed:
        at = group.agent_at
        by = p.head(p.chunks[counted_of(p, at) or at]) if at >= 0 else ""
        unarmed = group.status is not VictimStatus.COMBATANT and group.scope is Scope.INCIDENT
        if group.harm is Harm.INJURED and group.value and unarmed and party_nouns().get(by) in REBEL and not sums_up(p):
            k = next((i for i, c in enumerate(p.chunks) if p.end(c) > group.site[0]), 0)
            yield Trigger(EventType.ATTACK, *group.site, k)
            return


def _at_once(group: Group) -> bool:
    if group.rule == "still held":
        return False  # "fifty hostages are still in Gaza": of people held, not of how they were taken
    if group.status is VictimStatus.COMBATANT and "prisoner" in group.p.vocabulary:
        return False  # "five Ukrainian soldiers were taken prisoner"
    if party_nouns().get(group.head) in REBEL:
        return False  # guerrillas captured in a fight are part of it
    counted = group.numbered or not group.plural  # not "the killing of captured fighters"
    one_deed = group.scope is Scope.INCIDENT and not sums_up(group.p)
    return counted and one_deed and not group.zero and (group.value or 0) < _MANY
