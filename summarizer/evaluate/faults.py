"""What is wrong with a record: exactly one class each, the first that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarizer.evaluate.alignment import Alignment, same_event
from summarizer.evaluate.describe import describe
from summarizer.evaluate.figures import judge_count
from summarizer.evaluate.likeness import evidence_overlap, speakers_agree, victims_likeness
from summarizer.evaluate.parties import same_source
from summarizer.evaluate.traps import sprung
from summarizer.evaluate.views import (
    CasualtyView,
    GoldCasualty,
    GoldClaim,
    GoldEvent,
    SaidCasualty,
    SaidClaim,
    SaidEvent,
    View,
)
from summarizer.evaluate.wording import phrase_likeness


class Wrong(StrEnum):
    """The error classes, in the order in which they are tried."""

    UNGROUNDED = "ungrounded"
    FORBIDDEN = "forbidden"
    GROUPING = "grouping"
    DOUBLE_COUNTED = "double_counted"
    WRONG_EVENT = "wrong_event"
    WRONG_EFFECT = "wrong_effect"
    WRONG_COUNT = "wrong_count"
    BOUND_LOST = "bound_lost"
    WRONG_VICTIMS = "wrong_victims"
    WRONG_SCOPE = "wrong_scope"
    WRONG_SIDE = "wrong_side"
    WRONG_SOURCE = "wrong_source"
    WRONG_STANCE = "wrong_stance"
    WRONG_TYPE = "wrong_type"
    WRONG_STATUS = "wrong_status"
    SPAN_ONLY = "span_only"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True)
class Fault:
    """One wrong record: the label's id, the program's id, both in words, and the quote to look at."""

    kind: str
    wrong: Wrong
    gold_id: str | None
    said_id: str | None
    gold: str
    said: str
    quote: str


GOOD_QUOTE = 0.5
"""A pair whose quotes overlap less than this is right in substance, poor in evidence: span_only."""


def find_faults(alignment: Alignment) -> list[Fault]:
    """Every wrong record of an article, each once."""
    answer = {s.id: g.id for g, s in alignment.events.pairs}
    found = [*_events(alignment), *_casualties(alignment, answer), *_claims(alignment)]
    return [_fault(kind, wrong, gold, said) for kind, wrong, gold, said in found]


_Found = tuple[str, Wrong, View | None, View | None]


def _events(alignment: Alignment) -> Iterator[_Found]:
    for g, s in alignment.events.pairs:
        if wrong := _event_pair(alignment, g, s):
            yield "event", wrong, g, s
    yield from _unpaired(alignment, "event", alignment.events.missed, alignment.events.spurious)


def _event_pair(alignment: Alignment, g: GoldEvent, s: SaidEvent) -> Wrong | None:
    status_right = s.record.status in g.record.right("status")
    if not s.grounded:
        return Wrong.UNGROUNDED
    if not status_right and sprung(alignment.views.label, "event", s):
        return Wrong.FORBIDDEN
    if s.actors & g.targets and not s.actors & g.actors:
        return Wrong.WRONG_SIDE
    if s.types[0] not in g.types:
        return Wrong.WRONG_TYPE
    if not status_right:
        return Wrong.WRONG_STATUS
    return Wrong.SPAN_ONLY if evidence_overlap(g, s) < GOOD_QUOTE else None


def _casualties(alignment: Alignment, answer: dict[str, str]) -> Iterator[_Found]:
    for g, s in alignment.casualties.pairs:
        if wrong := _casualty_pair(alignment, g, s, answer):
            yield "casualty", wrong, g, s
    for g, s in alignment.other_harm:
        yield "casualty", Wrong.WRONG_EFFECT if s.grounded else Wrong.UNGROUNDED, g, s
    for group in alignment.groups:
        yield "casualty", Wrong.GROUPING, group.gold[0], group.said[0]
        yield from (("casualty", Wrong.GROUPING, g, None) for g in group.gold[1:])
        yield from (("casualty", Wrong.GROUPING, None, s) for s in group.said[1:])
    yield from _unpaired(alignment, "casualty", alignment.casualties.missed, alignment.casualties.spurious)


def _casualty_pair(alignment: Alignment, g: GoldCasualty, s: SaidCasualty, answer: dict[str, str]) -> Wrong | None:
    count = judge_count(g.record, s.record.count)
    victims = victims_likeness(g, s)
    if not s.grounded:
        return Wrong.UNGROUNDED
    if not (count.exact and victims) and sprung(alignment.views.label, "casualty", s):
        return Wrong.FORBIDDEN
    checks = (
        (event_link(g, s, answer) is False, Wrong.WRONG_EVENT),
        (not count.exact, Wrong.WRONG_COUNT),
        (not count.bound, Wrong.BOUND_LOST),
        (not victims, Wrong.WRONG_VICTIMS),
        (s.record.scope not in g.record.right("scope"), Wrong.WRONG_SCOPE),
        (not side_right(alignment, g, s), Wrong.WRONG_SIDE),
        (not speakers_agree(g, s), Wrong.WRONG_SOURCE),
        (evidence_overlap(g, s) < GOOD_QUOTE, Wrong.SPAN_ONLY),
    )
    return next((wrong for fails, wrong in checks if fails), None)


def event_link(g: GoldCasualty, s: SaidCasualty, answer: dict[str, str]) -> bool | None:
    """Whether the casualty hangs on the right event; None when its event answers no label, which is its own error."""
    if s.event is not None and s.event not in answer and g.event is not None:
        return None
    return same_event(g, s, answer)


def side_right(alignment: Alignment, g: GoldCasualty, s: SaidCasualty) -> bool:
    """Whose dead they are: the same party, or on both sides nobody's."""
    key = alignment.views.parties.key
    right = {key(side) if side else None for side in g.record.right("victim_side")}
    side = s.record.victim_side
    return (key(side) if side else None) in right


