"""Whom a noun phrase means where it acts in an event or suffers one: a party, its people, or plain people."""

from __future__ import annotations

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.chunks import CC, NP, QUOTE, Chunk
from summarizer.engines.offline.clause_marks import names_nobody
from summarizer.engines.offline.holding import HOLDERS, Holding, counted_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.nations import is_adjective
from summarizer.engines.offline.openers import agrees, is_unknown_body, speaks_here, starts_clause
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import (
    ARMED,
    PLAIN_NOUNS,
    UNITS,
    core_of,
    land_of,
    leads_some,
    party_nouns,
    seat_of,
)
from summarizer.engines.offline.person_names import is_person_name
from summarizer.engines.offline.triggers import event_words
from summarizer.normalize.actors import known_actor
from summarizer.normalize.harm import person_nouns
from summarizer.normalize.places import country_of, find_places, is_struck
from summarizer.records.vocabulary import ActorType, VictimStatus

_PLANTED = frozenset({"bomb", "mine", "landmine", "device", "ied", "explosive", "explosives", "mines", "landmines"})
_DROPPED = frozenset({"guided", "glide", "gliding", "aerial", "barrel"})
"""Before "bomb": one that an aircraft of a state drops."""
_PREMISES = words("referents", "premises")
_NOBODY = words("referents", "nobody")
_KIN = frozenset({"brothers", "sisters", "leader", "couple"})
"""Nobody in particular, unless they are counted: "two brothers", "a community leader"."""
_FIRE = words("referents", "fire")
_ITS = frozenset({"its", "their"})
_ALLIED = frozenset({"allied"})
_PLURAL = frozenset({"they", "them", "who", "themselves"})
_SINGULAR = frozenset({"it", "itself"})
_OWN_SIDE = frozenset({"group", "movement", "side", "organisation", "organization"})
_REACH = 2
"""Sentences back in which a pronoun's party is looked for."""
_OF_STATE = frozenset({"ministry", "military", "army", "government", "defence", "defense", "kremlin"})


def _state_named(q: Parsed, i: int) -> str | None:
    """Example: "Ankara", "Russia's Defence Ministry": the state whose forces "its troops" are."""
    chunk = q.chunks[i]
    if q.head(chunk) in _OF_STATE:
        return land_of(q.slice(chunk))
    return seat_of(q.slice(chunk)) or (country_of(q.slice(chunk)) if chunk.kind == NP else None)


def _speaks_for_state(p: Parsed, i: int) -> bool:
    """Example: "the federal government said its troops": of a state that the words do not name."""
    return p.head(p.chunks[i]) in _OF_STATE and starts_clause(p, i) and speaks_here(p, i)


def _is_ally(p: Parsed, chunk: Chunk) -> bool:
    """Example: "allied fighters": whoever fights beside those told of just before, if no name says who."""
    words_of = p.words[chunk.a : chunk.head]
    return not _ALLIED.isdisjoint(w.low for w in words_of) and all(w.tag not in {"NNP", "NNPS"} for w in words_of)


_ARMS = event_words("weapons") | event_words("air") | {"air"}
_BLOWS = words("referents", "blows")
"""What somebody's deed is called, and not what befell him ("the general's killing")."""


