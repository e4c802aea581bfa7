"""Who a bare figure counts, and what became of people whose harm stands in an earlier sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.antecedents import BODIES, counted_before, people_aboard
from summarizer.engines.offline.chunks import NP, VG, P
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.others import (
    FURTHER_HEADS,
    beside_one,
    borrow,
    is_fewer,
    is_of_no_kind,
    losers,
    of_anybody,
    told_under_title,
)
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.shares import how_many_of, of_that_many, take_share
from summarizer.engines.offline.victims import victim_status_of
from summarizer.engines.offline.whose import doer_of
from summarizer.normalize.harm import harm_nouns, harm_states, person_noun
from summarizer.records.vocabulary import Harm, VictimStatus

_CROWDS = frozenset({"crowd", "group", "family", "crew", "people", "person", "man"})
_ONE = frozenset({"man", "person"})
_NO_VICTIMS = frozenset({"by", "to", "told", "according", "with", "as", "than", "including"})
_BLAMED = frozenset({"blamed", "attributed", "pinned", "claimed", "blame"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "not one"})
FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON = "figure of", "figure from", "among them", "moved on"
ON_THE_MOVE, LISTED, PART = "on the move", "listed", "part"
"""Rules whose words do not say what the harm was."""
TOLLS = frozenset({"toll", "toll from", "reached toll", FIGURE, FIGURE_FROM})
"""Rules that read a toll by that name ("the death toll rose to 38")."""
_LISTED_HARMS = frozenset({Harm.KILLED, Harm.MISSING})
_RIVALS = 3
"""Two tolls of one event are not further apart than this many times."""
_IN_PLACE = re.compile(r"(?:Meanwhile, )?[Ii]n (?:the )?([A-Z][\w'’-]+)[^,]{0,40},")
_AND_DOING = re.compile(r",? and (?:\w+ly )?[a-z]+ing ")
_WE = re.compile(r"\b[Ww]e (?:\w+ )?$")
_EARLIER = re.compile(r"\b(?:earlier|initially|at first|previously)\b")
_NEAR = 3
"""Sentences back that a bare figure may reach."""


def name_the_unnamed(groups: list[Group], sentences: Sequence[Parsed]) -> list[Group]:
    """Bare figures get the people, some also the harm, that sentences before name; or turn out to be none."""
    out: list[Group] = []
    groups = [g for g in groups if not _already_counted(g, groups)]
    last: Group | None = None
    for group in groups:
        of_many = how_many_of(group)
        if of_many is not None and (whole := of_that_many(of_many, group, out)) is not None:
            take_share(group, whole, vague=group.rule == AMONG_THEM)
        elif (of_many is not None and group.rule == AMONG_THEM) or not _settle_harm(group, out):
            continue
        if _is_both(group, out):
            continue
        borrow(group, out)
        out.append(group)
        if group.victims and group.head not in FURTHER_HEADS:
            last = group if _names_people(group) else last
        else:
            if told := _told_next(group, groups) or told_under_title(group, groups):
                group.bare, group.victims = True, told
                continue
            rival = _of_that_toll(group, out)
            near = last if last is not None and 0 <= group.p.number - last.p.number <= _reach(group) else None
            near = rival or (None if near is not None and of_anybody(group, near) else near)
            if rival is None and near is not None and group.rule in TOLLS and is_fewer(group, near):
                near = None
            if (
                rival is None
                and near is not None
                and (is_of_no_kind(group, near, out) or beside_one(group, near, groups))
            ):
                group.bare, group.victims = True, group.p.text[group.start : group.end]
                continue
            soldiers = near is not None and near.status is VictimStatus.COMBATANT
            if soldiers and _is_of_speakers(group):
                group.bare, group.victims = True, group.p.text[group.start : group.end]
                continue
            _name(group, None if near is not None and soldiers and _is_moved(group, near.p) else near, sentences)
    return out


def _is_of_speakers(group: Group) -> bool:
    """Example: "We have buried four": the speaker's own dead, not the soldiers whom others told of."""
    return group.rule == "buried" and _WE.search(group.p.text[: group.site[0]]) is not None


def _is_moved(group: Group, before: Parsed) -> bool:
    """Example: "In Kharkiv, the toll rose to six": not of the soldiers killed in the paragraph before, in Belgorod."""
    place = _IN_PLACE.match(group.p.text)
    return place is not None and group.p.sentence.paragraph != before.sentence.paragraph and place[1] not in before.text


def _of_that_toll(group: Group, told: list[Group]) -> Group | None:
    """Example: "killed 12 farmers and took eight women ... a toll of 15": the dead told before, not the women."""
    if group.rule not in TOLLS:
        return None
    same = (g for g in reversed(told) if g is not group and g.harm is group.harm and g.head not in FURTHER_HEADS)
    rivals = (g for g in same if g.victims and _names_people(g) and g.owner is None)
    last = next((g for g in rivals if _RIVALS * (g.value or 0) >= (group.value or 0)), None)
    return last if last is not None and group.p.number - last.p.number <= 3 * _NEAR else None


