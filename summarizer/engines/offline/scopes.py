"""What a figure is the toll of: one incident, a period or a war, or nothing any more since a newer one came."""

from __future__ import annotations

import re

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import months
from summarizer.engines.offline.naming import FIGURE_FROM
from summarizer.records.vocabulary import Harm, Scope

_MONTH = months()
# Patterns below read lower-cased text.
_CUMULATIVE = re.compile(
    r"\bsince (?:the (?:(?:19|20)\d\d )?"
    r"(?:start|beginning|war|coup|conflict|uprising|invasion|offensive|fighting|clashes|crisis)"
    r"|early|late|mid|last (?:year|month)"
    rf"|{_MONTH}|(?:19|20)\d\d)"
    r"|(?<!earlier )(?<!later )\b(?:so far )?this (?:year|month)\b"
    r"|\bin (?:just )?(?:the )?(?:past|last) (?:\w+ )?(?:weeks|months|years|days|year|month)"
    rf"|\bover the (?:past|last) (?!\d+ hours|day\b)|\bto date\b"
    rf"|\bbetween (?:the \w+ of )?(?:\d\d? )?(?:{_MONTH}(?! \d\d? and \d)|(?:19|20)\d\d)"
    r"|\bin (?:a|the) (?:span|space|course) of (?:\w+ )?(?:days|weeks|months|years)"
    r"|\bsince (?:the )?(?:violence|fighting|clashes|conflict|war|unrest|hostilities)"
    r" (?:erupted|broke out|began|started)"
    r"|\b(?:war|conflict|insurgency|campaign|uprising|violence|fighting|rebellion|unrest|strife|hostilities)\b"
    r"[^.;]{0,90}\bha(?:s|ve|d) (?:now |already )?(?:killed|cost|claimed|left|displaced|driven|forced|uprooted|taken)"
    rf"|\bsince \d\d? {_MONTH}(?: (?:19|20)\d\d)?\b"
    rf"|\bfrom (?:early |late |mid-?)?{_MONTH} to\b|\b(?:during|over|in) (?:the same|that) (?:period|time)\b"
    r"|\bin the (?:first|second|third|last|final) (?:half|quarter|\w+ (?:weeks|months)) of\b"
    r"|\b(?:figures|data|statistics|records?|tally) (?:\w+ ){0,4}(?:shows?|showed|suggests?)\b[^.;]{0,60}"
    r"\b(?:last year|this year|in (?:19|20)\d\d)\b"
    rf"|\bin {_MONTH}, (?:\w+ ){{1,4}}(?:recorded|documented|registered|verified|counted)\b"
    r"|\b(?:recorded|registered|documented|logged|tallied|saw|counted)\b[^.;]{0,60}"
    r"\b(?:last year|this year|in (?:19|20)\d\d)\b"
    r"|\bha(?:s|ve|d) (?:been|died|lost)\b[^.;]{0,60}\bsince (?:the|last) \w+"
    r"|\bha(?:s|ve) (?:killed|wounded|injured|claimed|displaced|left|driven)\b[^.;]{0,80}"
    r"\bsince (?:it|they|he|the|its|their)\b"
    r"|\b(?:toll|number) (?:in|over|after) (?:[\w-]+ ){1,2}(?:days|weeks|months)\b"
    r"|\bsince (?:[\w.'’-]+ ){1,4}(?:took (?:office|power)|came to power|seized power|assumed office)\b"
    r"|\bsince (?:the|an?|last \w+['’]s) (?:[\w'’-]+ ){1,4}(?:came into (?:force|effect)|took (?:effect|hold)|began"
    r"|started|erupted|broke out|collapsed|ended|was (?:signed|declared|imposed|announced|agreed|reached))\b"
    r"|\b(?:during|in|over) (?:the |its |their )?(?:[\w-]+ ){1,2}(?:weeks|months|years) of"
    r" (?:[\w-]+ )?(?:war|conflict|fighting|violence|hostilities|clashes|unrest|protests|siege|bombardment)\b"
    r"|\bsince then\b|\byears of (?:war|conflict|fighting)"
    r"|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the|a) (?:war|conflict|insurgency|uprising)"
    r"|\bha(?:s|ve) (?:been killed|died|lost their lives) in (?:the )?(?:[\w-]+ ){0,2}"
    r"(?:clashes|violence|fighting|unrest)(?:, (?:that|which)| that| which| since)"
)
_DAYS = re.compile(
    rf"\bbetween (?:the \w+ of )?(?P<a>\d\d?) and (?P<b>\d\d?) {_MONTH}"
    rf"|\bbetween {_MONTH} (?P<c>\d\d?) and (?P<d>\d\d?)"
)
_MONTHS_ON_END = re.compile(rf"\bbetween \d\d? {_MONTH} and \d\d? {_MONTH}")
_SENTENCE = 220
"""Characters after a figure in which such months are its own."""
_AN_OPERATION = 3
"""Days that one fight may last: "killed 47 between 7 and 8 August" is no toll of a period."""
_REPLACED = re.compile(
    r"\b(?:from|up from|down from|earlier|initially|previous(?:ly)?|had (?:earlier )?(?:spoken|put|said|reported|given)"
    r"|first (?:spoke|said|put))\b"
)
_REPLACED_HERE = re.compile(r"(?:from\b(?:(?!\bto\b)[^,;])*|had (?:earlier )?(?:spoken|put|said|reported)\b[^,;]*)$")
_REVISES = re.compile(r"\brevis(?:es|ed|ing) (?:the|its|an?) (?:\w+ )?(?:figure|toll|count|number) of $")
_RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|first|highest|heaviest|biggest|largest|lowest)\b[^.;]{0,50}\bsince\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|initial|initially|first|preliminary|previous|original|originally|at first)\b"
    r"(?:(?!, but\b)[^.;]){0,50}\b(?:spoken of|spoke of|put|said|reported|gave|given|toll|figure|count|counted|bulletin"
    r"|tally|estimate|estimated)\b(?:(?!, but\b)[^.;]){0,25}$"
)
_REVISED = re.compile(r"\b(?:revis|rose|risen|rais|climb|updat|correct|increas|lower|lift|jump|up to|death toll)\w*")
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
_WAR_TOLL = 5_000
"""From so many on, people killed or wounded are those of a war, unless the sentence names the one disaster."""
_ONE_DISASTER = re.compile(r"\b(?:massacres?|earthquake|tsunami|cyclone|flood|hurricane|genocide|in a single)\b")
_MANY = 100
_LAST_YEAR = re.compile(rf"\b(?:last (?:year|month)|in (?:19|20)\d\d|in {_MONTH})\b")
_ONE_EVENT = re.compile(
    r"\b(?:when|after|(?<!many )as(?! many)|executed|beheaded|stormed|overran|ambushed|bombing|bomber"
    r"|gunm[ae]n|shooting|attack|ambush|raid|massacre"
    r"|(?:air)?strike|blast|explosion|clash|assault)\b"
)
_HAD_PUT = re.compile(
    r"\bhad (?:\w+ly )?(?:put|given|reported|announced|spoken of) (?:(?:the|an?|its) )?(?:[\w-]+ )?"
    r"(?:toll|count|number|figure|dead)\b[^.;,]{0,25}$"
)


