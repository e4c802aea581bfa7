"""Walking from a verb group to its subject and objects over chunks."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.date_phrases import is_date_word
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parentheses import opening_of, opens_participle
from summarizer.engines.offline.parsed import Parsed

_REACH = 24
_CLAUSE_OPENERS = words("frames", "clause_openers")
_RAISING = words("frames", "raising")
_WHEN = words("content", "when")
_ACCUSING = words("roles", "accusing")
_TRYING = frozenset({"trying", "attempting", "seeking", "preparing"})
_BEING = frozenset({"is", "was", "are", "were"})
_WORDS = frozenset({"reaction", "word", "comment", "response", "statement", "reply"})
"""Of somebody, not of a place: "no reaction from Islamabad, which has denied it"."""
_SAYS = frozenset({"says", "said", "say", "claims", "claimed", "believes", "believed", "alleges", "alleged"})
_DASHES = frozenset({"—", "–", "--", "-"})


def subject_of(p: Parsed, k: int) -> int | None:
    """Index of the noun phrase that is the subject of the verb group at k, None when it is not found."""
    if k > 1 and p.chunks[k].infinitive and p.head(p.chunks[k - 1]) in _TRYING and p.chunks[k - 2].kind == NP:
        return k - 2  # "protesters trying to storm the building"
    chunks, j, stop = p.chunks, k - 1, max(-1, k - _REACH)
    left: int | None
    while j > stop:
        kind = chunks[j].kind
        if kind == NP and j and chunks[j - 1].kind == NP and _tells_when(p, j):
            left = j - 1  # "The United States last month accused"
        elif kind == NP:
            left = _past_phrase(p, j)
            if left is None:
                return _doer_before(p, j, k)
        elif kind == REL:
            left = j - 1 if j and chunks[j - 1].kind != COMMA else j - 2
            while left > 0 and chunks[left].kind == ADV:
                left -= 1
            if left > 1 and _is_age(p, left):
                left -= 2  # "Cem Ozturk, 25, who fell"
            if left >= 0 and chunks[left].kind == NP:
                return _past_place(p, left)
        elif kind == CC and j == k - 1:
            previous = _previous_verb(p, j)
            return subject_of(p, previous) if previous is not None else None
        else:
            left = _past_other(p, j, k)
            if left is None:
                return None
        j = left
    return None


def _doer_before(p: Parsed, j: int, k: int) -> int | None:
    """Example: "gunmen stormed Dan Sadau, a village, killing 14": the gerund goes on from who did it."""
    goes_on = p.words[p.chunks[k].head].tag == "VBG" and p.chunks[k - 1].kind == COMMA
    verb = p.chunks[j - 1] if j else None
    if goes_on and verb is not None and verb.kind == VG and not (verb.passive or verb.infinitive or modifies(p, j - 1)):
        return subject_of(p, j - 1)
    return j


def _tells_when(p: Parsed, j: int) -> bool:
    """Example: "last month", "Tuesday": a noun phrase that stands in for an adverb."""
    first, head = p.words[p.chunks[j].a].low, p.head(p.chunks[j])
    if first[0].isdigit() and is_date_word(head):
        return True  # "The UN 30 July said"
    return head in _WHEN and (first == head or first in {"last", "this", "earlier", "next"})


def _is_age(p: Parsed, j: int) -> bool:
    """Is the chunk at j a number between commas after a noun phrase?"""
    chunk = p.chunks[j]
    bare = chunk.kind == NP and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "CD"
    return bare and p.chunks[j - 1].kind == COMMA and p.chunks[j - 2].kind == NP


def _past_place(p: Parsed, j: int) -> int:
    """Example: "190 people from Crni Potok who vanished": the relative clause is not about the place."""
    named = j > 1 and p.words[p.chunks[j].head].tag == "NNP"
    named = named and p.head(p.chunks[j - 1]) in {"from", "in", "at", "near", "of"}
    outer = named and p.chunks[j - 2].kind == NP and p.head(p.chunks[j - 2]) not in _WORDS
    return j - 2 if outer else j


def _past_phrase(p: Parsed, j: int) -> int | None:
    """Index left of a noun phrase that only belongs to another one; None when the one at j can be a subject."""
    before = p.chunks[j - 1] if j else None
    if before is not None and _is_predicate(p, j):
        return j - 1
    if before is not None and before.kind == CC and (carried := _carried(p, j)) is not None:
        return carried - 1
    if before is not None and before.kind == P:
        return None if opens_clause(p, j - 1) else _before_phrase(p, j - 1)
    if before is not None and before.kind == VG and not before.passive:
        if modifies(p, j - 1) and not _reports(p, j - 1):
            return j - 1
        if p.head(before) not in cue_verbs() or p.head(p.chunks[j]) == "anonymity":
            return _relative(p, j)
    return _before_two_places(p, j)


def _reports(p: Parsed, j: int) -> bool:
    """Example: "gave a lower toll, saying 17 civilians had died": a gerund of speech, its clause after it."""
    gerund = p.chunks[j - 1].kind == COMMA and p.words[p.chunks[j].head].tag == "VBG"
    return gerund and p.head(p.chunks[j]) in cue_verbs()


def _carried(p: Parsed, j: int) -> int | None:
    """Example: "villagers who came carrying firewood and vessels said": where the relative clause begins.

    None where the noun phrase at j does not end the list of a gerund's objects inside one.
    """
    if j < 3 or p.chunks[j - 2].kind != NP or p.words[p.chunks[j - 3].head].tag != "VBG" or p.chunks[j].det:
        return None
    if p.chunks[j].count is not None:
        return None  # "soldiers escorting the vehicles and four drivers died"
    return _relative(p, j - 2) if p.words[p.chunks[j].head].tag in {"NN", "NNS"} else None


def _before_two_places(p: Parsed, j: int) -> int | None:
    """Index left of "in Rueso and Si Sakhon" where the name at j ends it: neither place is a subject."""
    if j < 4 or p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or p.chunks[j - 3].kind != P:
        return None
    names = all(p.words[p.chunks[i].head].tag == "NNP" and not p.chunks[i].det for i in (j, j - 2))
    return j - 4 if names and p.head(p.chunks[j - 3]) in {"in", "at", "near", "between", "from", "of"} else None


def _is_predicate(p: Parsed, j: int) -> bool:
    """Example: "who is eight months pregnant was hit": an adjective alone, or what "who is" says."""
    chunk, before = p.chunks[j], p.chunks[j - 1]
    if chunk.count is None and not chunk.det and chunk.b - chunk.a == 1 and p.words[chunk.head].tag == "JJ":
        return before.kind in {NP, VG, ADV}
    return before.kind == VG and p.words[before.head].low in _BEING and _relative(p, j - 1) is not None


def _past_other(p: Parsed, j: int, k: int) -> int | None:
    """Index left of what may stand between the verb group at k and its subject; None when the clause begins at j."""
    chunk = p.chunks[j]
    if chunk.kind in {ADV, QUOTE, P}:
        return j - 1
    if chunk.kind == COMMA or p.slice(chunk) in _DASHES:
        opening = opening_of(p, j)
        if opening is not None and j == k - 1 and p.words[p.chunks[k].head].tag == "VBG" and _tells(p, opening):
            return None  # "A spokesman, Idris Fadil, said they had taken the base, killing 40"
        if opening is None and j + 1 < k and opens_participle(p, j):
            return j - 1  # "the official, speaking from Niafunke, upriver, said"
        return opening - 1 if opening is not None else None
    if chunk.kind == VG:
        lifts = (chunk.passive and p.head(chunk) in _RAISING) or (p.head(chunk) in _BEING and p.chunks[k].infinitive)
        raised = j == k - 1 and lifts and _raised(p, k)
        if j == k - 1 and j > 1 and p.chunks[j - 1].det == "prp" and p.head(chunk) in _SAYS:
            return j - 2 if p.chunks[j - 2].kind == NP else None  # "two soldiers it says were killed"
        if raised or modifies(p, j):
            return j - 1
        relative = _relative(p, j)
        return relative - 1 if relative is not None else None
    return j - 1 if chunk.kind == THAT and j and p.chunks[j - 1].kind == NP else None


def _tells(p: Parsed, comma: int) -> bool:
    """Does the clause go on with a verb after the comma, which closes a name instead of opening an aside?"""
    verb = p.chunks[comma + 1]
    return verb.kind == VG and (p.head(verb) in cue_verbs() or not modifies(p, comma + 1))


def _raised(p: Parsed, k: int) -> bool:
    """Example: "are feared to have died", "were reported killed": an infinitive or bare participle after the verb."""
    return p.chunks[k].infinitive or p.words[p.chunks[k].a].tag == "VBN"


def _relative(p: Parsed, j: int) -> int | None:
    """Index of the relative pronoun whose clause ends at j: "a man who said he was a rebel told ..."."""
    i = j - 1
    while i > 0 and j - i < 10:
        kind = p.chunks[i].kind
        if kind == REL or (kind == THAT and p.chunks[i + 1].kind == VG and p.chunks[i - 1].kind == NP):
            return i
        joined = kind == CC and p.chunks[i + 1].kind == VG and p.chunks[i - 1].kind in {VG, P, ADV, NP}
        if kind not in {NP, VG, P, ADV, THAT} and not joined:
            return None
        i -= 1
    return None


def opens_clause(p: Parsed, j: int) -> bool:
    """Example: "after three soldiers were killed": the preposition is a conjunction, its phrase the subject."""
    named = j > 0 and p.head(p.chunks[j - 1]) in {"identified", "named", "known", "described", "listed"}
    return p.head(p.chunks[j]) in _CLAUSE_OPENERS and not named


def _before_phrase(p: Parsed, j: int) -> int:
    """Index left of the prepositional phrase whose preposition stands at j."""
    j -= 1
    return j - 1 if j >= 0 and p.chunks[j].kind == P else j


def modifies(p: Parsed, j: int) -> bool:
    """A participle or infinitive that belongs to the noun phrase before it: "people trapped in the mine"."""
    chunk = p.chunks[j]
    tag = p.words[chunk.head].tag
    bare = chunk.b - chunk.a == 1 or p.words[chunk.a].tag == "RB"
    if tag == "VBN" and j + 1 < len(p.chunks) and p.chunks[j + 1].kind == NP:
        name = p.words[p.chunks[j + 1].head].tag == "NNP"
        return name and p.head(chunk) in {"named", "called", "nicknamed"} and chunk.b - chunk.a == 1
    if not chunk.infinitive and j and p.chunks[j - 1].det == "prp":
        return False
    return chunk.infinitive or (bare and tag in {"VBN", "VBG"} and j > 0 and p.chunks[j - 1].kind in {NP, COMMA})


def sharing(p: Parsed, k: int) -> int | None:
    """Example: "vowed to retake the city and kill him", "can be held and die": verb whose "to" or modal k shares."""
    chunk = p.chunks[k]
    if not k or chunk.a != chunk.head or p.words[chunk.a].tag != "VB":
        return None
    j = k - 1 - (p.chunks[k - 1].kind == ADV)
    if j < 1 or p.chunks[j].kind not in {CC, COMMA}:
        return None
    for i in range(j - 1, max(-1, j - _REACH), -1):
        before = p.chunks[i]
        if before.kind in {STOP, SUB, REL, THAT}:
            return None
        if before.kind == VG and (before.infinitive or before.modal):
            return i
        bare = before.a == before.head and p.words[before.a].tag == "VB"
        if before.kind == VG and not bare and not modifies(p, i):
            return None
    return None


def _previous_verb(p: Parsed, j: int) -> int | None:
    """The verb group coordinated with what follows the conjunction at j."""
    i = j - 1
    while i >= 0 and j - i < 16:
        kind = p.chunks[i].kind
        if kind == VG and _governs(p, i):
            return i
        if kind == VG:
            i -= 1
            continue
        if kind not in {NP, P, ADV, CC, COMMA, QUOTE, THAT}:
            return None
        i -= 1
    return None


def _governs(p: Parsed, i: int) -> bool:
    """Has the verb group at i a subject of its own? Not "killed" of "put the number of people killed at 17"."""
    verb = p.chunks[i]
    if verb.infinitive or p.words[verb.head].tag == "VBG":
        return False
    return not (i > 1 and p.chunks[i - 2].kind == P and p.head(p.chunks[i - 2]) == "of" and modifies(p, i))


def object_of(p: Parsed, k: int) -> int | None:
    """Index of the noun phrase that directly follows the verb group at k."""
    j = k + 1
    while j < len(p.chunks) and p.chunks[j].kind in {ADV, QUOTE}:
        j += 1
    return j if j < len(p.chunks) and p.chunks[j].kind == NP else None


def governed_by(p: Parsed, k: int, prepositions: frozenset[str], reach: int = 8) -> int | None:
    """The noun phrase after the first of these prepositions to the right of chunk k, within the clause."""
    j = k + 1
    while j < len(p.chunks) - 1 and j - k <= reach:
        chunk = p.chunks[j]
        if chunk.kind == P and p.head(chunk) in prepositions and p.chunks[j + 1].kind == NP:
            return j + 1
        if chunk.kind in {VG, STOP, SUB, REL} and not (chunk.kind == VG and modifies(p, j)):
            return None
        j += 1
    return None


def accused_of(p: Parsed, k: int) -> int | None:
    """Example: "accused the army of shelling villagers": the subject of the gerund at k is whom the verb accuses."""
    of = k - 1
    while of > 1 and p.chunks[of].kind == QUOTE:
        of -= 1
    if of < 2 or p.words[p.chunks[k].head].tag != "VBG":
        return None
    if p.chunks[of].kind == CC:  # "of storming homes and executing men"
        first = next((i for i in range(of - 1, max(of - 7, 2), -1) if p.chunks[i].kind == VG), None)
        return accused_of(p, first) if first is not None else None
    if p.chunks[of].kind != P:
        return None
    i = of - 1
    while i > 1 and p.chunks[i].kind == NP and p.chunks[i - 1].kind == P:
        i -= 2
    before = p.chunks[i - 1]
    blames = before.kind == VG and not before.passive and p.head(before) in _ACCUSING
    return i if blames and p.chunks[i].kind == NP else None
