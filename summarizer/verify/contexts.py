"""Words around a count that change what it says: doubt, absence of reports, measures. Lexicon: contexts.toml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summarizer.tables import read_table
from summarizer.verify.folding import fold

_NEAR = 120
"""Code points looked at on either side of a count."""

_DOUBTS = ("may", "might", "could", "feared", "presumed", "believed", "thought", "suspected")
"""Without one of these no pattern of doubt can match."""


def unsure(before: str, after: str) -> bool:
    """Whether the words round a count make it a possibility: "may have killed 20", "20 feared dead"."""
    near = _folded(before[-_NEAR:]), " " + _folded(after[:_NEAR])
    if not any(word in near[0] or word in near[1] for word in _DOUBTS):
        return False
    return bool(patterns("unsure_before").search(near[0]) or patterns("unsure_after").search(near[1]))


def unreported(text: str, start: int, end: int) -> bool:
    """Whether [start, end) of `text` overlaps words on reports not received: "no reports of casualties"."""
    lowered = text.lower()
    if "no " not in lowered and "not " not in lowered:
        return False
    return any(m.start() < end and start < m.end() for m in patterns("unreported").finditer(lowered))


def measures(before: str, after: str) -> bool:
    """Whether the words round a number make it a distance, a time, a share, an age or money."""
    return bool(patterns("measure_after").search(after.lower()) or patterns("money_before").search(before[-8:]))


def _folded(text: str) -> str:
    return fold(text).lower()


@cache
def patterns(name: str) -> re.Pattern[str]:
    """One table of the lexicon as one pattern."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _lexicon()[name]["patterns"]))


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return read_table(Path(__file__).with_name("lexicons") / "contexts.toml")
