"""What the adjective of a nation before a deed tells: where it was, or whose it was."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import country_of, find_places

_ON_WHAT = re.compile(r" (?:on|against) [^,;:]{2,70}")
_BY_OTHERS = re.compile(
    r"\b(?:by|claimed|claims|blame[sd]?|blaming|attributed|gunm[ae]n|militants?|suspects?)\b", re.IGNORECASE
)
_ALSO_ADJECTIVES = frozenset({"U.S.", "US", "U.K.", "UK"})


def is_adjective(word: str) -> bool:
    """The adjective of a country ("Russian"), not its name: "the Iraq bombing" does not say that Iraq did it."""
    return word in _ALSO_ADJECTIVES or (word[0].isupper() and any(f.kind == "demonym" for f in find_places(word)))


def strikes_abroad(p: Parsed, chunk: Chunk, word: str) -> bool:
    """Example: "a Russian attack on a block of flats in Kharkiv": the place struck lies in another land alone.

    Not where somebody else is said to have done it: "the Turkish attack, claimed by militants from Syria".
    """
    land = country_of(word)
    if land is None or not is_adjective(word) or p.words[chunk.head - 1].text != word or _BY_OTHERS.search(p.text):
        return False
    told = _ON_WHAT.match(p.text, p.end(chunk))
    places = [f for f in find_places(p.text) if f.countries and f.kind != "demonym"] if told is not None else []
    struck = [f for f in places if told is not None and told.start() <= f.start < told.end()]
    return bool(struck) and not any(land in f.countries for f in places)


def words_of_states(p: Parsed, chunk: Chunk) -> list[str]:
    """The adjectives of countries before the head of a noun phrase."""
    return [w.text for w in p.words[chunk.a : chunk.head] if is_adjective(w.text)]
