"""How a noun phrase names a source: its proper name, its appositions, the kind of source its words tell of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.engines.offline.chunks import COMMA, NP, QUOTE, REL, STOP, THAT, VG, Chunk, P
from summarizer.engines.offline.clause_marks import ends_name
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.institutions import joins_causes
from summarizer.engines.offline.lexicon import table, words
from summarizer.engines.offline.parentheses import NAMING
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.person_names import ORGANISATION_WORDS, TITLES
from summarizer.engines.offline.source_kinds import is_collective, source_type
from summarizer.normalize.actors import known_actor
from summarizer.normalize.harm import other_heads
from summarizer.normalize.places import country_of, find_places
from summarizer.records.vocabulary import SourceType

_INSIDE_NAMES = words("source_names", "inside_names")
_SERVICES = words("source_names", "services")
MUTE = words("source_names", "mute")
"""Nouns that nothing is said by: "the loss of three fighters"."""
_FORCES = frozenset({"police", "army", "navy", "military"})
_BODIES = words("source_names", "bodies")
_ATTACHED = frozenset({"of", "for", "at", "in", "from", "with"})


@cache
def people_heads() -> frozenset[str]:
    """Nouns for people who speak: "official", "residents"."""
    listed = table("sources")["people"]["words"]
    return frozenset({*listed, *(word + "s" for word in listed)})


@cache
def offices() -> frozenset[str]:
    """Nouns for holders of an office, who are known without a name: "spokesman", "governor"."""
    return frozenset(table("sources")["offices"]["words"])


def is_role(head: str) -> bool:
    """Does a noun name people by their part in the story or by their office, also compounded ("director-general")?"""
    return any(part in people_heads() or part in offices() for part in (head, *head.split("-")))


@lru_cache(maxsize=2048)  # every name is compared with every source met before
def bare_name(name: str) -> str:
    """A name in lower case without titles."""
    low = name.lower().replace("’", "'").split()
    return " ".join([w for w in low if not is_title(w)] or name.lower().split())


def is_title(word: str) -> bool:
    """Is the word of a name a title: "Col.", "Lieutenant-Colonel", "Dr"?"""
    low = word.lower()
    return low in TITLES or any(part.strip(".") in TITLES for part in low.split("-"))


def is_person(chunk: Chunk, name: str) -> bool:
    """Is `name`, which stands in `chunk`, a person's?"""
    parts = name.split()
    if "for" in parts or "of" in parts or parts[-1].lower() in ORGANISATION_WORDS:
        return False  # "Commissioner for Internal Security"
    if len(parts) > 1 and any(map(is_title, parts[:-1])):
        return True
    if known_actor(name) is not None or source_type(name) is not SourceType.UNKNOWN:
        return False
    if len(parts) == 1 and (country_of(name) or find_places(name)):
        return False
    return chunk.det != "the" and not (len(parts) == 1 and parts[0].isupper())


def is_institution(p: Parsed, chunk: Chunk, name: str) -> bool:
    """The name ends the phrase ("the Interior Ministry"), or is more than an adjective before a common noun."""
    return p.words[chunk.head].tag in {"NNP", "NNPS"} or name.rsplit(maxsplit=1)[-1].lower() == p.head(chunk)


def can_speak(p: Parsed, chunk: Chunk) -> bool:
    """A noun that is no measure, time or thing: "the site committee", "a security consultant"."""
    head = p.head(chunk)
    if (chunk.count is not None and not is_collective(head)) or head in other_heads() or head in MUTE:
        return False
    return p.words[chunk.head].tag in {"NN", "NNS"}


_KIN = words("source_names", "kin")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def proper_name(p: Parsed, chunk: Chunk) -> str:
    """The capitalised run that ends a noun phrase, empty when there is none: "army spokesman Brigadier G. Aleu"."""
    if p.words[chunk.head].tag not in {"NNP", "NNPS"}:
        return ""
    first = chunk.head
    while first > chunk.a and _in_name(p, first - 1):
        first -= 1
    while first < chunk.head and p.words[first].low in {"the", "a", "of", "for", "on"}:
        first += 1
    first -= first > chunk.a and _ORDINAL.fullmatch(p.words[first - 1].low) is not None  # "the 24th Brigade"
    if chunk.a + 1 < first < chunk.head and p.words[first - 1].tag == "POS" and _ORDINAL.match(p.words[first].low):
        first -= 1  # "Ukraine's 24th Brigade"
    if first > chunk.a and p.words[first].tag == "POS":
        first -= 1 + (first - 1 > chunk.a and p.words[first - 2].tag == "NN")  # "the army's Northern Command"
    if chunk.a == 0 and first == 1 and p.words[0].text[0].isupper() and p.words[0].tag != "DT":
        whole = p.text[p.words[0].start : p.words[chunk.head].end]
        # "Human Rights Watch", "Crisis Watch" at the head of a sentence
        first -= known_actor(whole) is not None or p.words[chunk.head].text == "Watch"
    first += (
        first == 1 and p.words[0].low in {"prime", "vice", "deputy"} and chunk.head > 1
    )  # of "Prime Minister G. Conille"
    while first + 2 <= chunk.head and p.words[first].low in _FORCES and is_title(p.words[first + 1].text):
        first += 1  # "Police Commander Geoffrey Mutuku"
    # "Inspector General of Police Vijay Bhat": the service is no part of the person's name.
    if first and p.words[first - 1].low == "of" and p.words[first].low in _SERVICES and chunk.head - first > 1:
        first += 1
    return p.text[p.words[first].start : p.words[chunk.head].end]


