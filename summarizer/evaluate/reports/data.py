"""The verdict as plain data for tools: everything the other reports are made from."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from summarizer.evaluate.cells import Cells
from summarizer.evaluate.gate import MetricLine, Verdict
from summarizer.evaluate.scoring import ArticleScore


def render(verdict: Verdict) -> str:
    """One JSON document, sorted keys."""
    return json.dumps(as_data(verdict), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def as_data(verdict: Verdict) -> dict[str, Any]:
    """Outcome, reasons, figures, changed facts, and per article every figure, fact and wrong record."""
    return {
        "format": "summarizer-eval-verdict/1",
        "outcome": verdict.outcome.name.lower(),
        "exit_code": int(verdict.outcome),
        "engine": verdict.engine,
        "mode": str(verdict.mode),
        "reasons": list(verdict.reasons),
        "remarks": list(verdict.remarks),
        "gated": [_line(line) for line in verdict.lines],
        "newly_failed": [asdict(change) for change in verdict.broken],
        "newly_right": [asdict(change) for change in verdict.mended],
        "figures": _cells(verdict.suite.cells),
        "articles": [_article(a) for a in verdict.suite.articles],
        "failures": [asdict(f) for f in verdict.suite.failures],
    }


def _line(line: MetricLine) -> dict[str, Any]:
    return {**asdict(line), "delta": line.delta, "interval": line.interval, "difference": line.difference}


def _article(article: ArticleScore) -> dict[str, Any]:
    return {
        "name": article.name,
        "reviewed": article.reviewed,
        "label_sha256": article.label_sha256,
        "figures": _cells(article.cells),
        "facts": {fact: ["pass" if f is None else str(f) for f in fate] for fact, fate in article.facts.items()},
        "confused": article.confused,
        "wrong_records": [asdict(f) for f in article.faults],
    }


def _cells(cells: Cells) -> dict[str, Any]:
    return {
        name: {
            "value": c.value, "precision": c.precision, "recall": c.recall, "hits": c.hits, "said": c.said, "due": c.due
        }
        for name, c in cells.items()
    }  # fmt: skip
