"""`summarize batch submit|status|collect`: articles through the provider's batches, at half price and within a day."""

from __future__ import annotations

import json as jsonlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.printing import LogFormat, complain, log, logs_json, safe_json, tell, visible, write
from summarizer.cli.running import PARTIAL
from summarizer.cli.stopping import Stopped
from summarizer.errors import ConfigurationError, ProviderError

if TYPE_CHECKING:
    from summarizer.corpus.batch import Batches
    from summarizer.settings import Settings

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Send a corpus through the provider's batches, and collect what comes back.",
)
StoreFile = Annotated[str, typer.Option("--store", "-s", metavar="FILE", help="What is done, and what came of it.")]
Log = Annotated[LogFormat, typer.Option("--log-format", help="How standard error is written.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but what is wrong.")]


@app.command()
def submit(  # noqa: PLR0913 - an option each
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="As for summarize corpus.")],
    store: StoreFile,
    model: Annotated[str | None, typer.Option("--model", "-m", metavar="NAME", help="Ask this model.")] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="Ask it at this endpoint.")] = None,
    max_articles: Annotated[int | None, typer.Option(metavar="N", min=1, help="Send no more in this call.")] = None,
    max_requests: Annotated[
        int, typer.Option(metavar="N", min=1, max=50_000, help="Most requests of one batch.")
    ] = 50_000,
    max_mb: Annotated[float, typer.Option(metavar="N", min=0.01, max=200, help="Most megabytes of one batch.")] = 200,
    max_bytes: Annotated[int | None, typer.Option(metavar="N", min=1, help="Refuse larger articles (1000000).")] = None,
    log_format: Log = "text",
    quiet: Quiet = False,
) -> int:
    """Send articles. The same command again sends only what has not been sent."""
    from summarizer.cli.corpus_report import no_articles
    from summarizer.corpus.batch_plan import Bounds
    from summarizer.corpus.sources import Sources

    settings = _settings({"model": model, "base_url": base_url, "max_bytes": max_bytes})
    rows = Sources(sources, max_bytes=settings.max_bytes)
    bounds = Bounds(max_requests, int(max_mb * 1_000_000))
    with _run(store, bounds=bounds, create=True) as (act, batches):
        act(batches.submit(settings, rows, most=max_articles))
    if not quiet:
        _say_sent(batches, store)
    if not batches.totals.listed:
        raise no_articles()
    return PARTIAL if batches.totals.failed or batches.totals.kept_failed else 0


@app.command()
def status(
    store: StoreFile,
    json: Annotated[bool, typer.Option("--json", help="As JSON on standard output.")] = False,
    log_format: Log = "text",
) -> int:
    """How the batches stand."""
    from summarizer.cli.batch_view import as_json, lines

    with _run(store) as (act, batches):
        fault: ConfigurationError | ProviderError | None = None
        try:
            act(batches.look())
        except (ConfigurationError, ProviderError) as error:  # what is known can be shown all the same
            fault = error
        if fault := fault or batches.missed:
            complain(fault.message, fault.hint)
        if json:
            write(sys.stdout, safe_json(jsonlib.dumps(as_json(batches), indent=2)) + "\n")
        else:
            for line in lines(batches):
                write(sys.stdout, visible(line) + "\n")
    return fault.exit_code if fault else 0


@app.command()
def collect(
    store: StoreFile,
    wait: Annotated[
        float, typer.Option(metavar="S", min=0, max=200_000, help="Come back for S seconds, until all are done.")
    ] = 0,
    give_up: Annotated[
        str | None, typer.Option(metavar="BATCH", help="Let this batch go; its articles are to do again.")
    ] = None,
    reask: Annotated[
        bool, typer.Option("--reask", help="Let articles go that another version asked about in other words.")
    ] = False,
    log_format: Log = "text",
    quiet: Quiet = False,
) -> int:
    """Take what has come into the store; send repairs, and what got no reply."""
    from summarizer.corpus.batch_waiting import collect_until

    with _run(store, reask=reask) as (act, batches):
        if give_up:
            batches.give_up(give_up)
        left = act(collect_until(batches, wait, told=None if quiet else _say_waiting))
    if not quiet:
        _say_collected(batches, left, store)
    if batches.stale:
        raise ConfigurationError(
            f"{_articles(batches.stale)} asked about by a version with other prompts",
            hint="collect them with that version, or let them be asked again: --reask, then submit",
        )
    if left and wait:
        raise ProviderError(f"{_articles(left)} still waiting after {wait:g} s", hint="run the same command later")
    return PARTIAL if batches.totals.failed or batches.totals.left else 0


