"""Whose the people of a noun phrase are, by the party that it holds or that comes after "of"."""

from __future__ import annotations

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.chunks import NP, Chunk, P
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, core_of, has_left, party_nouns
from summarizer.engines.offline.person_names import is_person_name
from summarizer.normalize.actors import find_known
from summarizer.normalize.places import country_of, find_places
from summarizer.records.vocabulary import ActorType

HOLDERS = words("referents", "holders")
_NOT_OF_STATE = frozenset({ActorType.REBEL_GROUP, ActorType.UNIDENTIFIED_ARMED, ActorType.MILITIA})
"""Kinds of people whom "from" a land does not make its forces."""
_TRAINS = frozenset({"convoy", "convoys", "column", "columns", "patrol", "patrols"})
_ARMIES = frozenset({"army", "military", "navy"})
_MEMBERS = frozenset({"members", "member", "leaders", "leader"})
_GROUP_NOUNS = words("referents", "group_nouns")
_ROUND = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})
_NAME = 60
"""Characters that the longest known name may go on for after the noun phrase that opens it."""


class Holding:
    """Finds the party to which the people or things of a noun phrase belong."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def held(self, p: Parsed, j: int) -> Party | None:
        """Example: "warships of the coalition", "members of Hamas", "forces of Rwanda": the party after "of"."""
        if p.head(p.chunks[j]) not in HOLDERS | _ARMIES or j + 2 >= len(p.chunks) or p.chunks[j + 1].kind != P:
            return None
        if p.head(p.chunks[j + 1]) not in {"of", "from", "carrying"} or has_left(p, p.chunks[j]):
            return None
        after = p.chunks[j + 2]
        kind = party_nouns().get(p.head(p.chunks[j]))
        if p.head(p.chunks[j + 1]) == "from" and kind in _NOT_OF_STATE and country_of(core_of(p, after)) is not None:
            return None  # "militants from Mozambique"
        party = self._holder(p, after) or self._unit(p, p.chunks[j], after) or self._known(p, after)
        party = party or (self._owner(p, after) if p.head(p.chunks[j]) in _TRAINS and after.kind == NP else None)
        return party if party is not None and party.type is not ActorType.CIVILIANS else None

    def holding(self, p: Parsed, j: int) -> Party | None:
        """Example: "two of Mali's 30 soldiers": the party before the number of the noun phrase at chunk j."""
        chunk = p.chunks[j]
        if chunk.count is None or chunk.det != "poss" or p.words[chunk.a].tag == "PRP$":
            return None
        end = next(k for k in range(chunk.a, chunk.b) if p.words[k].tag == "POS")
        return self._holder(p, Chunk(NP, chunk.a, end, end - 1))

    def _holder(self, p: Parsed, chunk: Chunk) -> Party | None:
        if chunk.kind == NP and (land := country_of(core_of(p, chunk))) is not None:
            return self.parties.forces_of(land) or self.parties.country_party(core_of(p, chunk), p)
        return self.parties.at(p, chunk)

    def _known(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "guerrillas of the pro-Iranian Hizbollah": a known armed group that the phrase holds or opens."""
        if chunk.kind != NP or p.words[chunk.head].tag not in {"NNP", "NNPS"}:
            return None
        start, size = p.start(chunk), p.end(chunk) - p.start(chunk)
        found = (x for x in find_known(p.text[start : start + size + _NAME]) if x.start < size)
        known = next((x for x in found if x.actor.type in ARMED), None)
        return self.parties.of_name(known.text, known.actor.type, p.number) if known is not None else None

    def _unit(self, p: Parsed, people: Chunk, chunk: Chunk) -> Party | None:
        """Example: "jawans of the Assam Rifles": a named body, no town or person, of the kind that its people are."""
        kind = party_nouns().get(p.head(people)) or party_nouns().get(f"{p.head(people)}s")
        if p.head(people) in _MEMBERS and _names_group(p, people, chunk):
            kind = ActorType.REBEL_GROUP
        named = p.words[chunk.head].tag in {"NNP", "NNPS"} and chunk.kind == NP and not is_person_name(p, chunk)
        if kind not in ARMED or kind is None or not named:
            return None
        name = core_of(p, chunk)
        if not chunk.det or find_places(f"in {name}") or country_of(name):
            return None
        return self.parties.of_name(name, kind, p.number)

    def _owner(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "army convoy", "the PKK's positions": the party named inside the noun phrase."""
        text = f" {p.slice(chunk).lower()} ".replace("'s ", " ").replace("’s ", " ")
        forms = [(f, x) for x in self.parties.all if x.type in ARMED for f in x.forms if len(f) > 1]
        for form, party in sorted(forms, key=lambda row: -len(row[0])):
            if f" {form.lower()} " in text:
                return party
        return None


def counted_of(p: Parsed, j: int) -> int | None:
    """Example: "three of the nine miners", "dozens of gunmen": the chunk of those whom the number at chunk j counts."""
    head = p.words[p.chunks[j].head]
    alone = p.chunks[j].count is not None and (head.tag == "CD" or head.low in _ROUND)
    of = alone and j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of"
    return j + 2 if of and p.chunks[j + 2].kind == NP else None


def _names_group(p: Parsed, people: Chunk, chunk: Chunk) -> bool:
    """Example: "members of the Hassan Group", "suspected members of the Mayiza": of no parliament or club."""
    suspected = any(w.low in {"suspected", "alleged"} for w in p.words[people.a : people.b])
    return suspected or p.words[chunk.head].low.rpartition("-")[2] in _GROUP_NOUNS