class Referents(Holding):
    """Resolves noun phrases of one article, read in order, to its parties."""

    def __init__(self, parties: Parties) -> None:
        super().__init__(parties)
        self._read: dict[int, Parsed] = {}

    def turn_to(self, p: Parsed) -> None:
        """Sentence `p` is read next; pronouns in later ones may look back to it."""
        self._read[p.number] = p

    def acting(self, p: Parsed, j: int, *, people: bool = True) -> Party | None:
        """The party that acts where the noun phrase at chunk j does. `people`: a farmer or a named man counts too."""
        chunk = p.chunks[j]
        if chunk.kind != NP or names_nobody(p, j):
            return None  # "no militant group or individual claimed the attack"
        if chunk.det == "prp":
            return self._antecedent(p, j)
        if (whole := counted_of(p, j)) is not None:
            return self.acting(p, whole, people=people)
        if leads_some(p, chunk):
            return self._people(p, j) if people else None
        if chunk.det == "poss":
            owner = self._of_possessor(p, j)
            if owner is not None or p.head(chunk) in _OWN_SIDE:
                return owner  # "his group" is no party called "group"
            if (body := self._of_speaking_body(p, j)) is not None:
                return body
        if j > 1 and p.chunks[j - 1].kind == QUOTE and p.slice(p.chunks[j - 2]).lower() in _ITS:
            told = "it" if p.slice(p.chunks[j - 2]).lower() == "its" else "they"
            return self._antecedent(p, j, told)  # "its "soldiers" had killed 70"
        if j > 1 and p.chunks[j - 1].kind == CC and _is_ally(p, chunk):
            return None  # "the army and allied fighters": of the first, not whoever fighters were before
        return (
            self.held(p, j)
            or self.parties.at(p, chunk)
            or self.parties.unnamed(p, chunk)
            or self._country(p, chunk)
            or self._owner(p, chunk)
            or self.side_before(p, chunk)
            or (self._of_state(p, chunk) if self._strikes(p, chunk) else None)
            or (self._people(p, j) if people else None)
        )

    def _strikes(self, p: Parsed, chunk: Chunk) -> bool:
        """Example: "Russian missiles", "Israeli jets", "Turkish fire": arms of the state whose adjective they bear."""
        head = p.head(chunk)
        dropped = not _DROPPED.isdisjoint(w.low for w in p.words[chunk.a : chunk.head])
        if (head in _PLANTED and not dropped) or (
            head == "bombs" and not any(is_adjective(w.text) for w in p.words[chunk.a : chunk.b])
        ):
            return False  # "Somalia car bomb kills nine": where, not whose
        return head in _FIRE or head in event_words("weapons") or head in event_words("air")

    def suffering(self, p: Parsed, j: int) -> Party | None:
        """The party that suffers where the noun phrase at chunk j does; for premises and vehicles, whose they are."""
        chunk = p.chunks[j]
        if chunk.kind != NP:
            return None
        if chunk.det == "prp":
            return self._antecedent(p, j) if p.head(chunk) in _PLURAL else None
        if (whole := counted_of(p, j)) is not None:
            return self.suffering(p, whole)
        party = self.held(p, j) or self.parties.at(p, chunk) or self.parties.unnamed(p, chunk)
        if party is not None:
            return party
        if p.head(chunk) in _PREMISES:
            return self.belonging(p, j)
        return self._people(p, j) or self._owner(p, chunk)

    def side_before(self, p: Parsed, chunk: Chunk, *, of_event: bool = False) -> Party | None:
        """Example: "regime aircraft", "rebel mortars": a noun for a side before what it does or fights with."""
        fights = of_event or p.head(chunk) in event_words("weapons") | event_words("air") | HOLDERS | _FIRE
        if not fights or chunk.head == chunk.a or p.words[chunk.head - 1].low == "fighter":
            return None  # "a fighter jet" is no fighter's
        word = p.words[_before_arms(p, chunk)]
        if word.text == ")":
            return self._named_in_full(p, chunk)
        if word.low == "force" and chunk.head - chunk.a > 2 and p.words[chunk.head - 2].low == "air":
            named = Chunk(NP, chunk.a, chunk.head, chunk.head - 1, det=chunk.det)  # "a Nigerian air force jet"
            return self.parties.of_name(core_of(p, named), ActorType.STATE_FORCES, p.number)
        kind = party_nouns().get(word.low) or party_nouns().get(f"{word.low}s")
        return self.parties.of_word(word.text, kind, p.number) if kind in ARMED and kind is not None else None

    def _named_in_full(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "a Rapid Support Forces (RSF) drone strike": the known armed party named before its initials."""
        names = [w for w in p.words[chunk.a : chunk.head] if w.tag.startswith("NNP")]
        name = p.text[names[0].start : names[-1].end].partition(" (")[0] if names else ""
        known = known_actor(name)
        return self.parties.of_name(name, known.type, p.number) if known is not None and known.type in ARMED else None

    def belonging(self, p: Parsed, j: int) -> Party | None:
        """Whose the people of the noun phrase at chunk j are, by a party, a side or a state before its noun."""
        chunk = p.chunks[j]
        if chunk.kind != NP:
            return None
        if (owner := self._owner(p, chunk)) is not None:
            return owner
        for word in (w for w in p.words[chunk.a : chunk.head] if w.low not in UNITS):
            kind = party_nouns().get(word.low) or party_nouns().get(f"{word.low}s")
            if kind in ARMED and kind is not None:
                return self.parties.of_word(word.text, kind, p.number)
        return self._of_state(p, chunk)

    def _of_state(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "an Israeli barracks": the state whose adjective stands before premises of its forces."""
        for word in p.words[chunk.a : chunk.head]:
            name = word.text.removesuffix("'s").removesuffix("’s")
            if word.text[0].isupper() and country_of(name):
                return self.parties.country_party(name, p)
        return None

    def _state(self, q: Parsed, i: int) -> Party | None:
        """Example: "Israel said it had struck", "Kyiv said its drones hit": the state that the whole phrase names."""
        name = core_of(q, q.chunks[i])
        return self.parties.country_party(name, q) if country_of(name) or seat_of(name) else None

    def _of_possessor(self, p: Parsed, j: int) -> Party | None:
        """Example: "their gunmen", "its troops", "its drones": the named party that the possessive stands for."""
        chunk = p.chunks[j]
        if p.head(chunk) in _OWN_SIDE and p.words[chunk.a].low in {"his", "her"}:
            before = (self._named(p, i) for i in range(j) if starts_clause(p, i))
            # "a member of the ELN said his group"
            return next((x for x in before if x is not None and x.type in ARMED), None)
        if p.head(chunk) not in PLAIN_NOUNS and p.head(chunk) not in HOLDERS and not self._strikes(p, chunk):
            return None
        word = p.words[chunk.a].low
        party = self._antecedent(p, j, "they" if word == "their" else "it") if word in {"their", "its"} else None
        same = party is not None and party.type is party_nouns().get(p.head(chunk))  # "the army said its troops"
        return party if party is not None and (same or not party.generic) else None

    def _of_speaking_body(self, p: Parsed, j: int) -> Party | None:
        """Example: "the Counter-Terrorism Service said its troops had killed four": the body that speaks."""
        chunk = p.chunks[j]
        kind = party_nouns().get(p.head(chunk))
        if p.words[chunk.a].low not in _ITS or p.head(chunk) not in PLAIN_NOUNS or kind is None:
            return None
        speaking = (
            i
            for i in range(j)
            if starts_clause(p, i) and is_unknown_body(p, i) and p.head(p.chunks[i]) not in _OF_STATE
        )
        i = next(speaking, None)
        if i is None or kind not in ARMED:
            return None
        return self.parties.of_name(core_of(p, p.chunks[i]), kind, p.number)

    def _tells_of_machine(self, q: Parsed, end: int) -> bool:
        """Example: "The drone went over twice. Then it fired": "it" in somebody's words is no group told of before."""
        first = (q.chunks[i] for i in range(end) if starts_clause(q, i) and q.chunks[i].kind == NP)
        return any(c.det == "the" and q.head(c) in event_words("weapons") | event_words("air") for c in first)

    def _country(self, p: Parsed, chunk: Chunk) -> Party | None:
        """Example: "Azerbaijan released", "Israel shelled": a country that acts."""
        core = core_of(p, chunk)
        if not core[:1].isupper() or not (country_of(core) or seat_of(core)):
            return None
        if p.words[chunk.head].tag == "NNPS" or chunk.count is not None:
            return self.parties.person(p, chunk, ActorType.CIVILIANS)
        return self.parties.country_party(core, p)

    def _people(self, p: Parsed, j: int) -> Party | None:
        """People who are no party: "three nurses", "Jairo Munoz"; nobody in particular ("people") is nobody."""
        chunk = p.chunks[j]
        head = p.head(chunk)
        known = person_nouns().get(head)
        place = find_places(p.slice(chunk)) or is_struck(p.text, p.start(chunk))
        named = p.words[chunk.head].tag == "NNP" and is_person_name(p, chunk) and not place
        counted = head in _KIN and (chunk.count is not None or chunk.det in {"a", "an"})
        if not named and (known is None or (head in _NOBODY and not counted)):
            return None
        fighting = known is not None and known.status is VictimStatus.COMBATANT
        return self.parties.person(p, chunk, ActorType.OTHER if fighting and not named else ActorType.CIVILIANS)

    def _named(self, p: Parsed, i: int) -> Party | None:
        """The party of a subject: by its name, or by the side that its people are of ("gang members")."""
        return self.parties.at(p, p.chunks[i]) or self.held(p, i) or self.side_before(p, p.chunks[i])

    def _antecedent(self, p: Parsed, j: int, pronoun: str = "") -> Party | None:
        """The armed party that "they" or "it" stands for: the first subject of this sentence, else of the last ones."""
        head = pronoun or p.head(p.chunks[j])
        if head not in _PLURAL | _SINGULAR:
            return None
        quoted = p.quoted(p.start(p.chunks[j]))
        for number in range(p.number, p.number - _REACH - 1, -1):
            q = self._read.get(number)
            if q is None:
                return None
            end = j if q is p else len(q.chunks)
            if head == "it" and quoted and self._tells_of_machine(q, end):
                return None
            for i in range(end):
                party = self._named(q, i) if starts_clause(q, i) and not (quoted and speaks_here(q, i)) else None
                office = party is None or party.type is ActorType.GOVERNMENT
                if office and starts_clause(q, i) and (land := _state_named(q, i)) is not None:
                    acting = self.parties.forces_of(land) or self._of_state(q, q.chunks[i]) or self._state(q, i)
                    return acting if head in _SINGULAR else None  # "Ankara said it had killed"
                if party is not None and party.type in ARMED and agrees(head, q, q.chunks[i]):
                    return party
                if office and q is p and not quoted and (is_unknown_body(q, i) or _speaks_for_state(q, i)):
                    return None
            if q is not p and p.sentence.paragraph != q.sentence.paragraph:
                return None
        return None


def _before_arms(p: Parsed, chunk: Chunk) -> int:
    """Example: "a junta air strike", "the army's shelling": the word before the arms, the mark of a genitive aside."""
    i = chunk.head - 1
    while i > chunk.a and p.words[i].low in _ARMS:
        i -= 1
    after = p.words[chunk.b].low if chunk.b < len(p.words) else ""
    owned = p.words[i].tag == "POS" and p.head(chunk) in _BLOWS and after != "by"
    return i - 1 if owned and i > chunk.a else i
