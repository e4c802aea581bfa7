"""Which text of a sentence a verb of speech governs."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.cues import cue_near
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.spans import after_marks, before_marks, content_end, np_end, sentence_end, skip_marks

_ADDRESSED = words("content", "addressed")
_CIRCUMSTANCE = words("content", "circumstance")
_WHEN = words("content", "when")
# After these a phrase of circumstance is over even where a verb follows it ("said on Friday killed ...").
_CLOSED = frozenset({"in", "on", "by", "over", "to"})
_QUESTIONS = frozenset({"why", "how", "whether", "who", "what", "where", "when"})
_PROMISED = frozenset({"promise", "warn", "ask"})  # "promised elections": what is promised, not to whom
_NAMELESS = frozenset({"anonymity"})
_ADVERBS = frozenset({"later", "earlier", "also", "yesterday", "today", "overnight", "here"})


class Speech(NamedTuple):
    """A verb of speech: the verb group at chunk k, its group of cue verbs and its base form."""

    p: Parsed
    k: int
    group: str
    base: str


def content_of(cue: Speech, subject: int, *, inverted: bool) -> tuple[int, int] | None:
    """The characters of what was said, None when nothing is. `subject` is the speaker's chunk.

    `inverted`: the speaker stands after the verb ("..., said the mayor").
    """
    p, k = cue.p, cue.k
    after = _past_addressee(cue, np_end(p, subject) if inverted else k + 1)
    first = min(subject, k)
    resumes = inverted or (first > 0 and p.chunks[first - 1].kind == QUOTE)  # ""We ran," he said, "and they fired""
    quoted = after if resumes else _past_comma(p, after)
    after = _past_aside(p, quoted)
    follows = _can_follow(p, after, inverted=inverted) or _is_question(cue, after)
    paused = first > 0 and p.chunks[first - 1].kind in {COMMA, QUOTE}
    passing = first > 1 and p.head(p.chunks[first - 1]) == "as" and p.chunks[first - 2].kind == COMMA
    paused = paused or passing  # "..., as the radio reported"
    preposed = paused and (inverted or _has_clause(p, first))
    if not resumes and p.chunks[quoted - 1].kind == COMMA and p.chunks[min(quoted, len(p.chunks) - 1)].kind == QUOTE:
        preposed = False  # "Reacting, the chairman said, "we ran""
    beside = after < len(p.chunks) and p.chunks[after].kind == P  # "..., the panel found on the basis of interviews"
    if preposed and _specified(p, first, after):
        return skip_marks(p.text, 0), sentence_end(p)
    if preposed and (inverted or not follows or beside or p.chunks[min(k + 1, len(p.chunks) - 1)].kind == COMMA):
        end = sentence_end(p) if _interrupts(p, after) else before_marks(p, p.start(p.chunks[first - passing]))
        return skip_marks(p.text, 0), end
    if first and p.chunks[first - 1].kind == COMMA and _interrupts(p, after):
        return skip_marks(p.text, 0), sentence_end(p)
    if not follows:
        return None
    return _start_after(cue, after), content_end(p, after)


def _past_comma(p: Parsed, i: int) -> int:
    """Example: "said, "We ran"": the quotation that a comma opens, else i itself."""
    if i + 1 >= len(p.chunks) or p.chunks[i].kind != COMMA or p.chunks[i + 1].kind != QUOTE:
        return i
    opens = p.start(p.chunks[i + 1])
    return i + 1 if p.text[opens] in "'‘" or any(opens <= a <= opens + 2 for a, _ in p.quotes) else i


def _past_aside(p: Parsed, i: int) -> int:
    """Example: "claimed, without providing evidence, that": the "that" behind an aside, else i itself."""
    if i >= len(p.chunks) or p.chunks[i].kind != COMMA:
        return i
    for j in range(i + 1, min(i + 9, len(p.chunks) - 1)):
        if p.chunks[j].kind == COMMA:
            return j + 1 if p.chunks[j + 1].kind == THAT else i
        if _finite(p, j):
            return i
    return i


def _can_follow(p: Parsed, after: int, *, inverted: bool) -> bool:
    """Can the text from chunk `after` on be what was said?"""
    return after < len(p.chunks) and not _closes(p, after) and (not inverted or p.chunks[after].kind == THAT)


def _is_question(cue: Speech, after: int) -> bool:
    """Example: "asked why the column had been sent"."""
    return cue.base == "ask" and after < len(cue.p.chunks) and cue.p.head(cue.p.chunks[after]) in _QUESTIONS


def _start_after(cue: Speech, after: int) -> int:
    """Where content begins that follows its verb and opens with chunk `after`: past "that", a demand's past "on"."""
    p, k = cue.p, cue.k
    if p.chunks[after].kind == THAT and after + 1 < len(p.chunks):
        return p.start(p.chunks[after + 1])
    if cue.group != "demands" or k + 1 >= len(p.chunks):
        return after_marks(p, p.start(p.chunks[after]))
    start = p.start(p.chunks[k + 1])
    return start + 3 if p.text[start : start + 3] == "on " else start


