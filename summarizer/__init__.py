"""Conflict-event, casualty and claim records out of wire articles, each with a located quote.

>>> import summarizer
>>> digest = summarizer.summarize("article.txt")          # a path, "-" for standard input, or an Article
>>> for casualty in digest.casualties:
...     print(casualty.count.text, casualty.victims, casualty.harm)

`load_article` gives what only the caller knows (publication date, outlet, title). Everything raised on purpose is a
`SummarizerError`. Names are imported on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.articles import load_article
    from summarizer.records.article import Article
    from summarizer.records.digest import Digest, Failure
    from summarizer.records.finding import Finding
    from summarizer.records.values import Count
    from summarizer.records.verified import Casualty, Claim, Event
    from summarizer.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Casualty",
    "Claim",
    "Count",
    "Digest",
    "Event",
    "Failure",
    "Finding",
    "Settings",
    "SummarizerError",
    "__version__",
    "asummarize",
    "load_article",
    "summarize",
]

_HOMES = {
    "Article": "summarizer.records.article",
    "Casualty": "summarizer.records.verified",
    "Claim": "summarizer.records.verified",
    "Count": "summarizer.records.values",
    "Digest": "summarizer.records.digest",
    "Event": "summarizer.records.verified",
    "Failure": "summarizer.records.digest",
    "Finding": "summarizer.records.finding",
    "Settings": "summarizer.settings",
    "load_article": "summarizer.articles",
}


async def asummarize(source: Article | Path | str, *, settings: Settings | None = None) -> Digest:
    """The digest of one article.

    `source` is an `Article`, or whatever `load_article` takes: a path, or "-" for standard input. Without `settings`
    they are read from the environment (SUMMARIZER_*).

    Raises ArticleError when the source cannot be read as an article, ConfigurationError when a setting or the engine
    is wrong, ProviderError or AnswerError when a model endpoint fails. All are `SummarizerError`.
    """
    import os

    from summarizer import pipeline
    from summarizer.articles import load_article
    from summarizer.engines import close, make_engine
    from summarizer.records.article import Article
    from summarizer.settings import Settings

    chosen = Settings.read(os.environ) if settings is None else settings
    article = source if isinstance(source, Article) else load_article(source, max_bytes=chosen.max_bytes)
    engine = make_engine(chosen)
    try:
        if chosen.telemetry:
            from summarizer import telemetry

            return await telemetry.asummarize(article, telemetry.TracedEngine(engine, chosen))
        return await pipeline.asummarize(article, engine)
    finally:
        await close(engine)


def summarize(source: Article | Path | str, *, settings: Settings | None = None) -> Digest:
    """The digest of one article, from code that is not asynchronous; arguments and errors as `asummarize`.

    Works where an event loop is running already, as in a notebook: the work is then done in a thread of its own.
    """
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(asummarize(source, settings=settings))
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(asummarize(source, settings=settings))).result()


def __getattr__(name: str) -> object:
    """Import a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
