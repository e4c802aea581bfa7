"""Which lines belong together: blank lines part paragraphs, and a line end inside hard-wrapped copy is a space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

WIDEST = 132
"""Copy is hard-wrapped only up to this many code points a line (the widest classic printer)."""

BULLET = re.compile(r"(?:[•‣◦▪●■·∙*]\s+|[-–—]\s+|\(?\d{1,2}[.)]\s+|\([a-z]\)\s+)(?=\S)")
STAMP = re.compile(
    r"(?P<open>[\[(])?(?P<time>"
    r"(?:\d{1,2}[:.]\d{2}|\d{4}(?=\s?(?:GMT|UTC|hrs|h\b))|\d{1,2}(?=\s?[aApP]\.?[mM]))(?::\d{2})?"
    r"(?:\s?[aApP]\.?[mM]\b\.?)?"
    r"(?:\s?(?:GMT|UTC|BST|EST|EDT|CET|CEST|EET|EEST|IST|MSK|hrs|h|Z|local time)\b)?)(?P<close>[\])])?"
    r"(?P<sep>\s*[:|–—-](?=\s)|)(?P<space>\s+|$)"
)
_TERMINAL = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")
_FIRST_WORD = re.compile(r"\S{1,40}")


class Line(NamedTuple):
    """A line without the white space around it; `joined` = no blank line before it."""

    start: int
    end: int
    indent: int
    joined: bool


class Paragraph(NamedTuple):
    """A stretch of lines that read on; `lines` is how many."""

    start: int
    end: int
    lines: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order, without white space around them. Linear in its length."""
    lines = list(_lines(text))
    joins = _Joins(text, lines)
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        if index and joins.join(lines[index - 1], line):
            last = found[-1]
            found[-1] = Paragraph(last.start, line.end, last.lines + 1)
        else:
            found.append(Paragraph(line.start, line.end, 1))
    return found


def ends_sentence(text: str, end: int) -> bool:
    """Does the stretch before `end` close with a full stop or the like?"""
    return _TERMINAL.search(text, max(0, end - 8), end) is not None


def _lines(text: str) -> Iterator[Line]:
    at, joined = 0, False
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            yield Line(at + indent, at + indent + len(bare), indent, joined)
        joined = bool(bare)
        at += len(raw)


class _Joins:
    """Decides for each line end of one text whether it is a space or a paragraph's end."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        pairs = [(a, b) for a, b in pairwise(lines) if b.joined]
        self._width = max((line.end - line.start for pair in pairs for line in pair), default=0)
        self._wrapped = self._is_wrapped(pairs)
        small = sum(text[line.start].islower() for line in lines)
        self._no_caps = small * 2 > len(lines)

    def _is_wrapped(self, pairs: Sequence[tuple[Line, Line]]) -> bool:
        """Hard-wrapped copy: narrow, filled lines that mostly end inside a sentence."""
        if self._width > WIDEST or not pairs:
            return False
        inside = sum(not ends_sentence(self._text, a.end) for a, _ in pairs)
        filled = sum(self._fills(a, b, 0.8) for a, b in pairs)
        if len(pairs) <= 2:
            return all(self._goes_on(a, b) or self._shouts_on(a, b) for a, b in pairs)
        return inside * 2 >= len(pairs) and filled * 5 >= len(pairs) * 3

    def _fills(self, line: Line, following: Line, share: float) -> bool:
        """Would the next line's first word have had no room on this line?"""
        word = _FIRST_WORD.match(self._text, following.start, following.end)
        return line.end - line.start + 1 + len(word[0] if word else "") >= share * self._width

    def _goes_on(self, line: Line, following: Line) -> bool:
        return self._text[following.start].islower() and not ends_sentence(self._text, line.end)

    def _shouts_on(self, line: Line, following: Line) -> bool:
        """ALL CAPS copy has no small letters to go on with: a filled line without a full stop must do."""
        shouted = self._text[line.start : following.end].isupper()
        return shouted and not ends_sentence(self._text, line.end) and self._fills(line, following, 0.8)

    def join(self, line: Line, following: Line) -> bool:
        if not following.joined or self._is_item(line, following):
            return False
        if not self._wrapped:
            return not self._no_caps and self._goes_on(line, following)
        if following.indent >= line.indent + 2 and ends_sentence(self._text, line.end):
            return False
        return self._fills(line, following, 0.6) or self._goes_on(line, following)

    def _is_item(self, line: Line, following: Line) -> bool:
        """Does the next line open a list item or a time-stamped entry?"""
        if STAMP.match(self._text, following.start, following.end) and (
            not self._wrapped or ends_sentence(self._text, line.end)
        ):
            return True
        if not BULLET.match(self._text, following.start, following.end):
            return False
        return (
            not self._wrapped
            or self._text[following.start] in "•‣◦▪●■"
            or ends_sentence(self._text, line.end)
            or BULLET.match(self._text, line.start, line.end) is not None
        )
