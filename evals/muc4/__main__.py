"""From a folder of the MUC-4 corpus to the score table, with the offline engine.

    python -m evals.muc4 FOLDER --sets dev [--limit N] [--save predictions.jsonl]

FOLDER holds dev, tst1 and tst2. Without it there is nothing to do: one line, exit status 0.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evals.muc4 import adapter, scores
from evals.muc4.corpus import SETS, Corpus, CorpusAbsent, Document, read_set


def main() -> int:
    """Run, score, print."""
    options = _arguments()
    status = 0
    for name in options.sets.split(","):
        try:
            corpus = read_set(options.folder, name)
        except CorpusAbsent as absent:
            print(f"skipped: {absent}")
            continue
        status = max(status, _score(corpus, options.limit, options.save))
    return status


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.muc4", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sets", default="dev", help=f"of {', '.join(SETS)}, separated by commas")
    parser.add_argument("--limit", type=int, default=0, help="the first N documents of each set")
    parser.add_argument("--save", type=Path, help="append the predictions to this file")
    return parser.parse_args()


def _score(corpus: Corpus, limit: int, save: Path | None) -> int:
    documents = corpus.documents[: limit or None]
    started = time.perf_counter()
    predictions, failures = asyncio.run(predict(documents))
    seconds = time.perf_counter() - started
    gold = {d.id: corpus.gold[d.id] for d in documents}
    print(f"{corpus.name}: {len(documents)} documents, {len(failures)} failed, {seconds:.1f} s")
    print("\n".join(scores.table(gold, predictions)))
    for line in failures:
        print(f"FAILED {line}", file=sys.stderr)
    if save:
        with save.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(p) + "\n" for p in predictions.values())
    return 3 if failures else 0


async def predict(documents: Iterable[Document]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Prediction per document id, and a line for each document that failed."""
    from summarizer.articles import article_from_text  # noqa: PLC0415
    from summarizer.engines.offline import OfflineEngine  # noqa: PLC0415
    from summarizer.errors import SummarizerError  # noqa: PLC0415
    from summarizer.verify import verify  # noqa: PLC0415

    engine = OfflineEngine()
    predictions: dict[str, dict[str, Any]] = {}
    failures: list[str] = []
    for document in documents:
        try:
            article = article_from_text(document.text, source=document.id, published=document.published)
            drafted = await engine.draft(article)
            records, _ = verify(article, drafted.records)
        except SummarizerError as error:
            failures.append(f"{document.id}: {error.message}")
            continue
        predictions[document.id] = {"doc": document.id, "incidents": adapter.incidents(records)}
    return predictions, failures


if __name__ == "__main__":
    sys.exit(main())
