"""What a figure is the toll of: one incident, a period or a war, or nothing any more since a newer one came."""

from __future__ import annotations

import re

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.naming import FIGURE, FIGURE_FROM
from summarizer.engines.offline.replaced import is_replaced
from summarizer.engines.offline.scope_words import (
    AN_OPERATION,
    BRINGING,
    DAYS,
    HAVE_KILLED,
    IN_ONE,
    MONTH,
    MONTHS_ON_END,
    PERIOD,
    RECORD,
    SENTENCE,
    SERIES,
    SEVERAL_MORE,
    SPREAD,
)
from summarizer.engines.offline.sums import first_that_fit, is_spread_deed
from summarizer.records.vocabulary import Harm, Scope

_STANDING = re.compile(
    r"\b(?:are|is|remains?|still|newly|currently)\b[^,;]*\b(?:displaced|homeless|evacuated|camps?)\b"
    r"|\bdisplaced (?:people|persons|families) (?:\w+ )?(?:live|shelter|sheltering|rely|depend|stay)\b"
)
_HOSTS = re.compile(r"\b(?:shelter(?:s|ing)?|host(?:s|ing)?|hous(?:es|ing)|is home to)(?: (?:about|around|some))? $")
"""Before people displaced: a camp that "hosts 52,000 people"."""
_PERFECT = re.compile(r"\bha(?:s|ve) (?:also |now )?(?:been|died|lost|killed|fled)\b")
_DAY = re.compile(r"day\b|overnight|\bhours?\b")
_OF_CAPTIVES = frozenset({"held", "set free"})
_STOCK = 250_000
"""From so many on, people displaced are those of a war, whatever the words."""
_OF_A_WAR = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING})
_WAR_TOLL = 5_000
"""From so many on, people killed or wounded are those of a war, unless the sentence names the one disaster."""
_ONE_DISASTER = re.compile(r"\b(?:massacres?|earthquake|tsunami|cyclone|flood|hurricane|genocide|in a single)\b")
_SAID_THEN = re.compile(
    r"^(?:late |early )?(?:last (?:month|year)|in \w+),? [^,.;]{3,60} (?:reported|said|announced|confirmed) that\b"
)
"""When it was said, and not the period that the figure counts."""
_MANY = 100
_DEEDS = re.compile(
    r"\b(?:devices|landmines|mines|bombs|attacks|strikes|airstrikes|raids)"
    r" (?:have |had )?(?:killed|wounded|injured|claimed)\b"
    r"|\b(?:died|killed|lives|wounded|injured)\b[^.;,]{0,40}\bin (?:[\w-]+ ){0,2}"
    r"(?:attacks|strikes|incidents|bombings)\b"
)
"""Deeds told in the plural beside whom they harmed."""
_LAST_YEAR = re.compile(rf"\b(?:last (?:year|month)|in (?:19|20)\d\d|in {MONTH})\b")
_ONE_EVENT = re.compile(
    r"\b(?:when|after|(?<!many )as(?! many)|executed|beheaded|stormed|overran|ambushed|bombing|bomber"
    r"|gunm[ae]n|shooting|attack|ambush|raid|massacre"
    r"|(?:air)?strike|blast|explosion|clash|assault|hit|attacked|raided|kidnapped|abducted|truck bomb|suicide bomb"
    r"|(?:two|three|four|five|\d) days of|attacks on (?:[\w-]+ ){0,3}(?:villages?|towns?|camps?|farms?))\b"
)
_HAD_PUT = re.compile(
    r"\bhad (?:\w+ly )?(?:put|given|reported|announced|spoken of) (?:(?:the|an?|its) )?(?:[\w-]+ )?"
    r"(?:toll|count|number|figure|dead)\b[^.;,]{0,25}$"
)
_HAD_TOLD = re.compile(
    r"\b(?:had|on \w+day) (?:\w+ly )?(?:on \w+day )?(?:put|given|reported|announced|spoken of|counted|listed|confirmed"
    r"|said|acknowledged|recorded)\b[^.;]{0,50}$"
)
_BEFORE = re.compile(
    r"\b(?:initial(?:ly)?|at first|the (?:day|evening|night|morning) before|an? (?:day|few hours) (?:earlier|before)"
    r"|before dawn|had on \w+day|before (?:its|the|that|their) (?:count|toll|figure))\b"
)
_WITHDRAWN = re.compile(
    r"[^.;]{0,90}\b(?:was|were|has been|have been) (?:later |since )?(?:withdrawn|retracted|corrected|amended)\b"
)
_TOLL_OF = re.compile(r"\b(?:toll|figure|count|number|tally|estimate)\b[^.;,]{0,30}$")
"""Before a figure that can be withdrawn; in "killed 30 before troops were withdrawn" it is the troops."""
_CORRECTION = re.compile(r"\bcorrection\b[^;]{0,200}\b(?:was|were) (?:wrongly )?(?:given|stated|reported) as $")
_WHEN_THEN = re.compile(r"\bsince [^,;.]{2,30}, when (?:(?!, )[^.;])*$")
"""Example: "broken since June 1987, when 27 soldiers were killed": those of one day."""
_LISTED = re.compile(r"\b(?:listed|registered) as (?:missing|disappeared)\b")
_YEAR_BEFORE = re.compile(
    r"(?: [\w-]+){0,2} (?:(?:an?|the|one) year (?:earlier|before|ago|prior)"
    r"|(?:in|during|over) (?:the (?:same|previous) (?:period|months?|quarter|year)|all of \d{4}|(?:19|20)\d\d"
    r"|last year))\b"
)
_COMPARED = re.compile(
    r"\b(?:from|with|to|against|than|versus|after)(?: (?:the|about|around|some|only|just|over)){0,2} $"
)
"""Before a figure of another year: "up from 290 in 2022", "against 12 in 2023"."""


