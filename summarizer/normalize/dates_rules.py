"""What a bare time phrase ("last month", "June 14", "two weeks ago") means: one small function per kind of phrase.

Each rule is a pattern for the whole phrase (lower case, single spaces, no preposition) and a function from the match
to a Period. The first rule that matches decides; a rule may still answer "recognised, but not on any calendar".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from summarizer.normalize import dates_calendar as cal
from summarizer.normalize.dates_calendar import DAY, Period, Reference, unresolved
from summarizer.normalize.dates_words import (
    DURATION,
    MONTH,
    MONTH_DAY,
    NUMBER,
    PART_OF_DAY,
    UNIT,
    WEEKDAY,
    YEAR,
    month_number,
    number_value,
    weekday_index,
)
from summarizer.records.vocabulary import TimePrecision, TimeRelation

Match = re.Match[str]
Rule = Callable[[Match, Reference], Period]
_RULES: list[tuple[str, Rule]] = []

_STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_TURN = "|".join(_STEP)


def _rule(*patterns: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        _RULES.extend((pattern, function) for pattern in patterns)
        return function

    return register


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((re.compile(pattern), function) for pattern, function in _RULES)


def read_period(phrase: str, ref: Reference) -> Period | None:
    """The period a bare phrase names; None when it is no time phrase. Never raises."""
    for pattern, function in _compiled():
        if match := pattern.fullmatch(phrase):
            try:
                return function(match, ref)
            except (ValueError, OverflowError):  # beyond the years 1 to 9999
                return unresolved()
    return None


def _base(ref: Reference) -> date | None:
    return ref.anchor or ref.published


@_rule("overnight")
def _overnight(_: Match, ref: Reference) -> Period:
    return cal.days(ref.published - DAY, ref.published) if ref.published else unresolved()


@_rule(
    rf"(?P<now>today|tonight|this (?:very )?(?:early |late |mid-?)?{PART_OF_DAY})",
    rf"(?P<past>yesterday|last (?:night|evening)|yester(?:night|eve))(?: {PART_OF_DAY})?",
    r"(?P<coming>tomorrow)",
    r"the day (?:(?P<past2>before yesterday)|(?P<coming2>after tomorrow))",
)
def _deictic(match: Match, ref: Reference) -> Period:
    if ref.published is None:
        return unresolved()
    step = {"now": 0, "past": -1, "coming": 1, "past2": -2, "coming2": 2}[str(match.lastgroup)]
    return cal.one_day(ref.published + step * DAY)


@_rule(
    rf"(?P<same>(?:later |earlier )?(?:on )?(?:that|the same|the very same) (?:same )?(?:day|{PART_OF_DAY}))",
    rf"(?P<after>(?:the )?(?:next|following) (?:day|{PART_OF_DAY})|the (?:day|{PART_OF_DAY}) after)",
    rf"(?P<before>the previous (?:day|{PART_OF_DAY})|the (?:day|{PART_OF_DAY}) before)",
)
def _anaphoric(match: Match, ref: Reference) -> Period:
    if ref.anchor is None:
        return unresolved()
    return cal.one_day(ref.anchor + {"same": 0, "after": 1, "before": -1}[str(match.lastgroup)] * DAY)


@_rule(rf"(?:(?:the )?(?P<turn>this past|this coming|following|{_TURN}) )?(?P<day>{WEEKDAY})")
def _weekday(match: Match, ref: Reference) -> Period:
    day, turn, weekday = ref.published, match["turn"], weekday_index(match["day"])
    if day is None or turn in ("following", "preceding", "previous"):
        return unresolved()
    if turn in ("last", "past"):
        return cal.one_day(cal.weekday_near(weekday, day - DAY, future=False))
    if turn in ("next", "coming", "this coming"):
        return cal.one_day(cal.weekday_near(weekday, day + DAY, future=True))
    return cal.one_day(cal.weekday_near(weekday, day, future=ref.future))


@_rule(
    rf"(?P<day>{WEEKDAY}) (?:of )?(?P<turn>last|this|next) week",
    rf"(?P<turn>last|this|next) week(?:'s|,)? (?:on )?(?P<day>{WEEKDAY})",
)
def _weekday_of_week(match: Match, ref: Reference) -> Period:
    if ref.published is None:
        return unresolved()
    monday = ref.published - ref.published.weekday() * DAY
    return cal.one_day(monday + (7 * _STEP[match["turn"]] + weekday_index(match["day"])) * DAY)


_NUMBER_RANGE = rf"(?P<first>{MONTH_DAY})(?: ?[-–/] ?| and | to )(?P<last>{MONTH_DAY})"


_ON = rf"(?:{WEEKDAY},? )?"
_IN_YEAR = rf"(?:,? (?:in )?(?P<year>{YEAR}))"


@_rule(
    rf"{_ON}(?:the )?(?P<day>{MONTH_DAY})(?: of)? (?P<month>{MONTH})(?:{_IN_YEAR}| '?(?P<yy>\d\d))?",
    rf"{_ON}(?P<month>{MONTH}) (?:the )?(?P<day>{MONTH_DAY})(?:{_IN_YEAR}|(?P<yy>,? '\d\d))?",
    rf"(?:the )?{_NUMBER_RANGE}(?: of)? (?P<month>{MONTH}){_IN_YEAR}?",
    rf"(?P<month>{MONTH}) {_NUMBER_RANGE}{_IN_YEAR}?",
)
def _date(match: Match, ref: Reference) -> Period:
    parts = match.groupdict()
    month = month_number(parts["month"])
    first = _dated(parts, month, parts.get("first") or parts["day"], ref)
    last = _dated(parts, month, parts["last"], ref) if parts.get("last") else first
    if first is None or last is None or last < first:
        return unresolved()
    return cal.days(first, last)


def _dated(parts: dict[str, str | None], month: int, ordinal: str | None, ref: Reference) -> date | None:
    number = int(re.sub(r"\D", "", ordinal or ""))
    if year := parts["year"]:
        return cal.exact_date(int(year), month, number)
    if ref.published is None:
        return None
    if two_digits := parts.get("yy"):
        year_number = cal.full_year(int(two_digits[-2:]), ref.published)
        return cal.exact_date(year_number, month, number)
    return cal.date_near(month, number, ref.published, future=ref.future)


@_rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
def _numeric_date(match: Match, _: Reference) -> Period:
    """A numeric date; 3/4/2016 is left alone, since two conventions read it differently."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    known = {d for d in (cal.exact_date(year, month, day), cal.exact_date(year, day, month)) if d}
    if "-" in match[0]:
        known = {d for d in known if d.month == month}
    return cal.one_day(known.pop()) if len(known) == 1 else unresolved()


