"""What we stand behind. A verified record cannot exist without located evidence."""

from __future__ import annotations

from typing import Annotated

from annotated_types import MinLen

from summarizer.records.base import Record
from summarizer.records.values import Actor, Count, Link, Location, TimeReference
from summarizer.records.vocabulary import (
    EventStatus,
    EventType,
    EvidenceMatch,
    Harm,
    Scope,
    SourceType,
    Stance,
    Support,
    VictimStatus,
)


class Evidence(Record):
    """A verbatim quote. `start`/`end` are code points (end exclusive) with `article.text[start:end] == quote`.

    Built only by `summarizer.verify.quotes`.
    """

    sentence: int
    quote: str
    start: int
    end: int
    match: EvidenceMatch


EvidenceList = Annotated[tuple[Evidence, ...], MinLen(1)]


class Event(Record):
    """What happened, where, when, who against whom, and how real it is."""

    id: str
    type: EventType
    status: EventStatus
    actors: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    location: Location = Location()
    time: TimeReference = TimeReference()
    weapon: str | None = None
    reported_by: tuple[str, ...] = ()
    support: Support = Support.OUTLET_VOICE
    unverified: bool = False
    evidence: EvidenceList


class Casualty(Record):
    """Who was harmed, how, how many as worded, whose side, and who says so.

    One record per event, harm, victim group and source.
    """

    id: str
    event_id: str | None = None
    harm: Harm
    count: Count
    victims: str
    victim_status: VictimStatus
    victim_side: str | None = None
    attributed_to: tuple[str, ...] = ()
    scope: Scope = Scope.INCIDENT
    subset_of: str | None = None
    claim_ids: tuple[str, ...] = ()
    support: Support = Support.OUTLET_VOICE
    unverified: bool = False
    tags: tuple[str, ...] = ()
    evidence: EvidenceList


class Claim(Record):
    """Who asserts, denies or declines what, through which chain. `source` is the originator: `chain[0].name`."""

    id: str
    source: str
    chain: Annotated[tuple[Link, ...], MinLen(1)]
    source_type: SourceType
    anonymous: bool
    stance: Stance
    cue: str | None = None
    content: str
    about: tuple[str, ...] = ()
    time: TimeReference = TimeReference()
    direct_quote: bool = False
    party: bool | None = None
    evidence: EvidenceList


class VerifiedRecords(Record):
    """All records of one article that passed verification, in order of first evidence."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    claims: tuple[Claim, ...] = ()
