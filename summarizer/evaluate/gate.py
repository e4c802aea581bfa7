"""Does this run pass? One verdict, from which every report and the exit status are made.

A deterministic engine (offline, replayed) is judged fact by fact against the baseline. A live model varies, so it is
judged by paired intervals, and by articles that always passed and now always fail. Floors hold for both. What cannot
be compared is neither pass nor failure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from summarizer.errors import UsageError
from summarizer.evaluate.baseline import PASS, Baseline, BaselineArticle
from summarizer.evaluate.cells import Cell, Cells, total
from summarizer.evaluate.metrics import GATED
from summarizer.evaluate.scoring import ArticleScore, SuiteScore
from summarizer.evaluate.uncertainty import DRAWS, FEW, SEED, Interval, interval, paired_interval
from summarizer.records.base import Record


class Outcome(IntEnum):
    """How a run ends; the value is the exit status. 2 is a call or a label that makes no sense."""

    PASSED = 0
    FAILED = 1
    NOT_COMPARABLE = 3


class Mode(StrEnum):
    """Whether two runs over the same articles may differ by chance."""

    DETERMINISTIC = "deterministic"
    LIVE = "live"


class Gates(Record):
    """The thresholds of `evals/gates.toml`."""

    metrics: tuple[str, ...] = Field(default=GATED, max_length=5)
    tolerance: float = Field(default=0.02, ge=0)
    draws: int = Field(default=DRAWS, ge=100)
    seed: int = SEED
    floors: dict[str, float] = Field(default_factory=lambda: {"evidence.grounded": 1.0})


@dataclass(frozen=True)
class MetricLine:
    """One gated figure: its value and interval, and the paired difference to the baseline, where there is one."""

    name: str
    value: float | None
    interval: Interval | None
    n: int
    baseline: float | None = None
    difference: Interval | None = None
    floor: float | None = None

    @property
    def delta(self) -> float | None:
        """New minus old."""
        return None if self.value is None or self.baseline is None else self.value - self.baseline


@dataclass(frozen=True)
class FactChange:
    """A fact whose fate differs from the baseline's: its old and new error class, None for right."""

    article: str
    fact: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Verdict:
    """The outcome with its reasons, figures and changed facts, over the scores it judged."""

    outcome: Outcome
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]
    lines: tuple[MetricLine, ...]
    broken: tuple[FactChange, ...]
    mended: tuple[FactChange, ...]
    suite: SuiteScore
    engine: str
    mode: Mode

    @property
    def few(self) -> bool:
        """Too few articles for the intervals to say much."""
        return len(self.suite.reviewed) < FEW


def load_gates(path: Path | None) -> Gates:
    """The thresholds in this file, the built-in ones without a file. Raises UsageError that names what is wrong."""
    if path is None:
        return Gates()
    try:
        return Gates.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageError(f"{path}: {str(error).splitlines()[0]}") from error


def judge(
    suite: SuiteScore,
    baseline: Baseline | None,
    gates: Gates,
    *,
    engine: str,
    mode: Mode = Mode.DETERMINISTIC,
) -> Verdict:
    """Judge a scored run. Articles whose label is not reviewed take no part."""
    common = _common(suite, baseline)
    lines = tuple(_line(name, suite, common, gates) for name in _watched(gates))
    broken, mended = _changes(common)
    failures = [*_floors(lines), *_forbidden(common)]
    if mode is Mode.DETERMINISTIC:
        failures += [f"{len(broken)} facts newly fail"] if broken else []
    else:
        failures += [*_below(lines, gates), *_lost_articles(common)]
    gaps, remarks = _gaps(suite, baseline, common)
    if suite.failures:
        outcome = Outcome.NOT_COMPARABLE
    elif failures:
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.NOT_COMPARABLE if gaps else Outcome.PASSED
    return Verdict(outcome, (*failures, *gaps), remarks, lines, broken, mended, suite, engine, mode)


Common = Sequence[tuple[ArticleScore, BaselineArticle]]