@_rule(
    rf"(?:the month of )?(?P<month>{MONTH})(?:,? (?:of |in )?(?P<year>{YEAR}| ?'\d\d))?",
    rf"(?P<turn>last|this|next|this past|this coming) (?P<month>{MONTH})",
    rf"(?P<month>{MONTH}),? (?:of )?(?P<turn>last|this|next) year",
)
def _month(match: Match, ref: Reference) -> Period:
    parts = match.groupdict()
    month = month_number(match["month"])
    year, turn = parts.get("year"), parts.get("turn")
    if year and "'" not in year:
        return cal.month_of(date(int(year), month, 1))
    day = ref.published
    if day is None:
        return unresolved(TimeRelation.IN)
    if year:
        return cal.month_of(date(cal.full_year(int(year[-2:]), day), month, 1))
    if turn and match[0].endswith("year"):
        return cal.month_of(date(day.year + _STEP[turn], month, 1))
    return cal.month_of(_turned_month(turn, month, day, ref))


def _turned_month(turn: str | None, month: int, day: date, ref: Reference) -> date:
    this_month = day.replace(day=1)
    if turn in ("last", "this past"):
        return cal.month_near(month, this_month - DAY, future=False)
    if turn in ("next", "this coming"):
        return cal.month_near(month, cal.shifted(this_month, "month", 1), future=True)
    return date(day.year, month, 1) if turn == "this" else cal.month_near(month, day, future=ref.future)


@_rule(rf"(?:the year )?(?P<year>{YEAR})", rf"(?P<year>{YEAR}) ?[-–/] ?(?P<last>(?:(?:19|20)?\d\d))")
def _year(match: Match, _: Reference) -> Period:
    first = int(match["year"])
    last = match.groupdict().get("last")
    end = int(str(first)[: 4 - len(last)] + last) if last else first
    return cal.years(first, end) if first <= end else unresolved(TimeRelation.IN)


@_rule(r"the (?:early |late |mid-?)?(?P<decade>(?:19|20)\d)0s")
def _decade(match: Match, _: Reference) -> Period:
    first = int(match["decade"] + "0")
    return cal.years(first, first + 9)


@_rule(rf"(?:the )?(?P<turn>{_TURN}) (?P<unit>week|weekend|month|year)")
def _turned_unit(match: Match, ref: Reference) -> Period:
    day, unit, step = ref.published, match["unit"], _STEP[match["turn"]]
    if day is None:
        return unresolved(TimeRelation.IN)
    if unit == "weekend":
        return _weekend(day, step, future=ref.future)
    return cal.PERIOD_OF[unit](cal.shifted(day.replace(day=1) if unit == "month" else day, unit, step))


def _weekend(day: date, step: int, *, future: bool) -> Period:
    latest = cal.weekend_of(day)
    if step > 0 or (future and latest.end and latest.end < day):
        return cal.weekend_of(day + 7 * DAY)
    if step < 0 and latest.end and latest.end >= day:
        return cal.weekend_of(day - 7 * DAY)
    return latest


