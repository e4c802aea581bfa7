"""What a figure is, once its event is known: one of those whom a toll counts, or a live page's older toll."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from summarizer.engines.offline.details import KIN, PLAIN
from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.engines.offline.linking import Links
from summarizer.engines.offline.one_deed import ATTACKERS
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.whose import noun_of
from summarizer.records.article import Article
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

_KIN = re.compile(rf"(?:my|his|her|their|our) (?:\w+ ){{0,2}}?{KIN}")
_OF_ANOTHER = re.compile(
    r"\b(?:another|separate|second|outside|a (?:nearby |neighbou?ring )?(?:village|town|suburb))\b"
)
_STAMP = re.compile(
    r"^(?:[A-Z][A-Za-z]* ?\d{0,2} ?(?:- |\())?(?P<hour>[01]?\d|2[0-3])(?:[:.h](?=\d\d\b(?! ?%))|(?=\d\d (?:GMT|UTC)))"
    r"(?P<minute>[0-5]\d)\b",
    re.MULTILINE,
)
"""The time of day that opens an entry: "15:44", "16.05", "UPDATE 2 - 0930 GMT"."""
_ENTRIES = 3
"""From so many on, times of day at the head of lines are those of entries."""
_MAIN = frozenset({Harm.KILLED, Harm.INJURED})


def settle_by_event(groups: Sequence[Group], article: Article, links: Links) -> None:
    """Mark kin of survivors as part of their event's toll, and tolls of a live page's older entries as superseded.

    Groups are in order of the text; what the codebook says of both: 4a.10, 21 and 22.
    """
    events = [links.event_of(group) for group in groups]
    pages = Entries(article.text)
    for i, group in enumerate(groups):
        if group.harm not in _MAIN or not _alone(group) or events[i] is None:
            continue
        first, last = max(0, i - LOOK_BACK), i + LOOK_BACK
        near = zip(groups[first:last], events[first:last], strict=True)
        tolls = [g for g, event in near if event is events[i] and _is_larger_toll(g, group)]
        told = [g for g in tolls if g.p.number < group.p.number]
        if told and _are_kin(group):
            group.parent = told[0]
        elif _is_toll(group, tolls) and any(pages.is_newer(g.p, group.p) for g in tolls):
            group.scope = Scope.SUPERSEDED


class Entries:
    """The entries of a live page, a page of flashes: each opens with the time of day."""

    def __init__(self, text: str) -> None:
        found = list(_STAMP.finditer(text))
        times = [(int(stamp["hour"]), int(stamp["minute"])) for stamp in found]
        self._starts = [stamp.start() for stamp in found] if len(found) >= _ENTRIES else []
        self._falling = times == sorted(times, reverse=True)
        self._rising = times == sorted(times)

    def is_newer(self, one: Parsed, other: Parsed) -> bool:
        """Was the entry of the one sentence written after that of the other?"""
        here, there = (bisect_right(self._starts, p.sentence.start) for p in (one, other))
        return (here < there and self._falling) or (here > there and self._rising)


def _alone(group: Group) -> bool:
    return group.parent is None and group.scope is Scope.INCIDENT and not (group.zero or group.part)


def _is_larger_toll(toll: Group, group: Group) -> bool:
    """Is it a toll of people in general, told in another sentence, that may count those of the group too?"""
    plain = noun_of(toll) in PLAIN or toll.status is VictimStatus.CIVILIAN
    larger = toll.numbered and not toll.named and (toll.value or 0) > (group.value or 1)
    told = _alone(toll) and toll.harm is group.harm and toll.p is not group.p
    return told and larger and plain


def _are_kin(group: Group) -> bool:
    """Example: "Her son stayed behind and was killed", "My brother and two of his sons were killed"."""
    of_doers = any(w.low in ATTACKERS for w in group.p.words if w.start < group.start)  # "stormed the gunman's house"
    return not of_doers and _KIN.match(group.p.text[group.start :].lower()) is not None


def _is_toll(group: Group, tolls: Sequence[Group]) -> bool:
    """Example: "07:26 At least four killed": a figure that says no more of its people than a newer one does."""
    if _OF_ANOTHER.search(group.p.text.lower()) is not None:
        return False  # "two were killed in a strike on a village outside the city"
    return group.numbered and (group.value or 0) > 1 and noun_of(group) in {*PLAIN, *map(noun_of, tolls)}
