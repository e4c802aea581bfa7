"""The remarks that reading an article can give rise to: id -> what it says and why. Rendered in docs/rules.md."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.records.finding import Finding, Severity


class ArticleRule(NamedTuple):
    """One remark: how much it matters, one line for the reader, and the reason it exists."""

    severity: Severity
    line: str
    reason: str


RULES: dict[str, ArticleRule] = {
    "A1": ArticleRule(
        Severity.WARNING,
        "encoding guessed",
        "The bytes are no valid UTF-8: names and figures may carry wrong letters, so the guess and the byte are named.",
    ),
    "A2": ArticleRule(
        Severity.WARNING,
        "control characters in the text",
        "NUL and other controls are no part of wire copy; they are kept out of what engines see.",
    ),
    "A3": ArticleRule(
        Severity.WARNING,
        "invisible characters in the text",
        "Zero-width, bidirectional and tag characters can hide words or turn figures around; engines never see them.",
    ),
    "A4": ArticleRule(
        Severity.WARNING,
        "not recognised as English",
        "The grammar and the prompts read English; few records from another language mean nothing.",
    ),
    "A5": ArticleRule(
        Severity.WARNING,
        "more than one article in the text",
        "Figures of different stories would be linked to each other.",
    ),
    "A6": ArticleRule(
        Severity.INFO,
        "live blog",
        "Each entry has its own time; a later figure may replace an earlier one.",
    ),
    "A7": ArticleRule(
        Severity.INFO,
        "markup removed",
        "Offsets then refer to the extracted text, not to the page.",
    ),
    "A8": ArticleRule(
        Severity.WARNING,
        "digits that look misread",
        "Scanned text mixes up 0 and O, 1 and l; a figure is flagged, never guessed.",
    ),
    "A9": ArticleRule(
        Severity.WARNING,
        "look-alike letters or stacked marks",
        "A name spelt with letters of another alphabet will not be found again; nothing is changed.",
    ),
    "A10": ArticleRule(
        Severity.INFO,
        "line left out of the sentences",
        "Bylines, credits and agency markers say who wrote, not what happened; a byline is no actor.",
    ),
    "A11": ArticleRule(
        Severity.WARNING,
        "the page states more than one date",
        "A publication date is taken only when it is stated once; it is never guessed.",
    ),
    "A12": ArticleRule(
        Severity.WARNING,
        "very long sentence cut",
        "Text without full stops is cut at a soft place so that every step stays fast.",
    ),
    "A13": ArticleRule(
        Severity.WARNING,
        "nothing but an address",
        "Nothing is ever fetched: the text of the article itself is needed.",
    ),
    "A14": ArticleRule(
        Severity.WARNING,
        "hidden part of the markup left out",
        "Comments and hidden elements are not what a reader sees, so nothing in them can be evidence.",
    ),
}


def remark(rule: str, detail: str, start: int | None = None, end: int | None = None) -> Finding:
    """A finding of `rule`; `start`/`end` are code points into `Article.text`."""
    known = RULES[rule]
    return Finding(rule=rule, severity=known.severity, message=f"{known.line}: {detail}", start=start, end=end)
