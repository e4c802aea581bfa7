"""A lead in the article's own words: a verified claim or quote that is a whole sentence by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.records.article import SentenceKind
from summarizer.summary.sources import AFFIRMING, is_outlet, reported, source_phrase

if TYPE_CHECKING:
    from summarizer.records.article import Article, Sentence
    from summarizer.records.verified import Claim, Event, VerifiedRecords
    from summarizer.summary.naming import Names

EARLY = 3
SHORTEST, LONGEST = 7, 32
# Words that lean on what stands before, on where the reader is, or on who is speaking.
LEANING = re.compile(
    r"(?i)^(?:he|she|they|it|that|this|these|those|but|and|so|then|there|according|also|his|her|their|its|the same)\b"
    r"|\b(?:this|these|here|our|we|us|I|my|would|could|should|if|may|might)\b|[\"“”]|\bhe\b|\bshe\b"
)

# Who says so, set into the sentence: the source would be named twice.
ATTRIBUTED = re.compile(r",\s[^,]{2,60}\b(?:said|says)\b(?:,|$)")


def own_words(
    article: Article, event: Event, records: VerifiedRecords, names: Names, *, early: bool = True
) -> str | None:
    """The proposition about `event` that opens a sentence, with its source; None when there is no clean one.

    `early`: only among the first sentences of the body, where wire copy states what happened.
    """
    last = EARLY + sum(s.kind is SentenceKind.HEADLINE for s in article.sentences) if early else len(article.sentences)
    for claim in records.claims:
        affirmed = event.id in claim.about and claim.stance in AFFIRMING
        if affirmed and (words := _proposition(article, claim, last)):
            return words if is_outlet(claim) else reported(words, source_phrase(claim, names))
    if not event.reported_by:
        for evidence in event.evidence:
            if words := _opening(article, evidence.sentence, evidence.quote, last):
                return words
    return None


def _proposition(article: Article, claim: Claim, last: int) -> str | None:
    for evidence in claim.evidence:
        if claim.content in evidence.quote and (words := _opening(article, evidence.sentence, claim.content, last)):
            return words
    return None


def _opening(article: Article, number: int, words: str, last: int) -> str | None:
    """`words` when they open that body sentence and end where a clause ends."""
    sentence = article.sentence(number)
    if not sentence or sentence.kind is not SentenceKind.BODY or number > last:
        return None
    if not sentence.text.lstrip().startswith(words) or not SHORTEST <= len(words.split()) <= LONGEST:
        return None
    clean = not LEANING.search(words) and not ATTRIBUTED.search(words)
    return words.rstrip(" .,;") if clean and _closed(sentence, words) else None


def _closed(sentence: Sentence, words: str) -> bool:
    rest = sentence.text.lstrip()[len(words) :]
    return rest.strip() in {"", "."} or rest.startswith(",") or words.endswith(".")
