"""The verdict for a terminal: verdict line, gated figures, changed facts, worst articles, wrong records."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.evaluate.gate import FactChange, MetricLine, Outcome, Verdict
from summarizer.evaluate.reports.figures import figures, number, per_article, wrong_records
from summarizer.evaluate.uncertainty import Interval

_WORST = 10
_REASONS = 3
"""So many stand in the headline; a run in which every article fails has hundreds, each on a line of its own."""
_WORDS = {Outcome.PASSED: "PASS", Outcome.FAILED: "FAIL", Outcome.NOT_COMPARABLE: "NOT COMPARABLE"}


def headline(verdict: Verdict) -> str:
    """The verdict on one line, with its first reasons."""
    suite = verdict.suite
    n = len(suite.articles)
    count = f"{n} article{'s' * (n != 1)}"
    if suite.failures:
        count += f", {len(suite.failures)} failed"
    told, more = verdict.reasons[:_REASONS], len(verdict.reasons) - _REASONS
    reasons = f": {'; '.join(told)}" if told else ""
    reasons += f"; and {more} more" if more > 0 else ""
    return f"{_WORDS[verdict.outcome]} {verdict.engine} ({count}){reasons}"


def further_reasons(verdict: Verdict) -> tuple[str, ...]:
    """The reasons that the headline has no room for."""
    return verdict.reasons[_REASONS:]


def render(verdict: Verdict, *, everything: bool = False, wrong: bool = True) -> Iterator[str]:
    """The report, line by line. `everything` adds all figures; `wrong` lists every wrong record."""
    yield headline(verdict)
    yield from (f"also: {reason}" for reason in further_reasons(verdict))
    yield from (f"note: {remark}" for remark in verdict.remarks)
    yield ""
    yield from gated(verdict)
    yield from _changes("newly failed", verdict.broken)
    yield from _changes("newly right", verdict.mended)
    yield ""
    yield "worst articles"
    yield from list(per_article(verdict.suite))[:_WORST]
    if everything:
        yield ""
        yield from figures(verdict.suite)
    if wrong:
        yield ""
        yield "wrong records: article class gold | predicted | quote"
        for article in verdict.suite.articles:
            yield from wrong_records(article)


def gated(verdict: Verdict) -> Iterator[str]:
    """The gated figures with baseline, difference, interval and n."""
    few = "  (too few articles for intervals to say much)" if verdict.few else ""
    yield f"{'gated':20} {'value':>7} {'95 %':>15} {'baseline':>9} {'delta':>7} {'95 % of delta':>17}    n{few}"
    yield from (metric(line) for line in verdict.lines)


def metric(line: MetricLine) -> str:
    """One gated figure."""
    delta = "-" if line.delta is None else f"{line.delta:+.3f}"
    floor = f"  floor {line.floor:.2f}" if line.floor is not None else ""
    return (
        f"{line.name:20} {number(line.value):>7} {spread(line.interval):>15} {number(line.baseline):>9} {delta:>7}"
        f" {spread(line.difference, signed=True):>17} {line.n:4}{floor}"
    )


def spread(interval: Interval | None, *, signed: bool = False) -> str:
    """An interval in brackets."""
    if interval is None:
        return "-"
    low, high = (f"{v:+.3f}" if signed else f"{v:.3f}" for v in interval)
    return f"[{low}, {high}]"


def _changes(title: str, changes: tuple[FactChange, ...]) -> Iterator[str]:
    if changes:
        yield ""
        yield title
        yield from (f"  {c.article} {c.fact}: {c.old or 'right'} -> {c.new or 'right'}" for c in changes)
