"""What lengths of time and parts of periods mean ("two weeks ago", "the past 24 hours", "the end of the month")."""

from __future__ import annotations

import re
from datetime import timedelta

from summarizer.normalize import dates_calendar as cal
from summarizer.normalize.dates_calendar import Period, Reference, unresolved
from summarizer.normalize.dates_table import Match, Rules, entering, read_period
from summarizer.normalize.dates_words import DURATION, NUMBER, UNIT, YEAR, number_value
from summarizer.records.vocabulary import TimePrecision, TimeRelation

RULES: Rules = []
rule = entering(RULES)

_AGO = r"(?:ago|earlier|before|previously|back|beforehand)"
_HEDGE = r"(?:just|only|about|around|some|nearly|almost|over|more than|less than|just under|just over|at least|roughly)"


@rule(rf"(?:(?P<hedge>{_HEDGE}) )?(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?P<way>{_AGO}|later|after|afterwards|on)")
def _ago(match: Match, ref: Reference) -> Period:
    number, unit = number_value(match["number"]), match["unit"]
    later = match["way"] in ("later", "after", "afterwards", "on")
    base = ref.published if match["way"] == "ago" else ref.anchor if later else (ref.anchor or ref.published)
    if base is None or number is None or match["hedge"] or unit == "decade":
        return unresolved(TimeRelation.ON if unit in ("day", "night") else TimeRelation.IN)
    day = cal.shifted(base, unit, number if later else -number)
    return cal.PERIOD_OF["week" if unit == "fortnight" else unit](day)


_HOURS = rf"{NUMBER} (?:hours?|minutes?|seconds?)"


@rule(
    rf"(?:{_HEDGE} )?(?:hours|minutes|moments|days|weeks|months|years|decades|{_HOURS})"
    r" (?:ago|earlier|later|before|after|afterwards)"
)
def _vaguely_ago(_: Match, __: Reference) -> Period:
    return unresolved(TimeRelation.AT)


@rule(rf"(?:the |these )?(?:past|last|preceding|previous) (?:(?P<number>{NUMBER}) )?(?P<unit>minute|hour|{UNIT})s?")
def _past_span(match: Match, ref: Reference) -> Period:
    number, unit, day = number_value(match["number"] or "one"), match["unit"], ref.published
    if day is None or number is None:
        return unresolved(TimeRelation.WITHIN)
    start = day - timedelta(days=-(-number // 24)) if unit in ("hour", "minute") else cal.shifted(day, unit, -number)
    precision = {"month": TimePrecision.MONTH, "year": TimePrecision.YEAR, "decade": TimePrecision.YEAR}.get(
        unit, TimePrecision.DAY if unit in ("minute", "hour", "day", "night") else TimePrecision.WEEK
    )
    return Period(start, day, precision, TimeRelation.WITHIN)


@rule(
    rf"(?:the )?(?:coming|next|first|following) (?:{NUMBER} )?(?:minute|hour|{UNIT})s?",
    rf"(?:the )?(?:more )?recent (?:hour|{UNIT}|time)s",
    rf"(?:the )?(?:last|past) (?:hour|{UNIT})s",
    DURATION,
)
def _vague_span(_: Match, __: Reference) -> Period:
    return unresolved(TimeRelation.WITHIN)


@rule(
    r"(?:the )?mid-?(?:week|month|year)|the (?:middle|second half|first half) of the (?:week|month|year)",
    rf"(?:the )?(?:(?:early|late|last|this|next|that) |mid-?)*(?:spring|summer|autumn|fall|winter)(?: of)?(?: {YEAR})?",
    r"(?:ramadan|eid(?: al-(?:fitr|adha))?|easter(?: sunday| monday)?|ashura|nowruz|passover|good friday)(?: \d{4})?",
)
def _season(match: Match, _: Reference) -> Period:
    year = re.search(YEAR, match[0])
    return cal.years(int(year[0]), int(year[0])) if year else unresolved(TimeRelation.IN)


@rule(r"(?P<eve>christmas eve|new year's eve)", r"(?P<day>christmas day|christmas)", r"(?P<first>new year's day)")
def _holiday(match: Match, ref: Reference) -> Period:
    month, number = (1, 1) if match.lastgroup == "first" else (12, 31 if "year" in match[0] else 24)
    if match.lastgroup == "day":
        number = 25
    day = cal.date_near(month, number, ref.published, future=ref.future) if ref.published else None
    return cal.one_day(day) if day else unresolved()


_EDGES = "start|beginning|end|close|middle|turn|eve|(?:first|second|latter) half"
_EDGE = rf"(?:the )?(?:very )?(?P<edge>{_EDGES}) of (?P<rest>.+)"


@rule(_EDGE)
def _part_of(match: Match, ref: Reference) -> Period:
    """The beginning or end of a period is as fine as the period: no day is invented."""
    period = whole_of(match["rest"], ref)
    return period if period is not None else unresolved(None)


def whole_of(rest: str, ref: Reference) -> Period | None:
    """The period that "the end of <rest>" is a part of; None when the rest names no period."""
    plain = re.fullmatch(r"the (day|week|weekend|month|year)", rest)
    if plain:
        return cal.PERIOD_OF[plain[1]](ref.published) if ref.published else unresolved(TimeRelation.IN)
    return read_period(rest, ref)


def edge_of(phrase: str, ref: Reference) -> tuple[str, Period] | None:
    """("start" | "end", whole period) of "the start of <period>" and the like; None for any other phrase."""
    match = re.fullmatch(_EDGE, phrase)
    if match is None or match["edge"] not in ("start", "beginning", "end", "close"):
        return None
    period = whole_of(match["rest"], ref)
    return None if period is None else ("start" if match["edge"] in ("start", "beginning") else "end", period)
