"""`summarize requests ARTICLE...`: the exact requests to a model, as a file for a batch."""

from __future__ import annotations

import asyncio
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.output import opened
from summarizer.cli.printing import complain, tell
from summarizer.cli.running import exit_code
from summarizer.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from summarizer.engines.exchange import ModelRequest, ModelSettings
    from summarizer.engines.llm import Limits
    from summarizer.records.article import Article

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def requests(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Text or HTML files.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The requests; FILE.articles beside it.")
    ],
    model: Annotated[str | None, typer.Option("--model", "-m", metavar="NAME", help="Who is to be asked.")] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication day, if known.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published, if known.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but failures.")] = False,
) -> int:
    """Write the requests for articles in the Batch API format; nothing is sent."""
    from summarizer.articles import load_article
    from summarizer.engines.replay_files import article_line, articles_beside, batch_line, shape_of
    from summarizer.settings import Settings

    if output == "-":
        raise UsageError("the requests need a file, as the articles go beside it", hint="give -o FILE")
    settings = Settings.read(os.environ, {"model": model} if model else {})
    shape, limits = shape_of(settings)
    codes: list[int] = []
    written: set[str] = set()
    with (
        opened(output, articles, keep=False) as sink,
        opened(str(articles_beside(Path(output))), articles, keep=False) as beside,
    ):
        for source in articles:
            try:
                day = date.fromisoformat(published) if published else None
                article = load_article(source, published=day, outlet=outlet, max_bytes=settings.max_bytes)
            except ArticleError as error:
                complain(error.message, error.hint)
                codes.append(error.exit_code)
                continue
            codes.append(0)
            beside.write(article_line(article, limits))
            for request in _requests(article, shape, limits):
                if request.key not in written:  # the same text twice is asked for once
                    sink.write(batch_line(request, source))
                    written.add(request.key)
    if not quiet:
        tell(f"summarize: {len(written)} requests in {output}, articles beside it")
    return exit_code(codes)


def _requests(article: Article, shape: ModelSettings, limits: Limits) -> list[ModelRequest]:
    from summarizer.engines.replay_files import Collector, engine_of

    collector = Collector()
    asyncio.run(engine_of(collector, shape, limits).draft(article))
    return collector.requests
