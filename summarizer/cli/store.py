"""`summarize store show|export|retry|vacuum FILE`: what a corpus run has kept."""

from __future__ import annotations

import json as jsonlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.output import opened
from summarizer.cli.printing import safe_json, tell, visible, write
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.corpus.store import Store

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Show, export and tidy the store of a corpus.",
)
StoreFile = Annotated[str, typer.Argument(metavar="STORE", help="The file given to summarize corpus as --store.")]
Form = Literal["json", "jsonl", "csv"]


@app.command()
def show(
    store: StoreFile,
    failures: Annotated[bool, typer.Option("--failures", help="Each article that failed, and why.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """How the articles stand, what they cost, and what failed."""
    from summarizer.cli.store_view import as_json, failure_lines, lines

    with _opened(store) as kept:
        if json:
            write(sys.stdout, safe_json(jsonlib.dumps(as_json(kept, failures=failures), indent=2)) + "\n")
        else:
            for line in failure_lines(kept) if failures else lines(kept):
                write(sys.stdout, visible(line) + "\n")
    return 0


@app.command()
def export(
    store: StoreFile,
    output: Annotated[str, typer.Option("--output", "-o", metavar="PATH", help="A file; a folder for csv.")] = "-",
    form: Annotated[Form, typer.Option("--format", "-f", help="csv: a file for each kind of record.")] = "jsonl",
) -> int:
    """Write all outcomes, ordered by article."""
    from summarizer.corpus import export as exports

    with _opened(store) as kept:
        if form == "csv":
            if output == "-":
                raise UsageError("csv is one file for each kind of record", hint="give -o FOLDER")
            written = exports.as_csv(kept, Path(output), opened)
            tell(f"summarize: {', '.join(written)} in {output}")
            return 0
        with opened(output, [store]) as sink:
            for part in exports.as_json(kept) if form == "json" else exports.as_jsonl(kept):
                sink.write(safe_json(part))
    return 0


@app.command()
def retry(
    store: StoreFile,
    reason: Annotated[str | None, typer.Option(metavar="NAME", help="Only those that failed for this reason.")] = None,
) -> int:
    """Make failed articles to do again; the next run of summarize corpus does them."""
    from summarizer.corpus.looking import retry as again

    with _opened(store) as kept:
        number = again(kept, reason)
    tell(
        f"summarize: {number:,} {'article' if number == 1 else 'articles'} to do again; run summarize corpus as before"
    )
    return 0


@app.command()
def vacuum(store: StoreFile) -> int:
    """Drop outcomes that belong to no article any more, and give the space back."""
    from summarizer.corpus.looking import vacuum as tidy

    with _opened(store) as kept:
        number = tidy(kept)
    tell(f"summarize: {number:,} {'outcome' if number == 1 else 'outcomes'} dropped")
    return 0


def _opened(store: str) -> Store:
    from summarizer.corpus.store import Store

    return Store(Path(store), create=False)