def _common(suite: SuiteScore, baseline: Baseline | None) -> Common:
    """The articles on both sides, under the same label and text."""
    old = baseline.articles if baseline else {}
    pairs = ((a, old.get(a.name)) for a in suite.reviewed)
    return [(a, b) for a, b in pairs if b and b.label_sha256 == a.label_sha256]


def _watched(gates: Gates) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*gates.metrics, *gates.floors)))


def _line(name: str, suite: SuiteScore, common: Common, gates: Gates) -> MetricLine:
    new = [a.cells for a in suite.reviewed]
    mine, theirs = [a.cells for a, _ in common], [b.as_cells() for _, b in common]
    value = suite.gating_cells.get(name)
    old = sum_of(theirs, name)
    return MetricLine(
        name,
        value.value if value else None,
        interval(new, name, draws=gates.draws, seed=gates.seed),
        len(new),
        old,
        paired_interval(mine, theirs, name, draws=gates.draws, seed=gates.seed) if common else None,
        gates.floors.get(name),
    )


def sum_of(articles: Sequence[Cells], name: str) -> float | None:
    """The micro figure over articles."""
    return total(articles).get(name, Cell()).value


def _changes(common: Common) -> tuple[tuple[FactChange, ...], tuple[FactChange, ...]]:
    """Facts that passed in every repeat and now fail in every one, and the reverse."""
    broken, mended = [], []
    for article, old in common:
        for fact, fates in old.facts.items():
            new = article.facts.get(fact, ())
            was, now = all(f == PASS for f in fates), all(f is None for f in new)
            if was and new and None not in new:
                broken.append(FactChange(article.name, fact, None, str(new[0])))
            elif now and PASS not in fates:
                mended.append(FactChange(article.name, fact, fates[0], None))
    return tuple(broken), tuple(mended)


def _floors(lines: Sequence[MetricLine]) -> list[str]:
    return [
        f"{line.name} {line.value:.3f} is under its floor {line.floor:.3f}"
        for line in lines
        if line.floor is not None and line.value is not None and line.value < line.floor
    ]


def _forbidden(common: Common) -> list[str]:
    return [
        f"{article.name}: {article.forbidden} forbidden records, {old.forbidden} in the baseline"
        for article, old in common
        if article.forbidden > old.forbidden
    ]


def _below(lines: Sequence[MetricLine], gates: Gates) -> list[str]:
    return [
        f"{line.name} is worse by {-line.difference.high:.3f} to {-line.difference.low:.3f}"
        for line in lines
        if line.name in gates.metrics and line.difference and line.difference.high < -gates.tolerance
    ]


def _lost_articles(common: Common) -> list[str]:
    """Articles that passed in all repeats of the baseline and fail in every one of this run."""
    lost = []
    for article, old in common:
        repeats = zip(*article.facts.values(), strict=True)
        if old.passed and article.facts and all(any(repeat) for repeat in repeats):
            lost.append(f"{article.name} passed before and now fails in every repeat")
    return lost


def _gaps(suite: SuiteScore, baseline: Baseline | None, common: Common) -> tuple[list[str], tuple[str, ...]]:
    """What keeps the comparison from being whole, and what is only worth saying."""
    gaps = [f"{f.name} could not be scored: {f.reason}: {f.message}" for f in suite.failures]
    remarks = [f"{a.name}: label not reviewed, reported only" for a in suite.articles if not a.reviewed]
    if baseline is None:
        return [*gaps, "no baseline: bless a run first"], tuple(remarks)
    for article in suite.reviewed:
        old = baseline.articles.get(article.name)
        if old is None:
            remarks.append(f"{article.name}: not in the baseline yet")
        elif old.label_sha256 != article.label_sha256:
            gaps.append(f"{article.name}: label or text changed since the baseline; bless again")
    gone = sorted(baseline.articles.keys() - {a.name for a in suite.articles} - {f.name for f in suite.failures})
    remarks += [f"{name}: in the baseline, not in this run" for name in gone]
    if not common:
        gaps.append("no article in common with the baseline")
    elif len(common) < len(suite.reviewed):
        remarks.append(f"compared over the {len(common)} of {len(suite.reviewed)} articles in common")
    return gaps, tuple(remarks)
