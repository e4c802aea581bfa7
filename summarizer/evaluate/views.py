"""Records prepared for comparison: the same shape for the label's and the program's, everything resolved once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from summarizer.evaluate.figures import single
from summarizer.evaluate.labels import Label, LabelCasualty, LabelClaim, LabelEvent
from summarizer.evaluate.parties import OUTLET, Parties, plain
from summarizer.evaluate.wording import fold, locate
from summarizer.records.digest import Digest
from summarizer.records.verified import Casualty, Claim, Event, Evidence, VerifiedRecords
from summarizer.records.vocabulary import EventType

E = TypeVar("E", LabelEvent, Event)
C = TypeVar("C", LabelCasualty, Casualty)
K = TypeVar("K", LabelClaim, Claim)

Spans = tuple[tuple[int, int], ...]
Records = VerifiedRecords | Digest


@dataclass(frozen=True, eq=False)
class View:
    """What every record has: its id, quotes and where they stand. `optional` is False for the program's."""

    id: str
    quotes: tuple[str, ...]
    spans: Spans
    grounded: bool = True
    optional: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class EventView(View, Generic[E]):
    """An event; for the label's, `types` holds every right answer, its own first."""

    record: E
    types: tuple[EventType, ...] = ()
    places: tuple[str, ...] = ()
    country: str | None = None
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    days: tuple[date | None, ...] = ()
    tolls: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, eq=False, kw_only=True)
class CasualtyView(View, Generic[C]):
    """A casualty; `speakers` are the originators of the claims that assert it, `maybe` those allowed besides."""

    record: C
    harms: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    event: str | None = None
    figure: int | None = None
    speakers: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, kw_only=True)
class ClaimView(View, Generic[K]):
    """A claim; `chain` as party keys, originator first."""

    record: K
    chain: tuple[str, ...] = ()
    content: str = ""
    content_spans: Spans = ()


GoldEvent: TypeAlias = EventView[LabelEvent]
SaidEvent: TypeAlias = EventView[Event]
GoldCasualty: TypeAlias = CasualtyView[LabelCasualty]
SaidCasualty: TypeAlias = CasualtyView[Casualty]
GoldClaim: TypeAlias = ClaimView[LabelClaim]
SaidClaim: TypeAlias = ClaimView[Claim]


@dataclass(frozen=True, eq=False)
class Views:
    """Label and output of one article, prepared."""

    label: Label
    records: Records
    parties: Parties
    gold_events: tuple[GoldEvent, ...]
    said_events: tuple[SaidEvent, ...]
    gold_casualties: tuple[GoldCasualty, ...]
    said_casualties: tuple[SaidCasualty, ...]
    gold_claims: tuple[GoldClaim, ...]
    said_claims: tuple[SaidClaim, ...]

    @cached_property
    def folded(self) -> str:
        """The article's text, folded, for program checks."""
        return fold(self.label.text)


def prepare(label: Label, records: Records) -> Views:
    """Resolve names, quotes and links of both sides."""
    parties = Parties(label, records.actors)
    return Views(
        label,
        records,
        parties,
        tuple(_gold_event(label, parties, e) for e in label.events),
        tuple(_said_event(label, records, parties, e) for e in records.events),
        tuple(_gold_casualty(label, parties, c) for c in label.casualties),
        tuple(_said_casualty(label, records, parties, c) for c in records.casualties),
        tuple(_gold_claim(label, parties, k) for k in label.claims),
        tuple(_said_claim(label, parties, k) for k in records.claims),
    )


def _all_spans(quotes: Iterable[str], text: str) -> Spans:
    return tuple(span for quote in quotes for span in locate(quote, text))


