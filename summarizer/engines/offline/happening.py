"""One event as the rules see it, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.normalize.counts import FoundCount
from summarizer.normalize.places import FoundPlace, PlaceKind
from summarizer.records.vocabulary import EventGroup, EventStatus, EventType

VIOLENT = frozenset({EventGroup.GROUND, EventGroup.REMOTE})
"""The groups of events that do harm by themselves."""
LIVE = frozenset({EventStatus.COMPLETED, EventStatus.ONGOING})
"""The statuses of events that took place."""


_WIDE = frozenset({PlaceKind.ADMIN1, PlaceKind.COUNTRY})


class Trigger(NamedTuple):
    """What tells of an event: a word or phrase at characters start..end, in chunk k."""

    type: EventType
    start: int
    end: int
    k: int


@dataclass(slots=True, eq=False)
class Happening:
    """One event, with every mention of it. Spans are characters of the sentence's text."""

    type: EventType
    status: EventStatus
    p: Parsed
    at: tuple[int, int]
    """The trigger of the first mention."""
    strength: int = 0
    """2 where a verb tells of it, 1 where a noun does."""
    actors: list[Party] = field(default_factory=list)
    supporters: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    claimed_by: list[Party] = field(default_factory=list)
    """Those of the actors that claim it."""
    accused: list[Party] = field(default_factory=list)
    """Those of the actors that others blame for it."""
    place: FoundPlace | None = None
    land: str | None = None
    """The country (ISO alpha-3) that its sentence names as where it was: "In Lebanon, ..."."""
    region: str | None = None
    """The region that its sentence names as where it was, in lower case: "in the Sumy region"."""
    time: str | None = None
    weapon: str | None = None
    mentions: list[tuple[Parsed, tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """(sentence, trigger, quoted clause)."""
    definite: bool = False
    """Speaks of a happening already told ("the attack", a denial of it): no event of its own."""
    retold: bool = False
    """Stands in a demand, a denial or a doubt: it never makes an event by itself."""
    earlier: bool = False
    """Told as what another deed of its sentence answers: "bombed camps after an attack near Hebron"."""
    by_somebody: bool = False
    """Its words name who did it, though not as a party that is known: nobody else is looked for."""
    aged: bool = False
    """History by its day alone, not by its words."""
    weak: bool = False
    """Only a verb of killing without an agent: the harm belongs to a happening told elsewhere."""

    @property
    def violent(self) -> bool:
        """Does it do harm by itself?"""
        return self.type.group in VIOLENT

    @property
    def blamable(self) -> bool:
        """Did it take place, and is it one that somebody is blamed for: harm done, or people taken?"""
        return self.live and (self.violent or self.type is EventType.ABDUCTION)

    @property
    def live(self) -> bool:
        """Did it take place?"""
        return self.status in LIVE


def fill_gaps(same: Happening, event: Happening) -> None:
    """What another mention knows fills what this one leaves open."""
    same.actors = same.actors or [x for x in event.actors if x not in same.targets]
    same.targets = same.targets or [x for x in event.targets if x not in same.actors]
    if same.place is None or (same.place.kind in _WIDE and event.place is not None and event.place.kind not in _WIDE):
        same.place = event.place or same.place
    same.time = same.time or event.time
    same.weapon = same.weapon or event.weapon


def is_past(event: Happening) -> bool:
    """Is it told as background?"""
    return event.status is EventStatus.BACKGROUND


def is_bare_thought(event: Happening) -> bool:
    """Example: "if the clashes continue": supposed, of nobody, nowhere, at no time: nothing that a table could hold."""
    known = event.actors or event.targets or event.place or event.time or event.by_somebody
    return event.status is EventStatus.HYPOTHETICAL and not known


def counts_beside(event: Happening) -> list[FoundCount]:
    """The last figure before the words of an event, the first after: "killed 80 people and forced 50,000 to flee"."""
    before = [found for found in event.p.counts if found.end <= event.at[0]]
    after = [found for found in event.p.counts if found.start >= event.at[1]]
    return [*before[-1:], *after[:1]]
