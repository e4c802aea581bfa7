"""Where a quote stands in the article. The only place that builds `Evidence`.

A quote is looked for character for character in the sentence the engine names (it may run on to the end of the
paragraph), then in the whole article, then once more with typography folded (folding.py). It is never matched
loosely: a changed letter, digit or case is no match. Source: docs/records.md, evidence.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from summarizer.normalize.counts import find_counts
from summarizer.records.article import Article, Sentence
from summarizer.records.draft import DraftEvidence
from summarizer.records.values import Count
from summarizer.records.verified import Evidence
from summarizer.records.vocabulary import EvidenceMatch
from summarizer.verify.folding import INVISIBLE, Folded, fold, fold_text

_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Scripts that put no space between words, or fasten particles to them: a quote may start and end anywhere."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")


class Problem(Enum):
    """Why a quote is no evidence."""

    EMPTY = "empty"
    MISSING = "missing"
    INSIDE_WORD = "inside a word"
    CROSSES_PARAGRAPHS = "longer than a paragraph"


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A count as it stands in the article (code points)."""

    start: int
    end: int
    count: Count


class Found(NamedTuple):
    """Result of one search: evidence, or the problem. `elsewhere`: not in the sentence the engine named."""

    evidence: Evidence | None
    problem: Problem | None = None
    elsewhere: bool = False


class Locator:
    """Searches one article. Folds it at most once, and only when some exact search fails."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self._ends = [sentence.end for sentence in article.sentences]
        self._counts: dict[int, list[FoundSpan]] = {}

    @cached_property
    def folded(self) -> Folded:
        """The article with its typography folded away."""
        return fold_text(self.text)

    def locate(self, draft: DraftEvidence) -> Found:
        """The evidence for one drafted quote, or why there is none."""
        quote = draft.quote.strip()
        if not any(c.isalnum() for c in quote):
            return Found(None, Problem.EMPTY)
        named = self.article.sentence(draft.sentence)
        start = self.text.find(quote, named.start) if named else -1
        if named and 0 <= start < named.end and not self._misfit(start, start + len(quote)):
            return Found(self.evidence(start, start + len(quote)))  # nearly every quote is where it is said to be
        problem = Problem.MISSING
        for match in EvidenceMatch:
            form = self._plain if match is EvidenceMatch.EXACT else self._typography  # folded only when needed
            fits, misfit = self._choose(draft.sentence, quote, form)
            if fits:
                evidence = self.evidence(*fits, match)
                return Found(evidence, elsewhere=evidence.sentence != draft.sentence)
            problem = misfit or problem
        return Found(None, problem)

    def evidence(self, start: int, end: int, match: EvidenceMatch = EvidenceMatch.EXACT) -> Evidence:
        """Evidence for code points [start, end) of the article."""
        return Evidence(
            sentence=self.sentence_number(start), quote=self.text[start:end], start=start, end=end, match=match
        )

    def sentence_number(self, offset: int) -> int:
        """Number of the sentence that holds `offset`, else of the next one (a dateline), else of the last; 1-based."""
        return min(bisect_right(self._ends, offset), max(len(self._ends) - 1, 0)) + 1

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that holds `offset`."""
        sentence = self.article.sentence(self.sentence_number(offset))
        return sentence.paragraph if sentence else 1

    def counts_at(self, offset: int) -> list[FoundSpan]:
        """The counts of the sentence that holds `offset`, placed in the article; read once per sentence."""
        number = self.sentence_number(offset)
        if number not in self._counts:
            sentence = self.article.sentence(number)
            self._counts[number] = list(_placed_counts(self.text, sentence)) if sentence else []
        return self._counts[number]

    def field(self, words: str, near: tuple[Evidence, ...] = ()) -> str | None:
        """The article's own characters for a verbatim field: in the record's quotes first; None when nowhere.

        Phrases of four characters or more may differ in case ("The army" for "the army"); the article's case is kept.
        """
        if any(words in evidence.quote for evidence in near) and words == words.strip() != "":
            return words
        span = self.phrase(words)
        return self.text[span[0] : span[1]] if span else None

    def phrase(self, words: str) -> tuple[int, int] | None:
        """First place of a short phrase in the article, whole words only."""
        words = words.strip()
        if not any(c.isalnum() for c in words):
            return None
        return next(filter(self._whole, self._places(words)), None)

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        yield from self._plain.forward(words, 0)
        yield from self._typography.forward(words, 0)  # reached, and folded, only when nothing fitted before
        yield from self._caseless.forward(words, 0)

    def _whole(self, span: tuple[int, int]) -> bool:
        return whole_words(self.text, *span)

    def _choose(self, number: int, quote: str, where: _Haystack) -> tuple[tuple[int, int] | None, Problem | None]:
        """The fitting place in the named sentence, else the nearest one; and what was wrong with the others."""
        named = self.article.sentence(number)
        origin = named.start if named else (len(self.text) if number > 0 else 0)
        after, problem = self._first_fit(where.forward(quote, origin))
        if after and named and after[0] < named.end:
            return after, None
        before, earlier = self._first_fit(where.backward(quote, origin))
        fits = [span for span in (before, after) if span]
        return min(fits, key=lambda span: abs(span[0] - origin), default=None), problem or earlier

    def _first_fit(self, spans: Iterator[tuple[int, int]]) -> tuple[tuple[int, int] | None, Problem | None]:
        problem = None
        for span in spans:
            misfit = self._misfit(*span)
            if not misfit:
                return span, None
            problem = misfit
        return None, problem

    def _misfit(self, start: int, end: int) -> Problem | None:
        if not whole_words(self.text, start, end):
            return Problem.INSIDE_WORD
        if self.paragraph(start) != self.paragraph(end - 1):
            return Problem.CROSSES_PARAGRAPHS
        return None

    @cached_property
    def _plain(self) -> _Haystack:
        return _Haystack(self.text)

    @cached_property
    def _typography(self) -> _Haystack:
        return _FoldedHaystack(self.folded.text, self)

    @cached_property
    def _caseless(self) -> _Haystack:
        lowered = self.folded.text.lower()
        return _CaselessHaystack(lowered if len(lowered) == len(self.folded.text) else "", self)


