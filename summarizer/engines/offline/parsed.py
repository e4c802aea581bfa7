"""A sentence as the rules see it: words, chunks, number phrases, quotation spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_lowercase

from summarizer.engines.offline.chunks import Chunk, chunks_of
from summarizer.engines.offline.headlines import in_sentence_case, with_verbs
from summarizer.engines.offline.tagger import Word, words_of
from summarizer.normalize.counts import FoundCount, find_counts
from summarizer.records.article import Article, Sentence, SentenceKind

_OPEN, _CLOSE = "“«„", "”»"
_PARTS = re.compile(r"\w+").findall
_MARK = re.compile(f"''|``|[\"{_OPEN}{_CLOSE}]")


@dataclass(slots=True, eq=False)
class Parsed:
    """One sentence. Character offsets are into `text` (the sentence as engines see it)."""

    sentence: Sentence
    text: str
    words: list[Word]
    chunks: list[Chunk]
    counts: tuple[FoundCount, ...]
    quotes: list[tuple[int, int]]
    """Spans between quotation marks, marks excluded."""
    opens_inside: bool = False
    """The sentence begins inside a quotation opened earlier."""
    ends_inside: bool = False
    vocabulary: frozenset[str] = frozenset()
    """The words and the parts of compounds in lower case, to ask what the sentence cannot be about."""
    surnames: frozenset[str] = frozenset()
    """Last names of persons whom the article calls by their whole name with what they are, or their age."""
    highlight: bool = False
    """A point under the headline that tells what the body tells: "TTP claims attack"."""
    entry: int = 0
    """The paragraph, where it is an entry of a chronology, which tells its own deeds; else 0. See sections.py."""
    day: str = ""
    """The day that such an entry opens with."""
    subjects: dict[int, int | None] = field(default_factory=dict)
    """Verb group -> its subject, as far as frames.py has looked for it: many rules ask for the same one."""

    @property
    def number(self) -> int:
        """The sentence's number."""
        return self.sentence.number

    @property
    def headline(self) -> bool:
        """Is it the article's headline, or one of the highlights under it?"""
        return self.highlight or self.sentence.kind is SentenceKind.HEADLINE

    def start(self, chunk: Chunk) -> int:
        """Character offset where a chunk begins."""
        return self.words[chunk.a].start

    def end(self, chunk: Chunk) -> int:
        """Character offset where a chunk ends."""
        return self.words[chunk.b - 1].end

    def slice(self, chunk: Chunk) -> str:
        """The chunk's text."""
        return self.text[self.words[chunk.a].start : self.words[chunk.b - 1].end]

    def head(self, chunk: Chunk) -> str:
        """The head word in lower case."""
        return self.words[chunk.head].low

    def quoted(self, offset: int) -> bool:
        """Is this character inside quotation marks?"""
        return bool(self.quotes) and any(a <= offset < b for a, b in self.quotes)


def parse_article(article: Article) -> list[Parsed]:
    """Every sentence of the article, parsed. Quotations may run over sentences of one paragraph."""
    capitals = is_capitals(article.text)
    body = [s.text for s in article.sentences if s.kind is not SentenceKind.HEADLINE]
    out: list[Parsed] = []
    inside, paragraph = False, 0
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        text = sentence.text
        titled = sentence.kind is SentenceKind.HEADLINE and not capitals
        words = words_of(in_sentence_case(text, body) if titled else text, capitals=capitals)
        words = with_verbs(words) if sentence.kind is SentenceKind.HEADLINE else words
        counts = find_counts(text)
        quotes, after = _quote_spans(text, inside)
        vocabulary = _vocabulary(words)
        out.append(Parsed(sentence, text, words, chunks_of(words, counts), counts, quotes, inside, after, vocabulary))
        inside = after
    for p in _highlights(article, out):
        p.highlight = True
    return out


def _highlights(article: Article, sentences: list[Parsed]) -> list[Parsed]:
    """The points right under the headline: no whole sentences, and no list under a heading of its own."""
    kinds = [p.sentence.kind for p in sentences]
    first = next((i for i, kind in enumerate(kinds) if kind is not SentenceKind.HEADLINE), len(kinds))
    body = next((i for i in range(first, len(kinds)) if kinds[i] is not SentenceKind.BULLET), None)
    points = sentences[first:body] if first == 1 and body is not None else []
    under = points and not _PARTS(article.text[sentences[0].sentence.end : points[0].sentence.start])
    return points if under and all(p.text[-1:].isalnum() for p in points) else []


def _vocabulary(words: list[Word]) -> frozenset[str]:
    lows = {word.low for word in words}
    compounds = [low for low in lows if not low.isalnum() and len(low) > 1]
    return frozenset(lows.union(*map(_PARTS, compounds)))


def is_capitals(text: str) -> bool:
    """Is the article written in capitals throughout?"""
    sample = text[:4000]
    if sum(map(sample.count, ascii_lowercase)) > 0.2 * len(sample):
        return False
    letters = sum(map(str.isalpha, sample))
    return letters > 0 and sum(map(str.isupper, sample)) > 0.8 * letters


def _quote_spans(text: str, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _MARK.finditer(text):
        i, character = mark.start(), mark[0]
        if inside and character not in _OPEN:
            spans.append((start, i))
            inside = False
        elif not inside and character not in _CLOSE:
            start, inside = mark.end(), True
    if inside:
        spans.append((start, len(text)))
    return spans, inside
