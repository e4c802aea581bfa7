"""What engines see of a text: everything but invisible, bidirectional and control characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# Unicode 16, general category Cf and friends that leave no ink: soft hyphen, zero-width characters, bidirectional
# marks, embeddings, overrides and isolates, invisible operators, annotation anchors, tags, selectors, fillers.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
# Controls that are not white space in Python's sense (the others separate words or lines and stay).
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_HIDDEN = re.compile(f"[{_UNSEEN}{_CONTROLS}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile("[\U000e0000-\U000e0fff]")
# Left behind by word processors and emoji; nobody hides words with them.
_HARMLESS = frozenset("\u00ad\ufe0e\ufe0f\u200d")


class Visible(NamedTuple):
    """A text without its hidden characters, and the way back.

    `hidden` are offsets into the text as loaded; `gaps[k]` is the offset in `text` before which the k-th one stood.
    """

    text: str
    hidden: tuple[int, ...]
    gaps: list[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span [start, end) of `text` as code points of the text as loaded. The span is not empty."""
        if not self.gaps:
            return start, end
        return start + bisect_right(self.gaps, start), end + bisect_right(self.gaps, end - 1)


def visible(text: str) -> Visible:
    """Take the hidden characters out. Linear in the length of the text."""
    hidden = tuple(m.start() for m in _HIDDEN.finditer(text))
    if not hidden:
        return Visible(text, (), [])
    return Visible(_HIDDEN.sub("", text), hidden, [at - k for k, at in enumerate(hidden)])


class Kinds(NamedTuple):
    """Hidden characters of a text by kind, each with the offset of its first and how many there are."""

    controls: list[int]
    suspicious: list[int]
    names: tuple[str, ...]


def kinds(text: str, hidden: tuple[int, ...]) -> Kinds:
    """Sort hidden characters into controls and those that could hide something; harmless ones are left out."""
    controls = [at for at in hidden if _CONTROL.match(text, at)]
    rest = [at for at in hidden if text[at] not in _HARMLESS and not _CONTROL.match(text, at)]
    found = {_kind(text[at]) for at in rest}
    return Kinds(controls, rest, tuple(sorted(found)))


def _kind(char: str) -> str:
    if _BIDI.match(char):
        return "bidirectional"
    return "tag or selector" if _TAGS.match(char) else "zero-width"
