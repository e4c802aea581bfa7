"""`summarize corpus SOURCE... --store FILE`: many articles, none lost, none paid for twice."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.printing import LogFormat, write
from summarizer.cli.summarize import EngineChoice
from summarizer.cli.traced import traced
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.corpus.running import Order
    from summarizer.settings import Settings

_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def corpus(  # noqa: PLR0913 - an option each
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Files, folders, quoted patterns, JSONL; -: JSONL from standard input."
        ),
    ],
    store: Annotated[str, typer.Option("--store", "-s", metavar="FILE", help="What is done, and what came of it.")],
    engine: Annotated[EngineChoice | None, typer.Option("--engine", "-e", help="What reads the articles.")] = None,
    model: Annotated[str | None, typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="Ask this model.")] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="Ask it at this endpoint.")] = None,
    timeout: Annotated[float | None, typer.Option(metavar="S", help="Seconds an article may take (180).")] = None,
    concurrency: Annotated[
        int | None, typer.Option("--concurrency", "-c", metavar="N", min=1, max=1000, help="Most requests at once (8).")
    ] = None,
    rpm: Annotated[int | None, typer.Option(metavar="N", min=1, help="Most requests a minute.")] = None,
    tpm: Annotated[int | None, typer.Option(metavar="N", min=1, help="Most tokens sent a minute.")] = None,
    max_cost: Annotated[float | None, typer.Option(metavar="USD", help="Spend no more in this run.")] = None,
    max_tokens: Annotated[int | None, typer.Option(metavar="N", help="Use no more in this run.")] = None,
    patience: Annotated[
        float | None, typer.Option(metavar="S", min=0, help="Seconds an endpoint may be out (3600).")
    ] = None,
    max_articles: Annotated[int | None, typer.Option(metavar="N", min=1, help="Begin no more in this run.")] = None,
    shard: Annotated[str | None, typer.Option(metavar="I/N", help="Only the I-th of N parts, by content.")] = None,
    max_bytes: Annotated[int | None, typer.Option(metavar="N", min=1, help="Refuse larger articles (1000000).")] = None,
    json: Annotated[bool, typer.Option("--json", help="The closing table as JSON on standard output.")] = False,
    otel: Annotated[bool, typer.Option("--otel", help="Send traces and metrics to OpenTelemetry.")] = False,
    log_format: Annotated[LogFormat, typer.Option("--log-format", help="How standard error is written.")] = "text",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors.")] = False,
) -> int:
    """Read many articles into a store. The same command again does only what is missing."""
    from summarizer.cli.corpus_report import closing, closing_json, code_of, no_articles
    from summarizer.cli.corpus_watch import watching
    from summarizer.corpus.plan import Totals
    from summarizer.corpus.running import run
    from summarizer.corpus.sources import Sources

    settings = _settings(
        engine=engine, model=model, base_url=base_url, timeout=timeout, max_cost=max_cost, max_tokens=max_tokens,
        max_bytes=max_bytes, telemetry="otel" if otel else None,
    )  # fmt: skip
    order = _order(store, settings, concurrency, rpm, tpm, max_articles, shard, patience)
    rows = Sources(sources, max_bytes=settings.max_bytes)
    totals, signal = Totals(), None
    try:
        with traced(settings), watching(rows, quiet=quiet, log=log_format) as watch:
            signal = run(order, rows, watch, totals)
    finally:
        if json:
            write(sys.stdout, closing_json(totals, signal, store))
        if not quiet and totals.listed and (log_format == "json" or not json):
            closing(totals, signal, store, rows.passed_over, watch.total)
    if not totals.listed and signal is None and order.shard is None:
        raise no_articles()
    return code_of(totals, signal)


def _settings(**given: object) -> Settings:
    """Settings from the environment and the options; what an option says wins."""
    from summarizer.settings import Settings

    return Settings.read(os.environ, {name: value for name, value in given.items() if value is not None})


def _order(
    store: str,
    settings: Settings,
    concurrency: int | None,
    rpm: int | None,
    tpm: int | None,
    max_articles: int | None,
    shard: str | None,
    patience: float | None,
) -> Order:
    from summarizer.corpus.plan import PATIENCE
    from summarizer.corpus.running import Order

    return Order(
        store=Path(store),
        settings=settings,
        concurrency=concurrency,
        per_minute=rpm,
        tokens_per_minute=tpm,
        max_articles=max_articles,
        shard=_part(shard) if shard else None,
        patience=PATIENCE if patience is None else patience,
    )


def _part(text: str) -> tuple[int, int]:
    found = _SHARD.fullmatch(text)
    part = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= part[0] <= part[1]:
        raise UsageError(f"--shard {text}: not a part I/N", hint="give --shard 1/4, 2/4, 3/4 and 4/4, for example")
    return part
