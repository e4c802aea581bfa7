"""One client process: asks a model server for articles in one of several ways and prints what that took, as JSON.

    python asking_client.py WAY URL CONCURRENCY NUMBER [CORE]

Ways: `raw`, openai alone with the reply validated; `asking`, our engine up to the drafted records; `checked`, and every
quote located; `whole`, to the digest.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from wire_copy import ARTICLES, copies

from summarizer.articles import article_from_text
from summarizer.errors import SummarizerError
from summarizer.records.article import Article

Ask = Callable[[Article], Awaitable[Any]]


def way(name: str, url: str) -> tuple[Ask, Callable[[], Awaitable[None]]]:
    """How to ask for one article, and how to close what that needs."""
    return _raw(url) if name == "raw" else _ours(name, url)


def _raw(url: str) -> tuple[Ask, Callable[[], Awaitable[None]]]:
    import openai

    from summarizer.engines.exchange import ModelSettings, build_request
    from summarizer.prompting import load_prompt
    from summarizer.records.draft import DraftRecords

    client = openai.AsyncOpenAI(api_key="k", base_url=url, max_retries=0)
    prompt, settings = load_prompt("extract"), ModelSettings(name="m")

    async def ask(article: Article) -> Any:
        done = await client.chat.completions.create(**build_request(article, prompt, settings).body())
        return DraftRecords.model_validate_json(done.choices[0].message.content or "")

    return ask, client.close


def _ours(name: str, url: str) -> tuple[Ask, Callable[[], Awaitable[None]]]:
    from summarizer.engines.llm_making import make_language_model
    from summarizer.pipeline import asummarize
    from summarizer.settings import Settings
    from summarizer.verify.quotes import Locator

    engine = make_language_model(Settings(model="m", base_url=url, api_key="k"))

    async def asking(article: Article) -> Any:
        return (await engine.draft(article)).records

    async def checked(article: Article) -> Any:
        draft, locator = await asking(article), Locator(article)
        records = (*draft.events, *draft.casualties, *draft.claims)
        assert all(locator.locate(quote).evidence for record in records for quote in record.evidence)

    async def whole(article: Article) -> Any:
        return await asummarize(article, engine)

    return {"asking": asking, "checked": checked, "whole": whole}[name], engine.aclose


async def run(name: str, url: str, concurrency: int, number: int) -> dict[str, float]:
    """Ask for `number` articles, read as they are wanted, `concurrency` at a time."""
    ask, close = way(name, url)
    waits: list[float] = []
    lost = 0
    source = _articles(number)
    await ask(next(_articles(1)))

    async def worker() -> None:
        nonlocal lost
        for article in source:
            begun = time.perf_counter()
            try:
                await ask(article)
            except SummarizerError:
                lost += 1
            waits.append(time.perf_counter() - begun)

    cpu, wall = time.process_time(), time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(concurrency)))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    await close()
    waits.sort()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cpu": cpu / number, "wall": wall, "lost": lost, "p50": statistics.median(waits),
        "p99": waits[int(len(waits) * 0.99)], "peak": peak,
    }  # fmt: skip


def _articles(number: int) -> Iterator[Article]:
    texts = [copy.text for copy in copies(min(number, ARTICLES))]
    ready = [article_from_text(text) for text in texts]
    return (ready[n % len(ready)].model_copy(update={"id": f"a{n}"}) for n in range(number))


if __name__ == "__main__":
    if len(sys.argv) > 5:
        os.sched_setaffinity(0, {int(sys.argv[5])})
    print(json.dumps(asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
