"""Which time of a sentence is the event's, and which the saying's or another deed's."""

from __future__ import annotations

import re

from summarizer.engines.offline.asides import RELATIVE
from summarizer.engines.offline.chunks import NP, VG, P
from summarizer.engines.offline.happening import Trigger
from summarizer.engines.offline.lexicon import months
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.dates import FoundTime

_ITS_DEED = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:attack|bombing|raid|strike|massacre|killing|shooting|blast|ambush|assault|siege|coup|clash)"
    r"(?:e?s)?\b"
)
"""Behind a day or month that stands before its noun: "the December suicide bombing"."""
_SAID_THEN = re.compile(
    r"\b(?:said|says|told|announced|reported|reports|confirmed|added|statement|revised|warned|insisted|denied|spoke)"
    r"(?:\s+\w+){0,2}\s+$",
    re.IGNORECASE,
)
_SAYS_THAT = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|added|statement|warned|insisted|denied|claimed)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IN_STATEMENT = re.compile(
    r"(?:in|through) (?:an?|its|their|his|her|another|the|one) (?:[\w-]+ ){0,3}?(?:statement|message|communiqu[eé]|post"
    r"|video|interview|letter|bulletin|briefing|recording|update|release|call)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r" (?:it|he|she|they|its|his|her|their) ")
_WHO = re.compile(r", (?:which|who|whose) (?:[\w-]+ )?$")
_OPENING = 4
_THEN_SAID = re.compile(r",? [^,;.]{2,40}? (?:had )?(?:said|told|warned|announced|claimed)\b")
"""After a time that opens a sentence: "a day earlier, he had said the operation was over"."""
_DATED = re.compile(
    r"(?!since\b|from\b|for\b|until\b|in recent\b|over\b)[^\n]*?"
    rf"(?:day\b|(?!may){months()}|\bmay\b|\d{{4}}|yesterday|overnight|\bago\b|same|earlier)",
    re.IGNORECASE,
)
_TOLLS = frozenset({"toll", "number", "tally", "count"})
_DAYS_BETWEEN = re.compile(r"\b(?:hours?|days?|nights?|weeks?|months?|years?) (?:after|before)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:talks|negotiations|summit|meeting|elections?|vote|visit|conference|hearing)\b[^.;,]{0,40}?"
    r"\b(?:due|set|scheduled|planned|expected|slated) (?:to|for)\b"
    r"|\b(?:due|set|scheduled|planned|expected|slated) to (?:meet|hold|resume|travel|visit|arrive)\b"
)
"""Example: "a clash that raised doubts about talks due to resume in Washington next week"."""


def nearest_time(text: str, times: tuple[FoundTime, ...], at: tuple[int, int], clause: tuple[int, int]) -> str | None:
    """The time phrase nearest to the trigger: of its clause before the rest, a day before "since" or "in recent weeks".

    When something was said is not when it happened: "the army said on Monday"; nor is the time of an aside.
    """
    talks = of_talks(text, at[1])
    asides = [match.span() for match in RELATIVE.finditer(text)] if ", wh" in text else []
    times = tuple(t for t in times if not any(a <= t.start < b and not a <= at[0] < b for a, b in asides))
    times = tuple(t for t in times if not _of_other_deed(text, t, at))
    times = tuple(t for t in times if t.start < talks and not _of_the_saying(text, t, at[0]))
    inside = [t for t in times if clause[0] <= t.start < clause[1]]
    rest = [t for t in times if t not in inside and not _SAID_THEN.search(text[: t.start])]
    pool = inside or rest
    if not pool:
        return None
    return min(pool, key=lambda t: (not _DATED.match(t.text), min(abs(t.start - at[1]), abs(at[0] - t.end)))).text


def _of_other_deed(text: str, time: FoundTime, at: tuple[int, int]) -> bool:
    """Example: "blamed for the December bombing, when the clash broke out": the month is the bombing's alone."""
    deed = _ITS_DEED.match(text, time.end) if text[time.start].isupper() else None
    return deed is not None and not deed.start() <= at[0] <= deed.end() and text[: time.start].endswith("the ")


def _of_the_saying(text: str, time: FoundTime, trigger: int) -> bool:
    """Example: "said in a statement on Tuesday that the army would launch": before "that" it is the speaker's day."""
    if _IN_STATEMENT.match(text[: time.start]) is not None:
        return _THEN_SAID.search(text, time.end, trigger) is not None  # "In a statement on Sunday, the army said"
    if time.end >= trigger:
        return _WHO.search(text[trigger : time.start]) is not None  # "the attack to dissidents, who on Tuesday had"
    if text.startswith((" that ", ", that "), time.end):
        return _SAYS_THAT.search(text[: time.start]) is not None
    if _PRONOUN.match(text, time.end):
        return _SAID_THEN.search(text[: time.start]) is not None  # "said Monday it planted the bomb"
    return time.start < _OPENING and _THEN_SAID.match(text, time.end) is not None and trigger > time.end + _OPENING


def times_of_phrase(p: Parsed, trigger: Trigger, times: tuple[FoundTime, ...]) -> tuple[FoundTime, ...]:
    """Example: "doctors on Saturday revised the toll of a bombing": a time before the phrase is the main verb's.

    A time that opens the sentence ("In June, four soldiers died in an ambush") is the event's as well.
    """
    times = tuple(
        t
        for t in times
        if t.start < _OPENING or t.start > trigger.end or not _DAYS_BETWEEN.search(p.text[t.end : trigger.start])
    )
    if trigger.k > 1 and p.chunks[trigger.k - 1].kind == P and p.head(p.chunks[trigger.k - 2]) in _TOLLS:
        risen = next((p.start(c) for c in p.chunks[trigger.k :] if c.kind == VG), len(p.text))
        return tuple(t for t in times if trigger.end <= t.start < risen)  # "the toll of the attack rose on Saturday"
    phrase = p.chunks[trigger.k].kind == NP and trigger.k > 0 and p.chunks[trigger.k - 1].kind == P
    return tuple(t for t in times if t.start >= p.start(p.chunks[trigger.k]) or t.start < 3) if phrase else times


def of_talks(text: str, after: int) -> int:
    """Where a meeting that is still to come is told of, behind offset `after`: its place and day are its own."""
    found = _TO_COME.search(text, after) if " to " in text or " for " in text else None
    return found.end() if found is not None else len(text)
