"""`summarize ARTICLE...`: the command that needs no name."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from summarizer.cli.commands import COMMANDS
from summarizer.cli.output import Sink, opened
from summarizer.cli.printing import tell, visible, write
from summarizer.cli.progress import Progress
from summarizer.cli.running import exit_code, outcomes
from summarizer.cli.stopping import Stopped
from summarizer.cli.traced import traced
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.records.article import Article
    from summarizer.records.digest import Digest, Outcome
    from summarizer.settings import Settings

Format = Literal["text", "json", "jsonl"]
EngineChoice = Literal["auto", "offline", "llm", "replay"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Known(NamedTuple):
    """What the caller knows about the articles."""

    published: date | None
    outlet: str | None
    title: str | None


def _version(wanted: bool) -> None:
    if wanted:
        from summarizer import __version__

        write(sys.stdout, f"summarize {__version__}\n")
        raise typer.Exit


def _day(text: str | None) -> str | None:
    if text is not None:
        try:
            if not _DAY.fullmatch(text):
                raise ValueError
            date.fromisoformat(text)
        except ValueError:
            raise typer.BadParameter("give a day as YYYY-MM-DD, such as 2016-06-04") from None
    return text


@app.command(
    epilog="The first word may be a command instead (each has its own --help): "
    + "; ".join(f"{name}: {command.does}" for name, command in COMMANDS.items())
    + ". An article of that name is given as ./NAME or after --. Exit codes: docs/cli.md."
)
def summarize(  # noqa: PLR0913 - an option each
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Text or HTML files; - is standard input.", show_default=False),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the result.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, as a whole or not at all."),
    ] = None,
    engine: Annotated[
        EngineChoice | None,
        typer.Option("--engine", "-e", help="What reads the articles (default: SUMMARIZER_ENGINE, else auto)."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="Ask this model (docs/llm.md).")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Ask it at this OpenAI-compatible endpoint.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(metavar="S", help="Seconds an article may take (180).")] = None,
    max_cost: Annotated[float | None, typer.Option(metavar="USD", help="Spend no more in this run.")] = None,
    max_tokens: Annotated[int | None, typer.Option(metavar="N", help="Use no more in this run.")] = None,
    otel: Annotated[bool, typer.Option("--otel", help="Send traces and metrics to OpenTelemetry.")] = False,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Publication day, if known; never guessed.", callback=_day),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published, if known.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Headline, if not in the text.")] = None,
    max_bytes: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Refuse larger inputs (default: SUMMARIZER_MAX_BYTES, else 1000000)."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but failures.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="All quotes, findings and error places.")] = False,
    _: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> int:
    """Turn news articles into checked events, casualties, claims and a summary."""
    sources = _sources(articles or [], quiet=quiet)
    several = len(sources) > 1
    if title is not None and several:
        raise UsageError("--title is the headline of one article, and several are given")
    if json and form == "jsonl":
        raise UsageError("--json and --format jsonl contradict each other")
    progress = Progress(len(sources), quiet=quiet, verbose=verbose)
    known = Known(date.fromisoformat(published) if published else None, outlet, title)
    settings = _settings(
        engine=engine, max_bytes=max_bytes, model=model, base_url=base_url, timeout=timeout, max_cost=max_cost,
        max_tokens=max_tokens, telemetry="otel" if otel else None,
    )  # fmt: skip
    with opened(output, sources) as sink, _reader(settings, known, quiet=quiet) as read, _told(progress, output):
        codes: list[int] = []
        results = coded(outcomes(sources, read, progress, verbose=verbose), codes)
        for part in rendered(results, "json" if json else form, sink, several=several, verbose=verbose):
            sink.write(part)
    return exit_code(codes)


def _sources(articles: list[str], *, quiet: bool) -> list[str]:
    """The articles to read. Raises UsageError where there is none, rather than wait at a terminal for one."""
    typed = sys.stdin is not None and sys.stdin.isatty()
    if not articles and (typed or sys.stdin is None):
        raise UsageError("no article given", hint="to read a file: summarize FILE; to read standard input: summarize -")
    sources = articles or ["-"]
    if sources.count("-") > 1:
        raise UsageError("- is given twice, and standard input can be read once")
    if "-" in sources and typed and not quiet:
        tell("summarize: reading standard input; end it with Ctrl-D on a line of its own")
    return sources


def _settings(**given: object) -> Settings:
    """Settings from the environment and the options; what an option says wins."""
    from summarizer.settings import Settings

    return Settings.read(os.environ, {name: value for name, value in given.items() if value is not None})


@contextmanager
def _reader(settings: Settings, known: Known, *, quiet: bool = False) -> Iterator[Callable[[str], Digest]]:
    """What turns a source into a digest; one engine and at most one event loop for all of them."""
    from summarizer.articles import load_article
    from summarizer.cli.loops import loop_for
    from summarizer.engines import close, make_engine
    from summarizer.pipeline import asummarize

    engine = make_engine(settings)
    read_article: Callable[[Article], Coroutine[None, None, Digest]] = partial(asummarize, engine=engine)
    if settings.telemetry:
        from summarizer import telemetry

        read_article = partial(telemetry.asummarize, engine=telemetry.TracedEngine(engine, settings))
    if not quiet:
        _say_which(settings)

    def read(source: str) -> Digest:
        article = load_article(source, **known._asdict(), max_bytes=settings.max_bytes)
        if any("\ud800" <= char <= "\udfff" for char in article.source):  # a file name that no JSON can hold
            article = article.model_copy(update={"source": visible(article.source)})
        return loop.run(read_article(article))

    with traced(settings), loop_for(settings) as loop:
        try:
            yield read
        finally:
            loop.run(close(engine))


def _say_which(settings: Settings) -> None:
    """Where a model is named and the engine is not: which of the two it came to."""
    from summarizer.engines import chosen

    if settings.model and settings.engine == "auto":
        missing = f"offline, as {settings.key_variable} is not set for {settings.model}"
        tell(f"summarize: --engine auto is {settings.model if chosen(settings) == 'llm' else missing}")


def coded(results: Iterable[Outcome], codes: list[int]) -> Iterator[Outcome]:
    """The outcomes, while their exit codes are noted."""
    for outcome in results:
        codes.append(getattr(outcome, "exit_code", 0))
        yield outcome


def rendered(results: Iterable[Outcome], form: Format, sink: Sink, *, several: bool, verbose: bool) -> Iterator[str]:
    """The outcomes in one of the formats, piece by piece."""
    from summarizer.cli import formats
    from summarizer.cli.view.page import page_for

    match form:
        case "jsonl":
            return formats.as_jsonl(results, sink.encoding)
        case "json":
            return formats.as_json(results, sink.encoding, several=several)
        case "text":
            page = page_for(sink.terminal, sink.encoding)
            return formats.as_text(results, page, several=several, verbose=verbose)


@contextmanager
def _told(progress: Progress, output: str | None) -> Iterator[None]:
    """When a signal ends the run, say how far it got."""
    try:
        yield
    except Stopped as stopped:
        progress.clear()
        file = f"; {output} is left as it was" if output not in {None, "-"} else ""
        tell(f"summarize: {stopped.cause}: {progress.done} of {progress.total} articles done{file}")
        raise
