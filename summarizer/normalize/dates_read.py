"""Which days a time phrase names, against the day of publication.

`None` = not a time phrase. A phrase that needs the day of publication stays unresolved without it: dates null,
precision unknown, words and relation kept. Rules: docs/decisions/020.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from summarizer.normalize.dates_calendar import Period, Reference, one_day, unresolved
from summarizer.normalize.dates_spans import edge_of
from summarizer.normalize.dates_table import read_period
from summarizer.normalize.dates_words import CLOCK, DURATION, NUMBER, PART_OF_DAY, SUN
from summarizer.records.values import TimeReference
from summarizer.records.vocabulary import TimePrecision, TimeRelation

MAX_PHRASE = 120
"""Longer texts are no time phrase (code points)."""

WEEK = timedelta(days=7)

_LEADS: dict[str, TimeRelation | None] = {
    "on or about": TimeRelation.ON,
    "reported on": TimeRelation.REPORTED_ON,
    "on": TimeRelation.ON,
    "for": TimeRelation.ON,
    "of": None,
    "no later than": TimeRelation.BY,
    "on or before": TimeRelation.BY,
    "as of": TimeRelation.BY,
    "as at": TimeRelation.BY,
    "by": TimeRelation.BY,
    "before": TimeRelation.BY,
    "prior to": TimeRelation.BY,
    "until": TimeRelation.BY,
    "till": TimeRelation.BY,
    "through": TimeRelation.BY,
    "up to": TimeRelation.BY,
    "ever since": TimeRelation.SINCE,
    "since": TimeRelation.SINCE,
    "starting": TimeRelation.SINCE,
    "from": TimeRelation.SINCE,
    "within": TimeRelation.WITHIN,
    "during": TimeRelation.WITHIN,
    "throughout": TimeRelation.WITHIN,
    "over": TimeRelation.WITHIN,
    "across": TimeRelation.WITHIN,
    "inside": TimeRelation.WITHIN,
    "in": TimeRelation.IN,
    "back in": TimeRelation.IN,
    "at": TimeRelation.AT,
    "after": None,
}
_UP_TO = frozenset({"before", "prior to", "until", "till", "through", "up to", "by", "no later than", "on or before"})
_EXCLUSIVE = frozenset({"before", "prior to", "until", "till", "through", "up to", "after"})
_DURATION = re.compile(DURATION)


@cache
def _sources() -> dict[str, str]:
    lead = "|".join(sorted(map(re.escape, _LEADS), key=len, reverse=True))
    amount = rf"(?:{NUMBER}|half an) (?:hours?|minutes?)"
    near = rf"(?:(?:about|around|roughly|nearly|shortly|just|soon|long|immediately|minutes|hours|{amount}) )*"
    sun = rf"{near}(?:(?:before|after|at|around|about|by|near|towards?|until|since) (?:the )?)?{SUN}"
    hours = rf"(?:the )?(?:early|small|first|late|opening|pre-?dawn|wee|{PART_OF_DAY})(?: {PART_OF_DAY})? hours"
    part = rf"(?:the )?(?:early |late |mid-?)?{PART_OF_DAY}"
    clock = rf"(?:(?:at|by|before|after|around|about|shortly|just|approximately|roughly|some time) )*{CLOCK}"
    time_of_day = rf"(?:(?:in |during )?{hours}|{sun}|{clock}|(?:in|at|by|during) {part})"
    early = r"(?:very )?(?:early|late|later|earlier|overnight)(?: in the day)?(?: on| from)?"
    before = rf"(?:{early}|{time_of_day}(?:,| on| of)?|(?:in )?{part} (?:on|of)|mid(?=[- ]))[ -](?=\S)"
    after = rf",? (?:early |late |mid-?)?(?:{PART_OF_DAY}|overnight)(?:'s)?|,? (?:{sun}|{clock}|{hours})"
    return {
        "lead": rf"({lead}) (?=\S)",
        "time_of_day": time_of_day,
        "before": before,
        "after": rf"(?<=\S)(?:'s?|{after})$",
        "between": r"(?:between|from) (.+?) (?:and|to|until|till|through|up to) (.+)",
        "joined": r"(.+?)(?: and | to | or | through | until | into |-|–)(.+)",
    }


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One of them, compiled when it is first asked for: most phrases need two."""
    return re.compile(_sources()[name])


def read_time(
    text: str, published: date | None, *, future: bool = False, anchor: date | None = None
) -> TimeReference | None:
    """Read one time phrase, with or without its preposition ("late on Tuesday", "2014").

    `published` is the day the article came out. `future` says that the phrase belongs to something still to come, so
    weekdays and dates without a year are looked for forwards. `anchor` is the day the story is at, for "later that
    morning". `start` and `end` are whole days, both inclusive. Never raises; None when the text is no time phrase.
    """
    read = _read(_plain(text), Reference(published, anchor, future)) if len(text) <= MAX_PHRASE else None
    if read is None:
        return None
    relation, period = read
    return TimeReference(text=text, relation=relation, start=period.start, end=period.end, precision=period.precision)


