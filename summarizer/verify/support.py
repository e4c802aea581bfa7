"""How records bear each other out inside the article: originators, parties, support (RECORDS 2.6, 2.8)."""

from __future__ import annotations

from summarizer.records.vocabulary import ActorType, Harm, Scope, SourceType, Stance, Support
from summarizer.verify.case import Case, OpenCasualty, OpenClaim, OpenEvent
from summarizer.verify.references import ASSERTING, OUTLET
from summarizer.verify.voices import PARTY_SOURCES, Voices

STATE_SOURCES = PARTY_SOURCES - {SourceType.ARMED_GROUP}
STATE_ACTORS = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES, ActorType.GOVERNMENT})
UNDECIDED_SOURCES = frozenset({SourceType.UNKNOWN, SourceType.DOCUMENT, SourceType.OUTLET})


class Standing:
    """Claims by what they are about, and the parties of each event. Built once per case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.about: dict[str, list[OpenClaim]] = {}
        self.voices = Voices(case)
        for claim in case.claims:
            for handle in claim.draft.about:
                self.about.setdefault(handle, []).append(claim)
        self._events = {event.handle: event for event in case.events}
        self._event_of = {casualty.handle: casualty.draft.event for casualty in case.casualties}
        self._state_actors = {actor.name for actor in case.actors if actor.type in STATE_ACTORS}
        self._rivals: set[str] = set()
        self._find_rivals()

    def support(self, record: OpenEvent | OpenCasualty) -> Support:
        """How far the claims about a record bear it out."""
        claims = self.about.get(record.handle, [])
        behind = self._behind(record)
        if any(c.draft.stance is Stance.DENIES for c in claims):
            return Support.CONTESTED if behind or not _only_silent(claims) else Support.NEGATED
        if record.handle in self._rivals:
            return Support.CONTESTED
        if self._acknowledged(record, claims):
            return Support.ACKNOWLEDGED
        if not behind:
            return Support.OUTLET_VOICE
        return Support.SINGLE_SOURCE if len(behind) == 1 else Support.MULTI_SOURCE

    def unverified(self, record: OpenEvent | OpenCasualty) -> bool:
        """Whether somebody says that the record cannot be checked."""
        return any(c.draft.stance is Stance.CANNOT_VERIFY for c in self.about.get(record.handle, []))

    def party(self, claim: OpenClaim) -> bool | None:
        """Whether the claim's source takes part in an event it speaks of; None when that cannot be told."""
        parties = self._parties(claim)
        kind = claim.draft.chain[0].type
        if claim.draft.chain[0].name == OUTLET:
            return True if kind in PARTY_SOURCES else None
        if not parties or kind in UNDECIDED_SOURCES:
            return None
        if any(self.voices.speaks_for(claim, name) for name in parties):
            return True
        if kind in STATE_SOURCES and parties & self._state_actors:
            return None
        return False

    def _behind(self, record: OpenEvent | OpenCasualty) -> set[str | None]:
        """The distinct originators that stand behind a record, the outlet left out."""
        if isinstance(record, OpenCasualty):
            handles = list(record.draft.claims)
        else:
            handles = [c.handle for c in self.about.get(record.handle, []) if c.draft.stance in ASSERTING]
        return {self.voices.originator(handle) for handle in handles} - {OUTLET, None}

    def _parties(self, claim: OpenClaim) -> set[str]:
        about = {self._event_of.get(handle, handle) or "" for handle in claim.draft.about}
        drafts = [self._events[handle].draft for handle in about if handle in self._events]
        return {name for draft in drafts for name in (*draft.actors, *draft.supporters, *draft.targets)}

    def _acknowledged(self, record: OpenEvent | OpenCasualty, claims: list[OpenClaim]) -> bool:
        accused = record.draft.actors if isinstance(record, OpenEvent) else record.draft.attributed_to
        owning = [c for c in claims if c.draft.stance in {Stance.ASSERTS, Stance.CLAIMS_RESPONSIBILITY}]
        return any(self.voices.speaks_for(claim, name) for claim in owning for name in accused)

    def _find_rivals(self) -> None:
        """Casualties of one event whose sources differ and whose figures, or culprits, cannot both be right."""
        groups: dict[tuple[str, Harm], list[OpenCasualty]] = {}
        for casualty in self.case.casualties:
            if casualty.draft.event and casualty.draft.scope is Scope.INCIDENT and not casualty.draft.subset_of:
                groups.setdefault((casualty.draft.event, casualty.draft.harm), []).append(casualty)
        for group in groups.values():
            for index, one in enumerate(group[:_MOST_RIVALS]):
                for two in group[index + 1 : _MOST_RIVALS]:
                    if self._rival(one, two):
                        self._rivals |= {one.handle, two.handle}

    def _rival(self, one: OpenCasualty, two: OpenCasualty) -> bool:
        sources = self._behind(one), self._behind(two)
        if not sources[0] or not sources[1] or sources[0] & sources[1]:
            return False
        if one.draft.victim_side != two.draft.victim_side or one.draft.victim_status != two.draft.victim_status:
            return False
        blamed = set(one.draft.attributed_to), set(two.draft.attributed_to)
        return _disjoint(one, two) or bool(blamed[0] and blamed[1] and not blamed[0] & blamed[1])


_MOST_RIVALS = 50


def _only_silent(claims: list[OpenClaim]) -> bool:
    return all(c.draft.stance in {Stance.DENIES, Stance.NO_COMMENT, Stance.CANNOT_VERIFY} for c in claims)


def _disjoint(one: OpenCasualty, two: OpenCasualty) -> bool:
    a, b = one.count, two.count
    if a is None or b is None:
        return False
    return _below(a.max, b.min) or _below(b.max, a.min)


def _below(most: int | None, least: int | None) -> bool:
    return most is not None and least is not None and most < least
