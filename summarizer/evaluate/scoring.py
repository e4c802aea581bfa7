"""Score one article, or many: cells, wrong records, and which facts passed. Scoring never runs an engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.evaluate.alignment import Alignment, align
from summarizer.evaluate.cells import Cells, total
from summarizer.evaluate.faults import Fault, Wrong, find_faults
from summarizer.evaluate.labels import Label
from summarizer.evaluate.metrics import measure
from summarizer.evaluate.views import Records, prepare


@dataclass(frozen=True)
class ArticleScore:
    """One article: its cells, every wrong record once, and the fate of each fact that is owed.

    `facts` maps "casualty c1" to None when right, else to its error class; a trap is "forbid 3", counted from 1.
    """

    name: str
    reviewed: bool
    label_sha256: str
    cells: Cells
    faults: tuple[Fault, ...]
    facts: dict[str, Wrong | None]
    seconds: float | None = None


@dataclass(frozen=True)
class ArticleFailure:
    """An article that could not be run: an error, never a wrong answer."""

    name: str
    reason: str
    message: str


@dataclass(frozen=True)
class SuiteScore:
    """Scores of many articles, and the failures beside them."""

    articles: tuple[ArticleScore, ...]
    failures: tuple[ArticleFailure, ...] = field(default=())

    @property
    def cells(self) -> Cells:
        """Micro sums over the articles that were scored."""
        return total(a.cells for a in self.articles)


def score_article(label: Label, records: Records, seconds: float | None = None) -> ArticleScore:
    """Score the records of one article against its label."""
    alignment = align(prepare(label, records))
    faults = tuple(find_faults(alignment))
    cells = measure(alignment, faults)
    return ArticleScore(label.name, label.reviewed, label.sha256, cells, faults, _facts(alignment, faults), seconds)


def _facts(alignment: Alignment, faults: Sequence[Fault]) -> dict[str, Wrong | None]:
    """Owed facts and their fate. A poor quote (span_only) does not fail a fact."""
    wrong = {f"{f.kind} {f.gold_id}": f.wrong for f in faults if f.gold_id and f.wrong != Wrong.SPAN_ONLY}
    label = alignment.views.label
    owed = [
        *(f"event {e.id}" for e in label.events if not e.optional),
        *(f"casualty {c.id}" for c in label.casualties if not c.optional),
        *(f"claim {k.id}" for k in label.claims if not k.optional),
    ]
    return {fact: wrong.get(fact) for fact in owed}