def is_time(text: str) -> bool:
    """Whether `read_time` recognises the text as a time phrase."""
    return len(text) <= MAX_PHRASE and _read(_plain(text), _NOWHEN) is not None


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    phrase = " ".join(text.split()).strip(" .,;:()[]\"'“”").replace("’", "'").casefold()
    return phrase.removesuffix("'s")


_NOWHEN = Reference(None)
Reading = tuple[TimeRelation | None, Period]


@lru_cache(maxsize=4096)
def _read(phrase: str, ref: Reference) -> Reading | None:
    if match := _pattern("between").fullmatch(phrase):
        span = _span(match[1], match[2], ref)
        if span is not None:
            return TimeRelation.WITHIN, span
    lead = match[1] if (match := _pattern("lead").match(phrase)) else ""
    bare = phrase[len(lead) :].strip()
    if lead and (edged := _edge(lead, bare, ref)):
        return edged
    if bare != phrase or not lead:
        if (period := read_period(bare, ref)) is not None and _lead_fits(lead, bare):
            return _related(lead, period, ref)
        if (match := _pattern("joined").fullmatch(bare)) and (span := _span(match[1], match[2], ref)) is not None:
            return _related(lead, span, ref)
    return _decorated(phrase, lead, bare, ref)


def _decorated(phrase: str, lead: str, bare: str, ref: Reference) -> Reading | None:
    """A phrase with a time of day in front ("before dawn on Monday") or behind ("Thursday night")."""
    if _pattern("time_of_day").fullmatch(phrase):
        return _hour(lead, ref)
    for text, given in ((phrase, ""), (bare, lead)):
        if match := _pattern("before").match(text):
            inner = _read(text[match.end() :], ref)
            if inner is not None:
                return (_LEADS[given] or inner[0] if given not in ("", "in", "at") else inner[0]), inner[1]
        if match := _pattern("after").search(text):
            inner = _read(text[: match.start()], ref)
            if inner is not None and (given == "" or text == phrase):
                return inner
    return None


def _hour(lead: str, ref: Reference) -> Reading:
    relation = TimeRelation.BY if lead in ("by", "before", "until", "till") else TimeRelation.AT
    return relation, (unresolved() if ref.anchor is None else one_day(ref.anchor))


def _lead_fits(lead: str, bare: str) -> bool:
    """A mere length of time ("three days") is a time phrase only after "in" or "within"."""
    return lead in ("in", "within", "inside", "over", "during") or _DURATION.fullmatch(bare) is None


def _edge(lead: str, bare: str, ref: Reference) -> Reading | None:
    """ "since the  start of the month", "before the end of the week": here the edge itself counts."""
    edge = edge_of(bare, ref)
    if edge is None:
        return None
    side, whole = edge
    if lead in ("since", "ever since", "from") and side == "start":
        return _related(lead, whole, ref)
    if lead in _UP_TO and side == "end":
        relation = TimeRelation.WITHIN if lead in _EXCLUSIVE else TimeRelation.BY
        if whole.end is None:
            return relation, unresolved()
        start = whole.end if relation is TimeRelation.BY else ref.published
        if start is None or start > whole.end:
            return relation, unresolved()
        return relation, Period(start, whole.end, TimePrecision.DAY if start == whole.end else whole.precision)
    return None


def _related(lead: str, period: Period, ref: Reference) -> Reading:
    """The period as its preposition limits it."""
    relation = _LEADS.get(lead) or period.bare
    if relation is TimeRelation.IN or relation is TimeRelation.AT or (lead == "on" and period.bare):
        relation = period.bare or relation
    if lead in ("in", "back in") and period.bare is TimeRelation.WITHIN:
        relation = TimeRelation.WITHIN if period.resolved else TimeRelation.IN
    if lead == "after":
        return None, unresolved()
    if lead in _EXCLUSIVE:
        return _until(period, ref)
    if relation is TimeRelation.SINCE and period.start is not None:
        end = ref.published if ref.published and ref.published >= period.start else None
        return relation, Period(period.start, end, period.precision)
    return relation, period


def _until(period: Period, ref: Reference) -> Reading:
    if ref.future and ref.published and period.end and period.end >= ref.published:
        return TimeRelation.WITHIN, Period(ref.published, period.end, period.precision)
    return TimeRelation.BY, unresolved()


def _span(first: str, last: str, ref: Reference) -> Period | None:
    """From the start of one point to the end of another ("March 2015" to "the end of last month")."""
    start, end = _read(first.strip(), ref), _read(last.strip(), ref)
    if start is None or end is None:
        return None
    begin, finish = start[1].start, end[1].end
    if begin is None or finish is None or begin - WEEK > finish:
        return unresolved(start[1].bare)
    if finish < begin:  # "from Friday to Sunday", read on a Saturday
        begin -= WEEK
    order = list(TimePrecision)
    coarser = max(start[1].precision, end[1].precision, key=order.index)
    return Period(begin, finish, coarser, start[1].bare)
