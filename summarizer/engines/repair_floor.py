"""The floor under a model: what the offline engine reads in the article and the model's records lack.

A quote check sees what was invented, never what was left out. The rules read the same text, cannot be talked to, and so
show denial: a model that was told to return an empty list, or to drop who claimed an attack (docs/decisions/063).
Only what the rules are nearly always right about counts; the count scanner of verification (C1) stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.exchange_rules import remark
from summarizer.normalize.counts import read_count
from summarizer.records.article import Article
from summarizer.records.draft import DraftCasualty, DraftClaim, DraftEvidence, DraftRecords
from summarizer.records.finding import Finding
from summarizer.records.vocabulary import EventStatus, Harm, Scope, Stance
from summarizer.verify.folding import shown

TELLING = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.DENIES, Stance.CANNOT_VERIFY})
"""Stances whose loss changes the story."""

LEAST_FIGURE = 3
_TELLING_WORD = re.compile(
    r"(?i)\b(?:claim|responsib|den(?:y|ied|ies)|reject|dismiss|disput|refut|admit|verif|confirm)"
)

Where = frozenset[int]


def floor_of(article: Article) -> DraftRecords:
    """What the offline engine reads."""
    from summarizer.engines.offline.reading import read_article

    return read_article(article)


def worth_a_look(article: Article, draft: DraftRecords) -> bool:
    """Whether the offline engine could miss anything in the records: reading costs more than all the rest here.

    So it is spared where every kind of record is there and each sentence with a word of claiming, denying or checking
    has a claim. Figures alone never call for it: the count scanner (C1) looks at those in any case.
    """
    if not (draft.claims and draft.events and draft.casualties):
        return True
    spoken = {number for claim in draft.claims for number in _stands(article, claim.evidence)}
    return any(s.number not in spoken and _TELLING_WORD.search(s.text) for s in article.sentences)


def missing(article: Article, floor: DraftRecords, draft: DraftRecords) -> Iterator[Finding]:
    """What `floor` has and `draft` lacks (L8): figures of people harmed, telling claims, and whole kinds of records."""
    figures = {figure for casualty in draft.casualties if (figure := _figure(casualty))}
    for casualty in floor.casualties:
        figure = _figure(casualty)
        if figure and figure not in figures and casualty.scope is Scope.INCIDENT:
            yield _said(f'"{shown(casualty.count)}" as people {casualty.harm}', casualty.evidence)
    spoken = {number for claim in draft.claims for number in _stands(article, claim.evidence)}
    for claim in floor.claims:
        if claim.chain and (claim.stance in TELLING or not draft.claims) and not _where(claim.evidence) & spoken:
            yield _said(f'a claim of "{shown(claim.chain[0].name)}" ({claim.stance})', claim.evidence)
    if not draft.events:
        for event in floor.events:
            if event.status is EventStatus.COMPLETED:
                yield _said(f"an event of type {event.type}", event.evidence)


def _figure(casualty: DraftCasualty) -> tuple[Harm, int] | None:
    """Harm and figure; None where the words give none, or so small a one that "an officer" and "both" would count."""
    count = read_count(casualty.count)
    figure = (count.value or count.min or 0) if count else 0
    return (casualty.harm, figure) if figure >= LEAST_FIGURE else None


def _where(evidence: tuple[DraftEvidence, ...]) -> Where:
    return frozenset(each.sentence for each in evidence)


def _stands(article: Article, evidence: tuple[DraftEvidence, ...]) -> Where:
    """Where the quotes of a model stand: in the sentences it names, and in those that hold the words."""
    places = (article.text.find(each.quote) for each in evidence)
    found = (article.sentence_at(place) for place in places if place >= 0)
    return _where(evidence) | {sentence.number for sentence in found if sentence}


def _said(what: str, evidence: tuple[DraftEvidence, ...]) -> Finding:
    numbers = ", ".join(str(number) for number in sorted(_where(evidence)))
    return remark(
        "L8", f"the offline engine reads {what} in sentence {numbers or '?'}; the records of the model lack it"
    )


def held(draft: DraftRecords, refused: frozenset[str]) -> DraftRecords:
    """The draft without the records that verification refused."""
    return draft.model_copy(
        update={
            "events": tuple(event for event in draft.events if event.key not in refused),
            "casualties": tuple(casualty for casualty in draft.casualties if casualty.key not in refused),
            "claims": tuple(claim for claim in draft.claims if claim.key not in refused),
        }
    )


def keys_of(draft: DraftRecords) -> frozenset[str]:
    """The keys of all records."""
    records: tuple[DraftCasualty | DraftClaim, ...] = (*draft.casualties, *draft.claims)
    return frozenset({*(record.key for record in records), *(event.key for event in draft.events)})
