"""Walking from a verb group to its subject and objects over chunks."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.clause_marks import (
    before_phrase,
    before_quoted_name,
    before_two_places,
    ends_name,
    is_age,
    is_keeper,
    is_no_speaker,
    is_predicate,
    is_second_place,
    may_describe,
    modifies,
    opens_clause,
    past_arms,
    past_inner_clause,
    relative_after,
    relative_before,
    reports,
    right_before,
    tells_when,
)
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parentheses import DASHES, opening_of, opens_participle
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.relative_heads import all_of_whom, antecedent
from summarizer.engines.offline.verb_lists import is_past, previous_verb

_REACH = 24
_RAISING = words("frames", "raising")
_TIMES = frozenset({"before", "after", "until", "while"})
_BEING = frozenset({"is", "was", "are", "were"})
_SAYS = frozenset({"says", "said", "say", "claims", "claimed", "believes", "believed", "alleges", "alleged"})
_PHRASES = frozenset({NP, P, ADV})
_CAUSES = frozenset({"over", "after", "amid"})  # "summoned the envoy over fire that had killed four"


def subject_of(p: Parsed, k: int) -> int | None:
    """Index of the noun phrase that is the subject of the verb group at k, None when it is not found."""
    if k not in p.subjects:
        p.subjects[k] = _find_subject(p, k)
    return p.subjects[k]


def _find_subject(p: Parsed, k: int) -> int | None:
    if k > 1 and (near := right_before(p, k)) is not None:
        return near
    if (named := all_of_whom(p, k)) is not None or (named := _before_relative(p, k)) is not None:
        return named
    if k > 1 and p.head(p.chunks[k - 1]) in _TIMES and p.words[p.chunks[k].a].tag == "VBG":
        return _main_subject(p, k - 1)  # "while losing three of their own", "before being killed"
    chunks, j, stop = p.chunks, k - 1, max(-1, k - _REACH)
    left: int | None
    while j > stop:
        kind = chunks[j].kind
        if kind == NP and j and chunks[j - 1].kind == NP and tells_when(p, j):
            left = j - 1  # "The United States last month accused"
        elif kind == NP:
            left = _past_phrase(p, j)
            if left is None:
                return _named_before(p, _doer_before(p, j, k), k)
        elif kind == REL or (kind == THAT and j == k - 1 > 1 and p.head(chunks[j - 2]) in _CAUSES):
            left = j - 1 if j and chunks[j - 1].kind != COMMA else j - 2
            while left > 0 and chunks[left].kind == ADV:
                left -= 1
            if left > 1 and is_age(p, left):
                left -= 2  # "Cem Ozturk, 25, who fell"
            if left >= 0 and chunks[left].kind == NP:
                which = p.head(chunks[j]) == "which" and chunks[j - 1].kind == COMMA and _is_copula(p, j + 1)
                return left if which else antecedent(p, left, j, k)
        elif kind == CC and j == k - 1:
            previous = previous_verb(p, j)
            return subject_of(p, previous) if previous is not None else None
        elif kind == COMMA and j == k - 1 and (first := _listed_after(p, k)) is not None:
            return subject_of(p, first)
        else:
            left = _past_other(p, j, k)
            if left is None:
                main = _main_doer(p, k) if j == k - 1 and _goes_on(p, k) else None
                return main if main is None or not _is_weather(p, main) else None
        j = left
    return None


def _is_copula(p: Parsed, k: int) -> bool:
    """Example: "officials in Aden, which is in rebel hands": told of the place."""
    chunk = p.chunks[k]
    return chunk.kind == VG and not chunk.passive and p.head(chunk) in {"is", "was", "lies", "lay", "borders", "sits"}


def _is_weather(p: Parsed, j: int) -> bool:
    """Example: "it rained, killing nine"; not "it had retaken the town, killing nine"."""
    verb = next((i for i in range(j + 1, len(p.chunks)) if p.chunks[i].kind == VG), None)
    return p.head(p.chunks[j]) == "it" and (verb is None or object_of(p, verb) is None)


def _listed_after(p: Parsed, k: int) -> int | None:
    """Example: "entered the village, torched two houses and hurt three": the verb that a list of deeds begins with."""
    told = object_of(p, k)
    if told is None or tells_when(p, told) or not is_past(p, k):
        return None
    ends = next(
        (i for i in range(told + 1, min(told + 8, len(p.chunks) - 1)) if p.chunks[i].kind not in _PHRASES), None
    )
    if ends is None or p.chunks[ends].kind != CC or not is_past(p, ends + 1):
        return None
    first = next((i for i in range(k - 2, max(0, k - 12), -1) if p.chunks[i].kind not in _PHRASES), None)
    return first if first is not None and is_past(p, first) and not modifies(p, first) else None


def _goes_on(p: Parsed, k: int) -> bool:
    """Example: "drove a car into a crowd, killing five": a gerund behind a comma, whose subject is the main verb's."""
    return p.chunks[k - 1].kind == COMMA and p.words[p.chunks[k].head].tag == "VBG"


