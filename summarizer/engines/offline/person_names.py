"""Names of persons, and nouns for one of a people: "Mayor Idi Bako", "the nurse Yahya Abakar", "a Kenyan"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.chunks import Chunk
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_states, harm_verbs, person_noun
from summarizer.normalize.places import country_of, find_places

TITLES = words("victims", "titles")
"""Words before a person's name, in lower case."""
_HARMED = frozenset(harm_verbs()) | harm_states().keys() | {"identified", "victim", "victims", "slain", "fatality"}
ORGANISATION_WORDS = words("victims", "organisation_words")
_DAYS = words("victims", "days")


def is_person_name(p: Parsed, chunk: Chunk) -> bool:
    """A person's name: two capitalised words or a title before one; never a weekday, an acronym or an institution."""
    if chunk.b - chunk.a == 1 and p.words[chunk.a].text in p.surnames:
        return True
    names = [w for w in p.words[chunk.a : chunk.b] if w.tag in {"NNP", "NNPS"}]
    if not names or names[-1].low in _DAYS or not ORGANISATION_WORDS.isdisjoint((names[0].low, names[-1].low)):
        return False
    acronym = len(names) == 1 and len(names[-1].text) > 1 and names[-1].text.isupper()
    if acronym or (chunk.det == "the" and not _is_titled(p, chunk)):
        return False
    if len(names) == 1 and chunk.b - chunk.a == 1 and (_age_follows(p, chunk.b) or _is_described(p, chunk.b)):
        return True
    if chunk.a == 0 and len(names) == 1 and person_noun(names[0].low) is not None and names[0].low.endswith("s"):
        return False  # "Singers were among the dead"
    if country_of(p.slice(chunk)) is not None:
        return False  # "Burkina Faso"
    return len(names) >= 2 or any(w.low in TITLES or person_noun(w.low) for w in p.words[chunk.a : chunk.b])


def _is_titled(p: Parsed, chunk: Chunk) -> bool:
    """Example: "the Rev. Samuel Doe", "the nurse Yahya Abakar": an article, what one person is, and a name."""
    first = next((i for i in range(chunk.a + 1, chunk.b) if p.words[i].tag == "NNP"), chunk.b)
    if p.words[chunk.a + 1].low in {"rev", "rev.", "reverend"}:
        return True
    at = max(chunk.a + 1, first - 1)
    title, rest = p.words[at], p.words[at + 1 : chunk.b]
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


def _is_described(p: Parsed, b: int) -> bool:
    """Example: "Ngum, a 36-year-old midwife with a charity, was": is one person told of between commas after word b?"""
    if [w.low for w in p.words[b : b + 2]] not in ([",", "a"], [",", "an"]):
        return False
    end = next((i for i in range(b + 2, min(b + 8, len(p.words))) if p.words[i].tag in {"IN", ",", ".", "WP"}), b)
    known = person_noun(p.words[end - 1].low) if end > b + 2 else None
    return known is not None and not known.plural and country_of(p.words[b - 1].text) is None


def note_surnames(sentences: Sequence[Parsed]) -> None:
    """Let each sentence know the persons whom the article names in full: "Mayor Idi Bako", "Idi Bako, 41," -> "Bako".

    "Bako was shot dead" is then one person harmed. A last name that is a place as well stays out, and one told in full
    where people are harmed: he is among those told there already.
    """
    calm = [p for p in sentences if p.vocabulary.isdisjoint(_HARMED)]
    found = {name for p in calm for chunk in p.chunks if chunk.kind == "NP" and (name := _surname(p, chunk))}
    surnames = frozenset(name for name in found if not _is_place(name))
    for p in sentences:
        p.surnames = surnames


def note_unharmed(sentences: Sequence[Parsed], harmed: Sequence[str]) -> list[Parsed]:
    """Let sentences know the persons named in full beside people harmed: "shot at Roberto Navas, 31, killing a guard".

    `harmed`: the words that tell of one person harmed, and those behind, which may name him. The sentences where such
    a last name stands alone ("Navas was wounded"), to be read again; the name of two persons stays out.
    """
    named = [(p, chunk) for p in sentences for chunk in p.chunks if chunk.kind == "NP"]
    whole = {p.slice(chunk).rpartition(" ")[2]: set[str]() for p, chunk in named if _surname(p, chunk)}
    for p, chunk in named:
        first, last = p.words[chunk.b - 2 : chunk.b - 1], p.words[chunk.b - 1].text
        if last in whole and chunk.b - chunk.a > 1 and first[0].tag == "NNP":
            whole[last].add(first[0].text)
    known = sentences[0].surnames if sentences else frozenset()
    dead = {word.strip(".,;:") for phrase in harmed for word in phrase.split()}
    fresh = frozenset(
        x for x, firsts in whole.items() if len(firsts) == 1 and x not in known | dead and not _is_place(x)
    )
    for p in sentences if fresh else ():
        p.surnames = known | fresh
    alone = {p.number for p, chunk in named if chunk.b - chunk.a == 1 and p.words[chunk.a].text in fresh}
    return [p for p in sentences if p.number in alone and not p.vocabulary.isdisjoint(_HARMED)]


def _surname(p: Parsed, chunk: Chunk) -> str:
    """The last name in a chunk that names one person in full, with a title, an office or an age; else empty."""
    if chunk.b - chunk.a < 2 or p.words[chunk.b - 1].tag != "NNP" or p.words[chunk.b - 2].tag != "NNP":
        return ""
    if not is_person_name(p, chunk):
        return ""
    told = any(w.low in TITLES or person_noun(w.low) for w in p.words[chunk.a : chunk.b - 1])
    last = p.words[chunk.b - 1].text
    if last.isupper() and last.endswith("S"):
        return ""  # in capitals "NAVAS" alone is read as several people
    return last if len(last) > 2 and (told or _age_follows(p, chunk.b)) else ""


def is_national(word: str) -> bool:
    """Example: "Another Kenyan", "two of them Kenyans": one of a people, or several, as a noun."""
    one = word.removesuffix("s")
    return word[:1].isupper() and any(f.kind == "demonym" and f.end == len(one) for f in find_places(one))
