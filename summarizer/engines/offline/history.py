"""What is history and what is news: by the day of an event, and by the words that date its clause."""

from __future__ import annotations

import re

from summarizer.engines.offline.asides import RELATIVE
from summarizer.engines.offline.lexicon import months, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventStatus

_NEWS, _FRESH = 14, 4
"""Days: what happened longer ago is history; what happened within the last few is news."""
_MONTH = months()
# Patterns below read lower-cased text.
_OF_A_YEAR = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|that|deadly)|['’]s)\s+(?:[\w-]+\s+)?(?:19|20)\d\d\s+(?:[\w-]+\s+){0,2}$"
)
"""Before a noun that tells an event: "the 2022 bombing of a bus"."""
_OF_A_MONTH = re.compile(rf"\b(?:the|an?|its|their|his|her|that) (?:early |late |mid-)?{_MONTH} (?:[a-z-]+ ){{0,2}}$")
"""Before such a noun: "the December bombing"; a day of the month beside it dates the deed itself."""
_PAST_YEAR = re.compile(
    rf"\b(?:in|since|of|during|from|early|late|until|between)\s+(?:{_MONTH}\s+)?(?:19|20)\d\d\b"
    r"(?! (?:until|to|till|and) 0)"  # "a curfew from 1900 until 0600"
    rf"|\bafter (?:{_MONTH} )?(?:19|20)\d\d[,;.]"
    r"|\b(?:christmas|boxing|new year['’]s|christmas day|day|eve|easter|ramadan) (?:19|20)\d\d\b"
)
_CAME_AFTER = re.compile(
    r"\b(?:came|comes|come|follows|followed|happened|occurred|took place)\b[^.;]{0,40}"
    r"\b(?:days|fortnight|weeks?|months?|years?) after\b[^.;]*$"
)
_YEARS_AFTER = re.compile(
    r"\b(?:\w+ )?(?:years?|decades?|months?) (?:to the day )?(?:after|since) (?!(?:the )?\w+day\b|\w+ing\b)(?:[\w'’-]+"
    r" ){1,4}(?:[\w'’-]+, (?:which|that|who) )?$"
)
"""Before a deed: "ten years after gunmen killed 130 people in Paris, survivors gathered"."""
_ANSWERED = re.compile(
    r"\b(?:follow(?:s|ed|ing)|came (?:\w+ ){0,3}after|in (?:response to|(?:retaliation|reprisal|revenge) for)"
    r"|(?:to|vowed to) avenge"
    r"|(?:executed|beheaded|hanged|lynched|shot(?: dead)?|stoned|killed|attacked)\b[^.;]{1,60} (?:for|over)"
    r") (?:the |a |last week['’]s )?$"
)
_ON_DAY = re.compile(r"[\w-]+ on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_RECENT = r"(?:last |early |late )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|dawn|midnight|noon"
_SINCE_WHEN = re.compile(
    rf"\bsince (?!{_RECENT})[^,;.]{{2,30}}, when [^;.]*$"
    rf"|\b(?:after|until|before|from) (?:[\w-]+ ){{0,2}}{_MONTH}(?: (?:19|20)\d\d), when [^;.]*$"
    r"|\b(?:origins?|roots?|dat(?:es|ing) back|go(?:es|ing)? back|stems?|erupted|began|started)\b[^;.]{0,40}"
    rf"\b(?:in|on|of|to|from) (?!{_RECENT})[^,;.]{{2,40}}, when [^;.]*$"
    r"|\b(?:the|an?) (?:[\w-]+ )?(?:19|20)\d\d [\w-]+(?: [^.;]{0,60}?)?,? in which [^.;]*$"
)
"""Before a trigger: "has been quiet since September, when rebels fired", "goes back to July 25, when he was seized"."""
_SINCE_DEED = re.compile(r"\bsince [^,;.]{2,40} (?:launched|mounted|staged) (?:its|his|their|the|an?) [^,;.]{0,30}$")
_IN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAREER = re.compile(
    r"\b[Hh]as (?:\w+ly )?\w+ed (?!in |at |on |near )[^.;]{4,80}?, \w+ed [^.;]{4,80}?,? and (?:has )?\w+ed\b"
)
"""Example: "the leader has expelled the French, turned to Russia and enlisted volunteers": a record, no news."""
_VIOLENT = re.compile(
    r"\b(?:bomb|attack|shell|kill|burn|storm|raid|struck|seiz|destroy|loot|wound|shot|fir)(?:ed|d)?\b"
    r"|\bthis week\b|day\b"
)
"""With these the three perfects of a sentence are news."""
_OF_ANOTHER = re.compile(
    r", where\b[^,;.]*|, (?:an?|[\w-]+) (?:years?|decades?|months?) (?:after|since|before|earlier)\b[^;.]*"
    r"|(?<= )(?:captured|abducted|kidnapped|detained|jailed) (?:in|on|since|during|last)\b[^,;.]*"
    r"|, (?:which|who|whose)(?! [^,;.]*\b(?:kill|wound|injur|left|die|destroy|happen|occur|took place|beg[au]n))[^,;.]*"
)
"""Behind a deed: what a relative clause dates, unless it tells of the deed itself."""
_SINCE_THEN = re.compile(
    r"\b(?:worst|deadliest|heaviest|bloodiest|largest|biggest|first)\b[^,;.]{0,40} since (?!(?:19|20)\d\d)"
)
"""Behind a deed: what it is the worst since is older than it."""
_SAID_HE = re.compile(r", (?:said|says|told (?:[\w-]+ ){1,3}) ?(?=(?:that|he|she|it|they|his|her|their|the)\b)")
"""Example: "relatives of an executive kidnapped in August, said he was freed": what was before is told of him."""
_LONG_AGO = re.compile(
    rf"\b(?:(?:last|previous) (?:year|month|(?<=previous )week|{_MONTH}|summer|winter|spring|autumn|fall)"
    rf"|(?:years?|decades?|months?|weeks) (?:ago|earlier|before)|in (?:early |late |mid-?)?{_MONTH}\b"
    rf"|(?<!by the )(?:end|beginning|start|middle) of {_MONTH}\b"
    r"|an? (?:week|fortnight|month|year) (?:earlier|before|ago|prior)"
    r"|in past years|in recent (?:years|months)|(?:the )?(?:decade|century)|has long|have long|historically|a year ago"
    r"|earlier this (?:month|year)|in an? (?:previous|earlier|past) (?:incident|attack|raid|strike)"
    r"|during (?:the|its|their|a) (?:[\w-]+ ){0,3}(?:genocide|dictatorship|civil war|apartheid|occupation of"
    r"|cold war|world war|era)"
    r"|ha(?:s|ve) (?:often |regularly |frequently )?(?:carried out|staged|launched|mounted) (?:similar|such)"
    r"|in the past(?! (?:\w+ )?(?:days?|hours?|weeks?|night))"
    r"|in the (?:early |late |mid-)?(?:19|20)\d0s|since independence|previously|repeatedly|had earlier)\b",
)


def dated(event_status: EventStatus, age: int | None, *, year_given: bool) -> EventStatus:
    """The status in the light of the day of the event, `age` days before the news (below 0: after it).

    `year_given`: the clause names a year or speaks of years, so that a day in it is no day of this week.
    """
    if age is None or event_status not in {EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.BACKGROUND}:
        return event_status
    if age > _NEWS and event_status is EventStatus.COMPLETED:
        return EventStatus.BACKGROUND
    fresh = event_status is EventStatus.BACKGROUND and 0 <= age <= _FRESH and not year_given
    return EventStatus.COMPLETED if fresh else event_status


def came_after(p: Parsed, start: int) -> bool:
    """Example: "the strike came two weeks after bombs hit the same district": the earlier of two deeds."""
    return _CAME_AFTER.search(p.text[:start].lower()) is not None


def was_answered(p: Parsed, start: int) -> bool:
    """Example: "the raids came after the killing of three settlers", "shot two men for the murder": an earlier deed.

    One of a day of this week is news as well: "the push followed the shelling on Saturday of a camp".
    """
    if _ON_DAY.match(p.text, start):
        return False
    return _ANSWERED.search(p.text[max(0, start - 160) : start].lower()) is not None


def is_since(p: Parsed, start: int) -> bool:
    """Example: "since Russia launched its invasion": what a figure is reckoned from."""
    found = _SINCE_DEED.search(p.text[max(0, start - 110) : start].lower())
    return found is not None and ("full-scale" in found[0] or _IN_YEAR.search(p.text[start : start + 60]) is not None)


def gives_year(p: Parsed, start: int, end: int) -> bool:
    """Does the clause name a year of the past, or "last year"?"""
    clause = p.text[max(0, start - 110) : end + 90].lower()
    return bool(_PAST_YEAR.search(clause)) or " year" in clause or " decade" in clause


_HANDED_OVER = re.compile(
    r"[^;.]{0,80}\b(?:were|was|have been|had been) (?:returned|handed over|flown|repatriated|exchanged|swapped"
    r"|transferred"
    r"|delivered|brought home|reburied|exhumed)\b"
)
_BODIES_OF = re.compile(r"\b(?:bodies|remains) of (?:[\w-]+ ){1,5}$")
"""Before "killed": whose bodies "were returned on Tuesday" did not die on that day."""
_WHOSE_KIN = re.compile(
    r", whose (?:[\w-]+ )?(?:parents|father|mother|brothers?|sisters?|sons?|daughters?|husband|wife|family|relatives)"
    r" (?:was|were|had been|died) (?:in )?(?:[\w-]+ ){0,3}$"
)
_IN_COURT = re.compile(
    r"\b(?:on trial|trial of|jailed|sentenced|convicted|acquitted|found guilty|pleaded (?:not )?guilty|life in"
    r" prison)\b[^;.]*"
    r"\b(?:who|for|of|accused of) (?:[\w-]+ ){0,3}$"
)
_SENTENCED = re.compile(
    r"[^;.]{0,80}\b(?:was|were|has been|have been) (?:sentenced|jailed|convicted|acquitted|found guilty|executed for)\b"
)
_WHO = re.compile(
    r"\b(?:man|woman|gunman|men|rebel|militant|soldier|officer|policeman|attacker|student|teenager) who (?:\w+ly )?$"
)
"""Before a deed: "a gunman who" shot 11 people was sentenced."""


_OF_OLD = words("history", "of_old")
"""Words without one of which none of these can match."""


def is_told_of_old(p: Parsed, start: int, end: int) -> bool:
    """Whose bodies come home, whose parents were killed, what a court judges: no deed of the day that it names."""
    if _OF_OLD.isdisjoint(p.vocabulary):
        return False
    before, after = p.text[max(0, start - 160) : start].lower(), p.text[end : end + 160].lower()
    if _BODIES_OF.search(before) and _HANDED_OVER.match(after):
        return True
    if any(pattern.search(before) for pattern in (_WHOSE_KIN, _IN_COURT, _YEARS_AFTER)):
        return True
    return _WHO.search(before) is not None and _SENTENCED.match(after) is not None


def is_history(p: Parsed, start: int, end: int) -> bool:
    """Does the clause date itself well before the news?"""
    if is_told_of_old(p, start, end):
        return True
    career = () if _VIOLENT.search(p.text) else _CAREER.finditer(p.text)
    if any(found.start() < start < found.end() for found in career):
        return True
    told = _SAID_HE.split(RELATIVE.sub(",", p.text[max(0, start - 110) : start].lower()))[-1]
    clause = told + _SINCE_THEN.split(_OF_ANOTHER.sub(",", p.text[start : end + 90].lower()))[0]
    before = p.text[max(0, start - 60) : start].lower()
    if came_after(p, start) or _SINCE_WHEN.search(p.text[max(0, start - 160) : start].lower()):
        return True
    if who_fights(p, start, end):
        return True
    return bool(_PAST_YEAR.search(clause) or _LONG_AGO.search(clause) or is_of_past(before))


def who_fights(p: Parsed, start: int, end: int) -> bool:
    """Example: "the group, which has been fighting the government": is the verb what it is, and no news of late?"""
    told = next(_WHO_FIGHTS.finditer(p.text.lower(), max(0, start - 40), end), None)
    return told is not None and told.end() > start and _LATELY.match(p.text, end) is None


_WHO_FIGHTS = re.compile(
    r"\b(?:which|who|that) (?:has|have) (?:long |also )?been (?:\w+ly )?(?:fighting|battling|waging|at war with)\b"
)
_LATELY = re.compile(r"[^,;.]*\b(?:since (?!\d)\w+day|for (?:\w+ )?(?:days|a week|hours|weeks))\b")


def is_of_past(before: str) -> bool:
    """Does a year or a month stand before a noun: "the 2022" bombing, "the December" raid? `before`: lower case."""
    return bool(_OF_A_YEAR.search(before) or _OF_A_MONTH.search(before))


_OPENS_PAST = re.compile(r"(?:in|last|on|at|earlier) [^,]{0,30}\b(?:year|month|(?:19|20)\d\d)\b[^,]{0,12},")


def opens_past(low: str) -> bool:
    """Example: "In December last year, the service claimed the killing of a general". `low`: a sentence, lower case."""
    return _OPENS_PAST.match(low) is not None
