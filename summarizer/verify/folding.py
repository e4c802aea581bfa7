"""Text with its typography folded away, and the way back to the article's own characters.

Folded: white space (runs, no-break and line breaks become one space; none is kept beside a dash), quotation marks
and apostrophes of every kind (one mark), dashes and runs of hyphens (one hyphen), the ellipsis (three points),
invisible, bidirectional and soft-hyphen characters (nothing), letters with separate accents (composed), full-width
forms and the f-ligatures (their plain letters). Kept: case, digits, every other letter and mark, so that a changed
word or number can never fold into the article's. Source: docs/decisions/030-locating-quotes.md.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

MARKS = "\"'`´\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u02bc\uff02\uff07"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_QUOTING = re.compile(f"[{re.escape(MARKS)}]{{1,2}}")
_DASH = re.compile(f"[\\s{INVISIBLE}]*[{re.escape(DASHES)}][\\s{INVISIBLE}{re.escape(DASHES)}]*")
_SPACE = re.compile(f"[\\s{INVISIBLE}]+")
_COMPOSED = r"[^\W\d_][\u0300-\u036f]+|[\uff01-\uff5e]|[\ufb00-\ufb06]"
_FOLDABLE = re.compile(
    f"(?P<dash>{_DASH.pattern})|(?P<space>{_SPACE.pattern})|(?P<mark>{_QUOTING.pattern})|(?P<dots>…)|(?P<wide>{_COMPOSED})"
)


_ASCII_FOLDED = ('"', "`", "''", "--", " -", "- ", "  ", *"\t\n\v\f\r\x1c\x1d\x1e\x1f")
"""What makes a text of ASCII characters differ from its folded form; most phrases have none of it."""


class Folded(NamedTuple):
    """Folded text in pieces: the i-th begins at `starts[i]` and stands for original [`origins[i]`, `ends[i]`).

    A piece is either copied (same length in both) or replaced (its folded characters all stand for the whole of it).
    """

    text: str
    starts: list[int]
    origins: list[int]
    ends: list[int]
    copied: list[bool]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the original text for folded [start, end)."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        begin = self.origins[first] + (start - self.starts[first] if self.copied[first] else 0)
        stop = self.origins[last] + (end - self.starts[last]) if self.copied[last] else self.ends[last]
        return begin, stop

    def position(self, offset: int) -> int:
        """Folded offset of the first piece that reaches the original `offset`."""
        index = bisect_right(self.ends, offset)
        if index == len(self.ends):
            return len(self.text)
        return self.starts[index] + (max(0, offset - self.origins[index]) if self.copied[index] else 0)


def fold_text(text: str) -> Folded:
    """Fold `text` and keep the map of offsets (code points)."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    copied: list[bool] = []
    length = done = 0

    def add(piece: str, origin: int, end: int, *, copy: bool) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(origin)
            ends.append(end)
            copied.append(copy)
            length += len(piece)

    for match in _FOLDABLE.finditer(text):
        replacement = _replacement(match)
        if replacement == match.group():
            continue
        add(text[done : match.start()], done, match.start(), copy=True)
        add(replacement, match.start(), match.end(), copy=False)
        done = match.end()
    add(text[done:], done, len(text), copy=True)
    return Folded("".join(pieces), starts, origins, ends, copied)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The folded text alone, white space at its ends removed."""
    if text.isascii() and not any(mark in text for mark in _ASCII_FOLDED):
        return text.strip()
    return _FOLDABLE.sub(_replacement, text).strip()


def _replacement(match: re.Match[str]) -> str:
    found = match.group()
    match match.lastgroup:
        case "dash":
            return "-"
        case "space":
            return " " if any(c.isspace() for c in found) else ""
        case "mark":
            return "'" if len(found) == 1 or found[0] == found[1] in "'`" else "''"
        case "dots":
            return "..."
        case _:
            return unicodedata.normalize("NFKC", found)


def shown(text: str, limit: int = 60) -> str:
    """`text` for a message: shortened, on one line, with control, bidirectional and broken characters as escapes."""
    short = text if len(text) <= limit else text[: limit - 3] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in short)


def shown_number(number: int) -> str:
    """`number` for a message; those of absurd length are described, which also spares Python's limit on digits."""
    return str(number) if abs(number) < 10**18 else "a number of more than 18 digits"
