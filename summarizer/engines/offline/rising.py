"""A toll that rose or was corrected: the figure that it takes the place of stands no more (codebook, 4a.10, 22)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.bearings import towns_named
from summarizer.engines.offline.details import PLAIN, are_foes
from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.whose import noun_of
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import Scope

# Patterns read the lower-cased text right before a figure.
_COUNTED = (
    r"(?:tolls?|(?:number|count|tally|figure)s?(?: of (?:[\w-]+ ){1,5}?)?|deaths|dead|fatalities|losses|injured|wounded"
    r"|missing"
    r"|casualties)"
)
_BESIDE = r"(?:[\w,.-]+ (?:[\w-]+ )?(?:dead|killed|deaths|fatalities|wounded|injured) and )?"
"""The first of two figures: "rose to 46 dead and" 70 wounded."""
_RISEN = re.compile(
    rf"\b{_COUNTED}\b[^.;]{{0,70}}?\b(?:rose|risen|rises|climbed|climbs|jumped|grew|grown|mounted|increased|reached"
    rf"|went up"
    rf"|gone up|passed|surpassed|topped|doubled|now stands?|now stood|stands? now|has since|had since)\b"
    rf"[^.;]{{0,30}}?(?:\bto |\bat |\breached |\bpassed |\bsurpassed |\btopped |\bstands? |\bwas ){_BESIDE}$"
)
_STOOD = re.compile(
    rf"\b(?:by|on|as of) [^.;]{{3,30}}\b{_COUNTED}\b[^.;]{{0,40}}?\b(?:stood|stands|was|had reached|reached) (?:at"
    rf" )?{_BESIDE}$"
)
"""Example: "On Monday morning, the toll was" four, "By Sunday the number of dead had reached" 46."""
_BROUGHT = re.compile(
    r"\b(?:bring|tak|rais|push|lift|brought|took|taken|driv)(?:ing|es?|s|ed)?\b (?:the|its|their|his|that) (?:[\w'’-]+"
    r" ){0,4}?"
    rf"{_COUNTED}\b[^.;,]{{0,40}}?\bto {_BESIDE}$"
)
_CORRECTS = re.compile(
    r"\b(?:revis|correct|updat|lower|rais|reduc|amend|increas)(?:es|ed|ing|e) (?:the|its|that|this|their) (?:[\w-]+ )?"
    rf"{_COUNTED}(?: of (?:dead|deaths|victims|those killed))?"
    rf"(?: down| up| downwards?| upwards?)?(?: from [\w,.-]+)? to {_BESIDE}$"
)
_COUNTS = words("rising", "counts")
"""Words without one of which no pattern here can match."""
_HAD_TOLD = re.compile(r"\bhad (?:\w+ly )?(?:said|put|reported|given|counted|spoken|announced|confirmed)\b[^.;]{0,60}$")
_SOON = 2
"""Sentences after a risen toll in which the older one is told."""
_IS_CORRECTED = re.compile(
    rf"\b{_COUNTED} (?:is|was|has been|had been) (?:\w+ )?(?:revised|corrected|lowered|raised|reduced|amended|updated"
    rf"|cut)"
    rf"(?: down| up| downwards?| upwards?)? to {_BESIDE}$"
)
_TENFOLD = 10
"""A toll seldom rises to more than so many times what it was: such a figure is of something else."""
_NEAR, _FEW = 3, 3
_REACH = 110


def replace_old_tolls(groups: Sequence[Group]) -> None:
    """Mark as superseded what a risen, corrected or newly standing toll takes the place of; groups in order of text."""
    for i, group in enumerate(groups):
        if not _is_total(group) or _COUNTS.isdisjoint(group.p.vocabulary):
            continue
        before = group.p.text[max(0, group.start - _REACH) : group.start].lower()
        corrected = _CORRECTS.search(before) is not None or _IS_CORRECTED.search(before) is not None
        risen = any(pattern.search(before) is not None for pattern in (_RISEN, _STOOD, _BROUGHT))
        if not (corrected or risen):
            continue
        old = [g for g in groups[max(0, i - LOOK_BACK) : i] if _may_give_way(g, group)]
        old += [g for g in groups[i + 1 : i + 1 + LOOK_BACK] if _had_been_told(g, group) and _may_give_way(g, group)]
        old = [g for g in old if (g.value or 1) < (group.value or 0) or corrected]
        told = [g.value for g in groups if g.p is group.p and g.harm is group.harm and g.scope is Scope.SUPERSEDED]
        old = [g for g in old if g.value in told or not told]  # "rose to six from five"
        if old:
            _give_way(max(old, key=lambda g: (g.value or 1, g.p.number)), groups, group)


def _is_total(group: Group) -> bool:
    return group.numbered and group.parent is None and group.scope is Scope.INCIDENT and not (group.zero or group.part)


def _had_been_told(old: Group, new: Group) -> bool:
    """Example: "The toll rose to 46 on Saturday. On Friday, officials had said that 41 were killed."."""
    near = old.p.number - new.p.number <= _SOON
    return near and _HAD_TOLD.search(old.p.text[max(0, old.start - _REACH) : old.start].lower()) is not None


def _may_give_way(old: Group, new: Group) -> bool:
    """Can `new` be the toll of the same deed, at a later hour?"""
    if old.harm is not new.harm or old.p is new.p or old.parent is not None or old.zero or old.part:
        return False
    if old.scope is not Scope.INCIDENT or old.value == new.value or (old.plural and not old.numbered):
        return False
    if (new.value or 0) > _TENFOLD * (old.value or 1) or are_foes(old, new) or _of_other_kind(old, new):
        return False
    if not _is_main(old, new):
        return False
    there, here = (towns_named(g.p.text) for g in (old, new))
    return not (there and here) or not there.isdisjoint(here)


def _is_main(old: Group, new: Group) -> bool:
    """Is the old figure a whole toll: not "two nuns" of 22, nor one man of a page of many incidents?"""
    if not old.numbered or (old.value or 1) < 2:
        return new.p.number - old.p.number <= _NEAR and (new.value or 0) <= _FEW
    plain = noun_of(old) in PLAIN or noun_of(old) == noun_of(new)
    return plain or (new.value or 0) <= _FEW * (old.value or 1)


def _of_other_kind(old: Group, new: Group) -> bool:
    """Does the new toll say that it counts soldiers, where the old one counts villagers?"""
    kinds = noun_of(old), noun_of(new)
    known = all(person_noun(kind) is not None for kind in kinds)
    return bool(new.borrowed) and known and kinds[0] != kinds[1] and PLAIN.isdisjoint(kinds)


def _give_way(first: Group, groups: Sequence[Group], new: Group) -> None:
    """The figure gives way, and so do those of the same breath: in "a girl and four others", where now seven died.

    Somebody who is told without a number is one of the seven.
    """
    same = (g for g in groups if g.p is first.p and g.site == first.site and g.harm is first.harm)
    breath = [g for g in same if g.parent is None and g.scope is Scope.INCIDENT]
    gone = breath if sum(g.value or 1 for g in breath) <= (new.value or 0) else [first]
    for group in gone:
        if group.numbered:
            group.scope = Scope.SUPERSEDED
        else:
            group.parent = new
