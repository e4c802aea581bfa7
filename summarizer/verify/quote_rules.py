"""Rules on quotes (Q): what becomes of each quote an engine gives. Reasons: rules.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.records.vocabulary import EvidenceMatch
from summarizer.verify.case import AnyOpen, Case, Quoted, Remark, name_of, remark
from summarizer.verify.folding import shown, shown_number
from summarizer.verify.quotes import Problem

MOST_QUOTES = 3


def quote_empty(case: Case) -> Iterator[Remark]:
    """Q1: a quote without a letter or digit is no evidence."""
    yield from _drop(case, Problem.EMPTY, "the quote is empty")


def quote_not_found(case: Case) -> Iterator[Remark]:
    """Q2: a quote that does not stand in the article is no evidence."""
    yield from _drop(case, Problem.MISSING, "the quote does not stand in the article")


def quote_inside_word(case: Case) -> Iterator[Remark]:
    """Q3: a quote does not begin or end inside a word or a number."""
    yield from _drop(case, Problem.INSIDE_WORD, "the quote stands in the article only inside a word or number")


def quote_too_long(case: Case) -> Iterator[Remark]:
    """Q4: a quote is at most one paragraph."""
    yield from _drop(case, Problem.CROSSES_PARAGRAPHS, "the quote runs over the end of a paragraph")


def quote_elsewhere(case: Case) -> Iterator[Remark]:
    """Q5: a quote that stands in another sentence than the one named is moved there."""
    for record, quoted in _quotes(case):
        if quoted.found.evidence and quoted.found.elsewhere:
            found = quoted.found.evidence
            said = f"quote given for sentence {shown_number(quoted.draft.sentence)} stands in sentence {found.sentence}"
            yield Remark(said, record.handle, found.start, found.end)


def quote_folded(case: Case) -> Iterator[Remark]:
    """Q6: a quote found only after folding is kept in the article's own characters."""
    for record, quoted in _quotes(case):
        found = quoted.found.evidence
        if found and found.match is EvidenceMatch.NORMALISED:
            yield Remark(
                "quote found after folding typography; the article's own characters are kept",
                record.handle,
                found.start,
                found.end,
            )


def quotes_many(case: Case) -> Iterator[Remark]:
    """Q7: a record keeps at most three different quotes, the first given."""
    for record in case.records():
        found = tuple(dict.fromkeys(q.found.evidence for q in record.quotes if q.found.evidence))
        record.evidence = found[:MOST_QUOTES]
        if len(found) > MOST_QUOTES:
            yield remark(record, f"{len(found)} quotes given; the first {MOST_QUOTES} are kept")


def record_without_evidence(case: Case) -> Iterator[Remark]:
    """Q8: a record of whose quotes none is left is refused."""
    for record in case.records():
        if not record.evidence:
            quotes = "; ".join(f'"{shown(q.draft.quote)}"' for q in record.quotes[:MOST_QUOTES])
            yield case.refuse(record, f"none of its quotes is evidence: {quotes}" if quotes else "it has no quote")


def _quotes(case: Case) -> Iterator[tuple[AnyOpen, Quoted]]:
    for record in case.records():
        for quoted in record.quotes:
            yield record, quoted


def _drop(case: Case, problem: Problem, said: str) -> Iterator[Remark]:
    for record in case.records():
        for quoted in [q for q in record.quotes if q.found.problem is problem]:
            where = f"{name_of(record)}, sentence {shown_number(quoted.draft.sentence)}"
            yield Remark(f'{where}: {said}: "{shown(quoted.draft.quote)}"', record.handle)
