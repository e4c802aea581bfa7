"""Where and when an event took place, where its own words leave it out, from what the article tells around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from summarizer.engines.offline.arguments import told_place
from summarizer.engines.offline.bearings import is_countrywide
from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.datelined import Datelines
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import FoundPlace, PlaceKind
from summarizer.records.vocabulary import EventGroup, EventStatus

_SETTLED = frozenset({EventGroup.DIPLOMACY, EventGroup.PRESSURE})
_NEAR_ONLY = frozenset({EventStatus.BACKGROUND, EventStatus.HYPOTHETICAL, EventStatus.NEGATED, EventStatus.PLANNED})
_AHEAD = 3
"""Sentences after an event within which its place may still be told."""
_A_YEAR = re.compile(
    r"\bin (?:19|20)\d\d\b|\b(?:came|happened|occurred) [^.;,]{0,30}\b(?:days|weeks?|months?) after\b", re.IGNORECASE
)
"""A sentence of an earlier year, or of an earlier deed, is not about the story's place."""


def _may_lie_in(place: FoundPlace, country: FoundPlace) -> bool:
    return not place.countries or not country.countries or bool(set(place.countries) & set(country.countries))


class Setting:
    """Gives the events of one article, once they are merged, the places and days that they do not name."""

    def __init__(
        self, sentences: Sequence[Parsed], events: Sequence[Happening], datelines: Datelines, cast: Cast
    ) -> None:
        self.cast = cast
        self.sentences = sentences
        self.events = events
        self.datelines = datelines

    def places(self) -> None:
        """The place of each event that names none or a country only: the last one told before, else the story's."""
        for event in self.events:
            vague = event.place is None or event.place.kind is PlaceKind.COUNTRY
            if vague and event.type.group not in _SETTLED and not is_countrywide(event):
                story = None if event.status in _NEAR_ONLY else self._story(event)
                section = self.datelines.section(event.p)
                place = section or self._told_before(event) or story
                if place is not None and (event.place is None or _may_lie_in(place, event.place)):
                    event.place = place

    def _told_before(self, event: Happening) -> FoundPlace | None:
        """The last place named before the event in its paragraph."""
        p = event.p
        for q in reversed(self.sentences[: p.number - 1]):
            if q.sentence.paragraph != p.sentence.paragraph:
                return None
            if (place := told_place(q, self.cast)) is not None:
                return place
        return None

    def _story(self, event: Happening) -> FoundPlace | None:
        """Where the first violent event took place, else the first town told of, the dateline's, the first region.

        A town told long after the event is another story's.
        """
        last = max(p.number for p, _, _ in event.mentions) + _AHEAD
        live = [e for e in self.events if e.live and e.violent and not e.p.headline and e.p.number <= last]
        told = [e.place for e in live if e.place is not None]
        told += [place for number, place in self._told_early if number <= last]
        towns = [f for f in told if f.kind in {PlaceKind.CITY, PlaceKind.FEATURE}]
        regions = [f for f in told if f.kind is PlaceKind.ADMIN1]
        return next(iter([*towns, *self.datelines.story(), *regions]), None)

    @cached_property
    def _told_early(self) -> list[tuple[int, FoundPlace]]:
        """The places told of in the first sentences of the body, with the numbers of those."""
        body = [p for p in self.sentences if not p.headline and _A_YEAR.search(p.text) is None]
        return [(p.number, place) for p in body[:12] if (place := told_place(p, self.cast)) is not None]

    def days(self) -> None:
        """An event without a time of its own happened when the one told before it, not far off, did."""
        last: Happening | None = None
        for event in sorted(self.events, key=lambda e: (e.p.number, e.at)):
            gap = event.p.sentence.paragraph - last.p.sentence.paragraph if last is not None else 9
            if event.time is None and event.live and last is not None and last.live and gap <= 1:
                event.time = last.time
            if event.time is not None or gap > 1:
                last = event
