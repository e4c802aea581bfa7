"""Figures across sentences: what a bare number counts, running tolls, replaced tolls, repeated figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import one_of
from summarizer.engines.offline.naming import FIGURE_FROM, name_the_unnamed
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import TITLES
from summarizer.normalize.harm import person_noun
from summarizer.normalize.places import PlaceKind, find_places
from summarizer.records.vocabulary import Harm, Scope

_MONTH = one_of("calendar", "months")
# Patterns below read lower-cased text.
_CUMULATIVE = re.compile(
    r"\bsince (?:the (?:start|beginning|war|coup|conflict|uprising|invasion|offensive|fighting|clashes|crisis)"
    r"|early|late|mid|last (?:year|month)"
    rf"|{_MONTH}|(?:19|20)\d\d)"
    r"|\b(?:so far )?this (?:year|month)\b"
    r"|\bin (?:just )?(?:the )?(?:past|last) (?:\w+ )?(?:weeks|months|years|days|year|month)"
    rf"|\bover the (?:past|last) (?!\d+ hours|day\b)|\bto date\b|\bbetween (?:{_MONTH}|(?:19|20)\d\d)"
    r"|\b(?:war|conflict|insurgency|campaign|uprising|violence|fighting)\b[^.;]{0,60}"
    r"\bha(?:s|ve|d) (?:now )?(?:killed|cost|claimed|left|displaced|driven|forced)"
    r"|\b(?:recorded|registered|documented|logged|tallied|saw|counted)\b[^.;]{0,60}"
    r"\b(?:last year|this year|in (?:19|20)\d\d)\b"
    r"|\bha(?:s|ve|d) (?:been|died|lost)\b[^.;]{0,60}\bsince (?:the|last) \w+"
    r"|\bha(?:s|ve) (?:killed|wounded|injured|claimed|displaced|left|driven)\b[^.;]{0,80}"
    r"\bsince (?:it|they|he|the|its|their)\b"
    r"|\b(?:toll|number) (?:in|over|after) (?:[\w-]+ ){1,2}(?:days|weeks|months)\b"
    r"|\bsince then\b|\bin all\b|\byears of (?:war|conflict|fighting)"
    r"|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the|a) (?:war|conflict|insurgency|uprising)"
)
_REPLACED = re.compile(
    r"\b(?:from|up from|down from|earlier|initially|previous(?:ly)?|had (?:earlier )?(?:spoken|put|said|reported|given)"
    r"|first (?:spoke|said|put))\b"
)
_REPLACED_HERE = re.compile(r"(?:from\b(?:(?!\bto\b)[^,;])*|had (?:earlier )?(?:spoken|put|said|reported)\b[^,;]*)$")
_RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|first|highest|heaviest|biggest|largest|lowest)\b[^.;]{0,50}\bsince\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|initial|initially|first|preliminary|previous|original|originally|at first)\b[^.;]{0,50}"
    r"\b(?:spoken of|spoke of|put|said|reported|gave|given|toll|figure|count|counted|bulletin|tally|estimate|estimated)"
    r"\b[^.;]{0,25}$"
)
_REVISED = re.compile(r"\b(?:revis|rose|risen|rais|climb|updat|correct|increas|lower|lift|jump|up to|death toll)\w*")
_SUPPOSED = re.compile(r"^[\s\"“'‘]*(?:if|unless|should)\b", re.IGNORECASE)
_STANDING = re.compile(
    r"\b(?:are|is|remains?|still|newly|currently)\b[^,;]*\b(?:displaced|homeless|evacuated|camps?)\b"
)
_VAGUE = re.compile(r"\b(?:several|many|dozens|scores|hundreds|thousands)\b")
_SPOKEN_OF = re.compile(
    r"\b(?:(?:reports?|allegations?|claims?|fears?) (?:that|of)|(?:involved|involvement) in|accused of|blamed for"
    r"|responsible for|end to|solution to|opposed to) (?:the |any |all |\w+ed )*(?:target )?$"
)
"""Before people without a number that nobody tells of as harmed: "looking into reports that civilians were harmed"."""
_LOCAL = frozenset({PlaceKind.CITY, PlaceKind.ADMIN1})
_OPENING = 5
"""A place that begins before this character opens its sentence: "In Kherson, ..."."""
_PERFECT = re.compile(r"\bha(?:s|ve) (?:also |now )?(?:been|died|lost|killed|fled)\b")
_DAY = re.compile(r"day\b|overnight|\bhours?\b")
_OF_CAPTIVES = frozenset({"held", "set free"})
_PLAIN = frozenset(
    {
        "person",
        "body",
        "corpse",
        "victim",
        "other",
        "life",
        "people",
        "persons",
        "bodies",
        "corpses",
        "dead",
        "victims",
        "others",
        "",
    }
)


def settle(groups: list[Group], sentences: Sequence[Parsed]) -> list[Group]:
    """Groups of the whole article in order, with victims, scope and parents settled and repeated figures merged."""
    groups = [g for g in groups if _asserted(g)]
    groups = name_the_unnamed(groups, sentences)
    for group in groups:
        _scope(group)
    _running_on(groups)
    _dead_among(groups)
    groups = [g for g in groups if not _told_dead(g, groups)]
    return _without_repeats(groups)


def _asserted(group: Group) -> bool:
    """Not a bare plural of a headline or of somebody's quoted rhetoric, nor part of a supposition."""
    if _SUPPOSED.match(group.p.text):
        comma = group.p.text.find(",")
        if not group.numbered or group.start < comma:
            return False
    loose = not group.numbered and group.plural
    first = min(group.site[0], group.start)
    if loose and _SPOKEN_OF.search(group.p.text[max(0, first - 70) : first].lower()):
        return False
    if loose and group.p.text[group.site[0] : group.site[1]].lower().startswith("are "):
        return False  # "militants who are killed": said of any
    return not (loose and (group.p.headline or group.p.quoted(group.start)))


