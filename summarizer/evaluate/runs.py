"""A run: what an engine said about labelled articles, kept apart from how it is scored.

Kept as one JSON file, so that a change of the scorer costs no second run. An article may be read several times (live
models vary); what failed stands beside what succeeded.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarizer.engines.base import Engine
from summarizer.errors import SummarizerError, UsageError
from summarizer.evaluate.labels import Label
from summarizer.evaluate.scoring import ArticleFailure, ArticleScore, SuiteScore, average, score_article
from summarizer.records.base import Record
from summarizer.records.digest import Digest


class ArticleRun(Record):
    """One labelled article as read by the engine: a digest per repeat, or why there is none."""

    name: str
    label_sha256: str
    text_sha256: str
    digests: tuple[Digest, ...] = ()
    failures: tuple[str, ...] = ()


class Run(Record):
    """All articles of one run of one engine."""

    format: Literal["summarizer-eval-run/1"] = "summarizer-eval-run/1"
    engine: str
    model: str | None = None
    fingerprint: str
    prompt_sha256: str | None = None
    package_version: str
    created: datetime
    repeats: int = 1
    articles: tuple[ArticleRun, ...]

    @property
    def name(self) -> str:
        """`offline`, `llm-MODEL`: what baselines are filed under."""
        return f"{self.engine}-{self.model}" if self.model else self.engine

    @property
    def digests(self) -> tuple[Digest, ...]:
        """Every digest of the run."""
        return tuple(d for article in self.articles for d in article.digests)


Progress = Callable[[str], None]


async def run_engine(
    labels: Iterable[Label], engine: Engine, *, repeats: int = 1, progress: Progress | None = None
) -> Run:
    """Read every article `repeats` times. Raises nothing for an article that fails: it is kept as a failure."""
    from summarizer import __version__

    articles = []
    for label in labels:
        articles.append(await _run_article(label, engine, repeats))
        if progress:
            progress(label.name)
    digests = [d for a in articles for d in a.digests]
    return Run(
        engine=engine.name,
        model=next((d.provenance.model for d in digests if d.provenance.model), None),
        fingerprint=engine.fingerprint,
        prompt_sha256=next((d.provenance.prompt.sha256 for d in digests if d.provenance.prompt), None),
        package_version=__version__,
        created=datetime.now(UTC),
        repeats=repeats,
        articles=tuple(articles),
    )


async def _run_article(label: Label, engine: Engine, repeats: int) -> ArticleRun:
    from summarizer.articles import load_article
    from summarizer.pipeline import asummarize

    digests, failures = [], []
    for _ in range(repeats):
        try:
            article = load_article(label.article_path, published=label.published, outlet=label.outlet)
            digests.append(await asummarize(article, engine))
        except SummarizerError as error:
            failures.append(f"{type(error).__name__}: {error.message}")
        except Exception as error:  # a fault of the program is a failure of this article, never of the whole run
            failures.append(f"{type(error).__name__}: {where(error)}")
    return ArticleRun(
        name=label.name,
        label_sha256=label.sha256,
        text_sha256=label.text_sha256,
        digests=tuple(digests),
        failures=tuple(failures),
    )


def where(error: Exception) -> str:
    """The file and line that raised: never the message, which may hold text of the article."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"internal error in {Path(frame.filename).name}, line {frame.lineno}"


def score_run(run: Run, labels: Sequence[Label]) -> SuiteScore:
    """Score what a run said. A label without an article in the run is a failure, and so is an article that failed."""
    by_name = {article.name: article for article in run.articles}
    scores: list[ArticleScore] = []
    failures: list[ArticleFailure] = []
    for label in labels:
        article = by_name.get(label.name)
        if article is None:
            failures.append(ArticleFailure(label.name, "not in the run", "run it again"))
        elif article.text_sha256 != label.text_sha256:
            failures.append(ArticleFailure(label.name, "the article changed since the run", "run it again"))
        elif article.failures or not article.digests:
            reason, _, message = (article.failures or ("no digest: ",))[0].partition(": ")
            failures.append(ArticleFailure(label.name, reason, message))
        else:
            scores.append(average([score_article(label, d) for d in article.digests]))
    return SuiteScore(tuple(scores), tuple(failures))


def save_run(run: Run, path: Path) -> None:
    """Write the run as one JSON file, whole or not at all."""
    write_atomically(path, json.dumps(run.model_dump(mode="json"), indent=1, sort_keys=True, ensure_ascii=False))


def load_run(path: Path) -> Run:
    """Read a kept run. Raises UsageError when the file is none."""
    try:
        return Run.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} is no kept run: {str(error).splitlines()[0]}") from error


def write_atomically(path: Path, text: str) -> None:
    """Write beside the file, then move over it: readers see the old text or the new, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text + "\n", "utf-8")
    beside.replace(path)
