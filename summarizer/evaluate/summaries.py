"""Whether a summary says only what records and article say, and keeps its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.evaluate.cells import Cells, rate
from summarizer.evaluate.wording import fold
from summarizer.records.digest import Digest, Summary

MOST_WORDS, MOST_HEADLINE = 110, 90
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<![.!?] )(?<!^)(?<!\w)[A-Z][\w'-]+")


def summary_cells(digest: Digest, text: str) -> Cells:
    """Shares of numbers and names (capitals inside a sentence) that stand in a record or the article; length kept."""
    known = fold(" ".join([text, *(c.count.text for c in digest.casualties), *_figures(digest)])).lower()
    said = [digest.summary.headline, *(s.text for s in digest.summary.sentences)]
    ids = {e.id for e in digest.events} | {c.id for c in digest.casualties} | {k.id for k in digest.claims}
    return {
        "summary.numbers": rate(n.lower() in known for s in said for n in _NUMBER.findall(s)),
        "summary.names": rate(_bare(n) in known for s in said for n in _NAME.findall(fold(s))),
        "summary.records": rate(bool(s.records) and set(s.records) <= ids for s in digest.summary.sentences),
        "summary.length": rate([_short(digest.summary)]),
    }


def _bare(name: str) -> str:
    """A name in lower case without the ending of its genitive: "Hamas'", "Sudan's"."""
    return name.lower().removesuffix("'s").removesuffix("'")


def _figures(digest: Digest) -> Iterator[str]:
    """The bounds as digits: "nine" may stand as 9 in a summary."""
    for casualty in digest.casualties:
        yield from (str(v) for v in (casualty.count.min, casualty.count.best, casualty.count.max) if v is not None)


def _short(summary: Summary) -> bool:
    words = sum(len(s.text.split()) for s in summary.sentences)
    return words <= MOST_WORDS and len(summary.headline) <= MOST_HEADLINE