def _in_name(p: Parsed, i: int) -> bool:
    word = p.words[i]
    if word.tag in {"NNP", "NNPS", "POS"} or word.low in _INSIDE_NAMES:
        return True
    if word.low == "the" and i > 1 and p.words[i - 1].low in {"of", "for"} and p.words[i - 2].text[0].isupper():
        return True
    if word.low == "and" and joins_causes(p.words[max(0, i - 5) : i + 2]):
        return True  # "Ministry of Health and Population"
    return word.text[0].isupper() and word.tag not in {"DT", "PRP$"} and i > 0


def phrase_end(p: Parsed, j: int) -> int:
    """Index of the last chunk of the noun phrase at j with its phrases of "of", "for", "at", "in", "from", "with"."""
    while j + 2 < len(p.chunks) and p.chunks[j + 1].kind == P and p.chunks[j + 2].kind == NP:
        if p.head(p.chunks[j + 1]) not in _ATTACHED:
            break
        j += 2
    return j + 2 if j + 2 < len(p.chunks) and p.chunks[j + 2].kind == NP and ends_name(p, j + 2) else j


def cluster(p: Parsed, j: int) -> list[int]:
    """The noun phrase at chunk j with its apposition, in order of text: "the army spokesman, Colonel Adama Keita,"."""
    out = [j]
    if p.head(p.chunks[j]) in _KIN and j + 1 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of":
        return out  # "relatives of a student, Hayat Baloch, said": the student did not
    after = phrase_end(p, j) + 2
    if after < len(p.chunks) and p.chunks[after - 1].kind == COMMA and _renames(p, j, after):
        out.append(after)
    elif (later := _named_later(p, j)) is not None:
        out.append(later)
    named = j + 2
    if named < len(p.chunks) and p.chunks[j + 1].kind == P and is_role(p.head(p.chunks[j])) and _holds_name(p, named):
        out.append(named)
    first = j - 2
    while first >= 2 and p.chunks[first].kind == NP and p.chunks[first - 1].kind == P:
        if p.chunks[first - 2].kind != NP:
            break
        first -= 2
    name = proper_name(p, p.chunks[j]) if j >= 2 and p.chunks[j - 1].kind == COMMA else ""
    if name and is_person(p.chunks[j], name) and _is_nameless_role(p, first):
        out.insert(0, first)
    return out


def one_of_them(p: Parsed, j: int) -> int | None:
    """Example: "One of them, a teacher who asked not to be named, said": what the one at chunk j is said to be."""
    if p.head(p.chunks[j]) not in {"one", "another"} or j + 4 >= len(p.chunks) or p.head(p.chunks[j + 1]) != "of":
        return None
    told = p.chunks[j + 4]
    them = p.head(p.chunks[j + 2]) in {"them", "whom"} or p.chunks[j + 2].det == "the"
    whole = them and p.chunks[j + 3].kind == COMMA
    return j + 4 if whole and told.kind == NP and told.det in {"a", "an"} and told.count is None else None


def _named_later(p: Parsed, j: int) -> int | None:
    """Example: "The lawmaker representing the area in parliament, Salisu Tela, said": the name between two commas."""
    if not _is_nameless_role(p, j) or proper_name(p, p.chunks[j]):
        return None
    reach = range(j + 1, min(j + 16, len(p.chunks)))
    comma = next((i for i in reach if p.chunks[i].kind in {COMMA, STOP, QUOTE}), None)
    if comma is None or comma + 3 >= len(p.chunks) or p.chunks[comma].kind != COMMA:
        return None
    said = cue_verbs().keys() - NAMING
    if any(c.kind == THAT or (c.kind == VG and p.head(c) in said) for c in p.chunks[j + 1 : comma]):
        return None  # "A policeman told reporters that the driver, Ali Musa, had died"
    chunk = p.chunks[comma + 1]
    closed = p.chunks[comma + 2].kind == COMMA and p.chunks[comma + 3].kind == VG
    name = proper_name(p, chunk) if chunk.kind == NP and chunk.count is None and closed else ""
    return comma + 1 if len(name.split()) > 1 and is_person(chunk, name) else None


