"""Which words of a sentence a number phrase takes up."""

from __future__ import annotations

from summarizer.engines.offline.tagger import Word
from summarizer.normalize.counts import FoundCount


def by_first_word(words: list[Word], counts: tuple[FoundCount, ...]) -> dict[int, tuple[FoundCount, int]]:
    """Index of the first word of each number phrase -> (phrase, index after its last word)."""
    out: dict[int, tuple[FoundCount, int]] = {}
    i = 0
    for found in counts:
        while i < len(words) and words[i].end <= found.start:
            i += 1
        j = i
        while j < len(words) and words[j].start < found.end:
            j += 1
        if j > i and not (words[i].tag == "NNP" and words[i].text.isdigit()):  # "Rescue 1122"
            out[i] = (found, j)
            i = j
    return out
