"""Which records the summary tells, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.records.vocabulary import CountModifier, EventGroup, EventStatus, EventType, Harm, Scope
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
        for casualty in records.casualties:
            if casualty.subset_of:
                self.subsets.setdefault(casualty.subset_of, []).append(casualty)

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
        groups: dict[tuple[str, ...], list[Casualty]] = {}
        for casualty in self.records.casualties:
            if casualty.event_id == event_id and casualty.scope is Scope.INCIDENT and not casualty.subset_of:
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
    """The sources that count the same harm on the same side and do not agree; empty when none do."""
    seen: dict[tuple[Harm, str | None], dict[str, list[Casualty]]] = {}
    for group in groups:
        for casualty in group:
            told = seen.setdefault((casualty.harm, casualty.victim_side), {})
            told.setdefault(casualty.count.text.casefold(), group)
    for told in seen.values():
        different = list({id(group): group for group in told.values()}.values())
        if len(different) > 1:
            return different
    return []


def _gravity(casualty: Casualty) -> tuple[bool, int]:
    return casualty.count.modifier is CountModifier.UNQUANTIFIED, HARM_ORDER.index(casualty.harm)