def _holds_name(p: Parsed, j: int) -> bool:
    """Example: "staff Herzi Barkai" of "chief of staff Herzi Barkai": a person's name after a common noun.

    Behind an article that noun is a body's: "head of the regional administration Ivan Fedorov".
    """
    chunk, name = p.chunks[j], proper_name(p, p.chunks[j]) if p.chunks[j].kind == NP else ""
    if len(name.split()) < 2 or p.slice(chunk).startswith(name):
        return False
    return is_person(chunk, name) if not chunk.det else ends_in_person(p, chunk, name)


def ends_in_person(p: Parsed, chunk: Chunk, name: str) -> bool:
    """Example: "the regional administration Ivan Fedorov", "the oblast Oleh Mrozov": a body's head named behind it."""
    if len(name.split()) < 2 or chunk.det != "the" or chunk.b - chunk.a <= len(name.split()):
        return False
    of_body = p.words[chunk.b - len(name.split()) - 1].low in _ADMINISTERED
    return of_body and known_actor(name) is None and not find_places(name) and source_type(name) is SourceType.UNKNOWN


_ADMINISTERED = frozenset(
    {
        "administration",
        "council",
        "department",
        "directorate",
        "committee",
        "headquarters",
        "office",
        "oblast",
        "region",
        "district",
        "province",
        "community",
        "municipality",
        "city",
        "village",
        "town",
    }
)


def _is_nameless_role(p: Parsed, j: int) -> bool:
    chunk = p.chunks[j]
    return chunk.kind == NP and chunk.count is None and is_role(p.head(chunk))


def _renames(p: Parsed, j: int, after: int) -> bool:
    """Does the chunk after the comma name or describe what stands at j once more?"""
    main, other = p.chunks[j], p.chunks[after]
    if other.kind != NP or other.count is not None:
        return False
    own, name = proper_name(p, main), proper_name(p, other)
    if name and not own:
        return True
    if len(name.split()) > 1 and is_person(other, name) and not is_person(main, own) and not own.isupper():
        return True
    described = is_role(p.head(other)) or source_type(p.slice(other)) is not SourceType.UNKNOWN
    return bool(own) and described and other.det in {"a", "an", "the", ""}


def opens_with_speaker(p: Parsed, k: int) -> bool:
    """Example: "Ana Ruiz, spokeswoman for the Board of Truth, Peace and Law, told": a name, its office, the verb."""
    chunks = p.chunks
    if k < 4 or chunks[k - 1].kind != COMMA or [c.kind for c in chunks[:3]] != [NP, COMMA, NP]:
        return False
    name = proper_name(p, chunks[0])
    held = is_role(p.head(chunks[2])) and chunks[2].count is None and not any(c.kind in {VG, REL} for c in chunks[:k])
    return held and " " in name and is_person(chunks[0], name)


def names_body(phrase: str, name: str) -> bool:
    """Example: "human rights group Imparsial": the noun before the name means an organisation."""
    before = phrase[: phrase.find(name)].lower().split() if name else []
    return bool(before) and before[-1] in _BODIES


_SILENT = re.compile(
    r"[^,;.]{2,60}? (?:did not|has not|have not|had not|declined to|would not)(?: \w+ly)? (?:comment|respond|reply"
    r"|commented|responded|replied)\b[^;.]{0,60}?,? (?:but|and|though|although) $"
)


def silent_before(p: Parsed, j: int) -> int | None:
    """Example: "Moscow did not comment, but it has denied targeting civilians": the subject that the pronoun means."""
    if _SILENT.match(p.text[: p.start(p.chunks[j])]) is None:
        return None
    return next((k for k in range(j) if p.chunks[k].kind == NP and p.chunks[k].det != "prp"), None)


def is_placed(p: Parsed, j: int) -> bool:
    """Example: "Sources in Ain al-Hilweh": others than those met before."""
    return j + 1 < len(p.chunks) and p.head(p.chunks[j + 1]) in {"in", "at", "near", "inside", "within"}


def is_of_known(p: Parsed, j: int) -> bool:
    """Example: "one of the sources", "one of them": does the number at chunk j count some of those met before?"""
    of = j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of"
    return of and p.chunks[j + 2].det in {"the", "prp"}
