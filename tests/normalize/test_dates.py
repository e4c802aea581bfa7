"""Time phrases: read against the day of publication, found in running text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalize.dates import find_times, read_time
from summarizer.records.vocabulary import TimePrecision, TimeRelation

SATURDAY = date(2016, 6, 4)
R, P = TimeRelation, TimePrecision


def iso(text: str) -> date:
    return date.fromisoformat(text)


DAYS = [
    ("on Friday", R.ON, "2016-06-03"),
    ("Friday", R.ON, "2016-06-03"),
    ("ON TUESDAY", R.ON, "2016-05-31"),
    ("on Saturday", R.ON, "2016-06-04"),
    ("early on Sunday", R.ON, "2016-05-29"),
    ("early Sunday", R.ON, "2016-05-29"),
    ("late on Tuesday", R.ON, "2016-05-31"),
    ("late Tuesday", R.ON, "2016-05-31"),
    ("Monday evening", R.ON, "2016-05-30"),
    ("on Monday evening", R.ON, "2016-05-30"),
    ("in the early hours of Sunday", R.ON, "2016-05-29"),
    ("the small hours of Sunday", R.ON, "2016-05-29"),
    ("before dawn on Monday", R.ON, "2016-05-30"),
    ("shortly after sunset on Thursday", R.ON, "2016-06-02"),
    ("at one minute past midnight on Saturday", R.ON, "2016-06-04"),
    ("7 a.m. on Monday", R.ON, "2016-05-30"),
    ("on Monday at 7 a.m.", R.ON, "2016-05-30"),
    ("at about 6:30 p.m. on Monday", R.ON, "2016-05-30"),
    ("Friday overnight", R.ON, "2016-06-03"),
    ("overnight on Friday", R.ON, "2016-06-03"),
    ("last Friday", R.ON, "2016-06-03"),
    ("last Saturday", R.ON, "2016-05-28"),
    ("last Friday night", R.ON, "2016-06-03"),
    ("next Friday", R.ON, "2016-06-10"),
    ("on Wednesday of last week", R.ON, "2016-05-25"),
    ("Tuesday last week", R.ON, "2016-05-24"),
    ("Sunday's", R.ON, "2016-05-29"),
    ("Thursday night's", R.ON, "2016-06-02"),
    ("today", R.ON, "2016-06-04"),
    ("this morning", R.ON, "2016-06-04"),
    ("THIS MORNING'S", R.ON, "2016-06-04"),
    ("early this morning", R.ON, "2016-06-04"),
    ("tonight", R.ON, "2016-06-04"),
    ("yesterday", R.ON, "2016-06-03"),
    ("yesterday afternoon", R.ON, "2016-06-03"),
    ("last night", R.ON, "2016-06-03"),
    ("the day before yesterday", R.ON, "2016-06-02"),
    ("tomorrow", R.ON, "2016-06-05"),
    ("the day after tomorrow", R.ON, "2016-06-06"),
    ("three days ago", R.ON, "2016-06-01"),
    ("three days earlier", R.ON, "2016-06-01"),
    ("a day earlier", R.ON, "2016-06-03"),
    ("14 June 2016", R.ON, "2016-06-14"),
    ("June 14, 2016", R.ON, "2016-06-14"),
    ("the 14th of June 2016", R.ON, "2016-06-14"),
    ("June 14", R.ON, "2016-06-14"),
    ("June 1", R.ON, "2016-06-01"),
    ("on June 1st", R.ON, "2016-06-01"),
    ("on Aug. 31", R.ON, "2016-08-31"),
    ("on Dec. 30", R.ON, "2015-12-30"),
    ("on April 11 last year", R.ON, "2015-04-11"),
    ("3 May this year", R.ON, "2016-05-03"),
    ("Friday, June 3", R.ON, "2016-06-03"),
    ("Friday 3 June 2016", R.ON, "2016-06-03"),
    ("30 OCT 89", R.ON, "1989-10-30"),
    ("3 JAN 16", R.ON, "2016-01-03"),
    ("ON 30 DECEMBER", R.ON, "2015-12-30"),
    ("on the night of June 3", R.ON, "2016-06-03"),
    ("2016-05-03", R.ON, "2016-05-03"),
    ("23/4/2016", R.ON, "2016-04-23"),
    ("by Thursday", R.BY, "2016-06-02"),
    ("By Thursday morning", R.BY, "2016-06-02"),
    ("by noon on Saturday", R.ON, "2016-06-04"),
    ("as at Monday evening", R.BY, "2016-05-30"),
    ("as of 1 June", R.BY, "2016-06-01"),
    ("reported on Friday", R.REPORTED_ON, "2016-06-03"),
    ("on Christmas Day", R.ON, "2015-12-25"),
    ("on New Year's Eve", R.ON, "2015-12-31"),
]


@pytest.mark.parametrize(("text", "relation", "day"), DAYS)
def test_a_phrase_that_names_a_day_is_that_day(text: str, relation: TimeRelation, day: str) -> None:
    read = read_time(text, SATURDAY)
    assert read is not None
    assert (read.relation, read.start, read.end, read.precision) == (relation, iso(day), iso(day), P.DAY)


PERIODS = [
    ("overnight", R.ON, "2016-06-03", "2016-06-04", P.DAY),
    ("overnight Friday to Saturday", R.ON, "2016-06-03", "2016-06-04", P.DAY),
    ("Friday and Saturday", R.ON, "2016-06-03", "2016-06-04", P.DAY),
    ("on June 3-4", R.ON, "2016-06-03", "2016-06-04", P.DAY),
    ("from Monday to Wednesday", R.WITHIN, "2016-05-30", "2016-06-01", P.DAY),
    ("between Friday and Sunday", R.WITHIN, "2016-05-27", "2016-05-29", P.DAY),
    ("over the weekend", R.WITHIN, "2016-06-04", "2016-06-05", P.DAY),
    ("at the weekend", R.ON, "2016-06-04", "2016-06-05", P.DAY),
    ("last weekend", R.ON, "2016-05-28", "2016-05-29", P.DAY),
    ("in the past 24 hours", R.WITHIN, "2016-06-03", "2016-06-04", P.DAY),
    ("over the past three days", R.WITHIN, "2016-06-01", "2016-06-04", P.DAY),
    ("last week", R.IN, "2016-05-23", "2016-05-29", P.WEEK),
    ("this week", R.IN, "2016-05-30", "2016-06-05", P.WEEK),
    ("next week", R.IN, "2016-06-06", "2016-06-12", P.WEEK),
    ("earlier this week", R.WITHIN, "2016-05-30", "2016-06-04", P.WEEK),
    ("two weeks ago", R.IN, "2016-05-16", "2016-05-22", P.WEEK),
    ("over the past six weeks", R.WITHIN, "2016-04-23", "2016-06-04", P.WEEK),
    ("before the end of the week", R.WITHIN, "2016-06-04", "2016-06-05", P.WEEK),
    ("last month", R.IN, "2016-05-01", "2016-05-31", P.MONTH),
    ("this month", R.IN, "2016-06-01", "2016-06-30", P.MONTH),
    ("late last month", R.IN, "2016-05-01", "2016-05-31", P.MONTH),
    ("earlier this month", R.WITHIN, "2016-06-01", "2016-06-04", P.MONTH),
    ("three months ago", R.IN, "2016-03-01", "2016-03-31", P.MONTH),
    ("in April", R.IN, "2016-04-01", "2016-04-30", P.MONTH),
    ("in June", R.IN, "2016-06-01", "2016-06-30", P.MONTH),
    ("in July", R.IN, "2015-07-01", "2015-07-31", P.MONTH),
    ("last November", R.IN, "2015-11-01", "2015-11-30", P.MONTH),
    ("last June", R.IN, "2015-06-01", "2015-06-30", P.MONTH),
    ("March 2015", R.IN, "2015-03-01", "2015-03-31", P.MONTH),
    ("in March last year", R.IN, "2015-03-01", "2015-03-31", P.MONTH),
    ("mid-May", R.IN, "2016-05-01", "2016-05-31", P.MONTH),
    ("early May", R.IN, "2016-05-01", "2016-05-31", P.MONTH),
    ("since January", R.SINCE, "2016-01-01", "2016-06-04", P.MONTH),
    ("since March", R.SINCE, "2016-03-01", "2016-06-04", P.MONTH),
    ("since Sunday", R.SINCE, "2016-05-29", "2016-06-04", P.DAY),
    ("since the start of the month", R.SINCE, "2016-06-01", "2016-06-04", P.MONTH),
    ("between March 2015 and the end of last month", R.WITHIN, "2015-03-01", "2016-05-31", P.MONTH),
    ("in 2014", R.IN, "2014-01-01", "2014-12-31", P.YEAR),
    ("2002", R.IN, "2002-01-01", "2002-12-31", P.YEAR),
    ("last year", R.IN, "2015-01-01", "2015-12-31", P.YEAR),
    ("this year", R.IN, "2016-01-01", "2016-12-31", P.YEAR),
    ("so far this year", R.WITHIN, "2016-01-01", "2016-06-04", P.YEAR),
    ("since the start of the year", R.SINCE, "2016-01-01", "2016-06-04", P.YEAR),
    ("at the end of 2013", R.IN, "2013-01-01", "2013-12-31", P.YEAR),
    ("late 2014", R.IN, "2014-01-01", "2014-12-31", P.YEAR),
    ("between 1980 and 1992", R.WITHIN, "1980-01-01", "1992-12-31", P.YEAR),
    ("in 2014-15", R.IN, "2014-01-01", "2015-12-31", P.YEAR),
    ("the 1980s", R.IN, "1980-01-01", "1989-12-31", P.YEAR),
    ("two years ago", R.IN, "2014-01-01", "2014-12-31", P.YEAR),
    ("over the past two years", R.WITHIN, "2014-06-04", "2016-06-04", P.YEAR),
    ("in the summer of 2014", R.IN, "2014-01-01", "2014-12-31", P.YEAR),
    ("by the end of the month", R.BY, "2016-06-30", "2016-06-30", P.DAY),
]


@pytest.mark.parametrize(("text", "relation", "start", "end", "precision"), PERIODS)
def test_a_phrase_that_names_a_period_is_that_period(
    text: str, relation: TimeRelation, start: str, end: str, precision: TimePrecision
) -> None:
    read = read_time(text, SATURDAY)
    assert read is not None
    assert (read.relation, read.start, read.end, read.precision) == (relation, iso(start), iso(end), precision)


UNRESOLVED = [
    ("in recent days", R.IN),
    ("in recent weeks", R.IN),
    ("within days", R.WITHIN),
    ("within hours", R.WITHIN),
    ("within the coming weeks", R.WITHIN),
    ("in ten days", R.IN),
    ("several days ago", R.ON),
    ("more than two years ago", R.IN),
    ("about two weeks ago", R.IN),
    ("a few minutes ago", R.AT),
    ("at dawn", R.AT),
    ("at noon", R.AT),
    ("at night", R.AT),
    ("in the morning", R.AT),
    ("at about six in the morning", R.AT),
    ("an hour before dawn", R.AT),
    ("before 7am", R.BY),
    ("by midweek", R.BY),
    ("through Tuesday", R.BY),
    ("until Friday", R.BY),
    ("later that morning", R.ON),
    ("that day", R.ON),
    ("two days later", R.ON),
    ("the following day", R.ON),
    ("during Ramadan", R.WITHIN),
    ("last summer", R.IN),
    ("3/4/2016", R.ON),
    ("February 30", R.ON),
]


@pytest.mark.parametrize(("text", "relation"), UNRESOLVED)
def test_a_phrase_that_no_calendar_settles_keeps_its_words_and_no_dates(text: str, relation: TimeRelation) -> None:
    read = read_time(text, SATURDAY)
    assert read is not None
    assert (read.text, read.relation) == (text, relation)
    assert (read.start, read.end, read.precision) == (None, None, P.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    ["", "in the", "on the table", "bread", "three days", "for three days", "ten", "at least 26", "on", "M-19", "40 km",
     "in Aleppo", "the army", "second", "x" * 500],
)  # fmt: skip
def test_words_that_are_no_time_phrase_are_not_recognised(text: str) -> None:
    assert read_time(text, SATURDAY) is None


@pytest.mark.parametrize(("text", "day"), [
    ("on Saturday", "2015-08-29"), ("on Tuesday", "2015-08-25"), ("on Aug. 31", "2015-08-31"),
    ("on June 1", "2016-06-01"), ("at the weekend", "2015-08-29"), ("in July", "2016-07-01"),
])  # fmt: skip
def test_future_wording_looks_forward(text: str, day: str) -> None:
    read = read_time(text, date(2015, 8, 25), future=True)
    assert read is not None
    assert read.start == iso(day)


def test_until_a_day_to_come_is_a_span_from_publication() -> None:
    read = read_time("through Tuesday", date(2012, 10, 13), future=True)
    assert read is not None
    assert (read.relation, read.start, read.end) == (R.WITHIN, date(2012, 10, 13), date(2012, 10, 16))


@pytest.mark.parametrize(("text", "day"), [
    ("later that morning", "2015-08-24"), ("the same day", "2015-08-24"), ("the following day", "2015-08-25"),
    ("two days later", "2015-08-26"), ("the previous night", "2015-08-23"), ("a day earlier", "2015-08-23"),
    ("at about six in the morning", "2015-08-24"), ("an hour before dawn", "2015-08-24"),
])  # fmt: skip
def test_a_phrase_that_leans_on_the_story_is_read_from_its_day(text: str, day: str) -> None:
    read = read_time(text, date(2015, 8, 26), anchor=date(2015, 8, 24))
    assert read is not None
    assert (read.start, read.end) == (iso(day), iso(day))


@pytest.mark.parametrize(
    "text", ["on Friday", "overnight", "last month", "two weeks ago", "June 14", "30 OCT 89", "in April"]
)
def test_without_a_publication_date_only_words_remain(text: str) -> None:
    read = read_time(text, None)
    assert read is not None
    assert (read.start, read.end, read.precision) == (None, None, P.UNKNOWN)


@pytest.mark.parametrize(("text", "start"), [
    ("in 2014", "2014-01-01"), ("March 2015", "2015-03-01"), ("on 14 June 2016", "2016-06-14"),
    ("since 2011", "2011-01-01"),
])  # fmt: skip
def test_an_absolute_date_needs_no_publication_date(text: str, start: str) -> None:
    read = read_time(text, None)
    assert read is not None
    assert read.start == iso(start)


def test_years_beyond_the_calendar_are_left_unresolved() -> None:
    read = read_time("last year", date(1, 1, 1))
    assert read is not None
    assert read.start is None


FOUND = [
    ("The army said on Friday it had left.", ["on Friday"]),
    ("They were killed late on Tuesday, he said on Wednesday.", ["late on Tuesday", "on Wednesday"]),
    ("IS captured Tabqa in 2014 at the height of its rapid expansion", ["in 2014"]),
    ("85 people were kidnapped over the past six weeks", ["over the past six weeks"]),
    ("HAVE BEEN KIDNAPPED ON 30 DECEMBER IN SAN LUIS", ["ON 30 DECEMBER"]),
    ("SAN SALVADOR, 3 JAN 90 -- [REPORT]", ["3 JAN 90"]),
    ("THE SEIZURE WAS MADE YESTERDAY MORNING.", ["YESTERDAY MORNING"]),
    ("clashes between March 2015 and May 2016 left", ["between March 2015 and May 2016"]),
    ("shops closed from Monday to Wednesday", ["from Monday to Wednesday"]),
    ("the bombings of 2002, in which", ["2002"]),
    ("more than 100 motorcycles of 2000 people", []),
    ("They may march on Rome", []),
    ("in May and in March 2012", ["in May", "in March 2012"]),
    ("It fired 2014 shells", []),
    ("Sunday's raid was the fifth", ["Sunday's"]),
    ("It was not clear if that took in Thursday's bombing", ["Thursday's"]),
    ("had been carried in by noon on Saturday", ["by noon on Saturday"]),
    ("at about six in the morning and our men", ["at about six in the morning"]),
    ("left their barracks an hour before dawn", ["an hour before dawn"]),
    ("did not get there before 7am.", ["before 7am"]),
    ("armed with an M-16 and a 5.56 rifle, 40 km away", []),
    ("for three days", []),
    ("dozens were killed on\nFriday", ["on\nFriday"]),
    ("ON TUESDAY NIGHT AND EARLY TODAY", ["ON TUESDAY NIGHT", "EARLY TODAY"]),
    ("At 7:15 a.m. on June 3, 2016, a bomb", ["At 7:15 a.m. on June 3, 2016"]),
    ("within days; in recent weeks; this year", ["within days", "in recent weeks", "this year"]),
    ("on Friday and Saturday", ["on Friday and Saturday"]),
    ("was bombed on April 11 last year", ["on April 11 last year"]),
    ("İstanbul on Friday", ["on Friday"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "phrases"), FOUND)
def test_time_phrases_are_found_with_their_preposition(text: str, phrases: list[str]) -> None:
    assert [found.text for found in find_times(text)] == phrases


WORDS = st.sampled_from(
    [
        "on",
        "in",
        "by",
        "the",
        "of",
        "last",
        "next",
        "this",
        "Friday",
        "June",
        "May",
        "14",
        "2014",
        "89",
        "two",
        "weeks",
        "ago",
        "early",
        "night",
        "past",
        "between",
        "and",
        "'s",
        ",",
        ".",
        "-",
        ":",
        "7am",
        "since",
        "before",
        "end",
        "week",
        "month",
        "overnight",
        "that",
        "day",
        "later",
        "30",
        "TUESDAY",
        "a",
        "few",
        "hours",
        "dawn",
        "at",
        "to",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_whatever_is_found_can_be_read_and_stands_where_it_says(text: str) -> None:
    end = 0
    for found in find_times(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
        assert read_time(found.text, None) is not None


@given(
    st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40),
    st.none() | st.dates(),
    st.booleans(),
    st.none() | st.dates(),
)
def test_reading_never_fails_and_never_ends_before_it_starts(
    text: str, published: date | None, future: bool, anchor: date | None
) -> None:
    read = read_time(text, published, future=future, anchor=anchor)
    if read is None:
        return
    assert read.text == text
    assert read.start is None or read.end is None or read.start <= read.end
    assert read.start is not None or read.precision is P.UNKNOWN