Act = Callable[[Coroutine[Any, Any, Any]], Any]


@contextmanager
def _run(store: str, **given: Any) -> Iterator[tuple[Act, Batches]]:
    """Opens the batches of a store on a loop of their own; what goes on is told as for a corpus."""
    from summarizer.cli.batch_view import Told
    from summarizer.cli.loops import event_loop
    from summarizer.corpus.batch import Batches
    from summarizer.corpus.store import Store

    with event_loop() as loop, Store(Path(store), create=given.get("create", False)) as kept:
        batches = Batches(kept, _settings_of, watch=Told(), **given)
        try:
            yield loop.run, batches
        except Stopped as stopped:
            tell(f"summarize: {stopped.cause}; what was sent is remembered: run the same command to go on")
            raise
        finally:
            loop.run(batches.aclose())


def _settings(given: dict[str, Any]) -> Settings:
    """Settings with these values; the rest, and the key, from the environment."""
    from summarizer.settings import Settings

    return Settings.read(os.environ, {name: value for name, value in given.items() if value is not None})


def _settings_of(given: dict[str, Any]) -> Settings:
    """Settings that were kept with articles: these values, not those of the environment, even where they are none."""
    from summarizer.settings import Settings

    return Settings.read(os.environ, given)


def _articles(number: int) -> str:
    return f"{number:,} {'article' if number == 1 else 'articles'}"


def _say_sent(batches: Batches, store: str) -> None:
    totals, sent = batches.totals, batches.sent
    log(
        "batch.submitted", batches=sent.batches, requests=sent.requests, listed=totals.listed, before=totals.before,
        waiting=totals.elsewhere, failed=totals.failed,
    )  # fmt: skip
    if logs_json():
        return
    parts = [_articles(totals.listed), f"{sent.requests:,} requests in {sent.batches:,} batches sent"]
    parts += [f"{totals.elsewhere:,} under way"] if totals.elsewhere else []
    parts += [f"{totals.before:,} done before"] if totals.before else []
    parts += [f"{totals.failed + totals.kept_failed:,} failed"] if totals.failed + totals.kept_failed else []
    tell(f"summarize: {', '.join(parts)}")
    if sent.batches:
        tell(f"summarize: within a day: summarize batch collect --store {store}")


def _say_waiting(left: int, seconds: float) -> None:
    log("batch.waiting", articles=left, seconds=seconds)
    if not logs_json():
        tell(f"summarize: {_articles(left)} waiting; looking again in {seconds:.0f} s")


def _say_collected(batches: Batches, left: int, store: str) -> None:
    totals, sent = batches.totals, batches.sent
    log(
        "batch.collected", done=totals.done, failed=totals.failed, waiting=left, to_do_again=totals.left,
        requests=sent.requests, batches=sent.batches, tokens=totals.tokens, cost_usd=totals.cost_usd,
    )  # fmt: skip
    if logs_json():
        return
    cost = "cost unknown" if totals.cost_usd is None else f"${totals.cost_usd:,.4f}"
    parts = [f"{totals.done:,} done"]
    parts += [f"{totals.failed:,} failed"] if totals.failed else []
    parts += [cost] if totals.requests else []
    parts += [f"{sent.requests:,} further requests sent"] if sent.requests else []
    parts += [f"{left:,} wait"] if left else []
    tell(f"summarize: {', '.join(parts)}")
    if totals.left:
        tell(f"summarize: {_articles(totals.left)} to do again: summarize batch submit SOURCE... --store {store}")
    elif totals.failed:
        tell(f"summarize: see them with: summarize store show {store} --failures")
