"""What belongs to a noun phrase or bounds its clause: the marks by which the walk to a subject goes on or ends."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.date_phrases import is_date_word
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import person_nouns
from summarizer.normalize.places import find_places

_CLAUSE_OPENERS = words("frames", "clause_openers")
_KEEPING = words("frames", "keeping")
_WHEN = words("content", "when")
_BEING = frozenset({"is", "was", "are", "were"})
_RAISING = words("frames", "raising")
_FEW = 8
"""Chunks of a relative clause at most."""
_PLACING = frozenset({"on", "in", "at", "from"})
_THEY = frozenset({"others", "people", "residents", "civilians"})
_TRYING = frozenset({"trying", "attempting", "seeking", "preparing"})


def past_arms(p: Parsed, j: int) -> int | None:
    """Example: "rebels armed with machetes and guns killed 11": the chunk before "armed", j the last arm."""
    for i in range(j, max(0, j - 6), -1):
        if p.chunks[i].kind == P:
            armed = p.head(p.chunks[i]) == "with" and p.head(p.chunks[i - 1]) == "armed" and i > 1
            return i - 2 if armed else None
        if p.chunks[i].kind not in {NP, CC, COMMA}:
            return None
    return None


def past_inner_clause(p: Parsed, k: int) -> int | None:
    """Example: "Troops hunting those behind the raid in which ten died killed six": the subject of the verb at k.

    Right behind the verb of a relative clause stands the verb of the main one.
    """
    inner = p.chunks[k - 1] if k > 2 else None
    if inner is None or inner.kind != VG or inner.infinitive or p.chunks[k].infinitive or p.head(inner) in _RAISING:
        return None
    if p.words[inner.head].tag == "VBG" or p.head(inner) in cue_verbs() or p.words[p.chunks[k].head].tag == "VBG":
        return None
    marks = {COMMA, STOP, SUB, THAT, QUOTE}
    rel = next((i for i in range(k - 2, max(0, k - _FEW), -1) if p.chunks[i].kind in marks | {REL}), None)
    if rel is None or p.chunks[rel].kind != REL:
        return None
    back = range(rel - 1, max(-1, rel - 24), -1)
    first = next((i + 1 for i in back if p.chunks[i].kind in marks), max(0, rel - 23))
    return first if first < rel and p.chunks[first].kind == NP else None


def tells_when(p: Parsed, j: int) -> bool:
    """Example: "last month", "Tuesday": a noun phrase that stands in for an adverb."""
    first, head = p.words[p.chunks[j].a].low, p.head(p.chunks[j])
    if first[0].isdigit() and is_date_word(head):
        return True  # "The UN 30 July said"
    return head in _WHEN and (first == head or first in {"last", "this", "earlier", "next", "that"})


def is_age(p: Parsed, j: int) -> bool:
    """Is the chunk at j a number between commas after a noun phrase?"""
    chunk = p.chunks[j]
    bare = chunk.kind == NP and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "CD"
    return bare and p.chunks[j - 1].kind == COMMA and p.chunks[j - 2].kind == NP


def is_no_speaker(p: Parsed, j: int) -> bool:
    """Example: "who asked for anonymity", "who feared reprisals": a bare noun that is nobody's."""
    chunk = p.chunks[j]
    bare = not chunk.det and chunk.b - chunk.a == 1 and p.words[chunk.head].tag in {"NN", "NNS"}
    return bare and p.head(chunk) not in person_nouns()


def may_describe(p: Parsed, j: int) -> bool:
    """Example: the "41" and the "convener" of "Bukar Modu, 41, a farmer," and "Lakhmu Oyam, convener of a group,"."""
    chunk = p.chunks[j]
    bare = not chunk.det and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "NN"
    told = bare and (p.head(chunk) in person_nouns() or p.head(p.chunks[j + 1]) in {"of", "for", "at"})
    return chunk.det in {"a", "an"} or is_age(p, j) or told


def reports(p: Parsed, j: int) -> bool:
    """Example: "gave a lower toll, saying 17 civilians had died": a gerund of speech, its clause after it."""
    gerund = p.chunks[j - 1].kind == COMMA and p.words[p.chunks[j].head].tag == "VBG"
    return gerund and p.head(p.chunks[j]) in cue_verbs()


def is_predicate(p: Parsed, j: int) -> bool:
    """Example: "who is eight months pregnant was hit": an adjective alone, or what "who is" says."""
    chunk, before = p.chunks[j], p.chunks[j - 1]
    if chunk.count is None and not chunk.det and chunk.b - chunk.a == 1 and p.words[chunk.head].tag == "JJ":
        return before.kind in {NP, VG, ADV}
    return before.kind == VG and p.words[before.head].low in _BEING and relative_before(p, j - 1) is not None


