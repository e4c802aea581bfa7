"""Parts of a toll that are told in sentences of their own: "killed ten. Six soldiers and four drivers died at once"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.engines.offline.named_again import FURTHER
from summarizer.engines.offline.naming import TOLLS
from summarizer.engines.offline.party_names import ARMED, STATE, party_nouns
from summarizer.engines.offline.scope_words import BRINGING
from summarizer.engines.offline.whose import ANY_SIDE, noun_of
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

PLAIN = frozenset(
    {"person", "body", "corpse", "victim", "other", "life", "people", "persons", "bodies", "corpses", "dead"}
    | {"victims", "others", "injured", "wounded", "martyr", "martyrs", ""}
)
"""Nouns of victims that do not say what they were."""
_ANY = PLAIN | {"man", "member"}
_NEAR = 3
"""Sentences between a total and the figures that add up to it."""
_FEW = 3
"""A total that two figures make by chance too often."""
_HARM_OF = {
    "dead": Harm.KILLED,
    "killed": Harm.KILLED,
    "fatalities": Harm.KILLED,
    "wounded": Harm.INJURED,
    "injured": Harm.INJURED,
    "displaced": Harm.DISPLACED,
    "missing": Harm.MISSING,
    "bodies": Harm.KILLED,
    "victims": None,
}
"""The harm of those whom a part is of; None where the word does not say it."""
# Patterns below read lower-cased text.
_AFTER = re.compile(r"\b(?:after|when|as|with)\b")
_LOST = re.compile(r"\b(?:lost|loses|losing|buried)\b")
KIN = (
    r"(?:relatives?|family members|father|mother|parents?|brothers?|sisters?|sons?|daughters?|husband|wife|cousins?"
    r"|nephews?|nieces?|uncles?|aunts?|grand\w+|child|children|baby|(?:brother|sister|father|mother)-in-law)\b"
)
"""Nouns of kin, a pattern for lower-cased text."""
_KIN = re.compile(
    rf"(?:my|his|her|their|our|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:\w+ )?{KIN}"
)
_OF_WOUNDS = re.compile(
    r"\bsuccumb(?:ed|s)?\b|\bdie[ds] (?:\w+ )?(?:in|at) (?:[\w'’-]+ ){0,4}hospital\b"
    r"|\bdie[ds] (?:of|from) (?:his|her|their|the|[\w-]+) ?(?:wounds|injuries)\b"
    r"|\bdie[ds] (?:later )?on the way to (?:an?|the) (?:[\w-]+ )?(?:hospital|clinic)\b"
    r"|\b(?:die[ds]|killed) (?:on the spot|instantly|at the scene)\b|\bdie[ds] before (?:the|an) ambulance\b"
)
_REST = re.compile(
    r"(?:the )?(?:(?:second|third|fourth|fifth|sixth) (?:victim|man|woman|person)|(?:other|remaining) \w+"
    r")\b"
)
_OTHERS = re.compile(
    r"(?:the )?[\w-]+ (?:others|more|further)\b|the (?:rest|remainder)\b"
    r"|(?:two|three|four|\d+) of the (?:wounded|injured)\b"
)
_RELATIVES = re.compile(
    r"(?:[\w-]+ )?[\w-]+ (?:of (?:my|his|her|their|our) (?:relatives|family|kin|cousins)"
    r"|members of (?:my|his|her|their|our|one|the same) (?:[\w-]+ )?(?:family|household|clan))\b"
)
_WORST = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest) (?:of (?:the|these) )?(?:single )?(?:attacks?|raids?|strikes?|incidents?"
    r"|bombings?|losses"
    r"|massacres?|blasts?) "
)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SOME_OF_THEM = re.compile(r"\b(?:still|so far|alone|to date|already|as yet)\b")
"""Beside bodies: they are some of the dead of a toll."""
_ONE_MORE = re.compile(r"[\w-]+ of |an? (?:second|third|fourth|fifth|sixth|further)\b|another\b|[^,]*\bothers\b")
_BODIES = frozenset({"body", "corpse", "bodies", "corpses"})
_BODIES_OF = re.compile(r"\b(?:bodies|corpses) of\b")
_APART = FURTHER | {"separate", "other", "second", "initial", "initially"}
_OF_THOSE = re.compile(r"of (?:those|these|them)(?: (?:killed|dead|wounded|injured|victims))?,? ")
_SHARE = re.compile(
    r"[\w.,-]+(?: [\w-]+)? of (?:the|those|these) (?:\d+ )?"
    r"(?:(?!missing|killed|wounded|injured)[a-z]+(?:ing|ed) )?(?P<whole>[\w-]+)"
)


def mark_among(groups: Sequence[Group]) -> None:
    """Example: "eleven children were among the dead": part of the latest larger toll of the same harm."""
    for i, group in enumerate(groups):
        if group.part and group.parent is None:
            wholes = [other for other in reversed(groups[:i]) if _may_be_among(group, other)]
            alike = (g for g in wholes if {group.status, g.status} != {VictimStatus.COMBATANT, VictimStatus.CIVILIAN})
            group.parent = next(alike, None) or next(iter(wholes), None)


def _may_be_among(group: Group, whole: Group) -> bool:
    if whole.harm is not group.harm or whole.parent is not None or whole.scope is not Scope.INCIDENT:
        return False
    return (whole.value or 0) > (group.value or 1) and not whole.part and not are_foes(group, whole)


def mark_details(groups: Sequence[Group]) -> None:
    """Set the parent of those whom a total of the article already holds; groups are in order of the text."""
    _sums(groups)
    for i, group in enumerate(groups):
        if _alone(group):
            group.parent = _whole_of(group, groups, i)


def _whole_of(group: Group, groups: Sequence[Group], i: int) -> Group | None:
    before = groups[max(0, i - LOOK_BACK) : i]
    if _OF_THOSE.fullmatch(group.p.text[: group.start].lower()):
        near = [g for g in before if g.harm is group.harm and group.p.number - g.p.number == 1 and g.parent is None]
        return near[0] if near and (near[0].value or 0) > (group.value or 1) else None
    inside = [
        g for g in groups[i + 1 : i + 2] if g.p is group.p and group.start < g.start < group.end and _may_hold(g, group)
    ]
    if inside:
        return inside[0]  # "nine of the 12 injured"
    parts = [g for g in groups[i + 1 : i + 4] if g.parent is group]  # "nine died, including a monk": no fighters
    wholes = [g for g in before if _may_hold(g, group) and not any(are_foes(part, g) for part in parts)]
    after = [g for g in groups[i + 1 : i + 4] if _may_hold(g, group)]
    if (toll := next((g for g in (*wholes, *after) if _is_raised_to(g, group)), None)) is not None:
        return toll
    if group.p.headline:
        return None
    share = _SHARE.match(group.p.text[group.start :].lower())
    if share is not None and (whole := _shared(group, before, share["whole"])) is not None:
        return whole
    if not wholes:
        return None
    if _is_detail(group) or _is_laid_out(group, wholes[-1]) or _is_worst(group):
        return wholes[-1]
    return next((g for g in reversed(wholes) if _completes(group, g, groups)), None)


def _alone(group: Group) -> bool:
    return group.parent is None and group.scope is Scope.INCIDENT and not group.zero


def _may_hold(whole: Group, group: Group) -> bool:
    return _is_larger(whole, group) and not are_foes(group, whole)


def _is_larger(whole: Group, group: Group) -> bool:
    larger = whole.numbered and not whole.named and (whole.value or 0) > (group.value or 1)
    larger = larger and whole.p.entry == group.p.entry
    return larger and whole.harm is group.harm and _alone(whole) and not whole.part


def are_foes(one: Group, other: Group) -> bool:
    """Do their nouns mean people of two sides, or fighters and people who cannot be any?"""
    sides = [party_nouns().get(noun) or party_nouns().get(f"{noun}s") for noun in (noun_of(one), noun_of(other))]
    if all(side in ARMED for side in sides):
        return (sides[0] in STATE) is not (sides[1] in STATE)
    unarmed = one.status is VictimStatus.CIVILIAN or noun_of(one) in ANY_SIDE or "year-old" in one.victims
    return unarmed and sides[1] in ARMED


def _is_raised_to(toll: Group, group: Group) -> bool:
    """Example: "the toll rose to 17 after eight bodies were found", "pulled a body out, raising the toll to 17"."""
    if toll.p is not group.p or toll.rule not in TOLLS:
        return False
    low = group.p.text.lower()
    if toll.end <= group.start:
        return _AFTER.search(low[toll.end : group.start]) is not None
    return BRINGING.search(low[group.end : toll.start]) is not None


def _shared(group: Group, before: Sequence[Group], noun: str) -> Group | None:
    """Example: "Eleven of the dead had been beheaded", "Two of the militants blew themselves up".

    "Thirteen of the dead were soldiers" goes on from "21 pro-government fighters", where no other toll was told.
    """
    wholes = [g for g in before if _may_hold(g, group)]
    if noun in _HARM_OF:
        alone = [g for g in before if _is_larger(g, group)]
        wholes = wholes or (alone if len(alone) == 1 else [])
        return wholes[-1] if wholes and _HARM_OF[noun] in {group.harm, None} else None
    known = person_noun(noun)
    same = [g for g in wholes if known is not None and noun_of(g) in {known.singular, noun}]
    return same[-1] if same else None


def _completes(group: Group, whole: Group, groups: Sequence[Group]) -> bool:
    """Example: "22 were killed, 15 of them in a church ... killed seven others": as many as the part before left."""
    who = group.p.text[group.start :].lower()
    if _OTHERS.match(who) is None or group.p.number - whole.p.number > 2 * _NEAR:
        return False
    told = (g for g in groups if g.harm is whole.harm and whole.p.number <= g.p.number and g.start != group.start)
    told = (g for g in told if g.p.number <= group.p.number and (g.parent is whole or (g is not whole and _alone(g))))
    part = next((g for g in told if (g.value or 1) + (group.value or 1) == whole.value), None)
    if part is not None:
        part.parent = whole
    return part is not None


def _is_worst(group: Group) -> bool:
    """Example: "killed 52 civilians in several towns ... the worst attack was in Melia, where 30 were killed"."""
    return _WORST.search(group.p.text[: group.start].lower()) is not None and _A_YEAR.search(group.p.text) is None


def _is_laid_out(group: Group, whole: Group) -> bool:
    """Example: "killed at least 70 ... 20 bodies still lay in the streets", "found the bodies of five rebels"."""
    low, kind = group.p.text.lower(), noun_of(whole)
    before = (w.low for w in group.p.words if w.start < group.start)
    if group.p.number - whole.p.number > 2 * _NEAR or not _APART.isdisjoint(before):
        return False
    if noun_of(group) in _BODIES:
        return kind in PLAIN and _SOME_OF_THEM.search(low) is not None
    return kind == noun_of(group) and _BODIES_OF.search(low[group.site[0] : group.end]) is not None


def _is_detail(group: Group) -> bool:
    """Do its words tell of somebody of a toll: kin whom a survivor lost, who died of wounds, "the fourth victim"?"""
    text = group.p.text.lower()
    who = text[group.start :]
    if _KIN.match(who) and _LOST.search(text[group.site[0] : group.site[1]]):
        return True
    if _RELATIVES.match(who) and (_LOST.search(text[group.site[0] : group.site[1]]) or "lost" in group.p.vocabulary):
        return True
    if _REST.match(who[: group.end - group.start]):
        return True
    first, last = min(group.start, group.site[0]), max(group.end, group.site[1])
    return _OF_WOUNDS.search(text[first : last + 40]) is not None and _ONE_MORE.match(who) is None


def _sums(groups: Sequence[Group]) -> None:
    """Example: "killing ten people ... Six soldiers and four drivers died": figures that add up to the total."""
    for i, whole in enumerate(groups):
        if not _alone(whole) or not whole.numbered or whole.p.headline or (whole.value or 0) <= _FEW:
            continue
        for child in _adding_up(whole, groups[i + 1 : i + 1 + LOOK_BACK]):
            child.parent = whole


def _adding_up(whole: Group, after: Sequence[Group]) -> list[Group]:
    """The next figures of its harm, told together, whose sum is the total's; else none."""
    found: list[Group] = []
    last, left = whole.p.number, whole.value or 0
    for group in after:
        if group.harm is not whole.harm or group.parent is whole:
            continue
        near = group.p.number - last <= (1 if found else _NEAR)
        if not near or not _alone(group) or not _fits_in(group, whole):
            return []
        if group.numbered or not group.plural:
            found.append(group)
            last, left = group.p.number, left - (group.value or 1)
        if left <= 0:
            break
    return found if left == 0 and len(found) > 1 else []


def _fits_in(group: Group, whole: Group) -> bool:
    kind = noun_of(whole)
    known = person_noun(kind)
    alike = kind in _ANY or (known is not None and known.singular in _ANY) or group.named or noun_of(group) == kind
    return (
        alike
        and not are_foes(group, whole)
        and _APART.isdisjoint(w.low for w in group.p.words if w.start < group.start)
    )
