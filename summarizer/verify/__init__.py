"""Pure judges: one rule, one function, one id. `verify` turns a draft nobody trusts into records we stand behind."""

from __future__ import annotations

from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding
from summarizer.records.verified import VerifiedRecords
from summarizer.verify.issue import ids_by_key, issue
from summarizer.verify.opening import open_case, run_rules

__all__ = ["verify", "verify_keyed"]


def verify(article: Article, draft: DraftRecords) -> tuple[VerifiedRecords, tuple[Finding, ...]]:
    """The records of `draft` that the article bears out, repaired where that loses nothing, and all that was found.

    Never raises, whatever the draft says: a bad record is refused with a finding that names it, and costs no other.
    Ids are issued anew in order of first evidence. Rules: docs/rules.md, in the order of order.py.
    """
    case = open_case(article, draft)
    return issue(case, run_rules(case))


def verify_keyed(article: Article, draft: DraftRecords) -> tuple[VerifiedRecords, tuple[Finding, ...], dict[str, str]]:
    """As `verify`, and the ids by the engine's own keys, with which the sentences of its summary name records."""
    case = open_case(article, draft)
    remarks = run_rules(case)
    return *issue(case, remarks), ids_by_key(case)