_YEAR_BEFORE = re.compile(
    r"(?: [\w-]+){0,2} (?:(?:an?|the|one) year (?:earlier|before|ago|prior)"
    r"|(?:in|during|over) (?:the (?:same|previous) (?:period|months?|quarter|year)|all of \d{4}|(?:19|20)\d\d"
    r"|last year))\b"
)


def set_scopes(groups: list[Group]) -> None:
    """Set the scope of each group of an article, in order of text."""
    for group in groups:
        _scope(group, groups)
    _corrected(groups)
    _running_on(groups)
    for group in groups:
        if group.parent is not None and group.parent.scope is Scope.CUMULATIVE and group.scope is Scope.INCIDENT:
            group.scope = Scope.CUMULATIVE


_CORRECTS = re.compile(
    r"\b(?:revis|correct|updat|lower|rais|reduc|amend)(?:es|ed|ing) (?:the|its|that|this|their) (?:[\w-]+ )?"
    r"(?:toll|figure|count|number|tally)(?: of (?:dead|deaths|victims|those killed))?"
    r" (?:down |up |downwards? |upwards? )?to $"
)


def _corrected(groups: list[Group]) -> None:
    """Example: "19 people died. Officials later revised the toll to 15.": the figure told before is no more."""
    for i, group in enumerate(groups):
        if not group.numbered or _CORRECTS.search(group.p.text[max(0, group.start - 90) : group.start].lower()) is None:
            continue
        told = (g for g in reversed(groups[:i]) if g.harm is group.harm and g.numbered and g.parent is None)
        last = next((g for g in told if g.p.number >= group.p.number - 2), None)
        if last is not None and last.scope is Scope.INCIDENT and last.value != group.value:
            last.scope = Scope.SUPERSEDED


def _scope(group: Group, groups: list[Group]) -> None:
    """Set the scope: replaced by a newer figure, running since a date, or of the incident."""
    low = group.p.text.lower()
    if group.numbered and _of_other_year(low, group):
        group.scope = Scope.CUMULATIVE
    elif group.rule in {"toll from", FIGURE_FROM} or (
        group.numbered and (_is_replaced(low, group.start) or _is_outgrown(group, groups, low))
    ):
        group.scope = Scope.SUPERSEDED
    elif group.scope is Scope.CUMULATIVE or group.rule == "brought to" or _is_stock(group):
        group.scope = Scope.CUMULATIVE
    elif group.rule in _OF_CAPTIVES:
        return  # "held since March" says how long, not over what period they were counted
    elif group.numbered and group.parent is None and (_is_running(low, *group.quote) or _of_a_year(group, low)):
        group.scope = Scope.CUMULATIVE


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
        low = group.p.text.lower()
        if near and _PERFECT.search(low[slice(*group.quote)]) and not _DAY.search(low):
            group.scope, running = Scope.CUMULATIVE, where


