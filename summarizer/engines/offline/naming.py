"""Who a bare figure counts, and what became of people whose harm stands in an earlier sentence."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.antecedents import counted_before
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_nouns, harm_states
from summarizer.records.vocabulary import Harm, VictimStatus

_FURTHER = frozenset({"others", "other", "more", "another"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "not one"})
FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON = "figure of", "figure from", "among them", "moved on"
ON_THE_MOVE, LISTED = "on the move", "listed"
"""Rules whose words do not say what the harm was."""
_LISTED_HARMS = frozenset({Harm.KILLED, Harm.MISSING})
_NEAR = 3
"""Sentences back that a bare figure may reach."""


def name_the_unnamed(groups: list[Group], sentences: Sequence[Parsed]) -> list[Group]:
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
            _name(group, last, sentences)
    return out


def _already_counted(group: Group, groups: list[Group]) -> bool:
    """Names that a list gives for all of a toll told before are no further victims."""
    if group.rule != "identified as":
        return False
    names = sum(g.rule == group.rule and g.p is group.p for g in groups)
    before = (g for g in groups if g.numbered and g.p.number <= group.p.number and g.rule != group.rule)
    return any((g.value or 0) >= names for g in before)


def _settle_harm(group: Group, before: list[Group]) -> bool:
    """Give a figure the harm told last, where its own words tell none; False when there is nothing to take it from."""
    if group.rule == ON_THE_MOVE:
        return any(g.harm is Harm.DISPLACED and group.p.number - g.p.number <= _NEAR for g in before)
    if group.rule not in {FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON, LISTED}:
        return True
    told = next((g for g in reversed(before) if g.numbered and g.parent is None and not g.zero), None)
    if group.rule == MOVED_ON:
        hurt = (g for g in reversed(before) if g.harm is Harm.INJURED and g.numbered)
        told = next(hurt, None)
    elif group.rule == LISTED:
        dead = (g for g in reversed(before) if g.harm in _LISTED_HARMS and g.numbered and g.parent is None)
        told = next(dead, told)
    reach = _NEAR * (1 + (group.rule == LISTED))
    if told is None or not 0 <= group.p.number - told.p.number <= reach:
        return False
    if group.rule == AMONG_THEM and (told.value or 0) <= (group.value or 1):
        return False
    group.harm = told.harm
    if group.rule in {AMONG_THEM, MOVED_ON}:
        group.part = True
        group.parent = told.parent or told
        group.victims = group.victims or told.victims
    elif told.value == group.value or _far_from(told.value, group.value):
        return False
    return group.harm in {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING, Harm.DISPLACED, Harm.CAPTURED}


def _far_from(told: int | None, figure: int | None) -> bool:
    """Accounts of one toll differ, but not tenfold: such a figure counts something else."""
    return bool(told and figure) and not (told or 1) / 10 <= (figure or 1) <= (told or 1) * 10


def _name(group: Group, last: Group | None, sentences: Sequence[Parsed]) -> None:
    """Give a bare figure its people: those its own words borrow, those of its whole, or those named last."""
    near = last if last is not None and 0 <= group.p.number - last.p.number <= _reach(group) else None
    nobody = group.zero and group.count_text.lower() in _NOBODY
    near = None if nobody else near
    whole = group.parent.victims if group.parent is not None else ""
    if not (group.borrowed or whole or group.noun or nobody):
        told = counted_before(group, sentences)
        if told is not None and (near is None or told[1] > near.p.number):
            whole = told[0]
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
