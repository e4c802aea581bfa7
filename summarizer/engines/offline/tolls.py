"""Figures across sentences: what a bare number counts, running tolls, replaced tolls, repeated figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.details import mark_among, mark_details
from summarizer.engines.offline.found_again import alive_later, well_after_all
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.named_again import without_counted_again, without_named_again
from summarizer.engines.offline.naming import FIGURE, FIGURE_FROM, name_the_unnamed
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.repeats import is_vague, noun, one_name, without_repeats
from summarizer.engines.offline.rising import replace_old_tolls
from summarizer.engines.offline.scopes import set_scopes
from summarizer.engines.offline.sums import mark_sums
from summarizer.engines.offline.unvouched import unvouched
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import Harm, Scope

_SUPPOSED = re.compile(r"^[\s\"“'‘]*(?:if|unless|should)\b", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\b(?:(?:reports?|allegations?|claims?|fears?) (?:that|of)|(?:involved|involvement) in|accused of|blamed for"
    r"|(?:indications?|evidence|signs?|suggestions?)(?: at this time| yet| so far)?[\"”]? that"
    r"|responsible for|end to|solution to|opposed to) (?:the |any |all |\w+ed )*(?:target )?$"
)
"""Before people without a number that nobody tells of as harmed: "looking into reports that civilians were harmed"."""
_IS_THE_NTH = re.compile(
    r"\b(?:was|is|became|makes|made) (?:(?:him|her|at least) )?the "
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,3}[\w-]+$"
)
"""Example: "he was the third journalist killed this year": which one of many somebody is of whom is told already."""
_OF_A_PERIOD = re.compile(
    r"\b(?:this (?:year|month|week)|since|so far|in (?:as many|the (?:past|last)|(?:19|20)\d\d))\b"
)
_NUMBER_OF = re.compile(r"\bnumber of (?:\w+ed )?$")
_THE_ROLE = re.compile(r"\bthe (?:[\w-]+ )?([a-z]+), $")


def settle(groups: list[Group], sentences: Sequence[Parsed]) -> list[Group]:
    """Groups of the whole article in order, with victims, scope and parents settled and repeated figures merged."""
    groups = [g for g in groups if _asserted(g) and not unvouched(g) and not well_after_all(g)]
    groups = [g for g in groups if not (alive_later(g, sentences) or _of_arrests(g, sentences))]
    groups = [g for i, g in enumerate(groups) if not (_is_the_nth(g) and any(_kills_one(x) for x in groups[:i]))]
    groups = name_the_unnamed(groups, sentences)
    set_scopes(groups)
    mark_among(groups)
    for group in groups:
        others = (g for g in groups if g.p is group.p and g is not group and g.harm is group.harm)
        group.beside = [g for g in others if g.rule != FIGURE_FROM]
    groups = [g for g in groups if not _told_dead(g, groups) and not _told_better(g, groups)]
    groups = without_repeats(without_counted_again(without_named_again(groups)))
    mark_details(groups)
    replace_old_tolls(groups)
    mark_sums(groups)
    return groups


def _is_the_nth(group: Group) -> bool:
    """Example: "he was the third journalist killed this year": told already, where somebody is told killed before."""
    nth = not group.numbered and not group.plural and _IS_THE_NTH.search(group.p.text[: group.end]) is not None
    return nth and _OF_A_PERIOD.search(group.p.text[group.end :]) is not None


def _kills_one(group: Group) -> bool:
    return group.harm is Harm.KILLED and not (group.zero or group.plural or _is_the_nth(group))


_ARRESTS = frozenset({"detained", "arrested", "arrests", "detainees", "jailed", "charged"})


def _of_arrests(group: Group, sentences: Sequence[Parsed]) -> bool:
    """Example: "He would not say how many had been detained. Local sources put the number at 26": nobody harmed."""
    before = sentences[group.p.number - 2] if group.p.number > 1 else group.p
    near = before.vocabulary | group.p.vocabulary
    return group.rule == FIGURE and "number" in group.p.vocabulary and not near.isdisjoint(_ARRESTS)


def _asserted(group: Group) -> bool:
    """Not a bare plural of a headline or of somebody's quoted rhetoric, nor part of a supposition."""
    if _SUPPOSED.match(group.p.text):
        comma = group.p.text.find(",")
        if not group.numbered or group.start < comma:
            return False
    if group.zero and (group.harm is Harm.MISSING or _taken_nothing(group)):
        return False  # "no man was missing" counts nobody
    loose = not group.numbered and group.plural
    if loose and _NUMBER_OF.search(group.p.text[: group.start]):
        return False  # "put the number of abducted persons at 23"
    first = min(group.site[0], group.start)
    if loose and _SPOKEN_OF.search(group.p.text[max(0, first - 70) : first].lower()):
        return False
    if loose and group.p.text[group.site[0] : group.site[1]].lower().startswith("are "):
        return False  # "militants who are killed": said of any
    return not (loose and (group.p.headline or group.p.quoted(group.start)))


def _taken_nothing(group: Group) -> bool:
    """Example: "no decision has been taken": no people are counted."""
    return group.harm is Harm.CAPTURED and person_noun(group.head) is None and not group.head.startswith("no")


def _told_dead(group: Group, groups: list[Group]) -> bool:
    """One person, one harm: those shot, or named as hurt, whom the article tells among the dead."""
    if group.rule == "shot" and group.numbered and (group.value or 0) > 2:
        dead = (g for g in groups if g.harm is Harm.KILLED and g is not group)
        return any(g.value == group.value and g.numbered for g in dead)
    if not group.named or group.harm not in {Harm.INJURED, Harm.MISSING, Harm.CASUALTIES}:
        return False
    role = _THE_ROLE.search(group.p.text[: group.start].lower())
    if role is not None and any(g.harm is Harm.KILLED and noun(g) == role[1] and g.value == 1 for g in groups):
        return True  # "a nurse was dead ... The nurse, Karla Trevino, was struck by a bullet"
    return any(g.harm is Harm.KILLED and g.named and one_name(g.victims, group.victims) for g in groups)


def _told_better(group: Group, groups: list[Group]) -> bool:
    """A headline's "dozens" or "more than 20" where the body gives the number: "at least 23"."""
    if not group.p.headline or group.value is None:
        return False
    told = (g for g in groups if g.harm is group.harm and not g.p.headline and not is_vague(g) and g.parent is None)
    if is_vague(group):
        return any((g.value or 0) >= group.value for g in told)
    if group.value < _ROUND or _OVER.match(group.count_text.lower()) is None:
        return False
    lead = (g for g in told if g.p.number <= _LEAD and g.scope is Scope.INCIDENT)
    return any(group.value < (g.value or 0) <= group.value + _ROUND for g in lead)


_OVER = re.compile(r"(?:more than|over|at least) ")
_ROUND = 10
"""A headline's round figure is less than so many below the one that it rounds."""
_LEAD = 4