def _claims(alignment: Alignment) -> Iterator[_Found]:
    for g, s in alignment.claims.pairs:
        if wrong := _claim_pair(g, s):
            yield "claim", wrong, g, s
    yield from _unpaired(alignment, "claim", alignment.claims.missed, alignment.claims.spurious)


def _claim_pair(g: GoldClaim, s: SaidClaim) -> Wrong | None:
    if not s.grounded:
        return Wrong.UNGROUNDED
    if not first_right(g, s) or (len(s.chain) < len(g.chain) and not last_right(g, s)):
        return Wrong.WRONG_SOURCE
    if s.record.stance not in g.record.right("stance"):
        return Wrong.WRONG_STANCE
    return Wrong.SPAN_ONLY if evidence_overlap(g, s) < 0.3 else None


def first_right(g: GoldClaim, s: SaidClaim) -> bool:
    """Whether the originator is the label's."""
    return same_source(g.chain[0], s.chain[0])


def last_right(g: GoldClaim, s: SaidClaim) -> bool:
    """Whether the link nearest the outlet is the label's; links between may be more or fewer."""
    return same_source(g.chain[-1], s.chain[-1])


def _unpaired(
    alignment: Alignment, kind: str, missed: tuple[View, ...], spurious: tuple[View, ...]
) -> Iterator[_Found]:
    yield from ((kind, Wrong.MISSED, g, None) for g in missed if not g.optional)
    yield from ((kind, _spurious(alignment, kind, s), None, s) for s in spurious)


def _spurious(alignment: Alignment, kind: str, s: View) -> Wrong:
    if not s.grounded:
        return Wrong.UNGROUNDED
    if sprung(alignment.views.label, kind, s):
        return Wrong.FORBIDDEN
    if isinstance(s, CasualtyView) and _counts_again(alignment, s):
        return Wrong.DOUBLE_COUNTED
    return Wrong.SPURIOUS


def _counts_again(alignment: Alignment, s: SaidCasualty) -> bool:
    """The same victims as a record already paired, or a sum of two of them."""
    right = [p for g, p in alignment.casualties.pairs if p.harms == s.harms]
    amount = s.figure
    if amount is None:
        return False
    twice = any(p.figure == amount and phrase_likeness(p.victims[0], s.victims[0]) for p in right)
    figures = [p.figure for p in right if p.figure]
    summed = any(a + b == amount for i, a in enumerate(figures) for b in figures[i + 1 :])
    return twice or summed


def _fault(kind: str, wrong: Wrong, gold: View | None, said: View | None) -> Fault:
    shown = said or gold
    return Fault(
        kind,
        wrong,
        gold.id if gold else None,
        said.id if said else None,
        describe(gold),
        describe(said),
        " ... ".join(shown.quotes) if shown else "",
    )
