"""A sum that is told behind its parts: "15 died in Karrada. Seven died in Sadr City. In all, 22 people were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.bearings import towns_named
from summarizer.engines.offline.details import PLAIN, are_foes
from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.engines.offline.naming import TOLLS
from summarizer.engines.offline.party_names import ARMED, STATE, party_nouns
from summarizer.engines.offline.scope_words import SPREAD
from summarizer.engines.offline.whose import noun_of
from summarizer.records.vocabulary import Scope

_ALL = re.compile(
    r"\b(?:in all|altogether|in total|overall|all told|both (?:attacks|incidents|blasts|raids|strikes)"
    r"|the (?:two|three|four|five) (?:attacks|incidents|blasts|raids|strikes|bombings|explosions)"
    r"|in (?:two|three|four|five|six|seven) days)\b"
)
"""Words of a sum of several deeds. They stand in lower-cased text."""
_A_TOTAL = re.compile(r"\b(?:an?|the) (?:combined |overall )?total of (?:[\w-]+ ){0,3}$")
_OF_THAT = re.compile(
    r"\b(?:the|this|that|these|those) (?:[\w-]+ )?"
    r"(?:attacks?|strikes?|raids?|explosions?|blasts?|bombings?|shootings?|clash(?:es)?|violence|fighting|incidents?)\b"
)
_VAGUE = re.compile(r"several|many|dozens|scores|hundreds|some|few")
_ANOTHER = re.compile(r"\b(?:second|third|another|separate|separately|elsewhere|meanwhile|also|later|other)\b")
_LEAST = 4
"""A sum below this is one by chance too often."""
_NEAR = 3
_SOME = 8
"""Parts that a sum has at most."""


def mark_sums(groups: Sequence[Group]) -> None:
    """A sum of several deeds is cumulative (codebook, 4a.19), one of a single deed holds its parts; in text order."""
    for i, group in enumerate(groups):
        if not _may_be_sum(group):
            continue
        parts = _parts_of(group, groups[max(0, i - LOOK_BACK) : i], groups[i + 1 : i + 4])
        if len(parts) < 2:
            continue
        if _of_several(group, parts):
            group.scope = Scope.CUMULATIVE
        elif _sum(parts) <= (group.value or 0):
            for part in parts:
                part.parent = group


def _may_be_sum(group: Group) -> bool:
    alone = group.parent is None and group.scope is Scope.INCIDENT and not (group.zero or group.part or group.named)
    return alone and group.numbered and not group.p.headline and (group.value or 0) >= _LEAST


def _parts_of(total: Group, before: Sequence[Group], behind: Sequence[Group]) -> list[Group]:
    """The figures last told whose sum it is; where it is called one ("in all"), every smaller one told before."""
    parts: list[Group] = []
    own = sum(g.value or 1 for g in behind if g.parent is total and g.p is total.p)
    for group in reversed(before):
        if group.harm is not total.harm or not _counts(group):
            continue
        if not _may_hold(total, group) or len(parts) == _SOME:
            break
        parts.append(group)
        if _is_exact(parts, total, own):
            return parts
    whole = _ALL.search(total.p.text.lower()) is not None and _sum(parts) <= (total.value or 0) * 2
    return parts if whole else []


def _sum(parts: Sequence[Group]) -> int:
    return sum(g.value or 1 for g in parts)


def _is_exact(parts: Sequence[Group], total: Group, own: int) -> bool:
    """Do the figures make the total, which holds `own` people besides, by more than chance?"""
    if len(parts) < 2 or _sum(parts) + own != total.value or any(_VAGUE.match(g.count_text.lower()) for g in parts):
        return False
    low = total.p.text.lower()
    called = _ALL.search(low) is not None or _A_TOTAL.search(low[: total.count[1]].rpartition(" ")[0] + " ") is not None
    if called or total.rule in TOLLS:
        return True
    return total.p.number - parts[0].p.number <= _NEAR and _OF_THAT.search(low) is not None


def _counts(group: Group) -> bool:
    return group.parent is None and group.scope is Scope.INCIDENT and not group.zero


def _may_hold(total: Group, part: Group) -> bool:
    smaller = (part.value or 1) < (total.value or 0)
    kinds = noun_of(total), noun_of(part)
    alike = kinds[0] in PLAIN or kinds[0] == kinds[1] or all(_is_foe_of_state(kind) for kind in kinds)
    return smaller and alike and not are_foes(part, total)


def _is_foe_of_state(noun: str) -> bool:
    """Do people of this noun bear arms without a state: "attackers", "terrorists"?"""
    side = party_nouns().get(noun) or party_nouns().get(f"{noun}s")
    return side in ARMED and side not in STATE


def _of_several(total: Group, parts: Sequence[Group]) -> bool:
    """Do the sentences of the parts, or of the sum, tell of several deeds: other towns, "a second bomb"?"""
    low = total.p.text.lower()
    if _ALL.search(low) or SPREAD.search(low):
        return True
    towns = [towns_named(g.p.text) for g in parts]
    if any(one and other and one.isdisjoint(other) for one in towns for other in towns):
        return True
    return any(_ANOTHER.search(g.p.text[: g.start].lower()) is not None for g in parts if g.p is not parts[-1].p)


def is_spread_deed(group: Group) -> bool:
    """Are the deeds spread: not the "shock waves across Pakistan" that one of them sent?"""
    low = group.p.text.lower()
    found = SPREAD.search(low)
    between = low[group.end : found.start()] if found is not None else ""
    return "," not in between and not {"that", "which"} & set(between.split())


def first_that_fit(groups: Sequence[Group], most: float) -> list[Group]:
    """The first figures whose sum is no more than `most`: further down, an article goes back to other deeds."""
    out, left = [], most
    for group in groups:
        left -= group.value or 0
        if left < 0:
            break
        out.append(group)
    return out
