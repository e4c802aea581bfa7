"""How long scoring takes: 1,000 articles of 30 records and more on one core, from the labelled articles.

Each article is a labelled one with a word of its own in most sentences, so that no cache of wordings helps; in the
output every tenth record is gone and the rest stand in another order.
"""

from __future__ import annotations

import random
import re
import time
from typing import Any

from measure import ROOT, Row, at_most

from summarizer.evaluate.echo import echo
from summarizer.evaluate.labels import Label, load_labels
from summarizer.evaluate.scoring import score_article
from summarizer.records.verified import VerifiedRecords

ARTICLES = 1000


def rows() -> list[Row]:
    """Seconds for all of them, and what one of them holds."""
    labels = load_labels([ROOT / "seeds"])
    pairs = [spoiled(labels[i % len(labels)], i) for i in range(ARTICLES)]
    records = sum(len(r.events) + len(r.casualties) + len(r.claims) for _, r in pairs) / ARTICLES
    started = time.process_time()
    for label, said in pairs:
        score_article(label, said)
    return [at_most(f"score {ARTICLES:,} articles of {records:.0f} records", time.process_time() - started, "s", 10)]


def spoiled(label: Label, number: int) -> tuple[Label, VerifiedRecords]:
    """A label of its own, and output that differs from it."""
    chance = random.Random(number)
    own = Label.model_validate(numbered(label.model_dump(), f"the{number}"))
    records = echo(own)
    kinds = ("events", "casualties", "claims")
    kept = {k: [r for r in getattr(records, k) if chance.random() > 0.1] for k in kinds}
    return own, records.model_copy(update={k: tuple(chance.sample(v, len(v))) for k, v in kept.items()})


def numbered(value: Any, word: str) -> Any:
    """Every string in it with "the" replaced by the word."""
    if isinstance(value, str):
        return re.sub(r"\bthe\b", word, value)
    if isinstance(value, dict):
        return {k: numbered(v, word) for k, v in value.items()}
    return type(value)(numbered(v, word) for v in value) if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    print(*rows(), sep="\n")
