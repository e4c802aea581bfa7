"""Remarks on the exchange with a model (L): what its reply lacked, what was mended, what was left out."""

from __future__ import annotations

from summarizer.records.finding import Finding, Severity
from summarizer.verify.rules import Rule

RULES = (
    Rule(
        "L1", "reply-record-unreadable", Severity.ERROR,
        "A record of a reply has the agreed shape; otherwise it alone is left out.",
        "One bad record never discards the good ones beside it.",
    ),
    Rule(
        "L2", "reply-value-unknown", Severity.WARNING,
        "A value outside a vocabulary becomes \"other\" or \"unknown\" where the vocabulary has that.",
        "The record may be right in all else, and the words are judged anyway.",
    ),
    Rule(
        "L3", "reply-field-ignored", Severity.INFO,
        "Fields nobody asked for are ignored, offsets and ids above all.",
        "Offsets and ids are computed, never taken from a model.",
    ),
    Rule(
        "L4", "reply-incomplete", Severity.WARNING,
        "A reply that ends too early is marked: what stood after the cut is missing.",
        "A cut reply must never look like a short article.",
    ),
    Rule(
        "L5", "reply-key-repeated", Severity.WARNING,
        "Keys are issued anew; where a reply uses one twice, references lead to the first record.",
        "Keys of a model are never trusted.",
    ),
    Rule(
        "L6", "replies-joined", Severity.WARNING,
        "Several answers in one reply are joined.",
        "Taking one of them would drop the others silently.",
    ),
    Rule(
        "L7", "reply-too-long", Severity.ERROR,
        "A reply holds at most a few hundred records of a kind; the rest is left out and counted.",
        "A model in a loop must not fill memory or pages.",
    ),
    Rule(
        "L8", "reading-missing", Severity.WARNING,
        "What the offline engine reads in the article is in the records of the model.",
        "The only sight of what a model left out, or was talked out of (decision 063).",
    ),
    Rule(
        "L9", "instructions-repeated", Severity.ERROR,
        "A record or sentence that repeats the instructions is left out.",
        "Somebody asked the model for its prompt, and it obeyed.",
    ),
    Rule(
        "L10", "reply-number-unusable", Severity.INFO,
        "A number in a reply is a whole one and not negative; otherwise it is left open.",
        "The program reads the count from its words in any case.",
    ),
    Rule(
        "L11", "article-in-parts", Severity.INFO,
        "A long article is read in parts, cut between paragraphs, and the records are joined.",
        "Nothing is cut off silently; links between parts may be missing.",
    ),
    Rule(
        "L12", "repair-not-made", Severity.WARNING,
        "Where something was to be repaired and no answer could be had, that is said.",
        "A reader must know that the second look did not happen.",
    ),
    Rule(
        "L13", "reply-asked-again", Severity.INFO,
        "A reply that cannot be read is asked for once more, and that is said.",
        "How often a model keeps to the schema at once is a figure to choose a model by.",
    ),
)  # fmt: skip
BY_ID = {rule.id: rule for rule in RULES}


def remark(
    rule: str, message: str, record: str | None = None, start: int | None = None, end: int | None = None
) -> Finding:
    """A finding of `rule`; `record` is the key of the record concerned, `start`/`end` code points of the article."""
    return Finding(rule=rule, severity=BY_ID[rule].severity, record=record, message=message[:400], start=start, end=end)