def _goes_on(group: Group, groups: list[Group]) -> bool:
    """Example: "between May and July, 187 people were killed and 652 injured": the period is told of both."""
    if group.scope is not Scope.INCIDENT or not group.numbered:
        return False
    before = [g for g in groups if g.p is group.p and g.scope is Scope.CUMULATIVE and g.end <= group.start]
    return bool(before) and _AND.fullmatch(group.p.text[before[-1].end : group.start].lower()) is not None


_AND = re.compile(
    r"(?: (?:were|was|have been|had been|people|been|killed|wounded|injured|dead|displaced|homeless)){0,4}"
    r"(?: (?:in|across) (?:the )?[\w-]+)?"
    r",? (?:and|with)(?: (?:the|number|that|of|wounded|injured|injuries|dead|displaced|to|at)){0,6}"
    r"(?: (?:another|some|over|at least|a further|more than|about))?(?: )?"
)


def _is_outgrown(group: Group, groups: list[Group], low: str) -> bool:
    """Example: "late on Friday, authorities had put the toll at 35", where the article gives 44."""
    if not _HAD_PUT.search(low[max(0, group.start - 80) : group.start]):
        return False
    return any(g.harm is group.harm and g.numbered and (g.value or 0) > (group.value or 0) for g in groups)


def _of_a_year(group: Group, low: str) -> bool:
    """Example: "militant attacks killed 1,500 people last year": many, in a year, with no event told beside them."""
    if (group.value or 0) < _MANY or group.harm is Harm.DISPLACED:
        return False
    return _LAST_YEAR.search(low) is not None and _ONE_EVENT.search(low) is None


def _is_stock(group: Group) -> bool:
    """Example: "87,000 people are displaced", "remain in camps", "registered as newly displaced": no one incident's."""
    if not group.numbered:
        return False
    if group.harm in {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES} and (group.value or 0) >= _WAR_TOLL:
        return _ONE_DISASTER.search(group.p.text.lower()) is None
    if group.harm is not Harm.DISPLACED:
        return False
    if (group.value or 0) >= _STOCK:
        return True
    low = group.p.text.lower()
    hosted = _HOSTS.search(low[max(0, group.count[0] - 24) : group.count[0]]) is not None
    return hosted or _STANDING.search(low[slice(*group.quote)]) is not None


def _of_other_year(low: str, group: Group) -> bool:
    """Example: "412 were killed, up from 290 a year earlier": the toll of another period, which none replaces."""
    return _YEAR_BEFORE.match(low, group.end) is not None or _YEAR_BEFORE.match(low, group.count[1]) is not None


def _is_replaced(low: str, start: int) -> bool:
    """Do the words before a figure at `start` say that a newer one stands in its place?"""
    if _EARLIER.search(low[max(0, start - 90) : start]):
        return True
    if _REVISES.search(low[max(0, start - 60) : start]):
        return True
    if not _REPLACED.search(low[max(0, start - 60) : start]) or not _REVISED.search(low):
        return False
    return bool(_REPLACED_HERE.search(low[max(0, start - 40) : start]))


_SINCE_WHEN = re.compile(r", (?:which|who) (?:has|have|had) [^,;]{0,60}? since [^,;]{2,30},")
"""Example: "Concern, which has worked here since 1994, said": since when is told of it alone."""


def _is_running(low: str, start: int, end: int) -> bool:
    """Do the words around start..end count over weeks, years or a war?"""
    aside = _SINCE_WHEN.search(low)
    if aside is not None and not aside.start() <= start < aside.end():
        low = low[: aside.start()] + " " * (aside.end() - aside.start()) + low[aside.end() :]
    near = _RECORD.sub("", low[max(0, start - 90) : end + 90])  # "the worst toll since 1997" is one day's
    if _MONTHS_ON_END.search(low, end, end + _SENTENCE) is not None:
        return True
    return bool(_CUMULATIVE.search(low) and _CUMULATIVE.search(near)) or _over_days(near)


def _over_days(near: str) -> bool:
    """Example: "between 7 and 28 August"."""
    found = _DAYS.search(near)
    if found is None:
        return False
    first, last = (int(found[x] or found[y]) for x, y in (("a", "c"), ("b", "d")))
    return not 0 <= last - first <= _AN_OPERATION
