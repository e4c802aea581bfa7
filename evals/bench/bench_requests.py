"""What a request weighs and what asking costs: tokens of the first request, shared prefix, CPU beside a bare client.

Tokens are counted with tiktoken's o200k where it and its table are at hand, else estimated as four characters each, and
the table says which. The server answers at once on loopback, in a thread of this process whose CPU is not counted.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

from measure import ROOT, Row

from summarizer.articles import load_article
from summarizer.engines.exchange import ModelSettings, build_request, read_reply
from summarizer.engines.exchange_schema import wire_schema
from summarizer.engines.llm import request_for
from summarizer.engines.llm_asking import Question
from summarizer.engines.llm_making import make_language_model
from summarizer.engines.retry import Deadline
from summarizer.pipeline import asummarize
from summarizer.prompting import compact, load_prompt
from summarizer.settings import Settings

SEED = "raqqa-offensive"
CALLS = 60
ROUNDS = 5


def rows() -> list[Row]:
    """The figures."""
    return [*_weights(), *_costs()]


def _counter() -> tuple[str, Callable[[str], int]]:
    try:
        import tiktoken

        encoding = tiktoken.get_encoding("o200k_base")
        return "o200k", lambda text: len(encoding.encode(text, disallowed_special=()))
    except Exception:
        return "estimated, 4 characters each", lambda text: round(len(text) / 4)


def _weights() -> list[Row]:
    how, tokens = _counter()
    article = load_article(str(ROOT / "seeds" / SEED / "article.txt"))
    other = load_article(str(ROOT / "seeds" / "nasir-ceasefire" / "article.txt"))
    settings = ModelSettings(name="m")
    instructions, shown = (message.content for message in request_for(article, settings).messages)
    schema = compact(wire_schema())
    fixed, whole = tokens(instructions) + tokens(schema), tokens(instructions) + tokens(schema) + tokens(shown)
    one, two = (compact(request_for(each, settings).body()).encode() for each in (article, other))
    shared = next(i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b)
    fixed_bytes = one.index(b"<<<ARTICLE ")
    return [
        Row(f"first request for {SEED}, tokens ({how}): instructions", f"{tokens(instructions):,}"),
        Row("schema", f"{tokens(schema):,}"),
        Row("article", f"{tokens(shown):,}"),
        Row("fixed part of the whole", f"{fixed / whole:.0%}", ">= 60%", fixed / whole >= 0.6),
        Row(
            "fixed part that two articles share, byte for byte",
            f"{shared / fixed_bytes:.0%}",
            ">= 90%",
            shared >= 0.9 * fixed_bytes,
        ),
    ]


def _server() -> ModuleType:
    path = ROOT / "tests" / "engines" / "llm" / "server.py"
    spec = importlib.util.spec_from_file_location("server", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["server"] = module
    spec.loader.exec_module(module)
    return module


def _costs() -> list[Row]:
    """CPU of the client's thread per article: a bare client, our asking, and the whole way to a digest."""
    recordings = ROOT / "evals" / "recordings" / "by-hand"
    article = load_article(str(ROOT / "seeds" / SEED / "article.txt"))
    key = request_for(article, ModelSettings(name="m")).key
    reply = json.loads((recordings / f"{key[:16]}.json").read_text("utf-8"))["reply"]
    web = _server()
    with web.serving(web.says(reply)) as server:
        raw, asking, whole = asyncio.run(_measured(server.url, article, reply))
    return [
        Row("CPU of a bare AsyncOpenAI call, reply validated", f"{raw * 1e3:.1f} ms"),
        Row(
            "asking through the engine, reply read / bare call",
            f"{asking / raw:.2f} x",
            "<= 1.30 x",
            asking <= 1.3 * raw,
        ),
        Row(
            "the whole way, verified and summarised / bare call",
            f"{whole / raw:.2f} x",
            "<= 1.30 x",
            whole <= 1.3 * raw,
        ),
    ]


async def _measured(url: str, article: Any, reply: str) -> tuple[float, ...]:
    import openai

    from summarizer.records.draft import DraftRecords

    engine = make_language_model(Settings(model="m", base_url=url, api_key="k"))
    request = build_request(article, load_prompt("extract"), engine.settings)
    bare = openai.AsyncOpenAI(api_key="k", base_url=url, max_retries=0)

    async def raw() -> None:
        done = await bare.chat.completions.create(**request.body())
        DraftRecords.model_validate_json(done.choices[0].message.content or "")

    async def asking() -> None:
        def read(text: str, whole: bool) -> Any:
            return read_reply(article, text, complete=whole)

        await engine.asker.ask(Question(request, read, Deadline(30)))

    async def whole() -> None:
        await asummarize(article, engine)

    ways: tuple[Callable[[], Awaitable[None]], ...] = (raw, asking, whole)
    taken: list[list[float]] = [[], [], []]
    for _ in range(ROUNDS):
        for way, times in zip(ways, taken, strict=True):
            await way()
            begun = time.thread_time()
            for _ in range(CALLS // ROUNDS):
                await way()
            times.append((time.thread_time() - begun) / (CALLS // ROUNDS))
    await engine.aclose()
    await bare.close()
    return tuple(statistics.median(times) for times in taken)


if __name__ == "__main__":
    for row in rows():
        print(f"{row.what}: {row.figure} {row.goal} {'' if row.met is None else 'met' if row.met else 'NOT MET'}")
