"""What a request weighs: tokens of the first one, and how much of it is the same for every article.

Tokens are counted with tiktoken's o200k where it and its table are at hand, else estimated as four characters each, and
the table says which.
"""

from __future__ import annotations

from collections.abc import Callable

from measure import ROOT, Row

from summarizer.articles import load_article
from summarizer.engines.exchange import ModelSettings
from summarizer.engines.exchange_schema import wire_schema
from summarizer.engines.llm import request_for
from summarizer.prompting import compact

SEED = "raqqa-offensive"


def _counter() -> tuple[str, Callable[[str], int]]:
    try:
        import tiktoken

        encoding = tiktoken.get_encoding("o200k_base")
        return "o200k", lambda text: len(encoding.encode(text, disallowed_special=()))
    except Exception:
        return "estimated, 4 characters each", lambda text: round(len(text) / 4)


def rows() -> list[Row]:
    """The figures."""
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


if __name__ == "__main__":
    for row in rows():
        print(f"{row.what}: {row.figure} {row.goal} {'' if row.met is None else 'met' if row.met else 'NOT MET'}")
