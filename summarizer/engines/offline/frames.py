"""Walking from a verb group to its subject and objects over chunks."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed

_REACH = 24
_CLAUSE_OPENERS = words("frames", "clause_openers")
_RAISING = words("frames", "raising")
_INTRANSITIVE = words("frames", "intransitive")
_BEING = frozenset({"is", "was", "are", "were"})
_PRONOUNS = frozenset({"them", "whom", "those", "these"})
_DASHES = frozenset({"—", "–", "--", "-"})
_ATTACHED = frozenset({"of", "from", "in", "at", "with"})


def subject_of(p: Parsed, k: int) -> int | None:
    """Index of the noun phrase that is the subject of the verb group at k, None when it is not found."""
    chunks, j, stop = p.chunks, k - 1, max(-1, k - _REACH)
    while j > stop:
        kind = chunks[j].kind
        if kind == NP:
            left = _past_phrase(p, j)
            if left is None:
                return j
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


def _is_age(p: Parsed, j: int) -> bool:
    """Is the chunk at j a number between commas after a noun phrase?"""
    chunk = p.chunks[j]
    bare = chunk.kind == NP and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "CD"
    return bare and p.chunks[j - 1].kind == COMMA and p.chunks[j - 2].kind == NP


def _past_place(p: Parsed, j: int) -> int:
    """Example: "190 people from Crni Potok who vanished": the relative clause is not about the place."""
    named = j > 1 and p.words[p.chunks[j].head].tag == "NNP"
    named = named and p.head(p.chunks[j - 1]) in {"from", "in", "at", "near", "of"}
    return j - 2 if named and p.chunks[j - 2].kind == NP else j


def _past_phrase(p: Parsed, j: int) -> int | None:
    """Index left of a noun phrase that only belongs to another one; None when the one at j can be a subject."""
    before = p.chunks[j - 1] if j else None
    if before is not None and _is_predicate(p, j):
        return j - 1
    if before is not None and before.kind == P:
        return None if _opens_clause(p, j - 1) else _before_phrase(p, j - 1)
    if before is not None and before.kind == VG and not before.passive:
        if _modifies(p, j - 1):
            return j - 1
        if p.head(before) not in cue_verbs() or p.head(p.chunks[j]) == "anonymity":
            return _relative(p, j)
    return _before_two_places(p, j)


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
        opening = _bracket(p, j)
        return opening - 1 if opening is not None else None
    if chunk.kind == VG:
        lifts = (chunk.passive and p.head(chunk) in _RAISING) or (p.head(chunk) in _BEING and p.chunks[k].infinitive)
        raised = j == k - 1 and lifts and _raised(p, k)
        if raised or _modifies(p, j):
            return j - 1
        relative = _relative(p, j)
        return relative - 1 if relative is not None else None
    return j - 1 if chunk.kind == THAT and j and p.chunks[j - 1].kind == NP else None


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


def _opens_clause(p: Parsed, j: int) -> bool:
    """Example: "after three soldiers were killed": the preposition is a conjunction, its phrase the subject."""
    named = j > 0 and p.head(p.chunks[j - 1]) in {"identified", "named", "known", "described", "listed"}
    return p.head(p.chunks[j]) in _CLAUSE_OPENERS and not named


def _before_phrase(p: Parsed, j: int) -> int:
    """Index left of the prepositional phrase whose preposition stands at j."""
    j -= 1
    return j - 1 if j >= 0 and p.chunks[j].kind == P else j


def _modifies(p: Parsed, j: int) -> bool:
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


def _bracket(p: Parsed, j: int) -> int | None:
    """Index of the comma or dash that opens the parenthesis closed by the one at j, None when it is none."""
    mark = p.slice(p.chunks[j])
    for i in range(j - 1, max(-1, j - 16), -1):
        if p.slice(p.chunks[i]) == mark:
            return i
        if p.chunks[i].kind == STOP:
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
    return not (i > 1 and p.chunks[i - 2].kind == P and p.head(p.chunks[i - 2]) == "of" and _modifies(p, i))


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
        if chunk.kind in {VG, STOP, SUB, REL} and not (chunk.kind == VG and _modifies(p, j)):
            return None
        j += 1
    return None


def list_right(p: Parsed, j: int) -> list[int]:
    """The noun phrases coordinated with the one at j, to its right: "a, b and c". None is the subject of a verb."""
    chunks, out = p.chunks, [j]
    i = _phrase_end(p, j)
    while i < len(chunks):
        sep = i
        while i < len(chunks) and chunks[i].kind in {COMMA, CC, ADV} and i - sep < 3:
            if chunks[i].kind == ADV and p.head(chunks[i]) not in {"also", "then", "even"}:
                break
            i += 1
        if i == sep or i >= len(chunks) or chunks[i].kind != NP or chunks[i].det == "prp":
            break
        end = _phrase_end(p, i)
        if (end < len(chunks) and _is_finite(p, end)) or _of_pronoun(p, i):
            break
        begun = chunks[i].count or chunks[i].det in {"a", "an"}
        if chunks[i - 1].kind == COMMA and not begun and not _closes_list(p, end):
            break
        out.append(i)
        i = end
    return out


def _of_pronoun(p: Parsed, i: int) -> bool:
    """Example: "four of them", "nineteen of whom": a part of what came before, not a further member of the list."""
    return i + 2 < len(p.chunks) and p.head(p.chunks[i + 1]) == "of" and p.head(p.chunks[i + 2]) in _PRONOUNS


def _closes_list(p: Parsed, i: int) -> bool:
    if i + 1 >= len(p.chunks) or p.chunks[i].kind not in {CC, COMMA} or p.chunks[i + 1].kind not in {NP, CC}:
        return False
    end = _phrase_end(p, i + 1 + (p.chunks[i + 1].kind == CC))  # "41 others, police and doctors said" is no list
    return end >= len(p.chunks) or not _is_finite(p, end)


def list_left(p: Parsed, j: int) -> list[int]:
    """The noun phrases coordinated with the one at j, to its left, in order of text, j last."""
    chunks, out = p.chunks, [j]
    i = j - 1
    while i > 0:
        sep = i
        while i >= 0 and chunks[i].kind in {COMMA, CC}:
            i -= 1
        if i == sep or i < 0 or chunks[i].kind != NP or chunks[i].det == "prp":
            break
        start = _phrase_start(p, i)
        lone = not start or chunks[start - 1].kind != COMMA
        if len(out) == 1 and (chunks[sep].kind == COMMA or (chunks[sep - 1].kind == COMMA and lone)):
            break  # "11 were hurt in the port, and two died" has two clauses, not a list
        if start and chunks[start - 1].kind == P and not _lists_after(p, start, sep):
            break
        if start and chunks[start - 1].kind == VG and not _modifies(p, start - 1):
            break
        out.insert(0, start)
        i = start - 1
    return out


def _lists_after(p: Parsed, start: int, sep: int) -> bool:
    """Example: "after two cooks, a maid and a nurse died"; but not in "before Monday, a maid and a nurse had died"."""
    if not _opens_clause(p, start - 1):
        return False
    first = p.chunks[start]
    return p.chunks[sep].kind != COMMA or first.count is not None or bool(first.det)


def _phrase_end(p: Parsed, j: int) -> int:
    """Index after the noun phrase at j and the phrases attached to it by "of", "from", "in", "at" or "with"."""
    i = j + 1
    while (
        i + 1 < len(p.chunks)
        and p.chunks[i].kind == P
        and p.head(p.chunks[i]) in _ATTACHED
        and p.chunks[i + 1].kind == NP
    ):
        i += 2
    return i + (i < len(p.chunks) and p.chunks[i].kind == ADV and p.head(p.chunks[i]) == "aged")


def _phrase_start(p: Parsed, j: int) -> int:
    while j >= 2 and p.chunks[j - 1].kind == P and p.head(p.chunks[j - 1]) in _ATTACHED and p.chunks[j - 2].kind == NP:
        j -= 2
    return j


def _is_finite(p: Parsed, i: int) -> bool:
    chunk, tag = p.chunks[i], p.words[p.chunks[i].head].tag
    if chunk.kind != VG or chunk.infinitive or tag == "VBG":
        return False
    bare = tag == "VBN" and chunk.b - chunk.a == 1 and p.head(chunk) not in _INTRANSITIVE
    return not (bare and i + 1 < len(p.chunks) and p.chunks[i + 1].kind == P)
