"""Where the speaker of a verb of speech stands: before it, after it, or before the verb that it is joined to."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, Chunk, P
from summarizer.engines.offline.content import is_time
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.documents import issued_at
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source_names import is_person, is_role, opens_with_speaker, proper_name
from summarizer.engines.offline.spans import np_end
from summarizer.normalize.harm import person_noun

GOING_ON = frozenset({"continue", "continues", "continued", "went", "goes"})
"""Before an infinitive of speech: "Rwanda continues to deny that"."""
_NOTES = frozenset({"message", "messages", "letter", "letters", "note", "notes", "call", "calls"})
_REACH = 22
_ASKED = frozenset({"reached", "contacted", "interviewed", "quoted", "cited", "wounded", "injured"})
"""Participles after a speaker: "said a doctor reached by telephone"."""
_REACHING = frozenset(
    {"telephoned", "phoned", "called", "rang", "contacted", "e-mailed", "emailed", "texted", "wrote", "cabled", "faxed"}
)

_CONTRASTS = frozenset({"while", "whereas"})


def speaker_of(p: Parsed, k: int) -> int | None:
    """The chunk of the speaker before the verb at k; a participle has that of the main verb ("he said, adding")."""
    if p.words[p.chunks[k].head].tag == "VBG" and k and p.chunks[k - 1].kind in {COMMA, QUOTE, CC}:
        return _main_subject(p, k)
    if p.chunks[k].infinitive and k and p.head(p.chunks[k - 1]) in GOING_ON:
        return subject_of(p, k - 1)
    if is_call(p, k):
        return subject_of(p, k - 2)
    if p.words[p.chunks[k].head].tag == "VBG" and k and p.chunks[k - 1].kind == NP:
        if k > 2 and p.head(p.chunks[k - 2]) in {"for", "to"} and p.head(p.chunks[k - 3]) in _NOTES:
            return None  # "a message for the village leader demanding that"
        issuing = issued_at(p, k - 1)
        return k - 1 if issuing is None else subject_of(p, issuing)  # "clashed with students demanding reform"
    joined = k and (p.chunks[k - 1].kind == CC or _in_series(p, k))
    if joined and (first := _joined_cue(p, k)) is not None:
        return speaker_of(p, first)
    found = 0 if opens_with_speaker(p, k) else subject_of(p, k)
    found = _whose_aside(p, found, k) if found else found
    return _who_it_is(p, found, k) if found else found


def _whose_aside(p: Parsed, j: int, k: int) -> int:
    """Example: "Ali Musa, a doctor at the hospital, who said nine died": the man himself, named before what he is."""
    chunks = p.chunks
    who = k > 2 and p.head(chunks[k - 1]) == "who" and chunks[k - 2].kind == COMMA and j == k - 3
    if not who:
        return j
    i = j - 2 if j > 2 and chunks[j - 1].kind == P and chunks[j - 2].kind == NP else j
    described = i > 1 and is_role(p.head(chunks[i])) and chunks[i].count is None and chunks[i - 1].kind == COMMA
    name = proper_name(p, chunks[i - 2]) if described and chunks[i - 2].kind == NP else ""
    return i - 2 if name and is_person(chunks[i - 2], name) else j


def is_call(p: Parsed, k: int) -> bool:
    """Example: "telephoned a news agency to say", "contacted local media to claim"."""
    to_whom = p.chunks[k].infinitive and k > 1 and p.chunks[k - 1].kind == NP
    return to_whom and p.head(p.chunks[k - 2]) in _REACHING


def _who_it_is(p: Parsed, j: int, k: int) -> int:
    """Example: "The MP gave them a week, failing which, he said, ...": a pronoun in an aside means the main subject."""
    aside = p.chunks[j - 1].kind == COMMA and k + 1 < len(p.chunks) and p.chunks[k + 1].kind == COMMA
    of_what = p.words[p.chunks[j].a - 1].low == "what"  # "in what they say is a campaign"
    if p.chunks[j].det != "prp" or not (aside or of_what):
        return j
    verb = next((i for i in range(j) if p.chunks[i].kind == VG and not p.chunks[i].infinitive), None)
    first = subject_of(p, verb) if verb is not None else None
    if first is None or not _is_named(p, p.chunks[first]):
        return j
    plural = p.words[p.chunks[first].head].tag == "NNPS" or p.head(p.chunks[first]).endswith("s")
    return first if (p.head(p.chunks[j]) == "they") is plural or p.head(p.chunks[j]) in {"he", "she"} else j


def _is_named(p: Parsed, chunk: Chunk) -> bool:
    """Does the phrase end in a name: "Area MP Naisula Lekorere", "The Houthis"; not "Nine", "Nobody"?"""
    head = p.words[chunk.head]
    named = head.tag in {"NNP", "NNPS"} or (chunk.head > 0 and head.text[0].isupper())
    return named and chunk.count is None and chunk.det != "prp"


def _in_series(p: Parsed, k: int) -> bool:
    """Example: "claimed responsibility, stated that ..., and denied that": the middle verb of three."""
    if p.chunks[k - 1].kind != COMMA or k < 3 or any(c.kind == REL for c in p.chunks[max(0, k - 8) : k]):
        return False  # "A relative, who asked not to be named, said they had demanded money and threatened him"
    for i in range(k + 1, min(k + 14, len(p.chunks) - 1)):
        if p.chunks[i].kind == STOP:
            return False
        if p.chunks[i].kind == CC and p.chunks[i + 1].kind == VG:
            return _tense(p, p.chunks[i + 1]) == _tense(p, p.chunks[k])
    return False


def _joined_cue(p: Parsed, k: int) -> int | None:
    """Example: "claimed he was unarmed and demanded ...": the verb of speech that the one at k is joined to."""
    for i in range(k - 2, max(-1, k - _REACH), -1):
        chunk = p.chunks[i]
        if chunk.kind == QUOTE and not p.quoted(p.start(p.chunks[k])):
            continue
        if chunk.kind == SUB and p.head(chunk) in _CONTRASTS:
            # "while police put the number at six and said": police
            return next((j for j in range(i + 1, k) if p.chunks[j].kind == VG), None)
        if chunk.kind in {STOP, QUOTE} or (chunk.kind == NP and p.chunks[i - 1].kind == COMMA):
            return None
        if _is_reduced(p, i):
            continue  # "in a statement posted on Facebook, admitted three losses but said"
        if chunk.kind == VG and p.head(chunk) in cue_verbs() and not chunk.passive and not chunk.infinitive:
            return i if _tense(p, chunk) == _tense(p, p.chunks[k]) else None
    return None


def _tense(p: Parsed, chunk: Chunk) -> str:
    """The tense of a verb group: "insists" goes with "has urged", "said" with "threatened"."""
    first = p.words[chunk.a]
    present = first.low in {"has", "have"} or first.tag in {"VBZ", "VBP"}
    return "present" if present else p.words[chunk.head].tag


def _main_subject(p: Parsed, k: int) -> int | None:
    """The subject of the last main verb before the participle at k, behind that verb where it is inverted."""
    for i in range(k - 1, -1, -1):
        verb = p.chunks[i]
        if verb.kind != VG or verb.infinitive or p.words[verb.head].tag == "VBG" or _is_reduced(p, i):
            continue
        found = subject_of(p, i)
        if found and p.chunks[found - 1].kind == THAT and _main_subject(p, found) is not None:
            continue  # "rejected the charge that ambulances had been held up, saying ..."
        if found is None and p.head(verb) in cue_verbs() and p.chunks[i + 1].kind == NP:
            return i + 1
        return found
    return None


def _is_reduced(p: Parsed, i: int) -> bool:
    """Example: "in a statement posted on its channel": a bare participle after its noun, with no object."""
    chunk = p.chunks[i]
    if chunk.kind != VG:
        return False
    bare = chunk.b - chunk.a == 1 and p.words[chunk.head].tag == "VBN" and i > 1 and p.chunks[i - 1].kind == NP
    if not bare or p.chunks[i - 2].kind != P or i + 1 >= len(p.chunks):
        return False
    return p.chunks[i + 1].kind in {P, COMMA, ADV} or p.head(p.chunks[i + 1]) == "online"


def _are_speakers(p: Parsed, j: int) -> bool:
    """Example: ""They came at dawn," said two residents", "Four died, said two officials": people who are counted."""
    ends = j + 1 >= len(p.chunks) or p.chunks[j + 1].kind in {COMMA, STOP} or _are_tellers(p, j)
    if j + 2 < len(p.chunks) and p.head(p.chunks[j + 2]) in {"among", "including"}:
        return False  # "an officer who was there, said nine troops, among them a lieutenant, fell"
    told = ends and p.head(p.chunks[j - 1]) in {"said", "say"} and any(c.kind == VG for c in p.chunks[: j - 1])
    if not told and (not p.quotes or p.quotes[-1][1] > p.start(p.chunks[j])):
        return False
    one_of = [p.head(c) for c in p.chunks[j : j + 2]] == ["one", "of"] and j + 2 < len(p.chunks)
    return person_noun(p.head(p.chunks[j + 2 if one_of else j])) is not None  # "said one of the residents"


_TELLERS = words("speakers", "tellers")


def _are_tellers(p: Parsed, j: int) -> bool:
    """Example: "said 11 witnesses who spoke to AFP", "said two residents and a doctor": with no verb of their own."""
    verbs = sum(c.kind == VG for c in p.chunks[j + 1 :])
    told = verbs <= (p.chunks[j + 1].kind == REL)
    return p.head(p.chunks[j]) in _TELLERS and p.chunks[j + 1].kind in {REL, CC, P} and told


def speaker_after(p: Parsed, k: int) -> int | None:
    """Example: "..., said Lam Tut Chuol": the subject after the verb."""
    if k == 0 or not _after_pause(p, k):
        return None
    told = bool(p.quotes) or any(chunk.kind == VG for chunk in p.chunks[:k])
    counted = any(found.start < p.start(p.chunks[k]) for found in p.counts)  # "Four dead, said police"
    if not told and (cue_verbs()[p.head(p.chunks[k])][1] != "say" or not counted):
        return None
    j = k + 1
    if j >= len(p.chunks) or p.chunks[j].kind != NP or (p.chunks[j].count is not None and not _are_speakers(p, j)):
        return None
    if _only_an_aside(p, k):
        return None
    if p.chunks[j].det == "prp" and p.head(p.chunks[j]) not in {"he", "she", "they", "it"}:
        return None
    if is_time(p.head(p.chunks[j])):
        return None
    after = np_end(p, j)
    after += after + 1 < len(p.chunks) and p.chunks[after].kind == QUOTE and p.chunks[after + 1].kind == VG
    goes_on = after < len(p.chunks) and p.chunks[after].kind == VG and not p.chunks[after].infinitive
    if goes_on and not (p.chunks[after].a == p.chunks[after].head and p.head(p.chunks[after]) in _ASKED):
        return None
    if after < len(p.chunks) and p.chunks[after].kind == THAT and cue_verbs()[p.head(p.chunks[k])][1] != "say":
        return None  # "Smith, who ordered it, warned the group that ..."
    # "The ministry, said ..." has its speaker first.
    if k > 1 and p.chunks[k - 1].kind == COMMA and p.chunks[k - 2].kind == NP and p.start(p.chunks[k - 2]) == 0:
        return None
    return j


_CHARGES = frozenset({"charge", "claim", "accusation", "allegation", "assertion"})
_ACCUSING = frozenset({"accuse", "accuses", "accused", "blame", "blames", "blamed", "accusing", "blaming"})


def accused_before(p: Parsed, j: int) -> int:
    """Example: "accuse the army of killing 60, a charge it denies": whom the pronoun at j means, else j."""
    if p.chunks[j].det != "prp" or not j or p.head(p.chunks[j - 1]) not in _CHARGES:
        return j
    for i in range(j - 2, -1, -1):
        verb = p.chunks[i]
        if verb.kind != VG or (p.words[verb.a].tag == "VBG" and p.head(verb) not in _ACCUSING) or verb.infinitive:
            continue
        whom = object_of(p, i) if p.head(verb) in _ACCUSING and not verb.passive else None
        if whom is None or p.chunks[whom].det != "prp":
            return j if whom is None else whom
    return j


def _only_an_aside(p: Parsed, k: int) -> bool:
    """Do only the subject and an aside to it stand before the verb at k?

    Examples: "The minister, who presided over a council, announced", "The U.N. note, dated Thursday, said 11 soldiers".
    """
    if k < 3 or p.chunks[k - 1].kind != COMMA or [c.kind for c in p.chunks[:2]] != [NP, COMMA]:
        return False
    participle = p.chunks[2].kind == VG and not any(c.kind in {VG, QUOTE} for c in p.chunks[3:k])
    return p.chunks[2].kind == REL or participle


def _after_pause(p: Parsed, k: int) -> bool:
    """Does a comma or a quotation mark stand before the verb at k, perhaps with an adverb between?"""
    before = p.chunks[k - 1].kind
    if before == ADV and k > 1:
        before = p.chunks[k - 2].kind
    return before in {COMMA, QUOTE}