def _already_counted(group: Group, groups: list[Group]) -> bool:
    """Names given for all of a toll told before, or people taken as known where others of the harm have a number."""
    if group.named and group.harm is Harm.INJURED:
        return any(g.named and g.harm is Harm.KILLED and _last_name(g) == _last_name(group) for g in groups)
    if group.harm is Harm.INJURED and group.count_text.lower().startswith("the ") and _EARLIER.search(group.p.text):
        # "A driver died. He had said earlier that the driver was in a coma"
        same = (g for g in groups if g.harm is Harm.KILLED and g.head == group.head and not (g.plural or group.plural))
        return any(g.p.number == group.p.number - 1 for g in same)
    if group.definite:
        return any(g.numbered and g.harm is group.harm and not g.zero for g in groups)
    if group.rule != "identified as":
        return False
    names = sum(g.rule == group.rule and g.p is group.p for g in groups)
    before = (g for g in groups if g.numbered and g.p.number <= group.p.number and g.rule != group.rule)
    return any((g.value or 0) >= names for g in before)


def _last_name(group: Group) -> str:
    return group.victims.rpartition(" ")[2].lower()


def _is_both(group: Group, before: list[Group]) -> bool:
    """Example: "both had bullet wounds": the two told before, not two more."""
    bare = not group.victims and group.count_text.lower() == "both"
    return bare and any(g.value == 2 and 0 <= group.p.number - g.p.number <= _NEAR for g in before)


def _settle_harm(group: Group, before: list[Group]) -> bool:
    """Give a figure the harm told last, where its own words tell none; False when there is nothing to take it from."""
    whole = group.parent
    if whole is not None and whole.rule == ON_THE_MOVE and whole not in before and not group.numbered:
        return False  # "hundreds walked behind the coffins, among them his wife"
    if whole is not None and whole.p is group.p and whole.rule == AMONG_THEM and group.rule == PART:
        group.harm = whole.harm  # "three were passers-by, including a boy"
        return whole in before
    if group.rule == ON_THE_MOVE:
        return any(g.harm is Harm.DISPLACED and group.p.number - g.p.number <= _NEAR for g in before)
    if group.rule not in {FIGURE, FIGURE_FROM, AMONG_THEM, MOVED_ON, LISTED}:
        return True
    if group.rule == FIGURE_FROM and _is_beside_another(group, before):
        return False
    told = next((g for g in reversed(before) if _is_total(g)), None)
    if group.victims == "names":
        told = next((g for g in reversed(before) if _is_total(g) and g.harm is Harm.KILLED), told)
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
        group.parent = told.parent or (None if told.part else told)
        group.victims = group.victims or told.victims
    elif told.value == group.value or _far_from(told.value, group.value):
        return False
    return group.harm in {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING, Harm.DISPLACED, Harm.CAPTURED}


def _is_beside_another(group: Group, before: list[Group]) -> bool:
    """Example: "registered 521 victims, up from 318": the figure that it is compared with counts nobody harmed."""
    compared = any(found.end < group.count[0] for found in group.p.counts)
    return compared and not any(g.p is group.p for g in before)


def _far_from(told: int | None, figure: int | None) -> bool:
    """Accounts of one toll differ, but not tenfold: such a figure counts something else."""
    return bool(told and figure) and not (told or 1) / 10 <= (figure or 1) <= (told or 1) * 10


def _is_total(group: Group) -> bool:
    return group.numbered and group.parent is None and not group.zero and group.value is not None


