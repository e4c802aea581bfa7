"""The parties of an article: one name for each, however it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from summarizer.engines.offline.chunks import NP, Chunk
from summarizer.engines.offline.lexicon import table
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.actors import known_actor
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType

_ARMED = frozenset(
    {
        ActorType.STATE_FORCES,
        ActorType.EXTERNAL_FORCES,
        ActorType.REBEL_GROUP,
        ActorType.MILITIA,
        ActorType.UNIDENTIFIED_ARMED,
    }
)
_STATE = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL_FORCES})
_REBEL = frozenset({ActorType.REBEL_GROUP, ActorType.MILITIA, ActorType.UNIDENTIFIED_ARMED})


@dataclass(slots=True, eq=False)
class Party:
    """One party. `head` is the noun of its name; `forms` every way it was called, verbatim."""

    name: str
    type: ActorType
    head: str
    forms: list[str] = field(default_factory=list)
    canonical: str | None = None
    generic: bool = False
    seen: list[int] = field(default_factory=list)
    """Numbers of the sentences that mention it."""


@cache
def _nouns() -> dict[str, ActorType]:
    return {word: ActorType(kind) for kind, rows in table("actors").items() for word in rows["words"]}


@cache
def _phrases() -> dict[str, ActorType]:
    return {phrase: ActorType(kind) for kind, rows in table("actors").items() for phrase in rows["phrases"]}


class Parties:
    """Finds and merges the parties of one article. `country` is where its events happen (ISO alpha-3) or None."""

    def __init__(self, country: str | None) -> None:
        self.country = country
        self.all: list[Party] = []

    def scan(self, sentences: Iterable[Parsed]) -> None:
        """Register named parties first, so that generic nouns can mean them."""
        sentences = list(sentences)
        for generic in (False, True):
            for p in sentences:
                for chunk in p.chunks:
                    if chunk.kind == NP and chunk.det != "prp":
                        self._register(p, chunk, generic=generic)

    def at(self, p: Parsed, chunk: Chunk) -> Party | None:
        """The party that a noun phrase means, None when it is none."""
        if chunk.det == "prp" or chunk.kind != NP:
            return None
        text = self._core(p, chunk)
        low = text.lower()
        for party in self.all:
            if any(low == form.lower() for form in party.forms):
                return party
        kind = self._kind(p, chunk, low)
        if kind is None:
            return None
        return self._meant(p.head(chunk), low, kind, p.number)

    def side(self, p: Parsed, text: str, head: str) -> Party | None:
        """Whose fighters the victims are, from their own words."""
        low = text.lower()
        forms = [(form, x) for x in self.all if x.type in _ARMED for form in {x.name, *x.forms}]
        found = [(len(form) * (2 - x.generic), x) for form, x in forms if _within(form.lower(), low)]
        if found:
            return (
                max(found, key=lambda row: row[0])[1]
                if not _plain(low)
                else self._meant(head, low, _nouns().get(head), p.number)
            )
        kind = _nouns().get(head) or _SINGULAR.get(head)
        states = [
            x
            for x in self.all
            if x.type in _STATE and {w for w in low.split() if country_of(w)} & set(x.name.lower().split())
        ]
        if states and kind in _STATE:
            return states[0]
        if kind not in _ARMED or kind is None:
            return None
        party = self._meant(head, low, kind, p.number)
        if party is None:
            party = Party(text, kind, head, [text], generic=True)
            self.all.append(party)
        return party

    def _register(self, p: Parsed, chunk: Chunk, *, generic: bool) -> None:
        text = self._core(p, chunk)
        low = text.lower()
        after = chunk.count.end if chunk.count is not None else 0
        named_words = [w for w in p.words[chunk.a : chunk.b] if w.start >= after and w.tag in {"NNP", "NNPS"}]
        if not low or (chunk.count is not None and not named_words) or low.endswith("allied forces"):
            return
        kind = self._kind(p, chunk, low)
        if kind is None:
            return
        organisation = _organisation(p, chunk)
        if organisation is not None:
            if not generic:
                self._join(organisation, text, kind, p)
            return
        named = any(
            w.tag in {"NNP", "NNPS"} or (w.tag == "JJ" and w.text[0].isupper()) for w in p.words[chunk.a : chunk.b]
        )
        if named == generic:
            return
        if named:
            party = self._same(text, low)
        else:
            heads = [x for x in self.all if x.head == p.head(chunk) and x.type == kind]
            party = (
                self._meant(p.head(chunk), low, kind, p.number)
                if p.head(chunk) in _PLAIN_NOUNS
                else (heads[0] if heads else None)
            )
        if party is None:
            known = known_actor(text)
            party = Party(text, kind, p.head(chunk), canonical=known.canonical if known else None, generic=not named)
            self.all.append(party)
        if text not in party.forms:
            party.forms.append(text)
        party.seen.append(p.number)
        acronym = _acronym(p, chunk)
        if acronym and acronym not in party.forms:
            party.forms.append(acronym)

    def _join(self, name: str, text: str, kind: ActorType, p: Parsed) -> None:
        """ "IS militants" are IS: the organisation is the party, the phrase one of its forms."""
        known = known_actor(name)
        party = self._same(name, name.lower())
        if party is None:
            party = Party(
                name,
                known.type if known else kind,
                p.text.split()[0].lower(),
                [name],
                known.canonical if known else None,
            )
            party.head = text.split()[-1].lower()
            self.all.append(party)
        if text not in party.forms:
            party.forms.append(text)
        if party.head not in _PLAIN_NOUNS:
            party.head = text.split()[-1].lower()
        party.seen.append(p.number)

    def country_party(self, word: str, p: Parsed) -> Party | None:
        """ "Russian air strikes": the state behind an adjective, as a party named by that word."""
        country = country_of(word)
        if country is None:
            return None
        found = next((x for x in self.all if x.name.lower() == word.lower()), None)
        if found is None:
            kind = ActorType.STATE_FORCES if country == self.country else ActorType.EXTERNAL_FORCES
            found = Party(word, kind, "", [word])
            self.all.append(found)
        found.seen.append(p.number)
        return found

    def _core(self, p: Parsed, chunk: Chunk) -> str:
        """The noun phrase without determiner and number."""
        a = chunk.a
        while a < chunk.head and (
            p.words[a].low in _QUANTIFIERS
            or p.words[a].tag in {"DT", "PRP$", "PDT", "CD"}
            or (chunk.count and p.words[a].start < chunk.count.end)
        ):
            a += 1
        return p.text[p.words[a].start : p.words[chunk.head].end]

    def _kind(self, p: Parsed, chunk: Chunk, low: str) -> ActorType | None:
        known = known_actor(self._core(p, chunk))
        if known is not None:
            return known.type
        for phrase, kind in _phrases().items():
            if low.endswith(phrase):
                return self._qualified(low, kind)
        kind_of_head = _nouns().get(p.head(chunk))
        if kind_of_head is None:
            return None
        return self._qualified(low, kind_of_head)

    def _qualified(self, low: str, kind: ActorType) -> ActorType:
        words = low.split()
        if kind in _STATE:
            if any(w in {"rebel", "insurgent", "militant", "anti-government", "opposition"} for w in words):
                return ActorType.REBEL_GROUP
            if any(w in {"kurdish", "allied", "tribal"} for w in words) and "and" not in words:
                return ActorType.MILITIA
            country = self._land(words)
            if country is not None and self.country is not None and country != self.country:
                return ActorType.EXTERNAL_FORCES
        return kind

    def _land(self, words: list[str]) -> str | None:
        """The country a name's words give, two words ("South Sudan") before one."""
        bare = [w.removesuffix("'s").removesuffix("’s") for w in words]
        for size in (2, 1):
            for i in range(len(bare) - size + 1):
                if (country := country_of(" ".join(bare[i : i + size]))) is not None:
                    return country
        return None

    def _same(self, text: str, low: str) -> Party | None:
        known = known_actor(text)
        for party in self.all:
            if known is not None and party.canonical == known.canonical:
                return party
            if low in {f.lower() for f in party.forms} or _bare(low) == _bare(party.name.lower()):
                return party
        return None

    def _meant(self, head: str, low: str, kind: ActorType | None, number: int) -> Party | None:
        """The party a generic noun stands for: the latest of its own noun and kind, then the latest named one of its side."""
        if kind is None:
            return None
        same = [x for x in self.all if x.head == head and x.type == kind]
        if same:
            return _latest(same, number)
        if kind in _STATE:
            return _latest([x for x in self.all if x.type in _STATE and not x.generic and _alike(x, head)], number)
        if kind in _REBEL:
            named = [x for x in self.all if x.type == kind and not x.generic]
            return _latest(named or [x for x in self.all if x.type in _REBEL and not x.generic], number)
        return None


