"""Start-up: help, version and an offline run, against a bare typer program in the same rounds."""

from __future__ import annotations

import sys
from pathlib import Path

from measure import Row, python, ratio, walls

BARE = """
import sys, typer
app = typer.Typer(add_completion=False)
@app.command()
def main(article: str, json: bool = False, output: str = "", quiet: bool = False) -> None:
    "Summarise an article."
    print(open(article, encoding="utf-8").read()[:100])
sys.argv = ["bare", {argument!r}]
app()
"""
ARTICLE = "seeds/raqqa-offensive/article.txt"


def rows() -> list[Row]:
    """Ratios to the bare program, and the times behind them."""
    program = str(Path(sys.executable).with_name("summarize"))
    found = walls(
        {
            "bare help": python(BARE.format(argument="--help")),
            "bare run": python(BARE.format(argument=ARTICLE)),
            "help": [program, "--help"],
            "version": [program, "--version"],
            "run": [program, ARTICLE],
            "json": [program, "--json", ARTICLE],
            "import": python("import summarizer"),
            "python": python("pass"),
        }
    )
    return [
        ratio("summarize --help / bare typer --help", found["help"] / found["bare help"], 1.15),
        ratio("summarize --version / bare typer --help", found["version"] / found["bare help"], 1.15),
        ratio("summarize ARTICLE, offline / bare typer run", found["run"] / found["bare run"], 2.0),
        ratio("summarize --json ARTICLE, offline / bare typer run", found["json"] / found["bare run"], 2.0),
        Row("import summarizer, over python -c pass", f"{found['import'] - found['python']:.0f} ms"),
        Row("wall ms: " + ", ".join(found), ", ".join(f"{value:.0f}" for value in found.values())),
    ]


if __name__ == "__main__":
    print(*rows(), sep="\n")
