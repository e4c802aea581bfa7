"""One source, and how a noun phrase that was not met before makes one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.engines.offline.chunks import CC, NP, P
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source_kinds import is_collective, is_plain_person
from summarizer.engines.offline.source_names import (
    ends_in_person,
    is_institution,
    is_person,
    offices,
    people_heads,
    phrase_end,
    proper_name,
)
from summarizer.normalize.actors import find_known
from summarizer.normalize.harm import person_nouns
from summarizer.normalize.places import country_of, find_places
from summarizer.records.vocabulary import SourceType

_ALIAS = re.compile(
    r",? (?:who (?:only |simply )?(?:gave (?:his|her) name|goes|went|is known|was identified"
    r"|(?:identified|introduced|named) (?:himself|herself))"
    r"|(?:better |also )?(?:known|identified|nicknamed|named|called))(?: only| simply)* ?(?:by|as)? ?(?:the |his )?"
    r"(?:nom de guerre|name|alias|nickname|pseudonym|first name|call sign|surname)?(?: of| as)? ?"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
_SEATS = words("source", "seats")
_OF = re.compile(r" (?:of|in|from|at) ")


@dataclass(slots=True, eq=False)
class Source:
    """One source of the article. `name` is verbatim, the fullest form seen; `words` are the nouns it has gone by."""

    name: str
    type: SourceType
    anonymous: bool = False
    person: bool = False
    plural: bool = False
    words: set[str] = field(default_factory=set)
    female: bool | None = None
    tail: tuple[Source, ...] = ()
    """Further links of its chain, nearest the originator first ("monitoring centre official" -> the centre)."""

    def is_one(self, *, female: bool) -> bool:
        """Can "she" (`female`) or "he" mean it: one person, of nothing known against that?"""
        return self.person and not self.plural and self.female in {None, female}


def is_seat(name: str) -> bool:
    """Example: "Moscow denied it": a country or a capital stands for its government."""
    return (
        name.lower() in _SEATS or country_of(name) is not None or any(place.text == name for place in find_places(name))
    )


def same_person(have: str, low: str) -> bool:
    """Are these two bare names of one person: "nawzad hamid", "hamid"?"""
    return have.endswith(" " + low) or have.startswith(low + " ") or low.endswith(" " + have)


def name_in(p: Parsed, phrases: list[int]) -> tuple[str, bool]:
    """The proper name in a noun phrase and its apposition, a person's before others; is it a person's?"""
    name, person = "", False
    for j, chunk in ((j, p.chunks[j]) for j in phrases):
        found = proper_name(p, chunk)
        # In an apposition only an institution's full name is its name: "a rival faction, the Red Dawn Brigade".
        if found and j != phrases[0] and not is_person(chunk, found) and not is_institution(p, chunk, found):
            continue
        one = bool(found) and (is_person(chunk, found) or (j != phrases[0] and ends_in_person(p, chunk, found)))
        if found and (not name or one):
            name, person = found, one
    return name, person


def alias_of(p: Parsed, j: int) -> str:
    """The name that the person at chunk j goes by ("a rebel, known as Carpenter"), empty where none is given."""
    found = _ALIAS.match(p.text, p.end(p.chunks[phrase_end(p, j)]))
    return found["name"] if found else ""


def described(p: Parsed, j: int, kind: SourceType, nouns: set[str]) -> Source:
    """A source without a name of its own, called as the article calls it: "a resident of Kidal"."""
    chunk = p.chunks[j]
    head = p.head(chunk)
    of = j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of"
    one = of and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "CD"  # "One of the security sources"
    head = p.head(p.chunks[j + 2]) if one else head
    indefinite = one or chunk.det in {"a", "an"}
    command = head == "staff" and p.words[chunk.head - 1].low in {"general", "military", "joint", "army"}
    people = not command and (head in people_heads() or (indefinite and head in person_nouns()))
    known = person_nouns().get(head)
    single = known is not None and not (known.plural or command or is_collective(head))  # "The sheikh"
    last = p.chunks[phrase_end(p, j)] if indefinite and (people or of) else chunk
    if indefinite and j + 3 < len(p.chunks) and [p.head(c) for c in p.chunks[j + 1 : j + 3]] == ["close", "to"]:
        last = p.chunks[j + 3]  # "a source close to the command"
    name = p.text[p.start(chunk) : p.end(last)]
    if chunk.det in {"the", "this", "these"} and " " in name:
        name = name.split(" ", 1)[1]
    plural = p.words[chunk.head].tag in {"NNS", "NNPS"} or head == "police"
    if kind is SourceType.UNKNOWN and indefinite and is_plain_person(head):
        kind = SourceType.WITNESS
    anonymous = people and (indefinite or head not in offices())
    person = not plural and (people or single or (head in offices() and not command))
    return Source(name, kind, anonymous, person, plural, nouns)


def known_at(p: Parsed, j: int) -> str | None:
    """A listed name that begins with the chunk at j and ends after it: "Group for the Support of Islam and Muslims"."""
    chunk = p.chunks[j]
    first = chunk.a + (chunk.det in {"the", "a", "an"})
    if j + 2 >= len(p.chunks) or first >= chunk.b or not p.words[first].text[0].isupper():
        return None
    if p.chunks[j + 1].kind not in {P, CC}:
        return None
    begin = p.words[chunk.head].start if p.words[chunk.head].tag in {"NNP", "NNPS"} else -1
    if p.chunks[j + 2].kind != NP:
        return None
    start = p.words[first].start
    names = (f for f in find_known(p.text) if f.start in {start, begin} and f.end > p.end(chunk))
    return next((found.text for found in names), None)


def only_of(source: Source, head: str) -> bool:
    """Is the noun only whose or where a nameless one is: "PDF" for "a member of the Kanbalu PDF"?"""
    first, *rest = _OF.split(source.name.lower())
    return first.startswith(("a ", "an ")) and any(head in part.split() for part in rest)