_QUANTIFIERS = frozenset(
    {"many", "few", "several", "more", "other", "some", "own", "new", "fresh", "additional", "additional", "dozens"}
)
_SOLDIERS = frozenset(
    {
        "army",
        "military",
        "troops",
        "soldiers",
        "forces",
        "force",
        "jawans",
        "personnel",
        "soldier",
        "servicemen",
        "conscripts",
    }
)
_PLAIN_NOUNS = frozenset(
    {
        "army",
        "military",
        "troops",
        "soldiers",
        "forces",
        "militants",
        "rebels",
        "insurgents",
        "fighters",
        "terrorists",
        "gunmen",
    }
    | {"jihadists", "guerrillas", "jawans", "personnel", "elements", "attackers", "assailants", "bandits", "hoodlums"}
)
_SINGULAR = {
    "soldier": ActorType.STATE_FORCES,
    "policeman": ActorType.STATE_FORCES,
    "officer": ActorType.STATE_FORCES,
    "militant": ActorType.REBEL_GROUP,
    "rebel": ActorType.REBEL_GROUP,
    "guerrilla": ActorType.REBEL_GROUP,
    "insurgent": ActorType.REBEL_GROUP,
    "terrorist": ActorType.REBEL_GROUP,
    "jihadist": ActorType.REBEL_GROUP,
    "fighter": ActorType.REBEL_GROUP,
    "policewoman": ActorType.STATE_FORCES,
    "constable": ActorType.STATE_FORCES,
    "jawan": ActorType.STATE_FORCES,
    "jawans": ActorType.STATE_FORCES,
    "personnel": ActorType.STATE_FORCES,
    "vigilante": ActorType.MILITIA,
}


