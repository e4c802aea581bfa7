"""Which records the summary tells, and in which order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.records.vocabulary import CountModifier, EventGroup, EventStatus, EventType, Harm, Scope
from summarizer.summary.figures import NUMBER
from summarizer.summary.happenings import UNREAL

if TYPE_CHECKING:
    from summarizer.records.verified import Casualty, Claim, Event, Evidence, VerifiedRecords

VIOLENT = frozenset({EventGroup.GROUND, EventGroup.REMOTE, EventGroup.PERSONS})
HARM_ORDER = tuple(Harm)
EARLY = 3


class Selection:
    """The records of one article as the summary looks at them."""

    def __init__(self, records: VerifiedRecords) -> None:
        self.records = records
        self.claims = {claim.id: claim for claim in records.claims}
        self.subsets: dict[str, list[Casualty]] = {}
        self._tolls: dict[str | None, list[list[Casualty]]] = {}
        for casualty in records.casualties:
            if casualty.subset_of:
                self.subsets.setdefault(casualty.subset_of, []).append(casualty)

    @cached_property
    def news(self) -> list[Event]:
        """Events told as news, the one to lead with first: early in the article, with victims, violent, finished."""
        real = [event for event in self.records.events if event.status not in UNREAL]
        return sorted(real, key=self._rank)

    def _rank(self, event: Event) -> tuple[int, int]:
        first = min(evidence.sentence for evidence in event.evidence)
        score = 3 * bool(self.tolls(event.id)) + 2 * (event.type.group in VIOLENT) + 3 * (first <= EARLY)
        score -= 2 * (event.status is EventStatus.ATTEMPTED) + 3 * (
            event.type in {EventType.OTHER, EventType.HUMANITARIAN}
        )
        return -score, first

    def tolls(self, event_id: str | None) -> list[list[Casualty]]:
        """The incident's own figures, one list per source, the worst harm first; parts of a figure are left out."""
        if event_id not in self._tolls:
            own = [c for c in self._figures(event_id) if event_id is None or c.harm is not Harm.DISPLACED]
            self._tolls[event_id] = self._grouped(own)
        return self._tolls[event_id]

    def displaced(self, event_id: str) -> list[list[Casualty]]:
        """Who fled the incident, one list per source."""
        return self._grouped([c for c in self._figures(event_id) if c.harm is Harm.DISPLACED])

    def harmful(self, events: list[Event]) -> list[Event]:
        """Those of the events that have victims, the dead first; a figure of zero is no victim."""
        worst = {event.id: self.tolls(event.id)[:1] for event in events}
        found = [event for event in events if any(c.count.value != 0 for group in worst[event.id] for c in group)]
        return sorted(found, key=lambda event: _gravity(worst[event.id][0][0]))

    def _figures(self, event_id: str | None) -> list[Casualty]:
        own = (c for c in self.records.casualties if c.event_id == event_id and not c.subset_of)
        return [casualty for casualty in own if casualty.scope is Scope.INCIDENT]

    def _grouped(self, casualties: list[Casualty]) -> list[list[Casualty]]:
        groups: dict[tuple[str, ...], list[Casualty]] = {}
        for casualty in casualties:
            groups.setdefault(self.speakers(casualty), []).append(casualty)
        return sorted((sorted(group, key=_gravity) for group in groups.values()), key=lambda group: _gravity(group[0]))

    def speakers(self, casualty: Casualty) -> tuple[str, ...]:
        """The originators of a figure; empty = the outlet."""
        found = [self.claims[claim].source for claim in casualty.claim_ids if claim in self.claims]
        return tuple(dict.fromkeys(found))[:2]

    def claims_of(self, ids: tuple[str, ...]) -> list[Claim]:
        """The claims with these ids, in the order of the article."""
        return [claim for claim in self.records.claims if claim.id in ids]

    def distinct(self, ids: tuple[str, ...], evidence: tuple[Evidence, ...]) -> list[Claim]:
        """The claims with these ids, those first whose own quotes lie where the record's do."""
        where = {e.sentence for e in evidence}
        found = self.claims_of(ids)
        return sorted(found, key=lambda claim: not where & {e.sentence for e in claim.evidence})


def rivals(groups: list[list[Casualty]]) -> list[list[Casualty]]:
    """The sources that count the same harm and do not agree, in order; empty when none do.

    Figures for two different sides of a fight are no rivals; a figure without a side is one to any other.
    """
    for first in groups:
        others = [group for group in groups if group is not first and _disagree(first, group)]
        if others:
            return [first, *others]
    return []


def _disagree(one: list[Casualty], other: list[Casualty]) -> bool:
    return any(
        a.harm is b.harm
        and (a.victim_side is None or b.victim_side is None or a.victim_side == b.victim_side)
        and not (vague(a) or vague(b) or _one_by_name(a) or _one_by_name(b))
        and a.count.text.casefold() != b.count.text.casefold()
        for a in one
        for b in other
    )


def _one_by_name(casualty: Casualty) -> bool:
    """Whether one person is told of without a number ("a colleague", a name): nobody's toll."""
    return casualty.count.value == 1 and casualty.count.text == casualty.victims


def vague(casualty: Casualty) -> bool:
    """Whether there is harm without any number: "heavy casualties", "militants were killed"."""
    modifier = casualty.count.modifier
    unnumbered = modifier is CountModifier.VAGUE and not NUMBER.search(casualty.count.text)
    return modifier is CountModifier.UNQUANTIFIED or unnumbered


def _gravity(casualty: Casualty) -> tuple[bool, int]:
    return vague(casualty), HARM_ORDER.index(casualty.harm)
