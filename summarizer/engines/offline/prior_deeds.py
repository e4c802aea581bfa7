"""Deeds that another one answers: "Israel bombed camps in Gaza after an attack near Hebron that killed five people"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.happening import Happening, Trigger
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventType

_ANSWER_TO = re.compile(
    r"\b(?:after|following|in (?:response|retaliation|reprisal|revenge) (?:to|for)|to avenge)\b[^,;.]*$", re.IGNORECASE
)
"""Behind a deed, up to the one that it answers."""
_BLOWS = frozenset(
    {EventType.ATTACK, EventType.BOMBING, EventType.SUICIDE_ATTACK, EventType.SHELLING, EventType.AIR_DRONE_STRIKE}
)
_THAT_HURT = re.compile(
    r"[^,;.]{0,80}?(?:\b(?:that|which)(?: had)?)? (?:killed|wounded|injured|left|claimed|hurt)\b", re.IGNORECASE
)
"""Behind the deed that was answered, whom it harmed."""


def answers(p: Parsed, deed: Trigger, earlier: Trigger) -> bool:
    """Example: "Israel bombed camps in Gaza after an attack near Hebron", "shelled a village after rebels attacked"."""
    verb, told = p.chunks[deed.k], p.chunks[earlier.k]
    if verb.kind != VG or verb.passive or _ANSWER_TO.search(p.text[deed.end : earlier.start]) is None:
        return False
    if told.kind == NP:
        return told.det in {"a", "an"} and earlier.type in _BLOWS and _THAT_HURT.match(p.text, earlier.end) is not None
    j = subject_of(p, earlier.k) if told.kind == VG and not told.passive else None
    return j is not None and p.start(p.chunks[j]) > deed.end and p.chunks[j].det != "prp"


def mark_earlier(event: Happening, trigger: Trigger, told: Sequence[Trigger]) -> None:
    """Example: "Israel bombed camps after an attack near Hebron": a deed of its own."""
    event.earlier = event.violent and any(answers(event.p, x, trigger) for x in told if x.start < trigger.start)


def is_answered(told: Happening, event: Happening) -> bool:
    """Is the deed that another answers one that was told before, in the same place?"""
    here = told.place is not None and event.place is not None and told.place.text == event.place.text
    return here and told.violent and told.p is not event.p
