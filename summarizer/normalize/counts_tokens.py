"""Words, digit groups and marks of a text, with their code points."""

from __future__ import annotations

import re
from itertools import accumulate

_TOKEN = re.compile(r"\s*(?:\d+(?:[.,'’٬٫\u00a0\u2007\u2009\u202f]\d+)*|[^\W\d_]+|\S)").findall
_GROUPED = re.compile(r"\d{1,3}([,'’٬\u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*|\d{1,2}(?:,\d\d)+,\d{3}")
_DECIMAL = re.compile(r"(\d{1,9})[.٫](\d{1,9})")
_MARKS = re.compile(r"\D")

MAX_DIGITS = 10
"""Longer digit runs are no count of people; refusing them also keeps clear of the limit of `int`."""

PAD = 10
"""Empty words behind the last token, so that looking a few tokens ahead or back never leaves the list."""

_PADDING = [""] * PAD

HYPHENS = frozenset("-\u2010\u2011")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


class Tokens:
    """The tokens of a text. `words[i]` is lower case; `starts[i]`/`ends[i]` are code points into `text`.

    `words[-1]` .. `words[-PAD]` and `words[size]` .. `words[size + PAD - 1]` are empty strings.
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str, lowered: str) -> None:
        pieces = _TOKEN(lowered.rstrip())  # every token with the space before it: contiguous, and linear without a tail
        words: list[str] = [piece.lstrip() for piece in pieces]
        self.text = text
        self.size = len(words)
        self.ends = list(accumulate(map(len, pieces)))
        self.starts = [end - len(word) for end, word in zip(self.ends, words, strict=True)]
        self.words = words + _PADDING

    def glued(self, i: int) -> bool:
        """No space between token i and token i + 1, both existing."""
        return 0 <= i < self.size - 1 and self.ends[i] == self.starts[i + 1]

    def original(self, i: int) -> str:
        """Token i as written; empty beyond the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.size else ""

    def capital(self, i: int) -> bool:
        """Token i begins with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()


def lower(text: str) -> str:
    """The text in lower case with every code point in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def digits_value(word: str) -> int | None:
    """The whole number a digit token writes, None for decimals, odd groupings, leading zeros and long runs."""
    if not word.isdecimal():
        if len(word) > 2 * MAX_DIGITS or not _GROUPED.fullmatch(word):
            return None
        word = _MARKS.sub("", word)
    if len(word) > MAX_DIGITS or (len(word) > 1 and int(word[0]) == 0):
        return None
    return int(word)


def scaled_value(word: str, scale: int) -> int | None:
    """The whole number that "1.2" million is; None when it is none."""
    decimal = _DECIMAL.fullmatch(word)
    if decimal is None:
        whole = digits_value(word)
        return None if whole is None else whole * scale
    digits, places = decimal[1] + decimal[2], 10 ** len(decimal[2])
    value, rest = divmod(int(digits) * scale, places)
    return None if rest else value


DIGIT = re.compile(r"\d").search
PLAIN_WORDS = re.compile(r"[a-z]+").findall
