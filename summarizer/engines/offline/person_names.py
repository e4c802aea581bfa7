"""Names of persons, and nouns for one of a people: "Mayor Idi Bako", "the nurse Yahya Abakar", "a Kenyan"."""

from __future__ import annotations

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import person_noun
from summarizer.normalize.places import find_places

TITLES = words("victims", "titles")
"""Words before a person's name, in lower case."""
_ORGANISATION_WORDS = words("victims", "organisation_words")
_DAYS = words("victims", "days")


def is_person_name(p: Parsed, chunk: Chunk) -> bool:
    """A person's name: two capitalised words or a title before one; never a weekday, an acronym or an institution."""
    names = [w for w in p.words[chunk.a : chunk.b] if w.tag in {"NNP", "NNPS"}]
    if not names or names[-1].low in _DAYS or not _ORGANISATION_WORDS.isdisjoint((names[0].low, names[-1].low)):
        return False
    acronym = len(names) == 1 and len(names[-1].text) > 1 and names[-1].text.isupper()
    if acronym or (chunk.det == "the" and not _is_titled(p, chunk)):
        return False
    if len(names) == 1 and chunk.b - chunk.a == 1 and _age_follows(p, chunk.b):
        return True
    if chunk.a == 0 and len(names) == 1 and person_noun(names[0].low) is not None and names[0].low.endswith("s"):
        return False  # "Singers were among the dead"
    return len(names) >= 2 or any(w.low in TITLES or person_noun(w.low) for w in p.words[chunk.a : chunk.b])


def _is_titled(p: Parsed, chunk: Chunk) -> bool:
    """Example: "the Rev. Samuel Doe", "the nurse Yahya Abakar": an article, what one person is, and a name."""
    title, rest = p.words[chunk.a + 1], p.words[chunk.a + 2 : chunk.b]
    if title.low in {"rev", "rev.", "reverend"}:
        return True
    known = person_noun(title.text)
    one = known is not None and not known.plural
    return (
        one
        and len(rest) > 1
        and all(w.tag == "NNP" for w in rest)
        and not _is_place(p.text[rest[0].start : rest[-1].end])
    )


def _is_place(text: str) -> bool:
    return any((f.start, f.end) == (0, len(text)) for f in find_places(text))


def _age_follows(p: Parsed, b: int) -> bool:
    """Example: "Ahmed, 23, was": does a bare number between commas follow word b?"""
    return [w.tag for w in p.words[b : b + 3]] == [",", "CD", ","]


def is_national(word: str) -> bool:
    """Example: "Another Kenyan", "two of them Kenyans": one of a people, or several, as a noun."""
    one = word.removesuffix("s")
    return word[:1].isupper() and any(f.kind == "demonym" and f.end == len(one) for f in find_places(one))
