"""How records bear each other out inside the article: originators, parties, support (RECORDS 2.6, 2.8)."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.normalize.actors import canonical
from summarizer.records.vocabulary import ActorType, Harm, Scope, SourceType, Stance, Support
from summarizer.verify.case import Case, OpenCasualty, OpenClaim, OpenEvent
from summarizer.verify.names import name_key
from summarizer.verify.references import ASSERTING

PARTY_SOURCES = frozenset({SourceType.GOVERNMENT, SourceType.MILITARY, SourceType.ARMED_GROUP, SourceType.STATE_MEDIA})
STATE_SOURCES = PARTY_SOURCES - {SourceType.ARMED_GROUP}
STATE_ACTORS = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES, ActorType.GOVERNMENT})
UNDECIDED_SOURCES = frozenset({SourceType.UNKNOWN, SourceType.DOCUMENT, SourceType.OUTLET})


@dataclass(slots=True)
class Standing:
    """Claims by what they are about, and parties by the event they take part in. Built once per case."""

    case: Case
    about: dict[str, list[OpenClaim]] = field(default_factory=dict)
    rivals: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for claim in self.case.claims:
            for handle in claim.draft.about:
                self.about.setdefault(handle, []).append(claim)
        self._find_rivals()

    def support(self, record: OpenEvent | OpenCasualty) -> Support:
        """How far the claims about a record bear it out."""
        claims = self.about.get(record.handle, [])
        behind = {originator(self.case, c) for c in claims if c.draft.stance in ASSERTING}
        denied = any(c.draft.stance is Stance.DENIES for c in claims)
        if isinstance(record, OpenCasualty):
            by_handle = {c.handle: c for c in self.case.claims}
            behind = {originator(self.case, by_handle[h]) for h in record.draft.claims if h in by_handle}
        if denied:
            return Support.CONTESTED if behind or not _only_claimed(claims) else Support.NEGATED
        if record.handle in self.rivals:
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
        if claim.draft.chain[0].name == "(outlet)":
            return True if kind in PARTY_SOURCES else None
        if not parties or kind in UNDECIDED_SOURCES:
            return None
        if any(speaks_for(self.case, claim, name) for name in parties):
            return True
        if kind in STATE_SOURCES and any(a.type in STATE_ACTORS for a in self.case.actors if a.name in parties):
            return None
        return False

    def _parties(self, claim: OpenClaim) -> set[str]:
        events = {event.handle: event for event in self.case.events}
        casualties = {casualty.handle: casualty for casualty in self.case.casualties}
        about = {casualties[h].draft.event or "" if h in casualties else h for h in claim.draft.about}
        drafts = [events[handle].draft for handle in about if handle in events]
        return {name for draft in drafts for name in (*draft.actors, *draft.supporters, *draft.targets)}

    def _acknowledged(self, record: OpenEvent | OpenCasualty, claims: list[OpenClaim]) -> bool:
        accused = record.draft.actors if isinstance(record, OpenEvent) else record.draft.attributed_to
        owning = [c for c in claims if c.draft.stance in {Stance.ASSERTS, Stance.CLAIMS_RESPONSIBILITY}]
        return any(speaks_for(self.case, claim, name) for claim in owning for name in accused)

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
                        self.rivals.setdefault(one.handle, set()).add(two.handle)
                        self.rivals.setdefault(two.handle, set()).add(one.handle)

    def _rival(self, one: OpenCasualty, two: OpenCasualty) -> bool:
        sources = [
            {originator(self.case, c) for c in self.case.claims if c.handle in r.draft.claims} for r in (one, two)
        ]
        if not sources[0] or not sources[1] or sources[0] & sources[1]:
            return False
        if one.draft.victim_side != two.draft.victim_side or one.draft.victim_status != two.draft.victim_status:
            return False
        blamed = set(one.draft.attributed_to), set(two.draft.attributed_to)
        return _disjoint(one, two) or bool(blamed[0] and blamed[1] and not blamed[0] & blamed[1])


_MOST_RIVALS = 50


def originator(case: Case, claim: OpenClaim) -> str:
    """One name for one source: the alias table's, else the actor's own, else the words compared without case."""
    name = claim.draft.chain[0].name
    known = case.names.get(name_key(name), name)
    return canonical(known) or canonical(name) or name_key(known)


def speaks_for(case: Case, claim: OpenClaim, party: str) -> bool:
    """Whether the source of a claim is the party, or an official voice with its name ("Syrian army spokesmen")."""
    source = claim.draft.chain[0]
    actor = next((a for a in case.actors if a.name == party), None)
    forms = {name_key(form) for form in (party, *(actor.aliases if actor else ()))}
    if originator(case, claim) in forms | {canonical(party) or name_key(party)}:
        return True
    if source.type not in PARTY_SOURCES:
        return False
    padded = f" {name_key(source.name)} "
    return any(f" {form} " in padded for form in forms if len(form) > 1)


def _only_claimed(claims: list[OpenClaim]) -> bool:
    return all(c.draft.stance in {Stance.DENIES, Stance.NO_COMMENT, Stance.CANNOT_VERIFY} for c in claims)


def _disjoint(one: OpenCasualty, two: OpenCasualty) -> bool:
    a, b = one.count, two.count
    if a is None or b is None:
        return False
    return _below(a.max, b.min) or _below(b.max, a.min)


def _below(most: int | None, least: int | None) -> bool:
    return most is not None and least is not None and most < least
