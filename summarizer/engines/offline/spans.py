"""Stretches of a sentence: where a clause, a source or a piece of what was said begins and ends, punctuation aside."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, REL, STOP, THAT, VG, P
from summarizer.engines.offline.cues import cue_near, cue_verbs
from summarizer.engines.offline.parsed import Parsed

_CLOSING = frozenset({"''", ",'", ",’", "?'", "?’", "!'", "!’"})
_LEADS = re.compile(
    r"(?:Meanwhile|Furthermore|However|Moreover|Separately|Elsewhere|Earlier|Also|In addition|Still),\s+"
)


def skip_marks(text: str, i: int) -> int:
    """The first offset from i on that is past quotation marks, bullets and a leading "Meanwhile,"."""
    while i < len(text) and text[i] in " \"“”'‘•*-–—\u00a0":
        i += 1
    lead = _LEADS.match(text, i)
    return lead.end() if lead else i


def after_marks(p: Parsed, end: int) -> int:
    """The first offset from `end` on that is past commas, colons and semicolons."""
    while end < len(p.text) and p.text[end] in " ,;:\u00a0":
        end += 1
    return end


def before_marks(p: Parsed, start: int) -> int:
    """The end of the text before `start`, without commas, colons and closing quotation marks."""
    while start > 0 and (p.text[start - 1] in ' ,;:"“”\u00a0' or p.text[max(0, start - 2) : start] in _CLOSING):
        start -= 1
    return start


def sentence_end(p: Parsed) -> int:
    """The end of the sentence without its full stop and quotation mark."""
    end = len(p.text)
    while end > 0 and (p.text[end - 1] in ' ."“”\n,' or p.text[max(0, end - 2) : end] == "''"):
        end -= 1
    return end


def clause_span(p: Parsed, offset: int) -> tuple[int, int]:
    """From the last semicolon or "but" before `offset` to the end of the sentence."""
    but = p.text.rfind(" but ", 0, offset)
    start = max(p.text.rfind(";", 0, offset), but + 4 if but >= 0 else -1) + 1
    return skip_marks(p.text, start), sentence_end(p)


def content_end(p: Parsed, i: int) -> int:
    """Where content that begins at chunk i stops: at a semicolon, before "but SOURCE said", else with the sentence."""
    for j in range(i + 1, len(p.chunks)):
        chunk = p.chunks[j]
        semicolon = chunk.kind == STOP and p.words[chunk.a].text == ";"
        if semicolon or (chunk.kind == CC and p.head(chunk) == "but" and cue_near(p, j + 1)):
            return before_marks(p, p.start(chunk))
        if chunk.kind == CC and _PUT.match(p.text, p.start(chunk)):
            return before_marks(p, p.start(chunk))
        if chunk.kind == COMMA and _told_of_by_another(p, j) and ", and " not in p.text[p.end(chunk) :]:
            return before_marks(p, p.start(chunk))
    return sentence_end(p)


_PUT = re.compile(r"(?:and|but) (?:\w+ )?puts? the (?:\w+ )?(?:toll|number|figure|count|tally|total)\b")
"""Behind what is denied: "denied that 30 had died and put the toll at 11"."""
_TOLD_THINGS = frozenset(
    {"claim", "figure", "charge", "account", "version", "allegation", "assertion", "accusation", "toll"}
)


def _told_of_by_another(p: Parsed, j: int) -> bool:
    """Example: ", a claim the army said was false", ", which the mayor said was untrue": what others say of it."""
    first = j + 1
    if first + 3 >= len(p.chunks):
        return False
    chunk = p.chunks[first]
    thing = chunk.kind == NP and chunk.det in {"a", "an"} and p.head(chunk) in _TOLD_THINGS
    first += 1 + (thing and p.chunks[first + 1].kind in {REL, THAT})
    who, says, then = p.chunks[first : first + 3] if first + 2 < len(p.chunks) else (chunk, chunk, chunk)
    denied = says.kind == VG and cue_verbs().get(p.head(says), ("", ""))[0] == "denies"
    told = who.kind == NP and says.kind == VG and p.head(says) in cue_verbs() and (denied or then.kind == VG)
    return told and (thing or p.head(chunk) == "which")


def np_end(p: Parsed, j: int) -> int:
    """Index of the chunk after a noun phrase with its prepositional phrases and its apposition."""
    i = _past_phrases(p, j + 1)
    if i + 1 < len(p.chunks) and p.chunks[i].kind == COMMA and p.chunks[i + 1].kind == NP:
        k = _past_phrases(p, i + 2)
        if k >= len(p.chunks) or p.chunks[k].kind in {STOP, COMMA, QUOTE}:
            return k
    return i


def _past_phrases(p: Parsed, i: int) -> int:
    while i + 1 < len(p.chunks) and p.chunks[i].kind == P and p.chunks[i + 1].kind == NP:
        i += 2
        label = p.chunks[i] if i < len(p.chunks) else None  # "the troops of Sector 1"
        i += label is not None and label.kind == NP and label.b - label.a == 1 and p.words[label.a].tag == "CD"
    return i + 2 if _goes_on(p, i) else i


def _goes_on(p: Parsed, i: int) -> bool:
    """Example: "the Institute for Conflict and Security Studies,": the rest of a name behind "and"."""
    if i + 2 >= len(p.chunks) or p.chunks[i].kind != CC or p.chunks[i + 1].kind != NP or p.chunks[i + 2].kind != COMMA:
        return False
    rest = p.words[p.chunks[i + 1].a : p.chunks[i + 1].b]
    named = {" of ", " for ", " on "} & {f" {w.low} " for w in p.words[p.chunks[i - 1].a : p.chunks[i - 1].b]}
    return bool(named) and len(rest) > 1 and all(w.tag in {"NNP", "NNPS"} for w in rest)


def source_end(p: Parsed, j: int) -> int:
    """The character where the noun phrase at chunk j ends, with all that belongs to it."""
    return p.end(p.chunks[np_end(p, j) - 1])


def all_quoted(p: Parsed) -> bool:
    """Is (nearly) the whole sentence inside quotation marks?"""
    inside = sum(b - a for a, b in p.quotes)
    return inside >= len(p.text.strip(' "“”.,')) - 3 and bool(p.quotes)
