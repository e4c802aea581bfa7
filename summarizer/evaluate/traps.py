"""Forbidden records: what a label says must not be built on certain words."""

from __future__ import annotations

from functools import lru_cache

from summarizer.evaluate.labels import Forbidden, Label
from summarizer.evaluate.views import CasualtyView, EventView, SaidCasualty, Spans, View
from summarizer.evaluate.wording import fold, locate
from summarizer.records.vocabulary import EventStatus

_HAPPENED = (EventStatus.COMPLETED, EventStatus.ONGOING)
_MOST = 0.5


def sprung(label: Label, kind: str, said: View) -> Forbidden | None:
    """The trap this record fell into, None when it fell into none. Whether the record is right is for the caller."""
    return next((trap for trap in label.forbidden if _fits(trap, kind, said) and _built_on(trap, label, said)), None)


def _fits(trap: Forbidden, kind: str, said: View) -> bool:
    if trap.kind == "completed_event" and isinstance(said, EventView):
        return said.record is not None and said.record.status in _HAPPENED
    return trap.kind == kind


def _built_on(trap: Forbidden, label: Label, said: View) -> bool:
    places = _places(trap.quote, label.text)
    if isinstance(said, CasualtyView) and (numbers := _number_spans(said)):
        return any(_shared(n, place) > 0 for n in numbers for place in places)
    if not places:
        return any(fold(trap.quote) in fold(quote) for quote in said.quotes)
    return any(_shared(s, p) >= _MOST * min(s[1] - s[0], p[1] - p[0]) for s in said.spans for p in places)


@lru_cache(maxsize=4096)
def _places(quote: str, text: str) -> Spans:
    return locate(quote, text)


def _number_spans(said: SaidCasualty) -> Spans:
    """Where the number phrase stands inside the record's own quotes."""
    found = []
    for quote, (start, _) in zip(said.quotes, said.spans, strict=False):
        found += [(start + a, start + b) for a, b in locate(said.record.count.text, quote)]
    return tuple(found)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])
