"""How the engine's answer came about: whether a model kept to the schema at once, and whether anything was said."""

from __future__ import annotations

from summarizer.evaluate.cells import Cells, rate
from summarizer.records.digest import Digest

_NOT_AT_ONCE = {"L1", "L2", "L4", "L13"}
"""Findings of a reply that broke the schema: a record left out, an unknown value, a cut, a second question."""


def reply_cells(digest: Digest) -> Cells:
    """`run.schema_first_try`: a model's first reply kept to the schema; counted only where a model was the engine.

    `run.abstained`: nothing at all was recorded of the article, neither event nor casualty nor claim.
    """
    abstained = rate([not (digest.events or digest.casualties or digest.claims)])
    if digest.provenance.requests == 0:  # offline, or a recording, which holds only the reply that was kept
        return {"run.abstained": abstained}
    at_once = _NOT_AT_ONCE.isdisjoint(finding.rule for finding in digest.findings)
    return {"run.abstained": abstained, "run.schema_first_try": rate([at_once])}
