"""The verdict as Markdown for the summary of a CI job. Model text is escaped; the whole stays below 900 KiB."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.evaluate.gate import Verdict
from summarizer.evaluate.reports.figures import number, per_article
from summarizer.evaluate.reports.safe import one_line
from summarizer.evaluate.reports.terminal import further_reasons, headline, spread
from summarizer.evaluate.scoring import ArticleScore

LIMIT = 900 * 1024
_CUT = "\n\nCut here: the whole report is in the job's artifact.\n"
_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~@:])")


def render(verdict: Verdict) -> str:
    """The job summary, in bytes of UTF-8 never more than LIMIT."""
    parts: list[str] = []
    size = len(_CUT.encode())
    for part in _parts(verdict):
        size += len(part.encode()) + 1
        if size > LIMIT:
            return "\n".join(parts) + _CUT
        parts.append(part)
    return "\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown and HTML leave as it is."""
    return _ACTIVE.sub(r"\\\1", one_line(text)).replace("\\&", "&amp;").replace("\\<", "&lt;")


def _parts(verdict: Verdict) -> Iterator[str]:
    yield f"## {escaped(headline(verdict))}\n"
    yield from (f"- {escaped(remark)}" for remark in (*further_reasons(verdict), *verdict.remarks))
    yield "\n| gated | value | 95 % | baseline | delta | 95 % of delta | n |\n|---|--:|---|--:|--:|---|--:|"
    for line in verdict.lines:
        delta = "-" if line.delta is None else f"{line.delta:+.3f}"
        yield (
            f"| {line.name} | {number(line.value)} | {spread(line.interval)} | {number(line.baseline)} | {delta}"
            f" | {spread(line.difference, signed=True)} | {line.n} |"
        )
    if verdict.few:
        yield "\nToo few articles for the intervals to say much."
    for title, changes in (("Newly failed", verdict.broken), ("Newly right", verdict.mended)):
        if changes:
            yield f"\n### {title}\n"
            yield from (
                f"- {escaped(c.article)} {escaped(c.fact)}: {escaped(c.old or 'right')} → {escaped(c.new or 'right')}"
                for c in changes
            )
    yield "\n### Articles, worst first\n"
    yield from (f"- {escaped(line)}" for line in per_article(verdict.suite))
    for article in verdict.suite.articles:
        yield from _article(article)


def _article(article: ArticleScore) -> Iterator[str]:
    if not article.faults:
        return
    yield f"\n<details><summary>{escaped(article.name)}: {len(article.faults)} wrong records</summary>\n"
    yield "| class | gold | predicted | quote |\n|---|---|---|---|"
    for f in article.faults:
        yield f"| {escaped(f.wrong)} | {escaped(f.gold)} | {escaped(f.said)} | {escaped(f.quote[:300])} |"
    yield "\n</details>"
