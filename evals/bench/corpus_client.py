"""One measurement of a model run in a process of its own; prints JSON.

python corpus_client.py raw|corpus URL ARTICLES.jsonl CONCURRENCY STORE
"""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import sys
import time
from pathlib import Path

import summarizer.engines.llm_live  # noqa: F401 - imported before the clock starts
from summarizer.articles import article_from_text
from summarizer.corpus.plan import Totals
from summarizer.corpus.rows import ArticleRow, OutcomeRow
from summarizer.corpus.running import Order, run
from summarizer.corpus.sources import Sources
from summarizer.corpus.watch import Watch
from summarizer.engines.exchange import ModelSettings
from summarizer.engines.llm import request_for
from summarizer.records.draft import DraftRecords
from summarizer.settings import Settings


class Times(Watch):
    """How long each article took, from its beginning to the disk."""

    def __init__(self) -> None:
        self.began_at: dict[str, float] = {}
        self.taken: list[float] = []

    def began(self, row: ArticleRow) -> None:
        self.began_at[row.id] = time.perf_counter()

    def ended(self, row: ArticleRow, outcome: OutcomeRow) -> None:
        self.taken.append(time.perf_counter() - self.began_at.pop(row.id))


def corpus(url: str, articles: Path, concurrency: int, store: Path) -> list[float]:
    """Our run: read, ask, verify, summarise, store."""
    watch, totals = Times(), Totals()
    settings = Settings(engine="llm", model="openai/m", base_url=url, api_key="k")
    run(Order(store, settings, concurrency=concurrency), Sources([str(articles)], max_bytes=1_000_000), watch, totals)
    if totals.failed:
        raise SystemExit(f"some failed: {totals}")
    return watch.taken


async def raw(url: str, articles: Path, concurrency: int) -> list[float]:
    """The bare client: the same requests, the reply validated, nothing verified or kept."""
    import openai

    client = openai.AsyncOpenAI(api_key="k", base_url=url, max_retries=0)
    taken: list[float] = []
    rows = iter(articles.read_text("utf-8").splitlines())

    async def worker() -> None:
        for line in rows:
            begun = time.perf_counter()
            request = request_for(article_from_text(json.loads(line)["text"]), ModelSettings(name="m"))
            done = await client.chat.completions.create(**request.body())
            DraftRecords.model_validate_json(done.choices[0].message.content or "")
            taken.append(time.perf_counter() - begun)

    await asyncio.gather(*(worker() for _ in range(concurrency)))
    await client.close()
    return taken


def main(kind: str, url: str, articles: Path, concurrency: int, store: Path) -> None:
    """Measure and print."""
    begun, cpu = time.perf_counter(), time.process_time()
    taken = (
        corpus(url, articles, concurrency, store) if kind == "corpus" else asyncio.run(raw(url, articles, concurrency))
    )
    wall = time.perf_counter() - begun
    found = {
        "articles": len(taken),
        "wall": wall,
        "cpu": time.process_time() - cpu,
        "p50": statistics.median(taken),
        "p99": sorted(taken)[int(len(taken) * 0.99)],
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
