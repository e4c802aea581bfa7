"""From a draft to an open case, and the rules run over it."""

from __future__ import annotations

from summarizer.records.article import Article
from summarizer.records.draft import DraftEvidence, DraftRecords
from summarizer.verify.case import Case, OpenCasualty, OpenClaim, OpenEvent, Quoted, Remark
from summarizer.verify.order import ORDER
from summarizer.verify.planted import planted_spans
from summarizer.verify.quotes import Locator


def open_case(article: Article, draft: DraftRecords) -> Case:
    """Every drafted record with each of its quotes looked up."""
    locator = Locator(article)

    def quotes(evidence: tuple[DraftEvidence, ...]) -> list[Quoted]:
        return [Quoted(given, locator.locate(given)) for given in evidence]

    return Case(
        article=article,
        locator=locator,
        drafted_actors=draft.actors,
        events=[OpenEvent(f"event/{i}", d, quotes(d.evidence)) for i, d in enumerate(draft.events)],
        casualties=[OpenCasualty(f"casualty/{i}", d, quotes(d.evidence)) for i, d in enumerate(draft.casualties)],
        claims=[OpenClaim(f"claim/{i}", d, quotes(d.evidence)) for i, d in enumerate(draft.claims)],
        keys={
            **{f"event/{i}": d.key for i, d in enumerate(draft.events)},
            **{f"casualty/{i}": d.key for i, d in enumerate(draft.casualties)},
            **{f"claim/{i}": d.key for i, d in enumerate(draft.claims)},
        },
        planted=planted_spans(article),
    )


def run_rules(case: Case) -> list[tuple[str, Remark]]:
    """Run all rules over the case, in order; their remarks with the id of the rule."""
    return [(rule, remark) for rule, check in ORDER for remark in check(case)]
