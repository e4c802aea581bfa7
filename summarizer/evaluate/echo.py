"""The records a perfect engine would give for a label: for properties of the scorer, planted errors and benchmarks."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.evaluate.labels import Label, LabelCasualty, LabelClaim, LabelEvent
from summarizer.evaluate.wording import locate
from summarizer.records.values import Actor, Count, Location, TimeReference
from summarizer.records.verified import Casualty, Claim, Event, Evidence, VerifiedRecords
from summarizer.records.vocabulary import EvidenceMatch


def echo(label: Label) -> VerifiedRecords:
    """The label as records, with the label's own ids. Sentence numbers are not known here and stand as 1."""
    return VerifiedRecords(
        actors=tuple(Actor(name=a.name, type=a.type, aliases=a.aliases) for a in label.actors),
        events=tuple(_event(label, e) for e in label.events),
        casualties=tuple(_casualty(label, c) for c in label.casualties),
        claims=tuple(_claim(label, k) for k in label.claims),
    )


def _evidence(label: Label, quotes: Iterable[str]) -> tuple[Evidence, ...]:
    spans = [locate(quote, label.text)[0] for quote in quotes]
    return tuple(
        Evidence(sentence=1, quote=label.text[a:b], start=a, end=b, match=EvidenceMatch.EXACT) for a, b in spans
    )


def _event(label: Label, e: LabelEvent) -> Event:
    return Event(
        id=e.id,
        type=e.type,
        status=e.status,
        actors=e.actors,
        supporters=e.supporters,
        targets=e.targets,
        location=Location(text=e.place, place=e.place, country=e.country),
        time=TimeReference(text=e.when_text, start=e.start, end=e.end),
        weapon=e.weapon,
        evidence=_evidence(label, e.quotes),
    )


def _casualty(label: Label, c: LabelCasualty) -> Casualty:
    count = Count(text=c.count, value=c.figure, min=c.min, max=c.max, best=c.best, modifier=c.modifier)
    return Casualty(
        id=c.id,
        event_id=c.event,
        harm=c.harm,
        count=count,
        victims=c.victims,
        victim_status=c.victim_status,
        victim_side=c.victim_side,
        attributed_to=c.attributed_to,
        scope=c.scope,
        subset_of=c.subset_of,
        claim_ids=c.claims,
        evidence=_evidence(label, c.quotes),
    )


def _claim(label: Label, k: LabelClaim) -> Claim:
    return Claim(
        id=k.id,
        source=k.chain[0].name,
        chain=k.chain,
        source_type=k.chain[0].type,
        anonymous=k.anonymous,
        stance=k.stance,
        cue=k.cue,
        content=k.content,
        about=k.about,
        direct_quote=k.direct_quote,
        evidence=_evidence(label, k.quotes),
    )
