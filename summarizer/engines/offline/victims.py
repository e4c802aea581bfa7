"""Is this noun phrase people, how many, and what are they called?"""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.offline.chunks import NP, Chunk, P
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_nouns, harm_states, other_heads, person_nouns
from summarizer.records.vocabulary import Harm, Scope, VictimStatus


@dataclass(slots=True, eq=False)
class Group:
    """People harmed, as one phrase of one sentence names them. Offsets are characters of the sentence's text."""

    p: Parsed
    harm: Harm
    start: int
    end: int
    """The whole noun phrase."""
    count: tuple[int, int]
    """The number phrase, or the noun phrase itself where one person or a bare plural is meant."""
    victims: str
    """Empty when the phrase names none ("wounding nine")."""
    head: str
    plural: bool
    status: VictimStatus
    value: int | None
    site: tuple[int, int]
    """The words of harm."""
    numbered: bool = True
    zero: bool = False
    named: bool = False
    agent: str | None = None
    agent_at: int = -1
    parent: Group | None = None
    scope: Scope = Scope.INCIDENT
    uncertain: bool = False
    rule: str = ""
    borrowed: str = ""
    owner: int | None = None
    """Chunk of the party whose people these are, where the sentence says so ("the army lost 31 men")."""
    tags: dict[str, object] = field(default_factory=dict)

    @property
    def count_text(self) -> str:
        """The number phrase, verbatim."""
        return self.p.text[self.count[0] : self.count[1]]

    @property
    def quote(self) -> tuple[int, int]:
        """The shortest span that holds number, victims and harm."""
        points = [self.start, self.end, *self.site, *self.count]
        return min(points), max(points)


_PERSON_ENDINGS = (
    "men",
    "women",
    "man",
    "woman",
    "ists",
    "ist",
    "ers",
    "ors",
    "ees",
    "ians",
    "ian",
    "ants",
    "eers",
    "eer",
    "arians",
    "children",
)
_BARE = words("victims", "bare")
_NOT_NAMES = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SINGLE_DETERMINERS = frozenset({"a", "an", "another", "one", "poss"})


def group_at(p: Parsed, j: int, harm: Harm, site: tuple[int, int], *, strict: bool = False) -> Group | None:
    """The people that the noun phrase at chunk j stands for, None when it is not people.

    `strict`: only nouns known to mean people (for harms that things can suffer too).
    """
    chunk = p.chunks[j]
    if chunk.kind != NP or chunk.det == "prp":
        return None
    target = _partitive(p, j)
    noun = p.chunks[target] if target is not None else chunk
    head, plural = _head(p, noun)
    if chunk.count is not None:
        return _counted(p, chunk, noun, head, harm, site, strict=strict)
    return _uncounted(p, chunk, noun, head, plural, harm, site)


def _head(p: Parsed, chunk: Chunk) -> tuple[str, bool]:
    low = p.head(chunk)
    known = person_nouns().get(low)
    return low, known.plural if known else p.words[chunk.head].tag in {"NNS", "NNPS"}


def _partitive(p: Parsed, j: int) -> int | None:
    """The noun phrase after "of"/"from"/"among" when the one at j is a bare number or a body noun: "bodies of 20 fighters"."""
    chunk = p.chunks[j]
    if j + 2 >= len(p.chunks) or p.chunks[j + 1].kind != P or p.chunks[j + 2].kind != NP:
        return None
    if p.head(p.chunks[j + 1]) not in {"of", "from", "among"}:
        return None
    bare = chunk.count is not None and not _noun_after_count(p, chunk)
    return j + 2 if bare and p.chunks[j + 2].count is None else None


def _noun_after_count(p: Parsed, chunk: Chunk) -> str:
    """The words of a counted noun phrase after its number, without a leading article."""
    if chunk.count is None:
        return p.slice(chunk)
    end = chunk.count.end
    start = next((w.start for w in p.words[chunk.a : chunk.b] if w.start >= end), None)
    return "" if start is None else p.text[start : p.end(chunk)]


