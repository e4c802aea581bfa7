"""Who a bare figure counts, and what became of people whose harm stands in an earlier sentence."""

from __future__ import annotations

from summarizer.engines.offline.groups import Group
from summarizer.normalize.harm import harm_nouns, harm_states
from summarizer.records.vocabulary import Harm, VictimStatus

_FURTHER = frozenset({"others", "other", "more", "another"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "not one"})
FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON = "figure of", "figure from", "among them", "moved on"
ON_THE_MOVE = "on the move"
"""Rules whose words do not say what the harm was."""
_NEAR = 3
"""Sentences back that a bare figure may reach."""


def name_the_unnamed(groups: list[Group]) -> list[Group]:
    """Bare figures get the people, some also the harm, that sentences before name; or turn out to be none."""
    out: list[Group] = []
    groups = [g for g in groups if not _already_counted(g, groups)]
    last: Group | None = None
    for group in groups:
        if not _settle_harm(group, out):
            continue
        out.append(group)
        if group.victims and group.head not in _FURTHER:
            last = group if _names_people(group) else last
        else:
            _name(group, last)
    return out


def _already_counted(group: Group, groups: list[Group]) -> bool:
    """Names that a list gives for all of a toll told before are no further victims."""
    if group.rule != "identified as":
        return False
    names = sum(g.rule == group.rule and g.p is group.p for g in groups)
    before = (g for g in groups if g.harm is group.harm and g.numbered and g.p.number <= group.p.number)
    return any(g.value == names for g in before if g.rule != group.rule)


def _settle_harm(group: Group, before: list[Group]) -> bool:
    """Give a figure the harm told last, where its own words tell none; False when there is nothing to take it from."""
    if group.rule == ON_THE_MOVE:
        return any(g.harm is Harm.DISPLACED and group.p.number - g.p.number <= _NEAR for g in before)
    if group.rule not in {FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON}:
        return True
    told = next((g for g in reversed(before) if g.numbered and g.parent is None and not g.zero), None)
    if group.rule == MOVED_ON:
        hurt = (g for g in reversed(before) if g.harm is Harm.INJURED and g.numbered)
        told = next(hurt, None)
    if told is None or not 0 <= group.p.number - told.p.number <= _NEAR:
        return False
    group.harm = told.harm
    if group.rule in {AMONG_THEM, MOVED_ON}:
        group.part = True
        group.parent = told.parent or told
        group.victims = group.victims or told.victims
    elif told.value == group.value:
        return False
    return group.harm in {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING, Harm.DISPLACED, Harm.CAPTURED}


def _name(group: Group, last: Group | None) -> None:
    """Give a bare figure its people: those its own words borrow, those of its whole, or those named last."""
    near = last if last is not None and 0 <= group.p.number - last.p.number <= _reach(group) else None
    if group.zero and group.count_text.lower() in _NOBODY:
        near = None
    whole = group.parent.victims if group.parent is not None else ""
    group.victims = group.borrowed or whole or (near.victims if near is not None else "") or group.noun or group.victims
    if not group.victims:
        group.victims = group.p.text[group.start : group.end]
    elif near is not None and not group.borrowed and group.status is VictimStatus.UNKNOWN:
        group.status = near.status


def _reach(group: Group) -> int:
    """How many sentences back a bare figure finds its people: "two more" three, "31 wounded" only its own."""
    return 0 if group.noun and group.head not in _FURTHER else _NEAR


def _names_people(group: Group) -> bool:
    """Can a later bare figure mean the people of this group?"""
    if not group.numbered or group.parent is not None or group.zero or group.part:
        return False
    return group.head not in harm_nouns() and group.head not in harm_states()
