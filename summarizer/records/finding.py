"""What the program has to say about an article or an answer: nothing is dropped silently."""

from __future__ import annotations

from enum import StrEnum

from summarizer.records.base import Record


class Severity(StrEnum):
    """How much a finding matters to the reader of the records."""

    INFO = "info"
    """Something was repaired without loss."""
    WARNING = "warning"
    """Something may be missing or wrong; a person should look."""
    ERROR = "error"
    """A record, or a part of one, was refused."""


class Finding(Record):
    """One remark. `rule` is an id of docs/rules.md; `start`/`end` are code points into the article, null when none.

    `record` is the id of the verified record concerned, or the engine's own key of a record that was refused.
    """

    rule: str
    severity: Severity
    record: str | None = None
    message: str
    start: int | None = None
    end: int | None = None