class _Haystack:
    """A form of the article in which a quote is looked for; spans come back as code points of the article."""

    def __init__(self, text: str) -> None:
        self.text = text

    def needle(self, quote: str) -> str:
        """The quote in this form."""
        return quote

    def origin(self, offset: int) -> int:
        """Where an article offset lies in this form."""
        return offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The article's code points for a span of this form."""
        return start, end

    def forward(self, quote: str, offset: int) -> Iterator[tuple[int, int]]:
        """Places from `offset` on, in reading order."""
        needle = self.needle(quote)
        start = self.text.find(needle, self.origin(offset)) if needle else -1
        while start >= 0:
            yield self.span(start, start + len(needle))
            start = self.text.find(needle, start + 1)

    def backward(self, quote: str, offset: int) -> Iterator[tuple[int, int]]:
        """Places before `offset`, nearest first."""
        needle = self.needle(quote)
        stop = self.origin(offset)
        start = self.text.rfind(needle, 0, stop + len(needle) - 1) if needle else -1
        while start >= 0:
            yield self.span(start, start + len(needle))
            start = self.text.rfind(needle, 0, start + len(needle) - 1)


class _FoldedHaystack(_Haystack):
    def __init__(self, text: str, locator: Locator) -> None:
        super().__init__(text)
        self._article, self._map = locator.text, locator.folded

    def needle(self, quote: str) -> str:
        return fold(quote)

    def origin(self, offset: int) -> int:
        return self._map.position(offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        begin, stop = self._map.span(start, end)
        while begin < stop - 1 and self._article[begin].isspace():  # white space a folded dash brought along
            begin += 1
        while stop > begin + 1 and self._article[stop - 1].isspace():
            stop -= 1
        return begin, stop


class _CaselessHaystack(_FoldedHaystack):
    def needle(self, quote: str) -> str:
        folded = fold(quote).lower()
        return folded if len(folded) >= _SHORTEST_CASELESS else ""


_SHORTEST_CASELESS = 4


def _placed_counts(text: str, sentence: Sentence) -> Iterator[FoundSpan]:
    """Counts of one sentence, read without its invisible characters, at their place in the article."""
    if len(sentence.text) == sentence.end - sentence.start:
        for found in find_counts(sentence.text):
            yield FoundSpan(sentence.start + found.start, sentence.start + found.end, found.count)
        return
    shown = [at for at in range(sentence.start, sentence.end) if not _INVISIBLE.match(text[at])]
    for found in find_counts("".join(text[at] for at in shown)):
        yield FoundSpan(shown[found.start], shown[found.end - 1] + 1, found.count)


def whole_words(text: str, start: int, end: int) -> bool:
    """True when [start, end) neither begins nor ends inside a word or a number ("260" in "1,260" does)."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of the cut at `at` belong to one word or number."""
    if not 0 < at < len(text) or text[at] == " " or text[at - 1] == " ":
        return False
    left, right = at - 1, at
    while left >= 0 and _INVISIBLE.match(text[left]):
        left -= 1
    while right < len(text) and _INVISIBLE.match(text[right]):
        right += 1
    if left < 0 or right >= len(text):
        return False
    before, after = text[left], text[right]
    if before.isalnum() and (after.isalnum() or unicodedata.combining(after)):
        return not (_unspaced(before) or _unspaced(after))
    if before.isdigit() and after in _NUMBER_JOINTS and right + 1 < len(text):
        return text[right + 1].isdigit()
    return before in _NUMBER_JOINTS and after.isdigit() and left > 0 and text[left - 1].isdigit()


_NUMBER_JOINTS = ".,:/-\u2013"


def _unspaced(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in _UNSPACED)
