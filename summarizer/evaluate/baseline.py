"""The baseline: what became of every owed fact, and the figures, of the run that was last blessed.

One JSON file per engine and model, sorted keys, four decimals, so that a change of it reads well in a review. Written
by `summarize eval bless` alone, whole or not at all.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.evaluate.cells import Cell, Cells
from summarizer.evaluate.runs import Run, write_atomically
from summarizer.evaluate.scoring import ArticleScore, SuiteScore
from summarizer.records.base import Record

PASS = "pass"
_INNER_LIST = re.compile(r"\[[^\[\]{}]*\]")
"""A list of plain values: on one line, so that a changed figure is one changed line."""


class BaselineArticle(Record):
    """One article: fate of each fact per repeat ("pass" or an error class), figures as [hits, said, due]."""

    label_sha256: str
    facts: dict[str, tuple[str, ...]]
    forbidden: int
    cells: dict[str, tuple[float, float, float]]

    def as_cells(self) -> Cells:
        """The figures as cells."""
        return {name: Cell(*numbers) for name, numbers in self.cells.items()}

    @property
    def passed(self) -> bool:
        """Whether every fact passed in every repeat."""
        return all(fate == PASS for fates in self.facts.values() for fate in fates)


class Baseline(Record):
    """What later runs are compared with."""

    format: Literal["summarizer-eval-baseline/1"] = "summarizer-eval-baseline/1"
    engine: str
    model: str | None = None
    package_version: str
    prompt_sha256: str | None = None
    schema_version: str
    blessed: date
    repeats: int
    totals: dict[str, float]
    articles: dict[str, BaselineArticle]


def make_baseline(run: Run, suite: SuiteScore, today: date) -> Baseline:
    """The baseline of a complete run. Raises UsageError when an article failed or nothing was scored."""
    if suite.failures:
        names = ", ".join(f.name for f in suite.failures)
        raise UsageError(f"an incomplete run cannot be blessed: {names}", hint="run it again, then bless")
    if not suite.reviewed:
        raise UsageError("nothing to bless: no article with a reviewed label was scored")
    return Baseline(
        engine=run.engine,
        model=run.model,
        package_version=run.package_version,
        prompt_sha256=run.prompt_sha256,
        schema_version=run.digests[0].schema_version,
        blessed=today,
        repeats=run.repeats,
        totals={n: round(c.value, 4) for n, c in suite.gating_cells.items() if c.value is not None},
        articles={a.name: _article(a) for a in suite.reviewed},
    )


def _article(score: ArticleScore) -> BaselineArticle:
    return BaselineArticle(
        label_sha256=score.label_sha256,
        facts={fact: tuple(PASS if f is None else str(f) for f in fate) for fact, fate in score.facts.items()},
        forbidden=score.forbidden,
        cells={n: (round(c.hits, 4), round(c.said, 4), round(c.due, 4)) for n, c in score.cells.items()},
    )


def baseline_path(folder: Path, run: Run) -> Path:
    """Where the baseline of this engine and model lies."""
    safe = "".join(c if c.isalnum() or c in "-._" else "-" for c in run.name)
    return folder / f"{safe}.json"


def save_baseline(baseline: Baseline, path: Path) -> None:
    """Write it, whole or not at all."""
    text = json.dumps(baseline.model_dump(mode="json"), indent=1, sort_keys=True, ensure_ascii=False)
    write_atomically(path, _INNER_LIST.sub(lambda found: " ".join(found[0].split()), text))


def load_baseline(path: Path) -> Baseline | None:
    """Read a baseline; None where there is none yet. Raises UsageError when the file is not a baseline."""
    if not path.exists():
        return None
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} is no baseline: {str(error).splitlines()[0]}") from error
