"""How strongly a record of the output answers a record of the label. Points as docs/evals.md lists them."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.evaluate.figures import judge_count
from summarizer.evaluate.parties import same_source
from summarizer.evaluate.views import (
    GoldCasualty,
    GoldClaim,
    GoldEvent,
    SaidCasualty,
    SaidClaim,
    SaidEvent,
    Spans,
    View,
)
from summarizer.evaluate.wording import name_likeness, phrase, phrase_likeness, word_f1

EVENT_FLOOR, CASUALTY_FLOOR, CLAIM_FLOOR = 4.0, 4.0, 3.0
"""Under these points a pair is no pair: one missed, one spurious."""

_NEARLY_SAME = 0.6
_UNANCHORED = 1.5
_OTHER_ACTORS = 2.5
_PAIR_BONUS = 0.1
_REQUIRED_BONUS = 0.5
"""Between two labels that a record could answer, the one that is owed comes first."""
_RIGHT_BONUS = 3.0
"""A casualty right in harm, count and victims is never traded for one that merely stands in a nearer sentence."""


def span_overlap(one: Spans, other: Spans) -> float:
    """The best overlap of two quotes by place, 0-1: F1 of characters, or 0.7 of the part of the shorter one covered."""
    best = 0.0
    for a, b in one:
        for c, d in other:
            shared = min(b, d) - max(a, c)
            if shared > 0:
                f1 = 2 * shared / (b - a + d - c)
                best = max(best, f1, 0.7 * shared / min(b - a, d - c))
    return min(best, 1.0)


def evidence_overlap(gold: View, said: View) -> float:
    """Overlap of quotes by place; quotes that stand elsewhere count when their words are nearly the same."""
    placed = span_overlap(gold.spans, said.spans)
    if placed >= 0.5:
        return placed
    return max(placed, _same_words(gold.quotes, said.quotes))


def _same_words(gold: Iterable[str], said: Iterable[str]) -> float:
    best = max((word_f1(one, other) for one in gold for other in said), default=0.0)
    return best if best >= _NEARLY_SAME else 0.0


def set_f1(one: frozenset[str], other: frozenset[str]) -> float:
    """F1 of two sets; 0 when either is empty."""
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def event_points(gold: GoldEvent, said: SaidEvent) -> float:
    """Type 3 (2 within the group), evidence 3, place 2, actors and targets 2, day 1, shared dead up to 2.

    Less a handicap where neither the words nor the dead are shared (type and a party alone recognise no event), and
    where both sides name perpetrators and share no party: another perpetrator, another event.
    """
    kind, overlap = said.types[0], evidence_overlap(gold, said)
    points = 3.0 if kind in gold.types else 2.0 if any(kind.group == t.group for t in gold.types) else 0.0
    points += 3 * overlap + 2 * place_likeness(gold, said)
    points += set_f1(gold.actors, said.actors) + set_f1(gold.targets, said.targets)
    points += said.days[0] is not None and said.days[0] in gold.days
    shared = gold.tolls & said.tolls
    if shared:
        points += 2 * len(shared) / min(len(gold.tolls), len(said.tolls))
    if said.actors and gold.actors and not said.actors & (gold.actors | gold.targets):
        points -= _OTHER_ACTORS
    return points if overlap or shared else points - _UNANCHORED


def place_likeness(gold: GoldEvent, said: SaidEvent) -> float:
    """1 for a place the label accepts, 0.5 for one whose words it shares, else 0."""
    if set(gold.places) & set(said.places):
        return 1.0
    words = [phrase(p).words for p in said.places]
    return 0.5 if any(phrase(p).words & w for p in gold.places for w in words) else 0.0


def victims_likeness(gold: GoldCasualty, said: SaidCasualty) -> float:
    """The best likeness of the victims as worded to any wording the label accepts, 0-1."""
    return max(phrase_likeness(g, s) for g in gold.victims for s in said.victims)


def casualty_points(gold: GoldCasualty, said: SaidCasualty) -> float:
    """Count 3 (1.5 when only a bound is off), victims 3, evidence 3, speaker 1. Harm is the caller's to compare."""
    figure = judge_count(gold.record, said.record.count)
    victims = victims_likeness(gold, said)
    if not figure.exact and victims == 0:
        return 0.0
    points = 3.0 if figure.right else 1.5 if figure.exact else 0.0
    points += 3 * victims + 3 * evidence_overlap(gold, said) + speakers_agree(gold, said)
    return points + (_RIGHT_BONUS if figure.right and victims else 0.0)


def speakers_agree(gold: GoldCasualty, said: SaidCasualty) -> bool:
    """Every originator that is owed is named, and nobody whom the label does not allow."""
    allowed = gold.speakers | gold.maybe
    owed = all(any(same_source(g, s) for s in said.speakers) for g in gold.speakers)
    return owed and all(any(same_source(g, s) for g in allowed) for s in said.speakers)


def claim_points(gold: GoldClaim, said: SaidClaim) -> float:
    """Speaker 3, evidence 4 (the better of quotes and content), stance 1; nothing without shared words."""
    content = span_overlap(gold.content_spans, said.content_spans)
    overlap = evidence_overlap(gold, said)
    if content == 0 and overlap == 0:
        return 0.0
    speaker = name_likeness(gold.chain[0], said.chain[0])
    stance = said.record.stance in gold.record.right("stance")
    return 3 * speaker + 2 * max(content, overlap) + content + overlap + stance


def weight(points: float, floor: float, gold: View) -> float:
    """What a pair is worth to the assignment: its points above the floor, and a little for being a pair at all."""
    if points < floor:
        return 0.0
    return points - floor + _PAIR_BONUS + (0 if gold.optional else _REQUIRED_BONUS)
