"""`summarize schema`: the contract of the output."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from summarizer.cli.output import opened
from summarizer.cli.printing import safe_json

Kind = Literal["digest", "failure"]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def schema_text(kind: Kind = "digest") -> str:
    """The JSON Schema (draft 2020-12) of what `--json` prints for one article: ASCII, two spaces, a line feed last."""
    from summarizer.records.digest import Digest, Failure

    model = Digest if kind == "digest" else Failure
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=2, sort_keys=False) + "\n"


@app.command()
def schema(
    kind: Annotated[Kind, typer.Argument(metavar="digest|failure", help="Of which object.")] = "digest",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, as a whole or not at all.")
    ] = None,
) -> None:
    """Print the JSON Schema of the output: of a digest, or of the failure that stands in its place."""
    with opened(output) as sink:
        sink.write(safe_json(schema_text(kind)))
