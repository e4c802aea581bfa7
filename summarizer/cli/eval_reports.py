"""`--report KIND=FILE`: the verdict in other shapes, each written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.cli.output import opened
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.evaluate.gate import Verdict
    from summarizer.evaluate.labels import Label
    from summarizer.evaluate.runs import Run

KINDS = ("markdown", "junit", "html", "json")


def write_reports(wanted: Iterable[str], verdict: Verdict, labels: list[Label], run: Run) -> None:
    """Write each report that was asked for. Raises UsageError for a kind there is not."""
    for each in wanted:
        kind, _, file = each.partition("=")
        if kind not in KINDS or not file:
            raise UsageError(f"--report {each}: write one of {', '.join(KINDS)}, then = and a file")
        text = _rendered(kind, verdict, labels, run)
        with opened(file) as sink:
            sink.write(text)


def _rendered(kind: str, verdict: Verdict, labels: list[Label], run: Run) -> str:
    from summarizer.evaluate.reports import data, html, junit, markdown

    match kind:
        case "markdown":
            return markdown.render(verdict)
        case "junit":
            return junit.render(verdict)
        case "json":
            return data.render(verdict)
        case _:
            return html.render(verdict, html.make_pages(labels, run, verdict.suite))
