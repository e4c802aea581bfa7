"""People first counted, then named: who is dead already, told once more by name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from summarizer.engines.offline.bearings import towns_in, towns_named
from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

FURTHER = frozenset({"also", "another", "separately", "elsewhere", "earlier", "later", "meanwhile", "previously"})
"""Words before people who are none of those told before."""
_LEAD = 2
"""The last sentence that may be the first of the body, behind a title."""
_AFTER_LEAD = 3
"""Sentences behind the lead's one person in which he is named."""
_NEAR = 6
"""Sentences between a count and the names of those counted."""


def without_named_again(groups: list[Group]) -> list[Group]:
    """The groups less the names of people whom a count before holds; their words stay as further evidence of it.

    Example: "Two policemen were killed ... Sergeant Bako and Corporal Dung died on the way": as many names as counted.
    """
    gone: set[int] = set()
    place = {id(g): i for i, g in enumerate(groups)}
    for named in _name_lists(groups):
        at = place[id(named[0])]
        counted = next((g for g in reversed(groups[max(0, at - LOOK_BACK) : at]) if _holds(g, named)), None)
        if counted is not None:
            counted.more += named
            gone |= {id(g) for g in named}
    return [g for g in groups if id(g) not in gone]


def without_counted_again(groups: list[Group]) -> list[Group]:
    """The groups less a count of people who were all named before: "Oqueli and Flores died ... both leaders"."""
    out: list[Group] = []
    named: dict[Harm, list[Group]] = {}
    for group in groups:
        before = named.setdefault(group.harm, [])
        if _is_again(group, before):
            before[-1].more.append(group)
            continue
        out.append(group)
        if group.named and not group.plural and group.parent is None:
            before.append(group)
    return out


def _is_again(group: Group, named: list[Group]) -> bool:
    """Does a definite count ("both leaders", "the two men") stand for all who were named, and nobody else?"""
    if not group.numbered or group.value != len(named) or len(named) < 2 or group.p is named[-1].p:
        return False
    definite = group.p.text[group.start : group.end].lower().startswith(("both ", "the "))
    return definite and group.parent is None and FURTHER.isdisjoint(group.p.vocabulary)


def _name_lists(groups: Iterable[Group]) -> list[list[Group]]:
    """The runs of people named by the same words of harm of one sentence."""
    named = (g for g in groups if g.named and not g.plural and g.parent is None)
    return [list(run) for _, run in groupby(named, key=lambda g: (id(g.p), g.site, g.harm))]


def _holds(counted: Group, named: list[Group]) -> bool:
    """Can the people of this count be those who are named after it?"""
    first = named[0]
    if counted.harm is not first.harm or counted.named or counted.zero or counted.p is first.p:
        return False
    if len(named) == 1 and first.victims in first.p.surnames:  # a last name: somebody told before
        apart = first.victims in counted.p.text  # "shot at Roberto Navas, killing a guard. Navas died": he is no guard
        return counted.value == 1 and counted.scope is Scope.INCIDENT and _alike(counted, first) and not apart
    gap = first.p.number - counted.p.number
    close = gap == 1 and counted.p.sentence.paragraph == first.p.sentence.paragraph
    few = close and 1 < len(named) < (counted.value or 0)  # one of the names was not read
    if not (few or counted.value == len(named)) or counted.scope is not Scope.INCIDENT or counted.p.headline:
        return False
    if not FURTHER.isdisjoint(first.p.vocabulary) or _elsewhere(counted, first, alone=len(named) == 1):
        return False
    if len(named) > 1:
        return counted.numbered and gap <= _NEAR and all(_alike(counted, g) for g in named)
    # "A police officer was hurt ... Ghulam Hassan, 36, was shot": one alone only in the sentence right after
    indefinite = counted.p.text[counted.start :].lower().startswith(("a ", "an ", "one "))
    near = close and first.start == 0 and indefinite
    return (near or _led_with(counted, first)) and counted.parent is None and _alike(counted, first)


def _led_with(counted: Group, named: Group) -> bool:
    """Example: "The deputy head of the city was killed ... Yuri Halka died on the way": the lead's one person."""
    soon = counted.p.number <= _LEAD and named.p.number - counted.p.number <= _AFTER_LEAD
    unarmed = VictimStatus.COMBATANT not in {named.status, counted.status}
    return soon and unarmed and counted.p.text[counted.start :].lower().startswith("the ")


def _alike(counted: Group, named: Group) -> bool:
    """Nothing against their being the same: no soldier's rank with a count of civilians."""
    known = {counted.status, named.status} - {VictimStatus.UNKNOWN}
    return len(known) < 2


def _elsewhere(counted: Group, named: Group, *, alone: bool) -> bool:
    """Does the sentence of the names tell of a town that the count's does not: of several people, before the names?"""
    towns = towns_in(named.p.text)
    here = towns_named(counted.p.text)
    if not towns or not here.isdisjoint(f.text for f in towns):
        return False
    return alone or (bool(here) and any(f.start < named.start for f in towns))
