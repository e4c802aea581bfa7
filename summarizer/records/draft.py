"""What an engine may say: words and sentence numbers only. Nothing here is trusted.

No offsets, no computed numbers, no ids that outlive the draft: `key` is the engine's own local name for a record.
Every field is required (null where nothing is said), so that the JSON Schema is strict-mode clean.
"""

from __future__ import annotations

from summarizer.records.base import Record
from summarizer.records.values import Link
from summarizer.records.vocabulary import (
    ActorType,
    EventStatus,
    EventType,
    Harm,
    Scope,
    Stance,
    VictimStatus,
)


class DraftEvidence(Record):
    """A quote and the number of the sentence in which it begins."""

    sentence: int
    quote: str


class DraftActor(Record):
    """A party: fullest form in the article, and its other surface forms."""

    name: str
    type: ActorType
    aliases: tuple[str, ...]


class DraftEvent(Record):
    """An event in the article's words. `country` is ISO 3166-1 alpha-3 and may be inferred."""

    key: str
    type: EventType
    status: EventStatus
    actors: tuple[str, ...]
    supporters: tuple[str, ...]
    targets: tuple[str, ...]
    location: str | None
    place: str | None
    admin1: str | None
    country: str | None
    time: str | None
    weapon: str | None
    evidence: tuple[DraftEvidence, ...]


class DraftCasualty(Record):
    """People harmed. `count` is the number phrase with its hedge, verbatim; `number` the engine's own reading of it."""

    key: str
    event: str | None
    harm: Harm
    count: str
    number: int | None
    victims: str
    victim_status: VictimStatus
    victim_side: str | None
    attributed_to: tuple[str, ...]
    scope: Scope
    subset_of: str | None
    claims: tuple[str, ...]
    evidence: tuple[DraftEvidence, ...]


class DraftClaim(Record):
    """Who says what. `chain` runs from the originator to the link nearest the outlet."""

    key: str
    chain: tuple[Link, ...]
    anonymous: bool
    stance: Stance
    cue: str | None
    content: str
    about: tuple[str, ...]
    time: str | None
    evidence: tuple[DraftEvidence, ...]


class DraftSentence(Record):
    """A summary sentence and the keys of the records it rests on."""

    text: str
    records: tuple[str, ...]


class DraftSummary(Record):
    """An engine's own summary; its sentences are checked one by one."""

    headline: str
    sentences: tuple[DraftSentence, ...]


class DraftRecords(Record):
    """All that an engine says about one article."""

    actors: tuple[DraftActor, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    casualties: tuple[DraftCasualty, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    summary: DraftSummary | None = None
