"""The summary: a headline and a few sentences, composed from verified records only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.records.digest import Summary, SummarySentence
from summarizer.summary.compose import Composer
from summarizer.verify.wording import check_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.records.article import Article
    from summarizer.records.draft import DraftSummary
    from summarizer.records.finding import Finding
    from summarizer.records.verified import VerifiedRecords

LONGEST = 110
MOST = 4


def compose_summary(
    article: Article,
    records: VerifiedRecords,
    offered: DraftSummary | None = None,
    ids: Mapping[str, str] | None = None,
) -> tuple[Summary, tuple[Finding, ...]]:
    """A headline (at most 90 characters) and up to four sentences (at most 110 words), each naming its records.

    Sentences that the engine `offered` are taken when they pass every S-rule; sentences composed here fill the rest.
    `ids` leads from the engine's own keys to the ids of verified records. The findings say which offered sentences
    were refused, and why. Rules: docs/records.md, summary.
    """
    composer = Composer(article, records)
    own = (
        [SummarySentence(text=s.text, records=_resolved(s.records, ids or {})) for s in offered.sentences]
        if offered
        else []
    )
    remarks = {sentence: check_sentence(sentence, records, article) for sentence in own}
    passed = [sentence for sentence in own if not remarks[sentence]]
    told = {record for sentence in passed for record in sentence.records}
    composed = (
        s for s in composer.sentences() if not told & set(s.records) and not check_sentence(s, records, article)
    )
    summary = Summary(headline=composer.headline(), sentences=tuple(_fitting([*passed], composed)))
    return summary, tuple(finding for findings in remarks.values() for finding in findings)


def _resolved(keys: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[key] for key in keys if key in ids))


def _fitting(passed: list[SummarySentence], composed: Iterable[SummarySentence]) -> list[SummarySentence]:
    """The first sentences that keep within the limits."""
    kept: list[SummarySentence] = []
    for source in (passed, composed):
        for sentence in source:
            words = sum(len(other.text.split()) for other in kept) + len(sentence.text.split())
            if words <= LONGEST and sentence.text not in {other.text for other in kept}:
                kept.append(sentence)
            if len(kept) == MOST:
                return kept
    return kept
