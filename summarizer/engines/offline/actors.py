"""The parties of an article: one name for each, however it is called."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.chunks import NP, Chunk
from summarizer.engines.offline.named_inside import long_names, machines_of, named_inside
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import (
    POLICE,
    SERVICES,
    SINGULAR,
    Party,
    is_clerk,
    meant,
    mission_of,
    of_bare_name,
    of_that_land,
    of_that_name,
    plural_of,
    suits,
    whole_force,
)
from summarizer.engines.offline.party_marks import mark, struck_by
from summarizer.engines.offline.party_names import (
    ARMED,
    OFFSHOOTS,
    PLAIN_NOUNS,
    REBEL,
    STATE,
    UNITS,
    acronym_of,
    bare_party,
    core_of,
    counts_nameless,
    has_name,
    kind_of,
    land_of,
    organisation_of,
    party_nouns,
    seat_of,
)
from summarizer.engines.offline.sections import lands_of
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType

_PEACEKEEPERS = frozenset({"peacekeeper", "peacekeepers", "helmet", "helmets"})
_SUSPECTED = frozenset({"suspected", "unidentified", "unknown", "presumed", "alleged"})


class Parties:
    """Finds and merges the parties of one article. `country` is where its events happen (ISO alpha-3) or None."""

    def __init__(self, country: str | None) -> None:
        self.country = country
        self._lands: dict[int, str] = {}
        self._opened: dict[tuple[int, int], Party] = {}
        """Sentence and first word of a chunk -> the party whose name of several chunks begins in it."""
        self.all: list[Party] = []
        self.people: list[Party] = []  # victims and actors who are no party of the story: a farmer, a named man

    def scan(self, sentences: Sequence[Parsed]) -> None:
        """Register named parties first, so that generic nouns can mean them."""
        nameless = []
        self._lands = lands_of(sentences)
        for p in sorted(sentences, key=lambda p: p.headline):  # a headline calls "Chin forces" what the body names
            self._opened |= long_names(self, p)
            for chunk in p.chunks:
                kind = self._kind(p, chunk) if chunk.kind == NP and chunk.det != "prp" else None
                if kind is None:
                    named_inside(self, p, chunk)
                    continue
                if (organisation := organisation_of(p, chunk) or self._initials(p, chunk)) is not None:
                    self._join(organisation, core_of(p, chunk), kind, p)
                elif has_name(p, chunk):
                    self._register(p, chunk, kind, generic=False)
                else:
                    nameless.append((p, chunk, kind))
        mark(self.all, sentences, self.country)
        nameless.sort(key=lambda row: row[0].head(row[1]) not in POLICE)  # beside police, "security forces" are no army
        for p, chunk, kind in nameless:
            self._register(p, chunk, kind, generic=True)

    def at(self, p: Parsed, chunk: Chunk) -> Party | None:
        """The party that a noun phrase means, None when it is none."""
        if chunk.det == "prp" or chunk.kind != NP:
            return None
        if (opened := self._opened.get((p.number, chunk.a))) is not None:
            return opened
        low = core_of(p, chunk).lower()
        for party in self.of_section(p.number):
            if low in map(str.lower, party.forms):
                return party
        kind = kind_of(p, chunk, self.land(p.number))
        return machines_of(self, p, chunk) or self.meant(p.head(chunk), kind, p.number, low)

    def side(self, p: Parsed, text: str, head: str) -> Party | None:
        """Whose fighters the victims are, from their own words."""
        low = text.lower()
        forms = [(form, x) for x in self.of_section(p.number) if x.type in ARMED for form in {x.name, *x.forms}]
        land = land_of(text)
        inside = [(form, x) for form, x in forms if len(form) > 1 and f" {form.lower()} " in f" {low} "]
        within = [(form, x) for form, x in inside if self._of_land(form, x, land)]
        found = [(len(form) * (2 - x.generic), x) for form, x in within]
        if found and low.removeprefix("the ") in PLAIN_NOUNS:
            return self.meant(head, party_nouns().get(head), p.number, harmed=True)
        if found:
            return max(found, key=lambda row: row[0])[1]
        kind = party_nouns().get(head) or SINGULAR.get(head)
        if low.startswith("terrorist "):
            kind = ActorType.REBEL_GROUP  # "terrorist criminals" in an army's words
        if kind not in ARMED or kind is None:
            return None
        first, _, rest = text.partition(" ")
        text = rest if first in {"an", "a", "the", "its", "their", "his", "her", "our"} else text
        words_before = (w for w in text.lower().split()[:-1] if w not in UNITS)
        before = next((w for w in words_before if party_nouns().get(w) in STATE), None)
        if before is not None and kind in STATE:
            return self.of_word(before, kind, p.number)  # "regime soldiers" are the regime's
        if kind in STATE and land_of(text) is not None:
            return self._forces_of(text, kind, head)
        if (mission := self._mission(head)) is not None:
            return mission
        meant_by = (self.meant(noun, kind, p.number, text, harmed=True) for noun in (head, plural_of(head)))
        return next(filter(None, meant_by), None) or self._nameless(text, kind, head)

    def _of_land(self, form: str, party: Party, land: str | None) -> bool:
        """May people of this land be meant by the form? "Venezuelan soldiers" are not a Colombian army's "soldiers"."""
        if land is None or form.lower() not in PLAIN_NOUNS:
            return True
        return (land_of(party.name) or self.country) == land

    def _mission(self, head: str) -> Party | None:
        """The mission that "peacekeepers" are of, None for other nouns."""
        return mission_of(self.all) if head in _PEACEKEEPERS else None

    def _nameless(self, text: str, kind: ActorType, head: str) -> Party:
        if (mission := self._mission(head)) is not None:
            return mission
        party = Party(text, kind, head, [text], generic=True)
        self.all.append(party)
        return party

    def unnamed(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "a dozen gunmen", "a soldier": a side met under a number, or as one of its people."""
        head = p.head(chunk)
        single = SINGULAR.get(head)
        kind = kind_of(p, chunk, self.land(p.number)) or single
        if kind not in ARMED or kind is None or is_clerk(p, chunk):
            return None
        text = core_of(p, chunk)
        plural = plural_of(head) if single is not None else head
        plural = "soldiers" if "commissioned" in text else plural  # "a junior commissioned officer" is no policeman
        party = self.same(text)
        if party is None and kind in STATE and land_of(text) is not None:
            party = self._forces_of(text, kind, plural)
        party = party or self.meant(plural, kind, p.number, text)
        party = party or self._nameless(text, kind, plural)
        party.seen.append(p.number)
        return party

    def of_word(self, word: str, kind: ActorType, number: int, *, harmed: bool = False) -> Party:
        """The side that a plain noun before another names: "regime" of "regime aircraft"."""
        low = word.lower()
        party = next((x for x in self.all if low in {f.lower() for f in x.forms}), None) or self.meant(
            low, kind, number, harmed=harmed
        )
        party = party or self._nameless(word, kind, low)
        party.seen.append(number)
        return party

    def of_name(self, name: str, kind: ActorType, number: int) -> Party:
        """The party of this name, met for the first time or again."""
        party = self.same(name)
        if party is None:
            known = known_actor(name)
            party = Party(name, known.type if known else kind, name.rpartition(" ")[2].lower(), [name])
            self.all.append(party)
        party.seen.append(number)
        return party

    def person(self, p: Parsed, chunk: Chunk, kind: ActorType) -> Party:
        """People who are no side, under their noun phrase: "three nurses", "Jairo Munoz"."""
        text = core_of(p, chunk)
        found = next((x for x in self.people if text.lower() == x.name.lower()), None)
        if found is None:
            found = Party(text, kind, p.head(chunk), [text], generic=True)
            self.people.append(found)
        found.seen.append(p.number)
        return found

    def _forces_of(self, text: str, kind: ActorType, head: str) -> Party:
        """The forces of the state that the words name: "Syrian soldiers" are the "Syrian army"'s, no other's."""
        land = land_of(text)
        if (found := self._mission(head) or self.forces_of(land)) is None:
            found = Party(text, kind if land == self.country else ActorType.EXTERNAL_FORCES, head, [text])
            self.all.append(found)
        return found

    def forces_of(self, land: str | None) -> Party | None:
        """The first party that is the forces of this state (ISO alpha-3); its air force is less than those."""
        own = (x for x in self.all if x.type in STATE and not x.name.lower().endswith(SERVICES))
        return next((x for x in own if land is not None and land_of(x.name) == land), None)

    def country_party(self, word: str, p: Parsed) -> Party | None:
        """Example: "Russian air strikes", "Kyiv": the state behind an adjective or a capital, named by that word."""
        country = country_of(word) or seat_of(word)
        if country is None:
            return None
        found = next((x for x in self.all if x.name.lower() == word.lower()), None) or whole_force(self.all, word)
        if found is None:
            kind = ActorType.STATE_FORCES if country == self.country else ActorType.EXTERNAL_FORCES
            found = Party(word, kind, "", [word])
            self.all.append(found)
        found.seen.append(p.number)
        return found

    def _kind(self, p: Parsed, chunk: Chunk) -> ActorType | None:
        """The type of the party that a noun phrase names, None when it names none or only counts people."""
        if p.words[chunk.a].tag == "PRP$" or (counts_nameless(p, chunk) and p.head(chunk) != "gunmen"):
            return None  # "its forces", "nine rebels"; not "two gunmen", of whom "the attackers" tells later
        kind = kind_of(p, chunk, self.land(p.number))
        text = core_of(p, chunk).lower()
        if kind in REBEL and text.partition(" ")[0] in _SUSPECTED:
            return ActorType.UNIDENTIFIED_ARMED
        return None if kind is None or text.endswith("allied forces") else kind

    def _register(self, p: Parsed, chunk: Chunk, kind: ActorType, *, generic: bool) -> None:
        text = core_of(p, chunk)
        struck = struck_by(self.all, p, chunk) if generic and kind in ARMED else []
        party = self._of_noun(p.head(chunk), kind, p.number, text, struck) if generic else self.same(text)
        if party is None:
            known = known_actor(text)
            party = Party(text, kind, p.head(chunk), canonical=known.canonical if known else None, generic=generic)
            self.all.append(party)
        party.note(text, p.number)
        acronym = acronym_of(p, chunk)
        if acronym and acronym not in party.forms:
            party.forms.append(acronym)

    def _initials(self, p: Parsed, chunk: Chunk) -> str | None:
        """Example: "SLA militiamen", where the "South Lebanon Army (SLA)" was named: the initials of a party."""
        word = p.words[chunk.head - 1].text if chunk.head > chunk.a else ""
        if len(word) < 2 or not word.isupper() or p.text.isupper() or p.head(chunk) in OFFSHOOTS:
            return None
        return word if any(word in x.forms for x in self.all if x.type in ARMED) else None

    def _join(self, name: str, text: str, kind: ActorType, p: Parsed) -> None:
        """Example: "IS militants" are IS: the organisation is the party, the phrase one of its forms."""
        head = text.rsplit(maxsplit=1)[-1].lower()
        party = self.same(name)
        if party is None:
            known = known_actor(name)
            party = Party(name, known.type if known else kind, head, [name], known.canonical if known else None)
            self.all.append(party)
        party.note(text, p.number)
        if party.head not in PLAIN_NOUNS:
            party.head = head

    def same(self, text: str) -> Party | None:
        """The party known by this name or an equal one."""
        known, low = known_actor(text), text.lower()
        for party in self.all:
            if known is not None and party.canonical == known.canonical:
                return party
            if low in {f.lower() for f in party.forms} or bare_party(low) == bare_party(party.name.lower()):
                return party
        found = of_that_name(self.all, text) or of_that_land(self.all, text) or of_bare_name(self.all, text)
        other = found is not None and known is not None and found.canonical not in {None, known.canonical}
        return None if other else found  # the CRPF is not the BSF

    def _of_noun(self, head: str, kind: ActorType, number: int, text: str, struck: list[Party]) -> Party | None:
        """The party that a phrase without a name is a further mention of, none of those whom it is said to strike."""
        if head in PLAIN_NOUNS:
            known = [x for x in self.of_section(number) if x not in struck]
            party = meant(known, head, kind, number, ahead=False)
            return party if party is None or suits(self.all, party, text) else None
        return next((x for x in self.all if x.head == head and x.type == kind), None)

    def land(self, number: int) -> str | None:
        """The country (ISO alpha-3) of the section that holds the sentence, else the article's."""
        return self._lands.get(number, self.country)

    def opens_section(self, number: int) -> bool:
        """Does the sentence stand first in a section of a roundup by country?"""
        return self._lands.get(number) != self._lands.get(number - 1)

    def of_section(self, number: int) -> list[Party]:
        """In a roundup by country the parties that the section names, else all of them."""
        land = self._lands.get(number)
        return [x for x in self.all if land is None or any(self._lands.get(n) == land for n in x.seen)]

    def meant(
        self, head: str, kind: ActorType | None, number: int, text: str = "", *, harmed: bool = False
    ) -> Party | None:
        """The party that a generic noun means in the sentence of this number; `text` is its whole phrase."""
        party = meant(self.of_section(number), head, kind, number, harmed=harmed)
        return party if party is None or suits(self.all, party, text) else None
