"""Parts of a group, named in the same sentence: "including 12 children", "four of them children"."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, SUB, VG, P
from summarizer.engines.offline.clauses import apposed, joined_kin, now_holds
from summarizer.engines.offline.found_again import TURNED_UP
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.naming import PART
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED
from summarizer.engines.offline.person_names import is_national
from summarizer.engines.offline.victims import group_at
from summarizer.normalize.actors import known_actor
from summarizer.normalize.harm import harm_verbs, person_noun
from summarizer.records.vocabulary import Harm, VictimStatus

_GRAVE = frozenset({"critical", "serious", "grave", "condition", "state", "surgery", "care", "coma", "danger"})
_AND_FURTHER = re.compile(r"[^,;.]{0,60} and ")
_BE = frozenset({"were", "was", "are"})
_AT_LARGE = frozenset({"found", "escaped", "returned", "fled"})
"""Behind "five of whom": no captives any more; whom somebody freed, a rule of captivity.py reads."""


def parts(p: Parsed, groups: list[Group]) -> list[Group]:
    """Parts of the sentence's `groups` that no rule of harm reads by itself.

    Example: "including 12 children", "among them two medics", "four of them children", "nineteen of whom were moved".
    Groups that turn out to be parts of others are marked; bare figures get their people ("13, all of them civilians").
    """
    out: list[Group] = []
    for k, chunk in enumerate(p.chunks if groups else ()):
        first = p.words[chunk.a].low
        if (
            chunk.count is not None
            and k > 1
            and p.words[chunk.a - 1].low == "but"
            and p.words[chunk.a - 2].low == "all"
        ):
            continue  # "all but three of them soldiers"
        if chunk.kind == P and first == "among" and not _them_after(p, k):
            out += _subject_part(p, k, groups)
        elif (parent := _parent_before(p, groups, chunk.a)) is None:
            continue
        elif chunk.kind == NP and first == "all" and not parent.victims and _of_them(p, k):
            _all_of_them(p, k, parent)
        elif chunk.kind == NP and chunk.count is not None and _of_them(p, k):
            out += _of_group(p, k, parent, groups)
        else:
            out += _members(p, k, parent, groups) or _breakdown(p, k, parent, groups)
    groups[:] = [g for g in groups if g.numbered or not any(_is_inside(g, part) for part in out)]
    return out


def _is_inside(group: Group, part: Group) -> bool:
    """Example: "eight people, two of them children, starved": the children are the two."""
    return group.harm is part.harm and part.numbered and part.start < group.start and group.end <= part.end


def _breakdown(p: Parsed, k: int, parent: Group, groups: list[Group]) -> list[Group]:
    """Example: "Fifteen people, 10 soldiers and five civilians, died": figures that add up to the whole."""
    chunk = p.chunks[k]
    comma = k > 1 and p.chunks[k - 1].kind == COMMA
    placed = comma and k > 3 and p.chunks[k - 3].kind == P  # "left 15 dead on our side, 12 fighters and three soldiers"
    opens = comma and parent.end == p.end(p.chunks[k - 4 if placed else k - 2])
    if not opens or chunk.count is None or parent.value is None or any(g.start == p.start(chunk) for g in groups):
        return []
    found = [group_at(p, j, parent.harm, parent.site) for j in list_right(p, k)]
    members = [child for child in found if child is not None and child.numbered]
    if len(members) < 2 or len(members) < len(found) or sum(child.value or 0 for child in members) != parent.value:
        return []
    return [_as_part(child, parent) for child in members]


def _parent_before(p: Parsed, groups: list[Group], a: int) -> Group | None:
    """The last main group that ends before word a, in this sentence."""
    offset = p.words[a].start
    before = [g for g in groups if g.end <= offset and g.parent is None and g.plural]
    return before[-1] if before else None


def _them_after(p: Parsed, k: int) -> bool:
    return k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"them", "whom"}


def _of_them(p: Parsed, k: int) -> bool:
    if k + 2 >= len(p.chunks) or p.chunks[k + 1].kind != P:
        return False
    return p.head(p.chunks[k + 1]) == "of" and (
        p.head(p.chunks[k + 2]) in {"them", "whom", "those"} or p.chunks[k + 2].det == "those"
    )


def _members(p: Parsed, k: int, parent: Group, groups: list[Group]) -> list[Group]:
    """Example: "including 12 children and a nurse", "among them two medics"."""
    out: list[Group] = []
    start = _list_after(p, k)
    if start is not None and start + 1 < len(p.chunks) and p.chunks[start].kind == QUOTE:
        start += 1  # "among them "nine officers and three lawmakers""
    if start is None or start >= len(p.chunks) or p.chunks[start].kind != NP:
        return out
    if start < k:
        whole = _parent_before(p, groups, p.chunks[start].a)
        parent = whole or parent
    for j in list_right(p, start):
        child = group_at(p, j, parent.harm, parent.site)
        told = next((g for g in groups if child is not None and g.count == child.count), None)
        if told is not None and _holds(parent, told):
            told.parent = parent
        elif child is not None and out and (apposed(p, j, child, out[-1]) or joined_kin(p, j, child, out[-1])):
            continue  # "among them the commander, Sgt. Musa Bello"
        elif child is None and out and not p.chunks[j].det and now_holds(p, j, out[-1]):
            continue  # "including a father and son"
        elif child is not None and told is None and (child.numbered or not child.plural):
            out.append(_as_part(child, parent))
    return out


def _holds(whole: Group, part: Group) -> bool:
    """Of one harm, or one that holds it: "20 were hurt, including six women who were raped"."""
    return whole.harm is Harm.CASUALTIES or _of_its_harm(whole, part)


def _of_its_harm(whole: Group, part: Group) -> bool:
    return whole.harm is part.harm or (whole.harm, part.harm) == (Harm.INJURED, Harm.OTHER)


def _list_after(p: Parsed, k: int) -> int | None:
    """Where a list of members begins after "including" or "among them" at chunk k; None when neither stands there."""
    chunk, first = p.chunks[k], p.words[p.chunks[k].a].low
    if chunk.kind == VG and first == "including":
        return k + 1 + 2 * _of_those(p, k + 1)
    if chunk.kind != P or first != "among":
        return None
    if k > 1 and p.chunks[k - 1].kind == NP and p.chunks[k - 2].kind in {COMMA, CC}:
        return list_left(p, k - 1)[0] if p.chunks[k - 2].kind == CC else k - 1
    start = k + 2
    if _of_those(p, start):
        return start + 2
    while start < min(k + 4, len(p.chunks)) and p.chunks[start].kind in {VG, COMMA}:
        start += 1
    return start


def _of_those(p: Parsed, k: int) -> bool:
    """Example: "nine bodies, including those of three women"."""
    return k + 2 < len(p.chunks) and p.head(p.chunks[k]) in {"those", "that"} and p.head(p.chunks[k + 1]) == "of"


def _subject_part(p: Parsed, k: int, groups: list[Group]) -> list[Group]:
    """Example: "five of its staff were among nine people who died": the subject is a part of those after "among"."""
    if not k or p.chunks[k - 1].kind != VG or p.head(p.chunks[k - 1]) not in _BE or k + 1 >= len(p.chunks):
        return []
    whole = next((g for g in groups if g.start == p.start(p.chunks[k + 1])), None)
    j = subject_of(p, k - 1)
    if whole is None or j is None or any(g.start == p.start(p.chunks[j]) for g in groups):
        return []
    people = [group_at(p, i, whole.harm, whole.site) for i in list_left(p, j)]
    return [_as_part(child, whole) for child in people if child is not None and (child.numbered or not child.plural)]


def _all_of_them(p: Parsed, k: int, group: Group) -> None:
    """Example: "a toll of 13, all of them civilians": who the bare figure counts."""
    whole = group_at(p, k + 3, group.harm, group.site) if k + 3 < len(p.chunks) else None
    if whole is not None:
        group.victims, group.status, group.head = whole.victims, whole.status, whole.head


def _of_group(p: Parsed, k: int, parent: Group, groups: list[Group]) -> list[Group]:
    """Example: "four of them children", "nineteen of whom were moved", where the number stands at chunk k."""
    chunk = p.chunks[k]
    if chunk.count is None or chunk.count.count.value == 0 or (k and p.head(p.chunks[k - 1]) in {"but", "by"}):
        return []  # "all but three of them", "none of them Iranians", "a belt worn by one of them was defused"
    if _of_things(p, k, parent):
        return []
    figure = (chunk.count.start, chunk.count.end)
    own = next((g for g in groups if g.count[0] == p.start(chunk) or g.count == figure), None)
    if own is not None:
        if _by_another(own, parent):
            own.victims, own.parent, own.status = p.slice(p.chunks[k + 2]), None, VictimStatus.UNKNOWN
            return []
        same_harm = _of_its_harm(parent, own)
        if same_harm or p.head(p.chunks[k + 2]) == "whom":
            own.parent = parent if same_harm else None
        own.victims = own.victims or parent.victims
        if own.parent is parent:
            _further(own, parent, groups)
        return []
    if parent.harm is Harm.CAPTURED and any(p.head(c) in _AT_LARGE for c in p.chunks[k + 3 : k + 6]):
        return []  # "12 women were abducted, five of whom have since been found alive"
    if parent.harm is Harm.MISSING and TURNED_UP.search(p.text[p.end(chunk) : p.end(chunk) + 70].lower()):
        return []  # "six people were believed to be under the rubble; four of them were pulled out alive"
    people = _people_after(p, k + 3)
    if people is None and not (parent.numbered and chunk.count.count.value and _moved_on(p, k + 3)):
        return []
    last = p.chunks[people if people is not None else k + 2]
    made = Group(
        p,
        parent.harm,
        start=p.start(chunk),
        end=p.end(last),
        count=figure,
        victims=p.slice(last) if people is not None else parent.victims,
        head=p.head(last) if people is not None else parent.head,
        plural=True,
        status=_status_at(p, people, parent) if people is not None else parent.status,
        value=chunk.count.count.value,
        site=parent.site,
    )
    return [_as_part(made, parent)]


def _by_another(own: Group, parent: Group) -> bool:
    """Example: "they killed four guards before the army killed two of them": whoever killed the four, no guards."""
    told = own.agent_at >= 0 and parent.agent_at >= 0 and own.p is parent.p
    return told and own.agent_at != parent.agent_at and own.p.chunks[own.agent_at].det != "prp"


def _further(own: Group, parent: Group, groups: list[Group]) -> None:
    """Example: "31 dead, four of whom were shot and 27 hanged": a bare figure that goes on from a part is one too."""
    for group in groups:
        alone = group.numbered and not group.victims and group.harm is parent.harm and group.parent is None
        fits = (own.value or 0) + (group.value or 0) <= (parent.value or 0)
        if alone and fits and group is not parent and _AND_FURTHER.fullmatch(group.p.text[own.end : group.start]):
            group.parent, group.victims = parent, parent.victims


def _of_things(p: Parsed, k: int, parent: Group) -> bool:
    """Example: "lost 475 servicemen, two tanks, one of them new": a share of things counted last, not of the people."""
    last = p.chunks[k - 2] if k > 1 and p.chunks[k - 1].kind == COMMA else None
    counted = last is not None and last.kind == NP and last.count is not None and p.start(last) >= parent.end
    return counted and last is not None and person_noun(p.head(last)) is None and p.words[last.head].tag == "NNS"


def _moved_on(p: Parsed, k: int) -> bool:
    """Example: "nineteen of whom were moved", "eight of them in a critical state": something befell the part."""
    after = p.chunks[k : k + 3]
    if after and after[0].kind == VG:
        return any(c.passive or p.head(c) in harm_verbs() for c in after[:2] if c.kind == VG)
    if after and after[0].kind in {ADV, P, SUB}:
        return k > 3 and p.chunks[k - 4].kind == COMMA
    return (
        len(after) > 1
        and after[0].kind == P
        and not _GRAVE.isdisjoint(w.low for c in after for w in p.words[c.a : c.b])
    )


def _people_after(p: Parsed, k: int) -> int | None:
    """The noun for people at chunk k or after a form of "be" there: "(four of them) were children"."""
    while k < len(p.chunks) and p.chunks[k].kind == VG and p.head(p.chunks[k]) in _BE:
        k += 1
    k = min(k, len(p.chunks) - 1)
    if p.chunks[k - 1].det == "those" and person_noun(p.head(p.chunks[k - 1])):
        return k - 1  # "three of those children"
    if k + 2 < len(p.chunks) and p.head(p.chunks[k]) in {"those", "that"} and p.head(p.chunks[k + 1]) == "of":
        k += 2
    if p.chunks[k].kind != NP:
        return None
    name = p.slice(p.chunks[k])
    armed = (actor := known_actor(name)) is not None and actor.type in ARMED  # "six of whom were VDP"
    known = person_noun(p.head(p.chunks[k])) is not None or is_national(p.words[p.chunks[k].head].text)
    return k if known or armed else None


def _status_at(p: Parsed, k: int, parent: Group) -> VictimStatus:
    child = group_at(p, k, parent.harm, parent.site)
    return child.status if child is not None else VictimStatus.UNKNOWN


def _as_part(child: Group, parent: Group) -> Group:
    child.parent, child.rule = parent, PART
    child.agent, child.agent_at = parent.agent, parent.agent_at
    if child.status is VictimStatus.UNKNOWN and parent.status is not VictimStatus.UNKNOWN:
        child.status = parent.status
    return child
