"""What makes a stored result stale: the key it is kept under.

A key is made of the content of the article, what the caller knows about it, the engine with its model, prompts and
parameters, the schema, and the code that reads. The key for the endpoint and its address are no part of it: the same
model may move. A changed program reads anew; a model is not asked again for that (replies.py).
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.corpus.rows import ArticleRow, Work
from summarizer.prompting import compact

if TYPE_CHECKING:
    from summarizer.engines.base import Engine

_PACKAGE = Path(__file__).parents[1]
_READING = ("articles", "engines", "normalize", "records", "summary", "verify")
_SUFFIXES = {".py", ".toml", ".bin", ".txt"}


def work_of(row: ArticleRow, mark: str) -> Work:
    """The row with the key of its outcome under an engine with this `mark`."""
    content = row.content_hash
    known = (row.published.isoformat() if row.published else None, row.outlet, row.title)
    key = sha256(compact([content, known, mark]).encode("utf-8", "surrogatepass")).hexdigest()
    return Work(key, content, row)


def engine_mark(engine: Engine) -> str:
    """What tells the results of one engine from those of another, or of itself after a change."""
    from summarizer.engines.exchange_schema import wire_schema

    asks = hasattr(engine, "asker")
    schema = sha256(compact(wire_schema()).encode()).hexdigest()[:12] if asks else "none"
    return f"{engine.fingerprint} schema:{schema} summarizer:{__version__}+{code_hash()[:12]}"


@cache
def code_hash() -> str:
    """SHA-256 of all files of the package that decide how an article is read."""
    found = sha256((_PACKAGE / "pipeline.py").read_bytes())
    for folder in _READING:
        for path in sorted((_PACKAGE / folder).rglob("*")):
            if path.suffix in _SUFFIXES:
                found.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
                found.update(path.read_bytes())
    return found.hexdigest()