def _name(group: Group, near: Group | None, sentences: Sequence[Parsed]) -> None:
    """Give a bare figure its people: those its own words borrow, those of its whole, or those named last, `near`."""
    group.bare = True
    low = group.count_text.lower()
    nobody = group.zero and (low in _NOBODY or low.startswith("no "))
    near = None if nobody else near
    if not (group.victims or group.borrowed or nobody) and group.parent is None:
        group.borrowed = losers(group)
    unnamed = not (group.victims or group.borrowed) and (not group.noun or group.head in harm_states())
    if group.owner is not None and unnamed and group.parent is None:
        group.victims = group.p.text[group.start : group.end]  # "had captured 30 soldiers and lost four"
        return
    if not (group.victims or group.borrowed or group.parent) and (them := _them(group, near, sentences)):
        group.victims = them
        return
    whole = group.parent.victims if group.parent is not None else ""
    named = near.victims if near is not None and near.victims != near.count_text else ""
    if not (group.borrowed or whole or group.noun or nobody):
        told = counted_before(group, sentences)
        if told is not None and (_is_moved(group, sentences[told[1] - 1]) or _is_doers(group, *told)):
            told = None
        if told is None or sentences[told[1] - 1].sentence.paragraph != group.p.sentence.paragraph:
            aboard = people_aboard(group, sentences)
            told = (aboard, group.p.number) if aboard else told
        rival = near is not None and near.harm is group.harm and group.rule in TOLLS
        if told is not None and not rival and (near is None or told[1] > near.p.number):
            whole = told[0]
        elif near is None or near.p is not group.p:
            named = _told_here(group) or named
    group.victims = group.borrowed or whole or named or group.noun or group.victims
    if not group.victims:
        group.victims = group.p.text[group.start : group.end]
    elif near is not None and not group.borrowed and group.status is VictimStatus.UNKNOWN:
        said = victim_status_of(group.victims.rpartition(" ")[2].lower())
        group.status = near.status if said is VictimStatus.UNKNOWN else said


def _them(group: Group, near: Group | None, sentences: Sequence[Parsed]) -> str:
    """Example: "pursued the terrorists. Fourteen of them were killed": whom the sentence before names last."""
    p = group.p
    if p.number < 2 or not p.text[group.count[1] :].startswith(" of them"):
        return ""
    before = sentences[p.number - 2]
    if before.sentence.paragraph != p.sentence.paragraph or (near is not None and near.p in (p, before)):
        return ""
    for k in range(len(before.chunks) - 1, -1, -1):
        chunk = before.chunks[k]
        known = person_noun(before.head(chunk)) if chunk.kind == NP and chunk.count is None else None
        if known is not None and known.plural and before.head(chunk) not in harm_states():
            return before.slice(chunk)
    return ""


def _told_next(group: Group, groups: Sequence[Group]) -> str:
    """Example: "killing 3,073 and capturing 2,800 soldiers": people whom the next figure of the same breath names."""
    after = next((g for g in groups if g.p is group.p and g.start > group.end), None)
    if after is None or not after.victims or after.bare or not after.numbered or after.victims == after.count_text:
        return ""
    joined = _AND_DOING.fullmatch(group.p.text[group.end : after.start]) is not None
    return after.victims if joined else ""


def _is_doers(group: Group, noun: str, number: int) -> bool:
    """Example: "20 fighters ambushed a convoy, killing four": the four are none of the fighters."""
    doers = [group.agent_at, doer_of(group)] if number == group.p.number else []
    return any(d is not None and d >= 0 and group.p.slice(group.p.chunks[d]).endswith(noun) for d in doers)


def _told_here(group: Group) -> str:
    """Example: "fired on the crowd, killing three": people of the same sentence that no harm is told of."""
    p = group.p
    first = next((k for k, c in enumerate(p.chunks) if p.start(c) >= group.start), 0)
    doers = {group.agent_at, doer_of(group)}
    for k in range(first - 1, -1, -1):
        chunk = p.chunks[k]
        known = person_noun(p.head(chunk)) if chunk.kind == NP and k not in doers else None
        if (
            known is None
            or not (known.plural or known.singular in _CROWDS)
            or p.head(chunk) in {*harm_states(), *BODIES}
        ):
            continue
        named = any(w.tag in {"NNP", "NNPS"} for w in p.words[chunk.a : chunk.head])  # "a convoy of Naparama members"
        if known.status is VictimStatus.UNKNOWN and known.singular not in _CROWDS and not named:
            continue
        if known.singular in _ONE and not known.plural and (group.value or 0) > 1:
            continue  # "the body of a 61-year-old man, raising the toll to three"
        object_of_something = k > 0 and p.chunks[k - 1].kind in {VG, P} and p.head(p.chunks[k - 1]) not in _NO_VICTIMS
        if k and "mistook" in p.vocabulary and p.head(p.chunks[k - 1]) == "for":
            continue  # "mistook the boys for militants and killed both"
        if k > 1 and p.head(p.chunks[k - 2]) in _BLAMED:
            continue  # "a toll of an attack blamed on jihadists"
        if chunk.count is not None and k == 0:
            return p.text[chunk.count.end : p.end(chunk)].strip()
        if object_of_something:
            return p.slice(chunk)
    return ""


def _reach(group: Group) -> int:
    """How many sentences back a bare figure finds its people: "two more" three, "31 wounded" only its own."""
    return 0 if group.noun and group.head not in FURTHER_HEADS else _NEAR


def _names_people(group: Group) -> bool:
    """Can a later bare figure mean the people of this group?"""
    if not _is_total(group) or group.part or (group.rule == "lost men" and (group.value or 0) < 3):
        return False
    return group.head not in harm_nouns() and group.head not in harm_states()