def set_scopes(groups: list[Group]) -> None:
    """Set the scope of each group of an article, in order of text."""
    for group in groups:
        _scope(group, groups)
    _running_on(groups)
    _over_several(groups)
    for group in groups:
        if group.parent is not None and group.parent.scope is Scope.CUMULATIVE and group.scope is Scope.INCIDENT:
            group.scope = Scope.INCIDENT if _is_of_one_deed(group) else Scope.CUMULATIVE


_LEAD = 3
"""Sentences, headlines among them, in which an outlet sums up what the article then tells one by one."""
_MOST = 0.75
"""How much of the sum is told one by one, where the article then goes back to other deeds."""
_FITS = 1.25
"""What is told one by one may be a little more than the sum: one figure of it was given anew."""


def _over_several(groups: list[Group]) -> None:
    """Example: "Strikes killed 38 across Gaza. Sixteen were killed in Sabra ... A strike on Nuseirat killed nine."."""
    for i, group in enumerate(groups):
        if group.p.number > _LEAD and not group.p.headline:
            return
        alone = group.numbered and group.scope is Scope.INCIDENT and group.parent is None
        if not alone or SPREAD.search(group.p.text.lower()) is None:
            continue
        told = [g for g in groups[i + 1 :] if g.harm is group.harm and g.numbered and g.parent is None]
        single = [g for g in told if g.scope is Scope.INCIDENT and 1 < (g.value or 0) < (group.value or 0)]
        apart = len({g.p.number for g in single if g.p is not group.p}) > 1
        most = _FITS * (group.value or 0)
        first = first_that_fit(single, most)
        fits = len(first) > 1 and (first == single or sum(g.value or 0 for g in first) >= _MOST * (group.value or 0))
        fits = fits and is_spread_deed(group)
        if apart and (fits or SERIES.search(group.p.text.lower()) is not None):
            group.scope = Scope.CUMULATIVE


_IN_WHICH = re.compile(r"[^,;.]{0,30}, $")


