"""The persons an article names, and what it says of each of them anywhere: a role, an age, a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, VG, Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source_kinds import is_private, source_type, type_of_title, without_enemies
from summarizer.engines.offline.source_names import bare_name, cluster, is_person, is_title, phrase_end, proper_name
from summarizer.normalize.actors import find_known
from summarizer.normalize.places import FoundPlace, country_of, find_places, is_struck
from summarizer.records.vocabulary import ActorType, SourceType

_FEMALE = words("cast", "female")
_MALE = words("cast", "male")
_OFFICE_VERBS = words("cast", "office_verbs")
_ENDS = frozenset({COMMA, STOP, QUOTE, CC})
_DEFINED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+ (?:(?:of|for|the|and|in|to|de|on) ){0,2}){1,7}[A-Z][\w’'-]+)"
    r" \((?P<short>[A-Z][\w-]{1,8})\)"
)
_KINDS = {
    ActorType.REBEL_GROUP: SourceType.ARMED_GROUP,
    ActorType.MILITIA: SourceType.ARMED_GROUP,
    ActorType.STATE_FORCES: SourceType.MILITARY,
    ActorType.EXTERNAL_FORCES: SourceType.MILITARY,
}


_OF_PLACES = frozenset(
    {"El", "La", "Los", "Las", "San", "Santa", "Puerto", "Villa", "Ciudad", "Fort", "Port", "Mount", "Lake", "Camp"}
)
"""First words of two that name a place: "El Oro", "Santa Ana"."""


@dataclass(slots=True)
class Person:
    """One person of an article. `female` is None where nothing tells."""

    name: str
    kind: SourceType = SourceType.UNKNOWN
    female: bool | None = None
    private: bool = False
    told: str = ""
    """All that describes him."""


class Kinds:
    """Kinds of sources as one article needs them: the word lists, and the armed parties that it names itself."""

    def __init__(self, parties: Iterable[tuple[str, ActorType]] = ()) -> None:
        self.named = {form.lower(): _KINDS[kind] for form, kind in parties if kind in _KINDS}
        rebels = [form for form, kind in self.named.items() if kind is SourceType.ARMED_GROUP]
        listed = "|".join(map(re.escape, sorted(rebels, key=len, reverse=True)))
        self._rebels = re.compile(rf"(?<!\w)(?:{listed})(?!\w)") if rebels else None

    def of(self, description: str) -> SourceType:
        """The kind that a description of a person or an organisation tells of."""
        low = without_enemies(description.lower()).removeprefix("the ")
        if (known := self.named.get(low)) is not None:
            return known
        kind = source_type(description)
        if kind in {SourceType.UNKNOWN, SourceType.MILITARY} and any(
            found.actor.source_type is SourceType.ARMED_GROUP for found in find_known(without_enemies(description))
        ):
            return SourceType.ARMED_GROUP
        bearing = kind in {SourceType.MILITARY, SourceType.UNKNOWN, SourceType.GOVERNMENT, SourceType.NEWS_MEDIA}
        if bearing and self._rebels is not None and self._rebels.search(low):
            return SourceType.ARMED_GROUP
        return kind


_IN_TOWN = re.compile(r"\b(?:in|near|at|outside|from|to|around|of) $")


class Cast:
    """Finds what an article says of a person, by name."""

    def __init__(self, sentences: Iterable[Parsed] = (), kinds: Kinds | None = None) -> None:
        self.kinds = kinds or Kinds()
        self._people: dict[str, Person] = {}
        self.full: dict[str, str] = {}
        """Acronym -> the name that it stands for, where the article gives both."""
        for p in sentences:
            for found in _DEFINED.finditer(p.text) if "(" in p.text else ():
                name = found["name"].removeprefix("The ")
                if _abbreviates(found["short"], name):
                    self.full.setdefault(found["short"], name)
            for j, chunk in enumerate(p.chunks):
                if chunk.kind == NP:
                    self._meet(p, j, chunk)

    def of(self, name: str) -> Person | None:
        """The person of this name, fully or by the last word of it."""
        low = bare_name(name)
        return self._people.get(low) or self._people.get(low.rsplit(maxsplit=1)[-1])

    def without_people(self, text: str, places: tuple[FoundPlace, ...]) -> tuple[FoundPlace, ...]:
        """The places of a text less the names of people: "Urdaneta said" after "General Ramon Urdaneta"."""
        return tuple(
            f
            for f in places
            if f.kind != "city"
            or self.of(f.text) is None
            or _IN_TOWN.search(text, 0, f.start)
            or is_struck(text, f.start)
        )

    def _meet(self, p: Parsed, j: int, chunk: Chunk) -> None:
        name = proper_name(p, chunk)
        if not name or not names_a_person(chunk, name):
            return
        low = bare_name(name)
        person = self.of(name)
        if person is None or not _same(person.name, low):
            person = Person(name)
        self._people.setdefault(low, person)
        self._people.setdefault(low.rsplit(maxsplit=1)[-1], person)
        if len(name) > len(person.name):
            person.name = name
        self._describe(person, p, j, name)

    def _describe(self, person: Person, p: Parsed, j: int, name: str) -> None:
        told = descriptions(p, j, name)
        person.told = " ".join([person.told, *told]).strip()
        if person.female is None:
            # Who "chairs the women's council" may be a man.
            own = [text for text in told if not text.startswith("who ")]
            person.female = _gender(" ".join([name, *own]))
        if person.kind is SourceType.UNKNOWN or person.private:
            kinds = filter(None, map(self.kinds.of, told))
            kind = next((k for k in kinds if k is not SourceType.UNKNOWN), type_of_title(name))
            if kind is not SourceType.UNKNOWN:
                person.kind, person.private = kind, False
            elif any(map(is_private, told)):
                person.kind, person.private = SourceType.WITNESS, True


def descriptions(p: Parsed, j: int, name: str) -> list[str]:
    """What stands beside a person's name at chunk j and describes him: before it, around it, after it."""
    chunk = p.chunks[j]
    first, last = cluster(p, j)[0], phrase_end(p, j)
    out = [p.text[p.start(chunk) : p.start(chunk) + p.slice(chunk).find(name)]]
    if first < j:
        out.append(p.text[p.start(p.chunks[first]) : p.start(chunk)].rstrip(", "))
    if last > j:
        out.append(p.text[p.end(chunk) : p.end(p.chunks[last])])
    return [text.strip() for text in [*out, *_asides(p, last + 1)] if text.strip()]