@_rule(r"(?:the|a) weekend")
def _the_weekend(_: Match, ref: Reference) -> Period:
    return _weekend(ref.published, 0, future=ref.future) if ref.published else unresolved()


@_rule(
    r"(?P<side>earlier|later|sometime|late|early) (?:in )?(?:this|in the|the) (?P<unit>week|month|year)",
    r"(?P<side>so far) (?:this|in the|the) (?P<unit>week|month|year)",
)
def _part_of_this(match: Match, ref: Reference) -> Period:
    day = ref.published
    if day is None:
        return unresolved(TimeRelation.WITHIN)
    whole = cal.PERIOD_OF[match["unit"]](day)
    start, end = whole.start, whole.end
    if match["side"] in ("earlier", "so far"):
        end = day
    elif match["side"] == "later":
        start = day
    return Period(start, end, whole.precision, TimeRelation.WITHIN)


_AGO = r"(?:ago|earlier|before|previously|back|beforehand)"
_HEDGE = r"(?:just|only|about|around|some|nearly|almost|over|more than|less than|just under|just over|at least|roughly)"


@_rule(rf"(?:(?P<hedge>{_HEDGE}) )?(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?P<way>{_AGO}|later|after|afterwards|on)")
def _ago(match: Match, ref: Reference) -> Period:
    number, unit = number_value(match["number"]), match["unit"]
    later = match["way"] in ("later", "after", "afterwards", "on")
    base = ref.published if match["way"] == "ago" else ref.anchor if later else _base(ref)
    if base is None or number is None or match["hedge"] or unit == "decade":
        return unresolved(TimeRelation.ON if unit in ("day", "night") else TimeRelation.IN)
    day = cal.shifted(base, unit, number if later else -number)
    return cal.PERIOD_OF["week" if unit == "fortnight" else unit](day)


_HOURS = rf"{NUMBER} (?:hours?|minutes?|seconds?)"


@_rule(
    rf"(?:{_HEDGE} )?(?:hours|minutes|moments|days|weeks|months|years|decades|{_HOURS})"
    r" (?:ago|earlier|later|before|after|afterwards)"
)
def _vaguely_ago(_: Match, __: Reference) -> Period:
    return unresolved(TimeRelation.AT)


@_rule(rf"(?:the |these )?(?:past|last|preceding|previous) (?:(?P<number>{NUMBER}) )?(?P<unit>minute|hour|{UNIT})s?")
def _past_span(match: Match, ref: Reference) -> Period:
    number, unit, day = number_value(match["number"] or "one"), match["unit"], ref.published
    if day is None or number is None:
        return unresolved(TimeRelation.WITHIN)
    start = day - timedelta(days=-(-number // 24)) if unit in ("hour", "minute") else cal.shifted(day, unit, -number)
    precision = {"month": TimePrecision.MONTH, "year": TimePrecision.YEAR, "decade": TimePrecision.YEAR}.get(
        unit, TimePrecision.DAY if unit in ("minute", "hour", "day", "night") else TimePrecision.WEEK
    )
    return Period(start, day, precision, TimeRelation.WITHIN)


@_rule(
    rf"(?:the )?(?:coming|next|first|following) (?:{NUMBER} )?(?:minute|hour|{UNIT})s?",
    rf"(?:the )?(?:more )?recent (?:hour|{UNIT}|time)s",
    rf"(?:the )?(?:last|past) (?:hour|{UNIT})s",
    DURATION,
)
def _vague_span(_: Match, __: Reference) -> Period:
    return unresolved(TimeRelation.WITHIN)


@_rule(
    r"(?:the )?mid-?(?:week|month|year)|the (?:middle|second half|first half) of the (?:week|month|year)",
    rf"(?:the )?(?:(?:early|late|last|this|next|that) |mid-?)*(?:spring|summer|autumn|fall|winter)(?: of)?(?: {YEAR})?",
    r"(?:ramadan|eid(?: al-(?:fitr|adha))?|easter(?: sunday| monday)?|ashura|nowruz|passover|good friday)(?: \d{4})?",
)
def _season(match: Match, _: Reference) -> Period:
    year = re.search(YEAR, match[0])
    return cal.years(int(year[0]), int(year[0])) if year else unresolved(TimeRelation.IN)


@_rule(r"(?P<eve>christmas eve|new year's eve)", r"(?P<day>christmas day|christmas)", r"(?P<first>new year's day)")
def _holiday(match: Match, ref: Reference) -> Period:
    month, number = (1, 1) if match.lastgroup == "first" else (12, 31 if "year" in match[0] else 24)
    if match.lastgroup == "day":
        number = 25
    day = cal.date_near(month, number, ref.published, future=ref.future) if ref.published else None
    return cal.one_day(day) if day else unresolved()


_EDGES = "start|beginning|end|close|middle|turn|eve|(?:first|second|latter) half"
_EDGE = rf"(?:the )?(?:very )?(?P<edge>{_EDGES}) of (?P<rest>.+)"


@_rule(_EDGE)
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