def _evidence(evidence: Sequence[Evidence], text: str) -> tuple[tuple[str, ...], Spans, bool]:
    """Quotes, where they stand, and whether every one of them is in the article."""
    spans: list[tuple[int, int]] = []
    grounded = True
    for piece in evidence:
        if text[piece.start : piece.end] == piece.quote:
            spans.append((piece.start, piece.end))
        elif found := locate(piece.quote, text):
            spans.append(min(found, key=lambda span: abs(span[0] - piece.start)))
        else:
            grounded = False
    return tuple(e.quote for e in evidence), tuple(spans), grounded


def _gold_event(label: Label, parties: Parties, e: LabelEvent) -> GoldEvent:
    tolls = {
        (h, c.figure) for c in label.casualties if c.event == e.id and c.figure is not None for h in c.right("harm")
    }
    return EventView(
        e.id,
        e.quotes,
        _all_spans(e.quotes, label.text),
        optional=e.optional,
        record=e,
        types=e.right("type"),
        places=tuple(plain(p) for p in e.right("place") if p),
        country=e.country,
        actors=parties.keys(e.actors),
        targets=parties.keys(e.targets),
        days=e.right("start"),
        tolls=frozenset((str(h), f) for h, f in tolls if f is not None),
    )


def _said_event(label: Label, records: Records, parties: Parties, e: Event) -> SaidEvent:
    tolls = [(str(c.harm), single(c.count)) for c in records.casualties if c.event_id == e.id]
    return EventView(
        e.id,
        *_evidence(e.evidence, label.text),
        record=e,
        types=(e.type,),
        places=tuple(plain(p) for p in (e.location.place, e.location.text) if p),
        country=e.location.country,
        actors=parties.keys(e.actors),
        targets=parties.keys(e.targets),
        days=(e.time.start,),
        tolls=frozenset((h, f) for h, f in tolls if f is not None),
    )


def _gold_casualty(label: Label, parties: Parties, c: LabelCasualty) -> GoldCasualty:
    sources = {k.id: (parties.key(k.chain[0].name), k.optional) for k in label.claims}
    named = [sources[i] for i in c.claims]
    accepted = c.accept.get("claims", ())
    allowed = [sources[i] for i in accepted if i]
    owed = () if "" in accepted else named  # "": nobody named is right, too
    return CasualtyView(
        c.id,
        c.quotes,
        _all_spans(c.quotes, label.text),
        optional=c.optional,
        record=c,
        harms=tuple(str(h) for h in c.right("harm")),
        victims=c.right("victims"),
        event=c.event,
        figure=c.figure,
        speakers=frozenset(s for s, optional in owed if not optional) - {OUTLET},
        maybe=frozenset(s for s, _ in (*named, *allowed)),
    )


def _said_casualty(label: Label, records: Records, parties: Parties, c: Casualty) -> SaidCasualty:
    sources = {k.id: parties.key(k.chain[0].name) for k in records.claims}
    return CasualtyView(
        c.id,
        *_evidence(c.evidence, label.text),
        record=c,
        harms=(str(c.harm),),
        victims=(c.victims,),
        event=c.event_id,
        figure=single(c.count),
        speakers=frozenset(sources[i] for i in c.claim_ids if i in sources) - {OUTLET},
    )


def _gold_claim(label: Label, parties: Parties, k: LabelClaim) -> GoldClaim:
    return ClaimView(
        k.id,
        k.quotes,
        _all_spans(k.quotes, label.text),
        optional=k.optional,
        record=k,
        chain=tuple(parties.key(link.name) for link in k.chain),
        content=k.content,
        content_spans=_all_spans([k.content], label.text),
    )


def _said_claim(label: Label, parties: Parties, k: Claim) -> SaidClaim:
    quotes, spans, grounded = _evidence(k.evidence, label.text)
    content = _all_spans([k.content], label.text)
    near = tuple(s for s in content if any(a <= s[0] <= b for a, b in spans)) or content
    return ClaimView(
        k.id,
        quotes,
        spans,
        grounded,
        record=k,
        chain=tuple(parties.key(link.name) for link in k.chain),
        content=k.content,
        content_spans=near,
    )