def _asides(p: Parsed, i: int) -> Iterator[str]:
    """What is set off by commas or brackets from chunk i on: "22", "a tailor", "who commands the garrison"."""
    for _ in range(2):
        if i + 1 < len(p.chunks) and p.chunks[i].kind == ADV and p.slice(p.chunks[i])[0] == "(":
            yield p.slice(p.chunks[i]).strip("()")
            i += 1
        if i + 1 >= len(p.chunks) or p.chunks[i].kind != COMMA:
            return
        if p.chunks[i + 1].kind == REL:
            yield from _relative(p, i + 1)
            return
        last = phrase_end(p, i + 1)
        if p.chunks[i + 1].kind != NP or (last + 1 < len(p.chunks) and p.chunks[last + 1].kind not in _ENDS):
            return
        yield p.text[p.start(p.chunks[i + 1]) : p.end(p.chunks[last])]
        i = last + 1


def _relative(p: Parsed, i: int) -> Iterator[str]:
    """What a relative clause tells of a role: "commands the garrison"; "whose son" and "who fled" are private."""
    verb = p.chunks[i + 1] if i + 1 < len(p.chunks) else None
    end = next((k for k in range(i + 1, len(p.chunks)) if p.chunks[k].kind in _ENDS), len(p.chunks))
    if verb is not None and verb.kind == VG and p.head(verb) in _OFFICE_VERBS:
        yield p.text[p.start(p.chunks[i]) : p.end(p.chunks[end - 1])]
    elif p.head(p.chunks[i]) in {"who", "whose"}:
        yield p.head(p.chunks[i])


def names_a_person(chunk: Chunk, name: str) -> bool:
    """A title before a name, or two capitalised words that are no place and no known organisation."""
    parts = name.split()
    if len(parts) > 1 and any(map(is_title, parts[:-1])):
        return True
    if len(parts) < 2 or not is_person(chunk, name) or country_of(name):
        return False
    if len(parts) == 2 and parts[0] in _OF_PLACES:
        return False
    return not any(place.text == name for place in find_places(name))


def _abbreviates(short: str, name: str) -> bool:
    """Are the capitals of the acronym among the name's, in order: "EHRC", "Ethiopian Human Rights Commission"?"""
    initials = iter(word[0] for word in name.split() if word[0].isupper())
    return short[:1].isupper() and all(letter in initials for letter in short if letter.isupper()) and len(short) > 1


def _same(have: str, low: str) -> bool:
    known = bare_name(have)
    return known == low or known.endswith(" " + low) or low.endswith(" " + known) or known.startswith(low + " ")


def _gender(text: str) -> bool | None:
    whole = text.lower().replace("’", "'").split()
    said = {w.strip(".,'") for w in whole if not w.endswith("'s")}  # "the woman's husband" is none
    if said & _FEMALE:
        return True
    return False if said & _MALE else None
