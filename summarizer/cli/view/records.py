"""Casualties, events and claims, each with its words and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.cli.view import wording
from summarizer.cli.view.page import Look, Page, Piece, cells
from summarizer.records.digest import Digest
from summarizer.records.verified import Casualty, Claim, Event, Evidence
from summarizer.records.vocabulary import Scope, Stance, Support, VictimStatus

_QUOTE_LINES = 2
_CLAIMS_NAMED = 4
_SILENT = frozenset({Stance.NO_COMMENT, Stance.CANNOT_VERIFY})
"""Their content says little without the words around it."""
_DISPUTED = frozenset({Support.CONTESTED, Support.NEGATED})


class Records(NamedTuple):
    """The records of a digest, findable by id."""

    page: Page
    verbose: bool
    label: int
    """Cells of the longest id, so that all entries align."""
    events: dict[str, Event]
    claims: dict[str, Claim]

    def casualty(self, casualty: Casualty) -> Iterator[str]:
        """Tags, harm with its count, victims, who says so, and the words."""
        withdrawn = casualty.scope is Scope.SUPERSEDED
        harm = wording.harm_with_count(casualty, self.page.signs)
        yield from self._entry(
            casualty.id,
            self._casualty_tags(casualty),
            [
                Piece(harm, Look.DIM if withdrawn else Look.STRONG),
                Piece(wording.victims_of(casualty, harm), joint="  "),
                *_pieces(self._about_victims(casualty)),
                *_pieces(self._sources(casualty)),
                Piece(casualty.event_id or "no event", Look.DIM),
            ],
            casualty.evidence,
        )

    def _casualty_tags(self, casualty: Casualty) -> Iterator[str]:
        if casualty.scope is Scope.SUPERSEDED:
            yield "SUPERSEDED"
        if casualty.scope is Scope.CUMULATIVE:
            yield "RUNNING TOTAL"
        if casualty.subset_of:
            yield f"PART OF {casualty.subset_of}"
        event = self.events.get(casualty.event_id or "")
        if event and event.status not in wording.NEWS:
            yield wording.term(event.status).upper()
        yield from _doubts(casualty)

    def _about_victims(self, casualty: Casualty) -> Iterator[str]:
        if casualty.victim_status is not VictimStatus.UNKNOWN:
            yield wording.term(casualty.victim_status)
        if (side := casualty.victim_side) and side.casefold() not in casualty.victims.casefold():
            yield f"side: {side}"
        if casualty.attributed_to:
            yield f"blamed on {', '.join(casualty.attributed_to)}"

    def _sources(self, casualty: Casualty) -> Iterator[str]:
        claims = [self.claims[claim] for claim in casualty.claim_ids if claim in self.claims]
        yield from dict.fromkeys(map(wording.says, claims))
        if not claims:
            yield wording.SUPPORTS[Support.OUTLET_VOICE]

    def event(self, event: Event) -> Iterator[str]:
        """Type, parties, place and time in the article's words, how it is borne out, and the words."""
        news = event.status in wording.NEWS
        yield from self._entry(
            event.id,
            _event_tags(event),
            [
                Piece(wording.term(event.type), Look.STRONG if news else Look.DIM),
                *_pieces(_parties(event)),
                *_pieces([wording.where(event.location), wording.when(event.time)]),
                *_pieces([f"weapon: {event.weapon}" if event.weapon else ""]),
                *_pieces([] if event.support in _DISPUTED else [self._support(event)]),
            ],
            event.evidence,
        )

    def _support(self, event: Event) -> str:
        claims = event.reported_by
        named = ", ".join(claims) if len(claims) <= _CLAIMS_NAMED else f"{len(claims)} claims"
        if not claims:
            return wording.SUPPORTS[event.support]
        # Not every claim about an acknowledged event is made by the accused.
        told = f"; told in {named}" if event.support is Support.ACKNOWLEDGED else f" ({named})"
        return wording.SUPPORTS[event.support] + told

    def claim(self, claim: Claim) -> Iterator[str]:
        """Who stands how to what, about which records, and the words."""
        denies, silent = claim.stance is Stance.DENIES, claim.stance in _SILENT
        own = [claim.content] if not silent and any(claim.content in e.quote for e in claim.evidence) else []
        yield from self._entry(
            claim.id,
            [],
            [
                Piece(wording.source_said(claim), Look.ALERT if denies else Look.STRONG),
                *_pieces([wording.term(claim.source_type)], Look.DIM),
                *_pieces(["unnamed" if claim.anonymous else "", "a party to it" if claim.party else ""]),
                *_pieces([wording.when(claim.time)]),
                *_pieces([f"about {', '.join(claim.about)}" if claim.about else ""], Look.DIM),
            ],
            claim.evidence,
            own,
        )

    def _entry(
        self,
        name: str,
        tags: Iterable[str],
        pieces: Iterable[Piece],
        evidence: tuple[Evidence, ...],
        words: Iterable[str] = (),
    ) -> Iterator[str]:
        label = f"  {name:{self.label}}  "
        tagged = [Piece(f"[{tag}]", Look.ALERT, " ") for tag in tags]
        body = [piece for piece in pieces if piece.text]
        body[:1] = [body[0]._replace(joint=" ")]
        indent = " " * cells(label)
        yield from self.page.flow([*tagged, *body], label, indent)
        yield from self._quotes(evidence, list(words), indent)

    def _quotes(self, evidence: tuple[Evidence, ...], words: list[str], indent: str) -> Iterator[str]:
        if self.verbose:
            for each in evidence:
                yield from self.page.quote(each.quote, indent)
                where = f"sentence {each.sentence}, characters {each.start}-{each.end}, {each.match.value}"
                yield from self.page.flow([Piece(where, Look.DIM)], indent, indent)
            return
        yield from self.page.quote(words[0] if words else evidence[0].quote, indent, _QUOTE_LINES)


def records_of(digest: Digest, page: Page, *, verbose: bool) -> Records:
    """The records of `digest`, ready to be shown on `page`."""
    ids = [*(c.id for c in digest.casualties), *(e.id for e in digest.events), *(k.id for k in digest.claims)]
    return Records(
        page, verbose, max(map(len, ids), default=2), {e.id: e for e in digest.events}, {k.id: k for k in digest.claims}
    )


def _pieces(texts: Iterable[str], look: Look = Look.PLAIN) -> list[Piece]:
    return [Piece(text, look) for text in texts if text]


def _doubts(record: Casualty | Event) -> Iterator[str]:
    if record.support in _DISPUTED:
        yield wording.SUPPORTS[record.support]
    if record.unverified:
        yield "NOT VERIFIED"


def _event_tags(event: Event) -> Iterator[str]:
    if event.status.value != "completed":
        yield wording.term(event.status).upper()
    yield from _doubts(event)


def _parties(event: Event) -> Iterator[str]:
    if event.actors:
        helpers = f" (supported by {', '.join(event.supporters)})" if event.supporters else ""
        yield f"{' and '.join(event.actors)}{helpers}"
    elif event.supporters:
        yield f"supported by {', '.join(event.supporters)}"
    if event.targets:
        yield f"against {', '.join(event.targets)}"
