"""Which parts of the article stand between quotation marks, for `Claim.direct_quote`.

Only double marks count: single ones cannot be told from apostrophes. A quotation that is not closed runs to the end of
its paragraph, as wire copy leaves it open when the next paragraph goes on quoting.
"""

from __future__ import annotations

import re

from summarizer.records.article import Article
from summarizer.verify.case import OpenClaim

_MARK = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|''|``")
_OPENING = frozenset("\u201c\u201e\u00ab") | {"``"}
_CLOSING = frozenset("\u201d\u00bb")


def quoted_spans(article: Article) -> tuple[tuple[int, int], ...]:
    """Code points between double quotation marks, in reading order, marks left out."""
    spans: list[tuple[int, int]] = []
    for start, end in _paragraphs(article):
        opened: int | None = None
        for mark in _MARK.finditer(article.text, start, end):
            if opened is None and mark.group() not in _CLOSING:
                opened = mark.end()
            elif opened is not None and mark.group() not in _OPENING:
                spans.append((opened, mark.start()))
                opened = None
        if opened is not None and opened < end:
            spans.append((opened, end))
    return tuple(spans)


def directly_quoted(spans: tuple[tuple[int, int], ...], claim: OpenClaim) -> bool:
    """Whether a claim's evidence gives the source's own words: some of its evidence stands between marks."""
    return any(begin < e.end and e.start < end for e in claim.evidence for begin, end in spans)


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in article.sentences:
        start, end = bounds.get(sentence.paragraph, (sentence.start, sentence.end))
        bounds[sentence.paragraph] = (min(start, sentence.start), max(end, sentence.end))
    return sorted(bounds.values())
