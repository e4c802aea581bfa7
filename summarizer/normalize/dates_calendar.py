"""Days, weeks, months and years as closed periods; every function is plain calendar arithmetic."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from summarizer.records.vocabulary import TimePrecision, TimeRelation

DAY = timedelta(days=1)


class Reference(NamedTuple):
    """What a phrase is read against.

    `published` is the day of publication, `anchor` the day the story is at ("later that morning"), `future` whether
    the phrase belongs to something that was still to come.
    """

    published: date | None
    anchor: date | None = None
    future: bool = False


class Period(NamedTuple):
    """Whole days, both inclusive, with the precision the words give and the relation a bare phrase has."""

    start: date | None
    end: date | None
    precision: TimePrecision
    bare: TimeRelation | None = TimeRelation.ON

    @property
    def resolved(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None


def unresolved(bare: TimeRelation | None = TimeRelation.ON) -> Period:
    """A time phrase that cannot be put on a calendar."""
    return Period(None, None, TimePrecision.UNKNOWN, bare)


def one_day(day: date, bare: TimeRelation = TimeRelation.ON) -> Period:
    """One day."""
    return Period(day, day, TimePrecision.DAY, bare)


def days(start: date, end: date) -> Period:
    """A few named days."""
    return Period(min(start, end), max(start, end), TimePrecision.DAY)


def week_of(day: date) -> Period:
    """The week from Monday to Sunday that holds this day (ISO 8601)."""
    monday = day - day.weekday() * DAY
    return Period(monday, monday + 6 * DAY, TimePrecision.WEEK, TimeRelation.IN)


def month_of(day: date) -> Period:
    """The calendar month that holds this day."""
    last = monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last), TimePrecision.MONTH, TimeRelation.IN)


def year_of(day: date) -> Period:
    """The calendar year that holds this day."""
    return years(day.year, day.year)


def years(first: int, last: int) -> Period:
    """Whole calendar years."""
    return Period(date(first, 1, 1), date(last, 12, 31), TimePrecision.YEAR, TimeRelation.IN)


def weekend_of(day: date) -> Period:
    """The latest Saturday and Sunday that began on or before this day."""
    saturday = day - ((day.weekday() - 5) % 7) * DAY
    return days(saturday, saturday + DAY)


PERIOD_OF: dict[str, Callable[[date], Period]] = {
    "day": one_day,
    "night": one_day,
    "week": week_of,
    "weekend": weekend_of,
    "month": month_of,
    "year": year_of,
}


def shifted(day: date, unit: str, count: int) -> date:
    """The day this many days, weeks, fortnights, months, years or decades away; month ends are clipped."""
    if unit in ("day", "night"):
        return day + count * DAY
    if unit in ("week", "weekend", "fortnight"):
        return day + count * (14 if unit == "fortnight" else 7) * DAY
    from dateutil.relativedelta import relativedelta

    if unit == "month":
        return day + relativedelta(months=count)
    return day + relativedelta(years=count * (10 if unit == "decade" else 1))


def weekday_near(weekday: int, day: date, *, future: bool) -> date:
    """The latest such weekday on or before the day; with `future` the first on or after it."""
    return day + ((weekday - day.weekday()) % 7) * DAY if future else day - ((day.weekday() - weekday) % 7) * DAY


def month_near(month: int, day: date, *, future: bool) -> date:
    """First day of the latest such month that began on or before the day; with `future` of the first not yet over."""
    year = day.year + (month < day.month) if future else day.year - (month > day.month)
    return date(year, month, 1)


def date_near(month: int, number: int, day: date, *, future: bool) -> date | None:
    """The occurrence of this month and day nearest to the day; with `future` the first on or after it.

    News copy leaves out the year only within a few months of the date, forwards or backwards.
    """
    known = [d for year in (day.year - 1, day.year, day.year + 1) if (d := exact_date(year, month, number)) is not None]
    if future:
        known = [d for d in known if d >= day]
    return min(known, key=lambda d: abs(d - day), default=None)


def exact_date(year: int, month: int, number: int) -> date | None:
    """The date, None when the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def full_year(two_digits: int, day: date) -> int:
    """The year that ends in these digits and is nearest to, but not after, the year of the day."""
    year = day.year - day.year % 100 + two_digits
    return year if year <= day.year else year - 100
