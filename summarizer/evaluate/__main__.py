"""Score an engine on labelled articles while working on it: no gate, no baseline, no summary.

    python -m summarizer.evaluate seeds [--engine offline] [--only NAME,NAME] [-v]

With -v every wrong record is one line: ARTICLE class [kind] gold | predicted | quote.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.evaluate.labels import Label, load_labels
from summarizer.evaluate.reports import figures
from summarizer.evaluate.runs import where
from summarizer.evaluate.scoring import ArticleFailure, ArticleScore, SuiteScore, score_article


def main() -> int:
    """Run, score, print. Exit status 2 for a bad label or nothing to score, 3 when an article failed."""
    options = _arguments()
    try:
        labels = load_labels(options.folders)
    except SummarizerError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    wanted = set(filter(None, options.only.split(",")))
    labels = [label for label in labels if not wanted or label.name in wanted]
    if not labels:
        print("no labelled article found", file=sys.stderr)
        return 2
    suite = asyncio.run(_run(labels))
    for line in _report(suite, verbose=options.verbose, per_article=options.articles):
        print(line)
    return 3 if suite.failures else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m summarizer.evaluate", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--engine", choices=["offline"], default="offline")
    parser.add_argument("--only", default="", help="names of articles, separated by commas")
    parser.add_argument("-v", "--verbose", action="store_true", help="every wrong record")
    parser.add_argument("-a", "--articles", action="store_true", help="one line per article")
    return parser.parse_args()


async def _run(labels: Iterable[Label]) -> SuiteScore:
    scores: list[ArticleScore] = []
    failures: list[ArticleFailure] = []
    for label in labels:
        try:
            scores.append(await _one(label))
        except Exception as error:  # a broken rule in one article must not hide the figures of the others
            failures.append(ArticleFailure(label.name, type(error).__name__, f"{error} ({where(error)})"))
    return SuiteScore(tuple(scores), tuple(failures))


async def _one(label: Label) -> ArticleScore:
    from summarizer.articles import load_article
    from summarizer.engines.offline import OfflineEngine
    from summarizer.verify import verify

    started = time.perf_counter()
    article = load_article(str(label.article_path), published=label.published, outlet=label.outlet)
    drafted = await OfflineEngine().draft(article)
    records, _ = verify(article, drafted.records)
    return score_article(label, records, time.perf_counter() - started)


def _report(suite: SuiteScore, *, verbose: bool, per_article: bool) -> Iterable[str]:
    if verbose:
        for article in suite.articles:
            yield from figures.wrong_records(article)
    yield from figures.figures(suite)
    if per_article:
        yield from figures.per_article(suite)
    yield from (f"FAILED {f.name}: {f.reason}: {f.message}" for f in suite.failures)
    yield f"{sum(a.seconds or 0 for a in suite.articles):.2f} s in load, draft, verify"


if __name__ == "__main__":
    sys.exit(main())