def _scope(group: Group) -> None:
    """Set the scope: replaced by a newer figure, running since a date, or of the incident."""
    low = group.p.text.lower()
    if group.rule in {"toll from", FIGURE_FROM} or (group.numbered and _is_replaced(low, group.start)):
        group.scope = Scope.SUPERSEDED
    elif group.scope is Scope.CUMULATIVE or group.rule == "brought to" or _is_stock(group):
        group.scope = Scope.CUMULATIVE
    elif group.rule in _OF_CAPTIVES:
        return  # "held since March" says how long, not over what period they were counted
    elif group.numbered and group.parent is None and _is_running(low, *group.quote):
        group.scope = Scope.CUMULATIVE


def _running_on(groups: list[Group]) -> None:
    """Example: "Since October 450 people have been killed. On the other side, 16 soldiers have been killed."."""
    running: tuple[int, int] | None = None
    for group in groups:
        where = group.p.sentence.paragraph, group.p.number
        if group.scope is Scope.CUMULATIVE:
            running = where
            continue
        near = running in {where, (where[0], where[1] - 1)} and group.scope is Scope.INCIDENT and group.numbered
        low = group.p.text.lower()
        if near and _PERFECT.search(low[slice(*group.quote)]) and not _DAY.search(low):
            group.scope, running = Scope.CUMULATIVE, where


def _is_stock(group: Group) -> bool:
    """Example: "87,000 people are displaced", "remain in camps", "registered as newly displaced": no one incident's."""
    if group.harm is not Harm.DISPLACED or not group.numbered:
        return False
    return _STANDING.search(group.p.text[slice(*group.quote)].lower()) is not None


def _is_replaced(low: str, start: int) -> bool:
    """Do the words before a figure at `start` say that a newer one stands in its place?"""
    if _EARLIER.search(low[max(0, start - 90) : start]):
        return True
    if not _REPLACED.search(low[max(0, start - 60) : start]) or not _REVISED.search(low):
        return False
    return bool(_REPLACED_HERE.search(low[max(0, start - 40) : start]))


def _is_running(low: str, start: int, end: int) -> bool:
    """Do the words around start..end count over weeks, years or a war?"""
    near = _RECORD.sub("", low[max(0, start - 90) : end + 90])  # "the worst toll since 1997" is one day's
    return bool(_CUMULATIVE.search(low) and _CUMULATIVE.search(near))


