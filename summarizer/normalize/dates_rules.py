"""What days, dates, months and years mean ("last Friday", "June 14", "in April"): one small function per kind."""

from __future__ import annotations

import re
from datetime import date

from summarizer.normalize import dates_calendar as cal
from summarizer.normalize.dates_calendar import DAY, Period, Reference, unresolved
from summarizer.normalize.dates_table import STEP, TURN, Match, Rules, entering
from summarizer.normalize.dates_words import (
    MONTH,
    MONTH_DAY,
    PART_OF_DAY,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_index,
)
from summarizer.records.vocabulary import TimeRelation

RULES: Rules = []
rule = entering(RULES)


@rule("overnight")
def _overnight(_: Match, ref: Reference) -> Period:
    return cal.days(ref.published - DAY, ref.published) if ref.published else unresolved()


@rule(
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


@rule(
    rf"(?P<same>(?:later |earlier )?(?:on )?(?:that|the same|the very same) (?:same )?(?:day|{PART_OF_DAY}))",
    rf"(?P<after>(?:the )?(?:next|following) (?:day|{PART_OF_DAY})|the (?:day|{PART_OF_DAY}) after)",
    rf"(?P<before>the previous (?:day|{PART_OF_DAY})|the (?:day|{PART_OF_DAY}) before)",
)
def _anaphoric(match: Match, ref: Reference) -> Period:
    if ref.anchor is None:
        return unresolved()
    return cal.one_day(ref.anchor + {"same": 0, "after": 1, "before": -1}[str(match.lastgroup)] * DAY)


@rule(rf"(?:(?:the )?(?P<turn>this past|this coming|following|{TURN}) )?(?P<day>{WEEKDAY})")
def _weekday(match: Match, ref: Reference) -> Period:
    day, turn, weekday = ref.published, match["turn"], weekday_index(match["day"])
    if day is None or turn in ("following", "preceding", "previous"):
        return unresolved()
    if turn in ("last", "past"):
        return cal.one_day(cal.weekday_near(weekday, day - DAY, future=False))
    if turn in ("next", "coming", "this coming"):
        return cal.one_day(cal.weekday_near(weekday, day + DAY, future=True))
    return cal.one_day(cal.weekday_near(weekday, day, future=ref.future))


@rule(
    rf"(?P<day>{WEEKDAY}) (?:of )?(?P<turn>last|this|next) week",
    rf"(?P<turn>last|this|next) week(?:'s|,)? (?:on )?(?P<day>{WEEKDAY})",
)
def _weekday_of_week(match: Match, ref: Reference) -> Period:
    if ref.published is None:
        return unresolved()
    monday = ref.published - ref.published.weekday() * DAY
    return cal.one_day(monday + (7 * STEP[match["turn"]] + weekday_index(match["day"])) * DAY)


_NUMBER_RANGE = rf"(?P<first>{MONTH_DAY})(?: ?[-–/] ?| and | to )(?P<last>{MONTH_DAY})"


_ON = rf"(?:{WEEKDAY},? )?"
_IN_YEAR = rf"(?:,? (?:in )?(?P<year>{YEAR})|,? (?:of )?(?P<turn>last|this|next) year)"


@rule(
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
    if turn := parts.get("turn"):
        return cal.exact_date(ref.published.year + STEP[turn], month, number)
    if two_digits := parts.get("yy"):
        year_number = cal.full_year(int(two_digits[-2:]), ref.published)
        return cal.exact_date(year_number, month, number)
    return cal.date_near(month, number, ref.published, future=ref.future)


@rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
def _numeric_date(match: Match, _: Reference) -> Period:
    """A numeric date; 3/4/2016 is left alone, since two conventions read it differently."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    known = {d for d in (cal.exact_date(year, month, day), cal.exact_date(year, day, month)) if d}
    if "-" in match[0]:
        known = {d for d in known if d.month == month}
    return cal.one_day(known.pop()) if len(known) == 1 else unresolved()


@rule(
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
        return cal.month_of(date(day.year + STEP[turn], month, 1))
    return cal.month_of(_turned_month(turn, month, day, ref))


def _turned_month(turn: str | None, month: int, day: date, ref: Reference) -> date:
    this_month = day.replace(day=1)
    if turn in ("last", "this past"):
        return cal.month_near(month, this_month - DAY, future=False)
    if turn in ("next", "this coming"):
        return cal.month_near(month, cal.shifted(this_month, "month", 1), future=True)
    return date(day.year, month, 1) if turn == "this" else cal.month_near(month, day, future=ref.future)


@rule(rf"(?:the year )?(?P<year>{YEAR})", rf"(?P<year>{YEAR}) ?[-–/] ?(?P<last>(?:(?:19|20)?\d\d))")
def _year(match: Match, _: Reference) -> Period:
    first = int(match["year"])
    last = match.groupdict().get("last")
    end = int(str(first)[: 4 - len(last)] + last) if last else first
    return cal.years(first, end) if first <= end else unresolved(TimeRelation.IN)


@rule(r"the (?:early |late |mid-?)?(?P<decade>(?:19|20)\d)0s")
def _decade(match: Match, _: Reference) -> Period:
    first = int(match["decade"] + "0")
    return cal.years(first, first + 9)


@rule(rf"(?:the )?(?P<turn>{TURN}) (?P<unit>week|weekend|month|year)")
def _turned_unit(match: Match, ref: Reference) -> Period:
    day, unit, step = ref.published, match["unit"], STEP[match["turn"]]
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


@rule(r"(?:the|a) weekend")
def _the_weekend(_: Match, ref: Reference) -> Period:
    return _weekend(ref.published, 0, future=ref.future) if ref.published else unresolved()


@rule(
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
