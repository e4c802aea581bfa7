"""What each paragraph is: headline, body, bullet, live-blog entry, or a line that is no sentence at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.articles.datelines import Place, dateline
from summarizer.articles.lexicon import lexicon
from summarizer.articles.paragraphs import BULLET, STAMP, Paragraph, ends_sentence
from summarizer.articles.segmentation import Style
from summarizer.records.article import SentenceKind

HEADLINE_LONGEST = 250
_HEADLINES = 3
_NAME = r"[^\W\d_a-zß-ÿ](?:\.|[\w'’-]*)"
_BYLINE = re.compile(
    rf"(?:By|BY|by)\s+(?P<names>(?:{_NAME}|the|our|and|for|in|of|at|,|&|\||\s)+)(?P<rest>.*)", re.DOTALL
)
_WHEN = re.compile(
    r"by\s+(?:early |late |mid-?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:\.|uary)|feb(?:\.|ruary)|march"
    r"|april|may|june|july|aug(?:\.|ust)|sept(?:\.|ember)|oct(?:\.|ober)|nov(?:\.|ember)|dec(?:\.|ember))\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[]?(?:(?:additional )?reporting|writing|edited|editing|compiled|translated|written|photos?|graphic)"
    r"(?: and \w+)? by\b"
    r"|(?:last )?(?:published|updated|posted|modified)\b.{0,20}\d|©|\(c\) \d|copyright\b|all rights reserved",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+[a-z]{3,9}|[a-z]{3,9}\s+\d{1,2}),?\s+\d{4}"
    r"(?:[\s,|–-]+\d{1,2}[:.]\d{2}.{0,12})?",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"\s*\[(?:text|report|excerpts?|summary|editorial report|passage omitted|words? indistinct"
    r"|(?:begin|end) (?:video |live )?(?:recording|relay|video)|article|communique|interview"
    r"|continued|fnl|no time given|end|from [^\[\]]{1,60})\]",
    re.IGNORECASE,
)
_TO_TEXT_MARKER = re.compile(r"(?:\s*\[[^\[\]]{1,120}\]){0,5}\s*\[TEXT\]")
_END_MARK = re.compile(r"(?:ends?|-?30-?|more to follow|\(?more\)?)\W*", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z]{1,4}|local time")


class Block(NamedTuple):
    """A paragraph that holds sentences: [start, end) without its dateline, stamp, bullet or marker."""

    start: int
    end: int
    kind: SentenceKind
    stamp: str | None = None


class Skipped(NamedTuple):
    """A stretch that is no part of any sentence, and what it is."""

    start: int
    end: int
    what: str


class Layout(NamedTuple):
    """The whole text: every character that is not white space is in a block, a dateline or a skipped stretch."""

    blocks: list[Block]
    datelines: list[tuple[int, Place]]
    skipped: list[Skipped]
    stamps: int


def lay_out(text: str, parts: Sequence[Paragraph], style: Style, title: str | None, outlet: str | None) -> Layout:
    """Name the parts of an article. Linear in the number of paragraphs."""
    return _Reader(text, parts, style, title, outlet).read()


class _Reader:
    """Walks the paragraphs once, with the few things to remember on the way."""

    def __init__(
        self, text: str, parts: Sequence[Paragraph], style: Style, title: str | None, outlet: str | None
    ) -> None:
        self._text, self._parts, self._style = text, parts, style
        self._title, self._outlet = _plain(title), _plain(outlet)
        self._result = Layout([], [], [], 0)
        self._stamp: str | None = None
        self._stamps = 0
        self._headlines = 0
        self._in_body = False
        self._last_closed = next((i for i in range(len(parts) - 1, -1, -1) if ends_sentence(text, parts[i].end)), -1)

    def read(self) -> Layout:
        for index, part in enumerate(self._parts):
            what = self._no_sentence(index, part)
            if what:
                self._skip(part.start, part.end, what)
            elif not self._in_body and self._is_headline(index, part):
                self._headlines += 1
                self._result.blocks.append(Block(part.start, part.end, SentenceKind.HEADLINE))
            else:
                self._body(part)
                self._in_body = True
        return self._result._replace(stamps=self._stamps)

    def _skip(self, start: int, end: int, what: str) -> None:
        self._result.skipped.append(Skipped(start, end, what))

    def _no_sentence(self, index: int, part: Paragraph) -> str | None:
        """What the paragraph is when it holds no sentence, None when it does."""
        size = part.end - part.start
        if size > 300:
            return None
        line = self._text[part.start : part.end]
        if not line[0].isalnum() and not any(map(str.isalnum, line)):
            return "separator"
        if size <= 24 and _END_MARK.fullmatch(line):
            return "end mark"
        if _CREDIT.match(line) and (not self._in_body or index >= len(self._parts) - 4):
            return "credit"
        return None if self._in_body else self._head_line(line, size)

    def _head_line(self, line: str, size: int) -> str | None:
        """Byline, outlet or date between headline and body."""
        if line[:3].lower() == "by " and self._is_byline(line, size):
            return "byline"
        if size > 90 or ends_sentence(line, size):
            return None
        if _DATE_LINE.fullmatch(line):
            return "date"
        if self._outlet and _plain(line).startswith(self._outlet):
            return "outlet"
        words = re.findall(r"[^\W\d_]+", line)
        titled = self._headlines and len(words) <= 8 and all(w[0].isupper() for w in words)
        return "outlet" if titled and any(w.lower() in lexicon().agencies for w in words) else None

    def _is_byline(self, line: str, size: int) -> bool:
        """A name and nothing else, or a name with a remark; never "By Monday evening, 14 people ..."."""
        by = _BYLINE.fullmatch(line)
        if by is None or _WHEN.match(line):
            return False
        remark = by["rest"][:1] in {"(", "[", "—", "–", "-", ":", "<", "."}
        return not by["rest"] or (self._headlines > 0 and (remark or not ends_sentence(line, size)))

    def _is_headline(self, index: int, part: Paragraph) -> bool:
        size = part.end - part.start
        if self._title and _plain(self._text[part.start : part.end]) == self._title:
            return True
        if self._headlines >= _HEADLINES or size > HEADLINE_LONGEST or ends_sentence(self._text, part.end):
            return False
        if BULLET.match(self._text, part.start, part.end) or self._stamp_at(part) or self._dateline(part):
            return False
        return index < self._last_closed or (self._last_closed < 0 and index == 0 and size <= 150)

    def _dateline(self, part: Paragraph) -> Place | None:
        return dateline(self._text, part.start, part.end, opening=not self._in_body, all_caps=self._style.all_caps)

    def _stamp_at(self, part: Paragraph) -> re.Match[str] | None:
        """A time that heads an entry: in brackets, with a zone, a separator, or alone on its line."""
        found = STAMP.match(self._text, part.start, part.end) if self._text[part.start] in "[(0123456789" else None
        if found is None:
            return None
        bracketed = found["open"] and found["close"]
        zoned = _ZONE.search(found["time"]) is not None
        alone = found.end() >= part.end
        return found if bracketed or found["sep"] or alone or (zoned and self._opens(found.end())) else None

    def _opens(self, at: int) -> bool:
        char = self._text[at : at + 1]
        return char.isupper() or char in '"“‘'

    def _body(self, part: Paragraph) -> None:
        start, end, kind = part.start, part.end, SentenceKind.BODY
        stamp = self._stamp_at(part)
        if stamp:
            self._stamp, self._stamps = stamp["time"].strip(), self._stamps + 1
            self._skip(start, stamp.end(), "time stamp")
            start = min(stamp.end(), end)
        bullet = BULLET.match(self._text, start, end)
        if bullet:
            self._skip(start, bullet.end(), "bullet")
            start, kind = bullet.end(), SentenceKind.BULLET
        elif self._may_open_with_place(start):
            start = self._take_dateline(part._replace(start=start))
        start = self._markers(start, end)
        if start < end:
            self._result.blocks.append(Block(start, end, kind, self._stamp))

    def _may_open_with_place(self, start: int) -> bool:
        return not self._in_body or self._text[start : start + 2].isupper()

    def _take_dateline(self, part: Paragraph) -> int:
        place = self._dateline(part) if part.start < part.end else None
        if place is None:
            return part.start
        self._result.datelines.append((part.start, place))
        marker = _TO_TEXT_MARKER.match(self._text, place.end, part.end)
        return self._behind(place.end, marker.end(), part.end) if marker else place.end

    def _markers(self, start: int, end: int) -> int:
        """The offset behind the agency's own marks, such as [TEXT]."""
        while start < end and self._text[start] in " \t\n\r[" and (mark := _MARKER.match(self._text, start, end)):
            start = self._behind(start, mark.end(), end)
        return start

    def _behind(self, start: int, stop: int, end: int) -> int:
        self._skip(start, stop, "agency marker")
        while stop < end and self._text[stop].isspace():
            stop += 1
        return stop


def _plain(words: str | None) -> str:
    return " ".join(words.split()).casefold() if words else ""
