"""`summarize replies REQUESTS REPLIES...`: digests from a file of replies, as if a model had been asked live."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.output import opened
from summarizer.cli.printing import complain, tell, visible
from summarizer.cli.progress import Progress
from summarizer.cli.running import exit_code, outcomes
from summarizer.cli.summarize import Format, coded, rendered
from summarizer.errors import ArticleError

if TYPE_CHECKING:
    from summarizer.engines.llm import Limits
    from summarizer.engines.replay_files import FileAsker
    from summarizer.records.article import Article
    from summarizer.records.digest import Digest

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Files = Annotated[list[Path], typer.Argument(metavar="REPLIES...", help="Output files of the batch, of all rounds.")]


@app.command()
def replies(
    requests: Annotated[Path, typer.Argument(metavar="REQUESTS", help="The file that summarize requests wrote.")],
    files: Files,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the result.")] = "text",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, as a whole or not at all.")
    ] = None,
    repairs: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the requests of a second round there.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but failures.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="All quotes, findings and error places.")] = False,
) -> int:
    """Read replies to requests, verify them, and print the digests; nothing is sent."""
    from summarizer.engines.replay_files import FileAsker, read_replies

    rows, faults = read_replies(files)
    for fault in faults:
        complain(fault)
    articles = _articles(requests)
    asker = FileAsker(rows)
    progress = Progress(len(articles), quiet=quiet, verbose=verbose)
    codes: list[int] = []
    with opened(output, [str(requests), *map(str, files)]) as sink:
        reader = _Reader(articles, asker, requests)
        results = coded(outcomes(articles, reader.read, progress, verbose=verbose), codes)
        for part in rendered(results, form, sink, several=len(articles) > 1, verbose=verbose):
            sink.write(part)
    if asker.wanted and not quiet:
        told = f"written to {repairs}" if repairs else "--repairs FILE writes their requests"
        tell(f"summarize: {len(asker.wanted)} articles could be repaired: {told}")
    if repairs:
        reader.write_repairs(repairs)
    return exit_code([*codes, *([ArticleError.exit_code] if faults or not codes else [])])


def _articles(requests: Path) -> dict[str, tuple[Article, Limits]]:
    """The articles of the requests by a name of their own."""
    from summarizer.engines.replay_files import read_articles

    found: dict[str, tuple[Article, Limits]] = {}
    for article, limits in read_articles(requests):
        name = visible(article.source)
        number = 1
        while name in found:
            number += 1
            name = f"{visible(article.source)} ({number})"
        found[name] = (article, limits)
    return found


class _Reader:
    """Reads one article after the other with the replies at hand; remembers which asked for a repair."""

    def __init__(self, articles: dict[str, tuple[Article, Limits]], asker: FileAsker, requests: Path) -> None:
        from summarizer.engines.replay_files import read_settings

        self.articles, self.asker = articles, asker
        self.shape = read_settings(requests)
        self.repairs: list[str] = []

    def read(self, name: str) -> Digest:
        """The digest of one article."""
        from summarizer.engines.replay_files import batch_line, engine_of
        from summarizer.pipeline import asummarize

        article, limits = self.articles[name]
        before = len(self.asker.wanted)
        try:
            return asyncio.run(asummarize(article, engine_of(self.asker, self.shape, limits)))
        finally:
            self.repairs += [batch_line(request, article.source) for request in self.asker.wanted[before:]]

    def write_repairs(self, output: str) -> None:
        """The requests of the second round."""
        with opened(output) as sink:
            for line in self.repairs:
                sink.write(line)
