"""Which record of the output answers which record of the label: one to one, of greatest total, whatever the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.evaluate import likeness
from summarizer.evaluate.assignment import assign
from summarizer.evaluate.figures import judge_count
from summarizer.evaluate.grouping import Group, find_groups
from summarizer.evaluate.views import (
    GoldCasualty,
    GoldClaim,
    GoldEvent,
    SaidCasualty,
    SaidClaim,
    SaidEvent,
    View,
    Views,
)

G = TypeVar("G", bound=View)
S = TypeVar("S", bound=View)

_INSIDE_EVENT = 2.0
"""Inside aligned events first: a casualty hung on the event that answers its own is preferred, but never forced."""


@dataclass(frozen=True)
class Pairing(Generic[G, S]):
    """Pairs (label's, program's), and what is left on either side; optional labels may stand in `missed`."""

    pairs: tuple[tuple[G, S], ...]
    missed: tuple[G, ...]
    spurious: tuple[S, ...]


Casualties = Pairing[GoldCasualty, SaidCasualty]


@dataclass(frozen=True)
class Alignment:
    """The pairings of one article. `other_harm` are casualties that answer each other but for the harm; `groups` are
    figures that equal a sum on the other side. Neither is in `casualties.pairs`, both stay out of missed and spurious.
    """

    views: Views
    events: Pairing[GoldEvent, SaidEvent]
    casualties: Casualties
    other_harm: tuple[tuple[GoldCasualty, SaidCasualty], ...]
    groups: tuple[Group, ...]
    claims: Pairing[GoldClaim, SaidClaim]


def align(views: Views) -> Alignment:
    """Pair events, then casualties, then claims."""
    events = _pair(views.gold_events, views.said_events, likeness.event_points, likeness.EVENT_FLOOR)
    answer = {s.id: g.id for g, s in events.pairs}
    casualties, groups = _casualties(views, answer)
    other_harm = _pair(casualties.missed, casualties.spurious, _other_harm_points, likeness.CASUALTY_FLOOR)
    return Alignment(
        views,
        events,
        Pairing(casualties.pairs, other_harm.missed, other_harm.spurious),
        other_harm.pairs,
        groups,
        _pair(views.gold_claims, views.said_claims, likeness.claim_points, likeness.CLAIM_FLOOR),
    )


def same_event(gold: GoldCasualty, said: SaidCasualty, answer: dict[str, str]) -> bool:
    """Whether a casualty hangs on the event that answers the label's own, or one the label accepts."""
    if said.event is None:
        return None in gold.record.right("event")
    return answer.get(said.event, "?") in gold.record.right("event")


def _pair(gold: Sequence[G], said: Sequence[S], points: Callable[[G, S], float], floor: float) -> Pairing[G, S]:
    """Assign for the greatest total of what pairs have above the floor; a pair under it is no pair.

    Counting from the floor keeps two middling pairs from beating one that is plainly right.
    """
    raw = [[points(g, s) for s in said] for g in gold]
    weighed = [[likeness.weight(p, floor, g) for p in row] for g, row in zip(gold, raw, strict=True)]
    kept = [(r, c) for r, c in assign(weighed) if raw[r][c] >= floor]
    rows, columns = {r for r, _ in kept}, {c for _, c in kept}
    return Pairing(
        tuple((gold[r], said[c]) for r, c in kept),
        tuple(g for i, g in enumerate(gold) if i not in rows),
        tuple(s for i, s in enumerate(said) if i not in columns),
    )


def _casualties(views: Views, answer: dict[str, str]) -> tuple[Casualties, tuple[Group, ...]]:
    def points(g: GoldCasualty, s: SaidCasualty) -> float:
        if s.harms[0] not in g.harms:
            return 0.0
        base = likeness.casualty_points(g, s)
        return base + _INSIDE_EVENT * same_event(g, s, answer) if base >= likeness.CASUALTY_FLOOR else 0.0

    paired = _pair(views.gold_casualties, views.said_casualties, points, likeness.CASUALTY_FLOOR)
    wrong = [(g, s) for g, s in paired.pairs if not _figure_right(g, s)]
    groups = find_groups([*paired.missed, *(g for g, _ in wrong)], [*paired.spurious, *(s for _, s in wrong)], answer)
    if not groups:
        return paired, ()
    grouped: set[object] = {v for group in groups for v in (*group.gold, *group.said)}
    return _dissolve(paired, grouped), groups


def _dissolve(paired: Casualties, grouped: set[object]) -> Casualties:
    """Take grouped records out of pairs; a partner left alone goes back to missed or spurious."""
    broken = [(g, s) for g, s in paired.pairs if g in grouped or s in grouped]
    return Pairing(
        tuple(pair for pair in paired.pairs if pair not in broken),
        tuple(g for g in (*paired.missed, *(g for g, _ in broken)) if g not in grouped),
        tuple(s for s in (*paired.spurious, *(s for _, s in broken)) if s not in grouped),
    )


def _figure_right(gold: GoldCasualty, said: SaidCasualty) -> bool:
    return judge_count(gold.record, said.record.count).exact


def _other_harm_points(gold: GoldCasualty, said: SaidCasualty) -> float:
    if said.harms[0] in gold.harms or not _figure_right(gold, said):
        return 0.0
    return likeness.casualty_points(gold, said)