def _alike(party: Party, head: str) -> bool:
    """Soldiers are an army's, officers a police force's."""
    police = "police" in party.name.lower() or party.head in {"police", "force"}
    return police if head in _POLICE else (head in _SOLDIERS and (not police or party.head == "force"))


_POLICE = frozenset(
    {"police", "policemen", "policeman", "officers", "officer", "constable", "constables", "detectives", "guards"}
)


def _latest(parties: list[Party], number: int) -> Party | None:
    """The party mentioned last up to this sentence, else the first of the article."""
    before = [
        (max(n for n in x.seen if n <= number), -i, x)
        for i, x in enumerate(parties)
        if any(n <= number for n in x.seen)
    ]
    if before:
        return max(before, key=lambda row: (row[0], row[1]))[2]
    return parties[0] if parties else None


def _organisation(p: Parsed, chunk: Chunk) -> str | None:
    """The known organisation before a plain noun for its people: "IS" of "IS militants", "Al Nusra" of "Al Nusra militants"."""
    if p.head(chunk) not in _PLAIN_NOUNS:
        return None
    for a in range(chunk.a, chunk.head):
        name = p.text[p.words[a].start : p.words[chunk.head - 1].end]
        known = known_actor(name) if p.words[a].text[0].isupper() else None
        if known is not None and known.type in _ARMED:
            return name
    return None


def _acronym(p: Parsed, chunk: Chunk) -> str:
    """ "Kachin Independence Army (KIA)": the capitals in brackets after the name."""
    if chunk.b + 2 < len(p.words) and p.words[chunk.b].text == "(" and p.words[chunk.b + 2].text == ")":
        inside = p.words[chunk.b + 1].text
        return inside if inside.isupper() and len(inside) > 1 else ""
    return ""


def _plain(low: str) -> bool:
    """Only a plain noun, which means the side mentioned last: "militants", "the troops"."""
    return low.removeprefix("the ") in _PLAIN_NOUNS


def _within(form: str, low: str) -> bool:
    return len(form) > 1 and (f" {form} " in f" {low} ")


def _bare(low: str) -> str:
    return " ".join(w for w in low.replace("'s", "").replace("’s", "").split() if w not in {"the", "of"})