def _main_doer(p: Parsed, k: int) -> int | None:
    """Who did what the gerund at k goes on from: "a helicopter was shot down by rebels, killing five": the rebels."""
    verb = next((i for i in range(k - 1, -1, -1) if p.chunks[i].kind == VG), None)
    if verb is not None and p.chunks[verb].passive:
        return governed_by(p, verb, frozenset({"by"}))
    return _main_subject(p, k)


def _main_subject(p: Parsed, k: int) -> int | None:
    """Example: "the bomber wounded nine people before being killed": the subject of the verb before."""
    verb = next((i for i in range(k - 1, -1, -1) if p.chunks[i].kind == VG), None)
    if verb is None:
        return None
    if p.chunks[verb].infinitive or p.words[p.chunks[verb].head].tag == "VBG":
        return _main_subject(p, verb)
    return subject_of(p, verb)


def _before_relative(p: Parsed, k: int) -> int | None:
    """Example: "The Taliban, whose envoys are in Doha, Qatar, negotiating, condemned": whom the clause is about."""
    if k < 5 or p.chunks[k - 1].kind != COMMA:
        return past_inner_clause(p, k)
    at = next((i + 1 for i in range(k - 1, max(0, k - _REACH), -1) if p.chunks[i].kind == QUOTE), 0)
    first = relative_after(p, at, k)
    if first is None:
        return None
    inside = [i for i in range(first + 1, k - 1) if p.chunks[i].kind == VG and not modifies(p, i)]
    own = [i for i in inside if p.words[p.chunks[i].head].tag != "VBG" and not p.chunks[i].infinitive]
    return at if len(own) == 1 and k - at <= _REACH else None


def _doer_before(p: Parsed, j: int, k: int) -> int | None:
    """Example: "gunmen stormed Dan Sadau, a village, killing 14": the gerund goes on from who did it."""
    goes_on = p.words[p.chunks[k].head].tag == "VBG" and p.chunks[k - 1].kind == COMMA
    verb = p.chunks[j - 1] if j else None
    if goes_on and verb is not None and verb.kind == VG and not (verb.passive or verb.infinitive or modifies(p, j - 1)):
        return subject_of(p, j - 1)
    return j


def _named_before(p: Parsed, j: int | None, k: int) -> int | None:
    """Example: "JNIM, a group active across the Sahel, the desert's rim, said": the name, not what tells of it."""
    if j is not None and j > 1 and ends_name(p, j):
        return j - 2
    if j is None or j < 2 or p.chunks[k - 1].kind != COMMA or not may_describe(p, j):
        return j
    name, comma = p.chunks[j - 2], p.chunks[j - 1]
    if is_age(p, j - 2) and comma.kind == COMMA and j > 3:
        return _named_before(p, j - 2, k)
    opens = j == 2 or p.chunks[j - 3].kind in {STOP, QUOTE, SUB, THAT}  # not "in Mali, a group said"
    named = name.kind == NP and comma.kind == COMMA and p.words[name.head].tag in {"NNP", "NNPS"}
    return j - 2 if named and opens and not tells_when(p, j - 2) else j