def _of_several_more(low: str, group: Group) -> bool:
    """Example: "two more attacks in Kirkuk left 12 dead", "in two more attacks, 12 were killed": a sum of those."""
    found = SEVERAL_MORE.search(low, 0, group.start)
    if found is None:
        return False
    theirs = group.site[0] <= group.start and not set(",;.") & set(low[found.end() : group.site[0]])
    return theirs or (low[: found.start()] == "in " and _IN_WHICH.fullmatch(low, found.end(), group.start) is not None)


def _scope(group: Group, groups: list[Group]) -> None:
    """Set the scope: replaced by a newer figure, running since a date, or of the incident."""
    low = group.p.text.lower()
    if group.numbered and (_of_other_year(low, group) or _of_several_more(low, group)):
        group.scope = Scope.CUMULATIVE
    elif group.rule in {"toll from", FIGURE_FROM} or (
        (group.numbered or group.zero) and (is_replaced(low, group.start) or _is_outgrown(group, groups, low))
    ):
        group.scope = Scope.SUPERSEDED
    elif group.scope is Scope.CUMULATIVE or group.rule == "brought to" or _is_stock(group) or _are_masses(group, low):
        group.scope = Scope.CUMULATIVE
    elif group.rule in _OF_CAPTIVES:
        return  # "held since March" says how long, not over what period they were counted
    elif group.numbered and group.parent is None and (_is_running(low, *group.quote) or _of_a_year(group, low)):
        group.scope = Scope.CUMULATIVE


def _is_of_one_deed(group: Group) -> bool:
    """Is it a part of many, and told of one deed: "killed hundreds, including 31 during an attack on a base"?"""
    return group.parent is not None and group.parent.p is group.p and IN_ONE.match(group.p.text, group.end) is not None


def _are_masses(group: Group, low: str) -> bool:
    """Example: "rebels have killed hundreds of soldiers", and no day or one deed follows: "in a raid on Monday"."""
    if HAVE_KILLED.search(low[: group.end].removesuffix(group.victims.lower())) is None:
        return False
    after = re.split(r"[,;]", low[group.end :], maxsplit=1)[0]
    return _DAY.search(after) is None and _ONE_EVENT.search(after) is None


def _running_on(groups: list[Group]) -> None:
    """Example: "Since October 450 people have been killed. On the other side, 16 soldiers have been killed."."""
    running: tuple[int, int] | None = None
    for group in groups:
        where = group.p.sentence.paragraph, group.p.number
        if group.scope is Scope.CUMULATIVE:
            running = where
            continue
        if running == where and _goes_on(group, groups):
            group.scope = Scope.CUMULATIVE
            continue
        near = running in {where, (where[0], where[1] - 1)} and group.scope is Scope.INCIDENT and group.numbered
        near = near and not _is_of_one_deed(group)
        low = group.p.text.lower()
        listed = group.rule == FIGURE or _LISTED.search(low[slice(*group.quote)]) is not None
        if near and (listed or (_PERFECT.search(low[slice(*group.quote)]) and not _DAY.search(low))):
            group.scope, running = Scope.CUMULATIVE, where


def _goes_on(group: Group, groups: list[Group]) -> bool:
    """Example: "between May and July, 187 people were killed and 652 injured": the period is told of both."""
    if group.scope is not Scope.INCIDENT or not group.numbered:
        return False
    before = [g for g in groups if g.p is group.p and g.scope is Scope.CUMULATIVE and g.end <= group.start]
    return bool(before) and _AND.fullmatch(group.p.text[before[-1].end : group.start].lower()) is not None


_AND = re.compile(
    r"(?: (?:were|was|have been|had been|people|been|killed|wounded|injured|dead|displaced|homeless)){0,4}"
    r"(?: (?:in|across) (?:the )?[\w-]+){0,2}"
    r"(?:, according to [^,;.]{3,40})?,? (?:and|with|for)"
    r"(?: (?:the|number|that|of|wounded|injured|injuries|dead|displaced|to|at|loss|drove|forced|uprooted)){0,6}"
    r"(?: (?:another|some|over|at least|a further|more than|about))?(?: )?"
)


