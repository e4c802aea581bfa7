"""Whose voice a claim is: one name for one source, and the parties it speaks for (RECORDS 2.6)."""

from __future__ import annotations

from summarizer.normalize.actors import canonical
from summarizer.records.vocabulary import SourceType
from summarizer.verify.case import Case, OpenClaim
from summarizer.verify.names import name_key

PARTY_SOURCES = frozenset({SourceType.GOVERNMENT, SourceType.MILITARY, SourceType.ARMED_GROUP, SourceType.STATE_MEDIA})
"""Kinds of source that speak for a party whose name they carry; a news agency named for a country does not."""


class Voices:
    """The sources of one case. Every name is looked up once."""

    def __init__(self, case: Case) -> None:
        self._names = case.names
        self._aliases = {actor.name: actor.aliases for actor in case.actors}
        self._forms: dict[str, frozenset[str]] = {}
        self._originators = {claim.handle: self._one_name(claim.draft.chain[0].name) for claim in case.claims}

    def originator(self, handle: str) -> str | None:
        """One name for the source of a claim: the alias table's, else the actor's, else its words without case."""
        return self._originators.get(handle)

    def speaks_for(self, claim: OpenClaim, party: str) -> bool:
        """Whether the source is the party, or an official voice with its name ("Syrian army spokesmen")."""
        source = claim.draft.chain[0]
        forms = self._forms_of(party)
        if self._originators[claim.handle] in forms:
            return True
        padded = f" {name_key(source.name)} "
        return source.type in PARTY_SOURCES and any(f" {form} " in padded for form in forms if len(form) > 1)

    def _one_name(self, name: str) -> str:
        known = self._names.get(name_key(name), name)
        return canonical(known) or canonical(name) or name_key(known)

    def _forms_of(self, party: str) -> frozenset[str]:
        if party not in self._forms:
            names = (party, *self._aliases.get(party, ()))
            self._forms[party] = frozenset({self._one_name(party), *map(name_key, names)})
        return self._forms[party]
