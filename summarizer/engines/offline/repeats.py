"""Figures that give one toll again: which of two counts of the same people stays."""

from __future__ import annotations

import re

from summarizer.engines.offline.bearings import regions_named, towns_in, towns_named
from summarizer.engines.offline.details import PLAIN
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.history import is_history
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.naming import FIGURE_FROM
from summarizer.engines.offline.party import BY_DEED
from summarizer.engines.offline.party_names import ARMED, land_of, party_nouns
from summarizer.engines.offline.person_names import TITLES
from summarizer.engines.offline.series import SERIES
from summarizer.engines.offline.whose import noun_of
from summarizer.normalize.harm import person_noun
from summarizer.records.vocabulary import ActorType, Harm, Scope

_BESIDE = 32
"""Characters behind a figure in which its town may stand: "two people died in Lyman"."""
_VAGUE = re.compile(r"\b(?:several|many|dozens|scores|hundreds|thousands)\b")
_AGE = re.compile(r"\b\d+(?=-(?:year|month)-old)")
_FAR = 12
"""Sentences on, "a man" is not the "61-year-old man" of before."""
_REGIONS = words("bearings", "region_nouns") | {"the", "al", "el"}
_SOME = 3
_OPENING = 5
"""A place that begins before this character opens its sentence: "In Kherson, ..."."""


def without_repeats(groups: list[Group]) -> list[Group]:
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
        if FIGURE_FROM in {group.rule, first.rule}:
            group.scope = first.scope = Scope.SUPERSEDED
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
    if a.harm is not b.harm or a.value != b.value or a.zero != b.zero or a.value is None or a.p.entry != b.p.entry:
        return False
    if a.named and b.named and not one_name(a.victims, b.victims):
        return False
    if a.numbered and b.numbered and FIGURE_FROM in {a.rule, b.rule}:
        return True  # "up from the seven given earlier"
    if _elsewhere(a, b) or is_vague(a) is not is_vague(b):
        return False
    if _is_spoken_of_again(a, b):
        return True
    headline = a.p.headline
    foes = {party_nouns().get(noun_of(a)), party_nouns().get(noun_of(b))}
    if foes == {ActorType.REBEL_GROUP} and (a.value or 0) > _SOME and _one_deed(a, b):
        return True  # "11 militants", "11 terrorists"
    same_words = noun(a) == noun(b)
    if not headline and _are_apart(a, b, same_words=same_words):
        return False
    if not a.numbered or not b.numbered or (a.value or 0) <= 2:
        return (
            (same_words or (headline and not {noun(a), noun(b)}.isdisjoint(PLAIN | {"man", "woman"})))
            and not (_is_bare_beside(a, b) and not headline)
            and (headline or a.p.sentence.paragraph != b.p.sentence.paragraph or a.named or _is_that_one(a, b))
        )
    if not headline and (a.scope is not b.scope or (not same_words and _are_remains_and_fighters(a, b))):
        return False
    ours = b.victims.lower().startswith("our ")  # "killed nine members of the militia ... We lost nine of our men"
    return headline or same_words or ours or noun(a) in PLAIN or noun(b) in PLAIN


_FURTHER_DEED = re.compile(
    r"\b(?:another|second|third|separate) (?:[\w-]+ ){0,2}"
    r"(?:attack|blast|bomb|explosion|raid|strike|incident|ambush|clash|drone|shell|rocket|mine|device)s?\b"
    r"|\b(?:bombs?|blasts?|explosions?|mines?|devices?|shells?|drones?|rockets?|missiles?|gunm[ae]n|attackers|bombers?)"
    r" (?:\w+ )?later (?!sa[iy]|told|claim|confirm)"
)


def _by_further_deed(a: Group, b: Group) -> bool:
    """Example: "shot two policemen at a checkpoint ... A bomb later struck a patrol, leaving two policemen dead"."""
    if a.p is b.p or a.p.number > b.p.number or b.p.text[b.start : b.start + 4].lower().strip() == "the":
        return False
    told = _FURTHER_DEED.search(b.p.text[: b.start].lower())
    return told is not None and _FURTHER_DEED.search(a.p.text.lower()) is None


def _one_attacked(a: Group, b: Group) -> bool:
    """Example: "killed three people ... villagers caught up, and three of the attackers were killed"."""
    nouns = noun_of(a), noun_of(b)
    return any(one in BY_DEED and other not in BY_DEED and other in PLAIN for one, other in (nouns, nouns[::-1]))


def _is_bare_beside(a: Group, b: Group) -> bool:
    """Example: "two of them died ... the lynching of two gang members": one or two of whom nothing else is told."""
    return (b.bare and b.numbered) or (a.bare and a.numbered and a.victims != b.victims)


def _are_remains_and_fighters(a: Group, b: Group) -> bool:
    """Example: "the morgue has nine bodies ... the rebels claimed nine soldiers": who lies there, is not said."""
    remains = {noun(a), noun(b)} & {"body", "corpse"}
    return bool(remains) and any(party_nouns().get(noun_of(g)) in ARMED for g in (a, b)) and a.p is not b.p


def _is_spoken_of_again(a: Group, b: Group) -> bool:
    """Example: "killing two rangers ... the two dead were from Yala", "The two rangers were shot dead at dawn"."""
    known = b.numbered and b.p.text[b.start :].lower().startswith(f"the {b.count_text.lower().removeprefix('the ')}")
    later = a.numbered and a.p.number < b.p.number and a.scope is Scope.INCIDENT
    return known and later and (noun(b) in PLAIN or noun(a) == noun(b)) and b.parent is None and not b.p.headline


