"""Names of institutions that hold an "and": what they are for is told by two words of one kind."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.tagger import Word

_CAUSES = words("institutions", "causes")


def joins_causes(phrase: Sequence[Word]) -> bool:
    """Example: "Center for Human Rights and | Peace Advocacy": are the words around the last "and" of one name?"""
    if len(phrase) < 5 or phrase[-2].low != "and":
        return False
    before, after = phrase[-3], phrase[-1]
    both = all(w.low in _CAUSES and w.text[0].isupper() for w in (before, after))
    return both and any(w.low in {"for", "of", "on"} for w in phrase[1:-3])
