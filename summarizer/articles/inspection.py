"""What a reader should know about a text before trusting what was read from it: the A rules over text and layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.articles.layout import Block, Layout
from summarizer.articles.rules import remark
from summarizer.articles.visible import Visible, kinds
from summarizer.records.article import SentenceKind
from summarizer.records.finding import Finding

_FIGURE = re.compile("[0-9]+")  # other scripts have digits too, but none that look like O or l
_LOOKALIKES = re.compile(r"(?!l\b)[OoIl|]{1,12}(?![^\W\d_])")
_SMALL_LETTERS = re.compile(r"[a-z]{2}")
_TWO_ALPHABETS = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
_STACKED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3}")
_STYLED = re.compile("[\uff10-\uff5a\U0001d400-\U0001d7ff]")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff\u2000-\u206f]")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")


def inspect(text: str, seen: Visible, english: bool | None) -> Iterator[Finding]:
    """Remarks on the characters of a text: A2, A3, A4, A8, A9, A13."""
    if seen.hidden:
        yield from _hidden(text, seen.hidden)
    if english is False:
        yield remark("A4", "engines read English only")
    yield from _misread(seen)
    if not seen.text.isascii() and _BEYOND_LATIN.search(seen.text):
        yield from _lookalikes(seen)
    if _ADDRESS.fullmatch(seen.text):
        yield remark("A13", "addresses are not opened; pass the text of the article")


def _hidden(text: str, hidden: tuple[int, ...]) -> Iterator[Finding]:
    found = kinds(text, hidden)
    if found.controls:
        first = found.controls[0]
        nul = ", NUL among them" if "\0" in text else ""
        yield remark("A2", f"{len(found.controls)} not shown to engines{nul}", first, first + 1)
    if found.suspicious:
        first = found.suspicious[0]
        yield remark("A3", f"{len(found.suspicious)} not shown to engines ({', '.join(found.names)})", first, first + 1)


def _misread(seen: Visible) -> Iterator[Finding]:
    text = seen.text
    spots = [m.span() for m in _FIGURE.finditer(text) if _beside_lookalike(text, *m.span())]
    if spots:
        words = ", ".join(f'"{_word_around(text, start)}"' for start, _ in sorted(spots)[:3])
        start, end = seen.origin(*min(spots))
        yield remark("A8", f"{len(spots)} places, such as {words}", start, end)


def _beside_lookalike(text: str, start: int, end: int) -> bool:
    """A figure with O, o, I, l or | on one side and no other letter around: "1O", "l4", but not "10km" or "O2".

    Also a 0 or 1 inside a word: "k1lled".
    """
    if text[start:end] in {"0", "1"} and _SMALL_LETTERS.match(text, end) and text[start - 1 : start].islower():
        return True
    if _LOOKALIKES.match(text, end):
        return True
    before = text[max(0, start - 2) : start]
    return bool(before) and before[-1] in "Il|" and not before[:-1].isalnum() and not before.startswith("-")


def _word_around(text: str, at: int) -> str:
    start = max(text.rfind(" ", max(0, at - 20), at), text.rfind("\n", max(0, at - 20), at), at - 20, -1) + 1
    return text[start : at + 20].split(maxsplit=1)[0]


def _lookalikes(seen: Visible) -> Iterator[Finding]:
    for pattern, what in (
        (_TWO_ALPHABETS, "two alphabets in one word"),
        (_STACKED, "marks stacked on a letter"),
        (_STYLED, "full-width or mathematical letters"),
    ):
        found = pattern.search(seen.text)
        if found:
            yield remark("A9", what, *seen.origin(*found.span()))


def inspect_layout(layout: Layout, seen: Visible) -> Iterator[Finding]:
    """Remarks on the layout: A5, A6, A10."""
    for part in layout.skipped:
        if part.what in {"byline", "credit", "outlet", "date"}:
            yield remark("A10", part.what, *seen.origin(part.start, part.end))
    marks = [part for part in layout.skipped if part.what == "agency marker"]
    if marks:
        yield remark("A10", f"{len(marks)} agency markers", *seen.origin(marks[0].start, marks[0].end))
    if layout.stamps >= 2:
        yield remark("A6", f"{layout.stamps} time-stamped entries; each figure stands for its own time")
    again = _second_start(layout, seen.text)
    if again is not None:
        yield remark("A5", "a new headline and dateline, or an end mark, in the middle", *seen.origin(again, again + 1))


def _second_start(layout: Layout, text: str) -> int | None:
    """Where a second article seems to begin: a dateline, byline or end mark around a line without a full stop."""
    blocks = layout.blocks
    body = next((i for i, block in enumerate(blocks) if block.kind is not SentenceKind.HEADLINE), len(blocks))
    heads = {at for at, _ in layout.datelines}
    marks = {part.start for part in layout.skipped if part.what in {"separator", "end mark"}}
    for index in range(body + 1, len(blocks)):
        before, block = blocks[index - 1], blocks[index]
        gap = range(before.end, block.start)
        dated, parted = any(at in gap for at in heads), any(at in gap for at in marks)
        titled = index > body + 1 and _is_title(text, before)
        if titled and (dated or (text.startswith("By ", block.start) and _is_title(text, block))):
            return before.start
        if parted and (dated or (_is_title(text, block) and index + 1 < len(blocks))):
            return block.start
    return None


def _is_title(text: str, block: Block) -> bool:
    return block.end - block.start <= 200 and text[block.end - 1].isalnum() and block.kind is not SentenceKind.BULLET
