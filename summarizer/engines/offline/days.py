"""Days and times next to a noun without a preposition: "killed two soldiers Monday", "a farmer last week"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.lexicon import words

_DAYS = words("victims", "days") | {"today", "yesterday", "tonight"}
_NAMED_DAYS = frozenset({"black", "bloody", "holy", "good", "palm", "easter", "ash", "-"})
_OPENERS = frozenset({"last", "next", "early", "late", "this", "mid", "previous", "following"})
_NOUNS = words("days", "time_nouns")


def is_day(lows: Sequence[str], j: int) -> bool:
    """Example: "a blast in Lima Friday": the lower-case word at j is a day, and no part of a name ("Bloody Sunday")."""
    return lows[j] in _DAYS and lows[j - 1] not in _NAMED_DAYS


def opens_time(lows: Sequence[str], j: int) -> bool:
    """Example: "a farmer last week", "two men early Sunday": when, not whom."""
    after = lows[j + 1] if j + 1 < len(lows) else ""
    return lows[j] in _OPENERS and (after in _NOUNS or after in _DAYS)
