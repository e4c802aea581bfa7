"""What happened: triggers by lexicon, arguments from the chunks around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.arguments import (
    clause_of,
    land_told,
    nearest_place,
    region_told,
    weapon_in,
)
from summarizer.engines.offline.captures import captures, woundings
from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.chunks import NP, STOP, VG
from summarizer.engines.offline.clause_marks import governing
from summarizer.engines.offline.frames import object_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.guards import is_ordinal, speaks_of, sums_up
from summarizer.engines.offline.happening import LIVE, Happening, Trigger, counts_beside, fill_gaps, is_past
from summarizer.engines.offline.history import dated, gives_year, is_told_of_old, who_fights
from summarizer.engines.offline.lexicon import months, words
from summarizer.engines.offline.one_deed import KILLING, apart, is_part_of
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import REBEL, STATE
from summarizer.engines.offline.prior_deeds import mark_earlier
from summarizer.engines.offline.role_marks import ACTING
from summarizer.engines.offline.roles import Roles
from summarizer.engines.offline.status import status_of
from summarizer.engines.offline.status_words import is_claimed, is_only_spoken_of
from summarizer.engines.offline.triggers import event_words, triggers_in
from summarizer.engines.offline.unrest import is_unrest, without_crowds
from summarizer.engines.offline.when_told import nearest_time, times_of_phrase
from summarizer.normalize.dates import FoundTime, find_times, read_time
from summarizer.normalize.places import FoundPlace, find_places
from summarizer.records.vocabulary import ActorType, EventGroup, EventStatus, EventType
from summarizer.verify.dating import past_time

_GENERAL = re.compile(r"\b(?:do|does) not\b|\b(?:don|doesn)['’]t\b", re.IGNORECASE)
_FIGURATIVE = words("events", "figurative")
_POLICE = words("party", "police")
_MANY = 100
_SEVERAL = 10
_OF_BLOWS = frozenset({EventGroup.GROUND, EventGroup.REMOTE})
_BLOWS = words("events", "blows")
_HUGE = 2000
"""A sentence with a figure as high as this tells the killings of a war, not one event."""
_MONTHS = 90
"""Days: a day longer ago than this is history, and so is what the paragraph goes on to tell of it."""
_FRESH, _WEEK = 3, 6
"""Days: news has happened within the first; beside it, what is older than the second is history."""
_LEAD = 3
_PERIOD, _CHRONICLE = 200, 5
"""A chronicle tells so many days of so many days back."""
"""Sentences, a headline and a list of highlights among them."""
_MONTH_DAY = re.compile(rf"{months()}\.? \d|\d {months()}", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REFERRING = re.compile(r"\b(?:earlier|later|before|after|next|following|that|same)\b", re.IGNORECASE)
"""In a time phrase that is reckoned from a day told before: "a day earlier", "the next morning"."""
_DAY_S = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester)day['’]s (?:\w+ )?$", re.IGNORECASE)
_FIGURES = frozenset({"figures", "statistics", "data"})
_HAVE_BEEN = re.compile(r"\bha(?:s|ve) (?:been )?(?:\w+ )?$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have) $", re.IGNORECASE)
_DEFINITE = frozenset({"the", "this", "these", "both", "that", "every", "any"})


def _between_armed(event: Happening) -> bool:
    """Troops attacked, or fighters killed by forces of a state, are no defenceless people."""
    if any(x.type in STATE and x.head not in _POLICE for x in event.targets):
        return True
    return any(x.type in STATE for x in event.actors) and any(x.type in REBEL for x in event.targets)


def _is_statistic(event: Happening) -> bool:
    """Example: "has detained more than 1,000 suspects", "took 130 seafarers in 2020, figures show"."""
    p = event.p
    many = any((found.count.value or found.count.min or 0) >= _MANY for found in p.counts)
    if event.status is not EventStatus.BACKGROUND or not many:
        return False
    return not _FIGURES.isdisjoint(p.vocabulary) or _HAS.search(p.text[: event.at[0]]) is not None


def _counts_deeds(p: Parsed) -> bool:
    """Example: "carried out 38 airstrikes last month": a count of deeds, none of them told."""
    return any(c.count is not None and (c.count.count.min or 0) >= _SEVERAL and p.head(c) in _BLOWS for c in p.chunks)


_INVADED = frozenset({"invaded", "invading", "invade", "invades"})
"""What rebels do to farms and villages, where a state invades a country."""


def _by_gunmen(event: Happening) -> bool:
    """Example: "bandits invaded the village": men with guns that no army or movement names make no offensive."""
    return bool(event.actors) and all(x.type is ActorType.UNIDENTIFIED_ARMED for x in event.actors)


class Reader:
    """Reads the events of an article. `parties` are its actors, `published` its day, `cast` the people it names."""

    def __init__(self, parties: Parties, published: date | None = None, cast: Cast | None = None) -> None:
        self.roles = Roles(parties)
        self.cast = cast or Cast()
        self.published = published
        self._history = -1
        """The paragraph whose last event was history."""

    def read(self, p: Parsed, harmed: Sequence[Group] = ()) -> list[Happening]:
        """The events that one sentence mentions, one for each type, status and town; `harmed` are its people harmed."""
        self.roles.referents.turn_to(p)
        places, times = self.cast.without_people(p.text, find_places(p.text)), find_times(p.text)
        if times and p.chunks[0].kind == STOP and times[0].start == 0:
            times = times[1:]  # the stamp of a live blog's entry
        found: list[Happening] = []
        told = triggers_in(p)
        for trigger in [*told, *captures(p, harmed, told), *woundings(p, harmed, told)]:
            event = self._happening(p, trigger, places, times)
            mark_earlier(event, trigger, told)
            if not self._plausible(event) or self._is_figure(event):
                continue
            if event.status is EventStatus.NEGATED and not event.violent and not event.retold:
                continue
            if is_part_of(event, found):
                continue
            before = next((e for e in found if e.type is event.type and not apart(e, event)), None)
            if before is None:
                found.append(event)
            elif (event.strength, bool(event.actors), not event.weak) > (
                before.strength,
                bool(before.actors),
                not before.weak,
            ):
                event.earlier = event.earlier or before.earlier
                event.mentions = [*before.mentions, *event.mentions]
                fill_gaps(event, before)
                found[found.index(before)] = event
            else:
                fill_gaps(before, event)
        found = without_crowds(found)
        if not any(event.status in LIVE for event in found) and self._told_of_the_past(times):
            self._history = p.sentence.paragraph
        return found

    def grow_old(self, events: list[Happening]) -> None:
        """Set the statuses that depend on the other events of the article.

        What alone is dated a week or more before news of its own is history ("On March 7, an ambush"), but not in a
        report on several days. A report that comes late tells its own subject, the lead's, as done.
        """
        news = [(age, e) for e in events if e.live and e.violent and (age := self._age(e.time)) is not None]
        old = [e for age, e in news if age > _WEEK and _MONTH_DAY.search(e.time or "")]
        between = any(_FRESH < age <= _WEEK for age, _ in news)
        if len(old) == 1 and not between and any(age <= _FRESH for age, _ in news):
            old[0].status = EventStatus.BACKGROUND
        self._chronicle(events)
        first = [e for e in events if e.violent and e.p.number <= _LEAD]
        lead = [self._age(e.time) for e in first if e.aged or (is_past(e) and not e.p.headline)]
        subject = min((age for age in lead if age is not None and age <= _PERIOD), default=None)
        if subject is None or any(e.live and not e.p.headline for e in first):
            return
        for event in events:
            age = self._age(event.time) if event.aged or is_past(event) else None
            if age is not None and age <= subject + _WEEK:
                event.status = EventStatus.COMPLETED

    def _chronicle(self, events: list[Happening]) -> None:
        """A report on a period ("Conflict Tracker: July"): mostly days of it, so that these are its news."""
        ages = [(age, e) for e in events if e.violent and (age := self._age(e.time)) is not None]
        period = [e for age, e in ages if e.aged and age <= _PERIOD]
        if len(period) >= _CHRONICLE and len(period) > 2 * sum(e.live and age <= _FRESH for age, e in ages):
            for event in events:
                age = self._age(event.time) if event.aged else None
                if age is not None and age <= _PERIOD:
                    event.status = EventStatus.COMPLETED

    def _told_of_the_past(self, times: tuple[FoundTime, ...]) -> bool:
        """Example: "on the morning of July 19, 1984, a patrol entered": each time is a day of an earlier year."""
        ages = [self._age(found.text) for found in times if _YEAR.search(found.text)]
        return bool(ages) and len(ages) == len(times) and all(age is not None and age > _MONTHS for age in ages)

    def _is_figure(self, event: Happening) -> bool:
        """Killings of a period: no agent, or more dead than one event has; and what somebody never does."""
        p = event.p
        many = any((found.count.value or found.count.min or 0) >= _MANY for found in p.counts)
        if event.type.group is EventGroup.PERSONS and (_is_statistic(event) or (many and sums_up(p))):
            return True  # "241 people were kidnapped in the first eight months of the year"
        if event.violent and p.counts and sums_up(p) and _HAS.search(p.text[: event.at[0]]):
            return True  # "has struck at least nine refineries since January"
        if event.status is EventStatus.BACKGROUND and event.type.group in _OF_BLOWS and _counts_deeds(p):
            return True
        if event.type is EventType.OTHER and sums_up(p) and p.counts:
            return True  # "802 have surrendered so far this year"
        killing = p.text[event.at[0] : event.at[1]].lower() in KILLING
        huge = killing and any((found.count.value or found.count.min or 0) >= _HUGE for found in counts_beside(event))
        perfect = killing and _HAVE_BEEN.search(p.text[: event.at[0]]) is not None
        if huge or (sums_up(p) and (event.weak or (killing and many) or perfect)):
            return True
        return event.status is EventStatus.NEGATED and _GENERAL.search(p.text[: event.at[0]]) is not None

    def _in_time(self, event: Happening) -> EventStatus:
        """The status after a look at the day: its own, else that of the history told before in the paragraph."""
        age, paragraph = self._age(event.time), event.p.sentence.paragraph
        status = dated(event.status, age, year_given=gives_year(event.p, *event.at))
        event.aged = status is EventStatus.BACKGROUND and event.status is not status
        own = event.time is not None and _REFERRING.search(event.time) is None
        if not own and paragraph == self._history and status is EventStatus.COMPLETED:
            status = EventStatus.BACKGROUND
        past = status is EventStatus.BACKGROUND and not who_fights(event.p, *event.at)
        self._history = paragraph if past else -1
        return status

    def _age(self, words: str | None) -> int | None:
        """Days from the day that time words name to the day of the news, None where either is not known."""
        if words is None or self.published is None:
            return None
        read = past_time(words, self.published, read_time(words, self.published))
        if read is None or read.start is None or read.end is None:
            return None
        earlier = "earlier this" in words.lower()  # "earlier this month" is not today
        age = (self.published - (read.start if earlier else read.end)).days
        return age if (read.end - read.start).days < 32 and age >= 0 else None

    def _plausible(self, event: Happening) -> bool:
        """Words of war need somebody armed in the sentence: fire engines battle flames, a toll is withdrawn."""
        p = event.p
        if event.type is EventType.DISRUPTED_WEAPONS and any(x.type in REBEL for x in event.actors):
            return False  # rebels who recover rifles arm themselves
        if event.type is EventType.WITHDRAWAL and event.actors and _by_gunmen(event):
            return False  # "before the attackers withdrew"
        if p.text[event.at[0] : event.at[1]].lower() not in _FIGURATIVE:
            return True
        parties = [*event.actors, *event.targets, *(self.roles.parties.at(p, c) for c in p.chunks if c.kind == NP)]
        if any(x is not None and x.type in ACTING for x in parties):
            return True
        return any(w.low in event_words("weapons") or w.low in event_words("air") for w in p.words)

    def _happening(
        self, p: Parsed, trigger: Trigger, places: tuple[FoundPlace, ...], times: tuple[FoundTime, ...]
    ) -> Happening:
        chunk, at = p.chunks[trigger.k], (trigger.start, trigger.end)
        verb = governing(p, trigger.k)
        status = status_of(p, at, p.chunks[verb] if verb is not None else None)
        event = Happening(trigger.type, status, p, at, strength=2 if chunk.kind == VG else 1)
        event.definite = chunk.kind == NP and (chunk.det in _DEFINITE or is_claimed(p, trigger.k))
        if speaks_of(p, trigger.start, trigger.k) or (
            chunk.kind == NP and status is EventStatus.NEGATED and chunk.det != "no"
        ):
            event.definite = event.retold = True
        if chunk.kind == NP and status is EventStatus.COMPLETED and is_only_spoken_of(p, trigger.type, at, trigger.k):
            event.definite = event.retold = True
        if chunk.kind == VG and event.type is EventType.SHELLING and (shot := object_of(p, trigger.k)) is not None:
            fired = p.head(p.chunks[shot]) in event_words("weapons")  # "accused the rebels of firing the shells"
            event.definite = fired and p.chunks[shot].det in {"the", "those", "these"}
        if chunk.kind == NP and _DAY_S.search(p.text[: trigger.start]):
            event.definite = True
        if event.violent or event.type is EventType.TERRITORY_CHANGE:
            event.retold = event.retold or is_ordinal(p, trigger.start)
            event.definite = event.definite or event.retold
        self.roles.fill(event, trigger.k)
        event.weak = chunk.kind == VG and p.head(chunk) in KILLING and (p.headline or not event.actors)
        clause = clause_of(p, *at)
        event.place = nearest_place(p.text, places, at, clause)
        event.land, event.region = land_told(p.text, places, at), region_told(p.text, places, at)
        event.time = nearest_time(p.text, times_of_phrase(p, trigger, times), at, clause)
        if event.time is not None and _WEEKDAY.search(event.time) and is_told_of_old(p, *at):
            event.time = None  # of the clause that tells of it, not of the deed
        event.time = event.time or p.day or None
        event.status = self._in_time(event)
        if event.definite and not event.retold and event.status is EventStatus.PLANNED and event.time is not None:
            event.definite = False  # "the talks planned in Geneva next week"
        event.weapon = weapon_in(p, trigger.type, clause)
        event.mentions = [(p, at, clause)]
        raids = p.text[slice(*at)].lower() in _INVADED and event.actors and all(x.type in REBEL for x in event.actors)
        if event.type is EventType.OFFENSIVE and (raids or _by_gunmen(event)):
            event.type = EventType.ATTACK
        if is_unrest(event, clause):
            event.type = EventType.RIOT
        if event.type is EventType.ATTACK and _between_armed(event):
            event.type = EventType.ARMED_CLASH
        return event