def relative_before(p: Parsed, j: int) -> int | None:
    """Index of the relative pronoun whose clause ends at j: "a man who said he was a rebel told ..."."""
    i = j - 1
    while i > 0 and j - i < 10:
        kind = p.chunks[i].kind
        if kind == REL or (kind == THAT and p.chunks[i + 1].kind == VG and p.chunks[i - 1].kind == NP):
            return i
        joined = kind == CC and p.chunks[i + 1].kind == VG and p.chunks[i - 1].kind in {VG, P, ADV, NP}
        if kind not in {NP, VG, P, ADV, THAT, SUB} and not joined:
            return None
        i -= 1
    return None


def relative_after(p: Parsed, at: int, k: int) -> int | None:
    """Where the relative clause of the noun phrase at chunk `at` begins, behind a comma and before chunk k.

    Past its "of ...", an age or an office: "A relative of the bride, who", "Ana Ruiz, the village head, who".
    """
    first = at + 1
    while first + 1 < k and p.head(p.chunks[first]) in {"of", "for"} and p.chunks[first + 1].kind == NP:
        first += 2
    told = first + 3 < k and p.chunks[first].kind == COMMA and p.chunks[first + 2].kind == COMMA
    office = told and p.chunks[first + 1].kind == NP and p.chunks[first + 1].count is None and p.chunks[at].det == ""
    if told and (is_age(p, first + 1) or office):
        first += 2
    kinds = [c.kind for c in (p.chunks[at], *p.chunks[first : first + 2])]
    return first + 1 if first + 1 < k and kinds == [NP, COMMA, REL] else None


_TITLES = words("victims", "titles")
_SEEMING = frozenset(
    {"identified", "named", "known", "described", "listed", "disguised", "dressed", "posing", "masquerading", "acting"}
)
"""What "as" after it begins no clause: "men disguised as policemen burst in"."""


def opens_clause(p: Parsed, j: int) -> bool:
    """Example: "after three soldiers were killed": the preposition is a conjunction, its phrase the subject."""
    named = j > 0 and p.head(p.chunks[j - 1]) in _SEEMING
    return p.head(p.chunks[j]) in _CLAUSE_OPENERS and not named


def before_phrase(p: Parsed, j: int) -> int:
    """Index left of the prepositional phrase whose preposition stands at j."""
    j -= 1
    return j - 1 if j >= 0 and p.chunks[j].kind == P else j


def before_quoted_name(p: Parsed, j: int) -> int | None:
    """Index left of 'of the "Peasant Patrol"' where the name in quotation marks stands at chunk j, None if none is."""
    article = j - 2 if j > 2 and p.words[p.chunks[j - 2].head].tag == "DT" else j - 1
    preposition = p.chunks[article - 1] if article else None
    if preposition is None or preposition.kind != P or p.head(preposition) != "of":
        return None
    return before_phrase(p, article - 1) if p.words[p.chunks[j].head].tag in {"NNP", "NNPS"} else None


_PAST_ONLY = words("frames", "past_only")
"""Past forms that are no participles, less those that go on ("went on to say", "came to believe")."""


def modifies(p: Parsed, j: int) -> bool:
    """A participle or infinitive that belongs to the noun phrase before it: "people trapped in the mine"."""
    chunk = p.chunks[j]
    tag = p.words[chunk.head].tag
    if p.head(chunk) in _PAST_ONLY:
        return False  # "whom the soldiers took with them"
    bare = chunk.b - chunk.a == 1 or p.words[chunk.a].tag == "RB"
    if tag == "VBN" and j + 1 < len(p.chunks) and p.chunks[j + 1].kind == NP:
        name = p.words[p.chunks[j + 1].head].tag == "NNP"
        return name and p.head(chunk) in {"named", "called", "nicknamed"} and chunk.b - chunk.a == 1
    before = p.chunks[j - 1] if j else None
    if before is not None and not chunk.infinitive and (before.det == "prp" or p.words[before.b - 1].low == "be"):
        return False  # "that his age be published"
    return chunk.infinitive or (bare and tag in {"VBN", "VBG"} and j > 0 and p.chunks[j - 1].kind in {NP, COMMA})


def before_two_places(p: Parsed, j: int) -> int | None:
    """Index left of "in Rueso and Si Sakhon" where the name at j ends it: neither place is a subject."""
    if j < 4 or p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or p.chunks[j - 3].kind != P:
        return None
    names = all(p.words[p.chunks[i].head].tag == "NNP" and not p.chunks[i].det for i in (j, j - 2))
    return j - 4 if names and p.head(p.chunks[j - 3]) in {"in", "at", "near", "between", "from", "of"} else None


def names_nobody(p: Parsed, j: int) -> bool:
    """Example: "No group or individual", "Neither the Taliban nor Islamic State": does the phrase at j end it?"""
    first = j
    while first > 1 and p.head(p.chunks[first - 1]) in {"or", "nor"} and p.chunks[first - 2].kind == NP:
        first -= 2
    at = p.chunks[first].a
    opening = {p.words[at].low, p.words[at - 1].low if at else ""}
    return "no" in opening or (first < j and "neither" in opening)


