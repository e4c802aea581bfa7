"""Score one article, or many: cells, wrong records, and which facts passed. Scoring never runs an engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from summarizer.evaluate.alignment import Alignment, align
from summarizer.evaluate.cells import Cell, Cells, total
from summarizer.evaluate.faults import Fault, Wrong, find_faults
from summarizer.evaluate.labels import Label
from summarizer.evaluate.metrics import confusions, measure
from summarizer.evaluate.replies import reply_cells
from summarizer.evaluate.summaries import summary_cells
from summarizer.evaluate.views import Records, prepare
from summarizer.records.digest import Digest

Fate = tuple[Wrong | None, ...]
"""What became of a fact in each repeat: None right, else the error class."""


@dataclass(frozen=True)
class ArticleScore:
    """One article: its cells, every wrong record once, and the fate of each fact that is owed.

    `facts` maps "casualty c1" to its fate in every repeat; `forbidden` is the worst number of forbidden records in one
    repeat; `confused` lists (field, label's value, program's value) of pairs. Cells of several repeats are averages;
    wrong records and confusions are those of the first repeat.
    """

    name: str
    reviewed: bool
    label_sha256: str
    cells: Cells
    faults: tuple[Fault, ...]
    facts: dict[str, Fate]
    seconds: float | None = None
    forbidden: int = 0
    confused: tuple[tuple[str, str, str], ...] = ()


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
    def reviewed(self) -> tuple[ArticleScore, ...]:
        """The articles whose label a second look has confirmed: the others are reported, and never gate."""
        return tuple(a for a in self.articles if a.reviewed)

    @property
    def gating_cells(self) -> Cells:
        """Micro sums over the reviewed articles."""
        return total(a.cells for a in self.reviewed)

    @property
    def cells(self) -> Cells:
        """Micro sums over the articles that were scored."""
        return total(a.cells for a in self.articles)


def score_article(label: Label, records: Records, seconds: float | None = None) -> ArticleScore:
    """Score the records of one article against its label."""
    alignment = align(prepare(label, records))
    faults = tuple(find_faults(alignment))
    cells = measure(alignment, faults)
    if isinstance(records, Digest):
        cells |= summary_cells(records, label.text) | reply_cells(records)
        seconds = records.provenance.seconds if seconds is None else seconds
    facts, forbidden = _facts(alignment, faults), sum(f.wrong == Wrong.FORBIDDEN for f in faults)
    return ArticleScore(
        label.name, label.reviewed, label.sha256, cells, faults, facts, seconds, forbidden, tuple(confusions(alignment))
    )


def average(repeats: Sequence[ArticleScore]) -> ArticleScore:
    """Several readings of one article as one score: averaged inside the article before articles are resampled."""
    first, n = repeats[0], len(repeats)
    if n == 1:
        return first
    summed = total(r.cells for r in repeats)
    return replace(
        first,
        cells={name: Cell(c.hits / n, c.said / n, c.due / n) for name, c in summed.items()},
        facts={fact: tuple(fate for r in repeats for fate in r.facts[fact]) for fact in first.facts},
        forbidden=max(r.forbidden for r in repeats),
    )


def _facts(alignment: Alignment, faults: Sequence[Fault]) -> dict[str, Fate]:
    """Owed facts and their fate. A poor quote (span_only) does not fail a fact."""
    wrong = {f"{f.kind} {f.gold_id}": f.wrong for f in faults if f.gold_id and f.wrong != Wrong.SPAN_ONLY}
    label = alignment.views.label
    owed = [
        *(f"event {e.id}" for e in label.events if not e.optional),
        *(f"casualty {c.id}" for c in label.casualties if not c.optional),
        *(f"claim {k.id}" for k in label.claims if not k.optional),
    ]
    return {fact: (wrong.get(fact),) for fact in owed}