def _past_phrase(p: Parsed, j: int) -> int | None:
    """Index left of a noun phrase that only belongs to another one; None when the one at j can be a subject."""
    before = p.chunks[j - 1] if j else None
    if before is not None and before.kind == QUOTE and (named := before_quoted_name(p, j)) is not None:
        return named
    if "armed" in p.vocabulary and (bearer := past_arms(p, j)) is not None:
        return bearer
    if before is not None and is_predicate(p, j):
        return j - 1
    if before is not None and before.kind == CC and (carried := _carried(p, j)) is not None:
        return carried - 1
    if before is not None and before.kind == CC and is_second_place(p, j):
        return before_phrase(p, j - 3)
    if before is not None and before.kind == P:
        # "who had been missing since 27 June was found dead"
        opens = opens_clause(p, j - 1) and not (p.head(before) == "since" and tells_when(p, j))
        return None if opens else before_phrase(p, j - 1)
    if before is not None and before.kind == VG and not before.passive:
        issued = before.a == before.head and p.words[before.a].tag == "VBN" and p.head(p.chunks[j + 1]) == "by"
        if issued and tells_when(p, j):
            return j - 2  # "a study published this month by researchers estimated"
        if modifies(p, j - 1) and not reports(p, j - 1):
            return j - 1
        if p.head(before) not in cue_verbs() or is_no_speaker(p, j):
            return relative_before(p, j)
    return before_two_places(p, j)


def _carried(p: Parsed, j: int) -> int | None:
    """Example: "villagers who came carrying firewood and vessels said": where the relative clause begins.

    None where the noun phrase at j does not end the list of a gerund's objects inside one.
    """
    if j < 3 or p.chunks[j - 2].kind != NP or p.words[p.chunks[j - 3].head].tag != "VBG" or p.chunks[j].det:
        return None
    if p.chunks[j].count is not None:
        return None  # "soldiers escorting the vehicles and four drivers died"
    return relative_before(p, j - 2) if p.words[p.chunks[j].head].tag in {"NN", "NNS"} else None


def _past_other(p: Parsed, j: int, k: int) -> int | None:
    """Index left of what may stand between the verb group at k and its subject; None when the clause begins at j."""
    chunk = p.chunks[j]
    if chunk.kind in {ADV, QUOTE, P}:
        return j - 1
    if chunk.kind == COMMA or p.slice(chunk) in DASHES:
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
        relative = relative_before(p, j)
        while relative is not None and p.chunks[relative - 1].kind == CC:
            relative = relative_before(p, relative - 1)  # "a woman who lives there and who saw it said"
        return relative - 1 if relative is not None else None
    return j - 1 if chunk.kind == THAT and j and p.chunks[j - 1].kind == NP else None


def _tells(p: Parsed, comma: int) -> bool:
    """Does the clause go on with a verb after the comma, which closes a name instead of opening an aside?"""
    verb = p.chunks[comma + 1]
    if verb.kind == REL:  # "chased the gunmen, who fired at a bus, wounding three"
        return any(c.kind == VG for c in p.chunks[:comma])
    return verb.kind == VG and (p.head(verb) in cue_verbs() or not modifies(p, comma + 1))


def _raised(p: Parsed, k: int) -> bool:
    """Example: "are feared to have died", "were reported killed": an infinitive or bare participle after the verb."""
    return p.chunks[k].infinitive or p.words[p.chunks[k].a].tag == "VBN"


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


def object_of(p: Parsed, k: int) -> int | None:
    """Index of the noun phrase that directly follows the verb group at k."""
    j = k + 1
    while j < len(p.chunks) and p.chunks[j].kind in {ADV, QUOTE}:
        j += 1
    return j if j < len(p.chunks) and p.chunks[j].kind == NP and p.head(p.chunks[j]) != "there" else None


def governed_by(p: Parsed, k: int, prepositions: frozenset[str], reach: int = 8) -> int | None:
    """The noun phrase after the first of these prepositions to the right of chunk k, within the clause."""
    j = k + 1
    while j < len(p.chunks) - 1 and j - k <= reach:
        chunk = p.chunks[j]
        at = j + 1 + (p.chunks[j + 1].kind == QUOTE and j + 2 < len(p.chunks))  # killed by "coalition forces"
        named = chunk.kind == P and p.head(chunk) in prepositions and p.chunks[at].kind == NP
        if named and not is_keeper(p, k, j):
            return at
        if chunk.kind in {VG, STOP, SUB, REL} and not (chunk.kind == VG and modifies(p, j)):
            return None
        j += 1
    return None