def ends_name(p: Parsed, j: int) -> bool:
    """Example: "the Commissioner for Internal Security and Home Affairs": does the chunk at j end the name before?"""
    rest = p.words[p.chunks[j].a : p.chunks[j].b]
    if p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or any(w.tag not in {"NNP", "NNPS"} for w in rest):
        return False
    name = [w.low for w in p.words[p.chunks[j - 2].a : p.chunks[j - 2].b]]
    return "for" in name[1:-1] and len(rest) > 1


def after_initials(p: Parsed, k: int) -> bool:
    """Example: "Secretary of the State Emergency Agency, SEMA, Mrs. Doose Nyam, said": it is Mrs. Nyam who says so."""
    if k < 6 or [c.kind for c in p.chunks[k - 3 : k]] != [COMMA, NP, COMMA]:
        return False
    if p.words[p.chunks[k - 2].a].low not in _TITLES:
        return False
    short = [p.slice(c) for c in p.chunks[max(0, k - 7) : k - 3] if c.kind == NP]
    return any(text.isupper() and len(text) > 2 and " " not in text for text in short)


def is_keeper(p: Parsed, k: int, j: int) -> bool:
    """Example: "killed in a town held by the rebels": whoever holds the town did not thereby kill."""
    i = j - 1 - (p.chunks[j - 1].kind == ADV)
    told = p.chunks[i].kind == VG or p.head(p.chunks[i]) == "run"
    return i > k and p.head(p.chunks[j]) == "by" and told and p.head(p.chunks[i]) in _KEEPING


_FROM = frozenset({"starting", "beginning", "lasting", "running", "covering"})
"""Gerunds that tell from when: "a curfew starting Friday"."""


def governing(p: Parsed, k: int) -> int | None:
    """The verb group of the clause of chunk k: itself, the next to its right, else the one to its left."""
    if p.chunks[k].kind == VG:
        return k
    for j in range(k + 1, min(k + 7, len(p.chunks))):
        if p.chunks[j].kind == VG and not p.chunks[j].infinitive and p.head(p.chunks[j]) not in _FROM:
            return j
        if p.chunks[j].kind in {STOP, SUB, COMMA}:
            break
    for j in range(k - 1, max(k - 10, -1), -1):
        if p.chunks[j].kind == VG:
            return j
        if p.chunks[j].kind in {STOP, SUB}:
            break
    return None


def is_second_place(p: Parsed, j: int) -> bool:
    """Example: "14 patients on the maternity and children's wards were": the second of what one preposition governs.

    Of places as well: "attacks in Israel and the West Bank have killed 61".
    """
    if j < 4 or [c.kind for c in p.chunks[j - 4 : j - 1]] != [NP, P, NP] or p.head(p.chunks[j - 3]) not in _PLACING:
        return False
    if is_second_town(p, j):
        return True
    counted, first = p.chunks[j - 4], p.chunks[j - 2]
    whole = counted.count is not None and p.words[counted.head].tag == "NNS" and first.count is None
    return whole and p.chunks[j].count is None and p.chunks[j].det in {"", "poss"} and p.head(p.chunks[j]) not in _THEY


def is_second_town(p: Parsed, j: int) -> bool:
    """Example: "civilians in Ituri and North Kivu": a place that an "and" joins to the one behind "in"."""
    joined = j > 3 and p.chunks[j - 1].kind == CC and p.head(p.chunks[j - 3]) == "in"
    return joined and all(p.chunks[i].kind == NP and _is_place(p, i) for i in (j - 2, j))


BEFALLING = frozenset({"being", "losing", "dying", "sustaining", "suffering", "succumbing"})


def right_before(p: Parsed, k: int) -> int | None:
    """The subject of the verb group at k that the words right before it tell."""
    before, other = p.chunks[k - 1], p.chunks[k - 2]
    if p.chunks[k].infinitive and p.head(before) in _TRYING and other.kind == NP:
        return k - 2  # "protesters trying to storm the building"
    if p.words[p.chunks[k].a].low in BEFALLING and p.head(other) in {"of", "with"} and before.kind == NP:
        return k - 1  # "reports of 100 families being displaced", "with three people losing their lives"
    if after_initials(p, k) or (p.head(before) == "there" and other.kind == NP):
        return k - 2  # "the health ministry there says"
    return None


def _is_place(p: Parsed, j: int) -> bool:
    """Is the noun phrase at chunk j the name of a place and nothing more?"""
    name = p.slice(p.chunks[j]).removeprefix("the ")
    return name[:1].isupper() and any(f.text == name for f in find_places(f"in {name}"))
