"""How real an event is: tense, modality, negation, conditions and the marks of history in its clause."""

from __future__ import annotations

import re

from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventStatus

_CONDITION = re.compile(r"(?:^|[\s\"“,])(?:if|unless|should|had|were)\s", re.IGNORECASE)
_LEADING_IF = re.compile(
    r"^[\s\"“'‘]*(?:if|unless|should|had|were)\s+(?:the|a|an|any|it|they|he|she|we|there|[A-Z])", re.IGNORECASE
)
_HYPOTHETICAL = re.compile(r"\b(?:could|might|would have|could have|may)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be|plans? to|planned to|is due to|are due to|is expected to|are expected to|intends? to|vowed to|vowed that|threatened to"
    r"|is set to|are set to|about to|going to|meant to|aims? to|aimed at|ordered|promised to|pledged to|scheduled|planning)\b",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(
    r"\b(?:attempted to|attempts? to|tried to|trying to|foiled|thwarted|failed to|attempted|averted|botched)\b",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been) (?:\w+ )?(?:\w+ing)|continues?|continued|continuing|still|under way|underway|ongoing|raging|rages)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|no|never|n't|denied|without|none|nobody)\b", re.IGNORECASE)
_PAST_YEAR = re.compile(
    r"\b(?:in|since|of|during|from|early|late|until|between)\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:(?:last|previous) (?:year|month|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn)"
    r"|(?:years?|decades?|months?|weeks) (?:ago|earlier|before)|in (?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|in past years|in recent (?:years|months)|(?:the )?(?:decade|century)|has long|have long|historically|a year ago|since independence|previously|repeatedly|had earlier)\b",
    re.IGNORECASE,
)


def status_of(
    p: Parsed, start: int, end: int, verb: str, *, modal: str, negated: bool, infinitive: bool, perfect: bool
) -> EventStatus:
    """The status of an event whose trigger stands at start..end; the flags are those of its verb group, if it has one."""
    low = p.text
    before = low[max(0, start - 60) : start]
    clause = low[max(0, start - 90) : min(len(low), end + 60)]
    if _LEADING_IF.search(low) and _first_comma(low) > start:
        return EventStatus.HYPOTHETICAL
    if re.search(r"\b(?:if|unless|in case|in the event)\b[^,;.]*$", before, re.IGNORECASE):
        return EventStatus.HYPOTHETICAL
    if modal in {"would", "will", "shall"}:
        return EventStatus.HYPOTHETICAL if _LEADING_IF.search(low) or perfect else EventStatus.PLANNED
    if modal in {"could", "might", "may", "can", "should"} and not perfect and verb not in {"heard", "seen", "felt"}:
        return EventStatus.HYPOTHETICAL
    if re.search(
        r"\b(?:is|are|was|were) (?:due|scheduled|expected|set|planned|slated) to\b",
        low[start : end + 60],
        re.IGNORECASE,
    ):
        return EventStatus.PLANNED
    if is_history(p, start, end):
        return EventStatus.BACKGROUND
    if re.search(
        r"(?:attempted|tried|trying|attempts?|failed|attempting) to (?:\w+ )?$", before, re.IGNORECASE
    ) or re.search(r"\b(?:foiled|thwarted|failed|attempted|botched) (?:\w+ ){0,2}$", before, re.IGNORECASE):
        return EventStatus.ATTEMPTED
    if infinitive and _FUTURE.search(before[-30:] + " to "):
        return EventStatus.PLANNED
    if re.search(
        r"\b(?:planned|planning|threatened|imminent|possible|potential|would-be|looming)\s+(?:\w+ )?$",
        before,
        re.IGNORECASE,
    ):
        return EventStatus.PLANNED
    if negated:
        return EventStatus.NEGATED
    if re.search(
        r"\b(?:is|are|was|were|been) (?:also |still |now )?(?:waging|fighting|continuing|shelling|advancing|battling|besieging|raging|under)\b",
        clause,
        re.IGNORECASE,
    ) or re.search(r"\b(?:continued|continues|ongoing|still|under way|underway|raged)\b", clause, re.IGNORECASE):
        return EventStatus.ONGOING
    return EventStatus.COMPLETED


def _first_comma(text: str) -> int:
    found = text.find(",")
    return found if found >= 0 else len(text)


def is_history(p: Parsed, start: int, end: int) -> bool:
    """Does the clause date itself well before the news?"""
    clause = p.text[max(0, start - 110) : min(len(p.text), end + 90)]
    return bool(_PAST_YEAR.search(clause) or _LONG_AGO.search(clause))
