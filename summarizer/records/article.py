"""The article as loaded, and how engines see it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from enum import StrEnum

from pydantic import Field

from summarizer.records.base import Record
from summarizer.records.finding import Finding


class Span(Record):
    """A half-open range of code points into `Article.text`."""

    start: int
    end: int


class SentenceKind(StrEnum):
    """What a sentence is in the layout of the article."""

    HEADLINE = "headline"
    BODY = "body"
    BULLET = "bullet"


class Sentence(Record):
    """One numbered sentence.

    `start` and `end` are code points into `Article.text` (end exclusive); `text` is that slice as engines see it:
    invisible and bidirectional characters removed, nothing else changed. A dateline is not part of its sentence.
    """

    number: int = Field(ge=1)
    start: int
    end: int
    text: str
    paragraph: int = Field(ge=1)
    kind: SentenceKind = SentenceKind.BODY
    stamp: str | None = None
    """Time stamp that heads this entry of a live blog, verbatim ("14:05 GMT"); None elsewhere."""


class Dateline(Record):
    """A place line that opens a body paragraph: "AMMAN/MOSCOW:", "MINNA, June 14 (Example Wire) -"."""

    text: str
    places: tuple[str, ...]
    day: str | None = None
    """The date the dateline itself gives, verbatim ("June 14"); never inferred."""
    start: int
    end: int


class Article(Record):
    """A loaded article. Offsets everywhere are code points into `text`, the article as loaded.

    `hidden` lists the offsets of the invisible and bidirectional characters that engines do not see.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    encoding: str = "utf-8"
    datelines: tuple[Dateline, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    hidden: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with this number, None when out of range."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point of `text`, None between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None
