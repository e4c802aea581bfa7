"""Protected groups among victims, by the words that name them. Source: RECORDS 2.4; lexicon: lexicons/tags.toml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summarizer.normalize.harm import person_nouns
from summarizer.records.values import Count
from summarizer.tables import read_table
from summarizer.verify.folding import fold

_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_LOWER = frozenset(
    {"of", "the", "and", "al", "el", "bin", "ibn", "ben", "de", "da", "von", "van", "ag", "ould", "a", "an"}
)


def tags_of(victims: str, count: Count | None) -> tuple[str, ...]:
    """Tags of the words in `victims`, in the order of the lexicon; `named_person` for one person called by name."""
    folded = fold(victims).lower()
    found = [
        tag for tag, pattern in _patterns().items() if pattern.search(folded) and not _only_un_pronoun(tag, victims)
    ]
    if count is not None and count.value == 1 and is_name(victims):
        found.append("named_person")
    return tuple(found)


def is_name(victims: str) -> bool:
    """Whether the phrase is a personal name: two or more capitalised words, no noun for people in small letters."""
    if victims.isupper():
        return False
    words = _WORD.findall(victims)
    capitalised = [w for w in words if w[0].isupper()]
    small = [w for w in words if not w[0].isupper() and w not in _LOWER]
    return len(capitalised) >= 2 and not any(w in person_nouns() for w in small) and not _plural_head(words)


def _plural_head(words: list[str]) -> bool:
    noun = person_nouns().get(words[-1].lower())
    return noun is not None


def _only_un_pronoun(tag: str, victims: str) -> bool:
    """ "un" in small letters is a word of other languages, not the organisation."""
    return tag == "un_staff" and not re.search(r"U\.?N|(?i:united nations|unrwa|blue helmets)", victims)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = read_table(Path(__file__).with_name("lexicons") / "tags.toml")
    return {tag: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") for tag, words in data.items()}