def _is_outgrown(group: Group, groups: list[Group], low: str) -> bool:
    """Example: "late on Friday, authorities had put the toll at 35", where the article gives 44."""
    before = low[max(0, group.start - 90) : group.start]
    withdrawn = _TOLL_OF.search(before) is not None and _WITHDRAWN.match(low, group.end) is not None
    if withdrawn or _CORRECTION.search(low[: group.start]):
        return True
    if not _HAD_PUT.search(before) and not (_HAD_TOLD.search(before) and _BEFORE.search(low)):
        return False
    return any(g.harm is group.harm and g.numbered and (g.value or 0) > (group.value or 0) for g in groups)


def _of_a_year(group: Group, low: str) -> bool:
    """Example: "militant attacks killed 1,500 people last year": many, in a year, with no event told beside them.

    Also of few, where the deeds are plural: "landmines killed 77 people last year".
    """
    if group.harm is Harm.DISPLACED or ((group.value or 0) < _MANY and _DEEDS.search(low) is None):
        return False
    told = _SAID_THEN.sub("", low)
    return _LAST_YEAR.search(told) is not None and _ONE_EVENT.search(told) is None


def _is_stock(group: Group) -> bool:
    """Example: "87,000 people are displaced", "remain in camps", "registered as newly displaced": no one incident's."""
    if not group.numbered:
        return False
    if group.harm in _OF_A_WAR and (group.value or 0) >= _WAR_TOLL:
        return _ONE_DISASTER.search(group.p.text.lower()) is None
    if group.harm is not Harm.DISPLACED:
        return False
    if (group.value or 0) >= _STOCK:
        return True
    low = group.p.text.lower()
    hosted = _HOSTS.search(low[max(0, group.count[0] - 24) : group.count[0]]) is not None
    first, last = group.quote
    return hosted or _STANDING.search(low[first : last + 12]) is not None


def _of_other_year(low: str, group: Group) -> bool:
    """Example: "412 were killed, up from 290 a year earlier": the toll of another period, which none replaces."""
    found = _YEAR_BEFORE.match(low, group.end) or _YEAR_BEFORE.match(low, group.count[1])
    if found is None:
        return False
    compared = _COMPARED.search(low[max(0, group.start - 40) : group.start]) is not None
    return compared or re.search(r"\d$|last year$", found[0]) is None  # "a car bomb killed 22 cadets in Bogota in 2019"


_SINCE_OPENS = re.compile(
    r"since the (?:outbreak|start|beginning|launch|collapse|end|signing|fall|invasion|coup|takeover"
    r"|siege)\b[^;.]{5,90}, "
)
"""Example: "Since the outbreak of the war in the cartel, on September 9, figures count more than 900 murders"."""
_SINCE_WHEN = re.compile(r", (?:which|who) (?:has|have|had) [^,;]{0,60}? since [^,;]{2,30},")
"""Example: "Concern, which has worked here since 1994, said": since when is told of it alone."""


def _is_running(low: str, start: int, end: int) -> bool:
    """Do the words around start..end count over weeks, years or a war?"""
    if _WHEN_THEN.search(low[:start]):
        return False
    if (brought := BRINGING.search(low, end)) is not None:
        low = low[: brought.start()]
    aside = _SINCE_WHEN.search(low)
    if aside is not None and not aside.start() <= start < aside.end():
        low = low[: aside.start()] + " " * (aside.end() - aside.start()) + low[aside.end() :]
    near = RECORD.sub("", low[max(0, start - 90) : end + 90])  # "the worst toll since 1997" is one day's
    if MONTHS_ON_END.search(low, end, end + SENTENCE) is not None:
        return True
    opens = _SINCE_OPENS.match(low) is not None
    return opens or bool(PERIOD.search(low) and PERIOD.search(near)) or _over_days(near)


def _over_days(near: str) -> bool:
    """Example: "between 7 and 28 August"."""
    found = DAYS.search(near)
    if found is None:
        return False
    first, last = (int(found[x] or found[y]) for x, y in (("a", "c"), ("b", "d")))
    return not 0 <= last - first <= AN_OPERATION
