"""The days of events: an event's own words, read from the day of publication and from the day the story is at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from summarizer.normalize.dates import read_time
from summarizer.records.values import TimeReference
from summarizer.records.vocabulary import EventStatus, TimePrecision
from summarizer.verify.case import OpenEvent

_TO_COME = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
_TOOK_PLACE = frozenset({EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ATTEMPTED})
_HALF_A_YEAR = timedelta(days=183)
_REACH = 1500
"""Characters after an event within which "at dusk" or "the next day" are reckoned from its day."""


def event_times(events: Sequence[OpenEvent], published: date | None) -> dict[str, TimeReference]:
    """Handle -> the time of each event; `events` are in order of the text.

    A weekday of a plan is the next one, of anything else the last. Words that name a day only within the story ("later
    that morning") are reckoned from the event told before, if that took place and stands near.
    """
    out: dict[str, TimeReference] = {}
    anchor, at = None, 0
    for event in events:
        draft, start = event.draft, min((e.start for e in event.evidence), default=0)
        near = anchor if start - at <= _REACH else None
        time = _read(draft.time, published, draft.status, near)
        out[event.handle] = time
        if draft.status in _TOOK_PLACE and time.precision is TimePrecision.DAY and time.start is not None:
            anchor, at = time.start, start
    return out


def _read(words: str | None, published: date | None, status: EventStatus, anchor: date | None) -> TimeReference:
    """The words as dates; unreadable words are kept as words."""
    if words is None:
        return TimeReference()
    read = read_time(words, published, future=status in _TO_COME)
    if read is not None and read.start is None and anchor is not None:
        read = read_time(words, published, anchor=anchor)
    if status not in _TO_COME:
        read = past_time(words, published, read)
    return read or TimeReference(text=words)


def past_time(words: str, published: date | None, read: TimeReference | None) -> TimeReference | None:
    """`read`, the words as dates, or an earlier reading where that lies after the news.

    What has happened did not happen after the news of it: "on 7 October" in August is last year's.
    """
    if read is None or read.start is None or published is None or read.start <= published:
        return read
    earlier = read_time(words, published - _HALF_A_YEAR)
    return earlier if earlier is not None and earlier.start is not None and earlier.start <= published else read