def _dead_among(groups: list[Group]) -> None:
    """Example: "eleven children were among the dead": part of the latest larger toll of the same harm."""
    for i, group in enumerate(groups):
        if not group.part or group.parent is not None:
            continue
        for other in reversed(groups[:i]):
            if (
                other.harm is group.harm
                and other.parent is None
                and other.scope is Scope.INCIDENT
                and (other.value or 0) > (group.value or 1)
                and not other.part
            ):
                group.parent = other
                break


def _told_dead(group: Group, groups: list[Group]) -> bool:
    """One person, one harm: those shot, or named as hurt, whom the article tells among the dead."""
    if group.rule == "shot" and group.numbered and (group.value or 0) > 2:
        return any(g.harm is Harm.KILLED and g.value == group.value and g.numbered for g in groups)
    if not group.named or group.harm not in {Harm.INJURED, Harm.MISSING, Harm.CASUALTIES}:
        return False
    return any(g.harm is Harm.KILLED and g.named and _one_name(g.victims, group.victims) for g in groups)


def _without_repeats(groups: list[Group]) -> list[Group]:
    """One group for each figure; the others that give it are kept as further evidence."""
    kept: list[Group] = []
    by_figure: dict[tuple[Harm, int | None, bool], list[Group]] = {}
    for group in groups:
        alike = by_figure.setdefault((group.harm, group.value, group.zero), [])
        first = next((g for g in alike if _repeats(g, group)), None)
        if first is None:
            kept.append(group)
            alike.append(group)
            continue
        winner, loser = (group, first) if _better(group, first) else (first, group)
        winner.more.append(loser)
        if winner is group:
            kept[kept.index(first)] = alike[alike.index(first)] = group
        for other in groups:
            if other.parent is loser:
                other.parent = winner
    return kept


def _repeats(a: Group, b: Group) -> bool:
    """Does b give the figure of a again?"""
    if a.harm is not b.harm or a.value != b.value or a.zero != b.zero or a.value is None:
        return False
    if a.named and b.named and not _one_name(a.victims, b.victims):
        return False
    if _elsewhere(a, b) or _is_vague(a) is not _is_vague(b):
        return False
    headline = a.p.headline
    same_words = _noun(a) == _noun(b)
    if not a.numbered or not b.numbered or (a.value or 0) <= 2:
        return (
            same_words
            and not (b.bare and b.numbered and not headline)
            and (headline or a.p.sentence.paragraph != b.p.sentence.paragraph or a.named)
        )
    if a.scope is not b.scope and not headline:
        return False
    return headline or same_words or _noun(a) in _PLAIN or _noun(b) in _PLAIN


def _is_vague(group: Group) -> bool:
    """Example: "several hundred", "dozens": not the figure "about 300" over again."""
    return _VAGUE.search(group.count_text.lower()) is not None


def _elsewhere(a: Group, b: Group) -> bool:
    """Do the two sentences tell of two towns: one victim here, one there, "In Kherson, three were killed"?"""
    if a.p is b.p or a.p.headline or a.named:
        return False
    there = [place for place in find_places(b.p.text) if place.kind in _LOCAL]
    here = {place.text for place in find_places(a.p.text) if place.kind in _LOCAL}
    if not here or not there or any(place.text in here for place in there):
        return False
    return (b.value or 0) <= 2 or there[0].start < _OPENING


def _one_name(one: str, two: str) -> bool:
    """ "Colonel Idris Bako" and "Bako" are one; "Pedro Ruiz" and "Ana Ruiz" are kin."""
    first, second = set(one.lower().split()), set(two.lower().split())
    return first <= second or second <= first or not {w for w in first ^ second if w not in TITLES}


def _noun(group: Group) -> str:
    words = group.victims.lower().split()
    known = person_noun(words[-1]) if words else None
    return known.singular if known else (words[-1] if words else "")


def _better(new: Group, old: Group) -> bool:
    """The body's wording wins over the headline's, a hedged figure over a bare one."""
    if old.p.headline and not new.p.headline:
        return True
    return len(new.count_text) > len(old.count_text) + 3 and new.numbered and old.p.headline
