"""Is this English? The share of frequent English words says so; no other language is named."""

from __future__ import annotations

from summarizer.articles.lexicon import lexicon

_FEWEST = 12
_LEAST_SHARE = 0.13
"""Wire copy has 0.25 to 0.45, telegraphic headlines about 0.15, the languages nearest to English under 0.10."""


def is_english(text: str) -> bool | None:
    """True or False, or None when there is too little text to say. Reads the first 2,500 code points."""
    sample = text[:2500].lower()
    words = sample.split()
    if len(words) < _FEWEST:
        return False if _foreign_script(sample) else None
    known = lexicon().english
    hits = sum(map(known.__contains__, words))
    return hits >= _LEAST_SHARE * len(words) and not _foreign_script(sample)


def _foreign_script(sample: str) -> bool:
    """Mostly letters beyond Latin (U+0250 on), and enough of them to be sure."""
    if len(sample.encode("utf-8", "replace")) * 10 < len(sample) * 12:  # letters beyond Latin take two bytes or more
        return False
    letters = [char for char in sample if char.isalpha()]
    beyond = sum(char > "\u024f" for char in letters)
    return beyond >= 20 and beyond * 2 > len(letters)
