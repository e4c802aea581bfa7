"""Two runs over the same articles, side by side: what differs, which facts flipped, and what each cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.evaluate.cells import total
from summarizer.evaluate.gate import FactChange
from summarizer.evaluate.labels import Label
from summarizer.evaluate.metrics import GATED
from summarizer.evaluate.reports.figures import number
from summarizer.evaluate.reports.terminal import spread
from summarizer.evaluate.runs import Run, score_run
from summarizer.evaluate.scoring import ArticleScore
from summarizer.evaluate.uncertainty import FEW, Interval, paired_interval

_SHOWN = (
    *GATED[:2],
    "casualties.strict",
    "casualties.bound_kept",
    "casualties.side",
    "casualties.speaker",
    "casualties.scope",
    "events.found",
    "events.type",
    "events.status",
    "claims.found",
    "claims.stance",
    "claims.first_speaker",
    "evidence.grounded",
    "invented.forbidden",
    "invented.unaligned",
)


@dataclass(frozen=True)
class Difference:
    """One figure in both runs, and the paired interval of B minus A."""

    name: str
    first: float | None
    second: float | None
    interval: Interval | None


@dataclass(frozen=True)
class Cost:
    """What a run cost. `cost_usd` is None where a price is unknown; seconds are the median and the 95th percentile."""

    requests: int
    retries: int
    repairs: int
    tokens: int
    cost_usd: float | None
    seconds_half: float
    seconds_most: float


@dataclass(frozen=True)
class Comparison:
    """The paired table. `n` articles in common; `left_out` were scored in one run only."""

    names: tuple[str, str]
    n: int
    left_out: tuple[str, ...]
    differences: tuple[Difference, ...]
    gained: tuple[FactChange, ...]
    lost: tuple[FactChange, ...]
    costs: tuple[Cost, Cost]


def compare_runs(first: Run, second: Run, labels: Sequence[Label]) -> Comparison:
    """Score both runs with today's scorer and labels, and compare the articles that both have."""
    one = {a.name: a for a in score_run(first, labels).articles}
    two = {a.name: a for a in score_run(second, labels).articles}
    common = [(one[name], two[name]) for name in one if name in two]
    changes = [c for a, b in common for c in _flips(a, b)]
    return Comparison(
        (first.name, second.name),
        len(common),
        tuple(sorted(one.keys() ^ two.keys())),
        tuple(_difference(name, common) for name in _SHOWN),
        tuple(c for c in changes if c.new is None),
        tuple(c for c in changes if c.old is None),
        (cost(first), cost(second)),
    )


def cost(run: Run) -> Cost:
    """Requests, tokens, money and seconds of a run."""
    spent = [d.provenance for d in run.digests]
    prices = [p.cost_usd for p in spent]
    seconds = sorted(p.seconds for p in spent) or [0.0]
    return Cost(
        sum(p.requests for p in spent),
        sum(p.retries for p in spent),
        sum(p.repairs for p in spent),
        sum(p.tokens.input + p.tokens.output for p in spent),
        sum(p for p in prices if p is not None) if None not in prices else None,
        median(seconds),
        seconds[round(0.95 * (len(seconds) - 1))],
    )


def _difference(name: str, common: Sequence[tuple[ArticleScore, ArticleScore]]) -> Difference:
    one, two = [a.cells for a, _ in common], [b.cells for _, b in common]
    values = [(cells[name].value if name in cells else None) for cells in (total(one), total(two))]
    return Difference(name, values[0], values[1], paired_interval(two, one, name) if common else None)


def _flips(first: ArticleScore, second: ArticleScore) -> Iterator[FactChange]:
    """Facts right in every repeat of one run and in none of the other."""
    for fact, was in first.facts.items():
        now = second.facts.get(fact, ())
        if None not in was and set(now) == {None}:
            yield FactChange(first.name, fact, str(was[0]), None)
        elif set(was) == {None} and now and None not in now:
            yield FactChange(first.name, fact, None, str(now[0]))


def lines(result: Comparison) -> Iterator[str]:
    """The comparison for a terminal. A star marks an interval that excludes 0."""
    a, b = result.names
    few = " (too few for intervals to say much)" if result.n < FEW else ""
    yield f"A = {a}, B = {b}, {result.n} articles in common{few}"
    if result.left_out:
        yield f"left out, scored in one run only: {', '.join(result.left_out)}"
    yield f"{'':26} {'A':>7} {'B':>7} {'B - A':>7}  95 % of the difference"
    yield from map(_difference_line, result.differences)
    yield from (f"{name}: {cost_line(c)}" for name, c in zip("AB", result.costs, strict=True))
    for title, changes in (("right in B only", result.gained), ("right in A only", result.lost)):
        yield f"{title}: {len(changes)}"
        yield from (f"  {c.article} {c.fact}: {c.old or 'right'} -> {c.new or 'right'}" for c in changes)


def _difference_line(d: Difference) -> str:
    delta = "-" if d.first is None or d.second is None else f"{d.second - d.first:+.3f}"
    star = " *" if d.interval and not d.interval.low <= 0 <= d.interval.high else ""
    values = f"{number(d.first):>7} {number(d.second):>7} {delta:>7}"
    return f"{d.name:26} {values}  {spread(d.interval, signed=True)}{star}"


def cost_line(c: Cost) -> str:
    """What a run cost, on one line."""
    money = f"{c.cost_usd:.4f} USD" if c.cost_usd is not None else "unknown" if c.requests else "none"
    return (
        f"{c.requests} requests, {c.retries} retries, {c.repairs} repairs, {c.tokens} tokens, cost {money},"
        f" seconds per article {c.seconds_half:.2f} (95 %: {c.seconds_most:.2f})"
    )