def _has_clause(p: Parsed, first: int) -> bool:
    """Is there enough before the source to be what was said?"""
    if any(chunk.kind == VG for chunk in p.chunks[:first]):
        return True
    return bool(p.quotes and p.quotes[0][0] < p.start(p.chunks[first]))


def _past_addressee(cue: Speech, i: int) -> int:
    """Index of the first chunk that can be content: past "reporters in Juba", "on Saturday", "in a statement"."""
    p, chunks = cue.p, cue.p.chunks
    demands = cue.group == "demands"
    if cue.base in _ADDRESSED and i < len(chunks) and chunks[i].kind == NP and not demands:
        i += [c.kind for c in chunks[i : i + 3]] == [NP, NP, THAT]  # "told Magik 9 radio that": a number inside a name
        last = i + 1 >= len(chunks) or (cue.base in _PROMISED and chunks[i + 1].kind in {P, STOP})
        i += not last
    if cue.base == "say" and i + 1 < len(chunks) and chunks[i].kind == P and p.head(chunks[i]) == "of":
        i += 2
    while i + 1 < len(chunks):
        if not demands and _is_circumstance(p, i):
            if p.head(chunks[i]) not in _CLOSED and _verb_at(p, i + 2) and not _participle(p, i + 2):
                break
            i += 3 if _verb_at(p, i + 2) and _participle(p, i + 2) else 2
            if i + 1 < len(chunks) and p.head(chunks[i]) == "of" and p.head(chunks[i + 1]) in _NAMELESS:
                i += 2
        elif chunks[i].kind == THAT and _is_when(p, i + 1) and i + 2 < len(chunks) and chunks[i + 2].kind == THAT:
            i += 2
        elif _is_when(p, i) or (chunks[i].kind == ADV and p.head(chunks[i]) in _ADVERBS):
            i += 1
        else:
            break
    return _before_that(p, i) if cue.base in _ADDRESSED else i


def _before_that(p: Parsed, i: int) -> int:
    """Example: "told RFA Burmese by phone that ...": content begins with its "that", where nothing else can be it."""
    for j in range(i, min(i + 5, len(p.chunks))):
        if p.chunks[j].kind == THAT:
            return j
        if p.chunks[j].kind not in {NP, P, ADV}:
            return i
    return i


def _is_circumstance(p: Parsed, i: int) -> bool:
    return p.chunks[i].kind == P and p.chunks[i + 1].kind == NP and p.head(p.chunks[i]) in _CIRCUMSTANCE


def _verb_at(p: Parsed, i: int) -> bool:
    return i < len(p.chunks) and p.chunks[i].kind == VG


def _participle(p: Parsed, i: int) -> bool:
    chunk = p.chunks[i]
    return chunk.b - chunk.a == 1 and p.words[chunk.head].tag in {"VBN", "VBG"}


def is_time(head: str) -> bool:
    """Does the noun tell when: "Monday", "month"?"""
    return head in _WHEN


def _is_when(p: Parsed, i: int) -> bool:
    """Example: "Saturday", "two days later", "a week ago"."""
    if p.chunks[i].kind != NP:
        return False
    if p.head(p.chunks[i]) in _WHEN:
        return True
    after = p.chunks[i + 1] if i + 1 < len(p.chunks) else None
    return after is not None and after.kind == ADV and p.head(after) in {"later", "earlier", "ago"}


def _closes(p: Parsed, i: int) -> bool:
    """Nothing that could be content follows: end of sentence, comma, a clause of circumstance."""
    chunk = p.chunks[i]
    if chunk.kind == STOP and p.words[chunk.a].text not in {":", "--", "—", "–"}:
        return not p.words[chunk.a].text.isalnum()
    if chunk.kind == QUOTE:
        return i + 2 >= len(p.chunks)
    return chunk.kind in {COMMA, SUB, REL, CC}


def _interrupts(p: Parsed, i: int) -> bool:
    """Example: "Four of the dead, he added, were boys": the sentence goes on after the cue with a verb of its own."""
    if i + 1 >= len(p.chunks) or p.chunks[i].kind != COMMA or cue_near(p, i):
        return False
    verbs = [j for j in range(i + 1, min(i + 12, len(p.chunks))) if _finite(p, j)]
    if not verbs or not any(chunk.kind == REL for chunk in p.chunks[i + 1 : verbs[0]]):
        return bool(verbs)
    return any(p.chunks[j - 1].kind == COMMA for j in verbs[1:])  # "..., said Orr, who saw it, were boys"


def _finite(p: Parsed, i: int) -> bool:
    return p.chunks[i].kind == VG and p.words[p.chunks[i].head].tag != "VBG"


def _specified(p: Parsed, first: int, after: int) -> bool:
    """Example: "Three men died, he said: a cook and two guards": what follows the colon tells who or how many."""
    if after + 1 >= len(p.chunks) or p.words[p.chunks[after].a].text != ":" or p.quoted(p.start(p.chunks[after + 1])):
        return False
    figure = p.chunks[after + 1]
    told = p.chunks[0].kind not in {VG, SUB, P} and any(_finite(p, i) for i in range(first))
    return told and figure.kind == NP and (figure.count is not None or figure.det in {"a", "an"})
