"""The word list of the tagger, read in place from an index file made when the package is built (words_build.py).

Opening it costs nothing, where a table of its 90,000 words would take a quarter of a start and 15 MB. Little-endian
layout: magic (8 bytes), number of words (uint32), length of the tags (uint32), the tags parted by spaces, the sorted
64-bit keys of all words, and for each a byte: which tag.
"""

from __future__ import annotations

import mmap
import sys
from bisect import bisect_left
from functools import cache

from summarizer.engines.offline.words_build import FILE, HEAD, MAGIC, key_of
from summarizer.errors import ConfigurationError


class WordList:
    """Word -> Penn Treebank tag, case as in running text."""

    def __init__(self, data: mmap.mmap) -> None:
        magic, number, length = HEAD.unpack_from(data)
        if magic != MAGIC or sys.byteorder != "little":
            raise _not_built("is not of this version: remove it")
        view, at = memoryview(data), HEAD.size
        self._tags = str(view[at : at + length], "ascii").split()
        at += length
        self._keys = view[at : at + 8 * number].cast("Q")
        self._which = view[at + 8 * number :]

    def get(self, word: str) -> str | None:
        """The tag of a word, None when the list does not have it."""
        key = key_of(word)
        index = bisect_left(self._keys, key)
        return self._tags[self._which[index]] if index < len(self._keys) and self._keys[index] == key else None


def _not_built(fault: str) -> ConfigurationError:
    return ConfigurationError(f"the word list {FILE.name} {fault}", hint="install again: pip install --editable .")


@cache
def word_list() -> WordList:
    """The list; opened once for each process. Raises ConfigurationError in a checkout that was not built."""
    try:
        with FILE.open("rb") as file:
            return WordList(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError:
        raise _not_built("is missing: it is made at installation") from None
