"""The commands that have a word of their own. A new one is one line here and one file with an `app`."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command: the module whose `app` (a typer app) it is, and what it does in half a line."""

    module: str
    does: str


COMMANDS = {
    "corpus": Command("summarizer.cli.corpus", "read thousands of articles into a store"),
    "batch": Command("summarizer.cli.batch", "the same through the provider's batches, at half price"),
    "store": Command("summarizer.cli.store", "show, export and tidy such a store"),
    "eval": Command("summarizer.cli.eval", "score on hand-labelled articles, and gate a change"),
    "requests": Command("summarizer.cli.requests", "write the requests to a model to a file"),
    "replies": Command("summarizer.cli.replies", "read a file of replies to them"),
    "schema": Command("summarizer.cli.schema", "print the JSON Schema of the output"),
}

DEFAULT = "summarizer.cli.summarize"
"""What runs when the first word is not a command: the words are articles."""