def _counted(
    p: Parsed, chunk: Chunk, noun: Chunk, head: str, harm: Harm, site: tuple[int, int], *, strict: bool
) -> Group | None:
    assert chunk.count is not None
    own = _noun_after_count(p, chunk)
    victims = own if noun is chunk else p.slice(noun)
    if noun is not chunk and noun.det == "prp":
        victims, head = _antecedent(p, chunk), "them"
    if not victims and head in person_nouns():
        victims = p.words[noun.head].text
    bare = not victims or ((head in _BARE or head in harm_states()) and noun is chunk)
    if not bare and head != "them" and not _is_people(p, noun, head, strict=strict):
        return None
    known = person_nouns().get(head)
    count = chunk.count.count
    value = count.value if count.value is not None else count.min
    return Group(
        p,
        harm,
        p.start(chunk),
        max(p.end(chunk), p.end(noun)),
        (chunk.count.start, chunk.count.end),
        "" if bare else _trim(victims),
        head,
        plural=value != 1,
        status=_status(p, noun, head),
        value=value,
        site=site,
        zero=count.value == 0,
        numbered=True,
        borrowed=own if bare and known else "",
    )


def _antecedent(p: Parsed, chunk: Chunk) -> str:
    """ "engaged the bandits and neutralised scores of them": the plural people named before, in the same sentence."""
    for other in reversed(p.chunks[: p.chunks.index(chunk)]):
        known = person_nouns().get(p.head(other)) if other.kind == NP and other.count is None else None
        if known is not None and known.plural:
            return p.slice(other)
    return ""


def _is_people(p: Parsed, noun: Chunk, head: str, *, strict: bool) -> bool:
    if head in person_nouns():
        return True
    if head in other_heads() or head in harm_nouns():
        return head in {"dead", "wounded"}
    if strict:
        return False
    tag = p.words[noun.head].tag
    if tag in {"NNP", "NNPS"}:
        return tag == "NNPS" or head.endswith(("s", "is", "ese"))
    return head.endswith(_PERSON_ENDINGS) or tag == "NNS"


def _uncounted(
    p: Parsed, chunk: Chunk, noun: Chunk, head: str, plural: bool, harm: Harm, site: tuple[int, int]
) -> Group | None:
    known = person_nouns().get(head)
    tag = p.words[chunk.head].tag
    span = (p.start(chunk), p.end(chunk))
    named = tag == "NNP" and _is_name(p, chunk)
    if known is None and not named:
        if not (chunk.det in {"a", "an", "poss"} and head.endswith(_PERSON_ENDINGS) and head not in other_heads()):
            return None
    if head in _BARE or head in harm_nouns():
        return None
    if known is not None and plural and not named:
        if chunk.det == "the" and known.status is VictimStatus.UNKNOWN:
            return None
        if head in {"police", "people", "personnel", "staff", "crew", "family", "families"} and chunk.det != "poss":
            return None
        value, many = 2, True
    else:
        if not named and chunk.det not in _SINGLE_DETERMINERS and chunk.det != "the":
            return None
        value, many = 1, False
    return Group(
        p,
        harm,
        *span,
        span,
        _trim(p.slice(chunk)),
        head,
        plural=many,
        status=_status(p, noun, head),
        value=value,
        site=site,
        numbered=False,
        named=named,
    )


def _is_name(p: Parsed, chunk: Chunk) -> bool:
    """A person's name: two capitalised words or a title before one; never a weekday, an acronym or an institution."""
    names = [w for w in p.words[chunk.a : chunk.b] if w.tag in {"NNP", "NNPS"}]
    if not names or names[-1].low in _NOT_NAMES or names[-1].low in _ORGANISATION_WORDS:
        return False
    if chunk.det in {"the"} or (names[-1].text.isupper() and len(names[-1].text) > 1 and len(names) == 1):
        return False
    return len(names) >= 2 or any(w.low in TITLES or w.low in person_nouns() for w in p.words[chunk.a : chunk.b])


TITLES = words("victims", "titles")
_ORGANISATION_WORDS = words("victims", "organisation_words")


def _status(p: Parsed, noun: Chunk, head: str) -> VictimStatus:
    for word in p.words[noun.a : noun.b]:
        if word.low in {"civilian", "civilians", "unarmed", "innocent"}:
            return VictimStatus.CIVILIAN
        if word.low in _COMBATANT_WORDS:
            return VictimStatus.COMBATANT
    known = person_nouns().get(head)
    return known.status if known else VictimStatus.UNKNOWN


_COMBATANT_WORDS = words("victims", "combatant_words")


def _trim(phrase: str) -> str:
    return phrase.strip(" ,'\"“”")