def _is_that_one(a: Group, b: Group) -> bool:
    """Example: "two men stabbed a guard ... The guard was lightly wounded"."""
    one = a.victims.lower().startswith(("a ", "an ")) and b.victims.lower().startswith("the ")
    return one and a.p is not b.p and not (a.plural or b.plural)


def _are_two(a: Group, b: Group) -> bool:
    """Example: "a 61-year-old man" and "a 52-year-old man", "four Iraqi soldiers" and "four Turkish soldiers"."""
    ages = [_AGE.findall(g.victims) for g in (a, b)]
    lands = [land_of(g.victims) for g in (a, b)]
    far = not (a.numbered or a.named) and a.victims.lower() != b.victims.lower() and b.p.number - a.p.number > _FAR
    return far or (all(ages) and ages[0] != ages[1]) or (all(lands) and lands[0] != lands[1])


def _is_past(group: Group) -> bool:
    """Does its clause date itself well before the news: "at the end of August, eight people were wounded"?"""
    p = group.p
    known = p.text[: group.start].lower().endswith(("the ", "which killed ", "that killed ")) or "since" in p.vocabulary
    return not known and is_history(p, *group.site)


def _are_apart(a: Group, b: Group, *, same_words: bool) -> bool:
    """Does the body tell of two figures: of two times, of two kinds of people, of a part and of others?"""
    if (a.numbered and _is_past(a) is not _is_past(b)) or _by_further_deed(a, b) or _one_attacked(a, b):
        return True
    told_apart = _is_share(a, b) or _is_told_apart(a, b)
    series = _is_share(a, b) and SERIES in {a.rule, b.rule}  # "two in Lyman ... In Kherson, two", not "two in Lyman"
    elsewhere = series and _towns_beside(a).isdisjoint(_towns_beside(b))
    return _are_two(a, b) or (told_apart and not same_words) or elsewhere


def _towns_beside(group: Group) -> frozenset[str]:
    return towns_named(group.p.text[group.end : group.end + _BESIDE].partition(",")[0])


def _is_share(a: Group, b: Group) -> bool:
    """Is one a part of a toll, and the other counts people of its own: "four children", "four displaced persons"?

    Also of the same noun, where the part is of one town: "three died, two in Lyman ... In Kherson, two were killed".
    """
    return (a.parent is None) is not (b.parent is None)


def _is_told_apart(a: Group, b: Group) -> bool:
    """Example: "eight soldiers and five people died ... five soldiers fell": the people beside soldiers were none."""
    return any(noun(g) == noun(b) not in PLAIN for g in a.beside) or any(
        noun(g) == noun(a) not in PLAIN for g in b.beside
    )


def _one_deed(a: Group, b: Group) -> bool:
    """May two figures for fighters be one: the same words of number, of one incident, no other place, day or doer?"""
    if a.scope is not Scope.INCIDENT or b.scope is not Scope.INCIDENT or a.count_text.lower() != b.count_text.lower():
        return False
    if _ANOTHER.search(b.p.text) or (a.agent and b.agent and a.agent.lower() != b.agent.lower()):
        return False
    here, there = (towns_named(p.text) for p in (a.p, b.p))
    return there <= here and set(_DAY.findall(b.p.text)) <= set(_DAY.findall(a.p.text))


_ANOTHER = re.compile(r"\b(?:separate(?:ly)?|another|rival|elsewhere|also|meanwhile|second|other)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def is_vague(group: Group) -> bool:
    """Example: "several hundred", "dozens": not the figure "about 300" over again."""
    return _VAGUE.search(group.count_text.lower()) is not None


def _elsewhere(a: Group, b: Group) -> bool:
    """Do the two sentences tell of two towns: one victim here, one there, "In Kherson, three were killed"?"""
    if a.p is b.p or a.p.headline or a.named:
        return False
    if a.p.sentence.paragraph != b.p.sentence.paragraph and _in_other_regions(a.p.text, b.p.text):
        return True
    there = towns_in(b.p.text)
    here = {word for name in towns_named(a.p.text) for word in name.lower().split()} - _REGIONS
    if not here or not there or any(not here.isdisjoint(place.text.lower().split()) for place in there):
        return False
    return (b.value or 0) <= 2 or there[0].start < _OPENING


def _in_other_regions(one: str, other: str) -> bool:
    """Example: "In Donetsk Oblast, ... killed three ... 37 settlements in Kherson Oblast, killing three"."""
    first, second = regions_named(one), regions_named(other)
    return bool(first and second) and first.isdisjoint(second)


def one_name(one: str, two: str) -> bool:
    """ "Colonel Idris Bako" and "Bako" are one; "Pedro Ruiz" and "Ana Ruiz" are kin."""
    first, second = set(one.lower().split()), set(two.lower().split())
    return first <= second or second <= first or not {w for w in first ^ second if w not in TITLES}


def noun(group: Group) -> str:
    """The last word of the victims, in the singular where it is known; empty where there are no words."""
    words = group.victims.lower().split()
    known = person_noun(words[-1]) if words else None
    return known.singular if known else (words[-1] if words else "")


def _better(new: Group, old: Group) -> bool:
    """A number wins over a plural, the body's wording over the headline's, a hedged figure over a bare one."""
    if (new.rule == FIGURE_FROM) is not (old.rule == FIGURE_FROM):
        return old.rule == FIGURE_FROM
    if new.numbered is not old.numbered:
        return new.numbered
    if old.p.headline and not new.p.headline:
        return True
    return len(new.count_text) > len(old.count_text) + 3 and new.numbered and old.p.headline
